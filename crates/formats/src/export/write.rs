//! Writers: records one after another to any writer, counted and hashed on the way.

use std::io::{self, Write};

use geojson::{Feature, FeatureWriter, JsonObject};
use model::{Claim, Source};

use super::manifest::{ExportKind, FileEntry, Format};
use super::records::Row;
use super::shape::Located;
use crate::Error;
use crate::claims::{write_claim, write_source};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many records.
    pub n_rows: u64,
    /// How many bytes.
    pub n_bytes: u64,
    /// The BLAKE3 hash of the bytes, 64 hexadecimal digits.
    pub blake3: String,
}

impl Written {
    /// The manifest's entry for it.
    #[must_use]
    pub fn file(&self, name: &str, kind: ExportKind, format: Format) -> FileEntry {
        FileEntry {
            name: name.to_owned(),
            kind,
            format,
            rows: self.n_rows,
            bytes: self.n_bytes,
            blake3: self.blake3.clone(),
        }
    }
}

/// Writes records as CSV, header first; see [the module](crate::export) for the form.
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_csv<R: Row>(records: impl IntoIterator<Item = R>, out: impl Write) -> Result<Written, Error> {
    let failed = Error::write("CSV");
    let mut out = Counted::new(out);
    let mut n_rows = 0;
    let mut writer = csv::Writer::from_writer(&mut out);
    writer.write_record(R::names()).map_err(|error| failed(error.into()))?;
    for record in records {
        writer.write_record(record.cells()).map_err(|error| failed(error.into()))?;
        n_rows += 1;
    }
    writer.flush().map_err(&failed)?;
    drop(writer);
    out.finish(n_rows).map_err(failed)
}

/// Writes records as JSON Lines, one object a line.
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_json_lines<R: Row>(records: impl IntoIterator<Item = R>, out: impl Write) -> Result<Written, Error> {
    let failed = Error::write("JSON Lines");
    let mut out = Counted::new(out);
    let mut n_rows = 0;
    for record in records {
        serde_json::to_writer(&mut out, &record).map_err(|error| failed(error.into()))?;
        out.write_all(b"\n").map_err(&failed)?;
        n_rows += 1;
    }
    out.finish(n_rows).map_err(failed)
}

/// Writes records as one GeoJSON feature collection (RFC 7946), with all their fields as properties.
///
/// A record without a place has a null geometry.
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_geojson<R: Row + Located>(
    records: impl IntoIterator<Item = R>,
    out: impl Write,
) -> Result<Written, Error> {
    let failed = Error::write("GeoJSON");
    let mut out = Counted::new(out);
    let mut n_rows = 0;
    let mut writer = FeatureWriter::from_writer(&mut out);
    for record in records {
        writer.write_feature(&feature(&record)).map_err(|error| failed(io::Error::other(error)))?;
        n_rows += 1;
    }
    writer.finish().map_err(|error| failed(io::Error::other(error)))?;
    drop(writer);
    out.finish(n_rows).map_err(failed)
}

fn feature<R: Row + Located>(record: &R) -> Feature {
    let properties: Option<JsonObject> = match serde_json::to_value(record) {
        Ok(serde_json::Value::Object(object)) => Some(object),
        _ => None,
    };
    Feature {
        bbox: None,
        geometry: record.shape().geometry(),
        id: Some(geojson::feature::Id::String(record.id().to_owned())),
        properties,
        foreign_members: None,
    }
}

/// Writes claims as JSON Lines in the exact form of [`crate::claims`].
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_claims<'a>(claims: impl IntoIterator<Item = &'a Claim>, out: impl Write) -> Result<Written, Error> {
    let mut out = Counted::new(out);
    let mut n_rows = 0;
    for claim in claims {
        write_claim(claim, &mut out)?;
        n_rows += 1;
    }
    out.finish(n_rows).map_err(Error::write("JSON Lines"))
}

/// Writes sources as JSON Lines in the exact form of [`crate::claims`].
///
/// # Errors
/// [`Error::Write`] when the writer fails.
pub fn write_sources<'a>(sources: impl IntoIterator<Item = &'a Source>, out: impl Write) -> Result<Written, Error> {
    let mut out = Counted::new(out);
    let mut n_rows = 0;
    for source in sources {
        write_source(source, &mut out)?;
        n_rows += 1;
    }
    out.finish(n_rows).map_err(Error::write("JSON Lines"))
}

/// Counts and hashes what passes through it.
struct Counted<W> {
    out: W,
    n_bytes: u64,
    hasher: blake3::Hasher,
}

impl<W: Write> Counted<W> {
    fn new(out: W) -> Self {
        Self { out, n_bytes: 0, hasher: blake3::Hasher::new() }
    }

    fn finish(mut self, n_rows: u64) -> io::Result<Written> {
        self.out.flush()?;
        Ok(Written { n_rows, n_bytes: self.n_bytes, blake3: self.hasher.finalize().to_hex().to_string() })
    }
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n_written = self.out.write(bytes)?;
        self.hasher.update(&bytes[..n_written]);
        self.n_bytes += n_written as u64;
        Ok(n_written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
