//! One row: its cells by declared column, read by their forms, with the problems met on the way.

use model::{PartialDate, PartyId, Period, SourceId, TieId};

use super::dates::{Written, to_edtf};
use super::form::Form;
use super::header::Header;
use super::kind::TableKind;
use super::mapping::Mapping;
use super::nearest::nearest;
use super::read::Context;
use super::records::Record;
use crate::Problem;

const ORDER_WANTED: &str =
    "a date such as 1991-04-03, or `order = \"dmy\"` or `\"mdy\"` under [dates] in a mapping file";

/// One row of a table whose header fits.
pub(super) struct Row<'a> {
    pub(super) file: &'a str,
    pub(super) kind: TableKind,
    pub(super) header: &'a Header,
    pub(super) record: &'a Record,
    pub(super) mapping: Option<&'a Mapping>,
    pub(super) context: &'a Context<'a>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Row<'a> {
    /// The cell as it stands in the file, without surrounding blanks.
    pub(super) fn raw(&self, column: &str) -> &'a str {
        self.header.position(column).map_or("", |idx| self.record.cell(idx))
    }

    /// The cell as the mapping file has it read; empty when it is not known.
    ///
    /// # Panics
    /// When the layout declares no such column: a bug of this crate.
    pub(super) fn text(&self, column: &str) -> &'a str {
        debug_assert!(self.kind.column(column).is_some(), "`{column}` is a column of `{}`", self.kind.word());
        let raw = self.raw(column);
        let Some(mapping) = self.mapping else { return raw };
        let value = mapping.value(column, raw).unwrap_or(raw);
        if raw.is_empty() { mapping.default(column).unwrap_or(value) } else { value }
    }

    /// The cell, unless it is empty or the layout has no such column.
    pub(super) fn filled(&self, column: &str) -> Option<&'a str> {
        self.kind.column(column)?;
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// The items of a list.
    pub(super) fn list(&self, column: &str) -> Vec<&'a str> {
        self.text(column).split(';').map(str::trim).filter(|item| !item.is_empty()).collect()
    }

    /// Notes that a cell is not what was expected.
    pub(super) fn problem(&mut self, column: &str, expected: impl Into<String>) {
        let raw = self.raw(column);
        let found = if raw.is_empty() { self.text(column) } else { raw };
        self.problem_at(column, found, expected.into());
    }

    fn problem_at(&mut self, column: &str, found: &str, expected: String) {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: self.record.line,
            column: self.header.name(column).to_owned(),
            found: found.to_owned(),
            expected,
        });
    }

    /// Checks that required cells are filled; whether the row is as long as the header, so that it can be read at all.
    pub(super) fn has_shape(&mut self) -> bool {
        let (n_cells, n_names) = (self.record.n_cells(), self.header.names.len());
        if n_cells != n_names {
            let found = format!("{n_cells} cells");
            let expected = format!("{n_names}, as in the header; a cell with a separator in it needs quotes");
            let (file, line) = (self.file.to_owned(), self.record.line);
            self.problems.push(Problem { file, line, column: String::new(), found, expected });
            return false;
        }
        for (idx, name) in self.header.names.iter().enumerate() {
            if name.is_empty() && !self.record.cell(idx).is_empty() {
                self.problem_at("", self.record.cell(idx), "a header over this cell".into());
            }
        }
        for column in self.kind.columns().iter().filter(|column| column.required) {
            if self.text(column.name).is_empty() {
                self.problem(column.name, format!("{}: {}", column.meaning, column.form.expected()));
            }
        }
        true
    }

    /// Reads a cell; `None` when it is empty, or when it is wrong and has been noted.
    pub(super) fn parsed<T, E>(&mut self, column: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        let value = parse(self.filled(column)?).ok();
        if value.is_none() {
            self.problem(column, self.expected(column));
        }
        value
    }

    fn expected(&self, column: &str) -> String {
        self.kind.column(column).map_or_else(String::new, |column| column.form.expected())
    }

    fn dated<T: std::str::FromStr<Err = model::Error>>(&mut self, column: &str) -> Option<T> {
        let text = self.filled(column)?;
        let expected = match to_edtf(text, self.mapping.and_then(|mapping| mapping.order)) {
            Written::NoOrder => ORDER_WANTED.to_owned(),
            Written::Text(text) => match text.parse() {
                Ok(value) => return Some(value),
                Err(model::Error::Backwards { .. }) => "a period with the earlier date first".to_owned(),
                Err(_) => self.expected(column),
            },
        };
        self.problem(column, expected);
        None
    }

    /// A date; `None` when it is not known.
    pub(super) fn date(&mut self, column: &str) -> Option<PartialDate> {
        self.dated(column)
    }

    /// A period; of which nothing is known when the cell is empty.
    pub(super) fn period(&mut self, column: &str) -> Period {
        self.dated(column).unwrap_or(Period::UNKNOWN)
    }

    /// A whole number that fits.
    pub(super) fn whole<T: TryFrom<u64>>(&mut self, column: &str) -> Option<T> {
        self.parsed(column, |text| {
            let plain = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u64>().ok().filter(|_| plain).and_then(|n| T::try_from(n).ok()).ok_or(())
        })
    }

    /// A decimal number in millionths, within `±limit` whole units.
    pub(super) fn millionths(&mut self, column: &str, limit: i32) -> Option<i32> {
        let text = self.filled(column)?;
        let value = millionths(text).filter(|n| n.unsigned_abs() <= u64::from(limit.unsigned_abs()) * 1_000_000);
        let value = value.and_then(|n| i32::try_from(n).ok());
        if value.is_none() {
            self.problem(
                column,
                format!("{} between -{limit} and {limit}, at most six decimals", Form::Decimal.expected()),
            );
        }
        value
    }

    /// Yes or no; `None` when it is not known.
    pub(super) fn yes_no(&mut self, column: &str) -> Option<bool> {
        self.parsed(column, |text| match text.to_ascii_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => Ok(true),
            "no" | "n" | "false" | "0" => Ok(false),
            _ => Err(()),
        })
    }

    /// A party that must be one of the tie's.
    pub(super) fn party_of(&mut self, column: &str, tie: Option<&TieId>) -> Option<PartyId> {
        let party = self.parsed(column, PartyId::parse)?;
        if let Some(tie) = tie
            && !tie.has(&party)
        {
            self.problem(
                column,
                format!("one of the parties of the tie: {}", tie.party_texts().collect::<Vec<_>>().join(", ")),
            );
            return None;
        }
        Some(party)
    }

    /// A tie, or the countries between which ties are meant.
    pub(super) fn tie(&mut self, column: &str) -> Option<TieId> {
        self.parsed(column, TieId::parse)
    }

    /// The sources cited, each once, in the order of the cell.
    pub(super) fn cited(&mut self) -> Vec<SourceId> {
        let mut cited: Vec<SourceId> = Vec::new();
        for item in self.list("source") {
            match SourceId::parse(item).ok().filter(|id| self.context.book.get(id).is_some()) {
                Some(id) if cited.contains(&id) => {}
                Some(id) => cited.push(id),
                None => self.unknown_source(item),
            }
        }
        cited
    }

    fn unknown_source(&mut self, item: &str) {
        let known = self.context.book.iter().map(|source| source.id.as_str());
        let expected = match nearest(item, known) {
            Some(near) => format!("a source of the sources table, perhaps `{near}`"),
            None => "a source of the sources table; add it there".to_owned(),
        };
        self.problem_at("source", item, expected);
    }

    /// The row as it stands: its cells with their headers, but for empty and ignored ones.
    pub(super) fn quote(&self) -> String {
        let cells = self.header.names.iter().enumerate().filter(|&(idx, _)| self.header.is_quoted[idx]);
        let cells = cells.map(|(idx, name)| (name, self.record.cell(idx))).filter(|(_, cell)| !cell.is_empty());
        cells.map(|(name, cell)| format!("{name}: {cell}")).collect::<Vec<_>>().join(" · ")
    }
}

/// A decimal text in millionths, exactly; `None` when it is no plain number or finer than that.
fn millionths(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |s: &str| !s.is_empty() && s.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(part) || whole.len() > 9 {
        return None;
    }
    let part = part.trim_end_matches('0');
    if part.len() > 6 {
        return None;
    }
    let value = whole.parse::<i64>().ok()? * 1_000_000 + format!("{part:0<6}").parse::<i64>().ok()?;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        for (found, expected) in [
            ("12.5", Some(12_500_000)),
            ("-45.25", Some(-45_250_000)),
            ("−3", Some(-3_000_000)),
            ("+5.75", Some(5_750_000)),
            ("0.000001", Some(1)),
            ("1.5000000", Some(1_500_000)),
            ("1.0000001", None),
            ("1,5", None),
            ("1.", None),
            (".5", None),
            ("", None),
            ("1e3", None),
        ] {
            assert_eq!(millionths(found), expected, "{found}");
        }
    }
}
