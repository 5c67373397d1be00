//! One's own account: the password, sessions elsewhere, and tokens for programs.

use ::accounts::{LEAST_PASSWORD, Token};
use askama::Template;
use axum::extract::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::tz::Offset;
use serde::Deserialize;

use super::{All, DoneQuery, Frame, Nothing, Numbered, failed, filters, gate, lead, refusal, refused, render, said};
use crate::access::{Actor, Client, Contributor, Posted};
use crate::answer::Made;
use crate::api::Now;
use crate::fault::Fault;
use crate::language::Spoken;
use crate::messages::Messages;
use crate::query::Asked;
use crate::shared::{Shared, Snapshot};

/// What may just have been done.
pub(super) const DONE: &[&str] = &["welcome", "password", "sessions", "revoked"];

/// No `Debug`: a password must not reach a log.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passwords {
    old: String,
    password: String,
    again: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labelled {
    label: String,
}

/// A token in the list.
struct Row {
    id: i64,
    label: String,
    made: String,
}

/// What a form of the page says beside what is always there.
#[derive(Default)]
struct Note {
    done: Option<String>,
    /// What is wrong, and in which field.
    wrong: Option<(String, &'static str)>,
    /// A token just made.
    token: Option<String>,
}

#[derive(Template)]
#[template(path = "access/account.html")]
struct AccountPage {
    frame: Frame,
    actor: Actor,
    role: String,
    may: String,
    sessions: String,
    has_others: bool,
    tokens: Vec<Row>,
    password_hint: String,
    note: Note,
}

impl AccountPage {
    /// What is wrong in a field.
    fn wrong_in(&self, field: &str) -> Option<&str> {
        self.note.wrong.as_ref().filter(|(_, at)| *at == field).map(|(said, _)| said.as_str())
    }
}

pub(super) async fn page(
    Contributor(actor): Contributor,
    Extension(snapshot): Now,
    Extension(shared): All,
    Asked(query): Asked<DoneQuery>,
) -> Result<Made, Fault> {
    show(&snapshot, &shared, actor, Note { done: said(&query.done, DONE), ..Note::default() }).await
}

pub(super) async fn password(
    Contributor(actor): Contributor,
    Extension(snapshot): Now,
    Extension(shared): All,
    Client(client): Client,
    Posted(form): Posted<Passwords>,
) -> Result<Response, Fault> {
    let gate = gate(&shared)?;
    let messages = Messages::current();
    let wrong = if form.password == form.again {
        // Whoever sits at a browser left open guesses no faster than who signs in.
        gate.throttle.attempt(&actor.name, client, gate.now()).map_err(Fault::too_often)?;
        let visitor = Spoken::current().visitor;
        let session = visitor.session().ok_or_else(Fault::sign_in)?;
        let passwords = [form.old.as_str(), form.password.as_str()];
        match gate.access.accounts.change_password(session, &actor.name, passwords).await {
            Ok(true) => {
                gate.throttle.forgive(&actor.name, client);
                return Ok(lead("/account", &[("done", "password")]));
            }
            Ok(false) => (messages.text("refused-old"), "old"),
            Err(error) => (refusal(refused(error)?), "password"),
        }
    } else {
        (messages.text("refused-again"), "password")
    };
    let made = show(&snapshot, &shared, actor, Note { wrong: Some(wrong), ..Note::default() }).await?;
    Ok(made.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn sessions(
    Contributor(_): Contributor,
    Extension(shared): All,
    Posted(Nothing {}): Posted<Nothing>,
) -> Result<Response, Fault> {
    let visitor = Spoken::current().visitor;
    let session = visitor.session().ok_or_else(Fault::sign_in)?;
    gate(&shared)?.access.accounts.sign_out_elsewhere(session).await.map_err(failed)?;
    Ok(lead("/account", &[("done", "sessions")]))
}

/// Makes a token, and shows it this once.
pub(super) async fn make_token(
    Contributor(actor): Contributor,
    Extension(snapshot): Now,
    Extension(shared): All,
    Posted(form): Posted<Labelled>,
) -> Result<Made, Fault> {
    let gate = gate(&shared)?;
    match gate.access.accounts.make_token(&actor.name, &form.label, gate.now()).await {
        Ok(token) => show(&snapshot, &shared, actor, Note { token: Some(token), ..Note::default() }).await,
        Err(error) => {
            let wrong = Some((refusal(refused(error)?), "label"));
            let made = show(&snapshot, &shared, actor, Note { wrong, ..Note::default() }).await?;
            Ok(made.with_status(StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

pub(super) async fn revoke(
    Contributor(actor): Contributor,
    Extension(shared): All,
    Posted(form): Posted<Numbered>,
) -> Result<Response, Fault> {
    gate(&shared)?.access.accounts.revoke(&actor.name, form.id).await.map_err(failed)?;
    Ok(lead("/account", &[("done", "revoked")]))
}

async fn show(snapshot: &Snapshot, shared: &Shared, actor: Actor, note: Note) -> Result<Made, Fault> {
    let gate = gate(shared)?;
    let messages = Messages::current();
    let visitor = Spoken::current().visitor;
    let session = visitor.session().ok_or_else(Fault::sign_in)?;
    let n_others = gate.access.accounts.n_other_sessions(session, gate.now()).await.map_err(failed)?;
    let tokens = gate.access.accounts.tokens(&actor.name).await.map_err(failed)?;
    let row = |token: Token| {
        let day = Offset::UTC.to_datetime(token.made_at).date();
        Row { id: token.id, label: token.label, made: messages.day(day) }
    };
    render(&AccountPage {
        frame: Frame::timeless(snapshot, messages.text("account-title"), "/account").under("", "/", "").here(),
        role: messages.text(&format!("role-{}", actor.role)),
        may: messages.text(&format!("role-{}-may", actor.role)),
        sessions: messages.with("account-sessions-count", &[("n", n_others.into())]),
        has_others: n_others > 0,
        tokens: tokens.into_iter().map(row).collect(),
        password_hint: messages.with("password-hint", &[("n", LEAST_PASSWORD.into())]),
        actor,
        note,
    })
}
