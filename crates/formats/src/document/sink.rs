//! Where documents and problems go: the caller's function, with the file's name kept for the problems.

use std::io;
use std::ops::ControlFlow;

use super::limits::MAX_BYTES;
use super::read::Document;
use crate::Problem;

/// Takes what is found, in the order of the file.
pub(super) struct Sink<'a> {
    pub(super) file: &'a str,
    pub(super) give: &'a mut dyn FnMut(Result<Document, Problem>) -> ControlFlow<()>,
}

impl Sink<'_> {
    pub(super) fn document(&mut self, document: Document) -> ControlFlow<()> {
        (self.give)(Ok(document))
    }

    /// Gives a problem: what was found on which line (from 1), and what to do.
    pub(super) fn problem(&mut self, line: usize, found: &str, expected: &str) -> ControlFlow<()> {
        (self.give)(Err(Problem {
            file: self.file.to_owned(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: String::new(),
            found: found.to_owned(),
            expected: expected.to_owned(),
        }))
    }

    pub(super) fn too_long(&mut self, line: usize, what: &str) -> ControlFlow<()> {
        let found = format!("{what} of more than {} MiB", MAX_BYTES >> 20);
        self.problem(line, &found, "a shorter one; split it")
    }

    pub(super) fn failed(&mut self, line: usize, error: &io::Error) -> ControlFlow<()> {
        self.problem(line, &error.to_string(), "a file that is there, readable and not being changed")
    }
}
