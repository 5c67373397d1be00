//! The languages' files into tables.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::phrase::{Phrase, Phrases};
use super::signs::{LINK, PARTY, SignWords};
use super::words::{ActivityWord, Cue, Refer, Role, StatusWord, TieWord, UnitWord};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/languages");

/// One language's tables, ready for use.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag, such as `en`.
    pub tag: String,
    pub(crate) stopwords: FxHashSet<String>,
    pub(crate) abbreviations: FxHashSet<String>,
    pub(crate) cues: Phrases<Cue>,
    pub(crate) roles: Phrases<Role>,
    pub(crate) units_before: Phrases<UnitWord>,
    pub(crate) units_after: Phrases<UnitWord>,
    pub(crate) demonyms: Phrases<[u8; 2]>,
    pub(crate) institutions: Institutions,
    pub(crate) endings: Vec<(String, String)>,
    /// The names of the topics, by the number that [`Cue::Topic`] carries.
    pub(crate) topics: Vec<String>,
    /// Names that are no places in running text, such as a first name or a month.
    pub(crate) not_places: FxHashSet<String>,
    /// The words that say where in a text something may be told of ties.
    pub(crate) signs: SignWords,
    /// The whole merged table, for parts that read their own section (dates).
    pub(crate) table: toml::Table,
}

