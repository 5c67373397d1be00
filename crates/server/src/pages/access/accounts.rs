//! Everybody's accounts, for owners: who is there, who is invited, who may do what.

use ::accounts::{Account, Link, Purpose, Role, Secret};
use askama::Template;
use axum::extract::Extension;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::response::Response;
use jiff::Timestamp;
use jiff::tz::Offset;
use serde::Deserialize;

use super::{All, DoneQuery, Frame, Numbered, failed, filters, gate, lead, render, said};
use crate::access::{Owner, Posted};
use crate::answer::Made;
use crate::api::Now;
use crate::fault::Fault;
use crate::messages::Messages;
use crate::pages::home::{Choice, Select};
use crate::query::Asked;
use crate::shared::{Shared, Snapshot};

/// What may just have been done.
pub(super) const DONE: &[&str] = &["welcome", "role", "ended", "withdrawn"];

/// A role given, to an account or by an invitation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    #[serde(default)]
    name: String,
    role: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    name: String,
}

/// An account in the list.
struct Row {
    name: String,
    role: String,
    select: Select,
    seen: String,
    /// Why it cannot be changed: it has ended, or is the only owner.
    fixed: Option<String>,
}

/// An invitation, or a link for a new password, that lasts.
struct Open {
    id: i64,
    what: String,
    ends: String,
}

/// A link just made, to hand on.
struct Fresh {
    address: String,
    what: String,
    ends: String,
}

#[derive(Template)]
#[template(path = "access/accounts.html")]
struct AccountsPage {
    frame: Frame,
    rows: Vec<Row>,
    links: Vec<Open>,
    invite: Select,
    done: Option<String>,
    fresh: Option<Fresh>,
}

pub(super) async fn page(
    Owner(_): Owner,
    Extension(snapshot): Now,
    Extension(shared): All,
    Asked(query): Asked<DoneQuery>,
) -> Result<Made, Fault> {
    show(&snapshot, &shared, said(&query.done, DONE), None).await
}

/// Makes an invitation, and shows its link this once.
pub(super) async fn invite(
    Owner(actor): Owner,
    Extension(snapshot): Now,
    Extension(shared): All,
    headers: HeaderMap,
    Posted(form): Posted<Given>,
) -> Result<Made, Fault> {
    tracing::info!(by = actor.name, role = form.role, "an invitation is made");
    make(&snapshot, &shared, &headers, Purpose::Invitation(read(&form.role)?)).await
}

/// Makes a link for a new password, and shows it this once.
pub(super) async fn reset(
    Owner(actor): Owner,
    Extension(snapshot): Now,
    Extension(shared): All,
    headers: HeaderMap,
    Posted(form): Posted<Named>,
) -> Result<Made, Fault> {
    tracing::info!(by = actor.name, account = form.name, "a link for a new password is made");
    make(&snapshot, &shared, &headers, Purpose::Reset(form.name)).await
}

pub(super) async fn role(
    Owner(actor): Owner,
    Extension(shared): All,
    Posted(form): Posted<Given>,
) -> Result<Response, Fault> {
    gate(&shared)?.access.accounts.set_role(&form.name, read(&form.role)?).await.map_err(failed)?;
    tracing::info!(by = actor.name, account = form.name, role = form.role, "a role was changed");
    Ok(lead("/accounts", &[("done", "role")]))
}

pub(super) async fn end(
    Owner(actor): Owner,
    Extension(shared): All,
    Posted(form): Posted<Named>,
) -> Result<Response, Fault> {
    let gate = gate(&shared)?;
    gate.access.accounts.end(&form.name, gate.now()).await.map_err(failed)?;
    tracing::info!(by = actor.name, account = form.name, "an account was ended");
    Ok(lead("/accounts", &[("done", "ended")]))
}

pub(super) async fn withdraw(
    Owner(actor): Owner,
    Extension(shared): All,
    Posted(form): Posted<Numbered>,
) -> Result<Response, Fault> {
    gate(&shared)?.access.accounts.withdraw(form.id).await.map_err(failed)?;
    tracing::info!(by = actor.name, "a link was withdrawn");
    Ok(lead("/accounts", &[("done", "withdrawn")]))
}

