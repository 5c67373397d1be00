//! Whether a document is worth reading: nearly all news is not, and must cost next to nothing.
//!
//! One pass over the bytes finds the words of the lexicon that matter (see [`crate::language::signs`]). Only where these stand
//! so that something may come of them are sentences cut and looked at. One that names a tie opens the document. One that
//! speaks of joint work, or tells of a deed, does so when a town, a council or a school stands beside it, or "between", and
//! names of two countries may be its sides. What the engine could find without any of that is guesswork, and is not looked for.

use gazetteer::Gazetteer;

use super::line::{self, Found};
use crate::document::Document;
use crate::language::signs::{DEED, JOINT, LINK, NAMED, PARTY, Signs, words};
use crate::language::{Cue, Language};
use crate::mention::{self, Mention, MentionKind};
use crate::text::{Sentence, Span, sentences, tokenize};

/// In a document of fewer bytes work alone is enough: there is no room for who else stands beside it.
const SHORT: usize = 400;

/// Whether a document may say anything of ties, and if so its sentences.
pub(super) fn may_speak(document: &Document, language: &'static Language, gazetteer: &Gazetteer) -> Option<Vec<Span>> {
    let title = document.title.as_deref().unwrap_or_default();
    let (in_title, in_text) = (signs(title, language), signs(&document.text, language));
    let given = if document.text.len() < SHORT { PARTY } else { 0 };
    let any = all(&in_title) | all(&in_text) | given;
    let may_work = any & PARTY != 0 && any & (JOINT | DEED) != 0 || any & LINK != 0 && any & JOINT != 0;
    if any & NAMED == 0 && !may_work {
        return None;
    }
    let title = Seen { signs: all(&in_title) | given, sentence: tokenize(title, 0..title.len()), is_title: true };
    let spans = spans(document, language);
    if title.signs & NAMED != 0 && confirmed(&title, language) & NAMED != 0 {
        return Some(spans);
    }
    let gate = Gate { document, language, gazetteer, found: by_sentence(&in_text, &spans), spans, title, given };
    (gate.names_a_tie() || gate.shows_work()).then_some(gate.spans)
}

/// The sentences of a document's text.
pub(super) fn spans(document: &Document, language: &Language) -> Vec<Span> {
    sentences(&document.text, &|word| language.abbreviations.contains(word))
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

fn all(found: &[(u32, Signs)]) -> Signs {
    found.iter().fold(0, |all, (_, signs)| all | signs)
}

/// The sentences that have signs, with all that each has.
fn by_sentence(found: &[(u32, Signs)], spans: &[Span]) -> Vec<(usize, Signs)> {
    let mut all: Vec<(usize, Signs)> = Vec::new();
    let mut sentence = 0;
    for (at, signs) in found {
        while spans.get(sentence).is_some_and(|span| span.range.end <= *at as usize) {
            sentence += 1;
        }
        match all.last_mut() {
            Some((last, all)) if *last == sentence => *all |= signs,
            _ => all.push((sentence, *signs)),
        }
    }
    all
}

struct Gate<'a> {
    document: &'a Document,
    language: &'static Language,
    gazetteer: &'a Gazetteer,
    spans: Vec<Span>,
    found: Vec<(usize, Signs)>,
    title: Seen,
    /// What need not be shown.
    given: Signs,
}

/// A sentence that is looked at.
struct Seen {
    sentence: Sentence,
    signs: Signs,
    is_title: bool,
}

