//! What holds for every answer, of any size and objective.

use planning::matching::{Brief, CATALOGUE, Plan, Proof, Side, Task};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_assert_ne, proptest};

use crate::invent::{Question, question, with_task};

/// The chosen pairs by id.
fn named(task: &Task<'_>, plan: &Plan) -> Vec<(String, String)> {
    let id = |side: Side, at: usize| task.places(side)[at].id.to_string();
    plan.pairs.iter().map(|(left, right)| (id(Side::Left, *left), id(Side::Right, *right))).collect()
}

/// A question with its sides in two orders.
fn shuffled() -> impl Strategy<Value = (Question, Vec<usize>, Vec<usize>)> {
    question(7).prop_flat_map(|asked| {
        let order = |n: usize| Just((0..n).collect::<Vec<_>>()).prop_shuffle();
        let (left, right) = (order(asked.left.len()), order(asked.right.len()));
        (Just(asked), left, right)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_order_of_places_changes_nothing((asked, left, right) in shuffled()) {
        let solve = |text: &str| with_task(text, &asked.barred, |task| task.solve().map(|plan| named(task, &plan)));
        let (one, other) = (solve(&asked.plain()).unwrap(), solve(&asked.text(&left, &right)).unwrap());
        match (one, other) {
            (Ok(one), Ok(other)) => prop_assert_eq!(one, other),
            (one, other) => prop_assert!(one.is_err() && other.is_err()),
        }
    }

    #[test]
    fn every_answer_stands_its_check(asked in question(7)) {
        with_task(&asked.plain(), &asked.barred, |task| {
            let Ok(plan) = task.solve() else { return };
            let check = task.check(&plan);
            assert!(check.is_good(), "{check:?}\n{plan:?}");
            if asked.objective == "stable" {
                assert_eq!(check.n_blocking, 0);
            }
            for must in &asked.must {
                assert!(plan.pairs.contains(must));
            }
            for never in asked.must_not.iter().chain(&asked.barred) {
                assert!(!plan.pairs.contains(never) && !task.is_lawful(*never));
            }
        }).unwrap();
    }

    /// A check that finds nothing wrong with a spoiled plan would be worth nothing.
    #[test]
    fn a_spoiled_answer_does_not(mut asked in question(6)) {
        asked.objective = "total";
        with_task(&asked.plain(), &asked.barred, |task| {
            let Ok(plan) = task.solve() else { return };
            let mut fewer = plan.clone();
            if fewer.pairs.pop().is_some() {
                assert!(!task.check(&fewer).is_good(), "a pair was taken away");
            }
            assert!(!task.check(&Plan { total: plan.total + 0.01, ..plan.clone() }).is_good(), "the total was raised");
            if let (Proof::Prices { plan: mut priced, floor, limit }, Some(first)) = (plan.proof.clone(), plan.pairs.first()) {
                priced.row_prices[first.0] = 100.0; // no pair brings as much
                let is_must = task.musts.contains(first);
                let spoiled = Plan { proof: Proof::Prices { plan: priced, floor, limit }, ..plan.clone() };
                assert!(is_must || !task.check(&spoiled).is_good(), "a price was raised");
            }
        }).unwrap();
    }

    #[test]
    fn values_lie_between_0_and_1_and_add_up(asked in question(6)) {
        with_task(&asked.plain(), &asked.barred, |task| {
            for cell in task.cells() {
                for score in task.scores(cell).iter().flatten() {
                    for value in [score.both, score.left, score.right] {
                        assert!((0.0..=1.0).contains(&value));
                    }
                }
                let account = task.account(cell, &task.brief.weights);
                let sum: f64 = account.terms.iter().map(|term| term.share).sum();
                assert!((sum - account.worth.both).abs() < 1e-9 && (0.0..=1.0 + 1e-12).contains(&sum));
                assert!(account.reasons_for(3).iter().all(|term| term.score.is_some() && term.ahead > 0.0));
                assert!(account.missing().iter().all(|term| term.score.is_none()));
            }
        }).unwrap();
    }

    #[test]
    fn the_report_on_fairness_counts_every_place_once(asked in question(7)) {
        with_task(&asked.plain(), &asked.barred, |task| {
            let Ok(plan) = task.solve() else { return };
            for side in [Side::Left, Side::Right] {
                let found = task.fairness(&plan, side);
                let sized: usize = found.bands.iter().map(|band| band.n_places).sum();
                assert_eq!(sized + found.unknown_size.0, found.n_places);
                let without: usize = found.bands.iter().map(|band| band.n_without).sum();
                assert_eq!(without + found.unknown_size.1, found.n_without);
                assert!(found.bands.iter().all(|band| band.n_barred <= band.n_without));
                if let Some(spread) = found.spread {
                    let steps = [spread.least, spread.lower, spread.median, spread.upper, spread.greatest];
                    assert!(steps.is_sorted(), "{spread:?}");
                }
            }
        }).unwrap();
    }

    #[test]
    fn two_weightings_say_what_differs(asked in question(6)) {
        with_task(&asked.plain(), &asked.barred, |task| {
            let Ok(plan) = task.solve() else { return };
            let same = task.compare(&plan, &task.brief.weights).unwrap();
            assert!(same.shifts.is_empty() && same.n_same == plan.pairs.len());
            let at = planning::matching::criteria::position("size").unwrap();
            let found = task.compare(&plan, &task.brief.weights.with(at, 9.0)).unwrap();
            assert_eq!(found.n_same + found.change.lost.len(), plan.pairs.len());
            assert_eq!(found.shifts.is_empty(), found.change.lost.is_empty() && found.change.gained.is_empty());
            if asked.objective == "total" {
                assert!(found.change.cost > -1e-9, "by the brief's own weights nothing beats its own plan");
            }
        }).unwrap();
    }

    /// What was a brief stays one, whatever is done to its text; at worst it is told what is wrong.
    #[test]
    fn no_text_makes_the_reader_of_briefs_fail(asked in question(3), at in 0usize..4000, with in "\\PC{0,6}") {
        let mut text = asked.plain();
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        text.insert_str(at, &with);
        if let Err(error) = Brief::parse(&text) {
            prop_assert_ne!(error.to_string(), "");
            prop_assert_ne!(error.hint(), "");
        }
    }
}

#[test]
fn criteria_have_different_names() {
    let mut ids: Vec<&str> = CATALOGUE.iter().map(|criterion| criterion.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CATALOGUE.len());
}
