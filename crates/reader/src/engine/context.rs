//! Pairs that no single sentence's shape gives: lists under a heading, "A (B)", and words for a tie whose sides were named
//! in the sentences before.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::group::Group;
use super::line::{Found, Line};
use super::scene::Scene;
use super::status::is_negated;
use super::tie::{Pair, Strength};
use crate::language::{ActivityWord, Cue, Refer, StatusWord, TieWord, UnitWord};
use crate::mention::MentionKind;
use crate::reading::PartyType;
use crate::text::TokenKind;

/// The most words between a number and what it counts.
const COUNT: usize = 3;
/// How many sentences back the sides of a tie are looked for.
const BACK: usize = 3;
/// How many sentences behind a word for a tie others may go on about it.
const FURTHER: usize = 5;
/// A heading has at most so many tokens.
const HEADING: usize = 14;
/// A list item names its place within its first tokens.
const ITEM_START: usize = 4;
/// A list item is no longer than this.
const ITEM: usize = 26;

/// Whether a word names a tie by itself.
pub(crate) const fn is_named(word: TieWord) -> bool {
    matches!(word, TieWord::Sister | TieWord::SisterState | TieWord::SisterRegion | TieWord::Friendship)
}

/// Whether a sentence is a heading that names ties, with a list of places below.
pub(crate) fn is_list_heading(scene: &Scene<'_>, at: usize) -> bool {
    let line = &scene.lines[at];
    let last = line.sentence.len().saturating_sub(1);
    let is_short = line.sentence.len() <= HEADING && line.span.is_line || line.sentence.is_mark(last, ":");
    let names = line.has(|cue| matches!(cue, Cue::Tie(word) if is_named(word)));
    let is_item = |at: usize| {
        scene.lines.get(at).is_some_and(|line| line.span.is_line && line.sentence.len() <= ITEM)
            && scene.groups[at]
                .iter()
                .any(|group| group.tokens.start <= ITEM_START && !group.is_countries && group.known)
    };
    is_short && names && !line.is_title && is_item(at + 1) && is_item(at + 2)
}

/// A heading that names a tie, while its items are read.
struct Heading {
    line: usize,
    cue: Found,
    word: TieWord,
    items: Vec<Pair>,
}

/// Pairs of the items below a heading that names a tie.
pub(crate) fn lists(scene: &Scene<'_>, found: &[Pair]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let taken = Taken::of(scene, found);
    let mut open: Option<Heading> = None;
    for (at, line) in scene.lines.iter().enumerate() {
        let heading = line.cues.iter().find_map(|found| match found.cue {
            Cue::Tie(word) if is_named(word) => Some((found.clone(), word)),
            _ => None,
        });
        let last = line.sentence.len().saturating_sub(1);
        let is_short = line.sentence.len() <= HEADING && line.span.is_line || line.sentence.is_mark(last, ":");
        let is_free = !taken.lines.contains(&at);
        if let Some((cue, word)) = heading.as_ref().filter(|_| is_row(line)) {
            // A row that names the kind itself needs no heading.
            let row = Heading { line: at, cue: cue.clone(), word: *word, items: Vec::new() };
            let item = item_of(scene, at).and_then(|item| item_pair(scene, at, item, &row));
            let open = open.get_or_insert(row);
            open.items.extend(item);
            continue;
        }
        if let Some((cue, word)) = heading.filter(|_| is_short && is_free && !line.is_title) {
            close(scene, open.take(), &mut pairs);
            open = Some(Heading { line: at, cue, word, items: Vec::new() });
            continue;
        }
        let Some(heading) = &mut open else { continue };
        let Some(item) = item_of(scene, at).filter(|_| line.span.is_line) else {
            if line.sentence.len() > ITEM {
                close(scene, open.take(), &mut pairs);
            }
            continue;
        };
        let pair = item_pair(scene, at, item, heading);
        heading.items.extend(pair);
    }
    close(scene, open, &mut pairs);
    pairs
}

/// "3 | Kobe, Japan | Sister City | 1991": a row of a table is an item, whatever words stand in it.
pub(crate) fn is_row(line: &Line) -> bool {
    let is_bar = |at: &usize| line.sentence.is_mark(*at, "|");
    !line.is_title && line.sentence.len() <= ITEM && (0..line.sentence.len()).filter(is_bar).count() >= 2
}

