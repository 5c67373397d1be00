//! How firm an answer is: runner-ups, why two places are not paired, where the answer turns, other weightings beside it.

use planning::matching::{
    CATALOGUE, Cell, Change, Comparison, Plan, Reach, RunnerUp, Shift, Side, Task, Turn, Weights, WhyNot,
};
use register::{Arg, ClaimKey, Reason};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::words::{ReasonDto, reason};
use super::brief::{WeightDto, title, weights};
use super::pair::{MatchPairDto, MatchPlaceDto, block_reason, pair, place_at};
use super::{Shown, rounded};

/// How another plan differs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangeDto {
    /// Pairs that would no longer be chosen: the names of both places.
    pub lost: Vec<[String; 2]>,
    /// Pairs that would be chosen instead.
    pub gained: Vec<[String; 2]>,
    /// By how much the total would fall.
    pub cost: f64,
    /// By how much the worst pair would be worse; below 0 if better.
    pub worst_cost: f64,
}

/// What would be if a pair were not allowed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RunnerUpDto {
    /// The partners that the left place would have instead.
    pub instead: Vec<MatchPlaceDto>,
    /// What would change; null where no plan is possible without the pair.
    pub change: Option<ChangeDto>,
    /// The same in a sentence.
    pub text: String,
}

/// Why two places are paired or not.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WhyDto {
    /// The pair and its whole account.
    pub pair: MatchPairDto,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// The answer in a sentence.
    pub reason: ReasonDto,
    /// What would change if it were chosen; null where it is chosen or cannot be.
    pub change: Option<ChangeDto>,
    /// The partners that the left place has.
    pub left_has: Vec<MatchPlaceDto>,
    /// The partners that the right place has.
    pub right_has: Vec<MatchPlaceDto>,
}

/// How far the answer stays the same when one weight moves alone.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReachDto {
    /// The criterion.
    pub criterion: String,
    /// Its title.
    pub title: String,
    /// Its weight in the brief.
    pub weight: f64,
    /// Where the answer turns below; null if it stays down to 0.
    pub below: Option<TurnDto>,
    /// Where it turns above; null if it stays up to `limit`.
    pub above: Option<TurnDto>,
    /// Up to which weight was looked.
    pub limit: f64,
}

/// A turn of the answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TurnDto {
    /// The weight at which another plan becomes as good.
    pub weight: f64,
    /// What changes there.
    pub change: ChangeDto,
}

/// Another weighting beside the brief's.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComparisonDto {
    /// Its name.
    pub name: String,
    /// Its weights.
    pub weights: Vec<WeightDto>,
    /// How many pairs its answer has.
    pub n_pairs: usize,
    /// How many pairs are in both answers.
    pub n_same: usize,
    /// The total of its answer, measured by the brief's weights.
    pub cost: f64,
    /// Who gains and who loses, the left side first.
    pub shifts: Vec<ShiftDto>,
}

/// A place whose partners change.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ShiftDto {
    /// `left` or `right`.
    #[schema(value_type = String)]
    pub side: &'static str,
    /// The place.
    pub place: MatchPlaceDto,
    /// The names of its partners by the brief's weights.
    pub before: Vec<String>,
    /// The names of its partners by the other weighting.
    pub after: Vec<String>,
    /// What it gains by the change, by the brief's weights; below 0 if it loses.
    pub gain: f64,
    /// The same by the other weighting.
    pub gain_by_other: f64,
}

/// A change with names.
pub(super) fn change(task: &Task<'_>, change: &Change) -> ChangeDto {
    let names = |cell: &Cell| [name(task, Side::Left, cell.0), name(task, Side::Right, cell.1)];
    ChangeDto {
        lost: change.lost.iter().map(names).collect(),
        gained: change.gained.iter().map(names).collect(),
        cost: rounded(change.cost),
        worst_cost: rounded(change.worst_cost),
    }
}

/// How many pairs fewer would have a tie that stands, where the brief puts those first. The total alone would mislead there:
/// it may even rise.
fn n_ties_lost(task: &Task<'_>, change: &Change) -> usize {
    if !task.puts_ties_first(&task.brief.weights) {
        return 0;
    }
    let count = |cells: &[Cell]| cells.iter().filter(|cell| task.comes_first(**cell)).count();
    count(&change.lost).saturating_sub(count(&change.gained))
}

