//! Pages to one text: page numbers out, sentences across pages kept together, words broken at line ends joined.

use std::collections::HashSet;

/// Adds a page. A sentence that has not ended goes on after a line break, not after a blank line.
pub(super) fn append_page(text: &mut String, page: &str) {
    let page = without_number(page.trim());
    if page.is_empty() {
        return;
    }
    if !text.is_empty() {
        let has_ended = text.ends_with(['.', '!', '?', ':', '»', '”', '"', ')']);
        let goes_on = page.starts_with(|c: char| c.is_lowercase()) && !has_ended;
        text.push_str(if goes_on { "\n" } else { "\n\n" });
    }
    text.push_str(page);
}

/// A page without a line at its top or bottom that is only its number.
fn without_number(page: &str) -> &str {
    let is_number = |line: &str| {
        let line = line.trim().trim_matches(['-', '–', '—', ' ']);
        (1..=4).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
    };
    let page = match page.split_once('\n') {
        Some((first, rest)) if is_number(first) => rest.trim_start(),
        None if is_number(page) => "",
        _ => page,
    };
    match page.rsplit_once('\n') {
        Some((rest, last)) if is_number(last) => rest.trim_end(),
        _ => page,
    }
}

/// Joins words broken at line ends. The hyphen stays when both halves are words of the text, as in `sister-city`, and
/// when what follows is not a small letter.
pub(super) fn joined(text: &str) -> String {
    if !text.contains("-\n") && !text.contains('\u{AD}') {
        return text.to_owned();
    }
    let words = whole_words(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("-\n") {
        let (before, after) = (&rest[..at], &rest[at + 2..]);
        out.push_str(before);
        let left = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let right = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_broken = !left.is_empty() && right.starts_with(char::is_lowercase);
        if left.is_empty() || right.is_empty() {
            out.push_str("-\n");
        } else if !is_broken || words.contains(left) && words.contains(right) {
            out.push('-');
        }
        rest = after;
    }
    out.push_str(rest);
    out.replace("\u{AD}\n", "").replace('\u{AD}', "")
}

/// The words of a text that are not halves at the end or start of a line that breaks one.
fn whole_words(text: &str) -> HashSet<&str> {
    let mut words = HashSet::new();
    for piece in text.split("-\n") {
        let all: Vec<&str> = piece.split(|c: char| !c.is_alphanumeric()).collect();
        let whole = all.get(1..all.len().saturating_sub(1)).unwrap_or_default();
        words.extend(whole.iter().copied().filter(|word| !word.is_empty()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_broken_at_line_ends_are_joined() {
        assert_eq!(joined("a part-\nner town"), "a partner town");
        assert_eq!(joined("a sister city. Each sister-\ncity has one"), "a sister city. Each sister-city has one");
        assert_eq!(joined("Upper-\nMill"), "Upper-Mill");
        assert_eq!(joined("co\u{AD}operate -\n- x"), "cooperate -\n- x");
    }

    #[test]
    fn pages_go_on() {
        let mut text = String::new();
        for page in ["The mayors of\n1", "2\nboth towns met.", "- 3 -\n", "Then they left."] {
            append_page(&mut text, page);
        }
        assert_eq!(text, "The mayors of\nboth towns met.\n\nThen they left.");
    }
}
