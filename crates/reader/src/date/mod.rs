//! Dates in running text: found, told apart by what they are for, and resolved as far as the text allows.
//!
//! A sentence's words become atoms (month, weekday, number, "since", "ago": [`words`], [`atoms`]), atoms become the parts of a
//! calendar expression ([`calendar`], [`year`], [`numeric`], [`count`]), and these, with the words before and after them
//! ([`scan`]), a [`DateMention`], resolved by the day of publication and the date last spoken of ([`resolve`]). Every word is
//! data, one file per language: `languages/<tag>/dates.toml`. No clock is read: without a publication date a relative date
//! stays unresolved.

mod atoms;
mod calendar;
mod context;
mod count;
mod dateline;
mod mention;
mod numeric;
mod resolve;
mod scan;
mod table;
#[cfg(test)]
mod tests;
mod words;
mod year;

pub(crate) use dateline::dateline_date;
pub(crate) use mention::{DateMention, DateRole, dates};
pub(crate) use words::DateWords;
