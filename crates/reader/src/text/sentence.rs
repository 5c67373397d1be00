//! Where sentences begin and end.
//!
//! A blank line, a heading, a list item and a line that stops short end a sentence as a full stop does: most documents of the
//! field are web pages. A full stop after an abbreviation, an initial or a number in a date does not.

use std::ops::Range;

/// A sentence's place in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First and one past the last byte, white space at the ends left out.
    pub range: Range<usize>,
    /// Which paragraph it is in, from 0.
    pub paragraph: u32,
    /// Whether it ends without a closing mark: a heading, a list item, a cell.
    pub is_line: bool,
}

/// A line at least so long that ends in the middle of a sentence was wrapped, in bytes.
const WRAPPED: usize = 48;

/// At most so many marks close a sentence together; a leader of dots is none.
const CLOSING: usize = 8;

/// A stretch without any end, such as a long row of a table, is cut at a blank behind so many bytes; behind twice as many, at
/// any mark.
const LONGEST: usize = 4_000;

/// The sentences of a text in order. `is_abbreviation` is asked for the folded word before a full stop.
///
/// ```
/// let text = "The mayor of St. Louis came. He stayed.\n\nSister cities\n- Lyon\n- Bogor";
/// let spans = reader::text::sentences(text, &|word| word == "st");
/// let found: Vec<&str> = spans.iter().map(|span| &text[span.range.clone()]).collect();
/// assert_eq!(found, ["The mayor of St. Louis came.", "He stayed.", "Sister cities", "- Lyon", "- Bogor"]);
/// ```
#[must_use]
pub fn sentences(text: &str, is_abbreviation: &dyn Fn(&str) -> bool) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut paragraph = 0;
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = next_mark(bytes, at, start + LONGEST) {
        at = next + 1;
        let stop = match bytes[next] {
            b'\n' => line_stop(text, start, at),
            b'.' | b'!' | b'?' => full_stop(text, start, at, is_abbreviation),
            0xE2 if text[next..].starts_with('…') => full_stop(text, start, at + 2, is_abbreviation),
            0xE3 if text[next..].starts_with('。') => Some(Stop { end: at + 2, is_line: false, is_paragraph: false }),
            byte if byte == b' ' || next >= start + LONGEST && is_cut(byte) => {
                Some(Stop { end: at, is_line: true, is_paragraph: false })
            }
            _ => None,
        };
        if let Some(stop) = stop {
            push(&mut spans, text, start..stop.end, paragraph, stop.is_line);
            paragraph += u32::from(stop.is_paragraph);
            start = stop.end;
            at = stop.end;
        }
    }
    push(&mut spans, text, start..text.len(), paragraph, !ends_closed(&text[start..]));
    spans
}

/// The next byte that may end a sentence; behind `longest`, a blank does.
fn next_mark(bytes: &[u8], at: usize, longest: usize) -> Option<usize> {
    let mark = bytes[at..].iter().position(|byte| MARKS[usize::from(*byte)]).map(|step| at + step);
    let until = mark.unwrap_or(bytes.len());
    if until <= longest {
        return mark;
    }
    let from = longest.max(at);
    let blank = bytes[from..until.min(from + LONGEST)].iter().position(|byte| *byte == b' ').map(|step| from + step);
    let any = || {
        let from = (from + LONGEST).min(until);
        bytes[from..until].iter().position(|byte| is_cut(*byte)).map(|step| from + step)
    };
    blank.or_else(any).or(mark)
}

/// Whether a stretch without blanks may be cut behind a byte: it is a mark, or a blank.
const fn is_cut(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// The bytes that end sentences, or begin a mark that does.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let ends = [b'\n', b'.', b'!', b'?', 0xE2, 0xE3];
    let mut at = 0;
    while at < ends.len() {
        marks[ends[at] as usize] = true;
        at += 1;
    }
    marks
};

struct Stop {
    end: usize,
    is_line: bool,
    is_paragraph: bool,
}

fn push(spans: &mut Vec<Span>, text: &str, range: Range<usize>, paragraph: u32, is_line: bool) {
    let part = &text[range.clone()];
    let lead = part.len() - part.trim_start().len();
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + lead;
        spans.push(Span { range: start..start + trimmed.len(), paragraph, is_line });
    }
}

