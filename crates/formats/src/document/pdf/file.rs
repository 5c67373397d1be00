//! The objects of a file, found by their marks, and its pages.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::filter::unpack;
use super::object::{Dict, Lexer, Object, is_blank};

/// All that may be unpacked of one file.
const MAX_UNPACKED: usize = 128 << 20;
/// What one stream may hold.
const MAX_STREAM: usize = 32 << 20;
/// What one object may be long, its stream apart.
const MAX_OBJECT: usize = 4 << 20;
/// A file has one for each time it was saved.
const MAX_TRAILERS: usize = 500;
/// As many packings as a stream may have, one within the other.
const MAX_FILTERS: usize = 4;

/// A file taken apart.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    /// Streams that hold objects, unpacked.
    unpacked: Vec<Vec<u8>>,
    objects: HashMap<u32, Place>,
    catalog: Option<u32>,
    information: Option<u32>,
    pages_in_order: Vec<u32>,
    room: Cell<usize>,
    /// How many bytes of objects may yet be read: one may be referred to any number of times.
    reading_room: Cell<usize>,
    pub(super) is_locked: bool,
}

/// Where an object stands.
#[derive(Debug, Clone)]
enum Place {
    File(Range<usize>),
    /// In one of the unpacked streams.
    Within(usize, Range<usize>),
}

/// A page, not yet loaded.
pub(super) struct Page {
    number: u32,
    inherited: Option<Rc<Dict>>,
}

impl<'a> File<'a> {
    /// Takes a file apart; what is not a PDF has no pages.
    pub(super) fn open(bytes: &'a [u8]) -> Self {
        let mut file = Self {
            bytes,
            unpacked: Vec::new(),
            objects: HashMap::new(),
            catalog: None,
            information: None,
            pages_in_order: Vec::new(),
            room: Cell::new(MAX_UNPACKED),
            reading_room: Cell::new(bytes.len() * 4 + MAX_UNPACKED),
            is_locked: false,
        };
        let starts = object_starts(bytes);
        for (idx, &(number, start)) in starts.iter().enumerate() {
            let end = starts.get(idx + 1).map_or(bytes.len(), |&(_, next)| next);
            file.objects.insert(number, Place::File(start..end));
        }
        // The last definition counts, so streams of objects are opened in the order of the file, last.
        for (number, start) in starts {
            if matches!(file.objects.get(&number), Some(Place::File(place)) if place.start == start) {
                file.note(number);
            }
        }
        file.trailers();
        file
    }

    /// Notes what an object is, and opens it when it holds others.
    fn note(&mut self, number: u32) {
        let Some(Object::Dict(dict)) = self.object(number) else { return };
        match dict.get("Type").and_then(Object::as_name) {
            Some("Catalog") => self.catalog = Some(number),
            Some("Page") => self.pages_in_order.push(number),
            Some("ObjStm") => self.open_stream(number, &dict),
            Some("XRef") => self.trailer(&dict),
            _ => {}
        }
    }

    fn open_stream(&mut self, number: u32, dict: &Dict) {
        let count = |key: &str| dict.get(key).and_then(Object::as_count);
        let (Some(bytes), Some(n_objects), Some(first)) = (self.stream(number), count("N"), count("First")) else {
            return;
        };
        let mut lexer = Lexer::new(&bytes[..first.min(bytes.len())]);
        let mut starts = Vec::new();
        while starts.len() < n_objects
            && let (Some(number), Some(offset)) = (lexer.next(), lexer.next())
        {
            let (Some(number), Some(offset)) = (number.as_count(), offset.as_count()) else { break };
            starts.push((u32::try_from(number).unwrap_or_default(), first + offset));
        }
        let stream = self.unpacked.len();
        let mut offsets: Vec<usize> = starts.iter().map(|&(_, start)| start).collect();
        offsets.sort_unstable();
        for (number, start) in starts {
            let next = offsets.partition_point(|&offset| offset <= start);
            let end = offsets.get(next).copied().unwrap_or(bytes.len()).min(bytes.len());
            if start < end {
                self.objects.insert(number, Place::Within(stream, start..end));
                self.note_within(number, &bytes[start..end]);
            }
        }
        self.unpacked.push(bytes);
    }

    fn note_within(&mut self, number: u32, bytes: &[u8]) {
        if let Some(Object::Dict(dict)) = Lexer::new(bytes).next() {
            match dict.get("Type").and_then(Object::as_name) {
                Some("Catalog") => self.catalog = Some(number),
                Some("Page") => self.pages_in_order.push(number),
                _ => {}
            }
        }
    }