/// A list has one owner, the one that most of its items have: a partner of the owner's own country is its partner too.
fn close(scene: &Scene<'_>, heading: Option<Heading>, pairs: &mut Vec<Pair>) {
    let Some(Heading { mut items, .. }) = heading else { return };
    let owned = |owner: usize| items.iter().filter(|pair| pair.a == owner).count();
    let owner = items.iter().map(|pair| pair.a).max_by_key(|owner| (owned(*owner), std::cmp::Reverse(*owner)));
    if let Some(owner) = owner.filter(|owner| owned(*owner) >= 2) {
        for pair in items.iter_mut().filter(|pair| scene.can_pair(owner, pair.b)) {
            pair.a = owner;
        }
    }
    pairs.extend(items);
}

/// The name that an item of a list begins with.
fn item_of<'a>(scene: &'a Scene<'_>, at: usize) -> Option<&'a Group> {
    let is_short = scene.lines[at].sentence.len() <= ITEM;
    let begins = |group: &&Group| group.tokens.start <= ITEM_START && !group.is_countries && group.known;
    scene.groups[at].iter().find(begins).filter(|_| is_short)
}

fn item_pair(scene: &Scene<'_>, at: usize, item: &Group, heading: &Heading) -> Option<Pair> {
    let partner = *scene.members(at, item).first()?;
    let fits = |party: &usize| scene.can_pair(*party, partner) && !scene.same_country(*party, partner);
    let owner = scene.groups[heading.line]
        .iter()
        .filter(|group| !group.is_countries && group.known)
        .flat_map(|group| scene.members(heading.line, group))
        .find(fits)
        .or_else(|| scene.focus(|_, party| fits(&party)))?;
    Some(Pair {
        a: owner,
        b: partner,
        word: heading.word,
        line: at,
        cue: heading.cue.tokens.clone(),
        cue_line: heading.line,
        tokens: item.tokens.clone(),
        strength: Strength::ByFocus,
    })
}

/// "Cupertino - Toyokawa Sister City Committee": a body that bears the names of both sides.
pub(crate) fn carriers(scene: &Scene<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, line) in scene.lines.iter().enumerate() {
        // A bare "alliance" or "amicale" is not one of towns.
        for cue in line.find(|cue| cue == Cue::Carrier).filter(|cue| cue.tokens.len() >= 2) {
            let Some((first, second)) = named_by(line, cue) else { continue };
            let tokens = [first, second].map(|mention| line.mentions[mention].tokens.clone());
            let joint = tokens[0].end..tokens[1].start;
            let is_joint = joint.len() <= 1
                && joint.clone().all(|token| ["-", "/", "&"].iter().any(|mark| line.sentence.is_mark(token, mark)));
            let is_beside = tokens[1].end == cue.tokens.start || tokens[0].start == cue.tokens.end;
            let is_name =
                is_beside && (line.sentence.tokens[cue.tokens.start].is_capital || tokens[0].start >= cue.tokens.end);
            let (Some(a), Some(b)) = (line.parties[first], line.parties[second]) else { continue };
            let municipal = |party: usize| scene.kind(party) != PartyType::Institution;
            let is_pair = scene.can_pair(a, b) && !scene.same_country(a, b) && municipal(a) && municipal(b);
            if is_joint && is_name && is_pair && !line.is_title {
                let tokens = tokens[0].start.min(cue.tokens.start)..tokens[1].end.max(cue.tokens.end);
                let (cue, strength) = (cue.tokens.clone(), Strength::Direct);
                pairs.push(Pair { a, b, word: TieWord::Sister, line: at, cue, cue_line: at, tokens, strength });
            }
        }
    }
    pairs
}

/// The two names before a carrier's word, else the two behind it: "the friendship association Trondheim-Ramallah".
fn named_by(line: &Line, cue: &Found) -> Option<(usize, usize)> {
    let before = line.mentions.iter().rposition(|mention| mention.tokens.end == cue.tokens.start);
    let behind = line.mentions.iter().position(|mention| mention.tokens.start == cue.tokens.end);
    let before = before.and_then(|second| Some((second.checked_sub(1)?, second)));
    before.or_else(|| behind.map(|first| (first, first + 1)).filter(|(_, second)| *second < line.mentions.len()))
}

