//! The one that holds the register: looks whether the ledger has grown, writes what the pages send, and shows both.
//!
//! Register and head belong to one task, so that no two of them are shown in turn. A batch is answered when the pages show
//! it; of many that wait, all are written before the register is brought up to them once.

use std::sync::Arc;
use std::time::Duration;

use ledger::{Head, Ledger, Receipt};
use ledger_sqlite::SqliteLedger;
use model::Body;
use register::Register;
use server::{Shared, WriteError, Writer, Writing};
use tokio::sync::{mpsc, oneshot};

use crate::clock;
use crate::exit::Outcome;
use crate::open::catch_up;

/// How often to look whether the ledger has grown.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Batches that wait; who sends more waits too.
const MOST_WAITING: usize = 64;

/// A batch on its way, and who waits for it.
pub(super) struct Batch {
    bodies: Vec<Body>,
    done: oneshot::Sender<Result<Receipt, WriteError>>,
}

/// The pages' end of the way into the ledger.
#[derive(Debug)]
pub(super) struct Sender(mpsc::Sender<Batch>);

/// Both ends of the way into the ledger.
pub(super) fn channel() -> (Sender, mpsc::Receiver<Batch>) {
    let (sender, batches) = mpsc::channel(MOST_WAITING);
    (Sender(sender), batches)
}

impl Writer for Sender {
    fn append(&self, bodies: Vec<Body>) -> Writing<'_> {
        let gone = || WriteError { message: "the server is stopping".to_owned() };
        Box::pin(async move {
            let (done, written) = oneshot::channel();
            self.0.send(Batch { bodies, done }).await.map_err(|_| gone())?;
            written.await.map_err(|_| gone())?
        })
    }
}

/// Who holds the register.
pub(super) struct Follower {
    pub(super) ledger: SqliteLedger,
    pub(super) shared: Arc<Shared>,
    pub(super) register: Arc<Register>,
    pub(super) head: Head,
    /// Whether the last look failed, so that a long failure is told once.
    pub(super) is_failing: bool,
}

impl Follower {
    /// Follows the ledger until the pages' end is gone.
    pub(super) async fn run(mut self, mut batches: mpsc::Receiver<Batch>) {
        loop {
            tokio::select! {
                batch = batches.recv() => match batch {
                    Some(batch) => self.write(batch, &mut batches).await,
                    None => return,
                },
                () = tokio::time::sleep(LOOK_EVERY) => self.look().await,
            }
        }
    }

    /// Writes a batch and those that wait behind it, shows them, and tells who waits.
    async fn write(&mut self, first: Batch, batches: &mut mpsc::Receiver<Batch>) {
        let mut written = Vec::new();
        let mut next = Some(first);
        while let Some(Batch { bodies, done }) = next {
            let result = self.ledger.append(&bodies, clock::entry_time()).await;
            let result = result.map_err(|error| WriteError { message: crate::exit::chain(&error) });
            written.push((done, result));
            next = batches.try_recv().ok();
        }
        self.look().await;
        for (done, result) in written {
            // Who no longer waits finds it in the register.
            let _ = done.send(result);
        }
    }

    async fn look(&mut self) {
        match newer(&self.ledger, &self.register, self.head).await {
            Ok(Some((grown, head))) => {
                (self.register, self.head) = (grown, head);
                let (shared, register) = (Arc::clone(&self.shared), Arc::clone(&self.register));
                // A failure to join is a panic, and was reported where it happened.
                let _ = tokio::task::spawn_blocking(move || shared.replace(register, shown(&head))).await;
                tracing::info!(head = %head.seq, "the ledger has grown");
                self.is_failing = false;
            }
            Ok(None) => self.is_failing = false,
            Err(failure) => {
                if !self.is_failing {
                    tracing::error!(reason = failure.message, "cannot read the ledger; what was read before is shown");
                }
                self.is_failing = true;
            }
        }
    }
}

/// What the pages show of the head: the hash of the last entry.
pub(super) fn shown(head: &Head) -> String {
    if *head == Head::START { "no entries".to_owned() } else { head.chain.to_string() }
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
pub(super) async fn caught_up(ledger: &SqliteLedger, register: &mut Register) -> Outcome<Head> {
    loop {
        let head = ledger.head().await?;
        catch_up(ledger, register).await?;
        if head.seq == register.head() {
            return Ok(head);
        }
    }
}

#[cfg(test)]
mod tests {
    use model::{Merge, PartyId};
    use register::House;
    use server::Site;

    use super::*;

    fn merge(from: &str) -> Body {
        Body::Merge(Merge {
            from: PartyId::parse(from).expect("an id"),
            into: PartyId::parse("xa-1.upper-mill").expect("an id"),
            replaces: None,
            reason: "a slip of the pen".to_owned(),
            by: "clerk".to_owned(),
        })
    }

    fn site() -> Site {
        Site {
            definitions: Vec::new(),
            briefs: Vec::new(),
            units: Vec::new(),
            coverage: server::Text::default(),
            license: server::Text::default(),
            today: clock::today,
            cache_bytes: 0,
        }
    }

    #[tokio::test]
    async fn what_the_pages_send_is_written_once_and_many_at_a_time() {
        let ledger = SqliteLedger::open_in_memory().await.expect("memory");
        let register = Arc::new(Register::new(House::default()));
        let shared = Arc::new(Shared::new(site(), Arc::clone(&register), shown(&Head::START)));
        let (sender, batches) = channel();
        let follower = Follower { ledger: ledger.clone(), shared, register, head: Head::START, is_failing: false };
        let follower = tokio::spawn(follower.run(batches));
        let first = sender.append(vec![merge("xa-1.uper-mill")]).await.expect("written");
        assert_eq!((first.n_added, first.n_skipped, first.head.seq.0), (1, 0, 1));
        let again = sender.append(vec![merge("xa-1.uper-mill")]).await.expect("written");
        assert_eq!((again.n_added, again.n_skipped), (0, 1));
        let (one, other) =
            tokio::join!(sender.append(vec![merge("xa-1.upper-mil")]), sender.append(vec![merge("xa-1.upper-mll")]),);
        assert!(one.is_ok() && other.is_ok());
        assert_eq!(ledger.head().await.expect("a head").seq.0, 3);
        drop(sender);
        follower.await.expect("it ends with the pages");
    }
}
