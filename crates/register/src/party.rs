//! A party in the register: what claims say of it, and the summary that lists and maps show.

use model::{Attribute, Fact, Identifier, NameUse, PartyId, PartyKind};

use crate::fold::{Known, Register};
use crate::keys::{ClaimKey, PartyKey, TieKey};

/// A party of the register.
#[derive(Debug, Clone)]
pub struct Party {
    pub(crate) id: PartyId,
    pub(crate) claims: Vec<ClaimKey>,
    pub(crate) ties: Vec<TieKey>,
    /// Whether its summary awaits computing.
    pub(crate) is_changed: bool,
    /// The name to show in English, or its only name, or its id.
    pub name: String,
    /// The name to show in Russian, where a claim gives one.
    pub name_ru: Option<String>,
    /// Every name it has, each once, the shown one first.
    pub names: Vec<String>,
    /// What it is.
    pub kind: Option<PartyKind>,
    /// What it belongs to.
    pub part_of: Option<PartyId>,
    /// Latitude and longitude, WGS 84, in degrees.
    pub location: Option<(f64, f64)>,
    /// What other lists call it.
    pub identifiers: Vec<Identifier>,
    /// Why the name as stated cannot be resolved to one body.
    pub unresolved: Option<String>,
}

impl Party {
    pub(crate) fn new(id: PartyId) -> Self {
        let name = id.as_str().to_owned();
        Self {
            id,
            claims: Vec::new(),
            ties: Vec::new(),
            is_changed: false,
            names: Vec::new(),
            name,
            name_ru: None,
            kind: None,
            part_of: None,
            location: None,
            identifiers: Vec::new(),
            unresolved: None,
        }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &PartyId {
        &self.id
    }

    /// The claims about it.
    #[must_use]
    pub fn claims(&self) -> &[ClaimKey] {
        &self.claims
    }

    /// The ties it is a party of.
    #[must_use]
    pub fn ties(&self) -> &[TieKey] {
        &self.ties
    }

    /// The level counts and filters speak of: country, state, county, city or institution; empty when not known.
    #[must_use]
    pub fn level(&self) -> &'static str {
        self.kind.map_or("", PartyKind::level)
    }
}

impl Register {
    /// Computes the summary of a party anew from its claims that count. Names and attributes are those known today: they say
    /// what to call a place, not what it was called then.
    pub(crate) fn summarize(&mut self, key: PartyKey) {
        let old = &mut self.parties[key.idx()];
        let (claims, ties) = (std::mem::take(&mut old.claims), std::mem::take(&mut old.ties));
        let mut party = Party { claims, ties, ..Party::new(old.id.clone()) };
        // The best claim first, whatever the order in which they came.
        let mut known: Vec<&Known> =
            party.claims.iter().map(|claim| self.known(*claim)).filter(|known| known.counts()).collect();
        known.sort_by_key(|known| (known.claim.grade, known.claim.said_on.is_none(), known.name));
        let mut english = None;
        let mut other = None;
        let mut names = Vec::new();
        for known in known {
            match &known.claim.fact {
                Fact::Named(name) => {
                    let preferred = name.usage == NameUse::Preferred;
                    match name.language.as_str() {
                        "en" if preferred && english.is_none() => english = Some(name.text.clone()),
                        "ru" if preferred && party.name_ru.is_none() => party.name_ru = Some(name.text.clone()),
                        _ => other = other.or_else(|| Some(name.text.clone())),
                    }
                    names.push(name.text.clone());
                }
                Fact::Identified(identifier) => party.identifiers.push(identifier.clone()),
                Fact::Is(kind) => party.kind = party.kind.or(Some(*kind)),
                Fact::PartOf(whole) => {
                    party.part_of = party.part_of.or_else(|| Some(self.resolved_party(whole).clone()));
                }
                Fact::Has(Attribute::Location { lat_e6, lon_e6 }) if party.location.is_none() => {
                    party.location = Some((f64::from(*lat_e6) / 1e6, f64::from(*lon_e6) / 1e6));
                }
                Fact::Has(Attribute::Unresolved(why)) if party.unresolved.is_none() => {
                    party.unresolved = Some(why.clone());
                }
                _ => {}
            }
        }
        party.identifiers.sort();
        party.identifiers.dedup();
        let shown = english.or_else(|| party.name_ru.clone()).or(other);
        if let Some(name) = shown {
            names.sort();
            names.dedup();
            names.retain(|other| *other != name);
            names.insert(0, name.clone());
            party.names = names;
            party.name = name;
        } else {
            party.names.push(party.name.clone());
        }
        self.parties[key.idx()] = party;
    }
}
