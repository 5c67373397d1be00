//! Fair assignment: first make the worst pair as good as it can be, then the total.
//!
//! Shortest augmenting paths where the length of a path is its worst step (Derigs and Zimmermann 1978) give the worst value;
//! the assignment solver then finds the best total among the pairs that are no worse. It stops there: the second worst pair
//! is not raised for its own sake.

use crate::assignment::{Answer, Assignment, Clash, assign};
use crate::costs::short;
use crate::{Costs, Error, Goal};

/// Whether a task has a solution.
#[derive(Debug, Clone, PartialEq)]
pub enum Fair {
    /// The fairest assignment.
    Optimal(FairAssignment),
    /// There is none without a forbidden pair, and this is why.
    Impossible(Clash),
}

/// An assignment whose worst pair is as good as can be, with the best total among those.
#[derive(Debug, Clone, PartialEq)]
pub struct FairAssignment {
    /// The assignment. Its prices prove the total among pairs that are no worse than `worst`.
    pub plan: Assignment,
    /// The value of the worst pair; `None` if there are no pairs.
    pub worst: Option<f64>,
    /// Why the worst can't be better: these have too few partners of more worth. `None` if there are no pairs.
    pub limit: Option<Clash>,
}

/// Gives every row its own column (or every column its own row, if there are more rows) so that the worst pair is as good as
/// possible, and among those the best total. Equally good answers are told apart as in [`assign`].
///
/// O(n · n · m) at worst for the worst pair, plus [`assign`]; usually a few passes over the table. Memory is one more table.
/// Meant for some thousands of rows.
///
/// # Errors
/// As in [`assign`].
///
/// # Example
/// ```
/// use planning::{Costs, Fair, Goal, fair};
/// let gains = [9.0, 4.0, 5.0, 1.0]; // 9 + 1 is the greatest total, and leaves the second with 1
/// let Fair::Optimal(found) = fair(Costs::try_new(2, 2, &gains)?, Goal::Max)? else { panic!("nothing is forbidden") };
/// assert_eq!((found.plan.value, found.worst), (9.0, Some(4.0)));
/// # Ok::<(), planning::Error>(())
/// ```
pub fn fair(costs: Costs, goal: Goal) -> Result<Fair, Error> {
    costs.check(goal)?;
    let mut room = Vec::new();
    let upright = if costs.n_rows() <= costs.n_cols() { costs } else { costs.transposed(&mut room) };
    let Some(worst) = least_worst(upright, goal.sign()) else {
        return assign(costs, goal).map(|answer| Fair::from_answer(answer, None, None));
    };
    drop(room);
    let limit = match assign_within(costs, goal, |value| value < worst)? {
        Answer::Impossible(clash) => Some(clash),
        Answer::Optimal(_) => None,
    };
    let answer = assign_within(costs, goal, |value| value <= worst)?;
    Ok(Fair::from_answer(answer, Some(worst * goal.sign()), limit))
}

/// The best assignment among the pairs that are `good`, given their values with less as better.
fn assign_within(costs: Costs, goal: Goal, good: impl Fn(f64) -> bool) -> Result<Answer, Error> {
    let never = f64::INFINITY * goal.sign();
    let keep = |value: &f64| if good(value * goal.sign()) { *value } else { never };
    let values: Vec<f64> = (0..costs.n_rows()).flat_map(|row| costs.row(row)).map(keep).collect();
    assign(Costs::try_new(costs.n_rows(), costs.n_cols(), &values)?, goal)
}

/// The least value that the worst pair of an assignment can have. `None` if there are no rows, or no assignment.
fn least_worst(costs: Costs, sign: f64) -> Option<f64> {
    let mut worst = f64::NEG_INFINITY;
    let mut holder = vec![u32::MAX; costs.n_cols()];
    let mut mate = vec![u32::MAX; costs.n_rows()];
    for start in 0..costs.n_rows() {
        worst = augment(costs, sign, start, worst, &mut holder, &mut mate)?;
    }
    (costs.n_rows() > 0).then_some(worst)
}

/// Gives `start` a column along the path whose worst step is best; steps up to `worst` are all alike. The new worst value.
fn augment(costs: Costs, sign: f64, start: usize, worst: f64, holder: &mut [u32], mate: &mut [u32]) -> Option<f64> {
    let mut far = vec![f64::INFINITY; costs.n_cols()];
    let mut from = vec![0u32; costs.n_cols()];
    let mut is_open = vec![true; costs.n_cols()];
    let (mut row, mut level) = (start, worst);
    let end = loop {
        let mut nearest = (f64::INFINITY, None);
        for (col, value) in costs.row(row).iter().enumerate().filter(|(col, _)| is_open[*col]) {
            let reach = (value * sign).max(level);
            if reach < far[col] {
                far[col] = reach;
                from[col] = short(row);
            }
        }
        for (col, far) in far.iter().enumerate().filter(|(col, _)| is_open[*col]) {
            // A free column first, so that no way is made longer than it must be.
            if *far < nearest.0 || (*far == nearest.0 && *far < f64::INFINITY && holder[col] == u32::MAX) {
                nearest = (*far, Some(col));
            }
        }
        let col = nearest.1?;
        level = nearest.0;
        is_open[col] = false;
        if holder[col] == u32::MAX {
            break col;
        }
        row = holder[col] as usize;
    };
    let mut col = end;
    loop {
        let row = from[col] as usize;
        let before = std::mem::replace(&mut mate[row], short(col));
        holder[col] = short(row);
        if row == start {
            return Some(level);
        }
        col = before as usize;
    }
}

impl Fair {
    fn from_answer(answer: Answer, worst: Option<f64>, limit: Option<Clash>) -> Self {
        match answer {
            Answer::Impossible(clash) => Self::Impossible(clash),
            Answer::Optimal(plan) => Self::Optimal(FairAssignment { plan, worst, limit }),
        }
    }
}
