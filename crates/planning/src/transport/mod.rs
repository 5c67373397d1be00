//! Many to many: every row and every column has a least and a greatest number of partners.
//!
//! Each pair is chosen at most once, and a pair that does not pay is chosen only where a least number asks for it. Exact.
//! Capacities are numbers on the edges of a network, not copies of columns, so they may be large.
//!
//! - `flow`: successive shortest paths, one chosen pair at a time (with `lanes`).
//! - `canon`: of equal answers, the one that chooses the earliest pairs.
//! - `audit`: checks the proof, sharing nothing with the solver.
//!
//! With one partner for each row and at most one for each column it is [`assign`](crate::assign), which is far faster.

mod answer;
mod audit;
mod canon;
mod flow;
mod lanes;

pub use answer::{Capacities, Plan, Range, Shortfall, Side, Transport, transport};
pub use audit::audit_transport;
