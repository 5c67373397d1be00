//! What a document has said so far.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::lexicon::Lexicon;
use super::person;
use super::scene::Scene;
use super::types::{Candidate, Mention, MentionKind};
use crate::text::{Sentence, TokenKind};

/// What the other sentences of a document tell about a name in this one. One per document.
///
/// [`mod@super::find`] fills it as it goes; [`Self::learn`] called for every sentence beforehand lets the first ones profit from
/// the later ones.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    /// Acronyms of institutions and places, by their folded spelling.
    pub(super) acronyms: FxHashMap<String, Named>,
    /// Folded surnames of persons met, that stand alone elsewhere.
    pub(super) surnames: FxHashSet<String>,
    /// First words of names that stand behind a preposition of place.
    pub(super) placed: FxHashSet<String>,
}

/// What an acronym stands for.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) kind: MentionKind,
    pub(super) full: String,
    pub(super) country: Option<[u8; 2]>,
    pub(super) candidates: SmallVec<[Candidate; 4]>,
    /// Whether nobody announced it: it counts in capitals only.
    pub(super) is_guess: bool,
}

impl Named {
    pub(super) fn of(mention: &Mention) -> Self {
        Self {
            kind: mention.kind,
            full: mention.name.clone(),
            country: mention.country,
            candidates: mention.candidates.clone(),
            is_guess: false,
        }
    }
}

/// "UCSC Chancellor", "AUT's Vice-Chancellor": who works there says that the capitals name a university.
fn is_body_of(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let next = at + 1 + usize::from(sentence.tokens.get(at + 1).is_some_and(|one| one.kind == TokenKind::Possessive));
    sentence.tokens[at].is_shout
        && (3..=6).contains(&word.len())
        && lexicon.officers.contains(sentence.word(next))
        && !sentence.tokens[next].is_shout
        && !lexicon.shouted.contains_key(&word.to_uppercase())
        && !lexicon.acronyms.contains_key(word)
        && !lexicon.officers.contains(word)
        && !lexicon.titles.contains(word)
}

impl Memory {
    /// Takes from a sentence what helps with others: surnames of persons, and names that are plainly places.
    pub(crate) fn learn(&mut self, scene: &Scene<'_>, sentence: &Sentence) {
        let lexicon = Lexicon::of(scene.language);
        let mut at = 0;
        while at < sentence.len() {
            let token = &sentence.tokens[at];
            if token.kind != TokenKind::Word || !token.is_capital {
                at += 1;
                continue;
            }
            if is_body_of(lexicon, sentence, at) {
                let full = scene.written(sentence, at..at + 1);
                let (kind, candidates) = (MentionKind::Institution, SmallVec::new());
                let named = Named { kind, full, country: None, candidates, is_guess: true };
                self.acronyms.entry(sentence.word(at).to_owned()).or_insert(named);
            }
            if let Some(person) = person::at(lexicon, sentence, at) {
                self.surnames.insert(sentence.word(person.end - 1).to_owned());
                at = person.end;
                continue;
            }
            if at > 0 && lexicon.after_in.contains(sentence.word(at - 1)) && !sentence.tokens[at - 1].is_capital {
                self.placed.insert(sentence.word(at).to_owned());
            }
            at += 1;
        }
    }
}
