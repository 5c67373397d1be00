//! The header: which separator, which layout, and which cell of a row is which column.

use std::io::Cursor;

use super::form::Column;
use super::kind::TableKind;
use super::mapping::{Mapping, fold};
use super::nearest::nearest;
use super::records::{Record, Records, Step};
use crate::Problem;

/// Which cell of a row is which column.
#[derive(Debug)]
pub(super) struct Header {
    /// The names as they stand in the file.
    pub(super) names: Vec<String>,
    /// For each declared column the position of its cell.
    positions: Vec<Option<usize>>,
    /// For each cell whether it may be quoted; what is ignored may not.
    pub(super) is_quoted: Vec<bool>,
    kind: TableKind,
}

impl Header {
    /// The position of a declared column's cell; `None` when the file lacks the column.
    pub(super) fn position(&self, column: &str) -> Option<usize> {
        let idx = self.kind.columns().iter().position(|declared| declared.name == column)?;
        self.positions[idx]
    }

    /// The column's name as it stands in the file, or ours where the file lacks it.
    pub(super) fn name<'a>(&'a self, column: &'a str) -> &'a str {
        self.position(column).map_or(column, |idx| &self.names[idx])
    }
}

/// The separator that makes the header fit best: most known columns, then most cells, then the order `,` `;` tab.
///
/// A header of one cell fits all alike, so it counts as separated by `,`.
pub(super) fn delimiter(head: &[u8], mapping: Option<&Mapping>) -> u8 {
    let theirs: Vec<String> = mapping.into_iter().flat_map(Mapping::their_names).map(fold).collect();
    let fit = |delimiter: u8| {
        let record = first_record(head, delimiter);
        let known = record.cells().filter(|cell| is_known(&fold(cell), &theirs)).count();
        (known, record.n_cells())
    };
    let mut best = (b',', fit(b','));
    for delimiter in [b';', b'\t'] {
        let fit = fit(delimiter);
        if fit > best.1 && fit.1 > 1 {
            best = (delimiter, fit);
        }
    }
    best.0
}

fn first_record(head: &[u8], delimiter: u8) -> Record {
    let mut record = Record::default();
    match Records::new(Cursor::new(head), delimiter).read(&mut record) {
        Ok(Step::Record) => record,
        _ => Record::default(),
    }
}

fn is_known(folded: &str, theirs: &[String]) -> bool {
    theirs.iter().any(|name| name == folded) || TableKind::ALL.iter().any(|kind| kind.column(folded).is_some())
}

/// The layout whose columns the header has: all required ones, fewest unknown, most known. `None` when none or two fit.
pub(super) fn kind_by_columns(record: &Record) -> Option<TableKind> {
    let names: Vec<String> = record.cells().map(fold).collect();
    let mut fits: Vec<_> = TableKind::ALL
        .iter()
        .filter(|kind| !kind.columns().is_empty())
        .filter(|kind| kind.columns().iter().all(|column| !column.required || names.iter().any(|n| n == column.name)))
        .map(|&kind| (names.iter().filter(|name| kind.column(name).is_none()).count(), kind))
        .collect();
    fits.sort();
    match fits.as_slice() {
        [(_, kind)] => Some(*kind),
        [(n_unknown, kind), (n_unknown_next, _), ..] if n_unknown < n_unknown_next => Some(*kind),
        _ => None,
    }
}

/// Reads the header of a known layout, or says all that is wrong with it.
pub(super) fn read(
    file: &str,
    record: &Record,
    kind: TableKind,
    mapping: Option<&Mapping>,
) -> Result<Header, Vec<Problem>> {
    let names: Vec<String> = record.cells().map(str::to_owned).collect();
    let is_quoted = names.iter().map(|name| !mapping.is_some_and(|m| m.ignores(name))).collect();
    if kind == TableKind::LeftOut {
        return Ok(Header { names, positions: Vec::new(), is_quoted, kind });
    }
    let mut reader = Reader { file, line: record.line, kind, mapping, names: &names, problems: Vec::new() };
    reader.duplicates();
    let positions: Vec<_> = kind.columns().iter().map(|column| reader.position(column)).collect();
    reader.unknown(&positions);
    if reader.problems.is_empty() { Ok(Header { names, positions, is_quoted, kind }) } else { Err(reader.problems) }
}

struct Reader<'a> {
    file: &'a str,
    line: u32,
    kind: TableKind,
    mapping: Option<&'a Mapping>,
    names: &'a [String],
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, found: &str, expected: String) {
        let (file, line, column) = (self.file.to_owned(), self.line, String::new());
        self.problems.push(Problem { file, line, column, found: found.to_owned(), expected });
    }

    fn is_ignored(&self, name: &str) -> bool {
        self.mapping.is_some_and(|mapping| mapping.ignores(name))
    }

    fn duplicates(&mut self) {
        for (idx, name) in self.names.iter().enumerate() {
            let twice = self.names[..idx].iter().any(|other| fold(other) == fold(name));
            if twice && !name.is_empty() && !self.is_ignored(name) {
                self.problem(name, "each column once".into());
            }
        }
    }

    fn position(&mut self, column: &Column) -> Option<usize> {
        let theirs = self.mapping.and_then(|mapping| mapping.their_name(column.name));
        let wanted = fold(theirs.unwrap_or(column.name));
        let position = self.names.iter().position(|name| fold(name) == wanted && !self.is_ignored(name));
        if position.is_none() {
            let has_default = self.mapping.is_some_and(|mapping| mapping.default(column.name).is_some());
            if let Some(theirs) = theirs {
                self.problem("", format!("the column `{theirs}`, which the mapping file reads as `{}`", column.name));
            } else if column.required && !has_default {
                self.problem("", format!("the column `{}`: {}", column.name, column.meaning));
            }
        }
        position
    }

    fn unknown(&mut self, positions: &[Option<usize>]) {
        let free: Vec<&str> =
            self.kind.columns().iter().zip(positions).filter(|(_, at)| at.is_none()).map(|(c, _)| c.name).collect();
        for (idx, name) in self.names.iter().enumerate() {
            if name.is_empty() || positions.contains(&Some(idx)) || self.is_ignored(name) {
                continue;
            }
            if self.kind.column(&fold(name)).is_some()
                && self.names[..idx].iter().any(|other| fold(other) == fold(name))
            {
                continue; // Said already: it is there twice.
            }
            let word = self.kind.word();
            let expected = match nearest(&fold(name), free.iter().copied()) {
                Some(near) => {
                    format!("a column of `{word}`, perhaps `{near}`; or list it under `ignore` in a mapping file")
                }
                None => format!(
                    "a column of `{word}`; name ours under [columns] or list it under `ignore` in a mapping file"
                ),
            };
            self.problem(name, expected);
        }
    }
}