impl Gate<'_> {
    fn names_a_tie(&self) -> bool {
        let mut named = self.found.iter().filter(|(_, signs)| signs & NAMED != 0);
        named.any(|(sentence, _)| {
            let cues = self.seen(*sentence).map(|seen| line::cues(&seen.sentence, self.language)).unwrap_or_default();
            // The name of a committee may hold both towns.
            union(&cues) & NAMED != 0 || cues.iter().any(|found| found.cue == Cue::Carrier)
        })
    }

    /// A deed with who does it in one sentence, or joint work with who does it in it or beside it. The title is beside all.
    fn shows_work(&self) -> bool {
        self.found.iter().enumerate().any(|(at, (sentence, signs))| {
            let around =
                self.title.signs | self.signs_of(at.wrapping_sub(1), *sentence) | self.signs_of(at + 1, *sentence);
            let may_tell = signs & DEED != 0 && (signs | self.given) & PARTY != 0;
            let may_join = signs & JOINT != 0 && (signs & LINK != 0 || (signs | around) & PARTY != 0);
            (may_tell || may_join) && self.works(*sentence, may_join, may_tell)
        })
    }

    /// The signs of a sentence if it stands beside another.
    fn signs_of(&self, at: usize, beside: usize) -> Signs {
        self.found.get(at).filter(|(sentence, _)| sentence.abs_diff(beside) == 1).map_or(0, |(_, signs)| *signs)
    }

    fn works(&self, at: usize, may_join: bool, may_tell: bool) -> bool {
        let Some(seen) = self.seen(at) else { return false };
        let cues = line::cues(&seen.sentence, self.language);
        let confirmed = union(&cues);
        let joins = may_join && confirmed & JOINT != 0;
        let tells = may_tell && confirmed & DEED != 0;
        if !(joins || tells) {
            return false;
        }
        // A deed of sides that nothing ties must be told with both; joint work may be with one named elsewhere.
        let refers = |cue: Cue| matches!(cue, Cue::Refer(_) | Cue::Group | Cue::Instrument);
        self.has_two_sides(at, &seen, joins && cues.iter().any(|found| refers(found.cue)))
    }

    /// Whether names of two countries stand in a sentence; or one name where a word `refers` to a side that is named elsewhere,
    /// with a name of another country beside it, in the title or where the text begins.
    fn has_two_sides(&self, at: usize, seen: &Seen, refers: bool) -> bool {
        let mut memory = mention::Memory::default();
        let mut sides = Sides::default();
        self.add_sides(seen, &mut sides, &mut memory);
        if !sides.has_party || sides.has_second || !refers {
            return sides.has_party && sides.has_second;
        }
        self.add_sides(&self.title, &mut sides, &mut memory);
        for other in [0, 1, at.wrapping_sub(1), at + 1] {
            if !sides.has_second
                && let Some(seen) = self.seen(other)
            {
                self.add_sides(&seen, &mut sides, &mut memory);
            }
        }
        sides.has_second
    }

    fn add_sides(&self, seen: &Seen, sides: &mut Sides, memory: &mut mention::Memory) {
        let text = if seen.is_title { self.document.title.as_deref().unwrap_or_default() } else { &self.document.text };
        let scene = mention::Scene { text, language: self.language, gazetteer: self.gazetteer };
        mention::find(&scene, &seen.sentence, memory).iter().for_each(|mention| sides.add(mention));
    }

    fn seen(&self, at: usize) -> Option<Seen> {
        let span = self.spans.get(at)?;
        let found = self.found.binary_search_by_key(&at, |(sentence, _)| *sentence);
        let signs = found.map_or(0, |found| self.found[found].1);
        Some(Seen { sentence: tokenize(&self.document.text, span.range.clone()), signs, is_title: false })
    }
}

/// What a sentence's tokens confirm of ties and deeds.
fn confirmed(seen: &Seen, language: &Language) -> Signs {
    union(&line::cues(&seen.sentence, language))
}

fn union(cues: &[Found]) -> Signs {
    cues.iter().filter_map(|found| found.cue.sign()).fold(0, |all, one| all | one)
}

/// What may be the two sides of something.
#[derive(Default)]
struct Sides {
    has_party: bool,
    first: Option<[u8; 2]>,
    /// Whether there is one of another country than the first, or an institution that may be.
    has_second: bool,
}

impl Sides {
    fn add(&mut self, mention: &Mention) {
        let is_party = matches!(mention.kind, MentionKind::Place | MentionKind::Region | MentionKind::Institution);
        let may_be = mention.kind == MentionKind::Unknown && !mention.candidates.is_empty();
        self.has_party |= is_party || may_be;
        match (self.first, mention.country) {
            (Some(_), None) if is_party => self.has_second = true,
            (Some(first), Some(country)) if first != country => self.has_second = true,
            (None, Some(country)) => self.first = Some(country),
            (None, None) if is_party => self.first = Some(*b"??"),
            _ => {}
        }
    }
}
