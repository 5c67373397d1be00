//! Carrier health: the life of the bodies that do the work, beside the life of the agreement.

use std::cmp::Reverse;

use model::CarrierEvent;
use smallvec::SmallVec;

use crate::axes::CarrierHealth;
use crate::event::{Event, Side, What};

/// The last thing known of one carrier.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Last {
    /// The carrier's position in the tie's list.
    pub carrier: u32,
    /// The side it works for.
    pub side: Side,
    /// What happened.
    pub kind: CarrierEvent,
    /// The day.
    pub at: i32,
    /// The event.
    pub event: u32,
}

impl Last {
    /// How far from work: at work, resting, gone.
    const fn rank(&self) -> u8 {
        match self.kind {
            CarrierEvent::Founded | CarrierEvent::Active | CarrierEvent::Succeeded => 0,
            CarrierEvent::ActivitySuspended => 1,
            CarrierEvent::Dissolved => 2,
        }
    }
}

/// The last event of each carrier of a tie.
#[derive(Debug, Clone, Default)]
pub(crate) struct Carriers(SmallVec<[Last; 2]>);

impl Carriers {
    pub(crate) fn take(&mut self, idx: u32, event: &Event) {
        let What::Carrier { event: kind, carrier } = event.what else { return };
        let new = Last { carrier, side: event.side, kind, at: event.at, event: idx };
        match self.0.iter_mut().find(|known| known.carrier == carrier && known.side == event.side) {
            // What is dissolved stays so until it is founded anew or succeeded.
            Some(old) if old.kind == CarrierEvent::Dissolved && !is_beginning(kind) => {}
            Some(old) => *old = new,
            None => self.0.push(new),
        }
    }

    /// The health on one side, by the carrier best at work, and the event that shows it.
    pub(crate) fn health(&self, side: usize, contact_is_recent: bool) -> (CarrierHealth, Option<u32>) {
        let of_side = self.0.iter().filter(|last| last.side.concerns(side));
        // Between equals the latest event; within a day the first in the order of the tie's events.
        let Some(best) = of_side.min_by_key(|last| (last.rank(), Reverse(last.at), last.event)) else {
            return (CarrierHealth::NoneKnown, None);
        };
        let health = match best.rank() {
            0 if contact_is_recent => CarrierHealth::Strong,
            0 => CarrierHealth::Thin,
            1 => CarrierHealth::ActivitySuspended,
            _ => CarrierHealth::Dissolved,
        };
        (health, Some(best.event))
    }

    /// The dissolution that left a side without any carrier, with its day; the earliest when several sides lost theirs.
    pub(crate) fn gone(&self, n_sides: usize) -> Option<(i32, u32)> {
        let gone_on = |side: usize| {
            let of_side = || self.0.iter().filter(move |last| last.side.concerns(side));
            let all_gone = of_side().all(|last| last.kind == CarrierEvent::Dissolved);
            if all_gone { of_side().map(|last| (last.at, last.event)).max() } else { None }
        };
        (0..n_sides).filter_map(gone_on).min()
    }

    /// Every carrier with its last event.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Last> {
        self.0.iter()
    }
}

const fn is_beginning(kind: CarrierEvent) -> bool {
    matches!(kind, CarrierEvent::Founded | CarrierEvent::Succeeded)
}
