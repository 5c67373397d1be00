//! What kind of document a file is, by its first bytes and its name.

use std::fmt;

use crate::Problem;

/// A kind of document this module reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Plain text in UTF-8, UTF-16 with its mark, or an older encoding that can be told.
    Text,
    /// A web page, of which the main content is taken.
    Html,
    /// Markdown, with its front matter.
    Markdown,
    /// One JSON object a line, with a field `text`, `body` or `content`.
    JsonLines,
    /// RSS 0.9 to 2.0 or Atom; each entry is a document.
    Feed,
    /// One mail message (`.eml`).
    Mail,
    /// PDF that holds text.
    Pdf,
    /// Word, since 2007.
    Docx,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Html, Self::Markdown, Self::JsonLines, Self::Feed, Self::Mail, Self::Pdf, Self::Docx];

    /// The word for it in arguments and reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::JsonLines => "jsonl",
            Self::Feed => "feed",
            Self::Mail => "mail",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.word())
    }
}

/// Formats told by their first bytes that are not read, and what to do.
const FOREIGN: [(&[u8], &str, &str); 16] = [
    (b"\x89PNG", "a picture", PICTURE),
    (b"\xFF\xD8\xFF", "a picture", PICTURE),
    (b"GIF8", "a picture", PICTURE),
    (b"II*\0", "a picture", PICTURE),
    (b"MM\0*", "a picture", PICTURE),
    (b"\xD0\xCF\x11\xE0", "an old Office file", "a newer form; save it as .docx, or a table as CSV"),
    (b"{\\rtf", "RTF", "a newer form; save it as .docx"),
    (b"%!PS", "PostScript", "a PDF; convert it with `ps2pdf`"),
    (b"AT&TFORM", "DjVu", "a PDF or text; convert it with `djvutxt`"),
    (b"\x1F\x8B", "a packed file", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a packed file", UNPACK),
    (b"BZh", "a packed file", UNPACK),
    (b"\xFD7zXZ", "a packed file", UNPACK),
    (b"7z\xBC\xAF", "a packed file", UNPACK),
    (b"Rar!", "a packed file", UNPACK),
    (b"SQLite format 3", "a database", "a document; export its texts as JSON Lines"),
];

const PICTURE: &str = "text; run OCR on it and give the result";
const UNPACK: &str = "the files within; unpack it first";

/// What a first line of a mail message looks like, in lower case.
const MAIL_HEADERS: [&str; 10] = [
    "return-path:",
    "received:",
    "delivered-to:",
    "mime-version:",
    "message-id:",
    "from:",
    "dkim-signature:",
    "x-mozilla-status:",
    "subject:",
    "authentication-results:",
];

/// How much of a file's start is looked at.
const HEAD_BYTES: usize = 4096;

/// Says what kind of document a file is. `name` is its name or path (`-` and other names without an extension are fine),
/// `head` its first bytes: 4,096 are enough, fewer are fine when the file is short.
///
/// What the bytes say of themselves goes before the name.
///
/// # Errors
/// A [`Problem`] with the remedy for pictures, packed files, tables and whatever else is not read.
pub fn kind_of(name: &str, head: &[u8]) -> Result<Kind, Problem> {
    let head = &head[..head.len().min(HEAD_BYTES)];
    let extension = extension(name);
    by_magic(name, head).or_else(|| by_markup(head).map(Ok)).unwrap_or_else(|| match extension.as_str() {
        "html" | "htm" | "xhtml" => Ok(Kind::Html),
        "md" | "markdown" => Ok(Kind::Markdown),
        "eml" | "mail" => Ok(Kind::Mail),
        "jsonl" | "ndjson" => Ok(Kind::JsonLines),
        "json" => by_json(name, head),
        "rss" | "atom" => Ok(Kind::Feed),
        "xml" | "rdf" | "svg" => Err(problem(name, "XML of an unknown form", "RSS, Atom or a web page")),
        "pdf" => Err(problem(name, "no PDF header", "a whole PDF; get the file again")),
        "docx" => Err(problem(name, "no Word document", "a whole .docx; get the file again")),
        "csv" | "tsv" | "ods" => Err(problem(name, "a table", "a document; tables are read by `twain import`")),
        _ => by_look(name, head),
    })
}

fn problem(name: &str, found: &str, expected: &str) -> Problem {
    Problem {
        file: name.to_owned(),
        line: 1,
        column: String::new(),
        found: found.to_owned(),
        expected: expected.to_owned(),
    }
}

fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

fn by_magic(name: &str, head: &[u8]) -> Option<Result<Kind, Problem>> {
    // Readers of PDF allow up to 1,024 bytes before its mark.
    if head[..head.len().min(1024)].windows(5).any(|bytes| bytes == b"%PDF-") {
        return Some(Ok(Kind::Pdf));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(by_package(name, head));
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Err(problem(name, "a picture", PICTURE)));
    }
    let (_, found, expected) = FOREIGN.iter().find(|(magic, ..)| head.starts_with(magic))?;
    Some(Err(problem(name, found, expected)))
}

