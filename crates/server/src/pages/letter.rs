//! The letter that may revive a tie: a draft in every language we write, made from what the register knows, to be edited and
//! saved. What the register does not know is left as a blank in brackets. Nothing is sent, and nothing is kept.

use askama::Template;
use axum::Form;
use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use model::{PartialDate, TieId};
use register::{AsOf, PartyKey, TieKey};
use serde::Deserialize;

use super::frame::Frame;
use super::home::{Choice, Select};
use super::{Answer, filters, render, revive};
use crate::api::Now;
use crate::dto::{self, TieDto, ValueDto};
use crate::fault::Fault;
use crate::language::Language;
use crate::messages::Messages;
use crate::query::{Asked, as_of};
use crate::shared::Snapshot;

/// How long a partner has to answer, unless another day is chosen.
const DAYS_TO_REPLY: i64 = 60;
/// The longest text that is given back as a file.
const MOST_TEXT: usize = 64 << 10;

/// What the page can be asked.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LetterQuery {
    /// The party that writes.
    from: String,
    /// The day to reply by.
    by: String,
    /// `first` or `second`.
    letter: String,
    true_on: String,
    known_on: String,
}

/// What the letter is made from.
struct Facts<'a> {
    snapshot: &'a Snapshot,
    tie: &'a TieDto,
    from: PartyKey,
    to: Vec<PartyKey>,
    is_second: bool,
    by: Date,
    on: Date,
}

