//! The files of an import, read into memory once and gone through twice.

use camino::{Utf8Path, Utf8PathBuf};
use formats::claims::{self, Line};
use formats::table::{self, Context as TableContext, Input, Mapping, TableKind};
use formats::{Error, Problem};
use model::{Claim, Source};

use crate::args::ImportArgs;
use crate::exit::{Outcome, file_failure};

/// A file to import.
pub(super) struct File<'a> {
    /// Where it is.
    pub path: Utf8PathBuf,
    bytes: Vec<u8>,
    form: Form<'a>,
}

enum Form<'a> {
    Lines,
    Table { kind: Option<TableKind>, mapping: Option<&'a Mapping> },
}

/// One row or line: all it says, or what is wrong with it.
#[derive(Default)]
pub(super) struct Row {
    pub is_row: bool,
    pub sources: Vec<Source>,
    pub claims: Vec<Claim>,
    pub problems: Vec<Problem>,
}

/// What the first pass found.
#[derive(Default)]
pub(super) struct FirstPass {
    pub n_rows: usize,
    pub n_rows_good: usize,
    /// The sources of the good rows, each edition once.
    pub sources: Vec<Source>,
    pub problems: Vec<Problem>,
}

/// Reads the files into memory, the sources tables first.
pub(super) fn open<'a>(args: &ImportArgs, mapping: Option<&'a Mapping>) -> Outcome<Vec<File<'a>>> {
    let mut files = Vec::new();
    for path in &args.sources {
        files.push(File {
            bytes: read(path)?,
            path: path.clone(),
            form: Form::Table { kind: Some(TableKind::Sources), mapping: None },
        });
    }
    for path in &args.files {
        let is_lines = path.extension().is_some_and(|ending| matches!(ending, "jsonl" | "ndjson"));
        let form = if is_lines { Form::Lines } else { Form::Table { kind: args.kind, mapping } };
        files.push(File { bytes: read(path)?, path: path.clone(), form });
    }
    Ok(files)
}

fn read(path: &Utf8Path) -> Outcome<Vec<u8>> {
    fs_err::read(path).map_err(|error| file_failure(&error))
}

/// The positions of the files in the order to read them: what others cite first.
pub(super) fn reading_order(files: &[File<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|idx| files[*idx].rank());
    order
}

impl File<'_> {
    /// Its name, for locators: where it lies on this machine is nobody's evidence.
    fn name(&self) -> &str {
        self.path.file_name().unwrap_or(self.path.as_str())
    }

    fn rank(&self) -> (bool, Option<TableKind>) {
        match &self.form {
            Form::Lines => (false, None),
            Form::Table { kind, mapping } => {
                let stated = kind.or(mapping.map(Mapping::layout)).or_else(|| TableKind::of_file_name(self.name()));
                (stated != Some(TableKind::Sources), stated)
            }
        }
    }

    /// Goes through it to the end and keeps what is wrong and what it cites.
    pub(super) fn first_pass(&self, context: &TableContext<'_>) -> Outcome<FirstPass> {
        let mut pass = FirstPass::default();
        for row in self.rows(context) {
            let row = row?;
            pass.n_rows += usize::from(row.is_row);
            pass.n_rows_good += usize::from(row.is_row && row.problems.is_empty());
            for source in row.sources {
                // A list names its own source in every row.
                if !pass.sources.iter().rev().take(8).any(|known| *known == source) {
                    pass.sources.push(source);
                }
            }
            pass.problems
                .extend(row.problems.into_iter().map(|problem| Problem { file: self.path.to_string(), ..problem }));
        }
        Ok(pass)
    }

    /// Its rows or lines, in order.
    pub(super) fn rows<'c>(
        &'c self,
        context: &'c TableContext<'c>,
    ) -> Box<dyn Iterator<Item = Result<Row, Error>> + 'c> {
        match &self.form {
            Form::Lines => {
                Box::new(claims::read_lines(self.name(), self.bytes.as_slice()).map(|line| line.map(Row::from)))
            }
            Form::Table { kind, mapping } => {
                let hash = Some(*blake3::hash(&self.bytes).as_bytes());
                let input =
                    Input { name: self.name(), bytes: self.bytes.as_slice(), kind: *kind, mapping: *mapping, hash };
                Box::new(table::rows(input, context).map(|row| row.map(Row::from)))
            }
        }
    }
}

impl From<table::RowReading> for Row {
    fn from(row: table::RowReading) -> Self {
        Self { is_row: row.is_row, sources: row.sources, claims: row.claims, problems: row.problems }
    }
}

impl From<Result<Line, Problem>> for Row {
    fn from(line: Result<Line, Problem>) -> Self {
        let row = Self { is_row: true, ..Self::default() };
        match line {
            Ok(Line::Claim(claim)) => Self { claims: vec![*claim], ..row },
            Ok(Line::Source(source)) => Self { sources: vec![*source], ..row },
            Err(problem) => Self { problems: vec![problem], ..row },
        }
    }
}
