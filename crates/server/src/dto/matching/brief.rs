//! The question: whose places, which weights, what a good answer is.

use planning::matching::{Basis, Brief, CATALOGUE, Objective, Side, SideBrief, UnitList, Weights};
use register::Register;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::source::{SourceRefDto, source_ref};
use super::super::words::{WordDto, word};
use super::{Answered, rounded};
use crate::messages::Messages;

/// A brief in a list of briefs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BriefRefDto {
    /// Its short name.
    #[schema(example = "us-ru-today")]
    pub id: String,
    /// Its title.
    pub title: String,
    /// The question in a sentence or two.
    pub question: String,
}

/// A brief as it was answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BriefDto {
    /// Its short name, title and question.
    #[serde(flatten)]
    pub brief: BriefRefDto,
    /// The class of tie that is sought.
    pub class: WordDto,
    /// What a good answer is: `total`, `fair`, `stable` or `browse`.
    pub objective: WordDto,
    /// The same in a sentence.
    pub objective_text: String,
    /// What a criterion without data counts for, 0 to 1.
    pub unknown: f64,
    /// Whether pairs with a tie come before all others.
    pub ties_first: bool,
    /// The kind of body that the gates were asked about; null when they were not asked.
    pub body: Option<String>,
    /// The activity that the gates were asked about.
    pub activity: Option<String>,
    /// The places that seek.
    pub left: SideOfBriefDto,
    /// The places they can be given.
    pub right: SideOfBriefDto,
    /// The criteria with a weight, in the order of the catalogue.
    pub weights: Vec<WeightDto>,
}

/// One side of a brief.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SideOfBriefDto {
    /// How many places there are.
    pub n_places: usize,
    /// How many partners each may have at least, where the brief says nothing else of a place.
    pub min: u32,
    /// How many at most.
    pub max: u32,
    /// The list that names the places; null when the brief names them itself.
    pub list: Option<UnitListDto>,
}

/// A list of places by one count.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnitListDto {
    /// Its short name.
    #[schema(example = "us-states")]
    pub id: String,
    /// Its title.
    pub title: String,
    /// By whose count, on which day, and what other counts there are.
    pub about: String,
    /// Its sources.
    pub sources: Vec<SourceRefDto>,
}

/// A criterion and its weight.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WeightDto {
    /// The criterion.
    #[schema(example = "shared-hazards")]
    pub criterion: String,
    /// Its title.
    pub title: String,
    /// What it measures, in a sentence or two.
    pub about: String,
    /// The source that it rests on; null where it is a choice of ours.
    pub source: Option<String>,
    /// Its weight in the common worth.
    pub weight: f64,
    /// Its share of all weights, 0 to 1.
    pub share: f64,
    /// Its weight as the left ranks.
    pub left: f64,
    /// Its weight as the right ranks.
    pub right: f64,
    /// What it counts for where data are missing.
    pub unknown: f64,
}

/// A brief in short.
#[must_use]
pub fn brief_ref(brief: &Brief) -> BriefRefDto {
    let tag = Messages::current().language().tag();
    BriefRefDto {
        id: brief.id.clone(),
        title: brief.title_in(tag).to_owned(),
        question: brief.question_in(tag).trim().to_owned(),
    }
}

/// The brief of an answer.
pub(super) fn brief(answered: Answered<'_>) -> BriefDto {
    let brief = &answered.task.brief;
    let side = |side: Side, of: &SideBrief| SideOfBriefDto {
        n_places: answered.task.places(side).len(),
        min: of.partners.min,
        max: of.partners.max,
        list: of.list.as_ref().and_then(|id| unit_list(answered.task.scene.register, answered.units, id)),
    };
    BriefDto {
        brief: brief_ref(brief),
        class: word("class", brief.class.word()),
        objective: word("objective", objective_word(brief.objective)),
        objective_text: objective_text(brief.objective, answered.task.puts_ties_first(&brief.weights)),
        unknown: brief.unknown,
        ties_first: brief.existing.first,
        body: brief.gates.as_ref().map(|ask| ask.body.word().to_owned()),
        activity: brief.gates.as_ref().map(|ask| ask.doing.word().to_owned()),
        left: side(Side::Left, &brief.left),
        right: side(Side::Right, &brief.right),
        weights: weights(brief, &brief.weights),
    }
}

/// The title of a criterion.
pub(super) fn title(criterion: usize) -> String {
    Messages::current().text(&format!("criterion-{}", CATALOGUE[criterion].id))
}

/// The criteria with a weight.
pub(super) fn weights(brief: &Brief, weights: &Weights) -> Vec<WeightDto> {
    let total: f64 = weights.both.iter().sum();
    let weight = |at: usize| WeightDto {
        criterion: CATALOGUE[at].id.to_owned(),
        title: title(at),
        about: Messages::current().text(&format!("criterion-{}-about", CATALOGUE[at].id)),
        source: match CATALOGUE[at].basis {
            Basis::Source(source) => Some(source.to_owned()),
            Basis::House => None,
        },
        weight: weights.both[at],
        share: rounded(weights.both[at] / total),
        left: weights.left[at],
        right: weights.right[at],
        unknown: brief.unknown_for(weights, at),
    };
    let has_weight = |at: &usize| [&weights.both, &weights.left, &weights.right].iter().any(|side| side[*at] > 0.0);
    (0..CATALOGUE.len()).filter(has_weight).map(weight).collect()
}

const fn objective_word(objective: Objective) -> &'static str {
    match objective {
        Objective::Total => "total",
        Objective::Fair => "fair",
        Objective::Stable { .. } => "stable",
        Objective::Browse { .. } => "browse",
    }
}

fn objective_text(objective: Objective, puts_ties_first: bool) -> String {
    let messages = Messages::current();
    match objective {
        Objective::Total if puts_ties_first => messages.text("plan-objective-total-first"),
        Objective::Total => messages.text("plan-objective-total"),
        Objective::Fair => messages.text("plan-objective-fair"),
        Objective::Stable { left_proposes } => {
            messages.text(if left_proposes { "plan-objective-stable-left" } else { "plan-objective-stable-right" })
        }
        Objective::Browse { k } => messages.with("plan-objective-browse", &[("k", k.into())]),
    }
}

fn unit_list(register: &Register, units: &[UnitList], id: &str) -> Option<UnitListDto> {
    let list = units.iter().find(|list| list.id == id)?;
    let source = |id: &String| match model::SourceId::parse(id) {
        Ok(id) => source_ref(register, &id),
        Err(_) => SourceRefDto { id: id.clone(), title: id.clone(), url: String::new() },
    };
    let tag = Messages::current().language().tag();
    Some(UnitListDto {
        id: list.id.clone(),
        title: list.title_in(tag).to_owned(),
        about: list.about_in(tag).trim().to_owned(),
        sources: list.sources.iter().map(source).collect(),
    })
}