/// A draft in one language.
struct Draft {
    tag: &'static str,
    language: &'static str,
    text: String,
    n_rows: usize,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage {
    frame: Frame,
    tie: TieDto,
    selects: Vec<Select>,
    by: Date,
    drafts: Vec<Draft>,
    permission: ValueDto,
    name: String,
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Path(text): Path<String>,
    Asked(query): Asked<LetterQuery>,
) -> Answer {
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let register = &*snapshot.register;
    let key = TieId::parse(&text).ok().and_then(|id| register.tie_key(&id));
    let key = key.ok_or_else(|| Fault::missing("problem-no-tie", &text))?;
    let from = writer(&snapshot, key, &query.from)?;
    let by = reply_by(&query.by, snapshot.today)?;
    let is_second = match query.letter.as_str() {
        "" | "first" => false,
        "second" => true,
        other => {
            let fault = Fault::bad("problem-word").with("found", other).with("name", "letter");
            return Err(fault.with("allowed", "first, second"));
        }
    };
    let tie = dto::tie_report(register, &register.report(key, as_of));
    let to = register.tie(key).parties().iter().copied().filter(|party| *party != from).collect();
    let facts = Facts { snapshot: &snapshot, tie: &tie, from, to, is_second, by, on: snapshot.today };
    let drafts = Language::ALL.map(|language| draft(&facts, language)).into();
    render(&LetterPage {
        frame: frame(&snapshot, as_of, &tie, &query),
        selects: selects(&snapshot, key, from, is_second),
        by,
        drafts,
        permission: revive::permission(&tie).clone(),
        name: tie.id.replace('~', "_"),
        tie,
    })
}

fn frame(snapshot: &Snapshot, as_of: AsOf, tie: &TieDto, query: &LetterQuery) -> Frame {
    let title = Messages::current().with("letter-title", &[("tie", tie.title.as_str().into())]);
    let frame = Frame::new(snapshot, as_of, title, format!("{}/letter", tie.url));
    let mut frame = frame.under("revive", &tie.url, &tie.title).here();
    frame.keep = vec![("from", query.from.clone()), ("by", query.by.clone()), ("letter", query.letter.clone())];
    frame
}

/// The side that writes: the one asked for, else the first.
fn writer(snapshot: &Snapshot, key: TieKey, asked: &str) -> Result<PartyKey, Fault> {
    let parties = snapshot.register.tie(key).parties();
    let is_asked = |party: &&PartyKey| asked.is_empty() || snapshot.register.party(**party).id().as_str() == asked;
    parties.iter().find(is_asked).copied().ok_or_else(|| Fault::bad("problem-party").with("found", asked))
}

fn reply_by(text: &str, today: Date) -> Result<Date, Fault> {
    if text.is_empty() {
        let wait: Span = DAYS_TO_REPLY.days();
        return Ok(today.saturating_add(wait));
    }
    text.parse().map_err(|_| Fault::bad("problem-date").with("found", text))
}

fn selects(snapshot: &Snapshot, key: TieKey, from: PartyKey, is_second: bool) -> Vec<Select> {
    let messages = Messages::current();
    let side = |party: &PartyKey| Choice {
        value: snapshot.register.party(*party).id().to_string(),
        label: messages.shown_name(&snapshot.register, *party).to_owned(),
        is_chosen: *party == from,
    };
    let which = |word: &str, is_chosen: bool| Choice {
        value: word.to_owned(),
        label: messages.text(&format!("letter-{word}")),
        is_chosen,
    };
    let sides = snapshot.register.tie(key).parties().iter().map(side).collect();
    vec![
        Select { name: "from", label: messages.text("letter-from"), choices: sides },
        Select {
            name: "letter",
            label: messages.text("letter-which"),
            choices: vec![which("first", !is_second), which("second", is_second)],
        },
    ]
}

/// The letter in one language, its paragraphs parted by blank lines.
fn draft(facts: &Facts<'_>, language: Language) -> Draft {
    let said = Messages::of(language);
    let register = &facts.snapshot.register;
    let names: Vec<&str> = facts.to.iter().map(|party| said.shown_name(register, *party)).collect();
    let to = names.join(&said.text("list-separator"));
    let from = said.shown_name(register, facts.from);
    let parties = [("from", from.into()), ("to", to.as_str().into()), ("day", said.day(facts.on).into())];
    let with = |key: &str| said.with(key, &parties);
    let mut paragraphs = vec![with("letter-head"), with("letter-greeting")];
    if facts.is_second {
        paragraphs.push(with("letter-reminder"));
    }
    paragraphs.push(match since(facts) {
        Some(date) => {
            said.with("letter-since", &[parties[0].clone(), parties[1].clone(), ("since", said.since(&date).into())])
        }
        None => with("letter-since-unknown"),
    });
    paragraphs.push(match last(facts) {
        Some(date) => said.with("letter-last", &[("last", said.date(&date).into())]),
        None => said.text("letter-last-unknown"),
    });
    paragraphs.push(said.text("letter-ask"));
    paragraphs.push(said.text("letter-offer"));
    paragraphs.push(said.with("letter-reply", &[("by", said.day(facts.by).into())]));
    paragraphs.push(with("letter-end"));
    let text = paragraphs.join("\n\n");
    let n_rows = text.lines().map(|line| line.chars().count() / 70 + 1).sum::<usize>() + 2;
    Draft { tag: language.tag(), language: language.own_name(), text, n_rows }
}

fn since(facts: &Facts<'_>) -> Option<PartialDate> {
    facts.tie.since.as_ref().and_then(|since| since.date.parse().ok())
}

fn last(facts: &Facts<'_>) -> Option<PartialDate> {
    facts.tie.last_contact.as_ref().and_then(|date| date.parse().ok())
}

/// An edited letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edited {
    name: String,
    text: String,
    #[serde(default)]
    lang: String,
}

/// Gives an edited letter back as a file; it is not kept.
pub(super) async fn save(Form(edited): Form<Edited>) -> Result<Response, Fault> {
    if edited.text.len() > MOST_TEXT {
        return Err(Fault::bad("problem-query").with("found", "text"));
    }
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
    let name: String = edited.name.chars().filter(is_plain).take(80).collect();
    let tag = Language::parse(&edited.lang).unwrap_or_default().tag();
    let disposition = format!("attachment; filename=\"letter-{name}-{tag}.txt\"");
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, disposition),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::OK, headers, edited.text).into_response())
}
