//! What was proposed before: each proposal once, and never one that was turned down.
//!
//! Two claims are the same proposal when their subject and the core of what they say are the same and they rest on the same
//! words: the same text, or overlapping bytes of the same source. So neither a newer reader, nor a file under another name,
//! brings back what somebody rejected. What a party is and is called is proposed once, whatever document says it; turned down,
//! it stays away from that source alone, for else the ties of every later document would have nameless parties.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::civil::Date;
use model::{Body, Claim, Locator, MakerKind, Period, SourceId, Subject};
use reader::claims::{Essence, is_about_identity};
use register::{ClaimKey, Known, Register, Status};

use crate::source::source_of;
use crate::understand::Understood;

/// What became of proposals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New.
    pub n_new: usize,
    /// Proposed or decided before.
    pub n_known: usize,
    /// Turned down before.
    pub n_rejected: usize,
    /// New sources.
    pub n_sources: usize,
}

/// What a proposal is compared by.
type Key = [u8; 16];

/// The words that a claim rests on.
#[derive(Debug)]
struct Words {
    source: SourceId,
    /// `None` where they are not told by bytes.
    bytes: Option<Range<u64>>,
    quote: Key,
    held: Period,
}

impl Words {
    fn of(claim: &Claim) -> Self {
        let bytes = match claim.evidence.locator {
            Locator::Bytes { start, end } if start < end => Some(start..end),
            Locator::Bytes { .. } | Locator::Row { .. } | Locator::Whole => None,
        };
        let quote = key(&claim.evidence.quote);
        Self { source: claim.evidence.source.clone(), bytes, quote, held: claim.held }
    }

    /// Whether both rest on the same place of one source. Without bytes the quote tells.
    fn overlap(&self, other: &Self) -> bool {
        let is_same_place = match (&self.bytes, &other.bytes) {
            (Some(bytes), Some(others)) => bytes.start < others.end && others.start < bytes.end,
            _ => self.quote == other.quote,
        };
        self.source == other.source && is_same_place
    }

    /// Whether both rest on the same words of one source, wherever they stand.
    fn repeat(&self, other: &Self) -> bool {
        self.source == other.source && self.quote == other.quote
    }
}

/// What was proposed before, and what became of it.
#[derive(Debug, Default)]
pub struct Before {
    /// What stands of who a party is, whatever source says it.
    identity: HashSet<Key>,
    rejected: HashMap<Key, Vec<Words>>,
    standing: HashMap<Key, Vec<Words>>,
    sources: HashSet<SourceId>,
}

/// What is to be done with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    New,
    Known,
    Rejected,
}

impl Before {
    /// All that a register knows, `O(n)`: for many documents.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        let mut before = Self::default();
        before.note_all(register.claim_keys().map(|key| register.known(key)));
        before.sources.extend(register.source_ids().filter(|id| register.source(id).is_some()).cloned());
        before
    }

    /// What a register knows of the subjects of one document: as much as [`Before::take`] asks for it, without a look at
    /// everything else.
    #[must_use]
    pub fn about(register: &Register, read: &Understood) -> Self {
        let mut before = Self::default();
        let mut seen: HashSet<ClaimKey> = HashSet::new();
        let subjects: HashSet<&Subject> = read.proposals.claims.iter().map(|claim| &claim.subject).collect();
        for subject in subjects {
            let claims = match subject {
                Subject::Party(id) => {
                    register.party_key(id).map(|key| register.party(key).claims().to_vec()).unwrap_or_default()
                }
                Subject::Tie(id) => register.tie_key(id).map(|key| register.claims_of_tie(key)).unwrap_or_default(),
                Subject::Relation(id) => register.claims_of_relation(id).to_vec(),
            };
            before.note_all(claims.into_iter().filter(|key| seen.insert(*key)).map(|key| register.known(key)));
        }
        before.sources.extend(register.source(&read.source).map(|source| source.id.clone()));
        before
    }

    fn note_all<'a>(&mut self, all: impl Iterator<Item = &'a Known>) {
        for known in all {
            let is_down = matches!(known.status, Status::Rejected | Status::Retracted);
            let is_read = known.claim.maker.kind == MakerKind::Reader;
            if is_about_identity(&known.claim.fact)
                || is_read
                || matches!(known.claim.evidence.locator, Locator::Bytes { .. })
            {
                self.note(&known.claim, is_down);
            }
        }
    }

    /// What of a document is new, as entries to append: its source first, if that is new and anything else is. Counts into
    /// `tally`, and is known itself from now on. `name` and `today` as in [`source_of`].
    pub fn take(&mut self, read: &Understood, name: &str, today: Date, tally: &mut Tally) -> Vec<Body> {
        let mut claims = Vec::new();
        for claim in &read.proposals.claims {
            match self.fate(claim) {
                Fate::New => {
                    self.note(claim, false);
                    claims.push(Body::Claim(claim.clone()));
                }
                Fate::Known => tally.n_known += 1,
                Fate::Rejected => tally.n_rejected += 1,
            }
        }
        tally.n_new += claims.len();
        if !claims.is_empty() && self.sources.insert(read.source.clone()) {
            tally.n_sources += 1;
            claims.insert(0, Body::Source(source_of(read, name, today)));
        }
        claims
    }

    fn note(&mut self, claim: &Claim, is_down: bool) {
        let essence = essence(claim);
        if is_about_identity(&claim.fact) && !is_down {
            self.identity.insert(essence);
            return;
        }
        let list = if is_down { &mut self.rejected } else { &mut self.standing };
        list.entry(essence).or_default().push(Words::of(claim));
    }

    fn fate(&self, claim: &Claim) -> Fate {
        let essence = essence(claim);
        if self.identity.contains(&essence) {
            return Fate::Known;
        }
        let words = Words::of(claim);
        let any = |list: &HashMap<Key, Vec<Words>>, is_same: &dyn Fn(&Words) -> bool| {
            list.get(&essence).is_some_and(|list| list.iter().any(is_same))
        };
        let is_turned_down = |other: &Words| {
            let is_same_quote =
                if is_about_identity(&claim.fact) { other.repeat(&words) } else { other.quote == words.quote };
            is_same_quote || other.overlap(&words)
        };
        if any(&self.standing, &|other| other.overlap(&words) && other.held == words.held) {
            Fate::Known
        } else if any(&self.rejected, &is_turned_down) {
            Fate::Rejected
        } else {
            Fate::New
        }
    }
}

fn essence(claim: &Claim) -> Key {
    key(Essence::of(&claim.subject, &claim.fact).as_str())
}

fn key(text: &str) -> Key {
    let mut key = Key::default();
    key.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
    key
}
