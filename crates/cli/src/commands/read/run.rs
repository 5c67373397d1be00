//! A run of `read`: what it is read with, and what becomes of each document.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use desk::{KnownParties, SourceIds, source_of};
use indicatif::ProgressBar;
use ledger::canon;
use ledger_sqlite::SqliteLedger;
use model::{Entry, Seq};
use register::Register;

use super::inputs::{Unreadable, inputs};
use super::pipeline::{Options, Piece, Read, Setting, start};
use super::propose::Proposer;
use super::tally::Totals;
use crate::args::{FormatArg, ReadArgs};
use crate::bundle;
use crate::commands::gazetteer;
use crate::commands::stop::asked_to_stop;
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::progress;
use crate::render;

/// The rate is said of inputs from this size on.
const LARGE: usize = 1_000_000;
/// So many events that several documents tell are listed.
const MOST_TOLD: usize = 10;

pub(crate) async fn run(args: &ReadArgs, cx: Context<'_>) -> Outcome {
    if matches!(cx.global.format, FormatArg::Json | FormatArg::Csv) {
        return Err(Failure::wrong("a reading has no such form", "use --format jsonl: claims and sources, one a line"));
    }
    let (inputs, n_bytes) = inputs(&args.files);
    if inputs.iter().all(Result::is_err) {
        inputs.into_iter().filter_map(Result::err).for_each(|why| match why {
            Unreadable::Wrong(why) | Unreadable::Empty(why) => cx.out.insist(&why),
        });
        return Err(Failure::wrong("there is nothing to read", "name files or folders, or - for standard input"));
    }
    let (ledger, register) = opened(args, cx).await?;
    let register = Arc::new(register);
    let gazetteer = Arc::new(gazetteer::open_or_bundled(cx)?);
    let setting = Arc::new(Setting {
        known: KnownParties::new(Arc::clone(&register), Arc::clone(&gazetteer)),
        sources: SourceIds::new(&register),
        gazetteer,
        options: Options::new(args),
    });
    let proposer = ledger.as_ref().map(|ledger| Proposer::new(ledger, &register, cx));
    let bar = progress::bytes(&cx.out, "reading", n_bytes);
    let (totals, shown) = (Totals::default(), Vec::new());
    let mut printer = Printer { cx, args, setting: Arc::clone(&setting), proposer, totals, bar, shown };
    let is_stopped = stopping();
    let start_of_run = Instant::now();
    let mut pieces = start(inputs, setting, printer.bar.clone(), Arc::clone(&is_stopped));
    while let Some(batch) = pieces.next().await {
        if let Err(failure) = printer.take(batch).await {
            printer.broke_off();
            return Err(failure);
        }
    }
    pieces.finish();
    printer.bar.finish_and_clear();
    let exit = printer.finish(is_stopped.load(Ordering::Relaxed), start_of_run)?;
    if let Some(ledger) = ledger {
        ledger.close().await;
    }
    Ok(exit)
}

/// A flag that the first Ctrl-C sets; the second ends the process.
fn stopping() -> Arc<AtomicBool> {
    let is_stopped = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&is_stopped);
    let first = asked_to_stop();
    tokio::spawn(async move {
        first.await;
        flag.store(true, Ordering::Relaxed);
        asked_to_stop().await;
        std::process::exit(Exit::No as i32);
    });
    is_stopped
}

/// The ledger to write into, if there is anything to write, and the register to read against.
async fn opened(args: &ReadArgs, cx: Context<'_>) -> Outcome<(Option<SqliteLedger>, Register)> {
    if args.propose {
        let (ledger, register) = cx.open_for_reading().await?;
        return Ok((Some(ledger), register));
    }
    if cx.place()?.exists() {
        let ledger = cx.open_existing().await?;
        let register = cx.fold(&ledger).await?;
        ledger.close().await;
        if register.head() != Seq(0) || cx.global.empty {
            return Ok((None, register));
        }
    }
    in_memory(cx).map(|register| (None, register))
}

/// The bundled register, without a ledger: reading alone writes nothing.
fn in_memory(cx: Context<'_>) -> Outcome<Register> {
    let mut register = Register::new(cx.house()?);
    if !cx.global.empty {
        let entry =
            |(seq, body)| Entry { seq: Seq(seq), name: canon::encode(&body).name, recorded_at: cx.clock.now, body };
        register.apply((1..).zip(bundle::read().bodies).map(entry).collect::<Vec<_>>());
    }
    Ok(register)
}

/// Prints and writes, in order.
struct Printer<'a> {
    cx: Context<'a>,
    args: &'a ReadArgs,
    setting: Arc<Setting>,
    proposer: Option<Proposer<'a>>,
    totals: Totals,
    bar: ProgressBar,
    /// What is to be written to stdout with what follows.
    shown: Vec<u8>,
}

