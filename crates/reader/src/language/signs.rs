//! Signs: single words that say where in a text a closer look pays, found in one pass over its bytes.
//!
//! A phrase can only stand where its longest fixed word stands. The words of the phrases that name ties, that speak of work
//! done together and that name towns, councils and schools are kept so that nearly every word of
//! ordinary news is passed over after one look into a small table. What is found here may be more than the phrases say, never
//! less; the tokens decide.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashSet;

use super::phrase::{Fixed, Phrase};
use super::table::{WordTable, lower, lower_of, n_letters};

/// What a word is a sign of, as bits.
pub(crate) type Signs = u8;
/// A phrase that names a tie: sister city, friendship agreement.
pub(crate) const NAMED: Signs = 1;
/// A phrase for a tie of another kind: an agreement, cooperation, talks.
pub(crate) const JOINT: Signs = 2;
/// A phrase for what is done together: a visit, a signing.
pub(crate) const DEED: Signs = 4;
/// A phrase for a town, its bodies, or a school.
pub(crate) const PARTY: Signs = 8;
/// "between" and its like.
pub(crate) const LINK: Signs = 16;

/// Words with what they are signs of.
#[derive(Debug)]
pub(crate) struct SignWords {
    words: WordTable,
    of_word: Vec<Signs>,
    infixes: Option<AhoCorasick>,
    of_infix: Vec<Signs>,
}

/// A word that holds another has at least so many bytes.
const INFIX: usize = 4;

impl SignWords {
    /// Of phrases, each with what it is a sign of, by the longest of their words that is not `common`. Phrases of nothing but
    /// common words are no signs, unless they name ties or link.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = (&'a Phrase, Signs)>, common: &FxHashSet<&str>) -> Self {
        let mut made = Self { words: WordTable::new(), of_word: Vec::new(), infixes: None, of_infix: Vec::new() };
        let mut infixes: BTreeMap<String, Signs> = BTreeMap::new();
        // Single words first: a phrase that holds one needs no other.
        let (single, several): (Vec<_>, Vec<_>) = phrases.partition(|(phrase, _)| phrase.is_one_word());
        for (phrase, signs) in single.into_iter().chain(several) {
            if phrase.fixed().any(|words| words.iter().all(|word| made.has(*word, signs))) {
                continue;
            }
            let is_rare = |words: &Vec<Fixed<'_>>| words.iter().all(|word| !common.contains(word.text()));
            let shortest = |words: &Vec<Fixed<'_>>| words.iter().map(|word| word.text().len()).min().unwrap_or(0);
            let rarest = phrase.fixed().max_by_key(|words| (is_rare(words), shortest(words)));
            for word in rarest.filter(|words| is_rare(words) || matches!(signs, NAMED | LINK)).into_iter().flatten() {
                match word {
                    Fixed::Exact(text) => made.add(text, false, signs),
                    Fixed::Stem(text) => made.add(text, true, signs),
                    Fixed::Infix(text) => *infixes.entry(text.to_owned()).or_default() |= signs,
                }
            }
        }
        // A few hundred words make a small automaton, which cannot fail.
        made.infixes = (!infixes.is_empty()).then(|| AhoCorasick::new(infixes.keys()).ok()).flatten();
        made.of_infix = infixes.into_values().collect();
        made
    }

    /// Whether every text that a word of a phrase matches is a sign of as much already.
    fn has(&self, word: Fixed<'_>, signs: Signs) -> bool {
        let mut there = 0;
        match word {
            Fixed::Exact(text) => self.words.find(text.as_bytes(), |word| there |= self.of_word[word]),
            Fixed::Stem(text) => self.words.find_stems(text.as_bytes(), |word| there |= self.of_word[word]),
            Fixed::Infix(_) => {}
        }
        there & signs == signs
    }

    fn add(&mut self, text: &str, is_stem: bool, signs: Signs) {
        let word = self.words.add(text, is_stem);
        self.of_word.resize(self.of_word.len().max(word + 1), 0);
        self.of_word[word] |= signs;
    }

    /// What a word is a sign of. Latin letters may be capitals; all else must be folded.
    #[inline(always)]
    pub(crate) fn of(&self, (word, first): Word<'_>) -> Signs {
        let mut signs = 0;
        self.words.find_from(word, first, |word| signs |= self.of_word[word]);
        match &self.infixes {
            Some(infixes) if word.len() >= INFIX => signs | self.of_parts(infixes, word),
            _ => signs,
        }
    }

    /// What the words within a word are signs of.
    #[inline(never)]
    fn of_parts(&self, infixes: &AhoCorasick, word: &[u8]) -> Signs {
        let lower = word.to_ascii_lowercase();
        let found = infixes.find_overlapping_iter(&lower).map(|found| self.of_infix[found.pattern().as_usize()]);
        found.fold(0, |all, one| all | one)
    }
}

