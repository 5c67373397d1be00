//! Size band: 1 up to two and a half times as many people, 0 for ten times as many, between them on the logarithm.
//!
//! Albany 1991 looked for a similar size (R12) and Bridges of Trust for a size band (U01); Danville took size out of its list
//! (P11). Within a band nobody is better for being nearer: a tenth more or less people is no reason for a partner, and a
//! measure that rewards it would choose by it where little else is known. The bounds are house choices.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, places};

pub(super) const CRITERION: Criterion = Criterion { id: "size", basis: Basis::Source("R12"), score, explain };

pub(super) const KEYS: [&str; 3] = ["match-size", "match-size-none", "match-size-unknown"];

/// So many times as many people are still of one size.
const BAND: f64 = 2.5;

#[expect(clippy::cast_precision_loss, reason = "no place has more people than a float can count")]
fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    let people = |n: u64| n.max(1) as f64;
    let (left, right) = (people(left.population.as_ref()?.value), people(right.population.as_ref()?.value));
    let apart = (left.log10() - right.log10()).abs();
    Some(Score::same(((1.0 - apart) / (1.0 - BAND.log10())).clamp(0.0, 1.0)))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    let (Some(score), Some(of_left), Some(of_right)) = (score(scene, cell), &left.population, &right.population) else {
        return Why::unknown(KEYS[2], scene, cell, [left, right].map(|place| place.population.is_some()));
    };
    // about three and a half times as many, the mean over states and regions
    let key = if score.both > 0.75 { KEYS[0] } else { KEYS[1] };
    Why::new(key, scene, cell)
        .on([of_left, of_right])
        .number("left_people", of_left.value)
        .number("right_people", of_right.value)
        .done()
}

#[cfg(test)]
mod tests {
    use super::super::Cited;
    use super::super::testing::{CELL, place, scene};
    use super::*;

    #[test]
    fn a_band_is_one_size_and_tenfold_is_too_much() {
        let check = |one: Option<u64>, other: Option<u64>, expected: Option<f64>, key: &str| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            left.population = one.map(|value| Cited { value, claim: None });
            right.population = other.map(|value| Cited { value, claim: None });
            let scene = scene(left, right);
            assert_eq!(score(&scene, CELL), expected.map(Score::same));
            assert_eq!(explain(&scene, CELL).key, key);
        };
        check(Some(9000), Some(9000), Some(1.0), KEYS[0]);
        check(Some(9000), Some(20_000), Some(1.0), KEYS[0]);
        check(Some(100), Some(100_000), Some(0.0), KEYS[1]);
        check(Some(0), Some(0), Some(1.0), KEYS[0]);
        check(Some(9000), None, None, KEYS[2]);
    }
}
