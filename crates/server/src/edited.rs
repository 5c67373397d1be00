//! A definition of a count edited in the address: the saved one it began with, the fields as asked for, and what that changes.
//! Nothing is stored; whoever has the address has the definition.

use model::{TieClass, TieId};
use register::{AsOf, Count, Definition, Pulse, Register, Standing, TieKey, Unit, UnknownRule, Verdict};
use rustc_hash::FxHashMap;

use crate::fault::Fault;
use crate::query::{AsOfQuery, query_string};
use crate::shared::Snapshot;

/// The levels that a definition knows.
pub(crate) const LEVELS: [&str; 4] = ["city", "county", "state", "institution"];
/// What to do with ties whose standing is not known.
pub(crate) const UNKNOWN: [(&str, UnknownRule); 3] =
    [("in", UnknownRule::In), ("out", UnknownRule::Out), ("disputed", UnknownRule::Disputed)];
/// The longest name of a registry.
const MOST_NAME: usize = 200;
/// More topics than this are not asked for at once.
const MOST_TOPICS: usize = 100;

/// An edited definition beside the saved one.
#[derive(Debug, Clone)]
pub(crate) struct Edited {
    pub(crate) as_of: AsOf,
    pub(crate) saved: Definition,
    pub(crate) definition: Definition,
}

/// A tie on which the two differ.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) tie: TieKey,
    /// `None` when the tie is not between the two sides of that definition, or had not begun.
    pub(crate) was: Option<Verdict>,
    pub(crate) is: Option<Verdict>,
    /// Where in the edited count it stands.
    pub(crate) at: Option<usize>,
}

impl Edited {
    /// Reads `of` (a saved definition), the days, and any of `between`, `level`, `class`, `standing`, `unknown`, `pulse`, `topic`,
    /// `registry` and `unit`. With none of these it is the saved one; with one, a list that is missing is a list of all, as forms send it.
    pub(crate) fn read(snapshot: &Snapshot, asked: &[(String, String)]) -> Result<Self, Fault> {
        let mut of = "";
        let mut days = AsOfQuery::default();
        let mut fields: Vec<(&str, &str)> = Vec::new();
        for (name, value) in asked {
            match name.as_str() {
                "of" => of = value,
                "true_on" => days.true_on.clone_from(value),
                "known_on" => days.known_on.clone_from(value),
                "between" | "level" | "class" | "standing" | "unknown" | "pulse" | "topic" | "registry" | "unit" => {
                    fields.push((name, value.trim()));
                }
                _ => return Err(Fault::bad("problem-query").with("found", name.as_str())),
            }
        }
        let saved = match of {
            "" => snapshot.site.definitions.first(),
            of => snapshot.definition(of),
        };
        let saved = saved.ok_or_else(|| Fault::missing("problem-no-count", of))?.clone();
        let mut definition = saved.clone();
        if !fields.is_empty() {
            definition = Definition {
                levels: Vec::new(),
                classes: Vec::new(),
                standings: Vec::new(),
                pulses: Vec::new(),
                topics: Vec::new(),
                registry: None,
                ..definition
            };
        }
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            set(&mut definition, name, value)?;
        }
        check_unit(&definition)?;
        Ok(Self { as_of: days.as_of(snapshot.today)?, saved, definition })
    }

    /// Whether anything differs from the saved definition.
    pub(crate) fn is_changed(&self) -> bool {
        self.definition != self.saved
    }

    /// The address of the same at another path, without the days.
    pub(crate) fn address(&self, path: &str) -> String {
        let definition = &self.definition;
        let mut params: Vec<(&str, &str)> = vec![("of", &self.saved.id)];
        let unit = unit_word(&definition.unit);
        if self.is_changed() {
            params.push(("between", definition.between.as_str()));
            params.extend(definition.levels.iter().map(|level| ("level", level.as_str())));
            params.extend(definition.classes.iter().map(|class| ("class", class.word())));
            params.extend(definition.standings.iter().map(|standing| ("standing", standing.word())));
            params.push(("unknown", unknown_word(definition.unknown)));
            params.extend(definition.pulses.iter().map(|pulse| ("pulse", pulse.word())));
            params.extend(definition.topics.iter().map(|topic| ("topic", topic.as_str())));
            params.push(("registry", definition.registry.as_deref().unwrap_or_default()));
            params.push(("unit", &unit));
        }
        format!("{path}{}", query_string(params))
    }

    /// Both counts: the saved definition's and the edited one's. It judges every tie twice: call it off the threads that answer.
    pub(crate) fn counts(&self, register: &Register) -> (Count, Count) {
        let saved = register.count(&self.saved, self.as_of);
        let edited = if self.is_changed() { register.count(&self.definition, self.as_of) } else { saved.clone() };
        (saved, edited)
    }
}

