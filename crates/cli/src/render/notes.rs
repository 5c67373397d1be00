//! The evidence under a text: each claim once, numbered in the order the text leans on it.

use model::{Claim, Locator};
use register::ClaimKey;

use super::sayer::Sayer;
use crate::table::paragraph;

/// The claims a text leans on.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<ClaimKey>);

impl Notes {
    /// The marks of these claims, such as ` [1] [4]`; empty for none.
    pub(super) fn mark(&mut self, claims: &[ClaimKey]) -> String {
        let mut marks = String::new();
        for claim in claims {
            let idx = self.0.iter().position(|known| known == claim).unwrap_or_else(|| {
                self.0.push(*claim);
                self.0.len() - 1
            });
            marks += &format!(" [{}]", idx + 1);
        }
        marks
    }

    /// The numbered list of evidence.
    pub(super) fn render(&self, sayer: Sayer<'_>) -> String {
        let mut out = String::new();
        let digits = self.0.len().to_string().len();
        for (number, key) in (1..).zip(&self.0) {
            let known = sayer.register.known(*key);
            let lead = format!("  [{number:>digits$}] ");
            let indent = " ".repeat(lead.len());
            out += &paragraph(&lead, &cited(sayer, &known.claim), sayer.width);
            let quote = known.claim.evidence.quote.trim();
            if !quote.is_empty() {
                out += &paragraph(&indent, &format!("“{quote}”"), sayer.width);
            }
            let mut last =
                format!("claim {}, {}", known.name.short(), sayer.messages().word("grade", known.claim.grade.word()));
            // A row holds its note already.
            if !known.claim.note.is_empty() && !quote.contains(&known.claim.note) {
                last += &format!(". Note: {}", known.claim.note);
            }
            out += &paragraph(&indent, &last, sayer.width);
        }
        out
    }
}

/// Where a claim is found: source, date, speaker, place in it.
pub(super) fn cited(sayer: Sayer<'_>, claim: &Claim) -> String {
    let id = &claim.evidence.source;
    let source = sayer.register.source(id);
    let mut text = match source {
        Some(source) => format!("{} ({id})", source.title),
        None => id.to_string(),
    };
    if let Some(source) = source {
        if !source.publisher.is_empty() && !source.title.contains(&source.publisher) {
            text += &format!(", {}", source.publisher);
        }
        text += &source
            .published
            .map_or_else(|| ", not dated".to_owned(), |date| format!(", {}", sayer.messages().date(&date)));
    }
    if let Some(speaker) = &claim.speaker {
        text += &format!("; in the words of: {}", speaker.office);
    }
    format!("{text}; {}", place(&claim.evidence.locator))
}

/// The place of a quote in its source.
pub(super) fn place(locator: &Locator) -> String {
    match locator {
        Locator::Bytes { start, end } => format!("bytes {start} to {end} of the text"),
        Locator::Row { table, line, column } if column.is_empty() => format!("{table}, line {line}"),
        Locator::Row { table, line, column } => format!("{table}, line {line}, column {column}"),
        Locator::Whole => "the work as a whole".to_owned(),
    }
}

/// The source of a claim in a few words: its id and the beginning of its title.
pub(super) fn short_source(sayer: Sayer<'_>, claim: &Claim) -> String {
    const TITLE: usize = 48;
    let id = &claim.evidence.source;
    match sayer.register.source(id) {
        Some(source) => format!("{id}: {}", crate::table::cut(&source.title, TITLE)),
        None => id.to_string(),
    }
}
