//! Where the main content of a page is.
//!
//! What stands around it is left out by element, class and id. Of the rest, blocks of words outside links are weighed, and
//! the smallest element that holds nearly all of that weight is the content; an element that says it is the body of the
//! article is preferred. Every step walks the page once.

use html5ever::{LocalName, local_name};

use super::page::{Element, Page, Piece};
use super::render::Writer;
use super::statement;
use super::words::{Block, block, body_rank, is_apart, is_around, is_comments};

/// A block weighs when it has as many characters outside links.
const BLOCK_CHARS: usize = 40;

/// An element is the content when it holds as much of a page's weight, in percent.
const NAMED_BODY: usize = 35;
const ARTICLE: usize = 50;
const NEARLY_ALL: usize = 90;

/// An element that seems to stand around the content does not when it holds as much of the page's weight, in percent.
const TOO_MUCH_TO_DROP: usize = 50;

/// As little text is suspicious when the page has several times as much, in bytes and times.
const LITTLE: usize = 250;
const SEVERAL: usize = 3;

/// The text of the main content; empty when the page has none.
pub(super) fn main_text(page: &Page) -> String {
    let loose = View::new(page, &flags(page, |_, element| is_apart(&element.name) || element.is_hidden));
    let holders = holders_of_body(page);
    let total = loose.total();
    let out = flags(page, |at, element| {
        let percent = loose.weight(element) * 100 / total.max(1);
        is_apart(&element.name) || element.is_hidden || !holders[at] && is_dropped(page, element, percent)
    });
    let text = View::new(page, &out).main_text();
    // Pages for subscribers show a beginning and keep the whole for machines.
    let stated = statement::article_body(page).map(|body| super::fragment_text(&body)).unwrap_or_default();
    if stated.len() > text.len().max(LITTLE) * SEVERAL {
        return stated;
    }
    if text.len() >= LITTLE {
        return text;
    }
    // Little is left: the names misled, or all is hidden until a script shows it.
    let hidden_too = || View::new(page, &flags(page, |_, element| is_apart(&element.name))).main_text();
    let others = [loose.main_text(), hidden_too(), stated];
    let longest = others.into_iter().max_by_key(String::len).unwrap_or_default();
    if longest.len() > text.len() * SEVERAL { longest } else { text }
}

/// All the text that is shown.
pub(super) fn whole_text(page: &Page) -> String {
    let dropped = flags(page, |_, element| is_apart(&element.name) || element.is_hidden);
    let mut writer = Writer::default();
    for (piece, is_dropped) in page.pieces.iter().zip(piece_flags(page, &dropped)) {
        if is_dropped {
            writer.end_lines(0);
        } else {
            writer.piece(page, *piece);
        }
    }
    writer.finish()
}

/// A page with what is known of each piece.
struct View<'a> {
    page: &'a Page,
    dropped: Vec<bool>,
    blocks: Vec<TextBlock>,
    /// The weight of all pieces before each.
    weights: Vec<usize>,
}

/// Words between two breaks.
#[derive(Debug, Clone, Copy, Default)]
struct TextBlock {
    first: usize,
    end: usize,
    n_chars: usize,
    n_linked: usize,
    is_heading: bool,
}

impl TextBlock {
    const fn weight(&self) -> usize {
        let free = self.n_chars - self.n_linked;
        if free >= BLOCK_CHARS && self.n_linked * 5 <= self.n_chars * 2 { free } else { 0 }
    }

    /// A block of links leads elsewhere.
    const fn is_menu(&self) -> bool {
        !self.is_heading && self.n_linked * 10 > self.n_chars * 7
    }
}

impl<'a> View<'a> {
    /// A page without the elements that are flagged.
    fn new(page: &'a Page, out: &[bool]) -> Self {
        let dropped = piece_flags(page, out);
        let blocks = blocks(page, &dropped);
        let mut weights = vec![0; page.pieces.len() + 1];
        for block in &blocks {
            weights[block.first + 1] += block.weight();
        }
        for at in 1..weights.len() {
            weights[at] += weights[at - 1];
        }
        Self { page, dropped, blocks, weights }
    }

    fn main_text(&self) -> String {
        match self.root() {
            Some(root) => self.written(root.pieces.start, root.pieces.end),
            None => self.written(0, self.page.pieces.len()),
        }
    }

    fn total(&self) -> usize {
        self.weights.last().copied().unwrap_or_default()
    }

    fn weight(&self, element: &Element) -> usize {
        self.weights[element.pieces.end] - self.weights[element.pieces.start]
    }

    /// The element of the main content; `None` when no block weighs anything.
    fn root(&self) -> Option<&Element> {
        let total = self.total();
        if total == 0 {
            return None;
        }
        let holds = |element: &&Element, percent: usize| self.weight(element) * 100 >= total * percent;
        let named = self.page.elements.iter().filter(|element| holds(element, NAMED_BODY));
        let rank = |element: &Element| match element.itemprop.as_deref() {
            Some("articleBody") => Some(0),
            _ => body_rank(&element.marks),
        };
        let named = named.filter_map(|element| Some((rank(element)?, element)));
        if let Some((_, element)) = named.min_by_key(|(rank, element)| (*rank, usize::MAX - self.weight(element))) {
            return Some(element);
        }
        let article = self.page.elements.iter().filter(|element| element.name == local_name!("article"));
        let article = article.filter(|element| holds(element, ARTICLE)).max_by_key(|element| self.weight(element));
        let start = article.or_else(|| self.page.elements.iter().find(|element| holds(element, NEARLY_ALL)))?;
        Some(self.narrowed(start))
    }

