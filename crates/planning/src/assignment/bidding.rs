//! Rows bid for columns until prices are nearly right.
//!
//! A row without a column takes its best one and lowers `v` there until the column is no better for it than its second best,
//! and by `ε` more; who held the column bids next. With a coarse ε this settles quickly, and each finer round starts from
//! prices that are nearly right: ε-scaling, without which near ties make prices creep (Bertsekas 1988). With `ε = 0` it is
//! the augmenting row reduction of Jonker and Volgenant (1987).

use std::collections::VecDeque;

use super::engine::Engine;
use super::lanes::TwoBest;
use super::lists::{Entry, SHORT};
use crate::costs::short;

/// Up to this many columns, reading a row is cheaper than keeping its list when prices move far.
const NARROW: usize = 1_500;

/// The rounds of bidding and how fine each is.
pub(super) struct Schedule {
    epsilon: f64,
    finest: f64,
    /// Stands for the second best column of a row that has only one.
    span: f64,
}

/// The two best columns of a row, with what it takes to move to them.
struct Choice {
    first: f64,
    second: f64,
    col: usize,
    cost: f64,
    /// A second column of the same worth as the first, when the row was looked up in its list.
    tie: Option<Entry>,
}

impl Schedule {
    /// Rounds for costs that lie `span` apart and `magnitude` from zero at most, and `n` rows.
    pub(super) fn new(span: f64, magnitude: f64, n: usize) -> Self {
        // Powers of two keep whole costs and their prices exact.
        let epsilon = (span / 20.0).log2().round().exp2().max(f64::MIN_POSITIVE);
        Self { epsilon, finest: (span / (40.0 * n as f64)).max(magnitude * 1e-12), span }
    }

    /// Bids from coarse to fine. All rows that could be placed have a column at the end, which later steps may ignore.
    pub(super) fn run(&self, engine: &mut Engine) {
        let mut epsilon = self.epsilon;
        loop {
            engine.clear();
            engine.bid(epsilon, self.span);
            if epsilon <= self.finest {
                return;
            }
            epsilon /= 4.0;
        }
    }
}

impl Engine<'_> {
    /// One round of bids that are at least `epsilon` each. Stops early, with rows left over, if it does not come to rest.
    fn bid(&mut self, epsilon: f64, span: f64) {
        let is_narrow = self.table.n_cols() <= NARROW;
        let mut waiting: Vec<u32> = (0..short(self.mate.len())).rev().collect();
        let mut left = 500 * self.mate.len();
        while let Some(row) = waiting.pop() {
            let row = row as usize;
            let (best, cost) = if is_narrow { self.read_best(row) } else { self.list_best(row) };
            let gap = if best.second < f64::INFINITY { best.second - best.first } else { span };
            self.v[best.col] -= gap + epsilon;
            waiting.extend(self.hand_over(row, best.col, cost));
            left -= 1;
            if left == 0 {
                return;
            }
        }
    }

    fn read_best(&self, row: usize) -> (TwoBest, f64) {
        let best = self.lanes.two_best(self.table.row(row), self.table.sign, &self.v);
        (best, self.table.at(row, best.col))
    }

    fn list_best(&mut self, row: usize) -> (TwoBest, f64) {
        let choice = self.choose(row);
        (TwoBest { first: choice.first, col: choice.col, second: choice.second }, choice.cost)
    }

    /// Gives rows of `free` their best columns at exact prices, in two passes; `free` keeps those left without one.
    pub(super) fn settle(&mut self, free: &mut Vec<u32>) {
        for _ in 0..2 {
            let mut waiting: VecDeque<u32> = free.drain(..).collect();
            let mut left = 4 * self.mate.len();
            while let Some(row) = waiting.pop_front() {
                if left == 0 {
                    free.push(row);
                    continue;
                }
                left -= 1;
                self.settle_row(row as usize, &mut waiting, free);
            }
        }
    }

    fn settle_row(&mut self, row: usize, waiting: &mut VecDeque<u32>, free: &mut Vec<u32>) {
        let choice = self.choose(row);
        let (mut col, mut cost) = (choice.col, choice.cost);
        let gains = choice.first < choice.second && choice.second < f64::INFINITY;
        if gains {
            self.v[col] -= choice.second - choice.first;
        } else if let Some(tie) = choice.tie.filter(|_| self.holder[col] != super::engine::NONE) {
            (col, cost) = (tie.col as usize, tie.cost);
        }
        match self.hand_over(row, col, cost) {
            Some(other) if gains => waiting.push_front(other),
            Some(other) => free.push(other),
            None => {}
        }
    }

    /// The two best columns of a row, from its list if the list can tell.
    fn choose(&mut self, row: usize) -> Choice {
        let mut wanted = self.lists.wanted(row);
        let mut is_fresh = false;
        loop {
            let choice = self.choose_listed(row);
            let bound = self.lists.bound(row);
            if choice.second <= bound || bound == f64::INFINITY {
                return choice;
            }
            if is_fresh {
                wanted *= 2;
            } else {
                wanted = wanted.min(SHORT); // what a search once needed, bidding does not
            }
            is_fresh = true;
            self.lists.write(&self.table, row, &self.v, wanted);
        }
    }

    fn choose_listed(&self, row: usize) -> Choice {
        let entries = self.lists.entries(row);
        let (mut first, mut second, mut at) = (f64::INFINITY, f64::INFINITY, 0);
        for (here, entry) in entries.iter().enumerate() {
            let x = entry.cost - self.v[entry.col as usize];
            let is_better = x < first; // selected, not branched on: which column wins can't be foretold
            second = if is_better { first } else { second.min(x) };
            first = if is_better { x } else { first };
            at = if is_better { here } else { at };
        }
        let Entry { cost, col } = entries.get(at).copied().unwrap_or_default();
        let is_tie = |entry: &&Entry| entry.cost - self.v[entry.col as usize] == first;
        let tie = (first == second && first < f64::INFINITY).then(|| entries[at + 1..].iter().find(is_tie)).flatten();
        Choice { first, second, col: col as usize, cost, tie: tie.copied() }
    }
}
