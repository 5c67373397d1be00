//! Bytes to records and back: import of tables and JSON Lines, export as CSV, JSON Lines and GeoJSON.
//!
//! Nothing here opens a file or reads a clock: bytes come in, model values and [`Problem`]s come out; records come in,
//! bytes go out. The ledger, the register and the pages are other crates' work; whoever calls [`export`] converts what
//! it has to the record types of that module.
//!
//! | module | reads | writes |
//! |---|---|---|
//! | [`table`] | CSV tables in a declared layout, and a clerk's own list with a mapping file | templates, the layout reference |
//! | [`claims`] | JSON Lines of claims and sources | the same, exactly |
//! | [`document`] | text, HTML, Markdown, JSON Lines, feeds, mail, PDF, DOCX | – |
//! | [`export`] | – | ties, parties and claims, a manifest and a data dictionary |
//! | [`arc`](mod@arc) | – | great-circle lines for maps |
//!
//! # Example
//!
//! ```
//! use formats::table::{self, Context, NoParties, SourceBook, Table};
//! use model::{Maker, MakerKind};
//!
//! let maker = Maker { kind: MakerKind::Importer, name: "table".into(), version: "1".into() };
//! let mut book = SourceBook::default();
//! let sources = b"id,title,kind,grade\ngazette,Upper Mill Gazette,press,report\n";
//! let reading = table::read(Table::named("sources.csv", sources), &Context::new(&book, &NoParties, &maker));
//! book.add(&reading);
//!
//! let ties = b"parties,class,word,source\nxa.upper-mill;xb.nether-mill,full,sister city,gazette\n";
//! let reading = table::read(Table::named("ties.csv", ties), &Context::new(&book, &NoParties, &maker));
//! assert_eq!((reading.claims.len(), reading.problems.len()), (1, 0));
//! ```

mod error;
mod problem;
mod record;

pub mod arc;
pub mod claims;
pub mod document;
pub mod export;
pub mod places;
pub mod table;

pub use error::Error;
pub use problem::Problem;
