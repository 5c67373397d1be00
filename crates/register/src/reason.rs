//! Reasons: why a value is what it is, as a key of the message files with its arguments and the claims behind it.
//!
//! The sentence itself is in the message files, so that it can be said in any language.

use jiff::civil::Date;
use model::{PartyId, Period, SourceId};

use crate::keys::ClaimKey;

/// Every key a reason can have; each stands in every message file.
pub const KEYS: &[&str] = &[
    "standing-none",
    "standing-unknown",
    "standing-unknown-listed",
    "standing-unknown-then",
    "standing-stood-until",
    "standing-stated",
    "standing-informal",
    "standing-contact-seen",
    "standing-signed",
    "standing-intent",
    "standing-filed",
    "standing-approved",
    "standing-renewed",
    "standing-suspended",
    "standing-resumed",
    "standing-ended",
    "standing-expired",
    "standing-superseded",
    "standing-term-ended",
    "standing-contested",
    "standing-day-unknown",
    "pulse-alive",
    "pulse-ticking-over",
    "pulse-silent",
    "pulse-said-silent",
    "pulse-too-few-sources",
    "pulse-only-light",
    "pulse-never-seen",
    "pulse-no-carrier",
    "carrier-strong",
    "carrier-thin",
    "carrier-activity-suspended",
    "carrier-dissolved",
    "carrier-none-known",
    "permission-unclear",
    "permission-open",
    "permission-not-looked",
    "gate-prohibited",
    "gate-needs-screening",
    "gate-needs-approval",
    "gate-needs-notice",
    "gate-must-end",
    "gate-may-stay",
    "gate-quota-used",
    "gate-quota-perhaps",
    "gate-quota-free",
    "gate-doubt-day",
    "gate-doubt-text",
    "gate-doubt-disputed",
    "gate-doubt-existing",
    "gate-doubt-existing-disputed",
    "gate-doubt-body",
    "gate-doubt-quota",
    "gate-doubt-recognition",
    "gate-recognition-said",
    "gate-recognition-silent",
    "class-stated",
    "class-contact-seen",
    "class-unknown",
    "contradiction-class",
    "contradiction-start",
    "contradiction-end",
    "contradiction-listing",
    "contradiction-standing",
    "problem-act-cannot-follow",
    "problem-act-by-stranger",
    "count-in",
    "count-disputed-unknown",
    "count-disputed-contested",
    "count-out-class",
    "count-out-class-unknown",
    "count-out-level",
    "count-out-standing",
    "count-out-registry",
    "count-out-pulse",
    "count-out-topic",
    "stated-same",
    "stated-between",
    "stated-over-agrees",
    "stated-about-agrees",
    "stated-below",
    "stated-above",
    "stated-other-unit",
    "stated-no-unit",
    "stated-other-day",
    "stated-all-levels",
    "stated-irreproducible",
    "stated-definition",
];

/// A value to put into the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A period as a source gives it.
    When(Period),
    /// A day.
    Day(Date),
    /// A number.
    Number(u64),
    /// A party, to be shown by its name.
    Party(PartyId),
    /// A source, to be shown by its title.
    Source(SourceId),
    /// Words of a source or of ours, as they are.
    Text(String),
    /// Words of a rule, which may be there in Russian too.
    Said {
        /// In English.
        en: String,
        /// In Russian.
        ru: Option<String>,
    },
    /// A word of one of the closed lists, to be translated: the list and the word.
    Word(&'static str, &'static str),
    /// Words of an open list, to be translated where there is a translation and joined; of no list if that is empty.
    Words(&'static str, Vec<String>),
}

/// Why a value is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The key of the sentence, one of [`KEYS`].
    pub key: &'static str,
    /// What to put into it.
    pub args: Vec<(&'static str, Arg)>,
    /// The claims it rests on.
    pub claims: Vec<ClaimKey>,
}

impl Reason {
    pub(crate) fn new(key: &'static str) -> Self {
        debug_assert!(KEYS.contains(&key), "{key} is not a reason");
        Self { key, args: Vec::new(), claims: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    pub(crate) fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    pub(crate) fn number(self, name: &'static str, number: impl Into<u64>) -> Self {
        self.with(name, Arg::Number(number.into()))
    }

    pub(crate) fn on(mut self, claim: u32) -> Self {
        self.claims.push(ClaimKey(claim));
        self
    }
}
