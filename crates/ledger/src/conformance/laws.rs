//! The laws, one function each. All panic with a sentence when the law is broken.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Waker};

use jiff::Timestamp;
use model::{Body, Claim, Entry, Fact, Locator, Seq};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::{Place, example, strategy};
use crate::{Flaw, Head, Ledger, canon, verify};

/// More than there are.
const ALL: usize = 1_000_000;

/// An empty ledger has no entries, no head and no faults.
pub async fn an_empty_ledger_has_nothing(place: &impl Place) {
    let ledger = place.open().await;
    assert_eq!(ledger.head().await.expect("head"), Head::START);
    assert_eq!(read_all(&ledger).await, []);
    assert_eq!(ledger.find("0", 5).await.expect("find"), []);
    let report = verify(&ledger, Some(Head::START), |_| ()).await.expect("verify");
    assert!(report.is_sound() && report.n_entries == 0, "{report:?}");
}

/// A batch of nothing leaves the head where it was.
pub async fn an_empty_batch_changes_nothing(place: &impl Place) {
    let ledger = place.open().await;
    for expected in [0, 1] {
        let receipt = ledger.append(&[], now(0)).await.expect("append");
        assert_eq!((receipt.n_added, receipt.n_skipped, receipt.head.seq), (0, 0, Seq(expected)));
        assert!(receipt.names.is_empty());
        ledger.append(&numbered(0..1), now(0)).await.expect("append");
    }
}

/// Every kind of body comes back equal, under the name its bytes have.
pub async fn what_is_appended_is_read_back(place: &impl Place) {
    let ledger = place.open().await;
    let mut bodies = example::bodies();
    bodies.extend(by_chance(200));
    let receipt = ledger.append(&bodies, now(5)).await.expect("append");
    let mut expected: Vec<Entry> = Vec::new();
    for (body, name) in bodies.into_iter().zip(&receipt.names) {
        assert_eq!(*name, canon::encode(&body).name, "the receipt names each body");
        if expected.iter().all(|entry| entry.name != *name) {
            let seq = Seq(expected.len() as u64 + 1);
            expected.push(Entry { seq, name: *name, recorded_at: now(5), body });
        }
    }
    assert_eq!(read_all(&ledger).await, expected);
    assert_eq!(receipt.n_added, expected.len());
    for (raw, entry) in ledger.raw(Seq(0), ALL).await.expect("raw").iter().zip(&expected) {
        assert_eq!(raw.decode().expect("decode"), *entry);
        assert_eq!(raw.bytes, canon::encode(&entry.body).bytes);
    }
}

/// What is there already is skipped and counted, also within one batch, and the rest is added.
pub async fn importing_twice_adds_nothing(place: &impl Place) {
    let ledger = place.open().await;
    let first = ledger.append(&numbered(0..30), now(0)).await.expect("append");
    let again = ledger.append(&numbered(0..30), now(9)).await.expect("append");
    assert_eq!((again.n_added, again.n_skipped, again.head), (0, 30, first.head));
    assert_eq!(again.names, first.names);

    let overlapping = [numbered(20..40), numbered(35..45), numbered(5..6)].concat();
    let mixed = ledger.append(&overlapping, now(9)).await.expect("append");
    assert_eq!((mixed.n_added, mixed.n_skipped, mixed.head.seq), (15, 16, Seq(45)));
    assert_eq!(bodies(read_all(&ledger).await), numbered(0..45));
}

/// A claim whose row moved, whose note changed or that a newer program read is the claim already there.
pub async fn lines_notes_and_makers_do_not_rename(place: &impl Place) {
    let ledger = place.open().await;
    let first = example::claim(Fact::NoContact, 7);
    let mut moved = example::claim(Fact::NoContact, 8);
    moved.note = "seen again".into();
    moved.maker.version = "2".into();
    let mut other = first.clone();
    if let Locator::Row { column, .. } = &mut other.evidence.locator {
        column.push('x');
    }
    ledger.append(&[Body::Claim(first.clone())], now(0)).await.expect("append");
    let receipt = ledger.append(&[Body::Claim(moved), Body::Claim(other.clone())], now(1)).await.expect("append");
    assert_eq!((receipt.n_added, receipt.n_skipped), (1, 1));
    assert_eq!(bodies(read_all(&ledger).await), [Body::Claim(first), Body::Claim(other)]);
}

