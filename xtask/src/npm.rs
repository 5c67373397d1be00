//! Packages from npm, as their lock file pins them, and stamps that say that work was done already.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run::{must, program, root, step};
use crate::tools::need_node;

/// Installs what `folder/package-lock.json` pins, unless that is there already.
pub(crate) fn install(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    let stamp = Stamp::new(folder.join("node_modules/.installed"), &[folder.join("package-lock.json")])?;
    if stamp.is_fresh() {
        return Ok(());
    }
    need_node()?;
    step(&format!("npm ci ({})", folder.display()));
    let flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    must(program("npm").args(flags).current_dir(&folder)).context("hint: npm needs the network the first time")?;
    stamp.set()
}

/// A file that holds the hash of what some result was made from.
pub(crate) struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// The stamp `file` for a result made from `inputs`.
    pub(crate) fn new(file: PathBuf, inputs: &[PathBuf]) -> Result<Self> {
        let mut hasher = blake3::Hasher::new();
        for input in inputs {
            hasher.update(input.as_os_str().as_encoded_bytes());
            hasher.update(&read(input)?);
        }
        Ok(Self { file, hash: hasher.finalize().to_string() })
    }

    /// Whether the inputs are those of the last time.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|known| known == self.hash)
    }

    /// Records that the result was made.
    pub(crate) fn set(&self) -> Result<()> {
        fs::write(&self.file, &self.hash).with_context(|| format!("failed to write {}", self.file.display()))
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("failed to read {}", file.display()))
}
