//! Who of a document's parties is in the register: by the gazetteer's link to it, by number in GeoNames, by name.

use std::collections::HashMap;
use std::sync::Arc;

use gazetteer::{Gazetteer, PlaceIdx};
use model::{PartyId, Scheme};
use reader::claims::{Known, place_of};
use reader::{Party, PartyType};
use register::{PartyKey, Register};

/// More parties of one name are not looked at.
const MOST_FOUND: usize = 50;

/// The parties of a register, as the reader asks for them.
#[derive(Debug)]
pub struct KnownParties {
    register: Arc<Register>,
    gazetteer: Arc<Gazetteer>,
    by_geonames: HashMap<u32, PartyId>,
}

impl KnownParties {
    /// Looks through all parties once, `O(n)`.
    #[must_use]
    pub fn new(register: Arc<Register>, gazetteer: Arc<Gazetteer>) -> Self {
        let mut by_geonames = HashMap::new();
        for key in register.party_keys() {
            let party = register.party(key);
            let numbers = party.identifiers.iter().filter(|identifier| identifier.scheme() == Scheme::GeoNames);
            by_geonames.extend(numbers.filter_map(|number| Some((number.value().parse().ok()?, party.id().clone()))));
        }
        Self { register, gazetteer, by_geonames }
    }

    /// The gazetteer that places are looked up in.
    #[must_use]
    pub const fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// The register that parties are looked up in.
    #[must_use]
    pub const fn register(&self) -> &Arc<Register> {
        &self.register
    }

    /// The party that a place of the gazetteer is, by what is linked there or by its number in GeoNames.
    #[must_use]
    pub fn of_place(&self, idx: PlaceIdx) -> Option<PartyId> {
        let place = self.gazetteer.place(idx);
        let linked = place.party.and_then(|id| PartyId::parse(id).ok());
        let linked = linked.map(|id| self.register.resolved_party(&id).clone());
        linked.or_else(|| self.by_geonames.get(&place.geonames?).cloned())
    }

    /// The only party of the register that is called so, is of this level and may lie there.
    fn by_name(&self, name: &str, party: &Party) -> Option<PartyId> {
        let fits = |key: &PartyKey| {
            let known = self.register.party(*key);
            let country = party.country.map(|code| String::from_utf8_lossy(&code).to_ascii_lowercase());
            levels(party.kind).contains(&known.level()) && country.is_none_or(|country| country == known.id().country())
        };
        let found = self.register.find_parties(name, MOST_FOUND).into_iter().filter(|found| found.is_whole);
        let mut found = found.map(|found| found.party).filter(fits);
        let only = found.next().filter(|_| found.next().is_none())?;
        Some(self.register.party(only).id().clone())
    }
}

/// The levels of the register that a party of a document may be at.
const fn levels(kind: PartyType) -> &'static [&'static str] {
    match kind {
        PartyType::City => &["city"],
        PartyType::Region => &["state", "county"],
        PartyType::Country => &["country"],
        PartyType::Institution => &["institution"],
    }
}

impl Known for KnownParties {
    fn party(&self, party: &Party) -> Option<PartyId> {
        if let Some(idx) = place_of(party, &self.gazetteer) {
            return self.of_place(idx);
        }
        // A place that was chosen, and is of another kind, is not looked for under its name.
        let names = std::iter::once(&party.name).chain(&party.also).filter(|_| party.place.is_none());
        names.into_iter().find_map(|name| self.by_name(name, party))
    }

    fn has(&self, id: &PartyId) -> bool {
        // An id that claims only mention is called by itself.
        self.register.party_key(id).is_some_and(|key| self.register.party(key).name != id.as_str())
    }

    fn unresolved(&self, id: &PartyId) -> Option<String> {
        self.register.party(self.register.party_key(id)?).unresolved.clone()
    }
}
