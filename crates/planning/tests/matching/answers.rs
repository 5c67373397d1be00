//! Small briefs, solved by trying every plan.

use planning::matching::{Cell, Task, WhyNot};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::invent::{question, with_task};

/// Every plan that keeps the numbers of partners and the rules.
fn all_plans(task: &Task<'_>) -> Vec<Vec<Cell>> {
    let open: Vec<Cell> = task.cells().filter(|cell| task.is_lawful(*cell)).collect();
    let n_plans = 1u32 << open.len();
    let chosen = |bits: u32| -> Vec<Cell> {
        open.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, cell)| *cell).collect()
    };
    (0..n_plans).map(chosen).filter(|plan| is_allowed(task, plan)).collect()
}

fn is_allowed(task: &Task<'_>, plan: &[Cell]) -> bool {
    let within = |side: usize, of: fn(&Cell) -> usize| {
        task.partners[side].iter().enumerate().all(|(at, partners)| {
            let n = u32::try_from(plan.iter().filter(|cell| of(cell) == at).count()).unwrap();
            (partners.min..=partners.max).contains(&n)
        })
    };
    within(0, |cell| cell.0) && within(1, |cell| cell.1) && task.musts.iter().all(|must| plan.contains(must))
}

fn total(task: &Task<'_>, plan: &[Cell]) -> f64 {
    plan.iter().map(|cell| task.worth(*cell, &task.brief.weights).both).sum()
}

/// The greatest total, if there is any plan.
fn best(task: &Task<'_>, keep: impl Fn(&[Cell]) -> bool) -> Option<f64> {
    all_plans(task).iter().filter(|plan| keep(plan)).map(|plan| total(task, plan)).reduce(f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_greatest_total_is_found(mut asked in question(3)) {
        asked.objective = "total";
        let found = with_task(&asked.plain(), &asked.barred, |task| (task.solve().ok(), best(task, |_| true)));
        let (plan, best) = found.unwrap();
        prop_assert_eq!(plan.is_some(), best.is_some());
        if let (Some(plan), Some(best)) = (plan, best) {
            prop_assert!((plan.total - best).abs() < 1e-9, "{} and {best}", plan.total);
        }
    }

    #[test]
    fn runner_ups_and_forced_pairs_cost_what_they_cost(mut asked in question(3)) {
        asked.objective = "total";
        with_task(&asked.plain(), &asked.barred, |task| {
            let Ok(plan) = task.solve() else { return };
            for runner_up in task.runner_ups(&plan) {
                let without = best(task, |plan| !plan.contains(&runner_up.cell));
                assert_eq!(runner_up.change.is_some(), without.is_some(), "{runner_up:?}");
                if let (Some(change), Some(without)) = (&runner_up.change, without) {
                    assert!((change.cost - (plan.total - without)).abs() < 1e-9, "{change:?} {without}");
                }
            }
            for cell in task.cells() {
                match task.why_not(&plan, cell) {
                    WhyNot::Chosen => assert!(plan.pairs.contains(&cell)),
                    WhyNot::Blocked(_) => assert!(!task.is_lawful(cell)),
                    WhyNot::Costs(change) => {
                        let with = best(task, |plan| plan.contains(&cell)).unwrap();
                        assert!((change.cost - (plan.total - with)).abs() < 1e-9 && change.cost > -1e-9);
                    }
                    WhyNot::Impossible(_) => assert_eq!(best(task, |plan| plan.contains(&cell)), None),
                }
            }
        }).unwrap();
    }

    /// A plan with a worse worst pair is never preferred; pairs beyond the least numbers stay above that floor too.
    #[test]
    fn the_worst_off_come_first(mut asked in question(3)) {
        asked.objective = "fair";
        with_task(&asked.plain(), &asked.barred, |task| {
            let solved = task.solve().ok();
            let rated = |cell: &Cell| task.worth(*cell, &task.brief.weights).both;
            let own = |plan: &[Cell]| plan.iter().filter(|cell| !task.musts.contains(cell)).map(rated).reduce(f64::min);
            let plans = all_plans(task);
            assert_eq!(solved.is_some(), !plans.is_empty());
            let Some(plan) = solved else { return };
            let needs = |side: usize, of: fn(&Cell) -> usize| task.partners[side].iter().enumerate().any(|(at, partners)| {
                let musts = task.musts.iter().filter(|cell| of(cell) == at).count();
                partners.min as usize > musts
            });
            if !needs(0, |cell| cell.0) && !needs(1, |cell| cell.1) {
                return; // nobody must be served, so nobody is worst off
            }
            let worst = plans.iter().filter_map(|plan| own(plan)).reduce(f64::max).unwrap();
            assert!((own(&plan.pairs).unwrap() - worst).abs() < 1e-9);
            let best = plans.iter().filter(|plan| own(plan).is_some_and(|own| own > worst - 1e-9));
            let best = best.map(|plan| total(task, plan)).reduce(f64::max).unwrap();
            assert!((plan.total - best).abs() < 1e-9, "{} and {best}", plan.total);
        }).unwrap();
    }

    /// Between the brief's weight and the turn the plan stays best; beyond the turn another is better.
    #[test]
    fn the_answer_turns_where_it_is_said_to(mut asked in question(3)) {
        asked.objective = "total";
        with_task(&asked.plain(), &asked.barred, |task| {
            let Ok(plan) = task.solve() else { return };
            let plans = all_plans(task);
            for reach in task.reaches(&plan).unwrap() {
                let lead = |weight: f64| {
                    let weights = task.brief.weights.with(reach.criterion, weight);
                    let rate = |plan: &[Cell]| plan.iter().map(|cell| task.worth(*cell, &weights).both).sum::<f64>();
                    plans.iter().map(|other| rate(other)).fold(f64::MIN, f64::max) - rate(&plan.pairs)
                };
                let ends = [(reach.below.as_ref(), 0.0), (reach.above.as_ref(), reach.limit)];
                for (turn, end) in ends {
                    let stays_to = turn.map_or(end, |turn| turn.weight);
                    let is_alone = reach.limit - reach.weight < 1e-12;
                    if !(is_alone && end == 0.0) {
                        let inside = f64::midpoint(reach.weight, stays_to);
                        assert!(lead(inside) < 1e-7, "{reach:?}: beaten by {} at {inside}", lead(inside));
                    }
                    if let Some(turn) = turn {
                        assert!((turn.weight - end).abs() < 1e-9 || lead(end) > 0.0, "{reach:?}");
                    }
                }
            }
        }).unwrap();
    }
}
