//! The desk between a document and the register: what is proposed, what waits, and what decisions are made of.
//!
//! The command line and the pages share it. It reads a document against a register ([`understand()`]), says what of it is new
//! ([`Before::take`]), lists what waits ([`waiting`]), and makes the entries of a decision ([`review`], [`Amendment`], [`undo()`])
//! and of the names that come with it ([`naming`]). It writes nothing: bodies go out, and whoever holds the ledger appends
//! them.
//!
//! ```
//! use desk::{Ruling, review, waiting};
//! use model::Verdict;
//! use register::{House, Register};
//!
//! let register = Register::new(House::default());
//! let ruling = Ruling { verdict: Verdict::Accept, reason: "the words say so", by: "archivist" };
//! let bodies: Vec<model::Body> = waiting(&register).map(|claim| review(&register, claim, ruling)).collect();
//! assert!(bodies.is_empty()); // nothing was read, nothing waits
//! ```

mod amend;
mod before;
mod describe;
mod error;
mod known;
mod names;
mod queue;
mod rule;
mod source;
mod understand;
mod undo;

pub use amend::{Amendment, amended, fields};
pub use before::{Before, Tally};
pub use describe::{described_as, meant_as};
pub use error::Error;
pub use known::KnownParties;
pub use names::{named, naming, naming_of, with_names};
pub use queue::{decision, decision_name, is_read, parties_of, waiting, waiting_of};
pub use rule::{Others, Ruling, amending, review};
pub use source::{SourceIds, about_source, document_of, source_of};
pub use understand::{Understood, With, is_silent, understand};
pub use undo::undo;
