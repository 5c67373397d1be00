//! The files that pages load: fetched from npm, bundled into `web/dist`, skipped when nothing changed.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::npm::{self, Stamp};
use crate::run::{must, program, root, step};
use crate::tools::need_node;

/// Builds `web/dist` from `web/`.
pub(crate) fn assets() -> Result<()> {
    npm::install("web")?;
    let stamp = Stamp::new(root().join("web/node_modules/.bundled"), &inputs()?)?;
    if stamp.is_fresh() && root().join("web/dist/licenses.txt").exists() {
        return Ok(());
    }
    need_node()?;
    step("node web/build.mjs");
    must(program("node").arg("build.mjs").current_dir(root().join("web")))?;
    stamp.set()
}

/// What the bundle is made from, in a fixed order.
fn inputs() -> Result<Vec<PathBuf>> {
    let web = root().join("web");
    let mut inputs = vec![web.join("build.mjs"), web.join("package-lock.json")];
    for entry in fs::read_dir(web.join("src"))? {
        inputs.push(entry?.path());
    }
    inputs.sort();
    Ok(inputs)
}
