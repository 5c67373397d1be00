//! Rows of claims: a core that the name covers and a tail that it does not. The order of fields is the format.

use model::{Claim, Evidence, Locator, Maker, SourceId, Speaker};
use serde::{Deserialize, Serialize};

use super::codes::Code;
use super::dates::{DateRow, PeriodRow};
use super::fact::{FactRow, SubjectRow};
use crate::Error;

/// What makes a claim this claim.
#[derive(Serialize, Deserialize)]
pub(super) struct CoreRow<'a> {
    #[serde(borrow)]
    subject: SubjectRow<'a>,
    #[serde(borrow)]
    fact: FactRow<'a>,
    held: PeriodRow,
    said_on: Option<DateRow>,
    #[serde(borrow)]
    speaker: Option<&'a str>,
    source: &'a str,
    #[serde(borrow)]
    locator: LocatorRow<'a>,
    quote: &'a str,
    grade: u8,
}

/// A locator without its line.
#[derive(Serialize, Deserialize)]
enum LocatorRow<'a> {
    Bytes { start: u64, end: u64 },
    Row { table: &'a str, column: &'a str },
    Whole,
}

/// What may differ the next time the same claim is imported.
#[derive(Serialize, Deserialize)]
pub(super) struct TailRow<'a> {
    line: u32,
    note: &'a str,
    maker_kind: u8,
    maker_name: &'a str,
    maker_version: &'a str,
}

impl<'a> From<&'a Claim> for CoreRow<'a> {
    fn from(claim: &'a Claim) -> Self {
        Self {
            subject: (&claim.subject).into(),
            fact: (&claim.fact).into(),
            held: claim.held.into(),
            said_on: claim.said_on.map(Into::into),
            speaker: claim.speaker.as_ref().map(|speaker| speaker.office.as_str()),
            source: claim.evidence.source.as_str(),
            locator: (&claim.evidence.locator).into(),
            quote: &claim.evidence.quote,
            grade: claim.grade.code(),
        }
    }
}

impl<'a> From<&'a Locator> for LocatorRow<'a> {
    fn from(locator: &'a Locator) -> Self {
        match locator {
            Locator::Bytes { start, end } => Self::Bytes { start: *start, end: *end },
            Locator::Row { table, column, .. } => Self::Row { table, column },
            Locator::Whole => Self::Whole,
        }
    }
}

impl<'a> From<&'a Claim> for TailRow<'a> {
    fn from(claim: &'a Claim) -> Self {
        let line = match claim.evidence.locator {
            Locator::Row { line, .. } => line,
            Locator::Bytes { .. } | Locator::Whole => 0,
        };
        Self {
            line,
            note: &claim.note,
            maker_kind: claim.maker.kind.code(),
            maker_name: &claim.maker.name,
            maker_version: &claim.maker.version,
        }
    }
}

/// Puts the two halves together.
pub(super) fn join(core: CoreRow<'_>, tail: &TailRow<'_>) -> Result<Claim, Error> {
    let locator = match core.locator {
        LocatorRow::Bytes { start, end } => Locator::Bytes { start, end },
        LocatorRow::Row { table, column } => {
            Locator::Row { table: table.to_owned(), line: tail.line, column: column.to_owned() }
        }
        LocatorRow::Whole => Locator::Whole,
    };
    Ok(Claim {
        subject: core.subject.try_into()?,
        fact: core.fact.try_into()?,
        held: core.held.try_into()?,
        said_on: core.said_on.map(TryInto::try_into).transpose()?,
        speaker: core.speaker.map(|office| Speaker { office: office.to_owned() }),
        evidence: Evidence { source: SourceId::parse(core.source)?, locator, quote: core.quote.to_owned() },
        grade: Code::from_code(core.grade)?,
        note: tail.note.to_owned(),
        maker: Maker {
            kind: Code::from_code(tail.maker_kind)?,
            name: tail.maker_name.to_owned(),
            version: tail.maker_version.to_owned(),
        },
    })
}
