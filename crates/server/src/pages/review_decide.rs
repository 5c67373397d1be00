//! Decisions: one claim, or all that waits of a source. Each is an entry of the ledger; none overwrites another. A form carries
//! the decision that its page had seen: where somebody else has decided since, nothing is written, and the page says who decided
//! what and offers to decide anew.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::{
    Others, Ruling, about_source, decision, decision_name, document_of, named, naming, review, undo, waiting_of,
};
use jiff::Timestamp;
use model::{Body, SourceId, Verdict};
use register::ClaimKey;

use super::frame::Frame;
use super::review_amend::{Amending, Given, describe};
use super::review_source::{Sheet, source_id};
use super::{filters, render};
use crate::access::{Actor, Posted, Reviewer};
use crate::api::{aside, claims};
use crate::dto::{self, CardDto};
use crate::fault::Fault;
use crate::language::Language;
use crate::messages::Messages;
use crate::query::query_string;
use crate::shared::{Shared, Snapshot};

/// The longest reason.
const MOST_REASON: usize = 2_000;

#[derive(Template)]
#[template(path = "review_conflict.html")]
struct ConflictPage {
    frame: Frame,
    card: CardDto,
    source: String,
    action: String,
    /// What was to be done, in a word.
    wanted: String,
    /// The form again, with what has now been seen.
    fields: Vec<(String, String)>,
}

/// What is decided on a claim.
struct Deciding<'a> {
    snapshot: &'a Snapshot,
    key: ClaimKey,
    source: &'a SourceId,
    given: &'a Given,
    actor: &'a Actor,
}

/// Decides on one claim.
pub(super) async fn one(
    Reviewer(actor): Reviewer,
    Extension(shared): Extension<Arc<Shared>>,
    Path((source, claim)): Path<(String, String)>,
    Posted(given): Posted<Given>,
) -> Result<Response, Fault> {
    let _alone = shared.readers.turn_to_decide().await;
    let snapshot = shared.snapshot();
    let source = source_id(&snapshot.register, &source)?;
    let key = claims::named(&snapshot.register, &claim)?;
    if snapshot.register.known(key).claim.evidence.source != source {
        return Err(Fault::missing("problem-no-claim", &claim));
    }
    let seen = given.get("seen").map_or("", String::as_str);
    let last = decision(&snapshot.register, key).map(|last| decision_name(last).to_string()).unwrap_or_default();
    if seen != last {
        let answer = conflict(&snapshot, key, &source, given).map(|made| made.with_status(StatusCode::CONFLICT));
        return answer.map(IntoResponse::into_response);
    }
    let (desk, before) = (Arc::clone(&shared), Arc::clone(&snapshot));
    let bodies = aside({
        let source = source.clone();
        move || {
            let deciding = Deciding { snapshot: &before, key, source: &source, given: &given, actor: &actor };
            deciding.bodies(&desk)
        }
    })
    .await??;
    let meanwhile = append(&shared, &snapshot, bodies).await?;
    let name = snapshot.register.known(key).name.to_string();
    let next = next_waiting(&shared.snapshot(), &source, key).unwrap_or_else(|| name.clone());
    let meanwhile = if meanwhile { "yes" } else { "" };
    let query = query_string([("done", name.as_str()), ("meanwhile", meanwhile), Language::current().param()]);
    Ok(Redirect::to(&format!("/review/{source}{query}#claim-{next}")).into_response())
}

/// Accepts all that waits of a source and that the page had shown.
pub(super) async fn all(
    Reviewer(actor): Reviewer,
    Extension(shared): Extension<Arc<Shared>>,
    Path(source): Path<String>,
    Posted(given): Posted<Given>,
) -> Result<Response, Fault> {
    let _alone = shared.readers.turn_to_decide().await;
    let snapshot = shared.snapshot();
    let register = &snapshot.register;
    let source = source_id(register, &source)?;
    let upto: u64 = given.get("upto").and_then(|text| text.parse().ok()).unwrap_or_default();
    let waiting = waiting_of(register, &source);
    let waiting: Vec<ClaimKey> = waiting.into_iter().filter(|key| register.known(*key).seq.0 <= upto).collect();
    let reason = reason(&given, "desk-reason-accept-all")?;
    let ruling = Ruling { verdict: Verdict::Accept, reason: &reason, by: &actor.name };
    let with = naming(register, &waiting);
    let bodies: Vec<Body> = waiting.iter().chain(&with).map(|key| review(register, *key, ruling)).collect();
    let meanwhile = if append(&shared, &snapshot, bodies).await? { "yes" } else { "" };
    let n = waiting.len().to_string();
    let query = query_string([("n", n.as_str()), ("meanwhile", meanwhile), Language::current().param()]);
    Ok(Redirect::to(&format!("/review/{source}{query}")).into_response())
}

