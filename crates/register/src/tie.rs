//! A tie in the register: its parties, and the events that claims make of it.

use model::{PartyId, TieId};
use rustc_hash::FxHashMap;

use crate::event::{Places, Side};
use crate::keys::{ClaimKey, PartyKey, next};

/// A tie of the register.
#[derive(Debug, Clone)]
pub struct Tie {
    pub(crate) id: TieId,
    pub(crate) parties: Vec<PartyKey>,
    /// Claims about it that make no event.
    pub(crate) others: Vec<ClaimKey>,
    pub(crate) carriers: Vec<String>,
}

impl Tie {
    pub(crate) fn new(id: TieId, parties: Vec<PartyKey>) -> Self {
        Self { id, parties, others: Vec::new(), carriers: Vec::new() }
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> &TieId {
        &self.id
    }

    /// Its parties, in the order of their ids.
    #[must_use]
    pub fn parties(&self) -> &[PartyKey] {
        &self.parties
    }
}

/// The registries that listings name, each with a number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Registries {
    names: Vec<String>,
    numbers: FxHashMap<String, u32>,
}

impl Registries {
    pub(crate) fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = next(self.names.len());
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// Looks up positions while the events of a claim are made.
pub(crate) struct TiePlaces<'a> {
    pub id: &'a TieId,
    pub carriers: &'a mut Vec<String>,
    pub registries: &'a mut Registries,
    /// What party ids stand for after merges.
    pub alias: &'a FxHashMap<PartyId, PartyId>,
}

impl Places for TiePlaces<'_> {
    fn side_of(&self, party: &PartyId) -> Side {
        let wanted = self.alias.get(party).unwrap_or(party).as_str();
        match self.id.party_texts().position(|text| text == wanted).and_then(|side| u8::try_from(side).ok()) {
            Some(side) => Side::One(side),
            None => Side::Stranger,
        }
    }

    fn carrier(&mut self, name: &str) -> u32 {
        let idx = self.carriers.iter().position(|known| known == name).unwrap_or_else(|| {
            self.carriers.push(name.to_owned());
            self.carriers.len() - 1
        });
        next(idx)
    }

    fn registry(&mut self, name: &str) -> u32 {
        self.registries.number(name)
    }
}
