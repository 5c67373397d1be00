//! The state of a tie, from the words around it.

use super::line::{Found, Line};
use super::scene::Scene;
use super::tie::Pair;
use crate::date::DateRole;
use crate::language::{Cue, Refer, Role, StatusWord, TieWord};
use crate::reading::Status;

/// The most words between a tie's word or names and the word for its state.
const REACH: usize = 9;

/// The same for a word that shows it alive, which speaks of the whole sentence.
const ACTIVE_REACH: usize = 14;

/// The most words between a wish and what is wished for.
const HOPE_REACH: usize = 7;

/// What one sentence says of a pair's state; `None` when it only names the tie.
pub(crate) fn in_sentence(scene: &Scene<'_>, pair: &Pair) -> Option<Status> {
    let line = &scene.lines[pair.line];
    let words: Vec<(StatusWord, &Found)> = line
        .cues
        .iter()
        .filter_map(|found| if let Cue::Status(word) = found.cue { Some((word, found)) } else { None })
        .filter(|(word, found)| {
            let reach = if *word == StatusWord::Active { ACTIVE_REACH } else { REACH };
            let between = found.tokens.end.min(pair.tokens.end)..found.tokens.start.max(pair.tokens.start);
            let is_other_clause = between.into_iter().any(|at| line.sentence.is_mark(at, ";"));
            distance(&found.tokens, &pair.tokens) <= reach
                && (!is_other_clause || *word == StatusWord::Kept)
                && !is_of_others(line, pair, &found.tokens)
        })
        .collect();
    let has = |word: StatusWord| words.iter().any(|(other, _)| *other == word);
    let mut intents = line.find(|cue| cue == Cue::Tie(TieWord::Intent));
    let intent = pair.word == TieWord::Intent || intents.any(|found| !is_of_others(line, pair, &found.tokens));
    if let Some(status) = strong(line, &words) {
        return Some(status);
    }
    if has(StatusWord::Proposed) && !has(StatusWord::Active) || intent {
        let done = has(StatusWord::New) && !intent && !proposes_new(line, &words);
        return Some(if done { Status::Active } else { Status::Proposed });
    }
    let dated_long_ago = line.dates.iter().any(|date| {
        matches!(date.role, DateRole::On | DateRole::Since)
            && distance(&date.tokens, &pair.tokens) <= REACH
            && scene.is_long_ago(date.date.as_ref())
    });
    if has(StatusWord::New) && !has(StatusWord::Active) && dated_long_ago {
        return None;
    }
    if has(StatusWord::Kept) {
        return Some(Status::Active);
    }
    if has(StatusWord::New) || has(StatusWord::Active) {
        let denied = words
            .iter()
            .all(|(word, found)| !matches!(word, StatusWord::New | StatusWord::Active) || is_negated(line, found));
        // "whether to become", "should sign": what is asked for is not there yet.
        let wished = words.iter().all(|(word, found)| *word == StatusWord::New && is_hoped(line, found));
        return match (denied, wished) {
            (true, _) => None,
            (_, true) => Some(Status::Proposed),
            _ => Some(Status::Active),
        };
    }
    if matches!(pair.word, TieWord::Dialogue) {
        return Some(Status::Active);
    }
    None
}

/// "agreements with A and B, as well as letters of intent with C": what stands behind a pair and has sides of its own.
fn is_of_others(line: &Line, pair: &Pair, word: &std::ops::Range<usize>) -> bool {
    let has_own = line.find(|cue| cue == Cue::Tie(TieWord::Intent)).any(|found| {
        let is_with = line.role_at(found.tokens.end).is_some_and(|(_, role)| role == Role::With);
        super::line::overlap(&found.tokens, word) && is_with
    });
    has_own && word.start >= pair.tokens.end
}

/// Whether a word for a state stands near enough to a pair to speak of it, whatever else is in the sentence.
pub(crate) fn is_near(pair: &Pair, found: &Found) -> bool {
    distance(&found.tokens, &pair.tokens) <= REACH
}

