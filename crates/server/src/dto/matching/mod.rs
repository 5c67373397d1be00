//! The answer to a brief: the question, the pairs with their accounts, who goes without and why, how firm it is, whom it serves.
//!
//! Everything that the command line prints, as text, report or table, is made of these values, so all forms say the same.

mod answer;
mod brief;
mod fairness;
mod firm;
mod pair;
mod rules;

use planning::matching::{Cell, Check, Comparison, Plan, Reach, RunnerUp, Side, Task, UnitList, Weights, WhyNot};

pub use answer::{BarredDto, CheckDto, LeftOutDto, MatchDto, SummaryDto, WithoutDto, matching};
pub use brief::{BriefDto, BriefRefDto, SideOfBriefDto, UnitListDto, WeightDto, brief_ref};
pub use fairness::{BandDto, FairnessDto, RatedDto, SpreadDto, WantedDto};
pub use firm::{ChangeDto, ComparisonDto, ReachDto, RunnerUpDto, ShiftDto, TurnDto, WhyDto};
pub use pair::{CandidatesDto, KnownTieDto, MatchPairDto, MatchPlaceDto, TermDto};
pub use rules::CitedRuleDto;

/// What is to be shown beside the pairs.
#[derive(Default)]
pub struct Shown {
    /// The check of the answer.
    pub check: Option<Check>,
    /// The runner-up of every pair, in their order.
    pub runner_ups: Option<Vec<RunnerUp>>,
    /// Where the answer turns; empty where that is not known.
    pub reaches: Option<Vec<Reach>>,
    /// How each side fares.
    pub fairness: bool,
    /// Other weightings by name.
    pub comparisons: Vec<(String, Weights, Comparison)>,
    /// Pairs asked about.
    pub why: Vec<(Cell, WhyNot)>,
    /// Places whose candidates are asked for.
    pub candidates: Vec<(Side, usize)>,
    /// The account of every pair with each criterion, not of the chosen ones with the weightiest.
    pub every_term: bool,
}

/// A task, its answer and the lists of units that its brief can name.
#[derive(Clone, Copy)]
pub struct Answered<'a> {
    /// The task.
    pub task: &'a Task<'a>,
    /// The answer.
    pub plan: &'a Plan,
    /// The lists of units.
    pub units: &'a [UnitList],
}

/// A worth as it is shown: no digit behind the sixth means anything to a reader.
fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6 + 0.0 // adding 0 turns -0 into 0
}
