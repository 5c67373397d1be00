//! Documents as people keep them, to plain text: what the reader reads.
//!
//! Bytes of one kind come in, [`Document`]s and [`Problem`](crate::Problem)s go out, one by one, so that memory is bounded
//! by the largest document and not by the file. Nothing is guessed: a title, a date, a language or an address is given only
//! where the file states it, and a date only where it can be read in one way.
//!
//! What the text holds: paragraphs are separated by a blank line, lines of lists and tables by a line break, cells by a tab.
//! Plain text and the text of JSON Lines stay as they are, byte for byte (after decoding), so that the offsets of evidence
//! point into the file's own words.
//!
//! Left out on purpose: pictures, scripts, hidden text, deleted text, headers and footers of pages of a text document,
//! senders and recipients of mail. Nothing outside the bytes is fetched, and entities and links are never followed.
//!
//! # Limits
//!
//! A document is at most [`MAX_BYTES`] long, packed and unpacked (Markdown a quarter of that, for its parser needs up to
//! sixty times as much memory); a larger one is a problem and the next is read. Nesting
//! is cut at fixed depths, and every step is linear in its input, so that no bytes make it hang or fail.
//!
//! # Example
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use formats::document::{Kind, kind_of, read_documents};
//!
//! let page = b"<html lang=en><title>News</title><article><p>Upper Mill and Nether Mill are twins.</p></article></html>";
//! let kind = kind_of("news.html", page).expect("the kind is known");
//! assert_eq!(kind, Kind::Html);
//! let mut texts = Vec::new();
//! read_documents(kind, "news.html", &mut page.as_slice(), &mut |found| {
//!     texts.extend(found.map(|document| document.text));
//!     ControlFlow::Continue(())
//! });
//! assert_eq!(texts, ["Upper Mill and Nether Mill are twins."]);
//! ```

mod charset;
mod dates;
mod docx;
mod feed;
mod html;
mod inflate;
mod json_lines;
mod kind;
mod limits;
mod mail;
mod markdown;
mod pdf;
mod plain;
mod read;
mod sink;
mod tags;
mod unzip;
mod xml;

#[cfg(test)]
mod tests;

pub use kind::{Kind, kind_of};
pub use limits::MAX_BYTES;
pub use read::{Document, read_documents};
