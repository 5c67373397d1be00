//! Files mapped into memory.

use std::fs::File;

use camino::Utf8Path;
use memmap2::Mmap;

use crate::Error;

/// The bytes of a file, read by the system as they are touched.
#[derive(Debug)]
pub struct Mapped(Option<Mmap>);

impl AsRef<[u8]> for Mapped {
    fn as_ref(&self) -> &[u8] {
        self.0.as_deref().unwrap_or_default()
    }
}

/// Maps a file for reading.
///
/// The file must not be changed in place while it is open: write a new one beside it and rename that, as every command of ours
/// does. Otherwise readers give wrong answers or panic, and where the file is cut short the system ends the process. An empty
/// file has no bytes.
///
/// # Errors
/// [`Error::File`] when it cannot be opened or mapped.
pub fn mapped(path: &Utf8Path) -> Result<Mapped, Error> {
    let file = File::open(path).map_err(Error::file(path))?;
    let len = file.metadata().map_err(Error::file(path))?.len();
    if len == 0 {
        return Ok(Mapped(None));
    }
    #[expect(
        unsafe_code,
        reason = "the one mapped file: copying it would cost its size in memory and time at every start"
    )]
    // SAFETY: the map is read-only, and sound as long as nobody changes the file in place, which no program can make sure of.
    // If somebody does, bytes change under checks that were made before: a text that was UTF-8 is so no longer, an index whose
    // checksum was right is walked out of its bounds, which is a panic or a wrong answer; and a file cut short ends the
    // process by a signal. Our own writers never do it, they write beside and rename, and the reference of the gazetteer tells
    // everybody to.
    let map = unsafe { Mmap::map(&file) };
    Ok(Mapped(Some(map.map_err(Error::file(path))?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_those_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().join("a");
        for bytes in [&b"mill"[..], b""] {
            fs_err::write(&path, bytes).unwrap();
            assert_eq!(mapped(&path).unwrap().as_ref(), bytes);
        }
        let missing = mapped(&path.join("b")).unwrap_err();
        assert!(missing.to_string().starts_with("failed to read"), "{missing}");
    }
}
