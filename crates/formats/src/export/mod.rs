//! Exports: open data with license, checksums, a coverage statement and a dictionary.
//!
//! The records here are made for people outside: the caller converts what it has to them. CSV and JSON use the same field
//! names, and the dictionary is generated from the declaration of the records.
//!
//! # In CSV
//!
//! UTF-8 without a byte order mark, cells separated by `,`, lines ended by `\n`, a header line first. Lists are joined by `;`;
//! pairs are written `key=value`. Unknown is an empty cell. A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage
//! return gets a `'` before it, since spreadsheets would run it as a formula; numbers never do.
//!
//! # Example
//!
//! ```
//! use formats::export::{ExportKind, Format, Manifest, PartyRecord, write_csv};
//! let mut out = Vec::new();
//! let written = write_csv([PartyRecord { id: "xa.upper-mill".into(), name: "Upper Mill".into(), ..Default::default() }], &mut out)?;
//! assert_eq!(written.n_rows, 1);
//! let manifest = Manifest { title: "Ties of XA".into(), files: vec![written.file("parties.csv", ExportKind::Parties, Format::Csv)], ..Default::default() };
//! assert!(manifest.to_json().contains("\"parties.csv\""));
//! # Ok::<(), formats::Error>(())
//! ```

mod cell;
mod manifest;
mod records;
mod shape;
#[cfg(test)]
mod tests;
mod write;

pub use crate::record::FieldDoc;
pub use manifest::{ExportKind, FileEntry, Format, Manifest, dictionary};
pub use records::{
    ClaimRow, DirectionValue, MatchRecord, PartyRecord, PartyRef, PartyValue, RegistryValue, Row, TieRecord,
};
pub use shape::{Located, Shape};
pub use write::{Written, write_claims, write_csv, write_geojson, write_json_lines, write_sources};
