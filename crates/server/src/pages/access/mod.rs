//! Pages around accounts: signing in and out, the first visit by a link, one's own account, everybody's, and who decided
//! what.

mod account;
mod accounts;
mod audit;
mod sign_in;
mod welcome;

use std::sync::Arc;

use ::accounts::Refused;
use axum::Router;
use axum::extract::Extension;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::access::Gate;
use crate::fault::Fault;
use crate::language::Language;
use crate::messages::Messages;
use crate::query::query_string;
use crate::shared::Shared;

/// What all requests share, as the outermost layer hands it along.
type All = Extension<Arc<Shared>>;

/// The addresses of these pages.
pub(super) fn routes() -> Router {
    Router::new()
        .route("/sign-in", get(sign_in::page).post(sign_in::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/welcome/{link}", get(welcome::page).post(welcome::settle))
        .route("/account", get(account::page))
        .route("/account/password", post(account::password))
        .route("/account/sessions", post(account::sessions))
        .route("/account/tokens", post(account::make_token))
        .route("/account/tokens/revoke", post(account::revoke))
        .route("/accounts", get(accounts::page))
        .route("/accounts/invite", post(accounts::invite))
        .route("/accounts/reset", post(accounts::reset))
        .route("/accounts/role", post(accounts::role))
        .route("/accounts/end", post(accounts::end))
        .route("/accounts/withdraw", post(accounts::withdraw))
        .route("/audit", get(audit::page))
}

/// What was just done, as one word in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct DoneQuery {
    done: String,
}

/// A form without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// A form that names one of several by number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbered {
    id: i64,
}

/// The accounts of this workbench.
fn gate(shared: &Shared) -> Result<&Gate, Fault> {
    shared.gate().ok_or_else(Fault::shows_only)
}

/// Leads the browser on after a form, in the same language.
fn lead(to: &str, params: &[(&str, &str)]) -> Response {
    let query = query_string(params.iter().copied().chain([Language::current().param()]));
    let to = if to.contains('?') { format!("{to}{}", query.replacen('?', "&", 1)) } else { format!("{to}{query}") };
    let to = HeaderValue::try_from(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}

/// What is said of a word in the address, where it is one of these.
fn said(done: &str, words: &[&str]) -> Option<String> {
    words.contains(&done).then(|| Messages::current().text(&format!("done-{done}")))
}

/// Why something chosen is not taken.
fn refusal(refused: Refused) -> String {
    Messages::current().text(&format!("refused-{}", refused.word()))
}

/// What an error of accounts is to the reader: something chosen that is not taken, or a fault.
fn refused(error: ::accounts::Error) -> Result<Refused, Fault> {
    use ::accounts::Error as E;
    match error {
        E::Refused(refused) => Ok(refused),
        E::LinkGone | E::HasOwner => Err(Fault::missing("problem-link", "")),
        E::LastOwner { name } => Err(Fault::bad("problem-last-owner").with("name", name)),
        E::NoAccount { name } => Err(Fault::missing("problem-no-account", &name)),
        E::TooManyTokens { found } => Err(Fault::bad("problem-tokens").with("found", found.to_string())),
        E::Busy => Err(Fault::slow()),
        error => Err(Fault::inner(error)),
    }
}

/// The same where nothing was chosen that could be refused.
fn failed(error: ::accounts::Error) -> Fault {
    refused(error).map_or_else(|fault| fault, Fault::inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_sentence() {
        let all = [Refused::Name, Refused::Taken, Refused::Short, Refused::Long, Refused::Plain, Refused::Label];
        for refused in all {
            assert!(Messages::english().has(&format!("refused-{}", refused.word())), "{refused:?}");
        }
        for word in [account::DONE, accounts::DONE].concat() {
            assert!(Messages::english().has(&format!("done-{word}")), "{word}");
        }
    }
}
