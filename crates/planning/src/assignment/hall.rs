//! Can every row be given a column at all? If not, which rows have too few between them?
//!
//! Hall (1935): it is possible unless some set of rows may only be given fewer columns than it has rows. The set is found by
//! growing an alternating tree from a row that can't be placed. O(n · m) for each row that the first pass leaves over.

use std::collections::VecDeque;

use super::engine::NONE;
use super::table::Table;
use crate::costs::short;

/// Rows, and all the columns they may be given: one fewer.
#[derive(Debug, PartialEq)]
pub(super) struct Shortage {
    pub(super) rows: Vec<usize>,
    pub(super) cols: Vec<usize>,
}

/// Looks for an assignment that uses no forbidden pair.
pub(super) fn find_shortage(table: &Table) -> Option<Shortage> {
    let mut mate = vec![NONE; table.n_real()];
    let mut holder = vec![NONE; table.n_cols()];
    for (row, mate) in mate.iter_mut().enumerate() {
        let is_open = |(col, value): &(usize, &f64)| value.is_finite() && holder[*col] == NONE;
        if let Some((col, _)) = table.row(row).iter().enumerate().find(is_open) {
            *mate = short(col);
            holder[col] = short(row);
        }
    }
    (0..mate.len()).filter(|row| mate[*row] == NONE).collect::<Vec<_>>().into_iter().find_map(|start| {
        let mut tree = Tree::new(table, start);
        match tree.grow(table, &holder) {
            Some(end) => {
                tree.take(end, start, &mut mate, &mut holder);
                None
            }
            None => Some(tree.into_shortage()),
        }
    })
}

/// The rows and columns that can be reached from a row without a column.
struct Tree {
    rows: VecDeque<usize>,
    scanned: Vec<usize>,
    from: Vec<u32>,
}

impl Tree {
    fn new(table: &Table, start: usize) -> Self {
        Self { rows: VecDeque::from([start]), scanned: Vec::new(), from: vec![NONE; table.n_cols()] }
    }

    /// Grows until a column that nobody holds is found.
    fn grow(&mut self, table: &Table, holder: &[u32]) -> Option<usize> {
        while let Some(row) = self.rows.pop_front() {
            self.scanned.push(row);
            for (col, value) in table.row(row).iter().enumerate() {
                if !value.is_finite() || self.from[col] != NONE {
                    continue;
                }
                self.from[col] = short(row);
                match holder[col] {
                    NONE => return Some(col),
                    other => self.rows.push_back(other as usize),
                }
            }
        }
        None
    }

    fn take(&self, end: usize, start: usize, mate: &mut [u32], holder: &mut [u32]) {
        let mut col = end;
        loop {
            let row = self.from[col] as usize;
            let before = std::mem::replace(&mut mate[row], short(col));
            holder[col] = short(row);
            if row == start {
                return;
            }
            col = before as usize;
        }
    }

    fn into_shortage(mut self) -> Shortage {
        self.scanned.sort_unstable();
        let reached = self.from.iter().enumerate().filter(|(_, row)| **row != NONE);
        Shortage { cols: reached.map(|(col, _)| col).collect(), rows: self.scanned }
    }
}
