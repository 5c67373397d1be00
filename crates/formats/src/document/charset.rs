//! Bytes to text: by byte order mark, by being UTF-8, by what the file declares, else by the look of the bytes.

use std::ops::ControlFlow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::sink::Sink;

/// As much as the detector looks at: its verdict does not change after that.
const LOOKED_AT: usize = 256 << 10;

/// A decoded text.
#[derive(Debug)]
pub(super) struct Decoded {
    text: String,
    encoding: &'static Encoding,
    has_wrong: bool,
}

impl Decoded {
    /// The text; wrong bytes in it are first reported, once. `line` is where the text begins in the file.
    pub(super) fn noted(self, line: usize, sink: &mut Sink<'_>) -> ControlFlow<(), String> {
        if self.has_wrong
            && let Some(at) = self.text.find('\u{FFFD}')
        {
            let n_wrong = self.text[at..].matches('\u{FFFD}').count();
            let line = line + self.text[..at].matches('\n').count();
            let found = format!("{n_wrong} byte sequences that are not {}", self.encoding.name());
            sink.problem(line, &found, "text in UTF-8; each was replaced by U+FFFD")?;
        }
        ControlFlow::Continue(self.text)
    }
}

/// Decodes the whole of `bytes`; `declared` is the label the file itself gives, if any.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark_len)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark_len..]);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if declared == Some(ISO_2022_JP) {
        return decode_as(ISO_2022_JP, bytes);
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return decode_as(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: UTF_8, has_wrong: false },
        Err(_) => decode_as(not_clean_utf_8(bytes, declared), bytes),
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, has_wrong) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding, has_wrong }
}

/// UTF-16 without its mark shows as a zero in every other byte of Latin text.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(64)];
    if head.len() < 8 {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count() * 2;
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 4 * 3;
    match (even >= most, odd >= most) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// What bytes are that are not UTF-8 throughout: UTF-8 with damage, the declared encoding, or what they look like.
fn not_clean_utf_8(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    let mut n_right = 0_usize;
    let mut n_wrong = 0_usize;
    for chunk in bytes.utf8_chunks() {
        n_right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_wrong += usize::from(!chunk.invalid().is_empty());
    }
    // Text in another encoding hardly ever holds a right sequence of UTF-8.
    if n_right > n_wrong {
        return UTF_8;
    }
    if let Some(encoding) = declared
        && encoding != UTF_8
    {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    // ASCII says nothing, so a long ASCII start must not use up what is looked at.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let looked = if first < LOOKED_AT / 2 { head } else { &bytes[first..bytes.len().min(first + LOOKED_AT)] };
    detector.feed(looked, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], declared: Option<&str>, expected: &str) {
        assert_eq!(decode(bytes, declared).text, expected, "{bytes:?}");
    }

    #[test]
    fn the_encoding_is_found() {
        check("Müllerstadt".as_bytes(), None, "Müllerstadt");
        check(b"\xEF\xBB\xBFMill", None, "Mill");
        check(b"\xFF\xFEM\0i\0l\0l\0", None, "Mill");
        check(b"\xFE\xFF\0M\0i\0l\0l", None, "Mill");
        check(b"M\0i\0l\0l\0 \0t\0o\0w\0n\0", None, "Mill town");
        check(
            b"M\xFChlstadt und Oberm\xFChle sind Partnerst\xE4dte",
            None,
            "Mühlstadt und Obermühle sind Partnerstädte",
        );
        let russian = "Города-побратимы подписали соглашение о сотрудничестве";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
        check(&bytes, None, russian);
        check(&bytes, Some("windows-1251"), russian);
        check(&bytes, Some("utf-8"), russian);
        check("побратимы".as_bytes(), Some("windows-1251"), "побратимы");
        check("été \u{FFFD}".replace('\u{FFFD}', "").as_bytes(), None, "été ");
        check(b"\xC3\xA9t\xC3\xA9 \xFF \xC3\xA9t\xC3\xA9", None, "été \u{FFFD} été");
        check(b"", None, "");
    }
}
