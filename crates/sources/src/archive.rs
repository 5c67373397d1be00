//! Unpacking: zip archives (wheels are such), gzip and Zstandard files. Each file may only become so large.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::Error;

/// No list of places is larger.
const MOST_BYTES: u64 = 4 << 30;

/// An archive of several files.
pub(crate) struct Archive<'a> {
    name: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        Ok(Self { name, zip: zip.map_err(|error| broken(name, &error))? })
    }

    /// The paths of its files.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// One of its files.
    pub(crate) fn file(&mut self, path: &str) -> Result<Vec<u8>, Error> {
        let name = format!("{}!{path}", self.name);
        let file = self.zip.by_name(path).map_err(|error| broken(&name, &error))?;
        read_all(&name, file)
    }
}

/// A file as it is, or unpacked where its name says that it is packed.
pub(crate) fn unpacked(name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    if name.ends_with(".gz") {
        return read_all(name, flate2::read::GzDecoder::new(bytes.as_slice()));
    }
    if name.ends_with(".zst") {
        let decoder = zstd::stream::read::Decoder::new(bytes.as_slice()).map_err(|error| broken(name, &error))?;
        return read_all(name, decoder);
    }
    if name.ends_with(".zip") {
        let mut archive = Archive::open(name, &bytes)?;
        // GeoNames puts a read-me beside some of its lists.
        let path = archive.paths().into_iter().find(|path| path.ends_with(".txt") && !path.starts_with("readme"));
        let path = path.ok_or_else(|| broken(name, &"no text file in it"))?;
        return archive.file(&path);
    }
    Ok(bytes)
}

fn read_all(name: &str, reader: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| broken(name, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::TooLarge { url: name.to_owned(), most_bytes: MOST_BYTES });
    }
    Ok(bytes)
}

fn broken(name: &str, reason: &dyn std::fmt::Display) -> Error {
    Error::Archive { name: name.to_owned(), reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn packed_files_are_unpacked_by_their_name() {
        let text = b"701\tUpper Mill\n";
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gz.write_all(text).unwrap();
        let gz = gz.finish().unwrap();
        let zst = zstd::stream::encode_all(&text[..], 1).unwrap();
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for (path, bytes) in [("readme.txt", &b"read me"[..]), ("XA.txt", text)] {
            zip.start_file(path, stored).unwrap();
            zip.write_all(bytes).unwrap();
        }
        let zip = zip.finish().unwrap().into_inner();
        for (name, bytes) in [("XA.txt", text.to_vec()), ("XA.gz", gz), ("XA.txt.zst", zst), ("XA.zip", zip)] {
            assert_eq!(unpacked(name, bytes).unwrap(), text, "{name}");
        }
        for name in ["a.zip", "a.gz", "a.zst"] {
            let error = unpacked(name, b"not packed".to_vec()).unwrap_err();
            assert!(error.to_string().starts_with("failed to unpack"), "{error}");
        }
    }
}
