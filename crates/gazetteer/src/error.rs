//! What can be wrong with a gazetteer file, or with what one is built from.

/// Why a gazetteer could not be opened or built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes do not start as a gazetteer does.
    #[error("this is not a gazetteer file")]
    NotAGazetteer,
    /// Written by a program that is older or newer than this one.
    #[error("gazetteer file has format {found}, this program reads {needed}")]
    Version {
        /// The format of the file.
        found: u32,
        /// The format this program reads.
        needed: u32,
    },
    /// Shorter or longer than its own header says.
    #[error("gazetteer file has {found} bytes, its header says {needed}")]
    Length {
        /// The bytes there are.
        found: u64,
        /// The bytes the header asks for.
        needed: u64,
    },
    /// The bytes of a part are not those that were written.
    #[error("gazetteer file is damaged: {part}")]
    Damaged {
        /// Which part.
        part: &'static str,
    },
    /// More than the format can number.
    #[error("too much for one gazetteer file: {what}")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
    },
}

impl Error {
    /// What the reader of the message can do about it, as one sentence without a full stop.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NotAGazetteer => "name a file that `twain gazetteer build` has written",
            Self::Version { .. } | Self::Length { .. } | Self::Damaged { .. } => {
                "rebuild it with `twain gazetteer build`"
            }
            Self::TooLarge { .. } => "build from fewer places, such as those of one continent",
        }
    }
}
