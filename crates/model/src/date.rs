//! A date known only in part, as in EDTF level 1.
//!
//! The text forms are those of ISO 8601-2 (EDTF): `1991`, `1991-10`, `1991-10-05`, `199X`, `19XX`, `2023-21` (a season),
//! each with `~` (approximate), `?` (uncertain) or `%` (both). Not read: years beyond four digits, times of day.
//! A qualifier never widens the bounds; it is shown to people.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};

use crate::Error;

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `19XX`.
    Century,
    /// `199X`.
    Decade,
    /// `1991`.
    Year,
    /// `2023-21`: spring (March to May), 22 summer, 23 autumn, 24 winter (December to February), northern and meteorological.
    Season,
    /// `1991-10`.
    Month,
    /// `1991-10-05`.
    Day,
}

/// The source's own doubt about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Qualifier {
    /// Stated plainly.
    #[default]
    Plain,
    /// `~`: about.
    Approximate,
    /// `?`: perhaps.
    Uncertain,
    /// `%`: perhaps, about.
    ApproximateAndUncertain,
}

impl Qualifier {
    const fn mark(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::ApproximateAndUncertain => "%",
        }
    }
}

/// A date known to some precision.
///
/// Dates sort by the middle of the days they may mean, so that a bare `1974` stands between January and December 1974.
///
/// ```
/// use model::PartialDate;
/// let date: PartialDate = "2020-02".parse()?;
/// assert_eq!(date.earliest().to_string(), "2020-02-01");
/// assert_eq!(date.latest().to_string(), "2020-02-29");
/// # Ok::<(), model::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    detail: Detail,
    qualifier: Qualifier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Detail {
    Century,
    Decade,
    Year,
    Season(i8),
    Month(i8),
    Day(i8, i8),
}

impl PartialDate {
    /// A date known to the day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self { year: day.year(), detail: Detail::Day(day.month(), day.day()), qualifier: Qualifier::Plain }
    }

    /// The date of this precision whose first day is `first`: what [`Self::earliest`], [`Self::precision`] and
    /// [`Self::qualifier`] give back. For those who keep dates without their text.
    ///
    /// # Errors
    /// [`Error::Date`] when no date of this precision starts on that day.
    pub fn from_first_day(first: Date, precision: Precision, qualifier: Qualifier) -> Result<Self, Error> {
        let (year, month, day) = (first.year(), first.month(), first.day());
        let detail = match (precision, month, day) {
            (Precision::Century, 1, 1) if year % 100 == 0 => Detail::Century,
            (Precision::Decade, 1, 1) if year % 10 == 0 => Detail::Decade,
            (Precision::Year, 1, 1) => Detail::Year,
            (Precision::Season, 3 | 6 | 9 | 12, 1) => Detail::Season(20 + month / 3),
            (Precision::Month, _, 1) => Detail::Month(month),
            (Precision::Day, _, _) => Detail::Day(month, day),
            _ => {
                return Err(Error::Date { found: format!("{precision:?} from {first}") });
            }
        };
        Ok(Self { year, detail, qualifier })
    }

    /// How much is known.
    #[must_use]
    pub const fn precision(&self) -> Precision {
        match self.detail {
            Detail::Century => Precision::Century,
            Detail::Decade => Precision::Decade,
            Detail::Year => Precision::Year,
            Detail::Season(_) => Precision::Season,
            Detail::Month(_) => Precision::Month,
            Detail::Day(..) => Precision::Day,
        }
    }

    /// The source's doubt.
    #[must_use]
    pub const fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The year, or the first year of a decade or century.
    #[must_use]
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// The first day it may mean.
    #[must_use]
    pub fn earliest(&self) -> Date {
        match self.detail {
            Detail::Century | Detail::Decade | Detail::Year => date(self.year, 1, 1),
            Detail::Season(season) => date(self.year, season_month(season), 1),
            Detail::Month(month) => date(self.year, month, 1),
            Detail::Day(month, day) => date(self.year, month, day),
        }
    }

    /// The last day it may mean.
    #[must_use]
    pub fn latest(&self) -> Date {
        match self.detail {
            Detail::Century => date(self.year + 99, 12, 31),
            Detail::Decade => date(self.year + 9, 12, 31),
            Detail::Year => date(self.year, 12, 31),
            Detail::Season(24) if self.year == Date::MAX.year() => Date::MAX,
            Detail::Season(24) => last_of_month(self.year + 1, 2),
            Detail::Season(season) => last_of_month(self.year, season_month(season) + 2),
            Detail::Month(month) => last_of_month(self.year, month),
            Detail::Day(month, day) => date(self.year, month, day),
        }
    }

    /// The day in the middle: what sorting and derived states use when one day is needed.
    #[must_use]
    pub fn middle(&self) -> Date {
        let (first, last) = (self.earliest(), self.latest());
        let n_days = (last - first).get_days();
        first.saturating_add(jiff::Span::new().days(n_days / 2))
    }

    /// Whether `day` is one of the days it may mean.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.earliest() <= day && day <= self.latest()
    }
}

