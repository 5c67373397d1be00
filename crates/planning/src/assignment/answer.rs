//! The public face of the assignment solver.

use super::canon;
use super::engine::Engine;
use super::hall::{Shortage, find_shortage};
use super::lanes::Lanes;
use super::table::Table;
use crate::costs::GREATEST;
use crate::sum::sum;
use crate::{Costs, Error, Goal};

/// Pairs whose worth differs by less than this share of the greatest price count as equally good.
pub(super) const TIE: f64 = 1.0 / (1u64 << 41) as f64;

/// Whether a task has a solution.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The best assignment.
    Optimal(Assignment),
    /// There is none without a forbidden pair, and this is why.
    Impossible(Clash),
}

/// A best assignment and the prices that prove it.
///
/// With the goal [`Goal::Min`], no pair costs less than the prices of its row and column together, and a chosen pair costs
/// just that; with [`Goal::Max`] no pair brings more. A column (or row) that is left over has the price 0, and no other of its
/// side has a price above 0 ([`Goal::Max`]: below 0). The prices add up to the value, so no assignment can be better.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// Each row's column. `None` only where there are more rows than columns.
    pub col_of_row: Vec<Option<usize>>,
    /// The total, summed with compensation.
    pub value: f64,
    /// The price of each row.
    pub row_prices: Vec<f64>,
    /// The price of each column.
    pub col_prices: Vec<f64>,
}

/// Rows that may be given only fewer columns than they are, or, where there are more rows than columns, columns that may be
/// given only fewer rows than they are. Indices rise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The rows concerned.
    pub rows: Vec<usize>,
    /// The columns concerned.
    pub cols: Vec<usize>,
}

/// Gives every row its own column, or every column its own row if there are more rows, with the best total.
///
/// Empty tables have the empty answer. Of equally good answers the first is given: row 0 has the lowest column it can have,
/// then row 1, and so on (with more rows than columns: column 0 the lowest row, and so on). Values that differ by less than
/// 2⁻⁴¹ of the greatest price count as equal. Whole numbers up to 2⁴⁰ are handled exactly, other values with the rounding
/// of a few additions.
///
/// Expected time is near O(n · m) on costs without structure; near ties cost ten to thirty times as much. The worst case is
/// O(n² · m). Memory is the table and about 1 kB per row; with more rows than columns, a second table.
///
/// # Errors
/// [`Error::NotANumber`] and [`Error::InfinitelyGood`] name the first such cell, [`Error::TooGreat`] the first beyond 10²⁹⁰.
///
/// # Example
/// ```
/// use planning::{Answer, Clash, Costs, Goal, assign};
/// let never = f64::INFINITY;
/// let answer = assign(Costs::try_new(2, 2, &[1.0, never, 2.0, never])?, Goal::Min)?;
/// assert_eq!(answer, Answer::Impossible(Clash { rows: vec![0, 1], cols: vec![0] }));
/// # Ok::<(), planning::Error>(())
/// ```
///
/// # Source
/// Jonker and Volgenant (1987), Volgenant (1996), Bertsekas (1988); how they are put together is in
/// `docs/reference/assignment.md`.
pub fn assign(costs: Costs, goal: Goal) -> Result<Answer, Error> {
    if costs.n_rows() <= costs.n_cols() {
        return solve(costs, goal);
    }
    let mut room = Vec::new();
    solve(costs.transposed(&mut room), goal).map(Answer::turned).map_err(Error::turned)
}

fn solve(costs: Costs, goal: Goal) -> Result<Answer, Error> {
    let table = Table::new(costs, goal);
    let lanes = Lanes::new();
    let survey = lanes.survey(&table)?;
    let lowest = survey.minima.iter().copied().fold(f64::INFINITY, f64::min);
    let magnitude = lowest.abs().max(survey.highest.abs());
    if magnitude > GREATEST {
        costs.check(goal)?; // unless every pair is forbidden
    }
    if survey.has_forbidden
        && let Some(Shortage { rows, cols }) = find_shortage(&table)
    {
        return Ok(Answer::Impossible(Clash { rows, cols }));
    }
    let span = survey.highest - lowest;
    let mut engine = Engine::new(table, lanes, survey);
    if costs.n_rows() > 0 {
        engine.solve(span, magnitude);
    }
    Ok(Answer::Optimal(finish(engine, costs, goal)))
}

/// Takes the first of the equal answers and puts it into the caller's terms.
fn finish(mut engine: Engine, costs: Costs, goal: Goal) -> Assignment {
    let mut u: Vec<f64> =
        (0..costs.n_rows()).map(|row| engine.paid[row] - engine.v[engine.mate[row] as usize]).collect();
    let greatest = u.iter().chain(&engine.v).fold(0.0, |greatest: f64, price| greatest.max(price.abs()));
    canon::make_first(&mut engine, &u, greatest * TIE);
    let sign = goal.sign();
    for price in u.iter_mut().chain(&mut engine.v) {
        *price = *price * sign + 0.0; // no negative zeros
    }
    Assignment {
        value: sum(engine.mate.iter().enumerate().map(|(row, col)| costs.at(row, *col as usize))),
        col_of_row: engine.mate.iter().map(|col| Some(*col as usize)).collect(),
        row_prices: u,
        col_prices: engine.v,
    }
}

impl Answer {
    /// The same answer for the table with rows and columns exchanged.
    fn turned(self) -> Self {
        match self {
            Self::Impossible(Clash { rows, cols }) => Self::Impossible(Clash { rows: cols, cols: rows }),
            Self::Optimal(plan) => {
                let mut col_of_row = vec![None; plan.col_prices.len()];
                for (col, row) in plan.col_of_row.iter().enumerate() {
                    col_of_row[row.expect("each of the fewer has a partner")] = Some(col);
                }
                Self::Optimal(Assignment {
                    col_of_row,
                    value: plan.value,
                    row_prices: plan.col_prices,
                    col_prices: plan.row_prices,
                })
            }
        }
    }
}
