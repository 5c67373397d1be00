//! Events: what the claims about one tie say, small enough to judge a hundred thousand ties in a moment.
//!
//! A claim about a tie becomes one event, or two when it says that the tie stood until a date. Times are day numbers.

use jiff::civil::Date;
use model::{
    ActKind, Activity, ActivityKind, CarrierEvent, Claim, Edge, Fact, Grade, ListingStatus, PartyId, Period, TieClass,
};

use crate::as_of::day_number;

/// Before every day.
pub(crate) const ALWAYS: i32 = i32::MIN;
/// After every day.
pub(crate) const NEVER: i32 = i32::MAX;

/// Whom an event concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// All parties.
    All,
    /// The party at this position of the tie.
    One(u8),
    /// A body that is not a party of the tie.
    Stranger,
}

impl Side {
    pub(crate) const fn concerns(self, side: usize) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one as usize == side,
            Self::Stranger => false,
        }
    }
}

/// What a source says of the beginning of a tie that it says stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Start {
    /// It began on that date.
    Dated,
    /// Nothing; it stood on that day, or all through that year.
    Standing,
    /// It began nobody knows when: it reaches back to the first trace of the tie.
    Unknown,
}

/// What happened. The order settles what comes first on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// The tie is said to have stood until here.
    StoodUntil,
    /// The tie is said to stand from here.
    Stands { class: TieClass, start: Start },
    /// An act.
    Act(ActKind),
    /// The term of the instrument signed on that day ends here, unless it was renewed since.
    TermEnds { signed: i32 },
    /// A contact.
    Contact { kind: ActivityKind, light: bool },
    /// No contact from here to the end of the event.
    NoContact,
    /// A carrier, by its position in the tie's list.
    Carrier { event: CarrierEvent, carrier: u32 },
    /// A listing, by the registry's number.
    Listing { status: ListingStatus, registry: u32 },
}

/// One event of a tie.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    /// The day it takes effect in a view: the middle of the days it may mean.
    pub at: i32,
    /// The first day it may mean.
    pub earliest: i32,
    /// The last day it may mean.
    pub latest: i32,
    /// The last day of what went on; [`NEVER`] for what happened once or has no end.
    pub until: i32,
    /// The day its source said it, whatever reviews came later.
    pub said: i32,
    /// The day from which it is known.
    pub known_from: i32,
    /// The day from which it no longer counts.
    pub known_until: i32,
    /// The claim it comes from.
    pub claim: u32,
    /// The source of that claim.
    pub source: u32,
    /// How far the claim carries.
    pub grade: Grade,
    /// Whom it concerns.
    pub side: Side,
    /// What happened.
    pub what: What,
}

impl Event {
    pub(crate) const fn is_known(&self, known_on: i32) -> bool {
        self.known_from <= known_on && known_on < self.known_until
    }

    /// Whether it says that the tie stands, and nobody knows since when.
    pub(crate) const fn start_is_unknown(&self) -> bool {
        matches!(self.what, What::Stands { start: Start::Unknown, .. })
    }

    /// Whether a source of this grade can show that a tie is in force.
    pub(crate) const fn is_strong(&self) -> bool {
        !matches!(self.grade, Grade::List | Grade::Unsourced)
    }
}

/// Earliest, middle and latest day of a date.
fn bounds(date: &model::PartialDate) -> (i32, i32, i32) {
    let (first, last) = (day_number(date.earliest()), day_number(date.latest()));
    (first, first + (last - first) / 2, last)
}

/// When a claim's fact took effect: earliest, middle, latest, and the last day it holds.
pub(crate) struct When {
    pub earliest: i32,
    pub at: i32,
    pub latest: i32,
    pub until: i32,
}

impl When {
    /// The days of something that happened or held during `held`; when nobody knows its beginning, it counts from `said`.
    pub(crate) fn of(held: &Period, said: i32) -> Self {
        let until = match held.end() {
            Edge::At(date) if held.as_date().is_none() => bounds(&date).2,
            _ => NEVER,
        };
        match held.start() {
            Edge::At(date) => {
                let (earliest, middle, latest) = bounds(&date);
                Self { earliest, at: middle, latest, until }
            }
            Edge::Open | Edge::Unknown => {
                let at = said.min(until);
                Self { earliest: ALWAYS, at, latest: at, until }
            }
        }
    }
}

/// Whether a period gives no date at all.
fn is_undated(held: &Period) -> bool {
    !matches!(held.start(), Edge::At(_)) && !matches!(held.end(), Edge::At(_))
}

