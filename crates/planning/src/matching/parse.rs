//! TOML into a [`Brief`], with the line of every fault.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::{PartyId, TieClass};
use register::{Body, Doing, Standing};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::brief::{
    Brief, BriefWording, Existing, GateAsk, Grounds, Objective, PairRule, Partners, PlaceRule, SideBrief, Weights,
};
use super::criteria::{self, CATALOGUE};
use super::fault::{BriefError, Fault};
use super::place::{Cited, Place, Several};

type Outcome<T> = Result<T, BriefError>;
type Word = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    title: String,
    question: String,
    class: Option<Word>,
    true_on: Option<Word>,
    known_on: Option<Word>,
    left: Spanned<SideFile>,
    right: Spanned<SideFile>,
    objective: Option<Spanned<ObjectiveFile>>,
    candidates: Option<Spanned<i64>>,
    #[serde(default)]
    existing: ExistingFile,
    #[serde(default)]
    unknown: UnknownFile,
    gates: Option<GatesFile>,
    criteria: BTreeMap<Word, Spanned<toml::Value>>,
    #[serde(default)]
    weighting: BTreeMap<String, BTreeMap<Word, Spanned<toml::Value>>>,
    #[serde(default)]
    must: Vec<Spanned<PairFile>>,
    #[serde(default)]
    must_not: Vec<Spanned<PairFile>>,
    #[serde(default)]
    closed: Vec<Spanned<ClosedFile>>,
    #[serde(default)]
    capacity: Vec<Spanned<CapacityFile>>,
    #[serde(default)]
    place: Vec<Spanned<PlaceFile>>,
    renew_months: Option<u32>,
    #[serde(default, rename = "in")]
    translations: BTreeMap<String, Spanned<WordingFile>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    title: String,
    question: String,
    #[serde(default)]
    weighting: BTreeMap<Word, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SideFile {
    units: Units,
    #[serde(default)]
    partners: PartnersFile,
}

