//! Facets: by what a list of ties can be narrowed, and how many ties each choice would leave.
//!
//! A number beside a choice counts the ties that pass every other filter, so it is the length of the list that the choice
//! gives. One pass over the ties of the view, `O(ties × facets)`.

use std::borrow::Cow;

use model::TieClass;
use register::{Pulse, Register, Standing, TieKey, Turn};
use rustc_hash::FxHashMap;

use crate::filter::{Filter, LEVELS, Wanted, has_within, is_within};
use crate::shared::Snapshot;
use crate::views::Listed;

/// What a list can be narrowed by, in the order of the form.
pub(crate) const NAMES: [&str; 9] =
    ["between", "country", "region", "class", "standing", "pulse", "level", "decade", "topic"];

/// The word for a tie of which nobody says since when it stands.
pub(crate) const UNDATED: &str = "unknown";

/// How many ties each choice of each facet would leave, in the order of [`NAMES`].
pub(crate) type Tally = [FxHashMap<String, usize>; NAMES.len()];

/// The ties that pass a filter, in the order of the view, and what each choice would leave.
pub(crate) struct Narrowed {
    pub(crate) ties: Vec<TieKey>,
    pub(crate) tally: Tally,
}

impl Filter {
    /// The ties that pass, by name in the language of the answer.
    pub(crate) fn apply(&self, snapshot: &Snapshot, listed: &Listed) -> Vec<TieKey> {
        let register = &*snapshot.register;
        let wanted = Wanted::of(register, &self.q);
        let passes = |tie: &TieKey| {
            self.checks(register, listed, *tie).iter().all(|passed| *passed)
                && self.is_among(register, listed, *tie, &wanted)
        };
        snapshot.index.sorted(listed.ties.iter().copied().filter(passes).collect())
    }

    /// The same, with what each choice of each facet would leave.
    pub(crate) fn narrow(&self, snapshot: &Snapshot, listed: &Listed) -> Narrowed {
        let register = &*snapshot.register;
        let wanted = Wanted::of(register, &self.q);
        let mut tally = Tally::default();
        let mut ties = Vec::new();
        for tie in listed.ties.iter().copied().filter(|tie| self.is_among(register, listed, *tie, &wanted)) {
            let checks = self.checks(register, listed, tie);
            let mut failed = (0..NAMES.len()).filter(|idx| !checks[*idx]);
            match (failed.next(), failed.next()) {
                (None, _) => {
                    ties.push(tie);
                    (0..NAMES.len()).for_each(|idx| count(&mut tally[idx], register, listed, tie, NAMES[idx]));
                }
                (Some(idx), None) => count(&mut tally[idx], register, listed, tie, NAMES[idx]),
                _ => {}
            }
        }
        Narrowed { ties: snapshot.index.sorted(ties), tally }
    }

    /// Whether a tie passes what is no facet: the place, the names, and what happened to it.
    fn is_among(&self, register: &Register, listed: &Listed, tie: TieKey, wanted: &Wanted) -> bool {
        let as_of = listed.view.as_of;
        let has_turned = |turn: Turn| register.turns(tie, as_of.known_on, self.span(as_of)).contains(&turn);
        self.party.as_ref().is_none_or(|party| has_within(register, tie, party))
            && wanted.has(register, tie)
            && self.turn.is_none_or(has_turned)
    }

    /// Which facets a tie passes.
    fn checks(&self, register: &Register, listed: &Listed, tie: TieKey) -> [bool; NAMES.len()] {
        let state = listed.view.state(tie);
        [
            self.between.as_ref().is_none_or(|relation| register.is_between(tie, relation)),
            self.country.as_ref().is_none_or(|country| has_within(register, tie, country)),
            self.region.as_ref().is_none_or(|region| has_within(register, tie, region)),
            self.class.is_none_or(|class| state.class == Some(class)),
            // What had not begun is shown only to who asks for it.
            self.standing
                .map_or(self.with_not_begun || state.standing != Standing::None, |standing| state.standing == standing),
            self.pulse.is_none_or(|pulse| state.pulse == pulse),
            self.level.is_none_or(|level| register.level(tie) == level),
            self.decade.is_none_or(|decade| decade == listed.decade(tie)),
            self.topic.as_ref().is_none_or(|topic| listed.topics(tie).contains(topic)),
        ]
    }
}

fn count(facet: &mut FxHashMap<String, usize>, register: &Register, listed: &Listed, tie: TieKey, name: &str) {
    for value in values(register, listed, tie, name) {
        match facet.get_mut(&*value) {
            Some(n) => *n += 1,
            None => drop(facet.insert(value.into_owned(), 1)),
        }
    }
}

/// The values of a facet that a tie has, each once.
fn values<'r>(register: &'r Register, listed: &'r Listed, tie: TieKey, name: &str) -> Vec<Cow<'r, str>> {
    let state = listed.view.state(tie);
    let parties = || register.tie(tie).parties().iter().map(|party| register.party(*party).id());
    let mut values: Vec<Cow<'_, str>> = match name {
        "between" => vec![Cow::Owned(crate::views::countries(register, tie))],
        "country" => parties().map(|id| Cow::Borrowed(id.country())).collect(),
        "region" => parties().map(model::PartyId::unit).filter(|unit| unit.contains('-')).map(Cow::Borrowed).collect(),
        "class" => state.class.map(|class| Cow::Borrowed(class.word())).into_iter().collect(),
        "standing" => vec![Cow::Borrowed(state.standing.word())],
        "pulse" => vec![Cow::Borrowed(state.pulse.word())],
        "level" => vec![Cow::Borrowed(register.level(tie))],
        "topic" => listed.topics(tie).iter().map(|topic| Cow::Borrowed(topic.as_str())).collect(),
        _ => vec![listed.decade(tie).map_or(Cow::Borrowed(UNDATED), |decade| Cow::Owned(decade.to_string()))],
    };
    values.sort_unstable();
    values.dedup();
    values
}

/// The words of a facet that has a closed list, in its order.
pub(crate) fn words(name: &str) -> Vec<&'static str> {
    match name {
        "class" => TieClass::WORDS.to_vec(),
        "standing" => Standing::ALL.iter().map(|value| value.word()).collect(),
        "pulse" => Pulse::ALL.iter().map(|value| value.word()).collect(),
        "level" => LEVELS.to_vec(),
        "turn" => Turn::ALL.iter().map(|turn| turn.word()).collect(),
        _ => Vec::new(),
    }
}

/// Whether a region lies in a country.
pub(crate) fn lies_in(snapshot: &Snapshot, region: &str, country: Option<&model::PartyId>) -> bool {
    let Some(country) = country else { return true };
    let id = model::PartyId::parse(region).ok();
    let key = id.and_then(|id| snapshot.register.party_key(&id));
    key.map_or_else(
        || region.split('-').next() == Some(country.as_str()),
        |key| is_within(&snapshot.register, key, country),
    )
}
