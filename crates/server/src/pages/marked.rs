//! A text with its spans marked: a span is a `<mark>` that leads to what was understood of it. Spans may lie within each other
//! and may cross; the letters of the text stay exactly as they are, so that taking the tags away gives the text back.

use std::collections::BTreeMap;
use std::ops::Range;

/// What a span of a text is for.
#[derive(Debug, Clone)]
pub(super) struct Span {
    /// The bytes. A span that is empty, or does not lie in the text between letters, is not marked.
    pub(super) range: Range<usize>,
    /// The id of the thing on the page that rests on it.
    pub(super) item: String,
    /// What is shown at its end, such as a number; empty for nothing.
    pub(super) label: String,
    /// What kind of thing it is, for the style sheet.
    pub(super) kind: &'static str,
}

/// A piece of the page's text, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A mark begins.
    Open {
        /// Its id; empty when it goes on after a mark that it crosses.
        id: String,
        /// The ids of the things that rest on it, parted by spaces.
        items: String,
        /// The kind of the first.
        kind: &'static str,
    },
    /// The last mark that is open ends.
    Close {
        /// What is shown there; empty where the mark goes on.
        label: String,
    },
    /// Text.
    Text {
        /// The letters.
        text: String,
        /// The thing that it leads to, where it is marked.
        item: Option<String>,
    },
}

/// The id of the mark of a range. `prefix` tells the texts of one page apart.
pub(super) fn mark_id(prefix: &str, range: &Range<usize>) -> String {
    format!("{prefix}words-{}-{}", range.start, range.end)
}

/// A mark: all spans of one range.
struct Mark {
    range: Range<usize>,
    items: Vec<String>,
    labels: Vec<String>,
    kind: &'static str,
}

/// Cuts a text at its spans.
pub(super) fn marked(text: &str, spans: &[Span], prefix: &str) -> Vec<Piece> {
    let marks = marks(text, spans);
    let mut ends: Vec<usize> = marks.iter().map(|mark| mark.range.end).collect();
    ends.sort_unstable();
    let (mut cutter, mut ends) =
        (Cutter { text, prefix, at: 0, open: Vec::new(), pieces: Vec::new() }, ends.into_iter().peekable());
    for (idx, mark) in marks.iter().enumerate() {
        while let Some(end) = ends.next_if(|end| *end <= mark.range.start) {
            cutter.end_at(end, &marks);
        }
        cutter.text_to(mark.range.start, &marks);
        cutter.begin(idx, &marks, true);
    }
    for end in ends {
        cutter.end_at(end, &marks);
    }
    cutter.text_to(text.len(), &marks);
    cutter.pieces
}

/// The spans that can be marked, each range once, the outer before the inner.
fn marks(text: &str, spans: &[Span]) -> Vec<Mark> {
    let mut by_range: BTreeMap<(usize, std::cmp::Reverse<usize>), Mark> = BTreeMap::new();
    for span in spans.iter().filter(|span| !span.range.is_empty() && text.get(span.range.clone()).is_some()) {
        let key = (span.range.start, std::cmp::Reverse(span.range.end));
        let mark = by_range.entry(key).or_insert_with(|| Mark {
            range: span.range.clone(),
            items: Vec::new(),
            labels: Vec::new(),
            kind: span.kind,
        });
        mark.items.push(span.item.clone());
        if !span.label.is_empty() && !mark.labels.contains(&span.label) {
            mark.labels.push(span.label.clone());
        }
    }
    by_range.into_values().collect()
}