/// A word with its first bytes in lower case, as the tables of words want them.
pub(super) type Word<'a> = (&'a [u8], u64);

/// Calls `found(byte, word)` for every word of a text, with where it begins. Words are as in [`crate::text::tokenize`] or
/// parts of those; a word with letters beyond ASCII is given folded.
#[inline]
pub(crate) fn words(text: &str, mut found: impl FnMut(usize, Word<'_>)) {
    words_until(text, |at, word| {
        found(at, word);
        ControlFlow::Continue(())
    });
}

/// The same until `found` breaks off.
#[inline]
pub(crate) fn words_until(text: &str, mut found: impl FnMut(usize, Word<'_>) -> ControlFlow<()>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        while bytes.get(at).is_some_and(|byte| KINDS[usize::from(*byte)] == APART) {
            at += 1;
        }
        let start = at;
        // Eight bytes in one step: few words are longer.
        let first = match bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            Some(eight) => {
                let eight = u64::from_le_bytes(*eight);
                at += n_letters(eight);
                Some(lower_of(eight, at - start))
            }
            None => None,
        };
        if first.is_none() || at == start + 8 {
            while bytes.get(at).is_some_and(|byte| KINDS[usize::from(*byte)] == LETTER) {
                at += 1;
            }
        }
        let goes_on = match bytes.get(at) {
            Some(byte) if *byte >= 0x80 => {
                let end = end_beyond(text, at);
                let goes_on = beyond(&text[start..end], start, &mut found);
                // What stopped the word is no part of one.
                at = end + text[end..].chars().next().map_or(0, char::len_utf8);
                goes_on
            }
            _ if at > start => {
                let word = &bytes[start..at];
                found(start, (word, first.unwrap_or_else(|| lower(word))))
            }
            _ => return,
        };
        if goes_on.is_break() {
            return;
        }
    }
}

/// Where a word ends that may have letters beyond ASCII from `at` on.
fn end_beyond(text: &str, at: usize) -> usize {
    let is_inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}');
    at + text[at..].find(|letter| !is_inner(letter)).unwrap_or(text.len() - at)
}

fn beyond(word: &str, start: usize, found: &mut dyn FnMut(usize, Word<'_>) -> ControlFlow<()>) -> ControlFlow<()> {
    let mut found = |word: &[u8]| found(start, (word, lower(word)));
    if word.is_empty() {
        ControlFlow::Continue(())
    } else if word.is_ascii() {
        found(word.as_bytes())
    } else {
        found(gazetteer::fold(word).replace(' ', "").as_bytes())
    }
}

/// What a byte is: part of a word, between words, or part of a letter beyond ASCII.
const LETTER: u8 = 0;
const APART: u8 = 1;
const BEYOND: u8 = 2;

const KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut kinds = [BEYOND; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        kinds[byte as usize] = if byte.is_ascii_alphanumeric() { LETTER } else { APART };
        byte += 1;
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::{lower, words};

    #[test]
    fn words_are_cut_and_folded() {
        let check = |text: &str, expected: &[(usize, &str)]| {
            let mut found: Vec<(usize, String)> = Vec::new();
            words(text, |at, (word, first)| {
                assert_eq!(first, lower(word), "{text}");
                found.push((at, String::from_utf8_lossy(word).into_owned()));
            });
            let found: Vec<(usize, &str)> = found.iter().map(|(at, word)| (*at, word.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("", &[]);
        check(" . ", &[]);
        check("Sister-city's", &[(0, "Sister"), (7, "city"), (12, "s")]);
        check("l’université d'Été", &[(0, "l"), (4, "universite"), (16, "d"), (18, "ete")]);
        check("«Город» 12", &[(2, "gorod"), (15, "12")]);
        check("part\u{ad}ner", &[(0, "partner")]);
        check("city—", &[(0, "city")]);
        check("Twinnings", &[(0, "Twinnings")]);
        check(
            "a partnership of 12 Partners.",
            &[(0, "a"), (2, "partnership"), (14, "of"), (17, "12"), (20, "Partners")],
        );
        check("partnersé twin", &[(0, "partnerse"), (11, "twin")]);
    }
}
