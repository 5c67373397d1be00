//! What the register knows that a table may lean on: parties by name, and sources by id.

use formats::table::{KnownParties, SourceBook};
use model::PartyId;
use register::Register;

/// More candidates are not looked at.
const MOST_FOUND: usize = 200;

/// The parties of a register, by whole name.
pub(super) struct Parties<'a>(pub &'a Register);

impl KnownParties for Parties<'_> {
    fn candidates(&self, name: &str, country: Option<&str>, region: Option<&str>) -> Vec<PartyId> {
        let countries = country.map(|text| self.codes(text, |id| id.as_str() == id.country()));
        let units = region.map(|text| self.codes(text, |id| id.as_str() == id.unit()));
        let found = self.0.find_parties(name, MOST_FOUND).into_iter().filter(|found| found.is_whole);
        let ids = found.map(|found| self.0.party(found.party).id().clone());
        let within = |codes: &Option<Vec<String>>, code: &str| {
            codes.as_ref().is_none_or(|codes| codes.iter().any(|one| one == code))
        };
        let region_of = |id: &PartyId| within(&units, id.unit()) || region.is_some_and(|text| ends_as(id.unit(), text));
        ids.filter(|id| within(&countries, id.country()) && region_of(id)).collect()
    }
}

impl Parties<'_> {
    /// The codes that a cell may mean: itself in lower case, and the ids of what is called so.
    fn codes(&self, text: &str, is_code: impl Fn(&PartyId) -> bool) -> Vec<String> {
        let mut codes = vec![text.trim().to_ascii_lowercase()];
        let found = self.0.find_parties(text, MOST_FOUND).into_iter().filter(|found| found.is_whole);
        let ids = found.map(|found| self.0.party(found.party).id());
        codes.extend(ids.filter(|id| is_code(id)).map(|id| id.as_str().to_owned()));
        codes
    }
}

/// Whether `us-ny` is what `NY` means beside its country.
fn ends_as(unit: &str, text: &str) -> bool {
    unit.split_once('-').is_some_and(|(_, code)| code.eq_ignore_ascii_case(text.trim()))
}

/// The sources of a register, each in its last edition.
pub(super) fn source_book(register: &Register) -> SourceBook {
    let mut book = SourceBook::default();
    register.source_ids().filter_map(|id| register.source(id)).for_each(|source| book.insert(source.clone()));
    book
}
