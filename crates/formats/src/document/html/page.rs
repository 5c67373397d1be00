//! A page as a flat list of marks and texts, with its elements as ranges of that list.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::{LocalName, local_name};

use super::words::{Block, block, is_void, mark_words};

/// Elements nested deeper are taken as part of those around them.
const MAX_DEPTH: usize = 200;

/// Elements beyond these are, too: the largest pages have a tenth of them.
const MAX_ELEMENTS: usize = 1_000_000;

/// A page in pieces.
#[derive(Default)]
pub(super) struct Page {
    pub(super) pieces: Vec<Piece>,
    pub(super) elements: Vec<Element>,
    /// All text, one piece after the other, entities resolved.
    pub(super) text: String,
    pub(super) metas: Vec<Meta>,
    /// `<script type="application/ld+json">`, as it is.
    pub(super) statements: Vec<String>,
    pub(super) title: String,
    pub(super) language: Option<String>,
    pub(super) canonical: Option<String>,
}

/// What stands between two places of a page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece {
    Open(usize),
    Close(usize),
    /// From here to there in [`Page::text`].
    Text(usize, usize),
    /// `<br>`.
    Break,
}

/// An element that holds something.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: LocalName,
    pub(super) parent: Option<usize>,
    /// Its pieces, its own marks included.
    pub(super) pieces: Range<usize>,
    /// Words of `class`, `id` and `role`, in lower case.
    pub(super) marks: String,
    pub(super) is_hidden: bool,
    pub(super) itemprop: Option<String>,
    pub(super) datetime: Option<String>,
}

/// A `<meta>` with a name (or property) and a content.
pub(super) struct Meta {
    pub(super) name: String,
    pub(super) content: String,
}

impl Page {
    /// Takes a page apart. Any text is a page.
    pub(super) fn parse(source: &str) -> Self {
        let builder = Builder::default();
        let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(source));
        // It would stop early only for a script to be run, which this sink never asks for.
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink.state.into_inner().finish()
    }

    /// The text of a range of pieces, as it stands.
    pub(super) fn raw_text(&self, pieces: Range<usize>) -> String {
        let texts = self.pieces[pieces].iter().filter_map(|piece| match *piece {
            Piece::Text(from, to) => Some(&self.text[from..to]),
            _ => None,
        });
        texts.collect()
    }
}

#[derive(Default)]
struct Builder {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    page: Page,
    stack: Vec<usize>,
    /// Open elements beyond the limits, which are not kept.
    n_beyond: usize,
    raw: Option<Raw>,
}

/// Whose raw text is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Raw {
    Title,
    Statement,
    Other,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line_number: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => state.start(&tag),
            Token::TagToken(tag) => {
                state.end(&tag.name);
                TokenSinkResult::Continue
            }
            Token::CharacterTokens(text) => {
                state.push_text(&text);
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }

    // Old pages hide nothing in CDATA, and feeds in XHTML do.
    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        true
    }
}

