//! The file, byte by byte: format 1. All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | `TWAINGAZ` |
//! | 8..12 | the format, 1 |
//! | 12..16 | how many places there are |
//! | 16..24 | the length of the whole file |
//! | 24.. | for each part below, in order: offset and length, eight bytes each, and the blake3 hash of its bytes (32) |
//! | then | the blake3 hash of everything before it (32) |
//!
//! Each part starts at a multiple of eight.
//!
//! | part | what |
//! |---|---|
//! | records | 48 bytes a place, most populous first, see below |
//! | texts | texts with their length before them; position 0 is the empty text |
//! | spellings | for each place a count and so many texts; the first is its own name |
//! | names | an `fst` map from a folded name to a value, see [`Hits`](crate::Hits) |
//! | backward | an `fst` set of the same names with their letters in reverse order |
//! | postings | the lists that names with several places point to |
//! | beginnings | an `fst` map from a beginning of many names to a position in the next part |
//! | leaders | for each such beginning a count and the gaps between its most populous places |
//! | units | for each unit with children: its position, where its children start and how many there are; four bytes each |
//! | children | positions of places, most populous of a unit first |
//! | geonames | GeoNames number and position, four bytes each, by number |
//! | codes | positions of the places with an ISO 3166 code, by code |
//! | parties | positions of the places with a party id, by id |
//! | points | a balanced k-d tree without pointers: x, y and z on the unit sphere as `f32` and the position, 16 bytes |
//! | sources | a count, and for each source its texts: name, where it came from, license, checksum, what was taken |
//!
//! A record: the position of its spellings, then of its party id and code among the texts (four bytes each; 0 is none); the
//! positions of its region and county (`u32::MAX` is none); latitude and longitude (`f32`, not a number when unknown);
//! population; GeoNames number (0 is none); country (2 bytes, zeros for none); kind (1); flags (1: bit 0 capital); feature
//! code (8, zeros behind); zeros.
//!
//! Numbers in texts, spellings, postings, leaders and sources take seven bits a byte, lowest first, the high bit saying that
//! more follow. A reader checks the hashes of the header, of `names`, `backward` and `beginnings` when it opens the file, since the
//! crate behind those trusts its bytes; everything else is read with bounds checked, and [`crate::Gazetteer::verify`]
//! checks it all.
//!
//! Nothing older has been released.

use crate::Error;

pub(crate) const MAGIC: [u8; 8] = *b"TWAINGAZ";
pub(crate) const VERSION: u32 = 1;
pub(crate) const RECORD: usize = 48;
pub(crate) const POINT: usize = 16;
pub(crate) const N_PARTS: usize = 15;
const HASH: usize = 32;
const ENTRY: usize = 16 + HASH;
const TABLE: usize = 24;
pub(crate) const HEADER: usize = TABLE + N_PARTS * ENTRY + HASH;

/// A part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Records,
    Texts,
    Spellings,
    Names,
    Backward,
    Postings,
    Beginnings,
    Leaders,
    Units,
    Children,
    Geonames,
    Codes,
    Parties,
    Points,
    Sources,
}

impl Part {
    pub(crate) const ALL: [Self; N_PARTS] = [
        Self::Records,
        Self::Texts,
        Self::Spellings,
        Self::Names,
        Self::Backward,
        Self::Postings,
        Self::Beginnings,
        Self::Leaders,
        Self::Units,
        Self::Children,
        Self::Geonames,
        Self::Codes,
        Self::Parties,
        Self::Points,
        Self::Sources,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Texts => "texts",
            Self::Spellings => "spellings",
            Self::Names => "names",
            Self::Backward => "backward",
            Self::Postings => "postings",
            Self::Beginnings => "beginnings",
            Self::Leaders => "leaders",
            Self::Units => "units",
            Self::Children => "children",
            Self::Geonames => "geonames",
            Self::Codes => "codes",
            Self::Parties => "parties",
            Self::Points => "points",
            Self::Sources => "sources",
        }
    }
}