/// The last day that a source speaking on `said` can vouch for: the end it gives, or the day it spoke.
fn vouched_until(held: &Period, said: i32) -> i32 {
    match held.end() {
        Edge::At(date) => bounds(&date).2,
        Edge::Open | Edge::Unknown => said,
    }
}

/// What the fold must look up to make events.
pub(crate) trait Places {
    /// The position of a party among the tie's parties.
    fn side_of(&self, party: &PartyId) -> Side;
    /// The position of a carrier among the tie's.
    fn carrier(&mut self, name: &str) -> u32;
    /// The number of a registry.
    fn registry(&mut self, name: &str) -> u32;
}

/// Makes the events of a claim about a tie; other facts make none.
pub(crate) fn events_of(claim: &Claim, base: Event, said: i32, places: &mut impl Places) -> [Option<Event>; 2] {
    let when = When::of(&claim.held, said);
    let event = Event { at: when.at, earliest: when.earliest, latest: when.latest, until: when.until, ..base };
    match &claim.fact {
        Fact::TieStands { class, .. } => stands(claim, event, *class),
        Fact::Act(act) => {
            let side = act.party.as_ref().map_or(Side::All, |party| places.side_of(party));
            let first = Event { side, what: What::Act(act.kind), until: NEVER, ..event };
            let term = act.instrument.as_ref().and_then(|instrument| instrument.term_end);
            let second = term.map(|end| {
                let (earliest, middle, latest) = bounds(&end);
                let what = What::TermEnds { signed: event.at };
                Event { at: middle, earliest, latest, until: NEVER, side, what, ..base }
            });
            [Some(first), second]
        }
        Fact::Activity(activity) => {
            // Without a date, or on a bare list, it shows that something happened, not that the tie lives.
            let light = activity.light || is_undated(&claim.held) || !base.is_strong();
            let goes_on = claim.held.as_date().is_none();
            let until = if goes_on { vouched_until(&claim.held, said).max(event.at) } else { NEVER };
            [Some(contact(activity, light, Event { until, ..event }, places)), None]
        }
        Fact::NoContact => {
            let until = vouched_until(&claim.held, said);
            [Some(Event { side: Side::All, what: What::NoContact, until, ..event }), None]
        }
        Fact::Carrier(carrier) => {
            let side = places.side_of(&carrier.party);
            let what = What::Carrier { event: carrier.event, carrier: places.carrier(&carrier.name) };
            [Some(Event { side, what, ..event }), None]
        }
        Fact::Listing(listing) => {
            let what = What::Listing { status: listing.status, registry: places.registry(&listing.registry) };
            [Some(Event { side: Side::All, what, ..event }), None]
        }
        _ => [None, None],
    }
}

/// A tie said to stand: from the start of the period; a single date is a day or year during which it stood as a whole.
fn stands(claim: &Claim, event: Event, class: TieClass) -> [Option<Event>; 2] {
    let single = claim.held.as_date().is_some();
    let start = match claim.held.start() {
        Edge::At(_) if single => Start::Standing,
        Edge::At(_) => Start::Dated,
        Edge::Unknown | Edge::Open => Start::Unknown,
    };
    let at = if single { event.earliest } else { event.at };
    let first = Event { at, until: NEVER, side: Side::All, what: What::Stands { class, start }, ..event };
    let second = match claim.held.end() {
        Edge::At(end) if !single => {
            let (earliest, middle, latest) = bounds(&end);
            let what = What::StoodUntil;
            Some(Event { at: middle, earliest, latest, until: NEVER, side: Side::All, what, ..event })
        }
        _ => None,
    };
    [Some(first), second]
}

fn contact(activity: &Activity, light: bool, event: Event, places: &impl Places) -> Event {
    let side = match &activity.from {
        Some(from) => match places.side_of(from) {
            Side::Stranger => Side::All, // a third body brought them together
            side => side,
        },
        None => Side::All,
    };
    Event { side, what: What::Contact { kind: activity.kind, light }, ..event }
}

/// The day from which a claim is known: said, else read, else written down.
pub(crate) fn known_from(claim: &Claim, retrieved: Option<Date>, recorded: i32) -> i32 {
    match (&claim.said_on, retrieved) {
        (Some(said), _) => day_number(said.latest()),
        (None, Some(read)) => day_number(read),
        (None, None) => recorded,
    }
}
