//! Matching: answers against trying everything, the laws they must obey, and what a bad brief is told.

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails with the line")]

mod answers;
mod faults;
mod invent;
mod laws;
