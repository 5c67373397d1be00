//! Which of the candidates is meant, for all names of a document together.
//!
//! Every candidate has a prior: people, rank, what the text states beside the name. Names then vote for each other's
//! candidates in a few rounds: a state for the towns in it, a town for the towns around it, each as strongly as it is believed
//! itself. One name has one meaning in a document unless the text states another. This is relaxation labeling (Rosenfeld,
//! Hummel and Zucker, 1976) on distances and containment; names vote only for those written not far from them, so the cost
//! grows with the length of the text alone.

use gazetteer::{Gazetteer, PlaceIdx, PlaceKind};
use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;
use super::spot::Spot;
use super::types::{Mention, MentionKind, Why};
use crate::language::{Language, UnitWord};

/// What is known of a document beside its text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// Countries it is likely to speak of.
    pub(crate) countries: Vec<[u8; 2]>,
    /// A place or unit it comes from.
    pub(crate) home: Option<PlaceIdx>,
    /// Whether names gather: local news does, two partner cities lie in different countries.
    pub(crate) is_gathered: bool,
}

/// The countries that a text in a language likely speaks of.
pub(crate) fn home_countries(language: &Language) -> &'static [[u8; 2]] {
    &Lexicon::of(language).home
}

/// The same for a text that has these words for a tie between towns.
pub(crate) fn countries_of(language: &Language, words: &[&str]) -> &'static [[u8; 2]] {
    let lexicon = Lexicon::of(language);
    let is_only = |stem: &str| !words.is_empty() && words.iter().all(|word| word.starts_with(stem));
    let said = lexicon.said_in.iter().find(|(stem, _)| is_only(stem));
    said.map_or(&lexicon.home, |(_, countries)| countries)
}

/// How much the votes count beside the prior, and how often they are taken.
const VOTES: f32 = 3.0;
const APART_VOTES: f32 = 2.0;
const ROUNDS: usize = 4;
/// A meaning believed less has no vote.
const HARDLY: f32 = 0.02;
/// So many names before and behind a name vote for it.
const REACH: usize = 40;
/// What a country or home given from outside is worth.
const GIVEN: f32 = 0.6;
/// Partners abroad are named without where they lie, so the larger namesake is meant more often than in local news: what this
/// adds to the prior, on people with `FEW` added to each.
const APART_PEOPLE: f32 = 0.1;
const FEW: f32 = 1_000.0;

/// Chooses among the candidates of all mentions of a document together. The best comes first in each.
pub(crate) fn resolve(mentions: &mut [Vec<Mention>], gazetteer: &Gazetteer, context: &Context) {
    let mut names = Names::default();
    for mention in mentions.iter().flatten() {
        names.add(mention, gazetteer, context);
    }
    let votes = if context.is_gathered { VOTES } else { APART_VOTES };
    for _ in 0..ROUNDS {
        names.vote(votes);
    }
    for mention in mentions.iter_mut().flatten() {
        names.choose(mention, gazetteer);
    }
}

/// A name of the document with what it may mean.
struct Name {
    /// How many votes it has: names often repeated have more.
    voice: f32,
    spots: Vec<Spot>,
}

#[derive(Default)]
struct Names {
    all: Vec<Name>,
    by_key: FxHashMap<Key, usize>,
}

/// A name as it is written, or with what the text states of it.
type Key = (String, Option<PlaceIdx>);

impl Names {
    fn add(&mut self, mention: &Mention, gazetteer: &Gazetteer, context: &Context) {
        for inner in &mention.inner {
            self.add(inner, gazetteer, context);
        }
        if mention.kind == MentionKind::Institution {
            return;
        }
        let spots = || -> Vec<Spot> {
            if mention.candidates.is_empty() {
                let country = mention.country.and_then(|code| gazetteer.country(std::str::from_utf8(&code).ok()?));
                return country.map(|country| Spot::new(gazetteer, country, 0.0)).into_iter().collect();
            }
            let given = |place: PlaceIdx| given(gazetteer, place, context);
            let spots = mention.candidates.iter();
            spots.map(|one| Spot::new(gazetteer, one.place, one.score + given(one.place))).collect()
        };
        let key = key(mention);
        if let Some(at) = self.by_key.get(&key) {
            let name = &mut self.all[*at];
            if !mention.is_doubtful {
                name.voice = if name.voice == 0.0 { 1.0 } else { (name.voice + 0.25).min(2.0) };
            }
            return;
        }
        let spots = spots();
        if spots.is_empty() {
            return;
        }
        self.by_key.insert(key, self.all.len());
        // What may be no place has no vote, but hears the others: it may yet stand where only a place can.
        let mut name = Name { voice: if mention.is_doubtful { 0.0 } else { 1.0 }, spots };
        believe(&mut name.spots);
        self.all.push(name);
    }

    /// One round: every name hears those around it.
    fn vote(&mut self, votes: f32) {
        let mut heard: Vec<Vec<f32>> = Vec::with_capacity(self.all.len());
        for (at, name) in self.all.iter().enumerate() {
            let first = at.saturating_sub(REACH);
            let last = (at + REACH).min(self.all.len() - 1);
            let mut sums = vec![0.0; name.spots.len()];
            if name.spots.len() > 1 {
                let around = self.all[first..=last].iter().enumerate();
                for (_, other) in around.filter(|(nth, other)| first + nth != at && other.voice > 0.0) {
                    for (sum, spot) in sums.iter_mut().zip(&name.spots) {
                        let voters = other.spots.iter().filter(|one| one.belief > HARDLY);
                        let best = voters.map(|one| one.belief * one.supports(spot)).fold(0.0, f32::max);
                        *sum += best * other.voice;
                    }
                }
            }
            heard.push(sums);
        }
        for (name, heard) in self.all.iter_mut().zip(heard) {
            for (spot, heard) in name.spots.iter_mut().zip(heard) {
                spot.score = spot.prior + votes * heard;
            }
            believe(&mut name.spots);
        }
    }

