//! From a document to the register and back: proposed once, decided, undone.
#![allow(clippy::unwrap_used, clippy::allow_attributes, reason = "tests")]

use std::sync::Arc;

use desk::{Before, KnownParties, Ruling, SourceIds, Tally, Understood, With};
use gazetteer::Gazetteer;
use jiff::Timestamp;
use jiff::civil::date;
use ledger::canon;
use model::{Body, Entry, Grade, Seq, SourceId, Verdict};
use reader::Document;
use register::{House, Register, Status};

const TEXT: &str = "Upper Mill and Nether Mill have been sister cities since 1991. \
    A delegation from Upper Mill visited Nether Mill in May 2019.";

/// A register that grows as a ledger would.
struct Kept {
    register: Register,
    gazetteer: Arc<Gazetteer>,
}

impl Kept {
    fn new() -> Self {
        Self { register: Register::new(House::default()), gazetteer: Arc::new(gazetteer::build::tiny()) }
    }

    fn append(&mut self, bodies: Vec<Body>) {
        let head = self.register.head().0;
        let entry = |(body, seq): (Body, u64)| Entry {
            seq: Seq(seq),
            name: canon::encode(&body).name,
            recorded_at: Timestamp::UNIX_EPOCH,
            body,
        };
        self.register.apply(bodies.into_iter().zip(head + 1..).map(entry).collect::<Vec<_>>());
    }

    fn read(&self, text: &str) -> Understood {
        let known = KnownParties::new(Arc::new(self.register.clone()), Arc::clone(&self.gazetteer));
        let sources = SourceIds::new(&self.register);
        let with = With { gazetteer: &self.gazetteer, known: &known, sources: &sources, grade: Grade::Report };
        let document = Document { text: text.to_owned(), language: Some("en".into()), ..Document::default() };
        desk::understand(document, String::new(), with)
    }

    /// Proposes a text; the two ways to know what was before must agree.
    fn propose(&mut self, text: &str) -> Tally {
        let read = self.read(text);
        let (mut tally, mut again) = (Tally::default(), Tally::default());
        let bodies = Before::about(&self.register, &read).take(&read, "a.txt", date(2024, 1, 2), &mut tally);
        let all = Before::new(&self.register).take(&read, "a.txt", date(2024, 1, 2), &mut again);
        assert_eq!((&bodies, tally), (&all, again));
        self.append(bodies);
        tally
    }

    fn statuses(&self) -> Vec<Status> {
        self.register.claim_keys().map(|key| self.register.known(key).status).collect()
    }
}

const RULING: Ruling<'_> = Ruling { verdict: Verdict::Accept, reason: "the words say so", by: "archivist" };

#[test]
fn a_text_is_proposed_once_and_what_was_rejected_stays_away() {
    let mut kept = Kept::new();
    let first = kept.propose(TEXT);
    assert!(first.n_new > 3 && first.n_sources == 1, "{first:?}");
    let again = kept.propose(TEXT);
    assert_eq!((again.n_new, again.n_known, again.n_sources), (0, first.n_new, 0));
    let reject = Ruling { verdict: Verdict::Reject, ..RULING };
    let waiting: Vec<_> = desk::waiting(&kept.register).collect();
    let bodies = waiting.iter().map(|key| desk::review(&kept.register, *key, reject)).collect();
    kept.append(bodies);
    assert_eq!(desk::waiting(&kept.register).count(), 0);
    let after = kept.propose(TEXT);
    assert_eq!((after.n_new, after.n_rejected), (0, first.n_new));
}

#[test]
fn what_waits_is_called_by_its_names() {
    let mut kept = Kept::new();
    kept.propose(TEXT);
    let source = kept.register.source_ids().next().unwrap().clone();
    let waiting = desk::waiting_of(&kept.register, &source);
    assert!(!waiting.is_empty());
    assert!(desk::waiting_of(&kept.register, &SourceId::parse("other").unwrap()).is_empty());
    let named = desk::named(&kept.register, &waiting, Timestamp::UNIX_EPOCH);
    let whole = desk::with_names(kept.register.clone(), Timestamp::UNIX_EPOCH);
    let mut n_named = 0;
    for key in named.party_keys() {
        let party = named.party(key);
        let same = whole.party(whole.party_key(party.id()).unwrap());
        assert_eq!((&party.name, party.kind), (&same.name, same.kind));
        n_named += usize::from(party.name != party.id().as_str());
    }
    assert!(n_named >= 2);
}

