//! Pieces of a page to text: paragraphs parted by a blank line, items and rows on lines, cells by a tab.

use super::page::{Page, Piece};
use super::words::{Block, block};

/// Text being written, blanks collapsed.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    /// Line breaks due before the next word: 2 for a paragraph.
    n_breaks: usize,
    has_blank: bool,
    has_tab: bool,
}

impl Writer {
    /// Writes one piece; the caller leaves out what is not to be read.
    pub(super) fn piece(&mut self, page: &Page, piece: Piece) {
        match piece {
            Piece::Text(from, to) => self.words(&page.text[from..to]),
            Piece::Break => self.break_line(),
            Piece::Open(element) => match block(&page.elements[element].name) {
                Block::Cell => self.cell(),
                other => self.end_lines(n_breaks(other)),
            },
            Piece::Close(element) => self.end_lines(n_breaks(block(&page.elements[element].name))),
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Two breaks in a row are how old pages part paragraphs.
    fn break_line(&mut self) {
        self.n_breaks = if self.n_breaks == 0 { 1 } else { 2 };
    }

    pub(super) fn end_lines(&mut self, n_breaks: usize) {
        self.n_breaks = self.n_breaks.max(n_breaks);
    }

    fn cell(&mut self) {
        if self.n_breaks == 0 {
            self.has_tab = true;
        }
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.has_blank = true;
            } else if !is_invisible(c) {
                self.part();
                self.text.push(c);
            }
        }
    }

    /// Writes the break, tab or blank that is due before a letter.
    fn part(&mut self) {
        if !self.text.is_empty() {
            match self.n_breaks {
                0 if self.has_tab => self.text.push('\t'),
                0 if self.has_blank => self.text.push(' '),
                0 => {}
                1 => self.text.push('\n'),
                _ => self.text.push_str("\n\n"),
            }
        }
        (self.n_breaks, self.has_blank, self.has_tab) = (0, false, false);
    }
}

const fn n_breaks(block: Block) -> usize {
    match block {
        Block::Inline | Block::Cell => 0,
        Block::Line | Block::Row => 1,
        Block::Paragraph | Block::Table => 2,
    }
}

/// Marks for the typesetter, which would split words for the reader.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\0')
}
