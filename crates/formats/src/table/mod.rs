//! Tables: CSV in a declared layout becomes sources and claims, row by row.
//!
//! One declaration of the columns ([`TableKind::columns`]) feeds the parser, the messages, the templates and the layout
//! reference. A row gives all its claims or none. What is empty is not known and gives no claim. Nothing is guessed: what
//! cannot be read is a [`Problem`](crate::Problem) with file, line and column.
//!
//! # Bytes
//!
//! UTF-8, with or without a byte order mark. Cells are separated by `,`, `;` or a tab, whichever makes the header fit.
//! A cell in double quotes may hold separators, line breaks and doubled quotes. Lines end in `\n`, `\r\n` or `\r`.
//! The first row that is not blank is the header; blank rows are skipped. This is version 1 of the layouts; there is no older one.
//!
//! # Example
//!
//! ```
//! use formats::table::{self, Context, Mapping, NoParties, SourceBook, Table};
//! use model::{Maker, MakerKind};
//!
//! let mapping = Mapping::parse("list.toml", r#"
//!     layout = "partners"
//!     owner = "xa.upper-mill"
//!     said_on = "2024-05"
//!     [columns]
//!     partner = "Twin town"
//!     [defaults]
//!     country = "XB"
//!     class = "full"
//! "#).expect("the mapping is good");
//! let (book, maker) = (SourceBook::default(), Maker { kind: MakerKind::Role, name: "clerk".into(), version: String::new() });
//! let table = Table { mapping: Some(&mapping), ..Table::named("list.csv", b"Twin town\nNether Mill\n") };
//! let reading = table::read(table, &Context::new(&book, &NoParties, &maker));
//! assert!(reading.problems.is_empty());
//! assert_eq!(reading.claims[0].subject, model::Subject::Party(model::PartyId::parse("xb.nether-mill")?));
//! # Ok::<(), model::Error>(())
//! ```

mod book;
mod cells;
mod columns;
mod dates;
mod facts;
mod form;
mod header;
mod kind;
mod mapping;
mod nearest;
mod parties;
mod partners;
mod places;
mod read;
mod records;
mod reference;
mod slug;
mod sniff;
mod ties;

#[cfg(test)]
mod tests;

pub use book::SourceBook;
pub use form::{Column, Form};
pub use kind::TableKind;
pub use mapping::{DateOrder, Mapping};
pub use parties::{KnownParties, NoParties};
pub use read::{Context, Input, Reading, RowReading, Rows, Table, read, rows};
pub use reference::{example, layout_reference, template};
