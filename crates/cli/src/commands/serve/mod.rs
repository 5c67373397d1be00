//! `twain serve`: the workbench on this machine. What others write to the ledger meanwhile is shown within a second.

mod follow;
mod listen;
mod run;

pub(super) use run::run;
