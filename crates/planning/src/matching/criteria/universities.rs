//! Universities and institutes on both sides: those of the register within the place, and its best-known one.
//!
//! Albany's search of 1991 looked for universities (R12). How many count for how much is a house choice: one for a half, two
//! for three quarters, and so on; the weaker side decides.

use register::Reason;

use super::super::place::Place;
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, places};

pub(super) const CRITERION: Criterion = Criterion { id: "universities", basis: Basis::Source("R12"), score, explain };

pub(super) const KEYS: [&str; 3] = ["match-universities", "match-universities-few", "match-universities-unknown"];

/// How many are named in the sentence.
const NAMED: usize = 3;

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    // each side gains by what the other has
    let worth = |place: &Place| -> f64 { 1.0 - place.universities.iter().fold(1.0, |rest, _| rest * 0.5) };
    let score = Score { both: worth(left).min(worth(right)), left: worth(right), right: worth(left) };
    (score.both > 0.0).then_some(score)
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    let Some(score) = score(scene, cell) else {
        return Why::unknown(KEYS[2], scene, cell, [left, right].map(|place| !place.universities.is_empty()));
    };
    let first = |place: &'_ Place| place.universities.iter().take(NAMED).cloned().collect::<Vec<_>>();
    let more = |place: &Place| place.universities.len().saturating_sub(NAMED) as u64;
    let (of_left, of_right) = (first(left), first(right));
    let names = |list: &[_]| list.iter().map(|item: &super::Cited<String>| item.value.clone()).collect::<Vec<_>>();
    Why::new(if score.both > 0.5 { KEYS[0] } else { KEYS[1] }, scene, cell)
        .on(of_left.iter().chain(&of_right))
        .words("of_left", "", &names(&of_left))
        .words("of_right", "", &names(&of_right))
        .number("more_left", more(left))
        .number("more_right", more(right))
        .done()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn the_weaker_side_decides() {
        let (mut left, mut right) = (place("xa-1"), place("xb-1"));
        left.universities = several(&["Mill School", "Upper School"]);
        assert_eq!(score(&scene(left.clone(), right.clone()), CELL), None);
        right.universities = several(&["Ferry College"]);
        let found = score(&scene(left, right), CELL);
        assert_eq!(found, Some(Score { both: 0.5, left: 0.5, right: 0.75 }));
    }
}
