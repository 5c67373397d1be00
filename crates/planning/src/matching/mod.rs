//! Matching: which place is given to which, for a whole set at once, lawful, explained and proved.
//!
//! A [`Brief`] is the question. [`prepare`] turns it into a [`Task`]: the places with their facts, the value of every
//! criterion for every pair, and the pairs that may not be. [`Task::solve`] answers it.

mod account;
mod brief;
mod check;
mod compare;
pub mod criteria;
mod fairness;
mod fault;
mod parse;
mod place;
mod scene;
mod sensitivity;
mod solve;
mod task;
mod units;

pub use account::{Account, Term};
pub use brief::{
    Brief, BriefWording, Existing, GateAsk, Grounds, Objective, PairRule, Partners, PlaceRule, SideBrief, Weights,
};
pub use check::Check;
pub use compare::{Comparison, Shift};
pub use criteria::{Basis, CATALOGUE, Criterion, Score};
pub use fairness::{BANDS, Band, Fairness, Spread};
pub use fault::{BriefError, Fault};
pub use place::{Cited, Place, Several};
pub use scene::{Cell, Link, Scene};
pub use sensitivity::{Change, Reach, RunnerUp, Turn, WhyNot, change};
pub use solve::{Plan, Proof, Twist};
pub use task::{Block, FORBIDDING_KEYS, Gate, Ruling, Side, Task, World, gates_of, prepare};
pub use units::{UnitList, UnitListWording};
