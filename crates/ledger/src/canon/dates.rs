//! Dates and periods as numbers.

use jiff::civil::Date;
use model::{Edge, PartialDate, Period};
use serde::{Deserialize, Serialize};

use super::codes::Code;
use crate::Error;

/// A date in 4 bytes, little end first: bits 0–4 the day and 5–8 the month of its first day, 9–11 the precision, 12–13 the
/// qualifier, 14–15 zero, 16–31 the year (two's complement).
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct DateRow([u8; 4]);

/// A calendar day in 4 bytes: as [`DateRow`] without precision and qualifier.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct DayRow([u8; 4]);

/// A period. The order of the variants is the format.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum PeriodRow {
    On(DateRow),
    Span(EdgeRow, EdgeRow),
}

/// One end of an interval. The order of the variants is the format.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum EdgeRow {
    Unknown,
    Open,
    At(DateRow),
}

fn pack(day: Date) -> u32 {
    let small = |part: i8| u32::from(part.unsigned_abs());
    let year = u32::from(u16::from_le_bytes(day.year().to_le_bytes()));
    small(day.day()) | small(day.month()) << 5 | year << 16
}

fn unpack(bits: u32) -> Result<Date, Error> {
    let part = |shift: u32, mask: u32| (bits >> shift & mask).to_le_bytes();
    let [low, high, ..] = part(16, 0xffff);
    let (year, month, day) = (i16::from_le_bytes([low, high]), part(5, 15)[0], part(0, 31)[0]);
    Date::new(year, month.cast_signed(), day.cast_signed()).map_err(|_| Error::Time { found: bits.into() })
}

impl From<PartialDate> for DateRow {
    fn from(date: PartialDate) -> Self {
        let marks = u32::from(date.precision().code()) << 9 | u32::from(date.qualifier().code()) << 12;
        Self((pack(date.earliest()) | marks).to_le_bytes())
    }
}

impl TryFrom<DateRow> for PartialDate {
    type Error = Error;

    fn try_from(row: DateRow) -> Result<Self, Error> {
        let bits = u32::from_le_bytes(row.0);
        let part = |shift: u32, mask: u32| (bits >> shift & mask).to_le_bytes()[0];
        if part(14, 3) != 0 {
            return Err(Error::Time { found: bits.into() });
        }
        let (precision, qualifier) = (Code::from_code(part(9, 7))?, Code::from_code(part(12, 3))?);
        Ok(Self::from_first_day(unpack(bits)?, precision, qualifier)?)
    }
}

impl From<Date> for DayRow {
    fn from(day: Date) -> Self {
        Self(pack(day).to_le_bytes())
    }
}

impl TryFrom<DayRow> for Date {
    type Error = Error;

    fn try_from(row: DayRow) -> Result<Self, Error> {
        let bits = u32::from_le_bytes(row.0);
        if bits & 0xfe00 != 0 {
            return Err(Error::Time { found: bits.into() });
        }
        unpack(bits)
    }
}

impl From<Period> for PeriodRow {
    fn from(period: Period) -> Self {
        match period.as_date() {
            Some(date) => Self::On(date.into()),
            None => Self::Span(period.start().into(), period.end().into()),
        }
    }
}

impl TryFrom<PeriodRow> for Period {
    type Error = Error;

    fn try_from(row: PeriodRow) -> Result<Self, Error> {
        match row {
            PeriodRow::On(date) => Ok(Self::on(date.try_into()?)),
            PeriodRow::Span(start, end) => Ok(Self::span(start.try_into()?, end.try_into()?)?),
        }
    }
}

impl From<Edge> for EdgeRow {
    fn from(edge: Edge) -> Self {
        match edge {
            Edge::Unknown => Self::Unknown,
            Edge::Open => Self::Open,
            Edge::At(date) => Self::At(date.into()),
        }
    }
}

impl TryFrom<EdgeRow> for Edge {
    type Error = Error;

    fn try_from(row: EdgeRow) -> Result<Self, Error> {
        Ok(match row {
            EdgeRow::Unknown => Self::Unknown,
            EdgeRow::Open => Self::Open,
            EdgeRow::At(date) => Self::At(date.try_into()?),
        })
    }
}
