//! What can go wrong.

use std::path::PathBuf;

/// What the operations give.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something about accounts could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What was chosen is not taken.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// There is no such account, or it was ended.
    #[error("there is no account `{name}`")]
    NoAccount {
        /// The name asked for.
        name: String,
    },
    /// The only owner cannot be ended or lowered.
    #[error("`{name}` is the only owner")]
    LastOwner {
        /// The owner.
        name: String,
    },
    /// There is an owner already, so nobody becomes the first.
    #[error("there is an owner already")]
    HasOwner,
    /// The link was used, has ended, or never was.
    #[error("this link was used or has ended")]
    LinkGone,
    /// An account has as many tokens as it may.
    #[error("an account has {found} tokens at most")]
    TooManyTokens {
        /// How many there are.
        found: i64,
    },
    /// Too many passwords wait to be hashed: each takes time and memory.
    #[error("too many people sign in at once")]
    Busy,
    /// The file cannot be made, read or written.
    #[error("failed to open {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is another program's.
    #[error("{} is not a file of accounts", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// A newer program made or migrated the file.
    #[error("{} has schema {found}, this program knows up to {known}", path.display())]
    NewerSchema {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// Our newest.
        known: i64,
    },
    /// The work of hashing could not be done.
    #[error("failed to hash a password: {message}")]
    Hash {
        /// What went wrong.
        message: String,
    },
    /// SQLite failed.
    #[error("SQLite failed: {source}")]
    Sqlite {
        /// What it says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Why a chosen name, password or label is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Not a name of an office: 2 to 60 letters, digits, spaces, hyphens, points and apostrophes, with a letter first.
    #[error("a name has 2 to 60 letters, digits and spaces, and begins with a letter")]
    Name,
    /// An account has this name, or had it.
    #[error("another account has or had this name")]
    Taken,
    /// The password is too short.
    #[error("a password has at least {} characters", crate::LEAST_PASSWORD)]
    Short,
    /// The password is too long.
    #[error("a password has at most 256 characters")]
    Long,
    /// The password is the name, or a few characters again and again.
    #[error("this password is easy to guess")]
    Plain,
    /// The label of a token has 1 to 60 characters.
    #[error("a label has 1 to 60 characters")]
    Label,
}

impl Refused {
    /// One word for it, as in keys of sentences.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Taken => "taken",
            Self::Short => "short",
            Self::Long => "long",
            Self::Plain => "plain",
            Self::Label => "label",
        }
    }
}

impl Error {
    /// What the reader can do about it, as one sentence without a full stop.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Refused(Refused::Name) => "name the office, such as \"partnership officer\"".into(),
            Self::Refused(Refused::Taken) => "choose another name; one that was ended is not given again".into(),
            Self::Refused(_) => "choose another; four words in a row make a good password".into(),
            Self::NoAccount { .. } => "see `twain account list`; an ended account is not opened again".into(),
            Self::LastOwner { .. } => "make another account an owner first".into(),
            Self::HasOwner => "ask the owner for an invitation, or use `twain account invite`".into(),
            Self::LinkGone => "ask for another".into(),
            Self::TooManyTokens { .. } => "revoke one that is not used".into(),
            Self::Io { .. } => "check who may read and write there".into(),
            Self::NotOurs { .. } => "move that file away, or name another ledger".into(),
            Self::NewerSchema { .. } => "use the newer version of Twain that made it".into(),
            Self::Busy | Self::Hash { .. } => "try again in a moment".into(),
            Self::Sqlite { .. } => "try again; if it stays, check the disk and the file".into(),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(source: sqlx::Error) -> Self {
        Self::Sqlite { source: source.into() }
    }
}
