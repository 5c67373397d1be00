//! The catalogue of criteria: pure functions from what is known of two places to a value from 0 to 1, or *unknown*.
//!
//! One file each. A criterion says why in keys of the message files; how much it weighs is the brief's to say. To add one,
//! write its file, add it to [`CATALOGUE`], and add its sentences to the message files: `criterion-<id>` (its title),
//! `criterion-<id>-about` (what it measures and on what grounds), and those that its `explain` uses.

mod alike;
mod arctic;
mod climate;
mod coast;
mod complementary_sectors;
mod cover;
mod distance;
mod hours;
mod language;
mod needs;
mod role;
mod shared_hazards;
mod shared_sectors;
mod size;
mod ties;
mod universities;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod testing;

use model::PartyId;
use register::{Arg, ClaimKey, Reason};

use super::place::{Cited, Place};
use super::scene::{Cell, Scene};

/// What a criterion is worth for a pair, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// For the pair.
    pub both: f64,
    /// For the left alone.
    pub left: f64,
    /// For the right alone.
    pub right: f64,
}

/// What a criterion rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A source of the field, by its number in the docs.
    Source(&'static str),
    /// A choice of ours, since no source gives one.
    House,
}

/// A criterion.
#[derive(Debug)]
pub struct Criterion {
    /// Its short name, as in briefs and message keys.
    pub id: &'static str,
    /// What it rests on.
    pub basis: Basis,
    /// Its value for a pair, or `None` where data are missing. Called for every pair of a brief, so it makes no text.
    pub score: fn(&Scene<'_>, Cell) -> Option<Score>,
    /// The sentence for a pair: what speaks for it or against it, or which data are missing.
    pub explain: fn(&Scene<'_>, Cell) -> Reason,
}

/// Every criterion, in the order in which they are shown.
pub const CATALOGUE: &[Criterion] = &[
    ties::CRITERION,
    shared_sectors::CRITERION,
    complementary_sectors::CRITERION,
    needs::CRITERION,
    universities::CRITERION,
    shared_hazards::CRITERION,
    climate::CRITERION,
    coast::CRITERION,
    arctic::CRITERION,
    role::CRITERION,
    size::CRITERION,
    language::CRITERION,
    hours::CRITERION,
    distance::CRITERION,
    cover::CRITERION,
];

/// The keys of the sentences that criteria give; every message file has them all.
pub const REASON_KEYS: &[&str] = &[
    "match-ties",
    "match-ties-none",
    "match-shared-sectors",
    "match-shared-sectors-few",
    "match-shared-sectors-none",
    "match-shared-sectors-unknown",
    "match-complementary-sectors",
    "match-complementary-sectors-one",
    "match-complementary-sectors-none",
    "match-complementary-sectors-unknown",
    "match-needs",
    "match-needs-one",
    "match-needs-none",
    "match-needs-unknown",
    "match-universities",
    "match-universities-few",
    "match-universities-unknown",
    "match-shared-hazards",
    "match-shared-hazards-few",
    "match-shared-hazards-none",
    "match-shared-hazards-unknown",
    "match-climate",
    "match-climate-few",
    "match-climate-none",
    "match-climate-unknown",
    "match-coast",
    "match-coast-both",
    "match-coast-inland",
    "match-coast-none",
    "match-coast-unknown",
    "match-arctic",
    "match-arctic-neither",
    "match-arctic-none",
    "match-arctic-unknown",
    "match-role",
    "match-role-few",
    "match-role-none",
    "match-role-unknown",
    "match-size",
    "match-size-none",
    "match-size-unknown",
    "match-language",
    "match-language-none",
    "match-language-unknown",
    "match-hours",
    "match-hours-days",
    "match-hours-none",
    "match-hours-unknown",
    "match-distance",
    "match-distance-unknown",
    "match-cover",
    "match-cover-none",
];

/// The words that the bundled register uses for places, by the list that names them in the message files.
pub const WORDS: &[(&str, &[&str])] = &[
    (
        "sector",
        &[
            "oil_gas",
            "mining",
            "agriculture",
            "food",
            "forestry",
            "fisheries",
            "aerospace",
            "space",
            "automotive",
            "shipbuilding",
            "machinery",
            "electronics",
            "it",
            "finance",
            "tourism",
            "defence",
            "metals",
            "chemicals",
            "pharma",
            "biotech",
            "medicine",
            "nuclear",
            "hydropower",
            "wind_power",
            "geothermal",
            "power_generation",
            "universities_research",
            "transport_logistics",
            "film_media",
            "textiles",
            "construction",
            "government",
        ],
    ),
    (
        "hazard",
        &[
            "volcano",
            "earthquake",
            "tsunami",
            "permafrost",
            "flood",
            "wildfire",
            "hurricane",
            "typhoon",
            "tornado",
            "drought",
            "heat",
            "avalanche",
            "landslide",
            "winter_storm",
            "storm_surge",
        ],
    ),
    ("climate", &["A", "B", "C", "D", "E"]),
    ("coast", &["atlantic", "pacific", "gulf", "great_lakes", "arctic", "baltic", "black_sea", "azov", "caspian"]),
    (
        "role",
        &["country", "region", "federal-city", "capital", "regional-capital", "county", "city", "institution", "port"],
    ),
    ("language", &["en", "ru", "uk", "de", "pl", "fr", "es", "cs", "lt", "nl", "da", "sv", "fi", "it", "pt", "hu"]),
];

/// The number of a criterion by its name.
#[must_use]
pub fn position(id: &str) -> Option<usize> {
    CATALOGUE.iter().position(|criterion| criterion.id == id)
}

impl Score {
    /// The same for all.
    #[must_use]
    pub fn same(value: f64) -> Self {
        Self { both: value, left: value, right: value }
    }
}

/// The two places of a cell.
fn places<'a>(scene: &'a Scene<'_>, (left, right): Cell) -> (&'a Place, &'a Place) {
    (&scene.left[left], &scene.right[right])
}

/// Makes the reason of a criterion, step by step.
#[derive(Debug)]
struct Why(Reason);

impl Why {
    /// A reason about two places: the sentence can use `$left` and `$right`.
    fn new(key: &'static str, scene: &Scene<'_>, cell: Cell) -> Self {
        let (left, right) = places(scene, cell);
        let reason = Reason { key, args: Vec::new(), claims: Vec::new() };
        Self(reason).place("left", scene, left).place("right", scene, right)
    }

