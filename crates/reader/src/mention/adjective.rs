//! Towns as adjectives before a word for people or a body: "тульские школьники", "харьковский горсовет", "Dortmunder Delegation".

use gazetteer::Gazetteer;

use super::find::Finder;
use super::name::{self, Name, basic_spelling};
use super::resolve::settle;
use super::types::{Mention, MentionKind};
use crate::language::{Cue, Refer};

/// Smaller towns are left out: too many words end like an adjective of some hamlet.
const FEWEST: u32 = 5_000;

impl Finder<'_> {
    /// Takes the town whose adjective stands at a token and gives where to go on.
    pub(super) fn adjective(&mut self, at: usize) -> Option<usize> {
        if !self.may_be_adjective(at) || !self.leads_to_people(at + 1) || self.demonym_at(at).is_some() {
            return None;
        }
        let gazetteer: &Gazetteer = self.scene.gazetteer;
        let is_known = |name: &Name| name.places(gazetteer).any(|place| gazetteer.population(place) >= FEWEST);
        let name = self.town_of(at).filter(is_known)?;
        let mention = self.town(at, &name);
        self.found.push(mention);
        Some(at + 1)
    }

    /// A cheap test first: most words are none.
    pub(super) fn may_be_adjective(&self, at: usize) -> bool {
        let word = self.sentence.word(at);
        let is_written_so = self.sentence.tokens[at].is_capital || !self.lexicon.has_capital_nouns;
        is_written_so && self.lexicon.adjective_ends.iter().any(|end| word.ends_with(end.as_str()))
    }

    /// The mention of a town by its adjective.
    pub(super) fn town(&self, at: usize, name: &Name) -> Mention {
        let mut mention = self.mention(at..at + 1, at..at + 1, MentionKind::Place);
        mention.name = basic_spelling(self.scene, self.lexicon, self.sentence, name);
        mention.candidates = name.candidates(self.scene.gazetteer);
        settle(&mut mention, self.scene.gazetteer);
        mention
    }

    /// The name that the adjective at a token is made from.
    pub(super) fn town_of(&self, at: usize) -> Option<Name> {
        let language = self.scene.language;
        let is_ordinary = |word: &str| language.not_places.contains(word) || language.stopwords.contains(word);
        let word = self.sentence.word(at);
        let forms = self.lexicon.adjectives.iter().filter_map(|(from, to)| {
            let stem = word.strip_suffix(from.as_str()).filter(|stem| stem.len() >= 3)?;
            Some([stem, to].concat()).filter(|form| !is_ordinary(form))
        });
        name::of_form(self.scene, self.sentence, at, forms)
    }

    /// Whether a word for people, an office, a body or a tie follows.
    fn leads_to_people(&self, at: usize) -> bool {
        let mut leads = false;
        if at < self.sentence.len() {
            self.scene.language.cues.find_at(self.sentence, at, |_, cue| {
                let is_body = matches!(cue, Cue::Refer(Refer::City | Refer::Partner | Refer::University));
                leads |= is_body || matches!(cue, Cue::Group | Cue::Office | Cue::Tie(_));
            });
        }
        leads
    }
}
