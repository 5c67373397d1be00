//! Writing proposals into the ledger, a batch of documents at a time.

use std::sync::Arc;

use desk::{Before, Tally};
use ledger::Ledger;
use ledger_sqlite::SqliteLedger;
use register::Register;

use super::pipeline::Read;
use crate::exit::Outcome;
use crate::open::Context;

/// Writes proposals.
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
            bodies.append(&mut self.before.take(&read.text, &read.file, self.cx.clock.today, &mut tally));
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
