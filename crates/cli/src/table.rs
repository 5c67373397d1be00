//! Tables and paragraphs for the terminal, by display width: Cyrillic counts one column a letter, Chinese two.
//!
//! Without a terminal there is no width to fit, and nothing is cut. Color is laid on after measuring and never says
//! anything that the words do not.

use owo_colors::{OwoColorize, Style};
use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";
/// No column is made narrower than this.
const LEAST: usize = 8;

/// A table: a header and rows of the same length.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    header: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

/// A cell: a text on one line, and how it looks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    text: String,
    style: Style,
    is_right: bool,
}

impl Cell {
    /// A cell that looks like any other.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::new(), is_right: false }
    }

    /// The same in a style.
    pub(crate) fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The same, set to the right: for numbers.
    pub(crate) fn right(mut self) -> Self {
        self.is_right = true;
        self
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

impl Table {
    pub(crate) fn new(header: impl IntoIterator<Item = &'static str>) -> Self {
        Self { header: header.into_iter().collect(), rows: Vec::new() }
    }

    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = Cell>) {
        let row: Vec<Cell> = row.into_iter().collect();
        debug_assert_eq!(row.len(), self.header.len(), "a row fits its header");
        self.rows.push(row);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as text, every line with its line end. Within `width`, the widest columns are cut with `…`.
    pub(crate) fn render(&self, width: Option<usize>) -> String {
        let mut widths: Vec<usize> = self.header.iter().map(|text| text.width()).collect();
        for row in &self.rows {
            for (cell, known) in row.iter().zip(&mut widths) {
                *known = (*known).max(cell.text.width());
            }
        }
        if let Some(width) = width {
            narrow(&mut widths, width);
        }
        let bold = Style::new().bold();
        let header: Vec<Cell> = self.header.iter().map(|text| Cell::new(*text).styled(bold)).collect();
        let mut out = String::new();
        for row in std::iter::once(&header).chain(&self.rows) {
            render_row(&mut out, row, &widths);
        }
        out
    }

    /// The table as CSV (RFC 4180, line feeds), the header in lower case with `_`.
    pub(crate) fn to_csv(&self) -> String {
        let mut out = String::new();
        let header: Vec<String> = self.header.iter().map(|text| text.to_lowercase().replace(' ', "_")).collect();
        csv_row(&mut out, header.iter().map(String::as_str));
        for row in &self.rows {
            csv_row(&mut out, row.iter().map(|cell| cell.text.as_str()));
        }
        out
    }
}

fn csv_row<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (idx, cell) in cells.enumerate() {
        if idx > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push('\n');
}

/// Takes columns from the widest until the row fits, or all are at their least.
fn narrow(widths: &mut [usize], width: usize) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        match widths.iter_mut().max() {
            Some(widest) if *widest > LEAST => *widest -= 1,
            _ => return,
        }
    }
}

fn render_row(out: &mut String, row: &[Cell], widths: &[usize]) {
    let mut line = String::new();
    for (idx, (cell, width)) in row.iter().zip(widths).enumerate() {
        let text = cut(&cell.text, *width);
        let blanks = " ".repeat(width.saturating_sub(text.width()));
        if idx > 0 {
            line.push_str(GAP);
        }
        let styled = text.style(cell.style).to_string();
        let (before, after) = if cell.is_right { (blanks.as_str(), "") } else { ("", blanks.as_str()) };
        line.push_str(before);
        line.push_str(&styled);
        line.push_str(after);
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

/// The text, or its beginning with `…` when it is wider than `width`.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        let next = letter.to_string();
        if out.width() + next.width() + 1 > width {
            break;
        }
        out.push_str(&next);
    }
    out.push('…');
    out
}

/// A paragraph: the first line after `lead`, the others under it. Without a width it is one line.
pub(crate) fn paragraph(lead: &str, text: &str, width: Option<usize>) -> String {
    let indent = " ".repeat(lead.width());
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(indent.len()).max(20));
    let mut out = lead.to_owned();
    let mut used = 0;
    for word in text.split_whitespace() {
        let word_width = word.width();
        if used > 0 && used + 1 + word_width > room {
            out.push('\n');
            out.push_str(&indent);
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += word_width;
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out.push('\n');
    out
}

/// The text filled with blanks up to a display width.
pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_fits_its_terminal() {
        let mut table = Table::new(["party", "number"]);
        table.push([Cell::new("Набережные Челны – Сочи"), Cell::new("7").right()]);
        table.push(["北京市".into(), Cell::new("12").right()]);
        let plain = |width| anstream::adapter::strip_str(&table.render(width)).to_string();
        assert_eq!(
            plain(None),
            "party                    number\nНабережные Челны – Сочи       7\n北京市                       12\n"
        );
        assert_eq!(plain(Some(20)), "party         number\nНабережные …       7\n北京市            12\n");
        for width in 20..40 {
            assert!(plain(Some(width)).lines().all(|line| line.width() <= width), "{width}");
        }
    }

    #[test]
    fn cells_are_quoted_in_csv() {
        let mut table = Table::new(["known as", "note"]);
        table.push(["a, b".into(), "say \"no\"".into()]);
        assert_eq!(table.to_csv(), "known_as,note\n\"a, b\",\"say \"\"no\"\"\"\n");
    }

    #[test]
    fn a_paragraph_hangs_under_its_lead() {
        assert_eq!(paragraph("- ", "one two three", None), "- one two three\n");
        assert_eq!(
            paragraph("- ", "aaaaaaaaaa bbbbbbbbbb cccccccccc", Some(22)),
            "- aaaaaaaaaa\n  bbbbbbbbbb\n  cccccccccc\n"
        );
        assert_eq!(paragraph("x: ", "", None), "x:\n");
    }

    #[test]
    fn wide_letters_are_cut_by_width() {
        assert_eq!(cut("北京市", 5), "北京…");
        assert_eq!(cut("Тула", 4), "Тула");
        assert_eq!(cut("Тула", 3), "Ту…");
    }
}
