//! Universities that a text calls by the place in their name: "Massey signs with Peking".
//!
//! Only where the document names no tie of towns: beside one, the same word is the town.

use rustc_hash::FxHashMap;

use super::context::is_named;
use super::line::Line;
use crate::language::{Cue, Language, Role};
use crate::mention::{Mention, MentionKind};
use crate::text::TokenKind;

/// Takes a shorter name of a body of the document for that body: "Victoria University" where "Victoria University of
/// Wellington" is named, "Massey Business School" where Massey University is.
pub(crate) fn by_whole_name(lines: &mut [Line], language: &Language) {
    let mut bodies: Vec<(String, Option<String>, Mention)> = Vec::new();
    for line in lines.iter() {
        for body in line.mentions.iter().filter(|mention| mention.kind == MentionKind::Institution) {
            let folded = gazetteer::fold(&body.name);
            if body.alias_of.is_none() && !bodies.iter().any(|(known, ..)| *known == folded) {
                bodies.push((folded, short_name(line, body, language), body.clone()));
            }
        }
    }
    let whole_of = |part: &str| {
        let is_longer = |whole: &str| {
            let rest = whole.strip_prefix(part).and_then(|rest| rest.strip_prefix(' '));
            let next = rest.and_then(|rest| rest.split(' ').next());
            next.is_some_and(|next| language.institutions.inner.contains(next)) && part.contains(' ')
        };
        let is_wing = |short: &Option<String>| {
            let rest = short.as_deref().and_then(|short| part.strip_prefix(short));
            rest.and_then(|rest| rest.strip_prefix(' ')).is_some_and(|rest| language.institutions.wings.contains(rest))
        };
        // "DSU", where Delaware State University is named too.
        let is_initials = |body: &Mention| {
            let capitals =
                body.name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|one| one.is_uppercase());
            // "AUT University", where the Auckland University of Technology is.
            let is_of_body = |rest: &str| !rest.is_empty() && rest.split(' ').all(|word| named(body, word));
            let part = part.split_once(' ').filter(|(_, rest)| is_of_body(rest)).map_or(part, |(first, _)| first);
            part.len() >= 3 && !part.contains(' ') && capitals.collect::<String>().eq_ignore_ascii_case(part)
        };
        let mut wholes =
            bodies.iter().filter(|(whole, short, body)| is_longer(whole) || is_wing(short) || is_initials(body));
        wholes.next().filter(|_| wholes.next().is_none()).map(|(_, _, body)| body)
    };
    for line in lines {
        for at in 0..line.mentions.len() {
            let mention = &line.mentions[at];
            if mention.kind != MentionKind::Institution || mention.alias_of.is_some() {
                continue;
            }
            // "Tongji University's Guohao College"
            let owner = at.checked_sub(1).map(|before| &line.mentions[before]).filter(|owner| {
                let is_own = owner.tokens.end + 1 == mention.tokens.start
                    && line.sentence.tokens[owner.tokens.end].kind == TokenKind::Possessive;
                owner.kind == MentionKind::Institution && is_own
            });
            if let Some(body) = owner.or_else(|| whole_of(&gazetteer::fold(&mention.name))) {
                line.mentions[at] = called(mention, body);
            }
        }
    }
}

/// Whether a folded word is one of a body's name.
fn named(body: &Mention, word: &str) -> bool {
    gazetteer::fold(&body.name).split(' ').any(|own| own == word)
}

/// A mention under its own name of what has another.
fn called(mention: &Mention, body: &Mention) -> Mention {
    let (tokens, name_tokens, name) = (mention.tokens.clone(), mention.name_tokens.clone(), mention.name.clone());
    let full = body.alias_of.clone().unwrap_or_else(|| body.name.clone());
    Mention { tokens, name_tokens, name, alias_of: Some(full), short: None, ..body.clone() }
}

