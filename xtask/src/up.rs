//! From a fresh checkout to a running workbench.

use anyhow::{Context, Result};

use crate::assets::assets;
use crate::gazetteer;
use crate::run::{must, program, root, step};

/// Builds what is missing and serves; `args` go to `twain serve`. Gives whether the server ended well.
pub(crate) fn up(args: &[String]) -> Result<bool> {
    step("1/4 assets (web/dist)");
    assets()?;
    step("2/4 cargo build --release (some minutes the first time)");
    must(program("cargo").args(["build", "--release", "--package", "twain-cli"]))?;
    let twain = root().join("target/release/twain");
    step("3/4 gazetteer (target/twain.gazetteer)");
    let places = match std::env::var_os("TWAIN_GAZETTEER") {
        Some(named) => named.into(),
        None => gazetteer::build(&twain, &[])?,
    };
    step("4/4 twain serve");
    // The server has the terminal to itself, and its own working folder: `twain.db` is made where you stand.
    let status = std::process::Command::new(&twain).env("TWAIN_GAZETTEER", places).arg("serve").args(args).status();
    Ok(status.with_context(|| format!("failed to start {}", twain.display()))?.success())
}