    /// The place that spoke most for a meaning.
    fn voter(&self, at: usize, spot: &Spot) -> Option<PlaceIdx> {
        if spot.score <= spot.prior {
            return None;
        }
        let around = at.saturating_sub(REACH)..self.all.len().min(at + REACH + 1);
        let others = around.filter(|nth| *nth != at && self.all[*nth].voice > 0.0).flat_map(|nth| &self.all[nth].spots);
        let votes = others.map(|one| (one.belief * one.supports(spot), one.place));
        let (vote, place) = votes.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (vote > TOLD).then_some(place)
    }

    fn choose(&self, mention: &mut Mention, gazetteer: &Gazetteer) {
        for inner in &mut mention.inner {
            self.choose(inner, gazetteer);
        }
        let name = self.by_key.get(&key(mention)).copied();
        let spot_of = |at: usize, place: PlaceIdx| self.all[at].spots.iter().find(|spot| spot.place == place);
        if let Some(at) = name {
            for candidate in &mut mention.candidates {
                if let Some(spot) = spot_of(at, candidate.place) {
                    candidate.score = spot.score;
                }
            }
        }
        settle(mention, gazetteer);
        if let Some(at) = name
            && let Some(first) = mention.candidates.first_mut()
            && let Some(voter) = spot_of(at, first.place).and_then(|spot| self.voter(at, spot))
        {
            first.why.push(Why::Beside(voter));
        }
        // An institution lies where the place in its name does.
        if mention.kind == MentionKind::Institution && mention.candidates.is_empty() {
            // "Nord University in Bodø": where it sits says more than a word of its name.
            let is_seat = |inner: &&Mention| inner.tokens.start >= mention.name_tokens.end;
            let seat = mention.inner.iter().filter(is_seat).find_map(|seat| seat.country);
            mention.country = seat.or_else(|| mention.country_within()).or(mention.country);
        }
    }
}

/// A vote worth less is no reason to tell.
const TOLD: f32 = 0.2;

fn key(mention: &Mention) -> Key {
    (gazetteer::fold(&mention.name), mention.stated)
}

fn given(gazetteer: &Gazetteer, place: PlaceIdx, context: &Context) -> f32 {
    let is_in_country = code(gazetteer, place).is_some_and(|code| context.countries.contains(&code));
    let is_at_home = context.home.is_some_and(|home| super::qualify::lies_in(gazetteer, place, home) || place == home);
    let home = GIVEN * f32::from(u8::from(is_in_country) + u8::from(is_at_home));
    #[expect(clippy::cast_precision_loss, reason = "a logarithm needs no more digits")]
    let people = if context.is_gathered { 0.0 } else { APART_PEOPLE * (gazetteer.population(place) as f32 + FEW).ln() };
    home + people
}

/// How strongly each meaning is believed: the scores as odds.
fn believe(spots: &mut [Spot]) {
    let top = spots.iter().map(|spot| spot.score).fold(f32::MIN, f32::max);
    let sum: f32 = spots.iter().map(|spot| (spot.score - top).exp()).sum();
    for spot in spots {
        spot.belief = (spot.score - top).exp() / sum;
    }
}

/// Puts the best candidate first; its kind and country are then the mention's.
pub(super) fn settle(mention: &mut Mention, gazetteer: &Gazetteer) {
    for candidate in &mut mention.candidates {
        let kind = gazetteer.kind(candidate.place);
        let fits = match mention.unit {
            Some(UnitWord::City) => kind == PlaceKind::City,
            Some(UnitWord::State | UnitWord::Region) => matches!(kind, PlaceKind::Region | PlaceKind::County),
            None => false,
        };
        if fits && !candidate.why.contains(&Why::UnitWord) {
            candidate.score += UNIT_WORD;
            candidate.why.push(Why::UnitWord);
        }
    }
    mention.candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    let Some(place) = mention.place() else { return };
    mention.country = code(gazetteer, place);
    if mention.is_doubtful {
        return;
    }
    mention.kind = match (mention.kind, gazetteer.kind(place)) {
        (MentionKind::Place | MentionKind::Unknown | MentionKind::Region | MentionKind::Country, kind) => match kind {
            PlaceKind::Country | PlaceKind::Continent => MentionKind::Country,
            PlaceKind::Region | PlaceKind::County => MentionKind::Region,
            PlaceKind::Institution => MentionKind::Institution,
            _ => MentionKind::Place,
        },
        (kind, _) => kind,
    };
}

/// What the unit word beside a name is worth for a candidate of that kind.
const UNIT_WORD: f32 = 4.0;

/// The alpha-2 code of a place's country.
pub(super) fn code(gazetteer: &Gazetteer, place: PlaceIdx) -> Option<[u8; 2]> {
    gazetteer.country_code(place).as_bytes().try_into().ok()
}
