//! Reading entries back.

use std::path::Path;

use jiff::Timestamp;
use ledger::{Head, Ledger, NamePrefix, RawEntry, Receipt};
use model::{Body, Entry, Seq};

use crate::error::storage;
use crate::{SqliteLedger, append};

const PAGE: &str = "select seq, name, kind, recorded_at, bytes, chain from entry where seq > ? order by seq limit ?";
const FIND: &str = "select seq, name, kind, recorded_at, bytes, chain from entry where name between ? and ? \
     order by name limit ?";

/// A row as it stands.
type Row = (i64, Vec<u8>, i64, i64, Vec<u8>, Vec<u8>);

impl Ledger for SqliteLedger {
    async fn append(&self, bodies: &[Body], recorded_at: Timestamp) -> ledger::Result<Receipt> {
        self.append_batch(bodies, recorded_at).await
    }

    async fn entries(&self, after: Seq, limit: usize) -> ledger::Result<Vec<Entry>> {
        self.read_packed(after, limit).await
    }

    async fn raw(&self, after: Seq, limit: usize) -> ledger::Result<Vec<RawEntry>> {
        let after = i64::try_from(after.0).unwrap_or(i64::MAX);
        let rows: Vec<Row> =
            sqlx::query_as(PAGE).bind(after).bind(count(limit)).fetch_all(&self.readers).await.map_err(storage)?;
        Ok(rows.into_iter().map(raw).collect())
    }

    async fn head(&self) -> ledger::Result<Head> {
        let mut connection = self.readers.acquire().await.map_err(storage)?;
        append::head(&mut connection).await
    }

    async fn find(&self, name_prefix: &str, limit: usize) -> ledger::Result<Vec<Entry>> {
        let prefix: NamePrefix = name_prefix.parse()?;
        let (first, last) = (prefix.first().0.to_vec(), prefix.last().0.to_vec());
        let query = sqlx::query_as(FIND).bind(first).bind(last).bind(count(limit));
        let rows: Vec<Row> = query.fetch_all(&self.readers).await.map_err(storage)?;
        rows.into_iter().map(|row| raw(row).decode()).collect()
    }

    async fn backup_to(&self, path: &Path) -> ledger::Result<()> {
        self.vacuum_into(path).await
    }
}

fn raw((seq, name, kind, recorded_at_us, bytes, chain): Row) -> RawEntry {
    RawEntry { seq: Seq(seq.cast_unsigned()), name, kind, recorded_at_us, bytes, chain }
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
