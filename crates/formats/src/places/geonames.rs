//! The text files of GeoNames: tab-separated, UTF-8, no header, no quoting, as its `readme.txt` describes them.
//!
//! | file | columns used |
//! |---|---|
//! | `cities500.txt`, `allCountries.txt`, `XX.txt` | number, name, –, alternate names, latitude, longitude, class, code, country, –, admin1, admin2, –, –, population (19 in all) |
//! | `admin1CodesASCII.txt`, `admin2Codes.txt` | `US.NY` or `US.NY.001`, name, ASCII name, number |
//! | `countryInfo.txt` | code, …, name (5), capital (6), population (8), number (17); lines with `#` are remarks |
//! | `alternateNamesV2.txt` | –, number, language, name, –, –, colloquial, historic |
//!
//! A bad line is a problem and the next one is read. Older files have the same columns; the first version of the alternate
//! names lacked `from` and `to` at the end.

use super::{Country, Town, Unit};
use crate::Problem;

/// Reads places of the 19-column files, in order, handing each to `each`; those that are no populated places or units are
/// left out. Gives the problems.
pub fn towns(file: &str, text: &str, mut each: impl FnMut(Town)) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (line, row) in rows(text) {
        match town(&row) {
            Ok(Some(town)) => each(town),
            Ok(None) => {}
            Err((column, found, expected)) => problems.push(Problem {
                file: file.to_owned(),
                line,
                column: column.to_owned(),
                found: found.to_owned(),
                expected: expected.to_owned(),
            }),
        }
    }
    problems
}

type Wrong<'a> = (&'static str, &'a str, &'static str);

/// A populated place; nothing for mountains, rivers, roads, and for parts and ruins of places.
fn town<'a>(row: &[&'a str]) -> Result<Option<Town>, Wrong<'a>> {
    let [id, name, _, names, lat, lon, class, feature, country, _, admin1, admin2, _, _, population, ..] = row else {
        return Err(("", row.first().copied().unwrap_or_default(), "19 columns parted by tabs"));
    };
    if *class != "P" || matches!(*feature, "PPLX" | "PPLH" | "PPLQ" | "PPLW") {
        return Ok(None);
    }
    Ok(Some(Town {
        geonames: id.parse().map_err(|_| ("geonameid", *id, "a whole number"))?,
        name: (*name).to_owned(),
        names: names.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect(),
        lat: degrees(lat, 90.0).ok_or(("latitude", *lat, "degrees from -90 to 90"))?,
        lon: degrees(lon, 180.0).ok_or(("longitude", *lon, "degrees from -180 to 180"))?,
        country: (*country).to_owned(),
        admin1: (*admin1).to_owned(),
        admin2: (*admin2).to_owned(),
        population: people(population).ok_or(("population", *population, "a whole number"))?,
        feature: (*feature).to_owned(),
    }))
}

/// Reads `admin1CodesASCII.txt` or `admin2Codes.txt`.
pub fn units(file: &str, text: &str) -> (Vec<Unit>, Vec<Problem>) {
    let (mut units, mut problems) = (Vec::new(), Vec::new());
    for (line, row) in rows(text) {
        match unit(&row) {
            Some(unit) => units.push(unit),
            None => {
                problems.push(bad_line(file, line, &row, "a code such as US.NY, a name, a name in ASCII, a number"));
            }
        }
    }
    (units, problems)
}

fn unit(row: &[&str]) -> Option<Unit> {
    let [code, name, ascii, id, ..] = row else { return None };
    let mut codes = code.splitn(3, '.');
    let (country, admin1) = (codes.next()?, codes.next()?);
    let names = if name == ascii { Vec::new() } else { vec![(*ascii).to_owned()] };
    Some(Unit {
        country: country.to_owned(),
        admin1: admin1.to_owned(),
        admin2: codes.next().unwrap_or_default().to_owned(),
        name: (*name).to_owned(),
        names,
        geonames: id.parse().ok()?,
    })
}

/// Reads `countryInfo.txt`.
pub fn countries(file: &str, text: &str) -> (Vec<Country>, Vec<Problem>) {
    let (mut countries, mut problems) = (Vec::new(), Vec::new());
    for (line, row) in rows(text).filter(|(_, row)| !row[0].starts_with('#')) {
        match country(&row) {
            Some(country) => countries.push(country),
            None => problems.push(bad_line(file, line, &row, "19 columns of a country")),
        }
    }
    (countries, problems)
}

fn country(row: &[&str]) -> Option<Country> {
    let [code, _, _, _, name, capital, _, population, _, _, _, _, _, _, _, _, id, ..] = row else { return None };
    Some(Country {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        names: Vec::new(),
        capital: (*capital).to_owned(),
        population: people(population)?,
        geonames: id.parse().ok()?,
    })
}

/// Reads `alternateNamesV2.txt`, handing number and name to `each`; links, postal codes and the like are left out.
pub fn alternate_names(text: &str, mut each: impl FnMut(u32, &str)) {
    for (_, row) in rows(text) {
        let [_, id, language, name, rest @ ..] = row.as_slice() else { continue };
        let is_name = language.len() <= 3 && !matches!(*language, "wkdt");
        let is_of_now = rest.get(2).copied() != Some("1") && rest.get(3).copied() != Some("1");
        if let (true, true, Ok(id)) = (is_name, is_of_now, id.parse()) {
            each(id, name);
        }
    }
}

fn rows(text: &str) -> impl Iterator<Item = (u32, Vec<&str>)> {
    let lines = text.lines().zip(1_u32..).filter(|(line, _)| !line.trim().is_empty());
    lines.map(|(line, number)| (number, line.split('\t').collect()))
}

fn bad_line(file: &str, line: u32, row: &[&str], expected: &str) -> Problem {
    Problem { file: file.to_owned(), line, column: String::new(), found: row.join(" "), expected: expected.to_owned() }
}

fn degrees(text: &str, most: f64) -> Option<f64> {
    text.parse().ok().filter(|degrees: &f64| degrees.abs() <= most)
}

fn people(text: &str) -> Option<u32> {
    if text.is_empty() {
        return Some(0);
    }
    text.parse::<u64>().ok().map(|people| u32::try_from(people).unwrap_or(u32::MAX))
}
