//! The commands that bring in and take out: `import`, `export`.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, ValueEnum, ValueHint};

use super::Days;
use super::words::{kinds, partial_date};

/// `twain import`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain import ties.csv acts.csv sources.csv        tables in our layouts, in any order
  twain import ours.csv --mapping ours.toml         a list of your own
  twain import ours.csv --kind partners --owner \"Upper Mill\" --said-on 2024-05
  twain import claims.jsonl                         what `twain export claims --as jsonl` wrote
  twain import ours.csv --mapping ours.toml --dry-run

All files are read before anything is written. When something is wrong in one of them, every problem is listed, nothing is
imported and the exit code is 2. With --keep-going the good rows are imported, those left out are counted, and the exit code
is 1. Importing the same file again adds nothing.")]
pub(crate) struct ImportArgs {
    /// The files: CSV, or JSON Lines with a name ending in .jsonl
    #[arg(required_unless_present = "bundled", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<Utf8PathBuf>,
    /// The layout of the tables; else a mapping, their names or their headers say it
    #[arg(long, value_name = "LAYOUT", value_parser = kinds())]
    pub kind: Option<formats::table::TableKind>,
    /// What the columns of your list mean, a TOML file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub mapping: Option<Utf8PathBuf>,
    /// Whose partners the list names, by name or id
    #[arg(long, value_name = "PLACE")]
    pub owner: Option<String>,
    /// A sources table that the files cite, itself imported too
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub sources: Vec<Utf8PathBuf>,
    /// Import the good rows even when others are not
    #[arg(long)]
    pub keep_going: bool,
    /// Read and report, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The role that brings this in, such as `city clerk`; never a person's name
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// When the list was made: 2024, 2024-05 or 2024-05-31
    #[arg(long, value_name = "DATE", value_parser = partial_date)]
    pub said_on: Option<model::PartialDate>,
    /// Import the bundled register, into a ledger that is not empty
    #[arg(long)]
    pub bundled: bool,
    /// How many entries are written at a time
    #[arg(long, hide = true, value_name = "N", default_value = "20000", value_parser = clap::value_parser!(u32).range(1..))]
    pub batch: u32,
}

/// `twain export`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain export ties > ties.csv
  twain export ties --as geojson --to ties.geojson --true-on 2020-11-29
  twain export claims --as jsonl --to claims.jsonl      everything; `twain import` reads it back
  twain export --bundle open-data                       all files, data dictionary, license, checksums")]
pub(crate) struct ExportArgs {
    /// What to export: ties, parties or claims
    #[arg(hide_possible_values = true, required_unless_present = "bundle", conflicts_with = "bundle")]
    pub what: Option<ExportWhat>,
    /// The file to write; `-` is stdout
    #[arg(long, value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath, conflicts_with = "bundle")]
    pub to: String,
    /// The form: csv, jsonl or geojson; else by the name of the file, else csv
    #[arg(long = "as", hide_possible_values = true, value_name = "FORM", conflicts_with = "bundle")]
    pub form: Option<ExportForm>,
    /// Write everything into this new folder
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub bundle: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub days: Days,
}

/// What to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportWhat {
    /// A row per tie.
    Ties,
    /// A row per party.
    Parties,
    /// A row per claim.
    Claims,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportForm {
    /// A table.
    Csv,
    /// JSON Lines.
    Jsonl,
    /// A map layer; not for claims.
    Geojson,
}
