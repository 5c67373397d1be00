//! `twain review list`: what waits, by source, in the order of the text.

use reader::claims::is_about_identity;
use register::{ClaimKey, Register};
use serde::Serialize;
use server::messages::Messages;

use super::desk::Desk;
use crate::args::{Format, ListArgs};
use crate::exit::{Exit, Outcome};
use crate::open::Context;
use crate::render::counted;
use crate::table::{Table, cut, paragraph};

/// A quote in the list is no longer than this.
const QUOTE: usize = 120;

pub(super) async fn run(args: &ListArgs, cx: Context<'_>) -> Outcome {
    let desk = Desk::open(cx).await?;
    let waiting: Vec<ClaimKey> = match &args.source {
        Some(source) => desk.waiting_of(source)?,
        None => desk.waiting().collect(),
    };
    let is_naming = |key: &ClaimKey| is_about_identity(&desk.register.known(*key).claim.fact);
    let (naming, rest): (Vec<ClaimKey>, Vec<ClaimKey>) = waiting.into_iter().partition(is_naming);
    let n_rest = rest.len();
    let shown: Vec<ClaimKey> = if args.all {
        let mut all: Vec<ClaimKey> = naming.iter().chain(&rest).copied().collect();
        all.sort_unstable();
        all
    } else {
        rest
    };
    let n_all = shown.len();
    let shown = &shown[..n_all.min(args.limit)];
    let (ledger, named) = desk.into_named(cx);
    match cx.out.format {
        Format::Json => cx.out.json(&shown.iter().map(|key| Row::new(&named, *key)).collect::<Vec<_>>())?,
        Format::Csv => cx.out.data(&table(&named, shown).to_csv())?,
        Format::Text => cx.out.data(&text(&named, shown, cx.out.width()))?,
    }
    cx.out.say(&told(n_rest, naming.len(), (shown.len() < n_all).then_some(shown.len()), args.all));
    ledger.close().await;
    Ok(Exit::Done)
}

/// How many wait, and how many of them are shown where that is not all.
fn told(n_rest: usize, n_naming: usize, n_shown: Option<usize>, is_all: bool) -> String {
    let mut line = if n_rest == 0 {
        "nothing waits".to_owned()
    } else {
        format!("{} waiting", counted(n_rest, "claim", "claims"))
    };
    if n_naming > 0 {
        line += &format!(", and {n_naming} on who the parties are");
        if !is_all {
            line += ", accepted with them (--all lists them)";
        }
    }
    if let Some(n_shown) = n_shown {
        line += &format!("; the first {n_shown} are shown (--limit)");
    }
    line
}

/// A claim that waits.
#[derive(Serialize)]
struct Row {
    claim: String,
    source: String,
    says: String,
    quote: String,
    speaker: Option<String>,
}

impl Row {
    fn new(named: &Register, key: ClaimKey) -> Self {
        let known = named.known(key);
        Self {
            claim: known.name.to_string(),
            source: known.claim.evidence.source.to_string(),
            says: Messages::english().fact(named, &known.claim),
            quote: known.claim.evidence.quote.clone(),
            speaker: known.claim.speaker.as_ref().map(|speaker| speaker.office.clone()),
        }
    }
}

fn table(named: &Register, shown: &[ClaimKey]) -> Table {
    let mut table = Table::new(["claim", "source", "says", "quote", "speaker"]);
    for row in shown.iter().map(|key| Row::new(named, *key)) {
        let speaker = row.speaker.unwrap_or_default();
        table.push([row.claim, row.source, row.says, row.quote, speaker].map(Into::into));
    }
    table
}

fn text(named: &Register, shown: &[ClaimKey], width: Option<usize>) -> String {
    use owo_colors::OwoColorize;
    let mut out = String::new();
    let mut last = None;
    for key in shown {
        let known = named.known(*key);
        let id = &known.claim.evidence.source;
        if last != Some(id) {
            last = Some(id);
            let source = named.source(id);
            let title = source.map(|source| source.title.as_str()).unwrap_or_default();
            let date = source.and_then(|source| source.published);
            let date = date.map_or_else(|| "not dated".to_owned(), |date| Messages::english().date(&date));
            if !out.is_empty() {
                out.push('\n');
            }
            out += &format!("{}\n", format!("{id}: {title} ({date})").bold());
        }
        let row = Row::new(named, *key);
        let by = row.speaker.map_or_else(String::new, |office| format!(" – words of: {office}"));
        out += &paragraph(&format!("  {}  ", known.name.short()), &(row.says + &by), width);
        let quote = row.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        if !quote.is_empty() {
            out += &paragraph("                ", &format!("“{}”", cut(&quote, QUOTE)), width);
        }
    }
    out
}
