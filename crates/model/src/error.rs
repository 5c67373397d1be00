//! What can be wrong with a text that should be one of our types.

use thiserror::Error as ThisError;

/// Why a text is not a value of the model. The message states the text found and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// Not a date or period of EDTF level 1.
    #[error("`{found}` is not a date")]
    Date {
        /// The text as found.
        found: String,
    },
    /// An interval that ends before it starts.
    #[error("the period `{found}` ends before it starts")]
    Backwards {
        /// The text as found.
        found: String,
    },
    /// Not a party id.
    #[error("`{found}` is not a party id")]
    PartyId {
        /// The text as found.
        found: String,
    },
    /// Fewer than two different parties.
    #[error("`{found}` names {n_parties} party, a tie has at least two")]
    TooFewParties {
        /// The text as found.
        found: String,
        /// How many different parties it names.
        n_parties: usize,
    },
    /// Not a source id.
    #[error("`{found}` is not a source id")]
    SourceId {
        /// The text as found.
        found: String,
    },
    /// Not one of the words of a closed list.
    #[error("`{found}` is not a {what}")]
    Word {
        /// What kind of word was needed, such as "tie class".
        what: &'static str,
        /// The text as found.
        found: String,
        /// The words allowed.
        allowed: &'static [&'static str],
    },
    /// An identifier that its scheme does not allow.
    #[error("`{found}` is not a {scheme} identifier")]
    Identifier {
        /// The scheme's name.
        scheme: &'static str,
        /// The text as found.
        found: String,
    },
    /// Not 64 hexadecimal digits.
    #[error("`{found}` is not the name of an entry")]
    Name {
        /// The text as found.
        found: String,
    },
}

impl Error {
    /// What the reader can do about it, as one sentence without a full stop.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Date { .. } => {
                "write 1991, 1991-10, 1991-10-05, 1990~, 199X, 2023-21 (spring) or a period such as 1991/..".into()
            }
            Self::Backwards { .. } => "put the earlier date first".into(),
            Self::PartyId { .. } => {
                "use lower-case letters, digits and hyphens, parts joined by dots, such as us-ny.albany".into()
            }
            Self::TooFewParties { .. } => "name two different parties".into(),
            Self::SourceId { .. } => "use lower-case letters, digits, hyphens, dots and colons".into(),
            Self::Word { allowed, .. } => format!("use one of: {}", allowed.join(", ")),
            Self::Identifier { scheme, .. } => format!("check it against {scheme}"),
            Self::Name { .. } => "copy the 64 hexadecimal digits, or the first eight or more".into(),
        }
    }
}
