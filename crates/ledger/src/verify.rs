//! The check of a whole ledger: every name, every link of the chain, every gap.

use model::{Name, Seq};

use crate::chain::{self, ChainHash, Head};
use crate::{Ledger, RawEntry, Result, canon};

/// How many entries are read at a time.
const PAGE: usize = 4096;

/// How many damaged entries in a row are told apart from the sound one after them.
const N_DOUBTS: usize = 4;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How many entries there are.
    pub n_entries: u64,
    /// Where the ledger ends, as its last entry says.
    pub head: Head,
    /// Everything that is wrong, in the order of the ledger; empty when all is well.
    pub faults: Vec<Fault>,
}

impl Verification {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// One thing wrong with one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The entry's position; for a head that is missing, where it should be.
    pub seq: Seq,
    /// The entry's name as it stands, in hexadecimal digits; empty when there is no entry.
    pub name: String,
    /// What is wrong.
    pub flaw: Flaw,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

/// What can be wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Flaw {
    /// The position before it is missing.
    Gap,
    /// Its bytes cannot be read.
    Bytes,
    /// Its name is not the hash of its bytes.
    Name,
    /// The kind beside it is not the kind of its bytes.
    Kind,
    /// Its time does not exist.
    Time,
    /// It does not follow from the entry before, so something in it or before it was changed.
    Chain,
    /// It is not the entry the expected head speaks of, or that entry is missing.
    Head,
}

/// Walks the whole ledger and recomputes every name and every link of the chain. O(n), a page in memory at a time.
///
/// A change to any column of an entry names that entry and no other: where a link does not fit, the next is tried against
/// both the link as it stands and the link as it should be. A missing entry is told by the one after it. Entries cut off
/// at the end leave a shorter ledger that is sound in itself; only `expected_head`, an earlier head kept elsewhere, tells.
/// `progress` is told the number of entries checked after each page.
///
/// # Errors
/// When the ledger cannot be read. What is wrong with entries is no error but a [`Fault`].
pub async fn verify<L: Ledger + ?Sized>(
    ledger: &L,
    expected_head: Option<Head>,
    mut progress: impl FnMut(u64) + Send,
) -> Result<Verification> {
    let mut walk = Walk::new(expected_head);
    loop {
        let page = ledger.raw(walk.last.seq, PAGE).await?;
        if page.is_empty() {
            return Ok(walk.finish());
        }
        for entry in &page {
            walk.check(entry);
        }
        progress(walk.n_entries);
    }
}

struct Walk {
    n_entries: u64,
    /// The last entry as it stands.
    last: Head,
    /// What the next entry may follow: the last link as it stands, then, when that does not fit, as it should be. Never empty.
    before: Vec<ChainHash>,
    expected_head: Option<Head>,
    faults: Vec<Fault>,
}

impl Walk {
    fn new(expected_head: Option<Head>) -> Self {
        let expected_head = expected_head.filter(|head| head.seq.0 > 0);
        Self { n_entries: 0, last: Head::START, before: vec![ChainHash::START], expected_head, faults: Vec::new() }
    }

    fn check(&mut self, entry: &RawEntry) {
        let mut fault = |flaw, found: String, expected: String| {
            self.faults.push(Fault { seq: entry.seq, name: hex(&entry.name), flaw, found, expected });
        };
        let due = Seq(self.last.seq.0 + 1);
        if entry.seq != due {
            fault(Flaw::Gap, entry.seq.to_string(), due.to_string());
        }
        if let Err(error) = canon::decode(&entry.bytes) {
            fault(Flaw::Bytes, error.to_string(), "bytes of a known format".into());
        }
        // Where the bytes give no name the one beside them is taken on trust, so that the chain can be checked at all.
        let beside = || Name(entry.name.as_slice().try_into().unwrap_or_default());
        let name = canon::name_of(&entry.bytes).unwrap_or_else(|_| beside());
        if entry.name != name.0 {
            fault(Flaw::Name, hex(&entry.name), name.to_string());
        }
        if let Ok(kind) = canon::kind_of(&entry.bytes)
            && entry.kind != i64::from(kind)
        {
            fault(Flaw::Kind, entry.kind.to_string(), kind.to_string());
        }
        if chain::from_micros(entry.recorded_at_us).is_err() {
            fault(Flaw::Time, entry.recorded_at_us.to_string(), "a time between the years -9999 and 9999".into());
        }
        let link = |before: &ChainHash| before.next(entry.seq, entry.recorded_at_us, &name, &entry.bytes);
        let due_chains: Vec<ChainHash> = self.before.iter().map(link).collect();
        let fits = due_chains.iter().any(|due| entry.chain == due.0);
        if !fits {
            fault(Flaw::Chain, hex(&entry.chain), due_chains[0].to_string());
        }
        if let Some(head) = self.expected_head.take_if(|head| head.seq <= entry.seq)
            && (head.seq != entry.seq || entry.chain != head.chain.0)
        {
            fault(Flaw::Head, format!("{}:{}", entry.seq, hex(&entry.chain)), head.to_string());
        }
        let stands = entry.chain.as_slice().try_into().map_or(due_chains[0], ChainHash);
        self.last = Head { seq: entry.seq, chain: stands };
        self.before = vec![stands];
        if !fits {
            self.before.extend(due_chains.into_iter().take(N_DOUBTS));
        }
        self.n_entries += 1;
    }

