//! Reading a table, whole or row by row.
//!
//! Row by row, memory stays flat however long the table is: nothing is kept between rows but the header (and, for a
//! sources table, the ids seen). Whoever wants to know that a table is good before importing it reads it twice.

use std::collections::BTreeSet;
use std::io::{BufReader, Chain, Cursor, Read};

use model::{Claim, Maker, PartialDate, PartyId, Source, SourceId};

use super::book::{self, SourceBook};
use super::cells::Row;
use super::facts::{Draft, Frame, Work};
use super::header::{self, Header};
use super::kind::TableKind;
use super::mapping::Mapping;
use super::parties::KnownParties;
use super::records::{Record, Records, Step};
use super::sniff::{self, HEAD_BYTES};
use super::{partners, places, ties};
use crate::{Error, Problem};

/// A table in memory.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// Its file name: named in every problem and locator, and may say the layout.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its layout; `None` to take the mapping's, the file name's, or the one the header fits.
    pub kind: Option<TableKind>,
    /// How to read it when it is somebody's own.
    pub mapping: Option<&'a Mapping>,
}

impl<'a> Table<'a> {
    /// A table whose layout its name or header says.
    #[must_use]
    pub const fn named(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, kind: None, mapping: None }
    }
}

/// A table to be read row by row; the fields are those of [`Table`].
#[derive(Debug)]
pub struct Input<'a, R> {
    /// Its file name.
    pub name: &'a str,
    /// Its bytes, from the first; needs no buffer of its own.
    pub bytes: R,
    /// Its layout, if known.
    pub kind: Option<TableKind>,
    /// How to read it when it is somebody's own.
    pub mapping: Option<&'a Mapping>,
    /// The BLAKE3 hash of its bytes, if known: kept with the source that a clerk's list itself is.
    pub hash: Option<[u8; 32]>,
}

/// What a table is read against.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The sources it may cite.
    pub book: &'a SourceBook,
    /// Parties by name, for a clerk's list.
    pub parties: &'a dyn KnownParties,
    /// What writes the claims down.
    pub maker: &'a Maker,
    /// Whose list it is, for a clerk's list; before the mapping's.
    pub owner: Option<&'a PartyId>,
    /// When it was said, where neither row, source nor mapping says it.
    pub said_on: Option<PartialDate>,
}

impl<'a> Context<'a> {
    /// A context without owner and date.
    #[must_use]
    pub const fn new(book: &'a SourceBook, parties: &'a dyn KnownParties, maker: &'a Maker) -> Self {
        Self { book, parties, maker, owner: None, said_on: None }
    }
}

/// What a table says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sources it brings, each once, in the order of rows.
    pub sources: Vec<Source>,
    /// The claims of the good rows, in the order of rows and columns.
    pub claims: Vec<Claim>,
    /// All that is wrong, in the order of lines.
    pub problems: Vec<Problem>,
    /// How many rows there are below the header, blank ones not counted; 0 when the header is wrong.
    pub n_rows: usize,
    /// How many of them have no problem.
    pub n_rows_good: usize,
}

/// What one row says: all of it, or its problems.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowReading {
    /// The line it begins on, from 1.
    pub line: u32,
    /// Whether it is a row; if not, it holds the problems of the file or its header and is the last.
    pub is_row: bool,
    /// The sources it brings; another row may bring the same.
    pub sources: Vec<Source>,
    /// Its claims; none when there is a problem.
    pub claims: Vec<Claim>,
    /// All that is wrong with it, in the order of columns.
    pub problems: Vec<Problem>,
}

/// Reads a table in memory.
///
/// Bytes that are not a table of UTF-8 text give one problem and no claims; so does a header that does not fit. A row with a
/// problem gives no claims, the others give all of theirs.
///
/// # Example
/// See [`crate::table`].
#[must_use]
pub fn read(table: Table<'_>, context: &Context<'_>) -> Reading {
    let mut reading = Reading::default();
    if let Some(problem) = sniff::problem(table.name, table.bytes) {
        reading.problems.push(problem);
        return reading;
    }
    let Table { name, bytes, kind, mapping } = table;
    let hash = Some(*blake3::hash(bytes).as_bytes());
    let mut seen = BTreeSet::new();
    for row in rows(Input { name, bytes, kind, mapping, hash }, context) {
        let row = row.expect("reading from memory cannot fail");
        reading.n_rows += usize::from(row.is_row);
        reading.n_rows_good += usize::from(row.is_row && row.problems.is_empty());
        for source in row.sources {
            if seen.insert(source.id.clone()) {
                reading.sources.push(source);
            }
        }
        reading.claims.extend(row.claims);
        reading.problems.extend(row.problems);
    }
    reading
}

