//! Needs met by offers, in both directions: the lesser of the two shares is the mutual benefit.
//!
//! Cities4Cities brings requests and offers together (U05); taking the lesser share is a house choice. A place that seeks
//! nothing asks for nothing in return, so the other's share stands for both.

use register::Reason;

use super::super::place::{Cited, Place};
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, alike, places};

pub(super) const CRITERION: Criterion = Criterion { id: "needs", basis: Basis::Source("U05"), score, explain };

pub(super) const KEYS: [&str; 4] = ["match-needs", "match-needs-one", "match-needs-none", "match-needs-unknown"];

/// What a place seeks and the other offers.
fn met<'a>(seeker: &'a Place, giver: &'a Place) -> impl Iterator<Item = &'a Cited<String>> {
    seeker.needs.iter().filter(|need| alike::has(&giver.offers, &need.value))
}

/// The share of the needs that is met, if there are needs.
#[expect(clippy::cast_precision_loss, reason = "a place has few needs")]
fn share(seeker: &Place, giver: &Place) -> Option<f64> {
    let n_needs = seeker.needs.len();
    (n_needs > 0).then(|| met(seeker, giver).count() as f64 / n_needs as f64)
}

fn speaks(place: &Place) -> bool {
    !place.needs.is_empty() || !place.offers.is_empty()
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (one, other) = places(scene, cell);
    if !speaks(one) || !speaks(other) {
        return None;
    }
    let (left, right) = (share(one, other), share(other, one));
    let (left, right) = (left.or(right)?, right.or(left)?);
    Some(Score { both: left.min(right), left, right })
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    if score(scene, cell).is_none() {
        return Why::unknown(KEYS[3], scene, cell, [speaks(left), speaks(right)]);
    }
    let words = |seeker, giver| met(seeker, giver).map(|need| need.value.as_str()).collect::<Vec<_>>();
    let (to_left, to_right) = (words(left, right), words(right, left));
    let why = |key| Why::new(key, scene, cell).on(met(left, right).chain(met(right, left)));
    match (to_left.is_empty(), to_right.is_empty()) {
        (true, true) => why(KEYS[2]).done(),
        (false, false) => why(KEYS[0]).words("to_left", "topic", &to_left).words("to_right", "topic", &to_right).done(),
        (false, true) => why(KEYS[1])
            .place("giver", scene, right)
            .place("taker", scene, left)
            .words("topics", "topic", &to_left)
            .done(),
        (true, false) => why(KEYS[1])
            .place("giver", scene, left)
            .place("taker", scene, right)
            .words("topics", "topic", &to_right)
            .done(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn the_lesser_share_counts() {
        let check = |left: [&[&str]; 2], right: [&[&str]; 2], expected: Option<(f64, f64, f64)>, key: &str| {
            let (mut one, mut other) = (place("xa-1"), place("xb-1"));
            (one.needs, one.offers) = (several(left[0]), several(left[1]));
            (other.needs, other.offers) = (several(right[0]), several(right[1]));
            let scene = scene(one, other);
            assert_eq!(score(&scene, CELL).map(|score| (score.both, score.left, score.right)), expected);
            assert_eq!(explain(&scene, CELL).key, key);
        };
        check([&["heat", "water"], &["grain"]], [&["grain"], &["heat"]], Some((0.5, 0.5, 1.0)), KEYS[0]);
        check([&["water"], &["grain"]], [&["grain"], &["heat"]], Some((0.0, 0.0, 1.0)), KEYS[1]);
        check([&["water"], &[]], [&[], &["water"]], Some((1.0, 1.0, 1.0)), KEYS[1]);
        check([&["water"], &[]], [&["heat"], &[]], Some((0.0, 0.0, 0.0)), KEYS[2]);
        check([&["water"], &[]], [&[], &[]], None, KEYS[3]);
    }
}
