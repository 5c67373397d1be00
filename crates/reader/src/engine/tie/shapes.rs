//! Shapes in which both sides stand behind the word, or away from it: "an agreement by A with B", "signed by the mayors of A
//! and B", "A twinned with B, C with D", "our German sister city".

use std::ops::Range;

use super::{Pair, REACH, Sides, Strength};
use crate::engine::group::Group;
use crate::engine::line::{Found, is_side};
use crate::language::{ActivityWord, Cue, Refer, Role, TieWord};
use crate::mention::{Mention, MentionKind};
use crate::text::TokenKind;

/// The most words and marks between two names of a list: a comma, an "and", a word for what the next is.
const BETWEEN_LISTED: usize = 4;

/// The most words between "signed by" and a signer's town or school: offices and names.
const SIGNER: usize = 16;

impl Sides<'_> {
    /// "Twin towns: A and B; C and D", "agreements of A with B; C with D": each part is a pair of its own.
    pub(super) fn in_segments(&self) -> Vec<Pair> {
        let len = self.line.sentence.len();
        let mut ends: Vec<usize> =
            (self.cue.tokens.end..len).filter(|at| self.line.sentence.is_mark(*at, ";")).collect();
        if ends.is_empty() || !self.is_named_tie() {
            return Vec::new();
        }
        ends.push(len);
        let mut start = self.cue.tokens.end;
        let mut found = Vec::new();
        for end in ends {
            let inside = |at: &usize| {
                let mention = &self.line.mentions[*at];
                mention.tokens.start >= start && mention.tokens.end <= end && is_side(mention.kind)
            };
            let sides: Vec<usize> = (0..self.line.mentions.len()).filter(inside).collect();
            let Some((a, b)) = self.two_of(&sides) else { return Vec::new() };
            let tokens = self.line.mentions[sides[0]].tokens.start..self.line.mentions[sides[1]].tokens.end;
            found.extend(self.cross(&[a], &[b], tokens, Strength::Direct));
            start = end + 1;
        }
        found
    }

    /// "sister cities of A: B (X), C (Y) and D (Z)": whose they are, then a colon and the list.
    pub(super) fn owner_and_list(&self) -> Vec<Pair> {
        let from = self.cue.tokens.end;
        let mut sides = (0..self.line.mentions.len()).filter(|at| {
            let mention = &self.line.mentions[*at];
            mention.tokens.start >= from && is_side(mention.kind)
        });
        let Some(owner) = sides.next() else { return Vec::new() };
        let owned = self.line.mentions[owner].tokens.clone();
        if !self.is_named_tie() || owned.start - from > 2 || !self.line.sentence.is_mark(owned.end, ":") {
            return Vec::new();
        }
        let mut end = owned.end + 1;
        let mut listed = Vec::new();
        for at in sides {
            let tokens = self.line.mentions[at].tokens.clone();
            // The full stop of "г." is none.
            let is_parted = (end..tokens.start).any(|at| self.line.sentence.is_mark(at, ";"));
            if tokens.start.saturating_sub(end) > BETWEEN_LISTED || is_parted {
                break;
            }
            // "(China, province of Shanxi)" says where the one before lies.
            let is_within = (owned.end..tokens.start).fold(0, |depth, at| {
                depth + i32::from(self.line.sentence.is_mark(at, "(")) - i32::from(self.line.sentence.is_mark(at, ")"))
            }) > 0;
            end = tokens.end;
            if !is_within {
                listed.extend(self.line.parties[at]);
            }
        }
        let Some(owner) = self.line.parties[owner] else { return Vec::new() };
        self.cross(&self.of_kind(vec![owner]), &self.of_kind(listed), self.cue.tokens.start..end, Strength::Direct)
    }

    /// "the sister cities A-B, C-D and E-F", "the A–B sister city pair": each dash joins a pair of its own.
    pub(super) fn in_dashes(&self) -> Vec<Pair> {
        if !self.is_named_tie() {
            return Vec::new();
        }
        let sides: Vec<usize> =
            (0..self.line.mentions.len()).filter(|at| is_side(self.line.mentions[*at].kind)).collect();
        let joined: Vec<(usize, usize, Range<usize>)> =
            sides.windows(2).filter_map(|two| self.dashed(two[0], two[1])).collect();
        let is_near = |tokens: &Range<usize>| {
            let cue = &self.cue.tokens;
            tokens.start.saturating_sub(cue.end) <= REACH && cue.start.saturating_sub(tokens.end) <= REACH
        };
        // Several in a row are no chance.
        if joined.len() < 2 && !joined.iter().any(|(_, _, tokens)| is_near(tokens)) {
            return Vec::new();
        }
        let of_kind = |party: usize| self.of_kind(vec![party]);
        let pairs = joined.into_iter();
        pairs.flat_map(|(a, b, tokens)| self.cross(&of_kind(a), &of_kind(b), tokens, Strength::Direct)).collect()
    }

    /// The parties of two names with only a dash between them, when they lie in two countries.
    fn dashed(&self, first: usize, second: usize) -> Option<(usize, usize, Range<usize>)> {
        let [from, to] = [first, second].map(|at| self.line.mentions[at].tokens.clone());
        let is_mark = to.start == from.end + 1 && self.line.sentence.is_mark(from.end, "-");
        // A hyphen between two words is no token of its own.
        let is_hyphen = to.start == from.end && !self.line.sentence.tokens[to.start].spaced;
        // "Rhénanie-du-Nord-Westphalie" is one name.
        let is_piece = from.start > 0 && !self.line.sentence.tokens[from.start].spaced && is_hyphen;
        let (a, b) = (self.line.parties[first]?, self.line.parties[second]?);
        ((is_mark || is_hyphen) && !is_piece && !self.scene.same_country(a, b)).then_some((a, b, from.start..to.end))
    }

    /// The parties of two names that nothing but an "and", a "with" or a dash joins, when they lie in two countries.
    fn two_of(&self, sides: &[usize]) -> Option<(usize, usize)> {
        let [first, second] = *sides else { return None };
        let gap = self.line.mentions[first].tokens.end..self.line.mentions[second].tokens.start;
        let joins = |role: Role| matches!(role, Role::And | Role::With);
        let is_and = self.line.role_at(gap.start).is_some_and(|(end, role)| joins(role) && end == gap.end);
        let is_joined = gap.len() == 1 && (is_and || self.line.sentence.is_mark(gap.start, "-"));
        let (a, b) = (self.line.parties[first]?, self.line.parties[second]?);
        (is_joined && self.scene.can_pair(a, b) && !self.scene.same_country(a, b)).then_some((a, b))
    }

    /// "an agreement concluded by A with B", "the relationship that A has with B": both sides stand behind the word.
    pub(super) fn two_behind(&self) -> Vec<Pair> {
        let from = self.cue.tokens.end;
        let mut behind = self.groups.iter().filter(|group| group.tokens.start >= from && !group.is_countries);
        let Some(first) = behind.next() else { return Vec::new() };
        // "by A in the north with B": where the first lies stands between.
        let second = behind.find(|group| !matches!(group.role, Some((_, Role::In))));
        let Some(second) = second else { return Vec::new() };
        let (gap, between) = (from..first.tokens.start, first.tokens.end..second.tokens.start);
        let is_with = matches!(second.role, Some((start, Role::With | Role::To)) if start >= first.tokens.end);
        let is_doer = match first.role {
            Some((start, Role::By)) => start >= from && gap.len() <= REACH && between.len() <= REACH,
            Some((start, Role::Of)) => start == from && between.len() <= 2,
            None => (1..=3).contains(&gap.len()) && between.len() <= 3 && !self.has_mark(gap.clone()),
            _ => false,
        };
        if !is_with || !is_doer || self.stops(gap.start..between.end) || self.has_mark(between) {
            return Vec::new();
        }
        let tokens = self.cue.tokens.start..second.tokens.end;
        let members = self.members(second);
        if self.left(&members).is_some_and(|left| self.is_subject(left)) {
            return Vec::new();
        }
        let owners = if first.known { self.owners(first, &members) } else { self.all_of(first) };
        self.cross(&owners, &members, tokens, Strength::Direct)
    }

    /// "signed by the dean of A and the rector of B", "signed by the mayors of A and B".
    pub(super) fn signers(&self) -> Vec<Pair> {
        let from = self.cue.tokens.end;
        let is_by = |found: &&Found| {
            found.cue == Cue::Activity(ActivityWord::AgreementSigned)
                && found.tokens.end >= from
                && found.tokens.end - from <= REACH
                && self.line.role_before(found.tokens.end).is_some_and(|(_, role)| role == Role::By)
        };
        let Some(by) = self.line.cues.iter().find(is_by).map(|found| found.tokens.end) else { return Vec::new() };
        let mut behind =
            self.groups.iter().filter(|group| group.tokens.start >= by && !group.is_countries && group.known);
        let Some(first) = behind.next().filter(|group| group.tokens.start - by <= SIGNER) else { return Vec::new() };
        let members = self.members(first);
        if members.len() >= 2 && self.differ(&members) {
            return self.star(&members, self.cue.tokens.start..first.tokens.end, Strength::Direct);
        }
        let is_second = |group: &&Group| {
            let gap = first.tokens.end..group.tokens.start;
            gap.len() <= SIGNER && self.has_and(gap.clone()) && !self.stops(gap)
        };
        let others = behind.filter(is_second).map(|group| (group, self.owners(group, &members)));
        let Some((second, others)) = others.into_iter().find(|(_, others)| !others.is_empty()) else {
            return Vec::new();
        };
        self.cross(&members, &others, self.cue.tokens.start..second.tokens.end, Strength::Direct)
    }

    /// "A is twinned with B, C with D, and E with F": the word is said once.
    pub(super) fn gapped(&self) -> Vec<Pair> {
        let mut found = Vec::new();
        let Some(object) = self.object() else { return found };
        let Some((_, small @ (Role::With | Role::To))) = object.role else { return found };
        let behind: Vec<&Group> =
            self.groups.iter().filter(|group| group.tokens.start >= object.tokens.end && !group.is_countries).collect();
        let mut end = object.tokens.end;
        for two in behind.chunks(2) {
            let [first, second] = two else { break };
            let is_next = first.tokens.start - end <= 3 && matches!(first.role, None | Some((_, Role::And)));
            let is_with = matches!(second.role, Some((start, role)) if role == small
                && start >= first.tokens.end && start - first.tokens.end <= 1);
            if !is_next || !is_with || second.tokens.start - first.tokens.end > 4 {
                break;
            }
            let tokens = first.tokens.start..second.tokens.end;
            found.extend(self.cross(&self.all_of(first), &self.all_of(second), tokens, Strength::Direct));
            end = second.tokens.end;
        }
        found
    }

    /// The parties of a group, those that nothing knows too: the shape of the sentence says that they are sides.
    fn all_of(&self, group: &Group) -> Vec<usize> {
        self.of_kind(group.mentions.iter().filter_map(|mention| self.line.parties[*mention]).collect())
    }

    /// "Our German sister city", "A and its French twin": the one of that country whose name stands around.
    pub(super) fn by_people(&self) -> Vec<Pair> {
        if !self.is_named_tie() || !matches!(self.word, TieWord::Sister | TieWord::Friendship) {
            return Vec::new();
        }
        let cue = &self.cue.tokens;
        let is_people = |mention: &&Mention| {
            mention.kind == MentionKind::Demonym
                && mention.tokens.start + 2 >= cue.start
                && mention.tokens.end <= cue.end
        };
        let Some(people) = self.line.mentions.iter().find(is_people) else { return Vec::new() };
        let first = people.tokens.start.min(cue.start);
        let is_own = self
            .line
            .find(|cue| cue == Cue::Refer(Refer::Own))
            .any(|own| own.tokens.contains(&first) || own.tokens.end == first);
        let is_owner = first > 0 && self.line.sentence.tokens[first - 1].kind == TokenKind::Possessive;
        let there = |party: usize| self.scene.country(party) == people.country && !self.of_kind(vec![party]).is_empty();
        if !is_own && !is_owner || self.is_denied() {
            return Vec::new();
        }
        let Some(partner) = self.scene.named_around(self.at, there) else { return Vec::new() };
        let owner = self.left(&[partner]).and_then(|group| self.owners(group, &[partner]).first().copied());
        let owner = owner.or_else(|| self.own(cue.start, &[partner]));
        self.cross(owner.as_slice(), &[partner], first..cue.end, Strength::ByFocus)
    }
}
