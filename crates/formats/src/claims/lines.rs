//! Lines of JSON to claims and sources, and back.

use std::io::{BufRead, Write};

use model::{Claim, Source};
use serde::{Deserialize, Serialize};

use super::record::{ClaimRecord, SourceRecord};
use crate::{Error, Problem};

/// What one line holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A claim.
    Claim(Box<Claim>),
    /// A source.
    Source(Box<Source>),
}

/// What a file of lines holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sources, in the order of lines.
    pub sources: Vec<Source>,
    /// The claims, in the order of lines.
    pub claims: Vec<Claim>,
    /// All that is wrong, at most one for each line.
    pub problems: Vec<Problem>,
    /// How many lines there are, blank ones not counted.
    pub n_lines: usize,
}

/// A line as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LineRecord {
    Claim(Box<ClaimRecord>),
    Source(Box<SourceRecord>),
}

/// Reads a file in memory; `name` is its name, for the problems.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    for line in read_lines(name, bytes) {
        reading.n_lines += 1;
        match line.expect("reading from memory cannot fail") {
            Ok(Line::Claim(claim)) => reading.claims.push(*claim),
            Ok(Line::Source(source)) => reading.sources.push(*source),
            Err(problem) => reading.problems.push(problem),
        }
    }
    reading
}

/// Reads line by line, so that memory stays flat: each line that is not blank gives what it holds, or its problem.
///
/// # Errors
/// An item is [`Error::Read`] when the reader fails; it is the last.
pub fn read_lines(name: &str, mut input: impl BufRead) -> impl Iterator<Item = Result<Result<Line, Problem>, Error>> {
    let mut line_no = 0_u32;
    let mut buffer = Vec::new();
    let mut is_over = false;
    std::iter::from_fn(move || {
        while !is_over {
            buffer.clear();
            line_no = line_no.saturating_add(1);
            match input.read_until(b'\n', &mut buffer) {
                Ok(0) => is_over = true,
                Ok(_) => {
                    let bytes =
                        if line_no == 1 { buffer.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&buffer) } else { &buffer };
                    if !bytes.trim_ascii().is_empty() {
                        return Some(Ok(parse(name, line_no, bytes.trim_ascii())));
                    }
                }
                Err(source) => {
                    is_over = true;
                    return Some(Err(Error::Read { file: name.to_owned(), source }));
                }
            }
        }
        None
    })
}

fn parse(file: &str, line: u32, bytes: &[u8]) -> Result<Line, Problem> {
    let problem = |expected: String| Problem {
        file: file.to_owned(),
        line,
        column: String::new(),
        found: String::from_utf8_lossy(bytes).into_owned(),
        expected,
    };
    let record = serde_json::from_slice(bytes).map_err(|error| {
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        problem(format!("a claim or a source; at byte {}: {message}", error.column()))
    })?;
    let wrong = |error: model::Error| problem(format!("a claim or a source; {error}: {}", error.hint()));
    match record {
        LineRecord::Claim(record) => record.to_claim().map(|claim| Line::Claim(Box::new(claim))).map_err(wrong),
        LineRecord::Source(record) => record.to_source().map(|source| Line::Source(Box::new(source))).map_err(wrong),
    }
}

/// Writes a claim as one line.
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_claim(claim: &Claim, out: impl Write) -> Result<(), Error> {
    write(&LineRecord::Claim(Box::new(claim.into())), out)
}

/// Writes a source as one line.
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_source(source: &Source, out: impl Write) -> Result<(), Error> {
    write(&LineRecord::Source(Box::new(source.into())), out)
}

fn write(record: &LineRecord, mut out: impl Write) -> Result<(), Error> {
    let failed = Error::write("a line of JSON");
    serde_json::to_writer(&mut out, record).map_err(|error| failed(error.into()))?;
    out.write_all(b"\n").map_err(failed)
}
