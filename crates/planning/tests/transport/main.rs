//! The transport solver against a linear program, copied columns, trying all, and the laws it must obey.

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails with the line")]

use good_lp::{Expression, Solution, SolverModel, constraint, variable, variables};
use planning::{
    Answer, Capacities, Costs, Goal, Plan, Range, Shortfall, Side, Transport, assign, audit_transport, transport,
};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

const NEVER: f64 = f64::INFINITY;

/// Solves, and checks the proof of whatever comes back.
fn solve(values: &[f64], goal: Goal, capacities: &Capacities) -> Transport {
    let costs = Costs::try_new(capacities.rows.len(), capacities.cols.len(), values).unwrap();
    let found = transport(costs, goal, capacities).unwrap();
    match &found {
        Transport::Optimal(plan) => {
            let audit = audit_transport(costs, goal, capacities, plan);
            assert!(audit.is_proof(), "{values:?} {capacities:?}: {audit:?} {plan:?}");
        }
        Transport::Impossible(shortfall) => check_shortfall(costs, capacities, shortfall),
    }
    found
}

/// The room named must really be all there is, and too small.
fn check_shortfall(costs: Costs, capacities: &Capacities, shortfall: &Shortfall) {
    let is_rows = shortfall.side == Side::Rows;
    let (own, other) =
        if is_rows { (&capacities.rows, &capacities.cols) } else { (&capacities.cols, &capacities.rows) };
    let allowed = |a: usize, b: usize| if is_rows { costs.at(a, b).is_finite() } else { costs.at(b, a).is_finite() };
    let need: u64 = shortfall.short.iter().map(|at| u64::from(own[*at].min)).sum();
    let room = |at: usize| -> u64 {
        if shortfall.full.contains(&at) {
            return other[at].max.into();
        }
        shortfall.short.iter().filter(|own| allowed(**own, at)).count() as u64
    };
    let room: u64 = (0..other.len()).map(room).sum();
    assert_eq!(need, shortfall.need, "{shortfall:?}");
    assert!(shortfall.room <= room && shortfall.need > shortfall.room, "{shortfall:?}, room {room}");
}

fn optimal(values: &[f64], goal: Goal, capacities: &Capacities) -> Option<Plan> {
    match solve(values, goal, capacities) {
        Transport::Optimal(plan) => Some(plan),
        Transport::Impossible(_) => None,
    }
}

/// The same task as a linear program, whose corners are whole.
fn by_program(values: &[f64], goal: Goal, capacities: &Capacities) -> Option<f64> {
    let n_cols = capacities.cols.len();
    let mut all = variables!();
    let chosen: Vec<_> = values
        .iter()
        .map(|value| all.add(variable().min(0.0).max(if value.is_finite() { 1.0 } else { 0.0 })))
        .collect();
    let terms = values.iter().zip(&chosen).filter(|(value, _)| value.is_finite());
    let total: Expression = terms.map(|(value, chosen)| *value * *chosen).sum();
    let mut program = if goal == Goal::Min { all.minimise(total) } else { all.maximise(total) }.using(good_lp::microlp);
    for (row, range) in capacities.rows.iter().enumerate() {
        let count: Expression = chosen[row * n_cols..(row + 1) * n_cols].iter().sum();
        program.add_constraint(constraint!(count.clone() >= f64::from(range.min)));
        program.add_constraint(constraint!(count <= f64::from(range.max)));
    }
    for (col, range) in capacities.cols.iter().enumerate() {
        let count: Expression = chosen.iter().skip(col).step_by(n_cols).sum();
        program.add_constraint(constraint!(count.clone() >= f64::from(range.min)));
        program.add_constraint(constraint!(count <= f64::from(range.max)));
    }
    let solution = program.solve().ok()?;
    let terms = values.iter().zip(&chosen).filter(|(value, _)| value.is_finite());
    Some(terms.map(|(value, chosen)| value * solution.value(*chosen)).sum())
}

