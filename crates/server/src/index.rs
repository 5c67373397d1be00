//! The order of ties, places and sources by name: computed once per register, since names do not depend on the view.

use model::{PartyId, SourceId};
use register::{PartyKey, Register, TieKey, fold_name};
use rustc_hash::FxHashMap;

use crate::language::Language;
use crate::messages::Messages;

/// Everything in the order lists show it.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Every tie by its English name, then id.
    pub(crate) ties: Vec<TieKey>,
    /// The order of each language, in the order of [`Language::ALL`].
    orders: [Order; Language::ALL.len()],
    /// Every source by title, then id.
    pub(crate) sources: Vec<SourceId>,
    /// The parties that name each party as the whole they belong to, by name.
    pub(crate) parts: FxHashMap<PartyId, Vec<PartyKey>>,
}

/// The order of the names of one language.
#[derive(Debug, Default)]
struct Order {
    /// Where each tie stands among all, by name, then id.
    ranks: FxHashMap<TieKey, u32>,
    /// Every party by name, then id.
    parties: Vec<PartyKey>,
}

impl Index {
    pub(crate) fn of(register: &Register) -> Self {
        let ties = ties(register, Language::English);
        let orders = Language::ALL.map(|language| Order::of(register, language));
        let mut sources: Vec<SourceId> = register.source_ids().cloned().collect();
        sources.sort_by_cached_key(|id| {
            (fold_name(register.source(id).map_or(id.as_str(), |source| &source.title)), id.clone())
        });
        let mut parts: FxHashMap<PartyId, Vec<PartyKey>> = FxHashMap::default();
        for key in &orders[0].parties {
            if let Some(whole) = &register.party(*key).part_of {
                parts.entry(whole.clone()).or_default().push(*key);
            }
        }
        Self { ties, orders, sources, parts }
    }

    /// Where a tie stands among all, by its name in the language of the answer.
    pub(crate) fn rank(&self, tie: TieKey) -> Option<u32> {
        self.order().ranks.get(&tie).copied()
    }

    /// Ties in the order of `ties`, put into the order of their names in the language of the answer.
    pub(crate) fn sorted(&self, mut ties: Vec<TieKey>) -> Vec<TieKey> {
        if Language::current() != Language::English {
            ties.sort_by_cached_key(|tie| self.rank(*tie));
        }
        ties
    }

    /// Ties in any order, put into the order of their names in the language of the answer.
    pub(crate) fn in_order(&self, mut ties: Vec<TieKey>) -> Vec<TieKey> {
        ties.sort_by_cached_key(|tie| self.rank(*tie));
        ties
    }

    /// Every party by its name in the language of the answer.
    pub(crate) fn parties(&self) -> &[PartyKey] {
        &self.order().parties
    }

    fn order(&self) -> &Order {
        let current = Language::current();
        let place = Language::ALL.iter().position(|language| *language == current);
        &self.orders[place.unwrap_or_default()]
    }
}

impl Order {
    fn of(register: &Register, language: Language) -> Self {
        let messages = Messages::of(language);
        let mut parties: Vec<PartyKey> = register.party_keys().collect();
        parties.sort_by_cached_key(|key| {
            (sort_key(messages.shown_name(register, *key), language), register.party(*key).id().clone())
        });
        Self { ranks: ties(register, language).into_iter().zip(0..).collect(), parties }
    }
}

/// Every tie by its name in a language, then id.
fn ties(register: &Register, language: Language) -> Vec<TieKey> {
    let messages = Messages::of(language);
    let name = |key: TieKey| sort_key(&messages.tie_name(register, register.tie(key).id()), language);
    let mut ties: Vec<(String, TieKey)> = register.tie_keys().map(|key| (name(key), key)).collect();
    ties.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| register.tie(a.1).id().cmp(register.tie(b.1).id())));
    ties.into_iter().map(|(_, key)| key).collect()
}

/// What a name is sorted by. Folding spells Cyrillic in Latin letters, whose order is not that of the Russian alphabet; code
/// points are in its order but for ё.
fn sort_key(name: &str, language: Language) -> String {
    match language {
        Language::English => fold_name(name),
        Language::Russian => name.to_lowercase().replace('ё', "е"),
    }
}
