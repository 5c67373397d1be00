//! What all requests share: the register of the moment, and what was computed from it.
//!
//! Everything derived hangs on a [`Snapshot`], one register on one day. A new register or a new day makes a new snapshot, so
//! nothing derived can outlive what it was derived from, and no key needs to hold the register's head or the day.

use std::fmt::Debug;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};

use gazetteer::Gazetteer;
use jiff::civil::Date;
use ledger::Receipt;
use model::Body;
use planning::matching::{Brief, UnitList};
use register::{AsOf, Definition, Register};

use crate::access::{Access, Gate};
use crate::cache::Bodies;
use crate::fault::Fault;
use crate::index::Index;
use crate::language::Language;
use crate::readers::Readers;
use crate::views::{Listed, Views};

/// A sensible size of the cache of finished bodies: the records and pages of some ten thousand ties. It fills as they are
/// asked for, so a small register never takes it.
pub const CACHE_BYTES: usize = 256 << 20;

/// What the caller knows of this register beside its entries.
#[derive(Debug, Clone)]
pub struct Site {
    /// The saved definitions of counts, in the order to show.
    pub definitions: Vec<Definition>,
    /// The briefs of matching, in the order to show.
    pub briefs: Vec<Brief>,
    /// The unit lists that briefs name.
    pub units: Vec<UnitList>,
    /// What the register covers and lacks, in a few sentences of plain text; paragraphs are parted by blank lines.
    pub coverage: Text,
    /// Under which terms its data can be used, as plain text.
    pub license: Text,
    /// The day when nobody asks for another. The server reads no clock itself.
    pub today: fn() -> Date,
    /// How many bytes of finished bodies to keep at most; 0 keeps none.
    pub cache_bytes: usize,
}

/// A text in every language of the pages.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// In English.
    pub english: String,
    /// In Russian.
    pub russian: String,
}

impl Text {
    /// In the language of the answer.
    pub(crate) fn current(&self) -> &str {
        match Language::current() {
            Language::English => &self.english,
            Language::Russian => &self.russian,
        }
    }
}

impl From<&str> for Text {
    /// The same in all, as for names and numbers.
    fn from(text: &str) -> Self {
        Self { english: text.to_owned(), russian: text.to_owned() }
    }
}

/// What writes to the ledger for the pages.
///
/// A batch is whole or not there at all, and [`Shared`] shows it before the answer comes, so that the next page has it.
pub trait Writer: Send + Sync + Debug {
    /// Adds a batch. What is in the ledger already is not added again.
    fn append(&self, bodies: Vec<Body>) -> Writing<'_>;
}

/// A batch on its way into the ledger.
pub type Writing<'a> = Pin<Box<dyn Future<Output = Result<Receipt, WriteError>> + Send + 'a>>;

/// Why a batch was not written; nothing of it was.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
pub struct WriteError {
    /// What is wrong, for the log.
    pub message: String,
}

/// What all requests share.
#[derive(Debug)]
pub struct Shared {
    site: Arc<Site>,
    writer: Option<Arc<dyn Writer>>,
    gate: Option<Gate>,
    pub(crate) readers: Readers,
    current: RwLock<Arc<Snapshot>>,
}

/// One register on one day, with everything computed from it.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) site: Arc<Site>,
    pub(crate) register: Arc<Register>,
    /// The name of the last entry, or what the caller says in its place.
    pub(crate) head: Arc<str>,
    pub(crate) today: Date,
    pub(crate) index: Arc<Index>,
    pub(crate) bodies: Bodies,
    views: Arc<Views>,
}

impl Shared {
    /// Shares a register. `head` is the hash of the ledger's last entry, shown and sent as it is.
    #[must_use]
    pub fn new(site: Site, register: Arc<Register>, head: String) -> Self {
        let site = Arc::new(site);
        let snapshot = Snapshot::new(Arc::clone(&site), register, head.into());
        Self { site, writer: None, gate: None, readers: Readers::new(None), current: RwLock::new(Arc::new(snapshot)) }
    }

    /// The same with somebody to write for the pages. Without one, the workbench only shows.
    #[must_use]
    pub fn with_writer(mut self, writer: Arc<dyn Writer>) -> Self {
        self.writer = Some(writer);
        self
    }

    /// The same with accounts to sign in with. Without them, everybody reads and nobody writes.
    #[must_use]
    pub fn with_access(mut self, access: Access) -> Self {
        self.gate = Some(Gate::new(access));
        self
    }

    /// The accounts.
    pub(crate) fn gate(&self) -> Option<&Gate> {
        self.gate.as_ref()
    }

    /// The same with places, so that documents can be read here.
    #[must_use]
    pub fn with_gazetteer(mut self, gazetteer: Arc<Gazetteer>) -> Self {
        self.readers = Readers::new(Some(gazetteer));
        self
    }

    /// Adds a batch to the ledger; the next snapshot has it.
    pub(crate) async fn append(&self, bodies: Vec<Body>) -> Result<Receipt, Fault> {
        let writer = self.writer.as_ref().ok_or_else(Fault::shows_only)?;
        writer.append(bodies).await.map_err(Fault::write)
    }

    /// Whether anything can be written here.
    pub(crate) fn can_write(&self) -> bool {
        self.writer.is_some()
    }

    /// Puts a newer register in the place of the one shown. Requests under way end on the old one.
    ///
    /// Sorts all names anew, `O(n log n)`: call it off the threads that answer.
    pub fn replace(&self, register: Arc<Register>, head: String) {
        let snapshot = Arc::new(Snapshot::new(Arc::clone(&self.site), register, head.into()));
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
    }

    /// The snapshot of this moment; a new one when the day has changed.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        let current = Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner));
        let today = (self.site.today)();
        if current.today == today {
            return current;
        }
        let mut slot = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if slot.today != today {
            *slot = Arc::new(slot.on(today));
        }
        Arc::clone(&slot)
    }
}

impl Snapshot {
    fn new(site: Arc<Site>, register: Arc<Register>, head: Arc<str>) -> Self {
        let today = (site.today)();
        let bodies = Bodies::new(site.cache_bytes);
        Self { index: Arc::new(Index::of(&register)), bodies, views: Arc::default(), site, register, head, today }
    }

    /// The same register on another day: views stay, bodies with default days in them do not.
    fn on(&self, today: Date) -> Self {
        Self {
            site: Arc::clone(&self.site),
            register: Arc::clone(&self.register),
            head: Arc::clone(&self.head),
            today,
            index: Arc::clone(&self.index),
            bodies: Bodies::new(self.site.cache_bytes),
            views: Arc::clone(&self.views),
        }
    }

    /// The view on a pair of days, from the cache or computed off the threads that answer.
    pub(crate) async fn view(&self, as_of: AsOf) -> Arc<Listed> {
        self.views.get(&self.register, &self.index, as_of).await
    }

    /// A definition by its id.
    pub(crate) fn definition(&self, id: &str) -> Option<&Definition> {
        self.site.definitions.iter().find(|definition| definition.id == id)
    }
}