impl Printer<'_> {
    /// Writes first: an answer that cannot be printed loses no proposal.
    async fn take(&mut self, batch: Vec<Piece>) -> Outcome<()> {
        if let Some(proposer) = &mut self.proposer {
            let documents: Vec<&Read> = batch.iter().filter_map(Piece::said).collect();
            proposer.write(&documents).await?;
        }
        for piece in &batch {
            match piece {
                Piece::Said(read) => {
                    self.totals.add(read);
                    self.show(read)?;
                }
                Piece::Silent { n_bytes, is_in_known_language } => {
                    self.totals.add_silent(*n_bytes, *is_in_known_language);
                }
                Piece::Unreadable(Unreadable::Empty(note)) => {
                    self.flush()?;
                    self.bar.suspend(|| self.cx.out.say(note));
                }
                Piece::Unreadable(Unreadable::Wrong(problem)) => {
                    self.flush()?;
                    self.totals.n_problems += 1;
                    self.bar.suspend(|| self.cx.out.insist(problem));
                }
            }
        }
        self.flush()
    }

    /// Says what was kept before a failure.
    fn broke_off(&self) {
        self.bar.finish_and_clear();
        if let Some(proposer) = self.proposer.as_ref().filter(|proposer| proposer.tally().n_new > 0) {
            self.cx.out.say(&proposed(proposer));
        }
    }

    fn show(&mut self, read: &Read) -> Outcome<()> {
        if self.is_for_programs() {
            return lines(read, self.cx, &mut self.shown);
        }
        if !read.text.is_silent() {
            let text = render::reading(&render::Shown {
                title: heading(read),
                document: &read.text.document,
                reading: &read.text.reading,
                proposals: &read.text.proposals,
                gazetteer: &self.setting.gazetteer,
                known: &self.setting.known,
                width: self.cx.out.width(),
            });
            self.shown.extend_from_slice(text.as_bytes());
        }
        if self.args.trace {
            self.shown.extend_from_slice(format!("{}\n{}\n", heading(read), read.trace).as_bytes());
        }
        Ok(())
    }

    /// Writes what is to be shown.
    fn flush(&mut self) -> Outcome<()> {
        if self.shown.is_empty() {
            return Ok(());
        }
        let out = self.cx.out;
        let (shown, is_for_programs) = (std::mem::take(&mut self.shown), self.is_for_programs());
        self.bar
            .suspend(|| if is_for_programs { out.bytes(&shown) } else { out.data(&String::from_utf8_lossy(&shown)) })
    }

    fn is_for_programs(&self) -> bool {
        self.cx.global.format == FormatArg::Jsonl
    }

    fn finish(&self, is_stopped: bool, start: Instant) -> Outcome {
        let line = format!("{}\n", self.totals.line());
        if self.is_for_programs() {
            self.cx.out.say(line.trim_end());
        } else {
            self.cx.out.data(&line)?;
            self.told_again()?;
        }
        if let Some(proposer) = &self.proposer {
            self.cx.out.say(&proposed(proposer));
        }
        if self.totals.n_bytes >= LARGE {
            let seconds = start.elapsed().as_secs_f64();
            let megabytes = self.totals.n_bytes as f64 / 1e6;
            self.cx.out.say(&format!(
                "read {megabytes:.1} MB of text, {:.1} MB/s, in {seconds:.2} s",
                megabytes / seconds.max(1e-9)
            ));
        }
        if self.totals.n_problems > 0 {
            let problems = render::counted(self.totals.n_problems, "problem", "problems");
            self.cx.out.insist(&format!("{problems}; the rest was read"));
        }
        if is_stopped {
            self.cx
                .out
                .insist("stopped: what was proposed so far is kept; the same command again goes on with the rest");
        }
        Ok(if is_stopped || self.totals.n_problems > 0 { Exit::No } else { Exit::Done })
    }

    fn told_again(&self) -> Outcome<()> {
        let told = self.totals.told_again();
        if told.is_empty() {
            return Ok(());
        }
        let mut text = String::from("Told in several documents:\n");
        told.iter().take(MOST_TOLD).for_each(|line| text += &format!("  {line}\n"));
        if told.len() > MOST_TOLD {
            text += &format!("  and {} more\n", told.len() - MOST_TOLD);
        }
        self.cx.out.data(&text)
    }
}

fn proposed(proposer: &Proposer<'_>) -> String {
    let tally = proposer.tally();
    let mut line = format!(
        "proposed {} from {}",
        render::counted(tally.n_new, "new claim", "new claims"),
        render::counted(tally.n_sources, "new source", "new sources")
    );
    if tally.n_known > 0 {
        line += &format!("; {} known already", tally.n_known);
    }
    if tally.n_rejected > 0 {
        line += &format!("; {} rejected before, and not proposed again", tally.n_rejected);
    }
    if tally.n_new > 0 {
        line += "\nthey wait: `twain review` lists them";
    }
    line
}

/// The document and its claims as lines that `twain import` reads.
fn lines(read: &Read, cx: Context<'_>, bytes: &mut Vec<u8>) -> Outcome<()> {
    let claims = &read.text.proposals.claims;
    if !claims.is_empty() {
        formats::claims::write_source(&source_of(&read.text, &read.file, cx.clock.today), &mut *bytes)?;
    }
    for claim in claims {
        formats::claims::write_claim(claim, &mut *bytes)?;
    }
    Ok(())
}

/// The file, and where in it.
fn heading(read: &Read) -> String {
    if read.part.is_empty() { read.file.to_string() } else { format!("{}, {}", read.file, read.part) }
}