    /// The innermost container that still holds nearly all the weight of `start`.
    fn narrowed(&self, start: &'a Element) -> &'a Element {
        let enough = self.weight(start) * NEARLY_ALL;
        let innermost = self.page.elements.iter().rfind(|element| {
            start.pieces.start <= element.pieces.start
                && element.pieces.end <= start.pieces.end
                && is_container(&element.name)
                && self.weight(element) * 100 >= enough
        });
        // Elements that hold nearly all are one within the other, the last opened innermost.
        innermost.unwrap_or(start)
    }

    fn written(&self, start: usize, end: usize) -> String {
        let mut writer = Writer::default();
        let first = self.blocks.partition_point(|block| block.first < start);
        let mut menus = self.blocks[first..].iter().filter(|block| block.is_menu()).peekable();
        for at in start..end {
            while menus.next_if(|menu| menu.end <= at).is_some() {}
            let in_menu = menus.peek().is_some_and(|menu| menu.first <= at);
            let piece = self.page.pieces[at];
            if !(self.dropped[at] || in_menu && matches!(piece, Piece::Text(..))) {
                writer.piece(self.page, piece);
            }
        }
        writer.finish()
    }
}

/// Whether an element is left out by what it is or says it is, unless it holds too much for that.
fn is_dropped(page: &Page, element: &Element, percent: usize) -> bool {
    match element.name {
        local_name!("html") | local_name!("body") | local_name!("article") | local_name!("main") => false,
        local_name!("aside") | local_name!("footer") | local_name!("form") => percent < TOO_MUCH_TO_DROP,
        local_name!("header") if percent < TOO_MUCH_TO_DROP => !has_heading(page, element) || is_around(&element.marks),
        _ if block(&element.name) == Block::Inline => false,
        _ => is_around(&element.marks) && (percent < TOO_MUCH_TO_DROP || is_comments(&element.marks)),
    }
}

/// Elements that are the body of the article, and those around them: what they say they are does not count.
fn holders_of_body(page: &Page) -> Vec<bool> {
    let mut holders = vec![false; page.elements.len()];
    for (at, element) in page.elements.iter().enumerate().rev() {
        holders[at] |= says_body(element);
        if let Some(parent) = element.parent {
            holders[parent] |= holders[at];
        }
    }
    holders
}

fn says_body(element: &Element) -> bool {
    element.itemprop.as_deref() == Some("articleBody") || body_rank(&element.marks).is_some()
}

fn has_heading(page: &Page, element: &Element) -> bool {
    // Headers are short, and the bound keeps nested ones from being walked over and over.
    let end = element.pieces.end.min(element.pieces.start + 200);
    page.pieces[element.pieces.start..end].iter().any(|piece| match *piece {
        Piece::Open(element) => page.elements[element].name == local_name!("h1"),
        _ => false,
    })
}

fn is_container(name: &LocalName) -> bool {
    !matches!(
        *name,
        local_name!("p")
            | local_name!("li")
            | local_name!("ul")
            | local_name!("ol")
            | local_name!("pre")
            | local_name!("blockquote")
            | local_name!("dd")
    ) && block(name) != Block::Inline
}

/// For each element, whether `is_out` says so of it or of one around it.
fn flags(page: &Page, is_out: impl Fn(usize, &Element) -> bool) -> Vec<bool> {
    let mut out: Vec<bool> = Vec::with_capacity(page.elements.len());
    for (at, element) in page.elements.iter().enumerate() {
        let is_within = element.parent.is_some_and(|parent| out[parent]);
        out.push(is_within || is_out(at, element));
    }
    out
}

/// The same for each piece.
fn piece_flags(page: &Page, elements: &[bool]) -> Vec<bool> {
    let mut out = Vec::with_capacity(page.pieces.len());
    let mut open: Option<usize> = None;
    for piece in &page.pieces {
        match *piece {
            Piece::Open(element) => {
                open = Some(element);
                out.push(elements[element]);
            }
            Piece::Close(element) => {
                open = page.elements[element].parent;
                out.push(elements[element]);
            }
            _ => out.push(open.is_some_and(|element| elements[element])),
        }
    }
    out
}

fn n_chars(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The blocks of text that is not dropped, in order.
fn blocks(page: &Page, dropped: &[bool]) -> Vec<TextBlock> {
    let mut blocks = Vec::new();
    let mut current = TextBlock::default();
    let mut n_links = 0_usize;
    let mut n_headings = 0_usize;
    for (at, piece) in page.pieces.iter().enumerate() {
        match *piece {
            Piece::Text(from, to) if !dropped[at] => {
                let n_chars = n_chars(&page.text[from..to]);
                if current.n_chars == 0 {
                    current.first = at;
                }
                current.n_chars += n_chars;
                current.n_linked += if n_links > 0 { n_chars } else { 0 };
                current.is_heading |= n_headings > 0;
                current.end = at + 1;
            }
            Piece::Open(element) | Piece::Close(element) => {
                let name = &page.elements[element].name;
                let step = |n: usize| if matches!(piece, Piece::Open(_)) { n + 1 } else { n.saturating_sub(1) };
                match *name {
                    local_name!("a") => n_links = step(n_links),
                    local_name!("h1") | local_name!("h2") | local_name!("h3") => n_headings = step(n_headings),
                    _ => {}
                }
                if block(name) != Block::Inline && current.n_chars > 0 {
                    blocks.push(std::mem::take(&mut current));
                }
            }
            _ => {}
        }
    }
    if current.n_chars > 0 {
        blocks.push(current);
    }
    blocks
}
