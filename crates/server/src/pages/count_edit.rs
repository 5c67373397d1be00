//! A count's definition edited by form controls: the number, the list and the difference to the saved one follow. Everything is
//! in the address, so that it can be shared; the saved definitions stay as they are.

use askama::Template;
use axum::extract::Extension;
use model::{PartyId, TieClass, TieId};
use register::{Pulse, Register, Standing, TieKey, Unit};

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::home::{Choice, Select};
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, CountItemDto, DifferenceDto, EditedCountDto};
use crate::edited::{Edited, LEVELS, UNKNOWN, unit_word, unknown_word};
use crate::messages::Messages;
use crate::query::Asked;
use crate::shared::Snapshot;

/// More boxes than this are many.
const MANY: usize = 20;

/// A field of check boxes.
struct Boxes {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "count_edit.html")]
struct EditPage {
    frame: Frame,
    edited: EditedCountDto,
    is_changed: bool,
    between: Select,
    unit: Select,
    unknown: Select,
    boxes: Vec<Boxes>,
    registry: String,
    registries: Vec<String>,
    disputed_sentence: String,
    difference_sentence: String,
    on_day: String,
}

impl Boxes {
    /// Many boxes are shown when asked for, or when one of them is chosen.
    fn is_many(&self) -> bool {
        self.choices.len() > MANY
    }

    fn is_chosen(&self) -> bool {
        self.choices.iter().any(|choice| choice.is_chosen)
    }
}

impl EditPage {
    fn items(&self, verdict: &str) -> Vec<&CountItemDto> {
        self.edited.count.items.iter().filter(|item| item.verdict == verdict).collect()
    }

    /// The differences that lead to a verdict.
    fn differences(&self, is: &str) -> Vec<&DifferenceDto> {
        self.edited.differences.iter().filter(|difference| difference.is == is).collect()
    }

    /// The claims with these names.
    fn evidence(&self, names: &[String]) -> Vec<Evidence<'_>> {
        evidence(&self.edited.count.basis, names)
    }
}

pub(super) async fn page(Extension(snapshot): Now, Asked(asked): Asked<Vec<(String, String)>>) -> Answer {
    let edited = Edited::read(&snapshot, &asked)?;
    aside(move || show(&snapshot, &edited)).await?
}

fn show(snapshot: &Snapshot, edited: &Edited) -> Answer {
    let messages = Messages::current();
    let (saved, count) = edited.counts(&snapshot.register);
    let shown = dto::edited_count(&snapshot.register, &saved, &count);
    let disputed = shown.count.number_with_disputed.saturating_sub(shown.count.number);
    let args = [("disputed", disputed.into()), ("most", shown.count.number_with_disputed.into())];
    let apart = i128::from(shown.count.number) - i128::from(shown.saved_number);
    let apart = format!("{apart:+}").replace('-', "−");
    let compared = [
        ("title", saved.definition.title_in(messages.language().tag()).into()),
        ("saved", shown.saved_number.into()),
        ("apart", apart.into()),
    ];
    render(&EditPage {
        frame: frame(snapshot, edited),
        is_changed: edited.is_changed(),
        between: between(snapshot, edited),
        unit: unit(&snapshot.register, edited),
        unknown: unknown(edited),
        boxes: boxes(&snapshot.register, edited),
        registry: edited.definition.registry.clone().unwrap_or_default(),
        registries: snapshot.register.registry_names().into_iter().map(str::to_owned).collect(),
        disputed_sentence: messages.with("count-disputed-sentence", &args),
        difference_sentence: messages.with("count-edit-difference", &compared),
        on_day: messages.with("count-on-day", &[("day", messages.day(edited.as_of.true_on).into())]),
        edited: shown,
    })
}

fn frame(snapshot: &Snapshot, edited: &Edited) -> Frame {
    let messages = Messages::current();
    let title = messages.text("count-edit-title");
    let frame = Frame::new(snapshot, edited.as_of, title, "/counts/edit");
    let mut frame = frame.under("counts", "/counts", &messages.text("nav-counts")).here();
    let address = edited.address("");
    let pairs = address.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    frame.keep = pairs.map(|(name, value)| (known(name), decoded(value))).collect();
    frame.json = Some(frame.href(edited.address("/api/counts/edit")));
    frame
}

/// The name of a parameter of ours.
fn known(name: &str) -> &'static str {
    let names = ["of", "between", "level", "class", "standing", "unknown", "pulse", "topic", "registry", "unit"];
    names.into_iter().find(|known| *known == name).unwrap_or_default()
}

/// A value as it was before it was put into an address.
fn decoded(value: &str) -> String {
    let asked = axum::http::Uri::try_from(format!("/?v={value}")).ok();
    let read = asked.and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
    read.and_then(|axum::extract::Query(pairs)| pairs.into_iter().next()).map_or_else(String::new, |(_, value)| value)
}

