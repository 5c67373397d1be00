//! RSS and Atom: each entry is a document.
//!
//! The file is cut into entries by its tags alone, so that a large feed is read entry by entry and a fault in one entry
//! leaves the others. An entry is then read as XML.

use std::io::BufRead;
use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::charset::decode;
use super::html::{fragment_text, inline_text};
use super::limits::{MAX_BYTES, Whole, read_piece, read_whole};
use super::read::Document;
use super::sink::Sink;
use super::{dates, tags, xml};

/// As much of a feed's head as is looked at for its encoding and language.
const HEAD_BYTES: usize = 64 << 10;

pub(super) fn read(from: &mut dyn BufRead, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let is_wide = match from.fill_buf() {
        Ok(start) => start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF"),
        Err(error) => return sink.failed(1, &error),
    };
    if is_wide {
        // UTF-16 cannot be cut by its bytes.
        return match read_whole(from) {
            Ok(Whole::Bytes(bytes)) => {
                let text = decode(&bytes, None).noted(1, sink)?;
                read(&mut text.trim_start_matches('\u{FEFF}').as_bytes(), sink)
            }
            Ok(Whole::TooLong) => sink.too_long(1, "a feed in UTF-16"),
            Err(error) => sink.failed(1, &error),
        };
    }
    Cutter::default().run(from, sink)
}

/// Cuts a feed into entries.
#[derive(Default)]
struct Cutter {
    head: Vec<u8>,
    entry: Vec<u8>,
    is_in_entry: bool,
    is_too_long: bool,
    inside: Option<&'static [u8]>,
    line: usize,
    entry_line: usize,
    n_entries: usize,
}

impl Cutter {
    fn run(mut self, from: &mut dyn BufRead, sink: &mut Sink<'_>) -> ControlFlow<()> {
        let mut piece = Vec::new();
        self.line = 1;
        loop {
            match read_piece(from, b'>', &mut piece) {
                Ok(0) => break,
                Ok(n_read) => {
                    self.is_too_long |= n_read > MAX_BYTES && self.is_in_entry;
                    self.take(&piece, sink)?;
                }
                Err(error) => return sink.failed(self.line, &error),
            }
        }
        if self.is_in_entry {
            self.give(sink)?;
            sink.problem(self.line, "a feed cut short", "a whole feed; get the file again")?;
        } else if self.n_entries == 0 {
            sink.problem(1, "a feed without entries", "RSS with `item` or Atom with `entry`")?;
        }
        ControlFlow::Continue(())
    }

    /// Takes text up to and with one `>`.
    fn take(&mut self, piece: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
        let mark = self.mark(piece);
        self.line += piece.iter().filter(|&&byte| byte == b'\n').count();
        if mark == Some(Mark::EntryStart) && !self.is_in_entry {
            (self.is_in_entry, self.is_too_long, self.entry_line) = (true, false, self.line);
            self.n_entries += 1;
            self.entry.clear();
        }
        if !self.is_in_entry {
            let room = HEAD_BYTES.saturating_sub(self.head.len());
            self.head.extend_from_slice(&piece[..piece.len().min(room)]);
            return ControlFlow::Continue(());
        }
        if self.entry.len() + piece.len() > MAX_BYTES {
            self.is_too_long = true;
        } else {
            self.entry.extend_from_slice(piece);
        }
        if mark == Some(Mark::EntryEnd) {
            self.is_in_entry = false;
            self.give(sink)?;
        }
        ControlFlow::Continue(())
    }

    /// What the tag at the end of a piece is, CDATA and comments kept apart.
    fn mark(&mut self, piece: &[u8]) -> Option<Mark> {
        if let Some(end) = self.inside {
            if piece.ends_with(end) {
                self.inside = None;
            }
            return None;
        }
        let tag = &piece[piece.iter().position(|&byte| byte == b'<')?..];
        for (start, end) in [(&b"<![CDATA["[..], &b"]]>"[..]), (b"<!--", b"-->")] {
            if tag.starts_with(start) {
                self.inside = (!tag.ends_with(end)).then_some(end);
                return None;
            }
        }
        let (name, kind) = match tag.strip_prefix(b"</") {
            Some(name) => (name, Mark::EntryEnd),
            None if tag.ends_with(b"/>") => return None,
            None => (&tag[1..], Mark::EntryStart),
        };
        let name = name.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')).next()?;
        let name = name.rsplit(|&byte| byte == b':').next()?;
        matches!(name, b"item" | b"entry").then_some(kind)
    }

