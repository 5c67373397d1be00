//! What can fail while bytes are read or written. Bad outside text is not here: it is a [`Problem`](crate::Problem).

use std::io;

/// Why bytes could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The reader handed in failed.
    #[error("failed to read `{file}`")]
    Read {
        /// The name the caller gave the bytes.
        file: String,
        /// What the reader said.
        #[source]
        source: io::Error,
    },
    /// The writer handed in failed.
    #[error("failed to write {what}")]
    Write {
        /// What was being written.
        what: &'static str,
        /// What the writer said.
        #[source]
        source: io::Error,
    },
}

impl Error {
    /// What the reader of the message can do about it, as one sentence without a full stop.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Read { .. } => "check that the file is there, readable and not being changed",
            Self::Write { .. } => "check that there is room, and that the place may be written to",
        }
    }

    pub(crate) const fn write(what: &'static str) -> impl Fn(io::Error) -> Self {
        move |source| Self::Write { what, source }
    }
}
