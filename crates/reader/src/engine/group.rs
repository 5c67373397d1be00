//! Coordination: names that stand in one list, and the small word that the list hangs on.
//!
//! "between Moscow and Chicago and Los Angeles" is one group of three under *between*; "with Oita in Japan and Daejeon in
//! South Korea" one of two under *with*.

use std::ops::Range;

use super::context::is_named;
use super::line::{Found, Line, is_side};
use crate::language::{Cue, Refer, Role};
use gazetteer::Gazetteer;

use crate::mention::{Candidate, MentionKind};
use crate::text::TokenKind;

/// Names side by side.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// From the first name to the last.
    pub(crate) tokens: Range<usize>,
    /// The mentions, in order.
    pub(crate) mentions: Vec<usize>,
    /// The small word it hangs on, and where that begins.
    pub(crate) role: Option<(usize, Role)>,
    /// Whether `'s` follows it.
    pub(crate) possessive: bool,
    /// Whether the gazetteer or a name pattern knows any of them.
    pub(crate) known: bool,
    /// Whether its members are countries.
    pub(crate) is_countries: bool,
}

/// The groups of a sentence in order.
pub(crate) fn groups(line: &Line) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let after_dateline = dateline_end(line);
    for (at, mention) in line.mentions.iter().enumerate().filter(|(_, mention)| mention.tokens.start >= after_dateline)
    {
        let is_country = mention.kind == MentionKind::Country;
        if !(is_side(mention.kind) || is_country) || is_seat(line, at) || is_description(line, at) {
            continue;
        }
        let is_known = mention.kind != MentionKind::Unknown;
        // "Charlotte and Newark, both in the United States, and Almere": countries between do not end a list of cities.
        let same = groups.iter_mut().rev().find(|group| group.is_countries == is_country || !group.is_countries);
        if let Some(last) = same
            && last.is_countries == is_country
            && joins(line, last.tokens.end..mention.tokens.start)
            && !goes_back(line, last, mention.tokens.start)
            && !is_next_pair(line, last, mention.tokens.end)
            && !is_next_subject(line, last, at)
            && !is_main_clause(line, last, at)
        {
            last.tokens.end = mention.tokens.end;
            last.mentions.push(at);
            last.known |= is_known;
            last.possessive = is_possessive(line, mention.tokens.end);
            continue;
        }
        groups.push(Group {
            tokens: mention.tokens.clone(),
            mentions: vec![at],
            role: role(line, mention.tokens.start),
            possessive: is_possessive(line, mention.tokens.end),
            known: is_known,
            is_countries: is_country,
        });
    }
    groups
}

/// "Nord University in Bodø": the town behind a body is where it sits, no side of its own.
fn is_seat(line: &Line, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &line.mentions[before]) else { return false };
    let gap = before.tokens.end..line.mentions[at].tokens.start;
    before.kind == MentionKind::Institution
        && line.mentions[at].kind == MentionKind::Place
        && line.role_at(gap.start).is_some_and(|(end, role)| role == Role::In && end == gap.end)
}

/// "Dobong-gu, one of the districts of Seoul, is", "Izumisano, a city beside Kansai airport, signed": a name in a description
/// between commas says where the one before lies.
pub(crate) fn is_description(line: &Line, at: usize) -> bool {
    let mention = &line.mentions[at];
    if !matches!(mention.kind, MentionKind::Place | MentionKind::Region | MentionKind::Unknown) || at == 0 {
        return false;
    }
    let sentence = &line.sentence;
    let is_comma = |at: usize| sentence.is_mark(at, ",");
    let Some(comma) = (0..mention.tokens.start).rev().find(|at| is_comma(*at)) else { return false };
    let is_led = ["a", "an", "one", "the"].iter().any(|word| sentence.word(comma + 1) == *word);
    let is_plain = |at: usize| {
        let token = &sentence.tokens[at];
        let is_people = line.mention_at(at).is_some_and(|mention| line.mentions[mention].kind == MentionKind::Demonym);
        token.kind == TokenKind::Number || token.kind == TokenKind::Word && (!token.is_capital || is_people)
    };
    let is_said = |found: &Found| {
        let is_inside = found.tokens.start > comma && found.tokens.end <= mention.tokens.start;
        is_inside
            && matches!(
                found.cue,
                Cue::Tie(_) | Cue::Activity(_) | Cue::Status(_) | Cue::Office | Cue::Refer(Refer::Capital)
            )
    };
    let before = line.mentions[..at].iter().rev().find(|one| one.tokens.end <= comma);
    let end = mention.tokens.end;
    let is_closed = is_comma(end)
        || end + 1 >= sentence.len()
        || is_comma(end + 1)
            && sentence.tokens.get(end).is_some_and(|next| !next.is_capital && next.kind == TokenKind::Word);
    is_led
        && is_closed
        && mention.tokens.start > comma + 3
        && before.is_some_and(|one| one.tokens.end == comma && is_side(one.kind))
        && (comma + 1..mention.tokens.start).all(is_plain)
        && !line.cues.iter().any(is_said)
}

