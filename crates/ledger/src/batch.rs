//! A batch on its way into a ledger: what the backends would otherwise each write again.

use std::collections::HashSet;

use jiff::Timestamp;
use model::{Body, Name, Seq};

use crate::canon::{self, Canonical};
use crate::chain::{self, ChainHash, Head};
use crate::port::Receipt;

/// Bodies encoded and named, repeats set aside. Made before the backend takes its lock, since this is most of the work.
#[derive(Debug)]
pub struct Batch {
    names: Vec<Name>,
    canonicals: Vec<Canonical>,
}

/// A row to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// Its position.
    pub seq: Seq,
    /// Its name.
    pub name: Name,
    /// Its kind, as in [`canon`].
    pub kind: u8,
    /// When it is written, in microseconds since 1970.
    pub recorded_at_us: i64,
    /// Its canonical bytes.
    pub bytes: Vec<u8>,
    /// Its hash in the chain.
    pub chain: ChainHash,
}

impl Batch {
    /// Encodes and names `bodies`. A body named as an earlier one is set aside, and counted by [`Batch::link`].
    #[must_use]
    pub fn encode(bodies: &[Body]) -> Self {
        let mut seen = HashSet::with_capacity(bodies.len());
        let mut names = Vec::with_capacity(bodies.len());
        let mut canonicals = Vec::with_capacity(bodies.len());
        for body in bodies {
            let canonical = canon::encode(body);
            names.push(canonical.name);
            if seen.insert(canonical.name) {
                canonicals.push(canonical);
            }
        }
        Self { names, canonicals }
    }

    /// The different names, in order: what to look for in the ledger.
    pub fn different_names(&self) -> impl ExactSizeIterator<Item = &Name> {
        self.canonicals.iter().map(|canonical| &canonical.name)
    }

    /// The rows to insert after `head`, without those whose name is in `present`, and what to answer.
    #[must_use]
    pub fn link(self, head: Head, recorded_at: Timestamp, present: &HashSet<Name>) -> (Vec<NewRow>, Receipt) {
        let recorded_at_us = chain::micros(recorded_at);
        let mut head = head;
        let mut rows = Vec::with_capacity(self.canonicals.len() - present.len().min(self.canonicals.len()));
        for canonical in self.canonicals {
            if present.contains(&canonical.name) {
                continue;
            }
            let (kind, Canonical { name, bytes }) = (canonical.kind(), canonical);
            let seq = Seq(head.seq.0 + 1);
            head = Head { seq, chain: head.chain.next(seq, recorded_at_us, &name, &bytes) };
            rows.push(NewRow { seq, name, kind, recorded_at_us, bytes, chain: head.chain });
        }
        let receipt =
            Receipt { n_added: rows.len(), n_skipped: self.names.len() - rows.len(), names: self.names, head };
        (rows, receipt)
    }
}
