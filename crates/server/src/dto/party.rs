//! A place or institution, and what a search finds.

use model::{Attribute, Fact, Identifier, NameUse, PartyId, Scheme};
use register::{ClaimKey, Known, PartyKey, Register, TieKey, View};
use serde::Serialize;
use utoipa::ToSchema;

use super::atlas::AtlasPlaceDto;
use super::cited::{BasisDto, basis};
use super::tie::{TieSummaryDto, tie_summary};
use super::words::{AsOfDto, PartyRefDto, WordDto, as_of, name_text, party_ref, word};
use crate::messages::Messages;

/// A place or institution.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyDto {
    /// The days its ties are asked for.
    pub as_of: AsOfDto,
    /// Its id, name, kind and page.
    #[serde(flatten)]
    pub party: PartyRefDto,
    /// The level counts and filters speak of.
    pub level: WordDto,
    /// What it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartyRefDto>,
    /// The claim that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of_claim: Option<String>,
    /// Latitude and longitude, WGS 84, in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<f64>>)]
    pub location: Option<(f64, f64)>,
    /// The claims that say what kind it is.
    pub kind_claims: Vec<String>,
    /// The claims that say why it cannot be resolved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unresolved_claims: Vec<String>,
    /// Its names.
    pub names: Vec<NameDto>,
    /// What other lists call it.
    pub identifiers: Vec<IdentifierDto>,
    /// Its attributes.
    pub attributes: Vec<AttributeDto>,
    /// Its own ties, by id; ties of what lies in it are found by `/api/ties?party=`.
    pub ties: Vec<TieSummaryDto>,
    /// The claims about it that count, in the order of the ledger, and their sources.
    #[serde(flatten)]
    pub basis: BasisDto,
}

/// A name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NameDto {
    /// The name as written.
    pub text: String,
    /// Its language as a BCP 47 tag; empty when not known.
    pub language: String,
    /// `preferred`, `alternative` or `former`.
    #[schema(value_type = String, example = "preferred")]
    pub usage: &'static str,
    /// The claim that gives it.
    pub claim: String,
}

/// What another list calls it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IdentifierDto {
    /// The list.
    #[schema(value_type = String, example = "wikidata")]
    pub scheme: &'static str,
    /// The list's name.
    pub label: String,
    /// The identifier.
    pub value: String,
    /// The address where the list says more.
    pub address: String,
    /// The claim that gives it.
    pub claim: String,
}

/// A property.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AttributeDto {
    /// What it is called.
    pub label: String,
    /// The value in words; empty when the property has none.
    pub value: String,
    /// When it held, in words; empty when nobody says.
    pub when: String,
    /// The claim that gives it.
    pub claim: String,
}

/// A party that a search found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FoundDto {
    /// The party.
    #[serde(flatten)]
    pub party: PartyRefDto,
    /// The name that matched, as written.
    pub matched: String,
    /// Whether the whole name matched, not only its beginning.
    pub is_whole: bool,
    /// How many ties it has, known at any time.
    pub n_ties: usize,
    /// What it lies in or belongs to, the nearest first, to tell places of one name apart.
    pub within: Vec<String>,
}

/// What a search found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SearchDto {
    /// What was asked.
    pub q: String,
    /// The parties found, best first.
    pub items: Vec<FoundDto>,
    /// Places of the gazetteer found beside them, best first: no ties of these are known here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<AtlasPlaceDto>,
}

/// Everything about one party, with its own ties as a view sees them.
#[must_use]
pub fn party(register: &Register, view: &View, key: PartyKey) -> PartyDto {
    let party = register.party(key);
    let counting: Vec<(ClaimKey, &Known)> = party
        .claims()
        .iter()
        .map(|claim| (*claim, register.known(*claim)))
        .filter(|(_, known)| known.counts())
        .collect();
    let part_of_claim = counting.iter().find(|(_, known)| match (&known.claim.fact, &party.part_of) {
        (Fact::PartOf(whole), Some(shown)) => whole == shown,
        _ => false,
    });
    let named = |says: &dyn Fn(&Fact) -> bool| -> Vec<String> {
        let names = counting.iter().filter(|(_, known)| says(&known.claim.fact));
        names.map(|(_, known)| name_text(&known.name)).collect()
    };
    let mut ties: Vec<TieKey> = party.ties().to_vec();
    ties.retain(|tie| view.state(*tie).n_known > 0);
    ties.sort_by(|a, b| register.tie(*a).id().cmp(register.tie(*b).id()));
    PartyDto {
        as_of: as_of(view.as_of),
        party: party_ref(register, key),
        level: word("level", party.level()),
        part_of: party.part_of.as_ref().and_then(|id| register.party_key(id)).map(|key| party_ref(register, key)),
        part_of_claim: part_of_claim.map(|(_, known)| name_text(&known.name)),
        location: party.location,
        kind_claims: named(&|fact| matches!(fact, Fact::Is(kind) if Some(*kind) == party.kind)),
        unresolved_claims: named(&|fact| matches!(fact, Fact::Has(Attribute::Unresolved(_)))),
        names: party_names(&counting),
        identifiers: identifiers(&counting),
        attributes: attributes(&counting),
        ties: ties.into_iter().map(|tie| tie_summary(register, view, tie)).collect(),
        basis: basis(register, counting.iter().map(|(key, _)| *key)),
    }
}

