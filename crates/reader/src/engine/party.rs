//! Mentions into the parties of a document: one party for all its names.

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::Group;
use super::line::Line;
use super::tie::{Pair, Strength};
use crate::language::UnitWord;
use crate::mention::{Candidate, Mention, MentionKind};
use crate::reading::{Party, PartyType, Unresolved};
use gazetteer::{Gazetteer, PlaceKind};

/// The parties of a document while it is read.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    pub(crate) all: Vec<Party>,
    /// How often each is named, and whether the text's unit word made it a state.
    pub(crate) units: Vec<Option<UnitWord>>,
    pub(crate) counts: Vec<u32>,
    /// Whether anything but a capital letter makes it a name.
    pub(crate) known: Vec<bool>,
    /// Whether the text names the country or region of it.
    pub(crate) stated: Vec<bool>,
    by_name: FxHashMap<(PartyGroup, String), usize>,
    /// Names that one sentence gives two places: "Warminster welcomed guests from Warminster, Pennsylvania".
    twins: FxHashSet<String>,
    /// Names that the text gives a state or province, and no city.
    states: FxHashSet<(String, [u8; 2])>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum PartyGroup {
    Place,
    Region,
    Country,
    Institution,
}

impl Parties {
    /// Gives every mention of the lines its party.
    pub(crate) fn collect(lines: &mut [Line], gazetteer: &Gazetteer) -> Self {
        let mut parties = Self { states: states(lines), twins: twins(lines), ..Self::default() };
        for line in lines {
            let found: Vec<Option<usize>> =
                line.mentions.iter().map(|mention| parties.of(mention, line, gazetteer)).collect();
            line.parties = found;
        }
        parties
    }

    /// Parties that nothing places get the country that the document names most beside that of their partner.
    pub(crate) fn place_by_context(&mut self, lines: &[Line], pairs: &[Pair]) {
        let mut counts: FxHashMap<[u8; 2], u32> = FxHashMap::default();
        let names_country = |mention: &&Mention| {
            matches!(mention.kind, MentionKind::Country | MentionKind::Demonym) || mention.stated.is_some()
        };
        for mention in lines.iter().flat_map(|line| &line.mentions).filter(names_country) {
            if let Some(country) = mention.country {
                *counts.entry(country).or_default() += 1;
            }
        }
        let mut places: FxHashMap<[u8; 2], u32> = FxHashMap::default();
        let is_place = |mention: &&Mention| matches!(mention.kind, MentionKind::Place | MentionKind::Region);
        for country in lines.iter().flat_map(|line| &line.mentions).filter(is_place).filter_map(|one| one.country) {
            *places.entry(country).or_default() += 1;
        }
        let sides = pairs.iter().flat_map(|pair| [(pair.a, pair.b, pair.strength), (pair.b, pair.a, pair.strength)]);
        for (a, b, strength) in sides {
            if self.all[a].country.is_none() {
                let other = self.all[b].country;
                // Where no country is named, a body that a sentence ties to one abroad lies where the towns of the text do.
                let is_tied = strength >= Strength::InSentence && other.is_some();
                let is_body = self.all[a].kind == PartyType::Institution && is_tied;
                let best = most(&counts, other).or_else(|| if is_body { most(&places, other) } else { None });
                self.all[a].country = best;
                self.all[a].country_guessed = best.is_some();
            }
        }
    }

    /// A name that no list has, in a list of towns that all lie in one country, lies there too.
    pub(crate) fn place_by_list(&mut self, lines: &[Line], groups: &[Vec<Group>]) {
        for (line, group) in
            lines.iter().zip(groups).flat_map(|(line, groups)| groups.iter().map(move |group| (line, group)))
        {
            let parties: Vec<usize> = group.mentions.iter().filter_map(|at| line.parties[*at]).collect();
            let countries: Vec<[u8; 2]> = parties.iter().filter_map(|party| self.all[*party].country).collect();
            let is_one = countries.len() >= 2 && countries.windows(2).all(|two| two[0] == two[1]);
            for party in parties.into_iter().filter(|_| is_one) {
                if self.all[party].country.is_none() && self.all[party].kind != PartyType::Institution {
                    self.all[party].country = countries.first().copied();
                    self.all[party].country_guessed = true;
                }
            }
        }
    }

