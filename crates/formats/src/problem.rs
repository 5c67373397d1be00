//! What is wrong with outside text, and where: collected, never thrown.
//!
//! Every reader of this crate gives problems in this one form, so that a person can go to the cell and mend it.

use std::fmt;

const SHOWN_CHARS: usize = 80;

/// One thing wrong with outside text.
///
/// ```
/// let problem = formats::Problem {
///     file: "ties.csv".into(),
///     line: 7,
///     column: "held".into(),
///     found: "3/4/1991".into(),
///     expected: "a date such as 1991".into(),
/// };
/// assert_eq!(problem.to_string(), "ties.csv:7: column `held`: found `3/4/1991`, expected a date such as 1991");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// The name the caller gave the text.
    pub file: String,
    /// The line it is on, from 1; for a row of several lines the first.
    pub line: u32,
    /// The column or key; empty when it is the line as a whole.
    pub column: String,
    /// The text as found; empty when something is missing.
    pub found: String,
    /// What was expected, and the remedy where there is one; completes "expected …".
    pub expected: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: ", self.file, self.line)?;
        if !self.column.is_empty() {
            write!(out, "column `{}`: ", self.column)?;
        }
        if self.found.is_empty() {
            write!(out, "found nothing, expected {}", self.expected)
        } else {
            write!(out, "found `{}`, expected {}", shown(&self.found), self.expected)
        }
    }
}

/// A text on one line and short enough to read, for messages.
fn shown(text: &str) -> String {
    let mut out: String = text.chars().take(SHOWN_CHARS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN_CHARS).is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_or_broken_text_is_shown_on_one_short_line() {
        assert_eq!(shown("a\nb"), "a b");
        assert_eq!(shown(&"x".repeat(200)).chars().count(), SHOWN_CHARS + 1);
    }

    #[test]
    fn a_missing_text_is_said_to_be_nothing() {
        let problem = Problem {
            file: "a.csv".into(),
            line: 1,
            column: String::new(),
            found: String::new(),
            expected: "a header line".into(),
        };
        assert_eq!(problem.to_string(), "a.csv:1: found nothing, expected a header line");
    }
}
