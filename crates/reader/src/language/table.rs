//! Words by their first three bytes: nearly every word of a text is in no lexicon, and that must be seen at once.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Words and beginnings of words, each with a number from 0 in the order in which it was first added.
#[derive(Debug, Clone)]
pub(super) struct WordTable {
    by_key: FxHashMap<u32, SmallVec<[u32; 2]>>,
    words: Vec<Entry>,
    /// A bit for each key's hash.
    known: Box<[u64; KNOWN / 64]>,
    /// Whether there are beginnings of one or two bytes.
    has_short_stem: [bool; KEY],
    has_short_stems: bool,
}

#[derive(Debug, Clone)]
struct Entry {
    text: String,
    is_stem: bool,
}

/// The bytes of a word that the table goes by.
const KEY: usize = 3;
/// How many bits of keys' hashes there are, as a power of two.
const KNOWN_LOG: u32 = 14;
const KNOWN: usize = 1 << KNOWN_LOG;

impl WordTable {
    pub(super) fn new() -> Self {
        Self {
            by_key: FxHashMap::default(),
            words: Vec::new(),
            known: Box::new([0; KNOWN / 64]),
            has_short_stem: [false; KEY],
            has_short_stems: false,
        }
    }

    /// Adds a word, or with `is_stem` all words that begin so; gives its number, which is the old one if it is there.
    pub(super) fn add(&mut self, text: &str, is_stem: bool) -> usize {
        let key = key(text.as_bytes());
        self.known[bit(key) / 64] |= 1 << (bit(key) % 64);
        if is_stem && text.len() < KEY {
            self.has_short_stem[text.len()] = true;
            self.has_short_stems = true;
        }
        let list = self.by_key.entry(key).or_default();
        let words = &mut self.words;
        let old =
            list.iter().map(|idx| *idx as usize).find(|idx| words[*idx].is_stem == is_stem && words[*idx].text == text);
        old.unwrap_or_else(|| {
            list.push(u32::try_from(words.len()).expect("a lexicon has far fewer words"));
            words.push(Entry { text: text.to_owned(), is_stem });
            words.len() - 1
        })
    }

    /// Calls `found` with the number of every entry that `word` is or begins with. Latin letters may be capitals.
    #[inline]
    pub(super) fn find(&self, word: &[u8], mut found: impl FnMut(usize)) {
        if self.has_short_stems {
            for length in (1..KEY.min(word.len())).filter(|length| self.has_short_stem[*length]) {
                self.find_key(word, key(&word[..length]), &mut found);
            }
        }
        self.find_key(word, key(word), &mut found);
    }

    /// Calls `found` with the number of every beginning that all words with the beginning `stem` have.
    pub(super) fn find_stems(&self, stem: &[u8], mut found: impl FnMut(usize)) {
        self.find(stem, |idx| {
            if self.words[idx].is_stem {
                found(idx);
            }
        });
    }

    #[inline]
    fn find_key(&self, word: &[u8], key: u32, found: &mut impl FnMut(usize)) {
        let bit = bit(key);
        if self.known[bit / 64] >> (bit % 64) & 1 == 1 {
            self.find_known(word, key, found);
        }
    }

    fn find_known(&self, word: &[u8], key: u32, found: &mut impl FnMut(usize)) {
        for idx in self.by_key.get(&key).into_iter().flatten() {
            let entry = &self.words[*idx as usize];
            let text = entry.text.as_bytes();
            let is_long_enough = if entry.is_stem { word.len() >= text.len() } else { word.len() == text.len() };
            if is_long_enough && word[..text.len()].eq_ignore_ascii_case(text) {
                found(*idx as usize);
            }
        }
    }
}

/// The first three bytes in lower case, as far as there are any.
#[inline]
fn key(word: &[u8]) -> u32 {
    match *word {
        [a, b, c, ..] => u32::from_le_bytes([a | LOWER, b | LOWER, c | LOWER, 0]),
        [a, b] => u32::from_le_bytes([a | LOWER, b | LOWER, 0, 0]),
        [a] => u32::from(a | LOWER),
        [] => 0,
    }
}

/// The bit by which a small Latin letter differs from its capital; digits have it too.
const LOWER: u8 = 0x20;

#[inline]
const fn bit(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> (32 - KNOWN_LOG)) as usize
}

#[cfg(test)]
mod tests {
    use super::WordTable;

    #[test]
    fn words_and_beginnings_are_found() {
        let mut table = WordTable::new();
        let texts = [("a", false), ("cit", true), ("city", false), ("sister", false), ("sisterh", true), ("ü", false)];
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
    }
}
