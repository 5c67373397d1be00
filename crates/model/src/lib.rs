//! The words of the field, as types. Nothing here reads a file, a clock or the network.
//!
//! Everything Twain knows is a [`Claim`]: one assertion by one [`Source`], with the exact words or row that carry it.
//! The ledger keeps claims for good, the register folds them into ties, the pages and the command line show them.
//!
//! # Glossary
//!
//! | word | meaning | type |
//! |---|---|---|
//! | party | a place or an institution that can be tied | [`PartyId`], [`PartyKind`] |
//! | tie | two or more parties that a source calls partners | [`TieId`], [`TieClass`] |
//! | carrier | the body that does the work of a tie on one side | [`Carrier`], [`CarrierEvent`] |
//! | instrument | a signed document | [`Instrument`] |
//! | act | a dated decision by one party, or by all jointly | [`Act`], [`ActKind`] |
//! | activity | a visit, exchange, forum and the like, with a direction | [`Activity`], [`ActivityKind`] |
//! | listing | what a registry says of a tie on a date | [`Listing`], [`ListingStatus`] |
//! | stated count | a number of ties that somebody stated | [`StatedCount`] |
//! | wish | what a speaker hopes for; never a fact | [`Fact::Wish`] |
//! | claim | one assertion by one source | [`Claim`] |
//! | evidence | source, locator and exact words | [`Evidence`] |
//! | true-on | the day a view speaks of | – |
//! | known-on | the day up to which sources had spoken | – |
//! | standing, recognition, pulse, carrier health, permission | the five axes of a tie, derived by the `register` crate | – |
//!
//! # Example
//!
//! ```
//! use model::{PartyId, Period, TieId};
//!
//! let tie = TieId::parse("us-ny.albany~ru-tul.tula")?;
//! assert_eq!(tie.to_string(), "ru-tul.tula~us-ny.albany"); // parties are a set, printed in one order
//! assert!(tie.has(&PartyId::parse("ru-tul.tula")?));
//! let held: Period = "1991/..".parse()?;
//! assert_eq!(held.to_string(), "1991/..");
//! # Ok::<(), model::Error>(())
//! ```

mod activity;
mod claim;
mod date;
mod entry;
mod error;
mod fact;
mod fold;
mod party;
mod period;
mod source;
mod tie;
mod words;

pub use activity::{Activity, ActivityKind};
pub use claim::{Claim, Evidence, Grade, Locator, Maker, MakerKind, Speaker};
pub use date::{PartialDate, Precision, Qualifier};
pub use entry::{Body, Entry, Merge, Name, Retraction, Review, Seq, Split, Verdict};
pub use error::Error;
pub use fact::{
    Act, ActKind, Bound, Carrier, CarrierEvent, CountUnit, Fact, Instrument, Listing, ListingStatus, ReasonCode,
    StatedCount, Subject,
};
pub use fold::fold_letters;
pub use party::{Attribute, Identifier, NameUse, PartyId, PartyKind, PartyName, Scheme};
pub use period::{Coverage, Edge, Period};
pub use source::{Source, SourceId, SourceKind};
pub use tie::{TieClass, TieId};
