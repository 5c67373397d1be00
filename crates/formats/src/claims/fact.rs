//! Facts as records: one object whose key is the kind of fact, in the order of the model's list.

use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Bound, Carrier, CarrierEvent, CountUnit, Error, Fact, Identifier,
    Instrument, Listing, ListingStatus, NameUse, PartyId, PartyKind, PartyName, ReasonCode, Scheme, StatedCount,
    TieClass,
};
use serde::{Deserialize, Serialize};

use crate::record::Described;

/// What a claim says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FactRecord {
    /// The party is called so.
    Named(NameRecord),
    /// Another list calls the party so.
    Identified {
        /// Whose list.
        scheme: String,
        /// The identifier in it.
        value: String,
    },
    /// The kind of party.
    Is(String),
    /// A property of the party.
    Has(AttributeRecord),
    /// The id of the party it belongs to.
    PartOf(String),
    /// The id of the party whose place it takes.
    Succeeds(String),
    /// The parties are partners.
    TieStands {
        /// The form, by evidence.
        class: String,
        /// The word the source uses.
        word: String,
    },
    /// A decision.
    Act(ActRecord),
    /// Something done together.
    Activity(ActivityRecord),
    /// Nothing was done together.
    NoContact,
    /// A carrier and what happened to it.
    Carrier(CarrierRecord),
    /// What a registry says.
    Listing(ListingRecord),
    /// A number somebody stated.
    StatedCount(StatedCountRecord),
    /// What somebody hopes for.
    Wish(String),
}

impl Described for FactRecord {
    fn form() -> String {
        "object with one key (named, identified, is, has, part_of, succeeds, tie_stands, act, activity, carrier, listing, \
         stated_count, wish), or the word no_contact"
            .into()
    }
}

/// A name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameRecord {
    /// The name as written.
    pub text: String,
    /// Its language as a BCP 47 tag; empty when not known.
    pub language: String,
    /// preferred, alternative or former.
    pub usage: String,
}

/// A property of a party.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AttributeRecord {
    /// Where it is, WGS 84, in millionths of a degree.
    Location {
        /// Latitude.
        lat_e6: i32,
        /// Longitude.
        lon_e6: i32,
    },
    /// People living there.
    Population(u64),
    /// Area in square kilometers.
    AreaKm2(u64),
    /// Standard time, minutes east of UTC.
    UtcOffsetMin(i32),
    /// Gross domestic product in millions of current U.S. dollars.
    GdpUsdMillion(u64),
    /// The seat of government.
    Capital(String),
    /// A sea it lies on.
    Coast(String),
    /// A Köppen main class.
    Climate(String),
    /// An economic sector of note.
    Sector(String),
    /// A natural hazard.
    Hazard(String),
    /// Part of it lies in the Arctic.
    Arctic,
    /// Its best-known university, as a label.
    FlagshipUniversity(String),
    /// A grouping of units.
    FederalDistrict(String),
    /// Why the name cannot be resolved to one body.
    Unresolved(String),
    /// When it was founded, as EDTF.
    Founded(String),
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRecord {
    /// The id of the party that decided; missing for all jointly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// What was decided.
    pub kind: String,
    /// The document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<InstrumentRecord>,
    /// The condition stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// Why: a reason code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A signed document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentRecord {
    /// Its title or kind, as written.
    pub title: String,
    /// When its term ends, as EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_end: Option<String>,
}

/// Something done together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityRecord {
    /// What was done.
    pub kind: String,
    /// The id of the side that traveled or sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Bodies that took part beyond the parties.
    pub participants: Vec<String>,
    /// Topics.
    pub topics: Vec<String>,
    /// How many people took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
    /// Whether it never proves life.
    pub light: bool,
    /// What happened, in one short sentence.
    pub summary: String,
}

/// A carrier and what happened to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarrierRecord {
    /// The id of the side it works for.
    pub party: String,
    /// Its name.
    pub name: String,
    /// What happened.
    pub event: String,
}

/// What a registry says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListingRecord {
    /// The registry's short name.
    pub registry: String,
    /// What it says.
    pub status: String,
}

