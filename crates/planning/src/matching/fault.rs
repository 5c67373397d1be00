//! What is wrong with a brief or a unit list: the line, the fault, the remedy.

use std::fmt;

/// What is wrong with a brief, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefError {
    /// The line, from 1; `None` when the fault is in no one line.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a brief.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Not TOML, a missing or an unknown key.
    #[error("the brief cannot be read: {0}")]
    Syntax(String),
    /// A word that its list does not have.
    #[error("`{found}` is not a {what}")]
    Word {
        /// What was expected.
        what: &'static str,
        /// The word found.
        found: String,
        /// The words allowed.
        allowed: String,
    },
    /// A number out of its range.
    #[error("{what} is {found}")]
    Number {
        /// What it is.
        what: String,
        /// The number found.
        found: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// All weights are 0.
    #[error("no criterion has a weight above 0")]
    NoWeight,
    /// A unit list that is not there.
    #[error("no unit list is called `{found}`")]
    UnitList {
        /// The name found.
        found: String,
        /// The names there are.
        known: String,
    },
    /// A place that neither the register nor the brief knows.
    #[error("the place `{place}` is not known")]
    UnknownPlace {
        /// The place.
        place: String,
    },
    /// A place named where only places of one side make sense.
    #[error("`{place}` is not on the {side} side")]
    NotOnSide {
        /// The place.
        place: String,
        /// Left or right.
        side: &'static str,
    },
    /// A side without places.
    #[error("the {side} side has no places")]
    EmptySide {
        /// Left or right.
        side: &'static str,
    },
    /// The same place twice on one side, or described twice.
    #[error("`{place}` is given twice")]
    Twice {
        /// The place.
        place: String,
    },
    /// A must pair that may not be.
    #[error("the pair {left} and {right} must be chosen, and cannot: {because}")]
    MustBlocked {
        /// The place of the left.
        left: String,
        /// The place of the right.
        right: String,
        /// The rule against it.
        because: String,
    },
    /// More must pairs than a place has room for.
    #[error("`{place}` must have {wanted} partners and may have {max}")]
    MustTooMany {
        /// The place.
        place: String,
        /// How many the must pairs ask for.
        wanted: u32,
        /// How many it may have.
        max: u32,
    },
    /// Demands that cannot be met together.
    #[error("demands clash: on the {side} side, {short} need {need} in all, and there is room for {room}")]
    Clash {
        /// The side of the places that are short.
        side: &'static str,
        /// The places that are short, by name.
        short: String,
        /// How many partners they need.
        need: u64,
        /// The places of the other side whose room is the limit, by name.
        full: String,
        /// For how many partners these have room.
        room: u64,
    },
    /// The solver refused its input; a fault of this program.
    #[error("the task cannot be solved: {0}")]
    Solver(String),
}

impl BriefError {
    /// A fault in a line.
    #[must_use]
    pub fn at(line: usize, fault: Fault) -> Self {
        Self { line: Some(line), fault }
    }

    /// What the writer of the brief can do.
    #[must_use]
    pub fn hint(&self) -> String {
        match &self.fault {
            Fault::Syntax(_) => "the keys of a brief are listed in docs/reference/briefs.md".to_owned(),
            Fault::Word { allowed, .. } => format!("use one of: {allowed}"),
            Fault::Number { allowed, .. } => format!("give {allowed}"),
            Fault::NoWeight => "give at least one criterion a weight, such as `ties = 3`".to_owned(),
            Fault::UnitList { known, .. } => format!("there are: {known}; or name the places: units = [\"us-ny\", …]"),
            Fault::UnknownPlace { .. } => {
                "use an id of the register, such as us-ny (`twain show NAME` shows them), or describe it in a [[place]]"
                    .to_owned()
            }
            Fault::NotOnSide { side, .. } => format!("add it to the places of the {side} side, or leave the rule out"),
            Fault::EmptySide { side } => format!("name a unit list or places under [{side}]"),
            Fault::Twice { .. } => "keep one of the two".to_owned(),
            Fault::MustBlocked { .. } => "leave the pair out of `must`, or lift what stands against it".to_owned(),
            Fault::MustTooMany { .. } => "raise its `max` under [[capacity]], or leave out a must pair".to_owned(),
            Fault::Clash { full, .. } => {
                format!(
                    "lower `min` for some of them, raise `max` for some of the other side ({full}), or allow more pairs"
                )
            }
            Fault::Solver(_) => "please report this with the brief".to_owned(),
        }
    }
}

impl fmt::Display for BriefError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(out, "line {line}: {}", self.fault),
            None => self.fault.fmt(out),
        }
    }
}

impl std::error::Error for BriefError {}

impl From<crate::Error> for BriefError {
    fn from(error: crate::Error) -> Self {
        Self { line: None, fault: Fault::Solver(error.to_string()) }
    }
}
