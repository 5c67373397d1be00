//! Words by their first three bytes: nearly every word of a text is in no lexicon, and that must be seen at once.
//!
//! Eight bytes of a word are compared in one step; only words that agree in them are looked at letter by letter.

/// Words and beginnings of words, each with a number from 0 in the order in which it was first added.
#[derive(Debug, Clone)]
pub(super) struct WordTable {
    words: Vec<Entry>,
    /// A bit for the hash of each word's first four bytes, and of the three of a beginning that has no more.
    known: Box<[u64; KNOWN / 64]>,
    /// The first entry of each hash, or [`NONE`].
    heads: Box<[u32; HEADS]>,
    /// Whether there are beginnings of one or two bytes.
    has_short_stem: [bool; KEY],
    has_short_stems: bool,
}

#[derive(Debug, Clone)]
struct Entry {
    /// The first eight bytes as [`lower`] gives them, and which of their bits a word must share.
    first: u64,
    mask: u64,
    /// The next entry of the same hash, or [`NONE`].
    next: u32,
    is_stem: bool,
    text: Box<str>,
}

/// The bytes of a word that the table goes by.
const KEY: usize = 3;
/// How many bits of hashes there are, as a power of two.
const KNOWN_LOG: u32 = 15;
const KNOWN: usize = 1 << KNOWN_LOG;
/// How many lists of entries there are, as a power of two.
const HEADS_LOG: u32 = 11;
const HEADS: usize = 1 << HEADS_LOG;
/// No entry.
const NONE: u32 = u32::MAX;

impl WordTable {
    pub(super) fn new() -> Self {
        Self {
            words: Vec::new(),
            known: Box::new([0; KNOWN / 64]),
            heads: Box::new([NONE; HEADS]),
            has_short_stem: [false; KEY],
            has_short_stems: false,
        }
    }

    /// Adds a word, or with `is_stem` all words that begin so; gives its number, which is the old one if it is there.
    pub(super) fn add(&mut self, text: &str, is_stem: bool) -> usize {
        let first = lower(text.as_bytes());
        let bit = hash(if is_stem && text.len() <= KEY { key(first) } else { four(first) }, KNOWN_LOG);
        self.known[bit / 64] |= 1 << (bit % 64);
        let head = hash(key(first), HEADS_LOG);
        if is_stem && text.len() < KEY {
            self.has_short_stem[text.len()] = true;
            self.has_short_stems = true;
        }
        let mut last = NONE;
        let mut at = self.heads[head];
        while let Some(entry) = self.words.get(at as usize) {
            if entry.is_stem == is_stem && *entry.text == *text {
                return at as usize;
            }
            (last, at) = (at, entry.next);
        }
        let number = u32::try_from(self.words.len()).expect("a lexicon has far fewer words");
        match self.words.get_mut(last as usize) {
            Some(last) => last.next = number,
            None => self.heads[head] = number,
        }
        // A word that is shorter than eight bytes has no byte behind its end.
        let mask = if is_stem && text.len() < 8 { (1 << (8 * text.len())) - 1 } else { u64::MAX };
        self.words.push(Entry { first, mask, next: NONE, is_stem, text: text.into() });
        number as usize
    }

    /// Calls `found` with the number of every entry that `word` is or begins with. Latin letters may be capitals.
    #[inline]
    pub(super) fn find(&self, word: &[u8], found: impl FnMut(usize)) {
        self.find_from(word, lower(word), found);
    }

    /// The same with the word's first bytes as [`lower`] gives them.
    #[inline(always)]
    pub(super) fn find_from(&self, word: &[u8], first: u64, mut found: impl FnMut(usize)) {
        if self.has_short_stems {
            self.find_short(word, first, &mut found);
        }
        if self.is_known(four(first)) || self.is_known(key(first)) {
            self.find_key(word, first, key(first), &mut found);
        }
    }

    #[inline(never)]
    fn find_short(&self, word: &[u8], first: u64, found: &mut impl FnMut(usize)) {
        for length in (1..KEY.min(word.len())).filter(|length| self.has_short_stem[*length]) {
            self.find_key(word, first, key(first) & ((1 << (8 * length)) - 1), found);
        }
    }

    /// Calls `found` with the number of every beginning that all words with the beginning `stem` have.
    pub(super) fn find_stems(&self, stem: &[u8], mut found: impl FnMut(usize)) {
        self.find(stem, |idx| {
            if self.words[idx].is_stem {
                found(idx);
            }
        });
    }

    #[inline(always)]
    fn is_known(&self, bytes: u32) -> bool {
        let bit = hash(bytes, KNOWN_LOG);
        self.known[bit / 64] >> (bit % 64) & 1 == 1
    }

    #[inline(never)]
    fn find_key(&self, word: &[u8], first: u64, key: u32, found: &mut impl FnMut(usize)) {
        let mut at = self.heads[hash(key, HEADS_LOG)];
        while let Some(entry) = self.words.get(at as usize) {
            if (entry.first ^ first) & entry.mask == 0 && self::key(entry.first) == key && entry.is(word) {
                found(at as usize);
            }
            at = entry.next;
        }
    }
}

impl Entry {
    fn is(&self, word: &[u8]) -> bool {
        let text = self.text.as_bytes();
        let is_long_enough = if self.is_stem { word.len() >= text.len() } else { word.len() == text.len() };
        is_long_enough && word[..text.len()].eq_ignore_ascii_case(text)
    }
}

