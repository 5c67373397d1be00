//! The check of an answer, by code that shares nothing with the solvers: it reads the values of the criteria, adds them up
//! anew, and tests every demand of the brief and every price of the proof.

use super::brief::Objective;
use super::scene::Cell;
use super::solve::{Plan, Proof};
use super::task::{Side, Task};
use crate::{Audit, Capacities, Costs, Goal, Range, Shortfall, audit_transport};

/// What a check found.
#[derive(Debug, Clone)]
pub struct Check {
    /// What is wrong, in sentences; empty if nothing is.
    pub faults: Vec<String>,
    /// The audit of the prices, where there are any.
    pub audit: Option<Audit>,
    /// Whether it is shown that the worst pair cannot be better, where that was asked.
    pub is_floor_proved: Option<bool>,
    /// How many pairs would both rather have each other.
    pub n_blocking: usize,
}

impl Check {
    /// Whether the answer is what it says.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.faults.is_empty() && self.audit.as_ref().is_none_or(Audit::is_proof) && self.is_floor_proved != Some(false)
    }
}

impl Task<'_> {
    /// Checks a plan of this task.
    #[must_use]
    pub fn check(&self, plan: &Plan) -> Check {
        let mut check = Check { faults: self.faults(plan), audit: None, is_floor_proved: None, n_blocking: 0 };
        match self.blocking(plan, &self.brief.weights) {
            Ok(blocking) => check.n_blocking = blocking.iter().filter(|cell| !self.touches_must(**cell)).count(),
            Err(error) => check.faults.push(error.to_string()),
        }
        if matches!(self.brief.objective, Objective::Stable { .. }) && check.n_blocking > 0 {
            check.faults.push(format!("{} pairs would rather have each other", check.n_blocking));
        }
        if let Proof::Prices { plan: priced, floor, limit } = &plan.proof {
            let values = self.table(*floor);
            let capacities = self.room_beside_musts();
            match Costs::try_new(self.scene.left.len(), self.scene.right.len(), &values) {
                Ok(costs) => check.audit = Some(audit_transport(costs, Goal::Max, &capacities, priced)),
                Err(error) => check.faults.push(error.to_string()),
            }
            let is_same = priced.pairs.iter().chain(&self.musts).all(|cell| plan.pairs.binary_search(cell).is_ok());
            if !is_same || priced.pairs.len() + self.musts.len() != plan.pairs.len() {
                check.faults.push("the prices are of another plan".to_owned());
            }
            check.is_floor_proved = floor.map(|floor| match limit {
                Some(limit) => self.is_limit(floor, limit, &capacities),
                None => self.cells().all(|cell| !self.is_above(cell, floor)),
            });
        }
        check
    }

    fn faults(&self, plan: &Plan) -> Vec<String> {
        let mut faults = Vec::new();
        let name = |(left, right): Cell| format!("{} and {}", self.scene.left[left].name, self.scene.right[right].name);
        for cell in &plan.pairs {
            if self.block(*cell).is_some() {
                faults.push(format!("{} may not be paired", name(*cell)));
            }
        }
        for cell in self.musts.iter().filter(|cell| !plan.pairs.contains(cell)) {
            faults.push(format!("{} must be paired", name(*cell)));
        }
        for (side, at_of) in [(Side::Left, (|cell: &Cell| cell.0) as fn(&Cell) -> usize), (Side::Right, |cell| cell.1)]
        {
            for (at, partners) in self.partners[side as usize].iter().enumerate() {
                let n = plan.pairs.iter().filter(|cell| at_of(cell) == at).count();
                let too_few =
                    matches!(self.brief.objective, Objective::Total | Objective::Fair) && n < partners.min as usize;
                let too_many = n > partners.max as usize && !matches!(self.brief.objective, Objective::Browse { .. });
                if too_few || too_many {
                    let place = &self.places(side)[at].name;
                    faults.push(format!("{place} has {n} partners and may have {} to {}", partners.min, partners.max));
                }
            }
        }
        let total: f64 = plan.pairs.iter().map(|cell| self.weighted(*cell)).sum();
        if (total - plan.total).abs() > 1e-9 * (1.0 + total) {
            faults.push(format!("the total is given as {} and is {total}", plan.total));
        }
        faults
    }

    /// What a pair is worth, added up here once more.
    fn weighted(&self, cell: Cell) -> f64 {
        let weights = &self.brief.weights;
        let mut sum = 0.0;
        for (at, score) in self.scores(cell).iter().enumerate() {
            let unknown = weights.unknown[at].unwrap_or(self.brief.unknown);
            sum += weights.both[at] * score.map_or(unknown, |score| score.both);
        }
        sum / weights.both.iter().sum::<f64>()
    }

    fn touches_must(&self, cell: Cell) -> bool {
        self.musts.iter().any(|must| must.0 == cell.0 || must.1 == cell.1)
    }

    /// The table of the proof: pairs that may be chosen, no worse than the floor, with the bonus of known partners.
    fn table(&self, floor: Option<f64>) -> Vec<f64> {
        let room =
            |side: usize, most: usize| self.partners[side].iter().map(|p| (p.max as usize).min(most)).sum::<usize>();
        let most_pairs = room(0, self.scene.right.len()).min(room(1, self.scene.left.len()));
        let puts_first = self.puts_ties_first(&self.brief.weights);
        let bonus = if puts_first { most_pairs as f64 + 1.0 } else { 0.0 };
        let value = |cell: Cell| {
            let worth = self.weighted(cell);
            let is_below = floor.is_some_and(|floor| worth < floor - 1e-12);
            if self.block(cell).is_some() || self.musts.contains(&cell) || is_below {
                f64::NEG_INFINITY
            } else {
                worth + if self.comes_first(cell) { bonus } else { 0.0 }
            }
        };
        self.cells().map(value).collect()
    }

    fn room_beside_musts(&self) -> Capacities {
        let side = |side: usize, at_of: fn(&Cell) -> usize| {
            let rest = |(at, partners): (usize, &super::Partners)| {
                let n = self.musts.iter().filter(|cell| at_of(cell) == at).count();
                let n = u32::try_from(n).unwrap_or(u32::MAX);
                Range { min: partners.min.saturating_sub(n), max: partners.max.saturating_sub(n) }
            };
            self.partners[side].iter().enumerate().map(rest).collect()
        };
        Capacities { rows: side(0, |cell| cell.0), cols: side(1, |cell| cell.1) }
    }

    /// Whether a pair may be chosen and is worth more than the floor.
    fn is_above(&self, cell: Cell, floor: f64) -> bool {
        self.block(cell).is_none() && !self.musts.contains(&cell) && self.weighted(cell) > floor + 1e-12
    }

    /// Whether the places named need more partners above the floor than there is room for.
    fn is_limit(&self, floor: f64, limit: &Shortfall, capacities: &Capacities) -> bool {
        let (own, others) = match limit.side {
            crate::Side::Rows => (&capacities.rows, &capacities.cols),
            crate::Side::Cols => (&capacities.cols, &capacities.rows),
        };
        let cell = |at: usize, other: usize| if limit.side == crate::Side::Rows { (at, other) } else { (other, at) };
        let need: u64 = limit.short.iter().map(|at| u64::from(own[*at].min)).sum();
        let room = |other: usize| {
            let served = limit.short.iter().filter(|at| self.is_above(cell(**at, other), floor)).count() as u64;
            if limit.full.contains(&other) { served.min(u64::from(others[other].max)) } else { served }
        };
        need > (0..others.len()).map(room).sum()
    }
}
