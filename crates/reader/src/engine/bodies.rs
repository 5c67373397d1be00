//! Universities that a text calls by the place in their name: "Massey signs with Peking".
//!
//! Only where the document names no tie of towns: beside one, the same word is the town.

use rustc_hash::FxHashMap;

use super::context::is_named;
use super::line::Line;
use crate::language::{Cue, Language, Role};
use crate::mention::{Mention, MentionKind};

/// Takes bare names for the body of the document whose name they begin or end.
pub(crate) fn by_short_name(lines: &mut [Line], language: &Language) {
    if lines.iter().any(|line| line.has(|cue| matches!(cue, Cue::Tie(word) if is_named(word)))) {
        return;
    }
    let mut bodies: FxHashMap<String, Option<Mention>> = FxHashMap::default();
    for line in lines.iter() {
        for body in line.mentions.iter().filter(|mention| mention.kind == MentionKind::Institution) {
            let Some(short) = short_name(line, body, language) else { continue };
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
                let (tokens, name_tokens, name) =
                    (mention.tokens.clone(), mention.name_tokens.clone(), mention.name.clone());
                let full = body.alias_of.clone().unwrap_or_else(|| body.name.clone());
                let short = Mention { tokens, name_tokens, name, alias_of: Some(full), short: None, ..body.clone() };
                line.mentions[at] = short;
            }
        }
    }
}

/// "massey" of "Massey University", "waikato" of "University of Waikato".
fn short_name(line: &Line, body: &Mention, language: &Language) -> Option<String> {
    let tokens = body.name_tokens.clone();
    let is_noun = |at: usize| {
        let one = |phrase: &str| line.sentence.word(at) == phrase;
        language.institutions.short.iter().any(|noun| one(noun))
    };
    let words = if is_noun(tokens.end - 1) {
        tokens.start..tokens.end - 1
    } else if is_noun(tokens.start) && line.role_at(tokens.start + 1).is_some_and(|(_, role)| role == Role::Of) {
        tokens.start + 2..tokens.end
    } else {
        return None;
    };
    let is_name = words.len() == 1 && line.sentence.tokens[words.start].is_capital;
    (is_name && body.alias_of.is_none()).then(|| line.sentence.word(words.start).to_owned())
}
