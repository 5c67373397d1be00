//! Documents into what they say of ties, every item with the bytes it rests on.
//!
//! [`Reader::read`] takes a [`Document`] and gives a [`Reading`]: ties, acts, activities, counts, wishes, and what was left
//! out with the reason. It never fails and keeps no person's name. The words of each language are data under `languages/`.

pub mod claims;
mod date;
mod document;
mod engine;
pub mod language;
pub mod mention;
mod reading;
pub mod text;

pub use document::Document;
pub use engine::{LONGEST_TEXT, Reader, Rules};
pub use reading::*;
