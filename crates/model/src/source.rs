//! Sources: the works that claims rest on.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use crate::words::words;
use crate::{Error, Grade, PartialDate};

/// The register's short name of a source, such as `tass-2020-11-29`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(Arc<str>);

impl SourceId {
    /// Reads an id.
    ///
    /// # Errors
    /// [`Error::SourceId`] unless it is made of `a-z`, `0-9`, `-`, `.`, `_` and `:`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let good = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b':');
        if !text.is_empty() && text.bytes().all(good) {
            Ok(Self(text.into()))
        } else {
            Err(Error::SourceId { found: text.to_owned() })
        }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

words! {
    /// What kind of work a source is.
    SourceKind: "source kind" {
        /// Press.
        Press = "press",
        /// A public body.
        Official = "official",
        /// A carrier's own pages.
        Carrier = "carrier",
        /// A list of ties.
        List = "list",
        /// Scholarly work.
        Academic = "academic",
        /// A reference work or data set.
        Reference = "reference",
        /// What an interested party said.
        Statement = "statement",
        /// A compilation from several works.
        Compiled = "compiled",
        /// A table that somebody imported.
        Table = "table",
    }
}

/// A work that claims rest on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Source {
    /// Its short name.
    pub id: SourceId,
    /// Its title, or the reference as given.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address; empty when not known.
    pub url: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub retrieved: Option<Date>,
    /// Its language as a BCP 47 tag; empty when not known.
    pub language: String,
    /// What kind of work it is.
    pub kind: SourceKind,
    /// How far claims that rest on it carry, unless they say otherwise.
    pub grade: Grade,
    /// Our remark on it.
    pub note: String,
    /// Its text, where it may be kept.
    pub text: Option<String>,
    /// The BLAKE3 hash of its text or file, kept or not.
    pub hash: Option<[u8; 32]>,
}