/// The best plans' value and the first of them, among all sets of pairs.
fn try_all(values: &[f64], capacities: &Capacities) -> Option<(f64, Vec<(usize, usize)>)> {
    let (n_rows, n_cols) = (capacities.rows.len(), capacities.cols.len());
    let mut best: Option<(f64, Vec<(usize, usize)>)> = None;
    // Counting down from all pairs, with pair (0, 0) as the highest bit, meets the first of equal plans first.
    for set in (0..1u32 << (n_rows * n_cols)).rev() {
        let has = |at: usize| set >> (n_rows * n_cols - 1 - at) & 1 == 1;
        let pairs: Vec<(usize, usize)> =
            (0..n_rows * n_cols).filter(|at| has(*at)).map(|at| (at / n_cols, at % n_cols)).collect();
        let fits = |range: &Range, n: usize| n >= range.min as usize && n <= range.max as usize;
        let rows = capacities
            .rows
            .iter()
            .enumerate()
            .all(|(row, range)| fits(range, pairs.iter().filter(|pair| pair.0 == row).count()));
        let cols = capacities
            .cols
            .iter()
            .enumerate()
            .all(|(col, range)| fits(range, pairs.iter().filter(|pair| pair.1 == col).count()));
        let value: f64 = pairs.iter().map(|(row, col)| values[row * n_cols + col]).sum();
        if rows && cols && value < NEVER && best.as_ref().is_none_or(|(least, _)| value < *least) {
            best = Some((value, pairs));
        }
    }
    best
}

fn ranges(n: usize) -> impl Strategy<Value = Vec<Range>> {
    prop::collection::vec((0u32..3, 0u32..4).prop_map(|(min, more)| Range { min, max: min + more }), n)
}

fn tasks(most: usize) -> impl Strategy<Value = (Vec<f64>, Capacities)> {
    (1..=most, 1..=most, any::<bool>()).prop_flat_map(|(n_rows, n_cols, may_forbid)| {
        let cell = (-4i8..5).prop_map(move |cost| if may_forbid && cost == 4 { NEVER } else { f64::from(cost) });
        let capacities = (ranges(n_rows), ranges(n_cols)).prop_map(|(rows, cols)| Capacities { rows, cols });
        (prop::collection::vec(cell, n_rows * n_cols), capacities)
    })
}

proptest! {
    #[test]
    fn the_first_of_the_best_is_found((values, capacities) in tasks(3)) {
        let expected = try_all(&values, &capacities);
        let found = optimal(&values, Goal::Min, &capacities).map(|plan| (plan.value, plan.pairs));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_linear_program_agrees((values, capacities) in tasks(7)) {
        let expected = by_program(&values, Goal::Min, &capacities);
        let found = optimal(&values, Goal::Min, &capacities).map(|plan| plan.value);
        prop_assert_eq!(found.is_some(), expected.is_some());
        if let (Some(found), Some(expected)) = (found, expected) {
            prop_assert!((found - expected).abs() < 1e-6, "{} {}", found, expected);
        }
        let opposite: Vec<f64> = values.iter().map(|value| -value).collect();
        let greatest = optimal(&opposite, Goal::Max, &capacities).map(|plan| -plan.value + 0.0);
        prop_assert_eq!(greatest, found.map(|value| value + 0.0));
    }

    #[test]
    fn copied_columns_agree(
        (n_rows, caps) in (1usize..30, prop::collection::vec(1u32..6, 1..12)),
        seed in 1u64..1 << 40,
    ) {
        let n_copies: u32 = caps.iter().sum();
        let mut state = seed;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            f64::from(u32::try_from(state >> 40).unwrap())
        };
        let values: Vec<f64> = (0..n_rows * caps.len()).map(|_| next()).collect();
        let capacities = Capacities {
            rows: vec![Range::exactly(1); n_rows],
            cols: caps.iter().map(|cap| Range::at_most(*cap)).collect(),
        };
        let copies = values.chunks(caps.len()).flat_map(|row| {
            row.iter().zip(&caps).flat_map(|(value, cap)| std::iter::repeat_n(*value, *cap as usize))
        });
        let copies: Vec<f64> = copies.collect();
        let costs = Costs::try_new(n_rows, n_copies as usize, &copies).unwrap();
        let found = optimal(&values, Goal::Max, &capacities);
        prop_assert_eq!(found.is_some(), n_rows <= n_copies as usize);
        if let (Some(found), Answer::Optimal(expected)) = (found, assign(costs, Goal::Max).unwrap()) {
            prop_assert_eq!(found.value, expected.value);
        }
    }
}

