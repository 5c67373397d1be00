//! Phrases: what a lexicon looks for, and how they are found in a sentence.
//!
//! A phrase is words a blank apart, folded as the text is. `cit*` is any word that begins so, `*partnerschaft*` any word that
//! holds it, `a|b` either, `the?` may be missing, `~3` skips up to three words within the clause, `'s` is the possessive, `#`
//! any number. A comma stands for itself.

use std::cell::OnceCell;

use smallvec::SmallVec;

use super::table::WordTable;
use crate::text::{Sentence, TokenKind, elision};

/// A phrase made ready for matching.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    Words { any: Vec<Word>, optional: bool },
    Gap(usize),
}

#[derive(Debug, Clone)]
enum Word {
    Exact(String),
    Stem(String),
    Infix(String),
    Number,
}

/// The fixed text of a word of a phrase.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fixed<'a> {
    /// The word is this.
    Exact(&'a str),
    /// It begins so.
    Stem(&'a str),
    /// It holds this.
    Infix(&'a str),
}

impl<'a> Fixed<'a> {
    pub(crate) const fn text(self) -> &'a str {
        match self {
            Self::Exact(text) | Self::Stem(text) | Self::Infix(text) => text,
        }
    }
}

impl Phrase {
    /// Reads a phrase; empty text gives one that never matches.
    pub(crate) fn parse(text: &str) -> Self {
        // An elided word is a word of its own in the text, and so it is here.
        let words = text.split_whitespace().flat_map(|word| {
            let (head, rest) = word.split_at(elision(word).unwrap_or(0));
            [head, rest].into_iter().filter(|part| !part.is_empty())
        });
        Self { parts: words.map(Part::parse).collect() }
    }

    /// Where the phrase ends if it begins at token `at`; the longest reading with everything optional present wins.
    pub(crate) fn end(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        if self.parts.is_empty() { None } else { end_of(&self.parts, sentence, at) }
    }

    /// The marks of the words that may come second; all where anything may, or nothing has to.
    fn second(&self) -> u64 {
        let [Part::Words { optional: false, .. }, Part::Words { any, optional: false }, ..] = &self.parts[..] else {
            return u64::MAX;
        };
        any.iter().fold(0, |marks, word| match word {
            Word::Exact(text) => marks | mark(text),
            Word::Stem(text) if text.len() >= 2 => marks | mark(text),
            _ => u64::MAX,
        })
    }

    fn first_words(&self) -> Vec<&Word> {
        let mut found = Vec::new();
        for part in &self.parts {
            match part {
                Part::Words { any, optional } => {
                    found.extend(any);
                    if !optional {
                        return found;
                    }
                }
                Part::Gap(_) => return found,
            }
        }
        found
    }

    /// Whether any match is one word.
    pub(crate) fn is_one_word(&self) -> bool {
        matches!(&self.parts[..], [Part::Words { optional: false, .. }])
    }

    /// The fixed texts of each part that must be there; parts that may be any number are left out.
    pub(crate) fn fixed(&self) -> impl Iterator<Item = Vec<Fixed<'_>>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Words { any, optional: false } => any.iter().map(Word::fixed).collect(),
            _ => None,
        })
    }
}

impl Part {
    fn parse(text: &str) -> Self {
        if let Some(length) = text.strip_prefix('~').and_then(|number| number.parse().ok()) {
            return Self::Gap(length);
        }
        let (text, optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
        Self::Words { any: text.split('|').map(Word::parse).collect(), optional }
    }
}

impl Word {
    fn parse(text: &str) -> Self {
        let fold = |text: &str| if text == "'s" { text.to_owned() } else { gazetteer::fold(text).replace(' ', "") };
        if text == "#" {
            Self::Number
        } else if let Some(inner) = text.strip_prefix('*') {
            Self::Infix(fold(inner.trim_end_matches('*')))
        } else if let Some(stem) = text.strip_suffix('*') {
            Self::Stem(fold(stem))
        } else {
            let folded = fold(text);
            Self::Exact(if folded.is_empty() { text.to_owned() } else { folded })
        }
    }

    fn fixed(&self) -> Option<Fixed<'_>> {
        match self {
            Self::Exact(text) => Some(Fixed::Exact(text)),
            Self::Stem(text) => Some(Fixed::Stem(text)),
            Self::Infix(text) => Some(Fixed::Infix(text)),
            Self::Number => None,
        }
    }

    fn is(&self, sentence: &Sentence, at: usize) -> bool {
        match self {
            Self::Exact(text) => sentence.word(at) == text,
            Self::Stem(stem) => sentence.word(at).starts_with(stem.as_str()),
            Self::Infix(inner) => sentence.word(at).contains(inner.as_str()),
            Self::Number => sentence.tokens[at].kind == TokenKind::Number,
        }
    }
}

