//! The desk: the ledger with its register, and what decisions are made of.

use jiff::Timestamp;
use ledger::{Ledger, canon};
use ledger_sqlite::SqliteLedger;
use model::{Body, Entry, Fact, MakerKind, Name, PartyId, Review, Seq, SourceId, Subject, Verdict};
use reader::claims::is_about_identity;
use register::{ClaimKey, Register, Status};
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
        self.register.claim_keys().filter(|key| self.register.known(*key).status == Status::Proposed)
    }

    /// What waits from one source.
    pub(super) fn waiting_of(&self, source: &str) -> Outcome<Vec<ClaimKey>> {
        let id = SourceId::parse(source)?;
        let claims = self.register.claims_of_source(&id);
        if claims.is_empty() {
            return Err(Failure::no(
                format!("no claim rests on a source {id}"),
                "`twain review list` names the sources of what waits",
            ));
        }
        Ok(claims.iter().copied().filter(|key| self.register.known(*key).status == Status::Proposed).collect())
    }

    /// Whether somebody has decided on a claim: on a program's by any review, on another's by one that names it.
    pub(super) fn decision(&self, key: ClaimKey) -> Option<&Review> {
        self.register.reviews_of(&self.register.known(key).name).last()
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
        let replaces = self.decision(key).map(|last| canon::encode(&Body::Review(last.clone())).name);
        let claim = self.register.known(key).name;
        Body::Review(Review { claim, replaces, verdict, amended, reason: reason.to_owned(), by: by.to_owned() })
    }

    /// What only says who the parties of these claims are, and waits: without it an accepted tie has ids for names.
    pub(super) fn naming(&self, claims: &[ClaimKey]) -> Vec<ClaimKey> {
        let mut parties: Vec<PartyId> = claims.iter().flat_map(|key| self.parties_of(*key)).collect();
        let mut found: Vec<ClaimKey> = Vec::new();
        let mut at = 0;
        while at < parties.len() {
            let id = parties[at].clone();
            at += 1;
            let Some(party) = self.register.party_key(&id) else { continue };
            for key in self.register.party(party).claims() {
                let known = self.register.known(*key);
                let waits = known.status == Status::Proposed && is_about_identity(&known.claim.fact);
                if !waits || claims.contains(key) || found.contains(key) {
                    continue;
                }
                found.push(*key);
                if let Fact::PartOf(whole) = &known.claim.fact
                    && !parties.contains(whole)
                {
                    parties.push(whole.clone());
                }
            }
        }
        found
    }

    /// The parties that a claim is about.
    pub(super) fn parties_of(&self, key: ClaimKey) -> Vec<PartyId> {
        parties_of(&self.register.known(key).claim.subject)
    }

    /// A register with every name that waits in it, so that what it says has names and not ids. The desk's own is left as
    /// it is, at the price of a copy.
    pub(super) fn with_names(&self, cx: Context<'_>) -> Register {
        let mut named = self.register.clone();
        named.apply(self.names_accepted(cx));
        named
    }

    /// The same for who needs the desk no more: without a copy.
    pub(super) fn into_named(mut self, cx: Context<'_>) -> (SqliteLedger, Register) {
        let accepted = self.names_accepted(cx);
        self.register.apply(accepted);
        (self.ledger, self.register)
    }

    /// Entries, never written, that accept all that waits on who parties are.
    fn names_accepted(&self, cx: Context<'_>) -> Vec<Entry> {
        let names = self.waiting().filter(|key| is_about_identity(&self.register.known(*key).claim.fact));
        let accepted = names.map(|key| self.review(key, Verdict::Accept, None, "", ""));
        let entry = |(body, seq): (Body, u64)| Entry {
            seq: Seq(seq),
            name: canon::encode(&body).name,
            recorded_at: cx.clock.now,
            body,
        };
        accepted.zip(self.register.head().0 + 1..).map(entry).collect()
    }

    /// Writes decisions as one batch, and tells of every decision that somebody else wrote since the desk was opened.
    pub(super) async fn write(&mut self, bodies: &[Body], cx: Context<'_>) -> Outcome<()> {
        self.append(bodies, cx.clock.now).await?.iter().for_each(|line| cx.out.insist(line));
        Ok(())
    }

    /// Appends, and gives a line for each decision of others on the same claims that came in between.
    async fn append(&mut self, bodies: &[Body], now: Timestamp) -> Outcome<Vec<String>> {
        let decided: Vec<Name> = bodies.iter().filter_map(decided).collect();
        let before: Vec<usize> = decided.iter().map(|name| self.register.reviews_of(name).count()).collect();
        self.ledger.append(bodies, now).await?;
        catch_up(&self.ledger, &mut self.register).await?;
        let mut lines = Vec::new();
        for (name, n_before) in decided.iter().zip(before) {
            let since = self.register.reviews_of(name).skip(n_before);
            let others = since.filter(|review| !bodies.contains(&Body::Review((*review).clone())));
            lines.extend(
                others.map(|review| format!("meanwhile {}; both decisions are kept, the later counts", told(review))),
            );
        }
        Ok(lines)
    }
}

/// The claim that a body decides on.
fn decided(body: &Body) -> Option<Name> {
    match body {
        Body::Review(review) => Some(review.claim),
        _ => None,
    }
}

/// The parties of a subject.
pub(super) fn parties_of(subject: &Subject) -> Vec<PartyId> {
    match subject {
        Subject::Party(id) => vec![id.clone()],
        Subject::Tie(id) | Subject::Relation(id) => id.parties().collect(),
    }
}

/// `3f9a01c2be11 was rejected by register keeper: another Albany`.
pub(super) fn told(review: &Review) -> String {
    let verdict = Messages::english().word("verdict", review.verdict.word());
    format!("{} was {verdict} by {}: {}", review.claim.short(), review.by, review.reason)
}

/// Whether a claim was written by a program and so waits until somebody decides.
pub(super) fn is_read(register: &Register, key: ClaimKey) -> bool {
    register.known(key).claim.maker.kind == MakerKind::Reader
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;
    use model::{Claim, Evidence, Grade, Locator, Maker, Period, TieClass, TieId};
    use register::House;

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
