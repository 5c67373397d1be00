//! From what single sentences say to what the document says: one tie a pair, its latest state, since when.

use std::ops::Range;

use model::{PartialDate, TieClass};
use rustc_hash::FxHashMap;

use super::activity::{DAY, EARLIEST};
use super::by_party::ByParty;
use super::line::Line;
use super::scene::Scene;
use super::status::{self, meant};
use super::tie::{Pair, Strength};
use crate::date::{DateMention, DateRole};
use crate::language::{ActivityWord, Cue, Refer, StatusWord, TieWord, UnitWord};
use crate::reading::{Activity, ActivityType, Kind, PartyType, Status, Tie};

/// A list item is no longer than this, in tokens.
const ITEM: usize = 16;

/// The ties of a document, in the order in which they are first stated.
pub(crate) fn ties(scene: &Scene<'_>, pairs: &[Pair], activities: &[Activity]) -> Vec<Tie> {
    let named = pairs.iter().any(|pair| is_named(pair.word));
    let loose = if named { None } else { unplaced_word(scene, pairs) };
    // A committee for sister cities names the kind too.
    let has_carrier =
        || scene.lines.iter().any(|line| line.find(|cue| cue == Cue::Carrier).any(|found| found.tokens.len() >= 2));
    let named = named || has_carrier();
    let mut order: Vec<(usize, usize)> = Vec::new();
    let mut by_key: FxHashMap<(usize, usize), Vec<&Pair>> = FxHashMap::default();
    for pair in pairs {
        let same = by_key.entry(key(pair)).or_default();
        if same.is_empty() {
            order.push(key(pair));
        }
        same.push(pair);
    }
    let first: Vec<&Pair> = order.iter().map(|key| by_key[key][0]).collect();
    let said = elsewhere(scene, pairs, &first);
    let said_of = |key: &(usize, usize)| said.get(key).map(Vec::as_slice).unwrap_or_default();
    let by_party = ByParty::new(activities.iter().map(|done| done.participants.as_slice()));
    let tie_of = |key: &(usize, usize)| {
        let both = [key.0, key.1];
        let done = by_party.with_two(&both).into_iter().map(|at| &activities[at]);
        let done: Vec<&Activity> =
            done.filter(|done| both.iter().all(|party| done.participants.contains(party))).collect();
        tie(scene, &by_key[key], (pairs, said_of(key)), &done, (named, loose))
    };
    order.iter().filter_map(tie_of).collect()
}

/// "The sister-city agreement was signed in 1993": a word for the tie in a sentence that names no side but those of the only
/// pair is the word for it.
fn unplaced_word(scene: &Scene<'_>, pairs: &[Pair]) -> Option<TieWord> {
    let first = pairs.first()?;
    let is_only = pairs.iter().all(|pair| key(pair) == key(first));
    let lines =
        scene.lines.iter().filter(|line| !line.is_title && !line.has(|cue| matches!(cue, Cue::Counted | Cue::Denial)));
    let is_other = |party: &&usize| {
        ![first.a, first.b].contains(party) && matches!(scene.kind(**party), PartyType::City | PartyType::Region)
    };
    let words = lines.filter(|line| !line.parties.iter().flatten().any(|party| is_other(&party)));
    let found = words.flat_map(|line| line.cues.iter().map(move |found| (line, found))).find_map(|(line, found)| {
        let Cue::Tie(word) = found.cue else { return None };
        (is_named(word) && !status::is_only_wished(line, found) && !status::is_negated(line, found)).then_some(word)
    });
    found.filter(|_| is_only)
}

const fn is_named(word: TieWord) -> bool {
    matches!(word, TieWord::Sister | TieWord::SisterState | TieWord::SisterRegion | TieWord::Friendship)
}

/// What other sentences say of a pair's state, and where.
type Said<'a> = &'a [(Status, Range<usize>)];

/// The same for all pairs.
type AllSaid = FxHashMap<(usize, usize), Vec<(Status, Range<usize>)>>;

