//! CSV bytes to records: cells with the line each record begins on.
//!
//! Written here rather than taken from the `csv` crate because a problem must name the exact line (blank lines, `\r\n` and
//! line breaks inside cells included) and an unclosed quote must be a problem, not a cell with the rest of the file in it.
//! On everything else it agrees with that crate, which a property test checks.

use std::io::{self, BufRead};

/// The longest record read. Longer ones come from an unclosed quote or are not a table.
pub(super) const MAX_RECORD_BYTES: usize = 1 << 20;

/// One record: its cells, end to end.
#[derive(Debug, Default)]
pub(super) struct Record {
    bytes: Vec<u8>,
    text: String,
    ends: Vec<usize>,
    /// The line it begins on, from 1.
    pub(super) line: u32,
}

impl Record {
    /// How many cells it has.
    pub(super) fn n_cells(&self) -> usize {
        self.ends.len()
    }

    /// A cell without surrounding blanks; empty when there is no such cell.
    pub(super) fn cell(&self, idx: usize) -> &str {
        let Some(&end) = self.ends.get(idx) else { return "" };
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        self.text[start..end].trim()
    }

    /// Its cells in order.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.n_cells()).map(|idx| self.cell(idx))
    }

    fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }
}

/// What reading on led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A record.
    Record,
    /// The end.
    End,
    /// Nothing after this can be trusted; the record holds the line.
    Fault(Fault),
}

/// Why a file cannot be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The bytes hold a zero.
    NotText,
    /// A quote is never closed.
    OpenQuote,
    /// The record is longer than [`MAX_RECORD_BYTES`].
    TooLong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Bare,
    Quoted,
    QuoteInQuoted,
}

/// Reads records, one after another.
#[derive(Debug)]
pub(super) struct Records<R> {
    input: R,
    machine: Machine,
}

#[derive(Debug)]
struct Machine {
    delimiter: u8,
    state: State,
    line: u32,
    after_cr: bool,
}

impl<R: BufRead> Records<R> {
    pub(super) const fn new(input: R, delimiter: u8) -> Self {
        Self { input, machine: Machine { delimiter, state: State::CellStart, line: 1, after_cr: false } }
    }

    /// Reads the next record that is not blank.
    pub(super) fn read(&mut self, record: &mut Record) -> io::Result<Step> {
        loop {
            let step = self.read_any(record)?;
            if step != Step::Record || !record.is_blank() {
                return Ok(step);
            }
        }
    }

    fn read_any(&mut self, record: &mut Record) -> io::Result<Step> {
        record.bytes.clear();
        record.ends.clear();
        record.line = self.machine.line;
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                return Ok(self.machine.finish(record));
            }
            let whole = chunk.iter().position(|&byte| self.machine.takes_last(byte, record));
            let n_used = whole.map_or(chunk.len(), |idx| idx + 1);
            self.input.consume(n_used);
            if whole.is_some() {
                return Ok(decode(record));
            }
            if record.bytes.len() > MAX_RECORD_BYTES {
                return Ok(Step::Fault(Fault::TooLong));
            }
        }
    }
}

impl Machine {
    /// Takes one byte; whether it ends the record.
    fn takes_last(&mut self, byte: u8, record: &mut Record) -> bool {
        let is_second_half = byte == b'\n' && self.after_cr;
        self.after_cr = byte == b'\r';
        if is_second_half && self.state != State::Quoted {
            record.line = self.line;
            return false; // The `\r` has ended the record before.
        }
        if !is_second_half && matches!(byte, b'\r' | b'\n') {
            self.line += 1;
        }
        match (self.state, byte) {
            (State::CellStart, b'"') => self.state = State::Quoted,
            (State::Quoted, b'"') => self.state = State::QuoteInQuoted,
            (State::QuoteInQuoted, b'"') => {
                record.bytes.push(byte);
                self.state = State::Quoted;
            }
            (State::Quoted, _) => record.bytes.push(byte),
            (_, b'\r' | b'\n') => {
                self.end_cell(record);
                return true;
            }
            (_, byte) if byte == self.delimiter => self.end_cell(record),
            (_, byte) => {
                record.bytes.push(byte);
                self.state = State::Bare;
            }
        }
        false
    }

    fn end_cell(&mut self, record: &mut Record) {
        record.ends.push(record.bytes.len());
        self.state = State::CellStart;
    }

    fn finish(&mut self, record: &mut Record) -> Step {
        if self.state == State::Quoted {
            return Step::Fault(Fault::OpenQuote);
        }
        if self.state == State::CellStart && record.ends.is_empty() {
            return Step::End;
        }
        self.end_cell(record);
        decode(record)
    }
}

fn decode(record: &mut Record) -> Step {
    if record.bytes.contains(&0) {
        return Step::Fault(Fault::NotText);
    }
    record.text.clear();
    match std::str::from_utf8(&record.bytes) {
        Ok(text) => record.text.push_str(text),
        Err(_) => return Step::Fault(Fault::NotUtf8),
    }
    Step::Record
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The records with their lines, then how it ended.
    fn check(text: &str, expected: &[(u32, &[&str])], end: Step) {
        let mut records = Records::new(io::BufReader::with_capacity(3, text.as_bytes()), b',');
        let mut record = Record::default();
        for (line, cells) in expected {
            assert_eq!(records.read(&mut record).expect("memory"), Step::Record, "{text:?}");
            assert_eq!((record.line, record.cells().collect::<Vec<_>>()), (*line, cells.to_vec()), "{text:?}");
        }
        assert_eq!(records.read(&mut record).expect("memory"), end, "{text:?}");
    }

    #[test]
    fn records_know_their_lines() {
        check("", &[], Step::End);
        check("\n\r\n \n", &[], Step::End);
        check("\n,, \na,,", &[(3, &["a", "", ""])], Step::End); // What spreadsheets leave below a table is blank.
        check("a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])], Step::End);
        check("a\r\n\r\nb\rc\n", &[(1, &["a"]), (3, &["b"]), (4, &["c"])], Step::End);
        check("\"a\r\nb\",c\nd\n", &[(1, &["a\r\nb", "c"]), (3, &["d"])], Step::End);
        check("\"say \"\"hi\"\"\",5\" pipe\n", &[(1, &["say \"hi\"", "5\" pipe"])], Step::End);
        check("a, b ,\n", &[(1, &["a", "b", ""])], Step::End);
        check("a\n\"b\nc\n", &[(1, &["a"])], Step::Fault(Fault::OpenQuote));
        check("a\0b\n", &[], Step::Fault(Fault::NotText));
    }

    proptest! {
        #[test]
        fn agrees_with_the_csv_crate(text in "[a,\"\r\n ü]{0,40}") {
            let mut ours = Vec::new();
            let mut records = Records::new(text.as_bytes(), b',');
            let mut record = Record::default();
            let end = loop {
                match records.read(&mut record).expect("memory") {
                    Step::Record => ours.push(record.cells().map(str::to_owned).collect::<Vec<_>>()),
                    end => break end,
                }
            };
            if end != Step::End {
                return Ok(()); // The other crate reads an unclosed quote as a cell with the rest of the file.
            }
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|r| r.expect("UTF-8").iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
                .filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.is_empty()))
                .collect();
            ours.retain(|cells| cells.iter().any(|cell| !cell.is_empty()));
            prop_assert_eq!(ours, theirs);
        }
    }
}
