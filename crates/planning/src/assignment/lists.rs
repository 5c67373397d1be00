//! For each row a short list of the columns that are good for it, and a bound under all others.
//!
//! Prices `v` only fall during a solve, so `x = c − v` only grows: a bound that held when the list was written holds until
//! the end, and the list has to be written anew only when its own entries have grown past the bound.

use super::bits;
use super::lanes::{Lanes, PARTS};
use super::table::Table;
use crate::costs::short;

/// How many entries a list has room for without growing.
const ROOM: usize = 32;

/// How many entries a list is written with at first. The bound is then the greatest of the least `x` of eight interleaved
/// parts of the row, which lets about 8 · (1 + 1/2 + … + 1/8) ≈ 22 columns through.
pub(super) const SHORT: usize = 16;

/// How many groups a row is cut into: few, so that looking through them costs little beside reading the row.
const PER_LIST: usize = 12;

/// One listed column and its cost (sign applied).
#[derive(Clone, Copy, Default)]
pub(super) struct Entry {
    pub(super) cost: f64,
    pub(super) col: u32,
}

/// The lists of all rows.
pub(super) struct Lists {
    lanes: Lanes,
    depth: usize,
    short: Vec<Entry>,
    len: Vec<u32>,
    long: Vec<Vec<Entry>>,
    bound: Vec<f64>,
    wanted: Vec<u32>,
    minima: Vec<f64>,
    sorted: Vec<f64>,
    marks: Vec<u64>,
    found: Vec<(f64, u32)>,
    /// How many rows were read, for the caller's budget.
    pub(super) n_reads: usize,
}

impl Lists {
    /// Lists that are still empty, and therefore bound nothing.
    pub(super) fn new(lanes: Lanes, n_rows: usize, n_cols: usize) -> Self {
        Self {
            lanes,
            depth: (n_cols / (PARTS * PER_LIST)).clamp(1, 16),
            short: vec![Entry::default(); n_rows * ROOM],
            len: vec![0; n_rows],
            long: vec![Vec::new(); n_rows],
            bound: vec![f64::NEG_INFINITY; n_rows],
            wanted: vec![0; n_rows],
            minima: Vec::new(),
            sorted: Vec::new(),
            marks: Vec::new(),
            found: Vec::new(),
            n_reads: 0,
        }
    }

    /// The listed columns of `row`, in no particular order.
    pub(super) fn entries(&self, row: usize) -> &[Entry] {
        if self.long[row].is_empty() { &self.short[row * ROOM..][..self.len[row] as usize] } else { &self.long[row] }
    }

    /// No column that is not listed has an `x` below this, now or later.
    pub(super) fn bound(&self, row: usize) -> f64 {
        self.bound[row]
    }

    /// How many columns were asked for when the list was last written.
    pub(super) fn wanted(&self, row: usize) -> usize {
        (self.wanted[row] as usize).max(SHORT)
    }

    /// Makes room for more rows.
    pub(super) fn add_rows(&mut self, n_rows: usize) {
        self.short.resize(n_rows * ROOM, Entry::default());
        self.len.resize(n_rows, 0);
        self.long.resize(n_rows, Vec::new());
        self.bound.resize(n_rows, f64::NEG_INFINITY);
        self.wanted.resize(n_rows, 0);
    }

    /// Follows prices that have all been lowered by `level`.
    pub(super) fn shift(&mut self, level: f64) {
        for bound in &mut self.bound {
            *bound += level;
        }
    }

    /// Reads the whole row and lists about `wanted` of its best columns at the prices `v`, all if there are fewer.
    pub(super) fn write(&mut self, table: &Table, row: usize, v: &[f64], wanted: usize) {
        self.n_reads += 1;
        let cells = table.row(row);
        self.lanes.group_minima(cells, table.sign, v, self.depth, &mut self.minima);
        let mut bound = self.threshold(wanted);
        self.collect(cells, table.sign, v, bound);
        if self.found.len() > 4 * wanted || (wanted <= SHORT && self.found.len() > ROOM) {
            bound = self.keep_best(row, wanted, table);
        }
        let entries = self.found.iter().map(|&(_, col)| Entry { cost: cells[col as usize] * table.sign, col });
        self.len[row] = 0;
        self.long[row].clear();
        if self.found.len() <= ROOM {
            for (slot, entry) in self.short[row * ROOM..].iter_mut().zip(entries) {
                *slot = entry;
                self.len[row] += 1;
            }
        } else {
            self.long[row].extend(entries);
        }
        self.bound[row] = bound;
        self.wanted[row] = u32::try_from(wanted).unwrap_or(u32::MAX);
    }

    /// A value that at least `wanted` columns do not exceed, or infinity.
    fn threshold(&mut self, wanted: usize) -> f64 {
        let (groups, _) = self.minima.as_chunks::<PARTS>();
        if wanted <= SHORT && groups.len() >= PARTS {
            let mut least = [f64::INFINITY; PARTS];
            for group in groups {
                for (least, x) in least.iter_mut().zip(group) {
                    *least = least.min(*x);
                }
            }
            return least.iter().fold(f64::NEG_INFINITY, |greatest, x| greatest.max(*x));
        }
        if wanted >= self.minima.len() {
            return f64::INFINITY;
        }
        self.sorted.clear();
        self.sorted.extend_from_slice(&self.minima);
        *self.sorted.select_nth_unstable_by(wanted - 1, f64::total_cmp).1
    }

    /// Finds the columns of `x` up to `bound`. Reading the row once more is cheap: it is in a near cache by now.
    fn collect(&mut self, cells: &[f64], sign: f64, v: &[f64], bound: f64) {
        let bound = bound.min(f64::MAX); // forbidden columns are in no list
        self.marks.resize(bits::n_words(cells.len()), 0);
        self.lanes.mark_up_to(cells, sign, v, bound, &mut self.marks);
        self.found.clear();
        for (at, word) in self.marks.iter().enumerate() {
            let mut word = *word;
            while word != 0 {
                let col = at * 64 + word.trailing_zeros() as usize;
                word &= word - 1;
                self.found.push((cells[col] * sign - v[col], short(col)));
            }
        }
    }

    /// Drops all found columns but the `wanted` best and gives the bound under the dropped ones.
    ///
    /// Among equals each row prefers others, so that rows with the same ties do not all want the same columns.
    fn keep_best(&mut self, row: usize, wanted: usize, table: &Table) -> f64 {
        let n_cols = table.n_cols();
        let start = short(row * n_cols / table.n_rows());
        let turned = |col: u32| col.wrapping_sub(start).min(col.wrapping_sub(start).wrapping_add(short(n_cols)));
        let by_value = |a: &(f64, u32), b: &(f64, u32)| a.0.total_cmp(&b.0).then_with(|| turned(a.1).cmp(&turned(b.1)));
        let (_, next, _) = self.found.select_nth_unstable_by(wanted, by_value);
        let bound = next.0;
        self.found.truncate(wanted);
        bound
    }
}
