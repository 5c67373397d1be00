//! The second pass: rows become entries, a batch at a time; or, in a dry run, are only compared with what is known.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use formats::table::Context as TableContext;
use indicatif::ProgressBar;
use ledger::{Ledger, canon};
use ledger_sqlite::SqliteLedger;
use model::{Body, Name};
use register::Register;

use super::files::{File, FirstPass};
use crate::bundle::Bundled;
use crate::exit::Outcome;
use crate::open::Context;
use crate::progress;

/// What became of the entries of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub n_claims_new: usize,
    pub n_claims_known: usize,
    pub n_sources_new: usize,
    pub n_sources_known: usize,
}

/// Writes batches, says when each is kept, and stops between two of them when asked to.
pub(super) struct Writer<'a> {
    ledger: &'a SqliteLedger,
    cx: Context<'a>,
    batch: usize,
    bar: ProgressBar,
    is_stopped: Arc<AtomicBool>,
    n_kept: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(ledger: &'a SqliteLedger, cx: Context<'a>, batch: u32, n_rows: usize) -> Self {
        let is_stopped = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&is_stopped);
        let stop = crate::commands::stop::asked_to_stop();
        tokio::spawn(async move {
            stop.await;
            flag.store(true, Ordering::Relaxed);
        });
        let bar = progress::bar(&cx.out, "importing", n_rows as u64);
        Self { ledger, cx, batch: usize::try_from(batch).unwrap_or(usize::MAX), bar, is_stopped, n_kept: 0 }
    }

    /// Ends the bar; `true` when it was stopped before the end.
    pub(super) fn finish(self) -> bool {
        self.bar.finish_and_clear();
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// Writes the bundled register, whole or not at all.
    pub(super) async fn bundled(&mut self, bundled: Bundled) -> Outcome<Tally> {
        let (sources, claims) = bundled.bodies.split_at(bundled.n_sources);
        let (n_sources_new, n_sources_known) = self.append(sources).await?;
        let (n_claims_new, n_claims_known) = self.append_claims(claims).await?;
        Ok(Tally { n_claims_new, n_claims_known, n_sources_new, n_sources_known })
    }

    /// Writes the good rows of a file: its sources, then the claims, no row in two batches.
    pub(super) async fn file(
        &mut self,
        file: &File<'_>,
        pass: &FirstPass,
        context: &TableContext<'_>,
    ) -> Outcome<Tally> {
        let mut tally = Tally::default();
        let sources: Vec<Body> = pass.sources.iter().cloned().map(Body::Source).collect();
        for some in sources.chunks(self.batch) {
            if self.is_stopped.load(Ordering::Relaxed) {
                return Ok(tally);
            }
            let (n_new, n_known) = self.append(some).await?;
            tally.n_sources_new += n_new;
            tally.n_sources_known += n_known;
        }
        let mut waiting: Vec<Body> = Vec::new();
        let mut n_rows = 0;
        for row in file.rows(context) {
            let row = row?;
            n_rows += u64::from(row.is_row);
            waiting.extend(row.claims.into_iter().map(Body::Claim));
            if waiting.len() >= self.batch {
                if self.is_stopped.load(Ordering::Relaxed) {
                    return Ok(tally);
                }
                self.write(&mut waiting, &mut tally).await?;
                self.bar.inc(std::mem::take(&mut n_rows));
            }
        }
        if !waiting.is_empty() && !self.is_stopped.load(Ordering::Relaxed) {
            self.write(&mut waiting, &mut tally).await?;
        }
        self.bar.inc(n_rows);
        Ok(tally)
    }

    async fn write(&mut self, waiting: &mut Vec<Body>, tally: &mut Tally) -> Outcome<()> {
        let (n_new, n_known) = self.append_claims(waiting).await?;
        tally.n_claims_new += n_new;
        tally.n_claims_known += n_known;
        waiting.clear();
        Ok(())
    }

    async fn append_claims(&mut self, claims: &[Body]) -> Outcome<(usize, usize)> {
        let counts = self.append(claims).await?;
        self.n_kept += claims.len();
        // Said after the ledger has answered: who reads this line may rely on it.
        if !self.cx.out.draws_bars() {
            self.cx.out.say(&format!("committed {} claims", self.n_kept));
        }
        Ok(counts)
    }

    async fn append(&self, bodies: &[Body]) -> Outcome<(usize, usize)> {
        let receipt = self.ledger.append(bodies, self.cx.clock.now).await?;
        Ok((receipt.n_added, receipt.n_skipped))
    }
}

/// Tells what a write would add, without writing.
pub(super) struct Oracle<'a> {
    register: &'a Register,
    seen: HashSet<Name>,
}

impl<'a> Oracle<'a> {
    pub(super) fn new(register: &'a Register) -> Self {
        Self { register, seen: HashSet::new() }
    }

    pub(super) fn bundled(&mut self, bundled: &Bundled) -> Tally {
        let mut tally = Tally::default();
        bundled.bodies.iter().for_each(|body| self.look_at(body, &mut tally));
        tally
    }

    pub(super) fn file(&mut self, file: &File<'_>, pass: &FirstPass, context: &TableContext<'_>) -> Outcome<Tally> {
        let mut tally = Tally::default();
        for source in &pass.sources {
            self.look_at(&Body::Source(source.clone()), &mut tally);
        }
        for row in file.rows(context) {
            for claim in row?.claims {
                self.look_at(&Body::Claim(claim), &mut tally);
            }
        }
        Ok(tally)
    }

    fn look_at(&mut self, body: &Body, tally: &mut Tally) {
        let name = canon::encode(body).name;
        let is_known = match body {
            Body::Source(source) => self.register.source(&source.id) == Some(source),
            _ => self.register.claim_named(&name).is_some(),
        };
        let is_new = self.seen.insert(name) && !is_known;
        let slot = match (body, is_new) {
            (Body::Source(_), true) => &mut tally.n_sources_new,
            (Body::Source(_), false) => &mut tally.n_sources_known,
            (_, true) => &mut tally.n_claims_new,
            (_, false) => &mut tally.n_claims_known,
        };
        *slot += 1;
    }
}
