//! From what somebody typed to what they mean: a party, a tie, a claim, a source.
//!
//! Several candidates are a question back, never a choice; but of several places with one name, the only one that has a tie
//! with the other place named is the one meant.

use model::{PartyId, SourceId, TieId};
use register::{ClaimKey, PartyKey, Register, TieKey, fold_name};
use server::messages::Messages;

use crate::exit::{Failure, Outcome};

/// More candidates than this are not listed.
const MOST_SHOWN: usize = 12;
/// More than this are not looked at.
const MOST_FOUND: usize = 200;
/// Fewer digits of a claim's name may also be a word.
const LEAST_DIGITS: usize = 8;

/// What one text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Thing {
    Party(PartyKey),
    Tie(TieKey),
    Claim(ClaimKey),
    Source(SourceId),
}

/// A tie found by names, and what was settled on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundTie {
    /// The tie.
    pub tie: TieKey,
    /// A sentence for each name that could have meant another party.
    pub settled: Vec<String>,
}

/// What one text means: an id of a party, tie or source, digits of a claim's name, or a name.
pub(crate) fn thing(register: &Register, text: &str) -> Outcome<Thing> {
    let text = text.trim();
    if let Some(party) = by_id(register, text) {
        return Ok(Thing::Party(party));
    }
    if text.contains('~') {
        return tie_by_id(register, text).map(Thing::Tie);
    }
    if let Some(source) = SourceId::parse(text).ok().filter(|id| is_known_source(register, id)) {
        return Ok(Thing::Source(source));
    }
    if text.len() >= LEAST_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return claim(register, text).map(Thing::Claim);
    }
    party(register, text).map(Thing::Party)
}

/// The party a text means.
pub(crate) fn party(register: &Register, text: &str) -> Outcome<PartyKey> {
    let candidates = candidates(register, text);
    match candidates.as_slice() {
        [] => Err(nobody(register, text)),
        [only] => Ok(*only),
        several => Err(ambiguous(register, text, several)),
    }
}

/// A code that the register does not have, and that is no party's whole name.
pub(crate) fn code(register: &Register, text: &str) -> Option<PartyId> {
    let id = PartyId::parse(&text.trim().to_ascii_lowercase()).ok()?;
    let is_country = id.country().len() == 2 && id.country().bytes().all(|byte| byte.is_ascii_lowercase());
    let is_known = || by_id(register, text).is_some();
    let is_name = || register.find_parties(text, MOST_FOUND).iter().any(|found| found.is_whole);
    (is_country && !is_known() && !is_name()).then_some(id)
}

/// Which of a tie's parties a text means; the first when it could be any.
pub(crate) fn seat_of(register: &Register, tie: TieKey, text: &str) -> usize {
    let named = candidates(register, text);
    register.tie(tie).parties().iter().position(|party| named.contains(party)).unwrap_or_default()
}

/// The tie between the parties that two or more texts mean.
pub(crate) fn tie_between(register: &Register, texts: &[String]) -> Outcome<FoundTie> {
    let mut named: Vec<Vec<PartyKey>> = Vec::new();
    for text in texts {
        let found = candidates(register, text);
        if found.is_empty() {
            return Err(nobody(register, text));
        }
        named.push(found);
    }
    let mut ties: Vec<(TieKey, Vec<PartyKey>)> = Vec::new();
    // Every tie of a candidate of the first name is looked at once.
    for first in &named[0] {
        for tie in register.party(*first).ties() {
            ties.extend(seat(register, *tie, *first, &named[1..]).map(|seats| (*tie, seats)));
        }
    }
    let is_exact = |tie: &TieKey| register.tie(*tie).parties().len() == named.len();
    if ties.iter().any(|(tie, _)| is_exact(tie)) {
        ties.retain(|(tie, _)| is_exact(tie));
    }
    match ties.as_slice() {
        [] => Err(no_tie(register, texts, &named)),
        [(tie, seats)] => {
            let settled = texts.iter().zip(&named).zip(seats).filter(|((_, candidates), _)| candidates.len() > 1);
            let others: Vec<&str> = texts.iter().map(String::as_str).collect();
            let settled = settled.map(|((text, _), seat)| {
                let rest: Vec<&str> = others.iter().copied().filter(|other| other != text).collect();
                let id = register.party(*seat).id();
                format!(
                    "“{text}” means {}: the only {text} with a tie to {}",
                    described(register, id),
                    rest.join(" and ")
                )
            });
            Ok(FoundTie { tie: *tie, settled: settled.collect() })
        }
        several => {
            let lines: Vec<String> = several.iter().map(|(tie, _)| tie_line(register, *tie)).collect();
            Err(Failure::wrong(
                format!("several ties fit {}:\n{}", quoted(texts), lines.join("\n")),
                "name one by its id, such as `twain show ID`",
            ))
        }
    }
}

