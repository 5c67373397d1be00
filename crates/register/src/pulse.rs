//! Pulse: whether a tie lives, per direction and over all, by the rules of the field.
//!
//! People meeting proves life; a letter answered shows that it ticks over; a greeting, a jubilee or a list proves nothing.
//! Unknown is not dormant: silence counts only when enough sources spoke of the tie after its last contact, or one says that
//! there was none.

use model::ActivityKind;

use crate::as_of::{days_in_months, months_between};
use crate::axes::Pulse;
use crate::event::{Event, NEVER, What};
use crate::house::House;

/// What a contact shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    Life,
    Correspondence,
    Nothing,
}

/// What a contact of this kind shows.
pub(crate) const fn shows(kind: ActivityKind, light: bool) -> Shows {
    match kind {
        _ if light => Shows::Nothing,
        ActivityKind::Visit
        | ActivityKind::Exchange
        | ActivityKind::Forum
        | ActivityKind::Project
        | ActivityKind::Meeting
        | ActivityKind::Cultural
        | ActivityKind::Aid
        | ActivityKind::Online => Shows::Life,
        ActivityKind::Letter => Shows::Correspondence,
        ActivityKind::Greeting | ActivityKind::Vague => Shows::Nothing,
    }
}

/// The last contacts seen in one direction, or in any.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    /// Day and event of the last contact that shows life.
    pub life: Option<(i32, u32)>,
    /// Day and event of the last letter with reply.
    pub letter: Option<(i32, u32)>,
    /// The last contact that shows nothing.
    pub light: Option<u32>,
}

impl Seen {
    pub(crate) const NOTHING: Self = Self { life: None, letter: None, light: None };

    pub(crate) fn take(&mut self, idx: u32, event: &Event, true_on: i32) {
        let What::Contact { kind, light } = event.what else { return };
        // Something that went on counts until its end, or until the day asked for.
        let day = if event.until == NEVER { event.at } else { event.until.min(true_on).max(event.at) };
        let newer = |old: Option<(i32, u32)>| old.is_none_or(|(other, _)| other <= day);
        match shows(kind, light) {
            Shows::Life if newer(self.life) => self.life = Some((day, idx)),
            Shows::Correspondence if newer(self.letter) => self.letter = Some((day, idx)),
            Shows::Nothing => self.light = Some(idx),
            _ => {}
        }
    }

    /// Day and event of the last contact that counts.
    pub(crate) fn last(&self) -> Option<(i32, u32)> {
        self.life.max(self.letter)
    }
}

/// Why a pulse is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Because {
    /// A contact, so many months before.
    Contact { event: u32, months: u32 },
    /// A source says there was none since.
    SaidSilent { event: u32, months: u32 },
    /// Silence after that contact was seen by enough sources.
    Silence { event: u32, months: u32, n_sources: u32 },
    /// Too few sources spoke after that contact.
    TooFewSources { event: u32, n_sources: u32 },
    /// Only greetings and the like.
    OnlyLight { event: u32 },
    /// No contact is recorded.
    NeverSeen,
    /// The carrier is gone, and nothing came after.
    CarrierGone { event: u32 },
}

/// What else bears on silence: who spoke when.
pub(crate) struct Witness<'a> {
    events: &'a [Event],
    true_on: i32,
    known_on: i32,
    house: &'a House,
    /// The known statement that there was no contact up to the days before the day asked for, the longest one.
    said_silent: Option<(u32, &'a Event)>,
}

impl<'a> Witness<'a> {
    pub(crate) fn new(events: &'a [Event], true_on: i32, known_on: i32, house: &'a House) -> Self {
        let recent = true_on.saturating_sub(days_in_months(house.quiet_after_months));
        let said_silent = (0u32..)
            .zip(events)
            .filter(|(_, e)| e.what == What::NoContact && e.is_known(known_on) && e.is_strong())
            .filter(|(_, e)| e.at <= true_on && e.until >= recent)
            .min_by_key(|(_, e)| e.at);
        Self { events, true_on, known_on, house, said_silent }
    }

    /// How many different sources better than lists spoke after `day`; counts no further than the house asks.
    fn n_sources_after(&self, day: i32) -> u32 {
        let mut seen = smallvec::SmallVec::<[u32; 8]>::new();
        for event in self.events.iter().filter(|e| e.is_known(self.known_on) && e.is_strong() && e.said > day) {
            if !seen.contains(&event.source) {
                seen.push(event.source);
                if seen.len() as u64 >= u64::from(self.house.sources_for_silence) {
                    break;
                }
            }
        }
        u32::try_from(seen.len()).unwrap_or(u32::MAX)
    }
}

/// The pulse that these contacts show.
pub(crate) fn judge(seen: &Seen, witness: &Witness<'_>) -> (Pulse, Because) {
    let house = witness.house;
    let age = |day: i32| months_between(day, witness.true_on);
    if let Some((day, event)) = seen.life
        && age(day) <= house.quiet_after_months
    {
        return (Pulse::Alive, Because::Contact { event, months: age(day) });
    }
    if let Some((day, event)) = seen.letter
        && age(day) <= house.quiet_after_months
    {
        return (Pulse::TickingOver, Because::Contact { event, months: age(day) });
    }
    let silent = |months: u32| if months > house.dormant_after_months { Pulse::Dormant } else { Pulse::Quiet };
    let last = seen.last();
    if let Some((event, said)) = witness.said_silent {
        let months = age(last.map_or(said.at, |(day, _)| day.max(said.at)));
        if months > house.quiet_after_months {
            return (silent(months), Because::SaidSilent { event, months });
        }
    }
    let Some((day, event)) = last else {
        return (Pulse::Unknown, seen.light.map_or(Because::NeverSeen, |event| Because::OnlyLight { event }));
    };
    let n_sources = witness.n_sources_after(day.saturating_add(days_in_months(house.quiet_after_months)));
    if n_sources < house.sources_for_silence {
        return (Pulse::Unknown, Because::TooFewSources { event, n_sources });
    }
    (silent(age(day)), Because::Silence { event, months: age(day), n_sources })
}
