//! Passes over whole rows of the table, written for vector instructions chosen when the program runs.
//!
//! `c` is a cost, `v` a column's price, `x = c − v` what the column really costs the row, as in the literature. Results do
//! not depend on how wide the vectors are: minima of `f64` are exact in any order, and groups are always of 8 interleaved parts.

use pulp::{Arch, Simd, WithSimd};

use super::table::Table;
use crate::Error;

/// How many interleaved parts a group of columns has, whatever the processor.
pub(super) const PARTS: usize = 8;

/// How many columns are looked at between two looks at the best so far.
const BLOCK: usize = 512;

/// The vector unit of this processor.
#[derive(Clone, Copy)]
pub(super) struct Lanes(Arch);

/// What one pass over the table finds out.
pub(super) struct Survey {
    /// Per column, the least cost.
    pub(super) minima: Vec<f64>,
    /// The greatest cost that does not forbid, or `NEG_INFINITY`.
    pub(super) highest: f64,
    pub(super) has_forbidden: bool,
}

/// The best column of a row and the value of the next best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TwoBest {
    pub(super) first: f64,
    pub(super) col: usize,
    pub(super) second: f64,
}

impl Lanes {
    pub(super) fn new() -> Self {
        Self(Arch::new())
    }

    /// Reads the table once.
    ///
    /// # Errors
    /// [`Error::NotANumber`] and [`Error::InfinitelyGood`] with the first such cell.
    pub(super) fn survey(self, table: &Table) -> Result<Survey, Error> {
        let mut minima = vec![f64::INFINITY; table.n_cols()];
        let mut highest = f64::NEG_INFINITY;
        let mut has_forbidden = false;
        for row in 0..table.n_real() {
            let pass = self.0.dispatch(SurveyRow { row: table.row(row), sign: table.sign, minima: &mut minima });
            if pass.is_bad {
                return Err(bad_cell(table, row));
            }
            has_forbidden |= pass.has_forbidden;
            highest = highest.max(pass.highest);
        }
        Ok(Survey { minima, highest, has_forbidden })
    }

    /// For each group of `PARTS × depth` columns, the least `x` in each of its interleaved parts, into `out`.
    pub(super) fn group_minima(self, row: &[f64], sign: f64, v: &[f64], depth: usize, out: &mut Vec<f64>) {
        self.0.dispatch(GroupMinima { row, sign, v, depth, out });
    }

    /// Marks the columns whose `x` is at most `limit`, 64 to a word.
    pub(super) fn mark_up_to(self, row: &[f64], sign: f64, v: &[f64], limit: f64, out: &mut [u64]) {
        self.0.dispatch(MarkUpTo { row, sign, v, limit, out });
    }

    /// The least `x` of the row, the first column that has it, and the next least.
    pub(super) fn two_best(self, row: &[f64], sign: f64, v: &[f64]) -> TwoBest {
        self.0.dispatch(FindTwo { row, sign, v })
    }
}

fn bad_cell(table: &Table, row: usize) -> Error {
    let cells = table.row(row).iter().map(|value| value * table.sign);
    let (col, value) = cells
        .enumerate()
        .find(|(_, value)| value.is_nan() || *value == f64::NEG_INFINITY)
        .expect("the pass saw a bad cell in this row");
    if value.is_nan() { Error::NotANumber { row, col } } else { Error::InfinitelyGood { row, col } }
}

struct RowSurvey {
    is_bad: bool,
    has_forbidden: bool,
    highest: f64,
}

struct SurveyRow<'a> {
    row: &'a [f64],
    sign: f64,
    minima: &'a mut [f64],
}

impl WithSimd for SurveyRow<'_> {
    type Output = RowSurvey;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> RowSurvey {
        let (cells, rest) = S::as_simd_f64s(self.row);
        let (minima, minima_rest) = S::as_mut_simd_f64s(self.minima);
        let sign = simd.splat_f64s(self.sign);
        let worst = simd.splat_f64s(f64::INFINITY);
        let mut highest = simd.splat_f64s(f64::NEG_INFINITY);
        let mut lowest = worst;
        // Not a number times zero is not a number, and stays so in a sum; infinity is handled by the comparison.
        let mut fits = simd.less_than_or_equal_f64s(worst, worst);
        let mut allowed = fits;
        for (cell, least) in cells.iter().zip(minima) {
            let x = simd.mul_f64s(*cell, sign);
            let is_finite = simd.less_than_f64s(x, worst);
            *least = simd.min_f64s(x, *least);
            lowest = simd.min_f64s(x, lowest);
            highest = simd.max_f64s(simd.select_f64s(is_finite, x, highest), highest);
            fits = simd.and_m64s(fits, simd.less_than_or_equal_f64s(x, worst));
            allowed = simd.and_m64s(allowed, is_finite);
        }
        let all = S::F64_LANES;
        let count = |mask| simd.first_true_m64s(simd.not_m64s(mask));
        let mut pass = RowSurvey {
            is_bad: count(fits) < all || simd.reduce_min_f64s(lowest) == f64::NEG_INFINITY,
            has_forbidden: count(allowed) < all,
            highest: simd.reduce_max_f64s(highest),
        };
        for (cell, least) in rest.iter().zip(minima_rest) {
            let x = cell * self.sign;
            *least = least.min(x);
            pass.is_bad |= x.is_nan() || x == f64::NEG_INFINITY;
            pass.has_forbidden |= x == f64::INFINITY;
            if x < f64::INFINITY {
                pass.highest = pass.highest.max(x);
            }
        }
        pass
    }
}

