//! The order of ties, places and sources by name: computed once per register, since names do not depend on the view.

use model::{PartyId, SourceId};
use register::{PartyKey, Register, TieKey, fold_name};
use rustc_hash::FxHashMap;

use crate::messages::Messages;

/// Everything in the order lists show it.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Every tie by name, then id.
    pub(crate) ties: Vec<TieKey>,
    /// Where each tie stands in `ties`.
    pub(crate) ranks: FxHashMap<TieKey, u32>,
    /// Every party by name, then id.
    pub(crate) parties: Vec<PartyKey>,
    /// Every source by title, then id.
    pub(crate) sources: Vec<SourceId>,
    /// The parties that name each party as the whole they belong to, by name.
    pub(crate) parts: FxHashMap<PartyId, Vec<PartyKey>>,
}

impl Index {
    pub(crate) fn of(register: &Register) -> Self {
        let messages = Messages::english();
        let mut ties: Vec<(String, TieKey)> = register
            .tie_keys()
            .map(|key| (fold_name(&messages.tie_name(register, register.tie(key).id())), key))
            .collect();
        ties.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| register.tie(a.1).id().cmp(register.tie(b.1).id())));
        let ties: Vec<TieKey> = ties.into_iter().map(|(_, key)| key).collect();
        let ranks = ties.iter().copied().zip(0..).collect();
        let mut parties: Vec<PartyKey> = register.party_keys().collect();
        parties.sort_by_cached_key(|key| (fold_name(&register.party(*key).name), register.party(*key).id().clone()));
        let mut sources: Vec<SourceId> = register.source_ids().cloned().collect();
        sources.sort_by_cached_key(|id| {
            (fold_name(register.source(id).map_or(id.as_str(), |source| &source.title)), id.clone())
        });
        let mut parts: FxHashMap<PartyId, Vec<PartyKey>> = FxHashMap::default();
        for key in &parties {
            if let Some(whole) = &register.party(*key).part_of {
                parts.entry(whole.clone()).or_default().push(*key);
            }
        }
        Self { ties, ranks, parties, sources, parts }
    }
}
