//! The desk: the ledger with its register, and decisions written into it.

use desk::{Others, Ruling};
use jiff::Timestamp;
use ledger::Ledger;
use ledger_sqlite::SqliteLedger;
use model::{Body, Name, Review, SourceId, Verdict};
use register::{ClaimKey, Register};
use server::messages::Messages;

use crate::exit::{Failure, Outcome};
use crate::open::{Context, catch_up};
use crate::resolve;

/// The ledger and what it says.
pub(super) struct Desk {
    pub(super) ledger: SqliteLedger,
    pub(super) register: Register,
}

impl Desk {
    pub(super) async fn open(cx: Context<'_>) -> Outcome<Self> {
        let (ledger, register) = crate::commands::correct::open(cx).await?;
        Ok(Self { ledger, register })
    }

    /// The claim whose name begins with these digits.
    pub(super) fn claim(&self, digits: &str) -> Outcome<ClaimKey> {
        resolve::claim(&self.register, digits)
    }

    /// What waits, in the order of the ledger.
    pub(super) fn waiting(&self) -> impl Iterator<Item = ClaimKey> + '_ {
        desk::waiting(&self.register)
    }

    /// What waits from one source.
    pub(super) fn waiting_of(&self, source: &str) -> Outcome<Vec<ClaimKey>> {
        let id = SourceId::parse(source)?;
        if self.register.claims_of_source(&id).is_empty() {
            return Err(Failure::no(
                format!("no claim rests on a source {id}"),
                "`twain review list` names the sources of what waits",
            ));
        }
        Ok(desk::waiting_of(&self.register, &id))
    }

    /// The last decision on a claim.
    pub(super) fn decision(&self, key: ClaimKey) -> Option<&Review> {
        desk::decision(&self.register, key)
    }

    /// A decision that names the one before it, if there is one.
    pub(super) fn review(
        &self,
        key: ClaimKey,
        verdict: Verdict,
        amended: Option<Name>,
        reason: &str,
        by: &str,
    ) -> Body {
        desk::amending(&self.register, key, amended, Ruling { verdict, reason, by })
    }

    /// What only says who the parties of these claims are, and waits.
    pub(super) fn naming(&self, claims: &[ClaimKey]) -> Vec<ClaimKey> {
        desk::naming(&self.register, claims)
    }

    /// A register with every name that waits in it. The desk's own is left as it is, at the price of a copy.
    pub(super) fn with_names(&self, cx: Context<'_>) -> Register {
        desk::with_names(self.register.clone(), cx.clock.now)
    }

    /// The same for who needs the desk no more: without a copy.
    pub(super) fn into_named(self, cx: Context<'_>) -> (SqliteLedger, Register) {
        (self.ledger, desk::with_names(self.register, cx.clock.now))
    }

    /// Writes decisions as one batch, and tells of every decision that somebody else wrote since the desk was opened.
    pub(super) async fn write(&mut self, bodies: &[Body], cx: Context<'_>) -> Outcome<()> {
        self.append(bodies, cx.clock.now).await?.iter().for_each(|line| cx.out.insist(line));
        Ok(())
    }

    /// Appends, and gives a line for each decision of others on the same claims that came in between.
    async fn append(&mut self, bodies: &[Body], now: Timestamp) -> Outcome<Vec<String>> {
        let others = Others::before(&self.register, bodies);
        self.ledger.append(bodies, now).await?;
        catch_up(&self.ledger, &mut self.register).await?;
        let line = |review: &Review| format!("meanwhile {}; both decisions are kept, the later counts", told(review));
        Ok(others.since(&self.register).into_iter().map(line).collect())
    }
}

/// `3f9a01c2be11 was rejected by register keeper: another Albany`.
pub(super) fn told(review: &Review) -> String {
    let verdict = Messages::english().word("verdict", review.verdict.word());
    format!("{} was {verdict} by {}: {}", review.claim.short(), review.by, review.reason)
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;
    use model::{Claim, Evidence, Fact, Grade, Locator, Maker, MakerKind, Period, Subject, TieClass, TieId};
    use register::{House, Status};

    use super::*;

    fn claim() -> Claim {
        Claim {
            subject: Subject::Tie(TieId::parse("xa.upper-mill~xb.nether-mill").expect("a tie")),
            fact: Fact::TieStands { class: TieClass::Full, word: "twins".into() },
            held: Period::UNKNOWN,
            said_on: None,
            speaker: None,
            evidence: Evidence {
                source: SourceId::parse("gazette").expect("an id"),
                locator: Locator::Whole,
                quote: String::new(),
            },
            grade: Grade::Report,
            note: String::new(),
            maker: Maker { kind: MakerKind::Reader, name: "reader".into(), version: "1".into() },
        }
    }

    async fn desk(place: &Utf8Path) -> Desk {
        let ledger = SqliteLedger::open(place).await.expect("a ledger");
        let mut register = Register::new(House::default());
        catch_up(&ledger, &mut register).await.expect("the ledger is read");
        Desk { ledger, register }
    }

    #[tokio::test]
    async fn two_who_decide_at_once_are_told_of_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8Path::from_path(folder.path()).unwrap().join("a.db");
        let now = Timestamp::UNIX_EPOCH;
        let first = desk(&place).await;
        first.ledger.append(&[Body::Claim(claim())], now).await.unwrap();
        let (mut archivist, mut clerk) = (desk(&place).await, desk(&place).await);
        let key = archivist.waiting().next().unwrap();
        let accept = archivist.review(key, Verdict::Accept, None, "the words say so", "archivist");
        assert_eq!(archivist.append(&[accept], now).await.unwrap(), Vec::<String>::new());
        let reject = clerk.review(key, Verdict::Reject, None, "another mill", "clerk");
        let told = clerk.append(&[reject], now).await.unwrap();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("was accepted by archivist: the words say so"), "{told:?}");
        let name = clerk.register.known(key).name;
        assert_eq!(clerk.register.reviews_of(&name).count(), 2, "both are kept");
        assert_eq!(clerk.register.known(key).status, Status::Rejected, "the later counts");
    }
}
