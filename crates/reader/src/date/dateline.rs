//! The date that a document gives for itself in its first lines.

use model::{PartialDate, Precision};

use super::mention::{DateMention, DateRole, dates};
use super::words::DateWords;
use crate::text::{Sentence, TokenKind};

/// How many sentences a head has.
const HEAD: usize = 10;
/// A line that is a date may say so much besides: a time, "Press release", a place.
const SPARE_TOKENS: usize = 10;
/// How many words stand before the date of a dateline: a city, a state, an agency.
const BEFORE: usize = 8;

/// The full date of a dateline ("MCALLEN, TX, April 29, 2024 --") or of a line that is little but a date. `None` when the first
/// sentences have none, or none with its year: a date told in a sentence is not the document's own.
pub(crate) fn dateline_date<'a>(
    first_sentences: impl IntoIterator<Item = &'a Sentence>,
    words: &DateWords,
) -> Option<PartialDate> {
    // A year is written in digits.
    let has_number = |sentence: &&Sentence| sentence.tokens.iter().any(|token| token.kind == TokenKind::Number);
    first_sentences.into_iter().take(HEAD).filter(has_number).find_map(|sentence| {
        let mentions = dates(sentence, words, None, None);
        let is_full = |mention: &&DateMention| {
            mention.role == DateRole::On && mention.date.is_some_and(|date| date.precision() == Precision::Day)
        };
        let mention = mentions.iter().find(is_full)?;
        let is_own = is_date_line(sentence, mention) || opens_as_dateline(sentence, mention);
        mention.date.filter(|_| is_own)
    })
}

/// A line of little but a date.
fn is_date_line(sentence: &Sentence, mention: &DateMention) -> bool {
    let others = |at: &usize| !mention.tokens.contains(at) && is_word(sentence, *at);
    let n_others = (0..sentence.len()).filter(others).count();
    let is_last = (mention.tokens.end..sentence.len()).all(|at| !is_word(sentence, at) || is_time(sentence, at));
    let ends_closed = sentence.is_mark(sentence.len().saturating_sub(1), ".") && n_others > 3;
    (n_others <= 3 || is_last && n_others <= SPARE_TOKENS) && !ends_closed
}

/// Only capitalized words, at most a few, and then the date with a dash, slash or full stop after it.
fn opens_as_dateline(sentence: &Sentence, mention: &DateMention) -> bool {
    let before = (0..mention.tokens.start).filter(|at| is_word(sentence, *at));
    let is_place = before.clone().all(|at| sentence.tokens[at].is_capital) && before.count() <= BEFORE;
    let next = sentence.word(mention.tokens.end);
    let is_closed = matches!(next, "-" | "/" | "." | ":" | ")" | "(" | "|" | "");
    is_place && is_closed
}

fn is_word(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.tokens[at].kind, TokenKind::Word | TokenKind::Number)
}

/// "3:19 pm".
fn is_time(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens[at].kind == TokenKind::Number || sentence.word(at).len() <= 3
}
