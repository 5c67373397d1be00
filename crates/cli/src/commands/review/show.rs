//! `twain review show`: a claim in its sentence, and what the names in it may mean.

use std::sync::Arc;

use desk::{KnownParties, about_source, document_of, parties_of};
use model::{Claim, Locator, Source};
use reader::Reader;
use reader::claims::propose;
use register::{AsOf, Register};

use super::desk::Desk;
use crate::args::{Format, ReviewShowArgs};
use crate::commands::gazetteer;
use crate::exit::{Exit, Outcome};
use crate::open::Context;
use crate::render::{self, Sayer};
use crate::table::paragraph;

pub(super) async fn run(args: &ReviewShowArgs, cx: Context<'_>) -> Outcome {
    let desk = Desk::open(cx).await?;
    let key = desk.claim(&args.claim)?;
    if cx.out.format == Format::Json {
        cx.out.json(&server::dto::claim(&desk.register, key))?;
        return Ok(Exit::Done);
    }
    let named = desk.with_names(cx);
    let is_naming = reader::claims::is_about_identity(&desk.register.known(key).claim.fact);
    // A claim that only names shows its own status, which the other register has changed.
    let register: &Register = if is_naming { &desk.register } else { &named };
    let as_of = AsOf { true_on: cx.clock.today, known_on: cx.clock.today };
    let mut out = render::claim(Sayer { register, as_of, width: cx.out.width() }, key);
    let claim = &desk.register.known(key).claim;
    let source = desk.register.source(&claim.evidence.source);
    if let Some((source, text)) = source.and_then(|source| Some((source, source.text.as_deref()?))) {
        if let Some(sentence) = in_sentence(claim, text) {
            out += &render::heading("In its sentence");
            out += &paragraph("  ", &sentence, cx.out.width());
        }
        out += &names(claim, source, &desk.register, cx)?;
    }
    cx.out.data(&out)?;
    desk.ledger.close().await;
    Ok(Exit::Done)
}

/// The sentences that the words of a claim stand in, with the words marked.
fn in_sentence(claim: &Claim, text: &str) -> Option<String> {
    let Locator::Bytes { start, end } = claim.evidence.locator else { return None };
    let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
    let words = text.get(start..end)?;
    let spans = reader::text::sentences(text, &|_| false);
    let first = spans.iter().rfind(|span| span.range.start <= start).map_or(start, |span| span.range.start);
    let last = spans.iter().find(|span| span.range.end >= end).map_or(end, |span| span.range.end);
    Some(format!("{}»{words}«{}", text.get(first..start)?, text.get(end..last)?))
}

/// What the names of the claim may mean, found by reading its source again.
fn names(claim: &Claim, source: &Source, register: &Register, cx: Context<'_>) -> Outcome<String> {
    let gazetteer = Arc::new(gazetteer::open_or_bundled(cx)?);
    let known = KnownParties::new(Arc::new(register.clone()), Arc::clone(&gazetteer));
    let Some(document) = document_of(source) else { return Ok(String::new()) };
    let reading = Reader::new(&gazetteer).read(&document);
    let about = about_source(source, &gazetteer, &known);
    let proposals = propose(&reading, &document, &about);
    let shown = render::Shown {
        title: String::new(),
        document: &document,
        reading: &reading,
        proposals: &proposals,
        gazetteer: &gazetteer,
        known: &known,
        width: cx.out.width(),
    };
    let wanted = parties_of(&claim.subject);
    let parties: Vec<usize> =
        (0..reading.parties.len()).filter(|party| wanted.contains(&proposals.parties[*party])).collect();
    let lines: String = parties.iter().map(|party| shown.party(*party)).collect();
    Ok(if lines.is_empty() { lines } else { render::heading("Names") + &lines })
}
