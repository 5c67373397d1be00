//! Maps from character codes to text, as `ToUnicode` streams give them.

use std::collections::HashMap;

use super::object::{Lexer, Object};

/// As many codes as fonts have; maps that claim more are cut.
const MAX_CODES: usize = 70_000;

/// What the codes of a font mean.
#[derive(Debug, Default)]
pub(super) struct CodeMap {
    texts: HashMap<u32, String>,
    /// Whether codes of one byte are declared, and of two.
    pub(super) has_single: bool,
    pub(super) has_double: bool,
}

impl CodeMap {
    /// Reads a map; faults are passed over.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Word(word) = object else {
                if operands.len() < MAX_CODES * 3 {
                    operands.push(object);
                }
                continue;
            };
            match word.as_str() {
                "endcodespacerange" => map.spaces(&operands),
                "endbfchar" => map.characters(&operands),
                "endbfrange" => map.ranges(&operands),
                _ => {}
            }
            operands.clear();
        }
        map
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(&code).map(String::as_str)
    }

    fn spaces(&mut self, operands: &[Object]) {
        for operand in operands {
            if let Object::Text(bytes) = operand {
                self.has_single |= bytes.len() == 1;
                self.has_double |= bytes.len() == 2;
            }
        }
    }

    fn characters(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let [Object::Text(code), Object::Text(text)] = pair {
                self.insert(number(code), utf_16(text, 0));
            }
        }
    }

    fn ranges(&mut self, operands: &[Object]) {
        for triple in operands.chunks_exact(3) {
            let [Object::Text(from), Object::Text(to), texts] = triple else { continue };
            let (from, to) = (number(from), number(to));
            let room = u32::try_from(MAX_CODES.saturating_sub(self.texts.len())).unwrap_or_default();
            let codes = from..=to.min(from.saturating_add(room));
            match texts {
                Object::Text(first) => codes.for_each(|code| self.insert(code, utf_16(first, code - from))),
                Object::Array(texts) => {
                    for (code, text) in codes.zip(texts) {
                        if let Object::Text(text) = text {
                            self.insert(code, utf_16(text, 0));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn insert(&mut self, code: u32, text: Option<String>) {
        if let Some(text) = text
            && self.texts.len() < MAX_CODES
        {
            self.texts.insert(code, text);
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

/// A text in UTF-16 whose last unit is `further` beyond what is written.
fn utf_16(bytes: &[u8], further: u32) -> Option<String> {
    // A ligature is a few letters; more is no character.
    let mut units: Vec<u16> =
        bytes.chunks(2).take(16).map(|pair| pair.iter().fold(0, |sum, &b| sum << 8 | u16::from(b))).collect();
    let last = units.last_mut()?;
    *last = last.wrapping_add(u16::try_from(further).ok()?);
    let text: String = char::decode_utf16(units).filter_map(Result::ok).filter(|&c| c != '\0').collect();
    Some(text)
}
