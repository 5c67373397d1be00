//! What our own map reads: each party once with its place, and ties as positions in that list. The browser draws the lines.
//!
//! It is a fiftieth of the same ties as lines. Rows are arrays, not objects, for the same reason: a register of 20,000 ties
//! is less than a megabyte. A tie's id is the ids of its parties joined by `~`, its name their names joined by `separator`,
//! its page `/ties/`, the id, and `days`; of a party likewise.

use jiff::civil::Date;
use model::TieClass;
use register::{PartyKey, Pulse, Register, Standing, TieKey, View};
use rustc_hash::FxHashMap;
use serde::Serialize;
use utoipa::ToSchema;

use super::map::{Position, place_of, position};
use super::words::{AsOfDto, as_of};
use crate::messages::Messages;
use formats::arc::Point;

/// Ties for a map.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PointsDto {
    /// The days asked for.
    pub as_of: AsOfDto,
    /// What to put at the end of every address, such as `?true_on=2020-11-29`.
    pub days: String,
    /// What stands between the names of the parties of a tie.
    pub separator: String,
    /// The words of standing.
    #[schema(value_type = Vec<String>)]
    pub standings: Vec<&'static str>,
    /// The words of pulse.
    #[schema(value_type = Vec<String>)]
    pub pulses: Vec<&'static str>,
    /// The words of class; the empty one is that of ties whose class is not known.
    #[schema(value_type = Vec<String>)]
    pub classes: Vec<&'static str>,
    /// The parties: id, name, longitude and latitude (WGS 84, degrees), or null for what has no place.
    #[schema(value_type = Vec<Vec<serde_json::Value>>)]
    pub parties: Vec<(String, String, Option<Position>)>,
    /// The ties: the positions of standing, pulse and class in their lists, then of each party in `parties`.
    pub ties: Vec<Vec<u32>>,
    /// How many ties cannot be drawn, because fewer than two of their parties have a place on the map.
    pub n_not_drawn: usize,
    /// Where asked for, what each tie was from which day on: standing and class before every event, then, change by change,
    /// the day (days since 1970-01-01), standing and class.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Vec<i32>>,
}

/// These ties, drawn or not; `days` is put at the end of every address.
#[must_use]
pub fn points(register: &Register, view: &View, ties: &[TieKey], days: &str) -> PointsDto {
    let messages = Messages::current();
    let mut positions: FxHashMap<PartyKey, u32> = FxHashMap::default();
    let mut parties = Vec::new();
    let mut rows = Vec::with_capacity(ties.len());
    for key in ties {
        let state = view.state(*key);
        let mut row = Vec::with_capacity(5);
        row.extend([at(Standing::ALL, &state.standing), at(Pulse::ALL, &state.pulse), class_at(state.class)]);
        for party in register.tie(*key).parties() {
            row.push(*positions.entry(*party).or_insert_with(|| {
                parties.push((
                    register.party(*party).id().to_string(),
                    messages.shown_name(register, *party).to_owned(),
                    place_of(register, *party).map(position),
                ));
                u32::try_from(parties.len() - 1).expect("fewer than four thousand million parties")
            }));
        }
        rows.push(row);
    }
    PointsDto {
        as_of: as_of(view.as_of),
        days: days.to_owned(),
        separator: messages.text("names-separator"),
        standings: Standing::ALL.iter().map(|value| value.word()).collect(),
        pulses: Pulse::ALL.iter().map(|value| value.word()).collect(),
        classes: std::iter::once("").chain(TieClass::WORDS.iter().copied()).collect(),
        parties,
        ties: rows,
        n_not_drawn: n_not_drawn(register, ties),
        changes: Vec::new(),
    }
}

/// The same with what each tie was from which day on, as known on a day.
#[must_use]
pub fn points_through_time(register: &Register, view: &View, ties: &[TieKey], days: &str) -> PointsDto {
    let changes = ties.iter().map(|tie| changes(register, *tie, view.as_of.known_on)).collect();
    PointsDto { changes, ..points(register, view, ties, days) }
}

/// How many of these ties cannot be drawn.
pub(crate) fn n_not_drawn(register: &Register, ties: &[TieKey]) -> usize {
    let is_drawn = |tie: &&TieKey| {
        let mut points = register.tie(**tie).parties().iter().filter_map(|party| place_of(register, *party));
        points.next().is_some_and(|first: Point| points.any(|other| other != first))
    };
    ties.len() - ties.iter().filter(is_drawn).count()
}

fn changes(register: &Register, tie: TieKey, known_on: Date) -> Vec<i32> {
    let mut row = Vec::new();
    for change in register.changes(tie, known_on) {
        row.extend(change.day);
        let words = [at(Standing::ALL, &change.standing), class_at(change.class)];
        row.extend(words.map(|word| i32::try_from(word).expect("lists of words are short")));
    }
    row
}

/// The position of a word in its list.
fn at<T: PartialEq>(all: &[T], value: &T) -> u32 {
    let place = all.iter().position(|known| known == value).unwrap_or_default();
    u32::try_from(place).expect("lists of words are short")
}

/// The position of a class after the empty word.
fn class_at(class: Option<TieClass>) -> u32 {
    class.map_or(0, |class| at(TieClass::WORDS, &class.word()) + 1)
}
