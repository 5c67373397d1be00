//! Small tables, read at a glance.

use planning::{Answer, Clash, Costs, Error, Goal, assign};

use super::{NEVER, optimal, solve};

fn check(n_rows: usize, n_cols: usize, values: &[f64], goal: Goal, expected: (f64, &[i32])) {
    let plan = optimal(n_rows, n_cols, values, goal);
    let cols: Vec<i32> = plan.col_of_row.iter().map(|col| col.map_or(-1, |col| i32::try_from(col).unwrap())).collect();
    assert_eq!((plan.value, cols.as_slice()), expected, "{n_rows} × {n_cols} {values:?}");
}

#[test]
fn small_tables() {
    check(0, 0, &[], Goal::Min, (0.0, &[]));
    check(0, 3, &[], Goal::Min, (0.0, &[]));
    check(2, 0, &[], Goal::Max, (0.0, &[-1, -1]));
    check(1, 1, &[7.5], Goal::Min, (7.5, &[0]));
    check(1, 1, &[-0.0], Goal::Max, (0.0, &[0]));
    check(1, 3, &[3.0, 1.0, 2.0], Goal::Min, (1.0, &[1]));
    check(1, 3, &[3.0, 1.0, 2.0], Goal::Max, (3.0, &[0]));
    check(3, 1, &[3.0, 1.0, 2.0], Goal::Min, (1.0, &[-1, 0, -1]));
    check(2, 2, &[1.0, 2.0, 3.0, 5.0], Goal::Min, (5.0, &[1, 0]));
    check(2, 2, &[1.0, NEVER, 0.0, 5.0], Goal::Min, (6.0, &[0, 1]));
    check(2, 2, &[1.0, -NEVER, 9.0, 5.0], Goal::Max, (6.0, &[0, 1]));
    check(2, 3, &[-1.0, -2.0, -3.0, -1.0, -1.0, -3.0], Goal::Min, (-5.0, &[1, 2]));
    check(3, 2, &[4.0, 1.0, 2.0, 0.0, 4.0, 9.0], Goal::Min, (3.0, &[1, 0, -1]));
}

#[test]
fn equal_answers_are_told_apart_by_order() {
    check(3, 3, &[5.0; 9], Goal::Min, (15.0, &[0, 1, 2]));
    check(2, 4, &[5.0; 8], Goal::Max, (10.0, &[0, 1]));
    check(4, 2, &[5.0; 8], Goal::Min, (10.0, &[0, 1, -1, -1])); // columns choose where they are fewer
    check(2, 2, &[1.0, 2.0, 3.0, 4.0], Goal::Min, (5.0, &[0, 1])); // both cost 5
    check(2, 3, &[1.0, 1.0, 9.0, 9.0, 1.0, 1.0], Goal::Min, (2.0, &[0, 1]));
    check(3, 2, &[4.0, 1.0, 2.0, 0.0, 3.0, 9.0], Goal::Min, (3.0, &[1, 0, -1])); // rows 2 and 1 cost 3 too
}

#[test]
fn the_impossible_names_who_is_short() {
    type Case = (usize, usize, &'static [f64], &'static [usize], &'static [usize]);
    let cases: [Case; 5] = [
        (1, 1, &[NEVER], &[0], &[]),
        (2, 2, &[1.0, NEVER, 2.0, NEVER], &[0, 1], &[0]),
        (3, 3, &[1.0, 1.0, 1.0, NEVER, NEVER, NEVER, 1.0, 1.0, 1.0], &[1], &[]),
        (3, 4, &[NEVER, 1.0, 1.0, NEVER, NEVER, 1.0, 1.0, NEVER, NEVER, 1.0, 1.0, NEVER], &[0, 1, 2], &[1, 2]),
        (3, 2, &[1.0, 1.0, NEVER, NEVER, NEVER, NEVER], &[0], &[0, 1]),
    ];
    for (n_rows, n_cols, values, rows, cols) in cases {
        let clash = Clash { rows: rows.to_vec(), cols: cols.to_vec() };
        assert_eq!(solve(n_rows, n_cols, values, Goal::Min), Ok(Answer::Impossible(clash)), "{values:?}");
    }
}

#[test]
fn bad_tables_name_the_cell() {
    let check = |n_rows, n_cols, values: &[f64], goal, expected: &str| {
        let error = Costs::try_new(n_rows, n_cols, values).and_then(|costs| assign(costs, goal)).unwrap_err();
        assert_eq!(format!("{error} ({})", error.hint()), expected);
    };
    let nan = f64::NAN;
    check(
        2,
        3,
        &[0.0; 5],
        Goal::Min,
        "a table of 2 rows and 3 columns needs 6 values, 5 were given (give the values row by row, without gaps)",
    );
    check(
        2,
        2,
        &[1.0, 2.0, nan, 4.0],
        Goal::Min,
        "the value in row 1, column 0 is not a number (decide what a missing value counts for, or forbid the pair)",
    );
    check(
        3,
        1,
        &[1.0, 2.0, nan],
        Goal::Max,
        "the value in row 2, column 0 is not a number (decide what a missing value counts for, or forbid the pair)",
    );
    check(
        1,
        2,
        &[1.0, NEVER],
        Goal::Max,
        "the value in row 0, column 1 is infinitely good (to force a pair, forbid the others of its row; to forbid it, turn the sign)",
    );
    check(
        1,
        2,
        &[1.0, -1e300],
        Goal::Max,
        "the value in row 0, column 1 is beyond 1e290 (give the values in a greater unit)",
    );
    assert!(matches!(Costs::try_new(usize::MAX, 0, &[]), Err(Error::TooLarge { .. })));
    for at in 0..40 {
        let mut values = vec![1.0; 40];
        values[at] = nan;
        let found = Costs::try_new(2, 20, &values).and_then(|costs| assign(costs, Goal::Min));
        assert_eq!(found, Err(Error::NotANumber { row: at / 20, col: at % 20 }));
    }
}
