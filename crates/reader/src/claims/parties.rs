//! Who the parties of a reading are, and the claims that say so of those the register does not have.

use std::ops::Range;

use gazetteer::{Gazetteer, Place, PlaceIdx, PlaceKind};
use model::{Attribute, Fact, Identifier, NameUse, PartyId, PartyKind, PartyName, Period, Scheme, Subject};
use rustc_hash::FxHashSet;

use super::{About, Draft, Known, ids};
use crate::reading::{Party, PartyType, Reading, Unresolved};

/// What is said of a claim that rests on the gazetteer.
const FROM_GAZETTEER: &str = "from the gazetteer, for the name as the text writes it";

/// A party with its id.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    pub(super) id: PartyId,
    /// The place whose description may be proposed; none for a party that is known, or that is no place of the gazetteer.
    place: Option<PlaceIdx>,
    /// Whether the register describes it.
    is_known: bool,
}

/// Finds the id of a party: the register's, else a new one.
pub(super) fn identify(party: &Party, gazetteer: &Gazetteer, known: &dyn Known) -> Identity {
    let place = place_of(party, gazetteer);
    let made = || match (party.kind, party.country) {
        (PartyType::Country, Some(code)) => ids::of_country(code),
        _ => place.map(|place| ids::of_place(gazetteer, place)),
    };
    let id = known.party(party).or_else(made).unwrap_or_else(|| ids::of_name(&party.name, party.country));
    let is_known = known.has(&id);
    Identity { id, place, is_known }
}

/// The place that a party was taken for, unless that is of another kind: a prefecture is not the city of its name.
#[must_use]
pub fn place_of(party: &Party, gazetteer: &Gazetteer) -> Option<PlaceIdx> {
    let chosen = party.place?;
    let kind = gazetteer.kind(chosen);
    let fits = match party.kind {
        // A city that is a unit of its country stands in lists as a unit.
        PartyType::City => matches!(kind, PlaceKind::City | PlaceKind::Region | PlaceKind::County),
        PartyType::Region => matches!(kind, PlaceKind::Region | PlaceKind::County),
        PartyType::Country => kind == PlaceKind::Country,
        PartyType::Institution => kind == PlaceKind::Institution,
    };
    if party.kind == PartyType::City && kind != PlaceKind::City {
        let town = |place: &PlaceIdx| {
            gazetteer.kind(*place) == PlaceKind::City && gazetteer.place(*place).region == Some(chosen)
        };
        return party.candidates.iter().map(|candidate| candidate.place).find(town).or(Some(chosen));
    }
    fits.then_some(chosen)
}

/// The parties of which claims were made already.
#[derive(Debug, Default)]
pub(super) struct Described(FxHashSet<PartyId>);

impl Described {
    /// The claims that say what a party is, the first time it is needed; none for one that is known.
    ///
    /// `near` are the words of the claim that needs it, the evidence where the text itself does not name it.
    pub(super) fn describe(
        &mut self,
        party: usize,
        reading: &Reading,
        identities: &[Identity],
        about: &About<'_>,
        near: &Range<usize>,
    ) -> Vec<Draft> {
        let (identity, party) = (&identities[party], &reading.parties[party]);
        if identity.is_known || !self.0.insert(identity.id.clone()) {
            return Vec::new();
        }
        let evidence = if party.evidence.is_empty() { near } else { &party.evidence };
        let mut drafts = Drafts { id: &identity.id, evidence, all: Vec::new() };
        let place = identity.place.map(|place| about.gazetteer.place(place));
        drafts.names(party, place.as_ref(), &reading.language);
        drafts.add(Fact::Is(kind_of(party, place.as_ref())), "");
        if let Some(place) = &place {
            drafts.place(place);
        }
        if let Some(why) = unresolved(party, place.is_some()) {
            drafts.add(Fact::Has(Attribute::Unresolved(why.to_owned())), "");
        }
        let whole =
            place.as_ref().map_or_else(|| country_of(party, about.gazetteer), |place| whole_of(place, about.gazetteer));
        let mut all = drafts.all;
        self.within(whole, &identity.id, evidence, about, &mut all);
        all
    }

    /// What a party belongs to, and that unit's own description where nobody has it.
    fn within(
        &mut self,
        unit: Option<PlaceIdx>,
        part: &PartyId,
        evidence: &Range<usize>,
        about: &About<'_>,
        all: &mut Vec<Draft>,
    ) {
        let Some(unit) = unit else { return };
        let id = ids::of_place(about.gazetteer, unit);
        if id == *part {
            return;
        }
        let mut drafts = Drafts { id: part, evidence, all: Vec::new() };
        drafts.add(Fact::PartOf(id.clone()), FROM_GAZETTEER);
        all.append(&mut drafts.all);
        if about.known.has(&id) || !self.0.insert(id.clone()) {
            return;
        }
        let place = about.gazetteer.place(unit);
        let mut drafts = Drafts { id: &id, evidence, all: Vec::new() };
        drafts.name(place.name, "en", NameUse::Preferred, FROM_GAZETTEER);
        drafts.add(Fact::Is(kind_of_place(&place)), FROM_GAZETTEER);
        drafts.place(&place);
        all.append(&mut drafts.all);
        self.within(whole_of(&place, about.gazetteer), &id, evidence, about, all);
    }
}

