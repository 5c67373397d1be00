//! A count: its definition in words, the number, the list behind it, and what others stated.

use register::{Beside, Count, CountItem, Definition, Register, Unit, UnknownRule, Verdict};
use serde::Serialize;
use utoipa::ToSchema;

use super::cited::{BasisDto, basis};
use super::words::{AsOfDto, ReasonDto, WordDto, as_of, name_of, reason};
use crate::edited::{Difference, differences};
use crate::language::Language;
use crate::messages::Messages;

/// A written definition of a count.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DefinitionDto {
    /// Its short name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it counts, in a sentence or two.
    pub description: String,
    /// Its page.
    pub url: String,
    /// The two countries or units.
    #[schema(example = "ru~us")]
    pub between: String,
    /// The levels counted; empty for all.
    pub levels: Vec<String>,
    /// The classes counted; empty for all.
    #[schema(value_type = Vec<String>)]
    pub classes: Vec<&'static str>,
    /// The standings counted; empty for all.
    #[schema(value_type = Vec<String>)]
    pub standings: Vec<&'static str>,
    /// What to do when the standing is unknown: `in`, `out` or `disputed`.
    #[schema(value_type = String, example = "disputed")]
    pub unknown: &'static str,
    /// The pulses counted; empty for all.
    #[schema(value_type = Vec<String>)]
    pub pulses: Vec<&'static str>,
    /// Topics of which the tie's activities must have had one; empty for any or none.
    pub topics: Vec<String>,
    /// A registry that must list the tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// `pairs`, or `places of` a country.
    pub unit: String,
}

/// The counts of one pair of days.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CountsDto {
    /// The days asked for.
    pub as_of: AsOfDto,
    /// The counts, without the lists behind them.
    pub items: Vec<CountDto>,
}

/// A count.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CountDto {
    /// What is counted.
    pub definition: DefinitionDto,
    /// The days asked for.
    pub as_of: AsOfDto,
    /// The number.
    pub number: u64,
    /// The number if every disputed tie were counted.
    pub number_with_disputed: u64,
    /// The ties, in the order in, disputed, out; absent in the list of counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<CountItemDto>,
    /// What others stated, the nearest in time first; absent in the list of counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<StatedDto>,
    /// The claims it rests on, and their sources; none in the list of counts.
    #[serde(flatten)]
    pub basis: BasisDto,
}

/// A tie in a count.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CountItemDto {
    /// The tie.
    pub tie: String,
    /// The names of its parties.
    pub title: String,
    /// Its page.
    pub url: String,
    /// `in`, `disputed` or `out`.
    #[schema(value_type = String, example = "in")]
    pub verdict: &'static str,
    /// Why.
    pub reasons: Vec<ReasonDto>,
}

/// A number that somebody stated.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StatedDto {
    /// The claim.
    pub claim: String,
    /// The number.
    pub number: u32,
    /// How it was put.
    pub bound: WordDto,
    /// The unit in the source's words.
    pub unit: String,
    /// What this definition gives in the unit of the stated number; null when that unit is none of ours.
    pub ours: Option<u64>,
    /// Ours minus theirs, in that unit.
    pub difference: Option<i64>,
    /// How many months its day is from ours.
    pub months_apart: u32,
    /// Why the two differ.
    pub reasons: Vec<ReasonDto>,
}

/// A count by an edited definition, beside the saved one it began with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EditedCountDto {
    /// The saved definition it began with, unchanged.
    pub saved: DefinitionDto,
    /// The number by the saved definition.
    pub saved_number: u64,
    /// The number by it if every disputed tie were counted.
    pub saved_number_with_disputed: u64,
    /// The ties on which the two differ.
    pub differences: Vec<DifferenceDto>,
    /// The count by the edited definition.
    #[serde(flatten)]
    pub count: CountDto,
}

