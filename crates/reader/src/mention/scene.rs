//! What names are looked for in and with.

use std::ops::Range;

use gazetteer::Gazetteer;

use crate::language::{Language, Role};
use crate::text::Sentence;

/// What names are looked for in and with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The document that the sentences' ranges belong to.
    pub(crate) text: &'a str,
    /// Its language.
    pub(crate) language: &'a Language,
    /// The places there are.
    pub(crate) gazetteer: &'a Gazetteer,
}

impl Scene<'_> {
    /// Whether the token is an "and".
    pub(super) fn is_and(&self, sentence: &Sentence, at: usize) -> bool {
        let mut is_and = false;
        if at < sentence.len() {
            self.language.roles.find_at(sentence, at, |end, role| is_and |= *role == Role::And && end == at + 1);
        }
        is_and
    }

    /// Tokens as the text has them, one blank between words.
    pub(super) fn written(&self, sentence: &Sentence, tokens: Range<usize>) -> String {
        self.text[sentence.bytes(tokens)].split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
