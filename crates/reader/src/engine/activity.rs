//! What parties did together: from a word for a visit, a signing, a gift to those who took part.

use std::ops::Range;

use model::ReasonCode;

use super::MOST;
use super::combine::on_line;
use super::group::Group;
use super::line::{Found, Line, overlap};
use super::scene::Scene;
use super::status::{distance, is_negated};
use super::tie::{Pair, Strength};
use crate::date::DateRole;
use crate::language::{ActivityWord, Cue, Language, Refer, Role, TieWord, UnitWord};
use crate::mention::MentionKind;
use crate::reading::{Activity, ActivityType, PartyType};

/// The first town partnerships are of the 1920s; what is older is history.
pub(crate) const EARLIEST: i32 = 1910;

/// `2020-02-29`
pub(super) const DAY: usize = 10;

/// The most words between an envoy's title and the country.
const TITLE: usize = 8;

/// An activity before those told twice are joined.
pub(crate) struct Told {
    pub(crate) line: usize,
    /// Whether the words speak of one told before: "the agreement was signed by", "the delegation toured".
    pub(crate) is_again: bool,
    pub(crate) activity: Activity,
}

/// All that a document tells, in order, each telling by itself.
///
/// Where it states no tie, the two that it shows at work are whom its other sentences mean.
pub(crate) fn told(scene: &Scene<'_>, pairs: &[Pair], language: &Language) -> Vec<Told> {
    let found = told_of(scene, pairs, language);
    if !pairs.is_empty() {
        return found;
    }
    let shown: Vec<Pair> = found.iter().filter_map(|told| shown(scene, told)).collect();
    if shown.is_empty() { found } else { told_of(scene, &shown, language) }
}

/// Two parties at work as a pair.
fn shown(scene: &Scene<'_>, told: &Told) -> Option<Pair> {
    let &[a, b] = told.activity.participants.as_slice() else { return None };
    let is_party = |party: usize| scene.kind(party) != PartyType::Country;
    // A forum gathers many who have nothing else in common.
    let is_own = told.activity.kind != ActivityType::Forum;
    (is_own && is_party(a) && is_party(b)).then_some(Pair {
        a,
        b,
        word: TieWord::Cooperation,
        line: told.line,
        cue: 0..0,
        cue_line: told.line,
        tokens: 0..0,
        strength: Strength::Guessed,
    })
}

fn told_of(scene: &Scene<'_>, pairs: &[Pair], language: &Language) -> Vec<Told> {
    let mut found = Vec::new();
    let mut topic: Vec<usize> = Vec::new();
    // A tie of somebody else's, told in passing, is not what the text goes on about.
    let main = |pair: &Pair| scene.focus.first().is_none_or(|focus| pair.a == *focus || pair.b == *focus);
    let has_main = pairs.iter().any(main);
    for (at, line) in scene.lines.iter().enumerate() {
        if found.len() > MOST {
            break;
        }
        let here = on_line(pairs, at);
        let about: Vec<&Pair> = here.iter().filter(|pair| !has_main || main(pair)).collect();
        if !about.is_empty() {
            topic = about.iter().flat_map(|pair| [pair.a, pair.b]).collect();
            topic.sort_unstable();
            topic.dedup();
        }
        if line.is_title {
            continue;
        }
        let teller = Teller { scene, pairs, language, at, line, topic: &topic };
        let mut kinds: Vec<(ActivityWord, Option<usize>)> = Vec::new();
        let mut items: Vec<Range<usize>> = Vec::new();
        let mut acting: Option<Vec<usize>> = None;
        for cue in &line.cues {
            let Cue::Activity(word) = cue.cue else { continue };
            if teller.is_part_of_another(cue, word) {
                continue;
            }
            if teller.is_listed(cue, &items) {
                items.push(cue.tokens.clone());
                continue;
            }
            // A second word for the same speaks again when it has a date of its own.
            let date = teller.date_tokens(cue);
            let told =
                kinds.iter().any(|(other, other_date)| *other == word && (date.is_none() || *other_date == date));
            if told {
                items.push(cue.tokens.clone());
                continue;
            }
            let activities = teller.tell(cue, word);
            if !activities.is_empty() {
                kinds.push((word, date));
                items.push(cue.tokens.clone());
                if about.is_empty() && acting.is_none() {
                    acting = teller.acting(&activities[0].participants);
                }
                let is_again = teller.is_again(cue, word);
                found.extend(activities.into_iter().map(|activity| Told { line: at, is_again, activity }));
            }
        }
        if let Some(acting) = acting {
            topic = acting;
        }
    }
    found
}

