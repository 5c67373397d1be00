//! What the names of elements, classes and ids say about their content. These lists are the whole of the judgment by name.

use html5ever::{LocalName, local_name};

/// How an element breaks the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// Not at all.
    Inline,
    /// A paragraph of its own.
    Paragraph,
    /// A line of its own.
    Line,
    /// A cell of a row.
    Cell,
    /// A row of cells, or rows taken together.
    Row,
    /// A table.
    Table,
}

pub(super) fn block(name: &LocalName) -> Block {
    match *name {
        local_name!("li") | local_name!("dt") | local_name!("dd") | local_name!("option") => Block::Line,
        local_name!("td") | local_name!("th") => Block::Cell,
        local_name!("tr") | local_name!("tbody") | local_name!("thead") | local_name!("tfoot") => Block::Row,
        local_name!("table") => Block::Table,
        local_name!("address")
        | local_name!("article")
        | local_name!("aside")
        | local_name!("blockquote")
        | local_name!("body")
        | local_name!("caption")
        | local_name!("center")
        | local_name!("details")
        | local_name!("dialog")
        | local_name!("div")
        | local_name!("dl")
        | local_name!("fieldset")
        | local_name!("figcaption")
        | local_name!("figure")
        | local_name!("footer")
        | local_name!("form")
        | local_name!("h1")
        | local_name!("h2")
        | local_name!("h3")
        | local_name!("h4")
        | local_name!("h5")
        | local_name!("h6")
        | local_name!("head")
        | local_name!("header")
        | local_name!("hgroup")
        | local_name!("html")
        | local_name!("legend")
        | local_name!("main")
        | local_name!("menu")
        | local_name!("nav")
        | local_name!("ol")
        | local_name!("p")
        | local_name!("pre")
        | local_name!("section")
        | local_name!("summary")
        | local_name!("ul") => Block::Paragraph,
        _ => Block::Inline,
    }
}

/// Elements that hold nothing.
pub(super) fn is_void(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("param")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
    )
}

/// Elements that never hold what a page is about, wherever they stand.
pub(super) fn is_apart(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("nav")
            | local_name!("noscript")
            | local_name!("template")
            | local_name!("svg")
            | local_name!("math")
            | local_name!("object")
            | local_name!("audio")
            | local_name!("video")
            | local_name!("canvas")
            | local_name!("button")
            | local_name!("select")
            | local_name!("datalist")
            | local_name!("dialog")
            | local_name!("menu")
            | local_name!("head")
    )
}

/// Words of class, id and role of what stands around the content. Whole words.
const AROUND: [&str; 72] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "alert",
    "author",
    "authorbox",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comment",
    "commentlist",
    "comments",
    "complementary",
    "contentinfo",
    "cookie",
    "cookies",
    "copyright",
    "disqus",
    "flyout",
    "footer",
    "gdpr",
    "hidden",
    "jumplinks",
    "legal",
    "login",
    "masthead",
    "menu",
    "menus",
    "metadata",
    "modal",
    "mostread",
    "nav",
    "navbar",
    "navi",
    "navigation",
    "newsletter",
    "noprint",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "paywall",
    "popup",
    "postmeta",
    "print",
    "promo",
    "recommendations",
    "recommended",
    "related",
    "replies",
    "respond",
    "rss",
    "search",
    "share",
    "sharedaddy",
    "sharing",
    "shoutbox",
    "sidebar",
    "skip",
    "social",
    "sponsor",
    "subscribe",
    "taboola",
    "taglist",
    "tags",
    "teaser",
    "toc",
    "toolbar",
    "widget",
];

/// Parts of such words that give them away within longer ones.
const AROUND_WITHIN: [&str; 14] = [
    "breadcrumb",
    "comment",
    "cookie",
    "disqus",
    "footer",
    "navigation",
    "newsletter",
    "pagination",
    "recommend",
    "related",
    "share",
    "sidebar",
    "social",
    "subscri",
];

/// Marks of the element that holds the content, in order of trust; a mark fits when the words of one class are exactly these.
const BODY: [&str; 26] = [
    "articlebody",
    "article body",
    "article content",
    "article text",
    "articletext",
    "articlecontent",
    "entry content",
    "post content",
    "post body",
    "story body",
    "story content",
    "storybody",
    "news body",
    "news content",
    "news text",
    "newstext",
    "press release",
    "td post content",
    "content body",
    "body content",
    "page content",
    "main content",
    "maincontent",
    "mw parser output",
    "field name body",
    "text content",
];

/// The words of classes and ids: one class after the other, parted by `,`, words by blanks, in lower case.
pub(super) fn mark_words<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let mut words = String::new();
    for class in values.flat_map(str::split_ascii_whitespace).take(24) {
        words.push(',');
        let mut was_lower = false;
        for c in class.chars().take(64) {
            let starts_word = c.is_ascii_uppercase() && was_lower;
            if (starts_word || !c.is_ascii_alphanumeric()) && !words.ends_with([' ', ',']) {
                words.push(' ');
            }
            if c.is_ascii_alphanumeric() {
                words.push(c.to_ascii_lowercase());
            }
            was_lower = c.is_ascii_lowercase();
        }
    }
    words
}

/// Whether the marks are those of what stands around the content.
pub(super) fn is_around(marks: &str) -> bool {
    marks.split(',').any(|class| {
        // `has-sidebar`, `no-comments` and `with-share` speak of a page's shape, not of this element.
        let mut words = class.split(' ').peekable();
        if words.peek().is_some_and(|first| matches!(*first, "has" | "no" | "with" | "without" | "is")) {
            return false;
        }
        words.any(|word| AROUND.binary_search(&word).is_ok() || AROUND_WITHIN.iter().any(|part| word.contains(part)))
    })
}

/// Whether the marks are those of what readers wrote, which may be more than the article.
pub(super) fn is_comments(marks: &str) -> bool {
    marks.split(',').any(|class| {
        matches!(
            class.trim_end(),
            "comments" | "commentlist" | "comment list" | "comments area" | "disqus thread" | "respond"
        )
    })
}

/// The place of the marks in the list of those of the content; lower is better.
pub(super) fn body_rank(marks: &str) -> Option<usize> {
    marks.split(',').filter_map(|class| BODY.iter().position(|body| *body == class.trim_end())).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_apart() {
        assert!(AROUND.is_sorted());
        assert_eq!(mark_words(["entry-content td_x", "siteFooter2"].into_iter()), ",entry content,td x,site footer2");
        assert!(is_around(&mark_words(["site-footer"].into_iter())));
        assert!(is_around(&mark_words(["cookieNotice"].into_iter())));
        assert!(!is_around(&mark_words(["has-sidebar post"].into_iter())));
        assert!(!is_around(&mark_words(["header shadow"].into_iter())));
        assert!(!is_around(""));
        assert_eq!(body_rank(&mark_words(["articleBody"].into_iter())), Some(1));
        assert_eq!(body_rank(&mark_words(["box"].into_iter())), None);
    }
}
