//! A place or institution: what it is called, what it is, what it is tied to.

use model::{Attribute, Fact};
use register::{ClaimKey, PartyKey, TieKey};

use super::sayer::{Sayer, counted, heading};
use super::ties::{by_name, ties_table};
use crate::table::{Table, pad, paragraph};

const LABEL: usize = 13;

/// The text of a party.
pub(crate) fn party(sayer: Sayer<'_>, key: PartyKey, ties: &[TieKey]) -> String {
    use owo_colors::OwoColorize;
    let party = sayer.register.party(key);
    let words = sayer.messages();
    let mut out = format!("{}\n", party.name.bold());
    let kind = party.kind.map_or_else(|| "kind not known".to_owned(), |kind| words.word("kind", kind.word()));
    let whole = party.part_of.as_ref().and_then(|id| sayer.register.party_key(id));
    let whole =
        whole.map(|key| sayer.register.party(key)).map(|whole| format!(", part of {} ({})", whole.name, whole.id()));
    out += &format!("{}: {kind}{}\n", party.id(), whole.unwrap_or_default());
    out += &paragraph("", &sayer.days(), sayer.width);
    out.push('\n');
    let mut line = |label: &str, text: &str| out += &paragraph(&pad(label, LABEL), text, sayer.width);
    line("Names", &party.names.join(" · "));
    let identifiers: Vec<String> =
        party.identifiers.iter().map(|id| format!("{} {}", words.scheme(id), id.value())).collect();
    let listed = if identifiers.is_empty() { "none known".to_owned() } else { identifiers.join(", ") };
    line("Identifiers", &listed);
    if let Some(why) = &party.unresolved {
        out += &paragraph(&pad("Not resolved", LABEL), &format!("to one body: {why}"), sayer.width);
    }
    out += &attributes(sayer, party.claims());
    out += &tied(sayer, ties);
    out
}

/// What claims say it has or succeeds, as far as they were known: a row per claim, which `twain show CLAIM` opens.
fn attributes(sayer: Sayer<'_>, claims: &[ClaimKey]) -> String {
    let words = sayer.messages();
    let mut table = Table::new(["what", "value", "when", "source", "claim"]);
    for key in claims {
        let known = sayer.register.known(*key);
        if !known.counts() || !known.is_known_on(sayer.as_of.known_on) {
            continue;
        }
        let (what, value) = match &known.claim.fact {
            Fact::Has(Attribute::Unresolved(_)) => continue,
            Fact::Has(attribute) => words.attribute(attribute),
            Fact::Succeeds(_) => ("succeeds".to_owned(), words.fact(sayer.register, &known.claim)),
            _ => continue,
        };
        let when = if known.claim.held.is_unknown() { String::new() } else { words.when(&known.claim.held) };
        let source = known.claim.evidence.source.as_str();
        table.push([what.into(), value.into(), when.into(), source.into(), known.name.short().into()]);
    }
    if table.is_empty() { String::new() } else { heading("What is known of it") + &indented(sayer, &table) }
}

fn tied(sayer: Sayer<'_>, ties: &[TieKey]) -> String {
    let mut ties = ties.to_vec();
    by_name(sayer.register, &mut ties);
    let mut out = heading(&counted(ties.len(), "tie", "ties"));
    if ties.is_empty() {
        return format!("{out}  none known by that day, which does not show that there is none\n");
    }
    out += &indented(sayer, &ties_table(sayer, &ties));
    out
}

fn indented(sayer: Sayer<'_>, table: &Table) -> String {
    let width = sayer.width.map(|width| width.saturating_sub(2));
    table.render(width).lines().map(|line| format!("  {line}\n")).collect()
}
