//! Of all equally good plans, the first: it chooses the earliest pairs, row by row.
//!
//! Equally good plans differ by cycles of pairs whose price is exact and of places that could have more or fewer partners at
//! no price. Going through the exact pairs in order, each that is not chosen is chosen if a cycle through later ones allows
//! it. With `E` exact pairs this is O(rows · columns + E) when nothing is tied and O(E²) at worst.

use super::flow::{Flow, Place};
use crate::costs::short;

/// Pairs whose worth differs by less than this share of the greatest price count as equally good.
const TIE: f64 = 1.0 / (1u64 << 41) as f64;

/// Exchanges pairs until the plan is the first of the equally good ones.
pub(super) fn make_first(flow: &mut Flow) {
    let greatest = flow.u.iter().chain(&flow.v).fold(0.0f64, |greatest, price| greatest.max(price.abs()));
    let mut exchange = Exchange::new(flow, greatest * TIE);
    for row in 0..exchange.by_row.len() {
        exchange.stamp += 1;
        for at in 0..exchange.by_row[row].len() {
            let col = exchange.by_row[row][at] as usize;
            if !exchange.is_chosen(row, col) && exchange.close_cycle(row, col) {
                exchange.stamp += 1; // what led nowhere before may lead somewhere now
            }
        }
    }
}

struct Exchange<'a, 'b> {
    flow: &'a mut Flow<'b>,
    tolerance: f64,
    /// The exact pairs, from either side, rising.
    by_row: Vec<Vec<u32>>,
    by_col: Vec<Vec<u32>>,
    /// The last walk that saw a place, and from where.
    seen: Vec<u32>,
    from: Vec<u32>,
    stamp: u32,
}

impl<'a, 'b> Exchange<'a, 'b> {
    fn new(flow: &'a mut Flow<'b>, tolerance: f64) -> Self {
        let (n_rows, n_cols) = (flow.u.len(), flow.v.len());
        let mut by_row = vec![Vec::new(); n_rows];
        let mut by_col = vec![Vec::new(); n_cols];
        for (row, cols) in by_row.iter_mut().enumerate() {
            for (col, rows) in by_col.iter_mut().enumerate() {
                if flow.rest(row, col).abs() <= tolerance {
                    cols.push(short(col));
                    rows.push(short(row));
                }
            }
        }
        let n_places = n_rows + n_cols + 1;
        Self { flow, tolerance, by_row, by_col, seen: vec![0; n_places], from: vec![0; n_places], stamp: 0 }
    }

    fn is_chosen(&self, row: usize, col: usize) -> bool {
        self.flow.rows[row].partners.contains(&short(col))
    }

    /// Chooses the pair if later pairs can make up for it.
    fn close_cycle(&mut self, row: usize, col: usize) -> bool {
        let goal = Place::Row(row);
        if self.seen[self.flow.id(Place::Col(col))] == self.stamp {
            return false; // an earlier walk to the same row came by here in vain
        }
        self.seen[self.flow.id(Place::Col(col))] = self.stamp;
        let mut open = vec![Place::Col(col)];
        while let Some(place) = open.pop() {
            for next in self.exits(place, (row, col)) {
                let id = self.flow.id(next);
                if self.seen[id] == self.stamp {
                    continue;
                }
                self.seen[id] = self.stamp;
                self.from[id] = short(self.flow.id(place));
                if next == goal {
                    self.turn(Place::Col(col), goal);
                    return true;
                }
                open.push(next);
            }
        }
        false
    }

    /// Where flow can be led from a place at no price, over pairs after `pair`.
    fn exits(&self, place: Place, pair: (usize, usize)) -> Vec<Place> {
        let mut exits = Vec::new();
        let is_free = |price: f64| price.abs() <= self.tolerance;
        match place {
            Place::Row(row) => {
                let node = &self.flow.rows[row];
                if is_free(self.flow.u[row]) && node.flow > node.range.min {
                    exits.push(Place::Hub);
                }
                let cols = self.by_row[row].iter().map(|col| *col as usize);
                let later = cols.filter(|col| (row, *col) > pair && !self.is_chosen(row, *col));
                exits.extend(later.map(Place::Col));
            }
            Place::Col(col) => {
                let node = &self.flow.cols[col];
                if is_free(self.flow.v[col]) && node.flow < node.range.max {
                    exits.push(Place::Hub);
                }
                let rows = self.by_col[col].iter().map(|row| *row as usize);
                let later = rows.filter(|row| (*row, col) > pair && self.is_chosen(*row, col));
                exits.extend(later.map(Place::Row));
            }
            Place::Hub => {
                let rows = self.flow.rows.iter().enumerate();
                let open = rows.filter(|(row, node)| is_free(self.flow.u[*row]) && node.flow < node.range.max);
                exits.extend(open.map(|(row, _)| Place::Row(row)));
                let cols = self.flow.cols.iter().enumerate();
                let open = cols.filter(|(col, node)| is_free(self.flow.v[*col]) && node.flow > node.range.min);
                exits.extend(open.map(|(col, _)| Place::Col(col)));
            }
        }
        exits
    }

    /// Leads one unit from `start` to `end` along the walk, and closes the circle.
    fn turn(&mut self, start: Place, end: Place) {
        let mut to = end;
        while to != start {
            let from = self.flow.place(self.from[self.flow.id(to)] as usize);
            self.flow.step(from, to);
            to = from;
        }
        self.flow.step(end, start);
    }
}
