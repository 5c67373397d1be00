//! What is wrong with a file of rules: where, what was found, what would be right.

use std::ops::Range;

/// A fault in a file of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {fault}")]
pub struct GatesError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Not TOML, a missing or an unknown key.
    #[error("{message}")]
    Syntax {
        /// The parser's words.
        message: String,
    },
    /// A word that its list does not have.
    #[error("`{found}` is not one of the words of {key}")]
    Word {
        /// The key.
        key: &'static str,
        /// The word found.
        found: String,
        /// The words allowed.
        allowed: String,
    },
    /// Not a place code, and no set is called so.
    #[error("`{found}` is neither a place code nor a set")]
    Place {
        /// The text found.
        found: String,
    },
    /// Not a date or a range of dates.
    #[error("`{found}` is not a date")]
    Date {
        /// The text found.
        found: String,
    },
    /// It ends before it begins.
    #[error("the rule `{id}` ends before it begins")]
    Backwards {
        /// The rule.
        id: String,
    },
    /// Two rules or sets with one name.
    #[error("`{id}` is there twice")]
    Twice {
        /// The name.
        id: String,
    },
    /// It speaks of nobody.
    #[error("the rule `{id}` names no counterpart")]
    Nobody {
        /// The rule.
        id: String,
    },
    /// Disputed without two readings, or readings of what is not disputed.
    #[error("the rule `{id}` has {n_readings} readings, which does not fit its certainty")]
    Readings {
        /// The rule.
        id: String,
        /// How many there are.
        n_readings: usize,
    },
    /// A quota of no years.
    #[error("the quota of the rule `{id}` is over no years")]
    Quota {
        /// The rule.
        id: String,
    },
}

impl GatesError {
    pub(super) fn at(file: &str, text: &str, span: &Range<usize>, fault: Fault) -> Self {
        let before = text.get(..span.start).unwrap_or(text);
        Self { file: file.to_owned(), line: 1 + before.matches('\n').count(), fault }
    }

    /// What the reader can do.
    #[must_use]
    pub fn hint(&self) -> String {
        match &self.fault {
            Fault::Syntax { .. } => "docs/reference/gates.md lists the keys of a rule".to_owned(),
            Fault::Word { allowed, .. } => format!("use one of: {allowed}"),
            Fault::Place { .. } => {
                "write a code such as \"cn\", \"us-tx\" or \"us-tx.houston\", the id of a [[set]], or \"foreign\""
                    .to_owned()
            }
            Fault::Date { .. } => {
                "write 2025-09-01, 2025, or a range in which the day lies: 2020/2021, or /2022-07 for not later than"
                    .to_owned()
            }
            Fault::Backwards { .. } => "set `until` to a day after `from`".to_owned(),
            Fault::Twice { .. } => "give each rule and each set its own id, over all files".to_owned(),
            Fault::Nobody { .. } => "name places, a set, or \"foreign\" for every place abroad".to_owned(),
            Fault::Readings { .. } => {
                "give two or more [[rule.reading]] when certainty or existing is \"disputed\", and none otherwise"
                    .to_owned()
            }
            Fault::Quota { .. } => "write quota = { new_ties = 1, years = 5 }".to_owned(),
        }
    }
}
