//! The open file: places by position, by identifier, and the units they lie in.

use std::cmp::Ordering;
use std::sync::Arc;

use fst::raw::Fst;

use crate::bytes::{text, text_at, u32_at, varint};
use crate::layout::{Header, Part, RECORD};
use crate::{Error, Place, PlaceIdx, PlaceKind};

/// Bytes that stay where they are: a mapped file, or a vector.
type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A gazetteer: one immutable file, ready for look-ups from any number of threads.
pub struct Gazetteer {
    bytes: Bytes,
    pub(crate) header: Header,
    pub(crate) names: Fst<PartBytes>,
    pub(crate) backward: Fst<PartBytes>,
    pub(crate) beginnings: Fst<PartBytes>,
}

/// Where the places of a file came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is called, with its version or date.
    pub name: String,
    /// The address or path it was read from.
    pub origin: String,
    /// The terms it is given under.
    pub license: String,
    /// `sha256:` or `blake3:` and the digits of its checksum.
    pub checksum: String,
    /// What was taken from it.
    pub taken: String,
}

/// The bytes of one part, as the name index wants them.
#[derive(Clone)]
pub(crate) struct PartBytes {
    bytes: Bytes,
    start: usize,
    end: usize,
}

impl AsRef<[u8]> for PartBytes {
    fn as_ref(&self) -> &[u8] {
        (*self.bytes).as_ref().get(self.start..self.end).unwrap_or_default()
    }
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Gazetteer").field("n_places", &self.header.n_places).finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// Opens a gazetteer over the bytes of its file.
    ///
    /// The header and the name indexes are checked; [`Self::verify`] checks the rest.
    ///
    /// # Errors
    /// [`Error::NotAGazetteer`], [`Error::Version`], [`Error::Length`] or [`Error::Damaged`].
    pub fn open(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, Error> {
        let bytes: Bytes = Arc::new(bytes);
        let file = (*bytes).as_ref();
        let header = Header::read(file)?;
        let index = |part: Part| {
            header.verify(file, part)?;
            let (start, end) = header.bounds(part);
            let part_bytes = PartBytes { bytes: Arc::clone(&bytes), start, end };
            Fst::new(part_bytes).map_err(|_| Error::Damaged { part: part.name() })
        };
        let (names, backward, beginnings) = (index(Part::Names)?, index(Part::Backward)?, index(Part::Beginnings)?);
        Ok(Self { header, names, backward, beginnings, bytes })
    }

    /// Holds every part of the file against its checksum.
    ///
    /// # Errors
    /// [`Error::Damaged`] with the first part that differs.
    pub fn verify(&self) -> Result<(), Error> {
        let file = (*self.bytes).as_ref();
        Header::read(file)?;
        Part::ALL.into_iter().try_for_each(|part| self.header.verify(file, part))
    }

    /// How many places there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.header.n_places as usize
    }

    /// Whether there is no place at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many different folded names there are.
    #[must_use]
    pub fn n_names(&self) -> usize {
        self.names.len()
    }

