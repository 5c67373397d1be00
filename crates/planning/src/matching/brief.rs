//! A brief: the question that a matching answers, in one file that a person reads, edits and signs.
//!
//! Reading a brief checks its words and numbers; whether its places exist is seen when it meets a register
//! ([`prepare`](super::prepare)).

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::{PartyId, TieClass};
use register::{Body, Doing, Standing};

use super::criteria::CATALOGUE;
use super::place::Place;

/// The question that a matching answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Its short name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The question in a sentence or two, and whose it is.
    pub question: String,
    /// The class of tie that is sought.
    pub class: TieClass,
    /// The day it speaks of; `None` for the day of asking.
    pub true_on: Option<Date>,
    /// The day up to which sources had spoken; `None` for the day of asking.
    pub known_on: Option<Date>,
    /// The places that seek a partner; rows of every table.
    pub left: SideBrief,
    /// The places they can be given; columns of every table.
    pub right: SideBrief,
    /// What a good answer is.
    pub objective: Objective,
    /// How many candidates are shown for each place beside the answer.
    pub candidates: usize,
    /// Which ties there already are count, and how.
    pub existing: Existing,
    /// What a criterion without data counts for, 0 to 1.
    pub unknown: f64,
    /// What is asked of the gates; `None` leaves them out.
    pub gates: Option<GateAsk>,
    /// The weight of each criterion, in the order of [`CATALOGUE`].
    pub weights: Weights,
    /// Other weightings to set beside, by name.
    pub weightings: Vec<(String, Weights)>,
    /// Pairs that must be chosen.
    pub must: Vec<PairRule>,
    /// Pairs that must not be chosen.
    pub must_not: Vec<PairRule>,
    /// Places that have closed their search.
    pub closed: Vec<PlaceRule>,
    /// Other numbers of partners for single places.
    pub capacities: Vec<(PartyId, Partners, usize)>,
    /// Places that the brief itself describes.
    pub places: Vec<Place>,
    /// Places of the brief that have not renewed their description for so many months are left out.
    pub renew_months: u32,
    /// Its words in other languages, by their tags (`ru`).
    pub translations: BTreeMap<String, BriefWording>,
}

/// A brief's words in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefWording {
    /// Its title.
    pub title: String,
    /// The question in a sentence or two, and whose it is.
    pub question: String,
    /// What the other weightings are called, by name.
    pub weightings: BTreeMap<String, String>,
}

/// One side of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBrief {
    /// The unit list it names, if it does.
    pub list: Option<String>,
    /// The places it names itself, if it does.
    pub places: Vec<PartyId>,
    /// How many partners each place may have.
    pub partners: Partners,
    /// The line where the side begins.
    pub line: usize,
}

/// How many partners a place may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partners {
    /// At least so many.
    pub min: u32,
    /// At most so many.
    pub max: u32,
}

/// What a good answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// The greatest total worth.
    Total,
    /// The worst-off pair as good as can be, then the greatest total.
    Fair,
    /// No two places would both rather have each other; the side that proposes is served best.
    Stable {
        /// Whether the left side proposes.
        left_proposes: bool,
    },
    /// The best few for each place of the left, whoever else is given them.
    Browse {
        /// How many for each.
        k: usize,
    },
}

/// Which ties there already are count, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Existing {
    /// Pairs with such a tie come before all others.
    pub first: bool,
    /// The classes that count; empty for all.
    pub classes: Vec<TieClass>,
    /// What each standing counts for, 0 to 1, in the order of [`Standing::ALL`].
    pub standing: Vec<f64>,
}

/// What is asked of the gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GateAsk {
    /// The kind of body that would make the tie, on either side.
    pub body: Body,
    /// What it would do.
    pub doing: Doing,
}

/// The weight of each criterion: in the common worth, and as each side ranks. In the order of [`CATALOGUE`].
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// For the worth of a pair.
    pub both: Vec<f64>,
    /// For the ranking by the left.
    pub left: Vec<f64>,
    /// For the ranking by the right.
    pub right: Vec<f64>,
    /// What an unknown counts for, where it differs from the brief's.
    pub unknown: Vec<Option<f64>>,
}

