//! The account of a pair: what speaks for it, what against, which rules bear on it, what is not known.

use register::Reason;

use super::brief::Weights;
use super::criteria::{CATALOGUE, Score};
use super::scene::Cell;
use super::task::{Block, Ruling, Task};

/// One criterion's part in what a pair is worth.
#[derive(Debug, Clone)]
pub struct Term {
    /// The criterion's number in [`CATALOGUE`].
    pub criterion: usize,
    /// Its weight.
    pub weight: f64,
    /// Its value, if known.
    pub score: Option<Score>,
    /// What it adds to the worth of the pair.
    pub share: f64,
    /// How much better it is here than on average over all lawful pairs, times its weight.
    pub ahead: f64,
    /// The sentence.
    pub reason: Reason,
}

/// Everything about one pair.
#[derive(Debug, Clone)]
pub struct Account {
    /// The pair.
    pub cell: Cell,
    /// What it is worth, 0 to 1.
    pub worth: Score,
    /// Every criterion with a weight, in the order of the catalogue.
    pub terms: Vec<Term>,
    /// Why it may not be chosen, if so.
    pub block: Option<Block>,
    /// What the gates say; `None` when the brief asks none.
    pub ruling: Option<Ruling>,
}

impl Account {
    /// What speaks for the pair more than for others, the weightiest first.
    #[must_use]
    pub fn reasons_for(&self, most: usize) -> Vec<&Term> {
        self.ranked(most, |term| term.ahead)
    }

    /// What speaks against it more than against others, the weightiest first.
    #[must_use]
    pub fn reasons_against(&self, most: usize) -> Vec<&Term> {
        self.ranked(most, |term| -term.ahead)
    }

    /// What is not known.
    #[must_use]
    pub fn missing(&self) -> Vec<&Term> {
        self.terms.iter().filter(|term| term.score.is_none()).collect()
    }

    fn ranked(&self, most: usize, weight: impl Fn(&Term) -> f64) -> Vec<&Term> {
        let known = |term: &&Term| term.score.is_some() && weight(term) > 1e-9;
        let mut terms: Vec<&Term> = self.terms.iter().filter(known).collect();
        terms.sort_by(|one, other| weight(other).total_cmp(&weight(one)).then(one.criterion.cmp(&other.criterion)));
        terms.truncate(most);
        terms
    }
}

impl Task<'_> {
    /// The account of a pair by some weights.
    #[must_use]
    pub fn account(&self, cell: Cell, weights: &Weights) -> Account {
        let total: f64 = weights.both.iter().sum();
        let scores = self.scores(cell);
        let term = |(criterion, weight): (usize, &f64)| {
            let score = scores[criterion];
            let counts = score.map_or_else(|| self.brief.unknown_for(weights, criterion), |score| score.both);
            Term {
                criterion,
                weight: *weight,
                score,
                share: weight * counts / total,
                ahead: weight * (counts - self.mean(criterion)),
                reason: (CATALOGUE[criterion].explain)(&self.scene, cell),
            }
        };
        Account {
            cell,
            worth: self.worth(cell, weights),
            terms: weights.both.iter().enumerate().filter(|(_, weight)| **weight > 0.0).map(term).collect(),
            block: self.block(cell),
            ruling: self.ruling(cell),
        }
    }
}
