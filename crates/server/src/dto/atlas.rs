//! A place of the gazetteer that the register does not have: nobody here says of a tie of it.

use desk::KnownParties;
use gazetteer::{Context, PlaceIdx, PlaceKind};
use model::PartyId;
use register::PartyKey;
use serde::Serialize;
use utoipa::ToSchema;

use super::words::{WordDto, word};
use crate::language::Language;
use crate::messages::Messages;

/// So many beginnings are looked at, since some are of places that the register has.
const MOST_BEGUN: usize = 32;
/// The most places of the gazetteer beside what the register has.
const MOST_FOUND: usize = 8;

/// A place that the register has no ties of.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AtlasPlaceDto {
    /// Its number in GeoNames, or its code in ISO 3166.
    #[schema(example = "2950159")]
    pub id: String,
    /// Its name: as it was asked for where that is in the letters of the language, or else as English texts write it.
    pub name: String,
    /// The name that matched, as the gazetteer spells it.
    pub matched: String,
    /// What it is.
    pub kind: WordDto,
    /// What it lies in, the nearest first.
    pub within: Vec<String>,
    /// People; 0 where nobody says.
    pub population: u32,
    /// The page with what is near it.
    pub url: String,
}

/// The places of the gazetteer that a search finds and the register does not have, best first.
pub(crate) fn atlas(known: &KnownParties, q: &str, limit: usize) -> Vec<AtlasPlaceDto> {
    let gazetteer = known.gazetteer();
    let mut ranked = gazetteer.starting_with(q, MOST_BEGUN);
    if ranked.is_empty() && q.contains(',') {
        // "Albany, Georgia": a whole name with what it lies in.
        ranked = gazetteer.rank(q, &Context::default(), MOST_BEGUN);
    }
    let strange = ranked.into_iter().map(|found| found.place).filter(|idx| party_of(known, *idx).is_none());
    strange.filter_map(|idx| atlas_place(known, idx, q)).take(limit.min(MOST_FOUND)).collect()
}

/// One of them, as found under a name; `None` for what has no page: continents, and what has no number or code.
pub(crate) fn atlas_place(known: &KnownParties, idx: PlaceIdx, q: &str) -> Option<AtlasPlaceDto> {
    let gazetteer = known.gazetteer();
    let place = gazetteer.place(idx);
    let kind = match place.kind {
        PlaceKind::Country | PlaceKind::Region | PlaceKind::County | PlaceKind::City => place.kind.word(),
        _ => return None,
    };
    let id = place.code.map(str::to_owned).or_else(|| place.geonames.map(|number| number.to_string()))?;
    let asked = gazetteer::fold(q.split(',').next().unwrap_or_default());
    let begins = |name: &&str| !asked.is_empty() && gazetteer::fold(name).starts_with(&asked);
    let matched = gazetteer.names(idx).find(begins).unwrap_or(place.name);
    // The gazetteer does not say of what language a spelling is, so none is chosen that the reader did not ask for.
    let is_asked_for = Language::current() == Language::Russian && is_cyrillic(matched);
    let units = [place.county, place.region, gazetteer.country(place.country)];
    let mut within: Vec<String> =
        units.into_iter().flatten().filter(|unit| *unit != idx).map(|unit| unit_name(known, unit)).collect();
    within.dedup();
    Some(AtlasPlaceDto {
        url: format!("/near/{id}"),
        id,
        name: if is_asked_for { matched } else { place.name }.to_owned(),
        matched: matched.to_owned(),
        kind: word("kind", kind),
        within,
        population: place.population,
    })
}

/// The party of the register that a place is: as the gazetteer links it, or by its code.
pub(crate) fn party_of(known: &KnownParties, idx: PlaceIdx) -> Option<PartyKey> {
    let by_code = || PartyId::parse(&known.gazetteer().place(idx).code?.to_ascii_lowercase()).ok();
    known.of_place(idx).or_else(by_code).and_then(|id| known.register().party_key(&id))
}

/// The name of what a place lies in: as the register has it, in the language of the answer.
fn unit_name(known: &KnownParties, idx: PlaceIdx) -> String {
    match party_of(known, idx) {
        Some(key) => Messages::current().shown_name(known.register(), key).to_owned(),
        None => known.gazetteer().place(idx).name.to_owned(),
    }
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_alphabetic() || matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}
