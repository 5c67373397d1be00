//! Rows about parties: every filled cell is a claim of its own, every item of a list too.

use model::{Attribute, Fact, Identifier, NameUse, PartyId, PartyKind, PartyName, Period, Scheme, Subject};

use super::cells::Row;
use super::facts::Draft;
use super::form::Form;
use super::kind::TableKind;

/// What a row of the places or institutions table says; `None` when the party itself cannot be read.
pub(super) fn drafts(row: &mut Row<'_>) -> Option<Vec<Draft>> {
    let party = row.parsed("id", PartyId::parse);
    let mut facts = Facts { row, found: Vec::new() };
    facts.names();
    facts.parsed("kind", parse_kind, Fact::Is);
    facts.parents();
    facts.parsed("wikidata", |text| Identifier::parse(Scheme::Wikidata, text), Fact::Identified);
    if facts.row.kind == TableKind::Places {
        facts.place();
    } else {
        facts.institution();
    }
    let subject = Subject::Party(party?);
    let drafts = facts.found.into_iter().map(|found| Draft {
        subject: subject.clone(),
        fact: found.fact,
        held: found.held,
        column: found.column,
    });
    Some(drafts.collect())
}

/// Reads a kind, with some words of our own tables that the model does not have.
fn parse_kind(text: &str) -> Result<PartyKind, model::Error> {
    match text.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
        "law-school" => Ok(PartyKind::College),
        "foundation" => Ok(PartyKind::Institution),
        "district-federal" => Ok(PartyKind::FederalDistrict),
        _ => PartyKind::parse(text),
    }
}

/// Whether a text is in Cyrillic letters.
pub(super) fn is_cyrillic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'))
}

struct Found {
    column: &'static str,
    fact: Fact,
    held: Period,
}

/// Collects the facts of one row.
struct Facts<'r, 'a> {
    row: &'r mut Row<'a>,
    found: Vec<Found>,
}

impl Facts<'_, '_> {
    fn add(&mut self, column: &'static str, fact: Fact) {
        self.found.push(Found { column, fact, held: Period::UNKNOWN });
    }

    fn parsed<T, E>(&mut self, column: &'static str, parse: impl FnOnce(&str) -> Result<T, E>, fact: fn(T) -> Fact) {
        if let Some(value) = self.row.parsed(column, parse) {
            self.add(column, fact(value));
        }
    }

    fn name(&mut self, column: &'static str, text: &str, language: &str, usage: NameUse) {
        self.add(column, Fact::Named(PartyName { text: text.to_owned(), language: language.to_owned(), usage }));
    }

    fn names(&mut self) {
        if let Some(name) = self.row.filled("name") {
            self.name("name", name, "en", NameUse::Preferred);
        }
        if let Some(name) = self.row.filled("name_ru") {
            self.name("name_ru", name, "ru", NameUse::Preferred);
        }
        for name in self.row.list("other_names") {
            let language = if is_cyrillic(name) { "ru" } else { "" };
            self.name("other_names", name, language, NameUse::Alternative);
        }
    }

    fn parents(&mut self) {
        for item in self.row.list("part_of") {
            match PartyId::parse(item) {
                Ok(parent) => self.add("part_of", Fact::PartOf(parent)),
                Err(_) => self.row.problem("part_of", Form::PartyList.expected()),
            }
        }
    }

    fn place(&mut self) {
        let scheme = |text: &str| if text.contains('-') { Scheme::Iso3166_2 } else { Scheme::Iso3166_1 };
        self.parsed("iso", |text| Identifier::parse(scheme(text), text), Fact::Identified);
        self.parsed("geonames", |text| Identifier::parse(Scheme::GeoNames, text), Fact::Identified);
        self.location();
        self.number("population", Some("population_year"), Attribute::Population);
        self.number("area_km2", None, Attribute::AreaKm2);
        self.number("gdp_usd_million", Some("gdp_year"), Attribute::GdpUsdMillion);
        self.utc_offset();
        self.texts("capital", Attribute::Capital);
        self.texts("flagship_university", Attribute::FlagshipUniversity);
        self.texts("federal_district", Attribute::FederalDistrict);
        if self.row.text("coast") != "none" {
            self.items("coast", Attribute::Coast);
        }
        self.climates();
        self.items("sectors", Attribute::Sector);
        self.items("hazards", Attribute::Hazard);
        if self.row.yes_no("arctic") == Some(true) {
            self.add("arctic", Fact::Has(Attribute::Arctic));
        }
    }

    fn institution(&mut self) {
        // A bare name begins with a capital, as no id does; the model has no fact for it.
        if !self.row.text("city").starts_with(char::is_uppercase) {
            self.parsed("city", PartyId::parse, Fact::PartOf);
        }
        self.parsed("ror", |text| Identifier::parse(Scheme::Ror, text), Fact::Identified);
        self.texts("unresolved", Attribute::Unresolved);
    }

    fn location(&mut self) {
        let (lat, lon) = (self.row.millionths("lat", 90), self.row.millionths("lon", 180));
        match (self.row.filled("lat"), self.row.filled("lon")) {
            (Some(_), None) => self.row.problem("lon", "the longitude that belongs to `lat`"),
            (None, Some(_)) => self.row.problem("lat", "the latitude that belongs to `lon`"),
            _ => {}
        }
        if let (Some(lat_e6), Some(lon_e6)) = (lat, lon) {
            self.add("", Fact::Has(Attribute::Location { lat_e6, lon_e6 }));
        }
    }

    fn number(&mut self, column: &'static str, dated_by: Option<&'static str>, attribute: fn(u64) -> Attribute) {
        let value = self.row.whole(column);
        let held = dated_by.and_then(|date| self.row.date(date)).map_or(Period::UNKNOWN, Period::on);
        if let Some(value) = value {
            self.found.push(Found { column, fact: Fact::Has(attribute(value)), held });
        }
    }

    fn utc_offset(&mut self) {
        let Some(hours_e6) = self.row.millionths("utc_offset", 14) else { return };
        let minutes_e6 = i64::from(hours_e6) * 60;
        match i32::try_from(minutes_e6 / 1_000_000) {
            Ok(minutes) if minutes_e6 % 1_000_000 == 0 => {
                self.add("utc_offset", Fact::Has(Attribute::UtcOffsetMin(minutes)));
            }
            _ => self.row.problem("utc_offset", "hours that make whole minutes, such as 5.5 or 5.75"),
        }
    }

    fn texts(&mut self, column: &'static str, attribute: fn(String) -> Attribute) {
        if let Some(text) = self.row.filled(column) {
            self.add(column, Fact::Has(attribute(text.to_owned())));
        }
    }

    fn items(&mut self, column: &'static str, attribute: fn(String) -> Attribute) {
        for item in self.row.list(column) {
            self.add(column, Fact::Has(attribute(item.to_owned())));
        }
    }

    fn climates(&mut self) {
        for item in self.row.list("climate") {
            if matches!(item, "A" | "B" | "C" | "D" | "E") {
                self.add("climate", Fact::Has(Attribute::Climate(item.to_owned())));
            } else {
                self.row.problem("climate", "letters A to E joined by `;`");
            }
        }
    }
}
