//! `twain review`: what was read waits here until somebody decides on it; any other claim can be decided on too.
//!
//! A decision is an entry that names a claim. Nobody's decision is lost: a second one on the same claim is refused unless it
//! is asked for anew, and when two people decide in the same moment, both entries are kept and both are told.

mod amend;
mod decide;
mod desk;
mod list;
mod show;

use model::Verdict;

use crate::args::{ListArgs, ReviewArgs, ReviewCommand};
use crate::exit::{Failure, Outcome};
use crate::open::Context;

pub(crate) async fn run(args: &ReviewArgs, cx: Context<'_>) -> Outcome {
    match (&args.what, &args.claim, args.verdict) {
        (Some(ReviewCommand::List(args)), ..) => list::run(args, cx).await,
        (Some(ReviewCommand::Show(args)), ..) => show::run(args, cx).await,
        (Some(ReviewCommand::Accept(args)), ..) => decide::accept(args, cx).await,
        (Some(ReviewCommand::Reject(args)), ..) => decide::reject(args, cx).await,
        (Some(ReviewCommand::Amend(args)), ..) => amend::run(args, cx).await,
        (None, Some(claim), Some(verdict)) => one(args, claim, verdict, cx).await,
        (None, ..) => list::run(&ListArgs { source: None, limit: 50, all: false }, cx).await,
    }
}

/// `twain review CLAIM VERDICT --reason WHY`: one decision, whatever was decided before.
async fn one(args: &ReviewArgs, claim: &str, verdict: Verdict, cx: Context<'_>) -> Outcome {
    let Some(reason) = args.reason.clone() else {
        return Err(Failure::wrong("a decision has a reason", "add --reason, in a sentence"));
    };
    let desk = desk::Desk::open(cx).await?;
    let key = desk.claim(claim)?;
    let amended = args.amended.as_deref().map(|digits| desk.claim(digits)).transpose()?;
    let amended = amended.map(|key| desk.register.known(key).name);
    let name = desk.register.known(key).name;
    let review = desk.review(key, verdict, amended, &reason, &args.by);
    super::correct::write(&desk.ledger, review, cx, &format!("review of {}: {verdict}", name.short())).await
}
