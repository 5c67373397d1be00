//! The places that share a name, in the order of [`PlaceIdx`], which is most populous first.

use crate::PlaceIdx;
use crate::bytes::varint;

/// How a name belongs to a place.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Debug)]
pub enum NameKind {
    /// The place's own name.
    Own,
    /// Another spelling that a source lists.
    Listed,
    /// Made from one of those by a rule of `folding/`: "st louis" from "Saint Louis", "tula" from "Tula Oblast".
    Made,
    /// A short code in capitals, such as that of an airport.
    Code,
}

impl NameKind {
    pub(crate) const fn to_bits(self) -> u64 {
        match self {
            Self::Own => 0,
            Self::Listed => 1,
            Self::Made => 2,
            Self::Code => 3,
        }
    }

    pub(crate) const fn from_bits(bits: u64) -> Self {
        match bits & 3 {
            0 => Self::Own,
            1 => Self::Listed,
            2 => Self::Made,
            _ => Self::Code,
        }
    }
}

/// The places of one name.
///
/// A value of the name index is either one place (`idx << 3 | kind << 1 | 1`) or the position of a list of postings
/// (`position << 1`): a count, then for each place `gap << 2 | kind`, where the gap is to the place before.
#[derive(Clone, Debug)]
pub struct Hits<'a> {
    rest: &'a [u8],
    n_left: usize,
    last: u32,
    n_places: u32,
    single: Option<(PlaceIdx, NameKind)>,
}

impl<'a> Hits<'a> {
    pub(crate) const fn none() -> Self {
        Self { rest: &[], n_left: 0, last: 0, n_places: 0, single: None }
    }

    pub(crate) fn new(value: u64, postings: &'a [u8], n_places: u32) -> Self {
        let mut hits = Self { n_places, ..Self::none() };
        if value & 1 == 1 {
            let idx = u32::try_from(value >> 3).unwrap_or(u32::MAX);
            if idx < n_places {
                hits.single = Some((PlaceIdx(idx), NameKind::from_bits(value >> 1)));
            }
            return hits;
        }
        let start = usize::try_from(value >> 1).unwrap_or(usize::MAX);
        hits.rest = postings.get(start..).unwrap_or_default();
        hits.n_left = varint(&mut hits.rest).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        hits
    }

    /// The same with how the name belongs to each place.
    pub fn with_kinds(self) -> impl Iterator<Item = (PlaceIdx, NameKind)> + 'a {
        let mut hits = self;
        std::iter::from_fn(move || hits.step())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clone().step().is_none()
    }

    fn step(&mut self) -> Option<(PlaceIdx, NameKind)> {
        if let Some(single) = self.single.take() {
            return Some(single);
        }
        self.n_left = self.n_left.checked_sub(1)?;
        let coded = varint(&mut self.rest)?;
        let gap = u32::try_from(coded >> 2).ok()?;
        self.last = self.last.checked_add(gap).filter(|idx| *idx < self.n_places)?;
        Some((PlaceIdx(self.last), NameKind::from_bits(coded)))
    }
}

impl Iterator for Hits<'_> {
    type Item = PlaceIdx;

    fn next(&mut self) -> Option<PlaceIdx> {
        self.step().map(|(idx, _)| idx)
    }
}
