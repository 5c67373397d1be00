//! What waits for a decision, by source. Anybody may look; a reviewer decides on the page of a source.

use askama::Template;
use axum::extract::Extension;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::Now;
use crate::dto::{self, WaitingDto};
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};

#[derive(Template)]
#[template(path = "review.html")]
struct QueuePage {
    frame: Frame,
    sentence: String,
    waiting: Vec<(WaitingDto, String)>,
}

pub(super) async fn page(Extension(snapshot): Now, Asked(_): Asked<AsOfQuery>) -> Answer {
    let messages = Messages::current();
    let all = dto::waiting(&snapshot.register);
    let n_claims: usize = all.iter().map(|source| source.n_facts + source.n_names).sum();
    let args = [("claims", n_claims.into()), ("sources", all.len().into())];
    let counted = |source: WaitingDto| {
        let args = [("facts", source.n_facts.into()), ("names", source.n_names.into())];
        let sentence = messages.with("desk-waiting-of", &args);
        (source, sentence)
    };
    let mut frame =
        Frame::timeless(&snapshot, messages.text("desk-review-title"), "/review").under("review", "/", "").here();
    frame.summary = messages.text("desk-review-lede");
    render(&QueuePage {
        frame,
        sentence: if all.is_empty() { messages.text("desk-queue-empty") } else { messages.with("desk-queue", &args) },
        waiting: all.into_iter().map(counted).collect(),
    })
}
