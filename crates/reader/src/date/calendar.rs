//! Calendar expressions: day, month, year, weekday, season and decade in the orders that languages write them.

use super::atoms::Reading;
use super::table::{Role, Shift, Small, Unit};
use super::words::{Atom, Relative};

/// What one expression says, before anything is resolved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Monday is 1.
    pub weekday: Option<i8>,
    pub day: Option<i8>,
    pub month: Option<i8>,
    pub year: Option<Year>,
    /// Spring is 1.
    pub season: Option<i8>,
    /// Its first year.
    pub decade: Option<i16>,
    /// "last", "this", "next" beside a weekday, month or season.
    pub shift: Option<Shift>,
    /// "last week", "yesterday", "four years later".
    pub relative: Option<Relative>,
    /// Nothing but a number says that this is a date.
    pub is_bare: bool,
    /// Month and day may also be the other way around: 5/3.
    pub is_either_way: bool,
    /// "about" stands within it: "about two years ago".
    pub is_about: bool,
    /// Counted ahead with a word that also tells how long a thing took: "in two weeks".
    pub is_ahead: bool,
}

/// A year, stated or counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Known(i16),
    /// "last year", "the same year".
    Relative(Relative),
}

impl Reading<'_> {
    /// The calendar expression at a token and where it ends. `is_announced` when a word before it says that a date follows.
    pub(super) fn expression(&self, at: usize, is_announced: bool) -> Option<(usize, Parts)> {
        let (end, mut parts) = self
            .numeric(at, is_announced)
            .or_else(|| self.with_weekday(at, is_announced))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_alone(at, is_announced))
            .or_else(|| self.with_season(at, is_announced))
            .or_else(|| self.decade(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.with_relative(at))
            .or_else(|| self.after_shift(at))
            .or_else(|| self.year_alone(at, is_announced))?;
        let end = match self.find(end, shift_after) {
            Some((after, shift)) if parts.takes_shift() => {
                parts.shift = Some(shift);
                after
            }
            _ => end,
        };
        Some((end, parts))
    }

    /// "last Thursday", "this February", "el pasado 3 de mayo".
    fn after_shift(&self, at: usize) -> Option<(usize, Parts)> {
        let (next, shift) = self.find(at, shift_before)?;
        let (end, parts) = self
            .with_weekday(next, true)
            .or_else(|| self.day_and_month(next))
            .or_else(|| self.month_alone(next, true))
            .or_else(|| self.with_season(next, true))?;
        // "The last Friday of May" is not counted from publication.
        let is_nth = parts.weekday.is_none() && self.weekday(next).is_some();
        let shift = Some(shift).filter(|_| !is_nth);
        (parts.takes_shift() || is_nth).then_some((end, Parts { shift, ..parts }))
    }

    /// "last week", and "last week on Tuesday".
    fn with_relative(&self, at: usize) -> Option<(usize, Parts)> {
        let (end, relative) = self.relative(at)?;
        let next =
            self.find(end, |atom| matches!(atom, Atom::Cue(Role::On)).then_some(())).map_or(end, |(end, ())| end);
        // "Yesterday, Wednesday" says the same twice.
        let named = if relative.unit == Unit::Day { self.weekday(end) } else { None };
        let day = if relative.unit == Unit::Week { self.weekday(next) } else { None };
        let parts = Parts { relative: Some(relative), weekday: day.map(|(_, weekday)| weekday), ..Parts::default() };
        Some((named.or(day).map_or(end, |(end, _)| end), parts))
    }

    /// The full name of a weekday.
    fn weekday(&self, at: usize) -> Option<(usize, i8)> {
        self.find(at, |atom| match atom {
            Atom::Weekday { weekday, is_short: false } => Some(weekday),
            _ => None,
        })
    }

    /// A weekday with what follows: a date, "last week", a part of the day, or nothing.
    fn with_weekday(&self, at: usize, is_announced: bool) -> Option<(usize, Parts)> {
        let (end, (weekday, is_short)) = self.find(at, |atom| match atom {
            Atom::Weekday { weekday, is_short } => Some((weekday, is_short)),
            _ => None,
        })?;
        let of_weekday = Parts { weekday: Some(weekday), ..Parts::default() };
        let after_dot = if is_short && self.is_mark(end, ".") { end + 1 } else { end };
        let after_comma = after_dot + usize::from(self.is_mark(after_dot, ","));
        let next = self.skip(self.skip(after_comma, Small::Joint), Small::Part);
        if let Some((end, date)) = self.day_and_month(next).or_else(|| self.numeric(next, true)) {
            return Some((end, Parts { weekday: Some(weekday), ..date }));
        }
        if let Some((end, day)) = self.day(next).filter(|(end, _)| self.is_day_alone(next, *end)) {
            return Some((end, Parts { day: Some(day), ..of_weekday }));
        }
        let in_month = self.small(end, Small::Joint).and_then(|next| self.month_alone(next, true));
        if in_month.is_some() {
            // "The first Friday of May": which day that is, is not counted here.
            return in_month;
        }
        let habits = &self.words.habits;
        let is_name = if habits.capital_names { self.is_capital(at) } else { at == 0 || !self.is_capital(at) };
        if is_short || !is_name || habits.weekday_needs_cue && !is_announced {
            return None;
        }
        let day = self.find(end, |atom| matches!(atom, Atom::Unit(Unit::Day)).then_some(()));
        let end = day.map_or(end, |(end, ())| end);
        if let Some((end, relative)) = self.relative(self.skip(end, Small::Joint))
            && matches!(relative.unit, Unit::Week | Unit::Day)
        {
            return Some((end, Parts { relative: Some(relative), ..of_weekday }));
        }
        Some((end, of_weekday))
    }

    /// "3 May 2019", "the 3rd of May", "May 3, 2019", "le 1er mars", "3 этого месяца".
    pub(super) fn day_and_month(&self, at: usize) -> Option<(usize, Parts)> {
        self.day_first(at).or_else(|| if self.words.habits.month_first { self.month_first(at) } else { None })
    }

    fn day_first(&self, at: usize) -> Option<(usize, Parts)> {
        let (end, day) = self.day(at)?;
        let next = end + usize::from(self.is_mark(end, ".") && !self.sentence.tokens[end].spaced);
        let next = self.skip(next, Small::Joint);
        let of_day = Parts { day: Some(day), ..Parts::default() };
        if let Some((end, month)) = self.month(next) {
            let (end, year) = self.year_after(end, true);
            return Some((end, Parts { month: Some(month), year, ..of_day }));
        }
        let (end, relative) = self.relative(next)?;
        (relative.unit == Unit::Month).then_some((end, Parts { relative: Some(relative), ..of_day }))
    }

    fn month_first(&self, at: usize) -> Option<(usize, Parts)> {
        let (end, month) = self.month(at)?;
        let (end, day) = self.day(self.skip(end, Small::Joint))?;
        // "May 3:30" and "May 20,000" are no days; "May 1-3" is.
        if self.is_mark(end, ":") {
            return None;
        }
        let (end, year) = self.year_after(end, true);
        Some((end, Parts { day: Some(day), month: Some(month), year, ..Parts::default() }))
    }

    /// A month with a year, or alone where a word announces it.
    fn month_alone(&self, at: usize, is_announced: bool) -> Option<(usize, Parts)> {
        let (end, (month, is_short)) = self.find(at, |atom| match atom {
            Atom::Month { month, is_short } => Some((month, is_short)),
            _ => None,
        })?;
        if self.words.habits.capital_names && !self.is_capital(at) {
            return None;
        }
        let has_dot = self.is_mark(end, ".") && !self.sentence.tokens[end].spaced;
        let after_dot = if is_short && has_dot { end + 1 } else { end };
        let (after_year, year) = self.year_after(after_dot, true);
        let of_month = Parts { month: Some(month), year, ..Parts::default() };
        if year.is_some() {
            return Some((after_year, of_month));
        }
        let is_sure = is_announced || self.find(end, shift_after).is_some();
        (is_sure && (!is_short || has_dot)).then_some((after_dot, of_month))
    }

    fn with_season(&self, at: usize, is_announced: bool) -> Option<(usize, Parts)> {
        let (end, season) = self.find(at, |atom| if let Atom::Season(season) = atom { Some(season) } else { None })?;
        let (end, year) = self.year_after(end, false);
        let is_meant = is_announced || self.words.habits.bare_season || self.find(end, shift_after).is_some();
        (is_meant || year.is_some()).then_some((end, Parts { season: Some(season), year, ..Parts::default() }))
    }

    /// A month's name, with its full stop when one belongs to it.
    fn month(&self, at: usize) -> Option<(usize, i8)> {
        let (end, month) =
            self.find(at, |atom| if let Atom::Month { month, .. } = atom { Some(month) } else { None })?;
        if self.words.habits.capital_names && !self.is_capital(at) {
            return None;
        }
        let has_dot = self.is_mark(end, ".") && !self.sentence.tokens[end].spaced;
        let is_inner = has_dot && (self.digits(end + 1).is_some() || self.is_mark(end + 1, ","));
        Some((end + usize::from(is_inner), month))
    }

    /// A day of the month: 1 to 31 as digits or ordinal.
    pub(super) fn day(&self, at: usize) -> Option<(usize, i8)> {
        let (end, number) = self.ordinal(at).or_else(|| self.number(at, 2).map(|number| (at + 1, number)))?;
        let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
        Some((end, day))
    }

    /// Whether a number that may be a day counts nothing and is no time: "jueves 15", not "Friday 15:00" or "Monday 40 people".
    pub(super) fn is_day_alone(&self, at: usize, end: usize) -> bool {
        let Some(next) = self.sentence.tokens.get(end) else { return true };
        if !is_letters(next.kind) {
            return !next.spaced
                && !matches!(self.sentence.word(end), ":" | "-" | "/" | "%" | "'")
                && !self.is_joined(end);
        }
        let is_noun = next.is_capital == self.words.habits.capital_nouns;
        let is_counted = is_noun && self.small(end, Small::AfterYear).is_none();
        !self.is_joined(end) && self.small(end, Small::NotAfterYear).is_none() && (end > at + 1 || !is_counted)
    }

    /// A fixed phrase ("yesterday") or a unit with a shift before or after it ("last week", "la semaine dernière").
    pub(super) fn relative(&self, at: usize) -> Option<(usize, Relative)> {
        let unit = |at| self.find(at, |atom| if let Atom::Unit(unit) = atom { Some(unit) } else { None });
        let fixed = self.find(at, |atom| if let Atom::Relative(relative) = atom { Some(relative) } else { None });
        let shifted = self.find(at, shift_before).and_then(|(next, shift)| {
            let (end, unit) = unit(next)?;
            Some((end, relative_of(shift, unit)?))
        });
        let unit_first = || {
            let (next, unit) = unit(at)?;
            let (end, shift) = self.find(next, shift_after)?;
            Some((end, relative_of(shift, unit)?))
        };
        let (end, relative) = match (fixed, shifted.or_else(unit_first)) {
            (Some(fixed), Some(shifted)) => Some(if fixed.0 >= shifted.0 { fixed } else { shifted }),
            (fixed, shifted) => fixed.or(shifted),
        }?;
        // "des Jahres 1990" and "del mes de mayo" name what they mean.
        let is_named = match relative.unit {
            Unit::Year => self.known_year(end).is_some(),
            Unit::Month => self.month(self.skip(end, Small::Joint)).is_some(),
            _ => false,
        };
        if is_named { None } else { Some((end, relative)) }
    }
}

