//! Persons, so that they do not become places. Nothing of them is kept beyond the surname within one document.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::name::forms;
use crate::text::{Sentence, TokenKind};

/// The tokens of a person's name that begins at `at`: what follows a title, or a given name with what follows it.
pub(super) fn at(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let is_titled = at > 0 && is_title(lexicon, sentence, at - 1)
        || at > 1 && sentence.is_mark(at - 1, ".") && is_title(lexicon, sentence, at - 2);
    let is_given_name = is_given_name(lexicon, sentence.word(at));
    if !is_titled && !is_given_name {
        return None;
    }
    let end = name_end(lexicon, sentence, at);
    let n_words = (at..end).filter(|at| sentence.tokens[*at].kind == TokenKind::Word).count();
    // A title alone is followed by a place as often: "Mayor of", "General Hospital".
    // "Logan-Rogersville" is no person.
    let is_joined = sentence.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && !next.spaced);
    let is_person = if is_joined && !is_titled {
        false
    } else if is_given_name {
        n_words >= 2 || is_titled && n_words == 1
    } else {
        n_words >= 1
    };
    is_person.then_some(at..end)
}

/// A given name, perhaps in another case.
pub(super) fn is_given_name(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.first_names.contains(word)
        || !lexicon.folded_endings.is_empty()
            && forms(lexicon, word).iter().skip(1).any(|form| lexicon.first_names.contains(form))
}

fn is_title(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    sentence.tokens[at].is_capital && lexicon.titles.contains(sentence.word(at))
}

/// Where a run of capitalized words and initials ends that no body, title or unit interrupts.
fn name_end(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> usize {
    let end = run_end(sentence, at);
    let stop = (at + 1..end).find(|at| {
        let word = sentence.word(*at);
        lexicon.bodies.contains(word) || lexicon.titles.contains(word)
    });
    // "Madison County Health Department": the given name begins a place's.
    if stop == Some(at + 1) { at + 1 } else { stop.unwrap_or(end) }
}

/// Where the run of capitalized words and initials that begins at `at` ends.
pub(super) fn run_end(sentence: &Sentence, at: usize) -> usize {
    let mut end = at;
    while let Some(token) = sentence.tokens.get(end) {
        let is_word = token.kind == TokenKind::Word && token.is_capital;
        let is_initial = sentence.is_mark(end, ".") && end > at && sentence.word(end - 1).len() == 1;
        if !is_word && !is_initial {
            break;
        }
        end += 1;
    }
    end
}