/// A word for an end, a pause, a revival or silence, when it is stated and not only proposed.
fn strong(line: &Line, words: &[(StatusWord, &Found)]) -> Option<Status> {
    let order = [
        (StatusWord::Revived, Status::Revived),
        (StatusWord::Ended, Status::Ended),
        (StatusWord::Suspended, Status::Suspended),
        (StatusWord::Dormant, Status::Dormant),
    ];
    for (word, status) in order {
        let Some((_, found)) = words.iter().find(|(other, _)| *other == word) else { continue };
        if is_turned_down(line, found) {
            return Some(Status::Active);
        }
        let only_proposed = is_only_wished(line, found) && word != StatusWord::Dormant;
        if only_proposed {
            // What someone asks for has not happened; a tie to be revived is asleep.
            return Some(if word == StatusWord::Revived { Status::Dormant } else { Status::Active });
        }
        return Some(status);
    }
    None
}

/// Whether a proposal's word comes right before the word for what is new: "plans to sign".
fn proposes_new(line: &Line, words: &[(StatusWord, &Found)]) -> bool {
    let proposals = words.iter().filter(|(word, _)| *word == StatusWord::Proposed);
    proposals.into_iter().any(|(_, proposal)| {
        words.iter().any(|(word, new)| {
            *word == StatusWord::New
                && new.tokens.start >= proposal.tokens.start
                && new.tokens.start <= proposal.tokens.end + 5
        })
    }) || is_hoped_anywhere(line, words)
}

fn is_hoped_anywhere(line: &Line, words: &[(StatusWord, &Found)]) -> bool {
    words.iter().filter(|(word, _)| *word == StatusWord::New).all(|(_, found)| is_hoped(line, found))
}

/// "not suspended", "rejected a motion to suspend".
pub(crate) fn is_turned_down(line: &Line, found: &Found) -> bool {
    is_negated(line, found)
        || line
            .find(|cue| cue == Cue::Status(StatusWord::Kept))
            .any(|kept| distance(&kept.tokens, &found.tokens) <= REACH)
}

pub(crate) fn is_negated(line: &Line, found: &Found) -> bool {
    line.find(|cue| cue == Cue::Negation)
        .any(|not| not.tokens.end <= found.tokens.start && found.tokens.start - not.tokens.end <= 2)
}

/// Whether a word of hope, wish or demand stands shortly before, in the same clause.
pub(crate) fn is_hoped(line: &Line, found: &Found) -> bool {
    stands_before(line, found, Cue::Hope, HOPE_REACH)
}

/// The same however far: what is wished in a clause is not done in it.
pub(crate) fn is_only_wished(line: &Line, found: &Found) -> bool {
    stands_before(line, found, Cue::Hope, usize::MAX) || is_proposed(line, found)
}

/// The same for a word that only proposes.
pub(crate) fn is_proposed(line: &Line, found: &Found) -> bool {
    stands_before(line, found, Cue::Status(StatusWord::Proposed), HOPE_REACH)
}

fn stands_before(line: &Line, found: &Found, cue: Cue, reach: usize) -> bool {
    let parts = |at: usize| [",", ";", ":"].iter().any(|mark| line.sentence.is_mark(at, mark));
    line.find(|other| other == cue).any(|word| {
        word.tokens.end <= found.tokens.start
            && found.tokens.start - word.tokens.end <= reach
            && !(word.tokens.end..found.tokens.start).any(parts)
    })
}

pub(crate) fn distance(a: &std::ops::Range<usize>, b: &std::ops::Range<usize>) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

/// The pairs that a word for a state in a sentence without its own pair speaks of.
pub(crate) fn meant<'a>(scene: &Scene<'_>, at: usize, pairs: &[&'a Pair], topic: &[usize]) -> Vec<&'a Pair> {
    let line = &scene.lines[at];
    let named: Vec<usize> = line.parties.iter().flatten().copied().collect();
    let by_both: Vec<&Pair> =
        pairs.iter().copied().filter(|pair| named.contains(&pair.a) && named.contains(&pair.b)).collect();
    if !by_both.is_empty() {
        return by_both;
    }
    let focus = scene.focus.first().copied();
    let by_partner: Vec<&Pair> = pairs
        .iter()
        .copied()
        .filter(|pair| {
            let other = if Some(pair.a) == focus { pair.b } else { pair.a };
            named.contains(&other) && Some(other) != focus
        })
        .collect();
    if !by_partner.is_empty() {
        return by_partner;
    }
    let refers = line.has(|cue| matches!(cue, Cue::Tie(_) | Cue::Refer(Refer::Both | Refer::It | Refer::Partner)));
    if !refers {
        return Vec::new();
    }
    pairs.iter().copied().filter(|pair| topic.contains(&pair.a) && topic.contains(&pair.b)).collect()
}
