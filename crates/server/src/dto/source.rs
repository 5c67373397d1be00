//! A source, and the claims that rest on it.

use model::{PartialDate, SourceId};
use register::Register;
use serde::Serialize;
use utoipa::ToSchema;

use super::claim::{ClaimDto, claim};
use super::words::{WordDto, word};
use crate::messages::Messages;

/// A source in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SourceRefDto {
    /// Its short name.
    #[schema(example = "tass-2020-11-29")]
    pub id: String,
    /// Its title, or the reference as given.
    pub title: String,
    /// Its page.
    pub url: String,
}

/// A source.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SourceDto {
    /// Its short name, title and page.
    #[serde(flatten)]
    pub source: SourceRefDto,
    /// Who published it.
    pub publisher: String,
    /// Its address; empty when not known.
    pub address: String,
    /// When it was published, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The same in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_label: Option<String>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// Its language as a BCP 47 tag; empty when not known.
    pub language: String,
    /// What kind of work it is.
    pub kind: WordDto,
    /// How far claims that rest on it carry, unless they say otherwise.
    pub grade: WordDto,
    /// A remark on it.
    pub note: String,
    /// Its text, where it may be kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The BLAKE3 hash of its text or file, 64 hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// How many claims rest on it.
    pub n_claims: usize,
    /// Those claims, in the order of the ledger; at most 2000.
    pub claims: Vec<ClaimDto>,
}

/// More claims of one source are counted, not shown.
const MOST_CLAIMS: usize = 2_000;

/// A source in short; its id when no entry says more.
#[must_use]
pub fn source_ref(register: &Register, id: &SourceId) -> SourceRefDto {
    let title = register.source(id).map_or_else(|| id.to_string(), |source| source.title.clone());
    SourceRefDto { id: id.to_string(), title, url: format!("/sources/{id}") }
}

/// Everything about one source; `None` when no entry names it.
#[must_use]
pub fn source(register: &Register, id: &SourceId) -> Option<SourceDto> {
    let messages = Messages::current();
    let keys = register.claims_of_source(id);
    let edition = register.source(id);
    if edition.is_none() && keys.is_empty() {
        return None;
    }
    let text = |get: fn(&model::Source) -> &String| edition.map(get).cloned().unwrap_or_default();
    let published = edition.and_then(|source| source.published);
    Some(SourceDto {
        source: source_ref(register, id),
        publisher: text(|source| &source.publisher),
        address: text(|source| &source.url),
        published: published.as_ref().map(PartialDate::to_string),
        published_label: published.as_ref().map(|date| messages.date(date)),
        retrieved: edition.and_then(|source| source.retrieved).map(|day| day.to_string()),
        language: text(|source| &source.language),
        kind: word("source-kind", edition.map_or("", |source| source.kind.word())),
        grade: word("grade", edition.map_or("", |source| source.grade.word())),
        note: text(|source| &source.note),
        text: edition.and_then(|source| source.text.clone()),
        hash: edition.and_then(|source| source.hash).map(|hash| model::Name(hash).to_string()),
        n_claims: keys.len(),
        claims: keys.iter().take(MOST_CLAIMS).map(|key| claim(register, *key)).collect(),
    })
}
