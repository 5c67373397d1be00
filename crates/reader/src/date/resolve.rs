//! The parts of a date into a date, by the day of publication and the date last spoken of.

use jiff::civil::{Date, Weekday};
use model::{PartialDate, Precision, Qualifier};

use super::calendar::{Parts, Year};
use super::context::Tense;
use super::table::{Shift, Unit};
use super::words::Relative;

/// What a date is resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    pub published: Option<PartialDate>,
    pub previous: Option<PartialDate>,
    pub tense: Option<Tense>,
}

/// How much farther away a date to come is felt to be when the sentence tells the past.
const AGAINST_PAST: i32 = 3;
/// The same for a date gone by when the sentence tells what will be; words of the future seldom stand there by chance.
const AGAINST_FUTURE: i32 = 6;
/// A weekday that fits no year nearer than this was a slip of the writer.
const FARTHEST_DAYS: i32 = 400;

impl Parts {
    /// The date meant; `None` when the text and the context do not say.
    pub(super) fn resolve(&self, context: &Context) -> Option<PartialDate> {
        if let Some(decade) = self.decade {
            return if self.is_bare { None } else { year_only(decade, Precision::Decade) };
        }
        let year = match self.year {
            Some(Year::Known(year)) => Some(year),
            Some(Year::Relative(relative)) => Some(relative.resolve(context)?.year()),
            None => None,
        };
        match (self.month, year) {
            (Some(month), Some(year)) => self.in_month(month, year, context),
            (Some(month), None) => self.without_year(month, context),
            (None, Some(year)) => year_only(year, Precision::Year),
            (None, None) => self.without_month(context),
        }
    }

    fn in_month(&self, month: i8, year: i16, context: &Context) -> Option<PartialDate> {
        let Some(day) = self.day else { return month_of(Date::new(year, month, 1).ok()?) };
        let stated = Date::new(year, month, day).ok()?;
        let other = if self.is_either_way { Date::new(year, day, month).ok() } else { None };
        let (Some(published), Some(other)) = (context.published, other) else { return Some(PartialDate::day(stated)) };
        let near = |date: Date| days_between(published.middle(), date).abs();
        Some(PartialDate::day(if near(other) < near(stated) { other } else { stated }))
    }

    /// A day and month, or a month, of the year nearest to publication that fits the weekday and the tense.
    fn without_year(&self, month: i8, context: &Context) -> Option<PartialDate> {
        let published = context.published.filter(|date| date.precision() >= Precision::Year)?;
        if published.precision() == Precision::Year {
            return self.in_month(month, published.year(), context);
        }
        let today = published.middle();
        let made = |year: i16| Date::new(year, month, self.day.unwrap_or(1)).ok();
        let years = |reach: i16| published.year().saturating_sub(reach)..=published.year().saturating_add(reach);
        let cost = |date: &Date| self.cost(*date, today, context.tense);
        let fitting = self.weekday.and_then(|weekday| {
            let fits = |date: &Date| date.weekday().to_monday_one_offset() == weekday;
            years(6).filter_map(made).filter(fits).min_by_key(|date| days_between(today, *date).abs())
        });
        let chosen = fitting
            .filter(|date| days_between(today, *date).abs() < FARTHEST_DAYS)
            .or_else(|| years(4).filter_map(made).min_by_key(cost))?;
        if self.day.is_some() { Some(PartialDate::day(chosen)) } else { month_of(chosen) }
    }

