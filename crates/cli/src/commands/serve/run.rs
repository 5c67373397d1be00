//! The run of the server, from the port to the end.

use std::net::SocketAddr;
use std::sync::Arc;

use accounts::{Accounts, Purpose};
use server::{Access, Shared, Site};
use tracing_subscriber::EnvFilter;

use super::follow::{Follower, caught_up, channel, shown};
use super::listen::{address, bind, refuse_without_owner};
use crate::args::ServeArgs;
use crate::bundle;
use crate::clock;
use crate::commands::{account, gazetteer, stop};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;

pub(crate) async fn run(args: &ServeArgs, cx: Context<'_>) -> Outcome {
    let address = address(&args.listen).await?;
    let is_beyond = !address.ip().is_loopback();
    start_logs();
    if is_beyond {
        refuse_without_owner(address, cx).await?;
    }
    // The port first: who has it already is told at once, and nothing is loaded for nothing.
    let (listener, place) = bind(address).await?;
    let (ledger, mut register) = cx.open_for_reading().await?;
    let head = caught_up(&ledger, &mut register).await?;
    let accounts = account::open(cx).await?;
    let access = Access {
        accounts: accounts.clone(),
        now: clock::now,
        is_secure: is_beyond || args.behind_proxy,
        is_behind_proxy: args.behind_proxy,
    };
    let (writer, batches) = channel();
    let register = Arc::new(register);
    let shared = Shared::new(site(), Arc::clone(&register), shown(&head)).with_access(access);
    let shared = shared.with_gazetteer(Arc::new(gazetteer::open_or_bundled(cx)?));
    let shared = Arc::new(shared.with_writer(Arc::new(writer)));
    let follower = Follower { ledger: ledger.clone(), shared: Arc::clone(&shared), register, head, is_failing: false };
    let follower = tokio::spawn(follower.run(batches));
    let stop = stop::asked_to_stop();
    tell(&accounts, place, is_beyond, cx).await?;
    let served = server::serve(listener, shared, stop).await;
    follower.abort();
    accounts.close().await;
    ledger.close().await;
    served.map_err(|error| Failure::outside(error, "see the log above").while_doing("serve"))?;
    cx.out.say("stopped");
    Ok(Exit::Done)
}

/// Says where the workbench is, and while it has no owner, by which link one becomes it.
async fn tell(accounts: &Accounts, place: SocketAddr, is_beyond: bool, cx: Context<'_>) -> Outcome<()> {
    let mut lines = format!("http://{place}\n");
    let has_owner = accounts.has_owner().await.map_err(account::failure)?;
    if !has_owner {
        let link = accounts.make_link(&Purpose::First, clock::now()).await.map_err(account::failure)?;
        lines += &format!("http://{place}/welcome/{}\n", link.reveal());
    }
    cx.out.data(&lines)?;
    if !has_owner {
        cx.out.say("nobody may write yet: open the second address within a day to become the owner; it works once");
    }
    if is_beyond {
        cx.out.insist(
            "other machines reach this over plain HTTP: put a proxy with TLS before it. Browsers sign in over https alone",
        );
    }
    cx.out.say("serving until Ctrl-C");
    Ok(())
}

fn site() -> Site {
    Site {
        definitions: bundle::definitions(),
        briefs: bundle::briefs(),
        units: bundle::units(),
        coverage: text(bundle::COVERAGE, bundle::COVERAGE_RU),
        license: text(bundle::LICENSE, bundle::LICENSE_RU),
        today: clock::today,
        cache_bytes: server::CACHE_BYTES,
    }
}

/// Logs go to stderr; `TWAIN_LOG` says which, such as `debug`.
fn start_logs() {
    let filter = EnvFilter::try_from_env("TWAIN_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // A second start would be in a test of this process; the first stays.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).without_time().try_init();
}

fn text(english: &str, russian: &str) -> server::Text {
    server::Text { english: english.to_owned(), russian: russian.to_owned() }
}
