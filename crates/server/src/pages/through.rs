//! Through time: what stood on the day of a page, and what began, was suspended or ended in the span before it. The numbers
//! and their lists are in the page; `web/src/slider.js` makes them move.

use jiff::civil::Date;
use register::{AsOf, TieKey, Turn};

use crate::facets::{self, Tally};
use crate::filter::{Filter, address, kept_params};
use crate::messages::Messages;
use crate::shared::Snapshot;
use crate::views::Listed;

/// The first year of the slider when nobody says since when any tie stands.
const FIRST_YEAR: i32 = 1990;

/// A number with its list.
pub(super) struct Number {
    pub(super) word: &'static str,
    pub(super) label: String,
    pub(super) n: usize,
    pub(super) href: String,
}

/// What stands beside the slider.
pub(super) struct Through {
    /// Where the browser finds what each tie was from which day on.
    pub(super) changes: String,
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) today: Date,
    /// The ends of the slider, in months since January 1970.
    pub(super) first_month: i32,
    pub(super) last_month: i32,
    pub(super) stood: Vec<Number>,
    pub(super) turned: Vec<Number>,
    pub(super) on_day: String,
    pub(super) in_span: String,
    /// What the list is narrowed to, and where it is not.
    pub(super) only: Option<(String, String)>,
    /// What the form without a script keeps beside the two days.
    pub(super) kept: Vec<(&'static str, String)>,
}

impl Through {
    pub(super) fn new(snapshot: &Snapshot, listed: &Listed, filter: &Filter, tally: &Tally) -> Self {
        let (messages, as_of) = (Messages::current(), listed.view.as_of);
        let (from, to) = filter.span(as_of);
        let day = |day: Date| messages.day(day);
        let in_span = messages.with("through-span", &[("from", day(from).into()), ("day", day(to).into())]);
        let at_any_turn = Filter { turn: None, after: None, ..filter.clone() };
        let only = filter.turn.map(|turn| {
            let turned = messages.text(turn_key(turn));
            let args = [("turn", turned.into()), ("from", day(from).into()), ("day", day(to).into())];
            (messages.with("through-only", &args), address("/", &at_any_turn, as_of, snapshot, ""))
        });
        let kept = filter.params().into_iter().chain(kept_params(as_of, snapshot));
        Self {
            changes: address("/api/map/changes", &at_any_turn, as_of, snapshot, ""),
            from,
            to,
            today: snapshot.today,
            first_month: first_month(tally, from),
            last_month: month(to.max(snapshot.today)),
            stood: stood(snapshot, filter, as_of, tally),
            turned: turned(snapshot, listed, &at_any_turn),
            on_day: messages.with("through-day", &[("day", day(to).into())]),
            in_span,
            only,
            kept: kept.filter(|(name, value)| !matches!(*name, "from" | "true_on") && !value.is_empty()).collect(),
        }
    }

    /// The month of a day on the slider.
    pub(super) fn month(&self, day: &Date) -> i32 {
        month(*day)
    }
}

fn month(day: Date) -> i32 {
    (i32::from(day.year()) - 1970) * 12 + i32::from(day.month()) - 1
}

/// January of the first decade in which one of the ties began, or earlier when asked for.
fn first_month(tally: &Tally, from: Date) -> i32 {
    let decades = facets::NAMES.iter().zip(tally).find(|(name, _)| **name == "decade").map(|(_, counts)| counts);
    let years = decades.into_iter().flat_map(|counts| counts.keys()).filter_map(|year| year.parse::<i32>().ok());
    let first = years.min().unwrap_or(FIRST_YEAR);
    ((first - 1970) * 12).min(month(from))
}

/// How many ties had which standing, those without any left out.
fn stood(snapshot: &Snapshot, filter: &Filter, as_of: AsOf, tally: &Tally) -> Vec<Number> {
    let counts = facets::NAMES.iter().zip(tally).find(|(name, _)| **name == "standing").map(|(_, counts)| counts);
    let number = |standing: register::Standing| {
        let filter = Filter { standing: Some(standing), after: None, ..filter.clone() };
        Number {
            word: standing.word(),
            label: Messages::current().word("standing", standing.word()),
            n: counts.and_then(|counts| counts.get(standing.word())).copied().unwrap_or_default(),
            href: address("/", &filter, as_of, snapshot, ""),
        }
    };
    register::Standing::ALL.iter().rev().map(|standing| number(*standing)).collect()
}

/// How many ties began, were suspended and ended in the span.
fn turned(snapshot: &Snapshot, listed: &Listed, filter: &Filter) -> Vec<Number> {
    let (register, as_of) = (&*snapshot.register, listed.view.as_of);
    let span = filter.span(as_of);
    let ties = filter.apply(snapshot, listed);
    let all: Vec<Turn> = ties.iter().flat_map(|tie: &TieKey| register.turns(*tie, as_of.known_on, span)).collect();
    let number = |turn: Turn| {
        let filter = Filter { turn: Some(turn), from: Some(span.0), ..filter.clone() };
        Number {
            word: turn.word(),
            label: Messages::current().text(turn_key(turn)),
            n: all.iter().filter(|known| **known == turn).count(),
            href: address("/", &filter, as_of, snapshot, ""),
        }
    };
    Turn::ALL.into_iter().map(number).collect()
}

const fn turn_key(turn: Turn) -> &'static str {
    match turn {
        Turn::Began => "through-began",
        Turn::Suspended => "through-suspended",
        Turn::Ended => "through-ended",
    }
}
