//! Named entries of a zip package, as far as DOCX needs them: stored or deflated, not encrypted, not split.
//!
//! The directory at the end is read: `PK\1\2` records with method at 10, packed length at 20, unpacked length at 24,
//! lengths of name, extra and comment at 28, 30 and 32, offset of the entry at 42, the name at 46. An entry starts with
//! `PK\3\4`, lengths of its name and extra at 26 and 28, its bytes from 30 on after these. All numbers little-endian.

use super::inflate::{Unpacked, Wrap, inflate};

/// As many entries as any document has; a directory may claim more.
const MAX_ENTRIES: usize = 10_000;

/// A zip package in memory.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: &'a [u8],
    is_deflated: bool,
    is_locked: bool,
    packed_len: usize,
    offset: usize,
}

impl<'a> Package<'a> {
    /// Reads the directory; `None` when there is none, as in a file cut short.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        // The end record is 22 bytes and a comment of at most 65,535.
        let earliest = bytes.len().saturating_sub(22 + 0xFFFF);
        let end = bytes[earliest..].windows(4).rposition(|four| four == b"PK\x05\x06")? + earliest;
        let mut at = number(bytes, end + 16, 4)?;
        let mut entries = Vec::new();
        while entries.len() < MAX_ENTRIES && bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
            let (name_len, extra_len, comment_len) =
                (number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?);
            entries.push(Entry {
                name: bytes.get(at + 46..at + 46 + name_len)?,
                is_locked: number(bytes, at + 8, 2)? & 1 == 1,
                is_deflated: number(bytes, at + 10, 2)? == 8,
                packed_len: number(bytes, at + 20, 4)?,
                offset: number(bytes, at + 42, 4)?,
            });
            at += 46 + name_len + extra_len + comment_len;
        }
        Some(Self { bytes, entries })
    }

    /// Unpacks at most `limit` bytes of an entry; `None` when there is no such entry or it cannot be unpacked at all.
    pub(super) fn entry(&self, name: &str, limit: usize) -> Option<Unpacked> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name.as_bytes()))?;
        if entry.is_locked || self.bytes.get(entry.offset..entry.offset + 4)? != b"PK\x03\x04" {
            return None;
        }
        let names_len = number(self.bytes, entry.offset + 26, 2)? + number(self.bytes, entry.offset + 28, 2)?;
        let start = entry.offset + 30 + names_len;
        let end = start.saturating_add(entry.packed_len).min(self.bytes.len());
        let packed = self.bytes.get(start..end)?;
        Some(if entry.is_deflated {
            inflate(packed, Wrap::Raw, limit)
        } else {
            Unpacked { bytes: packed[..packed.len().min(limit)].to_vec(), is_whole: packed.len() <= limit }
        })
    }
}

/// A little-endian number of `n_bytes` bytes.
fn number(bytes: &[u8], at: usize, n_bytes: usize) -> Option<usize> {
    let digits = bytes.get(at..at + n_bytes)?;
    Some(digits.iter().rev().fold(0, |sum, &digit| sum << 8 | usize::from(digit)))
}
