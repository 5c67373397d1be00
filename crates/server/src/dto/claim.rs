//! A claim, with everything known of it.

use jiff::ToSpan;
use jiff::civil::Date;
use model::{Fact, Locator, PartialDate, Subject, Verdict};
use register::{ClaimKey, Known, Register, Status};
use serde::Serialize;
use utoipa::ToSchema;

use super::source::{SourceRefDto, source_ref};
use super::words::{WordDto, name_text, place_url, word};
use crate::messages::Messages;

/// A claim.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClaimDto {
    /// Its name: the BLAKE3 hash of its canonical bytes, 64 hexadecimal digits.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Its position in the ledger.
    pub seq: u64,
    /// When it was written down, RFC 3339.
    pub recorded_at: String,
    /// Whether it counts.
    pub status: WordDto,
    /// What it is about.
    pub subject: SubjectDto,
    /// What kind of fact it states.
    #[schema(value_type = String, example = "act")]
    pub fact: &'static str,
    /// What it says, as a sentence.
    pub sentence: String,
    /// When that held, as EDTF; empty when nobody says.
    #[schema(example = "1991/..")]
    pub held: String,
    /// The same in words.
    pub held_label: String,
    /// When the source said it, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_on: Option<String>,
    /// The same in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_on_label: Option<String>,
    /// The first day on which views know it; absent when it never counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_from: Option<String>,
    /// Whose words they are, when not the source's own: an office or body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// How far it carries.
    pub grade: WordDto,
    /// Where it is found.
    pub evidence: EvidenceDto,
    /// A remark on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What wrote it down.
    pub maker: MakerDto,
    /// Its reviews, in the order of the ledger.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<ReviewDto>,
}

/// What a claim is about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SubjectDto {
    /// `party`, `tie` or `relation`.
    #[schema(value_type = String, example = "tie")]
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
}

/// Where a claim is found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvidenceDto {
    /// The work.
    pub source: SourceRefDto,
    /// The place in it.
    pub locator: LocatorDto,
    /// The exact words, or the row as it stands.
    pub quote: String,
}

/// The place of a quote.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LocatorDto {
    /// `bytes`, `row` or `whole`.
    #[schema(value_type = String, example = "bytes")]
    pub kind: &'static str,
    /// The place in words.
    pub label: String,
    /// The first byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u64>,
    /// One past the last byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u64>,
    /// The table's file name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The line the row began on, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The column, when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// What wrote a claim down.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MakerDto {
    /// `importer`, `reader` or `role`.
    #[schema(value_type = String, example = "importer")]
    pub kind: &'static str,
    /// Its name, or the role.
    pub name: String,
    /// Its version; empty for a role.
    pub version: String,
}

/// A review of a claim.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewDto {
    /// What was decided.
    pub verdict: WordDto,
    /// Why.
    pub reason: String,
    /// By which role.
    pub by: String,
    /// The claim that counts in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amended: Option<String>,
}

/// Everything about one claim.
#[must_use]
pub fn claim(register: &Register, key: ClaimKey) -> ClaimDto {
    let messages = Messages::current();
    let known = register.known(key);
    let claim = &known.claim;
    let name = name_text(&known.name);
    ClaimDto {
        url: format!("/claims/{name}"),
        name,
        seq: known.seq.0,
        recorded_at: known.recorded_at.to_string(),
        status: word("status", status(known.status)),
        subject: subject(register, &claim.subject),
        fact: fact(&claim.fact),
        sentence: messages.fact(register, claim),
        held: claim.held.to_string(),
        held_label: messages.when(&claim.held),
        said_on: claim.said_on.as_ref().map(PartialDate::to_string),
        said_on_label: claim.said_on.as_ref().map(|date| messages.date(date)),
        known_from: known_from(register, known).map(|day| day.to_string()),
        speaker: claim.speaker.as_ref().map(|speaker| speaker.office.clone()),
        grade: word("grade", claim.grade.word()),
        evidence: EvidenceDto {
            source: source_ref(register, &claim.evidence.source),
            locator: locator(&claim.evidence.locator),
            quote: claim.evidence.quote.clone(),
        },
        note: claim.note.clone(),
        maker: MakerDto {
            kind: claim.maker.kind.word(),
            name: claim.maker.name.clone(),
            version: claim.maker.version.clone(),
        },
        reviews: register.reviews_of(&known.name).map(review).collect(),
    }
}

