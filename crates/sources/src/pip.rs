//! Packages of the Python index, fetched by pip: it knows the user's index, proxy and certificates.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use camino::Utf8Path;
use sha2::{Digest, Sha256};

use crate::Error;

/// How long a package may take.
const WAIT: Duration = Duration::from_secs(300);

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
    let said = wait(child.map_err(|source| Error::NoPip { source })?, &wanted)?;
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

/// Waits for the end and gives what was said on stderr.
pub(crate) fn wait(mut child: Child, wanted: &str) -> Result<String, Error> {
    let mut stderr = child.stderr.take();
    // Read beside the waiting, since a full pipe would stop the child.
    let reading = thread::spawn(move || {
        let mut said = String::new();
        if let Some(stderr) = &mut stderr {
            // What cannot be read is not said.
            let _ = stderr.read_to_string(&mut said);
        }
        said
    });
    let start = Instant::now();
    loop {
        let state = child.try_wait().map_err(|source| Error::NoPip { source })?;
        if let Some(status) = state {
            let said = reading.join().unwrap_or_default();
            return if status.success() {
                Ok(said)
            } else {
                Err(Error::Pip { package: wanted.to_owned(), reason: last_line(&said) })
            };
        }
        if start.elapsed() > WAIT {
            // It may have ended by now, which is just as well.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Error::PipTooSlow { package: wanted.to_owned(), waited: WAIT });
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn last_line(said: &str) -> String {
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next_back().unwrap_or("it said nothing").trim_start_matches("ERROR: ").to_owned()
}
