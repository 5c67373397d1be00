//! How a run ends: the four exit codes, and failures with their hint.

use std::fmt::Display;
use std::process::ExitCode;

/// The code a run ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// The answer is no: nothing found, something damaged, rows left out.
    No = 1,
    /// Wrong use or wrong input.
    WrongUse = 2,
    /// The outside failed: disk, port, storage.
    Outside = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a run could not go on: printed as `error: …` and `hint: …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The code to end with.
    pub exit: Exit,
    /// What is wrong, lower case, no full stop.
    pub message: String,
    /// What the reader can do; empty when nothing comes to mind.
    pub hint: String,
}

/// What a command gives back.
pub(crate) type Outcome<T = Exit> = Result<T, Failure>;

impl Failure {
    /// Wrong use or input.
    pub(crate) fn wrong(message: impl Display, hint: impl Display) -> Self {
        Self { exit: Exit::WrongUse, message: message.to_string(), hint: hint.to_string() }
    }

    /// The answer is no.
    pub(crate) fn no(message: impl Display, hint: impl Display) -> Self {
        Self { exit: Exit::No, message: message.to_string(), hint: hint.to_string() }
    }

    /// The outside failed.
    pub(crate) fn outside(message: impl Display, hint: impl Display) -> Self {
        Self { exit: Exit::Outside, message: message.to_string(), hint: hint.to_string() }
    }

    /// The same while doing something: `failed to <doing>: <message>`.
    pub(crate) fn while_doing(mut self, doing: impl Display) -> Self {
        self.message = format!("failed to {doing}: {}", self.message);
        self
    }
}

impl From<ledger::Error> for Failure {
    fn from(error: ledger::Error) -> Self {
        let exit = match error {
            ledger::Error::Exists { .. } | ledger::Error::Prefix { .. } | ledger::Error::Head { .. } => Exit::WrongUse,
            _ => Exit::Outside,
        };
        Self { exit, message: chain(&error), hint: error.hint() }
    }
}

impl From<model::Error> for Failure {
    fn from(error: model::Error) -> Self {
        Self::wrong(&error, error.hint())
    }
}

impl From<formats::Error> for Failure {
    fn from(error: formats::Error) -> Self {
        Self::outside(chain(&error), error.hint())
    }
}

/// A failing file: not there is wrong input, everything else is the outside.
pub(crate) fn file_failure(error: &std::io::Error) -> Failure {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => Failure::wrong(error, "check the path"),
        ErrorKind::IsADirectory | ErrorKind::InvalidFilename => Failure::wrong(error, "name a file"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Failure::outside(error, "check who may read and write there")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Failure::outside(error, "make room on the disk"),
        _ => Failure::outside(error, "check the disk and the path"),
    }
}

/// An error with the errors below it that add something.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(cause) = below {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        below = cause.source();
    }
    text
}
