//! A claim: what it says, who says so, where, and whether it counts.

use model::Subject;
use register::{ClaimKey, Status};

use super::notes::place;
use super::sayer::Sayer;
use crate::table::{pad, paragraph};

const LABEL: usize = 13;

/// The text of a claim.
pub(crate) fn claim(sayer: Sayer<'_>, key: ClaimKey) -> String {
    use owo_colors::OwoColorize;
    let known = sayer.register.known(key);
    let claim = &known.claim;
    let words = sayer.messages();
    let mut out = format!("{}\n", paragraph("", &words.fact(sayer.register, claim), sayer.width).trim_end().bold());
    let mut line = |label: &str, text: &str| {
        if !text.is_empty() {
            out += &paragraph(&pad(label, LABEL), text, sayer.width);
        }
    };
    line("Claim", &known.name.to_string());
    let subject = match &claim.subject {
        Subject::Party(id) => id.to_string(),
        Subject::Tie(id) => id.to_string(),
        Subject::Relation(id) => format!("all ties between {}", id.party_texts().collect::<Vec<_>>().join(" and ")),
    };
    line("About", &subject);
    line("Held", &words.when(&claim.held));
    line("Said", &claim.said_on.map_or_else(|| "not dated".to_owned(), |date| words.date(&date)));
    line("Words of", &claim.speaker.as_ref().map_or_else(String::new, |speaker| speaker.office.clone()));
    let source = sayer.register.source(&claim.evidence.source);
    let title = source.map(|source| format!("{} ({})", source.title, source.id));
    line("Source", &title.unwrap_or_else(|| claim.evidence.source.to_string()));
    line("Address", source.map_or("", |source| &source.url));
    line("Place", &place(&claim.evidence.locator));
    if !claim.evidence.quote.is_empty() {
        let is_row = matches!(&claim.evidence.locator, model::Locator::Row { column, .. } if column != "quote");
        let label = if is_row { "Row" } else { "Exact words" };
        line(label, &format!("“{}”", claim.evidence.quote.trim()));
    }
    line("Grade", &words.word("grade", claim.grade.word()));
    line("Note", &claim.note);
    let status = match known.status {
        Status::Counts => "counts",
        Status::Proposed => "proposed",
        Status::Rejected => "rejected",
        Status::Retracted => "retracted",
    };
    line("Status", &words.word("status", status));
    for review in sayer.register.reviews_of(&known.name) {
        let verdict = words.word("verdict", review.verdict.word());
        line("Review", &format!("{verdict} by {}: {}", review.by, review.reason));
    }
    let maker = format!("{} {} {}", claim.maker.kind, claim.maker.name, claim.maker.version);
    line("Made by", maker.trim_end());
    line(
        "Written down",
        &format!("as entry {} on {}", known.seq, words.day(known.recorded_at.to_zoned(jiff::tz::TimeZone::UTC).date())),
    );
    out
}
