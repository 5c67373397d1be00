//! A folder to read in: invented places that a gazetteer knows, and invented documents.

use std::path::Path;

use gazetteer::PlaceKind;
use gazetteer::build::{Builder, Handle, NewPlace};

use crate::run::Place;

/// The day on which every document of the tests was published.
pub(crate) const PUBLISHED: &str = "2020-11-30";

/// A folder with a gazetteer of two invented countries.
pub(crate) fn with_gazetteer() -> Place {
    let place = Place::new();
    std::fs::write(place.path("twain.gazetteer"), gazetteer()).expect("a file in the folder of the test");
    place
}

/// The same with these documents of `fixtures/reading`.
pub(crate) fn with_documents(names: &[&str]) -> Place {
    let place = with_gazetteer();
    for name in names {
        place.write(name, &fixture(name));
    }
    place
}

/// The text of an invented document.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/fixtures/reading").join(name);
    std::fs::read_to_string(path).expect("a fixture")
}

/// Reads with an empty ledger, on the day of publication.
pub(crate) fn args<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    ["read", "--empty", "--published", PUBLISHED].iter().chain(rest).copied().collect()
}

fn gazetteer() -> Vec<u8> {
    let mut builder = Builder::default();
    for (name, code) in [("Aland", "XA"), ("Beeland", "XB")] {
        let country = NewPlace::named(name, PlaceKind::Country, code);
        builder.add(NewPlace { code: Some(code.to_owned()), population: 900_000, ..country });
    }
    let mut unit = |name: &str, country: &str, code: &str| {
        let unit = NewPlace::named(name, PlaceKind::Region, country);
        builder.add(NewPlace { code: Some(code.to_owned()), population: 60_000, ..unit })
    };
    let (vale, coast) = (unit("Mill Vale", "XA", "XA-MV"), unit("Coast", "XB", "XB-C"));
    let mut town = |name: &str, country: &str, region: Handle, geonames: u32, population: u32, lat: f32| {
        let town = NewPlace::named(name, PlaceKind::City, country);
        builder.add(NewPlace {
            region: Some(region),
            geonames: Some(geonames),
            population,
            lat,
            lon: lat + 10.0,
            ..town
        });
    };
    town("Upper Mill", "XA", vale, 701, 40_000, 10.0);
    town("Quellbury", "XA", vale, 702, 9_000, 10.5);
    town("Quellbury", "XB", coast, 703, 12_000, -41.0);
    town("Nether Mill", "XB", coast, 704, 8_000, -41.5);
    town("Overmill", "XB", coast, 705, 7_000, -42.0);
    town("Sandmill", "XB", coast, 706, 6_000, -42.5);
    town("Stonemill", "XB", coast, 707, 5_000, -43.0);
    builder.add(NewPlace { region: Some(coast), ..NewPlace::named("Mill University", PlaceKind::Institution, "XB") });
    builder.finish(&mut |_, _| {}).expect("a few places are not too many")
}
