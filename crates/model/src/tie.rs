//! Ties: which parties, and in what form.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::words::words;
use crate::{Error, PartyId};

/// The name of a tie: its parties, two or more, in the order of their ids, joined by `~`.
///
/// Two documents between the same parties speak of the same tie; its class may change over time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TieId(Arc<str>);

impl TieId {
    /// Names the tie between `parties`, given in any order; repeats count once.
    ///
    /// # Errors
    /// [`Error::TooFewParties`] with fewer than two different ones.
    pub fn between(parties: impl IntoIterator<Item = PartyId>) -> Result<Self, Error> {
        let mut parties: Vec<PartyId> = parties.into_iter().collect();
        parties.sort();
        parties.dedup();
        let text = parties.iter().map(PartyId::as_str).collect::<Vec<_>>().join("~");
        if parties.len() < 2 {
            return Err(Error::TooFewParties { found: text, n_parties: parties.len() });
        }
        Ok(Self(text.into()))
    }

    /// Reads `a~b`; `;` is understood too, and the order does not matter.
    ///
    /// # Errors
    /// [`Error::PartyId`] or [`Error::TooFewParties`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        if is_canonical(text) {
            return Ok(Self(text.into()));
        }
        let parties: Result<Vec<_>, _> = text.split(['~', ';']).map(|part| PartyId::parse(part.trim())).collect();
        Self::between(parties?)
    }

    /// The name as text, fit for an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its parties in the order of their ids.
    pub fn parties(&self) -> impl Iterator<Item = PartyId> + '_ {
        self.0.split('~').map(|part| PartyId::parse(part).expect("a tie id is made of party ids"))
    }

    /// Its parties as texts, in the same order; makes nothing new.
    pub fn party_texts(&self) -> impl Iterator<Item = &str> {
        self.0.split('~')
    }

    /// Whether `party` is one of its parties.
    #[must_use]
    pub fn has(&self, party: &PartyId) -> bool {
        self.0.split('~').any(|part| part == party.as_str())
    }
}

/// Whether `text` is a name as [`TieId::between`] writes it. Reading back what we wrote is most of the reading there is,
/// and needs no list of parties.
fn is_canonical(text: &str) -> bool {
    let mut parts = text.split('~');
    let mut last = parts.next().unwrap_or_default();
    let mut is_sorted = text.contains('~') && PartyId::is_id(last);
    for part in parts {
        is_sorted &= last < part && PartyId::is_id(part);
        last = part;
    }
    is_sorted
}

impl fmt::Display for TieId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl FromStr for TieId {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

words! {
    /// The form of a tie, by what it rests on; the word the document uses is kept beside it.
    TieClass: "tie class" {
        /// Open-ended and formal: sister city, twin town, Partnerschaft, jumelage.
        Full = "full",
        /// Lighter or on trial: friendship city, Freundschaft.
        Friendship = "friendship",
        /// Limited in time or theme.
        Project = "project",
        /// Not formalized.
        Contact = "contact",
        /// For an emergency, not formalized.
        Solidarity = "solidarity",
        /// Between institutions.
        Institutional = "institutional",
        /// Intended only.
        Intent = "intent",
    }
}
