//! JSON Lines of claims and sources: the exact exchange form, version 1.
//!
//! UTF-8, one object a line, either `{"claim": {…}}` or `{"source": {…}}`; blank lines are skipped. Words, ids and dates are
//! written as the model writes them. Unknown fields are refused, so that nothing is lost unseen. What is written and read
//! again is equal, field by field.
//!
//! # Example
//!
//! ```
//! let line = r#"{"claim":{"subject":{"tie":"xa.upper-mill~xb.nether-mill"},"fact":{"tie_stands":{"class":"full","word":"twin"}},
//!     "held":"1991/..","evidence":{"source":"gazette","locator":"whole","quote":"twins since 1991"},"grade":"report","note":"",
//!     "maker":{"kind":"role","name":"clerk","version":""}}}"#.replace('\n', "");
//! let reading = formats::claims::read("claims.jsonl", line.as_bytes());
//! assert!(reading.problems.is_empty(), "{:?}", reading.problems);
//! let mut out = Vec::new();
//! formats::claims::write_claim(&reading.claims[0], &mut out)?;
//! assert_eq!(formats::claims::read("again", &out).claims, reading.claims);
//! # Ok::<(), formats::Error>(())
//! ```

mod fact;
mod lines;
mod record;
#[cfg(test)]
mod tests;

pub use fact::{
    ActRecord, ActivityRecord, AttributeRecord, CarrierRecord, FactRecord, InstrumentRecord, ListingRecord, NameRecord,
    StatedCountRecord,
};
pub use lines::{Line, Reading, read, read_lines, write_claim, write_source};
pub use record::{ClaimRecord, EvidenceRecord, LocatorRecord, MakerRecord, SourceRecord, SubjectRecord};
