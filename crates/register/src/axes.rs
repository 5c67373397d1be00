//! The values of the five axes. They are derived, never stored, and never merged into one status.

/// Declares an axis: an enum whose values have one word each.
macro_rules! axis {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in files and addresses.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads the word; `_` and blanks stand for `-`.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let folded = text.trim().to_ascii_lowercase().replace(['_', ' '], "-");
                Self::ALL.iter().copied().find(|value| value.word() == folded)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.word())
            }
        }
    };
}

axis! {
    /// The formal state of a tie on one side. The order is that of the summary: the last one met among the sides is shown.
    Standing {
        /// Not begun.
        None = "none",
        /// Nobody says.
        Unknown = "unknown",
        /// In contact, without anything formal.
        Contact = "contact",
        /// Intended.
        Intent = "intent",
        /// Before a council, ministry or province.
        InApproval = "in-approval",
        /// In force.
        InForce = "in-force",
        /// Sources disagree.
        Contested = "contested",
        /// A party was replaced.
        Superseded = "superseded",
        /// The term ran out.
        Expired = "expired",
        /// Suspended by this side.
        Suspended = "suspended",
        /// Ended by this side.
        Ended = "ended",
    }
}

axis! {
    /// Whether a tie lives.
    Pulse {
        /// People met or worked together lately.
        Alive = "alive",
        /// Only correspondence with reply lately.
        TickingOver = "ticking-over",
        /// No contact for a while, and it would have been seen.
        Quiet = "quiet",
        /// No contact for long, and it would have been seen.
        Dormant = "dormant",
        /// The body that did the work is gone.
        NoCarrier = "no-carrier",
        /// Too little is known to say.
        Unknown = "unknown",
    }
}

axis! {
    /// How the bodies that do the work on one side are.
    CarrierHealth {
        /// At work, and contact is recent.
        Strong = "strong",
        /// There, without recent contact.
        Thin = "thin",
        /// Suspended its own activity.
        ActivitySuspended = "activity-suspended",
        /// Dissolved.
        Dissolved = "dissolved",
        /// None known.
        NoneKnown = "none-known",
    }
}

axis! {
    /// Whether something is allowed, as far as the rules of [`Gates`](crate::Gates) say. The order of the first five is that of
    /// gravity: the gravest rule that applies decides. Never legal advice.
    Permission {
        /// No rule known stands against it. That is not to say that it is lawful.
        Open = "open",
        /// Somebody must be told.
        NeedsNotice = "needs-notice",
        /// Somebody must agree.
        NeedsApproval = "needs-approval",
        /// Persons or bodies must be screened.
        NeedsScreening = "needs-screening",
        /// Forbidden.
        Prohibited = "prohibited",
        /// Not known, or disputed: a rule may stand against it, or nobody has looked.
        Unclear = "unclear",
    }
}

pub(crate) use axis;
