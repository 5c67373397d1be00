//! What can be wrong with the numbers handed to a solver.

/// What is wrong with the numbers handed over. That a task has no solution is an answer, not an error.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The table does not have rows × columns values.
    #[error("a table of {rows} rows and {cols} columns needs {} values, {found} were given", rows.saturating_mul(*cols))]
    WrongLength {
        /// Rows announced.
        rows: usize,
        /// Columns announced.
        cols: usize,
        /// Values given.
        found: usize,
    },
    /// Rows and columns are counted in 32 bits here.
    #[error("{found} rows or columns are more than the {max} that can be solved")]
    TooLarge {
        /// The count given.
        found: usize,
        /// The greatest count allowed.
        max: usize,
    },
    /// A value is not a number.
    #[error("the value in row {row}, column {col} is not a number")]
    NotANumber {
        /// Row, from 0.
        row: usize,
        /// Column, from 0.
        col: usize,
    },
    /// A value is infinitely good: only infinitely bad ones, which forbid a pair, have a meaning.
    #[error("the value in row {row}, column {col} is infinitely good")]
    InfinitelyGood {
        /// Row, from 0.
        row: usize,
        /// Column, from 0.
        col: usize,
    },
    /// A value is so great that sums would overflow.
    #[error("the value in row {row}, column {col} is beyond {max:e}")]
    TooGreat {
        /// Row, from 0.
        row: usize,
        /// Column, from 0.
        col: usize,
        /// The greatest value allowed, either sign.
        max: f64,
    },
    /// There is not one capacity for each row, or for each column.
    #[error("{expected} rows or columns need as many capacities, {found} were given")]
    WrongCapacities {
        /// Rows or columns.
        expected: usize,
        /// Capacities given.
        found: usize,
    },
    /// A capacity asks for more than it allows.
    #[error("capacity {at} asks for at least {min} and allows at most {max}")]
    BadCapacity {
        /// Row or column, from 0.
        at: usize,
        /// The least number of partners.
        min: u32,
        /// The greatest number of partners.
        max: u32,
    },
    /// A ranking names a partner that is not there.
    #[error("ranking {at} names partner {partner} of {n_others}")]
    UnknownPartner {
        /// The place that ranks, from 0.
        at: usize,
        /// The number it names.
        partner: u32,
        /// How many there are on the other side.
        n_others: usize,
    },
    /// A ranking names a partner twice.
    #[error("ranking {at} names partner {partner} twice")]
    RankedTwice {
        /// The place that ranks, from 0.
        at: usize,
        /// The number it names.
        partner: u32,
    },
    /// Two tables do not have the same features.
    #[error("the rows have {expected} features, the items {found}")]
    WrongWidth {
        /// Features of the rows.
        expected: usize,
        /// Features of the items.
        found: usize,
    },
}

impl Error {
    /// What the caller can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::WrongLength { .. } => "give the values row by row, without gaps",
            Self::TooLarge { .. } => "split the task by country or region",
            Self::NotANumber { .. } => "decide what a missing value counts for, or forbid the pair",
            Self::InfinitelyGood { .. } => "to force a pair, forbid the others of its row; to forbid it, turn the sign",
            Self::WrongCapacities { .. } => "give one for each, in the order of the table",
            Self::BadCapacity { .. } => "raise the greatest number or lower the least",
            Self::UnknownPartner { .. } => "number partners from 0 in the order of the other side",
            Self::RankedTwice { .. } => "keep the better of the two ranks",
            Self::WrongWidth { .. } => "describe both with the same features, in the same order",
            Self::TooGreat { .. } => "give the values in a greater unit",
        }
    }

    /// The same error for the table with rows and columns exchanged.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::WrongLength { rows, cols, found } => Self::WrongLength { rows: cols, cols: rows, found },
            Self::NotANumber { row, col } => Self::NotANumber { row: col, col: row },
            Self::InfinitelyGood { row, col } => Self::InfinitelyGood { row: col, col: row },
            Self::TooGreat { row, col, max } => Self::TooGreat { row: col, col: row, max },
            _ => self,
        }
    }
}
