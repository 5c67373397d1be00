//! The port: what every backend can do.

use std::future::Future;
use std::path::Path;

use jiff::Timestamp;
use model::{Body, Entry, Name, Seq};

use crate::{Head, Result, canon, chain};

/// A ledger. There is no way to change or remove an entry.
///
/// Methods may be called from several tasks at once, and several programs may have the same ledger open.
pub trait Ledger: Send + Sync {
    /// Adds `bodies` at the end in their order, as one batch: when this returns, all are kept for good; when it fails,
    /// none is.
    ///
    /// A body whose name is in the ledger already, or earlier in `bodies`, is skipped and counted. `recorded_at` is the
    /// time of writing; only whole microseconds are kept. Batches of 5,000 are fast; into a ledger of a million entries
    /// batches of 20,000 are nearly twice as fast, because names are hashes and each batch touches all of their index.
    ///
    /// # Errors
    /// [`Error::Storage`](crate::Error::Storage) when the storage fails.
    fn append(&self, bodies: &[Body], recorded_at: Timestamp) -> impl Future<Output = Result<Receipt>> + Send;

    /// The entries after `after` (0: from the first), in order, at most `limit`; empty at the end.
    ///
    /// # Errors
    /// [`Error::Entry`](crate::Error::Entry) when one of them cannot be read.
    fn entries(&self, after: Seq, limit: usize) -> impl Future<Output = Result<Vec<Entry>>> + Send;

    /// The same as the columns stand, whatever they hold: for [`verify`](crate::verify) and for copies.
    ///
    /// # Errors
    /// [`Error::Storage`](crate::Error::Storage) when the storage fails.
    fn raw(&self, after: Seq, limit: usize) -> impl Future<Output = Result<Vec<RawEntry>>> + Send;

    /// Where the ledger ends.
    ///
    /// # Errors
    /// [`Error::Storage`](crate::Error::Storage) when the storage fails.
    fn head(&self) -> impl Future<Output = Result<Head>> + Send;

    /// The entries whose name begins with `name_prefix`, 1 to 64 hexadecimal digits, in the order of their names, at most
    /// `limit`.
    ///
    /// # Errors
    /// [`Error::Prefix`](crate::Error::Prefix) when that is no beginning of a name, and as [`Ledger::entries`].
    fn find(&self, name_prefix: &str, limit: usize) -> impl Future<Output = Result<Vec<Entry>>> + Send;

    /// Writes a copy of the whole ledger, as of one moment, to the new file `path`. Others may go on writing.
    ///
    /// # Errors
    /// [`Error::Exists`](crate::Error::Exists) when something is there, and when the copy cannot be written.
    fn backup_to(&self, path: &Path) -> impl Future<Output = Result<()>> + Send;
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// How many entries were added.
    pub n_added: usize,
    /// How many were there already.
    pub n_skipped: usize,
    /// The name of each body, in the order given, added or not.
    pub names: Vec<Name>,
    /// The head after the batch.
    pub head: Head,
}

/// An entry as the columns stand, which may be damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawEntry {
    /// Its position.
    pub seq: Seq,
    /// Its name, 32 bytes.
    pub name: Vec<u8>,
    /// Its kind, as in [`canon`].
    pub kind: i64,
    /// When it was written, in microseconds since 1970.
    pub recorded_at_us: i64,
    /// Its canonical bytes.
    pub bytes: Vec<u8>,
    /// Its hash in the chain, 32 bytes.
    pub chain: Vec<u8>,
}

impl RawEntry {
    /// Reads what it says. The chain is not looked at.
    ///
    /// # Errors
    /// [`Error::Entry`](crate::Error::Entry) when it cannot be read.
    pub fn decode(&self) -> Result<Entry> {
        decode_entry(self.seq, &self.name, self.recorded_at_us, &self.bytes)
    }
}

/// Reads an entry from the columns that say something.
///
/// # Errors
/// [`Error::Entry`](crate::Error::Entry) when it cannot be read.
pub fn decode_entry(seq: Seq, name: &[u8], recorded_at_us: i64, bytes: &[u8]) -> Result<Entry> {
    let read = || {
        let name = name.try_into().map_err(|_| crate::Error::Length { part: "name", found: name.len(), needed: 32 })?;
        let recorded_at = chain::from_micros(recorded_at_us)?;
        Ok(Entry { seq, name: Name(name), recorded_at, body: canon::decode(bytes)? })
    };
    read().map_err(|source| crate::Error::Entry { seq, source: Box::new(source) })
}