/// The first word for a tie of a kind in the text, else in the title, and where it stands.
fn first_word(scene: &Scene<'_>, is: impl Fn(TieWord) -> bool) -> Option<(TieWord, (usize, Range<usize>))> {
    let words = |title: bool| {
        let lines = scene.lines.iter().enumerate().filter(move |(_, line)| line.is_title == title);
        lines.flat_map(|(at, line)| line.cues.iter().map(move |found| (at, found))).find_map(|(at, found)| match found
            .cue
        {
            Cue::Tie(word) if is(word) && !is_negated(&scene.lines[at], found) => {
                Some((word, (at, found.tokens.clone())))
            }
            _ => None,
        })
    };
    words(false).or_else(|| words(true))
}

/// "Chicago (Moscow), Charlotte (Voronezh) have severed their links".
pub(crate) fn brackets(scene: &Scene<'_>) -> Vec<Pair> {
    let Some((word, word_at)) = first_word(scene, is_named) else { return Vec::new() };
    let mut pairs = Vec::new();
    for (at, line) in scene.lines.iter().enumerate().filter(|(_, line)| !line.is_title) {
        for two in (0..line.mentions.len()).collect::<Vec<_>>().windows(2) {
            let [first, second] = [&line.mentions[two[0]], &line.mentions[two[1]]];
            let bracketed = line.sentence.is_mark(first.tokens.end, "(")
                && first.tokens.end + 1 == second.tokens.start
                && line.sentence.is_mark(second.tokens.end, ")");
            let places = first.kind == MentionKind::Place && second.kind == MentionKind::Place;
            let (Some(a), Some(b)) = (line.parties[two[0]], line.parties[two[1]]) else { continue };
            if bracketed && places && scene.can_pair(a, b) && !scene.same_country(a, b) {
                // What is said at the end of the list holds for each of it.
                let tokens = first.tokens.start..line.sentence.len();
                let (cue_line, cue) = word_at.clone();
                pairs.push(Pair { a, b, word, line: at, cue, cue_line, tokens, strength: Strength::InSentence });
            }
        }
    }
    pairs
}

/// Where a document names ties as such, a guess by "cooperation" alone between two of its cities is one guess too many.
pub(crate) fn drop_guesses(scene: &Scene<'_>, pairs: &mut Vec<Pair>) {
    let named = pairs.iter().any(|pair| is_named(pair.word));
    let municipal = |party: usize| scene.kind(party) != PartyType::Institution;
    // Two cities beside a memorandum of somebody else's, where no town, mayor or council acts, are the scene of news.
    let acts = scene.lines.iter().any(|line| {
        line.has(|cue| matches!(cue, Cue::Refer(Refer::City | Refer::Region) | Cue::Carrier))
            || line.mentions.iter().any(|mention| mention.for_place || mention.unit.is_some())
    });
    let is_scene =
        |pair: &Pair| !named && !acts && pair.strength == Strength::Guessed && municipal(pair.a) && municipal(pair.b);
    pairs.retain(|pair| !is_scene(pair));
    pairs.retain(|pair| {
        !named || is_named(pair.word) || pair.strength != Strength::Guessed || !(municipal(pair.a) && municipal(pair.b))
    });
}