/// The unit that a place lies in: its region, else its country.
fn whole_of(place: &Place<'_>, gazetteer: &Gazetteer) -> Option<PlaceIdx> {
    let country = || gazetteer.country(place.country).filter(|country| *country != place.idx);
    // A region without a code has no id that others would find.
    place.region.filter(|region| gazetteer.place(*region).code.is_some()).or_else(country)
}

fn country_of(party: &Party, gazetteer: &Gazetteer) -> Option<PlaceIdx> {
    let code = party.country.filter(|_| party.kind != PartyType::Country)?;
    gazetteer.country(std::str::from_utf8(&code).ok()?)
}

/// The claims on one party.
struct Drafts<'a> {
    id: &'a PartyId,
    evidence: &'a Range<usize>,
    all: Vec<Draft>,
}

impl Drafts<'_> {
    fn add(&mut self, fact: Fact, note: &str) {
        self.all.push(Draft {
            evidence: self.evidence.clone(),
            subject: Subject::Party(self.id.clone()),
            fact,
            held: Period::UNKNOWN,
            speaker: None,
            note: note.to_owned(),
            uses: Vec::new(),
        });
    }

    fn name(&mut self, text: &str, language: &str, usage: NameUse, note: &str) {
        self.add(Fact::Named(PartyName { text: text.to_owned(), language: language.to_owned(), usage }), note);
    }

    /// The name of the gazetteer in English, and those of the text.
    fn names(&mut self, party: &Party, place: Option<&Place<'_>>, language: &str) {
        if let Some(place) = place {
            self.name(place.name, "en", NameUse::Preferred, FROM_GAZETTEER);
            if place.name != party.name {
                let usage = if language == "en" { NameUse::Alternative } else { NameUse::Preferred };
                self.name(&party.name, language, usage, "");
            }
        } else {
            self.name(&party.name, language, NameUse::Preferred, "");
        }
        for name in party.also.iter().filter(|name| place.is_none_or(|place| *name != place.name)) {
            self.name(name, language, NameUse::Alternative, "");
        }
    }

    fn place(&mut self, place: &Place<'_>) {
        let number = place.geonames.and_then(|id| Identifier::parse(Scheme::GeoNames, &id.to_string()).ok());
        let scheme = if place.kind == PlaceKind::Country { Scheme::Iso3166_1 } else { Scheme::Iso3166_2 };
        let code = place.code.and_then(|code| Identifier::parse(scheme, code).ok());
        for identifier in [number, code].into_iter().flatten() {
            self.add(Fact::Identified(identifier), FROM_GAZETTEER);
        }
        if let (Some(lat_e6), Some(lon_e6)) = (millionths(place.lat), millionths(place.lon)) {
            self.add(Fact::Has(Attribute::Location { lat_e6, lon_e6 }), FROM_GAZETTEER);
        }
    }
}

/// Degrees in millionths; `None` when not known.
fn millionths(degrees: f32) -> Option<i32> {
    let whole = (f64::from(degrees) * 1e6).round();
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie within the degrees there are")]
    (whole.abs() <= 180e6).then_some(whole as i32)
}

/// Why a party is not one body, in words for the page.
const fn unresolved(party: &Party, has_place: bool) -> Option<&'static str> {
    match party.unresolved {
        Some(Unresolved::System) => Some("The name is of several institutions; the text does not say which."),
        Some(Unresolved::Unknown) if !has_place => Some("No list at hand has a party of this name."),
        _ if !has_place && matches!(party.kind, PartyType::Institution) => {
            Some("No list at hand has a party of this name.")
        }
        _ => None,
    }
}

fn kind_of(party: &Party, place: Option<&Place<'_>>) -> PartyKind {
    match party.kind {
        PartyType::Country => PartyKind::Country,
        PartyType::City => PartyKind::City,
        PartyType::Region => place.map_or(PartyKind::Region, kind_of_place),
        PartyType::Institution if party.unresolved == Some(Unresolved::System) => PartyKind::UniversitySystem,
        PartyType::Institution => kind_of_institution(&party.name),
    }
}

/// Countries whose units of the first level are states.
const WITH_STATES: [&str; 9] = ["AT", "AU", "BR", "DE", "IN", "MX", "MY", "US", "VE"];

fn kind_of_place(place: &Place<'_>) -> PartyKind {
    match place.kind {
        PlaceKind::Country => PartyKind::Country,
        PlaceKind::Region if WITH_STATES.contains(&place.country) => PartyKind::State,
        PlaceKind::Region => PartyKind::Region,
        PlaceKind::County => PartyKind::County,
        PlaceKind::Institution => PartyKind::Institution,
        _ => PartyKind::City,
    }
}

/// The kind by the words of the name; their beginnings are the same in most languages of Europe.
fn kind_of_institution(name: &str) -> PartyKind {
    let folded = model::fold_letters(name);
    let has = |parts: &[&str]| parts.iter().any(|part| folded.contains(part));
    if has(&["universi"]) {
        PartyKind::University
    } else if has(&["college", "hochschule", "akadem", "academ"]) {
        PartyKind::College
    } else if has(&["institut", "laborator"]) {
        PartyKind::ResearchInstitute
    } else if has(&["associa", "assotsia", "union", "league", "network", "verband"]) {
        PartyKind::Association
    } else {
        PartyKind::Institution
    }
}
