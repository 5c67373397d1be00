//! Who is tied to whom: from a word for a tie to the names on its two sides.

mod shapes;

use std::ops::Range;

use super::group::Group;
use super::line::{Found, Line, overlap};
use super::scene::Scene;
use super::status::is_negated;
use crate::language::{Cue, Refer, Role, StatusWord, TieWord, UnitWord};
use crate::mention::{Mention, MentionKind};
use crate::reading::PartyType;
use crate::text::TokenKind;
use gazetteer::PlaceKind;

/// A pair that one sentence ties.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) word: TieWord,
    pub(crate) line: usize,
    /// The tokens of the word.
    pub(crate) cue: Range<usize>,
    /// The sentence that the word stands in.
    pub(crate) cue_line: usize,
    /// The tokens that carry the statement.
    pub(crate) tokens: Range<usize>,
    /// How sure the sentence's shape makes it.
    pub(crate) strength: Strength,
}

/// How a pair was found, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// No sentence says so; the sentences around do.
    Guessed,
    /// One side is whom the text is about.
    ByFocus,
    /// Both sides stand in the sentence.
    InSentence,
    /// The word joins them directly: "A's sister city B", "between A and B".
    Direct,
}

/// The most words between a tie's word and the name that follows it.
const REACH: usize = 7;

/// The same where a description stands between: "with one of the country's oldest universities, B".
const APPOSED: usize = 14;

/// The most words between a partner and its owner's name behind it: "B has long been A's sister city".
const APART: usize = 4;

/// The most letters of an article or of "its".
const SMALL: usize = 5;

/// Which of the shapes is "between A and B".
const BETWEEN: usize = 4;

/// At most so many pairs come of two lists.
const MOST_CROSSED: usize = 100;

/// The pairs that a word for a tie joins in its sentence.
pub(crate) fn pairs(scene: &Scene<'_>, at: usize, cue: &Found, word: TieWord) -> Vec<Pair> {
    let sides = Sides { scene, at, line: &scene.lines[at], groups: &scene.groups[at], cue, word };
    let mut found = sides.found();
    found.extend(sides.gapped());
    found.retain(|pair| sides.allowed(pair));
    if found.is_empty() {
        found = sides.by_people();
        found.retain(|pair| sides.allowed(pair));
    }
    found
}

struct Sides<'a> {
    scene: &'a Scene<'a>,
    at: usize,
    line: &'a Line,
    groups: &'a [Group],
    cue: &'a Found,
    word: TieWord,
}

