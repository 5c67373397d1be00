//! The rules of the house that neither the compiler nor clippy knows.
//!
//! Each rule is a file of its own: a function from the files under version control to findings.

mod edges;
mod files;
mod foreign;
mod migrations;
mod names;
mod pure;
mod rust;
mod source_column;
mod words;

use std::fmt;

use anyhow::Result;

/// A place where a rule is broken, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: usize,
    what: String,
    remedy: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}\n  remedy: {}", self.path, self.line, self.what, self.remedy)
    }
}

/// Prints what breaks a rule; gives whether nothing does.
pub(crate) fn tidy() -> Result<bool> {
    let files = files::tracked()?;
    let rules = [
        edges::check,
        foreign::check,
        migrations::check,
        names::check,
        pure::check,
        rust::check,
        source_column::check,
        words::check,
    ];
    let mut findings: Vec<Finding> = rules.iter().flat_map(|rule| rule(&files)).collect();
    findings.sort();
    for finding in &findings {
        eprintln!("{finding}");
    }
    eprintln!("tidy: {} files, {} findings", files.len(), findings.len());
    Ok(findings.is_empty())
}

/// Checks invented files, given as path and text, and gives the findings as `path:line`.
#[cfg(test)]
fn found(rule: fn(&[files::File]) -> Vec<Finding>, files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<files::File> = files.iter().map(|(path, text)| files::File::new(path, text.as_bytes())).collect();
    rule(&files).iter().map(|finding| format!("{}:{}", finding.path, finding.line)).collect()
}
