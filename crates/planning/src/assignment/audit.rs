//! Checks an assignment and its proof, sharing no code with the solver.

use super::answer::Assignment;
use crate::{Costs, Goal};

/// How far an assignment and its prices are from a proof of the optimum.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// What is wrong with the assignment itself, if anything: a sentence for a person.
    pub fault: Option<String>,
    /// By how much the worst pair is better than its prices allow; 0 if none is.
    pub worst_pair: f64,
    /// By how much the worst chosen pair is off its prices.
    pub worst_choice: f64,
    /// By how much the worst price of a left-over row or column is off zero, or a price of its side beyond it.
    pub worst_left_over: f64,
    /// No assignment can be better than this one by more.
    pub gap: f64,
    /// What the figures above may be: 0 where all values and prices are whole numbers below 2⁴⁰, else 2⁻⁴⁰ of the greatest.
    pub tolerance: f64,
}

impl Audit {
    /// Whether the optimum is proved within the tolerance.
    pub fn is_proof(&self) -> bool {
        let worst = self.worst_pair.max(self.worst_choice).max(self.worst_left_over);
        self.fault.is_none() && worst <= self.tolerance
    }
}

/// Reads the whole table against `plan`, which [`assign`](super::assign) or anyone else may have made. O(n · m).
pub fn audit(costs: Costs, goal: Goal, plan: &Assignment) -> Audit {
    let mut audit =
        Audit { fault: None, worst_pair: 0.0, worst_choice: 0.0, worst_left_over: 0.0, gap: 0.0, tolerance: 0.0 };
    audit.fault = find_fault(costs, plan);
    if audit.fault.is_some() {
        return audit;
    }
    let sign = if goal == Goal::Min { 1.0 } else { -1.0 };
    for (row, choice) in plan.col_of_row.iter().enumerate() {
        let mut worst = 0.0f64;
        for (value, price) in costs.row(row).iter().zip(&plan.col_prices) {
            worst = worst.max(sign * (price + plan.row_prices[row] - value));
        }
        audit.worst_pair = audit.worst_pair.max(worst);
        if let Some(col) = choice {
            let off = plan.row_prices[row] + plan.col_prices[*col] - costs.at(row, *col);
            audit.worst_choice = audit.worst_choice.max(off.abs());
        }
    }
    audit.worst_left_over = worst_left_over(costs, sign, plan);
    let n_chosen = costs.n_rows().min(costs.n_cols()) as f64;
    audit.gap = n_chosen * (audit.worst_pair + audit.worst_choice + audit.worst_left_over);
    audit.tolerance = tolerance(plan, costs);
    audit
}

fn find_fault(costs: Costs, plan: &Assignment) -> Option<String> {
    let (n_rows, n_cols) = (costs.n_rows(), costs.n_cols());
    let lengths = (plan.col_of_row.len(), plan.row_prices.len(), plan.col_prices.len());
    if lengths != (n_rows, n_rows, n_cols) {
        return Some(format!("the plan is for another table: {lengths:?}"));
    }
    let mut holder = vec![None; n_cols];
    for (row, col) in plan.col_of_row.iter().enumerate().filter_map(|(row, col)| Some((row, (*col)?))) {
        if col >= n_cols {
            return Some(format!("row {row} has column {col} of {n_cols}"));
        }
        if let Some(other) = holder[col].replace(row) {
            return Some(format!("rows {other} and {row} both have column {col}"));
        }
        if !costs.at(row, col).is_finite() {
            return Some(format!("row {row} has column {col}, which is forbidden"));
        }
    }
    let n_chosen = holder.iter().flatten().count();
    if n_chosen < n_rows.min(n_cols) {
        return Some(format!("{n_chosen} pairs are chosen where {} are possible", n_rows.min(n_cols)));
    }
    let chosen = || plan.col_of_row.iter().enumerate().filter_map(|(row, col)| Some(costs.at(row, (*col)?)));
    let value: f64 = chosen().sum();
    let size: f64 = chosen().map(f64::abs).sum();
    ((value - plan.value).abs() > size * 1e-12).then(|| format!("the value is given as {} and is {value}", plan.value))
}

fn worst_left_over(costs: Costs, sign: f64, plan: &Assignment) -> f64 {
    let beyond = |prices: &[f64]| prices.iter().fold(0.0f64, |worst, price| worst.max(price * sign));
    if costs.n_rows() < costs.n_cols() {
        let mut is_left = vec![true; costs.n_cols()];
        for col in plan.col_of_row.iter().flatten() {
            is_left[*col] = false;
        }
        let left = plan.col_prices.iter().zip(is_left).filter(|(_, is_left)| *is_left);
        left.fold(beyond(&plan.col_prices), |worst, (price, _)| worst.max(price.abs()))
    } else if costs.n_rows() > costs.n_cols() {
        let left = plan.row_prices.iter().zip(&plan.col_of_row).filter(|(_, col)| col.is_none());
        left.fold(beyond(&plan.row_prices), |worst, (price, _)| worst.max(price.abs()))
    } else {
        0.0
    }
}

fn tolerance(plan: &Assignment, costs: Costs) -> f64 {
    let chosen = plan.col_of_row.iter().enumerate().filter_map(|(row, col)| Some(costs.at(row, (*col)?)));
    let numbers = || plan.row_prices.iter().chain(&plan.col_prices).copied().chain(chosen.clone());
    let greatest = numbers().fold(0.0f64, |greatest, number| greatest.max(number.abs()));
    let is_exact = greatest < (1u64 << 40) as f64 && numbers().all(|number| number.fract() == 0.0);
    if is_exact { 0.0 } else { greatest / (1u64 << 40) as f64 }
}