/// "Zapadnoye Degunino, a district of Moscow": what no list has lies where its description says.
pub(crate) fn place_by_description(line: &mut Line) {
    for at in 1..line.mentions.len() {
        let country = line.mentions[at].country;
        let is_unknown = line.mentions[at - 1].country.is_none() && line.mentions[at - 1].candidates.is_empty();
        if is_unknown && country.is_some() && is_description(line, at) {
            line.mentions[at - 1].country = country;
        }
    }
}

/// Where "ANNAPOLIS, Md. -" ends: it says where the news was written, not who did anything.
pub(crate) fn dateline_end(line: &Line) -> usize {
    let sentence = &line.sentence;
    let shouts = sentence.tokens.first().is_some_and(|token| token.is_shout) && !line.is_title;
    let is_dash = |at: usize| sentence.is_mark(at, "-") && sentence.tokens[at].spaced || sentence.is_mark(at, "/");
    let dash = (1..sentence.len().min(14)).find(|at| is_dash(*at));
    // "NAGOYA and Turin - sister cities since 2005 -" is no dateline.
    let is_joined = |dash: usize| {
        let joins = |role: Role| matches!(role, Role::And | Role::With | Role::Between);
        (0..dash).any(|at| line.role_at(at).is_some_and(|(_, role)| joins(role)))
    };
    dash.filter(|dash| shouts && !is_joined(*dash)).map_or(0, |at| at + 1)
}

fn is_possessive(line: &Line, at: usize) -> bool {
    line.sentence
        .tokens
        .get(at)
        .is_some_and(|token| token.kind == TokenKind::Possessive || line.sentence.is_mark(at, "'"))
}

/// "with A on the outskirts of B, and with C": an "and" with a small word of its own goes back to the list before that on "of".
fn goes_back(line: &Line, last: &Group, start: usize) -> bool {
    // "Alba, a city in Italy's Piedmont": says where the first lies.
    let says_where = role(line, start).is_some_and(|(at, role)| {
        let is_word = at > last.tokens.end && line.sentence.tokens[at - 1].kind == TokenKind::Word;
        let is_and = line.role_before(at).is_some_and(|(_, role)| role == Role::And);
        // "Moosburg, near Munich, the other twin"
        let is_aside =
            at > last.tokens.end && line.sentence.is_mark(at - 1, ",") && !matches!(last.role, Some((_, Role::In)));
        role == Role::In && (is_word && !is_and || is_aside) && at > last.tokens.end
    });
    if says_where {
        return true;
    }
    let Some((_, of)) = last.role else { return false };
    let Some((at, role)) = line.role_before(start) else { return false };
    let is_and = line.role_before(at).is_some_and(|(_, role)| role == Role::And);
    is_and && role != of && matches!(role, Role::With | Role::To)
}

/// "twinned with A, B with C": the small word that the list hangs on comes again right behind the next name.
fn is_next_pair(line: &Line, last: &Group, end: usize) -> bool {
    let small = last.role.map(|(_, role)| role).filter(|role| matches!(role, Role::With | Role::To));
    small.is_some() && line.role_at(end).map(|(_, role)| role) == small
}

/// "A twinned with B, and C became a sister city of D": the name has a word for a tie of its own.
fn is_next_subject(line: &Line, last: &Group, at: usize) -> bool {
    let Some((small, _)) = last.role else { return false };
    let mut end = line.mentions[at].tokens.end;
    for mention in line.mentions[at + 1..].iter().filter(|mention| is_side(mention.kind)) {
        if mention.tokens.start < end || !joins(line, end..mention.tokens.start) {
            break;
        }
        end = mention.tokens.end;
    }
    let is_word = |at: usize| {
        let token = &line.sentence.tokens[at];
        token.kind == TokenKind::Word && !token.is_capital && line.role_at(at).is_none()
    };
    let own = line.find(|cue| matches!(cue, Cue::Tie(word) if is_named(word)));
    let mut own = own.filter(|found| found.tokens.start >= end && found.tokens.start - end <= 3);
    let has_first = line.find(|cue| matches!(cue, Cue::Tie(_))).any(|found| found.tokens.start <= small);
    has_first && own.any(|found| found.tokens.start > end && (end..found.tokens.start).all(is_word))
}

