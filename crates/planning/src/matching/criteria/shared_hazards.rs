//! Dangers in common, the rare ones counting more: a volcano tells much, a flood little.
//!
//! House choice, after what offices and universities work on together: shared problems are the common subject of projects.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, alike, places};

pub(super) const CRITERION: Criterion = Criterion { id: "shared-hazards", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 4] =
    ["match-shared-hazards", "match-shared-hazards-few", "match-shared-hazards-none", "match-shared-hazards-unknown"];

/// About the mean over states and regions.
const LITTLE: f64 = 0.1;

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    alike::cosine(scene, "hazard", &left.hazards, &right.hazards)
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    alike::explain(scene, cell, "hazard", (&left.hazards, &right.hazards, score(scene, cell)), KEYS, LITTLE)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn no_list_is_not_the_same_as_no_danger() {
        let (mut left, right) = (place("xa-1"), place("xb-1"));
        left.hazards = several(&["volcano"]);
        let scene = scene(left, right);
        assert_eq!(score(&scene, CELL), None);
        assert_eq!(explain(&scene, CELL).key, "match-shared-hazards-unknown");
    }
}