/// A number somebody stated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedCountRecord {
    /// The number.
    pub number: u32,
    /// exactly, about or over.
    pub bound: String,
    /// The unit in the source's words.
    pub unit: String,
    /// What that unit counts.
    pub what: String,
    /// The saved definition that expresses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Why no definition can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub irreproducible: Option<String>,
}

impl From<&Fact> for FactRecord {
    fn from(fact: &Fact) -> Self {
        match fact {
            Fact::Named(name) => Self::Named(NameRecord {
                text: name.text.clone(),
                language: name.language.clone(),
                usage: name.usage.to_string(),
            }),
            Fact::Identified(id) => Self::Identified { scheme: id.scheme().to_string(), value: id.value().to_owned() },
            Fact::Is(kind) => Self::Is(kind.to_string()),
            Fact::Has(attribute) => Self::Has(attribute.into()),
            Fact::PartOf(party) => Self::PartOf(party.to_string()),
            Fact::Succeeds(party) => Self::Succeeds(party.to_string()),
            Fact::TieStands { class, word } => Self::TieStands { class: class.to_string(), word: word.clone() },
            Fact::Act(act) => Self::Act(act.into()),
            Fact::Activity(activity) => Self::Activity(activity.into()),
            Fact::NoContact => Self::NoContact,
            Fact::Carrier(carrier) => Self::Carrier(CarrierRecord {
                party: carrier.party.to_string(),
                name: carrier.name.clone(),
                event: carrier.event.to_string(),
            }),
            Fact::Listing(listing) => {
                Self::Listing(ListingRecord { registry: listing.registry.clone(), status: listing.status.to_string() })
            }
            Fact::StatedCount(count) => Self::StatedCount(StatedCountRecord {
                number: count.number,
                bound: count.bound.to_string(),
                unit: count.unit.clone(),
                what: count.what.to_string(),
                definition: count.definition.clone(),
                irreproducible: count.irreproducible.clone(),
            }),
            Fact::Wish(wish) => Self::Wish(wish.clone()),
        }
    }
}

impl FactRecord {
    pub(super) fn to_fact(&self) -> Result<Fact, Error> {
        Ok(match self {
            Self::Named(name) => Fact::Named(PartyName {
                text: name.text.clone(),
                language: name.language.clone(),
                usage: NameUse::parse(&name.usage)?,
            }),
            Self::Identified { scheme, value } => Fact::Identified(Identifier::parse(Scheme::parse(scheme)?, value)?),
            Self::Is(kind) => Fact::Is(PartyKind::parse(kind)?),
            Self::Has(attribute) => Fact::Has(attribute.to_attribute()?),
            Self::PartOf(party) => Fact::PartOf(PartyId::parse(party)?),
            Self::Succeeds(party) => Fact::Succeeds(PartyId::parse(party)?),
            Self::TieStands { class, word } => Fact::TieStands { class: TieClass::parse(class)?, word: word.clone() },
            Self::Act(act) => Fact::Act(act.to_act()?),
            Self::Activity(activity) => Fact::Activity(activity.to_activity()?),
            Self::NoContact => Fact::NoContact,
            Self::Carrier(carrier) => Fact::Carrier(Carrier {
                party: PartyId::parse(&carrier.party)?,
                name: carrier.name.clone(),
                event: CarrierEvent::parse(&carrier.event)?,
            }),
            Self::Listing(listing) => Fact::Listing(Listing {
                registry: listing.registry.clone(),
                status: ListingStatus::parse(&listing.status)?,
            }),
            Self::StatedCount(count) => Fact::StatedCount(StatedCount {
                number: count.number,
                bound: Bound::parse(&count.bound)?,
                unit: count.unit.clone(),
                what: CountUnit::parse(&count.what)?,
                definition: count.definition.clone(),
                irreproducible: count.irreproducible.clone(),
            }),
            Self::Wish(wish) => Fact::Wish(wish.clone()),
        })
    }
}