/// Where the parts are.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) n_places: u32,
    parts: [(usize, usize); N_PARTS],
    hashes: [[u8; HASH]; N_PARTS],
}

impl Header {
    /// Reads the header and holds it against the bytes that follow.
    pub(crate) fn read(file: &[u8]) -> Result<Self, Error> {
        if file.get(..8) != Some(&MAGIC) {
            return Err(Error::NotAGazetteer);
        }
        let cut = || Error::Length { found: file.len() as u64, needed: HEADER as u64 };
        let version = u32_in(file, 8).ok_or_else(cut)?;
        if version != VERSION {
            return Err(Error::Version { found: version, needed: VERSION });
        }
        let header = file.get(..HEADER).ok_or_else(cut)?;
        let (signed, hash) = header.split_at(HEADER - HASH);
        if blake3::hash(signed).as_bytes() != hash {
            return Err(Error::Damaged { part: "header" });
        }
        let needed = u64_in(file, 16).ok_or_else(cut)?;
        if needed != file.len() as u64 {
            return Err(Error::Length { found: file.len() as u64, needed });
        }
        let mut read = Self {
            n_places: u32_in(file, 12).ok_or_else(cut)?,
            parts: [(0, 0); N_PARTS],
            hashes: [[0; HASH]; N_PARTS],
        };
        for (i, part) in Part::ALL.into_iter().enumerate() {
            let outside = || Error::Damaged { part: part.name() };
            let at = TABLE + i * ENTRY;
            let offset = u64_in(file, at).and_then(|at| usize::try_from(at).ok()).ok_or_else(outside)?;
            let len = u64_in(file, at + 8).and_then(|len| usize::try_from(len).ok()).ok_or_else(outside)?;
            let end = offset.checked_add(len).filter(|end| *end <= file.len()).ok_or_else(outside)?;
            read.parts[i] = (offset, end);
            read.hashes[i].copy_from_slice(&file[at + 16..at + ENTRY]);
        }
        let (start, end) = read.parts[0];
        if (end - start) != read.n_places as usize * RECORD {
            return Err(Error::Damaged { part: Part::Records.name() });
        }
        Ok(read)
    }

    /// The bounds of a part.
    pub(crate) const fn bounds(&self, part: Part) -> (usize, usize) {
        self.parts[part as usize]
    }

    /// Holds a part against its hash.
    pub(crate) fn verify(&self, file: &[u8], part: Part) -> Result<(), Error> {
        let (start, end) = self.bounds(part);
        let bytes = file.get(start..end).unwrap_or_default();
        if blake3::hash(bytes).as_bytes() == &self.hashes[part as usize] {
            Ok(())
        } else {
            Err(Error::Damaged { part: part.name() })
        }
    }
}

/// Puts a file together from its parts, in the order of [`Part::ALL`].
pub(crate) fn assemble(n_places: u32, parts: &[Vec<u8>; N_PARTS]) -> Vec<u8> {
    let mut offset = HEADER.next_multiple_of(8);
    let mut table = Vec::with_capacity(N_PARTS * ENTRY);
    for part in parts {
        table.extend_from_slice(&(offset as u64).to_le_bytes());
        table.extend_from_slice(&(part.len() as u64).to_le_bytes());
        table.extend_from_slice(blake3::hash(part).as_bytes());
        offset = (offset + part.len()).next_multiple_of(8);
    }
    let mut file = Vec::with_capacity(offset);
    file.extend_from_slice(&MAGIC);
    file.extend_from_slice(&VERSION.to_le_bytes());
    file.extend_from_slice(&n_places.to_le_bytes());
    file.extend_from_slice(&(offset as u64).to_le_bytes());
    file.extend_from_slice(&table);
    let hash = blake3::hash(&file);
    file.extend_from_slice(hash.as_bytes());
    for part in parts {
        file.resize(file.len().next_multiple_of(8), 0);
        file.extend_from_slice(part);
    }
    file.resize(offset, 0);
    file
}

fn u32_in(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn u64_in(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}
