//! What documents are read with here: the places, the parties of the register of the moment, and a limit on how many are read
//! at once.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use desk::KnownParties;
use gazetteer::Gazetteer;
use model::Source;
use reader::{Document, Reader, Reading};
use register::Register;
use tokio::sync::{Mutex as AsyncMutex, MutexGuard, Semaphore, SemaphorePermit};

use crate::dto::{self, AtlasPlaceDto};
use crate::fault::Fault;

/// Documents of those who are signed in that are read at once.
const MOST_READING: usize = 2;
/// Documents of visitors that are read at once.
const MOST_VISITING: usize = 1;
/// How long to wait for a turn.
const PATIENCE: Duration = Duration::from_secs(5);
/// Readings of sources that are kept, the last used first.
const MOST_KEPT: usize = 32;

/// A reading of a source, under what it was made from.
type Kept = ([u8; 32], Arc<Reading>);

/// What documents are read with.
#[derive(Debug)]
pub(crate) struct Readers {
    gazetteer: Option<Arc<Gazetteer>>,
    /// The parties of the register that was asked for last.
    known: Mutex<Option<Arc<KnownParties>>>,
    kept: Mutex<Vec<Kept>>,
    reading: Semaphore,
    visiting: Semaphore,
    deciding: AsyncMutex<()>,
}

impl Readers {
    pub(crate) fn new(gazetteer: Option<Arc<Gazetteer>>) -> Self {
        Self {
            gazetteer,
            known: Mutex::default(),
            kept: Mutex::default(),
            reading: Semaphore::new(MOST_READING),
            visiting: Semaphore::new(MOST_VISITING),
            deciding: AsyncMutex::default(),
        }
    }

    /// A turn to read.
    pub(crate) async fn turn(&self, is_visitor: bool) -> Result<SemaphorePermit<'_>, Fault> {
        let turns = if is_visitor { &self.visiting } else { &self.reading };
        match tokio::time::timeout(PATIENCE, turns.acquire()).await {
            Ok(permit) => permit.map_err(Fault::inner),
            Err(_) => Err(Fault::busy()),
        }
    }

    /// A turn to decide: one after the other, so that each sees what the one before decided.
    pub(crate) async fn turn_to_decide(&self) -> MutexGuard<'_, ()> {
        self.deciding.lock().await
    }

    /// The places; a fault where the workbench has none.
    pub(crate) fn gazetteer(&self) -> Result<Arc<Gazetteer>, Fault> {
        self.gazetteer.clone().ok_or_else(Fault::no_places)
    }

    /// The parties of a register, looked through once for each register. `O(n)`: call it off the threads that answer.
    pub(crate) fn known(&self, register: &Arc<Register>) -> Result<Arc<KnownParties>, Fault> {
        let gazetteer = self.gazetteer()?;
        let mut last = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = last.as_ref().filter(|known| Arc::ptr_eq(known.register(), register)) {
            return Ok(Arc::clone(known));
        }
        let known = Arc::new(KnownParties::new(Arc::clone(register), gazetteer));
        *last = Some(Arc::clone(&known));
        Ok(known)
    }

    /// The places that a search finds beside the parties of a register; none where there is no gazetteer.
    pub(crate) fn atlas(&self, register: &Arc<Register>, q: &str, limit: usize) -> Vec<AtlasPlaceDto> {
        self.known(register).map_or_else(|_| Vec::new(), |known| dto::atlas(&known, q, limit))
    }

    /// What a source says, read again or kept. Milliseconds: call it off the threads that answer.
    pub(crate) fn reading_of(&self, source: &Source, document: &Document) -> Result<Arc<Reading>, Fault> {
        let gazetteer = self.gazetteer()?;
        let key = fingerprint(source, document);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = kept.iter().position(|(other, _)| *other == key) {
            let found = kept.remove(at);
            kept.insert(0, found);
            return Ok(Arc::clone(&kept[0].1));
        }
        drop(kept);
        let reading = Arc::new(Reader::new(&gazetteer).read(document));
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(0, (key, Arc::clone(&reading)));
        kept.truncate(MOST_KEPT);
        Ok(reading)
    }
}

/// What a reading depends on beside the places.
fn fingerprint(source: &Source, document: &Document) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for part in [source.id.as_str(), &source.title, &source.language, &document.text] {
        hasher.update(&part.len().to_le_bytes()).update(part.as_bytes());
    }
    hasher.update(source.published.map(|date| date.to_string()).unwrap_or_default().as_bytes());
    *hasher.finalize().as_bytes()
}
