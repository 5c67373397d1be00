//! `twain match`: each of many places a partner, by a written brief.

mod asked;
mod run;
mod write;

pub(crate) use run::run;
