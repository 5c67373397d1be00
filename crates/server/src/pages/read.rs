//! Reading: a text or files come in, and the page shows them with what was understood marked in its words. Nothing is kept; what
//! is to be kept is proposed, and waits for review.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Multipart};
use desk::{Before, SourceIds, Tally, Understood, With, understand};
use model::Grade;
use reader::Document;
use reader::claims::Known;

use super::frame::Frame;
use super::marked::{Piece, Span, mark_id, marked};
use super::read_posted::{Carried, Limits, Posted, Unread};
use super::{Answer, filters, render};
use crate::access::{Actor, Contributor, Proof};
use crate::api::{Now, aside};
use crate::dto::{self, ItemDto, NamedDto, ReadWith};
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};
use crate::shared::{Shared, Snapshot};

/// Something understood, with its number on the page.
struct Item {
    id: String,
    number: usize,
    words: String,
    kind: String,
    item: ItemDto,
}

/// A document that was read.
struct Text {
    id: String,
    title: String,
    about: String,
    language: String,
    pieces: Vec<Piece>,
    items: Vec<Item>,
    names: Vec<NamedDto>,
    /// What would become of it.
    sentence: String,
    /// The source, where the register has it.
    source: Option<String>,
    /// The document as a form carries it; empty where there is nothing to propose.
    carried: String,
}

/// What came of all that was sent.
#[derive(Default)]
struct Came {
    texts: Vec<Text>,
    /// Documents that say nothing of ties, by their titles.
    silent: Vec<String>,
    problems: Vec<Unread>,
}

#[derive(Template)]
#[template(path = "read.html")]
struct ReadPage {
    frame: Frame,
    came: Option<Came>,
    /// Whether there are places to read with.
    can_read: bool,
    /// Whether files are taken, and proposals.
    can_propose: bool,
    can_write: bool,
    limit: String,
    text: String,
}

/// What was proposed.
struct Proposed {
    title: String,
    source: String,
    sentence: String,
    is_new: bool,
}

#[derive(Template)]
#[template(path = "read_proposed.html")]
struct ProposedPage {
    frame: Frame,
    proposed: Vec<Proposed>,
}

/// The form.
pub(super) async fn page(
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    Extension(actor): Extension<Option<Actor>>,
    Asked(_): Asked<AsOfQuery>,
) -> Answer {
    render(&ReadPage {
        frame: frame(&snapshot),
        came: None,
        can_read: shared.readers.gazetteer().is_ok(),
        can_propose: may_propose(&actor),
        can_write: shared.can_write(),
        limit: Limits::of(may_propose(&actor)).sentence(),
        text: String::new(),
    })
}

/// The form with what was understood of what it carried.
pub(super) async fn read(
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    Extension(actor): Extension<Option<Actor>>,
    _: Proof,
    multipart: Multipart,
) -> Answer {
    let can_propose = may_propose(&actor);
    let limits = Limits::of(can_propose);
    let posted = Posted::read(multipart, limits).await?;
    if posted.is_empty() {
        return Err(Fault::bad("problem-nothing-read"));
    }
    let _turn = shared.readers.turn(!can_propose).await?;
    let text = posted.text.clone();
    let came = came(&shared, &snapshot, posted).await?;
    let can_write = shared.can_write();
    let frame = frame(&snapshot);
    let page =
        ReadPage { frame, came: Some(came), can_read: true, can_propose, can_write, limit: limits.sentence(), text };
    render(&page)
}

/// Writes what is new in documents that were read before, and says so.
pub(super) async fn propose(
    Contributor(_): Contributor,
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    proof: Proof,
    multipart: Multipart,
) -> Answer {
    let posted = Posted::read(multipart, Limits::of(true)).await?;
    proof.check(&posted.csrf)?;
    let _turn = shared.readers.turn(false).await?;
    // One after the other: the same text, sent twice, is proposed once.
    let _alone = shared.readers.turn_to_decide().await;
    let mut proposed = Vec::new();
    for carried in posted.carried {
        proposed.push(write(&shared, carried).await?);
    }
    let title = Messages::current().text("desk-proposed-title");
    let frame = Frame::timeless(&snapshot, title, "/read");
    let mut frame = frame.under("read", "/read", &Messages::current().text("nav-read")).here();
    frame.head = shared.snapshot().head.to_string();
    render(&ProposedPage { frame, proposed })
}

async fn write(shared: &Arc<Shared>, carried: Carried) -> Result<Proposed, Fault> {
    // The newest: what was written a moment ago is known.
    let (desk, snapshot) = (Arc::clone(shared), shared.snapshot());
    let (read, bodies, tally) = aside(move || {
        let read = understood(&desk, &snapshot, &carried)?;
        let mut tally = Tally::default();
        let mut before = Before::about(&snapshot.register, &read);
        let bodies = before.take(&read, &carried.file, snapshot.today, &mut tally);
        Ok::<_, Fault>((read, bodies, tally))
    })
    .await??;
    if !bodies.is_empty() {
        shared.append(bodies).await?;
    }
    Ok(Proposed {
        title: read.title(""),
        source: read.source.to_string(),
        sentence: told(tally, "desk-proposed"),
        is_new: tally.n_new > 0,
    })
}

fn may_propose(actor: &Option<Actor>) -> bool {
    actor.as_ref().is_some_and(|actor| actor.may(accounts::Role::Contributor))
}

