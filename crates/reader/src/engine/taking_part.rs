//! Who took part in what a sentence tells: the sides it names, and those it only means.

use std::ops::Range;

use super::activity::Teller;
use super::combine::on_line;
use super::group::Group;
use super::line::{Found, overlap};
use super::scene::Scene;
use super::status::distance;
use super::tie::{Pair, Strength};
use crate::language::{ActivityWord, Cue, Refer, Role, TieWord, UnitWord};
use crate::mention::MentionKind;
use crate::reading::PartyType;

/// The most words between an envoy's title and the country.
const TITLE: usize = 8;

impl Teller<'_> {
    pub(super) fn participants(&self, cue: &Found, word: ActivityWord) -> Option<Vec<usize>> {
        if let Some(topic) = self.of_topic(cue, word) {
            return Some(topic);
        }
        let mut named = self.named();
        if matches!(
            word,
            ActivityWord::AgreementSigned
                | ActivityWord::Suspension
                | ActivityWord::Termination
                | ActivityWord::Revival
        ) {
            for party in on_line(self.pairs, self.at).iter().flat_map(|pair| [pair.a, pair.b]) {
                if !named.contains(&party) {
                    named.push(party);
                }
            }
        }
        if word == ActivityWord::Forum && self.sides(&named) < 2 {
            named.extend(self.countries());
        }
        if self.sides(&named) < 2 {
            self.add_counterparts(&mut named, cue);
        }
        self.add_parts(&mut named);
        self.prefer_tied(&mut named);
        self.add_country(&mut named, word);
        named.dedup();
        (self.sides(&named) >= 2 && self.is_of_the_field(&named)).then_some(named)
    }

    /// "The agreement was signed as part of a visit to B": it is that of the pair spoken of, whoever else is named.
    fn of_topic(&self, cue: &Found, word: ActivityWord) -> Option<Vec<usize>> {
        let refers =
            self.line.find(|cue| cue == Cue::Refer(Refer::Both)).any(|found| overlap(&found.tokens, &cue.tokens));
        let is_own = on_line(self.pairs, self.at).iter().any(|pair| pair.strength > Strength::Guessed);
        let is_told = word == ActivityWord::AgreementSigned && refers && !is_own && self.sides(self.topic) >= 2;
        is_told.then(|| self.topic.to_vec())
    }

    /// The sides named in the sentence; places that only say where are left out when enough others are.
    fn named(&self) -> Vec<usize> {
        let groups = self.scene.groups[self.at].iter().filter(|group| !group.is_countries && group.known);
        let mut sides: Vec<usize> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for group in groups {
            let members = self.scene.members(self.at, group);
            let list =
                if matches!(group.role, Some((_, Role::In))) && !group.possessive { &mut places } else { &mut sides };
            for party in members {
                if self.scene.kind(party) != PartyType::Country && !list.contains(&party) {
                    list.push(party);
                }
            }
        }
        if self.sides(&sides) < 2 {
            for place in places {
                if !sides.contains(&place) {
                    sides.push(place);
                }
            }
        }
        let is_side = |party: usize| self.pairs.iter().any(|pair| pair.a == party || pair.b == party);
        sides.retain(|party| is_side(*party) || !sides_contain(self.scene, &self.named_all(), *party));
        sides
    }

    pub(super) fn named_all(&self) -> Vec<usize> {
        self.line.parties.iter().flatten().copied().collect()
    }

    fn countries(&self) -> Vec<usize> {
        let parties = self.line.parties.iter().flatten().copied();
        parties.filter(|party| self.scene.kind(*party) == PartyType::Country).collect()
    }

    /// How many countries the parties come from; one without a country counts as another.
    pub(super) fn sides(&self, parties: &[usize]) -> usize {
        // A body that nothing places lies where the town beside it does.
        let is_body = |party: usize| self.scene.kind(party) == PartyType::Institution;
        let has_town = parties.iter().any(|party| !is_body(*party));
        let is_main = |party: usize| self.scene.focus.first() == Some(&party);
        let is_placed = |party: &&usize| {
            !(has_town && is_body(**party) && self.scene.country(**party).is_none() && !is_main(**party))
        };
        // A country that was only guessed from the text tells no two bodies apart, nor joins them.
        let known =
            |party: &usize| self.scene.country(*party).filter(|_| !self.scene.parties.all[*party].country_guessed);
        let mut countries: Vec<Option<[u8; 2]>> = parties.iter().filter(is_placed).map(known).collect();
        countries.sort_unstable();
        countries.dedup();
        let is_pair = || self.pairs.iter().any(|pair| parties.contains(&pair.a) && parties.contains(&pair.b));
        if countries.len() < 2 && is_pair() { 2 } else { countries.len() }
    }

    /// Adds whom the sentence means and does not name.
    fn add_counterparts(&self, named: &mut Vec<usize>, cue: &Found) {
        let by_people = self.by_people(named);
        if !by_people.is_empty() {
            named.extend(by_people);
            // "guests from Germany and France", two partners of the one who writes.
            let host = self.pairs.iter().find_map(|pair| other_side(pair, named));
            let is_whole = self.pairs.iter().any(|pair| named.contains(&pair.a) && named.contains(&pair.b));
            let is_envoy = self.line.has(|cue| cue == Cue::Envoy)
                && named.iter().all(|party| {
                    self.scene.kind(*party) == PartyType::Country || self.scene.focus.first() == Some(party)
                });
            named.extend(host.filter(|_| !is_whole && !is_envoy));
            if self.sides(named) < 2 {
                named.extend(
                    self.scene.focus(|scene, party| named.iter().all(|other| !scene.same_country(party, *other))),
                );
            }
            return;
        }
        // "They signed in Moscow on 26 June": where it happened says nothing of who.
        let is_venue = |party: &usize| {
            let tied = self.pairs.iter().any(|pair| pair.a == *party || pair.b == *party);
            !tied && self.only_place(*party)
        };
        if !named.is_empty() && !self.topic.is_empty() && named.iter().all(is_venue) {
            named.clear();
        }
        if named.is_empty() {
            if self.line.has(|cue| matches!(cue, Cue::Refer(_) | Cue::Group)) || self.follows_topic(cue) {
                named.extend(self.topic.iter().copied());
            }
            return;
        }
        let tied: Vec<usize> = self
            .pairs
            .iter()
            .filter_map(|pair| other_side(pair, named))
            .filter(|party| self.topic.contains(party) || self.has_one_pair())
            .collect();
        let tied =
            if tied.is_empty() { self.pairs.iter().filter_map(|pair| other_side(pair, named)).collect() } else { tied };
        // "the town's choir sang": who is at home among themselves has no guests.
        if cue.cue == Cue::Activity(ActivityWord::CulturalEvent) && !self.has_guests() {
            return;
        }
        if !tied.is_empty() {
            let plural = self.line.has(|cue| matches!(cue, Cue::Tie(TieWord::Sister)));
            named.extend(if plural { tied } else { tied.into_iter().take(1).collect() });
            return;
        }
        let refers = self.line.has(|cue| {
            matches!(
                cue,
                Cue::Refer(Refer::Own | Refer::City | Refer::It | Refer::Both | Refer::University | Refer::Partner)
                    | Cue::Group
            )
        });
        if refers {
            let focus = self.scene.focus(|scene, party| {
                named.iter().all(|other| scene.can_pair(party, *other) && !scene.same_country(party, *other))
            });
            named.extend(focus);
        }
        if self.sides(named) < 2 {
            named.extend(self.countries());
        }
    }

    /// Where one side of a known tie is named and nobody it is tied to, its partner takes part; a stranger from a third
    /// country is then a bystander.
    fn prefer_tied(&self, named: &mut Vec<usize>) {
        let tied =
            |a: usize, b: usize| self.pairs.iter().any(|pair| (pair.a, pair.b) == (a, b) || (pair.a, pair.b) == (b, a));
        let is_sure = |party: &usize| {
            let mut of = self.line.mentions.iter().zip(&self.line.parties);
            of.any(|(mention, found)| found == &Some(*party) && !mention.is_doubtful)
        };
        if named.iter().any(|party| self.scene.kind(*party) == PartyType::Country) {
            return;
        }
        let sure: Vec<usize> = named.iter().copied().filter(is_sure).collect();
        // Two sides that the sentence itself names are the sides, tied or not.
        if self.sides(&sure) >= 2 || named.iter().any(|a| named.iter().any(|b| tied(*a, *b))) {
            return;
        }
        let partner = |party: usize| {
            let mut partners = self.pairs.iter().filter_map(move |pair| other_side(pair, &[party]));
            let on_topic = partners.clone().find(|other| self.topic.contains(other));
            on_topic.or_else(|| partners.next())
        };
        let Some((side, partner)) = named.iter().find_map(|party| Some((*party, partner(*party)?))) else { return };
        let at_home = [self.scene.country(side), self.scene.country(partner)];
        named.retain(|party| at_home.contains(&self.scene.country(*party)));
        named.push(partner);
    }

    /// "pupils from Ibusuki are expected in Queensland", where Ibusuki's partner lies; "a mission to Kobe", in the partner
    /// prefecture.
    fn add_parts(&self, named: &mut Vec<usize>) {
        let is_side = |party: usize| self.pairs.iter().any(|pair| pair.a == party || pair.b == party);
        let tied: Vec<usize> = self.pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
        let mut meant: Vec<(usize, usize)> = Vec::new();
        for party in named.iter().copied().filter(|party| !is_side(*party)) {
            let of = |side: &usize| self.scene.lies_in(*side, party) || self.scene.lies_in(party, *side);
            meant.extend(tied.iter().copied().find(of).map(|side| (party, side)));
        }
        let is_meant = |party: usize| meant.iter().any(|(_, side)| *side == party);
        let is_here = |party: usize| {
            let beside = |other: &usize| !is_side(*other) && self.scene.same_country(*other, party);
            named.contains(&party) || is_meant(party) || named.iter().any(beside)
        };
        let of_meant = |pair: &&Pair| is_meant(pair.a) && is_here(pair.b) || is_meant(pair.b) && is_here(pair.a);
        let Some(pair) = self.pairs.iter().find(of_meant).map(|pair| [pair.a, pair.b]) else { return };
        for (party, side) in meant.into_iter().filter(|(_, side)| pair.contains(side)) {
            if self.scene.lies_in(side, party) {
                named.retain(|other| *other != party);
            }
        }
        named.extend(pair.into_iter().filter(|side| !named.contains(side)).collect::<Vec<_>>());
    }

    /// "the university's delegation will visit Indonesia", "Japan's ambassador met the mayor": a side that the text names only by
    /// its country.
    fn add_country(&self, named: &mut Vec<usize>, word: ActivityWord) {
        let goes = matches!(word, ActivityWord::DelegationVisit | ActivityWord::Dialogue | ActivityWord::Exchange);
        let here = self.named_all();
        let is_side = |party: &usize| self.scene.kind(*party) != PartyType::Country;
        let sides: Vec<usize> = named.iter().copied().filter(is_side).collect();
        let told: Vec<usize> = sides.iter().copied().filter(|party| here.contains(party)).collect();
        // Two sides that the sentence names itself are all, but for the country that is visited.
        let is_whole = self.sides(&told) >= 2;
        if !goes {
            return;
        }
        let groups = self.scene.groups[self.at].iter().filter(|group| {
            group.is_countries && if is_whole { self.is_visited(group) } else { self.is_said_to_act(group) }
        });
        for country in groups.flat_map(|group| self.scene.members(self.at, group)) {
            let is_home = here.iter().any(|party| is_side(party) && self.scene.same_country(*party, country));
            if !is_home
                && !named.contains(&country)
                && !sides.iter().any(|party| self.scene.same_country(*party, country))
            {
                named.push(country);
            }
        }
        if named.len() > sides.len() && told.is_empty() {
            named.extend(self.scene.focus.first().copied().filter(|focus| !named.contains(focus)));
        }
    }

    /// Whether a country is where one goes, whence one comes, or whose envoy or minister acts.
    fn is_said_to_act(&self, group: &Group) -> bool {
        let office = |cue: Cue| matches!(cue, Cue::Envoy | Cue::Office | Cue::Group);
        let is_beside = self.line.find(office).any(|found| distance(&found.tokens, &group.tokens) <= 2);
        match group.role {
            Some((_, Role::From | Role::To)) => true,
            Some((_, Role::Of)) => is_beside,
            Some((_, Role::In)) => false,
            _ => is_beside || group.possessive || self.is_visited(group),
        }
    }

    /// "will visit Indonesia", "a visit to China".
    fn is_visited(&self, group: &Group) -> bool {
        let mut visits = self.line.find(|cue| cue == Cue::Activity(ActivityWord::DelegationVisit));
        visits.any(|found| {
            found.tokens.end <= group.tokens.start && group.tokens.start - found.tokens.end <= 1
                || overlap(&found.tokens, &group.tokens)
        })
    }

    /// Whether a sentence names a party only as the place where something is.
    fn only_place(&self, party: usize) -> bool {
        let groups = &self.scene.groups[self.at];
        let mut of = groups.iter().filter(|group| self.scene.members(self.at, group).contains(&party));
        of.all(|group| matches!(group.role, Some((_, Role::In))) && !group.possessive)
    }

    /// "The French delegation": the party of the text in France; "guests from Germany": and that country, as the text says.
    fn by_people(&self, named: &[usize]) -> Vec<usize> {
        let mut found = Vec::new();
        let of_country = |kind: MentionKind| matches!(kind, MentionKind::Demonym | MentionKind::Country);
        let mentions = self.line.mentions.iter().zip(&self.line.parties);
        for (mention, party) in mentions.filter(|(mention, _)| of_country(mention.kind)) {
            let Some(country) = mention.country else { continue };
            if named.iter().any(|party| self.scene.country(*party) == Some(country)) {
                continue;
            }
            let tied = self.pairs.iter().flat_map(|pair| [pair.a, pair.b]);
            let there = |party: &usize| {
                self.scene.country(*party) == Some(country) && self.scene.kind(*party) != PartyType::Country
            };
            let on_topic = self.topic.iter().copied().find(there);
            let whole = || self.scene.country_party(country);
            let meant = on_topic
                .or_else(|| tied.into_iter().find(there))
                .or_else(|| whole().filter(|_| self.is_group_of(&mention.tokens)))
                .or_else(|| self.scene.focus.iter().copied().find(there));
            let envoy = self.speaks_for_country(&mention.tokens);
            let party = party.or_else(|| whole().filter(|_| envoy));
            found.extend(meant.filter(|_| !envoy || party.is_none()));
            found.extend(party.filter(|_| envoy || self.goes_there(&mention.tokens)));
        }
        found
    }

    /// "the Vietnamese delegation".
    fn is_group_of(&self, people: &Range<usize>) -> bool {
        self.line.find(|cue| cue == Cue::Group).any(|group| group.tokens.start == people.end)
    }

    /// Whether any word of a sentence speaks of others than the one it names.
    fn has_guests(&self) -> bool {
        let of_others = |cue: Cue| matches!(cue, Cue::Tie(_) | Cue::Refer(_) | Cue::Group | Cue::Carrier);
        self.line.has(of_others) || self.line.mentions.iter().any(|mention| mention.kind == MentionKind::Demonym)
    }

    /// "the ambassador of Moldova", "the Ambassador Extraordinary and Plenipotentiary of Moldova".
    fn speaks_for_country(&self, country: &Range<usize>) -> bool {
        let is_of = self.line.role_before(country.start).is_some_and(|(_, role)| role == Role::Of);
        let reach = if is_of { TITLE } else { 2 };
        self.line.find(|cue| cue == Cue::Envoy).any(|envoy| distance(&envoy.tokens, country) <= reach)
    }

    /// "guests from Germany", "delivered to Ukraine".
    fn goes_there(&self, country: &Range<usize>) -> bool {
        let mut groups = self.scene.groups[self.at].iter().filter(|group| group.is_countries);
        groups.any(|group| overlap(&group.tokens, country) && matches!(group.role, Some((_, Role::From | Role::To))))
    }

    /// A sentence without names goes on about the pair before it.
    fn follows_topic(&self, _cue: &Found) -> bool {
        let known = |mention: &crate::mention::Mention| !matches!(mention.kind, MentionKind::Unknown);
        !self.topic.is_empty() && (!self.line.mentions.iter().any(known) || self.has_one_pair())
    }

    /// Whether the document ties two parties and no others.
    fn has_one_pair(&self) -> bool {
        let sides = |pair: &Pair| (pair.a.min(pair.b), pair.a.max(pair.b));
        self.pairs.first().is_some_and(|first| self.pairs.iter().all(|pair| sides(pair) == sides(first)))
    }

    /// In a document that names no tie, two cities in one sentence are news unless a town, school or council acts.
    fn is_of_the_field(&self, named: &[usize]) -> bool {
        let tied = self.pairs.iter().any(|pair| named.contains(&pair.a) || named.contains(&pair.b));
        // Who nothing ties must be told together; a body beside a town sits there.
        let here = self.named_all();
        let is_body = |party: &&usize| self.scene.kind(**party) == PartyType::Institution;
        let bodies: Vec<usize> = named.iter().filter(is_body).copied().collect();
        let is_town = |party: &usize| !is_body(&party) && self.scene.kind(*party) != PartyType::Country;
        let is_mixed = !bodies.is_empty() && named.iter().any(is_town) && self.sides(&bodies) < 2;
        // The body that the whole text is about need not be named again.
        let main = self.scene.focus.first().filter(|main| self.scene.kind(**main) == PartyType::Institution);
        let is_here = |party: &usize| here.contains(party) || main == Some(party);
        let is_told = !is_mixed
            && self.sides(named) >= 2
            && named.iter().all(is_here)
            && named.iter().any(|party| here.contains(party));
        let acts = || {
            self.line.mentions.iter().any(|mention| {
                mention.unit == Some(UnitWord::City) || mention.for_place || mention.kind == MentionKind::Institution
            }) || self
                .line
                .has(|cue| matches!(cue, Cue::Carrier | Cue::Envoy | Cue::Refer(Refer::City | Refer::University)))
        };
        tied || is_told && (acts() || self.scene.is_about_ties)
    }
}

fn other_side(pair: &Pair, named: &[usize]) -> Option<usize> {
    match (named.contains(&pair.a), named.contains(&pair.b)) {
        (true, false) => Some(pair.b),
        (false, true) => Some(pair.a),
        _ => None,
    }
}

/// A state that is named only because a city of it is.
fn sides_contain(scene: &Scene<'_>, named: &[usize], unit: usize) -> bool {
    scene.kind(unit) == PartyType::Region && named.iter().any(|part| *part != unit && scene.contains(unit, *part))
}
