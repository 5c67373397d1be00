//! PDF: the text of its pages, as far as it is there as text.
//!
//! The file's own table of objects is not used: objects are found by their marks in one pass, which reads damaged and cut
//! files as well as whole ones and takes time linear in the file. What is unpacked is counted, for streams of a few bytes may
//! hold gigabytes. Not read: files locked with a password or by restrictions, text in pictures, forms' field values, notes.
//!
//! Lines are those of the page; a larger gap begins a paragraph; a word broken at the end of a line is joined.

mod cmap;
mod content;
mod file;
mod filter;
mod font;
mod glyphs;
mod lines;
mod object;
mod text;

use std::ops::ControlFlow;

use super::read::Document;
use super::sink::Sink;
use super::tags;
use file::File;

/// Pages beyond these are left out, with a problem.
const MAX_PAGES: usize = 5000;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
    let file = File::open(bytes);
    if file.is_locked {
        return sink.problem(1, "a locked PDF", "one without restrictions; print it to a new PDF and read that");
    }
    let pages = file.pages(MAX_PAGES);
    if pages.is_empty() {
        return sink.problem(1, "no page that can be read", "a whole PDF; get the file again");
    }
    let mut reading = content::Reading::new(&file);
    let mut text = String::new();
    for page in &pages {
        let page = lines::page_text(reading.page(page));
        text::append_page(&mut text, &page);
    }
    let text = text::joined(&text);
    if pages.len() == MAX_PAGES {
        sink.problem(1, "very many pages", "a shorter PDF; only the first 5,000 were read")?;
    }
    if file.is_spent() {
        sink.problem(1, "a PDF that unpacks to too much", "a plainer PDF; only its beginning was read")?;
    }
    let n_letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    if reading.n_lost > n_letters {
        return sink.problem(1, "a PDF whose letters cannot be told", "text; run OCR over its pages first");
    }
    if n_letters == 0 {
        return sink.problem(1, "a PDF that has no text", "text; run OCR first");
    }
    sink.document(Document {
        title: file.title().as_deref().and_then(tags::one_line),
        language: file.language().as_deref().and_then(tags::language),
        text,
        ..Document::default()
    })
}
