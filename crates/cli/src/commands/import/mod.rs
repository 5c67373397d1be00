//! `twain import`: tables and claims into the ledger, in two passes.
//!
//! The first pass reads every file to its end and collects what is wrong; the second writes, a batch at a time and never half
//! a row. Nothing is written when something is wrong, unless asked to keep going. What a batch brought is kept from the moment
//! it is said to be, whatever happens to this process then.

mod commit;
mod files;
mod known;
mod report;
mod run;

pub(crate) use run::run;
