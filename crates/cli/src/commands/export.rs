//! `twain export`: open data, as one file or as a folder with everything a reader of it needs.

use std::io::{BufWriter, Write};

use camino::Utf8Path;
use formats::export::{self as files, ExportKind, FileEntry, Format, Manifest, Written};
use ledger::Ledger;
use model::{Claim, Source};
use register::{AsOf, Register, TieKey};
use server::export::{party_record, tie_record};

use super::backup::{beside, remove_if_there};
use crate::args::{ExportArgs, ExportForm, ExportWhat};
use crate::bundle;
use crate::exit::{Exit, Failure, Outcome, file_failure};
use crate::open::Context;
use crate::render::{self, counted};

/// The files of a folder, in the order of the manifest.
const FOLDER: [(ExportKind, Format, &str); 9] = [
    (ExportKind::Ties, Format::Csv, "ties.csv"),
    (ExportKind::Ties, Format::JsonLines, "ties.jsonl"),
    (ExportKind::Ties, Format::GeoJson, "ties.geojson"),
    (ExportKind::Parties, Format::Csv, "parties.csv"),
    (ExportKind::Parties, Format::JsonLines, "parties.jsonl"),
    (ExportKind::Parties, Format::GeoJson, "parties.geojson"),
    (ExportKind::Claims, Format::JsonLines, "claims.jsonl"),
    (ExportKind::ClaimRows, Format::Csv, "claims.csv"),
    (ExportKind::Sources, Format::JsonLines, "sources.jsonl"),
];

pub(crate) async fn run(args: &ExportArgs, cx: Context<'_>) -> Outcome {
    let plan = Plan::read(args)?;
    let (ledger, register) = cx.open_for_reading().await?;
    let head = ledger.head().await?.to_string();
    ledger.close().await;
    let exported = Exported::of(&register, cx.clock.as_of(&args.days));
    match plan {
        Plan::File { what, form, to: "-" } => {
            let mut bytes = Vec::new();
            write_one(&exported, what, form, &mut bytes)?;
            cx.out.bytes(&bytes)?;
        }
        Plan::File { what, form, to } => {
            let n_rows = write_beside(Utf8Path::new(to), |out| write_one(&exported, what, form, out))?;
            cx.out.say(&format!("{} written to {to}, {}", records(n_rows), exported.days()));
        }
        Plan::Folder(folder) => {
            let n_files = write_folder(&exported, folder, head)?;
            let files = counted(n_files, "file", "files");
            cx.out.say(&format!("{files} written to {folder}, with manifest.json and README.md, {}", exported.days()));
        }
    }
    Ok(Exit::Done)
}

/// What is to be written where.
enum Plan<'a> {
    File { what: ExportWhat, form: ExportForm, to: &'a str },
    Folder(&'a Utf8Path),
}

impl<'a> Plan<'a> {
    fn read(args: &'a ExportArgs) -> Outcome<Self> {
        if let Some(folder) = &args.bundle {
            return if folder.exists() {
                Err(Failure::wrong(format!("{folder} is already there"), "name a new folder"))
            } else {
                Ok(Self::Folder(folder))
            };
        }
        let what =
            args.what.ok_or_else(|| Failure::wrong("nothing to export was named", "name ties, parties or claims"))?;
        let form = args.form.unwrap_or_else(|| match Utf8Path::new(&args.to).extension() {
            Some("jsonl" | "ndjson") => ExportForm::Jsonl,
            Some("geojson") => ExportForm::Geojson,
            _ => ExportForm::Csv,
        });
        if what == ExportWhat::Claims && form == ExportForm::Geojson {
            return Err(Failure::wrong(
                "claims have no place on a map",
                "use --as csv or --as jsonl, or export ties or parties",
            ));
        }
        Ok(Self::File { what, form, to: &args.to })
    }
}

/// The register on a pair of days, in the order it is written.
struct Exported<'a> {
    register: &'a Register,
    as_of: AsOf,
    ties: Vec<TieKey>,
}

impl<'a> Exported<'a> {
    fn of(register: &'a Register, as_of: AsOf) -> Self {
        let mut ties: Vec<TieKey> = register.view(as_of).iter().map(|(tie, _)| tie).collect();
        render::by_name(register, &mut ties);
        Self { register, as_of, ties }
    }

    fn days(&self) -> String {
        render::Sayer { register: self.register, as_of: self.as_of, width: None }.days()
    }

