//! The commands there are, and what each of them takes.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date;

use super::help::EXAMPLES;
use super::{
    AccountArgs, BackupArgs, CompletionsArgs, CountArgs, ExportArgs, GateArgs, GazetteerArgs, ImportArgs, MatchArgs,
    MergeArgs, ReadArgs, RestoreArgs, RetractArgs, ReviewArgs, ServeArgs, ShowArgs, SplitArgs, TiesArgs, VerifyArgs,
};
use crate::clock::DayArg;

/// Who is tied to whom, in what form, since when, according to whom: the register of partnerships between cities, regions
/// and institutions.
#[derive(Debug, Parser)]
#[command(name = "twain", version, after_help = EXAMPLES, max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Options for every command")]
pub(crate) struct Global {
    /// The ledger: a file, made if missing
    #[arg(long, global = true, value_name = "ADDRESS", env = "TWAIN_DB", hide_env_values = true, default_value = "twain.db", value_hint = ValueHint::FilePath)]
    pub db: String,
    /// Leave an empty ledger empty: without this, commands that read load the bundled register into it first
    #[arg(long, global = true)]
    pub empty: bool,
    /// House rules: the thresholds behind pulse, a TOML file
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub house: Option<Utf8PathBuf>,
    /// Rules on what is allowed, a TOML file, instead of the bundled ones; give it again for more files
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub gates: Vec<Utf8PathBuf>,
    /// The gazetteer: the file of place names that `twain gazetteer build` makes
    #[arg(long, global = true, value_name = "FILE", env = "TWAIN_GAZETTEER", hide_env_values = true, default_value = "twain.gazetteer", value_hint = ValueHint::FilePath)]
    pub gazetteer: Utf8PathBuf,
    /// The form of the answer: text for people, json as the API answers, csv, or jsonl from `read`
    #[arg(long, global = true, value_name = "FORM", default_value = "text", hide_possible_values = true)]
    pub format: FormatArg,
    /// When to use color: auto, always or never; NO_COLOR is respected
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: ColorWhen,
    /// Say nothing on stderr but what went wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// The day to take for today, for runs that must repeat
    #[arg(long, global = true, hide = true, env = "TWAIN_TODAY", value_parser = DayArg::parse_date)]
    pub today: Option<Date>,
}

/// The form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// What the API answers.
    Json,
    /// A table.
    Csv,
}

/// What can be asked for as a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    /// For people.
    Text,
    /// What the API answers.
    Json,
    /// A table.
    Csv,
    /// Claims, one a line; from `read` alone.
    Jsonl,
}

impl FormatArg {
    /// The form that commands know; lines of JSON are `read`'s own.
    pub(crate) const fn form(self) -> Format {
        match self {
            Self::Text => Format::Text,
            Self::Json | Self::Jsonl => Format::Json,
            Self::Csv => Format::Csv,
        }
    }
}

/// When to use color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List ties, as they stood on a day
    Ties(TiesArgs),
    /// Show a tie, a place, an institution, a claim or a source, with the evidence
    Show(ShowArgs),
    /// Count ties by a written definition, beside what others stated
    Count(CountArgs),
    /// Say which rules allow, condition or forbid a tie or an activity on a day
    Gate(GateArgs),
    /// Give each of many places a partner by a written brief: lawful, explained, proved
    Match(MatchArgs),
    /// Serve the workbench and the API on this machine
    Serve(ServeArgs),
    /// Say who may write with the workbench: list, invite, new password, end
    Account(AccountArgs),
    /// Import tables (CSV) or claims (JSON Lines)
    Import(ImportArgs),
    /// Export ties, parties or claims as open data
    Export(ExportArgs),
    /// Build the file of place names, and find places in it
    Gazetteer(GazetteerArgs),
    /// Read documents: what they say of ties, in claims with their exact words
    Read(ReadArgs),
    /// Decide on what was read: list, show, accept, reject or amend claims
    Review(ReviewArgs),
    /// Take a claim back; it stays in the ledger
    Retract(RetractArgs),
    /// Say that two ids are one party
    Merge(MergeArgs),
    /// Undo a merge
    Split(SplitArgs),
    /// Check every entry of the ledger and the chain through them
    Verify(VerifyArgs),
    /// Copy the ledger to a new file, and check the copy
    Backup(BackupArgs),
    /// Put a backup in the place of the ledger, after checking it
    Restore(RestoreArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// The two clocks.
#[derive(Debug, Clone, Copy, Default, ClapArgs)]
pub(crate) struct Days {
    /// The day the answer speaks of: 2020-11-29, or today
    #[arg(long, value_name = "DAY", value_parser = DayArg::parse)]
    pub true_on: Option<DayArg>,
    /// Use only what sources had said by this day
    #[arg(long, value_name = "DAY", value_parser = DayArg::parse)]
    pub known_on: Option<DayArg>,
}
