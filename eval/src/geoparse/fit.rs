//! The weights of the reader's signs for and against a place, fitted on labeled corpora.
//!
//! Logistic regression by gradient descent with a pull toward zero, O(rounds × examples × signs): seconds for the two corpora.
//! Each corpus counts as much as the other whatever its size.

use super::corpus::Document;

/// One judged name: its signs, whether it is a labeled place, and how much it counts.
pub(crate) struct Example {
    pub(crate) signs: Vec<bool>,
    pub(crate) is_place: bool,
    pub(crate) weight: f64,
}

/// How far a step goes, how strongly weights are pulled to zero, and how many steps are taken.
const STEP: f64 = 2.0;
const PULL: f64 = 0.0005;
const ROUNDS: usize = 3_000;

/// Whether a label of the document covers these characters exactly or lies within them.
pub(crate) fn is_labeled(document: &Document, start: usize, end: usize) -> bool {
    document.gold.iter().any(|gold| {
        gold.point.is_some() && (gold.start == start || gold.end == end) && gold.start < end && start < gold.end
    })
}

/// The weight of each sign; the weights of the examples add up to whatever they add up to.
pub(crate) fn fit(examples: &[Example]) -> Vec<f64> {
    let n_signs = examples.first().map_or(0, |example| example.signs.len());
    let total: f64 = examples.iter().map(|example| example.weight).sum();
    let mut weights = vec![0.0; n_signs];
    for _ in 0..ROUNDS {
        let mut slope = vec![0.0; n_signs];
        for example in examples {
            let odds: f64 = flagged(&example.signs).map(|at| weights[at]).sum();
            let error = f64::from(u8::from(example.is_place)) - 1.0 / (1.0 + (-odds).exp());
            for at in flagged(&example.signs) {
                slope[at] += error * example.weight / total;
            }
        }
        for (weight, slope) in weights.iter_mut().zip(slope) {
            *weight += STEP * (slope - PULL * *weight);
        }
    }
    weights
}

fn flagged(signs: &[bool]) -> impl Iterator<Item = usize> {
    signs.iter().enumerate().filter_map(|(at, is_there)| is_there.then_some(at))
}

#[test]
fn a_sign_of_places_gets_a_positive_weight() {
    let example = |signs: [bool; 2], is_place| Example { signs: signs.to_vec(), is_place, weight: 1.0 };
    let weights = fit(&[example([true, true], true), example([true, false], false), example([true, true], true)]);
    assert!(weights[1] > 1.0 && weights[0] < 0.0, "{weights:?}");
}
