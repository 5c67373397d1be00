//! The main help, and reading the arguments.
//!
//! Commands stand in groups in the help; clap has no groups for commands, so the list is made here from the commands
//! themselves, and a test sees to it that each stands in one group.

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use super::Args;
use crate::exit::Exit;

/// The groups of the main help.
const GROUPS: [(&str, &[&str]); 6] = [
    ("Look", &["ties", "show", "count", "gate"]),
    ("Plan", &["match"]),
    ("Serve", &["serve", "account"]),
    ("Bring in and take out", &["read", "import", "export"]),
    ("Correct", &["review", "retract", "merge", "split"]),
    ("Keep", &["verify", "backup", "restore", "gazetteer", "completions"]),
];

/// What stands at its end.
pub(super) const EXAMPLES: &str = "\
Examples:
  twain show Albany Tula                      the tie between two places, with its evidence
  twain show Albany Tula --true-on 2020-11-29 as it stood on that day
  twain ties --party Тула                     every tie of a place
  twain count us-ru-sister-cities             a number, its definition and the list behind it
  twain gate Houston Moscow                   which rules stand against it, and where they are
  twain match us-ru-today                     each state a partner, with reasons and what bars it
  twain read release.html                     what a document says of ties, with its words
  twain import partners.csv --mapping map.toml
  twain serve                                 the workbench, in a browser

Exit codes: 0 done, 1 the answer is no, 2 wrong use or input, 3 the outside failed.";

/// The command with the grouped list of commands in its help.
pub(crate) fn command() -> clap::Command {
    let command = Args::command();
    let list = grouped(&command);
    command.help_template(format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{list}{}{{options}}{{after-help}}",
        heading("Options")
    ))
}

fn grouped(command: &clap::Command) -> String {
    let mut list = String::new();
    for (title, names) in GROUPS {
        list += &heading(title);
        for sub in names.iter().filter_map(|name| command.find_subcommand(name)) {
            let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
            list += &format!("  \u{1b}[1m{:<12}\u{1b}[0m {about}\n", sub.get_name());
        }
        list.push('\n');
    }
    list
}

/// A heading that looks as clap's own.
fn heading(title: &str) -> String {
    format!("\u{1b}[1m\u{1b}[4m{title}:\u{1b}[0m\n")
}

/// Reads the arguments of this process; on help and on wrong use prints it and gives the code to end with.
pub(crate) fn read() -> Result<Args, ExitCode> {
    let parsed = command().try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    parsed.map_err(|error| {
        // Nobody is left to tell when the stream is closed.
        let _ = error.print();
        if error.use_stderr() { Exit::WrongUse.into() } else { Exit::Done.into() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn every_command_stands_in_one_group() {
        let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let command = command();
        let mut all: Vec<&str> =
            command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name).collect();
        grouped.sort_unstable();
        all.sort_unstable();
        assert_eq!(grouped, all);
    }
}
