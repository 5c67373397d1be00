//! Whether a document is worth reading: nearly all news is not, and must cost next to nothing.
//!
//! One pass over the bytes finds the words of the lexicon that matter (see [`crate::language::signs`]). Only where these stand
//! so that something may come of them are sentences cut and looked at: one that names a tie opens the document; one for work
//! done together does so when a town, a council or a school is named beside it.

use std::ops::Range;

use super::line;
use crate::document::Document;
use crate::language::signs::{NAMED, PARTY, Signs, WORK, words};
use crate::language::{Cue, Language};
use crate::text::{Sentence, Span, sentences, tokenize};

/// How many sentences apart work and those who do it may be told.
const APART: usize = 1;

/// Whether a document may say anything of ties.
pub(super) fn may_speak(document: &Document, language: &Language) -> bool {
    let title = document.title.as_deref().unwrap_or_default();
    let in_title = signs(title, language);
    let in_text = signs(&document.text, language);
    let all = in_title.iter().chain(&in_text).fold(0, |all, (_, signs)| all | signs);
    if all & NAMED == 0 && all & (WORK | PARTY) != WORK | PARTY {
        return false;
    }
    let title = tokenize(title, 0..title.len());
    let title_signs = confirmed(&title, language);
    if title_signs & NAMED != 0 {
        return true;
    }
    let spans = sentences(&document.text, &|word| language.abbreviations.contains(word));
    let gate = Gate { document, language, spans: &spans, found: &in_text };
    gate.names_a_tie() || gate.shows_work(title_signs)
}

/// The signs of a text with where they stand.
fn signs(text: &str, language: &Language) -> Vec<(u32, Signs)> {
    let mut found = Vec::new();
    words(text, |at, word| {
        let signs = language.signs.of(word);
        if signs != 0 {
            found.push((u32::try_from(at).unwrap_or(u32::MAX), signs));
        }
    });
    found
}

struct Gate<'a> {
    document: &'a Document,
    language: &'a Language,
    spans: &'a [Span],
    found: &'a [(u32, Signs)],
}

impl Gate<'_> {
    fn names_a_tie(&self) -> bool {
        let mut done = usize::MAX;
        let named = self.found.iter().filter(|(_, signs)| signs & NAMED != 0);
        named.map(|(at, _)| self.sentence_of(*at)).any(|sentence| {
            let is_new = done != sentence;
            done = sentence;
            is_new && self.confirmed(sentence) & NAMED != 0
        })
    }

    /// Work and somebody who can do it, in one sentence or in two side by side. The title stands beside all.
    fn shows_work(&self, title: Signs) -> bool {
        let mut last: Option<(usize, Signs)> = None;
        let mut seen: Vec<(usize, Signs)> = Vec::new();
        for (at, signs) in self.found.iter().filter(|(_, signs)| signs & (WORK | PARTY) != 0) {
            let sentence = self.sentence_of(*at);
            match &mut last {
                Some((same, all)) if *same == sentence => *all |= signs,
                _ => {
                    seen.extend(last);
                    last = Some((sentence, *signs));
                }
            }
        }
        seen.extend(last);
        let mut confirmed: Vec<Option<Signs>> = vec![None; seen.len()];
        for at in 0..seen.len() {
            let near = near(&seen, at);
            let could = seen[near.clone()].iter().fold(title, |all, (_, signs)| all | signs);
            if could & (WORK | PARTY) != WORK | PARTY {
                continue;
            }
            let mut all = title;
            for other in near {
                all |= *confirmed[other].get_or_insert_with(|| self.confirmed(seen[other].0));
            }
            if all & (WORK | PARTY) == WORK | PARTY {
                return true;
            }
        }
        false
    }

    fn sentence_of(&self, at: u32) -> usize {
        self.spans.partition_point(|span| span.range.end <= at as usize)
    }

    fn confirmed(&self, sentence: usize) -> Signs {
        let Some(span) = self.spans.get(sentence) else { return 0 };
        confirmed(&tokenize(&self.document.text, span.range.clone()), self.language)
    }
}

/// The sentences with signs from one to those right behind it.
fn near(seen: &[(usize, Signs)], at: usize) -> Range<usize> {
    let end = seen[at..].iter().take_while(|(sentence, _)| *sentence <= seen[at].0 + APART).count();
    at..at + end
}

/// What a sentence's tokens confirm.
fn confirmed(sentence: &Sentence, language: &Language) -> Signs {
    let mut signs = 0;
    for found in line::cues(sentence, language) {
        signs |= found.cue.sign().unwrap_or(0);
    }
    if signs & PARTY == 0 && names_a_party(sentence, language) {
        signs |= PARTY;
    }
    signs
}

/// A unit word or an institution's beside a name.
fn names_a_party(sentence: &Sentence, language: &Language) -> bool {
    let is_capital = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.is_capital);
    (0..sentence.len()).any(|at| {
        let mut is_party = false;
        language.units_before.find_at(sentence, at, |end, _| is_party |= is_capital(end));
        language.units_after.find_at(sentence, at, |_, _| is_party |= at > 0 && is_capital(at - 1));
        language.institutions.for_place.find_at(sentence, at, |_, ()| is_party = true);
        language.institutions.heads.find_at(sentence, at, |_, ()| is_party = true);
        is_party
    })
}
