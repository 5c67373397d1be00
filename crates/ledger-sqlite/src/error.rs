//! What can go wrong with the file.

use std::path::PathBuf;

/// Why a file cannot be opened as a ledger, or SQLite failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such file.
    #[error("there is no ledger at {}", path.display())]
    Missing {
        /// The place.
        path: PathBuf,
    },
    /// The path is a folder.
    #[error("{} is a folder", path.display())]
    Folder {
        /// The place.
        path: PathBuf,
    },
    /// The folder to make the file in is not there.
    #[error("the folder {} is not there", path.display())]
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The file, or the folder it is in, cannot be written.
    #[error("{} cannot be written", path.display())]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
    },
    /// The file is no SQLite database, or a damaged one.
    #[error("{} is not an SQLite database, or is damaged", path.display())]
    NotSqlite {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The file is another program's database.
    #[error("{} is a database of another program (application id {found:#010x}, a ledger has {needed:#010x})", path.display())]
    NotALedger {
        /// The file.
        path: PathBuf,
        /// Its application id.
        found: u32,
        /// Ours.
        needed: u32,
    },
    /// A newer program made or migrated the file.
    #[error("{} has schema {found}, this program knows up to {known}", path.display())]
    NewerSchema {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// Our newest schema.
        known: i64,
    },
    /// The file's schema cannot be brought up to date.
    #[error("failed to bring the schema of {} up to date", path.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Another program kept the file locked for too long.
    #[error("another program is writing to the ledger and did not finish in {waited_ms} ms")]
    Busy {
        /// How long we waited.
        waited_ms: u64,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Anything else SQLite says.
    #[error("SQLite failed: {source}")]
    Sqlite {
        /// What it says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file beside the database could not be read or written.
    #[error("failed to {action} {}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Error {
    /// What the reader can do about it, as one sentence without a full stop.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Missing { .. } => "check the path; commands that write make the file".into(),
            Self::Folder { path } => format!("name a file in it, such as {}", path.join("twain.db").display()),
            Self::NoFolder { path } => format!("make it first, with `mkdir -p {}`", path.display()),
            Self::ReadOnly { .. } => {
                "use a place you may write to, or copy the ledger there: SQLite writes beside the file even to read it"
                    .into()
            }
            Self::NotSqlite { .. } => "check the path, or go back to a backup".into(),
            Self::NotALedger { .. } => "name another file; Twain leaves this one alone".into(),
            Self::NewerSchema { .. } => "use the newer version of Twain that made it".into(),
            Self::Migration { .. } => "copy the file, then report this with the message above".into(),
            Self::Busy { .. } => "try again when the other program has finished".into(),
            Self::Full => "free some space; nothing of the batch was kept, and nothing kept before is lost".into(),
            Self::Sqlite { .. } => "run `twain verify`; if it finds nothing, report this with the message above".into(),
            Self::Io { .. } => "check that the disk is there and has space".into(),
        }
    }

    /// What SQLite says, sorted by what the reader can do.
    pub(crate) fn from_sqlx(source: sqlx::Error) -> Self {
        match primary_code(&source) {
            Some(BUSY | LOCKED) => Self::Busy { waited_ms: crate::open::BUSY_MS },
            Some(FULL) => Self::Full,
            _ => Self::Sqlite { source: source.into() },
        }
    }
}

impl From<Error> for ledger::Error {
    fn from(error: Error) -> Self {
        let hint = error.hint();
        Self::Storage { source: error.into(), hint }
    }
}

// SQLite's result codes; see <https://www.sqlite.org/rescode.html>.
pub(crate) const BUSY: u8 = 5;
const LOCKED: u8 = 6;
pub(crate) const READ_ONLY: u8 = 8;
pub(crate) const CORRUPT: u8 = 11;
const FULL: u8 = 13;
pub(crate) const CANNOT_OPEN: u8 = 14;
pub(crate) const NOT_A_DATABASE: u8 = 26;

/// SQLite's result code without its extension, which stands in the higher bits.
pub(crate) fn primary_code(error: &sqlx::Error) -> Option<u8> {
    let code: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code.to_le_bytes()[0])
}

/// For the port: any failure of a statement.
pub(crate) fn storage(source: sqlx::Error) -> ledger::Error {
    Error::from_sqlx(source).into()
}
