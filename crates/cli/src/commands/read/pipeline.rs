//! Documents read on all cores, a batch at a time, in order.
//!
//! A thread feeds batches, another reads them with all cores, and whoever holds the receiver takes them one by one: at most
//! four batches are in memory. Breaking off is dropping the receiver, or setting the flag.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use desk::{KnownParties, SourceIds, Understood, With, is_silent};
use formats::document::{Document as Found, Kind};
use gazetteer::Gazetteer;
use indicatif::ProgressBar;
use model::{Grade, PartialDate};
use rayon::prelude::*;
use reader::{Document, Reader};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::inputs::{Input, Unreadable};
use crate::args::ReadArgs;

/// A batch is full with so much text.
const BATCH_BYTES: usize = 4 << 20;
/// So many batches wait for the printer.
const WAITING: usize = 2;

/// A document, read.
pub(super) struct Read {
    /// The file it is of.
    pub(super) file: Arc<str>,
    /// Where in the file; empty when it is the whole file.
    pub(super) part: String,
    /// What was understood of it.
    pub(super) text: Understood,
    /// How its sentences were understood, where asked for.
    pub(super) trace: String,
}

/// What became of a document.
pub(super) enum Piece {
    /// It says something, or how its sentences were understood was asked for.
    Said(Box<Read>),
    /// It says nothing, as nearly all news: what is counted is all that is kept of it.
    Silent { n_bytes: usize, is_in_known_language: bool },
    /// There is none.
    Unreadable(Unreadable),
}

impl Piece {
    pub(super) fn said(&self) -> Option<&Read> {
        match self {
            Self::Said(read) => Some(read),
            Self::Silent { .. } | Self::Unreadable(_) => None,
        }
    }
}

/// What all documents are read with.
pub(super) struct Setting {
    pub(super) gazetteer: Arc<Gazetteer>,
    pub(super) known: KnownParties,
    pub(super) sources: SourceIds,
    pub(super) options: Options,
}

/// What the arguments say of every document.
pub(super) struct Options {
    input: Option<Kind>,
    language: Option<String>,
    published: Option<PartialDate>,
    title: Option<String>,
    grade: Grade,
    is_traced: bool,
    batch: usize,
}

impl Options {
    pub(super) fn new(args: &ReadArgs) -> Self {
        Self {
            input: args.input,
            language: args.language.clone(),
            published: args.published,
            title: args.title.clone(),
            grade: args.grade,
            is_traced: args.trace,
            batch: usize::try_from(args.batch).unwrap_or(usize::MAX),
        }
    }
}

/// A document not yet read, with the file it is of.
type Fed = Result<(Arc<str>, Found), Unreadable>;

/// Documents on their way.
pub(super) struct Pieces {
    batches: Receiver<Vec<Piece>>,
    threads: [thread::JoinHandle<()>; 2],
}

impl Pieces {
    /// The next batch; `None` after the last.
    pub(super) async fn next(&mut self) -> Option<Vec<Piece>> {
        self.batches.recv().await
    }

    /// Ends reading. A thread that panicked goes on to do so here: what it did not read must not look like nothing said.
    pub(super) fn finish(self) {
        drop(self.batches);
        for thread in self.threads {
            if let Err(panic) = thread.join() {
                std::panic::resume_unwind(panic);
            }
        }
    }
}

/// Starts reading; the pieces come in the order of the inputs, in batches.
pub(super) fn start(
    inputs: Vec<Result<Input, Unreadable>>,
    setting: Arc<Setting>,
    bar: ProgressBar,
    is_stopped: Arc<AtomicBool>,
) -> Pieces {
    let (to_readers, batches) = sync_channel::<Vec<Fed>>(1);
    let (to_printer, pieces) = channel(WAITING);
    let options = Arc::clone(&setting);
    let feeding = thread::spawn(move || {
        let mut feeder =
            Feeder { batch: Vec::new(), n_bytes: 0, most: options.options.batch, to: to_readers, is_stopped };
        // Breaking off is the receiver's wish, or the user's.
        let _: ControlFlow<()> = feeder.feed(inputs, options.options.input, &bar);
    });
    let reading = thread::spawn(move || {
        for batch in batches {
            if read_batch(batch, &setting, &to_printer).is_break() {
                return;
            }
        }
    });
    Pieces { batches: pieces, threads: [reading, feeding] }
}

fn read_batch(batch: Vec<Fed>, setting: &Setting, to: &Sender<Vec<Piece>>) -> ControlFlow<()> {
    let read = |fed: Fed| fed.map_or_else(Piece::Unreadable, |(file, found)| read(file, found, setting));
    let pieces: Vec<Piece> = batch.into_par_iter().map(read).collect();
    match to.blocking_send(pieces) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}

fn read(file: Arc<str>, found: Found, setting: &Setting) -> Piece {
    let options = &setting.options;
    let document = Document {
        title: options.title.clone().or(found.title),
        published: options.published.or(found.published),
        language: options.language.clone().or(found.language),
        text: found.text,
    };
    let reader = Reader::new(&setting.gazetteer);
    let reading = reader.read(&document);
    if is_silent(&reading) && !options.is_traced {
        return Piece::Silent { n_bytes: document.text.len(), is_in_known_language: !reading.language.is_empty() };
    }
    let trace = if options.is_traced { reader.trace(&document) } else { String::new() };
    let with =
        With { gazetteer: &setting.gazetteer, known: &setting.known, sources: &setting.sources, grade: options.grade };
    let text = Understood::of(document, found.address.unwrap_or_default(), reading, with);
    Piece::Said(Box::new(Read { file, part: found.part, text, trace }))
}

/// Fills batches.
struct Feeder {
    batch: Vec<Fed>,
    n_bytes: usize,
    most: usize,
    to: SyncSender<Vec<Fed>>,
    is_stopped: Arc<AtomicBool>,
}

impl Feeder {
    fn feed(
        &mut self,
        inputs: Vec<Result<Input, Unreadable>>,
        kind: Option<Kind>,
        bar: &ProgressBar,
    ) -> ControlFlow<()> {
        for input in inputs {
            match input {
                Ok(input) => input.documents(kind, bar, &mut |found| {
                    self.take(found.map(|document| (Arc::clone(input.name()), document)))
                })?,
                Err(problem) => self.take(Err(problem))?,
            }
        }
        self.send()
    }

    fn take(&mut self, fed: Fed) -> ControlFlow<()> {
        if self.is_stopped.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        self.n_bytes += fed.as_ref().map_or(0, |(_, document)| document.text.len());
        self.batch.push(fed);
        if self.batch.len() >= self.most || self.n_bytes >= BATCH_BYTES {
            self.send()
        } else {
            ControlFlow::Continue(())
        }
    }

    fn send(&mut self) -> ControlFlow<()> {
        self.n_bytes = 0;
        match self.to.send(std::mem::take(&mut self.batch)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }
}
