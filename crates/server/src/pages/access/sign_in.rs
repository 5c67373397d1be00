//! Signing in and out.

use askama::Template;
use axum::extract::Extension;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{All, Answer, Frame, Nothing, failed, filters, gate, lead, render};
use crate::access::{Client, Posted};
use crate::api::Now;
use crate::fault::Fault;
use crate::language::Spoken;
use crate::messages::Messages;
use crate::query::Asked;
use crate::shared::Snapshot;

/// Where to go on after signing in.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NextQuery {
    next: String,
}

/// What is typed. No `Debug`: a password must not reach a log.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    name: String,
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "access/sign-in.html")]
struct SignInPage {
    frame: Frame,
    name: String,
    next: String,
    is_wrong: bool,
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Extension(shared): All,
    Asked(query): Asked<NextQuery>,
) -> Result<Response, Fault> {
    gate(&shared)?;
    if Spoken::current().visitor.actor().is_some() {
        return Ok(lead(local(&query.next), &[]));
    }
    show(&snapshot, String::new(), local(&query.next), false).map(IntoResponse::into_response)
}

/// Signs in. A wrong name and a wrong password are told with the same words after the same time.
pub(super) async fn enter(
    Extension(snapshot): Now,
    Extension(shared): All,
    Client(client): Client,
    Posted(form): Posted<SignIn>,
) -> Result<Response, Fault> {
    let gate = gate(&shared)?;
    let (now, next) = (gate.now(), local(&form.next));
    gate.throttle.attempt(&form.name, client, now).map_err(Fault::too_often)?;
    let accounts = &gate.access.accounts;
    let Some(session) = accounts.sign_in(&form.name, &form.password, now).await.map_err(failed)? else {
        tracing::info!("a wrong name or password");
        return show(&snapshot, form.name, next, true)
            .map(|made| made.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    gate.throttle.forgive(&form.name, client);
    if let Some(former) = Spoken::current().visitor.session() {
        accounts.sign_out(former).await.map_err(Fault::inner)?;
    }
    let mut response = lead(next, &[]);
    response.headers_mut().append(SET_COOKIE, gate.session_cookie(&session));
    Ok(response)
}

/// Signs out; who is signed out already is led on as well.
pub(super) async fn leave(Extension(shared): All, Posted(Nothing {}): Posted<Nothing>) -> Result<Response, Fault> {
    let gate = gate(&shared)?;
    if let Some(session) = Spoken::current().visitor.session() {
        gate.access.accounts.sign_out(session).await.map_err(Fault::inner)?;
    }
    let mut response = lead("/", &[]);
    response.headers_mut().append(SET_COOKIE, gate.no_session_cookie());
    Ok(response)
}

fn show(snapshot: &Snapshot, name: String, next: &str, is_wrong: bool) -> Answer {
    let frame = Frame::timeless(snapshot, Messages::current().text("sign-in-title"), "/sign-in").under("", "/", "");
    render(&SignInPage { frame: frame.here(), name, next: next.to_owned(), is_wrong })
}

/// An address of ours to go on at; `/` for anything else. Browsers read `//`, `/\` and `/` with a tab after it as the
/// beginning of another host.
fn local(next: &str) -> &str {
    let is_plain = next.len() <= 2_000 && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let is_ours = next.starts_with('/') && !next.starts_with("//");
    let is_elsewhere = !["/sign-in", "/sign-out", "/welcome"].iter().any(|start| next.starts_with(start));
    if is_plain && is_ours && is_elsewhere { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_at_an_address_of_ours_alone() {
        for (next, expected) in [
            ("/review?lang=ru", "/review?lang=ru"),
            ("/?q=a&after=b", "/?q=a&after=b"),
            ("", "/"),
            ("https://elsewhere.example/", "/"),
            ("//elsewhere.example/", "/"),
            ("/\\elsewhere.example/", "/"),
            ("/\t/elsewhere.example/", "/"),
            ("/\r\nset-cookie: a=b", "/"),
            ("javascript:alert(1)", "/"),
            ("/sign-out", "/"),
            ("/путь", "/"),
        ] {
            assert_eq!(local(next), expected, "{next}");
        }
    }
}
