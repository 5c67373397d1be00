//! What must hold for every table.

use pathfinding::prelude::{Matrix, kuhn_munkres_min};
use planning::{Answer, Goal};
use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};

use super::{NEVER, Numbers, optimal, solve};

/// Small tables of a few whole numbers, so that ties abound, some with forbidden pairs.
fn tied_tables() -> impl Strategy<Value = (usize, usize, Vec<f64>)> {
    (1usize..6, 1usize..6, 1u8..8, any::<bool>()).prop_flat_map(|(n_rows, n_cols, most, may_forbid)| {
        let cell = (0..=most).prop_map(move |cost| if may_forbid && cost == most { NEVER } else { f64::from(cost) });
        prop::collection::vec(cell, n_rows * n_cols).prop_map(move |cells| (n_rows, n_cols, cells))
    })
}

/// The best value and the first of the best assignments, found by trying all.
fn try_all(n_rows: usize, n_cols: usize, values: &[f64]) -> Option<(f64, Vec<usize>)> {
    fn descend(
        at: &dyn Fn(usize, usize) -> f64,
        sizes: (usize, usize),
        taken: &mut Vec<usize>,
        best: &mut Option<(f64, Vec<usize>)>,
    ) {
        if taken.len() == sizes.0 {
            let value = taken.iter().enumerate().map(|(few, many)| at(few, *many)).sum();
            if value < NEVER && best.as_ref().is_none_or(|(least, _)| value < *least) {
                *best = Some((value, taken.clone()));
            }
            return;
        }
        for many in 0..sizes.1 {
            if !taken.contains(&many) {
                taken.push(many);
                descend(at, sizes, taken, best);
                taken.pop();
            }
        }
    }
    let is_wide = n_rows <= n_cols;
    let at = |few: usize, many: usize| if is_wide { values[few * n_cols + many] } else { values[many * n_cols + few] };
    let mut best = None;
    descend(&at, (n_rows.min(n_cols), n_rows.max(n_cols)), &mut Vec::new(), &mut best);
    best
}

proptest! {
    #[test]
    fn the_first_of_the_best_is_found((n_rows, n_cols, values) in tied_tables()) {
        let expected = try_all(n_rows, n_cols, &values);
        let found = match solve(n_rows, n_cols, &values, Goal::Min).unwrap() {
            Answer::Impossible(_) => None,
            Answer::Optimal(plan) if n_rows <= n_cols => Some((plan.value, plan.col_of_row.into_iter().flatten().collect())),
            Answer::Optimal(plan) => {
                let mut row_of_col = vec![0; n_cols];
                for (row, col) in plan.col_of_row.iter().enumerate().filter_map(|(row, col)| Some((row, (*col)?))) {
                    row_of_col[col] = row;
                }
                Some((plan.value, row_of_col))
            }
        };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_greatest_is_the_least_of_the_opposite((n_rows, n_cols, values) in tied_tables()) {
        let opposite: Vec<f64> = values.iter().map(|value| -value).collect();
        let turn = |answer| match answer {
            Answer::Optimal(plan) => Some((plan.value + 0.0, plan.col_of_row)),
            Answer::Impossible(_) => None,
        };
        let least = turn(solve(n_rows, n_cols, &values, Goal::Min).unwrap());
        let greatest = turn(solve(n_rows, n_cols, &opposite, Goal::Max).unwrap());
        prop_assert_eq!(greatest.map(|(value, plan)| (0.0 - value, plan)), least);
    }

    #[test]
    fn moving_rows_and_columns_moves_the_answer(seed in 1u64..1 << 40, n_rows in 1usize..40, n_cols in 1usize..40) {
        let mut numbers = Numbers(seed);
        let values: Vec<f64> = (0..n_rows * n_cols).map(|_| numbers.unit()).collect();
        let (rows, cols) = (shuffled(n_rows, &mut numbers), shuffled(n_cols, &mut numbers));
        let moved = rows.iter().flat_map(|row| cols.iter().map(move |col| (row, col)));
        let moved: Vec<f64> = moved.map(|(row, col)| values[row * n_cols + col]).collect();
        let plan = optimal(n_rows, n_cols, &values, Goal::Max);
        let moved = optimal(n_rows, n_cols, &moved, Goal::Max);
        for (at, row) in rows.iter().enumerate() {
            prop_assert_eq!(moved.col_of_row[at].map(|col| cols[col]), plan.col_of_row[*row]);
        }
    }
}

fn shuffled(n: usize, numbers: &mut Numbers) -> Vec<usize> {
    let mut all: Vec<(u64, usize)> = (0..n).map(|at| (numbers.next(1 << 60), at)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, at)| at).collect()
}

