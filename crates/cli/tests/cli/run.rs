//! Runs the binary in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The day that every run takes for today.
pub(crate) const TODAY: &str = "2024-06-01";

/// A folder to run in, gone at the end.
pub(crate) struct Place(TempDir);

impl Place {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("a folder for the test"))
    }

    /// A folder with a ledger of the mills in it.
    pub(crate) fn with_mills() -> Self {
        let place = Self::new();
        let files = place.copy_mills();
        let args: Vec<&str> = ["import", "-q"].into_iter().chain(files.iter().map(String::as_str)).collect();
        let output = place.output(&args);
        assert!(output.status.success(), "{}", shown(&output));
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("a file in the folder of the test");
    }

    /// Copies the tables of the mills and gives their names, as arguments.
    pub(crate) fn copy_mills(&self) -> Vec<String> {
        let names = ["sources", "places", "ties", "acts", "activities", "carriers", "listings", "stated_counts"];
        let copied = names.map(|name| {
            let name = format!("{name}.csv");
            std::fs::copy(fixtures().join("mills").join(&name), self.path(&name)).expect("a fixture");
            name
        });
        copied.to_vec()
    }

    pub(crate) fn copy(&self, fixture: &str) {
        std::fs::copy(fixtures().join(fixture), self.path(fixture)).expect("a fixture");
    }

    /// The command, not yet run.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twain"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        for name in ["TWAIN_DB", "TWAIN_GAZETTEER", "TWAIN_LOG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command.env("TWAIN_TODAY", TODAY);
        command
    }

    pub(crate) fn output(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the binary runs")
    }

    /// Code, stdout and stderr as one text, with what varies masked.
    pub(crate) fn run(&self, args: &[&str]) -> String {
        let text = shown(&self.output(args));
        mask(&text.replace(&self.0.path().display().to_string(), "[here]"))
    }

    /// stdout of a run that must succeed.
    pub(crate) fn stdout(&self, args: &[&str]) -> String {
        let output = self.output(args);
        assert!(output.status.success(), "{args:?}\n{}", shown(&output));
        String::from_utf8(output.stdout).expect("text")
    }

    /// The answer of a run that must succeed, as JSON.
    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.stdout(args)).expect("JSON")
    }

    pub(crate) fn code(&self, args: &[&str]) -> Option<i32> {
        self.output(args).status.code()
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/fixtures")
}

fn shown(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let code = output.status.code().map_or_else(|| "killed".to_owned(), |code| code.to_string());
    format!("code: {code}\n----- stdout -----\n{}----- stderr -----\n{}", text(&output.stdout), text(&output.stderr))
}

/// Masks how long something took.
fn mask(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        match line.rsplit_once(", in ") {
            Some((before, seconds)) if seconds.ends_with(" s") => out += &format!("{before}, in [time]"),
            _ => out += line,
        }
        out.push('\n');
    }
    out
}
