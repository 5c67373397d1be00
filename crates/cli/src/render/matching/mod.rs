//! The answer to a brief, as text, as rows and as a report.

mod account;
mod beside;
mod page;
mod records;
mod report;

pub(crate) use page::{briefs, plan};
pub(crate) use records::{match_places, match_records};
pub(crate) use report::Report;