fn tie(
    scene: &Scene<'_>,
    same: &[&Pair],
    (pairs, said): (&[Pair], Said<'_>),
    activities: &[&Activity],
    (named, loose): (bool, Option<TieWord>),
) -> Option<Tie> {
    let best = same.iter().max_by_key(|pair| (weight(pair.word), pair.strength, std::cmp::Reverse(pair.line)))?;
    let text = same.iter().find(|pair| !scene.lines[pair.line].is_title && pair.word == best.word);
    let text = text.or_else(|| same.iter().find(|pair| !scene.lines[pair.line].is_title));
    let (evidence, word) = match text {
        Some(text) => (scene.lines[text.line].bytes(text.tokens.clone()), word_of(scene, text)),
        None => shown_in_text(scene, best)?,
    };
    let kind = kind(scene, best, named, loose);
    let status = state(scene, same, said, activities);
    let told = said.iter().find(|(other, _)| *other == status).map(|(_, range)| range.clone());
    let own =
        same.iter().find(|pair| !scene.lines[pair.line].is_title && status::in_sentence(scene, pair) == Some(status));
    let own = own.map(|pair| scene.lines[pair.line].span.range.clone());
    let parties = [best.a, best.b];
    Some(Tie {
        parties,
        kind,
        class: class(kind, best.word, status),
        word,
        status,
        since: since(scene, same, pairs, activities, status),
        status_evidence: own.or(told).unwrap_or_else(|| evidence.clone()),
        evidence,
        speaker: None,
    })
}

/// Where the text itself bears out a pair that the title states: both names in one sentence, or one beside a word for a tie.
fn shown_in_text(scene: &Scene<'_>, pair: &Pair) -> Option<(Range<usize>, Range<usize>)> {
    let named = |line: &Line, party: usize| line.parties.contains(&Some(party));
    let tie = |line: &Line| line.find(|cue| matches!(cue, Cue::Tie(_))).next().map(|found| found.tokens.clone());
    let lines = || scene.lines.iter().filter(|line| !line.is_title);
    let both = lines().find(|line| named(line, pair.a) && named(line, pair.b));
    let one = || lines().find(|line| (named(line, pair.a) || named(line, pair.b)) && tie(line).is_some());
    let line = both.or_else(one)?;
    let word = tie(line).map_or_else(|| line.span.range.start..line.span.range.start, |tokens| line.bytes(tokens));
    Some((line.span.range.clone(), word))
}

/// The word for the tie: in its own sentence, or in the heading above it.
fn word_of(scene: &Scene<'_>, pair: &Pair) -> Range<usize> {
    let line = &scene.lines[pair.cue_line];
    if line.is_title {
        scene.lines[pair.line].bytes(pair.tokens.start..pair.tokens.start)
    } else {
        line.bytes(pair.cue.clone())
    }
}

/// A word that names the tie beats one that only speaks of cooperation.
const fn weight(word: TieWord) -> u8 {
    match word {
        TieWord::SisterState | TieWord::SisterRegion => 6,
        TieWord::Sister => 5,
        TieWord::Friendship => 4,
        TieWord::Intent => 3,
        TieWord::Cooperation => 2,
        TieWord::Partner => 1,
        TieWord::Dialogue => 0,
    }
}

/// The kind by the word used and by what the parties are; a plain "paired with" follows the document's own word.
fn kind(scene: &Scene<'_>, pair: &Pair, named: bool, loose: Option<TieWord>) -> Kind {
    let kinds = [scene.kind(pair.a), scene.kind(pair.b)];
    if kinds.contains(&PartyType::Institution) {
        return Kind::Institutional;
    }
    let both_regions = kinds == [PartyType::Region; 2];
    let states = [pair.a, pair.b].iter().any(|party| scene.parties.units[*party] == Some(UnitWord::State))
        || pair.word == TieWord::SisterState;
    let is_weak = weight(pair.word) <= weight(TieWord::Cooperation);
    match loose.filter(|_| is_weak).unwrap_or(pair.word) {
        TieWord::SisterState => Kind::SisterState,
        TieWord::SisterRegion => Kind::TwinRegion,
        TieWord::Sister if both_regions && states => Kind::SisterState,
        TieWord::Sister | TieWord::Friendship | TieWord::Intent if both_regions => Kind::TwinRegion,
        TieWord::Sister => Kind::SisterCity,
        TieWord::Friendship => Kind::FriendshipCity,
        TieWord::Partner if named && !both_regions => Kind::SisterCity,
        TieWord::Partner if both_regions => Kind::TwinRegion,
        TieWord::Partner | TieWord::Cooperation | TieWord::Dialogue | TieWord::Intent => Kind::Cooperation,
    }
}

const fn class(kind: Kind, word: TieWord, status: Status) -> TieClass {
    if matches!(status, Status::Proposed) {
        return TieClass::Intent;
    }
    match (kind, word) {
        (_, TieWord::Intent) => TieClass::Intent,
        (Kind::Institutional, _) => TieClass::Institutional,
        (Kind::FriendshipCity, _) => TieClass::Friendship,
        (Kind::SisterCity | Kind::SisterState | Kind::TwinRegion, _) => TieClass::Full,
        (Kind::Cooperation, TieWord::Cooperation) => TieClass::Project,
        (Kind::Cooperation, _) => TieClass::Contact,
    }
}

/// The latest state that the document gives a pair.
fn state(scene: &Scene<'_>, same: &[&Pair], elsewhere: Said<'_>, activities: &[&Activity]) -> Status {
    // "A has three twins: B, … A committee is to bring the twins closer": a plan that is read into a sentence without names
    // does not make what another states a plan.
    let is_stated = same.iter().any(|pair| {
        let is_firm = pair.strength >= Strength::InSentence && is_named(pair.word) && !scene.lines[pair.line].is_title;
        is_firm && status::in_sentence(scene, pair) != Some(Status::Proposed)
    });
    let is_guess = |pair: &Pair, status: Status| status == Status::Proposed && pair.strength == Strength::Guessed;
    let in_sentence =
        |pair: &&Pair| status::in_sentence(scene, pair).filter(|said| !(is_stated && is_guess(pair, *said)));
    let mut said: Vec<Status> = same.iter().filter_map(in_sentence).collect();
    if said.is_empty() && same.iter().any(|pair| is_sealed_after(scene, pair)) {
        said.push(Status::Active);
    }
    // What the pair's own sentence says holds against what was said of many before it.
    let is_over =
        |status: &Status| matches!(status, Status::Suspended | Status::Ended | Status::Dormant | Status::Revived);
    let own = same.iter().filter(|pair| !scene.lines[pair.line].is_title);
    let own = own.filter(|pair| status::in_sentence(scene, pair).as_ref().is_some_and(is_over));
    let own = own.map(|pair| scene.lines[pair.line].span.range.start).max().unwrap_or(0);
    let elsewhere = &elsewhere.iter().filter(|(_, range)| range.start >= own).cloned().collect::<Vec<_>>();
    // A tie with a year of its own is there already, whatever is still to be signed.
    let is_old = same.iter().any(|pair| scene.is_long_ago(beside(scene, pair).as_ref()));
    said.extend(elsewhere.iter().map(|(status, _)| *status).filter(|status| !(is_old && *status == Status::Proposed)));
    let [a, b] = [same[0].a, same[0].b];
    let shown = |kinds: &dyn Fn(ActivityType) -> bool| {
        activities.iter().any(|done| {
            done.participants.contains(&a)
                && done.participants.contains(&b)
                && kinds(done.kind)
                && !done.vague
                && !(done.kind == ActivityType::AgreementSigned && scene.is_long_ago(done.date.as_ref()))
        })
    };
    for (status, act) in [
        (Status::Revived, ActivityType::Revival),
        (Status::Ended, ActivityType::Termination),
        (Status::Suspended, ActivityType::Suspension),
    ] {
        if said.contains(&status) || shown(&|kind| kind == act) {
            return status;
        }
    }
    if said.contains(&Status::Dormant) {
        return Status::Dormant;
    }
    let only_intent = same.iter().all(|pair| weight(pair.word) <= weight(TieWord::Intent));
    if only_intent && same.iter().any(|pair| pair.word == TieWord::Intent) {
        return Status::Proposed;
    }
    let is_to_come = !is_old && elsewhere.iter().any(|(status, _)| *status == Status::Proposed);
    let is_to_be_signed = is_to_come
        && activities.iter().any(|done| {
            let of_pair = done.participants.contains(&a) && done.participants.contains(&b);
            of_pair && done.kind == ActivityType::AgreementSigned && done.announced
        });
    let signed = shown(&|kind| kind == ActivityType::AgreementSigned) && !is_to_be_signed;
    if said.contains(&Status::Proposed) && !(signed && said.contains(&Status::Active)) {
        return Status::Proposed;
    }
    let alive = shown(&|kind| !matches!(kind, ActivityType::Suspension | ActivityType::Termination));
    if said.contains(&Status::Active) || alive { Status::Active } else { Status::Unspecified }
}

/// "An agreement ties A to B. The mayors signed it in May": the next sentence tells of the signing.
fn is_sealed_after(scene: &Scene<'_>, pair: &Pair) -> bool {
    let Some(line) = scene.lines.get(pair.line + 1).filter(|line| !line.is_title) else { return false };
    let is_it = line.has(|cue| matches!(cue, Cue::Refer(Refer::It | Refer::Both)));
    let is_signed =
        line.has(|cue| cue == Cue::Activity(ActivityWord::AgreementSigned) || cue == Cue::Status(StatusWord::New));
    let is_old = line.dates.iter().any(|date| scene.is_long_ago(date.date.as_ref()));
    let is_open = line.has(|cue| matches!(cue, Cue::Hope | Cue::Negation | Cue::Status(StatusWord::Proposed)));
    is_it && is_signed && !is_old && !is_open && !line.has(|cue| matches!(cue, Cue::Tie(_)))
}

/// What sentences without a pair's own word say of its state, and where: for all pairs in one pass. `first` has each pair once.
fn elsewhere(scene: &Scene<'_>, pairs: &[Pair], first: &[&Pair]) -> AllSaid {
    let mut said = AllSaid::default();
    let mut topic: Vec<usize> = Vec::new();
    for (at, line) in scene.lines.iter().enumerate() {
        let here = on_line(pairs, at);
        if !here.is_empty() {
            topic = here.iter().flat_map(|pair| [pair.a, pair.b]).collect();
        }
        for found in line.find(|cue| matches!(cue, Cue::Status(_))) {
            let Cue::Status(word) = found.cue else { continue };
            let Some(status) = lasting(word).or_else(|| to_come(line, word)) else { continue };
            let stated = !status::is_turned_down(line, found)
                && (status == Status::Proposed || !status::is_only_wished(line, found));
            if line.is_title || !stated || !speaks_of_tie(line, word) {
                continue;
            }
            for pair in meant(scene, at, first, &topic) {
                // The pair's own sentence has spoken already, of what stands near the pair; of its only pair all speaks.
                let is_far = |own: &Pair| here.len() == 1 && !status::is_near(own, found);
                if here.iter().all(|own| key(own) != key(pair) || is_far(own)) {
                    said.entry(key(pair)).or_default().push((status, line.span.range.clone()));
                }
            }
        }
    }
    said
}

/// "The agreement will be signed in January": what the document goes on about is still to come.
fn to_come(line: &Line, word: StatusWord) -> Option<Status> {
    let signs = line.has(|cue| cue == Cue::Activity(ActivityWord::AgreementSigned));
    let renews = line.has(|cue| matches!(cue, Cue::Status(StatusWord::Active | StatusWord::Revived)));
    (word == StatusWord::Proposed && signs && !renews).then_some(Status::Proposed)
}

const fn lasting(word: StatusWord) -> Option<Status> {
    Some(match word {
        StatusWord::Suspended => Status::Suspended,
        StatusWord::Ended => Status::Ended,
        StatusWord::Dormant => Status::Dormant,
        StatusWord::Revived => Status::Revived,
        _ => return None,
    })
}

/// The pairs of one sentence; they stand in order of their sentences.
pub(crate) fn on_line(pairs: &[Pair], line: usize) -> &[Pair] {
    let start = pairs.partition_point(|pair| pair.line < line);
    let end = start + pairs[start..].partition_point(|pair| pair.line == line);
    &pairs[start..end]
}

/// A pair without an order.
fn key(pair: &Pair) -> (usize, usize) {
    (pair.a.min(pair.b), pair.a.max(pair.b))
}

/// A word such as "cancelled" may be of a flight: a word for the tie must stand in the sentence, unless silence is the word.
fn speaks_of_tie(line: &Line, word: StatusWord) -> bool {
    word == StatusWord::Dormant || line.has(|cue| matches!(cue, Cue::Tie(_) | Cue::Refer(Refer::Both | Refer::Partner)))
}

/// Since when: stated beside the pair, told in the next sentence, or the day it was signed.
fn since(
    scene: &Scene<'_>,
    same: &[&Pair],
    pairs: &[Pair],
    activities: &[&Activity],
    status: Status,
) -> Option<PartialDate> {
    let stated = same.iter().filter(|pair| !scene.lines[pair.line].is_title).find_map(|pair| beside(scene, pair));
    let stated = stated.or_else(|| same.iter().find_map(|pair| told_after(scene, pair, pairs)));
    if stated.is_some() || matches!(status, Status::Proposed) {
        // What is only proposed has not begun, though the day may be set.
        return stated.filter(|date| status != Status::Proposed || scene.is_long_ago(Some(date)));
    }
    let counted =
        same.iter().filter(|pair| !scene.lines[pair.line].is_title).find_map(|pair| counted_back(scene, pair.line));
    let [a, b] = [same[0].a, same[0].b];
    let jubilee = activities.iter().filter(|done| done.kind == ActivityType::Anniversary).find_map(|done| {
        let of_pair = done.participants.contains(&a) && done.participants.contains(&b);
        let line = scene.lines.iter().position(|line| {
            !line.is_title && line.span.range.start <= done.evidence.start && done.evidence.end <= line.span.range.end
        });
        line.filter(|_| of_pair).and_then(|line| counted_back(scene, line))
    });
    if let Some(start) = counted.or(jubilee) {
        return Some(start);
    }
    let signed = activities
        .iter()
        .filter(|done| done.kind == ActivityType::AgreementSigned)
        .filter(|done| done.participants.contains(&a) && done.participants.contains(&b))
        .filter_map(|done| done.date);
    let signed = signed.min_by_key(ToString::to_string);
    let is_old = scene.is_long_ago(signed.as_ref());
    signed.filter(|_| is_old).or_else(|| same.iter().find_map(|pair| begun(scene, pair))).or(signed)
}

/// "Kobe and Seattle became sisters in 1957", "the relation with B, which goes back to 1994": a day long ago in a sentence that
/// tells of the beginning, or the year right behind the partner's name.
fn begun(scene: &Scene<'_>, pair: &Pair) -> Option<PartialDate> {
    let line = &scene.lines[pair.line];
    let is_begun = line.has(|cue| matches!(cue, Cue::Founding | Cue::Listed | Cue::Status(StatusWord::New)));
    let is_old = |date: &&DateMention| {
        matches!(date.role, DateRole::On | DateRole::Since) && scene.is_long_ago(date.date.as_ref())
    };
    let ends = [pair.a, pair.b].map(|party| {
        let at = line.parties.iter().position(|found| *found == Some(party));
        at.map_or(usize::MAX, |at| line.mentions[at].tokens.end)
    });
    let is_behind =
        |date: &&DateMention| ends.iter().any(|end| date.tokens.start >= *end && date.tokens.start - end <= 2);
    let mut old = line.dates.iter().filter(is_old);
    let behind = old.clone().find(is_behind);
    let (first, second) = (old.next(), old.next());
    // "A followed in 1967; the third is B": another statement.
    let is_other = |date: &DateMention| {
        let end = ends.iter().filter(|end| **end < usize::MAX).max().copied().unwrap_or(date.tokens.start);
        let gap = end.min(date.tokens.start)..end.max(date.tokens.start);
        gap.into_iter().any(|at| line.sentence.is_mark(at, ";"))
    };
    let first = first.filter(|date| !is_other(date));
    let found = behind.or_else(|| first.filter(|_| is_begun && second.is_none() && !line.is_title));
    found.and_then(|date| date.date)
}

/// "40th anniversary", "twinned for thirty years": the year that it is counted from, unless it is "almost" so many.
fn counted_back(scene: &Scene<'_>, at: usize) -> Option<PartialDate> {
    let line = &scene.lines[at];
    let year = |date: &PartialDate| date.to_string().get(..4)?.parse::<i32>().ok();
    let found = line.dates.iter().find_map(|date| match date.role {
        DateRole::Jubilee { .. } => date.date,
        // "renewed for five years" counts from now on.
        DateRole::Duration { .. } if line.has(|cue| cue == Cue::Activity(ActivityWord::AgreementSigned)) => None,
        DateRole::Duration { years } => date.date.or_else(|| years_before(scene, line, date, years)),
        _ => None,
    });
    // A town's own jubilee is far older than any tie.
    found.filter(|date| year(date).is_some_and(|year| year >= EARLIEST))
}

fn years_before(scene: &Scene<'_>, line: &Line, date: &DateMention, years: u32) -> Option<PartialDate> {
    let is_tie = line.has(|cue| matches!(cue, Cue::Tie(_)));
    // "20 years of a link that began in 2004": the year is told.
    if line.dates.iter().any(|date| date.role == DateRole::On && is_founding(line, date)) {
        return None;
    }
    let stated = line.dates.iter().find(|date| date.role == DateRole::On).and_then(|date| date.date.as_ref());
    let year: i32 = stated.or(scene.published.as_ref())?.to_string().get(..4)?.parse().ok()?;
    let start = year - i32::try_from(years).ok()?;
    if date.is_about || !is_tie { None } else { start.to_string().parse().ok() }
}

/// "since 1993" behind the partner's name, or in the sentence.
fn beside(scene: &Scene<'_>, pair: &Pair) -> Option<PartialDate> {
    let line = &scene.lines[pair.line];
    let position = |party: usize| {
        line.parties.iter().position(|found| *found == Some(party)).map(|at| line.mentions[at].tokens.clone())
    };
    let last = [position(pair.a), position(pair.b)].into_iter().flatten().max_by_key(|tokens| tokens.start);
    // "The two have been twinned since 1983": its sides stand in another sentence.
    let Some(last) = last else {
        return line.dates.iter().find(|date| date.role == DateRole::Since).and_then(|date| date.date);
    };
    let next_side = line
        .mentions
        .iter()
        .zip(&line.parties)
        .filter(|(mention, party)| {
            mention.tokens.start >= last.end && party.is_some_and(|party| scene.kind(party) != PartyType::Country)
        })
        .map(|(mention, _)| mention.tokens.start)
        .next()
        .unwrap_or(line.sentence.len());
    // "in town since Saturday" is how long a visit lasts.
    let has_jubilee = || line.dates.iter().any(|date| matches!(date.role, DateRole::Jubilee { .. }));
    let is_recent = |date: &DateMention| {
        has_jubilee()
            && date.date.is_some_and(|on| on.to_string().len() == DAY)
            && !scene.is_long_ago(date.date.as_ref())
    };
    let counts = |date: &&DateMention| {
        matches!(date.role, DateRole::Since) && !is_recent(date)
            || date.role == DateRole::On && (in_brackets(line, date) || is_founding(line, date) || is_item(line))
    };
    let behind =
        line.dates.iter().filter(counts).find(|date| date.tokens.start >= last.start && date.tokens.start < next_side);
    let any = || line.dates.iter().filter(counts).find(|date| status::distance(&date.tokens, &pair.tokens) <= 8);
    let one_pair = || line.dates.iter().filter(counts).count() == 1;
    behind.or_else(|| if one_pair() { any() } else { None }).and_then(|date| date.date)
}

/// A list item names a partner and its year: "Parma (Italy), 1976".
fn is_item(line: &Line) -> bool {
    line.span.is_line && line.sentence.len() <= ITEM
}

/// "that began in 2016".
pub(super) fn is_founding(line: &Line, date: &DateMention) -> bool {
    line.find(|cue| cue == Cue::Founding)
        .any(|found| found.tokens.end <= date.tokens.start && date.tokens.start - found.tokens.end <= 1)
}

fn in_brackets(line: &Line, date: &DateMention) -> bool {
    date.tokens.start > 0
        && (line.sentence.is_mark(date.tokens.start - 1, "(") || line.sentence.is_mark(date.tokens.start - 1, ","))
        && line.sentence.is_mark(date.tokens.end, ")")
}

/// "It was set up in 1981": the sentence behind the pair's own.
fn told_after(scene: &Scene<'_>, pair: &Pair, pairs: &[Pair]) -> Option<PartialDate> {
    if pair.strength == Strength::ByFocus && on_line(pairs, pair.line).len() > 1 {
        return None;
    }
    let at = pair.line + 1;
    let line = scene.lines.get(at)?;
    let refers = line.has(|cue| matches!(cue, Cue::Refer(Refer::Both | Refer::It) | Cue::Tie(_)));
    if !refers || line.is_title || !on_line(pairs, at).is_empty() {
        return None;
    }
    let begins = line.has(|cue| cue == Cue::Status(StatusWord::New));
    let date = line.dates.iter().find(|date| date.role == DateRole::Since || begins && date.role == DateRole::On)?;
    date.date
}
