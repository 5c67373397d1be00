//! What a place is in its country: a region, a federal city, a capital, the seat of a region, a port.
//!
//! Albany's search of 1991 took a seat of regional government for one (R12). The rarer the role, the more it tells.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, alike, places};

pub(super) const CRITERION: Criterion = Criterion { id: "role", basis: Basis::Source("R12"), score, explain };

pub(super) const KEYS: [&str; 4] = ["match-role", "match-role-few", "match-role-none", "match-role-unknown"];

/// About the mean over states and regions.
const LITTLE: f64 = 0.5;

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    alike::cosine(scene, "role", &left.roles, &right.roles)
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    alike::explain(scene, cell, "role", (&left.roles, &right.roles, score(scene, cell)), KEYS, LITTLE)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn a_capital_is_not_just_a_region() {
        let (mut left, mut right) = (place("xa-1"), place("xb-1"));
        (left.roles, right.roles) = (several(&["capital", "federal-city"]), several(&["region"]));
        assert_eq!(score(&scene(left.clone(), right.clone()), CELL), Some(Score::same(0.0)));
        right.roles = several(&["capital", "federal-city"]);
        assert_eq!(score(&scene(left, right), CELL), Some(Score::same(1.0)));
    }
}
