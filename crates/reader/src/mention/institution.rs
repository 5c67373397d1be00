//! Institutions by the noun their names are built around: "University of X", "X State Technical University".

use std::ops::Range;

use gazetteer::PlaceKind;

use super::find::Finder;
use super::judge::Beside;
use super::lexicon::Lexicon;
use super::memory::Named;
use super::name::{self, longest};
use super::person::{is_given_name, run_end};
use super::qualify;
use super::resolve::{code, settle};
use super::scene::Scene;
use super::types::{Mention, MentionKind};
use crate::language::Role;
use crate::text::{Sentence, TokenKind};

/// A name within a body's name that is less likely a place than this says nothing at all, as log-odds.
const LEAST: f32 = -1.2;

/// The most words of a town's name behind "University of", with that small word.
const TOWN: usize = 4;

/// The tokens of every institution's name, in order.
pub(super) fn spans(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence) -> Vec<Range<usize>> {
    let heads = heads(scene, lexicon, sentence);
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (nth, head) in heads.iter().enumerate() {
        let floor = spans.last().map_or(0, |span| span.end);
        if head.start < floor {
            continue;
        }
        let start = start(scene, lexicon, sentence, head.start, floor);
        let end = end(scene, lexicon, sentence, head.end, &heads[nth + 1..]);
        let is_named = end > head.end || start < head.start;
        let has_capital = (start..end).any(|at| sentence.tokens[at].is_capital);
        if is_named && has_capital && !is_description(scene, sentence, start..end, head) {
            spans.push(start..end);
        }
    }
    spans
}

fn heads(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence) -> Vec<Range<usize>> {
    let mut heads: Vec<Range<usize>> = Vec::new();
    for at in 0..sentence.len() {
        if !(sentence.tokens[at].is_capital || lexicon.has_lower_heads)
            || heads.last().is_some_and(|last| at < last.end)
        {
            continue;
        }
        let mut end = None;
        scene.language.institutions.heads.find_at(sentence, at, |found, ()| end = end.max(Some(found)));
        heads.extend(end.map(|end| at..end));
    }
    heads
}

/// "a Chinese University", "the French School": a people and a noun are no name, unless a list has it.
fn is_description(scene: &Scene<'_>, sentence: &Sentence, span: Range<usize>, head: &Range<usize>) -> bool {
    // "University House" is a building of a university that has another name.
    let rooms = &scene.language.institutions.rooms;
    if span.start == head.start && span.end == head.end + 1 && rooms.contains(sentence.word(head.end)) {
        return true;
    }
    if span.end > head.end || span.start >= head.start {
        return false;
    }
    let mut is_people = false;
    scene.language.demonyms.find_at(sentence, span.start, |end, _| is_people |= end == head.start);
    is_people && {
        let name = gazetteer::fold(&scene.written(sentence, span));
        let is_listed = |place| scene.gazetteer.kind(place) == PlaceKind::Institution;
        !scene.gazetteer.exact(&name).with_kinds().any(|(place, _)| is_listed(place))
    }
}

/// Goes left from the head over capitalized words and words that may stand inside.
fn start(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, head: usize, floor: usize) -> usize {
    let mut start = head;
    let mut at = head;
    while at > floor {
        at -= 1;
        let token = &sentence.tokens[at];
        let word = sentence.word(at);
        let is_opener = at == 0 && is_opener(scene, word);
        // "the SISU-University of Waikato programme" is of two bodies.
        let is_other = sentence.tokens.get(at + 1).is_some_and(|next| !next.spaced && next.kind == TokenKind::Word)
            && token.is_shout
            && sentence.tokens[at + 1..=head].iter().any(|next| !next.is_shout)
            && at + 1 == head;
        if is_other {
            break;
        }
        let is_article =
            || lexicon.articles.contains(word) && !sentence.tokens.get(at + 1).is_some_and(|next| next.spaced);
        match token.kind {
            // "L'Université": the elided article is none of the name.
            TokenKind::Word if token.is_capital && (is_article() || lexicon.is_date(sentence, at)) => break,
            TokenKind::Word if token.is_capital && !is_opener && !is_title(scene, lexicon, word) => start = at,
            TokenKind::Word if !token.is_capital && is_inner(lexicon, sentence, at) => {
                let is_two = scene.is_and(sentence, at) && singular(scene, sentence, head).is_some();
                let is_second =
                    || scene.is_and(sentence, at) && is_second_body(scene, lexicon, sentence, at, head, floor);
                if is_second() || !is_two && !is_crossed(scene, lexicon, sentence, at, floor) {
                    break;
                }
            }
            // "Queen's University"; "Volgograd's School No. 20" is a school and its town.
            TokenKind::Possessive
                if at + 1 == start
                    && at > floor
                    && sentence.tokens[at - 1].is_capital
                    && !sentence.tokens[at - 1].is_shout
                    && !is_town(scene, lexicon, sentence, at - 1) => {}
            // "St. Olaf College", "V. N. Karazin University"
            TokenKind::Mark if at + 1 == start && at > floor && is_shortened(lexicon, sentence, at) => {}
            // "Northern (Arctic) Federal University"
            TokenKind::Mark if at + 1 == start && at > floor + 2 && is_bracketed_word(sentence, at) => at -= 2,
            _ => break,
        }
    }
    start
}