/// How institutions are named.
#[derive(Debug, Default)]
pub(crate) struct Institutions {
    /// The noun that makes a name an institution's: university, institute, museum.
    pub(crate) heads: Phrases<()>,
    /// Words that may stand inside such a name without a capital: of, for, and, the.
    pub(crate) inner: FxHashSet<String>,
    /// Parts of a body that act for it: school of, faculty of.
    pub(crate) parts: Phrases<()>,
    /// What makes a name a company's, which is no party: Ltd, Inc.
    pub(crate) companies: Phrases<()>,
    /// Nouns of bodies that are called by the rest of their name: university.
    pub(crate) short: FxHashSet<String>,
    /// What a body's own schools are called behind its name: "Massey Business School" is a part of Massey University.
    pub(crate) wings: FxHashSet<String>,
    /// What a body has at a place: "the Kazan campus of A University".
    pub(crate) seats: FxHashSet<String>,
    /// What makes a name a building's: "University House".
    pub(crate) rooms: FxHashSet<String>,
    /// Titles of those whom bodies are named after: "King Saud University".
    pub(crate) patrons: FxHashSet<String>,
    /// Words with a capital that only begin a sentence before such a name: "Both Massey University and …". Where a language
    /// lists none, all words that are no names do.
    pub(crate) openers: FxHashSet<String>,
    /// Nouns in the plural, each with its singular: "Massey and Lincoln Universities" are two bodies.
    pub(crate) plurals: Vec<(String, String)>,
    /// Bodies of a place that act for it: city council, mayor's office.
    pub(crate) for_place: Phrases<()>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    #[serde(default)]
    stopwords: Vec<String>,
    #[serde(default)]
    abbreviations: Vec<String>,
    #[serde(default)]
    not_places: Vec<String>,
    #[serde(default)]
    tie: BTreeMap<TieWord, Vec<String>>,
    #[serde(default)]
    status: BTreeMap<StatusWord, Vec<String>>,
    #[serde(default)]
    activity: BTreeMap<ActivityWord, Vec<String>>,
    #[serde(default)]
    refer: BTreeMap<Refer, Vec<String>>,
    #[serde(default)]
    other: BTreeMap<OtherWord, Vec<String>>,
    #[serde(default)]
    topic: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    role: BTreeMap<Role, Vec<String>>,
    #[serde(default)]
    unit: Units,
    #[serde(default)]
    demonym: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    institution: InstitutionTable,
    #[serde(default)]
    endings: Vec<(String, String)>,
    #[serde(default)]
    gate: GateTable,
    /// Read by the dates' own loader.
    #[serde(default, rename = "date")]
    _date: toml::Table,
    /// Read by the mentions' own loader.
    #[serde(default, rename = "mention")]
    _mention: toml::Table,
    /// Read by the claims' own loader.
    #[serde(default, rename = "claim")]
    _claim: toml::Table,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Units {
    before: BTreeMap<UnitWord, Vec<String>>,
    after: BTreeMap<UnitWord, Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct InstitutionTable {
    heads: Vec<String>,
    inner: Vec<String>,
    parts: Vec<String>,
    companies: Vec<String>,
    plurals: Vec<(String, String)>,
    short: Vec<String>,
    wings: Vec<String>,
    seats: Vec<String>,
    rooms: Vec<String>,
    openers: Vec<String>,
    patrons: Vec<String>,
    for_place: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct GateTable {
    shows: Vec<String>,
    common: Vec<String>,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum OtherWord {
    Not,
    Negation,
    Denial,
    Hope,
    Purpose,
    CalledOff,
    Background,
    Kinds,
    Envoy,
    Praise,
    Vague,
    Registry,
    Listed,
    Condition,
    Protest,
    Silence,
    Money,
    Founding,
    Loose,
    Counted,
    About,
    Over,
    Carrier,
    Speech,
    Office,
    Group,
    Instrument,
}

impl OtherWord {
    const fn cue(self) -> Cue {
        match self {
            Self::Not => Cue::Not,
            Self::Negation => Cue::Negation,
            Self::Denial => Cue::Denial,
            Self::Hope => Cue::Hope,
            Self::Purpose => Cue::Purpose,
            Self::CalledOff => Cue::CalledOff,
            Self::Background => Cue::Background,
            Self::Kinds => Cue::Kinds,
            Self::Envoy => Cue::Envoy,
            Self::Praise => Cue::Praise,
            Self::Vague => Cue::Vague,
            Self::Founding => Cue::Founding,
            Self::Registry => Cue::Registry,
            Self::Listed => Cue::Listed,
            Self::Condition => Cue::Condition,
            Self::Protest => Cue::Protest,
            Self::Silence => Cue::Silence,
            Self::Money => Cue::Money,
            Self::Loose => Cue::Loose,
            Self::Counted => Cue::Counted,
            Self::About => Cue::About,
            Self::Over => Cue::Over,
            Self::Carrier => Cue::Carrier,
            Self::Speech => Cue::Speech,
            Self::Office => Cue::Office,
            Self::Group => Cue::Group,
            Self::Instrument => Cue::Instrument,
        }
    }
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let mut all: Vec<Language> = FOLDER
        .dirs()
        .map(|folder| {
            let tag = folder.path().to_string_lossy().into_owned();
            let table = merged(folder);
            // The files are ours and a test reads each: a fault in them is a bug.
            let tables: Tables = table.clone().try_into().unwrap_or_else(|fault| panic!("languages/{tag}: {fault}"));
            language(tag, &tables, table)
        })
        .collect();
    all.sort_by(|a, b| a.tag.cmp(&b.tag));
    all
});

/// All languages, in order of their tags.
pub(crate) fn languages() -> &'static [Language] {
    &LANGUAGES
}

/// One table of all the folder's files; tables and lists of the same name are joined.
fn merged(folder: &Dir<'_>) -> toml::Table {
    let mut all = toml::Table::new();
    for file in folder.files() {
        let text = file.contents_utf8().unwrap_or_default();
        let table: toml::Table =
            text.parse().unwrap_or_else(|fault| panic!("languages/{}: {fault}", file.path().display()));
        join(&mut all, table);
    }
    all
}

fn join(all: &mut toml::Table, more: toml::Table) {
    for (key, value) in more {
        match (all.get_mut(&key), value) {
            (Some(toml::Value::Table(there)), toml::Value::Table(more)) => join(there, more),
            (Some(toml::Value::Array(there)), toml::Value::Array(more)) => there.extend(more),
            (_, value) => {
                all.insert(key, value);
            }
        }
    }
}

fn language(tag: String, tables: &Tables, table: toml::Table) -> Language {
    let mut cues: Vec<(Phrase, Cue)> = Vec::new();
    let mut add = |list: &[String], cue: Cue| cues.extend(list.iter().map(|text| (Phrase::parse(text), cue)));
    for (word, list) in &tables.tie {
        add(list, Cue::Tie(*word));
    }
    for (word, list) in &tables.status {
        add(list, Cue::Status(*word));
    }
    for (word, list) in &tables.activity {
        add(list, Cue::Activity(*word));
    }
    for (word, list) in &tables.refer {
        add(list, Cue::Refer(*word));
    }
    for (word, list) in &tables.other {
        add(list, word.cue());
    }
    let mut topics = Vec::new();
    for (name, list) in &tables.topic {
        add(list, Cue::Topic(u8::try_from(topics.len()).unwrap_or(u8::MAX)));
        topics.push(name.clone());
    }
    let signs = signs(&cues, tables);
    Language {
        tag,
        signs,
        stopwords: folded(&tables.stopwords),
        abbreviations: folded(&tables.abbreviations),
        not_places: folded(&tables.not_places),
        cues: Phrases::new(cues),
        roles: by_meaning(&tables.role),
        units_before: by_meaning(&tables.unit.before),
        units_after: by_meaning(&tables.unit.after),
        demonyms: demonyms(&tables.demonym),
        institutions: Institutions {
            heads: plain(&tables.institution.heads),
            inner: folded(&tables.institution.inner),
            parts: plain(&tables.institution.parts),
            companies: plain(&tables.institution.companies),
            short: folded(&tables.institution.short),
            wings: folded(&tables.institution.wings),
            seats: folded(&tables.institution.seats),
            rooms: folded(&tables.institution.rooms),
            patrons: folded(&tables.institution.patrons),
            openers: folded(&tables.institution.openers),
            plurals: (tables.institution.plurals.iter())
                .map(|(plural, singular)| (gazetteer::fold(plural), singular.clone()))
                .collect(),
            for_place: plain(&tables.institution.for_place),
        },
        endings: tables.endings.iter().map(|(from, to)| (gazetteer::fold(from), gazetteer::fold(to))).collect(),
        topics,
        table,
    }
}

fn folded(words: &[String]) -> FxHashSet<String> {
    words.iter().map(|word| gazetteer::fold(word)).collect()
}

fn plain(list: &[String]) -> Phrases<()> {
    Phrases::new(list.iter().map(|text| (Phrase::parse(text), ())).collect())
}

fn by_meaning<T: Copy>(table: &BTreeMap<T, Vec<String>>) -> Phrases<T> {
    let phrases = table.iter().flat_map(|(meaning, list)| list.iter().map(|text| (Phrase::parse(text), *meaning)));
    Phrases::new(phrases.collect())
}

fn demonyms(table: &BTreeMap<String, Vec<String>>) -> Phrases<[u8; 2]> {
    let phrases = table.iter().flat_map(|(country, list)| {
        let code = <[u8; 2]>::try_from(country.as_bytes()).unwrap_or(*b"??");
        list.iter().map(move |text| (Phrase::parse(text), code))
    });
    Phrases::new(phrases.collect())
}

/// The signs of the phrases that name ties, speak of work done together, or name who can be a party.
fn signs(cues: &[(Phrase, Cue)], tables: &Tables) -> SignWords {
    let of_cues = cues.iter().filter_map(|(phrase, cue)| Some((phrase, cue.sign()?)));
    let units = [&tables.unit.before, &tables.unit.after].into_iter().flat_map(BTreeMap::values);
    let others = [&tables.institution.heads, &tables.institution.for_place, &tables.gate.shows];
    let parties: Vec<Phrase> = units.chain(others).flatten().map(|text| Phrase::parse(text)).collect();
    let links: Vec<Phrase> =
        tables.role.get(&Role::Between).into_iter().flatten().map(|text| Phrase::parse(text)).collect();
    let all =
        of_cues.chain(parties.iter().map(|phrase| (phrase, PARTY))).chain(links.iter().map(|phrase| (phrase, LINK)));
    SignWords::new(all, &tables.gate.common.iter().map(|word| word.trim_end_matches('*')).collect())
}
