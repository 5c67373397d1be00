//! Cover added to the network: the fewer ties in force either place has with the other side, the more a new one adds.
//!
//! House choice: one over one more than the ties that either has, at or below it.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why};

pub(super) const CRITERION: Criterion = Criterion { id: "cover", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 2] = ["match-cover", "match-cover-none"];

fn score(scene: &Scene<'_>, (left, right): Cell) -> Option<Score> {
    let (of_left, of_right) = (f64::from(scene.n_links_left(left)), f64::from(scene.n_links_right(right)));
    let worth = |n: f64| 1.0 / (1.0 + n);
    Some(Score { both: worth(of_left + of_right), left: worth(of_left), right: worth(of_right) })
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (of_left, of_right) = (scene.n_links_left(cell.0), scene.n_links_right(cell.1));
    let key = if of_left + of_right == 0 { KEYS[0] } else { KEYS[1] };
    Why::new(key, scene, cell).number("left_ties", of_left.into()).number("right_ties", of_right.into()).done()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene};
    use super::*;

    #[test]
    fn a_first_tie_adds_most() {
        let scene = scene(place("xa-1"), place("xb-1"));
        assert_eq!(score(&scene, CELL), Some(Score::same(1.0)));
        assert_eq!(explain(&scene, CELL).key, KEYS[0]);
    }
}
