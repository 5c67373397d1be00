//! What an account may do. Each role may do what those before it may.

use std::fmt;

/// A role, the one that may do least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Proposes: reads documents into claims that wait for review.
    Contributor,
    /// Decides: accepts, rejects, amends, retracts, merges and splits.
    Reviewer,
    /// Decides who may do what: invites, changes roles, ends accounts.
    Owner,
}

impl Role {
    /// Every role, the one that may do least first.
    pub const ALL: [Self; 3] = [Self::Contributor, Self::Reviewer, Self::Owner];

    /// The word it is written with.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Contributor => "contributor",
            Self::Reviewer => "reviewer",
            Self::Owner => "owner",
        }
    }

    /// Reads a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_and_roles_stand_in_order() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.word()), Some(role));
        }
        assert_eq!(Role::parse("Owner"), None);
        assert!(Role::Contributor < Role::Reviewer && Role::Reviewer < Role::Owner);
    }
}