/// The ties on which two counts differ: in the order of the second, then those that only the first has.
pub(crate) fn differences(saved: &Count, edited: &Count) -> Vec<Difference> {
    let was: FxHashMap<TieKey, Verdict> = saved.items.iter().map(|item| (item.tie, item.verdict)).collect();
    let is: FxHashMap<TieKey, Verdict> = edited.items.iter().map(|item| (item.tie, item.verdict)).collect();
    let here = edited.items.iter().enumerate().map(|(at, item)| Difference {
        tie: item.tie,
        was: was.get(&item.tie).copied(),
        is: Some(item.verdict),
        at: Some(at),
    });
    let gone = saved.items.iter().filter(|item| !is.contains_key(&item.tie)).map(|item| Difference {
        tie: item.tie,
        was: Some(item.verdict),
        is: None,
        at: None,
    });
    let differs = |difference: &Difference| {
        let counted = |verdict: Option<Verdict>| verdict.unwrap_or(Verdict::Out);
        counted(difference.was) != counted(difference.is)
    };
    here.chain(gone).filter(differs).collect()
}

fn set(definition: &mut Definition, name: &str, value: &str) -> Result<(), Fault> {
    let refuse = |allowed: String| {
        Err(Fault::bad("problem-value").with("name", name).with("found", value).with("allowed", allowed))
    };
    match name {
        "between" => match TieId::parse(value) {
            Ok(between) => definition.between = between,
            Err(_) => return refuse("us~ru".to_owned()),
        },
        "level" if LEVELS.contains(&value) => definition.levels.push(value.to_owned()),
        "level" => return refuse(LEVELS.join(", ")),
        "class" => match TieClass::parse(value) {
            Ok(class) => definition.classes.push(class),
            Err(_) => return refuse(TieClass::WORDS.join(", ")),
        },
        "standing" => match Standing::parse(value) {
            Some(standing) => definition.standings.push(standing),
            None => return refuse(words(Standing::ALL.iter().map(|standing| standing.word()))),
        },
        "unknown" => match UNKNOWN.into_iter().find(|(word, _)| *word == value) {
            Some((_, rule)) => definition.unknown = rule,
            None => return refuse(words(UNKNOWN.into_iter().map(|(word, _)| word))),
        },
        "pulse" => match Pulse::parse(value) {
            Some(pulse) => definition.pulses.push(pulse),
            None => return refuse(words(Pulse::ALL.iter().map(|pulse| pulse.word()))),
        },
        "topic" if value.len() <= MOST_NAME && definition.topics.len() < MOST_TOPICS => {
            definition.topics.push(value.to_owned());
        }
        "topic" => return refuse(format!("≤ {MOST_NAME}, ≤ {MOST_TOPICS}")),
        "registry" if value.len() <= MOST_NAME => definition.registry = Some(value.to_owned()),
        "registry" => return refuse(format!("≤ {MOST_NAME}")),
        _ if value == "pairs" => definition.unit = Unit::Pairs,
        _ => definition.unit = Unit::Places { country: value.to_owned() },
    }
    Ok(())
}

/// Places can be counted on either side of the relation only.
fn check_unit(definition: &Definition) -> Result<(), Fault> {
    let Unit::Places { country } = &definition.unit else { return Ok(()) };
    let sides = || definition.between.party_texts().map(|side| side.split(['-', '.']).next().unwrap_or_default());
    if sides().any(|side| side == country) {
        return Ok(());
    }
    let allowed = words(std::iter::once("pairs").chain(sides()));
    Err(Fault::bad("problem-value").with("name", "unit").with("found", country).with("allowed", allowed))
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// The word of a unit in addresses: `pairs`, or the country whose places are counted.
pub(crate) fn unit_word(unit: &Unit) -> String {
    match unit {
        Unit::Pairs => "pairs".to_owned(),
        Unit::Places { country } => country.clone(),
    }
}

/// The word of a rule in addresses.
pub(crate) fn unknown_word(rule: UnknownRule) -> &'static str {
    UNKNOWN.into_iter().find(|(_, known)| *known == rule).map_or("", |(word, _)| word)
}
