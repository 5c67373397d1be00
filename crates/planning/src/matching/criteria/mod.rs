//! The catalogue of criteria: pure functions from what is known of two places to a value from 0 to 1, or *unknown*.
//!
//! One file each. A criterion says why in keys of the message files; how much it weighs is the brief's to say. To add one,
//! write its file, add it to [`CATALOGUE`], and add its sentences to the message files: `criterion-<id>` (its title),
//! `criterion-<id>-about` (what it measures and on what grounds), and those that its `explain` uses.

mod ties;

use model::PartyId;
use register::{Arg, ClaimKey, Reason};

use super::place::{Cited, Place};
use super::scene::{Cell, Scene};

/// What a criterion is worth for a pair, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// For the pair.
    pub both: f64,
    /// For the left alone.
    pub left: f64,
    /// For the right alone.
    pub right: f64,
}

/// What a criterion rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A source of the field, by its number in the docs.
    Source(&'static str),
    /// A choice of ours, since no source gives one.
    House,
}

/// A criterion.
#[derive(Debug)]
pub struct Criterion {
    /// Its short name, as in briefs and message keys.
    pub id: &'static str,
    /// What it rests on.
    pub basis: Basis,
    /// Its value for a pair, or `None` where data are missing. Called for every pair of a brief, so it makes no text.
    pub score: fn(&Scene<'_>, Cell) -> Option<Score>,
    /// The sentence for a pair: what speaks for it or against it, or which data are missing.
    pub explain: fn(&Scene<'_>, Cell) -> Reason,
}

/// Every criterion, in the order in which they are shown.
pub const CATALOGUE: &[Criterion] = &[ties::CRITERION];

/// The number of a criterion by its name.
#[must_use]
pub fn position(id: &str) -> Option<usize> {
    CATALOGUE.iter().position(|criterion| criterion.id == id)
}

impl Score {
    /// The same for all.
    #[must_use]
    pub fn same(value: f64) -> Self {
        Self { both: value, left: value, right: value }
    }
}

/// The two places of a cell.
fn places<'a>(scene: &'a Scene<'_>, (left, right): Cell) -> (&'a Place, &'a Place) {
    (&scene.left[left], &scene.right[right])
}

/// Makes the reason of a criterion, step by step.
#[derive(Debug)]
struct Why(Reason);

impl Why {
    /// A reason about two places: the sentence can use `$left` and `$right`.
    fn new(key: &'static str, scene: &Scene<'_>, cell: Cell) -> Self {
        let (left, right) = places(scene, cell);
        let reason = Reason { key, args: Vec::new(), claims: Vec::new() };
        Self(reason).text("left", &left.name).text("right", &right.name)
    }

    fn text(mut self, name: &'static str, text: &str) -> Self {
        self.0.args.push((name, Arg::Text(text.to_owned())));
        self
    }

    fn number(mut self, name: &'static str, number: u64) -> Self {
        self.0.args.push((name, Arg::Number(number)));
        self
    }

    #[expect(dead_code, reason = "criteria to come name parties")]
    fn party(mut self, name: &'static str, party: &PartyId) -> Self {
        self.0.args.push((name, Arg::Party(party.clone())));
        self
    }

    fn word(mut self, name: &'static str, list: &'static str, word: &'static str) -> Self {
        self.0.args.push((name, Arg::Word(list, word)));
        self
    }

    /// The claims it rests on, each once.
    fn on<'a, T: 'a>(mut self, facts: impl IntoIterator<Item = &'a Cited<T>>) -> Self {
        facts.into_iter().filter_map(|fact| fact.claim).for_each(|claim| self.add(claim));
        self
    }

    fn add(&mut self, claim: ClaimKey) {
        if !self.0.claims.contains(&claim) {
            self.0.claims.push(claim);
        }
    }

    fn done(self) -> Reason {
        self.0
    }
}