impl From<&Attribute> for AttributeRecord {
    fn from(attribute: &Attribute) -> Self {
        match attribute {
            Attribute::Location { lat_e6, lon_e6 } => Self::Location { lat_e6: *lat_e6, lon_e6: *lon_e6 },
            Attribute::Population(n) => Self::Population(*n),
            Attribute::AreaKm2(n) => Self::AreaKm2(*n),
            Attribute::UtcOffsetMin(n) => Self::UtcOffsetMin(*n),
            Attribute::GdpUsdMillion(n) => Self::GdpUsdMillion(*n),
            Attribute::Capital(text) => Self::Capital(text.clone()),
            Attribute::Coast(text) => Self::Coast(text.clone()),
            Attribute::Climate(text) => Self::Climate(text.clone()),
            Attribute::Sector(text) => Self::Sector(text.clone()),
            Attribute::Hazard(text) => Self::Hazard(text.clone()),
            Attribute::Arctic => Self::Arctic,
            Attribute::FlagshipUniversity(text) => Self::FlagshipUniversity(text.clone()),
            Attribute::FederalDistrict(text) => Self::FederalDistrict(text.clone()),
            Attribute::Unresolved(text) => Self::Unresolved(text.clone()),
            Attribute::Founded(date) => Self::Founded(date.to_string()),
        }
    }
}

impl AttributeRecord {
    fn to_attribute(&self) -> Result<Attribute, Error> {
        Ok(match self {
            Self::Location { lat_e6, lon_e6 } => Attribute::Location { lat_e6: *lat_e6, lon_e6: *lon_e6 },
            Self::Population(n) => Attribute::Population(*n),
            Self::AreaKm2(n) => Attribute::AreaKm2(*n),
            Self::UtcOffsetMin(n) => Attribute::UtcOffsetMin(*n),
            Self::GdpUsdMillion(n) => Attribute::GdpUsdMillion(*n),
            Self::Capital(text) => Attribute::Capital(text.clone()),
            Self::Coast(text) => Attribute::Coast(text.clone()),
            Self::Climate(text) => Attribute::Climate(text.clone()),
            Self::Sector(text) => Attribute::Sector(text.clone()),
            Self::Hazard(text) => Attribute::Hazard(text.clone()),
            Self::Arctic => Attribute::Arctic,
            Self::FlagshipUniversity(text) => Attribute::FlagshipUniversity(text.clone()),
            Self::FederalDistrict(text) => Attribute::FederalDistrict(text.clone()),
            Self::Unresolved(text) => Attribute::Unresolved(text.clone()),
            Self::Founded(date) => Attribute::Founded(date.parse()?),
        })
    }
}

impl From<&Act> for ActRecord {
    fn from(act: &Act) -> Self {
        Self {
            party: act.party.as_ref().map(PartyId::to_string),
            kind: act.kind.to_string(),
            instrument: act.instrument.as_ref().map(|instrument| InstrumentRecord {
                title: instrument.title.clone(),
                term_end: instrument.term_end.map(|date| date.to_string()),
            }),
            condition: act.condition.clone(),
            reason: act.reason.map(|reason| reason.to_string()),
        }
    }
}

impl ActRecord {
    fn to_act(&self) -> Result<Act, Error> {
        let instrument = |record: &InstrumentRecord| {
            let term_end = record.term_end.as_deref().map(str::parse).transpose()?;
            Ok::<_, Error>(Instrument { title: record.title.clone(), term_end })
        };
        Ok(Act {
            party: self.party.as_deref().map(PartyId::parse).transpose()?,
            kind: ActKind::parse(&self.kind)?,
            instrument: self.instrument.as_ref().map(instrument).transpose()?,
            condition: self.condition.clone(),
            reason: self.reason.as_deref().map(ReasonCode::parse).transpose()?,
        })
    }
}

impl From<&Activity> for ActivityRecord {
    fn from(activity: &Activity) -> Self {
        Self {
            kind: activity.kind.to_string(),
            from: activity.from.as_ref().map(PartyId::to_string),
            participants: activity.participants.clone(),
            topics: activity.topics.clone(),
            size: activity.size,
            light: activity.light,
            summary: activity.summary.clone(),
        }
    }
}

impl ActivityRecord {
    fn to_activity(&self) -> Result<Activity, Error> {
        Ok(Activity {
            kind: ActivityKind::parse(&self.kind)?,
            from: self.from.as_deref().map(PartyId::parse).transpose()?,
            participants: self.participants.clone(),
            topics: self.topics.clone(),
            size: self.size,
            light: self.light,
            summary: self.summary.clone(),
        })
    }
}
