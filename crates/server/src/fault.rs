//! What can be wrong with a request: a status, a sentence and a remedy.
//!
//! A handler returns a [`Fault`]; [`answer`](crate::answer) renders it as a problem document (RFC 9457) under `/api` and
//! `/export`, and as a page everywhere else. Inner details never reach the reader.

use accounts::Role;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::messages::Messages;

/// What is wrong with a request.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) status: StatusCode,
    /// The key of the sentence; `KEY-hint` is the remedy's.
    pub(crate) key: &'static str,
    /// What was found, as the sentence's arguments.
    pub(crate) args: Vec<(&'static str, String)>,
    /// What to put into the search field again.
    pub(crate) search: String,
    /// How long to wait before asking again, in seconds.
    pub(crate) wait_s: Option<u64>,
    /// For the log only.
    pub(crate) cause: String,
}

/// Every key of a fault: each has a sentence and a remedy in the message files.
#[cfg(test)]
pub(crate) const KEYS: [&str; 39] = [
    "problem-date",
    "problem-query",
    "problem-parameter",
    "problem-word",
    "problem-relation",
    "problem-party",
    "problem-decade",
    "problem-cursor",
    "problem-limit",
    "problem-threshold",
    "problem-no-tie",
    "problem-no-place",
    "problem-no-near",
    "problem-no-source",
    "problem-no-claim",
    "problem-no-count",
    "problem-no-export",
    "problem-no-chart",
    "problem-no-page",
    "problem-no-brief",
    "problem-no-weight",
    "problem-value",
    "problem-brief",
    "problem-not-in-brief",
    "problem-sign-in",
    "problem-role",
    "problem-shows-only",
    "problem-form",
    "problem-origin",
    "problem-posted",
    "problem-too-large",
    "problem-token",
    "problem-too-often",
    "problem-link",
    "problem-nothing-read",
    "problem-document",
    "problem-amend",
    "problem-amend-nothing",
    "problem-nothing-to-undo",
];

impl Fault {
    pub(crate) fn bad(key: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            key,
            args: Vec::new(),
            search: String::new(),
            wait_s: None,
            cause: String::new(),
        }
    }

    pub(crate) fn missing(key: &'static str, found: &str) -> Self {
        Self { status: StatusCode::NOT_FOUND, search: search_words(found), ..Self::bad(key) }.with("found", found)
    }

    pub(crate) fn method() -> Self {
        Self { status: StatusCode::METHOD_NOT_ALLOWED, ..Self::bad("problem-method") }
    }

    pub(crate) fn slow() -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, ..Self::bad("problem-slow") }
    }

    /// What is posted comes in too slowly, or not at all any more.
    pub(crate) fn stalled() -> Self {
        Self { status: StatusCode::REQUEST_TIMEOUT, ..Self::bad("problem-stalled") }
    }

    /// Nobody is signed in; a page leads to where one can.
    pub(crate) fn sign_in() -> Self {
        Self { status: StatusCode::UNAUTHORIZED, ..Self::bad("problem-sign-in") }
    }

    /// A token that was not made here, or was revoked.
    pub(crate) fn token() -> Self {
        Self { status: StatusCode::UNAUTHORIZED, ..Self::bad("problem-token") }
    }

    /// Too many attempts: wait.
    pub(crate) fn too_often(wait_s: u64) -> Self {
        let wait =
            Self { status: StatusCode::TOO_MANY_REQUESTS, wait_s: Some(wait_s), ..Self::bad("problem-too-often") };
        wait.with("seconds", wait_s.to_string())
    }

    /// Who is signed in may not do this.
    pub(crate) fn role(has: Role, needs: Role) -> Self {
        let label = |role: Role| Messages::current().text(&format!("role-{role}"));
        let fault = Self { status: StatusCode::FORBIDDEN, ..Self::bad("problem-role") };
        fault.with("has", label(has)).with("needs", label(needs))
    }

    /// There are no accounts here, or nothing that writes.
    pub(crate) fn shows_only() -> Self {
        Self { status: StatusCode::FORBIDDEN, ..Self::bad("problem-shows-only") }
    }

    /// A form was not made here for who sends it.
    pub(crate) fn form(key: &'static str) -> Self {
        Self { status: StatusCode::FORBIDDEN, ..Self::bad(key) }
    }

    /// More was sent than is taken.
    pub(crate) fn too_large() -> Self {
        Self { status: StatusCode::PAYLOAD_TOO_LARGE, ..Self::bad("problem-too-large") }
    }

    /// Too many documents are read at once.
    pub(crate) fn busy() -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, wait_s: Some(5), ..Self::bad("problem-busy") }
    }

    /// The workbench has no list of places to read with.
    pub(crate) fn no_places() -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, ..Self::bad("problem-no-places") }
    }

    /// The ledger could not be written to.
    pub(crate) fn write(cause: impl std::fmt::Display) -> Self {
        let cause = cause.to_string();
        Self { status: StatusCode::SERVICE_UNAVAILABLE, cause, ..Self::bad("problem-write") }
    }

    pub(crate) fn inner(cause: impl std::fmt::Display) -> Self {
        let cause = cause.to_string();
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, cause, ..Self::bad("problem-inner") }
    }

    /// Adds an argument; long texts are cut, they only show what was found.
    pub(crate) fn with(mut self, name: &'static str, found: impl Into<String>) -> Self {
        let found: String = found.into();
        let short: String = found.chars().take(120).collect();
        self.args.push((name, if short.len() < found.len() { format!("{short}…") } else { short }));
        self
    }

    /// The sentence.
    pub(crate) fn sentence(&self) -> String {
        self.said(self.key)
    }

    /// The remedy.
    pub(crate) fn hint(&self) -> String {
        self.said(&format!("{}-hint", self.key))
    }

    fn said(&self, key: &str) -> String {
        let args: Vec<_> = self.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        Messages::current().with(key, &args)
    }

    pub(crate) fn problem(&self) -> Problem {
        Problem {
            kind: format!("/about#{}", self.key),
            title: Messages::current().text(&format!("status-{}", self.status.as_u16())),
            status: self.status.as_u16(),
            detail: self.sentence(),
            hint: self.hint(),
        }
    }
}

/// What to look for instead: the words of an id that was not found, without the units its parties lie in.
fn search_words(id: &str) -> String {
    let parts = id.split('~').map(|part| part.rsplit(['.', '/']).next().unwrap_or_default().replace('-', " "));
    parts.collect::<Vec<_>>().join(" ").chars().take(60).collect()
}

impl IntoResponse for Fault {
    /// The body is made later, where it is known who asks.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// What is wrong with a request, as RFC 9457 says it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is, as an address that explains it.
    #[serde(rename = "type")]
    #[schema(example = "/about#problem-date")]
    pub kind: String,
    /// The status in words.
    #[schema(example = "Bad request")]
    pub title: String,
    /// The status.
    #[schema(example = 400)]
    pub status: u16,
    /// What was found.
    pub detail: String,
    /// What to do about it.
    pub hint: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_its_sentence_and_its_remedy() {
        let more = [
            "problem-method",
            "problem-slow",
            "problem-stalled",
            "problem-inner",
            "problem-write",
            "problem-busy",
            "problem-no-places",
        ];
        for key in KEYS.iter().chain(&more) {
            for key in [(*key).to_owned(), format!("{key}-hint")] {
                assert!(Messages::english().has(&key), "no sentence for {key}");
            }
        }
        for status in [400, 401, 403, 404, 405, 408, 413, 429, 500, 503] {
            assert!(Messages::english().has(&format!("status-{status}")), "no title for {status}");
        }
    }
}
