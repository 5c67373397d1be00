//! `twain verify`: every name and every link of the chain, computed anew.

use ledger::{Fault, Flaw, Head, Ledger, Verification, verify};
use serde::Serialize;

use crate::args::{Format, VerifyArgs};
use crate::exit::{Exit, Outcome};
use crate::open::Context;
use crate::progress;
use crate::render::counted;
use crate::table::Table;

pub(crate) async fn run(args: &VerifyArgs, cx: Context<'_>) -> Outcome {
    let expected: Option<Head> = args.head.as_deref().map(str::parse).transpose()?;
    let ledger = cx.open_existing().await?;
    let bar = progress::bar(&cx.out, "checking", ledger.head().await?.seq.0);
    let found = verify(&ledger, expected, |n_checked| bar.set_position(n_checked)).await?;
    bar.finish_and_clear();
    ledger.close().await;
    answer(&found, cx)?;
    Ok(if found.is_sound() { Exit::Done } else { Exit::No })
}

fn answer(found: &Verification, cx: Context<'_>) -> Outcome<()> {
    match cx.out.format {
        Format::Json => cx.out.json(&Answer::from(found))?,
        Format::Csv => cx.out.data(&faults(found).to_csv())?,
        Format::Text if found.is_sound() => cx.out.data(&format!("{}\n", found.head))?,
        Format::Text => cx.out.data(&found.faults.iter().map(line).collect::<String>())?,
    }
    let n_entries = usize::try_from(found.n_entries).unwrap_or(usize::MAX);
    let entries = counted(n_entries, "entry", "entries");
    if found.is_sound() {
        cx.out.say(&format!(
            "{entries} checked, all sound; above is the head, which a later `twain verify --head` can be held to"
        ));
    } else {
        let n_faults = counted(found.faults.len(), "fault", "faults");
        cx.out.insist(&format!(
            "{entries} checked, {n_faults} found; nothing was changed. Go back to a backup with `twain restore`"
        ));
    }
    Ok(())
}

fn faults(found: &Verification) -> Table {
    let mut table = Table::new(["entry", "name", "flaw", "found", "expected"]);
    for fault in &found.faults {
        let Fault { seq, name, found, expected, .. } = fault;
        table.push([
            seq.to_string().into(),
            name.as_str().into(),
            flaw(fault.flaw).into(),
            found.as_str().into(),
            expected.as_str().into(),
        ]);
    }
    table
}

fn line(fault: &Fault) -> String {
    let name = if fault.name.is_empty() { String::new() } else { format!(" ({})", fault.name) };
    format!("entry {}{name}: {}: found {}, expected {}\n", fault.seq, flaw(fault.flaw), fault.found, fault.expected)
}

fn flaw(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Gap => "the entry before it is missing",
        Flaw::Bytes => "its bytes cannot be read",
        Flaw::Name => "its name is not the hash of its bytes",
        Flaw::Kind => "its kind is not that of its bytes",
        Flaw::Time => "its time does not exist",
        Flaw::Chain => "it does not follow from the entry before",
        Flaw::Head => "it is not the entry that the head speaks of",
        _ => "it is damaged",
    }
}

/// The answer as JSON.
#[derive(Serialize)]
struct Answer {
    is_sound: bool,
    n_entries: u64,
    head: String,
    faults: Vec<FaultRecord>,
}

#[derive(Serialize)]
struct FaultRecord {
    seq: u64,
    name: String,
    flaw: &'static str,
    found: String,
    expected: String,
}

impl From<&Verification> for Answer {
    fn from(found: &Verification) -> Self {
        let record = |fault: &Fault| FaultRecord {
            seq: fault.seq.0,
            name: fault.name.clone(),
            flaw: flaw(fault.flaw),
            found: fault.found.clone(),
            expected: fault.expected.clone(),
        };
        Self {
            is_sound: found.is_sound(),
            n_entries: found.n_entries,
            head: found.head.to_string(),
            faults: found.faults.iter().map(record).collect(),
        }
    }
}
