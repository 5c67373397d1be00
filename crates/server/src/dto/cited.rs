//! What a record rests on: its claims and their sources, each once, as short as evidence can be. `/api/claims/{name}` has
//! everything else about a claim.

use model::{PartialDate, SourceId};
use register::{ClaimKey, Register};
use rustc_hash::FxHashSet;
use serde::Serialize;
use utoipa::ToSchema;

use super::claim::{fact, locator_label};
use super::source::{SourceRefDto, source_ref};
use super::words::name_of;
use crate::messages::Messages;

/// What a record rests on.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct BasisDto {
    /// Every claim that something in the record rests on, each once.
    pub claims: Vec<CitedDto>,
    /// Their sources, each once, in the order of the claims.
    pub sources: Vec<SourceRefDto>,
}

/// A claim, as short as evidence can be.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CitedDto {
    /// Its name, 64 hexadecimal digits; its page is `/claims/` and this.
    pub name: String,
    /// The kind of its fact, for pages.
    #[serde(skip)]
    pub kind: &'static str,
    /// What it says, as a sentence.
    pub sentence: String,
    /// When that held, as EDTF; empty when nobody says.
    #[schema(example = "1991/..")]
    pub held: String,
    /// When the source said it, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_on: Option<String>,
    /// Whose words they are, when not the source's own: an office or body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// How far it carries.
    #[schema(value_type = String, example = "report")]
    pub grade: &'static str,
    /// The short name of the source.
    pub source: String,
    /// The place in it, in words.
    pub place: String,
    /// The exact words, or the row as it stands.
    pub quote: String,
    /// A remark on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// These claims and their sources, each once, in this order.
#[must_use]
pub fn basis(register: &Register, keys: impl IntoIterator<Item = ClaimKey>) -> BasisDto {
    let mut seen = FxHashSet::default();
    let mut cited_sources: Vec<&SourceId> = Vec::new();
    let mut claims = Vec::new();
    for key in keys.into_iter().filter(|key| seen.insert(*key)) {
        claims.push(cited(register, key));
        let source = &register.known(key).claim.evidence.source;
        if !cited_sources.contains(&source) {
            cited_sources.push(source);
        }
    }
    let sources = cited_sources.into_iter().map(|id| source_ref(register, id)).collect();
    BasisDto { claims, sources }
}

fn cited(register: &Register, key: ClaimKey) -> CitedDto {
    let claim = &register.known(key).claim;
    CitedDto {
        name: name_of(register, key),
        kind: fact(&claim.fact),
        sentence: Messages::current().fact(register, claim),
        held: claim.held.to_string(),
        said_on: claim.said_on.as_ref().map(PartialDate::to_string),
        speaker: claim.speaker.as_ref().map(|speaker| speaker.office.clone()),
        grade: claim.grade.word(),
        source: claim.evidence.source.to_string(),
        place: locator_label(&claim.evidence.locator),
        quote: claim.evidence.quote.clone(),
        note: claim.note.clone(),
    }
}
