//! What a phrase of a lexicon can mean.

use serde::Deserialize;

use super::signs::{DEED, JOINT, NAMED, PARTY, Signs};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($(#[$item_doc])* $item),+ }
    };
}

words! {
    /// The word for a tie.
    TieWord {
        /// Sister city, twin town, twinning.
        Sister,
        /// Sister state, province, prefecture.
        SisterState,
        /// Sister or partner region, county, district.
        SisterRegion,
        /// Friendship city.
        Friendship,
        /// Partner city where the language has no other word for a twin.
        Partner,
        /// Agreement, memorandum or running cooperation not called any of these.
        Cooperation,
        /// Talks that go on.
        Dialogue,
        /// A declared intention of friendly relations.
        Intent,
    }
}

words! {
    /// What is said of a tie's state.
    StatusWord {
        /// Planned, wished, to be signed.
        Proposed,
        /// Put on hold.
        Suspended,
        /// Ended, dissolved, cancelled.
        Ended,
        /// Asleep, not answered, little done.
        Dormant,
        /// Taken up again.
        Revived,
        /// Alive: shown by something.
        Active,
        /// A proposal turned down, or a decision that leaves all as it was.
        Kept,
        /// Just signed, joined, become.
        New,
    }
}

words! {
    /// What parties do together.
    ActivityWord {
        /// One side travels to the other.
        DelegationVisit,
        /// Signing, renewal, conclusion.
        AgreementSigned,
        /// Conference, symposium, round table.
        Forum,
        /// Pupils, students, citizens or staff stay with the other side.
        Exchange,
        /// Joint research, workshop, working group.
        Project,
        /// Talks, a meeting.
        Dialogue,
        /// A jubilee.
        Anniversary,
        /// Concert, exhibition, festival, match.
        CulturalEvent,
        /// The act of suspending.
        Suspension,
        /// The act of ending.
        Termination,
        /// The act of taking up again.
        Revival,
        /// Donations, relief.
        Aid,
    }
}

words! {
    /// A word that stands for a party named elsewhere.
    Refer {
        /// "its", "the city's", "our": the party the text is about.
        Own,
        /// "the city", "the town": the party the text is about, as a municipality.
        City,
        /// "the university".
        University,
        /// "the region", "the state".
        Region,
        /// "the two cities", "both sides", "they": the two last spoken of together.
        Both,
        /// "the Russian capital": a country's adjective before it says which.
        Capital,
        /// "it".
        It,
        /// "each other", "partner city" without a name.
        Partner,
    }
}

words! {
    /// A small word that says how a party hangs in its sentence.
    Role {
        /// and, as well as.
        And,
        /// with, to.
        With,
        /// between, among.
        Between,
        /// of.
        Of,
        /// in, near.
        In,
        /// from.
        From,
        /// by.
        By,
        /// to, for.
        To,
    }
}

words! {
    /// A word for a kind of unit beside a place's name: "City of", "Prefecture".
    UnitWord {
        /// City, town, municipality, village.
        City,
        /// State, province, prefecture: what sister-state ties join.
        State,
        /// Any other region, county, district.
        Region,
    }
}

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Cue {
    Tie(TieWord),
    Status(StatusWord),
    Activity(ActivityWord),
    Refer(Refer),
    /// Takes the meaning of every other cue within it away.
    Not,
    /// Not happening: "did not", "no longer".
    Negation,
    /// The whole sentence is said not to be so: "it is not true that", "are false".
    Denial,
    /// Hoped, wished, possible.
    Hope,
    /// What is to be done follows: "agreed to", "under it".
    Purpose,
    /// What stands before it will not take place: "was called off".
    CalledOff,
    /// How things came to stand as they do, told in passing: "since the two signed", "first signed".
    Background,
    /// Kinds of work in the plural, as lists name them: "delegations", "concerts".
    Kinds,
    /// "ambassador", "consul": who speaks for a country.
    Envoy,
    /// A tie's state is judged, not stated: "a new rise".
    Praise,
    /// Something happened, not said what.
    Vague,
    /// A number of ties stands before or after it.
    Counted,
    /// A registry by name: Sister Cities International.
    Registry,
    /// "is listed", "on the list".
    Listed,
    /// "until", "as long as": what a pause depends on follows.
    Condition,
    /// Why it ended or was paused: a war, an invasion, human rights.
    Protest,
    /// Why: nobody answered.
    Silence,
    /// Why: money.
    Money,
    /// How a tie came to be; with a bare year it is a founding, not a signing that is told.
    Founding,
    /// A word for a tie that is loose talk between two places of one country.
    Loose,
    /// "about", "more than" before a number.
    About,
    Over,
    /// A committee or association that does the work.
    Carrier,
    /// "said", "told".
    Speech,
    /// "mayor", "ambassador".
    Office,
    /// "delegation", "visitors", "students".
    Group,
    /// An instrument.
    Instrument,
    /// Ordinary news that names cities side by side.
    Topic(u8),
}

impl Cue {
    /// What the words of such a phrase are a sign of; nothing can come from the others alone.
    pub(crate) const fn sign(self) -> Option<Signs> {
        match self {
            Self::Tie(TieWord::Sister | TieWord::SisterState | TieWord::SisterRegion | TieWord::Friendship) => {
                Some(NAMED)
            }
            Self::Tie(_) => Some(JOINT),
            // The end of a tie is told with the tie.
            Self::Activity(ActivityWord::Suspension | ActivityWord::Termination | ActivityWord::Revival) => None,
            Self::Activity(_) => Some(DEED),
            Self::Refer(Refer::City | Refer::University | Refer::Region) => Some(PARTY),
            _ => None,
        }
    }
}
