//! The part of a language's tables that only names need.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::language::phrase::{Phrase, Phrases};
use crate::language::{Language, languages};
use crate::text::Sentence;

/// Words around names, ready for use.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Before a person: "Mayor", "Dr", "Senator".
    pub(super) titles: FxHashSet<String>,
    /// Behind an institution's name, who works there: "Chancellor", "Professor".
    pub(super) officers: FxHashSet<String>,
    /// Well-known short names of institutions, folded, to their full name and country.
    pub(super) acronyms: FxHashMap<String, (String, [u8; 2])>,
    /// Bodies by the first word of their folded name, each with its country.
    known_bodies: FxHashMap<String, Vec<(String, [u8; 2])>>,
    /// Given names.
    pub(super) first_names: FxHashSet<String>,
    /// Verbs that persons are the subject of.
    pub(super) speech: FxHashSet<String>,
    /// Words without a capital that may stand inside a place's name.
    pub(super) particles: FxHashSet<String>,
    /// Between a name and the unit it lies in: "in", "in eastern".
    pub(super) inside: Phrases<()>,
    /// Shortened names of units and countries, exactly as written but without full stops, to ISO 3166 codes.
    pub(super) short: FxHashMap<String, String>,
    /// The same in capitals.
    pub(super) shouted: FxHashMap<String, String>,
    /// Behind a name that is then a street's: "Street", "Avenue".
    pub(super) roads: FxHashSet<String>,
    /// Words without a capital that may stand inside an institution's name.
    pub(super) institution_inner: Phrases<()>,
    /// Abbreviations that begin a name and may carry a full stop: "St", "Mt".
    pub(super) starts: FxHashSet<String>,
    /// Prepositions that only a place follows: "in", "near".
    pub(super) after_in: FxHashSet<String>,
    /// "at".
    pub(super) after_at: FxHashSet<String>,
    /// "from", "to".
    pub(super) after_from: FxHashSet<String>,
    /// "of".
    pub(super) after_of: FxHashSet<String>,
    /// "the".
    pub(super) articles: FxHashSet<String>,
    /// Capitalized words before a place that are not its name: "South", "Downtown".
    pub(super) directions: FxHashSet<String>,
    /// Capitalized words behind a place that are not its name: "Police", "County", "High".
    pub(super) bodies: FxHashSet<String>,
    /// Words behind a place for what belongs to it: "resident", "area".
    pub(super) locals: FxHashSet<String>,
    /// Unit words that a name may do without: "State", "City".
    pub(super) loose_units: FxHashSet<String>,
    /// Capitalized words behind a place in the name of a paper, a team or a company: "Times", "Airlines".
    pub(super) press: FxHashSet<String>,
    /// The bodies among them that every place has: "Police", "Mayor".
    pub(super) services: FxHashSet<String>,
    /// The last word of a name that is a unit's: "County".
    pub(super) unit_names: FxHashSet<String>,
    /// What joins a party to a place by a hyphen: "D-Charleston".
    pub(super) party_letters: FxHashSet<String>,
    /// Endings of inflected names and of their basic forms, as written.
    pub(super) endings: Vec<(String, String)>,
    /// The same, folded.
    pub(super) folded_endings: Vec<(String, String)>,
    /// What is added to the odds of a place: the weights of the signs are those of English news.
    pub(super) trust: f32,
    /// Whether the gazetteer's own names are in this language, so that others are by-names.
    pub(super) has_own_names: bool,
    /// Whether every noun has a capital, so that a capital says little.
    pub(super) has_capital_nouns: bool,
    /// Countries that a text in this language likely speaks of.
    pub(super) home: Vec<[u8; 2]>,
    /// The same where only one word for a tie is used: "twinning" is said in Britain and Ireland.
    pub(super) said_in: Vec<(String, Vec<[u8; 2]>)>,
    /// Whether an institution's head noun may stand without a capital.
    pub(super) has_lower_heads: bool,
    /// Folded endings of adjectives made from a town's name, and what they stand for.
    pub(super) adjectives: Vec<(String, String)>,
    /// What such an adjective ends in, folded.
    pub(super) adjective_ends: Vec<String>,
    /// What follows the adjective's stem, as written.
    pub(super) adjective_tails: Vec<String>,
    /// Units that are called after a town by an adjective.
    pub(super) called: Vec<Called>,
    /// Their words and bodies, each with its place in that list.
    pub(super) called_words: Phrases<usize>,
    /// The stems that end in a stressed "ой" in the masculine: "Тверской".
    pub(super) called_stressed: FxHashSet<String>,
    /// The stems of such names that no town has, to ISO 3166-2 codes.
    pub(super) called_regions: FxHashMap<String, String>,
    /// Names of days and months: none begins another name.
    days: FxHashSet<String>,
    /// The same for those that are given names or towns too: "May", "March".
    months_or_names: FxHashSet<String>,
    /// Before a month: "in", "early".
    date_leads: FxHashSet<String>,
    /// How institutions' names are declined, where they are.
    pub(super) declined: Declined,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Section {
    titles: Vec<String>,
    officers: Vec<String>,
    acronyms: BTreeMap<String, (String, String)>,
    bodies_of: BTreeMap<String, Vec<String>>,
    first_names: Vec<String>,
    speech: Vec<String>,
    particles: Vec<String>,
    inside: Vec<String>,
    short: BTreeMap<String, Vec<String>>,
    roads: Vec<String>,
    institution_inner: Vec<String>,
    starts: Vec<String>,
    lower_heads: bool,
    capital_nouns: bool,
    trust: f32,
    own_names: bool,
    home: Vec<String>,
    said_in: BTreeMap<String, Vec<String>>,
    after_in: Vec<String>,
    after_at: Vec<String>,
    after_from: Vec<String>,
    after_of: Vec<String>,
    articles: Vec<String>,
    directions: Vec<String>,
    bodies: Vec<String>,
    locals: Vec<String>,
    loose_units: Vec<String>,
    party_letters: Vec<String>,
    unit_names: Vec<String>,
    services: Vec<String>,
    press: Vec<String>,
    adjectives: Adjectives,
    called: Vec<Called>,
    called_regions: FxHashMap<String, String>,
    called_stressed: FxHashSet<String>,
    days: Vec<String>,
    months_or_names: Vec<String>,
    date_leads: Vec<String>,
    declined: Declined,
}