pub(super) struct Teller<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) pairs: &'a [Pair],
    language: &'a Language,
    pub(super) at: usize,
    pub(super) line: &'a Line,
    topic: &'a [usize],
}

impl Teller<'_> {
    /// What the cue tells: mostly one activity; a signing, an end or a pause of ties that share no side is one for each.
    fn tell(&self, cue: &Found, word: ActivityWord) -> Vec<Activity> {
        let decides =
            [ActivityWord::AgreementSigned, ActivityWord::Suspension, ActivityWord::Termination].contains(&word);
        let Some(activity) = self.tell_all(cue, word) else { return Vec::new() };
        let apart = if decides { apart(on_line(self.pairs, self.at)) } else { Vec::new() };
        if apart.len() < 2 {
            return vec![activity];
        }
        apart.into_iter().map(|participants| Activity { participants, ..activity.clone() }).collect()
    }

    fn tell_all(&self, cue: &Found, word: ActivityWord) -> Option<Activity> {
        if self.line.has(|cue| cue == Cue::Denial)
            || is_negated(self.line, cue)
            || self.is_called_off(cue, word)
            || !self.is_said_to_happen(cue, word)
        {
            return None;
        }
        let participants = self.participants(cue, word)?;
        let tokens = self.tokens(cue, &participants);
        let date = self.date(cue).or_else(|| self.date_beside(word));
        // History told beside a tie is none of its life.
        let year = date.as_ref().and_then(|date| date.date.as_ref()?.to_string().get(..4)?.parse::<i32>().ok());
        if year.is_some_and(|year| year < EARLIEST) {
            return None;
        }
        Some(Activity {
            kind: kind(word),
            date: date.and_then(|date| date.date),
            end: date.and_then(|date| date.end),
            from: self.from(cue, word, &participants),
            condition: self.condition(cue, word),
            reason: self.reason(word),
            topics: self.topics(),
            size: self.size(),
            announced: date.as_ref().is_some_and(|date| date.is_future),
            vague: self.line.has(|cue| cue == Cue::Vague),
            evidence: self.line.bytes(tokens),
            speaker: None,
            participants,
        })
    }

    /// Whether a definite word stands for what was signed, or for who came.
    fn is_again(&self, cue: &Found, word: ActivityWord) -> bool {
        let is_near = |found: &Found| distance(&found.tokens, &cue.tokens) <= 1;
        match word {
            ActivityWord::AgreementSigned => self.line.find(|cue| cue == Cue::Refer(Refer::Both)).any(|both| {
                is_near(both)
                    && self.line.find(|cue| cue == Cue::Instrument).any(|one| overlap(&one.tokens, &both.tokens))
            }),
            ActivityWord::DelegationVisit => self.line.find(|cue| cue == Cue::Refer(Refer::Partner)).any(|guests| {
                is_near(guests)
                    && self.line.find(|cue| cue == Cue::Group).any(|one| overlap(&one.tokens, &guests.tokens))
            }),
            _ => false,
        }
    }

    /// Two sides at work that the sentence itself names are whom the next sentences are about.
    fn acting(&self, participants: &[usize]) -> Option<Vec<usize>> {
        let here = self.named_all();
        let is_main = self.scene.focus.first().is_none_or(|focus| participants.contains(focus));
        let is_told = participants.len() == 2 && participants.iter().all(|party| here.contains(party));
        (is_main && is_told && self.sides(participants) >= 2).then(|| participants.to_vec())
    }

    /// "Twelve pupils flew to Nagoya": the words for a stay with the other side hold those for the journey; "attended the
    /// festival" is a visit, a "video conference" talks, and who lifts a suspension suspends nothing.
    fn is_part_of_another(&self, cue: &Found, word: ActivityWord) -> bool {
        let within = |whole: ActivityWord, fits: fn(&Range<usize>, &Range<usize>) -> bool| {
            self.line.find(move |cue| cue == Cue::Activity(whole)).any(|found| fits(&found.tokens, &cue.tokens))
        };
        match word {
            ActivityWord::DelegationVisit => within(ActivityWord::Exchange, overlap),
            ActivityWord::CulturalEvent => within(ActivityWord::DelegationVisit, holds),
            ActivityWord::Forum => within(ActivityWord::Dialogue, |whole, part| whole.start + 1 == part.start),
            ActivityWord::Suspension => within(ActivityWord::Revival, holds),
            _ => false,
        }
    }

    fn participants(&self, cue: &Found, word: ActivityWord) -> Option<Vec<usize>> {
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

    fn named_all(&self) -> Vec<usize> {
        self.line.parties.iter().flatten().copied().collect()
    }

    fn countries(&self) -> Vec<usize> {
        let parties = self.line.parties.iter().flatten().copied();
        parties.filter(|party| self.scene.kind(*party) == PartyType::Country).collect()
    }

    /// How many countries the parties come from; one without a country counts as another.
    fn sides(&self, parties: &[usize]) -> usize {
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
            found.extend(meant.filter(|_| !envoy));
            found.extend(party.filter(|_| envoy || self.goes_there(&mention.tokens)));
        }
        found
    }

    /// "the Vietnamese delegation".
    fn is_group_of(&self, people: &Range<usize>) -> bool {
        self.line.find(|cue| cue == Cue::Group).any(|group| group.tokens.start == people.end)
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

    fn tokens(&self, cue: &Found, participants: &[usize]) -> Range<usize> {
        let mut tokens = cue.tokens.clone();
        for (mention, party) in self.line.mentions.iter().zip(&self.line.parties) {
            if party.is_some_and(|party| participants.contains(&party)) {
                tokens = tokens.start.min(mention.tokens.start)..tokens.end.max(mention.tokens.end);
            }
        }
        tokens
    }

    fn date(&self, cue: &Found) -> Option<&crate::date::DateMention> {
        let dates = self
            .line
            .dates
            .iter()
            .filter(|date| {
                let is_told = matches!(date.role, DateRole::On | DateRole::Span) || self.is_told_of_start(cue, date);
                is_told && date.date.is_some()
            })
            .filter(|date| !self.is_of_background(cue, date))
            // A decade is the time of a story, not of a visit.
            .filter(|date| date.date.is_some_and(|date| !date.to_string().ends_with('X')));
        dates.min_by_key(|date| distance(&date.tokens, &cue.tokens))
    }

    /// "has run every year since the two signed in 1963": the year is not that of the run.
    fn is_of_background(&self, cue: &Found, date: &crate::date::DateMention) -> bool {
        let mut told = self.line.find(|cue| cue == Cue::Background);
        told.any(|found| cue.tokens.end <= found.tokens.start && found.tokens.start <= date.tokens.start)
    }

    /// A decision's day is often told in the sentence before or behind: "The vote was taken on Tuesday."
    fn date_beside(&self, word: ActivityWord) -> Option<&crate::date::DateMention> {
        let decides = [ActivityWord::AgreementSigned, ActivityWord::Suspension, ActivityWord::Termination];
        if !decides.contains(&word) {
            return None;
        }
        let beside = [self.at.checked_sub(1), Some(self.at + 1)];
        let lines = beside.into_iter().flatten().filter_map(|at| self.scene.lines.get(at));
        let fits = |line: &&Line| {
            !line.is_title
                && line.span.paragraph == self.line.span.paragraph
                && !line.has(|cue| matches!(cue, Cue::Activity(_)))
        };
        let is_day = |date: &&crate::date::DateMention| {
            date.role == DateRole::On && date.date.is_some_and(|date| date.to_string().len() == DAY)
        };
        lines.filter(fits).find_map(|line| line.dates.iter().find(is_day))
    }

    /// Where the date of a word begins.
    fn date_tokens(&self, cue: &Found) -> Option<usize> {
        self.date(cue).map(|date| date.tokens.start)
    }

    /// Who traveled or gave: the side before the word, or the one under "from".
    fn from(&self, cue: &Found, word: ActivityWord, participants: &[usize]) -> Option<usize> {
        let sided =
            [ActivityWord::DelegationVisit, ActivityWord::Aid, ActivityWord::Suspension, ActivityWord::Termination];
        if !sided.contains(&word) {
            return None;
        }
        let groups = &self.scene.groups[self.at];
        let from = groups.iter().find(|group| matches!(group.role, Some((_, Role::From))));
        let by = groups.iter().find(|group| matches!(group.role, Some((_, Role::By))));
        // Who stands under "with" or "of" before the word is not who acted.
        let acts = |group: &&Group| {
            let bare = group.role.is_none() || group.possessive;
            group.tokens.end <= cue.tokens.start && !group.is_countries && bare
        };
        let before = groups.iter().rev().find(acts);
        let group = by.or(from).or(before)?;
        self.scene.members(self.at, group).into_iter().find(|party| participants.contains(party))
    }

    /// "until there is peace": from the word to the end of the clause.
    fn condition(&self, cue: &Found, word: ActivityWord) -> Option<Range<usize>> {
        if !matches!(word, ActivityWord::Suspension | ActivityWord::Termination) {
            return None;
        }
        let sentence = &self.line.sentence;
        let starts =
            self.line.find(|cue| cue == Cue::Condition).find(|found| found.tokens.start >= cue.tokens.start)?;
        let ends = |at: &usize| [",", ";", ".", "\""].iter().any(|mark| sentence.is_mark(*at, mark));
        let end = (starts.tokens.end..sentence.len()).find(ends).unwrap_or(sentence.len());
        Some(self.line.bytes(starts.tokens.start..end))
    }

    /// Why, as far as this sentence or the next says.
    fn reason(&self, word: ActivityWord) -> Option<ReasonCode> {
        if !matches!(word, ActivityWord::Suspension | ActivityWord::Termination) {
            return None;
        }
        let next = self.scene.lines.get(self.at + 1);
        [Some(self.line), next].into_iter().flatten().find_map(|line| {
            line.cues.iter().find_map(|found| match found.cue {
                Cue::Protest => Some(ReasonCode::PoliticalProtest),
                Cue::Silence => Some(ReasonCode::PartnerSilent),
                Cue::Money => Some(ReasonCode::Money),
                _ => None,
            })
        })
    }

    fn topics(&self) -> Vec<String> {
        let mut topics: Vec<String> = self
            .line
            .cues
            .iter()
            .filter_map(
                |found| if let Cue::Topic(at) = found.cue { self.language.topics.get(usize::from(at)) } else { None },
            )
            .cloned()
            .collect();
        topics.sort_unstable();
        topics.dedup();
        topics
    }

    /// "seven businesswomen", "a delegation of 12": a number right before or behind the group's word.
    fn size(&self) -> Option<u32> {
        let sentence = &self.line.sentence;
        self.line.find(|cue| cue == Cue::Group).find_map(|group| {
            let before = group.tokens.start.checked_sub(1);
            let behind = (sentence.word(group.tokens.end) == "of").then_some(group.tokens.end + 1);
            [before, behind].into_iter().flatten().find_map(|at| sentence.word(at).parse().ok())
        })
    }
}

