//! Activities: what the parties of a tie did together.

use crate::PartyId;
use crate::words::words;

words! {
    /// What was done. DOMAIN: people meeting weighs more than work at a distance, and a greeting proves nothing.
    ActivityKind: "activity kind" {
        /// People of one side traveled to the other.
        Visit = "visit",
        /// Students, experts or groups were exchanged.
        Exchange = "exchange",
        /// A conference or forum of several.
        Forum = "forum",
        /// Work on something joint.
        Project = "project",
        /// Talks in person.
        Meeting = "meeting",
        /// A concert, festival or show.
        Cultural = "cultural",
        /// Help sent.
        Aid = "aid",
        /// A meeting at a distance.
        Online = "online",
        /// A letter.
        Letter = "letter",
        /// A greeting, proclamation or jubilee.
        Greeting = "greeting",
        /// Something is said to have happened, not what.
        Vague = "vague",
    }
}

/// One thing done together, dated by the claim's period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Activity {
    /// What was done.
    pub kind: ActivityKind,
    /// The side that traveled or sent; `None` when both did or nobody says.
    pub from: Option<PartyId>,
    /// Bodies that took part beyond the parties of the tie, as stated.
    pub participants: Vec<String>,
    /// Topics, in the field's words.
    pub topics: Vec<String>,
    /// How many people took part, where stated.
    pub size: Option<u32>,
    /// Only a greeting, an anniversary or a letter without reply: never proof of life.
    pub light: bool,
    /// What happened, in one short sentence.
    pub summary: String,
}
