//! Names that are not what they look like by themselves: "the Oxfordshire town" says where a town lies, American Samoa is a
//! country to the gazetteer and a partner to its sister provinces, and of two sister cities one is mostly abroad.

use gazetteer::{Gazetteer, PlaceKind};
use rustc_hash::FxHashMap;

use super::line::Line;
use crate::language::{Cue, Language, UnitWord};
use crate::mention::{Candidate, Mention, MentionKind};
use crate::text::TokenKind;

/// Parts of a country with a country code of their own, which have partners as a state or city has: the cities first.
const CITIES: [&[u8; 2]; 2] = [b"HK", b"MO"];
const TERRITORIES: [&[u8; 2]; 18] = [
    b"AS", b"GU", b"PR", b"VI", b"MP", b"GL", b"FO", b"NC", b"PF", b"GI", b"AX", b"RE", b"GP", b"MQ", b"GF", b"JE",
    b"GG", b"IM",
];
/// A region called after a city with at least one in so many of its people is not told from the city.
const SEAT_SHARE: u32 = 40;

/// How the names of a document are looked at again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Describing<'a> {
    pub(super) language: &'a Language,
    pub(super) gazetteer: &'a Gazetteer,
    /// Whether the document names a tie between towns or regions.
    pub(super) is_about_towns: bool,
}

impl Describing<'_> {
    /// Looks again at the names of a sentence.
    pub(super) fn describe(&self, line: &mut Line) {
        for at in 0..line.mentions.len() {
            if is_description(line, &line.mentions[at], self.language, self.gazetteer) {
                let mention = &mut line.mentions[at];
                mention.kind = MentionKind::Demonym;
                mention.candidates.clear();
                continue;
            }
            let mention = &mut line.mentions[at];
            let is_land = mention.kind == MentionKind::Country && self.is_about_towns;
            let Some(country) = mention.country.filter(|_| is_land) else { continue };
            if CITIES.contains(&&country) {
                (mention.kind, mention.unit) = (MentionKind::Place, Some(UnitWord::City));
            } else if TERRITORIES.contains(&&country) {
                mention.kind = MentionKind::Region;
            }
        }
    }
}

/// "the Ohio city", "the Oxfordshire town of": a region's name before a noun without a capital.
fn is_description(line: &Line, mention: &Mention, language: &Language, gazetteer: &Gazetteer) -> bool {
    let (start, end) = (mention.name_tokens.start, mention.name_tokens.end);
    let is_noun = mention.unit == Some(UnitWord::City)
        && mention.tokens.start == start
        && mention.tokens.end > end
        && line.sentence.tokens[end..mention.tokens.end]
            .iter()
            .all(|token| token.kind == TokenKind::Word && !token.is_capital);
    let has_article = start > 0 && language.stopwords.contains(line.sentence.word(start - 1));
    if !is_noun || !has_article {
        return false;
    }
    let people = |kind: fn(PlaceKind) -> bool, country: Option<[u8; 2]>| {
        let fits = |one: &&Candidate| {
            let code = gazetteer.country_code(one.place).as_bytes();
            kind(gazetteer.kind(one.place)) && country.is_none_or(|country| code == country)
        };
        mention.candidates.iter().filter(fits).map(|one| gazetteer.population(one.place)).max()
    };
    let region = mention.candidates.iter().find(|one| gazetteer.kind(one.place) == PlaceKind::Region);
    let region =
        region.or_else(|| mention.candidates.iter().find(|one| gazetteer.kind(one.place) == PlaceKind::County));
    let Some(region) = region else { return false };
    let country = gazetteer.country_code(region.place).as_bytes().try_into().ok();
    let city = people(|kind| kind == PlaceKind::City, country).unwrap_or(0);
    city <= gazetteer.population(region.place).max(1) / SEAT_SHARE
}

