//! Languages: what a reader of the field looks for, as data.
//!
//! Each folder of `languages/` is a language; its files are tables of phrases (see `phrase`), read once and reviewed like
//! code. Adding a language needs no Rust.

mod guess;
mod load;
pub(crate) mod phrase;
pub(crate) mod signs;
mod table;
mod words;

pub use guess::guess;
pub use load::Language;
pub(crate) use load::languages;
pub(crate) use words::{ActivityWord, Cue, Refer, Role, StatusWord, TieWord, UnitWord};