/// The claim whose name begins with these digits.
pub(crate) fn claim(register: &Register, digits: &str) -> Outcome<ClaimKey> {
    match register.claims_beginning(digits, MOST_SHOWN).as_slice() {
        [] => Err(Failure::no(
            format!("no claim has a name beginning with {digits}"),
            "copy the digits as `twain show` prints them behind a quote",
        )),
        [only] => Ok(*only),
        several => {
            let lines = several.iter().map(|key| {
                let known = register.known(*key);
                format!("  {}  {}", known.name.short(), Messages::english().fact(register, &known.claim))
            });
            let lines: Vec<String> = lines.collect();
            Err(Failure::wrong(
                format!("several claims have a name beginning with {digits}:\n{}", lines.join("\n")),
                "write more digits",
            ))
        }
    }
}

/// The relation that two texts mean: two countries or regions.
pub(crate) fn relation(register: &Register, texts: &[String]) -> Outcome<TieId> {
    let mut ids = Vec::new();
    for text in texts {
        // A code that no claim names is still a good filter, which nothing passes.
        let id = match PartyId::parse(&text.trim().to_ascii_lowercase()) {
            Ok(id) if id.as_str().len() == 2 => id,
            _ => register.party(party(register, text)?).id().clone(),
        };
        ids.push(id);
    }
    Ok(TieId::between(ids)?)
}

/// The party by id, then by whole name, then by its beginning.
pub(crate) fn candidates(register: &Register, text: &str) -> Vec<PartyKey> {
    if let Some(party) = by_id(register, text) {
        return vec![party];
    }
    let found = register.find_parties(text, MOST_FOUND);
    let has_whole = found.iter().any(|one| one.is_whole);
    found.into_iter().filter(|one| one.is_whole || !has_whole).map(|one| one.party).collect()
}

/// The party of an id, also where a code is written in capitals, as ISO 3166 does.
fn by_id(register: &Register, text: &str) -> Option<PartyKey> {
    let id = PartyId::parse(&text.trim().to_ascii_lowercase()).ok()?;
    register.party_key(&id)
}

/// Who of each name's candidates sits in a tie beside `first`; `None` when some name has nobody there.
fn seat(register: &Register, tie: TieKey, first: PartyKey, others: &[Vec<PartyKey>]) -> Option<Vec<PartyKey>> {
    let mut seats = vec![first];
    for candidates in others {
        let free = |party: &PartyKey| candidates.contains(party) && !seats.contains(party);
        let party = register.tie(tie).parties().iter().copied().find(free)?;
        seats.push(party);
    }
    Some(seats)
}

fn tie_by_id(register: &Register, text: &str) -> Outcome<TieKey> {
    let id = TieId::parse(text)?;
    register.tie_key(&id).ok_or_else(|| {
        Failure::no(
            format!("no tie {id} is known"),
            "`twain ties` lists those that are; `twain show A B` finds one by names",
        )
    })
}

fn is_known_source(register: &Register, id: &SourceId) -> bool {
    register.source(id).is_some() || !register.claims_of_source(id).is_empty()
}

pub(crate) fn nobody(register: &Register, text: &str) -> Failure {
    let near = nearest(register, text);
    let hint = if near.is_empty() {
        "names are found in English or Russian, whole or by their beginning; `twain ties` shows those with ties"
            .to_owned()
    } else {
        format!("did you mean {}?", near.join(", "))
    };
    Failure::no(format!("nothing called “{text}” is known"), hint)
}

