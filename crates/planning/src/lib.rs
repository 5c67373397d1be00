//! Solvers of planning questions: who is given to whom, what is nearest, what is stable, what is fair.
//!
//! They know numbers, not places: a caller turns places into rows and columns and reads the answer back. Nothing here does
//! I/O or uses chance, and every answer is the same on any machine and any number of threads: equal answers are told apart
//! by the order of rows and columns, so a caller that sorts its places by code gets the same plan for any order of its input.
//!
//! ```
//! use planning::{Answer, Costs, Goal, assign};
//! let hours = [4.0, 1.0, 3.0, 2.0, 0.0, 5.0];
//! let Answer::Optimal(plan) = assign(Costs::try_new(2, 3, &hours)?, Goal::Min)? else { panic!("nothing is forbidden") };
//! assert_eq!((plan.value, plan.col_of_row), (3.0, vec![Some(1), Some(0)]));
//! # Ok::<(), planning::Error>(())
//! ```

mod assignment;
mod costs;
mod error;
mod fair;
pub mod matching;
mod stable;
mod sum;
mod topk;
mod transport;

pub use assignment::{Answer, Assignment, Audit, Clash, assign, audit};
pub use costs::{Costs, Goal};
pub use error::Error;
pub use fair::{Fair, FairAssignment, fair};
pub use stable::{Market, blocking_pairs, stable_pairs};
pub use topk::{Features, Scored, TopK, top_k};
pub use transport::{Capacities, Plan, Range, Shortfall, Side, Transport, audit_transport, transport};

/// A chosen row and column.
pub type Pair = (usize, usize);
