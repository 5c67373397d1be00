//! `twain serve`: the workbench on this machine. What others write to the ledger meanwhile is shown within a second.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ledger::{Head, Ledger};
use ledger_sqlite::SqliteLedger;
use register::Register;
use server::{Shared, Site};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::args::ServeArgs;
use crate::bundle;
use crate::clock;
use crate::exit::{Exit, Failure, Outcome};
use crate::open::{Context, catch_up};

/// How often to look whether the ledger has grown.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub(crate) async fn run(args: &ServeArgs, cx: Context<'_>) -> Outcome {
    let address = address(&args.listen).await?;
    start_logs();
    // The port first: who has it already is told at once, and nothing is loaded for nothing.
    let listener = TcpListener::bind(address).await.map_err(|error| binding(address, &error))?;
    let (ledger, mut register) = cx.open_for_reading().await?;
    let head = caught_up(&ledger, &mut register).await?;
    let site = Site {
        definitions: bundle::definitions(),
        briefs: bundle::briefs(),
        units: bundle::units(),
        coverage: bundle::COVERAGE.to_owned(),
        license: bundle::LICENSE.to_owned(),
        today: clock::today,
        cache_bytes: server::CACHE_BYTES,
    };
    let register = Arc::new(register);
    let shared = Arc::new(Shared::new(site, Arc::clone(&register), shown(&head)));
    let follower = tokio::spawn(follow(ledger.clone(), Arc::clone(&shared), register, head));
    let stop = super::stop::asked_to_stop();
    let place = listener.local_addr().map_err(|error| binding(address, &error))?;
    cx.out.data(&format!("http://{place}\n"))?;
    cx.out.say("serving until Ctrl-C");
    let served = server::serve(listener, shared, stop).await;
    follower.abort();
    ledger.close().await;
    served.map_err(|error| Failure::outside(error, "see the log above").while_doing("serve"))?;
    cx.out.say("stopped");
    Ok(Exit::Done)
}

/// The address to listen on, which must be this machine's own.
async fn address(text: &str) -> Outcome<SocketAddr> {
    let hint = "write an address and a port, such as 127.0.0.1:8080";
    let mut found = tokio::net::lookup_host(text)
        .await
        .map_err(|_| Failure::wrong(format!("`{text}` is not an address to listen on"), hint))?;
    let address = found.next().ok_or_else(|| Failure::wrong(format!("`{text}` is no address of any machine"), hint))?;
    if address.ip().is_loopback() {
        return Ok(address);
    }
    Err(Failure::wrong(
        format!("{address} can be reached by other machines, and there are no accounts yet to tell who may do what"),
        "listen on 127.0.0.1, and reach it from elsewhere through an SSH tunnel",
    ))
}

fn binding(address: SocketAddr, error: &std::io::Error) -> Failure {
    let failure = match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::outside(
            "another program has that port",
            "stop it, or take another port with --listen 127.0.0.1:0 (any that is free)",
        ),
        std::io::ErrorKind::PermissionDenied => {
            Failure::outside("this user may not take that port", "take one above 1023, such as --listen 127.0.0.1:8080")
        }
        _ => Failure::outside(error, "take another address with --listen"),
    };
    failure.while_doing(format_args!("listen on {address}"))
}

/// What the pages show of the head: the hash of the last entry.
fn shown(head: &Head) -> String {
    if *head == Head::START { "no entries".to_owned() } else { head.chain.to_string() }
}

/// Looks every second whether the ledger has grown, and shows what is new.
async fn follow(ledger: SqliteLedger, shared: Arc<Shared>, mut register: Arc<Register>, mut head: Head) {
    let mut is_failing = false;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        match newer(&ledger, &register, head).await {
            Ok(Some((grown, new_head))) => {
                (register, head) = (grown, new_head);
                let (shared, register) = (Arc::clone(&shared), Arc::clone(&register));
                // A failure to join is a panic, and was reported where it happened.
                let _ = tokio::task::spawn_blocking(move || shared.replace(register, shown(&head))).await;
                tracing::info!(head = %head.seq, "the ledger has grown");
                is_failing = false;
            }
            Ok(None) => is_failing = false,
            Err(failure) => {
                if !is_failing {
                    tracing::error!(reason = failure.message, "cannot read the ledger; what was read before is shown");
                }
                is_failing = true;
            }
        }
    }
}

/// The register with what the ledger has beyond it; `None` when there is nothing.
async fn newer(ledger: &SqliteLedger, register: &Arc<Register>, head: Head) -> Outcome<Option<(Arc<Register>, Head)>> {
    if ledger.head().await? == head {
        return Ok(None);
    }
    let mut grown = Register::clone(register);
    let head = caught_up(ledger, &mut grown).await?;
    Ok(Some((Arc::new(grown), head)))
}

/// Brings a register up to the ledger's head, and gives that head: exactly the one whose entries the register holds.
async fn caught_up(ledger: &SqliteLedger, register: &mut Register) -> Outcome<Head> {
    loop {
        let head = ledger.head().await?;
        catch_up(ledger, register).await?;
        if head.seq == register.head() {
            return Ok(head);
        }
    }
}

/// Logs go to stderr; `TWAIN_LOG` says which, such as `debug`.
fn start_logs() {
    let filter = EnvFilter::try_from_env("TWAIN_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // A second start would be in a test of this process; the first stays.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).without_time().try_init();
}
