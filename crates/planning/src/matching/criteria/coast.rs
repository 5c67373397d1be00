//! The sea: the same one, another one, or none on either side.
//!
//! House choice. Said only of places whose geography is described at all, so that no coast means inland.

use register::Reason;

use super::super::place::{Cited, Place};
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, alike, places};

pub(super) const CRITERION: Criterion = Criterion { id: "coast", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 5] =
    ["match-coast", "match-coast-both", "match-coast-inland", "match-coast-none", "match-coast-unknown"];

fn shared<'a>(left: &'a Place, right: &'a Place) -> impl Iterator<Item = &'a Cited<String>> {
    left.coasts.iter().filter(|sea| alike::has(&right.coasts, &sea.value))
}

/// Its value and its key.
fn judge(left: &Place, right: &Place) -> Option<(f64, &'static str)> {
    if !left.is_described() || !right.is_described() {
        return None;
    }
    Some(match (left.coasts.is_empty(), right.coasts.is_empty()) {
        (false, false) if shared(left, right).next().is_some() => (1.0, KEYS[0]),
        (false, false) => (0.6, KEYS[1]),
        (true, true) => (0.5, KEYS[2]),
        _ => (0.1, KEYS[3]),
    })
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    judge(left, right).map(|(value, _)| Score::same(value))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    let Some((_, key)) = judge(left, right) else {
        return Why::unknown(KEYS[4], scene, cell, [left, right].map(Place::is_described));
    };
    let why = Why::new(key, scene, cell).on(left.coasts.iter().chain(&right.coasts));
    let words = |list: &[Cited<String>]| list.iter().map(|sea| sea.value.clone()).collect::<Vec<_>>();
    match (left.coasts.is_empty(), right.coasts.is_empty()) {
        (false, false) => why
            .words("seas", "coast", &shared(left, right).map(|sea| sea.value.as_str()).collect::<Vec<_>>())
            .words("left_seas", "coast", &words(&left.coasts))
            .words("right_seas", "coast", &words(&right.coasts))
            .done(),
        (true, true) => why.done(),
        (false, true) => why
            .place("inland", scene, right)
            .place("coastal", scene, left)
            .words("seas", "coast", &words(&left.coasts))
            .done(),
        (true, false) => why
            .place("inland", scene, left)
            .place("coastal", scene, right)
            .words("seas", "coast", &words(&right.coasts))
            .done(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn inland_is_said_only_where_geography_is_known() {
        let check = |one: (&[&str], &[&str]), other: (&[&str], &[&str]), expected: Option<f64>, key: &str| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            (left.climates, left.coasts) = (several(one.0), several(one.1));
            (right.climates, right.coasts) = (several(other.0), several(other.1));
            let scene = scene(left, right);
            assert_eq!(score(&scene, CELL), expected.map(Score::same));
            assert_eq!(explain(&scene, CELL).key, key);
        };
        check((&["D"], &["arctic", "pacific"]), (&["E"], &["pacific"]), Some(1.0), KEYS[0]);
        check((&["D"], &["baltic"]), (&["E"], &["pacific"]), Some(0.6), KEYS[1]);
        check((&["D"], &[]), (&["E"], &[]), Some(0.5), KEYS[2]);
        check((&["D"], &[]), (&["E"], &["pacific"]), Some(0.1), KEYS[3]);
        check((&[], &[]), (&["E"], &["pacific"]), None, KEYS[4]);
    }
}
