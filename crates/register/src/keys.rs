//! Positions in the register: small numbers that stand for a party, a tie or a claim while the register lives.

/// A party of this register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyKey(pub(crate) u32);

/// A tie of this register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TieKey(pub(crate) u32);

/// A claim of this register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimKey(pub(crate) u32);

impl PartyKey {
    pub(crate) const fn idx(self) -> usize {
        self.0 as usize
    }
}

impl TieKey {
    pub(crate) const fn idx(self) -> usize {
        self.0 as usize
    }
}

impl ClaimKey {
    pub(crate) const fn idx(self) -> usize {
        self.0 as usize
    }
}

/// The position of the next element; a register holds fewer than four billion of anything.
pub(crate) fn next(len: usize) -> u32 {
    u32::try_from(len).expect("a register holds fewer than four billion claims")
}