/// "After talks with its twin A, B sent": the comma ends what the sentence begins with.
fn is_main_clause(line: &Line, last: &Group, at: usize) -> bool {
    let mention = &line.mentions[at];
    let end = mention.tokens.end;
    let is_verb = line.sentence.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Word && !next.is_capital)
        && line.role_at(end).is_none()
        && mention.kind != MentionKind::Unknown;
    let begins_small = line.role_at(0).is_some() || line.mention_at(0).is_none() && !line.sentence.tokens.is_empty();
    let is_comma = last.tokens.end + 1 == mention.tokens.start && line.sentence.is_mark(last.tokens.end, ",");
    is_comma && is_verb && begins_small && last.role.is_some() && last.mentions.len() == 1
}

/// The most tokens that may stand between two names of one list.
const GAP: usize = 10;

/// Whether the tokens between two names only list them.
fn joins(line: &Line, gap: Range<usize>) -> bool {
    if gap.is_empty() || gap.len() > GAP {
        // Names side by side without a mark are a compound: "Albany-Tula".
        return gap.is_empty() && !line.sentence.tokens[gap.start].spaced;
    }
    // A semicolon parts statements, unless the next name follows at once.
    if gap.len() > 2 && gap.clone().any(|at| line.sentence.is_mark(at, ";")) {
        return false;
    }
    // "stands by Kharkiv as a twin, and Rivne": a new statement begins.
    let has_mark = gap.clone().any(|at| line.sentence.is_mark(at, ",") || line.sentence.is_mark(at, "-"));
    let has_tie = line.find(|cue| matches!(cue, Cue::Tie(_))).any(|found| gap.contains(&found.tokens.start));
    if has_mark && has_tie {
        return false;
    }
    // "with A since 2005, when B and C": a new statement begins.
    let has_date = line.dates.iter().any(|date| gap.contains(&date.tokens.start));
    let is_new = |at: usize| {
        let next = line.sentence.tokens.get(at + 1);
        let is_plain = next.is_some_and(|next| next.kind == TokenKind::Word && !next.is_capital);
        line.sentence.is_mark(at, ",") && is_plain && line.role_at(at + 1).is_none()
    };
    if has_date && gap.clone().any(is_new) {
        return false;
    }
    // "Kostroma, one of Durham's sister cities": the second owns the first.
    let has = |wanted: Role| gap.clone().any(|at| line.role_at(at).is_some_and(|(_, role)| role == wanted));
    if has(Role::Of) && !has(Role::And) {
        return false;
    }
    // "Freetown, the capital of Sierra Leone in West Africa" says more of the first.
    if line.find(|cue| cue == Cue::Refer(Refer::Capital)).any(|found| gap.contains(&found.tokens.start)) {
        return false;
    }
    let mut listed = false;
    let mut at = gap.start;
    while at < gap.end {
        if let Some(next) = past_filler(line, at, gap.end, &mut listed) {
            at = next;
        } else {
            return false;
        }
    }
    listed
}

/// The token after one that may stand in a list; `listed` is set by what joins.
fn past_filler(line: &Line, at: usize, end: usize, listed: &mut bool) -> Option<usize> {
    let sentence = &line.sentence;
    if let Some((next, role)) = line.role_at(at) {
        *listed |= role == Role::And;
        return (next <= end && role != Role::From && role != Role::By).then_some(next);
    }
    if let Some(date) = line.dates.iter().find(|date| date.tokens.contains(&at)) {
        return Some(date.tokens.end.min(end).max(at + 1));
    }
    if let Some(mention) = line.mention_at(at).map(|mention| &line.mentions[mention])
        && mention.kind == MentionKind::Country
    {
        return Some(mention.tokens.end.min(end));
    }
    match sentence.tokens[at].kind {
        TokenKind::Mark => {
            let mark = sentence.word(at);
            *listed |= matches!(mark, "," | ";" | "/" | "-" | "|" | "*");
            matches!(mark, "," | "(" | ")" | ";" | "/" | "-" | "|" | "*").then_some(at + 1)
        }
        TokenKind::Number => Some(at + 1),
        // "Taichung and Japan's Miyazaki".
        TokenKind::Possessive => {
            let country = at.checked_sub(1).and_then(|before| line.mention_at(before));
            country.filter(|mention| line.mentions[*mention].kind == MentionKind::Country).map(|_| at + 1)
        }
        TokenKind::Word => {
            let may = line.cues.iter().any(|found| {
                found.tokens.contains(&at)
                    && matches!(found.cue, Cue::Office | Cue::Refer(_) | Cue::Tie(_) | Cue::Group | Cue::Activity(_))
            });
            let short = !sentence.tokens[at].is_capital && sentence.word(at).chars().count() <= 4;
            let is_demonym =
                line.mention_at(at).is_some_and(|mention| line.mentions[mention].kind == MentionKind::Demonym);
            (may && !is_verbal(line, at) || short && !is_verbal(line, at) || is_demonym).then_some(at + 1)
        }
    }
}