    /// How far a day or month is from the day of publication, as the words say it.
    fn cost(&self, date: Date, today: Date, tense: Option<Tense>) -> i32 {
        let days = match self.day {
            Some(_) => days_between(today, date),
            None if (date.year(), date.month()) == (today.year(), today.month()) => 0,
            None => days_between(today, date.saturating_add(jiff::Span::new().days(14))),
        };
        let is_against = match self.shift {
            Some(Shift::Last | Shift::Preceding) => days >= 0,
            Some(Shift::Next | Shift::Following) => days <= 0,
            Some(Shift::This) => date.year() != today.year(),
            _ => false,
        };
        let weight = match tense {
            Some(Tense::Past) if days > 0 => AGAINST_PAST,
            Some(Tense::Future) if days < 0 => AGAINST_FUTURE,
            _ => 1,
        };
        // What the shift excludes is chosen only when nothing else is there.
        let excluded = if is_against { 100_000 } else { 0 };
        excluded + days.abs() * weight
    }

    fn without_month(&self, context: &Context) -> Option<PartialDate> {
        if self.is_ahead && context.tense == Some(Tense::Past) {
            return None;
        }
        if let Some(relative) = self.relative {
            let anchor = relative.resolve(context);
            return match (self.weekday, self.day) {
                (Some(weekday), _) if relative.unit == Unit::Week => {
                    let monday = monday(relative.anchor(context)?.middle())?;
                    plus_days(monday, relative.by.checked_mul(7)?.checked_add(i32::from(weekday) - 1)?)
                        .map(PartialDate::day)
                }
                (_, Some(day)) => {
                    let month = anchor?.earliest();
                    Date::new(month.year(), month.month(), day).ok().map(PartialDate::day)
                }
                _ => anchor,
            };
        }
        if let Some(weekday) = self.weekday {
            return self.day.map_or_else(
                || self.on_weekday(weekday, context),
                |day| self.on_weekday_and_day(weekday, day, context),
            );
        }
        self.season.and_then(|season| self.in_season(season, context))
    }

    /// "Thursday the 15th": of the month nearest to publication in which it is one.
    fn on_weekday_and_day(&self, weekday: i8, day: i8, context: &Context) -> Option<PartialDate> {
        let today = context.published.filter(|date| date.precision() == Precision::Day)?.earliest();
        let is_meant = |date: &Date| date.day() == day && date.weekday().to_monday_one_offset() == weekday;
        let near = (-FARTHEST_DAYS..=FARTHEST_DAYS).filter_map(|days| plus_days(today, days)).filter(is_meant);
        near.min_by_key(|date| self.cost(*date, today, context.tense)).map(PartialDate::day)
    }

    fn on_weekday(&self, weekday: i8, context: &Context) -> Option<PartialDate> {
        let from_previous = matches!(self.shift, Some(Shift::Same | Shift::Following | Shift::Preceding));
        let anchor = if from_previous { context.previous } else { context.published };
        let today = anchor.filter(|date| date.precision() == Precision::Day)?.earliest();
        let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
        let is_forward = match self.shift {
            Some(Shift::Last | Shift::Preceding) => return today.nth_weekday(-1, weekday).ok().map(PartialDate::day),
            Some(Shift::Next | Shift::Following) => return today.nth_weekday(1, weekday).ok().map(PartialDate::day),
            Some(Shift::This | Shift::Same) => match context.tense {
                Some(tense) => tense == Tense::Future,
                // "This Friday" is the one to come unless the one gone by is much nearer.
                None => 2 * days_until(today, weekday) <= 3 * (7 - days_until(today, weekday)),
            },
            None => context.tense == Some(Tense::Future),
        };
        let found = if today.weekday() == weekday {
            today
        } else {
            today.nth_weekday(if is_forward { 1 } else { -1 }, weekday).ok()?
        };
        Some(PartialDate::day(found))
    }

