//! The base folding: what every look-up key went through.
//!
//! The rules are those of `model::fold_letters`, in a form that remembers where each letter came from and runs fast over
//! whole documents. It is a fixed point: folding a folded text changes nothing. Rules of single languages (`ä` as `ae`,
//! "Saint" as "St") are not here: they make more keys when a file is built, see [`crate::build`].

#![expect(clippy::cast_possible_truncation, reason = "positions were held against four bytes at the start")]

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Folds a text to lower-case letters, digits and single blanks.
///
/// Marks on letters go, Cyrillic letters become Latin ones, apostrophes and full stops go, everything else that is no letter
/// or digit becomes a blank. Letters of other scripts stay.
///
/// ```
/// assert_eq!(gazetteer::fold("St. Louis"), "st louis");
/// assert_eq!(gazetteer::fold("Тула"), "tula");
/// assert_eq!(gazetteer::fold(" … "), "");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let (mut out, mut origin) = (String::new(), Vec::new());
    fold_mapped(text, &mut out, &mut origin);
    out
}

/// Folds a text and says, for every byte of the result, at which byte of the original its letter starts.
///
/// `out` and `origin` are cleared first; `origin` gets one entry more than `out` has bytes. A blank, and the entry at the end,
/// point behind the last letter kept before them: the original of a folded `a..b` that ends at a word end is
/// `text[origin[a]..origin[b]]`, without what separates it from the next word. Texts over 4 GiB are cut.
///
/// ```
/// let (mut folded, mut origin) = (String::new(), Vec::new());
/// let text = "in São Paulo, today";
/// gazetteer::fold_mapped(text, &mut folded, &mut origin);
/// let at = folded.find("sao paulo").unwrap();
/// assert_eq!(&text[origin[at] as usize..origin[at + 9] as usize], "São Paulo");
/// ```
pub fn fold_mapped(text: &str, out: &mut String, origin: &mut Vec<u32>) {
    let mut folded = std::mem::take(out).into_bytes();
    folded.clear();
    origin.clear();
    let mut writer = Writer { folded, origin, end: 0, is_apart: false };
    let bytes = &text.as_bytes()[..within_u32(text)];
    writer.folded.reserve(bytes.len());
    writer.origin.reserve(bytes.len() + 1);
    let mut at = 0;
    while at < bytes.len() {
        at = if bytes[at] < 0x80 { writer.ascii(bytes, at) } else { writer.segment(text, at) };
    }
    let end = writer.end;
    writer.origin.push(end);
    *out = String::from_utf8(writer.folded).expect("only whole letters were written");
}

/// The length of the text, or the longest beginning whose positions fit into four bytes.
fn within_u32(text: &str) -> usize {
    text.floor_char_boundary(u32::MAX as usize)
}

/// What an ASCII byte becomes: a letter or digit in lower case, [`DROP`] or [`APART`].
const ASCII: [u8; 128] = ascii_table();
/// Apostrophes and full stops: gone without a trace.
const DROP: u8 = 0;
/// Everything else that is no letter: a blank, unless at an end or beside another one.
const APART: u8 = b' ';

const fn ascii_table() -> [u8; 128] {
    let mut table = [APART; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        } else if byte == b'\'' || byte == b'`' || byte == b'.' {
            table[byte as usize] = DROP;
        }
        byte += 1;
    }
    table
}

struct Writer<'a> {
    folded: Vec<u8>,
    origin: &'a mut Vec<u32>,
    /// Where the original of the last letter written ends.
    end: u32,
    /// Whether something that separates words came since.
    is_apart: bool,
}

