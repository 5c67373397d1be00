//! Counts as definitions: a number is worth what its written definition, its day and its list are worth.
//!
//! A definition is a TOML file. The count gives the number, the list behind it, and for each disputed tie why it is in or
//! out; beside it stand the numbers that others stated, with how far apart they are and why.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::{Bound, CountUnit, Fact, PartyKind, Period, StatedCount, TieClass, TieId};
use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::as_of::{AsOf, day_number, months_between};
use crate::axes::{Pulse, Standing};
use crate::fold::Register;
use crate::keys::{ClaimKey, PartyKey, TieKey};
use crate::reason::{Arg, Reason};
use crate::view::{TieState, View};

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Ties, each once.
    Pairs,
    /// Different places on the side of this country, each once.
    Places {
        /// The country's id, such as `us`.
        country: String,
    },
}

/// What to do with ties of which nobody says whether they are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnknownRule {
    /// Count them.
    In,
    /// Leave them out.
    Out,
    /// Leave them out of the number, and list them as disputed.
    Disputed,
}

/// A definition's words in another language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Its title.
    pub title: String,
    /// What it counts, in a sentence or two.
    pub description: String,
}

/// A written definition of a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Its short name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it counts, in a sentence or two.
    pub description: String,
    /// The two countries or units.
    pub between: TieId,
    /// The levels counted (`city`, `county`, `state`, `institution`); empty for all.
    pub levels: Vec<String>,
    /// The classes counted; empty for all.
    pub classes: Vec<TieClass>,
    /// The standings counted; empty for all.
    pub standings: Vec<Standing>,
    /// What to do when the standing is unknown.
    pub unknown: UnknownRule,
    /// The pulses counted; empty for all.
    pub pulses: Vec<Pulse>,
    /// Topics of which the tie's activities must have had one; empty for any or none.
    pub topics: Vec<String>,
    /// A registry that must list the tie.
    pub registry: Option<String>,
    /// What is counted.
    pub unit: Unit,
    /// The title and the description in other languages, by their tags (`ru`).
    pub translations: BTreeMap<String, Wording>,
}

/// The file form of a definition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DefinitionFile {
    id: String,
    title: String,
    description: String,
    between: Vec<String>,
    #[serde(default)]
    level: Vec<String>,
    #[serde(default)]
    class: Vec<String>,
    #[serde(default)]
    standing: Vec<String>,
    unknown: UnknownRule,
    #[serde(default)]
    pulse: Vec<String>,
    #[serde(default)]
    topic: Vec<String>,
    registry: Option<String>,
    #[serde(default)]
    places_of: Option<String>,
    #[serde(default, rename = "in")]
    translations: BTreeMap<String, Wording>,
}

/// What is wrong with a definition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DefinitionError {
    /// Not TOML, a missing or an unknown key.
    #[error("the definition cannot be read: {message}")]
    Syntax {
        /// The parser's words, with line and column.
        message: String,
    },
    /// A word that its list does not have.
    #[error("`{found}` is not a {key}")]
    Word {
        /// The key.
        key: &'static str,
        /// The word found.
        found: String,
        /// The words allowed.
        allowed: String,
    },
    /// `between` must name two parties.
    #[error("between: {message}")]
    Between {
        /// Why not.
        message: String,
    },
}

impl DefinitionError {
    /// What the reader can do.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Syntax { .. } => {
                "the keys are id, title, description, between, level, class, standing, unknown (in, \
                                    out or disputed), pulse, topic, registry, places_of and [in.ru] with title and description"
                    .to_owned()
            }
            Self::Word { allowed, .. } => format!("use one of: {allowed}"),
            Self::Between { .. } => "name two countries or units, such as between = [\"us\", \"ru\"]".to_owned(),
        }
    }
}

const LEVELS: [&str; 4] = ["city", "county", "state", "institution"];

