//! What two claims must share to be the same proposal: what they are about and what they say, not how they put it.

use model::{Fact, Subject};

/// The core of a claim: its subject and what it says, without summary, topics, notes and the source's spelling.
///
/// A rejected proposal is recognized by it although another version of the reader puts it a little differently.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Essence(String);

impl Essence {
    /// The essence of a claim on `subject` that says `fact`.
    #[must_use]
    pub fn of(subject: &Subject, fact: &Fact) -> Self {
        let subject = match subject {
            Subject::Party(id) => format!("party {id}"),
            Subject::Tie(id) => format!("tie {id}"),
            Subject::Relation(id) => format!("relation {id}"),
        };
        Self(format!("{subject}: {}", said(fact)))
    }

    /// It as text, for hashing.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn said(fact: &Fact) -> String {
    let folded = model::fold_letters;
    match fact {
        Fact::Named(name) => format!("named {} {}", name.language, name.text),
        Fact::Identified(identifier) => format!("identified {} {}", identifier.scheme(), identifier.value()),
        Fact::Is(kind) => format!("is {kind}"),
        Fact::Has(attribute) => format!("has {attribute:?}"),
        Fact::PartOf(whole) => format!("part of {whole}"),
        Fact::Succeeds(other) => format!("succeeds {other}"),
        Fact::TieStands { class, .. } => format!("stands {class}"),
        Fact::Act(act) => {
            let party = act.party.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("act {} {party}", act.kind)
        }
        Fact::Activity(activity) => format!("activity {}", activity.kind),
        Fact::NoContact => "no contact".to_owned(),
        Fact::Carrier(carrier) => format!("carrier {} {} {}", carrier.party, carrier.event, folded(&carrier.name)),
        Fact::Listing(listing) => format!("listing {} {}", listing.status, folded(&listing.registry)),
        Fact::StatedCount(count) => format!("count {} {}", count.bound, count.number),
        Fact::Wish(_) => "wish".to_owned(),
    }
}

/// Whether a fact only says what a party is and is called: it needs saying once, not once in every document.
#[must_use]
pub const fn is_about_identity(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Named(_) | Fact::Identified(_) | Fact::Is(_) | Fact::Has(_) | Fact::PartOf(_) | Fact::Succeeds(_)
    )
}
