//! One sentence with all that was recognized in it.

use std::ops::Range;

use gazetteer::Gazetteer;

use super::context::is_named;
use crate::date::DateMention;
use crate::language::{Cue, Language, Role};
use crate::mention::{Mention, MentionKind};
use crate::text::{Sentence, Span, TokenKind};

/// A phrase of the lexicon in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) cue: Cue,
    pub(crate) tokens: Range<usize>,
}

/// A sentence, analyzed.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) sentence: Sentence,
    pub(crate) cues: Vec<Found>,
    pub(crate) roles: Vec<(usize, usize, Role)>,
    pub(crate) mentions: Vec<Mention>,
    /// The document's party of each mention; none for demonyms.
    pub(crate) parties: Vec<Option<usize>>,
    pub(crate) dates: Vec<DateMention>,
    /// Whether it is the title, whose bytes are not the text's.
    pub(crate) is_title: bool,
    /// Tokens within quotation marks.
    pub(crate) quoted: Vec<Range<usize>>,
}

impl Line {
    pub(crate) fn has(&self, is: impl Fn(Cue) -> bool) -> bool {
        self.cues.iter().any(|found| is(found.cue))
    }

    /// Whether a bare name is nothing but a word of the lexicon or of a date: "Mayor", "May", "Memorandum".
    pub(crate) fn is_said_otherwise(&self, mention: &Mention) -> bool {
        let bare = matches!(mention.kind, MentionKind::Place | MentionKind::Region | MentionKind::Unknown)
            && mention.unit.is_none()
            && mention.stated.is_none()
            && !mention.for_place;
        let words = [Cue::Office, Cue::Group, Cue::Instrument, Cue::Speech, Cue::Not, Cue::Carrier];
        let covered = |token: usize| {
            self.dates.iter().any(|date| date.tokens.contains(&token))
                || self.cues.iter().any(|found| {
                    found.tokens.contains(&token)
                        && (words.contains(&found.cue)
                            || matches!(found.cue, Cue::Tie(_) | Cue::Refer(_) | Cue::Activity(_))
                                && found.tokens.len() <= mention.name_tokens.len() + 1)
                })
        };
        bare && mention.name_tokens.clone().all(covered)
    }

    /// Takes a name that may be a place for one where only a place can stand: beside a word for a tie.
    pub(crate) fn trust_doubtful(&mut self, language: &Language, gazetteer: &Gazetteer) {
        let ties: Vec<Range<usize>> =
            self.find(|cue| matches!(cue, Cue::Tie(_) | Cue::Carrier)).map(|found| found.tokens.clone()).collect();
        let speaks = self.is_title || self.has(|cue| matches!(cue, Cue::Tie(_) | Cue::Activity(_)));
        let near = |tokens: &Range<usize>| {
            ties.iter().any(|tie| {
                tokens.start >= tie.end && tokens.start - tie.end <= SLOT
                    || tie.start >= tokens.end && tie.start - tokens.end <= SLOT
            })
        };
        let n_words = self.sentence.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        for mention in self.mentions.iter_mut().filter(|mention| mention.kind == MentionKind::Unknown) {
            let is_heading = mention.tokens.len() == n_words && !self.is_title;
            let first = self.sentence.word(mention.name_tokens.start);
            let is_word = language.not_places.contains(first) || language.stopwords.contains(first) || first.len() <= 3;
            let is_large = || mention.candidates.iter().any(|one| gazetteer.population(one.place) >= LARGE);
            // "Lancaster Sister City Committee": the capital beside it is the tie's own.
            let is_before_tie = ties.iter().any(|tie| tie.start == mention.tokens.end);
            if !is_word
                && (!mention.is_of_longer || is_before_tie)
                && !mention.candidates.is_empty()
                && (near(&mention.tokens) || speaks && is_large() || is_heading)
            {
                mention.kind = MentionKind::Place;
            }
        }
    }

    pub(crate) fn find(&self, is: impl Fn(Cue) -> bool) -> impl Iterator<Item = &Found> {
        self.cues.iter().filter(move |found| is(found.cue))
    }

    /// The mention that covers a token.
    pub(crate) fn mention_at(&self, token: usize) -> Option<usize> {
        self.mentions.iter().position(|mention| mention.tokens.contains(&token))
    }

