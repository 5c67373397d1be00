//! Help for tests and benches: invented places and ties, never real facts. A dev-dependency only.
//!
//! - [`ClaimDraft`] writes one claim in one line, everything unsaid filled in.
//! - [`mill_register`] is a tiny register with one of each thing, small enough to know by heart.
//! - [`Synthetic`] makes as many plausible claims as asked, the same for the same seed.
//!
//! Countries are `xa`, `xb` and so on, which ISO 3166 leaves to private use.

mod draft;
mod mill;
mod names;
mod random;
mod synthetic;

pub use draft::{ClaimDraft, party, tie};
pub use mill::mill_register;
pub use random::SplitMix64;
pub use synthetic::{Synthetic, synthetic};
