//! A source: what it is, and what it says.

use model::SourceId;

use super::sayer::{Sayer, counted, heading};
use crate::table::{Table, pad, paragraph};

const LABEL: usize = 11;

/// The text of a source.
pub(crate) fn source(sayer: Sayer<'_>, id: &SourceId) -> String {
    use owo_colors::OwoColorize;
    let words = sayer.messages();
    let mut out = String::new();
    match sayer.register.source(id) {
        None => out += &format!("{}\nnothing but its id is known\n", id.as_str().bold()),
        Some(source) => {
            out += &format!("{}\n", paragraph("", &source.title, sayer.width).trim_end().bold());
            let mut line = |label: &str, text: &str| {
                if !text.is_empty() {
                    out += &paragraph(&pad(label, LABEL), text, sayer.width);
                }
            };
            line("Id", id.as_str());
            line("Publisher", &source.publisher);
            line("Address", &source.url);
            line("Published", &source.published.map_or_else(|| "not dated".to_owned(), |date| words.date(&date)));
            line("Read", &source.retrieved.map_or_else(String::new, |day| words.day(day)));
            line("Language", &source.language);
            line("Kind", &words.word("source-kind", source.kind.word()));
            line("Grade", &words.word("grade", source.grade.word()));
            line("Note", &source.note);
            line("Text", source.text.as_ref().map_or("", |_| "kept"));
            line("Hash", &source.hash.map_or_else(String::new, |hash| model::Name(hash).to_string()));
        }
    }
    let claims = sayer
        .register
        .claims_of_source(id)
        .iter()
        .filter(|key| sayer.register.known(**key).is_known_on(sayer.as_of.known_on));
    let mut table = Table::new(["claim", "what it says"]);
    for key in claims.clone() {
        let known = sayer.register.known(*key);
        table.push([known.name.short().into(), words.fact(sayer.register, &known.claim).into()]);
    }
    out += &heading(&counted(claims.count(), "claim", "claims"));
    if !table.is_empty() {
        out += &table.render(sayer.width);
    }
    out
}