struct GroupMinima<'a> {
    row: &'a [f64],
    sign: f64,
    v: &'a [f64],
    depth: usize,
    out: &'a mut Vec<f64>,
}

impl WithSimd for GroupMinima<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { row, sign, v, depth, out } = self;
        out.clear();
        let width = PARTS * depth;
        let whole = row.len() / width * width;
        let signs = simd.splat_f64s(sign);
        let turns = PARTS / S::F64_LANES;
        let mut least = [0.0; PARTS];
        for (row, v) in row[..whole].chunks_exact(width).zip(v[..whole].chunks_exact(width)) {
            let (cells, _) = S::as_simd_f64s(row);
            let (prices, _) = S::as_simd_f64s(v);
            let (room, _) = S::as_mut_simd_f64s(&mut least);
            for (turn, room) in room.iter_mut().enumerate() {
                let mut low = simd.splat_f64s(f64::INFINITY);
                for (c, v) in cells[turn..].iter().step_by(turns).zip(prices[turn..].iter().step_by(turns)) {
                    low = simd.min_f64s(low, simd.sub_f64s(simd.mul_f64s(*c, signs), *v));
                }
                *room = low;
            }
            out.extend_from_slice(&least);
        }
        if whole < row.len() {
            least.fill(f64::INFINITY);
            for (at, (c, v)) in row[whole..].iter().zip(&v[whole..]).enumerate() {
                least[at % PARTS] = least[at % PARTS].min(c * sign - v);
            }
            out.extend_from_slice(&least);
        }
    }
}

struct MarkUpTo<'a> {
    row: &'a [f64],
    sign: f64,
    v: &'a [f64],
    limit: f64,
    out: &'a mut [u64],
}

impl WithSimd for MarkUpTo<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Self { row, sign, v, limit, out } = self;
        for ((row, v), word) in row.chunks(64).zip(v.chunks(64)).zip(out) {
            let bits = row.iter().zip(v).enumerate();
            *word = bits.fold(0, |word, (at, (c, v))| word | (u64::from(c * sign - v <= limit) << at));
        }
    }
}

struct FindTwo<'a> {
    row: &'a [f64],
    sign: f64,
    v: &'a [f64],
}

impl WithSimd for FindTwo<'_> {
    type Output = TwoBest;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> TwoBest {
        let Self { row, sign, v } = self;
        let mut best = TwoBest { first: f64::INFINITY, col: 0, second: f64::INFINITY };
        let signs = simd.splat_f64s(sign);
        let mut block = 0;
        for (at, (row, v)) in row.chunks(BLOCK).zip(v.chunks(BLOCK)).enumerate() {
            let (cells, cells_rest) = S::as_simd_f64s(row);
            let (prices, prices_rest) = S::as_simd_f64s(v);
            let mut low = simd.splat_f64s(f64::INFINITY);
            let mut next = low;
            for (c, v) in cells.iter().zip(prices) {
                let x = simd.sub_f64s(simd.mul_f64s(*c, signs), *v);
                next = simd.min_f64s(next, simd.max_f64s(low, x));
                low = simd.min_f64s(low, x);
            }
            let before = best.first;
            if simd.reduce_min_f64s(low) < best.second {
                let lanes = [low, next];
                for x in pulp::bytemuck::cast_slice::<S::f64s, f64>(&lanes) {
                    best.offer(*x);
                }
            }
            for (c, v) in cells_rest.iter().zip(prices_rest) {
                best.offer(c * sign - v);
            }
            if best.first < before {
                block = at * BLOCK;
            }
        }
        let rest = row[block..].iter().zip(&v[block..]);
        best.col = block + rest.take(BLOCK).position(|(c, v)| c * sign - v == best.first).unwrap_or(0);
        best
    }
}

impl TwoBest {
    #[inline(always)]
    fn offer(&mut self, x: f64) {
        self.second = self.second.min(self.first.max(x));
        self.first = self.first.min(x);
    }
}
