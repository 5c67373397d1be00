//! The objects PDF is made of, and the language of its content streams: the same words, so one reader.

use std::collections::BTreeMap;

/// Arrays and dictionaries nested deeper are taken as nothing.
const MAX_DEPTH: usize = 48;

/// A dictionary; the last of equal keys counts.
pub(super) type Dict = BTreeMap<String, Object>;

/// One object, or one operator of a content stream.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// A reference to an object by its number; generations are not told apart.
    Reference(u32),
    /// A bare word, such as an operator.
    Word(String),
}

impl Object {
    pub(super) fn as_name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn as_number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub(super) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    pub(super) fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }

    /// A number as a count; nothing for negative and broken ones.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked on the same line"
    )]
    pub(super) fn as_count(&self) -> Option<usize> {
        self.as_number().filter(|number| (0.0..1e9).contains(number)).map(|number| number as usize)
    }
}

/// Reads objects from bytes, one after the other.
pub(super) struct Lexer<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next object; `None` at the end. Faults are passed over.
    pub(super) fn next(&mut self) -> Option<Object> {
        self.object(0)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Object> {
        loop {
            self.skip_blanks();
            let byte = self.peek()?;
            let next = self.bytes.get(self.at + 1);
            match byte {
                b'/' => return Some(Object::Name(self.name())),
                b'(' => return Some(Object::Text(self.text())),
                b'<' if next == Some(&b'<') => {
                    self.at += 2;
                    return Some(self.dict(depth + 1));
                }
                b'<' => return Some(Object::Text(self.hex())),
                b'[' => {
                    self.at += 1;
                    return Some(self.array(depth + 1));
                }
                b'+' | b'-' | b'.' | b'0'..=b'9' => return Some(self.number_or_reference()),
                // Stray ends and braces.
                b']' | b'>' | b')' | b'{' | b'}' => self.at += 1,
                _ => return Some(self.word()),
            }
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let len = rest.iter().position(|&byte| is_blank(byte) || is_delimiter(byte)).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while at < raw.len() {
            let code = if raw[at] == b'#' { raw.get(at + 1..at + 3).and_then(hex_pair) } else { None };
            name.push(code.unwrap_or(raw[at]));
            at += if code.is_some() { 3 } else { 1 };
        }
        String::from_utf8_lossy(&name).into_owned()
    }

    fn word(&mut self) -> Object {
        let word = self.regular();
        match word {
            b"null" => Object::Null,
            _ => Object::Word(String::from_utf8_lossy(word).into_owned()),
        }
    }

    fn number(&mut self) -> f64 {
        let rest = &self.bytes[self.at..];
        let is_part = |byte: &u8| matches!(byte, b'+' | b'-' | b'.' | b'0'..=b'9');
        let len = rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len());
        self.at += len;
        let text = std::str::from_utf8(&rest[..len]).unwrap_or_default();
        // Broken writers give `--5` and `1-2`; the digits before the fault count.
        let end = text.char_indices().skip(1).find(|&(_, c)| c == '-' || c == '+').map_or(text.len(), |(at, _)| at);
        text[..end].parse().ok().filter(|number: &f64| number.is_finite()).unwrap_or(0.0)
    }

    /// `12 0 R` is a reference; anything else that starts with a number is that number.
    fn number_or_reference(&mut self) -> Object {
        let number = self.number();
        let after = self.at;
        if self.bytes.get(after).is_some_and(|&byte| is_blank(byte)) && Object::Number(number).as_count().is_some() {
            self.skip_few_blanks();
            let generation = self.at;
            while self.peek().is_some_and(|byte| byte.is_ascii_digit()) && self.at < generation + 6 {
                self.at += 1;
            }
            if self.at > generation {
                self.skip_few_blanks();
                let is_end = self.bytes.get(self.at + 1).is_none_or(|&byte| is_blank(byte) || is_delimiter(byte));
                if self.peek() == Some(b'R') && is_end {
                    self.at += 1;
                    let count = Object::Number(number).as_count().and_then(|count| u32::try_from(count).ok());
                    return Object::Reference(count.unwrap_or_default());
                }
            }
        }
        self.at = after;
        Object::Number(number)
    }

    /// The look ahead for a reference is short, so that many numbers far apart stay cheap.
    fn skip_few_blanks(&mut self) {
        let end = self.at + 8;
        while self.at < end && self.peek().is_some_and(is_blank) {
            self.at += 1;
        }
    }

    fn array(&mut self, depth: usize) -> Object {
        let mut items = Vec::new();
        loop {
            self.skip_blanks();
            match self.peek() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                // The end of what is around it: this array was not closed.
                Some(b'>') if self.bytes.get(self.at + 1) == Some(&b'>') => break,
                Some(_) if depth > MAX_DEPTH => self.at = self.bytes.len(),
                Some(_) => items.extend(self.object(depth)),
            }
        }
        Object::Array(items)
    }

    fn dict(&mut self, depth: usize) -> Object {
        let mut dict = Dict::new();
        loop {
            self.skip_blanks();
            match self.peek() {
                None => break,
                Some(b'>') => {
                    self.at += if self.bytes.get(self.at + 1) == Some(&b'>') { 2 } else { 1 };
                    break;
                }
                Some(_) if depth > MAX_DEPTH => self.at = self.bytes.len(),
                Some(b'/') => {
                    let key = self.name();
                    self.skip_blanks();
                    if self.peek().is_none_or(|byte| byte == b'>' && self.bytes.get(self.at + 1) == Some(&b'>')) {
                        continue;
                    }
                    if let Some(value) = self.object(depth) {
                        dict.insert(key, value);
                    }
                }
                Some(_) => {
                    if matches!(self.object(depth), Some(Object::Word(word)) if word == "endobj" || word == "stream") {
                        break;
                    }
                }
            }
        }
        Object::Dict(dict)
    }

    fn text(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut depth = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    text.extend(self.escape());
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(digit @ b'0'..=b'7') => code = code * 8 + u32::from(digit - b'0'),
                        _ => break,
                    }
                    self.at += 1;
                }
                u8::try_from(code & 0xFF).ok()
            }
            b'\r' => {
                self.at += usize::from(self.peek() == Some(b'\n'));
                None
            }
            b'\n' => None,
            other => Some(other),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let len = rest.iter().position(|&byte| byte == b'>').unwrap_or(rest.len());
        self.at += (len + 1).min(rest.len());
        from_hex(&rest[..len])
    }
}

