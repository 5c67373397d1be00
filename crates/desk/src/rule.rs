//! Decisions as entries, and telling of each other those who decide at once.

use model::{Body, Name, Review, Verdict};
use register::{ClaimKey, Register};

use crate::queue::{decision, decision_name};

/// What is decided, why and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Ruling<'a> {
    /// What.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: &'a str,
    /// By which role or office; never a person's name.
    pub by: &'a str,
}

/// A decision on a claim. It names the one before it, if there is one.
#[must_use]
pub fn review(register: &Register, key: ClaimKey, ruling: Ruling<'_>) -> Body {
    amending(register, key, None, ruling)
}

/// A decision that lets another claim count in the place of one.
#[must_use]
pub fn amending(register: &Register, key: ClaimKey, amended: Option<Name>, ruling: Ruling<'_>) -> Body {
    Body::Review(Review {
        claim: register.known(key).name,
        replaces: decision(register, key).map(decision_name),
        verdict: ruling.verdict,
        amended,
        reason: ruling.reason.to_owned(),
        by: ruling.by.to_owned(),
    })
}

/// How many decisions there were on claims before a batch was appended: what came in between is somebody else's.
#[derive(Debug)]
pub struct Others<'a> {
    bodies: &'a [Body],
    before: Vec<(Name, usize)>,
}

impl<'a> Others<'a> {
    /// Looks before `bodies` are appended.
    #[must_use]
    pub fn before(register: &Register, bodies: &'a [Body]) -> Self {
        let decided = bodies.iter().filter_map(|body| match body {
            Body::Review(review) => Some(review.claim),
            _ => None,
        });
        let before = decided.map(|claim| (claim, register.reviews_of(&claim).count())).collect();
        Self { bodies, before }
    }

    /// The decisions of others on the same claims that `register`, which has the batch, has beyond the one before.
    #[must_use]
    pub fn since<'b>(&self, register: &'b Register) -> Vec<&'b Review> {
        let is_own =
            |review: &Review| self.bodies.iter().any(|body| matches!(body, Body::Review(own) if own == review));
        let since = |(claim, n_before): &(Name, usize)| {
            register.reviews_of(claim).skip(*n_before).filter(|review| !is_own(review)).collect::<Vec<_>>()
        };
        self.before.iter().flat_map(since).collect()
    }
}
