//! What no text of ours contains: unnumbered reminders, paths of one machine, words about how it was made, addresses of people.

use super::Finding;
use super::files::File;

/// Banned text and what to do instead. In pieces, so that this file does not find itself.
const BANNED: [(&str, &str); 13] = [
    (concat!("FIX", "ME"), "mend it, or open an issue and name it: TO\u{44}O(#12)"),
    (concat!("/ro", "ot/"), MACHINE),
    (concat!("/ho", "me/"), MACHINE),
    (concat!("/Us", "ers/"), MACHINE),
    (concat!("/tm", "p/"), "ask the system for a temporary folder"),
    (concat!("/wo", "rk/"), MACHINE),
    (concat!("sand", "box session"), ITSELF),
    (concat!("coding ", "agent"), ITSELF),
    (concat!("chat", "bot"), ITSELF),
    (concat!("language ", "model"), ITSELF),
    (concat!("as an ", "AI"), ITSELF),
    (concat!("\"reso", "lved\": \"http"), "write lock files with `npm install --omit-lockfile-registry-resolved`"),
    (concat!("<<<<", "<<<"), "resolve the conflict"),
];
const MACHINE: &str = "use a path from the root of the repository";
const ITSELF: &str = "the project speaks of itself alone";
const REMINDER: &str = concat!("TO", "DO");

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let text = file.text.as_deref().unwrap_or_default();
    let mut findings = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let mut add = |what: &str, remedy| {
            let what = format!("`{what}`");
            findings.push(Finding { path: file.path.clone(), line: i + 1, what, remedy });
        };
        for (banned, remedy) in BANNED.iter().filter(|(banned, _)| stands_in(line, banned)) {
            add(banned, remedy);
        }
        if stands_in(line, REMINDER) && !line.contains(concat!("TO", "DO(#")) {
            add(REMINDER, "name the issue: TO\u{44}O(#12)");
        }
        if let Some(address) = line.split_whitespace().find(|word| is_mail_address(word)) {
            add(address, "name an office or a page, not a person; in examples use example.org");
        }
    }
    findings
}

/// Whether `banned` stands in the line, and not inside a longer word or an address (`https://example.org/home/`).
fn stands_in(line: &str, banned: &str) -> bool {
    line.match_indices(banned).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_-.".contains(c)))
}

/// Whether a word is an address of a person, but not a package such as `name@1.2.3`.
fn is_mail_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((name, host)) = word.split_once('@') else { return false };
    let Some((_, top)) = host.rsplit_once('.') else { return false };
    let is_host = host.chars().all(|c| c.is_alphanumeric() || ".-".contains(c));
    let is_top = top.len() >= 2 && top.chars().all(char::is_alphabetic);
    !name.is_empty() && !name.contains('/') && is_host && is_top && !host.starts_with("example.")
}

#[cfg(test)]
mod tests {
    use super::{BANNED, REMINDER, check};
    use crate::tidy::found;

    #[test]
    fn banned_words_are_found() {
        for (banned, _) in BANNED {
            assert_eq!(found(check, &[("a.md", &format!("fine\nsee {banned} here"))]), ["a.md:2"], "{banned}");
        }
        let numbered = format!("// {REMINDER}(#12): later");
        let unnumbered = format!("// {REMINDER}: later");
        let address = format!("write to someone{}city.gov", '@');
        assert!(found(check, &[("a.rs", &numbered)]).is_empty());
        assert_eq!(found(check, &[("a.rs", &unnumbered)]), ["a.rs:1"]);
        assert_eq!(found(check, &[("a.md", &address)]), ["a.md:1"]);
        for fine in ["https://example.org/home/page", "npm a@1.2.3", "someone@example.org", "@media print", "a @ b.org"]
        {
            assert!(found(check, &[("a.md", fine)]).is_empty(), "{fine}");
        }
    }
}
