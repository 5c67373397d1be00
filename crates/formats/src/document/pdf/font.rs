//! Fonts as far as text needs them: what codes mean and how wide they are.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_16BE, WINDOWS_1252};

use super::cmap::CodeMap;
use super::file::File;
use super::glyphs;
use super::object::{Dict, Object};

/// The width of characters of which none is stated, in thousandths.
const USUAL_WIDTH: f64 = 500.0;
/// As many widths as fonts have.
const MAX_WIDTHS: usize = 70_000;

/// A font.
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<CodeMap>,
    widths: HashMap<u32, f64>,
    usual_width: f64,
    is_composite: bool,
}

/// What codes mean when no map says so.
enum Codes {
    /// One byte each.
    Simple(Vec<Option<String>>),
    /// Two bytes each, which mean nothing by themselves.
    Glyphs,
    /// An encoding of text.
    Text(&'static Encoding),
}

/// A character of a shown string.
pub(super) struct Shown {
    /// `None` when it cannot be told.
    pub(super) text: Option<String>,
    /// In thousandths of the size.
    pub(super) width: f64,
    /// Whether word spacing applies.
    pub(super) is_blank: bool,
}

impl Font {
    pub(super) fn load(file: &File<'_>, dict: &Dict) -> Self {
        let to_unicode = match dict.get("ToUnicode") {
            Some(&Object::Reference(number)) => file.stream(number).map(|bytes| CodeMap::parse(&bytes)),
            _ => None,
        };
        let mut font = Self {
            codes: Codes::Glyphs,
            to_unicode,
            widths: HashMap::new(),
            usual_width: USUAL_WIDTH,
            is_composite: dict.get("Subtype").and_then(Object::as_name) == Some("Type0"),
        };
        if font.is_composite {
            font.load_composite(file, dict);
        } else {
            font.codes = Codes::Simple(simple_codes(file, dict));
            font.load_widths(file, dict);
        }
        font
    }

    fn load_widths(&mut self, file: &File<'_>, dict: &Dict) {
        let first = file.get(dict, "FirstChar").and_then(|first| first.as_count()).unwrap_or(0);
        let Some(Object::Array(widths)) = file.get(dict, "Widths") else { return };
        // Type 3 fonts measure in units of their own.
        let unit = match file.get(dict, "FontMatrix") {
            Some(Object::Array(matrix)) => matrix.first().and_then(Object::as_number).unwrap_or(0.001).abs() * 1000.0,
            _ => 1.0,
        };
        for (code, width) in (first..256).zip(&widths) {
            if let (Some(width), Ok(code)) = (width.as_number(), u32::try_from(code)) {
                self.widths.insert(code, width * unit);
            }
        }
    }

    fn load_composite(&mut self, file: &File<'_>, dict: &Dict) {
        if let Some(Object::Name(name)) = file.get(dict, "Encoding") {
            self.codes = match name.as_str() {
                name if name.starts_with("Uni") && (name.contains("UCS2") || name.contains("UTF16")) => {
                    Codes::Text(UTF_16BE)
                }
                name if name.contains("RKSJ") => Codes::Text(SHIFT_JIS),
                name if name.starts_with("GB") => Codes::Text(GBK),
                name if name.starts_with("KSC") => Codes::Text(EUC_KR),
                name if name.contains("B5") => Codes::Text(BIG5),
                _ => Codes::Glyphs,
            };
        }
        let Some(Object::Array(descendants)) = file.get(dict, "DescendantFonts") else { return };
        let Some(Object::Dict(descendant)) = descendants.first().and_then(|font| file.resolved(font)) else { return };
        self.usual_width = file.get(&descendant, "DW").and_then(|width| width.as_number()).unwrap_or(1000.0);
        let Some(Object::Array(widths)) = file.get(&descendant, "W") else { return };
        let mut at = 0;
        while at < widths.len() && self.widths.len() < MAX_WIDTHS {
            at += self.take_widths(file, &widths[at..]);
        }
    }