#[test]
fn a_decision_is_undone_with_what_came_with_it() {
    let mut kept = Kept::new();
    kept.propose(TEXT);
    let before = kept.statuses();
    let tie = desk::waiting(&kept.register)
        .find(|key| matches!(kept.register.known(*key).claim.subject, model::Subject::Tie(_)))
        .unwrap();
    assert!(desk::undo(&kept.register, tie, "a slip", "archivist").is_empty(), "there is nothing to undo yet");
    let with = desk::naming(&kept.register, &[tie]);
    assert!(!with.is_empty());
    let bodies = std::iter::once(&tie).chain(&with).map(|key| desk::review(&kept.register, *key, RULING)).collect();
    kept.append(bodies);
    assert_eq!(kept.register.known(tie).status, Status::Counts);
    let bodies = desk::undo(&kept.register, tie, "a slip", "archivist");
    kept.append(bodies);
    let units = |key: &register::ClaimKey| {
        let known = kept.register.known(*key);
        matches!(&known.claim.subject, model::Subject::Party(id) if !id.as_str().contains('.'))
    };
    let after = kept.statuses();
    for (key, (before, after)) in kept.register.claim_keys().zip(before.iter().zip(&after)) {
        // A unit or country that others may lie in stays named.
        assert!(before == after || units(&key), "{:?}", kept.register.known(key).claim);
    }
    // It can be decided again, and undone again.
    let accept = desk::review(&kept.register, tie, RULING);
    kept.append(vec![accept]);
    assert_eq!(kept.register.known(tie).status, Status::Counts);
}

#[test]
fn an_amendment_is_undone_with_the_claim_that_counted_instead() {
    let mut kept = Kept::new();
    kept.propose(TEXT);
    let tie = desk::waiting(&kept.register)
        .find(|key| matches!(kept.register.known(*key).claim.fact, model::Fact::TieStands { .. }))
        .unwrap();
    let with = desk::Amendment { held: Some("1992/..".into()), ..desk::Amendment::default() };
    let new = desk::amended(&kept.register.known(tie).claim, &with, "archivist").unwrap();
    let name = canon::encode(&Body::Claim(new.clone())).name;
    let amend = Ruling { verdict: Verdict::Amend, reason: "wrong year", by: "archivist" };
    let review = desk::amending(&kept.register, tie, Some(name), amend);
    kept.append(vec![Body::Claim(new), review]);
    let instead = kept.register.claim_named(&name).unwrap();
    assert!(kept.register.known(instead).counts() && !kept.register.known(tie).counts());
    let bodies = desk::undo(&kept.register, tie, "a slip", "archivist");
    kept.append(bodies);
    assert_eq!(kept.register.known(tie).status, Status::Proposed);
    assert_eq!(kept.register.known(instead).status, Status::Rejected);
}

#[test]
fn another_place_of_the_name_is_described() {
    let kept = Kept::new();
    let read = kept.read("Nether Mill, Beeland, and Mill, Aland, are sister cities. Upper Mill is near.");
    let known = KnownParties::new(Arc::new(kept.register.clone()), Arc::clone(&kept.gazetteer));
    let about = reader::claims::About {
        source: &read.source,
        said_on: None,
        grade: Grade::Report,
        gazetteer: &kept.gazetteer,
        known: &known,
    };
    let (party, other) = read
        .reading
        .parties
        .iter()
        .enumerate()
        .find_map(|(idx, party)| {
            let meanings = reader::claims::meanings(party);
            meanings.iter().find(|meaning| Some(meaning.place) != party.place).map(|meaning| (idx, meaning.place))
        })
        .expect("one of the names may mean two places");
    let id = desk::meant_as(&read.reading.parties[party], other, &about).unwrap();
    assert_ne!(id, read.proposals.parties[party]);
    let claims = desk::described_as(&read.reading, &read.document, &about, &[(party, other)]);
    assert!(
        claims.iter().any(|claim| claim.subject == model::Subject::Party(id.clone())),
        "{id} {claims:?} {:?}",
        read.reading
    );
}
