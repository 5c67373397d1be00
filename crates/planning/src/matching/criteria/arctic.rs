//! The Arctic: whether both places have a part in it.
//!
//! House choice. Two places outside it are neither alike nor unlike by that, so they stand in the middle.

use register::Reason;

use super::super::place::Place;
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, places};

pub(super) const CRITERION: Criterion = Criterion { id: "arctic", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 4] =
    ["match-arctic", "match-arctic-neither", "match-arctic-none", "match-arctic-unknown"];

/// Whether it is known where a place lies in this respect.
fn is_known(place: &Place) -> bool {
    place.arctic.is_some() || place.is_described()
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    let value = match (left.arctic.is_some(), right.arctic.is_some()) {
        (true, true) => 1.0,
        (false, false) => 0.5,
        _ => 0.0,
    };
    (is_known(left) && is_known(right)).then(|| Score::same(value))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    if score(scene, cell).is_none() {
        return Why::unknown(KEYS[3], scene, cell, [is_known(left), is_known(right)]);
    }
    let why = |key| Why::new(key, scene, cell).on(left.arctic.iter().chain(&right.arctic));
    match (left.arctic.is_some(), right.arctic.is_some()) {
        (true, true) => why(KEYS[0]).done(),
        (false, false) => why(KEYS[1]).done(),
        (true, false) => why(KEYS[2]).place("inside", scene, left).place("outside", scene, right).done(),
        (false, true) => why(KEYS[2]).place("inside", scene, right).place("outside", scene, left).done(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cited;
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn both_one_or_none() {
        let check = |left_in: bool, right_in: bool, is_described: bool, expected: Option<f64>| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            for (place, is_in) in [(&mut left, left_in), (&mut right, right_in)] {
                place.arctic = is_in.then_some(Cited { value: (), claim: None });
                place.climates = if is_described { several(&["E"]) } else { Vec::new() };
            }
            assert_eq!(score(&scene(left, right), CELL), expected.map(Score::same));
        };
        check(true, true, true, Some(1.0));
        check(false, false, true, Some(0.5));
        check(true, false, true, Some(0.0));
        check(true, false, false, None);
    }
}
