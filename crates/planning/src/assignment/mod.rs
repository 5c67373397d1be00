//! Linear assignment: every row its own column (or, with more rows than columns, every column its own row), best total.
//!
//! Exact, on dense `f64` tables. The answer comes with prices that prove it, and [`audit()`] checks the proof with code that
//! shares nothing with the solver. The table is streamed, never copied (a table with more rows than columns is turned once).
//!
//! The solver keeps a short list of good columns for each row and reads the whole row again only when the list cannot
//! answer. That is safe because prices only ever fall: whatever was too dear to be listed has become dearer since.
//!
//! - `lanes`: passes over whole rows, as wide as the processor allows.
//! - `lists`: the short lists and the bounds under what they leave out.
//! - `bidding`: rows bid for columns, first coarsely and then finely, until prices are nearly right.
//! - `search`: shortest augmenting paths give the last rows their columns and make the prices right.
//! - `canon`: of equal answers, the first by row and column (with `tarjan` and `bits`).
//! - `hall`: names the rows that have too few columns when no answer exists.
//!
//! `docs/reference/assignment.md` has the whole story, the costs and the measurements.
//!
//! It does not do capacities (see `transport`) nor the choice between criteria.

mod answer;
mod audit;
mod bidding;
mod bits;
mod canon;
mod engine;
mod hall;
mod lanes;
mod lists;
mod search;
mod table;
mod tarjan;

pub use answer::{Answer, Assignment, Clash, assign};
pub use audit::{Audit, audit};
