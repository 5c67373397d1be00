//! A language's words for dates, ready for looking up.

use std::str::FromStr;

use super::table::{Count, Habits, Role, Shift, Small, Table, Unit, Words};
use crate::language::phrase::{Phrase, Phrases};

/// A language's words for dates.
#[derive(Debug)]
pub(crate) struct DateWords {
    pub(super) atoms: Phrases<Atom>,
    pub(super) habits: Habits,
    pub(super) future_endings: Vec<String>,
    pub(super) past_endings: Vec<String>,
}

/// What a phrase can mean in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Atom {
    Month {
        month: i8,
        is_short: bool,
    },
    /// Monday is 1.
    Weekday {
        weekday: i8,
        is_short: bool,
    },
    Season(i8),
    Decade(i16),
    Number(u32),
    Ordinal(u32),
    Unit(Unit),
    Units(Unit),
    ShiftBefore(Shift),
    ShiftAfter(Shift),
    Relative(Relative),
    Cue(Role),
    Small(Small),
    Count(Count),
    Years(u32),
    Jubilee(u32),
    Lasting(u32),
    Future,
    Past,
}

/// So many units from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relative {
    pub from_previous: bool,
    pub unit: Unit,
    pub by: i32,
}

impl DateWords {
    /// Reads the `[date]` section of a language's table.
    ///
    /// # Errors
    /// What is wrong with the section, for the one who wrote it.
    pub(crate) fn load(table: &toml::Table) -> Result<Self, String> {
        let table: Table = table.clone().try_into().map_err(|fault| format!("[date] {fault}"))?;
        let mut made = Builder(Vec::new());
        made.calendar(&table)?;
        made.numbered(&table.number, &Atom::Number)?;
        made.numbered(&table.ordinal, &Atom::Ordinal)?;
        made.numbered(&table.decade, &Atom::Decade)?;
        made.numbered(&table.years, &Atom::Years)?;
        made.numbered(&table.jubilee, &Atom::Jubilee)?;
        made.numbered(&table.lasting, &Atom::Lasting)?;
        made.keyed(&table.unit, Atom::Unit);
        made.keyed(&table.units, Atom::Units);
        made.keyed(&table.shift_before, Atom::ShiftBefore);
        made.keyed(&table.shift_after, Atom::ShiftAfter);
        made.keyed(&table.cue, Atom::Cue);
        made.keyed(&table.small, Atom::Small);
        made.keyed(&table.count, Atom::Count);
        made.relative(&table.relative, false)?;
        made.relative(&table.from_previous, true)?;
        made.list(&table.tense.future, Atom::Future);
        made.list(&table.tense.past, Atom::Past);
        let folded = |list: &[String]| list.iter().map(|word| gazetteer::fold(word)).collect();
        let mut habits = table.habits;
        habits.ordinal_suffix = folded(&habits.ordinal_suffix);
        habits.decade_suffix = folded(&habits.decade_suffix);
        Ok(Self {
            atoms: Phrases::new(made.0),
            habits,
            future_endings: folded(&table.tense.future_endings),
            past_endings: folded(&table.tense.past_endings),
        })
    }
}

struct Builder(Vec<(Phrase, Atom)>);

impl Builder {
    fn list(&mut self, list: &[String], atom: Atom) {
        self.0.extend(list.iter().map(|text| (Phrase::parse(text), atom)));
    }

    fn keyed<K: Copy>(&mut self, words: &Words<K>, atom: impl Fn(K) -> Atom) {
        for (key, list) in words {
            self.list(list, atom(*key));
        }
    }

    fn numbered<N: FromStr>(&mut self, words: &Words<String>, atom: &dyn Fn(N) -> Atom) -> Result<(), String> {
        for (key, list) in words {
            let number = key.parse().map_err(|_| format!("[date] key {key:?} is no number"))?;
            self.list(list, atom(number));
        }
        Ok(())
    }

    fn calendar(&mut self, table: &Table) -> Result<(), String> {
        for (words, is_short) in [(&table.month, false), (&table.month_short, true)] {
            within(words, 12)?;
            self.numbered(words, &|month| Atom::Month { month, is_short })?;
        }
        for (words, is_short) in [(&table.weekday, false), (&table.weekday_short, true)] {
            within(words, 7)?;
            self.numbered(words, &|weekday| Atom::Weekday { weekday, is_short })?;
        }
        within(&table.season, 4)?;
        self.numbered(&table.season, &Atom::Season)
    }

    fn relative(&mut self, words: &Words<String>, from_previous: bool) -> Result<(), String> {
        for (key, list) in words {
            let relative = relative(key, from_previous).ok_or_else(|| format!("[date] {key:?} is not like day-1"))?;
            self.list(list, Atom::Relative(relative));
        }
        Ok(())
    }
}

/// Keys from 1 to `most`, so that no month is the thirteenth.
fn within(words: &Words<String>, most: u8) -> Result<(), String> {
    match words.keys().find(|key| !key.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number))) {
        Some(key) => Err(format!("[date] key {key:?} is not in 1..={most}")),
        None => Ok(()),
    }
}

fn relative(key: &str, from_previous: bool) -> Option<Relative> {
    let (unit, by) = key.split_at(key.find(['+', '-'])?);
    let unit = match unit {
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => return None,
    };
    Some(Relative { from_previous, unit, by: by.parse().ok()? })
}
