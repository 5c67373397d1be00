//! The gazetteer that tests, evaluations and `up` use: built once by the binary itself, kept until it is deleted.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::run::{must, program, root, step};

/// Where tests and evaluations look for it.
fn target() -> PathBuf {
    root().join("target/twain.gazetteer")
}

/// Builds `target/twain.gazetteer`, anew if `args` are given, which go to `twain gazetteer build`.
pub(crate) fn gazetteer(args: &[String]) -> Result<bool> {
    step("cargo build --release");
    must(program("cargo").args(["build", "--release", "--package", "twain-cli"]))?;
    build(&root().join("target/release/twain"), args)?;
    eprintln!("{}", target().display());
    Ok(true)
}

/// Smaller ones hold the bundled register alone: nothing could be fetched, so it is worth another try.
const FEWEST_BYTES: u64 = 1_000_000;

/// Has `twain` build it where it is missing, poor or of another format, or arguments ask for another one; gives its path.
pub(crate) fn build(twain: &Path, args: &[String]) -> Result<PathBuf> {
    let path = target();
    if !is_good(twain, &path) || !args.is_empty() {
        // It has the terminal to itself, for its bar; a list that cannot be had is said by it, and it goes on without.
        let status = std::process::Command::new(twain)
            .args(["gazetteer", "build", "--out"])
            .arg(&path)
            .args(args)
            .current_dir(root())
            .status()?;
        anyhow::ensure!(status.success(), "`twain gazetteer build` failed");
    }
    Ok(path)
}

fn is_good(twain: &Path, path: &Path) -> bool {
    if path.metadata().is_ok_and(|meta| meta.len() < FEWEST_BYTES) {
        return false;
    }
    let mut info = std::process::Command::new(twain);
    info.args(["gazetteer", "info", "--gazetteer"]).arg(path);
    info.output().is_ok_and(|output| output.status.success())
}
