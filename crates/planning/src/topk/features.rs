//! A table of features, one row per place.

use crate::Error;

/// A table of `f32`, row by row: what each place has, or wants, of each feature.
#[derive(Debug, Clone, Copy)]
pub struct Features<'a> {
    pub(super) n_rows: usize,
    pub(super) width: usize,
    pub(super) values: &'a [f32],
}

impl<'a> Features<'a> {
    /// A view of `values`, which hold `n_rows` rows of `width` features each. Either may be 0.
    ///
    /// # Errors
    /// [`Error::WrongLength`] when the count is another, [`Error::TooLarge`] beyond 2³¹ − 1 rows, [`Error::NotANumber`] and
    /// [`Error::TooGreat`] (beyond 10¹⁵, either sign, so that no score overflows) with the first such cell.
    pub fn try_new(n_rows: usize, width: usize, values: &'a [f32]) -> Result<Self, Error> {
        const MAX: usize = i32::MAX as usize;
        const GREATEST: f64 = 1e15;
        if n_rows > MAX {
            return Err(Error::TooLarge { found: n_rows, max: MAX });
        }
        if n_rows.checked_mul(width) != Some(values.len()) {
            return Err(Error::WrongLength { rows: n_rows, cols: width, found: values.len() });
        }
        if let Some(at) = values.iter().position(|value| value.is_nan() || f64::from(value.abs()) > GREATEST) {
            let (row, col) = (at / width, at % width);
            let is_nan = values[at].is_nan();
            return Err(if is_nan {
                Error::NotANumber { row, col }
            } else {
                Error::TooGreat { row, col, max: GREATEST }
            });
        }
        Ok(Self { n_rows, width, values })
    }

    /// How many rows.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    pub(super) fn row(&self, row: usize) -> &'a [f32] {
        &self.values[row * self.width..(row + 1) * self.width]
    }
}
