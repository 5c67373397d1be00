//! How alike two lists of properties are, where sharing what few have tells more than sharing what all have.

use register::Reason;

use super::super::place::{Cited, Several};
use super::super::scene::{Cell, Scene};
use super::{Score, Why};

/// What a property counts for that every place has: little, yet enough that two places with nothing else are alike.
const LEAST: f64 = 0.05;

/// The cosine of two lists, each property weighted by its rarity; `None` if either list is empty.
pub(super) fn cosine(scene: &Scene<'_>, kind: &'static str, left: &Several, right: &Several) -> Option<Score> {
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let square = |item: &Cited<String>| scene.rarity(kind, &item.value).max(LEAST).powi(2);
    let sum = |list: &Several| list.iter().map(square).sum::<f64>();
    let both: f64 =
        left.iter().filter(|item| has(right, &item.value)).map(square).fold(0.0, |sum, square| sum + square);
    Some(Score::same((both / (sum(left) * sum(right)).sqrt()).clamp(0.0, 1.0)))
}

/// Whether a list has a value.
pub(super) fn has(list: &Several, value: &str) -> bool {
    list.iter().any(|item| item.value == value)
}

/// The sentence of two lists for their value: `[shared, few, none, unknown]` are its keys. Shared ones come rarest first, as
/// `$shared`. Below `little` the sentence is that few are shared: best near the mean of the criterion, since what lies below
/// the mean is shown as speaking against a pair.
pub(super) fn explain(
    scene: &Scene<'_>,
    cell: Cell,
    kind: &'static str,
    (left, right, score): (&Several, &Several, Option<Score>),
    [good, few, none, unknown]: [&'static str; 4],
    little: f64,
) -> Reason {
    let Some(score) = score else {
        return Why::unknown(unknown, scene, cell, [!left.is_empty(), !right.is_empty()]);
    };
    let mut shared: Vec<&str> = left.iter().map(|item| item.value.as_str()).filter(|value| has(right, value)).collect();
    if shared.is_empty() {
        return Why::new(none, scene, cell).on(left.iter().chain(right)).done();
    }
    shared.sort_by(|one, other| scene.rarity(kind, other).total_cmp(&scene.rarity(kind, one)).then(one.cmp(other)));
    let grounds = left.iter().chain(right).filter(|item| shared.contains(&item.value.as_str()));
    Why::new(if score.both < little { few } else { good }, scene, cell)
        .on(grounds)
        .words("shared", kind, &shared)
        .done()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn the_rare_tells_more() {
        let mut sides = [place("xa-1"), place("xa-2")].map(|place| (place, ["flood"]));
        sides[0].0.hazards = several(&["flood", "volcano"]);
        sides[1].0.hazards = several(&["flood"]);
        let [left, right] = sides.map(|(place, _)| place);
        let scene = scene(left, right);
        let value = |one: &[&str], other: &[&str]| cosine(&scene, "hazard", &several(one), &several(other));
        let volcano = value(&["flood", "volcano"], &["earthquake", "volcano"]).expect("known").both;
        let flood = value(&["flood", "volcano"], &["flood", "earthquake"]).expect("known").both;
        assert!(volcano > 0.9 && flood < 0.1, "{volcano} {flood}");
        assert_eq!(value(&["flood"], &["flood"]), Some(Score::same(1.0)), "alike where nothing is rare");
        assert_eq!(value(&["flood"], &[]), None);
        let key = |value: f64| {
            let (one, other) = (several(&["flood"]), several(&["flood"]));
            explain(&scene, CELL, "hazard", (&one, &other, Some(Score::same(value))), ["a", "b", "c", "d"], 0.2).key
        };
        assert_eq!([key(0.9), key(0.1)], ["a", "b"]);
    }
}
