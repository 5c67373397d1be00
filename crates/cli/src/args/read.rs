//! `twain read`.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, ValueHint};
use formats::document::Kind;
use model::{Grade, PartialDate};

use super::words::{documents, grades, partial_date};

/// `twain read`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain read release.html                   what it says, whose words, where, and what was left out
  twain read release.pdf --propose          the same, and its claims wait for `twain review`
  twain read news/ --propose --quiet        a folder with all that is in it
  twain read --format jsonl news.jsonl      claims and sources, as `twain import` reads them
  lynx -dump page | twain read - --published 2020-11-29

Text, HTML, Markdown, JSON Lines, RSS and Atom, mail (.eml), PDF with text, and DOCX are read. A
file that cannot be read is said on stderr, and the next is read; the exit code is then 1. Nothing
that is read counts before somebody accepts it. Reading a document again proposes nothing twice,
and what was rejected never again.")]
pub(crate) struct ReadArgs {
    /// Files or folders; `-` is standard input
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub files: Vec<Utf8PathBuf>,
    /// Write the claims into the ledger, where they wait for review
    #[arg(long)]
    pub propose: bool,
    /// What kind of document the files are, whatever they look like
    #[arg(long, value_name = "KIND", value_parser = documents())]
    pub input: Option<Kind>,
    /// The language, in place of what the documents say: en, ru, de, fr, es
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// The day of publication, in place of what the documents say; `last week` is counted from it
    #[arg(long, value_name = "DATE", value_parser = partial_date)]
    pub published: Option<PartialDate>,
    /// The title, in place of what the documents say
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// How far the documents carry
    #[arg(long, value_name = "GRADE", default_value = "report", value_parser = grades())]
    pub grade: Grade,
    /// Show how each sentence was understood, for those who write a language's words
    #[arg(long)]
    pub trace: bool,
    /// The text of how many documents is gone through at a time
    #[arg(long, hide = true, value_name = "N", default_value = "256", value_parser = clap::value_parser!(u32).range(1..))]
    pub batch: u32,
}