impl Writer<'_> {
    /// Writes ASCII from `at` on and gives where it ends. A mark that follows a letter only ever falls away: no composed
    /// letter with an ASCII base folds to anything but its base.
    fn ascii(&mut self, bytes: &[u8], mut at: usize) -> usize {
        while let Some(&byte) = bytes.get(at).filter(|byte| **byte < 0x80) {
            match ASCII[usize::from(byte)] {
                DROP => {}
                APART => self.is_apart = true,
                letter => {
                    self.before_letter(at);
                    self.folded.push(letter);
                    self.origin.push(at as u32);
                    self.end = at as u32 + 1;
                }
            }
            at += 1;
        }
        at
    }

    #[inline]
    fn before_letter(&mut self, start: usize) {
        if self.is_apart {
            if !self.folded.is_empty() {
                self.folded.push(b' ');
                // One sign may come to two words: '¼'.
                self.origin.push(self.end.min(start as u32));
            }
            self.is_apart = false;
        }
    }

    /// Writes a letter with its marks, the first of which starts at `at`, and gives where they end.
    fn segment(&mut self, text: &str, at: usize) -> usize {
        let mut letters = text[at..].char_indices();
        let Some((_, first)) = letters.next() else { return text.len() };
        let len = letters.find(|(_, letter)| !is_mark(*letter)).map_or(text.len() - at, |(len, _)| len);
        let end = at + len;
        if len == first.len_utf8() {
            // Alone it may still compose to something else: 'Å' the unit to 'Å' the letter.
            std::iter::once(first).nfc().for_each(|letter| self.letter(letter, at, end));
        } else {
            text[at..end].nfc().for_each(|letter| self.letter(letter, at, end));
        }
        end
    }

    fn letter(&mut self, letter: char, start: usize, end: usize) {
        for lower in letter.to_lowercase() {
            if let Some(latin) = romanized(lower) {
                latin.chars().for_each(|plain| self.plain(plain, start, end));
            } else if !is_dropped(lower) {
                for part in lower.nfkd().filter(|part| !is_combining_mark(*part)) {
                    self.part(part, start, end);
                }
            }
        }
    }

    /// A part of a decomposed letter, which may be a capital or a letter to romanize in its turn: 'ǿ' is 'ø' with a mark.
    fn part(&mut self, part: char, start: usize, end: usize) {
        for lower in part.to_lowercase() {
            match romanized(lower) {
                Some(latin) => latin.chars().for_each(|plain| self.plain(plain, start, end)),
                None if is_dropped(lower) || is_combining_mark(lower) => {}
                None => self.plain(lower, start, end),
            }
        }
    }

    fn plain(&mut self, letter: char, start: usize, end: usize) {
        if !letter.is_alphanumeric() {
            self.is_apart = true;
            return;
        }
        self.before_letter(start);
        let mut buffer = [0; 4];
        for byte in letter.encode_utf8(&mut buffer).bytes() {
            self.folded.push(byte);
            self.origin.push(start as u32);
        }
        self.end = end as u32;
    }
}

fn is_mark(letter: char) -> bool {
    letter >= '\u{300}' && (is_combining_mark(letter) || canonical_combining_class(letter) != 0)
}

const fn is_dropped(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʹ' | 'ʼ' | '`' | '.')
}

/// Letters that do not decompose to Latin ones; Cyrillic after the romanization common on road signs and in English texts.
#[rustfmt::skip] // One letter a line would be forty lines of nothing.
const fn romanized(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a", 'б' => "b", 'в' => "v", 'г' | 'ґ' => "g", 'д' => "d", 'е' | 'ё' | 'э' | 'є' => "e", 'ж' => "zh",
        'з' => "z", 'и' | 'і' => "i", 'ї' => "yi", 'й' | 'ы' => "y", 'к' => "k", 'л' => "l", 'м' => "m", 'н' => "n",
        'о' => "o", 'п' => "p", 'р' => "r", 'с' => "s", 'т' => "t", 'у' | 'ў' => "u", 'ф' => "f", 'х' => "kh",
        'ц' => "ts", 'ч' => "ch", 'ш' => "sh", 'щ' => "shch", 'ъ' | 'ь' => "", 'ю' => "yu", 'я' => "ya", 'ß' => "ss",
        'ø' => "o", 'æ' => "ae", 'œ' => "oe", 'ł' => "l", 'đ' | 'ð' => "d", 'þ' => "th", 'ı' => "i",
        _ => return None,
    })
}
