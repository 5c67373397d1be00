//! The small values that all records share.

use model::{Name, PartyId};
use register::{AsOf, ClaimKey, Party, PartyKey, Reason, Register};
use serde::Serialize;
use utoipa::ToSchema;

use crate::language::Language;
use crate::messages::Messages;

/// The pair of days an answer is for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AsOfDto {
    /// The day the answer speaks of.
    #[schema(example = "2020-11-29")]
    pub true_on: String,
    /// The day up to which sources had spoken.
    #[schema(example = "2020-11-29")]
    pub known_on: String,
}

/// A word of a closed list, with what to call it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WordDto {
    /// The word, as in files and addresses; empty when not known.
    #[schema(value_type = String, example = "in-force")]
    pub value: &'static str,
    /// Its label.
    #[schema(example = "in force")]
    pub label: String,
}

/// Why a value is what it is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReasonDto {
    /// The kind of reason.
    #[schema(value_type = String, example = "standing-signed")]
    pub key: &'static str,
    /// The reason as a sentence.
    pub text: String,
    /// The names of the claims it rests on, the best first.
    pub claims: Vec<String>,
}

/// A word of a closed list, with why.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ValueDto {
    /// The word and its label.
    #[serde(flatten)]
    pub word: WordDto,
    /// Why.
    pub reason: ReasonDto,
}

/// A party, in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyRefDto {
    /// Its id.
    #[schema(example = "us-ny.albany")]
    pub id: String,
    /// The name to show, in the language of the answer where it has one.
    pub name: String,
    /// The name to show in Russian, where a claim gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_ru: Option<String>,
    /// What it is.
    pub kind: WordDto,
    /// Why the name as stated cannot be resolved to one body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<String>,
    /// Its page.
    pub url: String,
    /// What to show beside the name, for pages.
    #[serde(skip)]
    pub beside: Option<BesideDto>,
}

/// A name beside the one shown.
#[derive(Debug, Clone)]
pub struct BesideDto {
    /// The name.
    pub text: String,
    /// Its language as a BCP 47 tag.
    pub language: &'static str,
}

/// The days asked for.
#[must_use]
pub fn as_of(as_of: AsOf) -> AsOfDto {
    AsOfDto { true_on: as_of.true_on.to_string(), known_on: as_of.known_on.to_string() }
}

/// A word of a closed list with its label; an empty word is labeled as not known.
pub(crate) fn word(list: &str, value: &'static str) -> WordDto {
    let messages = Messages::current();
    let label = if value.is_empty() { messages.text("not-known") } else { messages.word(list, value) };
    WordDto { value, label }
}

/// A reason as a sentence, with the names of its claims.
#[must_use]
pub fn reason(register: &Register, reason: &Reason) -> ReasonDto {
    let text = Messages::current().reason(register, reason);
    ReasonDto { key: reason.key, text, claims: names(register, &reason.claims) }
}

/// A party in short.
#[must_use]
pub fn party_ref(register: &Register, key: PartyKey) -> PartyRefDto {
    let party = register.party(key);
    PartyRefDto {
        id: party.id().to_string(),
        name: Messages::current().shown_name(register, key).to_owned(),
        beside: beside(party),
        name_ru: party.name_ru.clone(),
        kind: word("kind", party.kind.map_or("", model::PartyKind::word)),
        unresolved: party.unresolved.clone(),
        url: place_url(party.id()),
    }
}

/// The name in the other language, unless the one shown is the local one.
fn beside(party: &Party) -> Option<BesideDto> {
    let current = Language::current();
    let name_ru = party.name_ru.as_ref().filter(|name| **name != party.name)?;
    let (text, language) = match current {
        Language::English => (name_ru, Language::Russian),
        Language::Russian => (&party.name, Language::English),
    };
    let is_local = current.is_local_in(party.id().country());
    (!is_local).then(|| BesideDto { text: text.clone(), language: language.tag() })
}

/// The page of a party.
pub(super) fn place_url(id: &PartyId) -> String {
    format!("/places/{id}")
}

/// A name as text. A record holds dozens of them, and formatting byte by byte took a third of the time to make one.
pub(super) fn name_text(name: &Name) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    name.0.iter().flat_map(digits).map(char::from).collect()
}

/// The name of a claim.
pub(crate) fn name_of(register: &Register, claim: ClaimKey) -> String {
    name_text(&register.known(claim).name)
}

/// The names of claims.
pub(super) fn names(register: &Register, claims: &[ClaimKey]) -> Vec<String> {
    claims.iter().map(|claim| name_of(register, *claim)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_model_writes_them() {
        let name = Name(std::array::from_fn(|idx| u8::try_from(idx * 8).expect("below 256")));
        assert_eq!(name_text(&name), name.to_string());
    }
}
