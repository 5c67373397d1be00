//! From a fresh checkout to a running workbench.

use anyhow::{Context, Result};

use crate::assets::assets;
use crate::run::{must, program, root, step};

/// Builds what is missing and serves; `args` go to `twain serve`. Gives whether the server ended well.
pub(crate) fn up(args: &[String]) -> Result<bool> {
    step("1/3 assets (web/dist)");
    assets()?;
    step("2/3 cargo build --release (some minutes the first time)");
    must(program("cargo").args(["build", "--release", "--package", "twain-cli"]))?;
    step("3/3 twain serve");
    let twain = root().join("target/release/twain");
    // The server has the terminal to itself, and its own working folder: `twain.db` is made where you stand.
    let status = std::process::Command::new(&twain).arg("serve").args(args).status();
    Ok(status.with_context(|| format!("failed to start {}", twain.display()))?.success())
}
