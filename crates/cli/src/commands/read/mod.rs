//! `twain read`: documents into what they say of ties, and into claims that wait for review.
//!
//! One thread finds and unpacks the documents, the cores read them, a batch at a time, and this task prints and writes in the
//! order in which they came. Memory is bounded by a few batches, whatever the size of the input. Nothing is written without
//! `--propose`, not even an empty ledger.

mod inputs;
mod pipeline;
mod propose;
mod run;
mod tally;

pub(crate) use run::run;