/// Whether words begin before others and reach into them.
const fn holds(whole: &Range<usize>, part: &Range<usize>) -> bool {
    whole.start < part.start && whole.end > part.start
}

/// The parties of pairs, in sets that share none.
fn apart(pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for pair in pairs {
        let (mut joined, others): (Vec<_>, Vec<_>) =
            sets.into_iter().partition(|set| set.contains(&pair.a) || set.contains(&pair.b));
        let mut set: Vec<usize> = joined.drain(..).flatten().chain([pair.a, pair.b]).collect();
        set.sort_unstable();
        set.dedup();
        sets = others;
        sets.push(set);
    }
    sets
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

const fn kind(word: ActivityWord) -> ActivityType {
    match word {
        ActivityWord::DelegationVisit => ActivityType::DelegationVisit,
        ActivityWord::AgreementSigned => ActivityType::AgreementSigned,
        ActivityWord::Forum => ActivityType::Forum,
        ActivityWord::Exchange => ActivityType::Exchange,
        ActivityWord::Project => ActivityType::Project,
        ActivityWord::Dialogue => ActivityType::Dialogue,
        ActivityWord::Anniversary => ActivityType::Anniversary,
        ActivityWord::CulturalEvent => ActivityType::CulturalEvent,
        ActivityWord::Suspension => ActivityType::Suspension,
        ActivityWord::Termination => ActivityType::Termination,
        ActivityWord::Revival => ActivityType::Revival,
        ActivityWord::Aid => ActivityType::Aid,
    }
}
