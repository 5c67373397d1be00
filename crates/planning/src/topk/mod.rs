//! The best partners of each place: exact top-k by inner product of two feature tables.
//!
//! - `tile`: the kernel, a small block of scores held in registers.
//! - `best`: keeps the best k of each row while scores stream by.
//! - `run`: cuts the task into blocks and deals them to the cores.
//!
//! No score is ever written to memory unless it beats the k-th best so far, so memory does not grow with the number of
//! pairs. It does not normalize features and does not approximate.

mod best;
mod features;
mod run;
mod tile;

pub use best::Scored;
pub use features::Features;
pub use run::{TopK, top_k};
