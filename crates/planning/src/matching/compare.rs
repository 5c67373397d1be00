//! Two weightings side by side: what stays, what changes, who gains and who loses.

use super::brief::Weights;
use super::fault::BriefError;
use super::sensitivity::Change;
use super::solve::{Plan, Twist};
use super::task::{Side, Task};

/// What a second weighting would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The plan by the second weighting.
    pub other: Plan,
    /// How many pairs are in both plans.
    pub n_same: usize,
    /// How the plans differ, measured by the brief's own weights.
    pub change: Change,
    /// The places whose partners change, the left side first, by id.
    pub shifts: Vec<Shift>,
}

/// A place whose partners change.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// The side.
    pub side: Side,
    /// The place.
    pub at: usize,
    /// Its partners by the brief's own weights.
    pub before: Vec<usize>,
    /// Its partners by the other weighting.
    pub after: Vec<usize>,
    /// What it gains by the change, measured by the brief's own weights; below 0 if it loses. No partner is worth 0.
    pub gain: f64,
    /// The same, measured by the other weighting.
    pub gain_by_other: f64,
}

impl Task<'_> {
    /// Sets another weighting beside the brief's.
    ///
    /// # Errors
    /// As [`Task::solve`].
    pub fn compare(&self, plan: &Plan, weights: &Weights) -> Result<Comparison, BriefError> {
        let other = self.solve_with(Twist { weights, ..self.as_is() })?;
        let n_same = plan.pairs.iter().filter(|cell| other.pairs.binary_search(cell).is_ok()).count();
        let shifts = [Side::Left, Side::Right].into_iter().flat_map(|side| {
            let places = 0..self.places(side).len();
            places.filter_map(|at| self.shift(plan, &other, weights, (side, at))).collect::<Vec<_>>()
        });
        Ok(Comparison {
            n_same,
            change: self.rated(plan, &other, &self.brief.weights),
            shifts: shifts.collect(),
            other,
        })
    }

    fn shift(&self, plan: &Plan, other: &Plan, weights: &Weights, (side, at): (Side, usize)) -> Option<Shift> {
        let partners = |plan: &Plan| -> Vec<usize> {
            self.partners_of(plan, side, at).map(|cell| if side == Side::Left { cell.1 } else { cell.0 }).collect()
        };
        let (before, after) = (partners(plan), partners(other));
        let worth = |partners: &[usize], weights: &Weights| {
            let cell = |other: &usize| if side == Side::Left { (at, *other) } else { (*other, at) };
            let one = |partner: &usize| {
                let worth = self.worth(cell(partner), weights);
                if side == Side::Left { worth.left } else { worth.right }
            };
            partners.iter().map(one).sum::<f64>() / partners.len().max(1) as f64
        };
        let gain = |weights: &Weights| worth(&after, weights) - worth(&before, weights);
        let (gain, gain_by_other) = (gain(&self.brief.weights), gain(weights));
        (before != after).then_some(Shift { side, at, before, after, gain, gain_by_other })
    }
}