fn no_tie(register: &Register, texts: &[String], named: &[Vec<PartyKey>]) -> Failure {
    if let Some((text, candidates)) = texts.iter().zip(named).find(|(_, candidates)| candidates.len() > 1) {
        return ambiguous(register, text, candidates);
    }
    let names: Vec<String> =
        named.iter().filter_map(|candidates| Some(register.party(*candidates.first()?).name.clone())).collect();
    let first = &texts[0];
    Failure::no(
        format!("no tie between {} is known", names.join(" and ")),
        format!(
            "`twain show {}` lists the ties of {}; that none is known does not show that there is none",
            shell(first),
            names[0]
        ),
    )
}

fn ambiguous(register: &Register, text: &str, candidates: &[PartyKey]) -> Failure {
    let mut lines: Vec<String> = candidates.iter().take(MOST_SHOWN).map(|key| party_line(register, *key)).collect();
    if candidates.len() > MOST_SHOWN {
        lines.push(format!("  … and {} more", candidates.len() - MOST_SHOWN));
    }
    let example = register.party(candidates[0]).id();
    Failure::wrong(
        format!("“{text}” may mean several parties:\n{}", lines.join("\n")),
        format!(
            "name one exactly by its id, such as {example}, or add where it is, such as \"{}\"",
            within(register, candidates[0])
        ),
    )
}

/// `Albany, New York`, where what it is part of is known.
pub(crate) fn within(register: &Register, key: PartyKey) -> String {
    let party = register.party(key);
    match party.part_of.as_ref().and_then(|whole| register.party_key(whole)) {
        Some(whole) => format!("{}, {}", party.name, register.party(whole).name),
        None => format!("{}, {}", party.name, party.id().country().to_uppercase()),
    }
}

/// `Albany, New York (us-ny.albany)`.
fn described(register: &Register, id: &PartyId) -> String {
    register.party_key(id).map_or_else(|| id.to_string(), |key| format!("{} ({id})", within(register, key)))
}

fn party_line(register: &Register, key: PartyKey) -> String {
    let party = register.party(key);
    let kind = party.kind.map_or_else(String::new, |kind| Messages::english().word("kind", kind.word()));
    let n_ties = party.ties().len();
    let ties = if n_ties == 1 { "1 tie".to_owned() } else { format!("{n_ties} ties") };
    let facts: Vec<String> = [kind, ties].into_iter().filter(|fact| !fact.is_empty()).collect();
    format!("  {}  {} ({})", party.id(), within(register, key), facts.join(", "))
}

fn tie_line(register: &Register, key: TieKey) -> String {
    let id = register.tie(key).id();
    let parties = register.tie(key).parties().iter().map(|party| within(register, *party));
    format!("  {id}  {}", parties.collect::<Vec<_>>().join(" – "))
}

/// The names nearest to a text, at most three, none further off than a third of it.
fn nearest(register: &Register, text: &str) -> Vec<String> {
    let wanted: Vec<char> = fold_name(text.split(',').next().unwrap_or(text)).chars().collect();
    let most = (wanted.len() / 3).max(1);
    let mut near: Vec<(usize, String)> = Vec::new();
    for key in register.party_keys() {
        let party = register.party(key);
        let distances = party.names.iter().map(|name| distance(&wanted, &fold_name(name).chars().collect::<Vec<_>>()));
        if let Some(best) = distances.min().filter(|best| *best <= most) {
            near.push((best, party.name.clone()));
        }
    }
    near.sort();
    near.dedup_by(|a, b| a.1 == b.1);
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// How many letters must be put in, left out, changed or swapped with their neighbor. `O(len²)`.
///
/// # Source
/// Damerau (1964), as the optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let change = row[j] + usize::from(from != to);
            let mut best = change.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                best = best.min(before[j - 1] + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[b.len()]
}

fn quoted(texts: &[String]) -> String {
    texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(" and ")
}

/// A word as a shell takes it.
fn shell(text: &str) -> String {
    if text.chars().all(|letter| letter.is_alphanumeric() || "-._".contains(letter)) {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, expected) in
            [("tula", "tula", 0), ("tlua", "tula", 1), ("tul", "tula", 1), ("tola", "tula", 1), ("", "ab", 2)]
        {
            let chars = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(distance(&chars(a), &chars(b)), expected, "{a} {b}");
        }
    }
}
