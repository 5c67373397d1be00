//! Places and institutions of the register, from the claims about them.

use std::collections::BTreeMap;

use model::{Attribute, Claim, Fact, NameUse, PartyId, PartyKind, Scheme, Subject};

use super::atlas::{Kind, Party};

/// What claims say of places and institutions, ordered by id. Of two numbers the later claim's is taken.
#[must_use]
pub fn parties<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Vec<Party> {
    let mut parties: BTreeMap<PartyId, Party> = BTreeMap::new();
    for claim in claims {
        let Subject::Party(id) = &claim.subject else { continue };
        let party = parties.entry(id.clone()).or_insert_with(|| Party {
            id: id.as_str().to_owned(),
            country: id.country().to_ascii_uppercase(),
            ..Party::default()
        });
        learn(party, &claim.fact);
    }
    let mut parties: Vec<Party> = parties.into_values().filter(|party| !party.name.is_empty()).collect();
    for party in &mut parties {
        // An institution belongs to a unit and stands in a town, which has the longer id.
        if party.kind != Some(Kind::Institution) {
            party.town = None;
        }
    }
    parties
}

fn learn(party: &mut Party, fact: &Fact) {
    match fact {
        Fact::Named(name) => {
            let is_shown = name.usage == NameUse::Preferred && name.language == "en";
            if is_shown && party.name.is_empty() {
                party.name.clone_from(&name.text);
            } else {
                party.names.push(name.text.clone());
            }
        }
        Fact::Is(kind) => {
            party.kind = Some(kind_of(*kind));
            party.is_also_town = matches!(kind, PartyKind::FederalCity | PartyKind::FederalDistrict);
        }
        Fact::Identified(identifier) => match identifier.scheme() {
            Scheme::Iso3166_1 | Scheme::Iso3166_2 => party.code = Some(identifier.value().to_owned()),
            Scheme::GeoNames => party.geonames = identifier.value().parse().ok(),
            Scheme::Wikidata | Scheme::Ror => {}
        },
        Fact::PartOf(parent) => {
            let slot = if parent.as_str().contains('.') { &mut party.town } else { &mut party.part_of };
            *slot = Some(parent.as_str().to_owned());
        }
        Fact::Has(Attribute::Location { lat_e6, lon_e6 }) => {
            party.point = Some((f64::from(*lat_e6) / 1e6, f64::from(*lon_e6) / 1e6));
        }
        Fact::Has(Attribute::Capital(name)) => party.capital.clone_from(name),
        Fact::Has(Attribute::Population(people)) => {
            party.population = u32::try_from(*people).unwrap_or(u32::MAX);
        }
        _ => {}
    }
}

fn kind_of(kind: PartyKind) -> Kind {
    match kind {
        PartyKind::FederalCity => Kind::Region,
        other => match other.level() {
            "country" => Kind::Country,
            "state" => Kind::Region,
            "county" => Kind::County,
            "institution" => Kind::Institution,
            _ => Kind::City,
        },
    }
}
