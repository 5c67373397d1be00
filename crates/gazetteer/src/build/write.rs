//! Every part of the file, from places in order and their keys.

#![expect(clippy::cast_possible_truncation, reason = "the number of places was held against four bytes at the start")]

use rustc_hash::{FxHashMap, FxHashSet};

use super::keys::Key;
use super::{NewPlace, Sorted, index};
use crate::bytes::{push_text, push_varint};
use crate::layout::{N_PARTS, RECORD};
use crate::nearest::{arrange, on_sphere};
use crate::{Error, PlaceKind, Source};

pub(super) fn parts(
    sorted: &Sorted,
    keys: &[Key],
    sources: &[Source],
    done: &mut dyn FnMut(u64),
) -> Result<[Vec<u8>; N_PARTS], Error> {
    let places = &sorted.places;
    let mut texts = Texts::default();
    let (spellings, starts) = spellings(places)?;
    let mut records = Vec::with_capacity(places.len() * RECORD);
    for (place, start) in places.iter().zip(starts) {
        record(place, sorted, start, &mut texts, &mut records)?;
    }
    let index = index::build(keys, places.len(), done)?;
    let (units, children) = units(sorted);
    let by_geonames = places.iter().zip(0_u32..).filter_map(|(place, idx)| Some((place.geonames?, idx)));
    Ok([
        records,
        texts.bytes,
        spellings,
        index.names,
        index.backward,
        index.postings,
        index.beginnings,
        index.leaders,
        units,
        children,
        geonames(by_geonames.collect()),
        by_text(places, |place| place.code.as_deref()),
        by_text(places, |place| place.party.as_deref()),
        points(places),
        described(sources),
    ])
}

/// Texts, each kept once.
struct Texts {
    bytes: Vec<u8>,
    known: FxHashMap<String, u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { bytes: vec![0], known: FxHashMap::default() }
    }
}

impl Texts {
    fn add(&mut self, text: Option<&str>) -> Result<u32, Error> {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(0) };
        if let Some(at) = self.known.get(text) {
            return Ok(*at);
        }
        let at = position(self.bytes.len(), "texts")?;
        push_text(text, &mut self.bytes);
        self.known.insert(text.to_owned(), at);
        Ok(at)
    }
}

fn position(at: usize, what: &'static str) -> Result<u32, Error> {
    u32::try_from(at).map_err(|_| Error::TooLarge { what })
}

fn spellings(places: &[NewPlace]) -> Result<(Vec<u8>, Vec<u32>), Error> {
    let (mut bytes, mut starts) = (Vec::new(), Vec::with_capacity(places.len()));
    for place in places {
        starts.push(position(bytes.len(), "spellings")?);
        let mut known = FxHashSet::default();
        let names = std::iter::once(&place.name).chain(&place.names);
        let names: Vec<&String> = names.filter(|name| known.insert(name.as_str())).collect();
        push_varint(names.len() as u64, &mut bytes);
        names.iter().for_each(|name| push_text(name, &mut bytes));
    }
    Ok((bytes, starts))
}

fn record(
    place: &NewPlace,
    sorted: &Sorted,
    spellings: u32,
    texts: &mut Texts,
    out: &mut Vec<u8>,
) -> Result<(), Error> {
    let numbers = [
        spellings,
        texts.add(place.party.as_deref())?,
        texts.add(place.code.as_deref())?,
        sorted.position(place.region).unwrap_or(u32::MAX),
        sorted.position(place.county).unwrap_or(u32::MAX),
        place.lat.to_bits(),
        place.lon.to_bits(),
        place.population,
        place.geonames.unwrap_or(0),
    ];
    numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
    out.extend_from_slice(&letters::<2>(&place.country));
    out.push(place.kind.to_byte());
    out.push(u8::from(place.is_capital));
    out.extend_from_slice(&letters::<8>(&place.feature));
    Ok(())
}

/// A short text in a fixed field; a longer one is left out, since part of a code is another code.
fn letters<const N: usize>(text: &str) -> [u8; N] {
    let mut field = [0; N];
    if text.len() <= N {
        field[..text.len()].copy_from_slice(text.as_bytes());
    }
    field
}

fn units(sorted: &Sorted) -> (Vec<u8>, Vec<u8>) {
    let countries: FxHashMap<&str, u32> = (0_u32..)
        .zip(&sorted.places)
        .filter(|(_, place)| place.kind == PlaceKind::Country)
        .map(|(idx, place)| (place.country.as_str(), idx))
        .collect();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for (idx, place) in (0_u32..).zip(&sorted.places) {
        let (region, county) = (sorted.position(place.region), sorted.position(place.county));
        let country = countries.get(place.country.as_str()).copied();
        let parents = match (region, county) {
            (None, None) => [country, None],
            both => both.into(),
        };
        pairs.extend(parents.into_iter().flatten().filter(|unit| *unit != idx).map(|unit| (unit, idx)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    let (mut units, mut children) = (Vec::new(), Vec::new());
    let mut start = 0_u32;
    for group in pairs.chunk_by(|a, b| a.0 == b.0) {
        let row = [group[0].0, start, group.len() as u32];
        row.iter().for_each(|number| units.extend_from_slice(&number.to_le_bytes()));
        group.iter().for_each(|(_, child)| children.extend_from_slice(&child.to_le_bytes()));
        start += group.len() as u32;
    }
    (units, children)
}

fn geonames(mut ids: Vec<(u32, u32)>) -> Vec<u8> {
    ids.sort_unstable();
    ids.iter().flat_map(|(id, idx)| [id.to_le_bytes(), idx.to_le_bytes()]).flatten().collect()
}

fn by_text(places: &[NewPlace], field: impl Fn(&NewPlace) -> Option<&str>) -> Vec<u8> {
    let mut order: Vec<(&str, u32)> =
        places.iter().zip(0..).filter_map(|(place, idx)| Some((field(place)?, idx))).collect();
    order.sort_unstable();
    order.iter().flat_map(|(_, idx)| idx.to_le_bytes()).collect()
}

fn points(places: &[NewPlace]) -> Vec<u8> {
    let mut points: Vec<([f32; 3], u32)> = places
        .iter()
        .zip(0..)
        .filter(|(place, _)| place.lat.is_finite() && place.lon.is_finite())
        .map(|(place, idx)| (on_sphere(f64::from(place.lat), f64::from(place.lon)), idx))
        .collect();
    arrange(&mut points);
    let mut out = Vec::with_capacity(points.len() * 16);
    for (point, idx) in points {
        point.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
        out.extend_from_slice(&idx.to_le_bytes());
    }
    out
}

fn described(sources: &[Source]) -> Vec<u8> {
    let mut out = Vec::new();
    push_varint(sources.len() as u64, &mut out);
    for source in sources {
        for text in [&source.name, &source.origin, &source.license, &source.checksum, &source.taken] {
            push_text(text, &mut out);
        }
    }
    out
}
