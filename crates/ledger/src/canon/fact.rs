//! Rows of subjects and facts. The order of variants and of fields is the format: append only.

use model::{
    Act, Activity, Attribute, Carrier, Fact, Identifier, Instrument, Listing, PartyId, PartyName, StatedCount, Subject,
    TieId,
};
use serde::{Deserialize, Serialize};

use super::codes::Code;
use super::dates::DateRow;
use crate::Error;

#[derive(Serialize, Deserialize)]
pub(super) enum SubjectRow<'a> {
    Party(&'a str),
    Tie(&'a str),
    Relation(&'a str),
}

#[derive(Serialize, Deserialize)]
pub(super) enum FactRow<'a> {
    Named {
        text: &'a str,
        language: &'a str,
        usage: u8,
    },
    Identified {
        scheme: u8,
        value: &'a str,
    },
    Is(u8),
    Has(#[serde(borrow)] AttributeRow<'a>),
    PartOf(&'a str),
    Succeeds(&'a str),
    TieStands {
        class: u8,
        word: &'a str,
    },
    Act {
        #[serde(borrow)]
        party: Option<&'a str>,
        kind: u8,
        #[serde(borrow)]
        instrument: Option<(&'a str, Option<DateRow>)>,
        #[serde(borrow)]
        condition: Option<&'a str>,
        reason: Option<u8>,
    },
    Activity {
        kind: u8,
        #[serde(borrow)]
        from: Option<&'a str>,
        #[serde(borrow)]
        participants: Vec<&'a str>,
        #[serde(borrow)]
        topics: Vec<&'a str>,
        size: Option<u32>,
        light: bool,
        summary: &'a str,
    },
    NoContact,
    Carrier {
        party: &'a str,
        name: &'a str,
        event: u8,
    },
    Listing {
        registry: &'a str,
        status: u8,
    },
    StatedCount {
        number: u32,
        bound: u8,
        unit: &'a str,
        what: u8,
        #[serde(borrow)]
        definition: Option<&'a str>,
        #[serde(borrow)]
        irreproducible: Option<&'a str>,
    },
    Wish(&'a str),
}

#[derive(Serialize, Deserialize)]
pub(super) enum AttributeRow<'a> {
    Location { lat_e6: i32, lon_e6: i32 },
    Population(u64),
    AreaKm2(u64),
    UtcOffsetMin(i32),
    GdpUsdMillion(u64),
    Capital(&'a str),
    Coast(&'a str),
    Climate(&'a str),
    Sector(&'a str),
    Hazard(&'a str),
    Arctic,
    FlagshipUniversity(&'a str),
    FederalDistrict(&'a str),
    Unresolved(&'a str),
    Founded(DateRow),
}

impl<'a> From<&'a Subject> for SubjectRow<'a> {
    fn from(subject: &'a Subject) -> Self {
        match subject {
            Subject::Party(id) => Self::Party(id.as_str()),
            Subject::Tie(id) => Self::Tie(id.as_str()),
            Subject::Relation(id) => Self::Relation(id.as_str()),
        }
    }
}

impl TryFrom<SubjectRow<'_>> for Subject {
    type Error = Error;

    fn try_from(row: SubjectRow<'_>) -> Result<Self, Error> {
        Ok(match row {
            SubjectRow::Party(id) => Self::Party(PartyId::parse(id)?),
            SubjectRow::Tie(id) => Self::Tie(TieId::parse(id)?),
            SubjectRow::Relation(id) => Self::Relation(TieId::parse(id)?),
        })
    }
}

impl<'a> From<&'a Fact> for FactRow<'a> {
    fn from(fact: &'a Fact) -> Self {
        match fact {
            Fact::Named(name) => Self::Named { text: &name.text, language: &name.language, usage: name.usage.code() },
            Fact::Identified(id) => Self::Identified { scheme: id.scheme().code(), value: id.value() },
            Fact::Is(kind) => Self::Is(kind.code()),
            Fact::Has(attribute) => Self::Has(attribute.into()),
            Fact::PartOf(whole) => Self::PartOf(whole.as_str()),
            Fact::Succeeds(other) => Self::Succeeds(other.as_str()),
            Fact::TieStands { class, word } => Self::TieStands { class: class.code(), word },
            Fact::Act(act) => act.into(),
            Fact::Activity(activity) => activity.into(),
            Fact::NoContact => Self::NoContact,
            Fact::Carrier(carrier) => {
                Self::Carrier { party: carrier.party.as_str(), name: &carrier.name, event: carrier.event.code() }
            }
            Fact::Listing(listing) => Self::Listing { registry: &listing.registry, status: listing.status.code() },
            Fact::StatedCount(count) => count.into(),
            Fact::Wish(text) => Self::Wish(text),
        }
    }
}

impl<'a> From<&'a Act> for FactRow<'a> {
    fn from(act: &'a Act) -> Self {
        Self::Act {
            party: act.party.as_ref().map(PartyId::as_str),
            kind: act.kind.code(),
            instrument: act.instrument.as_ref().map(|i| (i.title.as_str(), i.term_end.map(Into::into))),
            condition: act.condition.as_deref(),
            reason: act.reason.map(Code::code),
        }
    }
}

impl<'a> From<&'a Activity> for FactRow<'a> {
    fn from(activity: &'a Activity) -> Self {
        Self::Activity {
            kind: activity.kind.code(),
            from: activity.from.as_ref().map(PartyId::as_str),
            participants: activity.participants.iter().map(String::as_str).collect(),
            topics: activity.topics.iter().map(String::as_str).collect(),
            size: activity.size,
            light: activity.light,
            summary: &activity.summary,
        }
    }
}

impl<'a> From<&'a StatedCount> for FactRow<'a> {
    fn from(count: &'a StatedCount) -> Self {
        Self::StatedCount {
            number: count.number,
            bound: count.bound.code(),
            unit: &count.unit,
            what: count.what.code(),
            definition: count.definition.as_deref(),
            irreproducible: count.irreproducible.as_deref(),
        }
    }
}

impl TryFrom<FactRow<'_>> for Fact {
    type Error = Error;

    fn try_from(row: FactRow<'_>) -> Result<Self, Error> {
        Ok(match row {
            FactRow::Named { text, language, usage } => Self::Named(PartyName {
                text: text.to_owned(),
                language: language.to_owned(),
                usage: Code::from_code(usage)?,
            }),
            FactRow::Identified { scheme, value } => {
                Self::Identified(Identifier::parse(Code::from_code(scheme)?, value)?)
            }
            FactRow::Is(kind) => Self::Is(Code::from_code(kind)?),
            FactRow::Has(attribute) => Self::Has(attribute.try_into()?),
            FactRow::PartOf(whole) => Self::PartOf(PartyId::parse(whole)?),
            FactRow::Succeeds(other) => Self::Succeeds(PartyId::parse(other)?),
            FactRow::TieStands { class, word } => {
                Self::TieStands { class: Code::from_code(class)?, word: word.to_owned() }
            }
            FactRow::Act { party, kind, instrument, condition, reason } => Self::Act(Act {
                party: party.map(PartyId::parse).transpose()?,
                kind: Code::from_code(kind)?,
                instrument: instrument.map(read_instrument).transpose()?,
                condition: condition.map(str::to_owned),
                reason: reason.map(Code::from_code).transpose()?,
            }),
            FactRow::Activity { kind, from, participants, topics, size, light, summary } => Self::Activity(Activity {
                kind: Code::from_code(kind)?,
                from: from.map(PartyId::parse).transpose()?,
                participants: participants.into_iter().map(str::to_owned).collect(),
                topics: topics.into_iter().map(str::to_owned).collect(),
                size,
                light,
                summary: summary.to_owned(),
            }),
            FactRow::NoContact => Self::NoContact,
            FactRow::Carrier { party, name, event } => Self::Carrier(Carrier {
                party: PartyId::parse(party)?,
                name: name.to_owned(),
                event: Code::from_code(event)?,
            }),
            FactRow::Listing { registry, status } => {
                Self::Listing(Listing { registry: registry.to_owned(), status: Code::from_code(status)? })
            }
            FactRow::StatedCount { number, bound, unit, what, definition, irreproducible } => {
                Self::StatedCount(StatedCount {
                    number,
                    bound: Code::from_code(bound)?,
                    unit: unit.to_owned(),
                    what: Code::from_code(what)?,
                    definition: definition.map(str::to_owned),
                    irreproducible: irreproducible.map(str::to_owned),
                })
            }
            FactRow::Wish(text) => Self::Wish(text.to_owned()),
        })
    }
}

fn read_instrument((title, term_end): (&str, Option<DateRow>)) -> Result<Instrument, Error> {
    Ok(Instrument { title: title.to_owned(), term_end: term_end.map(TryInto::try_into).transpose()? })
}

impl<'a> From<&'a Attribute> for AttributeRow<'a> {
    fn from(attribute: &'a Attribute) -> Self {
        match attribute {
            Attribute::Location { lat_e6, lon_e6 } => Self::Location { lat_e6: *lat_e6, lon_e6: *lon_e6 },
            Attribute::Population(n) => Self::Population(*n),
            Attribute::AreaKm2(n) => Self::AreaKm2(*n),
            Attribute::UtcOffsetMin(n) => Self::UtcOffsetMin(*n),
            Attribute::GdpUsdMillion(n) => Self::GdpUsdMillion(*n),
            Attribute::Capital(text) => Self::Capital(text),
            Attribute::Coast(text) => Self::Coast(text),
            Attribute::Climate(text) => Self::Climate(text),
            Attribute::Sector(text) => Self::Sector(text),
            Attribute::Hazard(text) => Self::Hazard(text),
            Attribute::Arctic => Self::Arctic,
            Attribute::FlagshipUniversity(text) => Self::FlagshipUniversity(text),
            Attribute::FederalDistrict(text) => Self::FederalDistrict(text),
            Attribute::Unresolved(text) => Self::Unresolved(text),
            Attribute::Founded(date) => Self::Founded((*date).into()),
        }
    }
}

impl TryFrom<AttributeRow<'_>> for Attribute {
    type Error = Error;

    fn try_from(row: AttributeRow<'_>) -> Result<Self, Error> {
        Ok(match row {
            AttributeRow::Location { lat_e6, lon_e6 } => Self::Location { lat_e6, lon_e6 },
            AttributeRow::Population(n) => Self::Population(n),
            AttributeRow::AreaKm2(n) => Self::AreaKm2(n),
            AttributeRow::UtcOffsetMin(n) => Self::UtcOffsetMin(n),
            AttributeRow::GdpUsdMillion(n) => Self::GdpUsdMillion(n),
            AttributeRow::Capital(text) => Self::Capital(text.to_owned()),
            AttributeRow::Coast(text) => Self::Coast(text.to_owned()),
            AttributeRow::Climate(text) => Self::Climate(text.to_owned()),
            AttributeRow::Sector(text) => Self::Sector(text.to_owned()),
            AttributeRow::Hazard(text) => Self::Hazard(text.to_owned()),
            AttributeRow::Arctic => Self::Arctic,
            AttributeRow::FlagshipUniversity(text) => Self::FlagshipUniversity(text.to_owned()),
            AttributeRow::FederalDistrict(text) => Self::FederalDistrict(text.to_owned()),
            AttributeRow::Unresolved(text) => Self::Unresolved(text.to_owned()),
            AttributeRow::Founded(date) => Self::Founded(date.try_into()?),
        })
    }
}
