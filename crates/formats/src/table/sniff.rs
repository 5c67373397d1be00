//! The first look at bytes: what is not a table of UTF-8 text gives one clear problem with its remedy.

use crate::Problem;

use super::records::{Fault, MAX_RECORD_BYTES};

/// How much of a file is looked at before reading it.
pub(super) const HEAD_BYTES: usize = 1 << 16;

const SAVE_AS: &str = "CSV text in UTF-8: save the sheet as “CSV UTF-8”";

/// First bytes that give other files away.
const STRANGERS: &[(&[u8], &str, &str)] = &[
    (b"PK", "a workbook or other zipped file", SAVE_AS),
    (b"\xD0\xCF\x11\xE0", "an old Excel workbook", SAVE_AS),
    (b"\xFF\xFE", "UTF-16 text", SAVE_AS),
    (b"\xFE\xFF", "UTF-16 text", SAVE_AS),
    (b"%PDF", "a PDF", "CSV text in UTF-8"),
    (b"\x1F\x8B", "a gzip file", "CSV text in UTF-8: unpack it first"),
    (b"<!DOCTYPE", "a web page", SAVE_AS),
    (b"<html", "a web page", SAVE_AS),
    (b"<?xml", "an XML file", SAVE_AS),
];

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The bytes after a byte order mark.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// What is wrong with the first bytes of a file, if anything.
///
/// `head` may end anywhere, also inside a character.
pub(super) fn problem(file: &str, head: &[u8]) -> Option<Problem> {
    if let Some((_, found, expected)) = STRANGERS.iter().find(|(bytes, ..)| head.starts_with(bytes)) {
        return Some(at(file, 1, found, expected));
    }
    if without_mark(head).iter().all(u8::is_ascii_whitespace) {
        return Some(at(file, 1, "", "a header line; the file is empty"));
    }
    if let Some(idx) = head.iter().position(|&byte| byte == 0) {
        return Some(fault(file, line_of(head, idx), Fault::NotText));
    }
    match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_some() => {
            Some(fault(file, line_of(head, error.valid_up_to()), Fault::NotUtf8))
        }
        _ => None,
    }
}

/// The problem for a fault met while reading on.
pub(super) fn fault(file: &str, line: u32, fault: Fault) -> Problem {
    match fault {
        Fault::NotUtf8 => at(file, line, "bytes that are not UTF-8, perhaps Latin-1 or Windows-1252", SAVE_AS),
        Fault::NotText => at(file, line, "a zero byte, as in UTF-16 or a binary file", SAVE_AS),
        Fault::OpenQuote => {
            at(file, line, "a quote that is never closed", "a closing `\"`, or `\"\"` for a quote inside a cell")
        }
        Fault::TooLong => {
            let expected = format!("rows of at most {MAX_RECORD_BYTES} bytes; look for a quote that is never closed");
            at(file, line, "a very long row", &expected)
        }
    }
}

fn at(file: &str, line: u32, found: &str, expected: &str) -> Problem {
    Problem { file: file.into(), line, column: String::new(), found: found.into(), expected: expected.into() }
}

/// The line a byte is on.
fn line_of(bytes: &[u8], idx: usize) -> u32 {
    let breaks = bytes[..idx].iter().filter(|&&byte| byte == b'\n').count();
    u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
}
