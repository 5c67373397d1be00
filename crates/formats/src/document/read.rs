//! The one door: bytes of a kind to documents and problems.

use std::io::BufRead;
use std::ops::ControlFlow;

use model::PartialDate;

use super::limits::{Whole, read_whole};
use super::sink::Sink;
use super::{Kind, docx, feed, html, json_lines, mail, markdown, pdf, plain};
use crate::Problem;

/// A text with what its file states about it. What the file does not state is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its identifier in the file, such as a feed entry's.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// When it was published; the day a file was made is not used.
    pub published: Option<PartialDate>,
    /// The place and date line, where the file keeps it apart from the text.
    pub dateline: Option<String>,
    /// Its language as a BCP 47 tag.
    pub language: Option<String>,
    /// Its web address.
    pub address: Option<String>,
    /// The text that offsets of evidence point into, in UTF-8.
    pub text: String,
    /// Where in the file it stands, such as `line 12` or `entry 3`; empty when it is the whole file.
    pub part: String,
}

/// Reads all documents of a file, in its order, and gives each, and each problem, to `give` until that breaks off.
///
/// `kind` is what [`kind_of`](super::kind_of) says; `name` is the file's name, for the problems. Memory is bounded by one
/// document: a longer one than [`MAX_BYTES`](super::MAX_BYTES) is a problem, and the next is read. Wrong bytes are replaced by
/// U+FFFD and reported once for each document, before it. A reader that fails is a problem and the end.
///
/// An empty text file gives nothing.
pub fn read_documents(
    kind: Kind,
    name: &str,
    from: &mut dyn BufRead,
    give: &mut dyn FnMut(Result<Document, Problem>) -> ControlFlow<()>,
) {
    let mut sink = Sink { file: name, give };
    // Breaking off is the caller's wish, and nothing is left to do then.
    let _: ControlFlow<()> = match kind {
        Kind::JsonLines => json_lines::read(from, &mut sink),
        Kind::Feed => feed::read(from, &mut sink),
        Kind::Text | Kind::Html | Kind::Markdown | Kind::Mail | Kind::Pdf | Kind::Docx => {
            read_one(kind, from, &mut sink)
        }
    };
}

/// Reads a file that is one document.
fn read_one(kind: Kind, from: &mut dyn BufRead, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let bytes = match read_whole(from) {
        Ok(Whole::Bytes(bytes)) => bytes,
        Ok(Whole::TooLong) => return sink.too_long(1, "a document"),
        Err(error) => return sink.failed(1, &error),
    };
    match kind {
        Kind::Html => html::read(&bytes, sink),
        Kind::Markdown => markdown::read(&bytes, sink),
        Kind::Mail => mail::read(&bytes, sink),
        Kind::Pdf => pdf::read(&bytes, sink),
        Kind::Docx => docx::read(&bytes, sink),
        Kind::Text | Kind::JsonLines | Kind::Feed => plain::read(&bytes, sink),
    }
}
