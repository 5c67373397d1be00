//! Files of rules: TOML, one file per jurisdiction or theme, read with the place of every fault.

use std::sync::Arc;

use model::{PartyId, Period, TieClass};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use toml::Spanned;

use super::error::{Fault, GatesError};
use super::judge::Gates;
use super::rule::{Citation, Counterpart, Looked, Quota, Reading, ReadingTranslation, Rule, Translation};
use super::words::{Body, Certainty, Doing, Existing};
use crate::axes::Permission;

/// A text with its place in the file.
type Said = Spanned<String>;

/// The word for every place outside the country of the jurisdiction.
const FOREIGN: &str = "foreign";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    #[serde(default)]
    looked: Vec<LookedForm>,
    #[serde(default)]
    set: Vec<SetForm>,
    #[serde(default)]
    rule: Vec<RuleForm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LookedForm {
    jurisdiction: Said,
    note: String,
}

/// A named set of places, for rules that share one. `title`, `note` and `source` are for its readers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what a set is and where it comes from is checked to be there, and read by people")]
struct SetForm {
    id: Said,
    title: String,
    places: Vec<Said>,
    note: Option<String>,
    source: SourceForm,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleForm {
    id: Said,
    title: String,
    jurisdiction: Said,
    counterpart: Vec<Said>,
    #[serde(default)]
    except: Vec<Said>,
    #[serde(default)]
    bodies: Vec<Said>,
    #[serde(default)]
    counterpart_bodies: Vec<Said>,
    #[serde(default)]
    activities: Vec<Said>,
    #[serde(default)]
    classes: Vec<Said>,
    effect: Said,
    existing: Option<Said>,
    existing_by: Option<Said>,
    from: Option<Said>,
    until: Option<Said>,
    certainty: Said,
    #[serde(default)]
    reading: Vec<ReadingForm>,
    quote: Option<String>,
    to: Option<String>,
    todo: Option<String>,
    note: Option<String>,
    recognition: Option<String>,
    quota: Option<QuotaForm>,
    ru: Option<TranslationForm>,
    source: SourceForm,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TranslationForm {
    title: String,
    to: Option<String>,
    says: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingForm {
    by: Option<String>,
    says: String,
    ru: Option<ReadingTranslationForm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingTranslationForm {
    by: Option<String>,
    says: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuotaForm {
    new_ties: u32,
    years: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceForm {
    title: String,
    url: Option<String>,
    date: Option<Said>,
}

impl From<ReadingForm> for Reading {
    fn from(form: ReadingForm) -> Self {
        let russian = form.ru.map(|ru| ReadingTranslation { by: ru.by, says: ru.says });
        Self { by: form.by, says: form.says, russian }
    }
}

/// One file while it is read: for the place of a fault.
struct Reader<'a> {
    name: &'a str,
    text: &'a str,
}

/// The places of each named set.
type Sets = FxHashMap<String, Vec<PartyId>>;

pub(super) fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Gates, GatesError> {
    let mut forms = Vec::new();
    for (name, text) in files {
        let reader = Reader { name, text };
        let form: FileForm = toml::from_str(text).map_err(|error| reader.syntax(&error))?;
        forms.push((reader, form));
    }
    let mut sets = Sets::default();
    for (reader, form) in &forms {
        for set in &form.set {
            let places = set.places.iter().map(|place| reader.place(place)).collect::<Result<_, _>>()?;
            reader.source(&set.source)?;
            if sets.insert(set.id.get_ref().clone(), places).is_some() {
                return Err(reader.twice(&set.id));
            }
        }
    }
    let (mut rules, mut looked, mut ids) = (Vec::new(), Vec::new(), FxHashSet::default());
    for (reader, form) in forms {
        for one in form.looked {
            looked.push(Looked { jurisdiction: reader.place(&one.jurisdiction)?, note: one.note });
        }
        for rule in form.rule {
            if !ids.insert(rule.id.get_ref().clone()) {
                return Err(reader.twice(&rule.id));
            }
            rules.push(Arc::new(reader.rule(rule, &sets)?));
        }
    }
    Ok(Gates { rules: rules.into(), looked: looked.into() })
}

impl Reader<'_> {
    fn fault(&self, at: &Said, fault: Fault) -> GatesError {
        GatesError::at(self.name, self.text, &at.span(), fault)
    }

    fn syntax(&self, error: &toml::de::Error) -> GatesError {
        let fault = Fault::Syntax { message: error.message().to_owned() };
        GatesError::at(self.name, self.text, &error.span().unwrap_or_default(), fault)
    }

    fn twice(&self, id: &Said) -> GatesError {
        self.fault(id, Fault::Twice { id: id.get_ref().clone() })
    }

    fn rule(&self, form: RuleForm, sets: &Sets) -> Result<Rule, GatesError> {
        let id = form.id.get_ref().clone();
        let rule = Rule {
            jurisdiction: self.place(&form.jurisdiction)?,
            counterpart: self.counterpart(&form, sets)?,
            bodies: self.words("bodies", &form.bodies, Body::ALL, Body::word)?,
            counterpart_bodies: self.words("counterpart_bodies", &form.counterpart_bodies, Body::ALL, Body::word)?,
            activities: self.words("activities", &form.activities, &Doing::all().collect::<Vec<_>>(), Doing::word)?,
            classes: self.words("classes", &form.classes, TieClass::ALL, TieClass::word)?,
            effect: self.word("effect", &form.effect, &EFFECTS, Permission::word)?,
            existing: match &form.existing {
                Some(word) => self.word("existing", word, Existing::ALL, Existing::word)?,
                None => Existing::Same,
            },
            existing_by: self.date(form.existing_by.as_ref())?,
            from: self.date(form.from.as_ref())?,
            until: self.date(form.until.as_ref())?,
            certainty: self.word("certainty", &form.certainty, Certainty::ALL, Certainty::word)?,
            readings: form.reading.into_iter().map(Reading::from).collect(),
            russian: form.ru.map(|ru| Translation { title: ru.title, to: ru.to, says: ru.says }),
            quota: form.quota.map(|quota| Quota { new_ties: quota.new_ties, years: quota.years }),
            source: self.source(&form.source)?,
            title: form.title,
            quote: form.quote,
            to: form.to,
            todo: form.todo,
            note: form.note,
            recognition: form.recognition,
            id,
        };
        fault_of(&rule).map_or(Ok(rule), |fault| Err(self.fault(&form.id, fault)))
    }

    fn counterpart(&self, form: &RuleForm, sets: &Sets) -> Result<Counterpart, GatesError> {
        let mut counterpart = Counterpart::default();
        for one in &form.counterpart {
            if one.get_ref() == FOREIGN {
                counterpart.foreign = true;
            } else {
                counterpart.places.extend(self.places(one, sets)?);
            }
        }
        for one in &form.except {
            counterpart.except.extend(self.places(one, sets)?);
        }
        Ok(counterpart)
    }

    fn places(&self, said: &Said, sets: &Sets) -> Result<Vec<PartyId>, GatesError> {
        sets.get(said.get_ref()).map_or_else(|| Ok(vec![self.place(said)?]), |places| Ok(places.clone()))
    }

    /// A place code: a country of two letters, perhaps a unit, perhaps a place within. Nothing else can be a place, so that a
    /// misspelled set is found.
    fn place(&self, said: &Said) -> Result<PartyId, GatesError> {
        let text = said.get_ref();
        let id = PartyId::parse(text).ok().filter(|id| {
            let is_country = id.country().len() == 2 && id.country().bytes().all(|b| b.is_ascii_lowercase());
            let is_unit = id.unit().split_once('-').is_none_or(|(_, unit)| (1..=3).contains(&unit.len()));
            is_country && is_unit
        });
        id.ok_or_else(|| self.fault(said, Fault::Place { found: text.clone() }))
    }

    fn date(&self, said: Option<&Said>) -> Result<Option<Period>, GatesError> {
        let Some(said) = said else { return Ok(None) };
        let period = said.get_ref().parse::<Period>().ok().filter(|period| !period.is_unknown());
        period.map(Some).ok_or_else(|| self.fault(said, Fault::Date { found: said.get_ref().clone() }))
    }

    fn source(&self, form: &SourceForm) -> Result<Citation, GatesError> {
        Ok(Citation { title: form.title.clone(), url: form.url.clone(), date: self.date(form.date.as_ref())? })
    }

    fn word<T: Copy>(
        &self,
        key: &'static str,
        said: &Said,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Result<T, GatesError> {
        all.iter().copied().find(|value| word(*value) == said.get_ref()).ok_or_else(|| {
            let allowed = all.iter().map(|value| word(*value)).collect::<Vec<_>>().join(", ");
            self.fault(said, Fault::Word { key, found: said.get_ref().clone(), allowed })
        })
    }

    fn words<T: Copy>(
        &self,
        key: &'static str,
        said: &[Said],
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Result<Vec<T>, GatesError> {
        said.iter().map(|one| self.word(key, one, all, word)).collect()
    }
}

/// What a rule can ask for.
const EFFECTS: [Permission; 4] =
    [Permission::NeedsNotice, Permission::NeedsApproval, Permission::NeedsScreening, Permission::Prohibited];

/// What is wrong with a rule as a whole.
fn fault_of(rule: &Rule) -> Option<Fault> {
    let id = || rule.id.clone();
    if !rule.counterpart.foreign && rule.counterpart.places.is_empty() {
        return Some(Fault::Nobody { id: id() });
    }
    if let (Some(from), Some(until)) = (&rule.from, &rule.until)
        && until.outer().1 < from.outer().0
    {
        return Some(Fault::Backwards { id: id() });
    }
    let is_disputed = rule.certainty == Certainty::Disputed || rule.existing == Existing::Disputed;
    let n_readings = rule.readings.len();
    if if is_disputed { n_readings < 2 } else { n_readings > 0 } {
        return Some(Fault::Readings { id: id(), n_readings });
    }
    rule.quota.filter(|quota| quota.years == 0).map(|_| Fault::Quota { id: id() })
}