fn season_month(season: i8) -> i8 {
    (season - 20) * 3
}

fn last_of_month(year: i16, month: i8) -> Date {
    date(year, month, 1).last_of_month()
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |d: &Self| (d.middle(), d.earliest(), d.latest(), d.qualifier, d.precision());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        let text = match self.detail {
            Detail::Century => format!("{:02}XX", year / 100),
            Detail::Decade => format!("{:03}X", year / 10),
            Detail::Year => format!("{year:04}"),
            Detail::Season(part) | Detail::Month(part) => format!("{year:04}-{part:02}"),
            Detail::Day(month, day) => format!("{year:04}-{month:02}-{day:02}"),
        };
        out.pad(&format!("{text}{}", self.qualifier.mark()))
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    /// Reads an EDTF date. Unspecified months and days (`2004-XX`, `2004-05-XX`) mean the year or month as a whole.
    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text.trim()).ok_or_else(|| Error::Date { found: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let (body, qualifier) = match text.as_bytes().last()? {
        b'~' => (&text[..text.len() - 1], Qualifier::Approximate),
        b'?' => (&text[..text.len() - 1], Qualifier::Uncertain),
        b'%' => (&text[..text.len() - 1], Qualifier::ApproximateAndUncertain),
        _ => (text, Qualifier::Plain),
    };
    let mut parts = body.split('-');
    let year_text = parts.next()?;
    let (month_text, day_text) = (parts.next(), parts.next());
    if parts.next().is_some() || year_text.len() != 4 {
        return None;
    }
    let (year, detail) = match (month_text, day_text) {
        (None, None) => parse_year(year_text)?,
        (Some("XX"), None | Some("XX")) => (digits(year_text)?, Detail::Year),
        (Some(month), None | Some("XX")) => {
            let part = two_digits(month)?;
            let detail = match part {
                1..=12 => Detail::Month(part),
                21..=24 if day_text.is_none() => Detail::Season(part),
                _ => return None,
            };
            (digits(year_text)?, detail)
        }
        (Some(month), Some(day)) => {
            let (year, month, day) = (digits(year_text)?, two_digits(month)?, two_digits(day)?);
            Date::new(year, month, day).ok()?;
            (year, Detail::Day(month, day))
        }
        (None, Some(_)) => return None,
    };
    Some(PartialDate { year, detail, qualifier })
}

fn parse_year(text: &str) -> Option<(i16, Detail)> {
    if let Some(century) = text.strip_suffix("XX") {
        return Some((digits(century)? * 100, Detail::Century));
    }
    if let Some(decade) = text.strip_suffix('X') {
        return Some((digits(decade)? * 10, Detail::Decade));
    }
    Some((digits(text)?, Detail::Year))
}

fn digits(text: &str) -> Option<i16> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

fn two_digits(text: &str) -> Option<i8> {
    if text.len() == 2 { digits(text).and_then(|n| i8::try_from(n).ok()) } else { None }
}