/// What a claim is about.
fn subject(register: &Register, subject: &Subject) -> SubjectDto {
    let messages = Messages::current();
    match subject {
        Subject::Party(id) => SubjectDto {
            kind: "party",
            id: id.to_string(),
            name: register
                .party_key(id)
                .map_or_else(|| id.to_string(), |key| Messages::current().shown_name(register, key).to_owned()),
            url: place_url(id),
        },
        Subject::Tie(id) => SubjectDto {
            kind: "tie",
            id: id.to_string(),
            name: messages.tie_name(register, id),
            url: format!("/ties/{id}"),
        },
        Subject::Relation(id) => SubjectDto {
            kind: "relation",
            id: id.to_string(),
            name: messages.tie_name(register, id),
            url: format!("/?between={id}"),
        },
    }
}

/// The kind of a fact, as a word.
pub(super) const fn fact(fact: &Fact) -> &'static str {
    match fact {
        Fact::Named(_) => "named",
        Fact::Identified(_) => "identified",
        Fact::Is(_) => "is",
        Fact::Has(_) => "has",
        Fact::PartOf(_) => "part-of",
        Fact::Succeeds(_) => "succeeds",
        Fact::TieStands { .. } => "tie-stands",
        Fact::Act(_) => "act",
        Fact::Activity(_) => "activity",
        Fact::NoContact => "no-contact",
        Fact::Carrier(_) => "carrier",
        Fact::Listing(_) => "listing",
        Fact::StatedCount(_) => "stated-count",
        Fact::Wish(_) => "wish",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Counts => "counts",
        Status::Proposed => "proposed",
        Status::Rejected => "rejected",
        Status::Retracted => "retracted",
    }
}

fn review(review: &model::Review) -> ReviewDto {
    ReviewDto {
        verdict: word("verdict", Verdict::word(review.verdict)),
        reason: review.reason.clone(),
        by: review.by.clone(),
        amended: review.amended.as_ref().map(name_text),
    }
}

fn locator(locator: &Locator) -> LocatorDto {
    let label = locator_label(locator);
    let whole = LocatorDto { kind: "whole", label, start: None, end: None, table: None, line: None, column: None };
    match locator {
        Locator::Bytes { start, end } => LocatorDto { kind: "bytes", start: Some(*start), end: Some(*end), ..whole },
        Locator::Row { table, line, column } => LocatorDto {
            kind: "row",
            table: Some(table.clone()),
            line: Some(*line),
            column: (!column.is_empty()).then(|| column.clone()),
            ..whole
        },
        Locator::Whole => whole,
    }
}

/// A place in a source, in words.
pub(super) fn locator_label(locator: &Locator) -> String {
    let messages = Messages::current();
    match locator {
        Locator::Bytes { start, end } => {
            let args = [("start", start.to_string().into()), ("end", end.to_string().into())];
            messages.with("locator-bytes", &args)
        }
        Locator::Row { table, line, column } => {
            let key = if column.is_empty() { "locator-row" } else { "locator-cell" };
            let line = line.to_string();
            messages.with(
                key,
                &[("table", table.as_str().into()), ("line", line.into()), ("column", column.as_str().into())],
            )
        }
        Locator::Whole => messages.text("locator-whole"),
    }
}

/// The first day on which views know the claim, found by asking: the day it was said, read or written down, whichever rule of
/// [`register::AsOf`] applies; or else the day it was accepted, which only the register knows.
fn known_from(register: &Register, known: &Known) -> Option<Date> {
    let claim = &known.claim;
    let retrieved = register.source(&claim.evidence.source).and_then(|source| source.retrieved);
    let recorded = jiff::tz::Offset::UTC.to_datetime(known.recorded_at).date();
    let candidates = [claim.said_on.map(|date| date.latest()), retrieved, Some(recorded)];
    let said = candidates.into_iter().flatten().filter(|day| known.is_known_on(*day)).min();
    said.or_else(|| known.counts().then(|| first_known(known, recorded)).flatten())
}

/// The first day after `before` on which a claim that counts is known: once it is, it stays so.
fn first_known(known: &Known, before: Date) -> Option<Date> {
    let (mut low, mut high) = (0, (Date::MAX - before).get_days());
    let day = |n: i32| before.checked_add(n.days()).ok();
    while low < high {
        let middle = low + (high - low) / 2;
        if day(middle).is_some_and(|day| known.is_known_on(day)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    day(low).filter(|day| known.is_known_on(*day))
}