fn read(word: &str) -> Result<Role, Fault> {
    let allowed = Role::ALL.map(Role::word).join(", ");
    let wrong = || Fault::bad("problem-word").with("found", word).with("name", "role").with("allowed", allowed);
    Role::parse(word).ok_or_else(wrong)
}

async fn make(snapshot: &Snapshot, shared: &Shared, headers: &HeaderMap, purpose: Purpose) -> Result<Made, Fault> {
    let gate = gate(shared)?;
    let secret = gate.access.accounts.make_link(&purpose, gate.now()).await.map_err(failed)?;
    let made = gate.access.accounts.look(&secret, gate.now()).await.map_err(failed)?;
    let made = made.ok_or_else(|| Fault::missing("problem-link", ""))?;
    let fresh = Fresh {
        address: address(headers, gate.access.is_secure, &secret),
        what: what(&made.purpose),
        ends: moment(made.ends_at),
    };
    show(snapshot, shared, None, Some(fresh)).await
}

/// The whole address of a link, by the name of the host that the owner's browser asked.
fn address(headers: &HeaderMap, is_secure: bool, secret: &Secret) -> String {
    let scheme = if is_secure { "https" } else { "http" };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let whole = if host.is_empty() { String::new() } else { format!("{scheme}://{host}") };
    format!("{whole}/welcome/{}", secret.reveal())
}

fn what(purpose: &Purpose) -> String {
    let messages = Messages::current();
    match purpose {
        Purpose::First => messages.text("link-first"),
        Purpose::Invitation(role) => {
            messages.with("link-invitation", &[("role", messages.text(&format!("role-{role}")).into())])
        }
        Purpose::Reset(name) => messages.with("link-reset", &[("name", name.as_str().into())]),
    }
}

async fn show(snapshot: &Snapshot, shared: &Shared, done: Option<String>, fresh: Option<Fresh>) -> Result<Made, Fault> {
    let gate = gate(shared)?;
    let messages = Messages::current();
    let accounts = gate.access.accounts.list().await.map_err(failed)?;
    let links = gate.access.accounts.links(gate.now()).await.map_err(failed)?;
    let is_owner = |account: &&Account| account.role == Role::Owner && account.ended_at.is_none();
    let n_owners = accounts.iter().filter(is_owner).count();
    let open = |link: Link| Open { id: link.id, what: what(&link.purpose), ends: moment(link.ends_at) };
    render(&AccountsPage {
        frame: Frame::timeless(snapshot, messages.text("accounts-title"), "/accounts").under("", "/", "").here(),
        rows: accounts.iter().map(|account| row(account, n_owners)).collect(),
        links: links.into_iter().map(open).collect(),
        invite: select(Role::Contributor),
        done,
        fresh,
    })
}

fn row(account: &Account, n_owners: usize) -> Row {
    let messages = Messages::current();
    let fixed = match account.ended_at {
        Some(ended_at) => Some(messages.with("accounts-ended", &[("day", day(ended_at).into())])),
        None if account.role == Role::Owner && n_owners == 1 => Some(messages.text("accounts-only-owner")),
        None => None,
    };
    Row {
        name: account.name.clone(),
        role: messages.text(&format!("role-{}", account.role)),
        select: select(account.role),
        seen: account.seen_at.map(moment).unwrap_or_default(),
        fixed,
    }
}

fn select(chosen: Role) -> Select {
    let messages = Messages::current();
    let choice = |role: Role| Choice {
        value: role.word().to_owned(),
        label: messages.text(&format!("role-{role}")),
        is_chosen: role == chosen,
    };
    Select { name: "role", label: messages.text("accounts-role"), choices: Role::ALL.map(choice).into() }
}

fn day(time: Timestamp) -> String {
    Messages::current().day(Offset::UTC.to_datetime(time).date())
}

/// A day and the time of it.
pub(super) fn moment(time: Timestamp) -> String {
    let time = Offset::UTC.to_datetime(time);
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    let args = [("day", Messages::current().day(time.date()).into()), ("clock", clock.into())];
    Messages::current().with("moment", &args)
}
