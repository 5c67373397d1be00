//! What a document says of ties, before it becomes claims.
//!
//! Everything names the bytes it rests on. Parties are kept once a document and pointed to by position.

use std::ops::Range;

use gazetteer::PlaceIdx;
use model::{PartialDate, ReasonCode, TieClass};

/// What was read in one document.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The language it was read in; empty when none was recognized.
    pub language: String,
    /// The parties that anything below speaks of.
    pub parties: Vec<Party>,
    /// Who is tied to whom.
    pub ties: Vec<Tie>,
    /// What was done together.
    pub activities: Vec<Activity>,
    /// What became of the bodies that do the work.
    pub carriers: Vec<Carrier>,
    /// What registries are said to list.
    pub listings: Vec<Listing>,
    /// How many ties there are said to be.
    pub counts: Vec<Count>,
    /// What somebody hopes for.
    pub wishes: Vec<Wish>,
    /// Sentences that sound like facts and are none, each with the reason.
    pub left_out: Vec<LeftOut>,
}

/// What kind of party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyType {
    /// A municipality.
    City,
    /// A state, province, district, county.
    Region,
    /// A country.
    Country,
    /// A university, institute, museum, ministry.
    Institution,
}

/// A party as the document names it.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its name as in the text, in the basic form.
    pub name: String,
    /// Other names of it in the text: an acronym, a longer form.
    pub also: Vec<String>,
    /// What it is.
    pub kind: PartyType,
    /// Its country (ISO 3166-1 alpha-2), stated or by the place chosen; `None` when nothing says.
    pub country: Option<[u8; 2]>,
    /// Whether the country is only the one that the document speaks of most: no fact, a hint to the reviewer.
    pub country_guessed: bool,
    /// The region the text names beside it.
    pub region: Option<String>,
    /// The place it was taken for.
    pub place: Option<PlaceIdx>,
    /// The places it may be, best first, with the reasons.
    pub(crate) candidates: Vec<crate::mention::Candidate>,
    /// Why it is not one body, where that is so: a university of many campuses.
    pub unresolved: Option<Unresolved>,
    /// Where it is first named.
    pub evidence: Range<usize>,
}

/// Why a party stays unresolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unresolved {
    /// No list at hand knows the name.
    Unknown,
    /// The name is of a system of several universities.
    System,
}

/// What is said of a tie's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// It is in force, or something of it was shown.
    Active,
    /// It is planned or wished for.
    Proposed,
    /// It is on hold.
    Suspended,
    /// It is over.
    Ended,
    /// Nothing happens in it.
    Dormant,
    /// It was taken up again.
    Revived,
    /// Only that it exists.
    Unspecified,
}

/// The word of the field that the document uses, as a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Sister, twin or partner city.
    SisterCity,
    /// Friendship city.
    FriendshipCity,
    /// Sister state, province or prefecture.
    SisterState,
    /// Another region's named partnership.
    TwinRegion,
    /// At least one side is an institution.
    Institutional,
    /// An agreement, dialogue or joint work not called any of these.
    Cooperation,
}

/// A tie that the document states.
#[derive(Debug, Clone)]
pub struct Tie {
    /// The two parties.
    pub parties: [usize; 2],
    /// The kind, by the word used and what the parties are.
    pub kind: Kind,
    /// The class for the register.
    pub class: TieClass,
    /// The word the document uses.
    pub word: Range<usize>,
    /// Its state.
    pub status: Status,
    /// The sentence that says so; the tie's own where none other does.
    pub status_evidence: Range<usize>,
    /// Since when.
    pub since: Option<PartialDate>,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Whose words they are, when not the document's own.
    pub speaker: Option<Speaker>,
}

/// The office or body whose words are reported, never a person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The office as in the text.
    pub office: String,
}

/// The kind of an activity, as the field tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActivityType {
    /// One side traveled to the other.
    DelegationVisit,
    /// Signing, renewal, conclusion.
    AgreementSigned,
    /// Conference, symposium, round table.
    Forum,
    /// People stay with the other side.
    Exchange,
    /// Joint research, workshop, working group.
    Project,
    /// Talks.
    Dialogue,
    /// A jubilee.
    Anniversary,
    /// Concert, exhibition, festival, match, tree planting.
    CulturalEvent,
    /// The act of suspending.
    Suspension,
    /// The act of ending.
    Termination,
    /// The act of taking up again.
    Revival,
    /// Donations, relief.
    Aid,
}

/// Something done together.
#[derive(Debug, Clone)]
pub struct Activity {
    /// What.
    pub kind: ActivityType,
    /// When, or its first day.
    pub date: Option<PartialDate>,
    /// Its last day, when it lasted.
    pub end: Option<PartialDate>,
    /// Who took part.
    pub participants: Vec<usize>,
    /// Who traveled, sent, or decided, when one side did.
    pub from: Option<usize>,
    /// The condition stated for a pause or an end: "until …".
    pub condition: Option<Range<usize>>,
    /// Why it was paused or ended, where the text says.
    pub reason: Option<ReasonCode>,
    /// What it was about, in the field's words.
    pub topics: Vec<String>,
    /// How many people, where stated.
    pub size: Option<u32>,
    /// Whether it is announced, not reported.
    pub announced: bool,
    /// Something happened, the text does not say what.
    pub vague: bool,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Whose words they are.
    pub speaker: Option<Speaker>,
}

/// What became of a carrier.
#[derive(Debug, Clone)]
pub struct Carrier {
    /// Its name as in the text.
    pub name: Range<usize>,
    /// The side it works for.
    pub party: Option<usize>,
    /// The tie it works for, when its name or the text says.
    pub partner: Option<usize>,
    /// What happened.
    pub event: model::CarrierEvent,
    /// When.
    pub date: Option<PartialDate>,
    /// The words it rests on.
    pub evidence: Range<usize>,
}

/// What a registry is said to list.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The registry as in the text.
    pub registry: Range<usize>,
    /// The parties.
    pub parties: [usize; 2],
    /// What it says.
    pub status: model::ListingStatus,
    /// The words it rests on.
    pub evidence: Range<usize>,
}

/// A number of ties that somebody states.
#[derive(Debug, Clone)]
pub struct Count {
    /// The number.
    pub number: u32,
    /// How it is put.
    pub bound: model::Bound,
    /// The unit as in the text.
    pub unit: Range<usize>,
    /// The parties or countries that it speaks of, when the sentence names them.
    pub about: Vec<usize>,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Whose words they are.
    pub speaker: Option<Speaker>,
}

/// What somebody hopes for.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The words.
    pub evidence: Range<usize>,
    /// The parties it names.
    pub about: Vec<usize>,
    /// Whose wish it is.
    pub speaker: Option<Speaker>,
}

/// A sentence that was not made into a fact.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// The sentence.
    pub evidence: Range<usize>,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why a sentence was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeftOutReason {
    /// It judges a tie or praises it.
    Praise,
    /// It hopes.
    Hope,
    /// Something happened; the text does not say what, when or between whom.
    Vague,
    /// It speaks of ties and names no second party.
    NoPartner,
    /// It was denied or turned down.
    Denied,
    /// Both parties are in one country, and nothing calls them sisters.
    OneCountry,
    /// A word of the field in another sense.
    OtherSense,
    /// The document says so much of ties that the rest, from here on, was left out.
    TooMuch,
}
