//! `twain review accept` and `reject`.

use model::{Body, Verdict};
use register::ClaimKey;
use serde::Serialize;
use server::messages::Messages;

use super::desk::{Desk, told};
use crate::args::{AcceptArgs, Format, Queue, RejectArgs};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::render::counted;

pub(super) async fn accept(args: &AcceptArgs, cx: Context<'_>) -> Outcome {
    let mut desk = Desk::open(cx).await?;
    let claims = which(&desk, &args.which)?;
    let ruling = Ruling { verdict: Verdict::Accept, reason: &args.reason, by: &args.by, anew: args.anew };
    let (open, exit) = undecided(&desk, &claims, &ruling, cx);
    let with = if args.alone { Vec::new() } else { desk.naming(&open) };
    rule(&mut desk, &open, &with, &ruling, cx).await?;
    desk.ledger.close().await;
    Ok(exit)
}

pub(super) async fn reject(args: &RejectArgs, cx: Context<'_>) -> Outcome {
    let mut desk = Desk::open(cx).await?;
    let claims = which(&desk, &args.which)?;
    let ruling = Ruling { verdict: Verdict::Reject, reason: &args.reason, by: &args.by, anew: args.anew };
    let (open, exit) = undecided(&desk, &claims, &ruling, cx);
    rule(&mut desk, &open, &[], &ruling, cx).await?;
    desk.ledger.close().await;
    Ok(exit)
}

/// What is decided, why and by whom.
struct Ruling<'a> {
    verdict: Verdict,
    reason: &'a str,
    by: &'a str,
    anew: bool,
}

fn which(desk: &Desk, which: &Queue) -> Outcome<Vec<ClaimKey>> {
    let Some(source) = &which.all_of else {
        return which.claims.iter().map(|digits| desk.claim(digits)).collect();
    };
    let claims = desk.waiting_of(source)?;
    if claims.is_empty() {
        return Err(Failure::no(format!("nothing waits from {source}"), "`twain review list` shows what waits"));
    }
    Ok(claims)
}

/// The claims on which nobody has decided; those on which somebody has are told, unless the decision is asked for anew.
fn undecided(desk: &Desk, claims: &[ClaimKey], ruling: &Ruling<'_>, cx: Context<'_>) -> (Vec<ClaimKey>, Exit) {
    let (mut open, mut exit) = (Vec::new(), Exit::Done);
    for key in claims {
        let last = desk.decision(*key);
        match last {
            Some(last) if !ruling.anew => {
                let hint = if last.verdict == ruling.verdict { "" } else { "; --anew decides again" };
                cx.out.insist(&format!("{}{hint}", told(last)));
                if last.verdict != ruling.verdict {
                    exit = Exit::No;
                }
            }
            None if ruling.verdict == Verdict::Accept && !desk::is_read(&desk.register, *key) => {
                let name = desk.register.known(*key).name.short();
                cx.out.insist(&format!("{name} counts already: only what was read waits"));
            }
            _ if open.contains(key) => {}
            _ => open.push(*key),
        }
    }
    (open, exit)
}

/// One decision, as JSON.
#[derive(Serialize)]
struct Ruled {
    claim: String,
    verdict: &'static str,
    says: String,
}

async fn rule(
    desk: &mut Desk,
    claims: &[ClaimKey],
    with: &[ClaimKey],
    ruling: &Ruling<'_>,
    cx: Context<'_>,
) -> Outcome<()> {
    let named = desk.with_names(cx);
    let review = |key: &ClaimKey| desk.review(*key, ruling.verdict, None, ruling.reason, ruling.by);
    let bodies: Vec<Body> = claims.iter().chain(with).map(review).collect();
    let ruled = |key: &ClaimKey| {
        let known = named.known(*key);
        let says = Messages::english().fact(&named, &known.claim);
        Ruled { claim: known.name.to_string(), verdict: ruling.verdict.word(), says }
    };
    let ruled: Vec<Ruled> = claims.iter().map(ruled).collect();
    if !bodies.is_empty() {
        desk.write(&bodies, cx).await?;
    }
    let word = Messages::english().word("verdict", ruling.verdict.word());
    match cx.out.format {
        Format::Json => cx.out.json(&ruled)?,
        Format::Text | Format::Csv => {
            let line = |ruled: &Ruled| format!("{} {word}: {}\n", &ruled.claim[..12], ruled.says);
            cx.out.data(&ruled.iter().map(line).collect::<String>())?;
        }
    }
    if !with.is_empty() {
        let names = counted(with.len(), "claim", "claims");
        cx.out.say(&format!("and {names} on who the parties are (--alone leaves them waiting)"));
    }
    Ok(())
}
