//! Names in text: places, institutions, peoples, and which place is meant.
//!
//! `find` walks one sentence and gives what is named in it, in order and never overlapping, each with every place of the
//! gazetteer that bears the name. `resolve` then chooses for all sentences of a document together. A name that fits nothing
//! stays as it is written: the rest of the reader says "unknown" rather than guess.
//!
//! Persons are recognized only so that they do not become places; nothing of them is kept.

mod adjective;
mod called;
mod declined;
mod find;
mod given;
mod institution;
mod judge;
mod lexicon;
mod memory;
mod name;
mod person;
mod qualify;
mod resolve;
mod scene;
mod spot;
mod toponyms;
mod types;

pub(crate) use find::find;
pub(crate) use memory::Memory;
pub(crate) use resolve::{Context, countries_of, resolve};
pub(crate) use scene::Scene;
pub use toponyms::{Toponym, resolve_given, sign_names, signs, toponyms};
pub(crate) use types::{Candidate, Mention, MentionKind, Why};

#[cfg(test)]
mod tests;