struct Cutter<'a> {
    text: &'a str,
    prefix: &'a str,
    at: usize,
    /// The marks that are open, the outermost first.
    open: Vec<usize>,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    fn text_to(&mut self, end: usize, marks: &[Mark]) {
        if end > self.at {
            let item = self.open.last().and_then(|idx| marks[*idx].items.first().cloned());
            self.pieces.push(Piece::Text { text: self.text[self.at..end].to_owned(), item });
            self.at = end;
        }
    }

    fn begin(&mut self, idx: usize, marks: &[Mark], is_first: bool) {
        let mark = &marks[idx];
        let id = if is_first { mark_id(self.prefix, &mark.range) } else { String::new() };
        self.pieces.push(Piece::Open { id, items: mark.items.join(" "), kind: mark.kind });
        self.open.push(idx);
    }

    /// Ends the marks that end here. Those within them that go on are closed and begun again.
    fn end_at(&mut self, end: usize, marks: &[Mark]) {
        let Some(outermost) = self.open.iter().position(|idx| marks[*idx].range.end == end) else { return };
        self.text_to(end, marks);
        let closing = self.open.split_off(outermost);
        for idx in closing.iter().rev() {
            let is_over = marks[*idx].range.end == end;
            let label = if is_over { marks[*idx].labels.join(" ") } else { String::new() };
            self.pieces.push(Piece::Close { label });
        }
        for idx in closing.into_iter().filter(|idx| marks[*idx].range.end != end) {
            self.begin(idx, marks, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use askama::Template;
    use proptest::prelude::*;

    use super::*;

    #[derive(Template)]
    #[template(
        source = "{%- import \"desk.html\" as desk -%}{% call desk::marked(pieces) %}{% endcall %}",
        ext = "html"
    )]
    struct Shown<'a> {
        pieces: &'a [Piece],
    }

    fn spans(ranges: &[(usize, usize)]) -> Vec<Span> {
        let span = |(idx, (start, end)): (usize, &(usize, usize))| Span {
            range: *start..*end,
            item: format!("item-{idx}"),
            label: (idx + 1).to_string(),
            kind: "tie",
        };
        ranges.iter().enumerate().map(span).collect()
    }

    fn html(text: &str, ranges: &[(usize, usize)]) -> String {
        let pieces = marked(text, &spans(ranges), "");
        Shown { pieces: &pieces }.render().expect("it renders")
    }

    #[test]
    fn spans_nest_and_cross() {
        assert_eq!(html("Mill", &[]), "Mill");
        assert_eq!(
            html("a <b> c", &[(2, 5)]),
            "a <mark id=\"words-2-5\" class=\"tie\" data-items=\"item-0\"><a href=\"#item-0\">&#60;b&#62;</a>\
             <i data-label=\"1\"></i></mark> c"
        );
        let crossing = html("abcdef", &[(0, 4), (2, 6)]);
        assert_eq!(crossing.matches("<mark").count(), 3, "{crossing}");
        assert_eq!(crossing.matches(" id=").count(), 2, "{crossing}");
        let same = html("abc", &[(0, 2), (0, 2)]);
        assert_eq!(same.matches("data-items=\"item-0 item-1\"").count(), 1, "{same}");
    }

    #[test]
    fn what_does_not_lie_in_the_text_is_not_marked() {
        let backwards = [(3, 1)];
        for ranges in [&[(0, 1)][..], &[(5, 99)], &[(2, 2)], &backwards] {
            let shown = html("Тула", ranges);
            assert_eq!(shown, "Тула", "{ranges:?}");
        }
    }

    proptest! {
        #[test]
        fn taking_the_tags_away_gives_the_text_back(
            text in "[a-c<>&\"'жß \n]{0,40}",
            ranges in prop::collection::vec((0_usize..50, 0_usize..50), 0..12),
        ) {
            let shown = html(&text, &ranges);
            let fragment = scraper::Html::parse_fragment(&format!("<div>{shown}</div>"));
            let read: String = fragment.root_element().text().collect();
            prop_assert_eq!(&read, &text);
            prop_assert_eq!(shown.matches("<mark").count(), shown.matches("</mark>").count());
            // Every mark that can be there is there, once, and its words are those of the range.
            for (start, end) in ranges {
                let Some(words) = text.get(start..end.max(start)).filter(|words| !words.is_empty()) else { continue };
                let css = scraper::Selector::parse(&format!("mark[id='words-{start}-{end}']")).expect("a selector");
                let marks: Vec<_> = fragment.select(&css).collect();
                prop_assert_eq!(marks.len(), 1);
                let begun: String = marks[0].text().collect();
                prop_assert!(words.starts_with(&begun));
            }
        }
    }
}