/// Pairs of hexadecimal digits, others passed over; an odd last digit stands for a pair with 0.
pub(super) fn from_hex(text: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = text.iter().copied().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| hex_pair(&[pair[0], pair.get(1).copied().unwrap_or(b'0')]).unwrap_or(0)).collect()
}

fn hex_pair(pair: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_read() {
        let check = |text: &str, expected: &str| {
            let object = Lexer::new(text.as_bytes()).next();
            assert_eq!(object.map(|object| format!("{object:?}")).unwrap_or_default(), expected, "{text}");
        };
        check("12 0 R", "Reference(12)");
        check("12 0 obj", "Number(12.0)");
        check("-.5", "Number(-0.5)");
        check("/A#20B", "Name(\"A B\")");
        check("(a\\(b\\)\\101(c))", "Text([97, 40, 98, 41, 65, 40, 99, 41])");
        check("<414>", "Text([65, 64])");
        check("[1 [2] /A", "Array([Number(1.0), Array([Number(2.0)]), Name(\"A\")])");
        check("<< /A 1 /B << /C [] >> /D>>", "Dict({\"A\": Number(1.0), \"B\": Dict({\"C\": Array([])})})");
        check("% note\nTj", "Word(\"Tj\")");
        assert!(Lexer::new("[".repeat(100_000).as_bytes()).next().is_some());
    }
}
