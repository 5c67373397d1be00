//! The ledger: entries that are only ever added, each naming the one before.
//!
//! This crate is the port that the backends (`ledger-sqlite`, later `ledger-postgres`) fill, and everything they have in
//! common: the bytes an entry is kept as ([`canon`]), its name, the chain through all entries ([`Head`]), the
//! preparation of a batch ([`Batch`]), the check of a whole ledger ([`verify`]) and, behind the feature `conformance`, the
//! laws every backend must keep. It opens no file and no connection and reads no clock; the time of writing is passed in.
//!
//! What the entries mean together is not known here: that is the fold in the `register` crate.
//!
//! # Example
//!
//! ```
//! use ledger::canon;
//! use model::{Body, PartyId, Merge};
//!
//! let body = Body::Merge(Merge {
//!     from: PartyId::parse("xa-1.uper-mill")?,
//!     into: PartyId::parse("xa-1.upper-mill")?,
//!     replaces: None,
//!     reason: "a slip of the pen".into(),
//!     by: "editor".into(),
//! });
//! let canonical = canon::encode(&body);
//! assert_eq!(canon::decode(&canonical.bytes)?, body);
//! assert_eq!(canon::name_of(&canonical.bytes)?, canonical.name);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
pub mod canon;
mod chain;
#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
mod error;
mod port;
mod prefix;
mod verify;

pub use batch::{Batch, NewRow};
pub use chain::{ChainHash, Head};
pub use error::{Error, Result};
pub use port::{Ledger, RawEntry, Receipt, decode_entry};
pub use prefix::NamePrefix;
pub use verify::{Fault, Flaw, Verification, verify};