impl State {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        match tag.name {
            local_name!("meta") => self.meta(tag),
            local_name!("link") => self.link(tag),
            local_name!("html") => self.html(tag),
            local_name!("br") => self.page.pieces.push(Piece::Break),
            _ => {}
        }
        if is_void(&tag.name) {
            return TokenSinkResult::Continue;
        }
        if let Some((raw, kind)) = raw_text(tag) {
            if tag.self_closing {
                return TokenSinkResult::Continue;
            }
            self.raw = Some(raw);
            if raw == Raw::Statement {
                self.page.statements.push(String::new());
            }
            return TokenSinkResult::RawData(kind);
        }
        self.open(tag);
        TokenSinkResult::Continue
    }

    fn open(&mut self, tag: &Tag) {
        self.imply_ends(&tag.name);
        if self.stack.len() >= MAX_DEPTH || self.page.elements.len() >= MAX_ELEMENTS {
            self.n_beyond += usize::from(!tag.self_closing);
            return;
        }
        let element = self.page.elements.len();
        let start = self.page.pieces.len();
        let attribute = |name: LocalName| value(tag, &name);
        self.page.elements.push(Element {
            name: tag.name.clone(),
            parent: self.stack.last().copied(),
            pieces: start..start,
            marks: mark_words(["class", "id", "role"].into_iter().filter_map(|name| attribute(LocalName::from(name)))),
            is_hidden: is_hidden(tag),
            itemprop: attribute(LocalName::from("itemprop")).map(str::to_owned),
            datetime: attribute(local_name!("datetime")).map(str::to_owned),
        });
        self.page.pieces.push(Piece::Open(element));
        self.stack.push(element);
        if tag.self_closing && block(&tag.name) == Block::Inline {
            self.close_to(self.stack.len() - 1);
        }
    }

    /// Ends what HTML lets stay open: a paragraph before a block, an item before the next, a cell before the next.
    fn imply_ends(&mut self, name: &LocalName) {
        let ended: &[LocalName] = match *name {
            local_name!("li") => &[local_name!("li"), local_name!("p")],
            local_name!("dt") | local_name!("dd") => &[local_name!("dt"), local_name!("dd"), local_name!("p")],
            local_name!("td") | local_name!("th") => &[local_name!("td"), local_name!("th"), local_name!("p")],
            local_name!("tr") => &[local_name!("tr"), local_name!("td"), local_name!("th"), local_name!("p")],
            local_name!("option") => &[local_name!("option")],
            // Many pages leave out the end of the head.
            _ if block(name) != Block::Inline => &[local_name!("p"), local_name!("head")],
            _ => return,
        };
        let mut depth = self.stack.len();
        let mut keep = depth;
        while depth > 0 {
            depth -= 1;
            let open = &self.page.elements[self.stack[depth]].name;
            if ended.contains(open) {
                keep = depth;
            } else if block(open) != Block::Inline {
                break;
            }
        }
        self.close_to(keep);
    }

    fn end(&mut self, name: &LocalName) {
        if self.raw.take().is_some() || is_void(name) {
            if *name == local_name!("p") || *name == local_name!("br") {
                self.page.pieces.push(Piece::Break);
            }
            return;
        }
        if self.n_beyond > 0 {
            self.n_beyond -= 1;
            return;
        }
        let is_inline = block(name) == Block::Inline;
        for depth in (0..self.stack.len()).rev() {
            let open = &self.page.elements[self.stack[depth]].name;
            if open == name {
                self.close_to(depth);
                return;
            }
            // A stray `</span>` must not end the section around it, nor a stray `</div>` the table cell.
            let is_wall = matches!(*open, local_name!("td") | local_name!("th") | local_name!("table"))
                && !matches!(block(name), Block::Cell | Block::Row | Block::Table);
            if is_wall || is_inline && block(open) != Block::Inline {
                return;
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            let Some(element) = self.stack.pop() else { return };
            self.page.pieces.push(Piece::Close(element));
            self.page.elements[element].pieces.end = self.page.pieces.len();
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.raw {
            Some(Raw::Title) => self.page.title.push_str(text),
            Some(Raw::Statement) => {
                if let Some(statement) = self.page.statements.last_mut() {
                    statement.push_str(text);
                }
            }
            Some(Raw::Other) => {}
            None => {
                let from = self.page.text.len();
                self.page.text.push_str(text);
                match self.page.pieces.last_mut() {
                    Some(Piece::Text(_, to)) => *to = self.page.text.len(),
                    _ => self.page.pieces.push(Piece::Text(from, self.page.text.len())),
                }
            }
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let names = ["property", "name", "itemprop", "http-equiv"];
        let name = names.into_iter().find_map(|name| value(tag, &LocalName::from(name)));
        if let (Some(name), Some(content)) = (name, value(tag, &local_name!("content"))) {
            self.page.metas.push(Meta { name: name.trim().to_ascii_lowercase(), content: content.to_owned() });
        }
    }

    fn link(&mut self, tag: &Tag) {
        let is_canonical = value(tag, &local_name!("rel")).is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
        if is_canonical && self.page.canonical.is_none() {
            self.page.canonical = value(tag, &local_name!("href")).map(str::to_owned);
        }
    }

    fn html(&mut self, tag: &Tag) {
        let language = value(tag, &local_name!("lang")).or_else(|| value(tag, &LocalName::from("xml:lang")));
        if self.page.language.is_none() {
            self.page.language = language.map(str::to_owned);
        }
    }

    fn finish(mut self) -> Page {
        self.close_to(0);
        self.page
    }
}

fn value<'a>(tag: &'a Tag, name: &LocalName) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| attribute.name.local == *name).map(|attribute| &*attribute.value)
}

fn is_hidden(tag: &Tag) -> bool {
    let style = value(tag, &local_name!("style")).unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_whitespace().collect();
    value(tag, &local_name!("hidden")).is_some()
        || value(tag, &LocalName::from("aria-hidden")) == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Elements whose content is not markup.
fn raw_text(tag: &Tag) -> Option<(Raw, RawKind)> {
    let is_statement = || value(tag, &local_name!("type")).is_some_and(|kind| kind.contains("ld+json"));
    match tag.name {
        local_name!("title") => Some((Raw::Title, RawKind::Rcdata)),
        local_name!("textarea") => Some((Raw::Other, RawKind::Rcdata)),
        local_name!("script") if is_statement() => Some((Raw::Statement, RawKind::ScriptData)),
        local_name!("script") => Some((Raw::Other, RawKind::ScriptData)),
        local_name!("style")
        | local_name!("xmp")
        | local_name!("iframe")
        | local_name!("noembed")
        | local_name!("noframes") => Some((Raw::Other, RawKind::Rawtext)),
        _ => None,
    }
}