/// Whether the line break before `at` ends a sentence.
fn line_stop(text: &str, start: usize, at: usize) -> Option<Stop> {
    let whole_start = text[..at - 1].rfind('\n').map_or(0, |newline| newline + 1);
    let line_start = whole_start.max(start.min(at - 1));
    let written = &text[line_start..at - 1];
    let line = written.trim();
    let next = line_of(&text[at..]);
    let begins_with_word = next.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    let is_paragraph = !begins_with_word && next.trim().is_empty();
    let is_closed = ends_closed(line);
    if !is_paragraph {
        let is_item = !written.starts_with("    ") && starts_item(written);
        // How long the line is says whether it was wrapped, even where a sentence ended within it.
        let is_wrapped = !is_item && !is_closed && text[whole_start..at - 1].trim().len() >= WRAPPED;
        let is_hanging = is_item && next.starts_with("  ");
        if (is_wrapped || is_hanging) && !starts_item(next) {
            return None;
        }
    }
    Some(Stop { end: at, is_line: !is_closed, is_paragraph })
}

fn line_of(text: &str) -> &str {
    &text[..text.find('\n').unwrap_or(text.len())]
}

/// A list item, heading or table row begins here.
fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    // Most lines begin with a letter.
    let may_begin = !line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    may_begin && (line.starts_with(['-', '*', '•', '·', '–', '#', '|', '+', '>', '▪']) || starts_numbered(line))
        || line.contains('\t')
        || line.contains('|') && line.contains(" | ")
}

/// "1. " or "12) ".
fn starts_numbered(line: &str) -> bool {
    let n_digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&n_digits) && matches!(&line.as_bytes()[n_digits..], [b'.' | b')', b' ', ..])
}

fn ends_closed(line: &str) -> bool {
    // Most lines end with a letter, or a comma.
    if line.as_bytes().last().is_some_and(|last| last.is_ascii_alphanumeric() || *last == b',') {
        return false;
    }
    let line = line.trim_end().trim_end_matches(['"', '”', '»', '\'', '’', ')', '*', '_', ']']);
    line.ends_with(['.', '!', '?', '…', '。'])
}

/// Whether the mark before `at` ends a sentence, and where with the quotes and brackets that close it.
fn full_stop(text: &str, start: usize, at: usize, is_abbreviation: &dyn Fn(&str) -> bool) -> Option<Stop> {
    let rest = &text[at..];
    let closing: usize = rest
        .chars()
        .take(CLOSING)
        .take_while(|letter| matches!(letter, '"' | '”' | '»' | '’' | '\'' | ')' | ']' | '.' | '!' | '?' | '*' | '_'))
        .map(char::len_utf8)
        .sum();
    let after = &rest[closing..];
    let next = after.chars().next().unwrap_or(' ');
    if !next.is_whitespace() {
        return None;
    }
    let follows = after.trim_start().chars().next().unwrap_or(' ');
    // Only the white space before what follows tells whether a paragraph ends here.
    let gap = &after[..after.len() - after.trim_start().len()];
    if follows.is_lowercase() && !gap.contains("\n\n") {
        return None;
    }
    // The stop is one byte long only where it is a full stop.
    let is_full_stop = text.as_bytes()[at - 1] == b'.';
    // "ALBUQUERQUE, N.M. - An ambulance": the dash goes on.
    let is_dash = matches!(follows, '-' | '–' | '—') && !gap.contains('\n');
    if is_dash && is_full_stop && ends_shortened(&text[start..at - 1]) {
        return None;
    }
    if is_full_stop
        && closing == 0
        && !after.trim_start().is_empty()
        && is_inner_stop(&text[start..at - 1], follows, is_abbreviation)
    {
        return None;
    }
    Some(Stop { end: at + closing, is_line: false, is_paragraph: false })
}

/// Whether the last word has a full stop within: "N.M".
fn ends_shortened(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.len() <= 6 && word.contains('.') && word.starts_with(char::is_uppercase)
}

/// Whether a full stop after `before` stands within a sentence: after an abbreviation, an initial, `U.S.`, or a day's number
/// as German writes it.
fn is_inner_stop(before: &str, follows: char, is_abbreviation: &dyn Fn(&str) -> bool) -> bool {
    let word = before.rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '"' | '“' | '-')).next();
    let word = word.unwrap_or_default();
    if word.is_empty() {
        return false;
    }
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let is_day = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && follows.is_alphabetic();
    is_initial || is_day && is_abbreviation("0") || is_abbreviation(&gazetteer::fold(word))
}
