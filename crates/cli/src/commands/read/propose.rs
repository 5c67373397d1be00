//! Writing proposals into the ledger: each once, and never one that was turned down.
//!
//! Two claims are the same proposal when their subject and the core of what they say are the same and they rest on the same
//! words: the same text, or overlapping bytes of the same source. So neither a newer reader, nor a file under another name,
//! brings back what somebody rejected. What a party is and is called is proposed once, whatever document says it; turned down,
//! it stays away from that source alone, for else the ties of every later document would have nameless parties.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use ledger::Ledger;
use ledger_sqlite::SqliteLedger;
use model::{Body, Claim, Locator, MakerKind, Period, Source, SourceId, SourceKind};
use reader::claims::{Essence, is_about_identity};
use register::{Register, Status};

use super::pipeline::Read;
use crate::exit::Outcome;
use crate::open::Context;

/// The ids of sources by the hash of their text: a text is one source, under whatever name it is read.
#[derive(Debug, Default)]
pub(crate) struct SourceIds(HashMap<[u8; 32], SourceId>);

impl SourceIds {
    pub(crate) fn new(register: &Register) -> Self {
        let known = register.source_ids().filter_map(|id| Some((register.source(id)?.hash?, id.clone())));
        Self(known.collect())
    }

    /// The id of the source whose text has this hash.
    pub(crate) fn of(&self, hash: &[u8; 32]) -> SourceId {
        let digits = || hash[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let made = || SourceId::parse(&format!("text-{}", digits())).expect("made of letters, digits and a hyphen");
        self.0.get(hash).cloned().unwrap_or_else(made)
    }
}

/// What became of the proposals of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Written now.
    pub(super) n_new: usize,
    /// Proposed or decided before.
    pub(super) n_known: usize,
    /// Turned down before.
    pub(super) n_rejected: usize,
    /// New sources.
    pub(super) n_sources: usize,
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
pub(super) struct Before {
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
    pub(super) fn new(register: &Register) -> Self {
        let mut before = Self::default();
        for known in register.claim_keys().map(|key| register.known(key)) {
            let is_down = matches!(known.status, Status::Rejected | Status::Retracted);
            let is_read = known.claim.maker.kind == MakerKind::Reader;
            if is_about_identity(&known.claim.fact)
                || is_read
                || matches!(known.claim.evidence.locator, Locator::Bytes { .. })
            {
                before.note(&known.claim, is_down);
            }
        }
        before.sources.extend(register.source_ids().filter(|id| register.source(id).is_some()).cloned());
        before
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

/// Writes proposals, a batch of documents at a time.
pub(super) struct Proposer<'a> {
    ledger: &'a SqliteLedger,
    cx: Context<'a>,
    before: Before,
    tally: Tally,
}

impl<'a> Proposer<'a> {
    pub(super) fn new(ledger: &'a SqliteLedger, register: &Arc<Register>, cx: Context<'a>) -> Self {
        Self { ledger, cx, before: Before::new(register), tally: Tally::default() }
    }

    pub(super) const fn tally(&self) -> Tally {
        self.tally
    }

    /// Writes what is new in these documents. When it returns, all of it is kept.
    pub(super) async fn write(&mut self, documents: &[&Read]) -> Outcome<()> {
        let mut bodies = Vec::new();
        let mut tally = self.tally;
        for read in documents {
            let mut claims = Vec::new();
            for claim in &read.proposals.claims {
                match self.before.fate(claim) {
                    Fate::New => {
                        self.before.note(claim, false);
                        claims.push(Body::Claim(claim.clone()));
                    }
                    Fate::Known => tally.n_known += 1,
                    Fate::Rejected => tally.n_rejected += 1,
                }
            }
            if !claims.is_empty() && self.before.sources.insert(read.source.clone()) {
                bodies.push(Body::Source(source(read, self.cx)));
                tally.n_sources += 1;
            }
            tally.n_new += claims.len();
            bodies.append(&mut claims);
        }
        if bodies.is_empty() {
            self.tally = tally;
            return Ok(());
        }
        self.ledger.append(&bodies, self.cx.clock.now).await?;
        // Counted only now: what could not be kept was not proposed.
        self.tally = tally;
        // Said after the ledger has answered: who reads this line may rely on it.
        if !self.cx.out.draws_bars() {
            self.cx.out.say(&format!("committed {} claims", self.tally.n_new));
        }
        Ok(())
    }
}

/// The document as a source, with its text.
pub(super) fn source(read: &Read, cx: Context<'_>) -> Source {
    let grade = read.proposals.claims.first().map_or(model::Grade::Report, |claim| claim.grade);
    let kind = match grade {
        model::Grade::Document => SourceKind::Official,
        model::Grade::Statement => SourceKind::Statement,
        model::Grade::List => SourceKind::List,
        model::Grade::Report | model::Grade::Unsourced => SourceKind::Press,
    };
    Source {
        id: read.source.clone(),
        title: super::run::title(read),
        publisher: String::new(),
        url: read.address.clone(),
        published: read.document.published,
        retrieved: Some(cx.clock.today),
        language: read.reading.language.clone(),
        kind,
        grade,
        note: String::new(),
        text: Some(read.document.text.clone()),
        hash: Some(read.hash),
    }
}