    fn of(&mut self, mention: &Mention, line: &Line, gazetteer: &Gazetteer) -> Option<usize> {
        let changed = self.as_state(mention).or_else(|| as_city(mention, gazetteer));
        let mention = changed.as_ref().unwrap_or(mention);
        let kind = party_type(mention, gazetteer)?;
        let group = match kind {
            PartyType::City => PartyGroup::Place,
            PartyType::Region => PartyGroup::Region,
            PartyType::Country => PartyGroup::Country,
            PartyType::Institution => PartyGroup::Institution,
        };
        let keys = keys(mention, group);
        let of = |group: PartyGroup| {
            let mut known = keys.iter().filter_map(|key| self.by_name.get(&(group, key.clone())).copied());
            known.find(|known| self.agrees(*known, mention))
        };
        // "Miyazaki" in a text that calls it a prefecture, and names no city so, is the prefecture.
        let unit = if group == PartyGroup::Place && mention.unit.is_none() { of(PartyGroup::Region) } else { None };
        let unit = unit.filter(|region| self.units[*region].is_some() && self.all[*region].country == mention.country);
        let known = of(group).or(unit);
        let party = known.unwrap_or_else(|| {
            self.all.push(party(mention, kind, line));
            self.units.push(None);
            self.counts.push(0);
            self.known.push(false);
            self.stated.push(false);
            self.all.len() - 1
        });
        for key in keys {
            self.by_name.entry((group, key)).or_insert(party);
        }
        self.learn(party, mention, line);
        Some(party)
    }

    /// "Tottori" in a text that speaks of Tottori Prefecture.
    fn as_state(&self, mention: &Mention) -> Option<Mention> {
        let is_bare = matches!(mention.kind, MentionKind::Place | MentionKind::Region)
            && mention.unit.is_none()
            && mention.stated.is_none()
            && !mention.for_place;
        let is_state = || self.states.contains(&(gazetteer::fold(&mention.name), mention.country.unwrap_or_default()));
        (is_bare && is_state()).then(|| Mention {
            kind: MentionKind::Region,
            unit: Some(UnitWord::State),
            ..mention.clone()
        })
    }

    /// Two cities of one name are one, unless the text itself tells them apart.
    fn agrees(&self, known: usize, mention: &Mention) -> bool {
        let is_stated = self.stated[known] || self.twins.contains(&gazetteer::fold(&mention.name));
        let told_apart = is_stated && mention.stated.is_some() && self.all[known].country != mention.country;
        !told_apart || mention.kind == MentionKind::Institution
    }

    fn learn(&mut self, party: usize, mention: &Mention, line: &Line) {
        if !line.is_title {
            // Labels and reports call a party as the text does, not as its title.
            if self.counts[party] == 0 && mention.alias_of.is_none() && self.all[party].kind != PartyType::Institution {
                let title_name = std::mem::replace(&mut self.all[party].name, mention.name.clone());
                if title_name != mention.name && !self.all[party].also.contains(&title_name) {
                    self.all[party].also.push(title_name);
                }
                self.all[party].evidence = line.bytes(mention.tokens.clone());
            }
            self.counts[party] += 1;
        }
        self.known[party] |= mention.kind != MentionKind::Unknown;
        self.units[party] = self.units[party].or(mention.unit);
        // What the text states of a place beats what its name alone suggests.
        let states = mention.stated.is_some() && !self.stated[party];
        self.stated[party] |= mention.stated.is_some();
        let known = &mut self.all[party];
        if states {
            known.country = mention.country.or(known.country);
            known.place = mention.place().or(known.place);
            known.candidates = mention.candidates.to_vec();
        }
        known.country = known.country.or(mention.country);
        if known.region.is_none() {
            known.region.clone_from(&mention.region_named);
        }
        if known.place.is_none() {
            known.place = mention.place();
        }
        for name in [Some(&mention.name), mention.alias_of.as_ref(), mention.short.as_ref()].into_iter().flatten() {
            if *name != known.name && !known.also.contains(name) {
                known.also.push(name.clone());
            }
        }
    }
}

