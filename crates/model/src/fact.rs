//! What a claim can say: a closed list. Adding a kind is one variant here, its fold, its rendering and its tests.

use crate::words::words;
use crate::{Activity, Attribute, Identifier, PartialDate, PartyId, PartyKind, PartyName, TieClass, TieId};

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// One party.
    Party(PartyId),
    /// One tie.
    Tie(TieId),
    /// All the ties between these countries or regions, as a set: what counts and wishes speak of.
    Relation(TieId),
}

/// What a claim says of its subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The party is called so.
    Named(PartyName),
    /// Another list calls the party so.
    Identified(Identifier),
    /// The party is a place or institution of this kind.
    Is(PartyKind),
    /// The party has a property.
    Has(Attribute),
    /// The party belongs to another.
    PartOf(PartyId),
    /// The party takes the place of another, after a merger or split.
    Succeeds(PartyId),
    /// The parties are partners, in this form.
    TieStands {
        /// The form, by evidence.
        class: TieClass,
        /// The word the source uses.
        word: String,
    },
    /// A party, or all jointly, decided something about the tie.
    Act(Act),
    /// The parties did something together.
    Activity(Activity),
    /// Nothing was done together during the claim's period.
    NoContact,
    /// The body that does the work on one side.
    Carrier(Carrier),
    /// A registry lists the tie, or does not.
    Listing(Listing),
    /// Somebody stated how many ties there are.
    StatedCount(StatedCount),
    /// Somebody hopes for something. Never a fact; a brief for matching or reviving.
    Wish(String),
}

words! {
    /// What a party decided.
    ActKind: "act" {
        /// Declared its intention.
        Intent = "intent",
        /// Filed it with a council, ministry or province.
        Filed = "filed",
        /// Approved it.
        Approved = "approved",
        /// Signed.
        Signed = "signed",
        /// Renewed or reaffirmed by signature.
        Renewed = "renewed",
        /// Suspended, with or without a condition.
        Suspended = "suspended",
        /// Resumed after a suspension.
        Resumed = "resumed",
        /// Ended.
        Ended = "ended",
        /// Let the term run out.
        Expired = "expired",
        /// Was replaced by a successor after a merger or split.
        Superseded = "superseded",
    }
}

words! {
    /// Why a tie was suspended or ended.
    ReasonCode: "reason code" {
        /// The partner did not answer.
        PartnerSilent = "partner-silent",
        /// The carrier is gone.
        CarrierGone = "carrier-gone",
        /// In protest.
        PoliticalProtest = "political-protest",
        /// A law or order.
        Law = "law",
        /// Money.
        Money = "money",
        /// A merger of places.
        Merger = "merger",
        /// Recorded twice.
        Duplicate = "duplicate",
        /// Recorded in error.
        RecordedInError = "recorded-in-error",
    }
}

/// A signed document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Instrument {
    /// Its title or kind, as written.
    pub title: String,
    /// When its term ends, if it has one.
    pub term_end: Option<PartialDate>,
}

/// A decision about a tie, dated by the claim's period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Act {
    /// Who decided; `None` for all parties jointly.
    pub party: Option<PartyId>,
    /// What was decided.
    pub kind: ActKind,
    /// The document it rests on.
    pub instrument: Option<Instrument>,
    /// The condition stated, such as when it would be lifted.
    pub condition: Option<String>,
    /// Why.
    pub reason: Option<ReasonCode>,
}

words! {
    /// What happened to a carrier.
    CarrierEvent: "carrier event" {
        /// It was founded.
        Founded = "founded",
        /// A source shows it at work.
        Active = "active",
        /// It stopped its own activity.
        ActivitySuspended = "activity-suspended",
        /// It was dissolved.
        Dissolved = "dissolved",
        /// Another body took over.
        Succeeded = "succeeded",
    }
}

/// A carrier and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Carrier {
    /// The side it works for.
    pub party: PartyId,
    /// Its name.
    pub name: String,
    /// What happened.
    pub event: CarrierEvent,
}

words! {
    /// What a registry says of a tie.
    ListingStatus: "listing status" {
        /// Listed.
        Listed = "listed",
        /// Listed as the charter (first) sister city.
        ListedCharter = "listed-charter",
        /// Not listed.
        NotListed = "not-listed",
        /// Taken off the list.
        Delisted = "delisted",
        /// Approved by it.
        Approved = "approved",
        /// Registered by it.
        Registered = "registered",
    }
}

/// What a registry says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Listing {
    /// The registry's short name.
    pub registry: String,
    /// What it says.
    pub status: ListingStatus,
}

words! {
    /// How a number was put.
    Bound: "bound" {
        /// "77".
        Exactly = "exactly",
        /// "about 70".
        About = "about",
        /// "over 50", "more than 70".
        Over = "over",
    }
}

words! {
    /// What was counted.
    CountUnit: "count unit" {
        /// Ties, each once.
        Pairs = "pairs",
        /// Places on the U.S. side, each once.
        UsPlaces = "us-places",
        /// Places on the Russian side, each once.
        RuPlaces = "ru-places",
        /// Something else, as the unit says.
        Other = "other",
    }
}

/// A number somebody stated; the claim's period is the day it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StatedCount {
    /// The number.
    pub number: u32,
    /// How it was put.
    pub bound: Bound,
    /// The unit in the source's words.
    pub unit: String,
    /// What that unit counts.
    pub what: CountUnit,
    /// The saved definition that expresses it, if one does.
    pub definition: Option<String>,
    /// Why no definition can reproduce it, where that is so.
    pub irreproducible: Option<String>,
}
