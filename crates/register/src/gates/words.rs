//! The closed lists of rules: kinds of body, what is done, how sure, what becomes of existing ties.

use model::{ActivityKind, PartyKind};

use crate::axes::axis;

axis! {
    /// The kind of body through which a party acts, as rules tell them apart.
    Body {
        /// A national government.
        Country = "country",
        /// A state, region or other unit of a country, and its agencies.
        State = "state",
        /// A county, borough or raion.
        County = "county",
        /// A city, town or village.
        Municipality = "municipality",
        /// A university or college.
        University = "university",
        /// An association, union or network.
        Association = "association",
        /// Any other institution.
        Institution = "institution",
    }
}

impl Body {
    /// The body that a party of this kind acts through. A federal city is a unit of its country first.
    #[must_use]
    pub const fn of(kind: PartyKind) -> Self {
        match kind {
            PartyKind::Country => Self::Country,
            PartyKind::State
            | PartyKind::FederalDistrict
            | PartyKind::Republic
            | PartyKind::Krai
            | PartyKind::Oblast
            | PartyKind::FederalCity
            | PartyKind::AutonomousOblast
            | PartyKind::AutonomousOkrug
            | PartyKind::Region => Self::State,
            PartyKind::County | PartyKind::Borough => Self::County,
            PartyKind::City | PartyKind::Town | PartyKind::District => Self::Municipality,
            PartyKind::University | PartyKind::College | PartyKind::UniversitySystem => Self::University,
            PartyKind::Association => Self::Association,
            PartyKind::ResearchInstitute | PartyKind::Institution => Self::Institution,
        }
    }
}

axis! {
    /// How sure it is what a rule says.
    Certainty {
        /// Nobody is known to doubt it.
        Settled = "settled",
        /// The source leaves it open, or the text was not seen.
        Unclear = "unclear",
        /// It is read in several ways; the readings are given.
        Disputed = "disputed",
    }
}

axis! {
    /// What a rule means for ties that were there before.
    Existing {
        /// They need what new ones need.
        Same = "same",
        /// They may stay as they are.
        MayStay = "may-stay",
        /// They must be ended.
        MustEnd = "must-end",
        /// The source does not say.
        Unclear = "unclear",
        /// It is read in several ways; the readings are given.
        Disputed = "disputed",
    }
}

/// What is to be done: make or keep a tie, or an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doing {
    /// Make, renew or keep a tie.
    Tie,
    /// Something done together.
    Activity(ActivityKind),
}

impl Doing {
    /// Every value: the tie first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Tie).chain(ActivityKind::ALL.iter().copied().map(Self::Activity))
    }

    /// The word in files and options: `tie`, or an activity's own.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tie => "tie",
            Self::Activity(kind) => kind.word(),
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().eq_ignore_ascii_case("tie") {
            return Some(Self::Tie);
        }
        ActivityKind::parse(text).ok().map(Self::Activity)
    }
}
