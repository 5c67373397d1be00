//! What this is, how the two clocks work, the house rules, the license and coverage, the API and the exports.

use askama::Template;
use axum::extract::Extension;
use register::Register;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::Now;
use crate::dto;
use crate::export;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    frame: Frame,
    house: Vec<String>,
    coverage: Vec<String>,
    license: Vec<String>,
    files: Vec<String>,
    numbers: String,
    collapsed: Vec<(String, String)>,
    marks: Vec<(&'static str, &'static str, String, String)>,
}

pub(super) async fn page(Extension(snapshot): Now, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let messages = Messages::current();
    let mut frame = Frame::new(&snapshot, as_of, messages.text("about-title"), "/about").under("about", "/", "").here();
    frame.summary = messages.text("home-lede");
    let rules = snapshot.register.house();
    let house = [
        ("about-house-quiet", rules.quiet_after_months),
        ("about-house-dormant", rules.dormant_after_months),
        ("about-house-sources", rules.sources_for_silence),
    ];
    let register = &*snapshot.register;
    let numbers = [
        ("ties", register.n_ties().into()),
        ("parties", register.n_parties().into()),
        ("sources", register.n_sources().into()),
        ("claims", register.n_claims().into()),
    ];
    render(&AboutPage {
        house: house.iter().map(|(key, n)| messages.with(key, &[("n", (*n).into())])).collect(),
        coverage: paragraphs(snapshot.site.coverage.current()),
        license: paragraphs(snapshot.site.license.current()),
        files: export::file_names().collect(),
        numbers: messages.with("about-numbers", &numbers),
        collapsed: collapsed(register),
        marks: glossary(),
        frame,
    })
}

/// Claims that a merge left without two parties, with their addresses.
fn collapsed(register: &Register) -> Vec<(String, String)> {
    let claims = register.collapsed().iter().take(200).map(|key| dto::claim(register, *key));
    claims.map(|claim| (claim.url, claim.sentence)).collect()
}

/// The paragraphs of a plain text.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
}

/// What the words of standing and pulse mean: axis, word, label, meaning.
fn glossary() -> Vec<(&'static str, &'static str, String, String)> {
    let messages = Messages::current();
    let standing = register::Standing::ALL.iter().map(|value| ("standing", value.word()));
    let pulse = register::Pulse::ALL.iter().map(|value| ("pulse", value.word()));
    let all = standing.chain(pulse);
    all.map(|(axis, word)| (axis, word, messages.word(axis, word), messages.text(&format!("meaning-{axis}-{word}"))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_meaning() {
        for (axis, word, ..) in glossary() {
            assert!(Messages::english().has(&format!("meaning-{axis}-{word}")), "no meaning of {axis} {word}");
        }
    }
}
