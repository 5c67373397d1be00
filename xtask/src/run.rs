//! Running other programs from the root of the repository.
//!
//! What they print goes to stderr, so that stdout holds our own result only.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result};

/// How a program ended, and all it printed.
pub(crate) struct Outcome {
    pub(crate) success: bool,
    pub(crate) text: String,
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder in the root").to_owned()
}

/// A program, started in the root, without colors.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1");
    command
}

/// Says what comes next.
pub(crate) fn step(what: &str) {
    eprintln!("\n== {what}");
}

/// Runs a program to its end; everything it prints is shown and kept.
pub(crate) fn shown(command: &mut Command) -> Result<Outcome> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("failed to start `{name}`"))?;
    let out = copied(child.stdout.take().expect("stdout is piped"));
    let err = copied(child.stderr.take().expect("stderr is piped"));
    let mut text = out.join().expect("the copying thread does not panic");
    text += &err.join().expect("the copying thread does not panic");
    Ok(Outcome { success: child.wait()?.success(), text })
}

/// Shows lines as they come, on a thread of their own, and gives them all at the end.
fn copied(stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut all = String::new();
        let mut lines = BufReader::new(stream);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|n_bytes| n_bytes > 0) {
            let text = String::from_utf8_lossy(&line);
            eprint!("{text}");
            all += &text;
            line.clear();
        }
        all
    })
}

/// Runs a program that must succeed.
pub(crate) fn must(command: &mut Command) -> Result<()> {
    let outcome = shown(command)?;
    anyhow::ensure!(outcome.success, "`{}` failed", command.get_program().to_string_lossy());
    Ok(())
}
