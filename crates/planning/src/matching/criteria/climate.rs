//! Climates in common: of the Köppen main classes that either place has, the share that both have.
//!
//! House choice.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, alike, places};

pub(super) const CRITERION: Criterion = Criterion { id: "climate", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 4] =
    ["match-climate", "match-climate-few", "match-climate-none", "match-climate-unknown"];

/// About the mean over states and regions.
const LITTLE: f64 = 0.4;

#[expect(clippy::cast_precision_loss, reason = "there are five classes")]
fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    if left.climates.is_empty() || right.climates.is_empty() {
        return None;
    }
    let n_shared = left.climates.iter().filter(|class| alike::has(&right.climates, &class.value)).count();
    let n_all = left.climates.len() + right.climates.len() - n_shared;
    Some(Score::same(n_shared as f64 / n_all as f64))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    alike::explain(scene, cell, "climate", (&left.climates, &right.climates, score(scene, cell)), KEYS, LITTLE)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn counts_classes() {
        let check = |one: &[&str], other: &[&str], expected: Option<f64>| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            (left.climates, right.climates) = (several(one), several(other));
            assert_eq!(score(&scene(left, right), CELL), expected.map(Score::same), "{one:?} {other:?}");
        };
        check(&["B", "D"], &["B", "D"], Some(1.0));
        check(&["C", "D"], &["D"], Some(0.5));
        check(&["A"], &["E"], Some(0.0));
        check(&["A"], &[], None);
    }
}