/// A person's title, but not one that bodies are named after: "King Saud University".
fn is_title(scene: &Scene<'_>, lexicon: &Lexicon, word: &str) -> bool {
    lexicon.titles.contains(word) && !scene.language.institutions.patrons.contains(word)
}

/// "Both Massey University and …": a word that has its capital from the beginning of the sentence.
fn is_opener(scene: &Scene<'_>, word: &str) -> bool {
    let openers = &scene.language.institutions.openers;
    let list = if openers.is_empty() { &scene.language.not_places } else { openers };
    scene.language.stopwords.contains(word) || list.contains(word)
}

/// Whether the word is the name of a larger town and nothing else.
fn is_town(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    let is_plain = !scene.language.not_places.contains(sentence.word(at)) && !is_given_name(lexicon, sentence.word(at));
    is_plain
        && longest(scene, lexicon, sentence, at, at + 1).is_some_and(|name| {
            name.places(scene.gazetteer).next().is_some_and(|place| scene.gazetteer.population(place) >= LARGE)
        })
}

/// A town of so many people is no saint's or founder's name.
const LARGE: u32 = 50_000;

/// The noun of one of several bodies, if the head that begins at a token is theirs.
fn singular<'a>(scene: &Scene<'a>, sentence: &Sentence, head: usize) -> Option<&'a str> {
    let plurals = &scene.language.institutions.plurals;
    plurals.iter().find(|(plural, _)| plural == sentence.word(head)).map(|(_, one)| one.as_str())
}

/// Whether the token is the full stop of "St." or of an initial.
fn is_shortened(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at - 1);
    sentence.is_mark(at, ".")
        && sentence.tokens[at - 1].is_capital
        && (lexicon.starts.contains(word) || word.chars().count() == 1)
}

/// Whether the token closes a single capitalized word in brackets that stands behind another.
fn is_bracketed_word(sentence: &Sentence, at: usize) -> bool {
    sentence.is_mark(at, ")")
        && sentence.is_mark(at - 2, "(")
        && sentence.tokens[at - 1].is_capital
        && sentence.tokens[at - 3].is_capital
        && sentence.tokens[at - 3].kind == TokenKind::Word
}

/// "Virginia Tech and Osaka University": what stands on one side of the "and" is a body of its own.
fn is_second_body(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    and: usize,
    head: usize,
    floor: usize,
) -> bool {
    let firsts = (floor..and).rev().take_while(|at| sentence.tokens[*at].is_capital);
    let is_known = |at: usize| {
        let known = lexicon.known_body(sentence.word(at), sentence.folded_from(at));
        known.is_some_and(|(length, _)| sentence.token_after(at, length) == and)
    };
    let mut firsts = firsts.into_iter();
    firsts.any(is_known)
        || and + 1 < head && {
            let name = gazetteer::fold(&scene.written(sentence, and + 1..head + 1));
            let is_listed = |place| scene.gazetteer.kind(place) == PlaceKind::Institution;
            scene.gazetteer.exact(&name).with_kinds().any(|(place, _)| is_listed(place))
        }
}

