//! Sheets to print: one page per partner, for a council or a file. What is not known says so; every value has the number of
//! its source, and the sources stand at the foot.

use askama::Template;
use axum::extract::{Extension, Path};
use model::{PartyId, TieId};
use register::TieKey;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, TieDto};
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};

/// What happened last, so many lines of it: the sheet is one page.
const MOST_EVENTS: usize = 8;
/// Sheets in one print at most.
const MOST_SHEETS: usize = 60;

/// A line of a sheet.
struct Line {
    label: String,
    /// Empty when not known.
    value: String,
    why: String,
    notes: Vec<usize>,
}

/// One page.
struct Sheet {
    tie: TieDto,
    lines: Vec<Line>,
    events: Vec<Line>,
    n_earlier: usize,
    sources: Vec<String>,
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    frame: Frame,
    sheets: Vec<Sheet>,
    n_more: usize,
    day: String,
}

/// The sheet of one tie.
pub(super) async fn tie(Extension(snapshot): Now, Path(text): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let key = TieId::parse(&text).ok().and_then(|id| snapshot.register.tie_key(&id));
    let key = key.ok_or_else(|| Fault::missing("problem-no-tie", &text))?;
    aside(move || {
        let sheet = sheet(dto::tie_report(&snapshot.register, &snapshot.register.report(key, as_of)));
        let (title, url) = (sheet.tie.title.clone(), sheet.tie.url.clone());
        let frame = Frame::new(&snapshot, as_of, title, format!("{url}/sheet")).under("ties", &url, &sheet.tie.title);
        show(frame, vec![sheet], 0)
    })
    .await?
}

/// The sheets of all ties of a place, one page each.
pub(super) async fn place(
    Extension(snapshot): Now,
    Path(text): Path<String>,
    Asked(query): Asked<AsOfQuery>,
) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let key = PartyId::parse(&text).ok().and_then(|id| snapshot.register.party_key(&id));
    let key = key.ok_or_else(|| Fault::missing("problem-no-place", &text))?;
    let listed = snapshot.view(as_of).await;
    aside(move || {
        let register = &*snapshot.register;
        let ties = register.party(key).ties().iter().copied().filter(|tie| listed.view.state(*tie).n_known > 0);
        let ties = snapshot.index.in_order(ties.collect());
        let name = Messages::current().shown_name(register, key).to_owned();
        let url = format!("/places/{}", register.party(key).id());
        let title = Messages::current().with("sheet-place-title", &[("place", name.as_str().into())]);
        let frame = Frame::new(&snapshot, as_of, title, format!("{url}/sheets")).under("places", &url, &name);
        let one = |tie: &TieKey| sheet(dto::tie_report(register, &register.report(*tie, as_of)));
        let sheets = ties.iter().take(MOST_SHEETS).map(one).collect();
        show(frame, sheets, ties.len().saturating_sub(MOST_SHEETS))
    })
    .await?
}

fn show(frame: Frame, sheets: Vec<Sheet>, n_more: usize) -> Answer {
    let messages = Messages::current();
    let as_of = frame.as_of;
    let days = [("true", messages.day(as_of.true_on).into()), ("known", messages.day(as_of.known_on).into())];
    // Paper does not know what "today" was.
    let day = messages.with("asof-days", &days);
    render(&SheetPage { frame: frame.here(), sheets, n_more, day })
}

fn sheet(tie: TieDto) -> Sheet {
    let lines = lines(&tie);
    let past: Vec<&dto::TimelineDto> = tie.timeline.iter().filter(|item| !item.is_later).collect();
    let n_earlier = past.len().saturating_sub(MOST_EVENTS);
    let event = |item: &&dto::TimelineDto| Line {
        label: item.when_label.clone(),
        value: item.text.clone(),
        why: String::new(),
        notes: notes(&tie, &item.claims),
    };
    let events = past[n_earlier..].iter().map(event).collect();
    let sources = tie.basis.sources.iter().map(|source| source.title.clone()).collect();
    Sheet { events, n_earlier, sources, lines, tie }
}

/// The numbers of the sources of claims, each once.
fn notes(tie: &TieDto, claims: &[String]) -> Vec<usize> {
    let source = |name: &String| tie.basis.claims.iter().find(|claim| claim.name == *name).map(|claim| &claim.source);
    let place = |id: &String| tie.basis.sources.iter().position(|source| source.id == *id).map(|place| place + 1);
    let mut notes: Vec<usize> = claims.iter().filter_map(source).filter_map(place).collect();
    notes.sort_unstable();
    notes.dedup();
    notes
}

fn lines(tie: &TieDto) -> Vec<Line> {
    let messages = Messages::current();
    let value = |label: String, value: &dto::ValueDto| Line {
        label,
        value: known(&value.word),
        why: value.reason.text.clone(),
        notes: notes(tie, &value.reason.claims),
    };
    let name = |id: &str| tie.parties.iter().find(|party| party.id == id).map_or(id, |party| &party.name).to_owned();
    let of = |key: &str, id: &str| messages.with(key, &[("party", name(id).into())]);
    let mut lines = vec![value(messages.text("tie-class"), &tie.class)];
    if !tie.word.is_empty() {
        lines[0].value += &format!(" ({})", tie.word);
    }
    lines.push(Line {
        label: messages.text("tie-since-label"),
        value: tie.since.as_ref().map(|since| since.label.clone()).unwrap_or_default(),
        why: String::new(),
        notes: tie.since.as_ref().map(|since| notes(tie, std::slice::from_ref(&since.claim))).unwrap_or_default(),
    });
    for side in &tie.sides {
        let reason = side.reasons.first();
        lines.push(Line {
            label: of("sheet-standing", &side.party),
            value: known(&side.standing),
            why: reason.map(|reason| reason.text.clone()).unwrap_or_default(),
            notes: reason.map(|reason| notes(tie, &reason.claims)).unwrap_or_default(),
        });
        lines.push(value(of("sheet-carrier", &side.party), &side.carrier));
    }
    lines.extend(tie.directions.iter().map(|direction| value(of("sheet-pulse", &direction.from), &direction.pulse)));
    lines.push(value(messages.text("axis-pulse"), &tie.pulse));
    let listed =
        tie.recognition.iter().map(|one| format!("{}: {} ({})", one.registry, one.status.label, one.when_label));
    let claims: Vec<String> = tie.recognition.iter().map(|one| one.claim.clone()).collect();
    lines.push(Line {
        label: messages.text("axis-recognition"),
        value: listed.collect::<Vec<_>>().join("; "),
        why: String::new(),
        notes: notes(tie, &claims),
    });
    lines.push(value(messages.text("axis-permission"), super::revive::permission(tie)));
    lines
}

/// A label; empty for what is not known, which the sheet says in one way.
fn known(word: &dto::WordDto) -> String {
    if matches!(word.value, "" | "unknown" | "none-known") { String::new() } else { word.label.clone() }
}