    /// The bytes each part of the file takes, with its name.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        Part::ALL.into_iter().map(|part| (part.name(), self.part(part).len()))
    }

    /// Where the places came from, in the order they were read.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        let mut rest = self.part(Part::Sources);
        let n_sources = varint(&mut rest).unwrap_or(0);
        let mut next = || text(&mut rest).map(str::to_owned);
        let mut sources = Vec::new();
        for _ in 0..n_sources {
            let (Some(name), Some(origin), Some(license), Some(checksum), Some(taken)) =
                (next(), next(), next(), next(), next())
            else {
                break;
            };
            sources.push(Source { name, origin, license, checksum, taken });
        }
        sources
    }

    /// The positions of all places, most populous first.
    pub fn iter(&self) -> impl Iterator<Item = PlaceIdx> + use<> {
        (0..self.header.n_places).map(PlaceIdx)
    }

    /// The place at a position. A position of another file gives a place without name.
    #[must_use]
    pub fn place(&self, idx: PlaceIdx) -> Place<'_> {
        let record = Record::new(self, idx);
        let texts = self.part(Part::Texts);
        let some_text =
            |at: u32| Some(at).filter(|at| *at != 0).map(|at| text_at(texts, at)).filter(|text| !text.is_empty());
        Place {
            idx,
            name: self.names(idx).next().unwrap_or_default(),
            kind: record.kind(),
            country: record.letters(36, 2),
            region: self.known(record.number(12)),
            county: self.known(record.number(16)),
            lat: f32::from_bits(record.number(20)),
            lon: f32::from_bits(record.number(24)),
            population: record.number(28),
            geonames: Some(record.number(32)).filter(|id| *id != 0),
            code: some_text(record.number(8)),
            party: some_text(record.number(4)),
            is_capital: record.flags() & 1 == 1,
            feature: record.letters(40, 8),
        }
    }

    /// All spellings of a place as they were written, its own name first.
    pub fn names(&self, idx: PlaceIdx) -> impl Iterator<Item = &str> {
        let at = Record::new(self, idx).number(0) as usize;
        let mut rest = self.part(Part::Spellings).get(at..).unwrap_or_default();
        let n_names = if (idx.0 as usize) < self.len() { varint(&mut rest).unwrap_or(0) } else { 0 };
        let mut n_left = n_names;
        std::iter::from_fn(move || {
            n_left = n_left.checked_sub(1)?;
            text(&mut rest)
        })
    }

    /// What a place is, without reading the rest of it.
    #[must_use]
    pub fn kind(&self, idx: PlaceIdx) -> PlaceKind {
        Record::new(self, idx).kind()
    }

    /// How many people a place has, without reading the rest of it.
    #[must_use]
    pub fn population(&self, idx: PlaceIdx) -> u32 {
        Record::new(self, idx).number(28)
    }

    /// The ISO 3166-1 alpha-2 code of a place's country, without reading the rest of it; empty if none.
    #[must_use]
    pub fn country_code(&self, idx: PlaceIdx) -> &str {
        Record::new(self, idx).letters(36, 2)
    }

    /// The units of the first and the second level that a place lies in, without reading the rest of it.
    #[must_use]
    pub fn units(&self, idx: PlaceIdx) -> [Option<PlaceIdx>; 2] {
        let record = Record::new(self, idx);
        [self.known(record.number(12)), self.known(record.number(16))]
    }

    /// Whether a place is the capital of its country, without reading the rest of it.
    #[must_use]
    pub fn is_capital(&self, idx: PlaceIdx) -> bool {
        Record::new(self, idx).flags() & 1 == 1
    }

    /// Whether a place is a party of the register, without reading the rest of it.
    #[must_use]
    pub fn is_party(&self, idx: PlaceIdx) -> bool {
        !text_at(self.part(Part::Texts), Record::new(self, idx).number(4)).is_empty()
    }

    /// Degrees north and east, without reading the rest of a place; not numbers when unknown.
    #[must_use]
    pub fn point(&self, idx: PlaceIdx) -> [f32; 2] {
        let record = Record::new(self, idx);
        [f32::from_bits(record.number(20)), f32::from_bits(record.number(24))]
    }

    /// The places in a unit, most populous first: the regions of a country, and the counties, cities and institutions of a
    /// region or county. A country's cities without a known region are among its children too.
    #[must_use]
    pub fn children(&self, unit: PlaceIdx) -> Vec<PlaceIdx> {
        let units = self.part(Part::Units);
        let unit_at = |row: usize| u32_at(units, row * 3).unwrap_or(u32::MAX);
        let Some(row) = position(units.len() / 12, |row| unit_at(row).cmp(&unit.0)) else { return Vec::new() };
        let (Some(start), Some(n_children)) = (u32_at(units, row * 3 + 1), u32_at(units, row * 3 + 2)) else {
            return Vec::new();
        };
        let children = self.part(Part::Children);
        let range = start as usize..(start as usize).saturating_add(n_children as usize).min(children.len() / 4);
        range.filter_map(|i| self.known(u32_at(children, i)?)).collect()
    }

    /// A country by its ISO 3166-1 alpha-2 code, in capitals.
    #[must_use]
    pub fn country(&self, alpha2: &str) -> Option<PlaceIdx> {
        self.by_code(alpha2).filter(|idx| self.kind(*idx) == PlaceKind::Country)
    }

    /// A country or unit by its ISO 3166 code, in capitals: `US`, `US-NY`.
    #[must_use]
    pub fn by_code(&self, iso: &str) -> Option<PlaceIdx> {
        self.by_text(Part::Codes, 8, iso)
    }

    /// A place by its number in GeoNames.
    #[must_use]
    pub fn by_geonames(&self, id: u32) -> Option<PlaceIdx> {
        let ids = self.part(Part::Geonames);
        let row = position(ids.len() / 8, |row| u32_at(ids, row * 2).unwrap_or(u32::MAX).cmp(&id))?;
        self.known(u32_at(ids, row * 2 + 1)?)
    }

    /// A place by its party id in the register: `us-ny.albany`. Of a unit and a town that are one party, such as Moscow, the
    /// more populous.
    #[must_use]
    pub fn by_party(&self, id: &str) -> Option<PlaceIdx> {
        self.by_text(Part::Parties, 4, id)
    }

    fn by_text(&self, part: Part, field: usize, wanted: &str) -> Option<PlaceIdx> {
        let (order, texts) = (self.part(part), self.part(Part::Texts));
        let idx_at = |row: usize| PlaceIdx(u32_at(order, row).unwrap_or(u32::MAX));
        let text_of = |idx: PlaceIdx| text_at(texts, Record::new(self, idx).number(field));
        let mut row = position(order.len() / 4, |row| text_of(idx_at(row)).cmp(wanted))?;
        // Two places may be one party, a unit and its town: the more populous one stands first.
        while row > 0 && text_of(idx_at(row - 1)) == wanted {
            row -= 1;
        }
        self.known(idx_at(row).0)
    }

    /// The bytes of a part.
    #[inline]
    pub(crate) fn part(&self, part: Part) -> &[u8] {
        let (start, end) = self.header.bounds(part);
        (*self.bytes).as_ref().get(start..end).unwrap_or_default()
    }

    /// A position, if there is a place at it.
    pub(crate) fn known(&self, idx: u32) -> Option<PlaceIdx> {
        (idx < self.header.n_places).then_some(PlaceIdx(idx))
    }
}

