//! From a reading to claims: what a person accepts or rejects, each with the exact words it rests on.
//!
//! [`propose`] is a pure function of a [`Reading`]: it decides how the words of a document become facts of the model, and says
//! of what it leaves out why. Who is who is asked of [`Known`]; a party that nobody knows gets an id made of its country, its
//! region and its name, and claims that say what it is. Nothing is guessed: a name that fits no body stays unresolved.
//!
//! The order of claims is that of the text; what describes a new party stands before the first claim that needs it.

mod essence;
mod facts;
mod ids;
mod meaning;
mod parties;
mod words;

use std::ops::Range;

use gazetteer::Gazetteer;
use model::{Claim, Evidence, Grade, Locator, Maker, MakerKind, PartialDate, PartyId, SourceId};

pub use essence::{Essence, is_about_identity};
pub use ids::of_place as id_of_place;
pub use meaning::{Because, Meaning, meanings};
pub use parties::place_of;

use crate::document::Document;
use crate::reading::{Party, Reading};

/// What is known of parties beside the document: by whoever has a register at hand.
pub trait Known {
    /// The id of the party that a document names; `None` when none is known, or several fit.
    fn party(&self, party: &Party) -> Option<PartyId>;

    /// Whether a party of this id is described already.
    fn has(&self, id: &PartyId) -> bool;

    /// Why the name of a party that is known is not one body, where that is so.
    fn unresolved(&self, _id: &PartyId) -> Option<String> {
        None
    }
}

/// Knows nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nobody;

impl Known for Nobody {
    fn party(&self, _: &Party) -> Option<PartyId> {
        None
    }

    fn has(&self, _: &PartyId) -> bool {
        false
    }
}

/// What stands beside a document when its reading becomes claims.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// The id of the document as a source.
    pub source: &'a SourceId,
    /// When it was published.
    pub said_on: Option<PartialDate>,
    /// How far it carries.
    pub grade: Grade,
    /// The gazetteer that it was read with.
    pub gazetteer: &'a Gazetteer,
    /// The parties known.
    pub known: &'a dyn Known,
}

/// What a reading proposes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposals {
    /// The claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The id of each party of the reading.
    pub parties: Vec<PartyId>,
    /// What was read and made into no claim.
    pub skipped: Vec<Skipped>,
}

/// Something read that became no claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The words.
    pub evidence: Range<usize>,
    /// Why.
    pub why: SkippedWhy,
}

/// Why something read became no claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SkippedWhy {
    /// A side of it is a country, which is no party of a tie.
    Country,
    /// Its sides are one and the same party.
    OneParty,
    /// It names one side only, or none.
    NoPartner,
    /// It was only announced, and is nothing that can be intended.
    Announced,
}

/// Makes claims of what was read in a document.
///
/// `reading` must be of `document`: its byte ranges are cut from the text. Every claim has the maker `reader` with the version
/// of this crate, so that it waits for review.
#[must_use]
pub fn propose(reading: &Reading, document: &Document, about: &About<'_>) -> Proposals {
    let ids: Vec<parties::Identity> =
        reading.parties.iter().map(|party| parties::identify(party, about.gazetteer, about.known)).collect();
    let (drafts, skipped) = facts::drafts(reading, document, about, &ids);
    let maker =
        Maker { kind: MakerKind::Reader, name: "reader".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    let mut claims: Vec<Claim> = Vec::new();
    let mut described = parties::Described::default();
    // The same twice rests on the same words, and these stand together.
    let (mut words, mut first) = (0..0, 0);
    for draft in drafts {
        if draft.evidence != words {
            (words, first) = (draft.evidence.clone(), claims.len());
        }
        let claim = |draft: Draft| Claim {
            subject: draft.subject,
            fact: draft.fact,
            held: draft.held,
            said_on: about.said_on,
            speaker: draft.speaker,
            evidence: evidence(document, &draft.evidence, about.source),
            grade: about.grade,
            note: draft.note,
            maker: maker.clone(),
        };
        for party in &draft.uses {
            let about_party = described.describe(*party, reading, &ids, about, &draft.evidence);
            claims.extend(about_party.into_iter().map(claim));
        }
        let claim = claim(draft);
        if !claims[first..].contains(&claim) {
            claims.push(claim);
        }
    }
    Proposals { claims, parties: ids.into_iter().map(|identity| identity.id).collect(), skipped }
}

/// A claim before it has its source.
#[derive(Debug, Clone)]
struct Draft {
    evidence: Range<usize>,
    subject: model::Subject,
    fact: model::Fact,
    held: model::Period,
    speaker: Option<model::Speaker>,
    note: String,
    /// The parties of the reading that it names.
    uses: Vec<usize>,
}

fn evidence(document: &Document, range: &Range<usize>, source: &SourceId) -> Evidence {
    let at = |byte: usize| u64::try_from(byte).unwrap_or(u64::MAX);
    let (locator, quote) = match document.text.get(range.clone()) {
        Some(quote) if !quote.is_empty() => (Locator::Bytes { start: at(range.start), end: at(range.end) }, quote),
        _ => (Locator::Whole, ""),
    };
    Evidence { source: source.clone(), locator, quote: quote.to_owned() }
}