fn check(values: &[f64], rows: &[(u32, u32)], cols: &[(u32, u32)], expected: &str) {
    let ranges = |of: &[(u32, u32)]| of.iter().map(|(min, max)| Range { min: *min, max: *max }).collect();
    let capacities = Capacities { rows: ranges(rows), cols: ranges(cols) };
    let found = match solve(values, Goal::Min, &capacities) {
        Transport::Optimal(plan) => format!("{} {:?}", plan.value, plan.pairs),
        Transport::Impossible(short) => {
            format!("{:?} {:?} need {}, {:?} leave {}", short.side, short.short, short.need, short.full, short.room)
        }
    };
    assert_eq!(found, expected, "{values:?} {rows:?} {cols:?}");
}

#[test]
fn small_tasks() {
    check(&[], &[], &[], "0 []");
    check(&[], &[], &[(0, 9)], "0 []");
    check(&[], &[], &[(1, 9)], "Cols [0] need 1, [] leave 0");
    check(&[3.0], &[(0, 1)], &[(0, 1)], "0 []"); // it does not pay
    check(&[0.0], &[(0, 1)], &[(0, 1)], "0 [(0, 0)]"); // it costs nothing
    check(&[-3.0], &[(0, 9)], &[(0, 9)], "-3 [(0, 0)]"); // once at most
    check(&[3.0], &[(0, 1)], &[(1, 1)], "3 [(0, 0)]");
    check(&[3.0], &[(0, 0)], &[(1, 1)], "Cols [0] need 1, [0] leave 0");
    check(&[3.0], &[(2, 2)], &[(0, 5)], "Rows [0] need 2, [] leave 1");
    check(&[1.0, 2.0, 3.0, NEVER], &[(1, 2), (1, 2)], &[(1, 1), (0, 2)], "5 [(0, 1), (1, 0)]");
    check(&[1.0, NEVER, 3.0, NEVER], &[(1, 2), (1, 2)], &[(1, 1), (0, 2)], "Rows [0, 1] need 2, [0] leave 1");
    check(&[1.0, 1.0, 1.0, 1.0], &[(1, 1), (1, 1)], &[(1, 1), (1, 1)], "2 [(0, 0), (1, 1)]");
}

#[test]
fn great_capacities_are_not_counted_out() {
    let capacities =
        Capacities { rows: vec![Range::at_most(u32::MAX); 3], cols: vec![Range { min: 2, max: u32::MAX }; 4] };
    let values = [1.0, -1.0, 2.0, 0.5, 3.0, -2.0, 1.0, 1.0, -5.0, 4.0, 4.0, 4.0];
    let plan = optimal(&values, Goal::Min, &capacities).unwrap();
    assert_eq!((plan.value, plan.pairs.len()), (-5.0 + 1.0 - 1.0 - 2.0 + 2.0 + 1.0 + 0.5 + 1.0, 8));
}

#[test]
fn bad_capacities_are_named() {
    let costs = Costs::try_new(1, 2, &[1.0, 2.0]).unwrap();
    let error = |rows: Vec<Range>, cols: Vec<Range>| {
        transport(costs, Goal::Min, &Capacities { rows, cols }).unwrap_err().to_string()
    };
    let one = Range::exactly(1);
    assert_eq!(error(vec![one, one], vec![one, one]), "1 rows or columns need as many capacities, 2 were given");
    let worse = Range { min: 3, max: 2 };
    assert_eq!(error(vec![one], vec![one, worse]), "capacity 1 asks for at least 3 and allows at most 2");
}