/// Reads a table row by row.
///
/// The iterator gives each row below the header, good or not. Where the file or header is wrong, or a row makes the rest
/// unreadable, it gives that problem as something that is not a row, and ends.
///
/// # Errors
/// An item is [`Error::Read`] when the reader fails; it is the last.
pub fn rows<'a, R: Read>(input: Input<'a, R>, context: &'a Context<'a>) -> Rows<'a, R> {
    let Input { name, bytes, kind, mapping, hash } = input;
    let frame = RowsFrame { name, mapping, hash, context, seen: BTreeSet::new() };
    Rows { frame, state: State::Start { bytes, kind } }
}

/// The rows of a table; see [`rows`].
pub struct Rows<'a, R> {
    frame: RowsFrame<'a>,
    state: State<R>,
}

enum State<R> {
    Start { bytes: R, kind: Option<TableKind> },
    Body(Box<Body<R>>),
    Done,
}

struct Body<R> {
    records: Records<BufReader<Chain<Cursor<Vec<u8>>, R>>>,
    record: Record,
    header: Header,
    kind: TableKind,
}

/// What does not change from row to row, and the source ids seen.
struct RowsFrame<'a> {
    name: &'a str,
    mapping: Option<&'a Mapping>,
    hash: Option<[u8; 32]>,
    context: &'a Context<'a>,
    seen: BTreeSet<SourceId>,
}

impl<R: Read> Iterator for Rows<'_, R> {
    type Item = Result<RowReading, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut state = std::mem::replace(&mut self.state, State::Done);
        if let State::Start { bytes, kind } = state {
            state = match self.frame.start(bytes, kind) {
                Ok(Ok(body)) => State::Body(Box::new(body)),
                Ok(Err(problems)) => return Some(Ok(not_a_row(problems))),
                Err(error) => return Some(Err(error)),
            };
        }
        let State::Body(mut body) = state else { return None };
        match body.records.read(&mut body.record) {
            Ok(Step::End) => None,
            Ok(Step::Record) => {
                let reading = self.frame.row(&body);
                self.state = State::Body(body);
                Some(Ok(reading))
            }
            Ok(Step::Fault(fault)) => Some(Ok(not_a_row(vec![sniff::fault(self.frame.name, body.record.line, fault)]))),
            Err(source) => Some(Err(self.frame.failed(source))),
        }
    }
}

fn not_a_row(problems: Vec<Problem>) -> RowReading {
    let line = problems.first().map_or(1, |problem| problem.line);
    RowReading { line, problems, ..RowReading::default() }
}