impl Definition {
    /// Reads a definition from TOML.
    ///
    /// # Errors
    /// [`DefinitionError`] with what was found and what is allowed.
    pub fn parse(text: &str) -> Result<Self, DefinitionError> {
        let file: DefinitionFile = toml::from_str(text)
            .map_err(|error| DefinitionError::Syntax { message: error.to_string().trim().to_owned() })?;
        let between = TieId::parse(&file.between.join("~"))
            .map_err(|error| DefinitionError::Between { message: error.to_string() })?;
        if let Some(level) = file.level.iter().find(|level| !LEVELS.contains(&level.as_str())) {
            return Err(DefinitionError::Word { key: "level", found: level.clone(), allowed: LEVELS.join(", ") });
        }
        let classes = file.class.iter().map(|word| {
            TieClass::parse(word).map_err(|_| DefinitionError::Word {
                key: "class",
                found: word.clone(),
                allowed: TieClass::WORDS.join(", "),
            })
        });
        let standings = file.standing.iter().map(|word| {
            Standing::parse(word).ok_or_else(|| DefinitionError::Word {
                key: "standing",
                found: word.clone(),
                allowed: Standing::ALL.iter().map(|s| s.word()).collect::<Vec<_>>().join(", "),
            })
        });
        let pulses = file.pulse.iter().map(|word| {
            Pulse::parse(word).ok_or_else(|| DefinitionError::Word {
                key: "pulse",
                found: word.clone(),
                allowed: Pulse::ALL.iter().map(|pulse| pulse.word()).collect::<Vec<_>>().join(", "),
            })
        });
        Ok(Self {
            pulses: pulses.collect::<Result<_, _>>()?,
            topics: file.topic,
            classes: classes.collect::<Result<_, _>>()?,
            standings: standings.collect::<Result<_, _>>()?,
            id: file.id,
            title: file.title,
            description: file.description,
            between,
            levels: file.level,
            unknown: file.unknown,
            registry: file.registry,
            unit: file.places_of.map_or(Unit::Pairs, |country| Unit::Places { country }),
            translations: file.translations,
        })
    }

    /// The title in the language with this tag, or else as the definition was written.
    #[must_use]
    pub fn title_in(&self, tag: &str) -> &str {
        self.translations.get(tag).map_or(&self.title, |wording| &wording.title)
    }

    /// The description in the language with this tag, or else as the definition was written.
    #[must_use]
    pub fn description_in(&self, tag: &str) -> &str {
        self.translations.get(tag).map_or(&self.description, |wording| &wording.description)
    }
}

/// Where a tie stands in a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is counted.
    In,
    /// It is not counted, and could be.
    Disputed,
    /// It is not counted.
    Out,
}

/// A tie in a count.
#[derive(Debug, Clone)]
pub struct CountItem {
    /// The tie.
    pub tie: TieKey,
    /// In, disputed or out.
    pub verdict: Verdict,
    /// Why: the rule first, then what is known of the standing.
    pub reasons: Vec<Reason>,
}

/// A number that somebody stated, beside ours.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The claim.
    pub claim: ClaimKey,
    /// The number.
    pub number: u32,
    /// How it was put.
    pub bound: Bound,
    /// The unit in the source's words.
    pub unit: String,
    /// What this definition gives in the unit of the stated number; `None` when that unit is none of ours.
    pub ours: Option<u64>,
    /// Ours minus theirs, in that unit.
    pub difference: Option<i64>,
    /// How many months its day is from ours; 0 within the same month.
    pub months_apart: u32,
    /// Why the two differ.
    pub reasons: Vec<Reason>,
}

/// A count.
#[derive(Debug, Clone)]
pub struct Count {
    /// The definition.
    pub definition: Definition,
    /// The days asked for.
    pub as_of: AsOf,
    /// The number.
    pub number: u64,
    /// The number if every disputed tie were counted.
    pub number_with_disputed: u64,
    /// The ties between the two, in the order in, disputed, out, then by name.
    pub items: Vec<CountItem>,
    /// What others stated, the nearest in time first.
    pub stated: Vec<Beside>,
}

impl Register {
    /// Counts by a definition on a pair of days.
    #[must_use]
    pub fn count(&self, definition: &Definition, as_of: AsOf) -> Count {
        let view = self.view(as_of);
        let mut items: Vec<CountItem> = view
            .iter()
            .filter(|(tie, state)| state.standing != Standing::None && self.is_between(*tie, &definition.between))
            .map(|(tie, state)| self.count_item(definition, as_of, tie, state))
            .collect();
        items.sort_by(|a, b| a.verdict.cmp(&b.verdict).then_with(|| self.tie(a.tie).id().cmp(self.tie(b.tie).id())));
        let number = self.number(definition, items.iter().filter(|item| item.verdict == Verdict::In));
        let number_with_disputed = self.number(definition, items.iter().filter(|item| item.verdict != Verdict::Out));
        let mut count =
            Count { definition: definition.clone(), as_of, number, number_with_disputed, items, stated: Vec::new() };
        count.stated = self.stated_beside(&count, &view);
        count
    }

    /// Whether a tie joins the two sides of a relation, and no third country.
    #[must_use]
    pub fn is_between(&self, tie: TieKey, relation: &TieId) -> bool {
        let belongs = |party: &str, whole: &str| {
            party.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
        };
        let parties: Vec<&str> = self.tie(tie).id().party_texts().collect();
        relation.party_texts().all(|whole| parties.iter().any(|party| belongs(party, whole)))
            && parties.iter().all(|party| relation.party_texts().any(|whole| belongs(party, whole)))
    }

