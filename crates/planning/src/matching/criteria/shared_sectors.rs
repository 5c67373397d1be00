//! Economies alike: sectors of note in common, the rare ones counting more.
//!
//! Bridges of Trust matched by sectors (U02). The measure is the cosine of the two lists, weighted by rarity.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, alike, places};

pub(super) const CRITERION: Criterion = Criterion { id: "shared-sectors", basis: Basis::Source("U02"), score, explain };

pub(super) const KEYS: [&str; 4] =
    ["match-shared-sectors", "match-shared-sectors-few", "match-shared-sectors-none", "match-shared-sectors-unknown"];

/// About the mean over states and regions.
const LITTLE: f64 = 0.15;

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    alike::cosine(scene, "sector", &left.sectors, &right.sectors)
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    alike::explain(scene, cell, "sector", (&left.sectors, &right.sectors, score(scene, cell)), KEYS, LITTLE)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several, words};
    use super::*;

    #[test]
    fn names_what_both_do() {
        let (mut left, mut right) = (place("xa-1"), place("xb-1"));
        left.sectors = several(&["fisheries", "mining", "tourism"]);
        right.sectors = several(&["fisheries", "geothermal", "tourism"]);
        let scene = scene(left, right);
        assert!(score(&scene, CELL).expect("known").both > 0.0);
        assert_eq!(words(&explain(&scene, CELL)), ["fisheries", "tourism"]);
    }
}
