//! Reading many entries at once.
//!
//! A row handed over by sqlx costs about as much as decoding the entry in it: each value is copied on its own and passed
//! from thread to thread. So SQLite lays the columns of many rows end to end, and we take them apart again.

use ledger::{Ledger, RawEntry, decode_entry};
use model::{Entry, Seq};
use sqlx::SqlitePool;
use tokio::task::JoinHandle;

use crate::SqliteLedger;

/// Rows packed into one.
const N_ROWS: usize = 1024;

/// Positions, times and sizes as decimal numbers with commas; names and bytes end to end. `group_concat` keeps every byte of
/// a blob. It sees the rows in the order of the inner query; that they came in order is checked on arrival.
const PACK: &str = "\
    select group_concat(seq), group_concat(recorded_at), group_concat(length(bytes)), \
        cast(group_concat(name, '') as blob), cast(group_concat(bytes, '') as blob) \
    from (select seq, recorded_at, name, bytes from entry where seq > ? order by seq limit ?)";

type Row = (Option<String>, Option<String>, Option<String>, Option<Vec<u8>>, Option<Vec<u8>>);

/// The columns of up to [`N_ROWS`] entries.
struct Pack {
    seqs: Vec<i64>,
    times: Vec<i64>,
    sizes: Vec<i64>,
    names: Vec<u8>,
    bytes: Vec<u8>,
}

impl SqliteLedger {
    /// See [`ledger::Ledger::entries`].
    pub(crate) async fn read_packed(&self, after: Seq, limit: usize) -> ledger::Result<Vec<Entry>> {
        let mut entries = Vec::with_capacity(limit.min(N_ROWS));
        let mut after = after;
        let mut coming = Some(self.start_fetch(after, limit.min(N_ROWS)));
        while let Some(task) = coming.take() {
            let left = limit - entries.len();
            let Ok(Some(pack)) = task.await else {
                entries.extend(self.read_plain(after, left).await?);
                break;
            };
            let n_rows = pack.seqs.len();
            if let Some(last) = pack.seqs.last()
                && n_rows == N_ROWS
                && n_rows < left
            {
                // The next pack is read while this one is decoded.
                after = Seq(last.cast_unsigned());
                coming = Some(self.start_fetch(after, N_ROWS.min(left - n_rows)));
            }
            pack.unpack(&mut entries)?;
        }
        Ok(entries)
    }

    fn start_fetch(&self, after: Seq, n_rows: usize) -> JoinHandle<Option<Pack>> {
        let readers = self.readers.clone();
        tokio::spawn(async move { fetch(&readers, after, n_rows).await })
    }

    /// Row by row: what is left when rows are too large to be packed, or damaged.
    async fn read_plain(&self, after: Seq, limit: usize) -> ledger::Result<Vec<Entry>> {
        self.raw(after, limit).await?.iter().map(RawEntry::decode).collect()
    }
}

/// `None` when they do not go into a pack.
async fn fetch(readers: &SqlitePool, after: Seq, n_rows: usize) -> Option<Pack> {
    let after = i64::try_from(after.0).unwrap_or(i64::MAX);
    let n_rows = i64::try_from(n_rows).ok()?;
    let row: Row = sqlx::query_as(PACK).bind(after).bind(n_rows).fetch_one(readers).await.ok()?;
    Pack::parse(row)
}

impl Pack {
    fn parse((seqs, times, sizes, names, bytes): Row) -> Option<Self> {
        let pack = Self {
            seqs: numbers(seqs)?,
            times: numbers(times)?,
            sizes: numbers(sizes)?,
            names: names.unwrap_or_default(),
            bytes: bytes.unwrap_or_default(),
        };
        let n_rows = pack.seqs.len();
        let total: i64 = pack.sizes.iter().sum();
        let fits = pack.times.len() == n_rows
            && pack.sizes.len() == n_rows
            && pack.names.len() == n_rows * 32
            && usize::try_from(total) == Ok(pack.bytes.len())
            && pack.seqs.is_sorted_by(|a, b| a < b);
        fits.then_some(pack)
    }

    fn unpack(self, entries: &mut Vec<Entry>) -> ledger::Result<()> {
        let mut rest = self.bytes.as_slice();
        let columns = self.seqs.into_iter().zip(self.times).zip(self.sizes).zip(self.names.chunks_exact(32));
        for (((seq, time), size), name) in columns {
            let size = usize::try_from(size).unwrap_or_default();
            let (bytes, after) = rest.split_at(size);
            rest = after;
            entries.push(decode_entry(Seq(seq.cast_unsigned()), name, time, bytes)?);
        }
        Ok(())
    }
}

/// Reads numbers with commas between; nothing at all where there were no rows.
fn numbers(text: Option<String>) -> Option<Vec<i64>> {
    let Some(text) = text else { return Some(Vec::new()) };
    text.split(',').map(|number| number.parse().ok()).collect()
}