/// Two institutions of which nothing says that they lie in two countries are neighbors at home; a region beside a city is
/// mostly where it lies, unless the word joins them directly.
pub(crate) fn drop_at_home(scene: &Scene<'_>, pairs: &mut Vec<Pair>) {
    let abroad = |pair: &Pair| match (scene.country(pair.a), scene.country(pair.b)) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    let both = |pair: &Pair, kind: PartyType| scene.kind(pair.a) == kind && scene.kind(pair.b) == kind;
    let mixed = |pair: &Pair| {
        let kinds = [scene.kind(pair.a), scene.kind(pair.b)];
        kinds.contains(&PartyType::City) && kinds.contains(&PartyType::Region)
    };
    // A city beside a body is where that body sits, unless it is called a city.
    let is_seat = |pair: &Pair| {
        let kinds = [scene.kind(pair.a), scene.kind(pair.b)];
        let is_called = |party: usize| scene.parties.units[party] == Some(UnitWord::City);
        let is_sure = pair.strength >= Strength::Direct && (is_called(pair.a) || is_called(pair.b));
        kinds.contains(&PartyType::Institution) && kinds.contains(&PartyType::City) && !is_sure
    };
    // "its twin Yeongdong County" is a partner of its own where no town of it is named.
    let stands_alone = |pair: &Pair| {
        let region = if scene.kind(pair.a) == PartyType::Region { pair.a } else { pair.b };
        let city = if region == pair.a { pair.b } else { pair.a };
        let holds = |other: usize| scene.lies_in(other, region) || scene.lies_in(city, other);
        abroad(pair) && scene.parties.units[region].is_some() && !(0..scene.parties.all.len()).any(holds)
    };
    pairs.retain(|pair| {
        let at_home = both(pair, PartyType::Institution) && !abroad(pair);
        let is_weak = pair.word == TieWord::Partner && pair.strength == Strength::ByFocus;
        let loose = is_named(pair.word) || pair.strength == Strength::Guessed || is_weak;
        let is_nowhere = scene.country(pair.a).is_none() && scene.country(pair.b).is_none();
        let is_where = mixed(pair) && loose && pair.strength < Strength::Direct && !stands_alone(pair);
        !(is_seat(pair) || at_home || is_where || is_nowhere)
    });
}

/// Whether a sentence says that something of its ties is not so.
pub(crate) fn is_denied(line: &Line) -> bool {
    let over = |cue: Cue| matches!(cue, Cue::Status(StatusWord::Ended | StatusWord::Dormant | StatusWord::Kept));
    let ties = line.find(|cue| matches!(cue, Cue::Tie(_)));
    line.has(|cue| cue == Cue::Denial) || !line.has(over) && ties.into_iter().any(|found| is_negated(line, found))
}

/// The pairs of words for a tie whose sentence names one side or none.
pub(crate) fn implied(scene: &Scene<'_>, found: &[Pair]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let taken = Taken::of(scene, found);
    for (at, line) in scene.lines.iter().enumerate() {
        // A count of ties speaks of all of them.
        let counted = line.find(|cue| cue == Cue::Counted).any(|found| {
            let before = found.tokens.start.saturating_sub(COUNT)..found.tokens.end;
            line.sentence.tokens[before].iter().any(|token| token.kind == TokenKind::Number)
        });
        if line.is_title || counted || is_denied(line) || taken.lines.contains(&at) {
            continue;
        }
        let cue = line.cues.iter().find_map(|cue| match cue.cue {
            Cue::Tie(word) if is_named(word) || speaks_of_instrument(scene, at, word) => Some((cue, word)),
            _ => None,
        });
        let Some((cue, word)) = cue else { continue };
        // A side whose tie is known already tells nothing new.
        if sides(scene, at, word).iter().any(|party| taken.parties.contains(party)) {
            continue;
        }
        pairs.extend(implied_by(scene, at, cue, word));
    }
    pairs
}

/// "The memorandum was signed on Friday", "the two universities agreed".
fn speaks_of_instrument(scene: &Scene<'_>, at: usize, word: TieWord) -> bool {
    let line = &scene.lines[at];
    // "the partnership between the two counties"
    if word == TieWord::Partner {
        return line.has(|cue| cue == Cue::Refer(Refer::Both));
    }
    word == TieWord::Cooperation
        && line.has(|cue| matches!(cue, Cue::Status(StatusWord::New) | Cue::Activity(_) | Cue::Refer(Refer::Both)))
        && line.has(|cue| cue == Cue::Instrument)
}