    /// The registries that some listing names, by name: what a definition can ask to be listed by.
    #[must_use]
    pub fn registry_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.registries().names().iter().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// The level of a tie: `institution` if any party is one, else the highest of its places.
    #[must_use]
    pub fn level(&self, tie: TieKey) -> &'static str {
        let rank =
            |level: &str| ["", "city", "county", "state", "country", "institution"].iter().position(|l| *l == level);
        let levels = self.tie(tie).parties().iter().map(|party| self.party(*party).kind.map_or("", PartyKind::level));
        levels.max_by_key(|level| rank(level)).unwrap_or("")
    }

    fn count_item(&self, definition: &Definition, as_of: AsOf, tie: TieKey, state: &TieState) -> CountItem {
        let (verdict, reason) = self.verdict(definition, as_of, tie, state);
        let gravest = state.sides.iter().position(|side| side.standing == state.standing).unwrap_or(0);
        let standing = match reason.key {
            "count-out-class"
            | "count-out-class-unknown"
            | "count-out-level"
            | "count-out-pulse"
            | "count-out-topic" => Vec::new(),
            _ => self.standing_reasons(tie, gravest, as_of),
        };
        CountItem { tie, verdict, reasons: std::iter::once(reason).chain(standing).collect() }
    }

    fn verdict(&self, definition: &Definition, as_of: AsOf, tie: TieKey, state: &TieState) -> (Verdict, Reason) {
        let level = self.level(tie);
        if !definition.levels.is_empty() && !definition.levels.iter().any(|wanted| wanted == level) {
            return (Verdict::Out, Reason::new("count-out-level").with("level", Arg::Word("level", level)));
        }
        match state.class {
            _ if definition.classes.is_empty() => {}
            Some(class) if definition.classes.contains(&class) => {}
            Some(class) => {
                return (Verdict::Out, Reason::new("count-out-class").with("class", Arg::Word("class", class.word())));
            }
            None => return (Verdict::Out, Reason::new("count-out-class-unknown")),
        }
        if let Some(registry) = &definition.registry
            && !self.is_listed_by(tie, registry, as_of)
        {
            return (Verdict::Out, Reason::new("count-out-registry").text("registry", registry.clone()));
        }
        if !definition.pulses.is_empty() && !definition.pulses.contains(&state.pulse) {
            let pulse = Arg::Word("pulse", state.pulse.word());
            return (Verdict::Out, Reason::new("count-out-pulse").with("pulse", pulse));
        }
        if !definition.topics.is_empty() && !self.is_about(tie, &definition.topics, as_of) {
            return (Verdict::Out, Reason::new("count-out-topic"));
        }
        let standing = Arg::Word("standing", state.standing.word());
        if definition.standings.is_empty() || definition.standings.contains(&state.standing) {
            return (Verdict::In, Reason::new("count-in").with("standing", standing));
        }
        match (state.standing, definition.unknown) {
            (Standing::Unknown, UnknownRule::In) => (Verdict::In, Reason::new("count-in").with("standing", standing)),
            (Standing::Unknown, UnknownRule::Disputed) => (Verdict::Disputed, Reason::new("count-disputed-unknown")),
            (Standing::Contested, _) => (Verdict::Disputed, Reason::new("count-disputed-contested")),
            _ => (Verdict::Out, Reason::new("count-out-standing").with("standing", standing)),
        }
    }

    fn is_about(&self, tie: TieKey, topics: &[String], as_of: AsOf) -> bool {
        self.topics(tie, as_of).iter().any(|topic| topics.iter().any(|wanted| wanted == topic))
    }

    fn is_listed_by(&self, tie: TieKey, registry: &str, as_of: AsOf) -> bool {
        let case = self.case(tie);
        let found = case.judge(day_number(as_of.true_on), day_number(as_of.known_on), self.house());
        let by_it = found.listings.iter().filter(|(number, _)| self.registries().name(*number) == registry);
        by_it.into_iter().any(|(_, event)| case.is_listing(*event))
    }

    fn number<'a>(&self, definition: &Definition, items: impl Iterator<Item = &'a CountItem>) -> u64 {
        match &definition.unit {
            Unit::Pairs => items.count() as u64,
            Unit::Places { country } => {
                let parties = items.flat_map(|item| self.tie(item.tie).parties());
                let places: FxHashSet<PartyKey> =
                    parties.copied().filter(|party| self.party(*party).id().country() == country).collect();
                places.len() as u64
            }
        }
    }

    fn stated_beside(&self, count: &Count, view: &View) -> Vec<Beside> {
        let known_on = day_number(count.as_of.known_on);
        let claims = self.claims_of_relation(&count.definition.between).iter().copied();
        let known = claims.filter(|claim| {
            let known = self.known(*claim);
            known.known_from <= known_on && known_on < known.known_until
        });
        let at_all_levels = self.at_all_levels(count, view);
        let mut all: Vec<Beside> = known.filter_map(|claim| self.beside(count, at_all_levels, claim)).collect();
        all.sort_by_key(|beside| (beside.months_apart, self.known(beside.claim).name));
        all
    }

    fn beside(&self, count: &Count, at_all_levels: Option<u64>, key: ClaimKey) -> Option<Beside> {
        let claim = &self.known(key).claim;
        let Fact::StatedCount(stated) = &claim.fact else { return None };
        let mut reasons = Vec::new();
        let unit = unit_of(stated.what);
        let ours = unit.clone().map(|unit| self.in_unit(count, unit));
        if let Some((number, most)) = ours {
            reasons.push(distance(number, most, stated));
        }
        if unit.as_ref() != Some(&count.definition.unit) {
            let key = if ours.is_some() { "stated-other-unit" } else { "stated-no-unit" };
            let reason = Reason::new(key).text("unit", stated.unit.clone());
            reasons.push(reason.number("number", ours.map_or(0, |(number, _)| number)));
        }
        let months_apart = months_apart(claim.held, count.as_of.true_on);
        if months_apart > 0 {
            let apart = Reason::new("stated-other-day").with("when", Arg::When(claim.held));
            reasons.push(apart.number("months", months_apart));
        }
        let number = u64::from(stated.number);
        if unit.is_some_and(|unit| unit == count.definition.unit)
            && number != count.number
            && at_all_levels == Some(number)
        {
            reasons.push(Reason::new("stated-all-levels").number("number", number));
        }
        match (&stated.definition, &stated.irreproducible) {
            (_, Some(why)) => reasons.push(Reason::new("stated-irreproducible").text("why", why.clone())),
            (Some(other), None) if *other != count.definition.id => {
                reasons.push(Reason::new("stated-definition").text("definition", other.clone()));
            }
            _ => {}
        }
        let difference =
            ours.map(|(number, _)| i64::try_from(number).unwrap_or(i64::MAX).saturating_sub(i64::from(stated.number)));
        Some(Beside {
            claim: key,
            number: stated.number,
            bound: stated.bound,
            unit: stated.unit.clone(),
            ours: ours.map(|(number, _)| number),
            difference,
            months_apart,
            reasons,
        })
    }

    /// The number in another unit, without and with the disputed ties.
    fn in_unit(&self, count: &Count, unit: Unit) -> (u64, u64) {
        let definition = Definition { unit, ..count.definition.clone() };
        let number = |last: Verdict| self.number(&definition, count.items.iter().filter(|item| item.verdict <= last));
        (number(Verdict::In), number(Verdict::Disputed))
    }

    /// The number if places of every level were counted; `None` when the definition leaves out none.
    fn at_all_levels(&self, count: &Count, view: &View) -> Option<u64> {
        if count.definition.levels.is_empty() {
            return None;
        }
        let wider = Definition { levels: Vec::new(), ..count.definition.clone() };
        let items: Vec<CountItem> = view
            .iter()
            .filter(|(tie, state)| state.standing != Standing::None && self.is_between(*tie, &wider.between))
            .filter(|(tie, _)| self.level(*tie) != "institution")
            .map(|(tie, state)| (tie, self.verdict(&wider, count.as_of, tie, state)))
            .filter(|(_, (verdict, _))| *verdict == Verdict::In)
            .map(|(tie, (verdict, reason))| CountItem { tie, verdict, reasons: vec![reason] })
            .collect();
        Some(self.number(&wider, items.iter()))
    }
}

