//! What else a careful reader takes from a document: stated counts, wishes, carriers, listings, and what it leaves out.

use std::ops::Range;

use model::{Bound, CarrierEvent, ListingStatus};

use super::combine::on_line;
use super::context::{is_denied, is_named};
use super::line::Line;
use super::scene::Scene;
use super::status::{distance, is_negated};
use super::tie::Pair;
use crate::date::DateRole;
use crate::language::{Cue, StatusWord, TieWord};
use crate::mention::{Mention, MentionKind};
use crate::reading::{Carrier, Count, LeftOut, LeftOutReason, Listing, PartyType, Wish};
use crate::text::TokenKind;

/// The most words between a carrier and what became of it.
const CARRIER_REACH: usize = 8;

/// Numbers of ties: "77 pairs of sister cities", "more than 60 partnerships".
pub(crate) fn counts(scene: &Scene<'_>) -> Vec<Count> {
    let lines = scene.lines.iter().filter(|line| !line.is_title);
    lines.filter_map(|line| count(scene, line)).collect()
}

fn count(scene: &Scene<'_>, line: &Line) -> Option<Count> {
    line.find(|cue| cue == Cue::Counted).find_map(|unit| {
        let at = number_before(line, unit.tokens.start)?;
        let number: u32 = line.sentence.word(at).replace([',', ' '], "").parse().ok()?;
        // A year is no count, and one tie is no count either.
        if !(2..=100_000).contains(&number) || (1900..=2100).contains(&number) {
            return None;
        }
        let put = |cue: Cue| line.find(|other| other == cue).find(|found| found.tokens.end == at);
        let (bound, start) = match (put(Cue::Over), put(Cue::About)) {
            (Some(over), _) => (Bound::Over, over.tokens.start),
            (_, Some(about)) => (Bound::About, about.tokens.start),
            _ => (Bound::Exactly, at),
        };
        let about: Vec<usize> = line.parties.iter().flatten().copied().collect();
        let about = if about.is_empty() { by_people(scene, line) } else { about };
        Some(Count {
            number,
            bound,
            unit: line.bytes(at + 1..unit.tokens.end),
            about,
            evidence: line.bytes(start..unit.tokens.end),
            speaker: None,
        })
    })
}

fn number_before(line: &Line, unit: usize) -> Option<usize> {
    let from = unit.saturating_sub(5);
    (from..=unit.min(line.sentence.len() - 1)).rev().find(|at| line.sentence.tokens[*at].kind == TokenKind::Number)
}

/// "Russian and American": the countries' own parties, where the document names them.
fn by_people(scene: &Scene<'_>, line: &Line) -> Vec<usize> {
    let countries = line.mentions.iter().filter_map(|mention| mention.country);
    let mut found: Vec<usize> = countries
        .filter_map(|country| {
            (0..scene.parties.all.len())
                .find(|party| scene.kind(*party) == PartyType::Country && scene.country(*party) == Some(country))
        })
        .collect();
    found.dedup();
    found
}

/// Sentences that hope for ties without stating one.
pub(crate) fn wishes(scene: &Scene<'_>, pairs: &[Pair]) -> Vec<Wish> {
    let speaks_of_ties = |line: &Line| {
        line.has(|cue| {
            matches!(cue, Cue::Tie(_) | Cue::Refer(_) | Cue::Status(StatusWord::Revived | StatusWord::Proposed))
        })
    };
    // In news of anything else "the two sides hope" is no wish for a tie.
    let named = |cue: Cue| matches!(cue, Cue::Tie(word) if is_named(word));
    if pairs.is_empty() && !scene.lines.iter().any(|line| line.has(named)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, line) in scene.lines.iter().enumerate() {
        let states_pair = !on_line(pairs, at).is_empty();
        if line.is_title || states_pair || !line.has(|cue| cue == Cue::Hope) || !speaks_of_ties(line) {
            continue;
        }
        found.push(Wish {
            evidence: line.span.range.clone(),
            about: line.parties.iter().flatten().copied().collect(),
            speaker: None,
        });
    }
    found
}

/// Sentences with the field's words from which nothing was taken, each with the reason.
pub(crate) fn left_out(scene: &Scene<'_>, is_used: impl Fn(usize) -> bool) -> Vec<LeftOut> {
    let mut found = Vec::new();
    for (at, line) in scene.lines.iter().enumerate() {
        if line.is_title || is_used(at) {
            continue;
        }
        if let Some(reason) = reason(scene, line) {
            found.push(LeftOut { evidence: line.span.range.clone(), reason });
        }
    }
    found
}

