//! Web pages: the main content as paragraphs, and what the page states about itself.
//!
//! A page is split into tags and text by `html5ever`'s tokenizer; the tree over them is ours, because the full one takes
//! quadratic time on hostile nesting, and the flat one here is all that is needed: elements as ranges of one list.

mod content;
mod meta;
mod page;
mod render;
mod statement;
mod words;

use std::ops::ControlFlow;

use super::charset::decode;
use super::sink::Sink;
use page::Page;

/// Where a page declares its encoding, it does so early.
const DECLARED_WITHIN: usize = 4096;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
    let source = decode(bytes, declared_encoding(bytes).as_deref()).noted(1, sink)?;
    let page = Page::parse(&source);
    let mut document = meta::stated(&page);
    document.text = content::main_text(&page);
    if document.text.is_empty() {
        return sink.problem(1, "a page without text", "a page whose text is in it; save it after it has loaded");
    }
    sink.document(document)
}

/// All the text of a piece of HTML, in paragraphs.
pub(super) fn fragment_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return paragraphs_of(html);
    }
    let page = Page::parse(html);
    content::whole_text(&page)
}

/// The text of a line of HTML, such as a title.
pub(super) fn inline_text(html: &str) -> Option<String> {
    super::tags::one_line(&fragment_text(html))
}

/// Text without any markup keeps its paragraphs.
fn paragraphs_of(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines = text.lines().map(|line| super::tags::one_line(line).unwrap_or_default());
    let mut out = String::with_capacity(text.len());
    for line in lines {
        if !line.is_empty() || out.ends_with('\n') && !out.ends_with("\n\n") || !out.is_empty() && !out.ends_with('\n')
        {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The label after `charset=` or `encoding=` at the start of a page.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let at = head.find("charset").map(|at| at + 7).or_else(|| head.find("encoding=").map(|at| at + 8))?;
    let rest = head[at..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label = rest.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).next()?;
    Some(label.to_owned())
}
