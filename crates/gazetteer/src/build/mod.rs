//! Making a gazetteer file from places: every name folded, every rule of `folding/` applied, everything put in order.
//!
//! [`Builder`] takes places in any order and gives the bytes of a file; the same places in the same order give the same bytes.
//! Where places come from, and which records of two sources are one place, is decided before.

#![expect(clippy::cast_possible_truncation, reason = "the number of places was held against four bytes at the start")]

mod folding;
mod index;
mod keys;
mod tiny;
mod write;

pub use tiny::tiny;
#[cfg(test)]
pub(crate) use tiny::tiny_builder;

use crate::{Error, PlaceKind, Source};
use folding::Folding;

/// A place to put into a file.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPlace {
    /// Its own name, as English texts write it.
    pub name: String,
    /// All its other spellings, in any script; doubles do no harm.
    pub names: Vec<String>,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2 code of its country; empty if none.
    pub country: String,
    /// The unit of the first level it lies in.
    pub region: Option<Handle>,
    /// The unit of the second level it lies in.
    pub county: Option<Handle>,
    /// Degrees north, WGS 84; not a number when unknown.
    pub lat: f32,
    /// Degrees east, WGS 84; not a number when unknown.
    pub lon: f32,
    /// People; 0 when unknown.
    pub population: u32,
    /// Its number in GeoNames.
    pub geonames: Option<u32>,
    /// Its code in ISO 3166: `US`, `US-NY`.
    pub code: Option<String>,
    /// Its id in the register.
    pub party: Option<String>,
    /// Whether it is the capital of its country.
    pub is_capital: bool,
    /// The feature code of GeoNames; empty when unknown.
    pub feature: String,
}

impl NewPlace {
    /// A place of which nothing is known but its name, kind and country.
    #[must_use]
    pub fn named(name: &str, kind: PlaceKind, country: &str) -> Self {
        Self {
            name: name.to_owned(),
            names: Vec::new(),
            kind,
            country: country.to_owned(),
            region: None,
            county: None,
            lat: f32::NAN,
            lon: f32::NAN,
            population: 0,
            geonames: None,
            code: None,
            party: None,
            is_capital: false,
            feature: String::new(),
        }
    }
}

/// A place already added, for others to lie in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Handle(u32);

/// Collects places and puts them into a file.
#[derive(Debug, Default)]
pub struct Builder {
    places: Vec<NewPlace>,
    sources: Vec<Source>,
}

impl Builder {
    /// Adds a place and gives what others name it by.
    pub fn add(&mut self, place: NewPlace) -> Handle {
        let handle = Handle(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        self.places.push(place);
        handle
    }

    /// Says where some of the places came from.
    pub fn add_source(&mut self, source: Source) {
        self.sources.push(source);
    }

    /// How many places there are so far.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether none was added yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The bytes of the file. `progress` is told how many steps are done, of how many.
    ///
    /// # Errors
    /// [`Error::TooLarge`] for more than 4 GiB of names or 2³² places.
    pub fn finish(self, progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<u8>, Error> {
        if u32::try_from(self.places.len()).is_err() {
            return Err(Error::TooLarge { what: "places" });
        }
        let sorted = Sorted::new(self.places);
        let folding = Folding::bundled();
        let n_steps = sorted.places.len() as u64 * 2 + 4;
        let keys = keys::collect(&sorted, &folding, &mut |n_done| progress(n_done, n_steps));
        let parts = write::parts(&sorted, &keys, &self.sources, &mut |n_done| progress(n_done, n_steps))?;
        let file = crate::layout::assemble(sorted.places.len() as u32, &parts);
        progress(n_steps, n_steps);
        Ok(file)
    }
}

/// The places in the order of the file.
struct Sorted {
    places: Vec<NewPlace>,
    /// Where the place of a handle went.
    position: Vec<u32>,
}

impl Sorted {
    fn new(places: Vec<NewPlace>) -> Self {
        let mut order: Vec<u32> = (0..places.len() as u32).collect();
        // Units before towns of the same size, then as they came. A county has more people than its seat, but is seldom meant
        // by a bare name: it counts a tenth.
        order.sort_by_key(|handle| {
            let place = &places[*handle as usize];
            let weight = if place.kind == PlaceKind::County { 1 } else { 10 };
            (std::cmp::Reverse(u64::from(place.population) * weight), place.kind, *handle)
        });
        let mut position = vec![0; places.len()];
        for (handle, idx) in order.iter().zip(0..) {
            position[*handle as usize] = idx;
        }
        let mut slots: Vec<Option<NewPlace>> = places.into_iter().map(Some).collect();
        let places = order.iter().filter_map(|handle| slots[*handle as usize].take()).collect();
        Self { places, position }
    }

    fn position(&self, handle: Option<Handle>) -> Option<u32> {
        self.position.get(handle?.0 as usize).copied()
    }
}
