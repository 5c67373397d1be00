//! Whether the sentence speaks of what was or of what will be, where a date stands in it.

use std::ops::Range;

use super::atoms::Reading;
use super::words::Atom;
use crate::text::TokenKind;

/// When the sentence says that a thing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// The words of a sentence that have a tense, by where they stand.
pub(super) struct Tenses(Vec<(usize, Tense)>);

/// "will have been signed" is no past: its words count for nothing so soon after a word of the future.
const GOVERNED: usize = 3;
/// Shorter words end as verbs do by chance.
const SHORTEST: usize = 5;

impl Reading<'_> {
    pub(super) fn tenses(&self) -> Tenses {
        let mut found: Vec<(usize, Tense)> = Vec::new();
        let mut future_until = 0;
        let mut marked: Vec<(usize, usize, Tense)> = self
            .all()
            .filter_map(|(start, end, atom)| match atom {
                Atom::Future => Some((start, end, Tense::Future)),
                Atom::Past => Some((start, end, Tense::Past)),
                _ => None,
            })
            .collect();
        marked.reverse();
        for at in 0..self.sentence.len() {
            let mut here = None;
            while let Some((_, end, tense)) = marked.pop_if(|(start, _, _)| *start == at) {
                if tense == Tense::Future {
                    future_until = future_until.max(end + GOVERNED);
                    here = Some(Tense::Future);
                }
                here = here.or(Some(tense));
            }
            let here = here.or_else(|| self.ending(at)).filter(|tense| *tense == Tense::Future || at >= future_until);
            found.extend(here.map(|tense| (at, tense)));
        }
        Tenses(found)
    }

    fn ending(&self, at: usize) -> Option<Tense> {
        let token = &self.sentence.tokens[at];
        let word = self.sentence.word(at);
        if token.kind != TokenKind::Word || token.is_capital && at > 0 || word.len() < SHORTEST {
            return None;
        }
        let ends = |endings: &[String]| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        if ends(&self.words.future_endings) {
            Some(Tense::Future)
        } else {
            ends(&self.words.past_endings).then_some(Tense::Past)
        }
    }
}

impl Tenses {
    /// The tense of the word that stands nearest to these tokens; words behind them are felt to be farther away.
    pub(super) fn near(&self, tokens: &Range<usize>) -> Option<Tense> {
        let distance =
            |at: usize| if at < tokens.start { tokens.start - at } else { 2 * (at + 1).saturating_sub(tokens.end) };
        self.0.iter().min_by_key(|(at, _)| distance(*at)).map(|(_, tense)| *tense)
    }
}
