//! When something held: a date, or an interval with known, unknown or open ends (EDTF level 1).
//!
//! `1991` is the year as a whole; `1991/1997` began in 1991 and ended in 1997; `1991/..` goes on; `/1997` began nobody knows
//! when; the empty text is a period of which nothing is known.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::{Error, PartialDate};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// There is such a day, nobody says which.
    Unknown,
    /// There is no such day: it goes on, or always was (`..`).
    Open,
    /// A date.
    At(PartialDate),
}

/// Whether a period covers a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// It does, whatever the missing parts are.
    Yes,
    /// It may.
    Maybe,
    /// It cannot.
    No,
}

/// When something held.
///
/// Periods sort by start, then end; an unknown or open start sorts first.
///
/// ```
/// use jiff::civil::date;
/// use model::{Coverage, Period};
/// let held: Period = "1991/2023-11-06".parse()?;
/// assert_eq!(held.covers(date(2000, 1, 1)), Coverage::Yes);
/// assert_eq!(held.covers(date(1991, 3, 1)), Coverage::Maybe); // which day of 1991 is not known
/// assert_eq!(held.covers(date(2024, 1, 1)), Coverage::No);
/// # Ok::<(), model::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period(Shape);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    On(PartialDate),
    Span(Edge, Edge),
}

impl Period {
    /// A period of which nothing is known; printed as the empty text.
    pub const UNKNOWN: Self = Self(Shape::Span(Edge::Unknown, Edge::Unknown));

    /// A date as a whole.
    #[must_use]
    pub const fn on(date: PartialDate) -> Self {
        Self(Shape::On(date))
    }

    /// An interval.
    ///
    /// # Errors
    /// [`Error::Backwards`] when every day of `end` is before every day of `start`.
    pub fn span(start: Edge, end: Edge) -> Result<Self, Error> {
        if let (Edge::At(first), Edge::At(last)) = (start, end)
            && last.latest() < first.earliest()
        {
            return Err(Error::Backwards { found: format!("{first}/{last}") });
        }
        Ok(Self(Shape::Span(start, end)))
    }

    /// The interval that began at `start` and goes on.
    #[must_use]
    pub const fn since(start: PartialDate) -> Self {
        Self(Shape::Span(Edge::At(start), Edge::Open))
    }

    /// The single date, if it is not an interval.
    #[must_use]
    pub const fn as_date(&self) -> Option<PartialDate> {
        match self.0 {
            Shape::On(date) => Some(date),
            Shape::Span(..) => None,
        }
    }

    /// Whether nothing at all is known of it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::UNKNOWN
    }

    /// Its start; for a single date that date.
    #[must_use]
    pub const fn start(&self) -> Edge {
        match self.0 {
            Shape::On(date) => Edge::At(date),
            Shape::Span(start, _) => start,
        }
    }

    /// Its end; for a single date that date.
    #[must_use]
    pub const fn end(&self) -> Edge {
        match self.0 {
            Shape::On(date) => Edge::At(date),
            Shape::Span(_, end) => end,
        }
    }

    /// The widest days it may mean: [`Date::MIN`] and [`Date::MAX`] where an end is unknown or open.
    #[must_use]
    pub fn outer(&self) -> (Date, Date) {
        let first = match self.start() {
            Edge::At(date) => date.earliest(),
            Edge::Unknown | Edge::Open => Date::MIN,
        };
        let last = match self.end() {
            Edge::At(date) => date.latest(),
            Edge::Unknown | Edge::Open => Date::MAX,
        };
        (first, last)
    }

    /// Whether it covers `day`.
    #[must_use]
    pub fn covers(&self, day: Date) -> Coverage {
        let (first, last) = self.outer();
        if day < first || last < day {
            return Coverage::No;
        }
        let Shape::Span(start, end) = self.0 else {
            return Coverage::Yes;
        };
        let begun = match start {
            Edge::Open => true,
            Edge::Unknown => false,
            Edge::At(date) => date.latest() <= day,
        };
        let not_over = match end {
            Edge::Open => true,
            Edge::Unknown => false,
            Edge::At(date) => day <= date.earliest(),
        };
        if begun && not_over { Coverage::Yes } else { Coverage::Maybe }
    }

    /// Whether every day `other` may mean is a day it may mean.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        let ((first, last), (other_first, other_last)) = (self.outer(), other.outer());
        first <= other_first && other_last <= last
    }
}

impl From<PartialDate> for Period {
    fn from(date: PartialDate) -> Self {
        Self::on(date)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let edge = |edge: Edge, open_rank: u8| match edge {
            Edge::Unknown => (open_rank, None, 0),
            Edge::Open => (open_rank, None, 1),
            Edge::At(date) => (1, Some(date), 0),
        };
        let key = |p: &Self| (edge(p.start(), 0), edge(p.end(), 2), matches!(p.0, Shape::Span(..)));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let edge = |edge: Edge| match edge {
            Edge::Unknown => String::new(),
            Edge::Open => "..".to_owned(),
            Edge::At(date) => date.to_string(),
        };
        match self.0 {
            Shape::On(date) => date.fmt(out),
            Shape::Span(Edge::Unknown, Edge::Unknown) => out.pad(""),
            Shape::Span(start, end) => out.pad(&format!("{}/{}", edge(start), edge(end))),
        }
    }
}

impl FromStr for Period {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let Some((start, end)) = text.split_once('/') else {
            return if text.is_empty() { Ok(Self::UNKNOWN) } else { Ok(Self::on(text.parse()?)) };
        };
        let edge = |part: &str| match part {
            "" => Ok(Edge::Unknown),
            ".." => Ok(Edge::Open),
            date => date.parse().map(Edge::At),
        };
        let whole = |error: Error| match error {
            Error::Date { .. } => Error::Date { found: text.to_owned() },
            other => other,
        };
        Self::span(edge(start).map_err(whole)?, edge(end).map_err(whole)?)
    }
}
