//! Entries: what the ledger keeps, in order and for good.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::words::words;
use crate::{Claim, Error, PartyId, Source};

/// The position of an entry, from 1, without gaps; 0, the default, is before the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seq(pub u64);

impl fmt::Display for Seq {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The name of an entry: the BLAKE3 hash of its canonical bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub [u8; 32]);

impl Name {
    /// The first 12 hexadecimal digits: enough for people.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string()[..12].to_owned()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Name({self})")
    }
}

impl FromStr for Name {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let bad = || Error::Name { found: text.to_owned() };
        if text.len() != 64 || !text.is_ascii() {
            return Err(bad());
        }
        let mut bytes = [0; 32];
        for (idx, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[idx * 2..idx * 2 + 2], 16).map_err(|_| bad())?;
        }
        Ok(Self(bytes))
    }
}

/// One entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its position.
    pub seq: Seq,
    /// Its name.
    pub name: Name,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// What it says.
    pub body: Body,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A source, or a newer edition of one.
    Source(Source),
    /// A claim.
    Claim(Claim),
    /// A review of a claim.
    Review(Review),
    /// A claim is taken back.
    Retraction(Retraction),
    /// Two ids are one party.
    Merge(Merge),
    /// A merge is undone.
    Split(Split),
}

words! {
    /// What a reviewer decided.
    Verdict: "verdict" {
        /// It counts.
        Accept = "accept",
        /// It does not count.
        Reject = "reject",
        /// Another claim counts in its place.
        Amend = "amend",
        /// The decisions before are taken back: it is as if nobody had decided.
        Reopen = "reopen",
    }
}

/// A review of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Review {
    /// The claim.
    pub claim: Name,
    /// The review this one replaces.
    pub replaces: Option<Name>,
    /// What was decided.
    pub verdict: Verdict,
    /// The claim that counts in its place, for [`Verdict::Amend`].
    pub amended: Option<Name>,
    /// Why.
    pub reason: String,
    /// By which role.
    pub by: String,
}

/// A claim is taken back; it stays in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Retraction {
    /// The claim.
    pub claim: Name,
    /// Why.
    pub reason: String,
    /// By which role.
    pub by: String,
}

/// Two ids are one party.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Merge {
    /// The id to give up.
    pub from: PartyId,
    /// The id to keep.
    pub into: PartyId,
    /// The split this one undoes, if any.
    pub replaces: Option<Name>,
    /// Why.
    pub reason: String,
    /// By which role.
    pub by: String,
}

/// A merge is undone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Split {
    /// The merge.
    pub merge: Name,
    /// Why.
    pub reason: String,
    /// By which role.
    pub by: String,
}