/// A tie on which two counts differ.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DifferenceDto {
    /// The tie.
    pub tie: String,
    /// The names of its parties.
    pub title: String,
    /// Its page.
    pub url: String,
    /// What it was by the saved definition: `in`, `disputed` or `out`.
    #[schema(value_type = String, example = "out")]
    pub was: &'static str,
    /// What it is by the edited one.
    #[schema(value_type = String, example = "in")]
    pub is: &'static str,
    /// Why it is that; empty when it is not between the two sides of the edited definition.
    pub reasons: Vec<ReasonDto>,
}

/// A count by an edited definition.
#[must_use]
pub(crate) fn edited_count(register: &Register, saved: &Count, edited: &Count) -> EditedCountDto {
    let count = count(register, edited);
    let shown = |difference: &Difference| {
        let id = register.tie(difference.tie).id();
        DifferenceDto {
            tie: id.to_string(),
            title: Messages::current().tie_name(register, id),
            url: format!("/ties/{id}"),
            was: verdict(difference.was.unwrap_or(Verdict::Out)),
            is: verdict(difference.is.unwrap_or(Verdict::Out)),
            reasons: difference.at.map(|at| count.items[at].reasons.clone()).unwrap_or_default(),
        }
    };
    EditedCountDto {
        saved: definition(&saved.definition),
        saved_number: saved.number,
        saved_number_with_disputed: saved.number_with_disputed,
        differences: differences(saved, edited).iter().map(shown).collect(),
        count,
    }
}

/// A definition.
#[must_use]
pub fn definition(definition: &Definition) -> DefinitionDto {
    DefinitionDto {
        id: definition.id.clone(),
        title: definition.title_in(Language::current().tag()).to_owned(),
        description: definition.description_in(Language::current().tag()).to_owned(),
        url: format!("/counts/{}", definition.id),
        between: definition.between.to_string(),
        levels: definition.levels.clone(),
        classes: definition.classes.iter().map(|class| class.word()).collect(),
        standings: definition.standings.iter().map(|standing| standing.word()).collect(),
        unknown: match definition.unknown {
            UnknownRule::In => "in",
            UnknownRule::Out => "out",
            UnknownRule::Disputed => "disputed",
        },
        pulses: definition.pulses.iter().map(|pulse| pulse.word()).collect(),
        topics: definition.topics.clone(),
        registry: definition.registry.clone(),
        unit: match &definition.unit {
            Unit::Pairs => "pairs".to_owned(),
            Unit::Places { country } => format!("places of {country}"),
        },
    }
}

/// A count with the list behind it.
#[must_use]
pub fn count(register: &Register, count: &Count) -> CountDto {
    let of_items = count.items.iter().flat_map(|item| &item.reasons);
    let of_stated = count.stated.iter().flat_map(|stated| &stated.reasons);
    let keys = of_items.chain(of_stated).flat_map(|why| why.claims.iter().copied());
    let keys = count.stated.iter().map(|stated| stated.claim).chain(keys);
    CountDto {
        definition: definition(&count.definition),
        as_of: as_of(count.as_of),
        number: count.number,
        number_with_disputed: count.number_with_disputed,
        items: count.items.iter().map(|entry| item(register, entry)).collect(),
        stated: count.stated.iter().map(|beside| stated(register, beside)).collect(),
        basis: basis(register, keys),
    }
}

fn item(register: &Register, item: &CountItem) -> CountItemDto {
    let tie = register.tie(item.tie);
    CountItemDto {
        tie: tie.id().to_string(),
        title: Messages::current().tie_name(register, tie.id()),
        url: format!("/ties/{}", tie.id()),
        verdict: verdict(item.verdict),
        reasons: item.reasons.iter().map(|why| reason(register, why)).collect(),
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::In => "in",
        Verdict::Disputed => "disputed",
        Verdict::Out => "out",
    }
}

fn stated(register: &Register, stated: &Beside) -> StatedDto {
    StatedDto {
        claim: name_of(register, stated.claim),
        number: stated.number,
        bound: super::words::word("bound", stated.bound.word()),
        unit: stated.unit.clone(),
        ours: stated.ours,
        difference: stated.difference,
        months_apart: stated.months_apart,
        reasons: stated.reasons.iter().map(|why| reason(register, why)).collect(),
    }
}