    /// A season's year: its first, north of the equator. Which days it has there is not the text's to say.
    fn in_season(&self, season: i8, context: &Context) -> Option<PartialDate> {
        let published = context.published.filter(|date| date.precision() >= Precision::Month)?;
        let today = published.middle();
        let years = published.year().saturating_sub(1)..=published.year().saturating_add(1);
        let made = |year: i16| Date::new(year, season * 3, 1).ok();
        let middle = |date: &Date| plus_days(*date, 45).unwrap_or(*date);
        let chosen = years.filter_map(made).min_by_key(|date| {
            let in_it = (0..91).contains(&days_between(*date, today));
            let part = Self { day: Some(1), ..*self };
            let is_this = self.shift != Some(Shift::Last) && self.shift != Some(Shift::Next);
            if in_it && is_this { 0 } else { part.cost(middle(date), today, context.tense) }
        })?;
        year_only(chosen.year(), Precision::Year)
    }
}

impl Relative {
    fn anchor(self, context: &Context) -> Option<PartialDate> {
        // "In a week" with nothing told before is a week from now.
        let is_from_now = self.by > 0 && context.previous.is_none() && context.tense == Some(Tense::Future);
        if self.from_previous && !is_from_now { context.previous } else { context.published }
    }

    /// The date so many units from the day of publication or the date last spoken of. A week is as exact as its month.
    pub(super) fn resolve(self, context: &Context) -> Option<PartialDate> {
        let anchor = self.anchor(context)?;
        if self.from_previous && self.by == 0 && matches!(self.unit, Unit::Day | Unit::Week | Unit::Weekend) {
            return Some(anchor);
        }
        let needed = match self.unit {
            Unit::Day | Unit::Week | Unit::Weekend => Precision::Day,
            Unit::Month => Precision::Month,
            Unit::Year | Unit::Decade | Unit::Century => Precision::Year,
        };
        let day = Some(anchor).filter(|anchor| anchor.precision() >= needed)?.earliest();
        match self.unit {
            Unit::Day => plus_days(day, self.by).map(PartialDate::day),
            Unit::Weekend => self.weekend(day, context.tense),
            Unit::Week => month_of(plus_days(monday(day)?, self.by.checked_mul(7)?.checked_add(3)?)?),
            Unit::Month => {
                month_of(day.first_of_month().checked_add(jiff::Span::new().try_months(self.by).ok()?).ok()?)
            }
            Unit::Year | Unit::Decade | Unit::Century => {
                year_only(i16::try_from(i32::from(day.year()).checked_add(self.by)?).ok()?, Precision::Year)
            }
        }
    }

    /// The weekend's Saturday. Before Friday "the weekend" without a future is the one that was.
    fn weekend(self, day: Date, tense: Option<Tense>) -> Option<PartialDate> {
        let saturday = plus_days(monday(day)?, 5)?;
        let is_past = self.by == 0 && tense != Some(Tense::Future) && days_between(day, saturday) > 1;
        let weeks = if is_past { -1 } else { self.by };
        plus_days(saturday, weeks.checked_mul(7)?).map(PartialDate::day)
    }
}

/// A date with the text's "about".
pub(super) fn about(date: PartialDate) -> PartialDate {
    PartialDate::from_first_day(date.earliest(), date.precision(), Qualifier::Approximate).unwrap_or(date)
}

/// So many years before a date, known to the year.
pub(super) fn years_before(date: &PartialDate, years: u32) -> Option<PartialDate> {
    let year = i32::from(date.year()).checked_sub(i32::try_from(years).ok()?)?;
    let is_known = date.precision() >= Precision::Year;
    if is_known { year_only(i16::try_from(year).ok()?, Precision::Year) } else { None }
}

fn year_only(year: i16, precision: Precision) -> Option<PartialDate> {
    let first = Date::new(year, 1, 1).ok().filter(|_| year > 0)?;
    PartialDate::from_first_day(first, precision, Qualifier::Plain).ok()
}

fn month_of(day: Date) -> Option<PartialDate> {
    PartialDate::from_first_day(day.first_of_month(), Precision::Month, Qualifier::Plain).ok()
}

fn monday(day: Date) -> Option<Date> {
    plus_days(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn days_until(today: Date, weekday: Weekday) -> i32 {
    i32::from(today.weekday().until(weekday))
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
