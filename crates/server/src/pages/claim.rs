//! A claim's page: the end of every line of evidence on our side.

use askama::Template;
use axum::extract::{Extension, Path};
use jiff::civil::Date;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::{Now, claims};
use crate::dto::{self, ClaimDto};
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};

#[derive(Template)]
#[template(path = "claim.html")]
struct ClaimPage {
    frame: Frame,
    claim: ClaimDto,
    known_from: Option<String>,
    recorded: String,
    /// Whether it is one that people decide on beside its text.
    is_on_desk: bool,
}

pub(super) async fn page(Extension(snapshot): Now, Path(text): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let messages = Messages::current();
    let key = claims::named(&snapshot.register, &text)?;
    let known = snapshot.register.known(key);
    let claim = dto::claim(&snapshot.register, key);
    let title = messages.with("claim-title", &[("name", known.name.short().into())]);
    let frame = Frame::new(&snapshot, as_of, title, claim.url.clone());
    let mut frame = frame.under("sources", &claim.evidence.source.url, &claim.evidence.source.title).here();
    frame.summary.clone_from(&claim.sentence);
    frame.json = Some(frame.undated_href(format!("/api{}", claim.url)));
    let day = |text: &String| text.parse().map_or_else(|_| text.clone(), |day: Date| messages.day(day));
    let recorded = jiff::tz::Offset::UTC.to_datetime(known.recorded_at).date();
    render(&ClaimPage {
        known_from: claim.known_from.as_ref().map(day),
        recorded: messages.day(recorded),
        is_on_desk: desk::is_read(&snapshot.register, key),
        claim,
        frame,
    })
}
