//! Signs: single words that say where in a text a closer look pays, found in one pass over its bytes.
//!
//! A phrase can only stand where its longest fixed word stands. The words of the phrases that name ties, that speak of work
//! done together and that name towns, councils and schools are kept by their first four bytes, so that nearly every word of
//! ordinary news is passed over after one look into a small table. What is found here may be more than the phrases say, never
//! less; the tokens decide.

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::phrase::{Fixed, Phrase};

/// What a word is a sign of, as bits.
pub(crate) type Signs = u8;
/// A phrase that names a tie: sister city, friendship agreement.
pub(crate) const NAMED: Signs = 1;
/// A phrase for what is done or agreed together.
pub(crate) const WORK: Signs = 2;
/// A phrase for a town, its bodies, or a school.
pub(crate) const PARTY: Signs = 4;

/// Words with what they are signs of.
#[derive(Debug)]
pub(crate) struct SignWords {
    by_key: FxHashMap<u32, SmallVec<[u32; 2]>>,
    words: Vec<SignWord>,
    /// A bit for each key's hash: most words are none, and that is seen without the table.
    known: Box<[u64; KNOWN / 64]>,
    /// Whether there are stems of one, two or three bytes.
    has_short_stem: [bool; KEY],
    infixes: Option<AhoCorasick>,
    of_infix: Vec<Signs>,
}

#[derive(Debug)]
struct SignWord {
    text: String,
    is_stem: bool,
    signs: Signs,
}

/// The bytes of a word that the table goes by.
const KEY: usize = 4;
/// How many bits of keys' hashes there are.
const KNOWN: usize = 1 << 15;
/// A word that holds another has at least so many bytes.
const INFIX: usize = 4;

impl SignWords {
    /// Of phrases, each with what it is a sign of.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = (&'a Phrase, Signs)>) -> Self {
        let mut words: FxHashMap<(&str, bool), Signs> = FxHashMap::default();
        let mut infixes: FxHashMap<&str, Signs> = FxHashMap::default();
        for (phrase, signs) in phrases {
            for fixed in phrase.anchors() {
                match fixed {
                    Fixed::Exact(text) => *words.entry((text, false)).or_default() |= signs,
                    Fixed::Stem(text) => *words.entry((text, true)).or_default() |= signs,
                    Fixed::Infix(text) => *infixes.entry(text).or_default() |= signs,
                }
            }
        }
        let mut made = Self {
            by_key: FxHashMap::default(),
            words: Vec::new(),
            known: Box::new([0; KNOWN / 64]),
            has_short_stem: [false; KEY],
            infixes: None,
            of_infix: infixes.values().copied().collect(),
        };
        words.into_iter().for_each(|((text, is_stem), signs)| made.add(text, is_stem, signs));
        // A few hundred words make a small automaton, which cannot fail.
        made.infixes = (!infixes.is_empty()).then(|| AhoCorasick::new(infixes.keys()).ok()).flatten();
        made
    }

    fn add(&mut self, text: &str, is_stem: bool, signs: Signs) {
        let key = key(text.as_bytes());
        self.known[bit(key) / 64] |= 1 << (bit(key) % 64);
        if is_stem && text.len() < KEY {
            self.has_short_stem[text.len()] = true;
        }
        self.by_key.entry(key).or_default().push(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.words.push(SignWord { text: text.to_owned(), is_stem, signs });
    }

    /// What a word is a sign of. Latin letters may be capitals; all else must be folded.
    pub(crate) fn of(&self, word: &[u8]) -> Signs {
        let mut signs = self.with_key(word, key(word));
        for length in 1..KEY.min(word.len()) {
            if self.has_short_stem[length] {
                signs |= self.with_key(word, key(&word[..length]));
            }
        }
        if let Some(infixes) = self.infixes.as_ref().filter(|_| word.len() >= INFIX) {
            let lower = word.to_ascii_lowercase();
            let found = infixes.find_overlapping_iter(&lower).map(|found| self.of_infix[found.pattern().as_usize()]);
            signs |= found.fold(0, |all, one| all | one);
        }
        signs
    }

    #[inline]
    fn with_key(&self, word: &[u8], key: u32) -> Signs {
        if self.known[bit(key) / 64] >> (bit(key) % 64) & 1 == 0 {
            return 0;
        }
        let Some(list) = self.by_key.get(&key) else { return 0 };
        let is = |sign: &&SignWord| {
            let text = sign.text.as_bytes();
            if sign.is_stem {
                word.len() >= text.len() && word[..text.len()].eq_ignore_ascii_case(text)
            } else {
                word.eq_ignore_ascii_case(text)
            }
        };
        let words = list.iter().map(|idx| &self.words[*idx as usize]);
        words.filter(is).fold(0, |all, sign| all | sign.signs)
    }
}

/// The first four bytes in lower case, as far as there are any.
#[inline]
fn key(word: &[u8]) -> u32 {
    match *word {
        [a, b, c, d, ..] => u32::from_le_bytes([a | LOWER, b | LOWER, c | LOWER, d | LOWER]),
        [a, b, c] => u32::from_le_bytes([a | LOWER, b | LOWER, c | LOWER, 0]),
        [a, b] => u32::from_le_bytes([a | LOWER, b | LOWER, 0, 0]),
        [a] => u32::from(a | LOWER),
        [] => 0,
    }
}

/// The bit by which a small Latin letter differs from its capital; digits have it too.
const LOWER: u8 = 0x20;

#[inline]
const fn bit(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> (32 - KNOWN.trailing_zeros())) as usize
}

/// Calls `found(byte, word)` for every word of a text, with where it begins. Words are as in [`crate::text::tokenize`] or
/// parts of those; a word with letters beyond ASCII is given folded.
pub(crate) fn words(text: &str, mut found: impl FnMut(usize, &[u8])) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !is_plain(bytes[at]) && bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && is_plain(bytes[at]) {
            at += 1;
        }
        if bytes.get(at).is_none_or(|byte| *byte < 0x80) {
            found(start, &bytes[start..at]);
            continue;
        }
        at = beyond(text, start, at, &mut found);
    }
}

/// A word that may have letters beyond ASCII from `at` on; gives where it ends.
fn beyond(text: &str, start: usize, at: usize, found: &mut impl FnMut(usize, &[u8])) -> usize {
    let is_inner = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}')
    };
    let end = at + text[at..].find(|letter| !is_inner(letter)).unwrap_or(text.len() - at);
    if text.as_bytes()[start..end].is_ascii() {
        found(start, &text.as_bytes()[start..end]);
    } else {
        let folded = gazetteer::fold(&text[start..end]);
        found(start, folded.replace(' ', "").as_bytes());
    }
    // What stopped the word is no part of one.
    end + text[end..].chars().next().map_or(0, char::len_utf8)
}

#[inline]
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}
