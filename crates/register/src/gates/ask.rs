//! What is asked of the rules.

use model::TieClass;

use super::words::{Body, Doing};
use crate::as_of::AsOf;

/// A question to the rules, beside the two parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// The day asked for (`true_on`), and up to when sources count (`known_on`): those of the rules, and the register's for quotas
    /// and listings.
    pub as_of: AsOf,
    /// The body each party acts through, in the order of the parties; `None` takes it from the register or from the shape of the
    /// code: `us` is a country, `us-tx` a state.
    pub bodies: [Option<Body>; 2],
    /// What is to be done.
    pub doing: Doing,
    /// The class of the tie; `None` for any: every rule counts, whatever classes it speaks of.
    pub class: Option<TieClass>,
    /// Whether a new tie is made or an old one renewed; otherwise one is kept.
    pub is_new: bool,
}

impl Ask {
    /// Whether a new tie of any class may be made, by whatever bodies the parties are.
    #[must_use]
    pub const fn new_tie(as_of: AsOf) -> Self {
        Self { as_of, bodies: [None; 2], doing: Doing::Tie, class: None, is_new: true }
    }

    /// Whether an existing tie may be kept.
    #[must_use]
    pub const fn kept_tie(as_of: AsOf) -> Self {
        Self { is_new: false, ..Self::new_tie(as_of) }
    }

    /// The word for what is to be done: `new-tie`, `kept-tie`, or an activity's own.
    #[must_use]
    pub const fn doing_word(&self) -> &'static str {
        match self.doing {
            Doing::Tie if self.is_new => "new-tie",
            Doing::Tie => "kept-tie",
            Doing::Activity(kind) => kind.word(),
        }
    }
}