/// Endings before the adjective's own: "ск" of "тульский" with "а" for "Тула"; each goes with each tail ("ий", "ого").
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Adjectives {
    stems: Vec<(String, String)>,
    tails: Vec<String>,
}

impl Adjectives {
    /// The tails behind "к", or the stems where there is no tail.
    fn ends(&self) -> Vec<String> {
        let last = |stem: &str| stem.chars().last().map(String::from).unwrap_or_default();
        let mut ends: Vec<String> = self.stems.iter().map(|(stem, _)| last(stem)).collect();
        ends = ends
            .iter()
            .flat_map(|end| self.tails.iter().map(move |tail| gazetteer::fold(&[end, tail.as_str()].concat())))
            .collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    fn endings(&self) -> Vec<(String, String)> {
        let fold = |text: &str| gazetteer::fold(text);
        let each = self.stems.iter().flat_map(|stem| self.tails.iter().map(move |tail| (stem, tail)));
        each.map(|((from, to), tail)| (fold(&[from.as_str(), tail].concat()), fold(to))).collect()
    }
}

/// A unit that is called after a town: "Псковская область".
#[derive(Debug, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Called {
    /// The unit word in its basic form.
    pub(super) name: String,
    /// How the adjective before it ends.
    pub(super) ending: String,
    /// Whether it is smaller than what the gazetteer has.
    #[serde(default)]
    pub(super) is_district: bool,
    /// The word in every case, and the bodies that act for it.
    words: Vec<String>,
}

fn called_words(called: &[Called]) -> Phrases<usize> {
    let each = called.iter().enumerate().flat_map(|(at, unit)| unit.words.iter().map(move |word| (word, at)));
    Phrases::new(each.map(|(word, at)| (Phrase::parse(word), at)).collect())
}

/// How institutions' names are declined: only the head noun and the adjectives before it change.
#[derive(Debug, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Declined {
    /// Head nouns in their basic form, by gender.
    pub(super) heads: BTreeMap<String, Vec<String>>,
    /// Endings of an adjective and of its basic form, by gender.
    pub(super) adjectives: BTreeMap<String, Vec<(String, String)>>,
    /// Words without a capital behind a head that belong to the name: "языка и культуры".
    pub(super) tail: Vec<String>,
}

static LEXICONS: LazyLock<FxHashMap<&'static str, Lexicon>> =
    LazyLock::new(|| languages().iter().map(|language| (language.tag.as_str(), Lexicon::load(language))).collect());
static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

impl Lexicon {
    /// Whether small words without a capital belong to an institution's name, and a person may follow it at once.
    pub(super) fn is_declined(&self) -> bool {
        !self.declined.tail.is_empty()
    }

    /// "On Monday Lund University", "in early May Leeds": a date stands before the name without a comma.
    pub(super) fn is_date(&self, sentence: &Sentence, at: usize) -> bool {
        let word = sentence.word(at);
        let is_led = || at > 0 && self.date_leads.contains(sentence.word(at - 1));
        self.days.contains(word) || self.months_or_names.contains(word) && is_led()
    }

    /// The longest body that needs no introduction with whose name a folded text begins: the length of the name, its country.
    pub(super) fn known_body(&self, first: &str, text: &str) -> Option<(usize, [u8; 2])> {
        let names = self.known_bodies.get(first)?;
        let is_there =
            |name: &str| text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        names.iter().find(|(name, _)| is_there(name)).map(|(name, country)| (name.len(), *country))
    }

