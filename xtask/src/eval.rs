//! Measures against labeled data: `cargo xtask eval reader|geoparse|… FILE`.

use std::process::Command;

use anyhow::Result;

use crate::gazetteer;
use crate::run::{must, program, root, step};

/// Sees to the gazetteer where one is needed, builds the program that measures, and runs it with `args`.
pub(crate) fn eval(args: &[String]) -> Result<bool> {
    let reads_text = matches!(args.first().map(String::as_str), Some("reader" | "geoparse"));
    let only_scores = args.iter().any(|arg| arg == "--score" || arg == "--help");
    if reads_text && !only_scores {
        gazetteer::gazetteer(&[])?;
    }
    step("cargo build --release --package twain-eval");
    must(program("cargo").args(["build", "--release", "--package", "twain-eval"]))?;
    let mut eval = Command::new(root().join("target/release/eval"));
    if std::env::var_os("TWAIN_GAZETTEER").is_none() {
        eval.env("TWAIN_GAZETTEER", root().join("target/twain.gazetteer"));
    }
    // Paths among the arguments are those of whoever gave them, so it runs where we were started.
    Ok(eval.args(args).status()?.success())
}
