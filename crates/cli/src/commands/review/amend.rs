//! `twain review amend`: a claim on the same words that says it better, and counts in the place of the old.

use desk::Amendment;
use ledger::canon;
use model::{Body, Claim, Verdict};
use server::messages::Messages;

use super::desk::{Desk, told};
use crate::args::{AmendArgs, Format};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;

pub(super) async fn run(args: &AmendArgs, cx: Context<'_>) -> Outcome {
    let mut desk = Desk::open(cx).await?;
    let key = desk.claim(&args.claim)?;
    if let Some(last) = desk.decision(key).filter(|_| !args.anew) {
        return Err(Failure::no(told(last), "--anew decides again"));
    }
    let old = desk.register.known(key).claim.clone();
    let (new, amended) = match &args.amended {
        Some(digits) => (None, desk.register.known(desk.claim(digits)?).name),
        None => {
            let new = changed(&old, args)?;
            let name = canon::encode(&Body::Claim(new.clone())).name;
            (Some(new), name)
        }
    };
    if amended == desk.register.known(key).name {
        return Err(Failure::wrong("nothing is changed", "say what the claim should say, such as --held 2020-02"));
    }
    let review = desk.review(key, Verdict::Amend, Some(amended), &args.reason, &args.by);
    let bodies: Vec<Body> = new.into_iter().map(Body::Claim).chain([review]).collect();
    desk.write(&bodies, cx).await?;
    accept_names(&mut desk, &amended, args, cx).await?;
    let named = &desk.register;
    let says = named.claim_named(&amended).map(|key| Messages::english().fact(named, &named.known(key).claim));
    match cx.out.format {
        Format::Json => cx.out.json(&serde_json::json!({ "claim": amended.to_string(), "says": says }))?,
        Format::Text | Format::Csv => {
            cx.out.data(&format!("{} counts instead: {}\n", amended.short(), says.unwrap_or_default()))?;
        }
    }
    desk.ledger.close().await;
    Ok(Exit::Done)
}

/// Accepts what waits on who the parties of the new claim are, as when it had been accepted.
async fn accept_names(desk: &mut Desk, amended: &model::Name, args: &AmendArgs, cx: Context<'_>) -> Outcome<()> {
    let Some(key) = desk.register.claim_named(amended) else { return Ok(()) };
    let naming = desk.naming(&[key]);
    let review = |key: &_| desk.review(*key, Verdict::Accept, None, &args.reason, &args.by);
    let bodies: Vec<Body> = naming.iter().map(review).collect();
    if bodies.is_empty() { Ok(()) } else { desk.write(&bodies, cx).await }
}

/// The claim with what the arguments change, written down by the role that changes it.
fn changed(old: &Claim, args: &AmendArgs) -> Outcome<Claim> {
    let with = Amendment {
        subject: args.subject.clone(),
        held: args.held.clone(),
        speaker: args.speaker.clone(),
        class: args.class.clone(),
        word: args.word.clone(),
        kind: args.kind.clone(),
        from: args.from.clone(),
        summary: args.summary.clone(),
        condition: args.condition.clone(),
        number: args.number.map(|number| number.to_string()),
        name: args.name.clone(),
    };
    desk::amended(old, &with, &args.by).map_err(|error| {
        let hint = match &error {
            desk::Error::NoField { has, .. } => {
                format!("it has {}", has.iter().map(|field| format!("--{field}")).collect::<Vec<_>>().join(", "))
            }
            _ => error.hint(),
        };
        Failure::wrong(error, hint)
    })
}