    /// The words of a language.
    pub(super) fn of(language: &Language) -> &'static Self {
        LEXICONS.get(language.tag.as_str()).unwrap_or(&NONE)
    }

    fn load(language: &Language) -> Self {
        let part = |key: &str| language.table.get(key).cloned();
        let tag = &language.tag;
        let section: Section = part("mention").map_or_else(Section::default, |table| parsed(tag, table));
        let endings: Vec<(String, String)> = part("endings").map_or_else(Vec::new, |list| parsed(tag, list));
        let set = |list: &[String]| list.iter().map(|word| gazetteer::fold(word)).collect();
        let phrases = |list: &[String]| Phrases::new(list.iter().map(|text| (Phrase::parse(text), ())).collect());
        Self {
            titles: set(&section.titles),
            officers: set(&section.officers),
            acronyms: acronyms(&section.acronyms),
            known_bodies: known_bodies(&section.bodies_of),
            first_names: first_names(language, &section),
            speech: set(&section.speech),
            particles: set(&section.particles),
            inside: phrases(&section.inside),
            short: short(&section.short, str::to_owned),
            shouted: short(&section.short, str::to_uppercase),
            roads: set(&section.roads),
            institution_inner: phrases(&section.institution_inner),
            starts: set(&section.starts),
            after_in: set(&section.after_in),
            after_at: set(&section.after_at),
            after_from: set(&section.after_from),
            after_of: set(&section.after_of),
            articles: set(&section.articles),
            directions: set(&section.directions),
            bodies: set(&section.bodies),
            locals: set(&section.locals),
            loose_units: set(&section.loose_units),
            party_letters: set(&section.party_letters),
            unit_names: set(&section.unit_names),
            services: set(&section.services),
            press: set(&section.press),
            folded_endings: language.endings.clone(),
            endings,
            trust: section.trust,
            has_own_names: section.own_names,
            has_capital_nouns: section.capital_nouns,
            home: codes(&section.home),
            said_in: section.said_in.iter().map(|(stem, home)| (gazetteer::fold(stem), codes(home))).collect(),
            has_lower_heads: section.lower_heads,
            adjectives: section.adjectives.endings(),
            adjective_ends: section.adjectives.ends(),
            adjective_tails: section.adjectives.tails,
            called_words: called_words(&section.called),
            called: section.called,
            called_regions: section.called_regions,
            called_stressed: section.called_stressed,
            days: set(&section.days),
            months_or_names: set(&section.months_or_names),
            date_leads: set(&section.date_leads),
            declined: section.declined,
        }
    }
}

/// A language's own given names; those in Latin letters are met in every language written so.
fn first_names(language: &Language, section: &Section) -> FxHashSet<String> {
    let is_latin = |names: &[String]| {
        names.iter().all(|name| name.is_ascii() || name.chars().any(|letter| letter.is_ascii_alphabetic()))
    };
    let fold = |names: &[String]| names.iter().map(|name| gazetteer::fold(name)).collect::<Vec<_>>();
    let others = languages().iter().filter(|other| other.tag != language.tag).filter_map(|other| {
        let names = other.table.get("mention")?.get("first_names")?.clone();
        Some(parsed::<Vec<String>>(&other.tag, names))
    });
    let shared = others.filter(|names| is_latin(names) && is_latin(&section.first_names));
    shared.flat_map(|names| fold(&names)).chain(fold(&section.first_names)).collect()
}

/// The files are ours and a test reads each: a fault in them is a bug.
fn parsed<T: serde::de::DeserializeOwned>(tag: &str, value: toml::Value) -> T {
    value.try_into().unwrap_or_else(|fault| panic!("languages/{tag}: {fault}"))
}

fn codes(list: &[String]) -> Vec<[u8; 2]> {
    list.iter().filter_map(|code| code.as_bytes().try_into().ok()).collect()
}

fn acronyms(table: &BTreeMap<String, (String, String)>) -> FxHashMap<String, (String, [u8; 2])> {
    let known = |(short, (full, country)): (&String, &(String, String))| {
        Some((gazetteer::fold(short), (full.clone(), country.as_bytes().try_into().ok()?)))
    };
    table.iter().filter_map(known).collect()
}

/// The longest of each first word comes first.
fn known_bodies(table: &BTreeMap<String, Vec<String>>) -> FxHashMap<String, Vec<(String, [u8; 2])>> {
    let mut known: FxHashMap<String, Vec<(String, [u8; 2])>> = FxHashMap::default();
    for (country, names) in table {
        let Ok(country) = country.as_bytes().try_into() else { continue };
        for name in names.iter().map(|name| gazetteer::fold(name)) {
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            known.entry(first).or_default().push((name, country));
        }
    }
    known.values_mut().for_each(|names| names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len())));
    known
}

fn short(table: &BTreeMap<String, Vec<String>>, spell: impl Fn(&str) -> String) -> FxHashMap<String, String> {
    let spelled = table.iter().flat_map(|(code, list)| list.iter().map(move |text| (text, code)));
    spelled.map(|(text, code)| (spell(text), code.clone())).collect()
}