impl RowsFrame<'_> {
    fn failed(&self, source: std::io::Error) -> Error {
        Error::Read { file: self.name.to_owned(), source }
    }

    fn start<R: Read>(&self, mut bytes: R, kind: Option<TableKind>) -> Result<Result<Body<R>, Vec<Problem>>, Error> {
        let mut head = Vec::new();
        bytes.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(|source| self.failed(source))?;
        if let Some(problem) = sniff::problem(self.name, &head) {
            return Ok(Err(vec![problem]));
        }
        let text = sniff::without_mark(&head).to_vec();
        let delimiter = header::delimiter(&text, self.mapping);
        let mut records = Records::new(BufReader::new(Cursor::new(text).chain(bytes)), delimiter);
        let mut record = Record::default();
        match records.read(&mut record).map_err(|source| self.failed(source))? {
            Step::Record => {}
            Step::End => return Ok(Err(vec![self.problem(1, "", "a header line".into())])),
            Step::Fault(fault) => return Ok(Err(vec![sniff::fault(self.name, record.line, fault)])),
        }
        Ok(self.header(&record, kind).map(|(header, kind)| Body { records, record, header, kind }))
    }

    fn header(&self, record: &Record, kind: Option<TableKind>) -> Result<(Header, TableKind), Vec<Problem>> {
        let stated = kind.or(self.mapping.map(Mapping::layout)).or_else(|| TableKind::of_file_name(self.name));
        let Some(kind) = stated.or_else(|| header::kind_by_columns(record)) else {
            let found = record.cells().collect::<Vec<_>>().join(", ");
            let expected =
                format!("the columns of one layout; name the layout, one of: {}", TableKind::WORDS.join(", "));
            return Err(vec![self.problem(record.line, &found, expected)]);
        };
        if kind == TableKind::Partners && self.owner().is_none() {
            return Err(vec![self.problem(record.line, "", "the owner of the list: `owner` in a mapping file".into())]);
        }
        header::read(self.name, record, kind, self.mapping).map(|header| (header, kind))
    }

    fn owner(&self) -> Option<&PartyId> {
        self.context.owner.or_else(|| self.mapping.and_then(Mapping::owner))
    }

    fn problem(&self, line: u32, found: &str, expected: String) -> Problem {
        Problem { file: self.name.to_owned(), line, column: String::new(), found: found.to_owned(), expected }
    }

    fn row<R>(&mut self, body: &Body<R>) -> RowReading {
        let mut reading = RowReading { line: body.record.line, is_row: true, ..RowReading::default() };
        let mut row = Row {
            file: self.name,
            kind: body.kind,
            header: &body.header,
            record: &body.record,
            mapping: self.mapping,
            context: self.context,
            problems: Vec::new(),
        };
        if row.has_shape() {
            match body.kind {
                TableKind::LeftOut => {}
                TableKind::Sources => self.source(&mut row, &mut reading),
                TableKind::Places | TableKind::Institutions => reading.claims = party_claims(&mut row),
                TableKind::Partners => {
                    let owner = self.owner().expect("the header was refused without an owner").clone();
                    if let Some((sources, claims)) = partners::read(&mut row, &owner, self.hash) {
                        (reading.sources, reading.claims) = (sources, claims);
                    }
                }
                _ => reading.claims = tie_claims(&mut row),
            }
        }
        if row.problems.is_empty() {
            if body.kind == TableKind::Sources {
                self.seen.extend(reading.sources.first().map(|source| source.id.clone()));
            }
            return reading;
        }
        let mut problems = row.problems;
        problems.sort_by_key(|problem| body.header.names.iter().position(|name| *name == problem.column));
        RowReading { line: reading.line, is_row: true, problems, ..RowReading::default() }
    }

    fn source(&self, row: &mut Row<'_>, reading: &mut RowReading) {
        let Some(source) = book::source(row) else { return };
        if self.seen.contains(&source.id) {
            row.problem("id", "an id that no row above has");
        }
        reading.sources.push(source);
    }
}

/// The works a row cites, with what the book knows of them.
fn works(row: &mut Row<'_>) -> Vec<Work> {
    let cited = row.cited();
    let work = |id: SourceId| {
        let source = row.context.book.get(&id)?;
        Some(Work { published: source.published, grade: source.grade, id })
    };
    cited.into_iter().filter_map(work).collect()
}

fn tie_claims(row: &mut Row<'_>) -> Vec<Claim> {
    let frame = Frame::read(row);
    let works = works(row);
    match ties::draft(row) {
        Some(draft) if row.kind.is_imported() => frame.claim_per_work(row, &draft, &works),
        _ => Vec::new(),
    }
}

/// One claim per cell or item, citing the first work; the note names the others.
fn party_claims(row: &mut Row<'_>) -> Vec<Claim> {
    let mut frame = Frame::read(row);
    let works = works(row);
    let Some((first, others)) = works.split_first() else { return Vec::new() };
    if !others.is_empty() {
        let others = others.iter().map(|work| work.id.as_str()).collect::<Vec<_>>().join(", ");
        let note = [frame.note.as_str(), &format!("also cited: {others}")].join(" · ");
        frame.note = note.trim_start_matches(" · ").to_owned();
    }
    let drafts: Vec<Draft> = places::drafts(row).unwrap_or_default();
    drafts.iter().map(|draft| frame.first_claim(row, draft, first)).collect()
}