    fn trailers(&mut self) {
        const WORD: &[u8] = b"trailer";
        let bytes = self.bytes;
        let mut at = 0;
        for _ in 0..MAX_TRAILERS {
            let Some(found) = find(&bytes[at..], WORD) else { break };
            let start = at + found + WORD.len();
            let end = (start + 4096).min(bytes.len());
            if let Some(Object::Dict(dict)) = Lexer::new(&bytes[start..end]).next() {
                self.trailer(&dict);
            }
            at = start;
        }
    }

    fn trailer(&mut self, dict: &Dict) {
        self.is_locked |= dict.get("Encrypt").is_some_and(|encrypt| *encrypt != Object::Null);
        if let Some(&Object::Reference(number)) = dict.get("Root")
            && self.objects.contains_key(&number)
        {
            self.catalog = Some(number);
        }
        if let Some(&Object::Reference(number)) = dict.get("Info") {
            self.information = Some(number);
        }
    }

    /// Whether more was to be unpacked than is allowed.
    pub(super) fn is_spent(&self) -> bool {
        self.room.get() == 0 || self.reading_room.get() == 0
    }

    /// The object of this number; for a stream its dictionary.
    pub(super) fn object(&self, number: u32) -> Option<Object> {
        let place = self.place(number)?;
        let mut lexer = Lexer::new(&place[..place.len().min(MAX_OBJECT).min(self.reading_room.get())]);
        let object = lexer.next();
        self.reading_room.set(self.reading_room.get().saturating_sub(lexer.at));
        object
    }

    fn place(&self, number: u32) -> Option<&[u8]> {
        match self.objects.get(&number)? {
            Place::File(range) => self.bytes.get(range.clone()),
            Place::Within(stream, range) => self.unpacked.get(*stream)?.get(range.clone()),
        }
    }

    /// The object itself, or the one it refers to.
    pub(super) fn resolved(&self, object: &Object) -> Option<Object> {
        match object {
            Object::Reference(number) => self.object(*number).filter(|object| !matches!(object, Object::Reference(_))),
            other => Some(other.clone()),
        }
    }

    pub(super) fn get(&self, dict: &Dict, key: &str) -> Option<Object> {
        self.resolved(dict.get(key)?)
    }

    pub(super) fn get_dict(&self, dict: &Dict, key: &str) -> Option<Dict> {
        if let Some(Object::Dict(dict)) = self.get(dict, key) { Some(dict) } else { None }
    }

