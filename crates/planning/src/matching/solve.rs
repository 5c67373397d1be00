//! The answer to a task: who is given to whom, with what proves it.

use register::Permission;

use super::brief::{Objective, Weights};
use super::fault::{BriefError, Fault};
use super::scene::Cell;
use super::task::{Side, Task};
use crate::{Capacities, Costs, Goal, Market, Range, Shortfall, Transport, blocking_pairs, stable_pairs, transport};

/// The answer to a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The chosen pairs, rising.
    pub pairs: Vec<Cell>,
    /// The sum of what the pairs are worth.
    pub total: f64,
    /// What the worst pair is worth; `None` without pairs.
    pub worst: Option<f64>,
    /// What proves it.
    pub proof: Proof,
}

/// What proves that there is no better plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// Prices: of all plans no worse than `floor`, none has a greater total.
    Prices {
        /// The plan without its must pairs, and its prices.
        plan: crate::Plan,
        /// The least worth that a pair may have, where the worst-off place comes first.
        floor: Option<f64>,
        /// Why the worst pair cannot be better: places with too few partners above the floor; `None` if no pair is above.
        limit: Option<Shortfall>,
    },
    /// No two places would both rather have each other: see [`Task::blocking`].
    Stable,
    /// Each place's best, whoever else has them; nothing to prove but the order.
    Best,
}

/// A change to a task: other weights, pairs forbidden, pairs forced.
#[derive(Debug, Clone, Copy)]
pub struct Twist<'a> {
    /// The weights.
    pub weights: &'a Weights,
    /// Pairs that may not be chosen.
    pub without: &'a [Cell],
    /// Pairs that must be chosen, beside the brief's.
    pub with: &'a [Cell],
}

/// What the solver is given.
pub(super) struct Given {
    pub n_rows: usize,
    pub n_cols: usize,
    pub values: Vec<f64>,
    pub capacities: Capacities,
    /// Pairs that are chosen whatever the solver says; they are forbidden in the table, and their places have less room.
    pub forced: Vec<Cell>,
}

impl Given {
    pub(super) fn costs(&self) -> Result<Costs<'_>, crate::Error> {
        Costs::try_new(self.n_rows, self.n_cols, &self.values)
    }

    /// The same with every pair below `floor` forbidden.
    pub(super) fn above(&self, floor: f64, worth: &[f64]) -> Self {
        let keep = |(value, worth): (&f64, &f64)| if *worth >= floor { *value } else { f64::NEG_INFINITY };
        let values = self.values.iter().zip(worth).map(keep).collect();
        Self { values, capacities: self.capacities.clone(), forced: self.forced.clone(), ..*self }
    }
}

