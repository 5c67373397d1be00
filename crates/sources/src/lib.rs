//! Outside documents: fetching them, unpacking them, mapping them into memory.
//!
//! The one room that speaks to the network, and the one that maps files. What the bytes mean is `formats`' work: [`places`]
//! hands it what it fetched and gives lists of places back. Nothing here decides which of them are one place.
//!
//! Every outside call has a time limit, a size limit and, for packages, a checksum that must fit.

mod archive;
mod child;
mod error;
mod http;
mod mapped;
mod npm;
mod pip;

pub mod places;

pub use error::Error;
pub use http::{Limits, get};
pub use mapped::{Mapped, mapped};
pub use pip::{Package, download};
