//! The first visit by a one-time link: choosing a name and a password. Looking at the page does not use the link up, since
//! mail programs look at links too.

use ::accounts::{Error, LEAST_PASSWORD, Link, Purpose, Role, Secret};
use askama::Template;
use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{All, Answer, Frame, filters, gate, lead, refusal, refused, render};
use crate::access::{Gate, Posted};
use crate::api::Now;
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::{Asked, NoQuery};
use crate::shared::Snapshot;

/// What is chosen. No `Debug`: a password must not reach a log.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    name: String,
    password: String,
    again: String,
}

#[derive(Template)]
#[template(path = "access/welcome.html")]
struct WelcomePage {
    frame: Frame,
    lede: String,
    address: String,
    name: String,
    /// Whether the account is there and only its password is chosen.
    is_reset: bool,
    password_hint: String,
    wrong: Option<String>,
    /// The field at fault: `name`, or `password`.
    field: &'static str,
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Extension(shared): All,
    Path(text): Path<String>,
    Asked(NoQuery {}): Asked<NoQuery>,
) -> Answer {
    let (link, _) = look(gate(&shared)?, &text).await?;
    show(&snapshot, &text, &link, String::new(), None)
}

pub(super) async fn settle(
    Extension(snapshot): Now,
    Extension(shared): All,
    Path(text): Path<String>,
    Posted(form): Posted<Chosen>,
) -> Result<Response, Fault> {
    let gate = gate(&shared)?;
    let (link, secret) = look(gate, &text).await?;
    let again = |wrong: (String, &'static str)| {
        let shown = show(&snapshot, &text, &link, form.name.clone(), Some(wrong));
        shown.map(|made| made.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
    };
    if form.password != form.again {
        return again((Messages::current().text("refused-again"), "password"));
    }
    let settled = gate.access.accounts.settle(&secret, &form.name, &form.password, gate.now()).await;
    let session = match settled {
        Ok(session) => session,
        Err(error) => {
            let is_name = matches!(&error, Error::Refused(found) if matches!(found.word(), "name" | "taken"));
            return again((refusal(refused(error)?), if is_name { "name" } else { "password" }));
        }
    };
    let is_owner = matches!(link.purpose, Purpose::First | Purpose::Invitation(Role::Owner));
    let mut response = lead(if is_owner { "/accounts" } else { "/account" }, &[("done", "welcome")]);
    response.headers_mut().append(SET_COOKIE, gate.session_cookie(&session));
    Ok(response)
}

/// What a link is for.
async fn look(gate: &Gate, text: &str) -> Result<(Link, Secret), Fault> {
    let gone = || Fault::missing("problem-link", "");
    let secret = Secret::parse(text).ok_or_else(gone)?;
    let link = gate.access.accounts.look(&secret, gate.now()).await.map_err(Fault::inner)?;
    Ok((link.ok_or_else(gone)?, secret))
}

fn show(snapshot: &Snapshot, text: &str, link: &Link, name: String, wrong: Option<(String, &'static str)>) -> Answer {
    let messages = Messages::current();
    let lede = match &link.purpose {
        Purpose::First => messages.text("welcome-first"),
        Purpose::Invitation(role) => {
            messages.with("welcome-invitation", &[("role", messages.text(&format!("role-{role}")).into())])
        }
        Purpose::Reset(name) => messages.with("welcome-reset", &[("name", name.as_str().into())]),
    };
    let (is_reset, name) = match &link.purpose {
        Purpose::Reset(name) => (true, name.clone()),
        _ => (false, name),
    };
    let frame = Frame::timeless(snapshot, messages.text("welcome-title"), "/").under("", "/", "").here();
    let (wrong, field) =
        wrong.map_or((None, if is_reset { "password" } else { "name" }), |(said, at)| (Some(said), at));
    render(&WelcomePage {
        address: frame.undated_href(format!("/welcome/{text}")),
        password_hint: messages.with("password-hint", &[("n", LEAST_PASSWORD.into())]),
        frame,
        lede,
        name,
        is_reset,
        wrong,
        field,
    })
}
