//! From a written name to the places it may mean.
//!
//! A gazetteer is one immutable file: built once from open data by [`build`], mapped into memory, then asked from any number
//! of threads. Nothing here opens a file: [`Gazetteer::open`] takes bytes. Which of the candidates a text means is decided by
//! the reader; [`Gazetteer::rank`] orders them by what is known about the context and says why.
//!
//! | question | answered by |
//! |---|---|
//! | which places have this name | [`Gazetteer::exact`], [`Gazetteer::prefixes_of`] |
//! | which names begin so, or nearly so | [`Gazetteer::starting_with`], [`Gazetteer::fuzzy`] |
//! | which places are near a point | [`Gazetteer::nearest`] |
//! | what lies in a unit | [`Gazetteer::children`] |
//! | which of the candidates is meant | [`Gazetteer::rank`] |
//!
//! # Example
//!
//! ```
//! use gazetteer::{Context, Gazetteer, fold};
//!
//! let gazetteer = gazetteer::build::tiny();
//! let mill = gazetteer.exact(&fold("UPPER MILL")).next().unwrap();
//! assert_eq!(gazetteer.place(mill).country, "XA");
//! let ranked = gazetteer.rank("Mill, Beeland", &Context::default(), 5);
//! assert_eq!(gazetteer.place(ranked[0].place).country, "XB");
//! ```

mod bytes;
mod error;
mod fold;
mod fuzzy;
mod gazetteer;
mod hits;
mod layout;
mod names;
mod nearest;
mod place;
mod rank;
mod search;

#[cfg(test)]
mod tests;

pub mod build;

pub use error::Error;
pub use fold::{fold, fold_mapped};
pub use gazetteer::{Gazetteer, Source};
pub use hits::{Hits, NameKind};
pub use nearest::distance_km;
pub use place::{Place, PlaceIdx, PlaceKind};
pub use rank::{Context, Ranked, Reason};