    /// Names a place: in the language of the reader where the register knows it, else as the brief writes it.
    fn place(mut self, name: &'static str, scene: &Scene<'_>, place: &Place) -> Self {
        if scene.register.party_key(&place.id).is_some() {
            return self.party(name, &place.id);
        }
        self.0.args.push((name, Arg::Text(place.name.clone())));
        self
    }

    fn party(mut self, name: &'static str, party: &PartyId) -> Self {
        self.0.args.push((name, Arg::Party(party.clone())));
        self
    }

    fn number(mut self, name: &'static str, number: u64) -> Self {
        self.0.args.push((name, Arg::Number(number)));
        self
    }

    /// The sentence for missing data: `$missing` names the place that lacks them if `$n_missing` is one, not both.
    fn unknown(key: &'static str, scene: &Scene<'_>, cell: Cell, is_known: [bool; 2]) -> Reason {
        let (left, right) = places(scene, cell);
        let n_missing = is_known.iter().filter(|known| !**known).count() as u64;
        let missing = if is_known[0] { right } else { left };
        Self::new(key, scene, cell).number("n_missing", n_missing).place("missing", scene, missing).done()
    }

    fn words(mut self, name: &'static str, list: &'static str, words: &[impl AsRef<str>]) -> Self {
        let words = words.iter().map(|word| word.as_ref().to_owned()).collect();
        self.0.args.push((name, Arg::Words(list, words)));
        self
    }

    fn word(mut self, name: &'static str, list: &'static str, word: &'static str) -> Self {
        self.0.args.push((name, Arg::Word(list, word)));
        self
    }

    /// The claims it rests on, each once.
    fn on<'a, T: 'a>(mut self, facts: impl IntoIterator<Item = &'a Cited<T>>) -> Self {
        facts.into_iter().filter_map(|fact| fact.claim).for_each(|claim| self.add(claim));
        self
    }

    fn add(&mut self, claim: ClaimKey) {
        if !self.0.claims.contains(&claim) {
            self.0.claims.push(claim);
        }
    }

    fn done(self) -> Reason {
        self.0
    }
}
