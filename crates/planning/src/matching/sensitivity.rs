//! How firm an answer is: the runner-up of every pair and its cost, why two places are not paired, and where the answer turns
//! when a weight moves.

use rayon::prelude::*;

use super::brief::{Objective, Weights};
use super::criteria::CATALOGUE;
use super::fault::BriefError;
use super::scene::Cell;
use super::solve::{Plan, Twist};
use super::task::{Block, Task};

/// How two plans differ.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// Pairs of the first plan that the second lacks.
    pub lost: Vec<Cell>,
    /// Pairs of the second plan that the first lacks.
    pub gained: Vec<Cell>,
    /// By how much the total falls.
    pub cost: f64,
    /// By how much the worst pair gets worse; below 0 if it gets better.
    pub worst_cost: f64,
}

/// What would be if a chosen pair were not allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct RunnerUp {
    /// The chosen pair.
    pub cell: Cell,
    /// The partners that its left place would have instead; none if it would be left without.
    pub instead: Vec<usize>,
    /// What else would change; `None` if there is no plan without the pair.
    pub change: Option<Change>,
}

/// What would be if a pair that is not chosen were.
#[derive(Debug, Clone, PartialEq)]
pub enum WhyNot {
    /// It is chosen.
    Chosen,
    /// It may not be.
    Blocked(Block),
    /// It would cost this.
    Costs(Change),
    /// No plan can hold it.
    Impossible(BriefError),
}

/// Where the answer turns when one weight moves and the others stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The criterion's number in [`CATALOGUE`].
    pub criterion: usize,
    /// The weight at which another plan becomes as good.
    pub weight: f64,
    /// What changes there.
    pub change: Change,
}

/// How far the answer stays the same when one weight moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// The criterion's number in [`CATALOGUE`].
    pub criterion: usize,
    /// Its weight in the brief.
    pub weight: f64,
    /// The turn below; `None` if the answer stays down to 0.
    pub below: Option<Turn>,
    /// The turn above; `None` if the answer stays up to [`Self::limit`].
    pub above: Option<Turn>,
    /// Up to which weight was looked: as much as all criteria together.
    pub limit: f64,
}

/// How the second plan differs from the first.
#[must_use]
pub fn change(one: &Plan, other: &Plan) -> Change {
    let only = |one: &Plan, other: &Plan| {
        one.pairs.iter().filter(|cell| other.pairs.binary_search(cell).is_err()).copied().collect()
    };
    Change {
        lost: only(one, other),
        gained: only(other, one),
        cost: one.total - other.total,
        worst_cost: one.worst.unwrap_or(0.0) - other.worst.unwrap_or(0.0),
    }
}

impl Task<'_> {
    /// The runner-up of every chosen pair, in the order of the pairs. One more solving for each.
    #[must_use]
    pub fn runner_ups(&self, plan: &Plan) -> Vec<RunnerUp> {
        plan.pairs.par_iter().map(|cell| self.runner_up(plan, *cell)).collect()
    }

    /// The runner-up of one chosen pair.
    #[must_use]
    pub fn runner_up(&self, plan: &Plan, cell: Cell) -> RunnerUp {
        let without = [cell];
        let is_must = self.musts.binary_search(&cell).is_ok();
        let other = if is_must { None } else { self.solve_with(Twist { without: &without, ..self.as_is() }).ok() };
        let change = other.map(|other| change(plan, &other));
        let gained = change.iter().flat_map(|change| &change.gained);
        RunnerUp { cell, instead: gained.filter(|other| other.0 == cell.0).map(|other| other.1).collect(), change }
    }

    /// Why a pair is not chosen, and what choosing it would cost.
    #[must_use]
    pub fn why_not(&self, plan: &Plan, cell: Cell) -> WhyNot {
        if plan.pairs.binary_search(&cell).is_ok() {
            return WhyNot::Chosen;
        }
        if let Some(block) = self.block(cell) {
            return WhyNot::Blocked(block);
        }
        match self.solve_with(Twist { with: &[cell], ..self.as_is() }) {
            Ok(other) => WhyNot::Costs(change(plan, &other)),
            Err(error) => WhyNot::Impossible(error),
        }
    }

    /// Where the answer turns when each weight moves alone; exact, and only for the greatest total: `None` for others.
    ///
    /// A plan's total is a straight line in one weight, so the best total is the upper edge of many lines. From the brief's
    /// weight outwards, the line of the plan is crossed with that of the best plan at the far end, then with that of the best
    /// plan at the crossing, until none is better there. A few solvings for each turn.
    #[must_use]
    pub fn reaches(&self, plan: &Plan) -> Option<Vec<Reach>> {
        if self.brief.objective != Objective::Total {
            return None;
        }
        let weights = &self.brief.weights;
        let limit: f64 = weights.both.iter().sum();
        let reach = |criterion: usize| {
            let turn = |end: f64| self.turn(plan, criterion, end);
            let is_alone = (limit - weights.both[criterion]).abs() < 1e-12;
            Reach {
                criterion,
                weight: weights.both[criterion],
                // Down to the last weight above 0: at 0 ties no longer come first, which is another question.
                below: if weights.both[criterion] > 0.0 && !is_alone { turn(f64::MIN_POSITIVE) } else { None },
                above: turn(limit.max(weights.both[criterion])),
                limit,
            }
        };
        Some((0..CATALOGUE.len()).into_par_iter().map(reach).collect())
    }

    /// The first turn on the way from the brief's weight to another.
    fn turn(&self, plan: &Plan, criterion: usize, end: f64) -> Option<Turn> {
        let own = Line::of(self, &plan.pairs, criterion);
        let (mut weight, mut found) = (end, None);
        for _ in 0..64 {
            let weights = self.brief.weights.with(criterion, weight);
            let other = self.solve_with(Twist { weights: &weights, ..self.as_is() }).ok()?;
            let line = Line::of(self, &other.pairs, criterion);
            let ahead = line.at(weight) - own.at(weight);
            if ahead <= 1e-9 * (1.0 + own.at(weight).abs()) || other.pairs == plan.pairs {
                break;
            }
            found = Some(other);
            weight = (own.rest - line.rest) / (line.slope - own.slope);
        }
        let other = found?;
        Some(Turn { criterion, weight, change: self.rated(plan, &other, &self.brief.weights) })
    }

    /// How another plan differs, both measured by the same weights.
    pub(super) fn rated(&self, plan: &Plan, other: &Plan, weights: &Weights) -> Change {
        let rate = |plan: &Plan| {
            let worths: Vec<f64> = plan.pairs.iter().map(|cell| self.worth(*cell, weights).both).collect();
            Plan {
                total: crate::sum::sum(worths.iter().copied()),
                worst: worths.iter().copied().reduce(f64::min),
                ..plan.clone()
            }
        };
        change(&rate(plan), &rate(other))
    }
}

/// A plan's total before it is divided by the sum of weights, as a straight line in one weight.
struct Line {
    rest: f64,
    slope: f64,
}

impl Line {
    fn of(task: &Task<'_>, pairs: &[Cell], criterion: usize) -> Self {
        let weights = &task.brief.weights;
        let mut line = Self { rest: 0.0, slope: 0.0 };
        for cell in pairs {
            for (at, score) in task.scores(*cell).iter().enumerate() {
                let value = score.map_or_else(|| task.brief.unknown_for(weights, at), |score| score.both);
                if at == criterion { line.slope += value } else { line.rest += weights.both[at] * value }
            }
        }
        line
    }

    fn at(&self, weight: f64) -> f64 {
        self.rest + weight * self.slope
    }
}
