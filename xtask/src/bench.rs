//! The figures that `docs/reference/performance.md` records.

use anyhow::Result;

use crate::run::program;

/// Runs the benches with `args`, the names of figures to keep to.
pub(crate) fn bench(args: &[String]) -> Result<bool> {
    let fixed = ["bench", "--package", "twain-cli", "--bench", "figures", "--"];
    Ok(program("cargo").args(fixed).args(args).status()?.success())
}