/// Entries stand in the order of the batches and within them.
pub async fn order_is_kept(place: &impl Place) {
    let ledger = place.open().await;
    let mut expected = Vec::new();
    for (start, n) in [(50, 7), (0, 1), (20, 13), (90, 2)] {
        let batch: Vec<Body> = numbered(start..start + n).into_iter().rev().collect();
        ledger.append(&batch, now(start.into())).await.expect("append");
        expected.extend(batch);
    }
    let entries = read_all(&ledger).await;
    assert!(entries.iter().zip(1..).all(|(entry, seq)| entry.seq == Seq(seq)), "positions have no gaps");
    assert_eq!(bodies(entries), expected);
}

/// Pages of any size, laid end to end, are the whole.
pub async fn pages_meet(place: &impl Place) {
    let ledger = place.open().await;
    ledger.append(&numbered(0..100), now(0)).await.expect("append");
    let whole = read_all(&ledger).await;
    for limit in [1, 7, 99, 100, 101] {
        let (mut pages, mut after) = (Vec::new(), Seq(0));
        loop {
            let page = ledger.entries(after, limit).await.expect("entries");
            assert!(page.len() <= limit);
            assert_eq!(ledger.raw(after, limit).await.expect("raw").len(), page.len());
            let Some(last) = page.last() else { break };
            after = last.seq;
            pages.extend(page);
        }
        assert_eq!(pages, whole, "pages of {limit}");
    }
    assert_eq!(ledger.entries(Seq(3), 0).await.expect("entries"), []);
    assert_eq!(ledger.entries(Seq(100), 5).await.expect("entries"), []);
    assert_eq!(ledger.entries(Seq(u64::MAX), usize::MAX).await.expect("entries"), []);
}

/// The chain fits from the first entry to the last, over reopening.
pub async fn the_chain_is_sound_and_goes_on_after_reopening(place: &impl Place) {
    let mut heads = Vec::new();
    for round in 0..3 {
        let ledger = place.open().await;
        let receipt = ledger.append(&numbered(round * 10..round * 10 + 12), now(round.into())).await.expect("append");
        heads.push(receipt.head);
        assert_eq!(ledger.head().await.expect("head"), receipt.head);
    }
    let ledger = place.open().await;
    for head in heads {
        let mut told = 0;
        let report = verify(&ledger, Some(head), |n| told = n).await.expect("verify");
        assert!(report.is_sound(), "{report:?}");
        assert_eq!((report.n_entries, told, report.head), (32, 32, ledger.head().await.expect("head")));
    }
}

/// Any beginning of a name finds exactly the names that begin so, in their order.
pub async fn names_are_found_by_their_beginning(place: &impl Place) {
    let ledger = place.open().await;
    ledger.append(&numbered(0..300), now(0)).await.expect("append");
    let mut sorted = read_all(&ledger).await;
    sorted.sort_by_key(|entry| entry.name);
    let whole_name = sorted[17].name.to_string();
    for prefix in ["0", "f", "7a", "00", "ff", &whole_name[..7], &whole_name[..8], &whole_name] {
        let expected: Vec<Entry> =
            sorted.iter().filter(|entry| entry.name.to_string().starts_with(prefix)).cloned().collect();
        assert_eq!(ledger.find(prefix, ALL).await.expect("find"), expected, "{prefix}");
        let first: Vec<Entry> = expected.iter().take(1).cloned().collect();
        assert_eq!(ledger.find(&prefix.to_uppercase(), 1).await.expect("find"), first, "{prefix}");
    }
    for bad in ["", "upper mill", "%"] {
        assert!(ledger.find(bad, 5).await.is_err(), "`{bad}` is refused");
    }
}

/// Two writers with handles of their own, partly with the same bodies: each body is there once, and the chain is sound.
pub async fn concurrent_appenders_lose_nothing(place: &impl Place) {
    let write = |ledger: Arc<dyn Append>, start: u32| async move {
        for round in 0..20 {
            let first = start + round * 10;
            ledger.append_range(first, first + 15).await;
        }
    };
    let (one, two) = (Arc::new(place.open().await), Arc::new(place.open().await));
    let one_task = tokio::spawn(write(one, 0));
    let two_task = tokio::spawn(write(two, 100));
    one_task.await.expect("the first writer ends");
    two_task.await.expect("the second writer ends");

    let ledger = place.open().await;
    let mut found: Vec<u32> = read_all(&ledger).await.iter().map(|entry| number(&entry.body)).collect();
    found.sort_unstable();
    assert!(found.iter().copied().eq(0..305), "every body once, found {found:?}");
    let report = verify(&ledger, None, |_| ()).await.expect("verify");
    assert!(report.is_sound(), "{report:?}");
}

