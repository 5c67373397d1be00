//! The commands that plan: `match`.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, ValueEnum, ValueHint};

use crate::clock::DayArg;

/// `twain match`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain match                                        the briefs there are
  twain match us-ru-today                            the answer to one, as a table
  twain match us-ru-today --why Albany Tula          why their units are paired or not, and at what cost
  twain match us-ru-today --place Alaska             its candidates, with reasons
  twain match us-ru-today --weight distance=3 --check
  twain match us-ru-today --against ours.toml        two weightings, and who gains and loses
  twain match ours.toml --report report.md           a report to hand on
  twain match us-ru-today --to pairs.geojson         a map

A brief is a TOML file: places, weights, rules, objective; docs/reference/briefs.md has every key. The
answer is a proposal, not a decision, and nothing in it is legal advice.")]
pub(crate) struct MatchArgs {
    /// A brief by its id, or a TOML file; without any, lists the bundled briefs
    #[arg(value_name = "BRIEF", value_hint = ValueHint::FilePath)]
    pub brief: Option<String>,
    /// The day the answer speaks of, in place of the brief's: 2020-11-29, or today
    #[arg(long, value_name = "DAY", value_parser = DayArg::parse)]
    pub on: Option<DayArg>,
    /// Use only what sources had said by this day
    #[arg(long, value_name = "DAY", value_parser = DayArg::parse)]
    pub known_on: Option<DayArg>,
    /// What a good answer is, in place of the brief's: total, fair, stable or browse
    #[arg(long, value_name = "KIND", hide_possible_values = true)]
    pub objective: Option<ObjectiveArg>,
    /// Another weight for a criterion, such as distance=3; 0 leaves it out
    #[arg(long, value_name = "CRITERION=NUMBER")]
    pub weight: Vec<String>,
    /// Check the answer by separate code; the exit code is 1 if it does not hold
    #[arg(long)]
    pub check: bool,
    /// Why these two places are paired or not, and what pairing them would cost; by name or id
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub why: Option<Vec<String>>,
    /// The candidates of this place, with reasons; by name or id
    #[arg(long, value_name = "NAME")]
    pub place: Vec<String>,
    /// Another weighting beside the brief's: one that the brief names, or those of another brief file
    #[arg(long, value_name = "NAME|FILE")]
    pub against: Vec<String>,
    /// For each pair, what would be without it
    #[arg(long)]
    pub runner_ups: bool,
    /// At which weights the answer turns
    #[arg(long)]
    pub turns: bool,
    /// Who is served and how well: by size, spread, most and least favored
    #[arg(long)]
    pub fairness: bool,
    /// The account of every pair: reasons for and against, rules, missing data, each criterion
    #[arg(long)]
    pub explain: bool,
    /// Write the answer to this file, in the form its name ends in: .json, .csv, .geojson, .md, else text
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub to: Option<Utf8PathBuf>,
    /// The form: text, json, csv, geojson or markdown
    #[arg(long = "as", value_name = "FORM", hide_possible_values = true)]
    pub form: Option<MatchForm>,
    /// Write a report in Markdown to this file as well, with everything in it
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub report: Option<Utf8PathBuf>,
}

/// What a good answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ObjectiveArg {
    /// The greatest total.
    Total,
    /// The worst pair first.
    Fair,
    /// Nobody would rather have each other.
    Stable,
    /// Candidates for each.
    Browse,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatchForm {
    /// For people.
    Text,
    /// Everything, for programs.
    Json,
    /// A table.
    Csv,
    /// A map.
    Geojson,
    /// A report.
    Markdown,
}