impl Parts {
    const fn takes_shift(&self) -> bool {
        (self.weekday.is_some() || self.month.is_some() || self.season.is_some())
            && self.year.is_none()
            && self.shift.is_none()
            && self.relative.is_none()
    }

    /// Nothing but a day, which takes its month from the other end of a span.
    pub(super) const fn of_day(day: i8) -> Self {
        Self {
            weekday: None,
            day: Some(day),
            month: None,
            year: None,
            season: None,
            decade: None,
            shift: None,
            relative: None,
            is_bare: true,
            is_either_way: false,
            is_about: false,
            is_ahead: false,
        }
    }
}

const fn is_letters(kind: crate::text::TokenKind) -> bool {
    matches!(kind, crate::text::TokenKind::Word)
}

const fn shift_before(atom: Atom) -> Option<Shift> {
    if let Atom::ShiftBefore(shift) = atom { Some(shift) } else { None }
}

const fn shift_after(atom: Atom) -> Option<Shift> {
    if let Atom::ShiftAfter(shift) = atom { Some(shift) } else { None }
}

/// "last" and "week" together. "The last day" is a day of something else, not yesterday.
fn relative_of(shift: Shift, unit: Unit) -> Option<Relative> {
    let (from_previous, by) = match shift {
        Shift::Last => (false, -1),
        Shift::This => (false, 0),
        Shift::Next => (false, 1),
        Shift::Same => (true, 0),
        Shift::Following => (true, 1),
        Shift::Preceding => (true, -1),
    };
    let is_meant = from_previous || !matches!(unit, Unit::Day | Unit::Decade | Unit::Century);
    is_meant.then_some(Relative { from_previous, unit, by })
}
