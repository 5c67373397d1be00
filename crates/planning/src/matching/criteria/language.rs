//! A language in common: 1 if there is one, else 0.
//!
//! House choice. `en-US` and `en` are the same language here.

use register::Reason;

use super::super::place::{Cited, Place};
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, places};

pub(super) const CRITERION: Criterion = Criterion { id: "language", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 3] = ["match-language", "match-language-none", "match-language-unknown"];

fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn shared<'a>(left: &'a Place, right: &'a Place) -> impl Iterator<Item = &'a Cited<String>> {
    let speaks = |tag: &str| right.languages.iter().any(|other| language(&other.value) == language(tag));
    left.languages.iter().filter(move |tag| speaks(&tag.value))
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    let is_known = !left.languages.is_empty() && !right.languages.is_empty();
    is_known.then(|| Score::same(if shared(left, right).next().is_some() { 1.0 } else { 0.0 }))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    let Some(score) = score(scene, cell) else {
        return Why::unknown(KEYS[2], scene, cell, [left, right].map(|place| !place.languages.is_empty()));
    };
    let why = |key| Why::new(key, scene, cell).on(left.languages.iter().chain(&right.languages));
    if score.both == 0.0 {
        return why(KEYS[1]).done();
    }
    let mut words: Vec<&str> = shared(left, right).map(|tag| language(&tag.value)).collect();
    words.dedup();
    why(KEYS[0]).words("languages", "language", &words).done()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several, words};
    use super::*;

    #[test]
    fn one_language_is_enough() {
        let (mut left, mut right) = (place("xa-1"), place("xb-1"));
        left.languages = several(&["en-US", "uk"]);
        assert_eq!(score(&scene(left.clone(), right.clone()), CELL), None);
        right.languages = several(&["en", "pl"]);
        let scene = scene(left, right);
        assert_eq!(score(&scene, CELL), Some(Score::same(1.0)));
        assert_eq!(words(&explain(&scene, CELL)), ["en"]);
    }
}