/// "the Kazan campus of A University": where a part of a body lies is no party.
pub(crate) fn drop_seats(lines: &mut [Line], language: &Language) {
    for line in lines {
        let mentions = &line.mentions;
        let is_seat = |at: usize| {
            let (Some(seat), Some(body)) = (mentions.get(at), mentions.get(at + 1)) else { return false };
            let gap = seat.tokens.end..body.tokens.start;
            let is_place = matches!(seat.kind, MentionKind::Place | MentionKind::Region);
            is_place
                && body.kind == MentionKind::Institution
                && (2..=3).contains(&gap.len())
                && language.institutions.seats.contains(line.sentence.word(gap.start))
                && line.role_at(gap.start + 1).is_some_and(|(_, role)| role == Role::Of)
        };
        let keeps: Vec<bool> = (0..mentions.len()).map(|at| !is_seat(at)).collect();
        let mut keep = keeps.into_iter();
        line.mentions.retain(|_| keep.next().unwrap_or(true));
    }
}

/// Takes bare names for the body of the document whose name they begin or end.
pub(crate) fn by_short_name(lines: &mut [Line], language: &Language) {
    let names_body = |line: &Line| line.mentions.iter().any(|mention| mention.kind == MentionKind::Institution);
    let ties_towns = |line: &Line| line.has(|cue| matches!(cue, Cue::Tie(word) if is_named(word))) && !names_body(line);
    if lines.iter().any(ties_towns) {
        return;
    }
    let mut bodies: FxHashMap<String, Option<Mention>> = FxHashMap::default();
    for line in lines.iter() {
        for body in line.mentions.iter().filter(|mention| mention.kind == MentionKind::Institution) {
            // A line in capitals has no end of a name.
            let is_shouted = line.sentence.tokens[body.name_tokens.clone()].iter().all(|token| token.is_shout);
            let Some(short) = short_name(line, body, language).filter(|_| !is_shouted) else { continue };
            let full = body.alias_of.as_ref().unwrap_or(&body.name);
            let known = bodies.entry(short).or_insert_with(|| Some(body.clone()));
            // Two bodies of one place: the place's name says neither.
            if known.as_ref().is_some_and(|known| known.alias_of.as_ref().unwrap_or(&known.name) != full) {
                *known = None;
            }
        }
    }
    if bodies.is_empty() {
        return;
    }
    let is_place = |mention: &Mention| {
        let is_kind = matches!(mention.kind, MentionKind::Place | MentionKind::Region | MentionKind::Unknown);
        is_kind && mention.unit.is_none() && mention.stated.is_none() && !mention.for_place
    };
    for line in lines {
        for at in 0..line.mentions.len() {
            let mention = &line.mentions[at];
            let role = line.role_before(mention.tokens.start).map(|(_, role)| role);
            if !is_place(mention) || matches!(role, Some(Role::In | Role::From)) {
                continue;
            }
            if let Some(Some(body)) = bodies.get(&gazetteer::fold(&mention.name)) {
                line.mentions[at] = called(mention, body);
            }
        }
    }
}

fn mention_begins_with_place(body: &Mention) -> bool {
    body.inner.iter().any(|inner| inner.tokens.start == body.name_tokens.start && inner.tokens.len() == 1)
}

/// "massey" of "Massey University", "waikato" of "University of Waikato".
fn short_name(line: &Line, body: &Mention, language: &Language) -> Option<String> {
    let tokens = body.name_tokens.clone();
    let is_noun = |at: usize| {
        let one = |phrase: &str| line.sentence.word(at) == phrase;
        language.institutions.short.iter().any(|noun| one(noun))
    };
    let is_of = |at: usize| line.role_at(at).is_some_and(|(_, role)| role == Role::Of);
    // "Victoria University of Wellington"
    let of_place = tokens.len() == 4 && is_noun(tokens.start + 1) && is_of(tokens.start + 2);
    // "Hokkaido" of "Hokkaido Information University"
    let is_place = mention_begins_with_place(body);
    let words = if of_place || is_place && tokens.len() == 3 && is_noun(tokens.end - 1) {
        tokens.start..tokens.start + 1
    } else if is_noun(tokens.end - 1) {
        tokens.start..tokens.end - 1
    } else if is_noun(tokens.start) && is_of(tokens.start + 1) {
        tokens.start + 2..tokens.end
    } else {
        return None;
    };
    let is_name = words.len() == 1 && line.sentence.tokens[words.start].is_capital;
    (is_name && body.alias_of.is_none()).then(|| line.sentence.word(words.start).to_owned())
}