fn reason(scene: &Scene<'_>, line: &Line) -> Option<LeftOutReason> {
    let named_tie = line.has(|cue| {
        matches!(cue, Cue::Tie(TieWord::Sister | TieWord::SisterState | TieWord::SisterRegion | TieWord::Friendship))
    });
    if line.has(|cue| cue == Cue::Not) {
        return Some(LeftOutReason::OtherSense);
    }
    if named_tie && is_denied(line) {
        return Some(LeftOutReason::Denied);
    }
    if line.has(|cue| cue == Cue::Vague) {
        return Some(LeftOutReason::Vague);
    }
    if !named_tie {
        return line.has(|cue| cue == Cue::Praise).then_some(LeftOutReason::Praise);
    }
    if line.has(|cue| cue == Cue::Hope) {
        return Some(LeftOutReason::Hope);
    }
    if line.has(|cue| cue == Cue::Praise) {
        return Some(LeftOutReason::Praise);
    }
    let parties: Vec<usize> = line.parties.iter().flatten().copied().collect();
    let one_country = parties.len() >= 2 && parties.windows(2).all(|two| scene.same_country(two[0], two[1]));
    Some(if one_country { LeftOutReason::OneCountry } else { LeftOutReason::NoPartner })
}

/// What became of the bodies that do the work: founded, at work, paused, dissolved.
pub(crate) fn carriers(scene: &Scene<'_>) -> Vec<Carrier> {
    let lines = scene.lines.iter().filter(|line| !line.is_title);
    lines.flat_map(|line| carriers_in(scene, line)).collect()
}

fn carriers_in(scene: &Scene<'_>, line: &Line) -> Option<Carrier> {
    let found = line.find(|cue| cue == Cue::Carrier).next()?;
    let near = |status: StatusWord| {
        line.find(|cue| cue == Cue::Status(status)).any(|word| distance(&word.tokens, &found.tokens) <= CARRIER_REACH)
    };
    let event = if near(StatusWord::Ended) {
        CarrierEvent::Dissolved
    } else if near(StatusWord::Suspended) {
        CarrierEvent::ActivitySuspended
    } else if near(StatusWord::New) && line.has(|cue| cue == Cue::Founding) {
        CarrierEvent::Founded
    } else {
        return None;
    };
    let name = capitalized_around(line, &found.tokens)?;
    let known = |mention: &Mention| mention.kind != MentionKind::Unknown && !mention.is_doubtful;
    let within = |party: &Option<usize>, mention: &Mention| {
        party.filter(|_| name.contains(&mention.tokens.start) && known(mention))
    };
    let mut named = line.parties.iter().zip(&line.mentions).filter_map(|(party, mention)| within(party, mention));
    let first = named.next();
    let partner = named.next();
    Some(Carrier {
        name: line.bytes(name.clone()),
        party: first.or_else(|| scene.focus.first().copied()),
        partner,
        event,
        date: line.dates.iter().find(|date| date.role == DateRole::On).and_then(|date| date.date),
        evidence: line.span.range.clone(),
    })
}

/// The capitalized words around a carrier's word: its name. None when it has no name of its own.
fn capitalized_around(line: &Line, tokens: &Range<usize>) -> Option<Range<usize>> {
    let sentence = &line.sentence;
    let is_name = |at: usize| sentence.tokens[at].is_capital && sentence.tokens[at].kind == TokenKind::Word;
    // A run that nothing knows may be a person's name: the carrier's begins behind it.
    let known = |at: usize| {
        line.mention_at(at).is_none_or(|mention| {
            line.mentions[mention].kind != MentionKind::Unknown && !line.mentions[mention].is_doubtful
        })
    };
    let start = (0..tokens.start).rev().take_while(|at| is_name(*at) && known(*at)).last().unwrap_or(tokens.start);
    let end = (tokens.end..sentence.len()).take_while(|at| is_name(*at)).last().map_or(tokens.end, |last| last + 1);
    is_name(tokens.end - 1).then_some(start..end).filter(|name| name.len() > tokens.len() || is_name(tokens.start))
}

/// What registries are said to list: "is listed by …", "is no longer on the list of …".
pub(crate) fn listings(scene: &Scene<'_>, pairs: &[Pair]) -> Vec<Listing> {
    let mut found = Vec::new();
    for pair in pairs.iter().filter(|pair| !scene.lines[pair.line].is_title) {
        let line = &scene.lines[pair.line];
        let Some(registry) = line.find(|cue| cue == Cue::Registry).next() else { continue };
        let listed = line.find(|cue| cue == Cue::Listed).next();
        let Some(listed) = listed else { continue };
        let status = if is_negated(line, listed) { ListingStatus::NotListed } else { ListingStatus::Listed };
        found.push(Listing {
            registry: line.bytes(registry.tokens.clone()),
            parties: [pair.a, pair.b],
            status,
            evidence: line.bytes(pair.tokens.clone()),
        });
    }
    found
}
