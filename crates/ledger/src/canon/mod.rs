//! Canonical bytes: the one way an entry is written, hashed and kept.
//!
//! The same body always gives the same bytes, and no two bodies share them. The format is frozen: bytes once written are
//! read for good, and a test pins one example of each kind. It is ours alone; nobody outside this crate reads it.
//!
//! # Format 1
//!
//! | bytes | what |
//! |---|---|
//! | 0 | the format, 1 |
//! | 1 | the kind: 1 source, 2 claim, 3 review, 4 retraction, 5 merge, 6 split |
//! | 2–5, claims only | the length of the core, 4 bytes, little end first |
//! | then | the row; for claims the core, then the tail |
//!
//! A claim's **name** is the BLAKE3 hash of everything up to the end of its core; any other entry's the hash of all its
//! bytes. So a claim keeps its name when its row moves to another line, when our note on it changes, and when a newer
//! importer reads it again.
//!
//! A row is its fields in order, without names, gaps or padding (the wire format 1.0 of `postcard`):
//!
//! | field | bytes |
//! |---|---|
//! | number | 7 bits at a time, smallest first, the high bit set on all but the last byte; signed numbers zigzag (0, −1, 1, −2 …) |
//! | word of a closed list | 1 byte, by the table in `codes.rs` |
//! | yes or no | 1 byte, 1 or 0 |
//! | text | its length in bytes as a number, then UTF-8 |
//! | list | how many as a number, then each |
//! | optional | 0, or 1 and the value |
//! | one of several | which as a number from 0, in the order below, then its fields |
//! | name or hash | 32 bytes |
//! | date | 4 bytes, little end first: bits 0–4 day, 5–8 month of its first day, 9–11 precision, 12–13 qualifier, 16–31 year |
//! | day | 4 bytes, as a date with precision and qualifier 0 |
//! | period | 0 and a date, or 1 and two edges |
//! | edge | 0 unknown, 1 open, or 2 and a date |
//!
//! Rows, a `?` marking what is optional:
//!
//! - **claim, core**: subject, fact, held (period), said on (date?), speaker (text?), source (text), locator, quote (text),
//!   grade (word). **Tail**: line (number, 0 where there is none), note (text), maker: kind (word), name, version (texts).
//! - **source**: id, title, publisher, url (texts), published (date?), retrieved (day?), language (text), kind (word),
//!   grade (word), note (text), text (text?), hash (32 bytes?).
//! - **review**: claim (name), replaces (name?), verdict (word), amended (name?), reason, by (texts).
//! - **retraction**: claim (name), reason, by (texts). **split**: merge (name), reason, by (texts).
//! - **merge**: from, into (texts), replaces (name?), reason, by (texts).
//! - **subject**: 0 party, 1 tie, 2 relation, each a text.
//! - **locator**: 0 bytes (start, end), 1 row (table, column), 2 whole.
//! - **fact**: 0 named (text, language, usage), 1 identified (scheme, value), 2 is (word), 3 has (attribute), 4 part of
//!   (text), 5 succeeds (text), 6 tie stands (class, word), 7 act (party?, kind, instrument? (title, term end?), condition?,
//!   reason?), 8 activity (kind, from?, participants, topics, size?, light, summary), 9 no contact, 10 carrier (party, name,
//!   event), 11 listing (registry, status), 12 stated count (number, bound, unit, what, definition?, irreproducible?),
//!   13 wish (text).
//! - **attribute**: 0 location (two signed numbers), 1 population, 2 area, 3 UTC offset (signed), 4 GDP, 5 capital, 6 coast,
//!   7 climate, 8 sector, 9 hazard, 10 Arctic, 11 flagship university, 12 federal district, 13 unresolved, 14 founded (date).
//!
//! A new fact, attribute or word takes the next number, which older programs refuse with [`Error::Code`] or
//! [`Error::Damaged`]. A changed row needs a new format byte; the reading of format 1 stays.

mod claim;
mod codes;
mod dates;
mod fact;
mod other;
#[cfg(test)]
mod tests;

use model::{Body, Name};
use serde::{Deserialize, Serialize};

use self::claim::{CoreRow, TailRow};
use self::other::{MergeRow, RetractionRow, ReviewRow, SourceRow, SplitRow};
use crate::Error;

/// The format this program writes, and the only one there is.
pub const FORMAT: u8 = 1;

const SOURCE: u8 = 1;
const CLAIM: u8 = 2;
const REVIEW: u8 = 3;
const RETRACTION: u8 = 4;
const MERGE: u8 = 5;
const SPLIT: u8 = 6;

/// Where a claim's core begins: after format, kind and length.
const CORE_START: usize = 6;
/// Where any other row begins: after format and kind.
const ROW_START: usize = 2;

/// The canonical bytes of a body and their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical {
    /// The name.
    pub name: Name,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Canonical {
    /// The kind: 1 source, 2 claim, 3 review, 4 retraction, 5 merge, 6 split.
    #[must_use]
    pub fn kind(&self) -> u8 {
        self.bytes[1]
    }
}