/// A word that makes what stands on its two sides two different things.
fn is_verbal(line: &Line, at: usize) -> bool {
    line.cues.iter().any(|found| {
        found.tokens.contains(&at)
            && match found.cue {
                Cue::Activity(_) | Cue::Status(_) | Cue::Speech | Cue::Negation => true,
                Cue::Tie(_) => false,
                _ => false,
            }
    })
}

/// How many words may stand between a small word and the name it belongs to: "with its German partner city Hof".
const BEFORE: usize = 6;

/// The small word before a name, looking over articles, unit words, offices and "its sister city".
fn role(line: &Line, start: usize) -> Option<(usize, Role)> {
    let mut at = start;
    for _ in 0..BEFORE {
        if at == 0 {
            return None;
        }
        if let Some(role) = line.role_before(at) {
            return Some(between_units(line, role));
        }
        if !may_stand_between(line, at - 1) {
            return None;
        }
        at -= 1;
    }
    None
}

/// "between the provinces of A and B" hangs on "between".
fn between_units(line: &Line, role: (usize, Role)) -> (usize, Role) {
    let (start, Role::Of) = role else { return role };
    let is_plain = |at: usize| {
        line.sentence.tokens[at].kind == TokenKind::Word && !line.sentence.tokens[at].is_capital && !is_verbal(line, at)
    };
    let words = (start.saturating_sub(UNITS)..start).rev().take_while(|at| is_plain(*at));
    let between = words.filter_map(|at| line.role_before(at)).find(|(_, role)| *role == Role::Between);
    between.unwrap_or(role)
}

/// The most words between "between" and "of": "the sister cities".
const UNITS: usize = 4;

fn may_stand_between(line: &Line, at: usize) -> bool {
    let token = &line.sentence.tokens[at];
    // "in Italy's Piedmont region"
    let is_country =
        |at: usize| line.mention_at(at).is_some_and(|mention| line.mentions[mention].kind == MentionKind::Country);
    let is_owner = |at: usize| line.sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive);
    if is_owner(at) && at > 0 && is_country(at - 1) || is_country(at) && is_owner(at + 1) {
        return true;
    }
    if token.kind != TokenKind::Word || is_verbal(line, at) {
        return false;
    }
    if let Some(mention) = line.mention_at(at) {
        return line.mentions[mention].kind == MentionKind::Demonym;
    }
    let is_cue = line.cues.iter().any(|found| {
        found.tokens.contains(&at)
            && matches!(
                found.cue,
                Cue::Tie(_) | Cue::Group | Cue::Office | Cue::Refer(_) | Cue::Instrument | Cue::Carrier
            )
    });
    is_cue || !token.is_capital && line.sentence.word(at).chars().count() <= 4
}

/// "the Moldovan communities of Leova and Tudora": the country of the people before a list is that of its places.
pub(crate) fn place_by_people(line: &mut Line, gazetteer: &Gazetteer) {
    for group in groups(line).iter().filter(|group| !group.is_countries) {
        let from = group.tokens.start.saturating_sub(BEFORE);
        let people = line.mentions.iter().find(|mention| {
            mention.kind == MentionKind::Demonym
                && mention.tokens.end <= group.tokens.start
                && mention.tokens.start >= from
        });
        let Some(country) = people.and_then(|people| people.country) else { continue };
        // "the Portuguese one, and when you come to Praia" says nothing of Praia.
        let end = people.map_or(group.tokens.start, |people| people.tokens.end);
        let is_beside = (end..group.tokens.start).all(|at| line.sentence.tokens[at].kind == TokenKind::Word);
        let stated = std::str::from_utf8(&country).ok().and_then(|code| gazetteer.country(code));
        let there = |one: &Candidate| gazetteer.country_code(one.place).as_bytes() == country;
        let any_there = group.mentions.iter().any(|at| line.mentions[*at].candidates.iter().any(there));
        for at in group.mentions.clone() {
            let mention = &mut line.mentions[at];
            if mention.stated.is_some() || mention.country == Some(country) {
                continue;
            }
            if let Some(found) = mention.candidates.iter().position(there) {
                let one = mention.candidates.remove(found);
                mention.candidates.insert(0, one);
                mention.country = Some(country);
                mention.stated = stated.filter(|_| is_beside);
            } else if any_there && mention.kind != MentionKind::Institution {
                // A village that no list has is not its namesake elsewhere.
                mention.candidates.clear();
                mention.country = Some(country);
                mention.stated = stated;
            }
        }
    }
}