/// What a search finds, best first.
#[must_use]
pub fn search(register: &Register, q: &str, limit: usize) -> SearchDto {
    let found = register.find_parties(q, limit).into_iter().map(|found| FoundDto {
        party: party_ref(register, found.party),
        matched: found.name,
        is_whole: found.is_whole,
        n_ties: register.party(found.party).ties().len(),
        within: within(register, found.party),
    });
    SearchDto { q: q.to_owned(), items: found.collect(), places: Vec::new() }
}

fn within(register: &Register, key: PartyKey) -> Vec<String> {
    wholes(register, key).into_iter().map(|whole| Messages::current().shown_name(register, whole).to_owned()).collect()
}

fn party_names(claims: &[(ClaimKey, &Known)]) -> Vec<NameDto> {
    let names = claims.iter().filter_map(|(_, known)| match &known.claim.fact {
        Fact::Named(name) => Some(NameDto {
            text: name.text.clone(),
            language: name.language.clone(),
            usage: NameUse::word(name.usage),
            claim: name_text(&known.name),
        }),
        _ => None,
    });
    names.collect()
}

fn identifiers(claims: &[(ClaimKey, &Known)]) -> Vec<IdentifierDto> {
    let all = claims.iter().filter_map(|(_, known)| match &known.claim.fact {
        Fact::Identified(identifier) => Some(IdentifierDto {
            scheme: identifier.scheme().word(),
            label: Messages::current().scheme(identifier),
            value: identifier.value().to_owned(),
            address: address(identifier),
            claim: name_text(&known.name),
        }),
        _ => None,
    });
    all.collect()
}

/// Where a list says more about what it identifies.
fn address(identifier: &Identifier) -> String {
    let value = identifier.value();
    match identifier.scheme() {
        Scheme::Iso3166_1 | Scheme::Iso3166_2 => format!("https://www.iso.org/obp/ui/#iso:code:3166:{}", &value[..2]),
        Scheme::GeoNames => format!("https://www.geonames.org/{value}"),
        Scheme::Wikidata => format!("https://www.wikidata.org/wiki/{value}"),
        Scheme::Ror => format!("https://ror.org/{value}"),
    }
}

fn attributes(claims: &[(ClaimKey, &Known)]) -> Vec<AttributeDto> {
    let messages = Messages::current();
    let all = claims.iter().filter_map(|(_, known)| match &known.claim.fact {
        Fact::Has(Attribute::Unresolved(_)) => None,
        Fact::Has(attribute) => {
            let (label, value) = messages.attribute(attribute);
            let held = known.claim.held;
            let when = if held.is_unknown() { String::new() } else { messages.when(&held) };
            Some(AttributeDto { label, value, when, claim: name_text(&known.name) })
        }
        _ => None,
    });
    all.collect()
}

/// What a party belongs to, the nearest first, at most five: a city's unit, that unit's country.
pub(crate) fn wholes(register: &Register, key: PartyKey) -> Vec<PartyKey> {
    let mut chain: Vec<PartyKey> = Vec::new();
    let mut at = key;
    while chain.len() < 5 {
        let party = register.party(at);
        let by_id = || {
            let id = party.id();
            let whole = if id.as_str() == id.unit() { id.country() } else { id.unit() };
            PartyId::parse(whole).ok().filter(|whole| whole != id)
        };
        let Some(next) = party.part_of.clone().or_else(by_id).and_then(|id| register.party_key(&id)) else { break };
        if next == key || chain.contains(&next) {
            break;
        }
        chain.push(next);
        at = next;
    }
    chain
}
