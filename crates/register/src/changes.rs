//! When the standing of a tie changed: the days between which nothing about it did, as known on one day. What a time slider
//! needs to show any day without asking again.
//!
//! A change takes effect where a view lets it take effect, in the middle of the days that a date may mean, because the views
//! themselves are asked: a tie can change only on the days of its events.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use model::TieClass;

use crate::as_of::day_number;
use crate::axes::Standing;
use crate::event::ALWAYS;
use crate::fold::Register;
use crate::keys::TieKey;

/// What a tie was from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The first day, as days since 1970-01-01; `None` for what was before every event.
    pub day: Option<i32>,
    /// The standing from then on: the gravest of all sides, as in a view.
    pub standing: Standing,
    /// The class from then on.
    pub class: Option<TieClass>,
}

/// What a change of standing means for a tie as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// It began, or began again after an end.
    Began,
    /// A side suspended it.
    Suspended,
    /// It ended: a side ended it, its term ran out, or a party was replaced.
    Ended,
}

impl Turn {
    /// Every turn, in the order to show.
    pub const ALL: [Self; 3] = [Self::Began, Self::Suspended, Self::Ended];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|turn| turn.word() == text)
    }

    /// What a change from one standing to another means; `None` for what is no turn, such as a tie first shown in force by a
    /// source that does not say since when.
    ///
    /// ```
    /// use register::{Standing, Turn};
    /// assert_eq!(Turn::of(Standing::None, Standing::InForce), Some(Turn::Began));
    /// assert_eq!(Turn::of(Standing::Unknown, Standing::InForce), None); // it may have stood long before
    /// ```
    #[must_use]
    pub const fn of(before: Standing, after: Standing) -> Option<Self> {
        use Standing as S;
        match (before, after) {
            (S::Suspended, S::Suspended) => None,
            (_, S::Suspended) => Some(Self::Suspended),
            (S::None | S::Ended | S::Expired | S::Superseded, S::Ended | S::Expired | S::Superseded) => None,
            (_, S::Ended | S::Expired | S::Superseded) => Some(Self::Ended),
            (S::Contact | S::Intent | S::InApproval, S::InForce) => Some(Self::Began),
            (S::None | S::Ended | S::Expired | S::Superseded, S::Unknown | S::Contact | S::InForce | S::Contested) => {
                Some(Self::Began)
            }
            _ => None,
        }
    }
}

impl Register {
    /// What a tie was from which day on, as known on a day: first what was before every event, then each day on which its
    /// standing or class became another. Empty when nothing was known of it. `O(events²)`, with a handful of events.
    #[must_use]
    pub fn changes(&self, tie: TieKey, known_on: Date) -> Vec<Change> {
        self.changes_within(tie, day_number(known_on), i32::MIN..=i32::MAX)
    }

    /// The turns of a tie after `from` until `to`, both days included but the first, each once. Cheap when nothing about it is
    /// dated in between.
    #[must_use]
    pub fn turns(&self, tie: TieKey, known_on: Date, (from, to): (Date, Date)) -> Vec<Turn> {
        let changes = self.changes_within(tie, day_number(known_on), day_number(from) + 1..=day_number(to));
        let turn = |pair: &[Change]| Turn::of(pair[0].standing, pair[1].standing);
        let mut turns: Vec<Turn> = changes.windows(2).filter_map(turn).collect();
        turns.sort_unstable();
        turns.dedup();
        turns
    }

    /// What a tie was before these days, and from which of them on. Empty when nothing known is dated within them.
    fn changes_within(&self, tie: TieKey, known_on: i32, within: RangeInclusive<i32>) -> Vec<Change> {
        let case = self.case(tie);
        let known = case.events.iter().filter(|event| event.is_known(known_on) && event.at > ALWAYS);
        let mut days: Vec<i32> = known.map(|event| event.at).filter(|day| within.contains(day)).collect();
        days.sort_unstable();
        days.dedup();
        let Some(first) = days.first() else { return Vec::new() };
        let before = first.saturating_sub(1);
        let mut changes: Vec<Change> = Vec::with_capacity(days.len() + 1);
        for (day, at) in std::iter::once((None, before)).chain(days.iter().map(|day| (Some(*day), *day))) {
            let state = case.state(&case.judge(at, known_on, self.house()));
            let change = Change { day, standing: state.standing, class: state.class };
            if changes.last().is_none_or(|last| (last.standing, last.class) != (change.standing, change.class)) {
                changes.push(change);
            }
        }
        changes
    }
}