/// Writes `body`.
///
/// # Panics
/// When a claim's texts together pass 4 GiB, which no storage takes anyway.
#[must_use]
pub fn encode(body: &Body) -> Canonical {
    match body {
        Body::Source(source) => whole(SOURCE, &SourceRow::from(source)),
        Body::Claim(claim) => encode_claim(&claim.into(), &claim.into()),
        Body::Review(review) => whole(REVIEW, &ReviewRow::from(review)),
        Body::Retraction(retraction) => whole(RETRACTION, &RetractionRow::from(retraction)),
        Body::Merge(merge) => whole(MERGE, &MergeRow::from(merge)),
        Body::Split(split) => whole(SPLIT, &SplitRow::from(split)),
    }
}

/// Reads canonical bytes.
///
/// # Errors
/// When the format or a number is not known, the bytes end early or go on too long, or a value is not allowed.
pub fn decode(bytes: &[u8]) -> Result<Body, Error> {
    let row = bytes.get(ROW_START..).unwrap_or_default();
    match kind_of(bytes)? {
        SOURCE => Ok(Body::Source(read::<SourceRow<'_>>(row)?.try_into()?)),
        CLAIM => decode_claim(bytes),
        REVIEW => Ok(Body::Review(read::<ReviewRow<'_>>(row)?.try_into()?)),
        RETRACTION => Ok(Body::Retraction(read::<RetractionRow<'_>>(row)?.try_into()?)),
        MERGE => Ok(Body::Merge(read::<MergeRow<'_>>(row)?.try_into()?)),
        SPLIT => Ok(Body::Split(read::<SplitRow<'_>>(row)?.try_into()?)),
        found => Err(Error::Code { what: "kind of entry", found }),
    }
}

/// The name of canonical bytes. Of the row nothing is read but a claim's length of core.
///
/// # Errors
/// When there are too few bytes or the format is not known.
pub fn name_of(bytes: &[u8]) -> Result<Name, Error> {
    let named = if kind_of(bytes)? == CLAIM { &bytes[..core_end(bytes)?] } else { bytes };
    Ok(Name(blake3::hash(named).into()))
}

/// The kind of canonical bytes, as [`Canonical::kind`]; any number is given back.
///
/// # Errors
/// When there are fewer than two bytes or the format is not known.
pub fn kind_of(bytes: &[u8]) -> Result<u8, Error> {
    match *bytes {
        [FORMAT, kind, ..] => Ok(kind),
        [found, _, ..] => Err(Error::Format { found, needed: FORMAT }),
        _ => Err(Error::Length { part: "head", found: bytes.len(), needed: ROW_START }),
    }
}

fn whole<R: Serialize>(kind: u8, row: &R) -> Canonical {
    let bytes = write(vec![FORMAT, kind], row);
    Canonical { name: Name(blake3::hash(&bytes).into()), bytes }
}

fn encode_claim(core: &CoreRow<'_>, tail: &TailRow<'_>) -> Canonical {
    let mut bytes = Vec::with_capacity(384);
    bytes.extend_from_slice(&[FORMAT, CLAIM, 0, 0, 0, 0]);
    let mut bytes = write(bytes, core);
    let core_len = u32::try_from(bytes.len() - CORE_START).expect("a claim is smaller than 4 GiB");
    bytes[ROW_START..CORE_START].copy_from_slice(&core_len.to_le_bytes());
    let name = Name(blake3::hash(&bytes).into());
    Canonical { name, bytes: write(bytes, tail) }
}

fn decode_claim(bytes: &[u8]) -> Result<Body, Error> {
    let end = core_end(bytes)?;
    let core = read(&bytes[CORE_START..end])?;
    let tail = read(&bytes[end..])?;
    Ok(Body::Claim(claim::join(core, &tail)?))
}

/// Where a claim's core ends.
fn core_end(bytes: &[u8]) -> Result<usize, Error> {
    let len: [u8; 4] = bytes.get(ROW_START..CORE_START).and_then(|len| len.try_into().ok()).ok_or(Error::Length {
        part: "head",
        found: bytes.len(),
        needed: CORE_START,
    })?;
    let needed = usize::try_from(u32::from_le_bytes(len)).unwrap_or(usize::MAX);
    let found = bytes.len() - CORE_START;
    if found < needed { Err(Error::Length { part: "core", found, needed }) } else { Ok(CORE_START + needed) }
}

fn write<R: Serialize>(bytes: Vec<u8>, row: &R) -> Vec<u8> {
    postcard::to_extend(row, bytes).expect("rows have known lengths and a vector takes any bytes")
}

/// Reads a row that takes all of `bytes`.
fn read<'a, R: Deserialize<'a>>(bytes: &'a [u8]) -> Result<R, Error> {
    let (row, rest) = postcard::take_from_bytes(bytes).map_err(|source| Error::Damaged { source: source.into() })?;
    if rest.is_empty() {
        Ok(row)
    } else {
        Err(Error::Length { part: "row", found: bytes.len(), needed: bytes.len() - rest.len() })
    }
}