/// Whether a name goes on to the left of the small word at `at`: "Arts and Science College", "Rio de Janeiro University" and
/// "City of London School" do, "Massey and Singapore Polytechnic" and "the rector of Massey University" do not.
fn is_crossed(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, at: usize, floor: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= floor) else { return false };
    if scene.is_and(sentence, at) {
        // "Texas A&M University"
        if sentence.word(before).len() == 1 && sentence.tokens.get(at + 1).is_some_and(|next| !next.spaced) {
            return true;
        }
        // "UTAR and Xuchang University", "between Aalto and Waseda University" are two.
        let first = (floor..at).rev().take_while(|at| sentence.tokens[*at].is_capital).last().unwrap_or(before);
        let is_between = first > 0 && is_role(scene, sentence, first - 1, Role::Between);
        if is_between || sentence.tokens[before].is_shout && sentence.word(before).len() > 2 {
            return false;
        }
        let is_known = longest(scene, lexicon, sentence, before, at).is_some_and(|name| name.tokens.end == at);
        return scene.language.not_places.contains(sentence.word(before)) || !is_known;
    }
    let is_role = |wanted: &[Role]| {
        let mut is_role = false;
        scene.language.roles.find_at(sentence, at, |end, role| is_role |= end == at + 1 && wanted.contains(role));
        is_role
    };
    if !is_role(&[Role::Of, Role::In, Role::To, Role::With, Role::By, Role::From]) {
        return !lexicon.articles.contains(sentence.word(at));
    }
    let mut is_unit = false;
    scene.language.units_before.find_at(sentence, before, |end, _| is_unit |= end == at + 1);
    // "Prince of Songkla University"
    is_unit
        || scene.language.institutions.patrons.contains(sentence.word(before))
        || longest(scene, lexicon, sentence, before, sentence.len()).is_some_and(|name| name.tokens.end > at + 1)
}

fn is_inner(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    let mut is_inner = false;
    lexicon.institution_inner.find_at(sentence, at, |end, ()| is_inner |= end == at + 1);
    is_inner
}