/// A unit list by name, or places.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Units {
    List(String),
    Places(Vec<String>),
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartnersFile {
    min: Option<i64>,
    max: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ObjectiveFile {
    kind: Word,
    proposing: Option<Word>,
    k: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ExistingFile {
    first: bool,
    classes: Vec<Word>,
    standing: BTreeMap<Word, Spanned<f64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct UnknownFile {
    counts_for: Option<Spanned<f64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GatesFile {
    #[serde(rename = "use", default = "yes")]
    on: bool,
    body: Word,
    activity: Word,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PairFile {
    pair: [String; 2],
    why: String,
    #[serde(default, rename = "in")]
    translations: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosedFile {
    place: String,
    since: Option<Word>,
    why: String,
    #[serde(default, rename = "in")]
    translations: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CapacityFile {
    place: String,
    #[serde(flatten)]
    partners: PartnersFile,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    id: Word,
    name: String,
    country: Option<String>,
    location: Option<[f64; 2]>,
    population: Option<u64>,
    utc_offset: Option<f64>,
    renewed: Option<Word>,
    #[serde(default)]
    arctic: bool,
    #[serde(default)]
    coasts: Vec<String>,
    #[serde(default)]
    climates: Vec<String>,
    #[serde(default)]
    sectors: Vec<String>,
    #[serde(default)]
    hazards: Vec<String>,
    #[serde(default)]
    universities: Vec<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    offers: Vec<String>,
}

fn grounds(text: &str, translations: &BTreeMap<String, String>) -> Grounds {
    Grounds { text: text.to_owned(), translations: translations.clone() }
}

/// The line of a byte, from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// TOML of some shape, or the parser's words and the line.
pub(super) fn toml<T: DeserializeOwned>(text: &str) -> Outcome<T> {
    toml::from_str(text).map_err(|error| BriefError {
        line: error.span().map(|span| line_of(text, span.start)),
        fault: Fault::Syntax(error.message().to_owned()),
    })
}

pub(super) fn brief(text: &str) -> Outcome<Brief> {
    let file: File = toml(text)?;
    let read = Read { text };
    let weights = read.weights(&Weights::none(), &file.criteria)?;
    if weights.both.iter().all(|weight| *weight == 0.0) {
        return Err(BriefError { line: None, fault: Fault::NoWeight });
    }
    let weightings = file.weighting.iter().map(|(name, table)| Ok((name.clone(), read.weights(&weights, table)?)));
    let translations =
        file.translations.iter().map(|(tag, words)| Ok((tag.clone(), read.wording(words, &file.weighting)?)));
    Ok(Brief {
        weightings: weightings.collect::<Outcome<_>>()?,
        translations: translations.collect::<Outcome<_>>()?,
        weights,
        class: file.class.as_ref().map_or(Ok(TieClass::Full), |word| read.class(word))?,
        true_on: read.day(file.true_on.as_ref())?,
        known_on: read.day(file.known_on.as_ref())?,
        left: read.side(&file.left)?,
        right: read.side(&file.right)?,
        objective: file.objective.as_ref().map_or(Ok(Objective::Total), |found| read.objective(found))?,
        candidates: file.candidates.as_ref().map_or(Ok(5), |found| read.count("candidates", found, 1))?,
        existing: read.existing(&file.existing)?,
        unknown: file.unknown.counts_for.as_ref().map_or(Ok(0.5), |found| read.share("counts_for", found))?,
        gates: file.gates.filter(|gates| gates.on).map(|gates| read.gates(&gates)).transpose()?,
        must: file.must.iter().map(|rule| read.pair(rule)).collect::<Outcome<_>>()?,
        must_not: file.must_not.iter().map(|rule| read.pair(rule)).collect::<Outcome<_>>()?,
        closed: file.closed.iter().map(|rule| read.closed(rule)).collect::<Outcome<_>>()?,
        capacities: file.capacity.iter().map(|rule| read.capacity(rule)).collect::<Outcome<_>>()?,
        places: read.places(&file.place)?,
        renew_months: file.renew_months.unwrap_or(6),
        id: file.id,
        title: file.title,
        question: file.question,
    })
}

/// Reads the parts of a file, knowing where each stands.
struct Read<'a> {
    text: &'a str,
}

impl Read<'_> {
    fn line<T>(&self, found: &Spanned<T>) -> usize {
        line_of(self.text, found.span().start)
    }

    fn fault<T, U>(&self, at: &Spanned<U>, fault: Fault) -> Outcome<T> {
        Err(BriefError::at(self.line(at), fault))
    }

    /// The words of another language, of weightings that the brief has.
    fn wording<T>(&self, file: &Spanned<WordingFile>, known: &BTreeMap<String, T>) -> Outcome<BriefWording> {
        let words = file.as_ref();
        if let Some(word) = words.weighting.keys().find(|word| !known.contains_key(word.as_ref())) {
            let allowed = known.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            return self.fault(word, Fault::Word { what: "weighting", found: word.as_ref().clone(), allowed });
        }
        let weightings = words.weighting.iter().map(|(name, said)| (name.as_ref().clone(), said.clone()));
        Ok(BriefWording {
            title: words.title.clone(),
            question: words.question.clone(),
            weightings: weightings.collect(),
        })
    }

    fn class(&self, word: &Word) -> Outcome<TieClass> {
        TieClass::parse(word.as_ref()).or_else(|_| {
            let allowed = TieClass::WORDS.join(", ");
            self.fault(word, Fault::Word { what: "tie class", found: word.as_ref().clone(), allowed })
        })
    }

    fn day(&self, word: Option<&Word>) -> Outcome<Option<Date>> {
        let Some(word) = word else { return Ok(None) };
        let allowed = "a day such as \"2020-11-29\"".to_owned();
        let wrong = || Fault::Word { what: "day", found: word.as_ref().clone(), allowed };
        word.as_ref().parse().map(Some).or_else(|_| self.fault(word, wrong()))
    }

    fn id<T>(&self, at: &Spanned<T>, text: &str) -> Outcome<PartyId> {
        PartyId::parse(text).or_else(|_| self.fault(at, Fault::UnknownPlace { place: text.to_owned() }))
    }

    fn count(&self, what: &str, found: &Spanned<i64>, least: i64) -> Outcome<usize> {
        let number = *found.as_ref();
        let fault = || Fault::Number {
            what: what.to_owned(),
            found: number.to_string(),
            allowed: "a whole number from 1 to 1000",
        };
        if (least..=1000).contains(&number) {
            usize::try_from(number).or_else(|_| self.fault(found, fault()))
        } else {
            self.fault(found, fault())
        }
    }

    fn share(&self, what: &str, found: &Spanned<f64>) -> Outcome<f64> {
        let number = *found.as_ref();
        if (0.0..=1.0).contains(&number) {
            return Ok(number);
        }
        self.fault(
            found,
            Fault::Number { what: what.to_owned(), found: number.to_string(), allowed: "a number from 0 to 1" },
        )
    }

    fn side(&self, file: &Spanned<SideFile>) -> Outcome<SideBrief> {
        let side = file.as_ref();
        let (list, places) = match &side.units {
            Units::List(name) => (Some(name.clone()), Vec::new()),
            Units::Places(places) => {
                (None, places.iter().map(|place| self.id(file, place)).collect::<Outcome<Vec<_>>>()?)
            }
        };
        Ok(SideBrief { list, places, partners: self.partners(file, &side.partners, None)?, line: self.line(file) })
    }

    fn partners<T>(&self, at: &Spanned<T>, file: &PartnersFile, usual: Option<Partners>) -> Outcome<Partners> {
        let usual = usual.unwrap_or(Partners { min: 0, max: 1 });
        let read = |what: &str, number: Option<i64>, usual: u32| match number {
            None => Ok(usual),
            Some(number) => u32::try_from(number).or_else(|_| {
                let allowed = "a whole number, 0 or more";
                self.fault(at, Fault::Number { what: what.to_owned(), found: number.to_string(), allowed })
            }),
        };
        let min = read("min", file.min, usual.min)?;
        let max = read("max", file.max, usual.max.max(min))?;
        if min > max {
            let (what, found) = ("min".to_owned(), format!("{min}, and max is {max}"));
            return self.fault(at, Fault::Number { what, found, allowed: "a `min` that is not above `max`" });
        }
        Ok(Partners { min, max })
    }

    fn objective(&self, file: &Spanned<ObjectiveFile>) -> Outcome<Objective> {
        let objective = file.as_ref();
        let word = |what, found: &Word, allowed: &str| {
            self.fault(found, Fault::Word { what, found: found.as_ref().clone(), allowed: allowed.to_owned() })
        };
        match objective.kind.as_ref().as_str() {
            "total" => Ok(Objective::Total),
            "fair" => Ok(Objective::Fair),
            "stable" => match objective.proposing.as_ref() {
                None => Ok(Objective::Stable { left_proposes: true }),
                Some(side) if side.as_ref() == "left" => Ok(Objective::Stable { left_proposes: true }),
                Some(side) if side.as_ref() == "right" => Ok(Objective::Stable { left_proposes: false }),
                Some(side) => word("side", side, "left, right"),
            },
            "browse" => {
                let k = Spanned::new(file.span(), objective.k.unwrap_or(5));
                Ok(Objective::Browse { k: self.count("k", &k, 1)? })
            }
            _ => word("kind of objective", &objective.kind, "total, fair, stable, browse"),
        }
    }

    fn gates(&self, file: &GatesFile) -> Outcome<GateAsk> {
        let word = |what, found: &Word, allowed: String| {
            self.fault(found, Fault::Word { what, found: found.as_ref().clone(), allowed })
        };
        let (body, doing) = (Body::parse(file.body.as_ref()), Doing::parse(file.activity.as_ref()));
        let Some(body) = body else {
            let allowed = Body::ALL.iter().map(|body| body.word()).collect::<Vec<_>>().join(", ");
            return word("kind of body", &file.body, allowed);
        };
        let Some(doing) = doing else {
            let allowed = Doing::all().map(Doing::word).collect::<Vec<_>>().join(", ");
            return word("activity", &file.activity, allowed);
        };
        Ok(GateAsk { body, doing })
    }

    fn existing(&self, file: &ExistingFile) -> Outcome<Existing> {
        let mut existing = Existing { first: file.first, ..Existing::default() };
        existing.classes = file.classes.iter().map(|word| self.class(word)).collect::<Outcome<_>>()?;
        for (word, worth) in &file.standing {
            let allowed = || Standing::ALL.iter().map(|standing| standing.word()).collect::<Vec<_>>().join(", ");
            let Some(standing) = Standing::parse(word.as_ref()) else {
                let found = word.as_ref().clone();
                return self.fault(word, Fault::Word { what: "standing", found, allowed: allowed() });
            };
            existing.standing[standing as usize] = self.share(word.as_ref(), worth)?;
        }
        Ok(existing)
    }

    /// The weights of a table over those of another.
    fn weights(&self, usual: &Weights, table: &BTreeMap<Word, Spanned<toml::Value>>) -> Outcome<Weights> {
        let mut weights = usual.clone();
        for (word, value) in table {
            let Some(at) = criteria::position(word.as_ref()) else {
                let allowed = CATALOGUE.iter().map(|criterion| criterion.id).collect::<Vec<_>>().join(", ");
                return self.fault(word, Fault::Word { what: "criterion", found: word.as_ref().clone(), allowed });
            };
            self.weight(word, value, &mut weights, at)?;
        }
        Ok(weights)
    }

    /// `3`, or `{ weight = 3, left = 2, right = 4, unknown = 0.3 }`.
    fn weight(&self, word: &Word, value: &Spanned<toml::Value>, weights: &mut Weights, at: usize) -> Outcome<()> {
        let number = |what: &str, value: &toml::Value, most: f64| {
            let read =
                value.as_float().or_else(|| value.as_integer().and_then(|n| i32::try_from(n).ok()).map(f64::from));
            let allowed = if most > 1.0 { "a number from 0 to 1000" } else { "a number from 0 to 1" };
            match read.filter(|number| (0.0..=most).contains(number)) {
                Some(number) => Ok(number),
                None => self.fault(word, Fault::Number { what: what.to_owned(), found: shown(value), allowed }),
            }
        };
        let name = word.as_ref();
        let Some(table) = value.as_ref().as_table() else {
            let weight = number(&format!("the weight of {name}"), value.as_ref(), 1000.0)?;
            *weights = weights.with(at, weight);
            return Ok(());
        };
        if let Some(weight) = table.get("weight") {
            *weights = weights.with(at, number(&format!("the weight of {name}"), weight, 1000.0)?);
        }
        for (key, value) in table {
            match key.as_str() {
                "weight" => {}
                "left" => weights.left[at] = number(&format!("the weight of {name} for the left"), value, 1000.0)?,
                "right" => weights.right[at] = number(&format!("the weight of {name} for the right"), value, 1000.0)?,
                "unknown" => {
                    weights.unknown[at] = Some(number(&format!("what {name} counts for if unknown"), value, 1.0)?);
                }
                _ => {
                    let allowed = "weight, left, right, unknown".to_owned();
                    return self.fault(word, Fault::Word { what: "key of a criterion", found: key.clone(), allowed });
                }
            }
        }
        Ok(())
    }

    fn pair(&self, file: &Spanned<PairFile>) -> Outcome<PairRule> {
        let [left, right] = &file.as_ref().pair;
        let (left, right) = (self.id(file, left)?, self.id(file, right)?);
        let why = grounds(&file.as_ref().why, &file.as_ref().translations);
        Ok(PairRule { left, right, why, line: self.line(file) })
    }

    fn closed(&self, file: &Spanned<ClosedFile>) -> Outcome<PlaceRule> {
        let closed = file.as_ref();
        let (place, since) = (self.id(file, &closed.place)?, self.day(closed.since.as_ref())?);
        Ok(PlaceRule { place, since, why: grounds(&closed.why, &closed.translations), line: self.line(file) })
    }

    fn capacity(&self, file: &Spanned<CapacityFile>) -> Outcome<(PartyId, Partners, usize)> {
        let place = self.id(file, &file.as_ref().place)?;
        Ok((place, self.partners(file, &file.as_ref().partners, None)?, self.line(file)))
    }

    fn places(&self, files: &[Spanned<PlaceFile>]) -> Outcome<Vec<Place>> {
        let mut places: Vec<Place> = Vec::with_capacity(files.len());
        let mut seen = rustc_hash::FxHashSet::default();
        for file in files {
            let place = self.place(file)?;
            if !seen.insert(place.id.clone()) {
                return self.fault(file, Fault::Twice { place: place.id.to_string() });
            }
            places.push(place);
        }
        Ok(places)
    }

    fn place(&self, at: &Spanned<PlaceFile>) -> Outcome<Place> {
        let file = at.as_ref();
        let mut place = Place::new(self.id(&file.id, file.id.as_ref())?, file.name.clone());
        if let Some(country) = &file.country {
            place.country.clone_from(country);
        }
        let wrong = |what: &str, found: String, allowed| Fault::Number {
            what: format!("the {what} of {}", file.name),
            found,
            allowed,
        };
        if let Some([lat, lon]) = file.location {
            if !((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)) {
                let allowed = "latitude and longitude in degrees";
                return self.fault(at, wrong("location", format!("{lat}, {lon}"), allowed));
            }
            place.location = Some(said((lat, lon)));
        }
        if let Some(hours) = file.utc_offset {
            if !(-12.0..=14.0).contains(&hours) {
                return self.fault(at, wrong("utc_offset", hours.to_string(), "hours east of UTC, -12 to 14"));
            }
            #[expect(clippy::cast_possible_truncation, reason = "at most 840 minutes")]
            let minutes = (hours * 60.0).round() as i32;
            place.utc_offset = Some(said(minutes));
        }
        place.population = file.population.map(said);
        place.arctic = file.arctic.then(|| said(()));
        place.renewed = self.day(file.renewed.as_ref())?;
        place.line = Some(self.line(at));
        place.coasts = several(&file.coasts);
        place.climates = several(&file.climates);
        place.sectors = several(&file.sectors);
        place.hazards = several(&file.hazards);
        place.universities = several(&file.universities);
        place.roles = several(&file.roles);
        place.languages = several(&file.languages);
        place.needs = several(&file.needs);
        place.offers = several(&file.offers);
        place.sort();
        Ok(place)
    }
}

/// A value as the writer would know it again.
fn shown(value: &toml::Value) -> String {
    match value {
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::String(text) => format!("`{text}`"),
        other => format!("of the type {}", other.type_str()),
    }
}

/// A value that the brief itself says.
fn said<T>(value: T) -> Cited<T> {
    Cited { value, claim: None }
}

fn several(words: &[String]) -> Several {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort();
    words.dedup();
    words.into_iter().map(|word| said(word.clone())).collect()
}