fn frame(snapshot: &Snapshot) -> Frame {
    let messages = Messages::current();
    let mut frame = Frame::timeless(snapshot, messages.text("desk-read-title"), "/read").under("read", "/", "").here();
    frame.summary = messages.text("desk-read-lede");
    frame.scripts.push("review");
    frame
}

/// Reads everything, each file on its own: one that breaks loses no other.
async fn came(shared: &Arc<Shared>, snapshot: &Arc<Snapshot>, posted: Posted) -> Result<Came, Fault> {
    let mut came = Came { problems: posted.problems.clone(), ..Came::default() };
    for unread in posted.inputs() {
        let (shared, snapshot) = (Arc::clone(shared), Arc::clone(snapshot));
        let (name, first) = (unread.name().to_owned(), came.texts.len());
        let read = aside(move || {
            let (documents, problems) = unread.documents();
            let texts: Result<Vec<_>, Fault> = documents
                .into_iter()
                .enumerate()
                .map(|(idx, carried)| shown(&shared, &snapshot, &carried, first + idx))
                .collect();
            texts.map(|texts| (texts, problems))
        });
        match read.await {
            Ok(read) => {
                let (texts, mut problems) = read?;
                for text in texts {
                    match text {
                        Ok(text) => came.texts.push(text),
                        Err(title) => came.silent.push(title),
                    }
                }
                came.problems.append(&mut problems);
            }
            Err(fault) => {
                tracing::error!(cause = fault.cause, "a document could not be read");
                came.problems.push(Unread { name, why: Messages::current().text("desk-broken") });
            }
        }
    }
    Ok(came)
}

fn understood(shared: &Shared, snapshot: &Snapshot, carried: &Carried) -> Result<Understood, Fault> {
    let (gazetteer, known) = (shared.readers.gazetteer()?, shared.readers.known(&snapshot.register)?);
    let sources = SourceIds::new(&snapshot.register);
    let with = With { gazetteer: &gazetteer, known: &*known, sources: &sources, grade: Grade::Report };
    let document = Document {
        title: carried.title.clone(),
        published: carried.published.as_deref().and_then(|date| date.parse().ok()),
        language: carried.language.clone(),
        text: carried.text.clone(),
    };
    Ok(understand(document, carried.address.clone().unwrap_or_default(), with))
}

/// A document as the page shows it; the title alone when it says nothing.
fn shown(shared: &Shared, snapshot: &Snapshot, carried: &Carried, idx: usize) -> Result<Result<Text, String>, Fault> {
    let (gazetteer, known) = (shared.readers.gazetteer()?, shared.readers.known(&snapshot.register)?);
    let read = understood(shared, snapshot, carried)?;
    let title = read.title(&carried.file);
    if read.is_silent() {
        return Ok(Err(title));
    }
    let known: &dyn Known = &*known;
    let with = ReadWith {
        text: &read.document.text,
        reading: &read.reading,
        proposals: &read.proposals,
        gazetteer: &gazetteer,
        known,
    };
    let prefix = format!("text-{}-", idx + 1);
    let items: Vec<Item> =
        dto::items(with).into_iter().zip(1..).map(|(item, number)| of(&prefix, item, number)).collect();
    let mut tally = Tally::default();
    let bodies = Before::about(&snapshot.register, &read).take(&read, &carried.file, snapshot.today, &mut tally);
    let source = snapshot.register.source(&read.source).map(|source| source.id.to_string());
    Ok(Ok(Text {
        id: prefix.trim_end_matches('-').to_owned(),
        title,
        about: about(&read, carried),
        language: read.reading.language.clone(),
        pieces: marked(&read.document.text, &spans(&items), &prefix),
        items,
        names: dto::names(with),
        sentence: told(tally, "desk-would"),
        source,
        carried: if bodies.is_empty() { String::new() } else { carried.to_json() },
    }))
}

fn of(prefix: &str, item: ItemDto, number: usize) -> Item {
    let kind = Messages::current().text(&format!("desk-item-{}", item.kind));
    Item { id: format!("{prefix}item-{number}"), number, words: mark_id(prefix, &item.range), kind, item }
}

fn spans(items: &[Item]) -> Vec<Span> {
    let span = |item: &Item| Span {
        range: item.item.range.clone(),
        item: item.id.clone(),
        label: item.number.to_string(),
        kind: item.item.kind,
    };
    items.iter().map(span).collect()
}

/// Where it is from, when, in what language.
fn about(read: &Understood, carried: &Carried) -> String {
    let messages = Messages::current();
    let date = read.document.published.map_or_else(|| messages.text("desk-undated"), |date| messages.date(&date));
    let language = match read.reading.language.as_str() {
        "" => messages.text("desk-language-unknown"),
        tag => messages.with("desk-language", &[("tag", tag.into())]),
    };
    let parts = [carried.file.clone(), carried.part.clone(), date, language];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How many claims are new, known and turned down.
fn told(tally: Tally, key: &str) -> String {
    let messages = Messages::current();
    let mut parts = vec![match tally.n_new {
        0 => messages.text(&format!("{key}-nothing")),
        n => messages.with(key, &[("n", n.into())]),
    }];
    if tally.n_known > 0 {
        parts.push(messages.with("desk-known", &[("n", tally.n_known.into())]));
    }
    if tally.n_rejected > 0 {
        parts.push(messages.with("desk-turned-down", &[("n", tally.n_rejected.into())]));
    }
    parts.join(" ")
}
