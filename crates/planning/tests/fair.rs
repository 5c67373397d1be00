//! The fair assignment against trying all.

use planning::{Clash, Costs, Fair, Goal, audit, fair};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

const NEVER: f64 = f64::INFINITY;

fn tables() -> impl Strategy<Value = (usize, usize, Vec<f64>)> {
    (1usize..6, 1usize..6, any::<bool>()).prop_flat_map(|(n_rows, n_cols, may_forbid)| {
        let cell = (0u8..12).prop_map(move |cost| if may_forbid && cost > 8 { NEVER } else { f64::from(cost) });
        prop::collection::vec(cell, n_rows * n_cols).prop_map(move |cells| (n_rows, n_cols, cells))
    })
}

/// The least worst value and the least total with it.
fn try_all(n_rows: usize, n_cols: usize, values: &[f64]) -> Option<(f64, f64)> {
    fn descend(
        at: &dyn Fn(usize, usize) -> f64,
        sizes: (usize, usize),
        taken: &mut Vec<usize>,
        best: &mut Option<(f64, f64)>,
    ) {
        if taken.len() == sizes.0 {
            let values = || taken.iter().enumerate().map(|(few, many)| at(few, *many));
            let found = (values().fold(f64::NEG_INFINITY, f64::max), values().sum());
            if found.0 < NEVER && best.is_none_or(|best| found < best) {
                *best = Some(found);
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
    let at = |few: usize, many: usize| {
        if n_rows <= n_cols { values[few * n_cols + many] } else { values[many * n_cols + few] }
    };
    let mut best = None;
    descend(&at, (n_rows.min(n_cols), n_rows.max(n_cols)), &mut Vec::new(), &mut best);
    best
}

proptest! {
    #[test]
    fn worst_first_then_total((n_rows, n_cols, values) in tables()) {
        let opposite: Vec<f64> = values.iter().map(|value| -value).collect();
        let least = fair(Costs::try_new(n_rows, n_cols, &values).unwrap(), Goal::Min).unwrap();
        let greatest = fair(Costs::try_new(n_rows, n_cols, &opposite).unwrap(), Goal::Max).unwrap();
        match (least, greatest, try_all(n_rows, n_cols, &values)) {
            (Fair::Impossible(_), Fair::Impossible(_), None) => {}
            (Fair::Optimal(least), Fair::Optimal(greatest), Some((worst, value))) => {
                prop_assert_eq!((least.worst, least.plan.value), (Some(worst), value));
                prop_assert_eq!(&least.plan.col_of_row, &greatest.plan.col_of_row);
                prop_assert_eq!(greatest.worst.map(|worst| 0.0 - worst), Some(worst));
                let within: Vec<f64> = values.iter().map(|value| if *value <= worst { *value } else { NEVER }).collect();
                prop_assert!(audit(Costs::try_new(n_rows, n_cols, &within).unwrap(), Goal::Min, &least.plan).is_proof());
                let limit = least.limit.unwrap();
                let (many, few) = if n_rows <= n_cols { (limit.rows.len(), limit.cols.len()) } else { (limit.cols.len(), limit.rows.len()) };
                prop_assert!(many > few);
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}

#[test]
fn small_tables() {
    let solve =
        |n_rows, n_cols, values: &[f64]| fair(Costs::try_new(n_rows, n_cols, values).unwrap(), Goal::Max).unwrap();
    let Fair::Optimal(none) = solve(0, 3, &[]) else { panic!("nothing to do is possible") };
    assert_eq!((none.worst, none.limit, none.plan.value), (None, None, 0.0));
    let Fair::Optimal(found) = solve(3, 3, &[9.0, 1.0, 5.0, 8.0, 7.0, 2.0, 6.0, 3.0, 4.0]) else {
        panic!("nothing is forbidden")
    };
    assert_eq!(
        (found.worst, found.plan.value, found.plan.col_of_row),
        (Some(5.0), 18.0, vec![Some(2), Some(1), Some(0)])
    );
    assert_eq!(found.limit, Some(Clash { rows: vec![0, 2], cols: vec![0] }));
    assert_eq!(solve(1, 1, &[-NEVER]), Fair::Impossible(Clash { rows: vec![0], cols: vec![] }));
}
