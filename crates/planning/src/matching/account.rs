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
        self.ranked(most, Tone::Against, |term| term.ahead)
    }

    /// What speaks against it more than against others, the weightiest first.
    #[must_use]
    pub fn reasons_against(&self, most: usize) -> Vec<&Term> {
        self.ranked(most, Tone::For, |term| -term.ahead)
    }

    /// What is not known.
    #[must_use]
    pub fn missing(&self) -> Vec<&Term> {
        self.terms.iter().filter(|term| term.score.is_none()).collect()
    }

    /// The weightiest terms; a sentence that speaks the other way would puzzle, whatever the average is.
    fn ranked(&self, most: usize, unfit: Tone, weight: impl Fn(&Term) -> f64) -> Vec<&Term> {
        let known =
            |term: &&Term| term.score.is_some() && weight(term) > 1e-9 && Tone::of(term.reason.key) != Some(unfit);
        let mut terms: Vec<&Term> = self.terms.iter().filter(known).collect();
        terms.sort_by(|one, other| weight(other).total_cmp(&weight(one)).then(one.criterion.cmp(&other.criterion)));
        terms.truncate(most);
        terms
    }
}

/// Which way a sentence speaks by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    For,
    Against,
}

impl Tone {
    /// The tone of a criterion's sentence; `None` for one that speaks either way.
    fn of(key: &str) -> Option<Self> {
        match key {
            // That neither lies in the Arctic is true of nearly every pair, and no reason for one.
            "match-cover" | "match-arctic-neither" => Some(Self::Against),
            "match-cover-none" | "match-hours-days" => Some(Self::For),
            "match-distance" => None,
            _ if key.ends_with("-none") || key.ends_with("-few") => Some(Self::Against),
            // The plain sentence of a criterion says that it is met.
            _ => super::criteria::position(key.trim_start_matches("match-")).map(|_| Self::For),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_speak_for_against_or_either_way() {
        for (key, tone) in [
            ("match-ties", Some(Tone::For)),
            ("match-shared-hazards-few", Some(Tone::Against)),
            ("match-size-none", Some(Tone::Against)),
            ("match-coast-both", None),
            ("match-distance", None),
            ("match-cover", Some(Tone::Against)),
        ] {
            assert!(super::super::criteria::REASON_KEYS.contains(&key), "{key}");
            assert_eq!(Tone::of(key), tone, "{key}");
        }
    }
}
