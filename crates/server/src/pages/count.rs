//! Counts: the definitions with their numbers, and one count with the list behind it and what others stated.

use askama::Template;
use axum::extract::{Extension, Path};

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::{Now, counts};
use crate::dto::{self, CountDto, CountItemDto, DefinitionDto, StatedDto};
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};

/// A count in the list.
struct Entry {
    definition: DefinitionDto,
    number: u64,
    most: u64,
}

#[derive(Template)]
#[template(path = "counts.html")]
struct ListPage {
    frame: Frame,
    counts: Vec<Entry>,
}

pub(super) async fn list(Extension(snapshot): Now, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let title = Messages::current().text("nav-counts");
    let mut frame = Frame::new(&snapshot, as_of, title, "/counts").under("counts", "/", "").here();
    frame.json = Some(frame.href("/api/counts"));
    let counts = counts::all(&snapshot, as_of).await.into_iter().map(|count| Entry {
        definition: dto::definition(&count.definition),
        number: count.number,
        most: count.number_with_disputed,
    });
    render(&ListPage { counts: counts.collect(), frame })
}

#[derive(Template)]
#[template(path = "count.html")]
struct CountPage {
    frame: Frame,
    count: CountDto,
    rules: Vec<(String, String)>,
    disputed_sentence: String,
    on_day: String,
}

impl CountPage {
    fn items(&self, verdict: &str) -> Vec<&CountItemDto> {
        self.count.items.iter().filter(|item| item.verdict == verdict).collect()
    }

    /// The claims with these names.
    fn evidence(&self, names: &[String]) -> Vec<Evidence<'_>> {
        evidence(&self.count.basis, names)
    }

    fn one(&self, name: &str) -> Vec<Evidence<'_>> {
        evidence(&self.count.basis, [name])
    }

    /// The stated numbers, those of our unit first.
    fn stated(&self) -> Vec<&StatedDto> {
        let mut all: Vec<&StatedDto> = self.count.stated.iter().collect();
        all.sort_by_key(|stated| stated.reasons.iter().any(|why| why.key == "stated-other-unit"));
        all
    }

    /// A difference with its sign, as print does it.
    fn signed(&self, difference: &Option<i64>) -> String {
        difference.map(|number| format!("{number:+}").replace('-', "−")).unwrap_or_default()
    }
}

pub(super) async fn page(Extension(snapshot): Now, Path(id): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let messages = Messages::current();
    let definition = snapshot.definition(&id).ok_or_else(|| Fault::missing("problem-no-count", &id))?.clone();
    let count = dto::count(&snapshot.register, &counts::count(&snapshot, definition, as_of).await);
    let frame = Frame::new(&snapshot, as_of, count.definition.title.clone(), count.definition.url.clone());
    let mut frame = frame.under("counts", "/counts", &messages.text("nav-counts")).here();
    frame.summary.clone_from(&count.definition.description);
    frame.json = Some(frame.href(format!("/api/counts/{id}")));
    let disputed = count.number_with_disputed.saturating_sub(count.number);
    let args = [("disputed", disputed.into()), ("most", count.number_with_disputed.into())];
    render(&CountPage {
        rules: rules(&count.definition),
        on_day: messages.with("count-on-day", &[("day", messages.day(as_of.true_on).into())]),
        disputed_sentence: messages.with("count-disputed-sentence", &args),
        count,
        frame,
    })
}

/// The definition's rules, each with its label.
fn rules(definition: &DefinitionDto) -> Vec<(String, String)> {
    let messages = Messages::current();
    let words = |list: &str, words: &[&str]| {
        if words.is_empty() {
            return messages.text("count-rule-all");
        }
        let labels: Vec<String> = words.iter().map(|word| messages.word(list, word)).collect();
        labels.join(&messages.text("list-separator"))
    };
    let levels: Vec<&str> = definition.levels.iter().map(String::as_str).collect();
    let unit = match definition.unit.strip_prefix("places of ") {
        Some(country) => messages.with("count-unit-places", &[("country", country.to_uppercase().into())]),
        None => messages.text("count-unit-pairs"),
    };
    let unknown = messages.text(match definition.unknown {
        "in" => "count-unknown-in",
        "out" => "count-unknown-out",
        _ => "count-unknown-disputed",
    });
    let topics = match definition.topics.as_slice() {
        [] => messages.text("count-rule-all"),
        topics => messages.words("topic", topics),
    };
    let rules = [
        ("count-rule-unit", unit),
        ("count-rule-between", definition.between.to_uppercase().replace('~', &messages.text("names-separator"))),
        ("count-rule-levels", words("level", &levels)),
        ("count-rule-classes", words("class", &definition.classes)),
        ("count-rule-standings", words("standing", &definition.standings)),
        ("count-rule-unknown", unknown),
        ("count-rule-pulses", words("pulse", &definition.pulses)),
        ("count-rule-topics", topics),
        ("count-rule-registry", definition.registry.clone().unwrap_or_else(|| messages.text("count-rule-none"))),
    ];
    rules.into_iter().map(|(key, value)| (messages.text(key), value)).collect()
}