/// Where a stated number lies against ours, without and with the disputed ties.
fn distance(number: u64, most: u64, claim: &StatedCount) -> Reason {
    let stated = u64::from(claim.number);
    let key = match claim.bound {
        Bound::Over if stated < number => "stated-over-agrees",
        Bound::About if stated != number && stated.abs_diff(number) * 20 <= number => "stated-about-agrees",
        _ if stated == number => "stated-same",
        _ if (number..=most).contains(&stated) => "stated-between",
        _ if stated < number => "stated-below",
        _ => "stated-above",
    };
    Reason::new(key)
        .number("stated", stated)
        .number("number", number)
        .number("most", most)
        .number("disputed", most.saturating_sub(number))
        .number("apart", stated.abs_diff(number))
}

/// How many whole months lie between a period and a day; 0 when it covers it.
fn months_apart(held: Period, day: Date) -> u32 {
    let (first, last) = held.outer();
    let (first, last, day) = (day_number(first), day_number(last), day_number(day));
    if day < first { months_between(day, first) } else { months_between(last, day) }
}

/// The unit of a stated number, where it is one of ours.
fn unit_of(what: CountUnit) -> Option<Unit> {
    match what {
        CountUnit::Pairs => Some(Unit::Pairs),
        CountUnit::UsPlaces => Some(Unit::Places { country: "us".to_owned() }),
        CountUnit::RuPlaces => Some(Unit::Places { country: "ru".to_owned() }),
        CountUnit::Other => None,
    }
}