/// The names that stand twice in a sentence, once with where the place lies.
fn twins(lines: &[Line]) -> FxHashSet<String> {
    let mut found = FxHashSet::default();
    for line in lines {
        for mention in line.mentions.iter().filter(|mention| mention.stated.is_some()) {
            let is_other = |other: &&Mention| {
                other.tokens != mention.tokens && other.kind == MentionKind::Place && other.stated.is_none()
            };
            let name = gazetteer::fold(&mention.name);
            if line.mentions.iter().filter(is_other).any(|other| gazetteer::fold(&other.name) == name) {
                found.insert(name);
            }
        }
    }
    found
}

/// The names that the text gives a state or province, without its word, and no city.
fn states(lines: &[Line]) -> FxHashSet<(String, [u8; 2])> {
    let mut found = FxHashSet::default();
    let mut cities = FxHashSet::default();
    for mention in lines.iter().flat_map(|line| &line.mentions) {
        let Some(country) = mention.country else { continue };
        let name = gazetteer::fold(&mention.name);
        match mention.unit {
            Some(UnitWord::State) => {
                let bare = name.rsplit_once(' ').map_or(name.as_str(), |(bare, _)| bare).to_owned();
                found.extend([(name, country), (bare, country)]);
            }
            Some(UnitWord::City) => drop(cities.insert((name, country))),
            _ if mention.for_place => drop(cities.insert((name, country))),
            _ => {}
        }
    }
    found.retain(|name| !cities.contains(name));
    found
}

/// The country named most but `other`.
fn most(counts: &FxHashMap<[u8; 2], u32>, other: Option<[u8; 2]>) -> Option<[u8; 2]> {
    let others = counts.iter().filter(|(country, _)| Some(**country) != other);
    others.max_by_key(|(country, n)| (**n, **country)).map(|(country, _)| *country)
}

/// The mention as the city of its name, when it was taken for the unit around that city and no word says "region".
fn as_city(mention: &Mention, gazetteer: &Gazetteer) -> Option<Mention> {
    if !matches!(mention.kind, MentionKind::Region | MentionKind::Place)
        || !matches!(mention.unit, None | Some(UnitWord::City))
    {
        return None;
    }
    let top = mention.place()?;
    if !matches!(gazetteer.kind(top), PlaceKind::Region | PlaceKind::County) {
        return None;
    }
    let is_its_city = |candidate: &&Candidate| {
        gazetteer.kind(candidate.place) == PlaceKind::City
            && gazetteer.country_code(candidate.place) == gazetteer.country_code(top)
            && (mention.unit == Some(UnitWord::City)
                || gazetteer.population(candidate.place) > gazetteer.population(top) / 40)
    };
    let city = mention.candidates.iter().find(is_its_city)?.clone();
    let mut changed = mention.clone();
    changed.kind = MentionKind::Place;
    changed.candidates.retain(|other| other.place != city.place);
    changed.candidates.insert(0, city);
    Some(changed)
}

/// The spellings under which a party is met again.
fn keys(mention: &Mention, group: PartyGroup) -> Vec<String> {
    let names = [mention.alias_of.as_ref(), Some(&mention.name), mention.short.as_ref()];
    let mut keys: Vec<String> = names.into_iter().flatten().map(|name| gazetteer::fold(name)).collect();
    if group == PartyGroup::Institution {
        let sorted: Vec<String> = keys.iter().map(|key| sorted_words(key)).collect();
        keys.extend(sorted);
    }
    if group == PartyGroup::Place {
        // "Norfolk City Council" speaks of Norfolk.
        let bare: Vec<String> = keys.iter().filter_map(|key| key.strip_suffix(" city")).map(str::to_owned).collect();
        keys.extend(bare);
    }
    keys.retain(|key| !key.is_empty());
    // "Joburg" and "Johannesburg" are one place.
    if let (PartyGroup::Place, Some(place)) = (group, mention.place()) {
        keys.push(format!("#{}", place.0));
    }
    keys
}

