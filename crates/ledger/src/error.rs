//! What can go wrong with a ledger, whatever keeps it.

use std::error::Error as StdError;
use std::path::PathBuf;

use model::Seq;

/// The result of anything that touches a ledger.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an entry cannot be read, or a ledger cannot do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The entry's bytes have a format this program does not know.
    #[error("the entry has format {found}, this program reads format {needed}")]
    Format {
        /// The first byte.
        found: u8,
        /// The format this program writes.
        needed: u8,
    },
    /// A number that stands for no word of a closed list.
    #[error("{found} is not the number of a {what}")]
    Code {
        /// Which list.
        what: &'static str,
        /// The number found.
        found: u8,
    },
    /// The entry's bytes end early, go on too long or are no text where text is needed.
    #[error("the bytes of the entry are damaged")]
    Damaged {
        /// What the decoder says.
        #[source]
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The entry's bytes are longer or shorter than they say.
    #[error("the {part} of the entry takes {found} bytes, it should take {needed}")]
    Length {
        /// Which part: the head, the core or the whole.
        part: &'static str,
        /// How many bytes there are.
        found: usize,
        /// How many there should be.
        needed: usize,
    },
    /// The entry's bytes hold a value that the model does not allow.
    #[error("the entry holds a value that is not allowed: {0}")]
    Value(#[from] model::Error),
    /// A calendar day or a time that does not exist.
    #[error("the entry holds a time that does not exist: {found}")]
    Time {
        /// The number found.
        found: i64,
    },
    /// One entry of the ledger cannot be read.
    #[error("failed to read entry {seq}: {source}")]
    Entry {
        /// Its position.
        seq: Seq,
        /// Why.
        source: Box<Error>,
    },
    /// Not the beginning of a name.
    #[error("`{found}` is not the beginning of an entry's name")]
    Prefix {
        /// The text as found.
        found: String,
    },
    /// Not the head of a ledger.
    #[error("`{found}` is not the head of a ledger")]
    Head {
        /// The text as found.
        found: String,
    },
    /// Something is already in the place of a new file.
    #[error("{} is already there", path.display())]
    Exists {
        /// The place.
        path: PathBuf,
    },
    /// The storage failed.
    #[error("{source}")]
    Storage {
        /// What the backend says.
        source: Box<dyn StdError + Send + Sync>,
        /// What the reader can do about it.
        hint: String,
    },
}

impl Error {
    /// What the reader can do about it, as one sentence without a full stop.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Format { .. } | Self::Code { .. } => {
                "use a newer version of Twain: a newer one wrote this ledger".into()
            }
            Self::Damaged { .. } | Self::Length { .. } | Self::Value(_) | Self::Time { .. } => {
                "run `twain verify` to see which entries are damaged, and go back to a backup".into()
            }
            Self::Entry { source, .. } => source.hint(),
            Self::Prefix { .. } => "copy the first digits of a name, 0-9 and a-f, at most 64".into(),
            Self::Head { .. } => "copy it as `twain verify` prints it: the number, a colon and 64 digits".into(),
            Self::Exists { .. } => "choose another place, or move the old file away".into(),
            Self::Storage { hint, .. } => hint.clone(),
        }
    }
}
