//! Word documents: the paragraphs of the body, tables row by row.
//!
//! Deleted text, field codes, footnotes, page headers and footers and comments are left out. The day the file was made is not
//! the day of publication and is not given.

use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::charset::decode;
use super::limits::MAX_BYTES;
use super::read::Document;
use super::sink::Sink;
use super::unzip::Package;
use super::{tags, xml};

/// The main part, under the names that programs give it.
const MAIN: [&str; 3] = ["word/document.xml", "word/document2.xml", "word/document1.xml"];
const PROPERTIES: &str = "docProps/core.xml";
const PROPERTIES_BYTES: usize = 1 << 20;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
    let Some(package) = Package::open(bytes) else {
        return sink.problem(1, "a package cut short", "a whole .docx; get the file again");
    };
    let Some(main) = MAIN.iter().find_map(|name| package.entry(name, MAX_BYTES)) else {
        return sink.problem(1, "no word/document.xml that can be unpacked", "a .docx without a password");
    };
    if !main.is_whole {
        if main.bytes.len() >= MAX_BYTES {
            return sink.too_long(1, "an unpacked document");
        }
        sink.problem(1, "a damaged package", "a whole .docx; what could be unpacked was read")?;
    }
    let source = decode(&main.bytes, None).noted(1, sink)?;
    let mut document = package.entry(PROPERTIES, PROPERTIES_BYTES).map(|core| stated(&core.bytes)).unwrap_or_default();
    document.text = body(&source);
    if document.text.is_empty() {
        return sink.problem(1, "a document without text", "text; run OCR first if it holds pictures of pages");
    }
    sink.document(document)
}

/// Title and language from the document's properties.
fn stated(core: &[u8]) -> Document {
    let source = String::from_utf8_lossy(core);
    let mut reader = lenient(&source);
    let (mut title, mut language) = (String::new(), String::new());
    let mut name = String::new();
    while let Ok(event) = reader.read_event() {
        let text = match event {
            Event::Start(tag) => {
                tag.name().as_ref().clone_into(&mut name);
                continue;
            }
            Event::End(_) => {
                name.clear();
                continue;
            }
            Event::Text(text) => text.into_inner().into_owned(),
            Event::GeneralRef(reference) => xml::reference(reference),
            Event::Eof => break,
            _ => continue,
        };
        match name.as_str() {
            "dc:title" => title.push_str(&text),
            "dc:language" => language.push_str(&text),
            _ => {}
        }
    }
    Document { title: tags::one_line(&title), language: tags::language(&language), ..Document::default() }
}

fn lenient(source: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    reader
}

/// What the text ends with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Paragraph,
    Item,
    Cell,
    Row,
}

/// A body being read.
#[derive(Default)]
struct Body {
    text: String,
    paragraph: String,
    is_item: bool,
    last: Last,
    in_text: bool,
    /// Depth within parts that are left out.
    n_hidden: usize,
    n_rows: usize,
}

fn body(source: &str) -> String {
    let mut reader = lenient(source);
    let mut body = Body::default();
    // A fault ends the reading; what came before it stands.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => body.start(&tag),
            Event::Empty(tag) => body.empty(&tag),
            Event::End(tag) => body.end(tag.local_name().as_ref()),
            Event::Text(text) if body.in_text && body.n_hidden == 0 => body.paragraph.push_str(&text.into_inner()),
            Event::CData(text) if body.in_text && body.n_hidden == 0 => body.paragraph.push_str(&text.into_inner()),
            Event::GeneralRef(name) if body.in_text && body.n_hidden == 0 => {
                body.paragraph.push_str(&xml::reference(name));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    body.end_paragraph();
    body.text
}

impl Body {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "t" => self.in_text = true,
            // A text box stands twice, the second time for old programs; moved text stands where it was, too.
            "Fallback" | "del" | "moveFrom" | "instrText" | "delText" => self.n_hidden += 1,
            "p" => self.end_paragraph(),
            "tr" => self.n_rows += 1,
            "numPr" => self.is_item = true,
            _ => {}
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>) {
        if self.n_hidden > 0 {
            return;
        }
        match tag.local_name().as_ref() {
            "tab" | "ptab" if !self.paragraph.is_empty() => self.paragraph.push('\t'),
            "br" | "cr" => self.paragraph.push('\n'),
            "noBreakHyphen" => self.paragraph.push('-'),
            "p" => self.end_paragraph(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "Fallback" | "del" | "moveFrom" | "instrText" | "delText" => {
                self.n_hidden = self.n_hidden.saturating_sub(1);
            }
            "p" => self.end_paragraph(),
            "tr" => {
                self.end_paragraph();
                self.n_rows = self.n_rows.saturating_sub(1);
                if self.last == Last::Cell {
                    self.last = Last::Row;
                }
            }
            _ => {}
        }
    }

    /// Adds the paragraph to the text, after the break that fits: a tab in a row, a line break for items, else a blank line.
    fn end_paragraph(&mut self) {
        let is_item = std::mem::take(&mut self.is_item);
        let paragraph = std::mem::take(&mut self.paragraph);
        let paragraph = paragraph.trim();
        if paragraph.is_empty() {
            return;
        }
        let this = match (self.n_rows > 0, is_item) {
            (true, _) => Last::Cell,
            (false, true) => Last::Item,
            (false, false) => Last::Paragraph,
        };
        if !self.text.is_empty() {
            self.text.push_str(match (self.last, this) {
                (Last::Cell, Last::Cell) => "\t",
                (Last::Row, Last::Cell) | (Last::Item, Last::Item) => "\n",
                _ => "\n\n",
            });
        }
        self.last = this;
        self.text.push_str(paragraph);
    }
}
