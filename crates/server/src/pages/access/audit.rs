//! Who decided what: the reviews, retractions, merges and splits of the ledger, newest first.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Extension;
use model::{Body, Entry, Name, PartyId, Verdict};
use register::Register;
use serde::Deserialize;

use super::accounts::moment;
use super::{Answer, Frame, filters, render};
use crate::api::{Now, aside};
use crate::dto;
use crate::fault::Fault;
use crate::messages::Messages;
use crate::pages::home::{Choice, Select};
use crate::query::{Asked, query_string};
use crate::shared::Snapshot;

/// Decisions on one page.
const PAGE: usize = 50;
/// The kinds of decision, in the order to choose from.
const KINDS: [&str; 7] = ["accept", "reject", "amend", "reopen", "retraction", "merge", "split"];

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct AuditQuery {
    by: String,
    kind: String,
    /// The position in the ledger before which to go on.
    after: String,
}

/// A decision in the list.
struct Row {
    seq: u64,
    time: String,
    when: String,
    kind: String,
    by: String,
    what: String,
    url: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "access/audit.html")]
struct AuditPage {
    frame: Frame,
    selects: Vec<Select>,
    rows: Vec<Row>,
    count: String,
    first: Option<String>,
    next: Option<String>,
}

pub(super) async fn page(Extension(snapshot): Now, Asked(query): Asked<AuditQuery>) -> Answer {
    let before = match query.after.as_str() {
        "" => u64::MAX,
        text => text.parse().map_err(|_| Fault::bad("problem-cursor").with("found", text))?,
    };
    if !query.kind.is_empty() && !KINDS.contains(&query.kind.as_str()) {
        let fault = Fault::bad("problem-word").with("found", &*query.kind).with("name", "kind");
        return Err(fault.with("allowed", KINDS.join(", ")));
    }
    aside(move || show(&snapshot, &query, before)).await?
}

fn show(snapshot: &Snapshot, query: &AuditQuery, before: u64) -> Answer {
    let messages = Messages::current();
    let register = &*snapshot.register;
    let is_asked = |entry: &&Entry| {
        let (kind, by, _) = told(&entry.body);
        (query.by.is_empty() || by == query.by) && (query.kind.is_empty() || kind == query.kind)
    };
    let asked: Vec<&Entry> = register.decisions().iter().rev().filter(is_asked).collect();
    let mut shown = asked.iter().filter(|entry| entry.seq.0 < before);
    let rows: Vec<Row> = shown.by_ref().take(PAGE).map(|entry| row(register, entry)).collect();
    let frame = Frame::timeless(snapshot, messages.text("audit-title"), "/audit").under("", "/", "").here();
    let address = |after: &str| {
        frame.undated_href("/audit").split('?').next().unwrap_or_default().to_owned()
            + &query_string([
                ("by", query.by.as_str()),
                ("kind", &query.kind),
                ("after", after),
                crate::language::Language::current().param(),
            ])
    };
    let next = rows.last().filter(|_| shown.next().is_some()).map(|row| address(&row.seq.to_string()));
    render(&AuditPage {
        selects: selects(register, query),
        count: messages.with("audit-count", &[("n", asked.len().into())]),
        first: (before != u64::MAX).then(|| address("")),
        next,
        rows,
        frame,
    })
}

/// Kind, by whom, and why.
fn told(body: &Body) -> (&'static str, &str, &str) {
    match body {
        Body::Review(review) => {
            let kind = match review.verdict {
                Verdict::Accept => "accept",
                Verdict::Reject => "reject",
                Verdict::Amend => "amend",
                Verdict::Reopen => "reopen",
            };
            (kind, &review.by, &review.reason)
        }
        Body::Retraction(retraction) => ("retraction", &retraction.by, &retraction.reason),
        Body::Merge(merge) => ("merge", &merge.by, &merge.reason),
        Body::Split(split) => ("split", &split.by, &split.reason),
        // These say something, and decide nothing.
        Body::Claim(_) | Body::Source(_) => ("", "", ""),
    }
}

fn row(register: &Register, entry: &Entry) -> Row {
    let (kind, by, reason) = told(&entry.body);
    let (what, url) = match &entry.body {
        Body::Review(review) => of_claim(register, &review.claim),
        Body::Retraction(retraction) => of_claim(register, &retraction.claim),
        Body::Merge(merge) => of_merge(register, &merge.from, &merge.into),
        Body::Split(split) => {
            let merge = register.decisions().iter().find_map(|entry| match &entry.body {
                Body::Merge(merge) if entry.name == split.merge => Some(merge),
                _ => None,
            });
            merge.map_or_else(Default::default, |merge| of_merge(register, &merge.from, &merge.into))
        }
        Body::Claim(_) | Body::Source(_) => Default::default(),
    };
    Row {
        seq: entry.seq.0,
        time: entry.recorded_at.to_string(),
        when: moment(entry.recorded_at),
        kind: Messages::current().text(&format!("decided-{kind}")),
        by: by.to_owned(),
        what,
        url,
        reason: reason.to_owned(),
    }
}

fn of_claim(register: &Register, name: &Name) -> (String, String) {
    let url = format!("/claims/{name}");
    match register.claim_named(name) {
        Some(key) => (dto::claim(register, key).sentence, url),
        None => (name.to_string(), url),
    }
}

fn of_merge(register: &Register, from: &PartyId, into: &PartyId) -> (String, String) {
    let name = Messages::current().party_name(register, into);
    let args = [("from", from.as_str().into()), ("into", into.as_str().into()), ("name", name.into())];
    (Messages::current().with("audit-parties", &args), format!("/places/{into}"))
}

fn selects(register: &Register, query: &AuditQuery) -> Vec<Select> {
    let messages = Messages::current();
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in register.decisions() {
        *by.entry(told(&entry.body).1).or_default() += 1;
    }
    let any =
        |chosen: &str| Choice { value: String::new(), label: messages.text("audit-any"), is_chosen: chosen.is_empty() };
    let by = by.into_iter().filter(|(name, _)| !name.is_empty()).map(|(name, n)| Choice {
        value: name.to_owned(),
        label: format!("{name} ({n})"),
        is_chosen: name == query.by,
    });
    let kinds = KINDS.map(|kind| Choice {
        value: kind.to_owned(),
        label: messages.text(&format!("decided-{kind}")),
        is_chosen: kind == query.kind,
    });
    vec![
        Select {
            name: "by",
            label: messages.text("audit-by"),
            choices: [any(&query.by)].into_iter().chain(by).collect(),
        },
        Select {
            name: "kind",
            label: messages.text("audit-kind"),
            choices: [any(&query.kind)].into_iter().chain(kinds).collect(),
        },
    ]
}
