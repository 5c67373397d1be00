//! Programs that are not ours: finding them, installing what can be installed, naming what cannot.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::run::{program, shown, step};

/// Where a program is on the search path.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Node and npm, which build the assets and drive the browser.
pub(crate) fn need_node() -> Result<()> {
    for name in ["node", "npm"] {
        if find(name).is_none() {
            bail!(
                "`{name}` was not found\nhint: install Node.js 20 or newer, which brings npm (Debian: `apt-get install nodejs npm`)"
            );
        }
    }
    Ok(())
}

/// Whether nextest is there, after trying to install it.
pub(crate) fn has_nextest() -> Result<bool> {
    if find("cargo-nextest").is_some() {
        return Ok(true);
    }
    step("cargo install --locked cargo-nextest");
    let installed = shown(program("cargo").args(["install", "--locked", "cargo-nextest"]))?.success;
    if !installed {
        eprintln!("note: nextest could not be installed; `cargo test` runs the tests instead");
    }
    Ok(installed)
}

/// A Chromium, installed from Debian where that is possible. `TWAIN_CHROMIUM` names another one.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("TWAIN_CHROMIUM") {
        return Ok(named.into());
    }
    let known = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find);
    if let Some(found) = known() {
        return Ok(found);
    }
    if is_root() && find("apt-get").is_some() {
        step("apt-get install -y chromium");
        shown(program("apt-get").arg("update"))?;
        shown(program("apt-get").args(["install", "-y", "chromium"]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    known().ok_or_else(|| {
        anyhow::anyhow!(
            "no Chromium was found\nhint: install it (Debian: `apt-get install chromium`) or set TWAIN_CHROMIUM to its path"
        )
    })
}

/// Whether packages may be installed.
fn is_root() -> bool {
    program("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