/// The runner-up of a pair.
pub(super) fn runner_up(task: &Task<'_>, of: &RunnerUp) -> RunnerUpDto {
    let left = name(task, Side::Left, of.cell.0);
    let instead: Vec<MatchPlaceDto> = of.instead.iter().map(|at| place_at(task, Side::Right, *at)).collect();
    let names = instead.iter().map(|place| place.name.clone()).collect::<Vec<_>>().join(", ");
    let n_others = of.change.as_ref().map_or(0, |change| change.gained.len().saturating_sub(instead.len()));
    let key = match &of.change {
        None => "plan-runner-up-none",
        Some(of) if n_ties_lost(task, of) > 0 => "plan-runner-up-ties",
        Some(_) if instead.is_empty() => "plan-runner-up-without",
        Some(_) => "plan-runner-up",
    };
    let cost = of.change.as_ref().map_or(0.0, |change| change.cost);
    let args = [
        ("left", left.into()),
        ("instead", if names.is_empty() { "none".into() } else { names.into() }),
        ("cost", decimals(cost.abs()).into()),
        // Where no answer is sought by total, as in a stable one, another may be worth more.
        ("way", if cost < -1e-9 { "gain".into() } else { "loss".into() }),
        ("others", n_others.into()),
        ("n", of.change.as_ref().map_or(0, |change| n_ties_lost(task, change)).into()),
    ];
    RunnerUpDto {
        instead,
        change: of.change.as_ref().map(|of| change(task, of)),
        text: crate::messages::Messages::current().with(key, &args),
    }
}

/// Why a pair is chosen or not.
pub(super) fn why(task: &Task<'_>, plan: &Plan, (cell, why): &(Cell, WhyNot), claims: &mut Vec<ClaimKey>) -> WhyDto {
    let text = |name: &'static str, text: String| (name, Arg::Text(text));
    let mut args = vec![text("left", name(task, Side::Left, cell.0)), text("right", name(task, Side::Right, cell.1))];
    let key = match why {
        WhyNot::Chosen => "plan-why-chosen",
        WhyNot::Blocked(_) => "plan-why-blocked",
        WhyNot::Costs(change) if n_ties_lost(task, change) > 0 => {
            args.push(("n", Arg::Number(n_ties_lost(task, change) as u64)));
            "plan-why-ties"
        }
        WhyNot::Costs(change) if change.cost <= 1e-9 && change.worst_cost <= 1e-9 => "plan-why-as-good",
        WhyNot::Costs(change) => {
            args.push(text("cost", decimals(change.cost)));
            args.push(text("worst", decimals(change.worst_cost)));
            if change.cost > 1e-9 { "plan-why-costs" } else { "plan-why-worst" }
        }
        WhyNot::Impossible(error) => {
            args.push(text("what", error.fault.to_string()));
            "plan-why-impossible"
        }
    };
    let said = match why {
        WhyNot::Blocked(block) => block_reason(task, *block, *cell),
        _ => Reason { key, args, claims: Vec::new() },
    };
    let partners = |side: Side, at: usize| {
        let cells = task.partners_of(plan, side, at);
        cells
            .map(|(left, right)| match side {
                Side::Left => place_at(task, Side::Right, right),
                Side::Right => place_at(task, Side::Left, left),
            })
            .collect()
    };
    WhyDto {
        pair: pair(task, *cell, &Shown { every_term: true, ..Shown::default() }, claims),
        is_chosen: *why == WhyNot::Chosen,
        reason: reason(task.scene.register, &said),
        change: match why {
            WhyNot::Costs(of) => Some(change(task, of)),
            _ => None,
        },
        left_has: partners(Side::Left, cell.0),
        right_has: partners(Side::Right, cell.1),
    }
}

/// How far the answer stays the same.
pub(super) fn reach(task: &Task<'_>, reach: &Reach) -> ReachDto {
    let turn = |turn: &Turn| TurnDto { weight: rounded(turn.weight), change: change(task, &turn.change) };
    ReachDto {
        criterion: CATALOGUE[reach.criterion].id.to_owned(),
        title: title(reach.criterion),
        weight: reach.weight,
        below: reach.below.as_ref().map(turn),
        above: reach.above.as_ref().map(turn),
        limit: rounded(reach.limit),
    }
}

/// Another weighting.
pub(super) fn comparison(task: &Task<'_>, (name, by, comparison): &(String, Weights, Comparison)) -> ComparisonDto {
    ComparisonDto {
        name: name.clone(),
        weights: weights(&task.brief, by),
        n_pairs: comparison.other.pairs.len(),
        n_same: comparison.n_same,
        cost: rounded(comparison.change.cost),
        shifts: comparison.shifts.iter().map(|of| shift(task, of)).collect(),
    }
}

fn shift(task: &Task<'_>, shift: &Shift) -> ShiftDto {
    let other = if shift.side == Side::Left { Side::Right } else { Side::Left };
    let names = |partners: &[usize]| partners.iter().map(|at| name(task, other, *at)).collect();
    ShiftDto {
        side: shift.side.word(),
        place: place_at(task, shift.side, shift.at),
        before: names(&shift.before),
        after: names(&shift.after),
        gain: rounded(shift.gain),
        gain_by_other: rounded(shift.gain_by_other),
    }
}

fn name(task: &Task<'_>, side: Side, at: usize) -> String {
    task.places(side)[at].name.clone()
}

/// A worth in a sentence: three decimals, and no zero where there is something.
pub(super) fn decimals(number: f64) -> String {
    let is_shown = number.abs() >= 0.000_5 || number.abs() < 1e-9;
    let messages = crate::messages::Messages::current();
    if is_shown { messages.decimals(number) } else { messages.text("plan-tiny") }
}