    /// The claims that counted, by what was known; corrections stay in the ledger, and in its backups.
    fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        let (register, known_on) = (self.register, self.as_of.known_on);
        let known = register.claim_keys().map(move |key| register.known(key));
        known.filter(move |known| known.is_known_on(known_on)).map(|known| &known.claim)
    }

    fn sources(&self) -> Vec<&'a Source> {
        let mut sources: Vec<&Source> = self.register.source_ids().filter_map(|id| self.register.source(id)).collect();
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        sources
    }

    fn write(&self, kind: ExportKind, format: Format, out: &mut dyn Write) -> Outcome<Written> {
        let register = self.register;
        let written = match kind {
            ExportKind::Ties => {
                let records = self.ties.iter().map(|tie| tie_record(register, &register.report(*tie, self.as_of)));
                match format {
                    Format::Csv => files::write_csv(records, out),
                    Format::JsonLines => files::write_json_lines(records, out),
                    Format::GeoJson => files::write_geojson(records, out),
                }
            }
            ExportKind::Parties => {
                let mut parties: Vec<_> = register.party_keys().collect();
                parties.sort_by_key(|key| register.party(*key).id());
                let is_listed: std::collections::HashSet<&TieKey> = self.ties.iter().collect();
                let records = parties.into_iter().map(|key| {
                    let n_ties = register.party(key).ties().iter().filter(|tie| is_listed.contains(tie)).count();
                    party_record(register, key, n_ties)
                });
                match format {
                    Format::Csv => files::write_csv(records, out),
                    Format::JsonLines => files::write_json_lines(records, out),
                    Format::GeoJson => files::write_geojson(records, out),
                }
            }
            ExportKind::ClaimRows => files::write_csv(self.claims().map(files::ClaimRow::from), out),
            ExportKind::Claims => files::write_claims(self.claims(), out),
            ExportKind::Sources => files::write_sources(self.sources(), out),
        };
        Ok(written?)
    }
}

/// Writes what one file holds and says how many records. Claims as JSON Lines come with their sources, so that the file is
/// enough to make the register again.
fn write_one(exported: &Exported<'_>, what: ExportWhat, form: ExportForm, out: &mut dyn Write) -> Outcome<u64> {
    let format = match form {
        ExportForm::Csv => Format::Csv,
        ExportForm::Jsonl => Format::JsonLines,
        ExportForm::Geojson => Format::GeoJson,
    };
    let kind = match (what, form) {
        (ExportWhat::Ties, _) => ExportKind::Ties,
        (ExportWhat::Parties, _) => ExportKind::Parties,
        (ExportWhat::Claims, ExportForm::Jsonl) => {
            let n_sources = exported.write(ExportKind::Sources, format, out)?.n_rows;
            return Ok(n_sources + exported.write(ExportKind::Claims, format, out)?.n_rows);
        }
        (ExportWhat::Claims, _) => ExportKind::ClaimRows,
    };
    Ok(exported.write(kind, format, out)?.n_rows)
}

/// The ties as CSV, for `twain ties --format csv`.
pub(super) fn ties_csv(register: &Register, ties: Vec<TieKey>, as_of: AsOf) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    Exported { register, as_of, ties }.write(ExportKind::Ties, Format::Csv, &mut bytes)?;
    Ok(bytes)
}

fn write_folder(exported: &Exported<'_>, folder: &Utf8Path, ledger_head: String) -> Outcome<usize> {
    // It takes its name only when it is whole.
    let part = beside(folder, "part");
    if part.exists() {
        fs_err::remove_dir_all(&part).map_err(|error| file_failure(&error))?;
    }
    fs_err::create_dir_all(&part).map_err(|error| file_failure(&error))?;
    let mut entries: Vec<FileEntry> = Vec::new();
    for (kind, format, name) in FOLDER {
        let written = write_beside(&part.join(name), |out| exported.write(kind, format, out))?;
        entries.push(written.file(name, kind, format));
    }
    let n_files = entries.len();
    let manifest = Manifest {
        title: "Twain: ties between places and institutions".to_owned(),
        license: bundle::LICENSE.to_owned(),
        license_url: bundle::LICENSE_URL.to_owned(),
        true_on: exported.as_of.true_on.to_string(),
        known_on: exported.as_of.known_on.to_string(),
        generated_by: concat!("twain ", env!("CARGO_PKG_VERSION")).to_owned(),
        ledger_head,
        coverage: bundle::COVERAGE.to_owned(),
        files: entries,
    };
    for (name, text) in [("manifest.json", manifest.to_json()), ("README.md", manifest.to_readme())] {
        fs_err::write(part.join(name), text).map_err(|error| file_failure(&error))?;
    }
    fs_err::rename(&part, folder).map_err(|error| file_failure(&error))?;
    Ok(n_files)
}

/// Writes a file under another name, and gives it its own when it is whole.
pub(super) fn write_beside<T>(file: &Utf8Path, write: impl FnOnce(&mut dyn Write) -> Outcome<T>) -> Outcome<T> {
    let part = beside(file, "part");
    let mut out = BufWriter::new(fs_err::File::create(&part).map_err(|error| file_failure(&error))?);
    let written = write(&mut out).and_then(|written| {
        let flushed = out.flush().and_then(|()| out.get_ref().sync_all());
        flushed.map(|()| written).map_err(|error| file_failure(&error))
    });
    match written {
        Ok(written) => {
            fs_err::rename(&part, file).map_err(|error| file_failure(&error))?;
            Ok(written)
        }
        Err(failure) => {
            remove_if_there(&part)?;
            Err(failure)
        }
    }
}

fn records(number: u64) -> String {
    counted(usize::try_from(number).unwrap_or(usize::MAX), "record", "records")
}
