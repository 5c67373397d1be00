//! Markdown to text: the marks go, words and line breaks stay; front matter gives title, date, language and address.

use std::ops::ControlFlow;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::charset::decode;
use super::html::fragment_text;
use super::read::Document;
use super::sink::Sink;
use super::{dates, tags};

/// Less than other documents may have: the parser needs up to sixty times the memory of its input.
const MAX_MARKDOWN_BYTES: usize = 8 << 20;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
    if bytes.len() > MAX_MARKDOWN_BYTES {
        return sink.problem(1, "Markdown of more than 8 MiB", "a shorter document; split it");
    }
    let source = decode(bytes, None).noted(1, sink)?;
    let document = render(&source);
    if document.text.is_empty() && document.title.is_none() {
        return ControlFlow::Continue(());
    }
    sink.document(document)
}

/// The document being written.
#[derive(Default)]
struct Page {
    document: Document,
    front_matter: String,
    heading: String,
    html: String,
    is_front_matter: bool,
    in_first_heading: bool,
    // Depth of what is left out: the words that stand for a picture.
    n_hidden: usize,
    n_lists: usize,
}

fn render(source: &str) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut page = Page::default();
    for event in Parser::new_ext(source, options) {
        page.take(event);
    }
    let mut document = page.document;
    document.text.truncate(document.text.trim_end().len());
    state_front_matter(&page.front_matter, &mut document);
    document.title = document.title.or_else(|| tags::one_line(&page.heading));
    document
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.push(&text),
            Event::Html(html) => self.html.push_str(&html),
            // A tag within a line carries no words but may stand for a line break.
            Event::InlineHtml(html) if html.starts_with("<br") => self.push("\n"),
            Event::InlineHtml(_) | Event::TaskListMarker(_) => {}
            Event::SoftBreak | Event::HardBreak => self.push("\n"),
            Event::Rule => self.end_lines(2),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(_) => self.is_front_matter = true,
            Tag::Heading { level: HeadingLevel::H1, .. } => {
                self.end_lines(2);
                self.in_first_heading = self.heading.is_empty();
            }
            Tag::Image { .. } => self.n_hidden += 1,
            Tag::List(_) => {
                self.end_lines(if self.n_lists == 0 { 2 } else { 1 });
                self.n_lists += 1;
            }
            Tag::Item | Tag::TableRow | Tag::TableHead => self.end_lines(1),
            Tag::Paragraph if self.n_lists > 0 => self.end_lines(1),
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) => {
                self.end_lines(2);
            }
            Tag::TableCell if !self.document.text.ends_with('\n') => self.push("\t"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.is_front_matter = false,
            TagEnd::Heading(_) => {
                self.in_first_heading = false;
                self.end_lines(2);
            }
            TagEnd::Image => self.n_hidden = self.n_hidden.saturating_sub(1),
            TagEnd::List(_) => {
                self.n_lists = self.n_lists.saturating_sub(1);
                self.end_lines(if self.n_lists == 0 { 2 } else { 1 });
            }
            TagEnd::Paragraph if self.n_lists == 0 => self.end_lines(2),
            TagEnd::HtmlBlock => {
                let text = fragment_text(&std::mem::take(&mut self.html));
                self.push(&text);
                self.end_lines(2);
            }
            TagEnd::CodeBlock | TagEnd::Table => self.end_lines(2),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.is_front_matter {
            self.front_matter.push_str(text);
        } else if self.n_hidden == 0 {
            self.document.text.push_str(text);
            if self.in_first_heading {
                self.heading.push_str(text);
            }
        }
    }

    /// Ends the line (1) or the paragraph (2), unless that is done.
    fn end_lines(&mut self, n_breaks: usize) {
        let text = &mut self.document.text;
        if text.is_empty() {
            return;
        }
        let there = text.len() - text.trim_end_matches('\n').len();
        text.extend(std::iter::repeat_n('\n', n_breaks.saturating_sub(there)));
    }
}

/// Reads `key: value` and `key = value` lines; deeper YAML or TOML says nothing that is asked here.
fn state_front_matter(front_matter: &str, document: &mut Document) {
    for line in front_matter.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        match key.trim() {
            "title" => document.title = tags::one_line(value),
            "date" | "published" => document.published = dates::stated(value),
            "lang" | "language" => document.language = tags::language(value),
            "url" | "canonical" | "canonical_url" => document.address = tags::web_address(value),
            _ => {}
        }
    }
}
