//! The table of costs or gains that the solvers read, and which way is better.
//!
//! A view only: a table of 10,000 × 10,000 numbers is 800 MB, and no solver here copies it.

use crate::Error;

/// Beyond this, sums of values could overflow.
pub(crate) const GREATEST: f64 = 1e290;

/// A table of `f64`, row by row: what it costs, or brings, to give a row a column.
///
/// A pair is forbidden by an infinitely bad value: `INFINITY` where less is better, `NEG_INFINITY` where more is.
#[derive(Debug, Clone, Copy)]
pub struct Costs<'a> {
    n_rows: usize,
    n_cols: usize,
    values: &'a [f64],
}

/// Which answer is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The least total.
    Min,
    /// The greatest total.
    Max,
}

impl<'a> Costs<'a> {
    /// A view of `values`, which hold `n_rows` rows of `n_cols` each. Either may be 0.
    ///
    /// # Errors
    /// [`Error::WrongLength`] when the count is another, [`Error::TooLarge`] beyond 2³¹ − 1 rows or columns.
    pub fn try_new(n_rows: usize, n_cols: usize, values: &'a [f64]) -> Result<Self, Error> {
        const MAX: usize = i32::MAX as usize;
        if n_rows.max(n_cols) > MAX {
            return Err(Error::TooLarge { found: n_rows.max(n_cols), max: MAX });
        }
        if n_rows.checked_mul(n_cols) != Some(values.len()) {
            return Err(Error::WrongLength { rows: n_rows, cols: n_cols, found: values.len() });
        }
        Ok(Self { n_rows, n_cols, values })
    }

    /// How many rows.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// How many columns.
    pub fn n_cols(&self) -> usize {
        self.n_cols
    }

    /// Row `row`, from 0.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn row(&self, row: usize) -> &'a [f64] {
        &self.values[row * self.n_cols..(row + 1) * self.n_cols]
    }

    /// The value of a pair.
    ///
    /// # Panics
    /// When there is no such pair.
    pub fn at(&self, row: usize, col: usize) -> f64 {
        self.row(row)[col]
    }

    /// Looks for a cell that no solver can use.
    ///
    /// # Errors
    /// [`Error::NotANumber`], [`Error::InfinitelyGood`] or [`Error::TooGreat`] with the first such cell.
    pub(crate) fn check(&self, goal: Goal) -> Result<(), Error> {
        let never = f64::INFINITY * goal.sign();
        let is_bad = |value: &f64| !(value.abs() <= GREATEST || *value == never);
        let Some(at) = self.values.iter().position(is_bad) else { return Ok(()) };
        let (row, col, value) = (at / self.n_cols, at % self.n_cols, self.values[at]);
        Err(if value.is_nan() {
            Error::NotANumber { row, col }
        } else if value.is_infinite() {
            Error::InfinitelyGood { row, col }
        } else {
            Error::TooGreat { row, col, max: GREATEST }
        })
    }

    /// The same table with rows and columns exchanged, written into `room`.
    pub(crate) fn transposed(self, room: &mut Vec<f64>) -> Costs<'_> {
        const TILE: usize = 32; // 32 × 32 × 8 bytes of either table stay in the first cache
        room.clear();
        room.resize(self.values.len(), 0.0);
        for top in (0..self.n_rows).step_by(TILE) {
            for left in (0..self.n_cols).step_by(TILE) {
                for row in top..self.n_rows.min(top + TILE) {
                    let line = &self.row(row)[left..self.n_cols.min(left + TILE)];
                    for (at, value) in line.iter().enumerate() {
                        room[(left + at) * self.n_rows + row] = *value;
                    }
                }
            }
        }
        Costs { n_rows: self.n_cols, n_cols: self.n_rows, values: room }
    }
}

impl Goal {
    /// What values are multiplied by so that less is better.
    pub(crate) fn sign(self) -> f64 {
        match self {
            Self::Min => 1.0,
            Self::Max => -1.0,
        }
    }
}

/// A row or column number in 32 bits, which is enough for every table there can be.
#[expect(clippy::cast_possible_truncation, reason = "`Costs::try_new` admits no more than 2³¹ rows or columns")]
pub(crate) fn short(number: usize) -> u32 {
    number as u32
}
