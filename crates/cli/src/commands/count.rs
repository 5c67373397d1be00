//! `twain count`: a number with its written definition, the list behind it, and what others stated.

use register::{Count, Definition, Register};
use server::dto;

use crate::args::{CountArgs, Format};
use crate::bundle;
use crate::exit::{Exit, Failure, Outcome};
use crate::open::{Context, read_text};
use crate::render::{self, Listing, Sayer};

pub(crate) async fn run(args: &CountArgs, cx: Context<'_>) -> Outcome {
    let wanted = wanted(args)?;
    if wanted.is_empty() {
        return list(cx);
    }
    let register = cx.read().await?;
    let as_of = cx.clock.as_of(&args.days);
    let counts: Vec<Count> = wanted.iter().map(|definition| register.count(definition, as_of)).collect();
    answer(&register, &counts, Listing::of(args.list), cx)?;
    Ok(Exit::Done)
}

/// The definitions asked for, by id and by file.
fn wanted(args: &CountArgs) -> Outcome<Vec<Definition>> {
    let all = bundle::definitions();
    let mut wanted = Vec::new();
    for id in &args.definitions {
        let found = all.iter().find(|definition| definition.id == *id).ok_or_else(|| {
            let ids: Vec<&str> = all.iter().map(|definition| definition.id.as_str()).collect();
            Failure::wrong(format!("no definition is called `{id}`"), format!("there are: {}", ids.join(", ")))
        })?;
        wanted.push(found.clone());
    }
    for path in &args.definition {
        let parsed = Definition::parse(&read_text(path)?);
        wanted.push(parsed.map_err(|error| Failure::wrong(format!("{path}: {error}"), error.hint()))?);
    }
    Ok(wanted)
}

fn list(cx: Context<'_>) -> Outcome {
    let all = bundle::definitions();
    match cx.out.format {
        Format::Text => cx.out.data(&render::definitions(&all).render(cx.out.width()))?,
        Format::Json => cx.out.json(&all.iter().map(dto::definition).collect::<Vec<_>>())?,
        Format::Csv => cx.out.data(&render::definitions(&all).to_csv())?,
    }
    Ok(Exit::Done)
}

fn answer(register: &Register, counts: &[Count], listing: Listing, cx: Context<'_>) -> Outcome<()> {
    let Some(as_of) = counts.first().map(|count| count.as_of) else { return Ok(()) };
    let sayer = Sayer { register, as_of, width: cx.out.width() };
    match (cx.out.format, counts) {
        (Format::Text, _) => {
            let texts: Vec<String> = counts.iter().map(|count| render::count(sayer, count, listing)).collect();
            cx.out.data(&texts.join("\n"))
        }
        (Format::Csv, _) => cx.out.data(&render::items_table(sayer, counts, listing).to_csv()),
        (Format::Json, [one]) => cx.out.json(&shaped(register, one, listing)),
        (Format::Json, several) => {
            cx.out.json(&several.iter().map(|count| shaped(register, count, listing)).collect::<Vec<_>>())
        }
    }
}

/// What the API answers, with only the items asked for.
fn shaped(register: &Register, count: &Count, listing: Listing) -> dto::CountDto {
    let mut listed = count.clone();
    listed.items.retain(|item| listing.has(item.verdict));
    dto::count(register, &listed)
}