/// "Baltimore-Odessa Sister City Committee": where a body that carries a tie names two cities of one country and one of them has a
/// larger namesake abroad, that is meant.
pub(super) fn tell_apart(lines: &mut [Line], gazetteer: &Gazetteer) {
    let mut changed: FxHashMap<String, [u8; 2]> = FxHashMap::default();
    for line in lines.iter() {
        let is_city = |mention: &&Mention| mention.kind == MentionKind::Place && !mention.candidates.is_empty();
        let mut cities: Vec<&Mention> = line.mentions.iter().filter(is_city).collect();
        cities.dedup_by_key(|mention| gazetteer::fold(&mention.name));
        let [a, b] = cities[..] else { continue };
        if !line.has(|cue| cue == Cue::Carrier)
            || a.country != b.country
            || gazetteer::fold(&a.name) == gazetteer::fold(&b.name)
        {
            continue;
        }
        let larger = [a, b].into_iter().filter_map(|one| Some((larger_abroad(one, gazetteer)?, one)));
        if let Some(((_, country), one)) = larger.max_by_key(|((people, _), _)| *people) {
            changed.insert(gazetteer::fold(&one.name), country);
        }
    }
    if changed.is_empty() {
        return;
    }
    for mention in lines.iter_mut().flat_map(|line| &mut line.mentions) {
        let is_city = mention.kind == MentionKind::Place && mention.stated.is_none();
        let Some(country) = changed.get(&gazetteer::fold(&mention.name)).filter(|_| is_city) else { continue };
        let there = |one: &Candidate| gazetteer.country_code(one.place).as_bytes() == country;
        if let Some(found) = mention.candidates.iter().position(there) {
            let one = mention.candidates.remove(found);
            mention.candidates.insert(0, one);
            mention.country = Some(*country);
        }
    }
}

/// "San Jose has seven sister cities: Okayama, Japan; San Jose, Costa Rica": of two of one name in a sentence, the one that
/// stands first without where it lies is not the one whose place is stated behind it.
pub(super) fn part_namesakes(lines: &mut [Line], gazetteer: &Gazetteer) {
    let mut stated: FxHashMap<String, [u8; 2]> = FxHashMap::default();
    for line in lines.iter() {
        for (at, mention) in line.mentions.iter().enumerate().filter(|(_, mention)| mention.stated.is_some()) {
            let is_bare = |other: &&Mention| other.kind == MentionKind::Place && other.stated.is_none();
            let name = gazetteer::fold(&mention.name);
            let is_first = line.mentions[..at].iter().filter(is_bare).any(|other| gazetteer::fold(&other.name) == name);
            if let Some(country) = mention.country.filter(|_| is_first) {
                stated.insert(name, country);
            }
        }
    }
    if stated.is_empty() {
        return;
    }
    for mention in lines.iter_mut().flat_map(|line| &mut line.mentions) {
        let is_bare = mention.kind == MentionKind::Place && mention.stated.is_none();
        let country = stated.get(&gazetteer::fold(&mention.name)).filter(|_| is_bare);
        let Some(country) = country.filter(|country| mention.country == Some(**country)) else { continue };
        let is_other = |one: &Candidate| gazetteer.country_code(one.place).as_bytes() != country;
        if let Some(found) = mention.candidates.iter().position(is_other) {
            let one = mention.candidates.remove(found);
            mention.country = gazetteer.country_code(one.place).as_bytes().try_into().ok();
            mention.candidates.insert(0, one);
        }
    }
}

/// The largest namesake in another country, if it is larger than the place chosen: its people and its country.
fn larger_abroad(mention: &Mention, gazetteer: &Gazetteer) -> Option<(u32, [u8; 2])> {
    if mention.stated.is_some() || mention.for_place {
        return None;
    }
    let people = gazetteer.population(mention.place()?);
    let cities = mention.candidates.iter().filter(|one| gazetteer.kind(one.place) == PlaceKind::City);
    let abroad = cities.filter_map(|one| {
        let country = gazetteer.country_code(one.place).as_bytes().try_into().ok()?;
        (Some(country) != mention.country).then_some((gazetteer.population(one.place), country))
    });
    abroad.max().filter(|(more, _)| *more > people)
}