/// "Canterbury University" and "University of Canterbury" are one.
fn sorted_words(name: &str) -> String {
    let mut words: Vec<&str> =
        name.split(' ').filter(|word| word.len() > 3 || word.bytes().any(|b| b.is_ascii_digit())).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The name without the place behind it, and the short form of a body that is part of another.
fn body_name(name: &str, mention: &Mention) -> (String, Vec<String>) {
    let place = mention.inner.iter().find_map(|inner| name.find(&format!(" in {}", inner.name)));
    let name = place.map_or(name, |at| &name[..at]).to_owned();
    // "Institute of Volcanology of the Far East Branch …": the body itself comes first.
    let head = name.split(" of the ").next().unwrap_or_default();
    let is_short = head.len() < name.len() && head.split(' ').count() >= 3;
    let mut also = if is_short { vec![head.to_owned()] } else { Vec::new() };
    also.extend(without_place(&name, mention));
    (name, also)
}

/// "Collège Gaspard-Monge" of "Collège Gaspard-Monge de Beaune": a name that does without the town behind it.
fn without_place(name: &str, mention: &Mention) -> Option<String> {
    let last = mention.inner.iter().rev().find(|inner| inner.kind == MentionKind::Place)?;
    let before = name.strip_suffix(last.name.as_str())?.trim_end();
    let cut = before.rfind([' ', '\'', '’'])?;
    let head = before[..cut].trim_end_matches([' ', '\'', '’']).trim_end();
    let head = head.strip_suffix(" d").unwrap_or(head);
    let n_capital = head.split(' ').filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count();
    (n_capital >= 2 || n_capital == 1 && head.chars().next().is_some_and(char::is_lowercase)).then(|| head.to_owned())
}

fn party_type(mention: &Mention, gazetteer: &Gazetteer) -> Option<PartyType> {
    Some(match mention.kind {
        MentionKind::Institution => PartyType::Institution,
        MentionKind::Country => PartyType::Country,
        MentionKind::Region => PartyType::Region,
        MentionKind::Demonym => return None,
        MentionKind::Unknown => match mention.unit {
            Some(UnitWord::State | UnitWord::Region) => PartyType::Region,
            _ => PartyType::City,
        },
        MentionKind::Place => match mention.unit {
            Some(UnitWord::State | UnitWord::Region) => PartyType::Region,
            Some(UnitWord::City) => PartyType::City,
            None => mention.place().map_or(PartyType::City, |place| match gazetteer.kind(place) {
                PlaceKind::Region | PlaceKind::County => PartyType::Region,
                PlaceKind::Country | PlaceKind::Continent => PartyType::Country,
                PlaceKind::Institution => PartyType::Institution,
                _ => PartyType::City,
            }),
        },
    })
}

fn party(mention: &Mention, kind: PartyType, line: &Line) -> Party {
    let evidence = line.bytes(mention.tokens.clone());
    let name = mention.alias_of.clone().unwrap_or_else(|| mention.name.clone());
    let (name, also) = if kind == PartyType::Institution { body_name(&name, mention) } else { (name, Vec::new()) };
    Party {
        name,
        also,
        kind,
        country: mention.country,
        country_guessed: false,
        region: mention.region_named.clone(),
        place: mention.place(),
        candidates: mention.candidates.to_vec(),
        unresolved: mention.candidates.is_empty().then_some(Unresolved::Unknown),
        evidence: if line.is_title { 0..0 } else { evidence },
    }
}