/// An append dropped at any moment has added its whole batch or nothing, and the ledger goes on.
pub async fn an_abandoned_batch_is_all_or_nothing(place: &impl Place) {
    let mut n_entries = 0;
    for n_polls in 0..12 {
        let ledger = place.open().await;
        let start = n_polls * 100;
        poll_and_drop(ledger.append(&numbered(start..start + 50), now(0)), n_polls).await;
        ledger.append(&numbered(start + 90..start + 91), now(1)).await.expect("append after an abandoned one");
        let n_now = read_all(&ledger).await.len();
        assert!([1, 51].contains(&(n_now - n_entries)), "abandoned after {n_polls} polls: {n_entries}, then {n_now}");
        n_entries = n_now;
        let report = verify(&ledger, None, |_| ()).await.expect("verify");
        assert!(report.is_sound(), "{report:?}");
    }
}

/// Times come back without what is finer than a microsecond, also from before 1970.
pub async fn times_are_kept_to_the_microsecond(place: &impl Place) {
    let ledger = place.open().await;
    for (idx, nanos, kept) in
        [(0, 1_999, 1), (1, -2_000_000, -2_000), (2, 1_606_600_000_123_456_789, 1_606_600_000_123_456)]
    {
        let time = Timestamp::from_nanosecond(nanos).expect("a good time");
        ledger.append(&numbered(idx..idx + 1), time).await.expect("append");
        let entries = ledger.entries(Seq(idx.into()), 1).await.expect("entries");
        assert_eq!(entries[0].recorded_at.as_microsecond(), kept);
        assert_eq!(entries[0].recorded_at.as_nanosecond() % 1_000, 0);
    }
}

/// A batch larger than any page or statement is one batch.
pub async fn a_big_batch_is_kept(place: &impl Place) {
    let ledger = place.open().await;
    let big = numbered(0..20_000);
    let receipt = ledger.append(&big, now(0)).await.expect("append");
    assert_eq!((receipt.n_added, receipt.head.seq), (20_000, Seq(20_000)));
    let again = ledger.append(&big, now(1)).await.expect("append");
    assert_eq!((again.n_added, again.n_skipped, again.head), (0, 20_000, receipt.head));
    assert_eq!(bodies(read_all(&ledger).await), big);
    let report = verify(&ledger, Some(receipt.head), |_| ()).await.expect("verify");
    assert!(report.is_sound(), "{report:?}");
}

/// A head the ledger does not reach, or has another entry at, is a fault.
pub async fn a_cut_ledger_misses_its_head(place: &impl Place) {
    let ledger = place.open().await;
    let receipt = ledger.append(&numbered(0..10), now(0)).await.expect("append");
    let longer = Head { seq: Seq(11), ..receipt.head };
    let other = Head { seq: Seq(9), ..receipt.head };
    for expected in [longer, other] {
        let report = verify(&ledger, Some(expected), |_| ()).await.expect("verify");
        let flaws: Vec<(Seq, Flaw)> = report.faults.iter().map(|fault| (fault.seq, fault.flaw)).collect();
        assert_eq!(flaws, [(expected.seq, Flaw::Head)]);
    }
}

/// What a task needs of a ledger, whatever its type.
trait Append: Send + Sync {
    fn append_range(&self, start: u32, end: u32) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

impl<L: Ledger> Append for L {
    fn append_range(&self, start: u32, end: u32) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async move {
            self.append(&numbered(start..end), now(start.into())).await.expect("append beside another writer");
        })
    }
}

async fn read_all(ledger: &impl Ledger) -> Vec<Entry> {
    ledger.entries(Seq(0), ALL).await.expect("entries")
}

fn bodies(entries: Vec<Entry>) -> Vec<Body> {
    entries.into_iter().map(|entry| entry.body).collect()
}

/// Claims that differ in a number.
fn numbered(numbers: std::ops::Range<u32>) -> Vec<Body> {
    let claim = |n: u32| {
        let mut claim = example::claim(Fact::Wish(format!("wish {n}")), n + 2);
        claim.evidence.quote = n.to_string();
        Body::Claim(claim)
    };
    numbers.map(claim).collect()
}

fn number(body: &Body) -> u32 {
    match body {
        Body::Claim(Claim { evidence, .. }) => evidence.quote.parse().expect("a number"),
        other => panic!("only numbered claims were appended, not {other:?}"),
    }
}

/// The same bodies every time.
fn by_chance(n: usize) -> Vec<Body> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    (0..n).map(|_| strategy::body().new_tree(&mut runner).expect("a body").current()).collect()
}

fn now(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).expect("a good time")
}

/// Polls `future` at most `n_polls` times, letting others run in between, then drops it.
async fn poll_and_drop<F: Future>(future: F, n_polls: u32) {
    let mut future = pin!(future);
    for _ in 0..n_polls {
        if future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
            return;
        }
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }
}