/// A pair that must, or must not, be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRule {
    /// The place of the left.
    pub left: PartyId,
    /// The place of the right.
    pub right: PartyId,
    /// Why, in the words of the brief.
    pub why: Grounds,
    /// The line.
    pub line: usize,
}

/// Why a rule of a brief holds: in its own words, and in other languages by their tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// As the brief was written.
    pub text: String,
    /// The same in other languages.
    pub translations: BTreeMap<String, String>,
}

/// A place that has closed its search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRule {
    /// The place.
    pub place: PartyId,
    /// Since when, if that is said.
    pub since: Option<Date>,
    /// Why, in the words of the brief.
    pub why: Grounds,
    /// The line.
    pub line: usize,
}

impl Grounds {
    /// In the language with this tag, or else as the brief was written.
    #[must_use]
    pub fn text_in(&self, tag: &str) -> &str {
        self.translations.get(tag).unwrap_or(&self.text)
    }
}

impl Brief {
    /// Reads a brief.
    ///
    /// # Errors
    /// [`BriefError`](super::BriefError) with the line, the fault and the remedy.
    pub fn parse(text: &str) -> Result<Self, super::BriefError> {
        super::parse::brief(text)
    }

    /// The title in the language with this tag, or else as the brief was written.
    #[must_use]
    pub fn title_in(&self, tag: &str) -> &str {
        self.translations.get(tag).map_or(&self.title, |wording| &wording.title)
    }

    /// The question in the language with this tag, or else as the brief was written.
    #[must_use]
    pub fn question_in(&self, tag: &str) -> &str {
        self.translations.get(tag).map_or(&self.question, |wording| &wording.question)
    }

    /// What a weighting is called in the language with this tag; its name with spaces where nobody says.
    #[must_use]
    pub fn weighting_in(&self, name: &str, tag: &str) -> String {
        let said = self.translations.get(tag).and_then(|wording| wording.weightings.get(name));
        said.map_or_else(|| name.replace('-', " "), Clone::clone)
    }

    /// What a criterion without data counts for.
    #[must_use]
    pub fn unknown_for(&self, weights: &Weights, criterion: usize) -> f64 {
        weights.unknown[criterion].unwrap_or(self.unknown)
    }
}

impl Weights {
    /// No weight at all.
    #[must_use]
    pub fn none() -> Self {
        let zeros = vec![0.0; CATALOGUE.len()];
        Self { both: zeros.clone(), left: zeros.clone(), right: zeros, unknown: vec![None; CATALOGUE.len()] }
    }

    /// The same with another weight for one criterion, on all sides.
    #[must_use]
    pub fn with(&self, criterion: usize, weight: f64) -> Self {
        let mut other = self.clone();
        for side in [&mut other.both, &mut other.left, &mut other.right] {
            side[criterion] = weight;
        }
        other
    }
}

impl Default for Existing {
    /// House choice: what a tie is worth to a new beginning. A suspended or ended one is still known to people.
    fn default() -> Self {
        let worth = |standing: &Standing| match standing {
            Standing::InForce => 1.0,
            Standing::Contested | Standing::Superseded | Standing::InApproval => 0.8,
            Standing::Unknown | Standing::Intent | Standing::Expired => 0.6,
            Standing::Suspended | Standing::Contact => 0.5,
            Standing::Ended => 0.3,
            Standing::None => 0.0,
        };
        Self { first: false, classes: Vec::new(), standing: Standing::ALL.iter().map(worth).collect() }
    }
}

impl Existing {
    /// What a standing counts for.
    #[must_use]
    pub fn worth(&self, standing: Standing) -> f64 {
        Standing::ALL.iter().position(|other| *other == standing).map_or(0.0, |at| self.standing[at])
    }
}