fn end_of(parts: &[Part], sentence: &Sentence, at: usize) -> Option<usize> {
    let Some((first, rest)) = parts.split_first() else { return Some(at) };
    match first {
        Part::Gap(length) => {
            let last = sentence.len().min(at + length);
            let stop = (at..last).find(|next| ends_clause(sentence, *next)).unwrap_or(last);
            (at..=stop).find_map(|next| end_of(rest, sentence, next))
        }
        Part::Words { any, optional } => {
            let here = at < sentence.len() && any.iter().any(|word| word.is(sentence, at));
            let with = if here { end_of(rest, sentence, at + 1) } else { None };
            with.or_else(|| if *optional { end_of(rest, sentence, at) } else { None })
        }
    }
}

fn ends_clause(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens[at].kind == TokenKind::Mark && matches!(sentence.word(at), ";" | ":" | "." | "!" | "?")
}

/// Many phrases, each with what it means, found in one pass over a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<T> {
    phrases: Vec<(Phrase, T)>,
    /// The words that phrases begin with, and the phrases of each.
    words: WordTable,
    of_word: Vec<Vec<Begun>>,
    infix: Vec<u32>,
    numbers: Vec<u32>,
}

/// A phrase that begins with a word.
#[derive(Debug, Clone, Copy)]
struct Begun {
    phrase: u32,
    /// The marks of the words that may come second.
    second: u64,
}

/// A word that a phrase's first word may stand within is longer than this.
const INFIX: usize = 3;

impl<T> Phrases<T> {
    pub(crate) fn new(phrases: Vec<(Phrase, T)>) -> Self {
        let mut made = Self {
            phrases: Vec::new(),
            words: WordTable::new(),
            of_word: Vec::new(),
            infix: Vec::new(),
            numbers: Vec::new(),
        };
        for (at, (phrase, _)) in phrases.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            for word in phrase.first_words() {
                match word {
                    Word::Infix(_) => made.infix.push(at),
                    Word::Number => made.numbers.push(at),
                    Word::Exact(text) => made.begin(text, false, at, phrase.second()),
                    Word::Stem(text) => made.begin(text, true, at, phrase.second()),
                }
            }
        }
        made.phrases = phrases;
        made
    }

    fn begin(&mut self, text: &str, is_stem: bool, phrase: u32, second: u64) {
        let word = self.words.add(text, is_stem);
        self.of_word.resize_with(self.of_word.len().max(word + 1), Vec::new);
        if self.of_word[word].last().is_none_or(|last| last.phrase != phrase) {
            self.of_word[word].push(Begun { phrase, second });
        }
    }

    /// Calls `found(start, end, meaning)` for every phrase that begins at any token, in order of start.
    pub(crate) fn find<'a>(&'a self, sentence: &Sentence, mut found: impl FnMut(usize, usize, &'a T)) {
        for at in 0..sentence.len() {
            self.find_at(sentence, at, |end, meaning| found(at, end, meaning));
        }
    }

    /// The same for one token; phrases in the order in which they were given.
    pub(crate) fn find_at<'a>(&'a self, sentence: &Sentence, at: usize, mut found: impl FnMut(usize, &'a T)) {
        let word = sentence.word(at);
        let mut ends: SmallVec<[(u32, usize); 8]> = SmallVec::new();
        let mut try_phrase = |idx: u32| {
            if let Some(end) = self.phrases[idx as usize].0.end(sentence, at) {
                ends.push((idx, end));
            }
        };
        let next = OnceCell::new();
        self.words.find(word.as_bytes(), |word| {
            let next = *next.get_or_init(|| mark(sentence.word(at + 1)));
            self.of_word[word]
                .iter()
                .filter(|begun| begun.second & next != 0)
                .for_each(|begun| try_phrase(begun.phrase));
        });
        if sentence.tokens[at].kind == TokenKind::Number {
            self.numbers.iter().for_each(|idx| try_phrase(*idx));
        } else if word.len() > INFIX {
            self.infix.iter().for_each(|idx| try_phrase(*idx));
        }
        ends.sort_unstable();
        ends.dedup();
        for (idx, end) in ends {
            found(end, &self.phrases[idx as usize].1);
        }
    }
}

/// One bit of 64 by a word's first two bytes: most words cannot be a phrase's second, and this says so.
fn mark(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let first = u32::from(bytes.first().copied().unwrap_or(0));
    let second = u32::from(bytes.get(1).copied().unwrap_or(0));
    1 << ((first << 8 | second).wrapping_mul(0x9E37_79B1) >> 26)
}
