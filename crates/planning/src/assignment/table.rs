//! The costs as the solver sees them: less is better, and there may be rows of zeros below the real ones.

use crate::{Costs, Goal};

/// A cost table whose values are multiplied by `sign` when read, with rows of zeros added below to make it square.
pub(super) struct Table<'a> {
    costs: Costs<'a>,
    pub(super) sign: f64,
    zeros: Vec<f64>,
    n_rows: usize,
}

impl<'a> Table<'a> {
    pub(super) fn new(costs: Costs<'a>, goal: Goal) -> Self {
        Self { costs, sign: goal.sign(), zeros: Vec::new(), n_rows: costs.n_rows() }
    }

    pub(super) fn n_rows(&self) -> usize {
        self.n_rows
    }

    pub(super) fn n_cols(&self) -> usize {
        self.costs.n_cols()
    }

    /// Rows that are not added ones.
    pub(super) fn n_real(&self) -> usize {
        self.costs.n_rows()
    }

    /// Adds rows that cost nothing anywhere, until there are as many rows as columns.
    pub(super) fn square_up(&mut self) {
        self.n_rows = self.costs.n_cols();
        self.zeros = vec![0.0; self.costs.n_cols()];
    }

    pub(super) fn row(&self, row: usize) -> &[f64] {
        if row < self.costs.n_rows() { self.costs.row(row) } else { &self.zeros }
    }

    pub(super) fn at(&self, row: usize, col: usize) -> f64 {
        self.row(row)[col] * self.sign
    }
}