/// How many bytes from the first on are Latin letters and digits, up to eight.
#[inline]
pub(super) const fn n_letters(bytes: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES * 0x80;
    const fn within(bytes: u64, first: u8, last: u8) -> u64 {
        (bytes + ONES * (0x80 - first as u64)) & !(bytes + ONES * (0x7F - last as u64))
    }
    let low = bytes & !HIGH;
    let letters = (within(low | LOWER, b'a', b'z') | within(low, b'0', b'9')) & !bytes & HIGH;
    (letters ^ HIGH).trailing_zeros() as usize / 8
}

/// The first eight bytes with the bit by which a small Latin letter differs from its capital, which digits have too. Where the
/// word ends before, nothing follows.
#[inline]
pub(super) fn lower(word: &[u8]) -> u64 {
    if let Some(first) = word.first_chunk::<8>() {
        return u64::from_le_bytes(*first) | LOWER;
    }
    let length = word.len();
    let bytes = match (word.first_chunk::<4>(), word.last_chunk::<4>(), word) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4))
        }
        (_, _, [a, b, c]) => u64::from(u32::from_le_bytes([*a, *b, *c, 0])),
        (_, _, [a, b]) => u64::from(u32::from_le_bytes([*a, *b, 0, 0])),
        (_, _, [a]) => u64::from(*a),
        _ => 0,
    };
    bytes | LOWER & ((1 << (8 * length)) - 1)
}

/// The same of so many of eight bytes.
#[inline]
pub(super) const fn lower_of(bytes: u64, length: usize) -> u64 {
    if length < 8 { (bytes | LOWER) & ((1 << (8 * length)) - 1) } else { bytes | LOWER }
}

const LOWER: u64 = 0x2020_2020_2020_2020;

/// The first three of these bytes.
#[inline]
const fn key(first: u64) -> u32 {
    (first & 0xFF_FFFF) as u32
}

/// The first four of these bytes.
#[inline]
const fn four(first: u64) -> u32 {
    (first & 0xFFFF_FFFF) as u32
}

#[inline]
const fn hash(bytes: u32, log: u32) -> usize {
    (bytes.wrapping_mul(0x9E37_79B1) >> (32 - log)) as usize
}

#[cfg(test)]
mod tests {
    use super::{WordTable, lower, lower_of, n_letters};

    #[test]
    fn words_and_beginnings_are_found() {
        let mut table = WordTable::new();
        let texts = [
            ("a", false),
            ("cit", true),
            ("city", false),
            ("sister", false),
            ("sisterh", true),
            ("ü", false),
            ("partnership", false),
            ("partnersh", true),
            ("twin", true),
        ];
        for (number, (text, is_stem)) in texts.into_iter().enumerate() {
            assert_eq!(table.add(text, is_stem), number);
        }
        assert_eq!(table.add("sister", false), 3);
        let found = |word: &str| {
            let mut found = Vec::new();
            table.find(word.as_bytes(), |number| found.push(number));
            found
        };
        assert_eq!(found("A"), [0]);
        assert_eq!(found("city"), [1, 2]);
        assert_eq!(found("CITIES"), [1]);
        assert_eq!(found("ci"), [0; 0]);
        assert_eq!(found("sister"), [3]);
        assert_eq!(found("Sisterhood"), [4]);
        assert_eq!(found("ü"), [5]);
        assert_eq!(found(""), [0; 0]);
        assert_eq!(found("Partnership"), [6, 7]);
        assert_eq!(found("partnerships"), [7]);
        assert_eq!(found("partners"), [0; 0]);
        assert_eq!(found("twi"), [0; 0]);
        assert_eq!(found("Twin"), [8]);
    }

    #[test]
    fn short_beginnings_are_found_in_longer_words() {
        let mut table = WordTable::new();
        assert_eq!([table.add("un", true), table.add("un", false), table.add("u", true)], [0, 1, 2]);
        let found = |word: &str| {
            let mut found = Vec::new();
            table.find(word.as_bytes(), |number| found.push(number));
            found.sort_unstable();
            found
        };
        assert_eq!(found("un"), [0, 1, 2]);
        assert_eq!(found("Union"), [0, 2]);
        assert_eq!(found("u"), [2]);
    }

    #[test]
    fn eight_bytes_are_lower_case_up_to_the_end() {
        for text in ["", "A", "Ab", "ABC", "Abcd", "ABCDE", "abcdEF", "ABCDEFG", "ABCDEFGH", "ABCDEFGHIJ"] {
            let mut bytes = [0; 8];
            let length = text.len().min(8);
            bytes[..length].copy_from_slice(text[..length].to_ascii_lowercase().as_bytes());
            assert_eq!(lower(text.as_bytes()), u64::from_le_bytes(bytes), "{text}");
            assert_eq!(n_letters(u64::from_le_bytes(bytes)), length, "{text}");
            let behind = u64::from_le_bytes(bytes) | !0 << (8 * length.min(7));
            assert_eq!(lower_of(behind, length.min(7)), lower(&bytes[..length.min(7)]), "{text}");
        }
    }

    #[test]
    fn any_byte_is_a_letter_or_none() {
        for byte in 0..=u8::MAX {
            let is_letter = byte.is_ascii_alphanumeric();
            assert_eq!(n_letters(u64::from_le_bytes([byte; 8])), if is_letter { 8 } else { 0 }, "{byte}");
            let mut bytes = *b"AzbY09az";
            bytes[5] = byte;
            assert_eq!(n_letters(u64::from_le_bytes(bytes)), if is_letter { 8 } else { 5 }, "{byte}");
        }
    }
}
