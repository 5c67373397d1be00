//! What an export is: title, license, dates, coverage, files with checksums, and the dictionary of their fields.
//!
//! Written as `manifest.json` for programs and `README.md` for people; both say the same. Version 1.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::records::{ClaimRow, PartyRecord, TieRecord};
use crate::claims::{ClaimRecord, SourceRecord};
use crate::record::FieldDoc;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportKind {
    /// [`TieRecord`]s.
    Ties,
    /// [`PartyRecord`]s.
    Parties,
    /// Claims in the exact form.
    Claims,
    /// [`ClaimRow`]s.
    ClaimRows,
    /// Sources in the exact form.
    Sources,
}

impl ExportKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Ties, Self::Parties, Self::Claims, Self::ClaimRows, Self::Sources];

    /// Its written name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ties => "ties",
            Self::Parties => "parties",
            Self::Claims => "claims",
            Self::ClaimRows => "claim_rows",
            Self::Sources => "sources",
        }
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Format {
    /// Comma-separated values.
    #[serde(rename = "csv")]
    Csv,
    /// One JSON object a line.
    #[serde(rename = "jsonl")]
    JsonLines,
    /// A GeoJSON feature collection.
    #[serde(rename = "geojson")]
    GeoJson,
}

impl Format {
    /// The ending of its file names.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
            Self::GeoJson => "geojson",
        }
    }
}

/// What each field of a kind means, in the order of the fields.
#[must_use]
pub fn dictionary(kind: ExportKind) -> Vec<FieldDoc> {
    match kind {
        ExportKind::Ties => TieRecord::dictionary(),
        ExportKind::Parties => PartyRecord::dictionary(),
        ExportKind::Claims => ClaimRecord::dictionary(),
        ExportKind::ClaimRows => ClaimRow::dictionary(),
        ExportKind::Sources => SourceRecord::dictionary(),
    }
}

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ExportKind,
    /// How it is written.
    pub format: Format,
    /// How many records it holds.
    pub rows: u64,
    /// Its size.
    pub bytes: u64,
    /// The BLAKE3 hash of its bytes, 64 hexadecimal digits.
    pub blake3: String,
}

/// What an export is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// What it is called.
    pub title: String,
    /// The license of the data.
    pub license: String,
    /// The address of the license's text.
    pub license_url: String,
    /// The day the records speak of.
    pub true_on: String,
    /// The day up to which sources had spoken.
    pub known_on: String,
    /// What made it, with its version.
    pub generated_by: String,
    /// The name of the last ledger entry it rests on.
    pub ledger_head: String,
    /// What is covered and what is not, in sentences.
    pub coverage: String,
    /// Its files.
    pub files: Vec<FileEntry>,
}

/// A manifest with the dictionary of its files.
#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    #[serde(flatten)]
    manifest: &'a Manifest,
    dictionary: BTreeMap<&'static str, Vec<FieldDoc>>,
}

impl Manifest {
    /// `manifest.json`: everything, with the dictionary of the kinds the files hold, ending in a line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        let dictionary = self.kinds().map(|kind| (kind.word(), dictionary(kind))).collect();
        let whole = Whole { version: 1, manifest: self, dictionary };
        let json = serde_json::to_string_pretty(&whole).expect("a manifest is made of texts and numbers");
        format!("{json}\n")
    }

    fn kinds(&self) -> impl Iterator<Item = ExportKind> {
        ExportKind::ALL.iter().copied().filter(|kind| self.files.iter().any(|file| file.kind == *kind))
    }

    /// `README.md`: the same for people.
    #[must_use]
    pub fn to_readme(&self) -> String {
        let mut out = format!("# {}\n\n", self.title);
        let facts = [
            ("License", self.licensed()),
            ("True on", self.true_on.clone()),
            ("Known on", self.known_on.clone()),
            ("Made by", self.generated_by.clone()),
            ("Ledger head", self.ledger_head.clone()),
        ];
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = writeln!(out, "- {name}: {value}");
        }
        let _ = write!(out, "\n## Coverage\n\n{}\n\n## Files\n\n", self.coverage);
        out.push_str("| file | records | bytes | BLAKE3 |\n|---|---|---|---|\n");
        for file in &self.files {
            let _ = writeln!(out, "| `{}` | {} | {} | `{}` |", file.name, file.rows, file.bytes, file.blake3);
        }
        out.push_str(
            "\nCheck a file with `b3sum`. In CSV an empty cell means not known; lists are joined by `;`; a text that a \
             spreadsheet would run as a formula (beginning with `=`, `+`, `-`, `@`, a tab or a carriage return) has a `'` before it.\n",
        );
        for kind in self.kinds() {
            let _ = write!(out, "\n## Fields of `{}`\n\n| field | meaning | form |\n|---|---|---|\n", kind.word());
            for field in dictionary(kind) {
                let _ = writeln!(out, "| `{}` | {} | {} |", field.name, field.meaning, field.form);
            }
        }
        out
    }

    fn licensed(&self) -> String {
        match (self.license.as_str(), self.license_url.as_str()) {
            (license, "") => license.to_owned(),
            (license, url) => format!("[{license}]({url})"),
        }
    }
}
