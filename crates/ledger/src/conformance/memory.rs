//! A ledger in memory: nothing is kept, everything else is as it should be.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};

use jiff::Timestamp;
use model::{Body, Entry, Name, Seq};

use super::Place;
use crate::{Batch, ChainHash, Error, Head, Ledger, NamePrefix, RawEntry, Receipt, Result};

/// A ledger in memory, for tests. Clones share their entries.
#[derive(Debug, Clone, Default)]
pub struct MemoryLedger {
    rows: Arc<Mutex<Vec<RawEntry>>>,
}

impl MemoryLedger {
    /// The rows themselves, for tests that damage them.
    ///
    /// # Panics
    /// When a test panicked while it held them.
    pub fn rows(&self) -> MutexGuard<'_, Vec<RawEntry>> {
        self.rows.lock().expect("no test panics while it holds the rows")
    }
}

impl Place for MemoryLedger {
    type Ledger = Self;

    async fn open(&self) -> Self {
        self.clone()
    }
}

impl Ledger for MemoryLedger {
    async fn append(&self, bodies: &[Body], recorded_at: Timestamp) -> Result<Receipt> {
        let batch = Batch::encode(bodies);
        let mut rows = self.rows();
        let there: HashSet<&[u8]> = rows.iter().map(|row| row.name.as_slice()).collect();
        let present = batch.different_names().filter(|name| there.contains(name.0.as_slice())).copied().collect();
        let (new, receipt) = batch.link(head_of(&rows), recorded_at, &present);
        rows.extend(new.into_iter().map(|row| RawEntry {
            seq: row.seq,
            name: row.name.0.to_vec(),
            kind: row.kind.into(),
            recorded_at_us: row.recorded_at_us,
            bytes: row.bytes,
            chain: row.chain.0.to_vec(),
        }));
        Ok(receipt)
    }

    async fn entries(&self, after: Seq, limit: usize) -> Result<Vec<Entry>> {
        self.raw(after, limit).await?.iter().map(RawEntry::decode).collect()
    }

    async fn raw(&self, after: Seq, limit: usize) -> Result<Vec<RawEntry>> {
        Ok(self.rows().iter().filter(|row| row.seq > after).take(limit).cloned().collect())
    }

    async fn head(&self) -> Result<Head> {
        Ok(head_of(&self.rows()))
    }

    async fn find(&self, name_prefix: &str, limit: usize) -> Result<Vec<Entry>> {
        let prefix: NamePrefix = name_prefix.parse()?;
        let decoded: Result<Vec<Entry>> = self.rows().iter().map(RawEntry::decode).collect();
        let mut found: Vec<Entry> =
            decoded?.into_iter().filter(|e| prefix.first() <= e.name && e.name <= prefix.last()).collect();
        found.sort_by_key(|entry| entry.name);
        found.truncate(limit);
        Ok(found)
    }

    async fn backup_to(&self, path: &Path) -> Result<()> {
        Err(Error::Storage {
            source: format!("a ledger in memory is not written to {}", path.display()).into(),
            hint: "use another backend".into(),
        })
    }
}

fn head_of(rows: &[RawEntry]) -> Head {
    let link = |row: &RawEntry| Name(row.chain.as_slice().try_into().unwrap_or_default());
    rows.last().map_or(Head::START, |row| Head { seq: row.seq, chain: ChainHash(link(row).0) })
}

#[cfg(test)]
mod tests {
    use super::MemoryLedger;

    crate::conformance_tests!(MemoryLedger::default());
}
