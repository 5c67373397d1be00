//! Rows of everything but claims. The order of fields is the format: append only.

use model::{Merge, Name, PartyId, Retraction, Review, Source, SourceId, Split};
use serde::{Deserialize, Serialize};

use super::codes::Code;
use super::dates::{DateRow, DayRow};
use crate::Error;

#[derive(Serialize, Deserialize)]
pub(super) struct SourceRow<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    url: &'a str,
    published: Option<DateRow>,
    retrieved: Option<DayRow>,
    language: &'a str,
    kind: u8,
    grade: u8,
    note: &'a str,
    #[serde(borrow)]
    text: Option<&'a str>,
    hash: Option<[u8; 32]>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ReviewRow<'a> {
    claim: [u8; 32],
    replaces: Option<[u8; 32]>,
    verdict: u8,
    amended: Option<[u8; 32]>,
    reason: &'a str,
    by: &'a str,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RetractionRow<'a> {
    claim: [u8; 32],
    reason: &'a str,
    by: &'a str,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MergeRow<'a> {
    from: &'a str,
    into: &'a str,
    replaces: Option<[u8; 32]>,
    reason: &'a str,
    by: &'a str,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SplitRow<'a> {
    merge: [u8; 32],
    reason: &'a str,
    by: &'a str,
}

impl<'a> From<&'a Source> for SourceRow<'a> {
    fn from(source: &'a Source) -> Self {
        Self {
            id: source.id.as_str(),
            title: &source.title,
            publisher: &source.publisher,
            url: &source.url,
            published: source.published.map(Into::into),
            retrieved: source.retrieved.map(Into::into),
            language: &source.language,
            kind: source.kind.code(),
            grade: source.grade.code(),
            note: &source.note,
            text: source.text.as_deref(),
            hash: source.hash,
        }
    }
}

impl TryFrom<SourceRow<'_>> for Source {
    type Error = Error;

    fn try_from(row: SourceRow<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: SourceId::parse(row.id)?,
            title: row.title.to_owned(),
            publisher: row.publisher.to_owned(),
            url: row.url.to_owned(),
            published: row.published.map(TryInto::try_into).transpose()?,
            retrieved: row.retrieved.map(TryInto::try_into).transpose()?,
            language: row.language.to_owned(),
            kind: Code::from_code(row.kind)?,
            grade: Code::from_code(row.grade)?,
            note: row.note.to_owned(),
            text: row.text.map(str::to_owned),
            hash: row.hash,
        })
    }
}

impl<'a> From<&'a Review> for ReviewRow<'a> {
    fn from(review: &'a Review) -> Self {
        Self {
            claim: review.claim.0,
            replaces: review.replaces.map(|name| name.0),
            verdict: review.verdict.code(),
            amended: review.amended.map(|name| name.0),
            reason: &review.reason,
            by: &review.by,
        }
    }
}

impl TryFrom<ReviewRow<'_>> for Review {
    type Error = Error;

    fn try_from(row: ReviewRow<'_>) -> Result<Self, Error> {
        Ok(Self {
            claim: Name(row.claim),
            replaces: row.replaces.map(Name),
            verdict: Code::from_code(row.verdict)?,
            amended: row.amended.map(Name),
            reason: row.reason.to_owned(),
            by: row.by.to_owned(),
        })
    }
}

impl<'a> From<&'a Retraction> for RetractionRow<'a> {
    fn from(retraction: &'a Retraction) -> Self {
        Self { claim: retraction.claim.0, reason: &retraction.reason, by: &retraction.by }
    }
}

impl TryFrom<RetractionRow<'_>> for Retraction {
    type Error = Error;

    fn try_from(row: RetractionRow<'_>) -> Result<Self, Error> {
        Ok(Self { claim: Name(row.claim), reason: row.reason.to_owned(), by: row.by.to_owned() })
    }
}

impl<'a> From<&'a Merge> for MergeRow<'a> {
    fn from(merge: &'a Merge) -> Self {
        Self {
            from: merge.from.as_str(),
            into: merge.into.as_str(),
            replaces: merge.replaces.map(|name| name.0),
            reason: &merge.reason,
            by: &merge.by,
        }
    }
}

impl TryFrom<MergeRow<'_>> for Merge {
    type Error = Error;

    fn try_from(row: MergeRow<'_>) -> Result<Self, Error> {
        Ok(Self {
            from: PartyId::parse(row.from)?,
            into: PartyId::parse(row.into)?,
            replaces: row.replaces.map(Name),
            reason: row.reason.to_owned(),
            by: row.by.to_owned(),
        })
    }
}

impl<'a> From<&'a Split> for SplitRow<'a> {
    fn from(split: &'a Split) -> Self {
        Self { merge: split.merge.0, reason: &split.reason, by: &split.by }
    }
}

impl TryFrom<SplitRow<'_>> for Split {
    type Error = Error;

    fn try_from(row: SplitRow<'_>) -> Result<Self, Error> {
        Ok(Self { merge: Name(row.merge), reason: row.reason.to_owned(), by: row.by.to_owned() })
    }
}