    /// The unpacked bytes of a stream.
    pub(super) fn stream(&self, number: u32) -> Option<Vec<u8>> {
        let place = self.place(number)?;
        let mut lexer = Lexer::new(&place[..place.len().min(MAX_OBJECT)]);
        let dict = lexer.next()?;
        let dict = dict.as_dict()?;
        self.reading_room.set(self.reading_room.get().checked_sub(lexer.at)?);
        let mut start = lexer.at;
        while place.get(start).copied().is_some_and(is_blank) {
            start += 1;
        }
        start += place.get(start..).filter(|rest| rest.starts_with(b"stream")).map(|_| 6)?;
        start += usize::from(place.get(start) == Some(&b'\r'));
        start += usize::from(place.get(start) == Some(&b'\n'));
        let stated =
            self.get(dict, "Length").and_then(|length| length.as_count()).map(|length| start.saturating_add(length));
        let is_right =
            |end: &usize| place.get(*end..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b"endstream"));
        let end = stated.filter(is_right).or_else(|| Some(start + find(place.get(start..)?, b"endstream")?));
        let packed = place.get(start..end.unwrap_or(place.len()))?;
        self.unpack(dict, packed)
    }

    fn unpack(&self, dict: &Dict, packed: &[u8]) -> Option<Vec<u8>> {
        let filters = match self.get(dict, "Filter").or_else(|| self.get(dict, "F")) {
            Some(Object::Name(name)) => vec![name],
            Some(Object::Array(names)) => names.iter().filter_map(|name| name.as_name().map(str::to_owned)).collect(),
            _ => Vec::new(),
        };
        if filters.len() > MAX_FILTERS {
            return None;
        }
        let mut bytes = packed.to_vec();
        for filter in &filters {
            bytes = unpack(filter, &bytes, MAX_STREAM.min(self.room.get()))?;
            self.room.set(self.room.get().saturating_sub(bytes.len()));
        }
        if filters.is_empty() {
            // Copies count as well: a stream may be shown any number of times.
            bytes.truncate(self.room.get());
            self.room.set(self.room.get() - bytes.len());
        }
        Some(bytes)
    }

    /// The pages, at most `limit`, in the order they are shown.
    pub(super) fn pages(&self, limit: usize) -> Vec<Page> {
        let pages = self.pages_of_tree(limit);
        if !pages.is_empty() {
            return pages;
        }
        self.pages_in_order.iter().take(limit).map(|&number| Page { number, inherited: None }).collect()
    }

    fn pages_of_tree(&self, limit: usize) -> Vec<Page> {
        let mut pages = Vec::new();
        let catalog = self.catalog.and_then(|number| self.object(number));
        let root = catalog.as_ref().and_then(Object::as_dict).and_then(|catalog| catalog.get("Pages"));
        let Some(&Object::Reference(root)) = root else { return pages };
        let mut seen = HashSet::from([root]);
        let mut stack = vec![(root, None::<Rc<Dict>>)];
        while let Some((number, inherited)) = stack.pop() {
            let Some(Object::Dict(node)) = self.object(number) else { continue };
            let Some(Object::Array(kids)) = self.get(&node, "Kids") else {
                pages.push(Page { number, inherited });
                if pages.len() == limit {
                    break;
                }
                continue;
            };
            let resources = self.get_dict(&node, "Resources").map(Rc::new).or(inherited);
            for kid in kids.iter().rev() {
                if let Object::Reference(kid) = kid
                    && seen.insert(*kid)
                {
                    stack.push((*kid, resources.clone()));
                }
            }
        }
        pages
    }

    /// The content streams of a page, unpacked and joined, and what they draw with.
    pub(super) fn loaded(&self, page: &Page) -> Option<(Vec<u8>, Rc<Dict>)> {
        let object = self.object(page.number)?;
        let node = object.as_dict()?;
        let contents = match node.get("Contents")? {
            Object::Reference(one) => match self.object(*one)? {
                Object::Array(parts) => parts,
                _ => vec![Object::Reference(*one)],
            },
            Object::Array(parts) => parts.clone(),
            _ => return None,
        };
        let mut bytes = Vec::new();
        for part in contents {
            if let Object::Reference(number) = part
                && let Some(part) = self.stream(number)
            {
                bytes.extend(part);
                bytes.push(b'\n');
            }
        }
        let own = self.get_dict(node, "Resources").map(Rc::new);
        Some((bytes, own.or_else(|| page.inherited.clone()).unwrap_or_default()))
    }

    /// The title in the document's information.
    pub(super) fn title(&self) -> Option<String> {
        let information = self.information.and_then(|number| self.object(number))?;
        match self.get(information.as_dict()?, "Title")? {
            Object::Text(bytes) => Some(text_string(&bytes)),
            _ => None,
        }
    }

    /// The language in the catalog.
    pub(super) fn language(&self) -> Option<String> {
        match self.get(self.object(self.catalog?)?.as_dict()?, "Lang")? {
            Object::Text(bytes) => Some(text_string(&bytes)),
            _ => None,
        }
    }
}

/// Text outside content streams: UTF-16 or UTF-8 with a mark, else Latin.
pub(super) fn text_string(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// The numbers of all objects and where their content begins, in the order of the file.
fn object_starts(bytes: &[u8]) -> Vec<(u32, usize)> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"obj") {
        let word = at + found;
        at = word + 3;
        if let Some(number) = number_before(bytes, word) {
            starts.push((number, at));
        }
    }
    starts
}

/// The first of the two numbers that stand before `obj`.
fn number_before(bytes: &[u8], word: usize) -> Option<u32> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    // Two numbers of at most ten digits with a few blanks.
    let head = &bytes[word.saturating_sub(28)..word];
    let head = head.trim_ascii_end();
    let generation = head.iter().rev().take_while(|byte| is_digit(byte)).count();
    let head = &head[..head.len() - generation];
    let trimmed = head.trim_ascii_end();
    let n_digits = trimmed.iter().rev().take_while(|byte| is_digit(byte)).count();
    if generation == 0 || trimmed.len() == head.len() || n_digits == 0 {
        return None;
    }
    std::str::from_utf8(&trimmed[trimmed.len() - n_digits..]).ok()?.parse().ok()
}

/// Where a word first stands.
fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = word[0];
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == first)?;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
