//! Matching: which place is given to which, for a whole set at once, lawful, explained and proved.
//!
//! A [`Brief`] is the question. [`prepare`] turns it into a [`Task`]: the places with their facts, the value of every
//! criterion for every pair, and the pairs that may not be. [`Task::solve`] answers it.

mod brief;
pub mod criteria;
mod fault;
mod parse;
mod place;
mod scene;
mod units;

pub use brief::{Brief, Existing, GateAsk, Objective, PairRule, Partners, PlaceRule, SideBrief, Weights};
pub use criteria::{Basis, CATALOGUE, Criterion, Score};
pub use fault::{BriefError, Fault};
pub use place::{Cited, Place, Several};
pub use scene::{Cell, Link, Scene};
pub use units::UnitList;
