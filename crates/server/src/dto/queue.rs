//! What waits for a decision, as pages show it: by source, and each claim with its sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use desk::{decision, decision_name};
use model::{Locator, Review, SourceId};
use reader::claims::is_about_identity;
use register::{ClaimKey, Register, Status};

use super::source::{SourceRefDto, source_ref};
use super::words::{WordDto, name_text, word};
use crate::messages::Messages;

/// A source from which something waits.
#[derive(Debug, Clone)]
pub(crate) struct WaitingDto {
    pub(crate) source: SourceRefDto,
    /// When it was published, in words.
    pub(crate) published: Option<String>,
    /// Claims that wait.
    pub(crate) n_facts: usize,
    /// Claims that wait and only say who the parties are.
    pub(crate) n_names: usize,
}

/// A decision that somebody took.
#[derive(Debug, Clone)]
pub(crate) struct DecisionDto {
    pub(crate) verdict: WordDto,
    pub(crate) reason: String,
    pub(crate) by: String,
    /// The claim that counts instead.
    pub(crate) amended: Option<String>,
}

/// A claim on the desk.
#[derive(Debug, Clone)]
pub(crate) struct CardDto {
    pub(crate) key: ClaimKey,
    /// Its name, 64 hexadecimal digits.
    pub(crate) name: String,
    pub(crate) status: WordDto,
    /// The kind of its fact, in words.
    pub(crate) kind: WordDto,
    /// What it says.
    pub(crate) sentence: String,
    pub(crate) speaker: Option<String>,
    pub(crate) note: String,
    /// The bytes it rests on.
    pub(crate) range: Option<Range<usize>>,
    /// What stands before the words in their sentence.
    pub(crate) before: String,
    /// The words.
    pub(crate) words: String,
    /// What stands after them.
    pub(crate) after: String,
    /// The decisions, in the order of the ledger.
    pub(crate) decisions: Vec<DecisionDto>,
    /// The name of the last decision; empty when there is none.
    pub(crate) seen: String,
    pub(crate) is_waiting: bool,
    /// Whether it only says who a party is.
    pub(crate) is_naming: bool,
    /// Whether the last decision can be taken back.
    pub(crate) can_undo: bool,
}

/// The sources from which something waits, those with the newest claims first.
pub(crate) fn waiting(register: &Register) -> Vec<WaitingDto> {
    let mut by_source: BTreeMap<&SourceId, (ClaimKey, usize, usize)> = BTreeMap::new();
    for key in desk::waiting(register) {
        let claim = &register.known(key).claim;
        let entry = by_source.entry(&claim.evidence.source).or_insert((key, 0, 0));
        entry.0 = entry.0.max(key);
        *(if is_about_identity(&claim.fact) { &mut entry.2 } else { &mut entry.1 }) += 1;
    }
    let mut all: Vec<_> = by_source.into_iter().collect();
    all.sort_by_key(|(_, (last, ..))| std::cmp::Reverse(*last));
    let shown = |(id, (_, n_facts, n_names)): (&SourceId, (ClaimKey, usize, usize))| {
        let published = register.source(id).and_then(|source| source.published);
        let published = published.map(|date| Messages::current().date(&date));
        WaitingDto { source: source_ref(register, id), published, n_facts, n_names }
    };
    all.into_iter().map(shown).collect()
}

/// The claim as a card. `named` knows the names that wait; `text` is the source's, with its sentences.
pub(crate) fn card(
    register: &Register,
    named: &Register,
    key: ClaimKey,
    text: Option<(&str, &[Range<usize>])>,
) -> CardDto {
    let messages = Messages::current();
    let known = register.known(key);
    let claim = &known.claim;
    let range =
        text.and_then(|(text, _)| bytes(&claim.evidence.locator).filter(|range| text.get(range.clone()).is_some()));
    let context = text.zip(range.clone()).map(|((text, sentences), range)| around(text, sentences, &range));
    let (before, words, after) =
        context.unwrap_or_else(|| (String::new(), claim.evidence.quote.clone(), String::new()));
    let last = decision(register, key);
    CardDto {
        key,
        name: name_text(&known.name),
        status: word("status", status_word(known.status)),
        kind: kind(&claim.fact),
        sentence: messages.fact(named, claim),
        speaker: claim.speaker.as_ref().map(|speaker| speaker.office.clone()),
        note: claim.note.clone(),
        range,
        before,
        words,
        after,
        decisions: register.reviews_of(&known.name).map(decided).collect(),
        seen: last.map(|last| decision_name(last).to_string()).unwrap_or_default(),
        is_waiting: known.status == Status::Proposed,
        is_naming: is_about_identity(&claim.fact),
        can_undo: last.is_some_and(|last| last.verdict != model::Verdict::Reopen),
    }
}

fn decided(review: &Review) -> DecisionDto {
    DecisionDto {
        verdict: word("verdict", review.verdict.word()),
        reason: review.reason.clone(),
        by: review.by.clone(),
        amended: review.amended.as_ref().map(name_text),
    }
}

const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Counts => "counts",
        Status::Proposed => "proposed",
        Status::Rejected => "rejected",
        Status::Retracted => "retracted",
    }
}

/// The kind of a fact; those that say who a party is are one kind.
fn kind(fact: &model::Fact) -> WordDto {
    let value = if is_about_identity(fact) { "name" } else { super::claim::fact(fact) };
    WordDto { value, label: Messages::current().text(&format!("desk-kind-{value}")) }
}

fn bytes(locator: &Locator) -> Option<Range<usize>> {
    let Locator::Bytes { start, end } = locator else { return None };
    Some(usize::try_from(*start).ok()?..usize::try_from(*end).ok()?)
}

/// The words of a claim with what stands before and after them in their sentences.
fn around(text: &str, sentences: &[Range<usize>], words: &Range<usize>) -> (String, String, String) {
    let first = sentences.iter().rfind(|sentence| sentence.start <= words.start).map_or(words.start, |one| one.start);
    let last = sentences.iter().find(|sentence| sentence.end >= words.end).map_or(words.end, |one| one.end);
    let cut = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    (cut(first..words.start), cut(words.clone()), cut(words.end..last))
}
