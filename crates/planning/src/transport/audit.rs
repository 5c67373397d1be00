//! Checks a plan and its proof, sharing no code with the solver.

use super::answer::{Capacities, Plan, Range};
use crate::{Audit, Costs, Goal};

/// Reads the whole table against `plan`. In the audit, `worst_pair` is about pairs that are not chosen, `worst_choice` about
/// chosen ones, and `worst_left_over` about the prices of rows and columns that could have more or fewer partners.
/// O(rows · columns).
pub fn audit_transport(costs: Costs, goal: Goal, capacities: &Capacities, plan: &Plan) -> Audit {
    let fault = find_fault(costs, capacities, plan);
    let mut audit = Audit { fault, worst_pair: 0.0, worst_choice: 0.0, worst_left_over: 0.0, gap: 0.0, tolerance: 0.0 };
    if audit.fault.is_some() {
        return audit;
    }
    let sign = if goal == Goal::Min { 1.0 } else { -1.0 };
    let mut is_chosen = vec![false; costs.n_cols()];
    let mut pairs = plan.pairs.iter().peekable();
    let mut greatest = 0.0f64;
    for row in 0..costs.n_rows() {
        is_chosen.fill(false);
        while let Some((_, col)) = pairs.next_if(|pair| pair.0 == row) {
            is_chosen[*col] = true;
        }
        for (col, value) in costs.row(row).iter().enumerate().filter(|(_, value)| value.is_finite()) {
            let rest = sign * (value - plan.row_prices[row] - plan.col_prices[col]);
            let worst = if is_chosen[col] { &mut audit.worst_choice } else { &mut audit.worst_pair };
            *worst = worst.max(if is_chosen[col] { rest } else { -rest });
            greatest = greatest.max(if is_chosen[col] { value.abs() } else { 0.0 });
        }
    }
    let (by_row, by_col) = count(costs, plan);
    let rows = plan.row_prices.iter().zip(&capacities.rows).zip(by_row);
    let cols = plan.col_prices.iter().zip(&capacities.cols).zip(by_col);
    for ((price, range), n) in rows.chain(cols) {
        // A price above 0 (where less is better) says that one more partner would not pay, below 0 that one would.
        let over = if n > range.min { sign * price } else { 0.0 };
        let under = if n < range.max { -sign * price } else { 0.0 };
        audit.worst_left_over = audit.worst_left_over.max(over).max(under);
    }
    let prices = plan.row_prices.iter().chain(&plan.col_prices);
    audit.tolerance = prices.fold(greatest, |greatest, price| greatest.max(price.abs())) / (1u64 << 40) as f64;
    let n_pairs = (costs.n_rows() * costs.n_cols()) as f64;
    audit.gap = n_pairs * audit.worst_pair.max(audit.worst_choice).max(audit.worst_left_over);
    audit
}

fn count(costs: Costs, plan: &Plan) -> (Vec<u32>, Vec<u32>) {
    let (mut by_row, mut by_col) = (vec![0; costs.n_rows()], vec![0; costs.n_cols()]);
    for (row, col) in &plan.pairs {
        by_row[*row] += 1;
        by_col[*col] += 1;
    }
    (by_row, by_col)
}

fn find_fault(costs: Costs, capacities: &Capacities, plan: &Plan) -> Option<String> {
    if (plan.row_prices.len(), plan.col_prices.len()) != (costs.n_rows(), costs.n_cols()) {
        return Some("the plan is for another table".to_owned());
    }
    if let Some(pair) = plan.pairs.iter().find(|(row, col)| *row >= costs.n_rows() || *col >= costs.n_cols()) {
        return Some(format!("pair {pair:?} is not in the table"));
    }
    if let Some(pairs) = plan.pairs.windows(2).find(|pairs| pairs[0] >= pairs[1]) {
        return Some(format!("pairs {:?} and {:?} are not in rising order", pairs[0], pairs[1]));
    }
    if let Some((row, col)) = plan.pairs.iter().find(|(row, col)| !costs.at(*row, *col).is_finite()) {
        return Some(format!("row {row} has column {col}, which is forbidden"));
    }
    let (by_row, by_col) = count(costs, plan);
    let is_outside = |(range, n): &(&Range, u32)| *n < range.min || *n > range.max;
    if let Some((range, n)) = capacities.rows.iter().zip(by_row).find(is_outside) {
        return Some(format!("a row has {n} partners, which is not within {range:?}"));
    }
    if let Some((range, n)) = capacities.cols.iter().zip(by_col).find(is_outside) {
        return Some(format!("a column has {n} partners, which is not within {range:?}"));
    }
    let value: f64 = plan.pairs.iter().map(|(row, col)| costs.at(*row, *col)).sum();
    let size: f64 = plan.pairs.iter().map(|(row, col)| costs.at(*row, *col).abs()).sum();
    ((value - plan.value).abs() > size * 1e-12).then(|| format!("the value is given as {} and is {value}", plan.value))
}
