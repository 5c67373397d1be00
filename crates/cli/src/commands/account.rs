//! `twain account`: who may write with the workbench, for whoever holds the machine: an owner who is locked out is not lost.

use accounts::{Account, Accounts, Error, Purpose};
use camino::Utf8PathBuf;
use serde::Serialize;

use crate::args::{AccountArgs, AccountCommand, Format};
use crate::clock;
use crate::exit::{Exit, Failure, Outcome, chain};
use crate::open::Context;
use crate::table::Table;

pub(crate) async fn run(args: &AccountArgs, cx: Context<'_>) -> Outcome {
    let accounts = match &args.what {
        // Looking makes no file.
        AccountCommand::List => match open_existing(cx).await? {
            Some(accounts) => accounts,
            None => return list(&[], cx),
        },
        _ => open(cx).await?,
    };
    let exit = act(&args.what, &accounts, cx).await;
    accounts.close().await;
    exit
}

async fn act(what: &AccountCommand, accounts: &Accounts, cx: Context<'_>) -> Outcome {
    match what {
        AccountCommand::List => list(&accounts.list().await.map_err(failure)?, cx),
        AccountCommand::Invite(args) => link(accounts, Purpose::Invitation(args.role), "a week", &args.at, cx).await,
        AccountCommand::Reset(args) => link(accounts, Purpose::Reset(args.name.clone()), "a day", &args.at, cx).await,
        AccountCommand::End(args) => {
            accounts.end(&args.name, clock::now()).await.map_err(failure)?;
            cx.out.say("ended; its decisions and its name stay");
            Ok(Exit::Done)
        }
    }
}

/// Makes a link and prints it.
async fn link(accounts: &Accounts, purpose: Purpose, lasts: &str, at: &str, cx: Context<'_>) -> Outcome {
    let secret = accounts.make_link(&purpose, clock::now()).await.map_err(failure)?;
    cx.out.data(&format!("{}/welcome/{}\n", at.trim_end_matches('/'), secret.reveal()))?;
    cx.out.say(&format!("works once, for {lasts}, while `twain serve` runs on this ledger"));
    Ok(Exit::Done)
}

/// An account as listed.
#[derive(Serialize)]
struct Row {
    name: String,
    role: &'static str,
    made: String,
    ended: String,
}

fn list(accounts: &[Account], cx: Context<'_>) -> Outcome {
    let row = |account: &Account| Row {
        name: account.name.clone(),
        role: account.role.word(),
        made: account.made_at.to_string(),
        ended: account.ended_at.map(|time| time.to_string()).unwrap_or_default(),
    };
    let rows: Vec<Row> = accounts.iter().map(row).collect();
    let mut table = Table::new(["account", "role", "made", "ended"]);
    for Row { name, role, made, ended } in &rows {
        table.push([name.as_str(), role, made, ended].map(Into::into));
    }
    match cx.out.format {
        Format::Json => cx.out.json(&rows)?,
        Format::Csv => cx.out.data(&table.to_csv())?,
        Format::Text if rows.is_empty() => {
            cx.out.say("there are no accounts; `twain serve` prints a link for the owner");
        }
        Format::Text => cx.out.data(&table.render(cx.out.width()))?,
    }
    Ok(if rows.is_empty() { Exit::No } else { Exit::Done })
}

/// The file of accounts beside the ledger. Its own, since a ledger is handed around and published.
fn place(cx: Context<'_>) -> Outcome<Utf8PathBuf> {
    Ok(Utf8PathBuf::from(format!("{}.accounts", cx.place()?)))
}

/// Opens the accounts of the ledger, and makes their file if missing.
pub(crate) async fn open(cx: Context<'_>) -> Outcome<Accounts> {
    Accounts::open(place(cx)?).await.map_err(failure)
}

/// Opens the accounts of the ledger; `None` when there are none.
pub(crate) async fn open_existing(cx: Context<'_>) -> Outcome<Option<Accounts>> {
    let place = place(cx)?;
    if place.exists() { Accounts::open(place).await.map(Some).map_err(failure) } else { Ok(None) }
}

/// Why something about accounts failed.
pub(crate) fn failure(error: Error) -> Failure {
    let hint = error.hint();
    match error {
        Error::Refused(_) | Error::NoAccount { .. } | Error::LastOwner { .. } | Error::HasOwner | Error::LinkGone => {
            Failure::wrong(error, hint)
        }
        Error::NotOurs { .. } | Error::NewerSchema { .. } => Failure::wrong(error, hint),
        error => Failure::outside(chain(&error), hint),
    }
}