fn implied_by(scene: &Scene<'_>, at: usize, cue: &Found, word: TieWord) -> Vec<Pair> {
    let here = sides(scene, at, word);
    let pair = |a: usize, b: usize| Pair {
        a,
        b,
        word,
        line: at,
        cue: cue.tokens.clone(),
        cue_line: at,
        tokens: cue.tokens.clone(),
        strength: Strength::Guessed,
    };
    let differ = |a: usize, b: usize| scene.can_pair(a, b) && !scene.same_country(a, b);
    if let Some(focus) = here.iter().copied().find(|party| scene.focus.first() == Some(party)) {
        let others: Vec<Pair> =
            here.iter().filter(|other| differ(focus, **other)).map(|other| pair(focus, *other)).collect();
        if !others.is_empty() {
            return others;
        }
    }
    if let Some((a, b)) = first_two(&here, differ) {
        return vec![pair(a, b)];
    }
    let from = at.saturating_sub(BACK);
    if here.is_empty()
        && let Some((owner, listed)) = (from..at).rev().find_map(|before| listed_behind_colon(scene, before, word))
    {
        return listed.into_iter().filter(|other| differ(owner, *other)).map(|other| pair(owner, other)).collect();
    }
    for before in (from..at).rev().chain((from > 0 && scene.lines[0].is_title).then_some(0)) {
        let there = sides(scene, before, word);
        if let Some(here) = here.first() {
            if let Some(other) = there.iter().find(|other| differ(*here, **other)) {
                return vec![pair(*here, *other)];
            }
        } else if let Some((a, b)) = first_two(&there, differ) {
            // All that stand in one list with the second are meant.
            let listed =
                scene.groups[before].iter().map(|group| scene.members(before, group)).find(|all| all.contains(&b));
            let listed = listed.filter(|all| !all.contains(&a)).unwrap_or_else(|| vec![b]);
            return listed.into_iter().filter(|other| differ(a, *other)).map(|other| pair(a, other)).collect();
        }
    }
    let (Some(here), true) = (here.first(), scene.lines[at].has(|cue| matches!(cue, Cue::Refer(_)))) else {
        return Vec::new();
    };
    let focus = scene.focus(|_, party| differ(party, *here));
    focus.map(|focus| pair(focus, *here)).into_iter().collect()
}

/// "Five names are off A's signs: B, C and D. The twinning links …": the list behind a colon, and whose it is.
fn listed_behind_colon(scene: &Scene<'_>, at: usize, word: TieWord) -> Option<(usize, Vec<usize>)> {
    let line = &scene.lines[at];
    let colon = (0..line.sentence.len()).find(|at| line.sentence.is_mark(*at, ":"))?;
    let sides = sides(scene, at, word);
    let is_behind = |party: &usize| {
        let mut own = line.mentions.iter().zip(&line.parties).filter(|(_, of)| **of == Some(*party));
        own.next().is_some_and(|(mention, _)| mention.tokens.start > colon)
    };
    let (listed, before): (Vec<usize>, Vec<usize>) = sides.into_iter().partition(is_behind);
    let owner = before.last().or(scene.focus.first().filter(|focus| !listed.contains(focus)))?;
    (listed.len() >= LISTED).then_some((*owner, listed))
}

/// Fewer names behind a colon are no list.
const LISTED: usize = 3;

fn first_two(parties: &[usize], differ: impl Fn(usize, usize) -> bool) -> Option<(usize, usize)> {
    parties.iter().enumerate().find_map(|(at, a)| parties[at + 1..].iter().find(|b| differ(*a, **b)).map(|b| (*a, *b)))
}

/// The parties of a sentence that a word can tie.
fn sides(scene: &Scene<'_>, at: usize, word: TieWord) -> Vec<usize> {
    let groups = scene.groups[at].iter().filter(|group| !group.is_countries && group.known);
    let mut parties: Vec<usize> = groups.flat_map(|group| scene.members(at, group)).collect();
    parties.retain(|party| match scene.kind(*party) {
        PartyType::Institution => word == TieWord::Cooperation,
        PartyType::Country => false,
        PartyType::City => !matches!(word, TieWord::SisterState | TieWord::SisterRegion),
        PartyType::Region => true,
    });
    parties
}

