//! Gates: the rules that forbid or condition a tie or an activity, and what they say of two parties on a day.
//!
//! The rules are data (`data/gates/*.toml`): dated, cited, each with the jurisdiction whose law it is, whom it speaks of, what it
//! asks for and how sure that is. [`Gates::parse`] reads them, [`Gates::between`] weighs them. The gravest rule decides; a rule
//! that is disputed, or of which nobody knows whether it was in force, makes the answer unclear unless a settled one is as grave.
//! Where no rule is found the answer is open only if somebody has looked at the law of every country concerned.
//!
//! Nothing here is legal advice, and nothing is phrased so. There is no reading of statutes: what a file does not say is not known.

mod ask;
mod error;
mod file;
mod judge;
mod place;
mod quota;
mod report;
mod rule;
mod words;

pub use ask::Ask;
pub use error::{Fault, GatesError};
pub use judge::Gates;
pub(crate) use quota::Beginning;
pub use report::{Finding, GateReport};
pub use rule::{Citation, Counterpart, Looked, Quota, Reading, ReadingTranslation, Rule, Translation};
pub use words::{Body, Certainty, Doing, Existing};
