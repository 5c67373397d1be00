//! The match studio: the briefs, and a brief with its answer; every choice is a field, and the address holds them all.

use std::borrow::Cow;

use askama::Template;
use axum::extract::{Extension, Path};

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::home::Mark;
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, BriefRefDto, FairnessDto, MatchDto, MatchPairDto, MatchPlaceDto};
use crate::language::Language;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked, query_string};
use crate::shared::Snapshot;
use crate::studio::{Studio, weights};

#[derive(Template)]
#[template(path = "matches.html")]
struct ListPage {
    frame: Frame,
    briefs: Vec<(BriefRefDto, String)>,
}

pub(super) async fn list(Extension(snapshot): Now, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let title = Messages::current().text("nav-match");
    let mut frame = Frame::new(&snapshot, as_of, title, "/match").under("match", "/", "").here();
    frame.json = Some(frame.undated_href("/api/match"));
    let entry = |brief| {
        let brief = dto::brief_ref(brief);
        let address = frame.undated_href(format!("/match/{}", brief.id));
        (brief, address)
    };
    render(&ListPage { briefs: snapshot.site.briefs.iter().map(entry).collect(), frame })
}

/// A criterion with its weight, as a field of the form.
struct Field {
    id: &'static str,
    title: Cow<'static, str>,
    about: Cow<'static, str>,
    weight: f64,
}

/// A choice of a select.
struct Choice {
    value: String,
    label: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "match.html")]
struct MatchPage {
    frame: Frame,
    answer: MatchDto,
    fields: Vec<Field>,
    objectives: Vec<Choice>,
    against: Vec<Choice>,
    asks_gates: bool,
    is_firm: bool,
    why: [String; 2],
    map: String,
    marks: Vec<Mark>,
    pulses: Vec<Mark>,
    json: String,
    plain: String,
}

impl MatchPage {
    fn evidence(&self, names: &[String]) -> Vec<Evidence<'_>> {
        evidence(&self.answer.basis, names)
    }

    /// A worth from 0 to 1, of a hundred.
    fn percent(&self, worth: &f64) -> String {
        format!("{:.0}", worth * 100.0)
    }

    fn signed(&self, number: &f64) -> String {
        format!("{:+.1}", number * 100.0).replace('-', "−")
    }

    fn id(&self, pair: &MatchPairDto) -> String {
        format!("{}~{}", pair.left.id, pair.right.id)
    }

    /// The tie to show in the line of a pair: one in force if there is any.
    fn best_tie<'p>(&self, pair: &'p MatchPairDto) -> Option<&'p dto::KnownTieDto> {
        dto::shown_tie(pair)
    }

    /// What a weighting of the brief is called.
    fn weighting<'p>(&'p self, name: &'p str) -> &'p str {
        self.against.iter().find(|choice| choice.value == name).map_or(name, |choice| &choice.label)
    }

    fn names(&self, places: &[MatchPlaceDto]) -> String {
        places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn lists(&self) -> [&dto::SideOfBriefDto; 2] {
        [&self.answer.brief.left, &self.answer.brief.right]
    }

    fn lefts(&self) -> usize {
        self.answer.brief.left.n_places
    }

    /// The places of the left without a partner.
    fn without(&self) -> Vec<&dto::WithoutDto> {
        self.answer.without.iter().filter(|place| place.side == "left").collect()
    }

    fn side(&self, fairness: &FairnessDto) -> String {
        Messages::current().text(if fairness.side == "left" { "match-side-left" } else { "match-side-right" })
    }

    fn band(&self, band: &dto::BandDto) -> String {
        let messages = Messages::current();
        let from = messages.number(band.from);
        match band.below {
            Some(below) => {
                messages.with("match-band", &[("from", from.into()), ("below", messages.number(below).into())])
            }
            None => messages.with("match-band-open", &[("from", from.into())]),
        }
    }
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Path(id): Path<String>,
    Asked(asked): Asked<Vec<(String, String)>>,
) -> Answer {
    let studio = Studio::read(&snapshot, &id, &asked)?;
    aside(move || show(&snapshot, studio)).await?
}

fn show(snapshot: &Snapshot, studio: Studio) -> Answer {
    let answer = studio.whole(snapshot)?;
    let path = format!("/match/{}", studio.brief.id);
    let frame = Frame::new(snapshot, studio.as_of, answer.brief.brief.title.clone(), path.clone());
    let mut frame = frame.under("match", "/match", &Messages::current().text("nav-match")).here();
    frame.summary.clone_from(&answer.brief.brief.question);
    frame.has_map = true;
    frame.scripts.push("studio");
    let asked = studio.asked.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let query = query_string(asked.chain([Language::current().param()]));
    let json = format!("/api{path}{query}");
    frame.json = Some(json.clone());
    render(&MatchPage {
        map: format!("/api{path}/map{query}"),
        plain: frame.undated_href(&path),
        fields: fields(&studio),
        objectives: objectives(&answer),
        against: against(&studio),
        asks_gates: studio.brief.gates.is_some(),
        is_firm: studio.firm,
        marks: marks(&answer),
        pulses: super::home::marks("pulse"),
        why: studio.why,
        json,
        answer,
        frame,
    })
}

fn fields(studio: &Studio) -> Vec<Field> {
    let messages = Messages::current();
    let said = |key: String| messages.label(&key).map_or_else(|| Cow::Owned(key.clone()), Cow::Borrowed);
    let field = |(id, weight): (&'static str, f64)| Field {
        id,
        title: said(format!("criterion-{id}")),
        about: said(format!("criterion-{id}-about")),
        weight,
    };
    weights(&studio.brief).map(field).collect()
}

fn objectives(answer: &MatchDto) -> Vec<Choice> {
    let choice = |word: &str| Choice {
        value: word.to_owned(),
        label: Messages::current().word("objective", word),
        is_chosen: answer.brief.objective.value == word,
    };
    ["total", "fair", "stable", "browse"].map(choice).into()
}

fn against(studio: &Studio) -> Vec<Choice> {
    let tag = Language::current().tag();
    let choice = |(name, _): &(String, _)| Choice {
        label: studio.brief.weighting_in(name, tag),
        is_chosen: studio.against == *name,
        value: name.clone(),
    };
    studio.brief.weightings.iter().map(choice).collect()
}

/// What the lines of the map mean.
fn marks(answer: &MatchDto) -> Vec<Mark> {
    let is_there = |mark: &Mark| answer.pairs.iter().any(|pair| dto::drawn_as(pair) == mark.word);
    let mut marks: Vec<Mark> = super::home::marks("standing").into_iter().filter(is_there).collect();
    let proposed = marks.iter_mut().filter(|mark| mark.word == "intent");
    proposed.for_each(|mark| mark.label = Messages::current().text("match-proposed"));
    marks
}
