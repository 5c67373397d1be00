//! The chain: each entry carries a hash of itself and of the hash before, so that none can change, move or go unseen.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use model::{Name, Seq};

use crate::Error;

/// The hash an entry adds to the chain.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ChainHash(pub [u8; 32]);

impl ChainHash {
    /// What the first entry follows.
    pub const START: Self = Self([0; 32]);

    /// The hash of an entry that follows this one: BLAKE3 over this hash, the position (8 bytes, little end first), the
    /// time in microseconds since 1970 (likewise), the name and the canonical bytes.
    #[must_use]
    pub fn next(&self, seq: Seq, recorded_at_us: i64, name: &Name, bytes: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        let mut front = [0; 80];
        front[..32].copy_from_slice(&self.0);
        front[32..40].copy_from_slice(&seq.0.to_le_bytes());
        front[40..48].copy_from_slice(&recorded_at_us.to_le_bytes());
        front[48..].copy_from_slice(&name.0);
        hasher.update(&front).update(bytes);
        Self(hasher.finalize().into())
    }
}

impl fmt::Display for ChainHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Name(self.0).fmt(out)
    }
}

impl fmt::Debug for ChainHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "ChainHash({self})")
    }
}

/// Where a ledger ends: who knows it can tell later whether anything before was changed or cut off.
///
/// ```
/// use ledger::Head;
/// let head: Head = Head::START.to_string().parse()?;
/// assert_eq!(head, Head::START);
/// # Ok::<(), ledger::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head {
    /// The position of the last entry, 0 when there is none.
    pub seq: Seq,
    /// Its hash in the chain.
    pub chain: ChainHash,
}

impl Head {
    /// The head of an empty ledger.
    pub const START: Self = Self { seq: Seq(0), chain: ChainHash::START };
}

impl fmt::Display for Head {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.seq, self.chain)
    }
}

impl FromStr for Head {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let bad = || Error::Head { found: text.to_owned() };
        let (seq, chain) = text.trim().split_once(':').ok_or_else(bad)?;
        let seq = Seq(seq.parse().map_err(|_| bad())?);
        let chain: Name = chain.parse().map_err(|_| bad())?;
        Ok(Self { seq, chain: ChainHash(chain.0) })
    }
}

/// The time as the ledger keeps it, in microseconds since 1970; what is finer is dropped.
pub(crate) fn micros(time: Timestamp) -> i64 {
    time.as_microsecond()
}

/// The time back from the ledger.
pub(crate) fn from_micros(micros: i64) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(micros).map_err(|_| Error::Time { found: micros })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chain_is_what_the_description_says() {
        let (seq, time, name, bytes) = (Seq(7), 1_600_000_000_000_001_i64, Name([9; 32]), [1, 2, 3]);
        let whole = [&[5; 32][..], &7_u64.to_le_bytes(), &time.to_le_bytes(), &[9; 32], &bytes].concat();
        assert_eq!(ChainHash([5; 32]).next(seq, time, &name, &bytes).0, *blake3::hash(&whole).as_bytes());
    }

    #[test]
    fn a_head_is_read_as_printed() {
        let head = Head { seq: Seq(42), chain: ChainHash([0xab; 32]) };
        assert_eq!(head.to_string().parse::<Head>().unwrap(), head);
        for bad in ["", "42", "42:ab", "x:", &format!("-1:{}", ChainHash::START)] {
            assert!(bad.parse::<Head>().is_err(), "{bad}");
        }
    }
}