/// Zip files hold Office documents as well as anything else.
fn by_package(name: &str, head: &[u8]) -> Result<Kind, Problem> {
    let has = |needle: &[u8]| head.windows(needle.len()).any(|bytes| bytes == needle);
    match extension(name).as_str() {
        "docx" | "docm" | "dotx" => Ok(Kind::Docx),
        "xlsx" | "ods" => Err(problem(name, "a workbook", "a document; save a sheet as CSV for `twain import`")),
        "pptx" | "odp" | "odt" | "epub" | "pages" => {
            Err(problem(name, "a document of another program", "a form that is read; save it as .docx or PDF"))
        }
        _ if has(b"word/") => Ok(Kind::Docx),
        _ => Err(problem(name, "a packed file", UNPACK)),
    }
}

/// What says of itself in its first tags what it is.
fn by_markup(head: &[u8]) -> Option<Kind> {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let text = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    if !text.starts_with('<') {
        return None;
    }
    let has_tag = |name: &str| {
        text.match_indices(name).any(|(at, _)| {
            let after = text[at + name.len()..].chars().next();
            text[..at].ends_with(['<', ':']) && after.is_none_or(|c| c == '>' || c.is_ascii_whitespace())
        })
    };
    if text.starts_with("<!doctype html") || has_tag("html") {
        Some(Kind::Html)
    } else if has_tag("rss") || has_tag("feed") || (has_tag("rdf") && text.contains("purl.org/rss/")) {
        Some(Kind::Feed)
    } else {
        None
    }
}

fn by_json(name: &str, head: &[u8]) -> Result<Kind, Problem> {
    match head.trim_ascii_start().first() {
        Some(b'[') => Err(problem(name, "a JSON array", "one JSON object a line; convert it with `jq -c '.[]'`")),
        _ => Ok(Kind::JsonLines),
    }
}

/// A file without a telling name or mark: JSON Lines, mail, a fragment of HTML, or text if it looks like text.
fn by_look(name: &str, head: &[u8]) -> Result<Kind, Problem> {
    let has_mark = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let n_control = head.iter().filter(|&&byte| byte < b' ' && !byte.is_ascii_whitespace() && byte != 0x1B).count();
    let n_zero = head.iter().filter(|&&byte| byte == 0).count();
    // UTF-16 without its mark is half zeros; other files with many control bytes are not text.
    let is_wide = n_zero == n_control && n_zero * 5 >= head.len() * 2;
    if !has_mark && !is_wide && n_control * 50 > head.len() {
        return Err(problem(
            name,
            "bytes that are not text",
            "text, HTML, Markdown, JSON Lines, RSS, mail, PDF or DOCX",
        ));
    }
    let start = head.trim_ascii_start();
    if start.starts_with(b"{\"") && extension(name) != "txt" {
        return Ok(Kind::JsonLines);
    }
    let lower = String::from_utf8_lossy(start).to_ascii_lowercase();
    let n_headers = lower.lines().filter(|line| MAIL_HEADERS.iter().any(|header| line.starts_with(header))).count();
    if n_headers >= 2 && MAIL_HEADERS.iter().any(|header| lower.starts_with(header)) && extension(name) != "txt" {
        return Ok(Kind::Mail);
    }
    Ok(Kind::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, head: &[u8], expected: &str) {
        let found = match kind_of(name, head) {
            Ok(kind) => kind.to_string(),
            Err(problem) => problem.found,
        };
        assert_eq!(found, expected, "{name} {:?}", String::from_utf8_lossy(head));
    }

    #[test]
    fn kinds_are_told_by_bytes_and_name() {
        check("a.txt", b"Upper Mill", "text");
        check("-", b"Upper Mill", "text");
        check("-", b"", "text");
        check("README", b"# Mill", "text");
        check("a.md", b"# Mill", "markdown");
        check("A.HTML", b"<p>Mill", "html");
        check("a.txt", b" <!DOCTYPE html><html>", "html");
        check("-", b"<html lang=en>", "html");
        check("a.xml", b"<?xml version='1.0'?>\n<rss version='2.0'>", "feed");
        check("a", b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed");
        check("a.xml", b"<?xml version='1.0'?><book>", "XML of an unknown form");
        check("a.jsonl", b"{\"text\": \"Mill\"}", "jsonl");
        check("-", b"{\"text\": \"Mill\"}", "jsonl");
        check("a.json", b"[{\"text\": \"Mill\"}]", "a JSON array");
        check("a.eml", b"Subject: Mill", "mail");
        check("-", b"Received: by mill\r\nSubject: Mill\r\n\r\n", "mail");
        check("a.txt", b"From: the mayor\nSubject: twins", "text");
        check("a.pdf", b"%PDF-1.7", "pdf");
        check("a.txt", b"%PDF-1.7", "pdf");
        check("a.pdf", b"<p>Mill", "no PDF header");
        check("a.docx", b"PK\x03\x04", "docx");
        check("a", b"PK\x03\x04..word/document.xml", "docx");
        check("a.zip", b"PK\x03\x04", "a packed file");
        check("a.xlsx", b"PK\x03\x04", "a workbook");
        check("a.odt", b"PK\x03\x04", "a document of another program");
        check("a.doc", b"\xD0\xCF\x11\xE0", "an old Office file");
        check("a.jpg", b"\xFF\xD8\xFF\xE0", "a picture");
        check("a.csv", b"a,b", "a table");
        check("a.bin", b"\x01\x02\x03\x04", "bytes that are not text");
        check("a.txt", b"\xFF\xFEM\0", "text");
        check("a.txt", b"M\0i\0l\0l\0", "text");
    }

    #[test]
    fn words_lead_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(kind));
        }
    }
}
