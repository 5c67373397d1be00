//! Adding a batch: encode and hash, then lock, look for what is there, link and insert.
//!
//! Values do not travel one by one: each would cost more than SQLite needs to store it. The names asked for, and the rows to
//! insert, go as one blob each, and the statement takes it apart.

use std::collections::HashSet;

use jiff::Timestamp;
use ledger::{Batch, ChainHash, Head, NewRow, Receipt};
use model::{Body, Name, Seq};
use sqlx::{Connection, SqliteConnection};

use crate::SqliteLedger;
use crate::error::storage;

/// Which of the names, laid end to end in one blob, are there; gives their positions among them.
const PRESENT: &str = "\
    with recursive asked (idx) as (select 0 union all select idx + 1 from asked where idx + 1 < ?2) \
    select idx from asked where exists (select 1 from entry where name = substr(?1, idx * 32 + 1, 32))";

/// Takes a blob of frames apart, each a row: see [`frame`]. The first gets the position ?2, all the time ?3.
///
/// A failure rolls everything back, which is what we would do anyway; SQLite then keeps no copy of each page it touches for
/// taking back the statement alone.
const INSERT: &str = "\
    insert or rollback into entry (seq, name, kind, recorded_at, bytes, chain) \
    with recursive frame (seq, at, size) as ( \
        select ?2, 1, cast(substr(?1, 1, 10) as integer) \
        union all \
        select seq + 1, at + 77 + size, cast(substr(?1, at + 77 + size, 10) as integer) \
        from frame where at + 77 + size < length(?1) \
    ) \
    select seq, substr(?1, at + 13, 32), cast(substr(?1, at + 10, 3) as integer), ?3, \
        substr(?1, at + 77, size), substr(?1, at + 45, 32) \
    from frame";

/// Frames of one statement: few enough statements, and far from the largest blob SQLite takes.
const STATEMENT_BYTES: usize = 4 << 20;

const HEAD: &str = "select seq, chain from entry order by seq desc limit 1";

impl SqliteLedger {
    /// See [`ledger::Ledger::append`].
    pub(crate) async fn append_batch(&self, bodies: &[Body], recorded_at: Timestamp) -> ledger::Result<Receipt> {
        let batch = Batch::encode(bodies);
        let mut connection = self.writer.acquire().await.map_err(storage)?;
        match append(&mut connection, batch, recorded_at).await {
            Ok(receipt) => Ok(receipt),
            Err(error) => {
                // SQLite may have rolled back by itself, as it does when the disk is full. sqlx would not know and take the
                // connection for one inside a transaction, so we go on with a fresh one.
                if self.is_file {
                    connection.close().await.map_err(storage)?;
                }
                Err(error)
            }
        }
    }
}

async fn append(connection: &mut SqliteConnection, batch: Batch, recorded_at: Timestamp) -> ledger::Result<Receipt> {
    // The lock is taken at once: a transaction that began by reading could lose the race for it after all its work.
    let mut transaction = connection.begin_with("begin immediate").await.map_err(storage)?;
    let present = present(&mut transaction, &batch).await.map_err(storage)?;
    let head = head(&mut transaction).await?;
    let (rows, receipt) = batch.link(head, recorded_at, &present);
    insert(&mut transaction, &rows).await.map_err(storage)?;
    transaction.commit().await.map_err(storage)?;
    Ok(receipt)
}

/// Where the ledger ends.
pub(crate) async fn head(connection: &mut SqliteConnection) -> ledger::Result<Head> {
    let last: Option<(i64, Vec<u8>)> = sqlx::query_as(HEAD).fetch_optional(connection).await.map_err(storage)?;
    let Some((seq, chain)) = last else { return Ok(Head::START) };
    let seq = Seq(seq.cast_unsigned());
    let bad = |chain: Vec<u8>| ledger::Error::Length { part: "chain", found: chain.len(), needed: 32 };
    let chain = chain.try_into().map_err(|chain| ledger::Error::Entry { seq, source: Box::new(bad(chain)) })?;
    Ok(Head { seq, chain: ChainHash(chain) })
}

async fn present(connection: &mut SqliteConnection, batch: &Batch) -> Result<HashSet<Name>, sqlx::Error> {
    // Sorted, the look-ups walk through the index instead of jumping about in it.
    let mut names: Vec<Name> = batch.different_names().copied().collect();
    names.sort_unstable();
    if names.is_empty() {
        return Ok(HashSet::new());
    }
    let blob: Vec<u8> = names.iter().flat_map(|name| name.0).collect();
    let n_names = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let found: Vec<i64> = sqlx::query_scalar(PRESENT).bind(blob).bind(n_names).fetch_all(connection).await?;
    Ok(found.into_iter().filter_map(|idx| names.get(usize::try_from(idx).ok()?).copied()).collect())
}

async fn insert(connection: &mut SqliteConnection, rows: &[NewRow]) -> Result<(), sqlx::Error> {
    let mut rows = rows.iter().peekable();
    while let Some(first) = rows.peek().copied() {
        let mut frames = Vec::new();
        while frames.len() < STATEMENT_BYTES
            && let Some(row) = rows.next()
        {
            frame(&mut frames, row);
        }
        let query = sqlx::query(INSERT).bind(frames).bind(first.seq.0.cast_signed()).bind(first.recorded_at_us);
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// A row as one piece: the size of its bytes in 10 decimal digits, its kind in 3, name, chain, bytes. Decimal digits are the
/// one number inside a blob that SQL can read.
fn frame(frames: &mut Vec<u8>, row: &NewRow) {
    frames.extend_from_slice(format!("{:010}{:03}", row.bytes.len(), row.kind).as_bytes());
    frames.extend_from_slice(&row.name.0);
    frames.extend_from_slice(&row.chain.0);
    frames.extend_from_slice(&row.bytes);
}