/// Against `pathfinding`, on whole numbers.
fn check_peer(n_rows: usize, n_cols: usize, values: &[f64]) {
    let weights: Vec<i64> = values.iter().map(|value| *value as i64).collect();
    let weights = Matrix::from_vec(n_rows, n_cols, weights).unwrap();
    let (expected, _) =
        if n_rows <= n_cols { kuhn_munkres_min(&weights) } else { kuhn_munkres_min(&weights.transposed()) };
    let plan = optimal(n_rows, n_cols, values, Goal::Min);
    assert_eq!(plan.value, expected as f64, "{n_rows} × {n_cols}");
}

#[test]
fn another_solver_agrees() {
    let mut numbers = Numbers(88_172_645_463_325_252);
    for (n_rows, n_cols) in [(30, 30), (64, 64), (65, 70), (70, 65), (90, 300), (129, 129), (200, 200), (150, 260)] {
        for most in [1, 2, 20, 1000, 1_000_000_000] {
            let values: Vec<f64> = (0..n_rows * n_cols).map(|_| numbers.next(most) as f64).collect();
            check_peer(n_rows, n_cols, &values);
        }
        let crowded = numbers.crowded(n_rows, n_cols, true);
        check_peer(n_rows, n_cols, &crowded);
    }
}

#[test]
fn hard_tables_are_solved_and_proved() {
    let mut numbers = Numbers(1_234_567_891_234_567);
    for (n_rows, n_cols) in [(300, 300), (300, 420), (420, 300), (250, 900), (600, 600)] {
        let values = numbers.crowded(n_rows, n_cols, false);
        for goal in [Goal::Min, Goal::Max] {
            optimal(n_rows, n_cols, &values, goal);
        }
        let far_off: Vec<f64> = values.iter().map(|value| value + 1e12).collect();
        optimal(n_rows, n_cols, &far_off, Goal::Min);
    }
}

#[test]
fn forbidden_pairs_on_greater_tables() {
    let mut numbers = Numbers(987_654_321_987);
    for n in [50, 200, 400] {
        for share in [2, 5, 50, 90] {
            let mut values = numbers.crowded(n, n, false);
            for value in &mut values {
                if numbers.next(100) >= share {
                    *value = NEVER;
                }
            }
            solve(n, n, &values, Goal::Min).unwrap();
        }
    }
}

#[test]
fn tied_tables_of_all_sizes_are_solved_in_order() {
    for n in [7, 64, 300] {
        let plan = optimal(n, n, &vec![3.0; n * n], Goal::Min);
        assert!(plan.col_of_row.iter().enumerate().all(|(row, col)| *col == Some(row)));
        // Row r may take columns r and r + 1 at no cost: only the straight answer leaves nobody out.
        let cost = |at: usize| if at % n == at / n || at % n == at / n + 1 { 0.0 } else { 1.0 };
        let plan = optimal(n, n, &(0..n * n).map(cost).collect::<Vec<_>>(), Goal::Min);
        assert!(plan.col_of_row.iter().enumerate().all(|(row, col)| *col == Some(row)));
    }
}