    fn give(&mut self, sink: &mut Sink<'_>) -> ControlFlow<()> {
        let part = format!("entry {}", self.n_entries);
        if self.is_too_long {
            return sink.too_long(self.entry_line, &part);
        }
        let text = decode(&self.entry, declared(&self.head).as_deref()).noted(self.entry_line, sink)?;
        let mut document = read_entry(&text);
        document.language = document.language.or_else(|| language_of_all(&self.head));
        document.part = part;
        if document.text.is_empty() && document.title.is_none() {
            let expected = "an entry with a title, a description or a content";
            return sink.problem(self.entry_line, &document.part, expected);
        }
        sink.document(document)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    EntryStart,
    EntryEnd,
}

/// The encoding that the XML declaration names.
fn declared(head: &[u8]) -> Option<String> {
    let line = String::from_utf8_lossy(&head[..head.len().min(256)]).into_owned();
    let declaration = line.trim_start_matches('\u{FEFF}').strip_prefix("<?xml")?.split("?>").next()?;
    let rest = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    Some(rest.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?.to_owned())
}

/// The language that the feed states for all its entries.
fn language_of_all(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let element = head.split_once("language>").and_then(|(_, rest)| rest.split('<').next());
    let attribute = || head.split_once("xml:lang=").and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next());
    element.and_then(tags::language).or_else(|| attribute().and_then(tags::language))
}

/// The texts of an entry as they come, before one of each is chosen.
#[derive(Default)]
struct Entry {
    document: Document,
    updated: Option<model::PartialDate>,
}

fn read_entry(text: &str) -> Document {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    let mut entry = Entry::default();
    let mut is_root = true;
    // What comes after a fault is left out: it cannot be told what it belongs to.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if is_root => {
                is_root = false;
                entry.document.language = xml::attribute(&tag, "xml:lang").and_then(|tag| tags::language(&tag));
            }
            Event::Start(tag) => {
                let Ok(inner) = reader.read_text(tag.name()) else { break };
                entry.take(&tag, &inner.into_inner());
            }
            Event::Empty(tag) => entry.take(&tag, ""),
            Event::Eof => break,
            _ => {}
        }
    }
    let mut document = entry.document;
    document.published = document.published.or(entry.updated);
    document
}

impl Entry {
    /// Takes a child of the entry with what stands in it.
    fn take(&mut self, tag: &BytesStart<'_>, raw: &str) {
        let name = tag.name();
        let name = name.as_ref();
        let document = &mut self.document;
        match name.rsplit_once(':').map_or(name, |(prefix, local)| if prefix == "media" { "" } else { local }) {
            "title" => document.title = document.title.take().or_else(|| inline_text(&inner(raw))),
            "guid" | "id" | "identifier" => document.id = document.id.take().or_else(|| tags::one_line(&inner(raw))),
            "link" => {
                let rel = xml::attribute(tag, "rel");
                if rel.is_none_or(|rel| rel == "alternate") {
                    let address = xml::attribute(tag, "href").unwrap_or_else(|| inner(raw));
                    document.address = document.address.take().or_else(|| tags::web_address(&address));
                }
            }
            "pubDate" | "published" | "date" | "issued" | "created" => {
                document.published = document.published.or_else(|| dates::stated(&inner(raw)));
            }
            "updated" | "modified" => self.updated = self.updated.or_else(|| dates::stated(&inner(raw))),
            "language" => document.language = tags::language(&inner(raw)).or_else(|| document.language.take()),
            "encoded" | "content" | "description" | "summary" | "body" => {
                let text = body(tag, raw);
                // The longer one holds the other: a summary beside the whole, or nothing beside a summary.
                if text.len() > document.text.len() {
                    document.text = text;
                }
            }
            _ => {}
        }
    }
}

/// The text of a content: XHTML within XML, HTML written as text, or text.
fn body(tag: &BytesStart<'_>, raw: &str) -> String {
    match xml::attribute(tag, "type").as_deref() {
        Some("xhtml" | "application/xhtml+xml") => fragment_text(raw),
        Some("text" | "text/plain") => inner(raw).trim().to_owned(),
        _ => fragment_text(&inner(raw)),
    }
}

/// The text in an element, CDATA and references resolved; markup that stands in it unescaped is kept as markup.
fn inner(raw: &str) -> String {
    let mut reader = Reader::from_str(raw);
    reader.config_mut().allow_dangling_amp = true;
    let mut text = String::with_capacity(raw.len());
    loop {
        match reader.read_event() {
            Ok(Event::Text(part)) => text.push_str(&part.into_inner()),
            Ok(Event::CData(part)) => text.push_str(&part.into_inner()),
            Ok(Event::GeneralRef(part)) => text.push_str(&xml::reference(part)),
            Ok(Event::Start(_) | Event::Empty(_) | Event::End(_)) | Err(_) => return raw.to_owned(),
            Ok(Event::Eof) => return text,
            Ok(_) => {}
        }
    }
}
