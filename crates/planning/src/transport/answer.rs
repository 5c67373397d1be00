//! The public face of the transport solver.

use super::canon;
use super::flow::Flow;
use crate::{Costs, Error, Goal};

/// The least and the greatest number of partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// No fewer than this.
    pub min: u32,
    /// No more than this.
    pub max: u32,
}

/// How many partners each row and each column may have, in the order of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacities {
    /// One for each row.
    pub rows: Vec<Range>,
    /// One for each column.
    pub cols: Vec<Range>,
}

/// Whether a task has a solution.
#[derive(Debug, Clone, PartialEq)]
pub enum Transport {
    /// The best plan.
    Optimal(Plan),
    /// The least numbers cannot be met, and this is why.
    Impossible(Shortfall),
}

/// A best plan and the prices that prove it.
///
/// With [`Goal::Min`], a chosen pair costs no more than the prices of its row and column together, and a pair that is not
/// chosen no less. A row or column has a price above 0 only if it has no more than its least number of partners, and below 0
/// only if it has its greatest. With [`Goal::Max`] all this is turned round.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The chosen pairs, row and column, rising.
    pub pairs: Vec<(usize, usize)>,
    /// The total.
    pub value: f64,
    /// The price of each row.
    pub row_prices: Vec<f64>,
    /// The price of each column.
    pub col_prices: Vec<f64>,
}

/// Rows, or columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The rows of the table.
    Rows,
    /// The columns of the table.
    Cols,
}

/// Places of one side that together need more partners than there is room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The side of the places that are short.
    pub side: Side,
    /// The places that are short.
    pub short: Vec<usize>,
    /// How many partners they need at least, together.
    pub need: u64,
    /// Places of the other side whose capacity is the limit. Any other can serve each of `short` that may be given it.
    pub full: Vec<usize>,
    /// How many partners that makes at most.
    pub room: u64,
}

impl Range {
    /// Exactly `number` partners.
    pub fn exactly(number: u32) -> Self {
        Self { min: number, max: number }
    }

    /// Any number up to `number`.
    pub fn at_most(number: u32) -> Self {
        Self { min: 0, max: number }
    }
}

/// Chooses the pairs with the best total so that every row and column has a number of partners in its range.
///
/// A pair is chosen at most once, and never if forbidden. Of equally good plans the first is given: the one that chooses pair
/// (0, 0) if any does, then (0, 1), and so on through the table; values closer than 2⁻⁴¹ of the greatest price are equal.
///
/// One shortest path for each chosen pair, each over as much of the table as it must see: O(pairs · rows · columns) at worst,
/// in practice a small part of it. Memory is some tens of bytes per row, column and chosen pair.
///
/// # Errors
/// [`Error::WrongCapacities`] and [`Error::BadCapacity`] for the capacities; for the table as in [`assign`](crate::assign).
///
/// # Example
/// ```
/// use planning::{Capacities, Costs, Goal, Range, Transport, transport};
/// let gains = [5.0, 4.0, 3.0, 1.0];
/// let capacities = Capacities { rows: vec![Range::at_most(2); 2], cols: vec![Range::exactly(1); 2] };
/// let Transport::Optimal(plan) = transport(Costs::try_new(2, 2, &gains)?, Goal::Max, &capacities)? else { panic!() };
/// assert_eq!((plan.pairs, plan.value), (vec![(0, 0), (0, 1)], 9.0));
/// # Ok::<(), planning::Error>(())
/// ```
///
/// # Source
/// Successive shortest paths with potentials: Edmonds and Karp (1972). The clash of demands: Hoffman (1960).
pub fn transport(costs: Costs, goal: Goal, capacities: &Capacities) -> Result<Transport, Error> {
    check_capacities(costs.n_rows(), &capacities.rows)?;
    check_capacities(costs.n_cols(), &capacities.cols)?;
    costs.check(goal)?;
    let mut flow = Flow::new(costs, goal.sign(), capacities);
    if let Err(shortfall) = flow.solve() {
        return Ok(Transport::Impossible(shortfall));
    }
    canon::make_first(&mut flow);
    let pairs = flow.pairs();
    let price = |price: &f64| price * goal.sign() + 0.0; // no negative zeros
    Ok(Transport::Optimal(Plan {
        value: crate::sum::sum(pairs.iter().map(|(row, col)| costs.at(*row, *col))),
        row_prices: flow.u.iter().map(price).collect(),
        col_prices: flow.v.iter().map(price).collect(),
        pairs,
    }))
}

fn check_capacities(expected: usize, given: &[Range]) -> Result<(), Error> {
    if given.len() != expected {
        return Err(Error::WrongCapacities { expected, found: given.len() });
    }
    match given.iter().position(|range| range.min > range.max) {
        Some(at) => Err(Error::BadCapacity { at, min: given[at].min, max: given[at].max }),
        None => Ok(()),
    }
}
