//! `twain retract`, `merge` and `split`: corrections, each an entry that names an old one. Nothing is changed or removed; the
//! register reads on from there. `review` has a module of its own.

use jiff::Timestamp;
use ledger::Ledger;
use ledger_sqlite::SqliteLedger;
use model::{Body, Entry, Merge, Name, PartyId, Retraction, Split};
use register::Register;
use serde::Serialize;

use crate::args::{Format, MergeArgs, RetractArgs, SplitArgs};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::resolve;

pub(crate) async fn retract(args: &RetractArgs, cx: Context<'_>) -> Outcome {
    let (ledger, register) = open(cx).await?;
    let claim = register.known(resolve::claim(&register, &args.claim)?).name;
    let body = Body::Retraction(Retraction { claim, reason: args.why.reason.clone(), by: args.why.by.clone() });
    write(&ledger, body, cx, &format!("{} is taken back; it stays in the ledger", claim.short())).await
}

pub(crate) async fn merge(args: &MergeArgs, cx: Context<'_>) -> Outcome {
    let (ledger, register) = open(cx).await?;
    let known = |text: &str| -> Outcome<PartyId> {
        let id = PartyId::parse(text)?;
        // By its own id: a merged one answers to another.
        let key = register.party_key(&id).filter(|key| *register.party(*key).id() == id);
        key.map(|_| id.clone()).ok_or_else(|| {
            Failure::no(
                format!("no party has the id {id}"),
                "`twain show NAME` finds the id of a party that is not merged yet",
            )
        })
    };
    let (from, into) = (known(&args.from)?, known(&args.into)?);
    if from == into {
        return Err(Failure::wrong(format!("{from} cannot be merged into itself"), "name two ids"));
    }
    let merge = |body: &Body| matches!(body, Body::Merge(old) if old.from == from && old.into == into);
    let replaces = match find_last(&ledger, merge).await? {
        Some(old) => find_last(&ledger, |body| matches!(body, Body::Split(split) if split.merge == old.name)).await?,
        None => None,
    };
    let said = format!("{from} is now the same party as {into}");
    let (reason, by) = (args.why.reason.clone(), args.why.by.clone());
    write(&ledger, Body::Merge(Merge { from, into, replaces: replaces.map(|entry| entry.name), reason, by }), cx, &said)
        .await
}

pub(crate) async fn split(args: &SplitArgs, cx: Context<'_>) -> Outcome {
    let (ledger, _) = open(cx).await?;
    let found = ledger.find(&args.merge, 2).await?;
    let entry = match found.as_slice() {
        [] => {
            return Err(Failure::no(
                format!("no entry has a name beginning with {}", args.merge),
                "`twain merge` prints the name",
            ));
        }
        [one] => one,
        _ => {
            return Err(Failure::wrong(
                format!("several entries have a name beginning with {}", args.merge),
                "write more digits",
            ));
        }
    };
    let Body::Merge(merge) = &entry.body else {
        return Err(Failure::wrong(
            format!("the entry {} is not a merge", entry.name.short()),
            "name the entry that `twain merge` printed",
        ));
    };
    let said = format!("{} and {} are two parties again", merge.from, merge.into);
    let body = Body::Split(Split { merge: entry.name, reason: args.why.reason.clone(), by: args.why.by.clone() });
    write(&ledger, body, cx, &said).await
}

/// The ledger, which must be there, and its register.
pub(super) async fn open(cx: Context<'_>) -> Outcome<(SqliteLedger, Register)> {
    let ledger = cx.open_existing().await?;
    let register = cx.fold(&ledger).await?;
    Ok((ledger, register))
}

/// The last entry whose body is as wanted. `O(n)`: corrections are rare, and made by hand.
async fn find_last(ledger: &SqliteLedger, is_wanted: impl Fn(&Body) -> bool) -> Outcome<Option<Entry>> {
    const PAGE: usize = 20_000;
    let (mut last, mut after) = (None, model::Seq(0));
    loop {
        let page = ledger.entries(after, PAGE).await?;
        let Some(end) = page.last() else { return Ok(last) };
        after = end.seq;
        last = page.into_iter().rfind(|entry| is_wanted(&entry.body)).or(last);
    }
}

/// What was written, as JSON.
#[derive(Serialize)]
struct Written {
    name: String,
    seq: u64,
    is_new: bool,
}

/// Writes one entry and says so.
pub(super) async fn write(ledger: &SqliteLedger, body: Body, cx: Context<'_>, said: &str) -> Outcome {
    let recorded_at: Timestamp = cx.clock.now;
    let receipt = ledger.append(&[body], recorded_at).await?;
    let name = receipt.names.first().map(Name::to_string).unwrap_or_default();
    let is_new = receipt.n_added == 1;
    ledger.close().await;
    match cx.out.format {
        Format::Json => cx.out.json(&Written { name, seq: receipt.head.seq.0, is_new })?,
        Format::Text | Format::Csv => cx.out.data(&format!("{name}\n"))?,
    }
    cx.out.say(if is_new { said } else { "the ledger said so already; nothing was added" });
    Ok(Exit::Done)
}