impl Sides<'_> {
    /// The pairs of the word's own clause, by the first shape that gives any.
    fn found(&self) -> Vec<Pair> {
        // "twinned with B … between the islands and C": what the word points at comes first.
        let is_named = |object: &Group| !matches!(object.role, Some((_, Role::Between))) && self.is_pointed_at(object);
        let pointed = self.object().filter(|object| is_named(object)).is_some();
        let shapes: [fn(&Self) -> Vec<Pair>; 8] = [
            Self::in_dashes,
            Self::in_segments,
            Self::owner_and_list,
            Self::two_behind,
            Self::between,
            Self::signers,
            Self::with_object,
            Self::without_object,
        ];
        let shapes = shapes.into_iter().enumerate().filter(|(nth, _)| !(pointed && *nth == BETWEEN));
        shapes.map(|(_, shape)| shape(self)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn has_and(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.line.role_at(at).is_some_and(|(_, role)| role == Role::And))
    }

    fn has_mark(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.line.sentence.tokens[at].kind == TokenKind::Mark)
    }

    /// "between A and B", before or behind the word.
    fn between(&self) -> Vec<Pair> {
        let near = |group: &&Group| {
            matches!(group.role, Some((_, Role::Between)))
                && !group.is_countries
                && (group.tokens.start >= self.cue.tokens.end && group.tokens.start - self.cue.tokens.end <= REACH + 6
                    || group.tokens.end <= self.cue.tokens.start
                        && self.cue.tokens.start - group.tokens.end <= REACH + 6)
        };
        let Some(group) = self.groups.iter().find(near) else { return Vec::new() };
        let members = self.members(group);
        if members.len() >= 2 {
            return self.star(&members, group.tokens.clone(), Strength::Direct);
        }
        if self.faces_country(group) {
            return Vec::new();
        }
        let Some(own) = self.own(group.tokens.start, &members) else { return Vec::new() };
        self.cross(&[own], &members, group.tokens.clone(), Strength::ByFocus)
    }

    /// "links between the Canary Islands and Venezuela": the other side is a country, and no party.
    fn faces_country(&self, group: &Group) -> bool {
        let end = group.tokens.end;
        let is_next = |next: &&Group| next.is_countries && next.tokens.start >= end && next.tokens.start - end <= 2;
        self.groups.iter().any(|next| {
            is_next(&next)
                && matches!(next.role, Some((_, Role::And)))
                && matches!(group.role, Some((_, Role::Between)))
        })
    }

    /// The group that follows the word and is what it ties: "sister city of B", "twinned with B and C", "sister cities: B".
    fn object(&self) -> Option<&Group> {
        let from = self.cue.tokens.end;
        let mut behind = self.groups.iter().filter(|group| group.tokens.start >= from && !group.is_countries);
        let mut group = behind.next()?;
        // "sister states around the Pacific: A, B": what a colon leads to, not what nothing knows before it.
        if !group.known
            && let Some(next) = behind.next().filter(|next| self.line.sentence.is_mark(next.tokens.start - 1, ":"))
        {
            group = next;
        }
        let gap = from..group.tokens.start;
        let is_apposed = self.is_apposed(group);
        let is_close = (gap.len() <= REACH || is_apposed) && !self.breaks(gap.clone());
        let fits = match group.role {
            None if is_apposed => true,
            // "the agreement that A has with B"
            None if self.word == TieWord::Partner => false,
            // "collaboration and the establishment of B"
            Some((start, Role::Of)) if start > from && !self.is_named_tie() && self.has_and(from..start) => false,
            // A small word before the tie's own word hangs the whole on something else: "donated to sister city B".
            Some((start, _)) if start < self.cue.tokens.start => gap.len() <= 3,
            Some((_, Role::With | Role::To | Role::Of)) => true,
            Some((start, Role::In | Role::From)) if start == from => self.is_named_tie() && !self.is_where(group),
            // "has a sister in B"
            Some((start, Role::In)) if start < from => {
                let is_state = group.mentions.iter().any(|at| self.line.mentions[*at].unit == Some(UnitWord::State));
                self.is_named_tie() && (is_state || !self.is_where(group))
            }
            Some((_, Role::In | Role::From | Role::By)) => false,
            Some((_, Role::And | Role::Between)) | None => gap.len() <= 3,
        };
        // A name that nothing knows must stand right in the slot.
        let in_slot = group.known
            || gap.is_empty()
            || gap.len() <= 2 && matches!(group.role, Some((_, Role::With | Role::To | Role::Of)));
        if self.is_verb_last() && self.has_another_word(gap) {
            return None;
        }
        let is_one_of = self.is_one_of(group);
        (is_close && fits && in_slot && !is_one_of && !self.faces_country(group)).then_some(group)
    }

    /// "ist mit B verschwistert": what it is tied to stands right before the word.
    fn is_verb_last(&self) -> bool {
        let start = self.cue.tokens.start;
        self.groups.iter().any(|group| {
            let is_with = matches!(group.role, Some((_, Role::With)));
            is_with && group.tokens.end <= start && start - group.tokens.end <= 1 && !group.possessive
        })
    }

    /// Whether another word for a tie stands in between.
    fn has_another_word(&self, gap: Range<usize>) -> bool {
        self.line
            .find(|cue| matches!(cue, Cue::Tie(_)))
            .any(|tie| tie.tokens.start >= gap.start && tie.tokens.start < gap.end)
    }

    /// "with one of the Northern Marianas": not with all of them.
    fn is_one_of(&self, group: &Group) -> bool {
        let Some((start, Role::Of)) = group.role else { return false };
        let is_one = start > 0 && self.line.sentence.word(start - 1) == "one";
        is_one && start >= self.cue.tokens.end && group.mentions.len() == 1
    }

    /// "its twin town in Bavaria": a city's partner is none, that is where it lies.
    fn is_where(&self, group: &Group) -> bool {
        let members = self.members(group);
        let is_region = |party: &usize| self.scene.kind(*party) == PartyType::Region;
        matches!(self.word, TieWord::Sister | TieWord::Friendship) && members.iter().all(is_region)
    }

    /// "with one of the country's oldest universities, B": a description and a comma stand before the name.
    fn is_apposed(&self, group: &Group) -> bool {
        let from = self.cue.tokens.end;
        let gap = from..group.tokens.start;
        let is_colon = group.tokens.start > from && self.line.sentence.is_mark(gap.end - 1, ":");
        let later = || gap.clone().filter(|_| is_colon).find_map(|at| self.line.role_at(at));
        let small =
            self.line.role_at(from).or_else(|| self.line.role_before(from)).or_else(later).map(|(_, role)| role);
        let is_description = |at: usize| {
            let is_mark = self.line.sentence.tokens[at].kind == TokenKind::Mark;
            let is_said = |found: &Found| {
                found.tokens.contains(&at) && matches!(found.cue, Cue::Activity(_) | Cue::Status(_) | Cue::Speech)
            };
            !is_mark && !self.line.cues.iter().any(is_said)
        };
        gap.len() <= APPOSED
            && gap.len() >= 3
            && group.role.is_none()
            && matches!(small, Some(Role::With | Role::To | Role::Of))
            && [",", ":"].iter().any(|mark| self.line.sentence.is_mark(gap.end - 1, mark))
            && (gap.start..gap.end - 1).all(is_description)
    }

    /// "twinned with A on the outskirts of Paris, and with B": what the same small word joins behind an "and".
    fn further<'b>(&'b self, object: &'b Group) -> impl Iterator<Item = &'b Group> {
        let small = object.role.map(|(_, role)| role);
        let is_joined = move |group: &&Group| {
            let Some((start, role)) = group.role else { return false };
            // "a twin of A in 1986, of B in 1950 and of C in 1962"
            let is_and = self.line.role_before(start).is_some_and(|(_, role)| role == Role::And)
                || start > 0 && self.line.sentence.is_mark(start - 1, ",");
            Some(role) == small
                && matches!(role, Role::With | Role::To | Role::Of | Role::In)
                && is_and
                && !group.is_countries
        };
        let rest = self.groups.iter().filter(|group| group.tokens.start >= object.tokens.end);
        rest.filter(is_joined).filter(|group| !self.stops(object.tokens.end..group.tokens.start))
    }

    /// "A is twinned with B and keeps a friendship with C": B is what the word before joins to A, not whose the next word is.
    fn is_object_of_another(&self, group: &Group) -> bool {
        let Some((small, Role::With | Role::To)) = group.role else { return false };
        self.line.find(|cue| matches!(cue, Cue::Tie(_))).any(|tie| {
            let is_other = tie.tokens.end <= self.cue.tokens.start;
            let is_before = tie.tokens.contains(&small) || tie.tokens.end <= small && small - tie.tokens.end <= 3;
            // "ist mit B verschwistert"
            let is_behind = tie.tokens.start >= group.tokens.end && tie.tokens.start - group.tokens.end <= 1;
            is_other && (is_before || is_behind) && self.has_and(group.tokens.end..self.cue.tokens.start)
        })
    }

    fn is_pointed_at(&self, object: &Group) -> bool {
        object.tokens.start - self.cue.tokens.end <= 2
    }

    fn with_object(&self) -> Vec<Pair> {
        let Some(object) = self.object() else { return Vec::new() };
        let further: Vec<&Group> = self.further(object).collect();
        let mut members = self.members(object);
        members.extend(further.iter().flat_map(|group| self.members(group)));
        let end = further.last().map_or(object.tokens.end, |group| group.tokens.end);
        let tokens = self.cue.tokens.start..end;
        if let Some(capital) = self.scene.capital(self.at, self.cue.tokens.start) {
            return self.cross(&[capital], &members, tokens, Strength::Direct);
        }
        if let Some(subject) = self.left(&members) {
            let owners = self.owners(subject, &members);
            let is_next = self.cue.tokens.start.saturating_sub(subject.tokens.end) <= REACH;
            let strength = if is_next { Strength::Direct } else { Strength::InSentence };
            let found = self.cross(&owners, &members, subject.tokens.start..tokens.end, strength);
            if !found.is_empty() {
                return found;
            }
        }
        // "The sister cities of A and B" are each other's; "the twin towns of A and B" may be neighbors where nothing places one.
        let is_placed = !self.is_named_tie() || members.iter().all(|party| self.scene.country(*party).is_some());
        if matches!(object.role, Some((_, Role::Of))) && members.len() >= 2 && is_placed && self.differ(&members) {
            return self.star(&members, tokens, Strength::InSentence);
        }
        if let Some(own) = self.own(self.own_start(), &members) {
            return self.cross(&[own], &members, tokens, Strength::ByFocus);
        }
        if let Some(owner) = self.after(object, &members) {
            let end = owner.tokens.end;
            let owners = self.owners(owner, &members);
            let found = self.cross(&owners, &members, tokens.start..end, Strength::InSentence);
            if !found.is_empty() {
                return found;
            }
        }
        let is_of = matches!(object.role, Some((_, Role::Of)));
        if members.len() >= 2 && self.differ(&members) && (is_placed || !is_of) {
            return self.star(&members, tokens, Strength::InSentence);
        }
        Vec::new()
    }

    /// No name follows: "A and B are twinned", "B, A's sister city", "B is our twin town".
    fn without_object(&self) -> Vec<Pair> {
        let start = self.cue.tokens.start;
        let fits = |group: &&Group| {
            group.tokens.end <= start
                && !group.is_countries
                && group.known
                && !self.is_aside(group)
                && !self.names_the_word(group)
                && !self.members(group).is_empty()
        };
        let mut left = self.groups.iter().rev().filter(fits);
        let Some(near) = left.next() else { return self.after_only() };
        let gap = near.tokens.end..start;
        if self.stops(gap.clone()) {
            return Vec::new();
        }
        let members = self.members(near);
        let tokens = near.tokens.start..self.cue.tokens.end;
        // "Kumamoto, Rome's sister city": the last of the two owns the word.
        if let ([partner, owner], true) = (&members[..], near.possessive)
            && gap.len() <= APART + 1
            && !self.scene.same_country(*partner, *owner)
        {
            return self.cross(&[*owner], &[*partner], tokens, Strength::Direct);
        }
        if self.is_owned() {
            for group in left.clone() {
                let found =
                    self.cross(&self.members(group), &members, group.tokens.start..tokens.end, Strength::Direct);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        // "gifts to A and B, which are sister cities": a list on a small word has its owner elsewhere.
        let is_given = matches!(near.role, Some((_, Role::To | Role::With | Role::From | Role::By)));
        if members.len() >= 2 && is_given && self.is_named_tie() {
            for group in left.clone() {
                let (others, tokens) = (self.members(group), group.tokens.start..tokens.end);
                let found = self.cross(&others, &members, tokens, Strength::InSentence);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        if members.len() >= 2 && self.differ(&members) && !near.possessive {
            return self.star(
                &members,
                tokens,
                if gap.len() <= REACH { Strength::Direct } else { Strength::InSentence },
            );
        }
        for group in left {
            // "B, A's sister city" and "B is A's sister city", not "a garden in B, which is named after A's sister city".
            if near.possessive && near.tokens.start - group.tokens.end > APART {
                break;
            }
            let others = self.members(group);
            let found = self.cross(&others, &members, group.tokens.start..tokens.end, Strength::InSentence);
            if !found.is_empty() {
                return found;
            }
        }
        let only_where = matches!(near.role, Some((_, Role::In))) && !near.possessive && !self.is_named_tie();
        if !self.is_named_tie() && !self.has_instrument() || gap.len() > REACH + 3 || only_where {
            return Vec::new();
        }
        // "named after Spokane's sister city in Japan": one of that country, or nobody.
        if let Some(country) = self.country_behind().filter(|_| near.possessive) {
            let there =
                |party: usize| self.scene.country(party) == Some(country) && !self.of_kind(vec![party]).is_empty();
            let partner = self.scene.named_around(self.at, there);
            return self.cross(&members, partner.as_slice(), tokens, Strength::ByFocus);
        }
        let Some(own) = self.own(near.tokens.start, &members) else { return Vec::new() };
        self.cross(&[own], &members, tokens, Strength::ByFocus)
    }

    /// "A, near B, is our other twin": where the one before lies, between commas.
    fn is_aside(&self, group: &Group) -> bool {
        let Some((start, Role::In)) = group.role else { return false };
        let is_comma = |at: usize| self.line.sentence.is_mark(at, ",");
        let follows = start > 0 && self.groups.iter().any(|before| before.tokens.end + 1 == start);
        follows && is_comma(start - 1) && is_comma(group.tokens.end)
    }

    /// "its sister city in Japan"
    fn country_behind(&self) -> Option<[u8; 2]> {
        let (start, role) = self.line.role_at(self.cue.tokens.end)?;
        let is_there = |mention: &&Mention| mention.kind == MentionKind::Country && mention.tokens.start == start;
        self.line.mentions.iter().find(is_there).filter(|_| role == Role::In)?.country
    }

    /// "among its sisters": the word says itself that somebody has them.
    fn is_owned(&self) -> bool {
        let own = |found: &&Found| found.cue == Cue::Refer(Refer::Own);
        self.line
            .cues
            .iter()
            .filter(own)
            .any(|found| overlap(&found.tokens, &self.cue.tokens) || found.tokens.end == self.cue.tokens.start)
    }

    /// Nothing stands before the word: "Our twin town is B", "The sister city, B".
    fn after_only(&self) -> Vec<Pair> {
        let end = self.cue.tokens.end;
        let Some(group) =
            self.groups.iter().find(|group| group.tokens.start >= end && !group.is_countries && group.known)
        else {
            return Vec::new();
        };
        let is_told = self
            .line
            .find(|cue| matches!(cue, Cue::Activity(_)))
            .any(|found| found.tokens.start >= end && found.tokens.end <= group.tokens.start);
        if group.tokens.start - end > REACH || !self.is_named_tie() || is_told || self.stops(end..group.tokens.start) {
            return Vec::new();
        }
        let members = self.members(group);
        if members.len() >= 2 && self.differ(&members) {
            return self.star(&members, self.cue.tokens.start..group.tokens.end, Strength::InSentence);
        }
        let Some(own) = self.own(0, &members) else { return Vec::new() };
        self.cross(&[own], &members, self.cue.tokens.start..group.tokens.end, Strength::ByFocus)
    }

    /// The group before the word that the object is tied to.
    fn left(&self, object: &[usize]) -> Option<&Group> {
        let start = self.cue.tokens.start;
        let fits = |group: &&Group| {
            group.tokens.end <= start
                && !group.is_countries
                && (group.known || self.is_subject(group))
                && !self.names_the_word(group)
                && self.members(group).iter().any(|party| self.fits(*party, object))
        };
        let mut where_only = None;
        // "agreements with A, as well as letters of intent with B": A has a word of its own.
        let first = self.own_start();
        let is_served = |group: &&Group| {
            group.tokens.start >= first && matches!(group.role, Some((_, Role::With | Role::To | Role::Of)))
        };
        let free = |group: &&Group| !is_served(group) && !self.is_object_of_another(group);
        for group in self.groups.iter().rev().filter(fits).filter(free) {
            if self.stops(group.tokens.end..start) {
                break;
            }
            if matches!(group.role, Some((_, Role::In))) && !group.possessive {
                where_only = where_only.or(Some(group));
            } else {
                return Some(group);
            }
        }
        where_only
    }

    /// "a sister city of B, the Ruhr town of A": the owner behind the object.
    fn after(&self, object: &Group, members: &[usize]) -> Option<&Group> {
        let fits = |group: &&Group| {
            group.tokens.start >= object.tokens.end
                && group.tokens.start - object.tokens.end <= REACH
                && !group.is_countries
                && group.known
                && !self.stops(object.tokens.end..group.tokens.start)
                && self.members(group).iter().any(|party| self.fits(*party, members))
        };
        self.groups.iter().find(fits)
    }

    /// Where a word's clause begins: at the first word for a tie, when this one is joined to it by an "and".
    fn own_start(&self) -> usize {
        let start = self.cue.tokens.start;
        let is_and = |at: usize| self.line.role_before(at).is_some_and(|(_, role)| role == Role::And);
        // "a sister city of A in 1972, and a friendship city of B"
        let is_joined = is_and(start) || start > 0 && self.is_small(start - 1) && is_and(start - 1);
        let first = self.line.find(|cue| matches!(cue, Cue::Tie(_))).map(|found| found.tokens.start).min();
        first.filter(|_| is_joined).unwrap_or(start)
    }

    /// A word such as "a", "the", "its" that stands between an "and" and a word for a tie.
    fn is_small(&self, at: usize) -> bool {
        let token = &self.line.sentence.tokens[at];
        token.kind == TokenKind::Word && !token.is_capital && self.line.sentence.word(at).len() <= SMALL
    }

    /// "the Paris accord": a town right before the word says where it was made.
    fn names_the_word(&self, group: &Group) -> bool {
        let is_place = |party: &usize| self.scene.kind(*party) != PartyType::Institution;
        self.word == TieWord::Cooperation
            && group.mentions.len() == 1
            && group.tokens.end == self.cue.tokens.start
            && self.line.parties[group.mentions[0]].iter().all(is_place)
    }

    fn owners(&self, group: &Group, object: &[usize]) -> Vec<usize> {
        self.members(group).into_iter().filter(|party| self.fits(*party, object)).collect()
    }

    /// Whether a party can be the other side of these: of another country, or of one when the word is strong.
    fn fits(&self, party: usize, object: &[usize]) -> bool {
        object.iter().any(|other| {
            self.scene.can_pair(party, *other) && (!self.scene.same_country(party, *other) || self.is_domestic_word())
        })
    }

    /// The members that the word can speak of: a sister state's are states, a sister city's no universities.
    fn of_kind(&self, members: Vec<usize>) -> Vec<usize> {
        let kind = |party: &usize| self.scene.kind(*party);
        match self.word {
            // "Washington and Hyogo are sister states": a city's name that is a state's too means the state here.
            TieWord::SisterState => {
                let of_state = |party: &usize| {
                    let mut meanings = self.scene.parties.all[*party].candidates.iter();
                    meanings.any(|one| self.scene.gazetteer.place(one.place).kind == PlaceKind::Region)
                };
                members.into_iter().filter(|party| kind(party) == PartyType::Region || of_state(party)).collect()
            }
            TieWord::Sister | TieWord::SisterRegion | TieWord::Friendship if !self.names_schools() => {
                members.into_iter().filter(|party| matches!(kind(party), PartyType::City | PartyType::Region)).collect()
            }
            _ => members,
        }
    }

    /// Whom "its" means, of a kind that the word can speak of.
    fn own(&self, before: usize, members: &[usize]) -> Option<usize> {
        let fits = |party: usize| !self.of_kind(vec![party]).is_empty();
        // A city's sister has a city before a region that the text names too.
        let is_city = |party: usize| {
            fits(party) && self.scene.kind(party) == PartyType::City && self.scene.parties.counts[party] >= 2
        };
        let is_of_cities = matches!(self.word, TieWord::Sister | TieWord::Friendship)
            && members.iter().all(|party| self.scene.kind(*party) == PartyType::City);
        let city = if is_of_cities { self.scene.own(self.at, before, members, &is_city) } else { None };
        city.or_else(|| self.scene.own(self.at, before, members, &fits))
    }

    /// "sister school", "twinned" beside a school's name.
    fn names_schools(&self) -> bool {
        self.line
            .mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Institution && !mention.for_place)
            .count()
            >= 2
    }

    /// The sides of a group; names that nothing knows count only where the word points right at them.
    fn members(&self, group: &Group) -> Vec<usize> {
        let at_word = self.cue.tokens.end <= group.tokens.start && group.tokens.start - self.cue.tokens.end <= 3;
        let pointed =
            at_word || matches!(group.role, Some((_, Role::Between))) || group.known || self.is_subject(group);
        // "Sister City Matters": in a heading the word has a capital of its own, and what follows goes on with it.
        let is_heading = self.line.sentence.tokens[self.cue.tokens.end - 1].is_capital
            && group.tokens.start == self.cue.tokens.end
            && !group.known;
        let known = |mention: &usize| {
            let mention = &self.line.mentions[*mention];
            let is_unit = || mention.unit.is_some() && mention.candidates.is_empty();
            pointed && !is_heading && (mention.kind != MentionKind::Unknown || self.is_named_tie() || is_unit())
        };
        let mut members: Vec<usize> = Vec::new();
        for mention in group.mentions.iter().filter(|mention| known(mention)) {
            if let Some(party) = self.line.parties[*mention]
                && !members.contains(&party)
            {
                members.push(party);
            }
        }
        self.of_kind(members)
    }

    /// "Lower Nowhere is twinned with", "Lower Nowhere (twinned with": the name right before the word.
    fn is_subject(&self, group: &Group) -> bool {
        let (end, start) = (group.tokens.end, self.cue.tokens.start);
        let is_plain = |at: usize| {
            let token = &self.line.sentence.tokens[at];
            token.kind == TokenKind::Word && !token.is_capital || at == end && self.line.sentence.is_mark(at, "(")
        };
        // A name that a list has and that is still doubtful is an ordinary word.
        let is_word = |mention: &Mention| mention.is_of_longer || mention.is_doubtful && !mention.candidates.is_empty();
        // "Authorizing the Mayor to Sign a Sister City Agreement": all is capitals in a heading.
        let is_heading = self.line.is_title || self.line.sentence.tokens[start].is_capital;
        let of_longer = group.mentions.iter().any(|at| is_word(&self.line.mentions[*at]));
        self.is_named_tie()
            && !is_heading
            && !group.possessive
            && !of_longer
            && end <= start
            && start - end <= 3
            && (end..start).all(is_plain)
    }

    fn star(&self, members: &[usize], tokens: Range<usize>, strength: Strength) -> Vec<Pair> {
        let pivot = self.pivot(members);
        let others: Vec<usize> = members.iter().copied().filter(|party| *party != pivot).collect();
        let tokens = tokens.start.min(self.cue.tokens.start)..tokens.end.max(self.cue.tokens.end);
        self.cross(&[pivot], &others, tokens, strength)
    }

    /// The member that the text is about, else the first.
    fn pivot(&self, members: &[usize]) -> usize {
        let country_count =
            |party: usize| members.iter().filter(|other| self.scene.same_country(party, **other)).count();
        let focus =
            self.scene.focus.iter().take(2).find(|party| members.contains(party) && country_count(**party) == 1);
        *focus.unwrap_or(&members[0])
    }

    fn cross(&self, left: &[usize], right: &[usize], tokens: Range<usize>, strength: Strength) -> Vec<Pair> {
        let mut found = Vec::new();
        // Two long lists with a word between them are no statement that each of the one is tied to each of the other.
        if left.len().min(right.len()) > 1 && left.len() * right.len() > MOST_CROSSED {
            return found;
        }
        for a in left {
            for b in right {
                if self.scene.can_pair(*a, *b) {
                    found.push(Pair {
                        a: *a,
                        b: *b,
                        word: self.word,
                        line: self.at,
                        cue: self.cue.tokens.clone(),
                        cue_line: self.at,
                        tokens: tokens.clone(),
                        strength,
                    });
                }
            }
        }
        found
    }

    fn differ(&self, members: &[usize]) -> bool {
        // In a longer list one that nothing places is no sign that it lies elsewhere.
        let is_known = |party: &usize| members.len() <= 3 || self.scene.country(*party).is_some();
        let apart = |a: &usize, b: &usize| self.scene.can_pair(*a, *b) && !self.scene.same_country(*a, *b);
        let known = || members.iter().filter(|party| is_known(party));
        known().any(|a| known().any(|b| apart(a, b)))
    }

    /// A word that names a tie by itself, not one of cooperation in general.
    const fn is_named_tie(&self) -> bool {
        matches!(self.word, TieWord::Sister | TieWord::SisterState | TieWord::SisterRegion | TieWord::Friendship)
    }

    const fn is_domestic_word(&self) -> bool {
        self.is_named_tie()
    }

    fn has_instrument(&self) -> bool {
        self.word == TieWord::Cooperation && self.line.has(|cue| cue == Cue::Instrument)
    }

    /// A mark or another statement's verb that ends what the word reaches.
    fn breaks(&self, range: Range<usize>) -> bool {
        self.stops(range.clone())
            || self.line.cues.iter().any(|found| {
                found.cue == Cue::Speech && found.tokens.start >= range.start && found.tokens.end <= range.end
            })
    }

    fn stops(&self, mut range: Range<usize>) -> bool {
        range.any(|token| [";", ".", "!", "?"].iter().any(|mark| self.line.sentence.is_mark(token, mark)))
    }

    /// "is not twinned with B", where no word says that it once was.
    fn is_denied(&self) -> bool {
        self.line.has(|cue| cue == Cue::Denial)
            || is_negated(self.line, self.cue)
                && !self.line.has(|cue| matches!(cue, Cue::Status(StatusWord::Ended | StatusWord::Dormant)))
    }

    /// "Chair of the twinning committee of B" says who works for B, not with whom.
    fn names_one_carrier(&self, pair: &Pair) -> bool {
        let carrier = self.line.find(|cue| cue == Cue::Carrier).any(|found| overlap(&found.tokens, &self.cue.tokens));
        carrier && pair.strength == Strength::ByFocus
    }

    /// What no sentence's shape can make a tie.
    fn allowed(&self, pair: &Pair) -> bool {
        let scene = self.scene;
        if self.is_denied() || self.names_one_carrier(pair) {
            return false;
        }
        if !scene.same_country(pair.a, pair.b) {
            return scene.country(pair.a).is_some()
                || scene.country(pair.b).is_some()
                || pair.strength == Strength::Direct;
        }
        let institutional = [pair.a, pair.b].iter().any(|party| scene.kind(*party) == PartyType::Institution);
        let quoted_own =
            self.line.is_quoted(pair.cue.start) && scene.refers_before(self.at, pair.cue.start, Refer::Own, 2);
        let loose = self.line.find(|cue| cue == Cue::Loose).any(|found| found.tokens.start == self.cue.tokens.start);
        self.is_domestic_word() && !institutional && pair.strength >= Strength::Direct && !quoted_own && !loose
    }
}