/// The 48 bytes of a place; zeros where there is none.
struct Record<'a>(&'a [u8]);

impl<'a> Record<'a> {
    #[inline]
    fn new(gazetteer: &'a Gazetteer, idx: PlaceIdx) -> Self {
        let start = (idx.0 as usize).saturating_mul(RECORD);
        let end = start.saturating_add(RECORD);
        Self(gazetteer.part(Part::Records).get(start..end).unwrap_or(&[0; RECORD]))
    }

    #[inline]
    fn number(&self, at: usize) -> u32 {
        u32_at(&self.0[at..], 0).unwrap_or(0)
    }

    fn kind(&self) -> PlaceKind {
        PlaceKind::from_byte(self.0[38])
    }

    fn flags(&self) -> u8 {
        self.0[39]
    }

    /// Letters with zeros behind them.
    fn letters(&self, at: usize, len: usize) -> &'a str {
        let bytes = &self.0[at..at + len];
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(len);
        std::str::from_utf8(&bytes[..end]).unwrap_or_default()
    }
}

/// The row that compares equal, among rows in rising order.
fn position(n_rows: usize, mut compare: impl FnMut(usize) -> Ordering) -> Option<usize> {
    let (mut low, mut high) = (0, n_rows);
    while low < high {
        let middle = low + (high - low) / 2;
        match compare(middle) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Some(middle),
        }
    }
    None
}
