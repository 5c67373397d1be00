//! The files under version control, and those about to be.

use std::fs;

use anyhow::{Context, Result};

use crate::run::{program, root};

/// A file with its path from the root.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) n_bytes: usize,
    /// `None` for what is not UTF-8 text.
    pub(super) text: Option<String>,
}

impl File {
    pub(super) fn new(path: &str, bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        Self { path: path.to_owned(), n_bytes: bytes.len(), text: text.map(str::to_owned) }
    }

    /// The text of a Rust file.
    pub(super) fn rust(&self) -> Option<&str> {
        if self.path.ends_with(".rs") { self.text.as_deref() } else { None }
    }

    /// Whether the whole file serves tests, benches or examples.
    pub(super) fn is_test(&self) -> bool {
        let folders = ["/tests/", "/benches/", "/examples/", "fuzz/", "e2e/", "crates/testkit/"];
        self.path.ends_with("/tests.rs") || folders.iter().any(|folder| self.path.contains(folder))
    }
}

/// All files git keeps or would keep; those deleted but not yet committed are left out.
pub(super) fn tracked() -> Result<Vec<File>> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = program("git").args(list).output().context("failed to start `git`")?;
    anyhow::ensure!(output.status.success(), "`git ls-files` failed: {}", String::from_utf8_lossy(&output.stderr));
    let paths = String::from_utf8(output.stdout).context("a path is not UTF-8")?;
    let files = paths.split_terminator('\0').filter_map(|path| {
        let bytes = fs::read(root().join(path)).ok()?;
        Some(File::new(path, &bytes))
    });
    Ok(files.collect())
}
