//! Text for people: what the register found, laid out for a terminal. The sentences come from `server::messages`.

mod claim;
mod count;
mod gate;
mod matching;
mod notes;
mod party;
mod reading;
mod sayer;
mod source;
mod tie;
mod ties;

pub(crate) use claim::claim;
pub(crate) use count::{Listing, count, definitions, items_table};
pub(crate) use gate::gate;
pub(crate) use matching::{Report, briefs, match_places, match_records, plan};
pub(crate) use party::party;
pub(crate) use reading::{Shown, reading};
pub(crate) use sayer::{Sayer, counted, heading};
pub(crate) use source::source;
pub(crate) use tie::tie;
pub(crate) use ties::{by_name, ties_table};