impl Task<'_> {
    /// The brief's own weights, without any change.
    #[must_use]
    pub fn as_is(&self) -> Twist<'_> {
        Twist { weights: &self.brief.weights, without: &[], with: &[] }
    }

    /// The best plan by the brief's objective.
    ///
    /// # Errors
    /// [`BriefError`] with a smallest set of demands that clash.
    pub fn solve(&self) -> Result<Plan, BriefError> {
        self.solve_with(self.as_is())
    }

    /// The best plan of a task with a change.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn solve_with(&self, twist: Twist<'_>) -> Result<Plan, BriefError> {
        let given = self.given(twist);
        self.check_room(&given.forced)?;
        let (pairs, proof) = match self.brief.objective {
            Objective::Total => self.total(&given, None)?,
            Objective::Fair => self.fair(&given, twist)?,
            Objective::Stable { left_proposes } => {
                let side = if left_proposes { crate::Side::Rows } else { crate::Side::Cols };
                (stable_pairs(&self.market(twist, &given)?, side), Proof::Stable)
            }
            Objective::Browse { k } => (self.best(twist, k), Proof::Best),
        };
        let mut pairs: Vec<Cell> = pairs.into_iter().chain(given.forced.iter().copied()).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let worths: Vec<f64> = pairs.iter().map(|cell| self.worth(*cell, twist.weights).both).collect();
        Ok(Plan {
            total: crate::sum::sum(worths.iter().copied()),
            worst: worths.iter().copied().reduce(f64::min),
            pairs,
            proof,
        })
    }

    /// The pairs that would both rather have each other than what the plan gives them.
    ///
    /// # Errors
    /// [`BriefError`] if the rankings are not what the solver expects, which would be a fault of ours.
    pub fn blocking(&self, plan: &Plan, weights: &Weights) -> Result<Vec<Cell>, BriefError> {
        let twist = Twist { weights, without: &[], with: &[] };
        let market = self.market(twist, &Given { forced: Vec::new(), ..self.given(twist) })?;
        Ok(blocking_pairs(&market, &plan.pairs))
    }

    /// Whether a pair may be chosen.
    #[must_use]
    pub fn is_lawful(&self, cell: Cell) -> bool {
        self.block(cell).is_none() && self.permission(cell) != Permission::Prohibited
    }

    /// The table, the capacities, and the pairs that are chosen anyway.
    pub(super) fn given(&self, twist: Twist<'_>) -> Given {
        let (n_rows, n_cols) = (self.scene.left.len(), self.scene.right.len());
        let mut forced: Vec<Cell> = self.musts.iter().chain(twist.with).copied().collect();
        forced.sort_unstable();
        forced.dedup();
        let first = self.first_bonus(twist.weights);
        let value = |cell: Cell| {
            if !self.is_lawful(cell) || twist.without.contains(&cell) || forced.binary_search(&cell).is_ok() {
                return f64::NEG_INFINITY;
            }
            let bonus = if first > 0.0 && self.comes_first(cell) { first } else { 0.0 };
            self.worth(cell, twist.weights).both + bonus
        };
        let values = self.cells().map(value).collect();
        let room = |side: usize, n_forced: &dyn Fn(usize) -> u32| {
            let left = |(at, partners): (usize, &super::brief::Partners)| {
                let n = n_forced(at);
                Range { min: partners.min.saturating_sub(n), max: partners.max.saturating_sub(n) }
            };
            self.partners[side].iter().enumerate().map(left).collect()
        };
        let count = |test: &dyn Fn(&Cell) -> bool| {
            u32::try_from(forced.iter().filter(|cell| test(cell)).count()).unwrap_or(u32::MAX)
        };
        let capacities = Capacities {
            rows: room(0, &|at| count(&|cell| cell.0 == at)),
            cols: room(1, &|at| count(&|cell| cell.1 == at)),
        };
        Given { n_rows, n_cols, values, capacities, forced }
    }

    /// What a pair that comes first is given beside its worth, so that no number of other pairs makes up for it: first as many
    /// places as can be have a partner with whom a tie stands, then the total counts. 0 unless asked for.
    fn first_bonus(&self, weights: &Weights) -> f64 {
        if !self.puts_ties_first(weights) {
            return 0.0;
        }
        let room = |side: &[super::brief::Partners], most: usize| {
            let most = u32::try_from(most).unwrap_or(u32::MAX);
            side.iter().map(|partners| f64::from(partners.max.min(most))).sum::<f64>()
        };
        let [left, right] = &self.partners;
        room(left, right.len()).min(room(right, left.len())) + 1.0
    }

    fn total(&self, given: &Given, floor: Option<(f64, Option<Shortfall>)>) -> Result<(Vec<Cell>, Proof), BriefError> {
        match transport(given.costs()?, Goal::Max, &given.capacities)? {
            Transport::Optimal(plan) => {
                let (floor, limit) = floor.map_or((None, None), |(floor, limit)| (Some(floor), limit));
                Ok((plan.pairs.clone(), Proof::Prices { plan, floor, limit }))
            }
            Transport::Impossible(shortfall) => Err(self.clash(&shortfall)),
        }
    }

    /// Raises the worst pair as far as the least numbers of partners can still be met, then takes the best total.
    fn fair(&self, given: &Given, twist: Twist<'_>) -> Result<(Vec<Cell>, Proof), BriefError> {
        let worth: Vec<f64> = self.cells().map(|cell| self.worth(cell, twist.weights).both).collect();
        let lawful = given.values.iter().zip(&worth).filter(|(value, _)| value.is_finite());
        let mut levels: Vec<f64> = lawful.map(|(_, worth)| *worth).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup();
        let shortfall = |floor: f64| -> Result<Option<Shortfall>, BriefError> {
            let given = given.above(floor, &worth);
            Ok(match transport(given.costs()?, Goal::Max, &given.capacities)? {
                Transport::Optimal(_) => None,
                Transport::Impossible(shortfall) => Some(shortfall),
            })
        };
        let demands = given.capacities.rows.iter().chain(&given.capacities.cols);
        let (Some(least), true) = (levels.first(), demands.into_iter().any(|range| range.min > 0)) else {
            return self.total(given, None); // nobody must be served, so nobody is worst off
        };
        if let Some(shortfall) = shortfall(*least)? {
            return Err(self.clash(&shortfall));
        }
        // The best level at which the demands can be met; the one above it cannot.
        let (mut good, mut bad, mut limit) = (0, levels.len(), None);
        while bad - good > 1 {
            let middle = good.midpoint(bad);
            match shortfall(levels[middle])? {
                None => good = middle,
                Some(found) => (bad, limit) = (middle, Some(found)),
            }
        }
        let floor = levels[good];
        self.total(&given.above(floor, &worth), Some((floor, limit)))
    }

    /// Both sides' rankings of lawful partners, best first; equals in the order of their ids.
    fn market(&self, twist: Twist<'_>, given: &Given) -> Result<Market, BriefError> {
        let (n_rows, n_cols) = (given.n_rows, given.n_cols);
        let worths: Vec<super::Score> = self.cells().map(|cell| self.worth(cell, twist.weights)).collect();
        let room = |capacity: &Range| capacity.max;
        let rank = |mut others: Vec<(usize, f64)>| -> Vec<u32> {
            others.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            others.into_iter().map(|(at, _)| crate::costs::short(at)).collect()
        };
        let is_open = |at: usize| given.values[at].is_finite();
        let row = |left: usize| {
            let cells = (0..n_cols).filter(|right| is_open(left * n_cols + right));
            rank(cells.map(|right| (right, worths[left * n_cols + right].left)).collect())
        };
        let col = |right: usize| {
            let cells = (0..n_rows).filter(|left| is_open(left * n_cols + right));
            rank(cells.map(|left| (left, worths[left * n_cols + right].right)).collect())
        };
        let rows = given.capacities.rows.iter().enumerate().map(|(left, range)| (row(left), room(range)));
        let cols = given.capacities.cols.iter().enumerate().map(|(right, range)| (col(right), room(range)));
        Ok(Market::try_new(rows.collect(), cols.collect())?)
    }

    /// The `k` best lawful partners of each place of the left.
    fn best(&self, twist: Twist<'_>, k: usize) -> Vec<Cell> {
        (0..self.scene.left.len())
            .flat_map(|left| self.candidates(Side::Left, left, k, twist).into_iter().map(move |right| (left, right)))
            .collect()
    }

    /// The best lawful partners of a place, best first; equals in the order of their ids.
    #[must_use]
    pub fn candidates(&self, side: Side, at: usize, k: usize, twist: Twist<'_>) -> Vec<usize> {
        let cell = |other: usize| if side == Side::Left { (at, other) } else { (other, at) };
        let n_others = if side == Side::Left { self.scene.right.len() } else { self.scene.left.len() };
        let lawful =
            (0..n_others).filter(|other| self.is_lawful(cell(*other)) && !twist.without.contains(&cell(*other)));
        let worth = |other: usize| {
            let worth = self.worth(cell(other), twist.weights);
            if side == Side::Left { worth.left } else { worth.right }
        };
        let mut others: Vec<(usize, f64)> = lawful.map(|other| (other, worth(other))).collect();
        others.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        others.into_iter().take(k).map(|(other, _)| other).collect()
    }

    /// Whether there is room for the pairs that are chosen anyway.
    fn check_room(&self, forced: &[Cell]) -> Result<(), BriefError> {
        for (side, of) in [(Side::Left, (|cell| cell.0) as fn(&Cell) -> usize), (Side::Right, |cell| cell.1)] {
            for (at, partners) in self.partners[side as usize].iter().enumerate() {
                let wanted = u32::try_from(forced.iter().filter(|cell| of(cell) == at).count()).unwrap_or(u32::MAX);
                if wanted > partners.max {
                    let fault =
                        Fault::MustTooMany { place: self.places(side)[at].name.clone(), wanted, max: partners.max };
                    return Err(BriefError { line: None, fault });
                }
            }
        }
        Ok(())
    }

    fn clash(&self, shortfall: &Shortfall) -> BriefError {
        let (side, other) = match shortfall.side {
            crate::Side::Rows => (Side::Left, Side::Right),
            crate::Side::Cols => (Side::Right, Side::Left),
        };
        let names = |side: Side, numbers: &[usize]| {
            let mut names: Vec<&str> = numbers.iter().take(8).map(|at| self.places(side)[*at].name.as_str()).collect();
            if numbers.len() > names.len() {
                names.push("…");
            }
            if names.is_empty() { "none".to_owned() } else { names.join(", ") }
        };
        BriefError {
            line: Some(if side == Side::Left { self.brief.left.line } else { self.brief.right.line }),
            fault: Fault::Clash {
                side: side.word(),
                short: names(side, &shortfall.short),
                need: shortfall.need,
                full: names(other, &shortfall.full),
                room: shortfall.room,
            },
        }
    }
}
