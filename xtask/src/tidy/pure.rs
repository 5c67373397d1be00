//! The pure middle reads no clock, environment, file, socket or chance, and is not async.

use super::Finding;
use super::files::File;
use super::rust::code;

const PURE: [&str; 8] = ["desk", "formats", "gazetteer", "model", "network", "planning", "reader", "register"];

const IMPURE: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::{", // one `use` line for each, so that this check can read them
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "tokio",
    "async ",
    "rand::",
];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let is_pure = |file: &&File| {
        let mut folders = file.path.split('/');
        folders.next() == Some("crates") && folders.next().is_some_and(|name| PURE.contains(&name)) && !file.is_test()
    };
    files.iter().filter(is_pure).flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let lines = file.rust().into_iter().flat_map(code);
    lines
        .filter_map(|(line, text)| {
            let impure = IMPURE.iter().find(|impure| is_word_in(text, impure))?;
            Some(Finding {
                path: file.path.clone(),
                line,
                what: format!("`{}` in a pure crate", impure.trim()),
                remedy: "take the value as an argument, or move the code to the rim (cli, server, sources, ledger-*)",
            })
        })
        .collect()
}

/// Whether `needle` stands in `text` and is not the end of a longer word.
fn is_word_in(text: &str, needle: &str) -> bool {
    text.match_indices(needle).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::found;

    #[test]
    fn the_middle_is_pure() {
        let cases = [
            ("crates/model/src/a.rs", "use std::fs;", "1"),
            ("crates/model/src/a.rs", "use std::{fmt, fs};", "1"),
            ("crates/model/src/a.rs", "//! Like `std::fs`.\nfn a() {} // no tokio here", ""),
            ("crates/register/src/a.rs", "fn a() {\n    let b = jiff::Zoned::now();\n}", "2"),
            ("crates/register/src/a.rs", "pub async fn a() {}", "1"),
            ("crates/register/src/a.rs", "let x = operand::y();", ""),
            ("crates/register/src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}", ""),
            ("crates/register/tests/a.rs", "use std::fs;", ""),
            ("crates/server/src/a.rs", "use tokio::fs;", ""),
        ];
        for (path, text, line) in cases {
            let expected: Vec<String> = line.split_terminator(' ').map(|line| format!("{path}:{line}")).collect();
            assert_eq!(found(check, &[(path, text)]), expected, "{text}");
        }
    }
}