/// Pairs of sentences that show two sides at work in a document about ties, without a word for the tie of their own.
pub(crate) fn shown(scene: &Scene<'_>, found: &[Pair]) -> Vec<Pair> {
    let named = first_word(scene, is_named).or_else(|| first_carrier(scene));
    let works = first_word(scene, |word| matches!(word, TieWord::Cooperation | TieWord::Partner));
    let works = works.map(|(_, at)| (TieWord::Cooperation, at));
    let mut taken = Taken::of(scene, found);
    let on_line = taken.lines.clone();
    let mut pairs = Vec::new();
    for (at, line) in scene.lines.iter().enumerate() {
        let is_told = line
            .has(|cue| matches!(cue, Cue::Activity(_) | Cue::Tie(_) | Cue::Instrument | Cue::Status(_) | Cue::Listed));
        if line.is_title || !is_told || is_denied(line) || on_line.contains(&at) {
            continue;
        }
        let pair = if works.is_none() { side_by_side(scene, at) } else { None };
        if let Some(pair) = pair.filter(|pair| !taken.parties.contains(&pair.a) && !taken.parties.contains(&pair.b)) {
            taken.add(scene, &pair);
            pairs.push(pair);
        }
        for pair in told_on(scene, at, &named, found, &taken) {
            taken.add(scene, &pair);
            pairs.push(pair);
        }
        for (word, word_at) in [&named, &works].into_iter().flatten() {
            if let Some(pair) = shown_in(scene, at, (*word, word_at), &taken) {
                taken.add(scene, &pair);
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// "The Laredo Sister City Committee is taking a group to B": a body of one town says what the text is about.
fn first_carrier(scene: &Scene<'_>) -> Option<(TieWord, (usize, Range<usize>))> {
    let lines = scene.lines.iter().enumerate().filter(|(_, line)| !line.is_title);
    let carriers = lines.flat_map(|(at, line)| line.find(|cue| cue == Cue::Carrier).map(move |found| (at, found)));
    let mut of_ties = carriers.filter(|(_, found)| found.tokens.len() >= 2);
    of_ties.next().map(|(at, found)| (TieWord::Sister, (at, found.tokens.clone())))
}

/// "A College and B College exchange students every year": two schools of two countries in one list, at work together.
fn side_by_side(scene: &Scene<'_>, at: usize) -> Option<Pair> {
    let line = &scene.lines[at];
    let is_work = |cue: Cue| matches!(cue, Cue::Activity(ActivityWord::Exchange | ActivityWord::Project));
    let work = line.find(is_work).next()?;
    let is_school = |party: &usize| scene.kind(*party) == PartyType::Institution && scene.country(*party).is_some();
    let schools: Vec<usize> = sides(scene, at, TieWord::Cooperation).into_iter().filter(is_school).collect();
    // "A sends twenty students to B every year"
    if let [a, b] = schools[..]
        && line.has(|cue| cue == Cue::Activity(ActivityWord::Exchange))
        && scene.can_pair(a, b)
        && !scene.same_country(a, b)
    {
        let (cue, tokens) = (work.tokens.clone(), 0..line.sentence.len());
        let (word, strength) = (TieWord::Cooperation, Strength::InSentence);
        return Some(Pair { a, b, word, line: at, cue, cue_line: at, tokens, strength });
    }
    scene.groups[at].iter().filter(|group| group.mentions.len() == 2).find_map(|group| {
        let [a, b] = scene.members(at, group)[..] else { return None };
        let fits = is_school(&a) && is_school(&b) && scene.can_pair(a, b) && !scene.same_country(a, b);
        let (cue, tokens) = (work.tokens.clone(), group.tokens.clone());
        let (word, strength) = (TieWord::Cooperation, Strength::InSentence);
        fits.then_some(Pair { a, b, word, line: at, cue, cue_line: at, tokens, strength })
    })
}

/// "Szczecin was dropped in March. Harbin and Minsk are still on the list": what goes on about the ties of the one that the
/// sentences before named.
fn told_on(
    scene: &Scene<'_>,
    at: usize,
    named: &Option<(TieWord, (usize, Range<usize>))>,
    found: &[Pair],
    taken: &Taken,
) -> Vec<Pair> {
    let line = &scene.lines[at];
    let ends = |cue: Cue| matches!(cue, Cue::Status(StatusWord::Ended | StatusWord::Suspended | StatusWord::Dormant));
    let goes_on = line.has(|cue| cue == Cue::Listed || ends(cue)) && !line.has(|cue| matches!(cue, Cue::Tie(_)));
    let (Some((word, (cue_line, cue))), true) = (named, goes_on) else { return Vec::new() };
    let Some(owner) = scene.focus.first().copied().filter(|owner| scene.kind(*owner) != PartyType::Institution) else {
        return Vec::new();
    };
    let is_near = |line: usize| line < at && at - line <= FURTHER || line == at;
    let before = scene.lines[..at]
        .iter()
        .enumerate()
        .rev()
        .find(|(_, line)| line.has(|cue| matches!(cue, Cue::Tie(word) if is_named(word))));
    let is_owner = found.iter().any(|pair| is_named(pair.word) && (pair.a == owner || pair.b == owner))
        || cue_line <= &at && line.has(|cue| cue == Cue::Listed);
    if !before.is_some_and(|(line, _)| is_near(line)) || !is_owner || sides(scene, at, *word).contains(&owner) {
        return Vec::new();
    }
    let fits = |party: &usize| {
        scene.can_pair(owner, *party) && !scene.same_country(owner, *party) && !taken.parties.contains(party)
    };
    let here = sides(scene, at, *word).into_iter().filter(fits);
    let pair = |party: usize| Pair {
        a: owner,
        b: party,
        word: *word,
        line: at,
        cue: cue.clone(),
        cue_line: *cue_line,
        tokens: 0..line.sentence.len(),
        strength: Strength::ByFocus,
    };
    here.map(pair).collect()
}

/// Where pairs stand already, and whose.
#[derive(Default)]
struct Taken {
    lines: FxHashSet<usize>,
    parties: FxHashSet<usize>,
    /// A party with the country of another that it is tied to.
    partners: FxHashSet<(usize, Option<[u8; 2]>)>,
}

impl Taken {
    fn of(scene: &Scene<'_>, pairs: &[Pair]) -> Self {
        let mut taken = Self::default();
        pairs.iter().for_each(|pair| taken.add(scene, pair));
        taken
    }

    fn add(&mut self, scene: &Scene<'_>, pair: &Pair) {
        self.lines.insert(pair.line);
        self.parties.extend([pair.a, pair.b]);
        self.partners.extend([(pair.a, scene.country(pair.b)), (pair.b, scene.country(pair.a))]);
    }
}

fn shown_in(
    scene: &Scene<'_>,
    at: usize,
    (word, word_at): (TieWord, &(usize, Range<usize>)),
    taken: &Taken,
) -> Option<Pair> {
    let institutions = word == TieWord::Cooperation;
    let mut here = sides(scene, at, word);
    here.retain(|party| (scene.kind(*party) == PartyType::Institution) == institutions);
    let free = |party: usize| !taken.parties.contains(&party);
    let differ = |a: usize, b: usize| scene.can_pair(a, b) && !scene.same_country(a, b);
    // A venue in a partner's country is no second partner.
    let partner_there = |owner: usize, country: Option<[u8; 2]>| taken.partners.contains(&(owner, country));
    let focus = scene.focus.iter().take(2).copied().find(|party| here.contains(party));
    let (a, b) = match focus {
        Some(focus) => {
            let other = here
                .iter()
                .copied()
                .find(|other| differ(focus, *other) && free(*other) && !partner_there(focus, scene.country(*other)))?;
            (focus, other)
        }
        None if taken.lines.is_empty() => first_two(&here, |a, b| differ(a, b) && free(a) && free(b))?,
        None => return None,
    };
    let line = &scene.lines[at];
    let tokens_of = |party: usize| {
        let mention = line.parties.iter().position(|found| *found == Some(party));
        mention.map_or(0..0, |mention| line.mentions[mention].tokens.clone())
    };
    let (first, second) = (tokens_of(a), tokens_of(b));
    let tokens = first.start.min(second.start)..first.end.max(second.end);
    let (cue_line, cue) = word_at.clone();
    Some(Pair { a, b, word, line: at, cue, cue_line, tokens, strength: Strength::Guessed })
}
