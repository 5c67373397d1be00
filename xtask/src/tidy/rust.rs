//! Rust files: their first line, their length, and what they must not contain. Clippy finds `unwrap`.

use super::Finding;
use super::files::File;

/// Longer files hold more than one idea.
const MOST_LINES: usize = 800;

// In pieces, so that this file does not find itself.
const IGNORE: &str = concat!("#[", "ignore");
const SHOULD_PANIC: &str = concat!("#[", "should_panic");

/// The lines before the test module at the end, numbered from 1, without comments.
pub(super) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    before_tests(text).lines().enumerate().map(|(i, line)| (i + 1, without_comment(line)))
}

fn before_tests(text: &str) -> &str {
    let tests = text.match_indices("\n#[cfg(test)]\n").find(|(at, mark)| text[at + mark.len()..].starts_with("mod "));
    tests.map_or(text, |(at, _)| &text[..=at])
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or_default() }
}

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().filter_map(|file| Some((file, file.rust()?))).flat_map(|(file, text)| check_file(file, text)).collect()
}

fn check_file(file: &File, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |line, what: String, remedy| findings.push(Finding { path: file.path.clone(), line, what, remedy });
    if !text.starts_with("//!") {
        add(
            1,
            "no module documentation".into(),
            "start with `//!`: what the module is for, and what it leaves to others",
        );
    }
    let n_lines = before_tests(text).lines().count();
    if n_lines > MOST_LINES {
        add(
            MOST_LINES + 1,
            format!("{n_lines} lines without tests, at most {MOST_LINES}"),
            "give the second idea its own file",
        );
    }
    for (i, line) in text.lines().map(without_comment).enumerate() {
        if line.contains(IGNORE) || line.contains(SHOULD_PANIC) {
            add(i + 1, format!("`{}`", line.trim()), "assert what happens today and say why it is wrong");
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{IGNORE, MOST_LINES, SHOULD_PANIC, check};
    use crate::tidy::found;

    #[test]
    fn rust_files_keep_the_rules() {
        let long = "//! A.\n".repeat(MOST_LINES + 1);
        let long_tests = format!("//! A.\n#[cfg(test)]\nmod tests {{\n{}", "// A.\n".repeat(MOST_LINES));
        let attribute = format!("//! A.\n#[test]\n{IGNORE}]\n{SHOULD_PANIC}]");
        let over = format!("src/a.rs:{}", MOST_LINES + 1);
        let cases = [
            ("src/a.rs", "//! A.\nfn a() {}", vec![]),
            ("src/a.rs", "fn a() {}", vec!["src/a.rs:1"]),
            ("src/a.rs", &long, vec![over.as_str()]),
            ("src/a.rs", &long_tests, vec![]),
            ("x/tests/a.rs", &attribute, vec!["x/tests/a.rs:3", "x/tests/a.rs:4"]),
            ("a.md", "text", vec![]),
        ];
        for (path, text, expected) in cases {
            assert_eq!(found(check, &[(path, text)]), expected);
        }
    }
}