/// Goes right from the head: "of Economics and Law", "of the Far East Branch of the Russian Academy of Sciences".
fn end(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, head: usize, later: &[Range<usize>]) -> usize {
    if lexicon.is_declined() {
        return declined_end(scene, lexicon, sentence, head, later);
    }
    let inner = &scene.language.institutions.inner;
    let mut end = head;
    let mut at = head;
    // Behind "of the", a further head belongs to the same name: "of the Russian Academy of Sciences".
    let mut is_within = false;
    while let Some(token) = sentence.tokens.get(at) {
        let word = sentence.word(at);
        let is_and = scene.is_and(sentence, at);
        if token.kind == TokenKind::Word && token.is_capital && !is_and {
            if !is_within && later.iter().any(|next| next.start == at && !closes_name(scene, sentence, next)) {
                break;
            }
            // "Lincoln University Vice-Chancellor": who speaks for it is none of its name.
            let follows_name = at > 0 && sentence.tokens[at - 1].is_capital;
            if (!is_within || follows_name) && lexicon.officers.contains(word) {
                break;
            }
            at += 1;
            end = at;
        } else if is_and {
            // "Xuchang University and Xuchang Vocational …": a name that ends in its noun is whole.
            if at == head || !goes_on_after_and(scene, lexicon, sentence, at, later) {
                break;
            }
            is_within = false;
            at += 1;
        } else if token.kind == TokenKind::Word && (inner.contains(word) || is_inner(lexicon, sentence, at)) {
            // "Fudan University on the Confucius Institute", "Government of Peru at Lima University": another body's name.
            let is_other = || later.iter().any(|next| next.start < name_stop(sentence, at));
            // "visited the University of Malta on November 7"
            let is_date =
                !is_part_word(scene, sentence, at) && scene.language.not_places.contains(sentence.word(at + 1));
            if is_date || says_where(scene, sentence, at) || !is_part_word(scene, sentence, at) && is_other() {
                break;
            }
            is_within = true;
            at += 1;
        } else if is_short_stop(lexicon, sentence, at) {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// "Zhejiang University City College": a second noun behind a word of its own ends the name that the first began. One that goes
/// on ("Stanford University School of Medicine") or follows at once is another body's.
fn closes_name(scene: &Scene<'_>, sentence: &Sentence, next: &Range<usize>) -> bool {
    sentence.tokens.get(next.end).is_none_or(|token| {
        token.kind != TokenKind::Word || !token.is_capital && !is_role(scene, sentence, next.end, Role::Of)
    })
}

fn is_role(scene: &Scene<'_>, sentence: &Sentence, at: usize, wanted: Role) -> bool {
    let mut is_role = false;
    scene.language.roles.find_at(sentence, at, |end, role| is_role |= end == at + 1 && *role == wanted);
    is_role
}

/// Whether the small word says whose part a body is: "of", not "at" or "on". An article says nothing.
fn is_part_word(scene: &Scene<'_>, sentence: &Sentence, at: usize) -> bool {
    let (mut is_of, mut is_other) = (false, false);
    scene.language.roles.find_at(sentence, at, |end, role| {
        is_of |= end == at + 1 && *role == Role::Of;
        is_other |= end == at + 1 && *role != Role::Of;
    });
    is_of || !is_other && !matches!(sentence.word(at), "at" | "on")
}

/// "in", "near": where a body sits is none of its name.
fn says_where(scene: &Scene<'_>, sentence: &Sentence, at: usize) -> bool {
    is_role(scene, sentence, at, Role::In)
}

/// Where the words end that may still belong to a name from `at` on.
fn name_stop(sentence: &Sentence, at: usize) -> usize {
    let is_end = |at: &usize| sentence.tokens[*at].kind != TokenKind::Word;
    (at..sentence.len()).find(is_end).unwrap_or(sentence.len())
}

/// The full stop of "St. Louis", which ends no name.
fn is_short_stop(lexicon: &Lexicon, sentence: &Sentence, at: usize) -> bool {
    at > 0
        && sentence.is_mark(at, ".")
        && lexicon.starts.contains(sentence.word(at - 1))
        && sentence.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.is_capital)
}

/// The same where nouns are declined: a person may follow at once ("ректор университета Рустам …"), and words that belong to
/// the name have no capital ("университет языка и культуры").
fn declined_end(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    head: usize,
    later: &[Range<usize>],
) -> usize {
    let mut end = head;
    let mut at = head;
    let mut is_within = false;
    while let Some(token) = sentence.tokens.get(at) {
        if scene.is_and(sentence, at) {
            let goes_on = lexicon.declined.has_tail(sentence.word(at + 1))
                || goes_on_after_and(scene, lexicon, sentence, at, later);
            if !goes_on {
                break;
            }
            at += 1;
            continue;
        }
        let is_later = later.iter().any(|head| head.start == at);
        let next = declined_word(scene, lexicon, sentence, at, is_within).filter(|_| !is_later);
        let Some(next) = next else { break };
        is_within = !token.is_capital && !lexicon.declined.has_tail(sentence.word(at));
        at = next;
        if !is_within {
            end = at;
        }
    }
    end
}

/// Where a word goes on the name of an institution whose head may be written small, if it does.
fn declined_word(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    at: usize,
    is_within: bool,
) -> Option<usize> {
    if sentence.tokens[at].kind != TokenKind::Word {
        return None;
    }
    let word = sentence.word(at);
    if !sentence.tokens[at].is_capital {
        let is_inside = scene.language.institutions.inner.contains(word) || lexicon.declined.has_tail(word);
        return is_inside.then_some(at + 1);
    }
    if is_given_name(lexicon, word) {
        return None;
    }
    let place = longest(scene, lexicon, sentence, at, sentence.len()).map(|name| name.tokens.end);
    place.or_else(|| is_within.then(|| run_end(sentence, at)))
}

/// "Economics and Law" goes on; "University of Alaska and Kamchatka State University" and "of Oslo and Bergen" do not.
fn goes_on_after_and(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    and: usize,
    later: &[Range<usize>],
) -> bool {
    let next = and + 1;
    if !sentence.tokens.get(next).is_some_and(|token| token.is_capital && token.kind == TokenKind::Word) {
        return false;
    }
    // "University of Waikato and Orff New Zealand": where the first ends in a place, another body follows.
    let of = (and.saturating_sub(TOWN)..and).rev().find(|at| is_role(scene, sentence, *at, Role::Of));
    let is_ended = of.is_some_and(|of| {
        let is_field = scene.language.not_places.contains(sentence.word(of + 1));
        !is_field
            && longest(scene, lexicon, sentence, of + 1, sentence.len()).is_some_and(|name| name.tokens.end == and)
    });
    // "University of Life Sciences and Dean …": a person.
    if is_ended || lexicon.titles.contains(sentence.word(next)) || lexicon.first_names.contains(sentence.word(next)) {
        return false;
    }
    let mut run = run_end(sentence, next);
    if lexicon.is_declined() {
        // "и Национальный исторический музей": the head itself has no capital.
        while run < sentence.len() && is_inner(lexicon, sentence, run) {
            run += 1;
        }
        run = (run + 1).min(sentence.len());
    }
    if later.iter().any(|head| head.start >= next && head.start < run) {
        return false;
    }
    // "Law" is a place somewhere; here it is a field of study.
    let is_ordinary = scene.language.not_places.contains(sentence.word(next));
    is_ordinary || longest(scene, lexicon, sentence, next, run).is_none_or(|name| name.tokens.end < run)
}

impl Finder<'_> {
    /// Takes the institution whose name these tokens are and gives where to go on.
    pub(super) fn institution(&mut self, span: Range<usize>) -> usize {
        if let Some(end) = self.two_institutions(&span) {
            return end;
        }
        let gazetteer = self.scene.gazetteer;
        let mut mention = self.mention(span.clone(), span.clone(), MentionKind::Institution);
        mention.name = self.lexicon.declined.basic(&mention.name);
        mention.inner = self.inner(span.clone());
        mention.country = mention.country_within();
        let folded = gazetteer::fold(&mention.name);
        mention.candidates = name::candidates(gazetteer, gazetteer.exact(&folded));
        mention.candidates.retain(|candidate| gazetteer.kind(candidate.place) == PlaceKind::Institution);
        if let Some(place) = mention.place() {
            mention.country = code(gazetteer, place);
        }
        if let Some((full, country)) = self.lexicon.acronyms.get(&folded) {
            mention.alias_of = Some(full.clone());
            mention.country = Some(*country);
            mention.inner.clear();
            mention.candidates.clear();
        }
        let first = folded.split(' ').next().unwrap_or_default();
        if let Some((_, country)) =
            self.lexicon.known_body(first, &folded).filter(|(length, _)| *length == folded.len())
        {
            mention.country = Some(country);
            mention.inner.clear();
            mention.candidates.retain(|one| code(gazetteer, one.place) == Some(country));
        }
        mention.tokens.end = self.bracketed_acronym(span.end, &mention).unwrap_or(span.end);
        if let Some(place) = self.where_it_is(mention.tokens.end) {
            mention.country = place.country.or(mention.country);
            // "Lincoln University in Malaysia" is not the one in New Zealand.
            mention.candidates.retain(|one| place.country.is_none() || code(gazetteer, one.place) == place.country);
            mention.tokens.end = place.tokens.end;
            mention.inner.push(place);
            self.place_acronym(span.end, mention.country);
        }
        mention.short = self.short(span.clone());
        self.remember_initials(span, &mention);
        let end = mention.tokens.end;
        self.found.push(mention);
        end
    }

    /// "Tsinghua and Qinghai Universities": two names that share their noun.
    fn two_institutions(&mut self, span: &Range<usize>) -> Option<usize> {
        let head = span.end.checked_sub(1)?;
        let noun = singular(self.scene, self.sentence, head)?;
        let and = span.clone().find(|at| self.scene.is_and(self.sentence, *at))?;
        let names = [span.start..and, and + 1..head];
        if names.iter().any(Range::is_empty) {
            return None;
        }
        for (name, tokens) in names.into_iter().zip([span.start..and, and + 1..span.end]) {
            let mut mention = self.mention(tokens.clone(), tokens, MentionKind::Institution);
            mention.name = [&self.scene.written(self.sentence, name.clone()), " ", noun].concat();
            mention.inner = self.inner(name.start..name.end + 1);
            let gazetteer = self.scene.gazetteer;
            mention.candidates = name::candidates(gazetteer, gazetteer.exact(&gazetteer::fold(&mention.name)));
            mention.candidates.retain(|candidate| gazetteer.kind(candidate.place) == PlaceKind::Institution);
            mention.country = mention.place().map_or_else(|| mention.country_within(), |place| code(gazetteer, place));
            self.found.push(mention);
        }
        Some(span.end)
    }

    /// A long name without what it is part of: "Institute of Rock" of "Institute of Rock of the Far East Branch".
    fn short(&self, span: Range<usize>) -> Option<String> {
        let is_of = |at: usize| {
            let mut is_of = false;
            self.scene
                .language
                .roles
                .find_at(self.sentence, at, |end, role| is_of |= *role == Role::Of && end == at + 1);
            is_of && !self.sentence.tokens[at].is_capital
        };
        let second = span.clone().filter(|at| is_of(*at)).nth(1)?;
        Some(self.scene.written(self.sentence, span.start..second))
    }

    /// "MIT" may follow "Massachusetts Institute of Technology" although no brackets announce it.
    fn remember_initials(&mut self, span: Range<usize>, mention: &Mention) {
        let capitals = span.filter(|at| self.sentence.tokens[*at].is_capital);
        let initials: String = capitals.filter_map(|at| self.sentence.word(at).chars().next()).collect();
        let is_free =
            self.memory.acronyms.get(&initials).is_none_or(|known| known.full.eq_ignore_ascii_case(&initials));
        if (3..=6).contains(&initials.len()) && is_free {
            let named = Named { is_guess: true, ..Named::of(mention) };
            self.memory.acronyms.insert(initials, named);
        }
    }

    /// "in Wuhan, China" behind an institution.
    fn where_it_is(&self, at: usize) -> Option<Mention> {
        let is_comma = self.sentence.is_mark(at, ",");
        let mut start = is_comma.then_some(at + 1);
        if at < self.sentence.len() {
            self.lexicon.inside.find_at(self.sentence, at, |end, ()| start = start.max(Some(end)));
        }
        let name = longest(self.scene, self.lexicon, self.sentence, start?, self.sentence.len())?;
        let end = name.tokens.end;
        let gazetteer = self.scene.gazetteer;
        // "…, North West Agriculture University" is the next of a list.
        if is_comma && self.sentence.tokens.get(end).is_some_and(|next| next.is_capital && next.kind == TokenKind::Word)
        {
            return None;
        }
        let is_unit = matches!(gazetteer.kind(name.places(gazetteer).next()?), PlaceKind::Country | PlaceKind::Region);
        let candidates = name.candidates(gazetteer);
        let qualifier = qualify::after(self.scene, self.lexicon, self.sentence, end, &candidates);
        if is_comma && !is_unit && qualifier.is_none() {
            return None;
        }
        let mut mention = self.mention(name.tokens.clone(), name.tokens, MentionKind::Place);
        mention.candidates = candidates;
        if let Some(qualifier) = qualifier {
            let inner = self.mention(qualifier.tokens.clone(), qualifier.tokens.clone(), MentionKind::Region);
            qualify::state(self.scene, &mut mention, qualifier, inner);
        }
        settle(&mut mention, gazetteer);
        Some(mention)
    }

    /// The places named within an institution's name.
    fn inner(&mut self, span: Range<usize>) -> Vec<Mention> {
        let mut inner = Vec::new();
        let mut at = span.start;
        while at < span.end {
            if let Some(name) = self.town_of(at) {
                inner.push(self.town(at, &name));
                at += 1;
                continue;
            }
            if let Some((end, country)) = self.demonym_at(at) {
                let mut mention = self.mention(at..end, at..end, MentionKind::Demonym);
                mention.country = Some(country);
                inner.push(mention);
                at = end;
                continue;
            }
            let name = longest(self.scene, self.lexicon, self.sentence, at, span.end);
            let Some(mut name) = name.filter(|name| name.tokens.len() < span.len()) else {
                at += 1;
                continue;
            };
            name::leave_unit(self.scene, self.lexicon, self.sentence, &mut name);
            at = name.tokens.end;
            let mut mention = self.mention(name.tokens.clone(), name.tokens.clone(), MentionKind::Place);
            let beside = Beside { is_within: true, ..Beside::default() };
            let weight = self.signs(&name, beside).weight(self.lexicon);
            // A doubtful one is no place on a map, but still says best where the body may be. Declined words are too often
            // somebody's.
            mention.is_doubtful = weight < 0.0;
            if mention.is_doubtful && (self.lexicon.is_declined() || weight < LEAST) {
                continue;
            }
            mention.name = name::basic_spelling(self.scene, self.lexicon, self.sentence, &name);
            mention.candidates = name.candidates(self.scene.gazetteer);
            settle(&mut mention, self.scene.gazetteer);
            inner.push(mention);
        }
        inner
    }
}
