//! The workbench over HTTP: pages that people read, an API that programs read, the map's data, and the sentences of both.
//!
//! The register is passed in and swapped when the ledger grows ([`Shared::replace`]); nothing here opens a file or reads a
//! clock, and what is written goes through the caller's [`Writer`]. Every answer is for a pair of days, `true_on` and `known_on`, today by default, and every value in it
//! leads to the claims it rests on. What a page shows and what the API says are made from the same [`dto`] values.
//!
//! ```
//! use std::sync::Arc;
//! use register::{House, Register};
//! use server::{Shared, Site};
//!
//! let site = Site {
//!     definitions: Vec::new(),
//!     briefs: Vec::new(),
//!     units: Vec::new(),
//!     coverage: "Invented places only.".into(),
//!     license: "CC0 1.0".into(),
//!     today: || jiff::civil::date(2020, 11, 29),
//!     cache_bytes: server::CACHE_BYTES,
//! };
//! let shared = Arc::new(Shared::new(site, Arc::new(Register::new(House::default())), "no entries".into()));
//! let app = server::router(shared); // an `axum::Router`; `server::serve` listens
//! # drop(app);
//! ```

mod access;
mod answer;
mod api;
mod assets;
mod cache;
mod drawing;
mod facets;
mod fault;
mod filter;
mod index;
mod language;
mod pace;
mod pages;
mod query;
mod readers;
mod router;
mod serve;
mod shared;
mod studio;
mod views;

pub mod dto;
mod edited;
pub mod export;
pub mod messages;

pub use access::{Access, Actor};
pub use language::Language;
pub use router::{openapi, router};
pub use serve::serve;
pub use shared::{CACHE_BYTES, Shared, Site, Text, WriteError, Writer, Writing};
