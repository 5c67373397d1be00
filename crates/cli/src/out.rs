//! The two streams: data to stdout, talk to stderr. A closed pipe ends the data quietly.

use std::io::{self, IsTerminal, Write};

use owo_colors::{OwoColorize, Style};

use crate::args::{ColorWhen, Format, Global};
use crate::exit::{Failure, Outcome};

/// Where a run writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Out {
    /// The form of data.
    pub format: Format,
    is_quiet: bool,
}

impl Out {
    pub(crate) fn new(global: &Global) -> Self {
        let choice = match global.color {
            ColorWhen::Auto => anstream::ColorChoice::Auto,
            ColorWhen::Always => anstream::ColorChoice::Always,
            ColorWhen::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
        Self { format: global.format.form(), is_quiet: global.quiet }
    }

    /// Writes data to stdout.
    pub(crate) fn data(&self, text: &str) -> Outcome<()> {
        let mut stdout = anstream::stdout().lock();
        let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|error| {
                Failure::outside(error, "check what reads the output").while_doing("write the answer")
            }),
        }
    }

    /// Writes bytes to stdout as they are.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Outcome<()> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|error| {
                Failure::outside(error, "check what reads the output").while_doing("write the answer")
            }),
        }
    }

    /// Writes JSON to stdout, indented, with a line end.
    pub(crate) fn json(&self, value: &impl serde::Serialize) -> Outcome<()> {
        let text = serde_json::to_string_pretty(value).expect("our answers have text keys and finite numbers");
        self.data(&format!("{text}\n"))
    }

    /// Says something on stderr, unless asked to be quiet.
    pub(crate) fn say(&self, text: &str) {
        if !self.is_quiet {
            line(text);
        }
    }

    /// Says something on stderr that must be said.
    pub(crate) fn insist(&self, text: &str) {
        line(text);
    }

    /// Says why the run failed.
    pub(crate) fn failure(&self, failure: &Failure) {
        let style = Style::new().red().bold();
        line(&format!("{} {}", "error:".style(style), failure.message));
        if !failure.hint.is_empty() {
            line(&format!("{} {}", "hint:".style(Style::new().bold()), failure.hint));
        }
    }

    /// Whether somebody watches stderr, so that bars are worth drawing.
    pub(crate) fn draws_bars(&self) -> bool {
        !self.is_quiet && io::stderr().is_terminal()
    }

    /// The width of the terminal on stdout; `None` when it is a file or a pipe, which have no width.
    pub(crate) fn width(&self) -> Option<usize> {
        if !io::stdout().is_terminal() {
            return None;
        }
        terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0).max(40))
    }
}

fn line(text: &str) {
    // Nobody is left to tell when stderr is closed.
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}
