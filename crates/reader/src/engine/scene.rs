//! What the engine knows of a whole document while it reads its sentences.

use gazetteer::{Gazetteer, PlaceKind};
use model::PartialDate;

use super::group::Group;
use super::line::Line;
use super::party::Parties;
use super::tie::Pair;
use crate::language::{Cue, Refer, Role, UnitWord};
use crate::mention::MentionKind;
use crate::reading::PartyType;

/// How many parties a document can be about.
const FOCUS: usize = 4;

/// How many sentences before and behind the name of one just called "our German twin" is looked for.
const AROUND: usize = 3;

/// A document's sentences, parties and focus.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) lines: Vec<Line>,
    pub(crate) groups: Vec<Vec<Group>>,
    pub(crate) parties: Parties,
    /// The municipality, region or institution that the document is about, best first.
    pub(crate) focus: Vec<usize>,
    pub(crate) gazetteer: &'a Gazetteer,
    /// For each sentence, the place whose name stands alone above it as a heading.
    pub(crate) section: Vec<Option<usize>>,
    /// Whether it names a tie or who carries one, whoever its sides are.
    pub(crate) is_about_ties: bool,
    /// When the document was published, where that is given.
    pub(crate) published: Option<PartialDate>,
}

impl Scene<'_> {
    /// The parties of a group, each once.
    pub(crate) fn members(&self, line: usize, group: &Group) -> Vec<usize> {
        let mut members: Vec<usize> = Vec::new();
        let line = &self.lines[line];
        for mention in group.mentions.iter().filter(|mention| line.mentions[**mention].kind != MentionKind::Unknown) {
            if let Some(party) = line.parties[*mention]
                && !members.contains(&party)
            {
                members.push(party);
            }
        }
        members
    }

    /// A name that no list has is known once a sentence ties it: it takes part wherever else it stands.
    pub(crate) fn know_sides(&mut self, pairs: &[Pair]) {
        let mut is_side = vec![false; self.parties.all.len()];
        pairs.iter().flat_map(|pair| [pair.a, pair.b]).for_each(|party| is_side[party] = true);
        for (line, groups) in self.lines.iter_mut().zip(&mut self.groups) {
            for (at, mention) in line.mentions.iter_mut().enumerate() {
                if mention.kind == MentionKind::Unknown && line.parties[at].is_some_and(|party| is_side[party]) {
                    mention.kind = MentionKind::Place;
                    groups.iter_mut().filter(|group| group.mentions.contains(&at)).for_each(|group| group.known = true);
                }
            }
        }
    }

    pub(crate) fn country(&self, party: usize) -> Option<[u8; 2]> {
        self.parties.all[party].country
    }

    pub(crate) fn kind(&self, party: usize) -> PartyType {
        self.parties.all[party].kind
    }

    /// A country that the document names.
    pub(crate) fn country_party(&self, country: [u8; 2]) -> Option<usize> {
        (0..self.parties.all.len())
            .find(|party| self.kind(*party) == PartyType::Country && self.country(*party) == Some(country))
    }

    /// Whether both are known to lie in one country.
    pub(crate) fn same_country(&self, a: usize, b: usize) -> bool {
        matches!((self.country(a), self.country(b)), (Some(a), Some(b)) if a == b)
    }

    /// Whether two parties can be the two sides of something: neither is the other, or a part of it, or a country.
    pub(crate) fn can_pair(&self, a: usize, b: usize) -> bool {
        a != b
            && self.kind(a) != PartyType::Country
            && self.kind(b) != PartyType::Country
            && !self.contains(a, b)
            && !self.contains(b, a)
    }

    /// Whether `unit` is the region or country that `part` lies in.
    pub(crate) fn contains(&self, unit: usize, part: usize) -> bool {
        let (Some(unit), Some(part)) = (self.parties.all[unit].place, self.parties.all[part].place) else {
            return false;
        };
        let is_land = self.gazetteer.kind(unit) == PlaceKind::Country;
        self.gazetteer.units(part)[0] == Some(unit)
            || is_land && self.gazetteer.country_code(unit) == self.gazetteer.country_code(part)
    }

    /// Whether a place lies in a unit of the first or second level.
    pub(crate) fn lies_in(&self, part: usize, unit: usize) -> bool {
        let (Some(unit), Some(part)) = (self.parties.all[unit].place, self.parties.all[part].place) else {
            return false;
        };
        unit != part && self.gazetteer.units(part).contains(&Some(unit))
    }

    /// The party that the text is about, of a kind that `fits`.
    pub(crate) fn focus(&self, fits: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        // Whom a text is about stands among its first few; a name met once is nobody's home.
        self.focus.iter().take(FOCUS).copied().find(|party| fits(self, *party))
    }

    /// Whom "its" or no name at all means in a sentence, other than `not`: the nearest side named before, else the focus.
    pub(crate) fn own(
        &self,
        line: usize,
        before: usize,
        not: &[usize],
        is_kind: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        if let Some(capital) = self.capital(line, before) {
            return Some(capital);
        }
        let fits = |scene: &Self, party: usize| {
            is_kind(party)
                && not.iter().all(|other| scene.can_pair(party, *other) && !scene.same_country(party, *other))
        };
        let section = self.section[line].filter(|party| fits(self, *party));
        let focus = self.focus(fits);
        // "The town is twinned with": the text has said which town.
        let says_city = self.lines[line].has(|cue| cue == Cue::Refer(Refer::City));
        let is_called = |scene: &Self, party: usize| {
            let often = |party: usize| scene.parties.counts[party];
            scene.parties.units[party] == Some(UnitWord::City)
                && focus.is_some_and(|first| often(party) >= often(first))
        };
        let called =
            if says_city { self.focus(|scene, party| fits(scene, party) && is_called(scene, party)) } else { None };
        let focus = section.or(called).or(focus);
        let named = |party: &usize| {
            let mentions = self.lines[line].mentions.iter().zip(&self.lines[line].parties);
            mentions.into_iter().any(|(mention, found)| found == &Some(*party) && mention.tokens.end <= before)
        };
        if section.is_some() {
            return self.subject(line, before, not, is_kind).or(section);
        }
        focus.filter(named).or_else(|| self.subject(line, before, not, is_kind)).or(focus)
    }

    /// The party that `fits` whose name stands in a sentence or next to it.
    pub(crate) fn named_around(&self, at: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let near = (1..=AROUND).flat_map(|far| [at.checked_sub(far), Some(at + far)]).flatten();
        let lines = std::iter::once(at).chain(near).filter(|at| self.lines.get(*at).is_some_and(|line| !line.is_title));
        lines.into_iter().find_map(|at| {
            let line = &self.lines[at];
            let sides = line.mentions.iter().zip(&line.parties).filter(|(mention, _)| !mention.is_of_longer);
            sides.filter_map(|(_, party)| *party).find(|party| fits(*party))
        })
    }

    /// Whether a date is a bare year well before the document: what then began is not news.
    pub(crate) fn is_long_ago(&self, date: Option<&PartialDate>) -> bool {
        let year = |date: &PartialDate| date.to_string().get(..4).and_then(|year| year.parse::<i32>().ok());
        let Some(date) = date else { return false };
        let published = self.published.as_ref().and_then(year);
        match (year(date), published) {
            (Some(year), Some(published)) => published - year >= 2,
            (Some(_), None) => date.to_string().len() <= 4,
            _ => false,
        }
    }

    /// "The Russian capital": the party of the document that is the capital of that country.
    pub(crate) fn capital(&self, line: usize, before: usize) -> Option<usize> {
        let line = &self.lines[line];
        let word = line.find(|cue| cue == Cue::Refer(Refer::Capital)).find(|found| found.tokens.end <= before)?;
        let people = line.mentions.iter().find(|mention| mention.tokens.end == word.tokens.start)?;
        (0..self.parties.all.len()).find(|party| {
            let place = self.parties.all[*party].place;
            self.country(*party) == people.country && place.is_some_and(|place| self.gazetteer.is_capital(place))
        })
    }

    /// The nearest side before a token that differs in country from `not`; one that only says where comes last.
    pub(crate) fn subject(
        &self,
        line: usize,
        before: usize,
        not: &[usize],
        is_kind: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let fits = |party: &usize| {
            is_kind(*party)
                && not.iter().all(|other| self.can_pair(*party, *other) && !self.same_country(*party, *other))
        };
        let sentence = &self.lines[line].sentence;
        let clause = (0..before.min(sentence.len())).rev().find(|at| sentence.is_mark(*at, ";")).unwrap_or(0);
        let in_clause = |group: &&Group| group.tokens.start >= clause && group.tokens.end <= before;
        let groups =
            self.groups[line].iter().rev().filter(in_clause).filter(|group| group.known && !group.is_countries);
        let mut where_only = None;
        for group in groups {
            let Some(party) = self.members(line, group).into_iter().find(fits) else { continue };
            if matches!(group.role, Some((_, Role::In))) {
                where_only = where_only.or(Some(party));
            } else {
                return Some(party);
            }
        }
        where_only
    }

    /// Whether a word that refers to `what` stands at or shortly before a token.
    pub(crate) fn refers_before(&self, line: usize, token: usize, what: Refer, within: usize) -> bool {
        self.lines[line].cues.iter().any(|found| {
            found.cue == Cue::Refer(what) && found.tokens.start < token && found.tokens.end + within >= token
        })
    }
}