/// Writes a batch; gives whether somebody else decided on the same at that moment.
async fn append(shared: &Shared, before: &Snapshot, bodies: Vec<Body>) -> Result<bool, Fault> {
    if bodies.is_empty() {
        return Ok(false);
    }
    shared.append(bodies.clone()).await?;
    let others = Others::before(&before.register, &bodies);
    Ok(!others.since(&shared.snapshot().register).is_empty())
}

/// The name of the claim after this one that waits, in the order of the page.
fn next_waiting(snapshot: &Snapshot, source: &SourceId, after: ClaimKey) -> Option<String> {
    let register = &snapshot.register;
    let place = |key: ClaimKey| match register.known(key).claim.evidence.locator {
        model::Locator::Bytes { start, .. } => (start, key),
        _ => (u64::MAX, key),
    };
    let is_naming = |key: &ClaimKey| reader::claims::is_about_identity(&register.known(*key).claim.fact);
    let mut waiting: Vec<ClaimKey> = waiting_of(register, source).into_iter().filter(|key| !is_naming(key)).collect();
    waiting.sort_by_key(|key| place(*key));
    let next = waiting.iter().find(|key| place(**key) > place(after)).or(waiting.first());
    next.map(|key| register.known(*key).name.to_string())
}

/// Why, as the form says, or in the words for it.
fn reason(given: &Given, key: &str) -> Result<String, Fault> {
    let reason = given.get("reason").map_or("", |reason| reason.trim());
    if reason.len() > MOST_REASON {
        return Err(Fault::too_large());
    }
    Ok(if reason.is_empty() { Messages::current().text(key) } else { reason.to_owned() })
}

impl Deciding<'_> {
    fn bodies(&self, shared: &Shared) -> Result<Vec<Body>, Fault> {
        let (register, by) = (&*self.snapshot.register, self.actor.name.as_str());
        match self.given.get("do").map(String::as_str) {
            Some("accept") => {
                let reason = reason(self.given, "desk-reason-accept")?;
                let ruling = Ruling { verdict: Verdict::Accept, reason: &reason, by };
                let with = naming(register, &[self.key]);
                Ok(std::iter::once(&self.key).chain(&with).map(|key| review(register, *key, ruling)).collect())
            }
            Some("reject") => {
                let reason = reason(self.given, "desk-reason-reject")?;
                Ok(vec![review(register, self.key, Ruling { verdict: Verdict::Reject, reason: &reason, by })])
            }
            Some("amend") => self.amend(shared),
            Some("undo") => {
                let reason = reason(self.given, "desk-reason-undo")?;
                let bodies = undo(register, self.key, &reason, by);
                if bodies.is_empty() { Err(Fault::bad("problem-nothing-to-undo")) } else { Ok(bodies) }
            }
            other => {
                let fault = Fault::bad("problem-word").with("found", other.unwrap_or_default()).with("name", "do");
                Err(fault.with("allowed", "accept, reject, amend, undo"))
            }
        }
    }

    fn amend(&self, shared: &Shared) -> Result<Vec<Body>, Fault> {
        let reason = reason(self.given, "desk-reason-amend")?;
        let sheet = Sheet::of(shared, self.snapshot, self.source)?;
        let ruling = Ruling { verdict: Verdict::Amend, reason: &reason, by: &self.actor.name };
        let register = &*self.snapshot.register;
        let amending = Amending { register, key: self.key, given: self.given, ruling, seats: &sheet.seats };
        amending.bodies(|places| {
            let described = || {
                let source = register.source(self.source)?;
                let document = document_of(source)?;
                let gazetteer = shared.readers.gazetteer().ok()?;
                let known = shared.readers.known(&self.snapshot.register).ok()?;
                let reading = shared.readers.reading_of(source, &document).ok()?;
                Some(describe(&reading, &document, &about_source(source, &gazetteer, &*known), places))
            };
            described().unwrap_or_default()
        })
    }
}

/// Somebody decided after the page was made: who, what and why, and the form again.
fn conflict(snapshot: &Snapshot, key: ClaimKey, source: &SourceId, given: Given) -> Result<crate::answer::Made, Fault> {
    let messages = Messages::current();
    let register = &*snapshot.register;
    let named = named(register, &[key], Timestamp::UNIX_EPOCH);
    let card = dto::card(register, &named, key, None);
    let path = format!("/review/{source}");
    let frame = Frame::timeless(snapshot, messages.text("desk-conflict-title"), path.clone());
    let frame = frame.under("review", &path, &messages.text("nav-review")).here();
    let wanted = match given.get("do").map(String::as_str) {
        Some("accept") => "desk-accept",
        Some("reject") => "desk-reject",
        Some("amend") => "desk-amend",
        _ => "desk-undo",
    };
    let others = given.into_iter().filter(|(name, _)| name != "seen");
    let fields = others.chain([("seen".to_owned(), card.seen.clone())]).collect();
    let action = frame.undated_href(format!("{path}/{}", card.name));
    render(&ConflictPage {
        source: format!("{path}#claim-{}", card.name),
        wanted: messages.text(wanted),
        frame,
        card,
        action,
        fields,
    })
}
