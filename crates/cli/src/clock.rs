//! The clock, read once for the whole run. `--today` stands in for it, so that a run can be repeated.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use register::AsOf;

/// The day that `--today` sets, for the pages, which ask for the day again and again.
static FIXED: OnceLock<Date> = OnceLock::new();

/// What time it is for this run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// The day that `today` means.
    pub today: Date,
    /// The time written beside new entries.
    pub now: Timestamp,
}

impl Clock {
    /// Reads the clock, or takes `fixed` at midnight in its place.
    ///
    /// Days are those of UTC, as in the ledger: what is written down today is then known today, wherever that is done.
    pub(crate) fn read(fixed: Option<Date>) -> Self {
        let now = now();
        let Some(today) = fixed else { return Self { today: now.to_zoned(TimeZone::UTC).date(), now } };
        let _ = FIXED.set(today); // set once, since it is read once
        Self { today, now: midnight(today).unwrap_or(now) }
    }

    /// The pair of days a view is asked for; today where nothing was asked.
    pub(crate) fn as_of(&self, days: &crate::args::Days) -> AsOf {
        let day = |asked: Option<DayArg>| match asked {
            Some(DayArg::On(day)) => day,
            Some(DayArg::Today) | None => self.today,
        };
        AsOf { true_on: day(days.true_on), known_on: day(days.known_on) }
    }
}

/// The day it is now, for who asks long after the start.
pub(crate) fn today() -> Date {
    FIXED.get().copied().unwrap_or_else(|| now().to_zoned(TimeZone::UTC).date())
}

/// The time written beside an entry now, for who asks long after the start.
pub(crate) fn entry_time() -> Timestamp {
    match FIXED.get() {
        Some(day) => midnight(*day).unwrap_or_else(now),
        None => now(),
    }
}

fn midnight(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp()).ok()
}

/// What time it is, whatever day `--today` sets: sessions and links end by the clock.
#[expect(clippy::disallowed_methods, reason = "this is the one place where the clock is read")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// A day on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayArg {
    /// `today`.
    Today,
    /// A day of the calendar.
    On(Date),
}

impl DayArg {
    /// Reads `today` or `2020-11-29`. A month or a year is refused: which of its days is meant is the asker's to say.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("today") {
            return Ok(Self::Today);
        }
        match text.parse::<model::PartialDate>() {
            Ok(date) if date.precision() == model::Precision::Day && date.qualifier() == model::Qualifier::Plain => {
                Ok(Self::On(date.earliest()))
            }
            Ok(date) => {
                Err(format!("that is not one day\nhint: write a day, such as {} or {}", date.earliest(), date.latest()))
            }
            Err(_) => Err("that is not a day\nhint: write a day such as 2020-11-29, or today".to_owned()),
        }
    }

    /// Reads a day of the calendar.
    pub(crate) fn parse_date(text: &str) -> Result<Date, String> {
        match Self::parse(text)? {
            Self::On(day) => Ok(day),
            Self::Today => Err("`today` cannot be set to itself".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_and_months_refused() {
        assert_eq!(DayArg::parse("2020-11-29"), Ok(DayArg::On(date(2020, 11, 29))));
        assert_eq!(DayArg::parse(" Today "), Ok(DayArg::Today));
        let refused = |text: &str| DayArg::parse(text).expect_err(text);
        assert!(refused("2020-11").contains("2020-11-01 or 2020-11-30"));
        assert!(refused("2020-11-29~").contains("not one day"));
        assert!(refused("29.11.2020").contains("not a day"));
    }
}