/// A select whose first choice is not "any": one of them always holds.
fn select(name: &'static str, label: &str, choices: impl Iterator<Item = (String, String)>, chosen: &str) -> Select {
    let choice = |(value, label): (String, String)| Choice { is_chosen: value == chosen, value, label };
    Select { name, label: Messages::current().text(label), choices: choices.map(choice).collect() }
}

/// The relations that ties of the register make, and the one of the definition.
fn between(snapshot: &Snapshot, edited: &Edited) -> Select {
    let messages = Messages::current();
    let register = &*snapshot.register;
    let mut relations: Vec<String> = register.tie_keys().map(|tie| crate::views::countries(register, tie)).collect();
    relations.retain(|relation| relation.contains('~'));
    relations.extend([edited.definition.between.to_string(), edited.saved.between.to_string()]);
    relations.sort_unstable();
    relations.dedup();
    let named = relations.into_iter().map(|relation| {
        let label = TieId::parse(&relation).map_or_else(|_| relation.clone(), |id| messages.tie_name(register, &id));
        (relation, label)
    });
    select("between", "count-rule-between", named, edited.definition.between.as_str())
}

fn unit(register: &Register, edited: &Edited) -> Select {
    let messages = Messages::current();
    let mut countries: Vec<String> =
        edited.definition.between.parties().map(|party| party.country().to_owned()).collect();
    if let Unit::Places { country } = &edited.definition.unit {
        countries.push(country.clone());
    }
    countries.sort_unstable();
    countries.dedup();
    let places = countries.into_iter().map(|country| {
        let name = PartyId::parse(&country).map_or_else(|_| country.clone(), |id| messages.party_name(register, &id));
        let label = messages.with("count-unit-places", &[("country", name.into())]);
        (country, label)
    });
    let pairs = ("pairs".to_owned(), messages.text("count-unit-pairs"));
    select("unit", "count-rule-unit", std::iter::once(pairs).chain(places), &unit_word(&edited.definition.unit))
}

fn unknown(edited: &Edited) -> Select {
    let label = |word: &str| Messages::current().text(&format!("count-unknown-{word}"));
    let choices = UNKNOWN.into_iter().map(|(word, _)| (word.to_owned(), label(word)));
    select("unknown", "count-rule-unknown", choices, unknown_word(edited.definition.unknown))
}

fn boxes(register: &Register, edited: &Edited) -> Vec<Boxes> {
    let messages = Messages::current();
    let definition = &edited.definition;
    let field = |name: &'static str, label: &str, words: Vec<&'static str>, chosen: Vec<&str>| Boxes {
        name,
        label: messages.text(label),
        choices: words
            .into_iter()
            .map(|word| Choice {
                value: word.to_owned(),
                label: messages.word(name, word),
                is_chosen: chosen.contains(&word),
            })
            .collect(),
    };
    let standings = Standing::ALL.iter().rev().filter(|standing| **standing != Standing::None);
    vec![
        field("level", "count-rule-levels", LEVELS.to_vec(), definition.levels.iter().map(String::as_str).collect()),
        field(
            "class",
            "count-rule-classes",
            TieClass::WORDS.to_vec(),
            definition.classes.iter().map(|class| class.word()).collect(),
        ),
        field(
            "standing",
            "count-rule-standings",
            standings.map(|standing| standing.word()).collect(),
            definition.standings.iter().map(|standing| standing.word()).collect(),
        ),
        field(
            "pulse",
            "count-rule-pulses",
            Pulse::ALL.iter().map(|pulse| pulse.word()).collect(),
            definition.pulses.iter().map(|pulse| pulse.word()).collect(),
        ),
        topics(register, edited),
    ]
}

/// The topics of the ties between the two sides, and those of the definition.
fn topics(register: &Register, edited: &Edited) -> Boxes {
    let messages = Messages::current();
    let between = |tie: &TieKey| register.is_between(*tie, &edited.definition.between);
    let mut all: Vec<&str> = edited.definition.topics.iter().map(String::as_str).collect();
    all.extend(register.tie_keys().filter(between).flat_map(|tie| register.topics(tie, edited.as_of)));
    all.sort_unstable();
    all.dedup();
    let choice = |topic: &str| Choice {
        value: topic.to_owned(),
        label: messages.words("topic", &[topic.to_owned()]),
        is_chosen: edited.definition.topics.iter().any(|chosen| chosen == topic),
    };
    let mut choices: Vec<Choice> = all.into_iter().map(choice).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    Boxes { name: "topic", label: messages.text("count-rule-topics"), choices }
}
