//! The state of a solve and its plan: look for an easy way, and take the thorough one when there is none.
//!
//! Notation of Jonker and Volgenant (1987): `v` are column prices, `c − v` is what a column really costs a row.

use super::bidding::Schedule;
use super::lanes::{Lanes, Survey};
use super::lists::Lists;
use super::search::Search;
use super::table::Table;
use crate::costs::short;

/// No row, or no column.
pub(super) const NONE: u32 = u32::MAX;

/// How many list entries a row may be worth in searches before prices are thought to be too far off.
const PATIENCE: usize = 3_000;

/// The same where bidding has left more than a quarter of the rows without a column: either prices are far off, or the costs
/// are so few that any price is right, which shows at once.
const LITTLE_PATIENCE: usize = 500;

/// What a column to spare adds: it makes searches shorter, and bidding longer.
const PATIENCE_TO_SPARE: usize = 5_000;

/// Bidding is for tables with at most so many columns for each row.
const SPARE: usize = 3;

/// A solve under way. `holder` and `mate` always mirror each other; `paid[row]` is the cost of its column.
pub(super) struct Engine<'a> {
    pub(super) table: Table<'a>,
    pub(super) lanes: Lanes,
    pub(super) lists: Lists,
    pub(super) v: Vec<f64>,
    pub(super) mate: Vec<u32>,
    pub(super) holder: Vec<u32>,
    pub(super) paid: Vec<f64>,
}

impl<'a> Engine<'a> {
    /// A start with the prices that the columns' least costs suggest, if all columns will be taken, or else none.
    pub(super) fn new(table: Table<'a>, lanes: Lanes, survey: Survey) -> Self {
        let (n_rows, n_cols) = (table.n_rows(), table.n_cols());
        let mut v = survey.minima;
        if n_rows < n_cols {
            v.fill(0.0); // a column that is left over must not have a price
        }
        Self {
            lanes,
            lists: Lists::new(lanes, n_rows, n_cols),
            v,
            mate: vec![NONE; n_rows],
            holder: vec![NONE; n_cols],
            paid: vec![0.0; n_rows],
            table,
        }
    }

    /// Solves. There must be a solution. Costs lie `span` apart at most and `magnitude` from zero.
    pub(super) fn solve(&mut self, span: f64, magnitude: f64) {
        let (n_rows, n_cols) = (self.mate.len(), self.table.n_cols());
        let mut free: Vec<u32> = (0..short(n_rows)).collect();
        self.settle(&mut free);
        let patience = if free.len() * 4 > n_rows { LITTLE_PATIENCE } else { PATIENCE };
        // With many columns to spare there is little to fight for, and an added row for each would be a burden.
        let may_bid = n_cols <= SPARE * n_rows && span > 0.0;
        let budget = patience * n_rows + PATIENCE_TO_SPARE * (n_cols - n_rows);
        if self.finish(&free, may_bid.then_some(budget)) {
            return;
        }
        self.make_square();
        Schedule::new(span, magnitude, n_cols).run(self);
        self.clear();
        let mut free: Vec<u32> = (0..short(n_cols)).collect();
        self.settle(&mut free);
        self.finish(&free, None);
        self.drop_added_rows(n_rows);
    }

    /// Gives every row of `free` its column along shortest augmenting paths. False if `budget` did not suffice.
    fn finish(&mut self, free: &[u32], budget: Option<usize>) -> bool {
        let mut search = Search::new(self);
        let n_reads_before = self.lists.n_reads;
        for row in free {
            search.augment(self, *row as usize);
            let n_reads = self.lists.n_reads - n_reads_before;
            let spent = search.n_looks + n_reads * (self.table.n_cols() / 8); // a look costs as much as eight columns read
            if budget.is_some_and(|budget| spent > budget) {
                return false;
            }
        }
        true
    }

    /// Forgets who holds what, and keeps the prices.
    pub(super) fn clear(&mut self) {
        self.mate.fill(NONE);
        self.holder.fill(NONE);
    }

    /// Rows of zeros take the columns that will be left over, so that prices may be set freely.
    fn make_square(&mut self) {
        let n_cols = self.table.n_cols();
        self.table.square_up();
        self.lists.add_rows(n_cols);
        self.mate.resize(n_cols, NONE);
        self.paid.resize(n_cols, 0.0);
    }

    /// Undoes [`Self::make_square`]: the columns of added rows are left over and lose their price, the others follow.
    fn drop_added_rows(&mut self, n_rows: usize) {
        if n_rows == self.mate.len() {
            return;
        }
        let level = self.mate[n_rows..].iter().fold(f64::NEG_INFINITY, |level, col| level.max(self.v[*col as usize]));
        self.lists.shift(level);
        for v in &mut self.v {
            *v = (*v - level).min(0.0);
        }
        for col in self.mate.drain(n_rows..) {
            self.v[col as usize] = 0.0;
            self.holder[col as usize] = NONE;
        }
        self.paid.truncate(n_rows);
    }

    /// Gives `row` the column `col` of cost `paid`; who held it is returned, without a column now.
    pub(super) fn hand_over(&mut self, row: usize, col: usize, paid: f64) -> Option<u32> {
        let before = std::mem::replace(&mut self.holder[col], short(row));
        self.mate[row] = short(col);
        self.paid[row] = paid;
        if before == NONE {
            return None;
        }
        self.mate[before as usize] = NONE;
        Some(before)
    }
}
