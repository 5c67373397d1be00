//! Phrases: what a lexicon looks for, and how they are found in a sentence.
//!
//! A phrase is words a blank apart, folded as the text is. `cit*` is any word that begins so, `*partnerschaft*` any word that
//! holds it, `a|b` either, `the?` may be missing, `~3` skips up to three words within the clause, `'s` is the possessive, `#`
//! any number. A comma stands for itself.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

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

impl Fixed<'_> {
    const fn len(self) -> usize {
        match self {
            Self::Exact(text) | Self::Stem(text) | Self::Infix(text) => text.len(),
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

    /// The words of which every match holds one: those of the part with the longest fixed text. Empty when there is none.
    pub(crate) fn anchors(&self) -> Vec<Fixed<'_>> {
        let mut best: (usize, &[Word]) = (0, &[]);
        for part in &self.parts {
            let Part::Words { any, optional: false } = part else { continue };
            let weight = any.iter().map(|word| word.fixed().map_or(0, Fixed::len)).min().unwrap_or(0);
            if weight > best.0 {
                best = (weight, any);
            }
        }
        best.1.iter().filter_map(Word::fixed).collect()
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
            let stop = (at..sentence.len()).find(|next| ends_clause(sentence, *next)).unwrap_or(sentence.len());
            (at..=stop.min(at + length)).find_map(|next| end_of(rest, sentence, next))
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
    by_start: FxHashMap<SmallVec<[u8; 4]>, Vec<u32>>,
    infix: Vec<u32>,
    numbers: Vec<u32>,
}

/// The bytes of a word that the index goes by.
const KEY: usize = 3;

impl<T> Phrases<T> {
    pub(crate) fn new(phrases: Vec<(Phrase, T)>) -> Self {
        let mut made =
            Self { phrases: Vec::new(), by_start: FxHashMap::default(), infix: Vec::new(), numbers: Vec::new() };
        for (at, (phrase, _)) in phrases.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            for word in phrase.first_words() {
                match word {
                    Word::Infix(_) => made.infix.push(at),
                    Word::Number => made.numbers.push(at),
                    Word::Exact(text) | Word::Stem(text) => {
                        let list = made.by_start.entry(key(text)).or_default();
                        if list.last() != Some(&at) {
                            list.push(at);
                        }
                    }
                }
            }
        }
        made.phrases = phrases;
        made
    }

    /// Calls `found(start, end, meaning)` for every phrase that begins at any token, in order of start.
    pub(crate) fn find<'a>(&'a self, sentence: &Sentence, mut found: impl FnMut(usize, usize, &'a T)) {
        for at in 0..sentence.len() {
            self.find_at(sentence, at, |end, meaning| found(at, end, meaning));
        }
    }

    /// The same for one token.
    pub(crate) fn find_at<'a>(&'a self, sentence: &Sentence, at: usize, mut found: impl FnMut(usize, &'a T)) {
        let word = sentence.word(at);
        let kind = sentence.tokens[at].kind;
        let mut give = |list: &[u32]| {
            for idx in list {
                let (phrase, meaning) = &self.phrases[*idx as usize];
                if let Some(end) = phrase.end(sentence, at) {
                    found(end, meaning);
                }
            }
        };
        for length in 1..=KEY.min(word.len()) {
            // Shorter keys belong to stems and words shorter than a whole key.
            if let Some(list) = self.by_start.get(&word.as_bytes()[..length]) {
                give(list);
            }
        }
        if kind == TokenKind::Number {
            give(&self.numbers);
        } else if word.len() > 6 {
            give(&self.infix);
        }
    }

    /// Every phrase.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Phrase, &T)> {
        self.phrases.iter().map(|(phrase, meaning)| (phrase, meaning))
    }
}

fn key(text: &str) -> SmallVec<[u8; 4]> {
    text.bytes().take(KEY).collect()
}
