//! Everything there is to test, in one command, with one line at the end.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::counts::{self, Counts};
use crate::run::{program, root, shown, step};
use crate::{assets, npm, tidy, tools};

/// Runs it all, goes on after a failure, prints `N passed, N failed` last, and gives whether nothing failed.
pub(crate) fn test() -> Result<bool> {
    let mut report = Report::default();
    report.check("cargo fmt --all --check", || succeeds(cargo("fmt --all --check")));
    // The server embeds the assets: they come before the first build.
    report.check("assets", || assets::assets().map(|()| true));
    report.check("cargo clippy", || succeeds(cargo("clippy --workspace --all-targets -- -D warnings")));
    report.check("tidy", tidy::tidy);
    report.runner("tests of the crates", crates);
    report.runner("examples in the documentation", || {
        let outcome = shown(&mut cargo("test --doc --workspace --no-fail-fast"))?;
        Ok(counts::cargo_test(&outcome.text).of_runner(outcome.success))
    });
    report.check("documentation", || succeeds(cargo("doc --no-deps --workspace").env("RUSTDOCFLAGS", "-D warnings")));
    report.runner("tests in a browser", browser);
    Ok(report.print())
}

/// What came out so far.
#[derive(Default)]
struct Report {
    all: Counts,
    failures: Vec<String>,
}

impl Report {
    /// Counts something that holds or does not.
    fn check(&mut self, name: &str, run: impl FnOnce() -> Result<bool>) {
        self.runner(name, || run().map(Counts::one));
    }

    /// Counts the tests of a runner; one that cannot start is a failure.
    fn runner(&mut self, name: &str, run: impl FnOnce() -> Result<Counts>) {
        step(name);
        let counts = run().unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Counts::one(false)
        });
        if counts.failed > 0 {
            self.failures.push(format!("{name}: {} failed", counts.failed));
        }
        self.all += counts;
    }

    fn print(&self) -> bool {
        step("result");
        for failure in &self.failures {
            eprintln!("{failure}");
        }
        println!("{} passed, {} failed", self.all.passed, self.all.failed);
        self.failures.is_empty()
    }
}

/// A cargo command. A snapshot that differs fails instead of being written down for review.
fn cargo(args: &str) -> Command {
    let mut command = program("cargo");
    command.args(args.split(' ')).env("INSTA_UPDATE", "no");
    command
}

fn succeeds(mut command: impl std::borrow::BorrowMut<Command>) -> Result<bool> {
    Ok(shown(command.borrow_mut())?.success)
}

fn crates() -> Result<Counts> {
    if tools::has_nextest()? {
        let outcome = shown(&mut cargo("nextest run --workspace --no-fail-fast"))?;
        Ok(counts::nextest(&outcome.text).of_runner(outcome.success))
    } else {
        let outcome = shown(&mut cargo("test --workspace --all-targets --no-fail-fast"))?;
        Ok(counts::cargo_test(&outcome.text).of_runner(outcome.success))
    }
}

fn browser() -> Result<Counts> {
    tools::need_node()?;
    let chromium = tools::chromium()?;
    npm::install("e2e")?;
    anyhow::ensure!(succeeds(cargo("build --package twain-cli"))?, "the binary does not build");
    let mut node = node_test(&root().join("e2e"), &chromium);
    let outcome = shown(&mut node)?;
    Ok(counts::tap(&outcome.text).of_runner(outcome.success))
}

fn node_test(folder: &Path, chromium: &Path) -> Command {
    let mut node = program("node");
    // One file after the other: each has a server and a browser.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=tap"])
        .current_dir(folder)
        .env("TWAIN_CHROMIUM", chromium);
    node
}
