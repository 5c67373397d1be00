//! Import into SQLite and reading back.

use ::ledger::{Ledger, canon};
use jiff::Timestamp;
use ledger_sqlite::SqliteLedger;
use model::{Body, Seq};

use crate::figure::{Report, median, timed};

/// Entries written or read at a time.
const BATCH: usize = 20_000;

pub(crate) fn measure(report: &mut Report, bodies: &[Body]) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.db");
    let (took, ledger) = timed(|| {
        runtime.block_on(async {
            let ledger = SqliteLedger::open(&path).await.expect("a new ledger");
            for batch in bodies.chunks(BATCH) {
                ledger.append(batch, Timestamp::UNIX_EPOCH).await.expect("appended");
            }
            ledger
        })
    });
    report.rate("ledger: import into SQLite, 1 million claims", bodies.len(), took, "claims", "≥ 100,000/s");
    let some = &bodies[..bodies.len().min(100_000)];
    let (again, n_added) = timed(|| {
        runtime.block_on(async {
            let mut n_added = 0;
            for batch in some.chunks(BATCH) {
                n_added += ledger.append(batch, Timestamp::UNIX_EPOCH).await.expect("appended").n_added;
            }
            n_added
        })
    });
    assert_eq!(n_added, 0, "importing twice adds nothing");
    report.rate("ledger: import again, all known", some.len(), again, "claims", "");
    let (read, n_read) = timed(|| {
        runtime.block_on(async {
            let mut after = Seq(0);
            let mut n_read = 0;
            loop {
                let entries = ledger.entries(after, BATCH).await.expect("read");
                let Some(last) = entries.last() else { break n_read };
                after = last.seq;
                n_read += entries.len();
            }
        })
    });
    report.rate("ledger: read back from SQLite", n_read, read, "entries", "");
    let (verified, _) = timed(|| runtime.block_on(::ledger::verify(&ledger, None, |_| {})).expect("verified"));
    report.rate("ledger: verify the chain", n_read, verified, "entries", "");
    let encoded: Vec<Vec<u8>> = bodies.iter().map(|body| canon::encode(body).bytes).collect();
    let decode = median(3, || encoded.iter().map(|bytes| canon::decode(bytes).expect("decoded")).collect::<Vec<_>>());
    report.rate("ledger: decode canonical bytes", encoded.len(), decode, "entries", "");
    let n_bytes: usize = encoded.iter().map(Vec::len).sum();
    report.words("ledger: canonical bytes per entry", &format!("{} B", n_bytes / encoded.len()), "");
    let on_disk = std::fs::metadata(&path).map_or(0, |meta| meta.len());
    report.words("ledger: file per entry", &format!("{} B", on_disk / bodies.len() as u64), "");
}