    /// `c [w1 w2 …]` or `c1 c2 w`; gives how many objects were taken.
    fn take_widths(&mut self, file: &File<'_>, widths: &[Object]) -> usize {
        let code = |object: &Object| object.as_count().and_then(|code| u32::try_from(code).ok());
        let (Some(first), Some(second)) = (code(&widths[0]), widths.get(1).and_then(|second| file.resolved(second)))
        else {
            return 1;
        };
        if let Object::Array(list) = second {
            for (place, width) in (first..).zip(&list) {
                self.widths.insert(place, width.as_number().unwrap_or(self.usual_width));
            }
            return 2;
        }
        if let (Some(last), Some(width)) = (code(&second), widths.get(2).and_then(Object::as_number)) {
            self.widths.extend((first..=last.min(first.saturating_add(0xFFFF))).map(|code| (code, width)));
        }
        3
    }

    /// The characters of a shown string.
    pub(super) fn shown(&self, bytes: &[u8]) -> Vec<Shown> {
        match &self.codes {
            Codes::Text(encoding) if self.to_unicode.is_none() => {
                let (text, _) = encoding.decode_without_bom_handling(bytes);
                let shown = |c: char| Shown {
                    text: Some(c.to_string()),
                    width: if c.is_ascii() { USUAL_WIDTH } else { self.usual_width },
                    is_blank: c == ' ',
                };
                text.chars().map(shown).collect()
            }
            Codes::Simple(_) => bytes.iter().map(|&byte| self.character(u32::from(byte), 1)).collect(),
            _ => {
                let is_single = self.to_unicode.as_ref().is_some_and(|map| map.has_single && !map.has_double);
                let size = if is_single { 1 } else { 2 };
                let codes = bytes.chunks(size).map(|pair| pair.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte)));
                codes.map(|code| self.character(code, size)).collect()
            }
        }
    }

    fn character(&self, code: u32, size: usize) -> Shown {
        let mapped = self.to_unicode.as_ref().and_then(|map| map.text(code)).filter(|text| !text.is_empty());
        let text = mapped.map(str::to_owned).or_else(|| match &self.codes {
            Codes::Simple(codes) => codes.get(usize::try_from(code).ok()?)?.clone(),
            _ => None,
        });
        let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
        Shown { text, width, is_blank: size == 1 && code == 32 }
    }
}

/// What each byte means: the encoding that is named, with its differences.
fn simple_codes(file: &File<'_>, dict: &Dict) -> Vec<Option<String>> {
    let encoding = file.get(dict, "Encoding");
    let base = match &encoding {
        Some(Object::Name(name)) => Some(name.clone()),
        Some(Object::Dict(encoding)) => {
            file.get(encoding, "BaseEncoding").and_then(|name| name.as_name().map(str::to_owned))
        }
        _ => None,
    };
    let is_true_type = dict.get("Subtype").and_then(Object::as_name) == Some("TrueType");
    let mut codes: Vec<Option<String>> = (0..=255_u8)
        .map(|code| match base.as_deref() {
            Some("WinAnsiEncoding") => byte_of(WINDOWS_1252, code),
            Some("MacRomanEncoding") => byte_of(MACINTOSH, code),
            None if is_true_type => byte_of(WINDOWS_1252, code),
            _ => glyphs::standard(code).map(String::from),
        })
        .collect();
    if let Some(Object::Dict(encoding)) = &encoding
        && let Some(Object::Array(differences)) = file.get(encoding, "Differences")
    {
        let mut code = 0;
        for difference in differences {
            match difference {
                Object::Number(_) => code = difference.as_count().unwrap_or(256),
                Object::Name(name) => {
                    if let Some(place) = codes.get_mut(code) {
                        *place = glyphs::text(&name);
                    }
                    code += 1;
                }
                _ => {}
            }
        }
    }
    codes
}

fn byte_of(encoding: &'static Encoding, code: u8) -> Option<String> {
    if code < b' ' {
        return None;
    }
    let bytes = [code];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    Some(text.into_owned())
}
