//! Shortest augmenting paths: give one more row a column, moving others along, and lower prices so that all stay content.
//!
//! Dijkstra's method over the short lists (Jonker and Volgenant 1987; sparse form in Volgenant 1996). A row whose list ends
//! before the nearest free column is known puts a note of its bound into the same queue; when the note comes up, the row is
//! read and listed anew, with more columns. So nothing that matters is left out.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::engine::{Engine, NONE};
use crate::costs::short;

/// Room for searches, reused from one to the next.
pub(super) struct Search {
    /// Distance of each column, infinite if not reached.
    far: Vec<f64>,
    /// The row from which a column was reached, and its cost there.
    from: Vec<u32>,
    cost: Vec<f64>,
    is_done: Vec<bool>,
    done: Vec<u32>,
    reached: Vec<u32>,
    queue: BinaryHeap<Item>,
    /// The last search in which a row was listed anew.
    relisted: Vec<u32>,
    number: u32,
    /// Whether a row of zeros was scanned in this search. Another can't add to it: they all reach the same at the same price.
    has_scanned_zeros: bool,
    /// The distance up to which all is known, and that of the nearest free column so far.
    level: f64,
    nearest: f64,
    /// How many list entries were looked at, over all searches.
    pub(super) n_looks: usize,
}

/// A column at a distance, or (`id` from the number of columns on) a row whose unlisted columns may begin there.
#[derive(PartialEq)]
struct Item {
    far: f64,
    id: u32,
}

impl Eq for Item {}

impl PartialOrd for Item {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Item {
    fn cmp(&self, other: &Self) -> Ordering {
        other.far.total_cmp(&self.far).then_with(|| other.id.cmp(&self.id)) // the queue gives the greatest first
    }
}

/// What to do next in a search.
enum Step {
    Scan(usize),
    Arrived(usize),
}

impl Search {
    pub(super) fn new(engine: &Engine) -> Self {
        let n_cols = engine.v.len();
        Self {
            far: vec![f64::INFINITY; n_cols],
            from: vec![NONE; n_cols],
            cost: vec![0.0; n_cols],
            is_done: vec![false; n_cols],
            done: Vec::new(),
            reached: Vec::new(),
            queue: BinaryHeap::new(),
            relisted: vec![0; engine.mate.len()],
            number: 0,
            has_scanned_zeros: false,
            level: f64::NEG_INFINITY,
            nearest: f64::INFINITY,
            n_looks: 0,
        }
    }

    /// Gives `start` a column. There must be a way to.
    pub(super) fn augment(&mut self, engine: &mut Engine, start: usize) {
        self.number += 1;
        self.has_scanned_zeros = false;
        self.level = f64::NEG_INFINITY;
        self.nearest = f64::INFINITY;
        let mut row = start;
        let end = loop {
            self.scan(engine, start, row);
            match self.next(engine, start) {
                Step::Scan(next) => row = next,
                Step::Arrived(col) => break col,
            }
        };
        self.lower_prices(engine, self.far[end]);
        self.move_along(engine, start, end);
    }

    /// Distance minus `x` for the columns of `row`: where its own column was reached, less what that costs it.
    fn base(&self, engine: &Engine, start: usize, row: usize) -> f64 {
        if row == start {
            return 0.0;
        }
        let col = engine.mate[row] as usize;
        self.far[col] - (engine.paid[row] - engine.v[col])
    }

    /// Reaches columns from a row.
    fn scan(&mut self, engine: &Engine, start: usize, row: usize) {
        self.has_scanned_zeros |= row >= engine.table.n_real();
        let base = self.base(engine, start, row);
        let entries = engine.lists.entries(row);
        self.n_looks += entries.len();
        for entry in entries {
            let col = entry.col as usize;
            let far = base + (entry.cost - engine.v[col]);
            if far >= self.far[col] || far >= self.nearest || self.is_done[col] {
                continue;
            }
            if self.far[col] == f64::INFINITY {
                self.reached.push(entry.col);
            }
            let far = far.max(self.level); // rounding must not lead back
            self.far[col] = far;
            self.from[col] = short(row);
            self.cost[col] = entry.cost;
            if engine.holder[col] == NONE {
                self.nearest = far;
            }
            self.queue.push(Item { far, id: entry.col });
        }
        let bound = (base + engine.lists.bound(row)).max(self.level);
        if bound < self.nearest {
            self.queue.push(Item { far: bound, id: short(engine.v.len() + row) });
        }
    }

    /// Takes the nearest item from the queue that means something.
    fn next(&mut self, engine: &mut Engine, start: usize) -> Step {
        let n_cols = engine.v.len();
        loop {
            let item = self.queue.pop().expect("every row can be given a column, this was made sure of");
            let id = item.id as usize;
            if id >= n_cols {
                if item.far >= self.nearest {
                    continue; // a free column is at least as near
                }
                self.level = item.far;
                self.relist(engine, id - n_cols);
                return Step::Scan(id - n_cols);
            }
            if self.is_done[id] || item.far > self.far[id] {
                continue;
            }
            self.level = item.far;
            if engine.holder[id] == NONE {
                return Step::Arrived(id);
            }
            debug_assert_ne!(engine.holder[id] as usize, start, "the starting row holds no column");
            self.is_done[id] = true;
            self.done.push(item.id);
            let row = engine.holder[id] as usize;
            if row < engine.table.n_real() || !self.has_scanned_zeros {
                return Step::Scan(row);
            }
        }
    }

    /// Lists a row anew: with more columns if the list was fresh, else with as many at today's prices.
    fn relist(&mut self, engine: &mut Engine, row: usize) {
        let wanted = engine.lists.wanted(row);
        let bound = engine.lists.bound(row);
        let is_under = |col: u32, cost: f64| cost - engine.v[col as usize] < bound;
        let n_under = engine.lists.entries(row).iter().filter(|entry| is_under(entry.col, entry.cost)).count();
        let was_fresh = n_under * 2 >= wanted || self.relisted[row] == self.number;
        self.relisted[row] = self.number;
        let wanted = if was_fresh { wanted * 2 } else { wanted };
        engine.lists.write(&engine.table, row, &engine.v, wanted);
    }

    /// Columns that were passed become dearer by what they were nearer than the end; clears the room.
    fn lower_prices(&mut self, engine: &mut Engine, end: f64) {
        for col in self.done.drain(..) {
            engine.v[col as usize] += self.far[col as usize] - end;
            self.is_done[col as usize] = false;
        }
        for col in self.reached.drain(..) {
            self.far[col as usize] = f64::INFINITY;
        }
        self.queue.clear();
    }

    fn move_along(&self, engine: &mut Engine, start: usize, end: usize) {
        let mut col = end;
        loop {
            let row = self.from[col] as usize;
            let before = std::mem::replace(&mut engine.mate[row], short(col));
            engine.holder[col] = short(row);
            engine.paid[row] = self.cost[col];
            if row == start {
                return;
            }
            col = before as usize;
        }
    }
}