    fn finish(mut self) -> Verification {
        if let Some(head) = self.expected_head {
            self.faults.push(Fault {
                seq: head.seq,
                name: String::new(),
                flaw: Flaw::Head,
                found: self.last.to_string(),
                expected: head.to_string(),
            });
        }
        Verification { n_entries: self.n_entries, head: self.last, faults: self.faults }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use model::{Body, Fact};

    use super::*;
    use crate::conformance::{MemoryLedger, example};

    /// What is found after `damage` to a sound ledger of five entries: position and flaw.
    async fn check(damage: impl FnOnce(&mut Vec<RawEntry>)) -> Vec<(u64, Flaw)> {
        let ledger = MemoryLedger::default();
        let wish = |n| Body::Claim(example::claim(Fact::Wish(format!("wish {n}")), n));
        ledger.append(&(1..=5).map(wish).collect::<Vec<_>>(), Timestamp::UNIX_EPOCH).await.unwrap();
        let head = ledger.head().await.unwrap();
        damage(&mut ledger.rows());
        let report = verify(&ledger, Some(head), |_| ()).await.unwrap();
        assert_eq!(report.is_sound(), report.faults.is_empty());
        report.faults.iter().map(|fault| (fault.seq.0, fault.flaw)).collect()
    }

    #[tokio::test]
    async fn each_damage_names_its_entry_only() {
        use Flaw::{Bytes, Chain, Gap, Head, Kind, Name, Time};
        assert_eq!(check(|_| ()).await, []);
        assert_eq!(check(|rows| rows[2].name[31] ^= 1).await, [(3, Name)]);
        assert_eq!(check(|rows| rows[2].name.truncate(3)).await, [(3, Name)]);
        assert_eq!(check(|rows| rows[2].kind = 1).await, [(3, Kind)]);
        assert_eq!(check(|rows| rows[2].recorded_at_us += 1).await, [(3, Chain)]);
        assert_eq!(check(|rows| rows[2].recorded_at_us = i64::MAX).await, [(3, Time), (3, Chain)]);
        assert_eq!(check(|rows| rows[2].chain[0] ^= 128).await, [(3, Chain)]);
        assert_eq!(check(|rows| rows[2].chain.clear()).await, [(3, Chain)]);
        assert_eq!(check(|rows| rows[2].bytes[0] = 9).await, [(3, Bytes), (3, Chain)]);
        assert_eq!(check(|rows| rows[2].bytes.clear()).await, [(3, Bytes), (3, Chain)]);
        let quote = |row: &RawEntry| row.bytes.windows(4).position(|w| w == b"1991").unwrap();
        assert_eq!(
            check(|rows| {
                let at = quote(&rows[2]);
                rows[2].bytes[at] = b'2';
            })
            .await,
            [(3, Name), (3, Chain)]
        );
        assert_eq!(check(|rows| drop(rows.remove(2))).await, [(4, Gap), (4, Chain)]);
        assert_eq!(check(|rows| drop(rows.pop())).await, [(5, Head)]);
        assert_eq!(check(|rows| rows.clear()).await, [(5, Head)]);
        assert_eq!(check(|rows| rows[4].chain[5] ^= 1).await, [(5, Chain), (5, Head)]);
        let flip = |row: &mut RawEntry| row.chain[0] ^= 1;
        let two = check(|rows| rows[1..3].iter_mut().for_each(flip)).await;
        assert_eq!(two, [(2, Chain), (3, Chain)]);
    }

    #[tokio::test]
    async fn a_fault_says_what_was_found_and_expected() {
        let ledger = MemoryLedger::default();
        ledger.append(&[Body::Claim(example::claim(Fact::NoContact, 1))], Timestamp::UNIX_EPOCH).await.unwrap();
        let sound = ledger.rows()[0].clone();
        ledger.rows()[0].name[0] ^= 1;
        let fault = verify(&ledger, None, |_| ()).await.unwrap().faults.remove(0);
        assert_eq!((fault.expected, fault.found.as_str()), (hex(&sound.name), fault.name.as_str()));
    }
}