    /// The small word that begins at a token.
    pub(crate) fn role_at(&self, token: usize) -> Option<(usize, Role)> {
        self.roles.iter().find(|(start, ..)| *start == token).map(|(_, end, role)| (*end, *role))
    }

    /// The small word that ends before a token.
    pub(crate) fn role_before(&self, token: usize) -> Option<(usize, Role)> {
        self.roles.iter().find(|(_, end, _)| *end == token).map(|(start, _, role)| (*start, *role))
    }

    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        self.quoted.iter().any(|range| range.contains(&token))
    }

    /// The bytes of tokens in the document.
    pub(crate) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.sentence.bytes(tokens)
    }
}

/// A doubtful name of so many people is taken for the place wherever the sentence speaks of what places do.
const LARGE: u32 = 10_000;

/// The most tokens between a word for a tie and the name in its slot.
const SLOT: usize = 4;

/// The cues of a sentence: the longest of each kind at each place, without those that another sense takes away.
pub(crate) fn cues(sentence: &Sentence, language: &Language) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    language.cues.find(sentence, |start, end, cue| {
        if end > start {
            all.push(Found { cue: *cue, tokens: start..end });
        }
    });
    let blocked: Vec<Range<usize>> =
        all.iter().filter(|found| found.cue == Cue::Not).map(|found| found.tokens.clone()).collect();
    let is_kept = |found: &Found| match found.cue {
        Cue::Tie(_) | Cue::Activity(_) | Cue::Status(_) => !blocked.iter().any(|range| overlap(range, &found.tokens)),
        _ => true,
    };
    let all: Vec<Found> = all.into_iter().filter(is_kept).collect();
    let inside_longer = |found: &Found| {
        all.iter().any(|other| {
            same_family(found.cue, other.cue)
                && !names_more(found.cue, other.cue)
                && other.tokens.len() > found.tokens.len()
                && other.tokens.start <= found.tokens.start
                && found.tokens.end <= other.tokens.end
        })
    };
    let mut kept: Vec<Found> = all.iter().filter(|found| !inside_longer(found)).cloned().collect();
    kept.sort_by_key(|found| (found.tokens.start, found.tokens.end));
    kept.dedup();
    kept
}

pub(crate) const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// "an agreement on twinning and cooperation" is one of twinning: the word that names the tie stays inside one that does not.
const fn names_more(inner: Cue, outer: Cue) -> bool {
    matches!((inner, outer), (Cue::Tie(inner), Cue::Tie(outer)) if is_named(inner) && !is_named(outer))
}

/// Cues of which only the longest counts where one lies in the other.
fn same_family(a: Cue, b: Cue) -> bool {
    match (a, b) {
        (Cue::Tie(_), Cue::Tie(_)) | (Cue::Refer(_), Cue::Refer(_)) => true,
        (Cue::Activity(a), Cue::Activity(b)) => a == b,
        (Cue::Status(a), Cue::Status(b)) => a == b,
        (a, b) => a == b,
    }
}

/// The small words of a sentence, the longest at each place.
pub(crate) fn roles(sentence: &Sentence, language: &Language) -> Vec<(usize, usize, Role)> {
    let mut all: Vec<(usize, usize, Role)> = Vec::new();
    language.roles.find(sentence, |start, end, role| match all.last_mut() {
        Some(last) if last.0 == start => {
            if end > last.1 {
                *last = (start, end, *role);
            }
        }
        Some(last) if last.1 > start => {}
        _ => all.push((start, end, *role)),
    });
    all
}

/// Stretches within quotation marks.
pub(crate) fn quoted(sentence: &Sentence, open: bool) -> (Vec<Range<usize>>, bool) {
    let mut ranges = Vec::new();
    let mut start = if open { Some(0) } else { None };
    for at in 0..sentence.len() {
        if sentence.is_mark(at, "\"") {
            match start.take() {
                Some(from) => ranges.push(from..at),
                None => start = Some(at + 1),
            }
        }
    }
    let is_open = start.is_some();
    if let Some(from) = start {
        ranges.push(from..sentence.len());
    }
    (ranges, is_open)
}

/// Whether a mention can be a side of a tie.
pub(crate) fn is_side(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Place | MentionKind::Region | MentionKind::Institution | MentionKind::Unknown)
}
