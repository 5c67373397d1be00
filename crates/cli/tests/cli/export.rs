//! `twain export`.

use crate::run::Place;

#[test]
fn claims_written_and_read_back_make_the_same_register() {
    let (from, to) = (Place::with_mills(), Place::new());
    let file = to.path("claims.jsonl").display().to_string();
    from.stdout(&["export", "claims", "--to", &file]);
    to.stdout(&["import", "claims.jsonl"]);
    for args in [
        &["ties", "--all", "--format", "json"][..],
        &["ties", "--all", "--format", "json", "--true-on", "2020-11-29", "--known-on", "2021-01-01"],
    ] {
        assert_eq!(from.json(args), to.json(args), "{args:?}");
    }
    let show = ["show", "xa-7.upper-mill", "xb.nether-mill"];
    assert_eq!(from.stdout(&show), to.stdout(&show));
    assert_eq!(from.stdout(&["export", "claims", "--as", "jsonl"]), to.stdout(&["export", "claims", "--as", "jsonl"]));
}

#[test]
fn each_form() {
    let place = Place::with_mills();
    insta::assert_snapshot!("ties_csv", place.run(&["export", "ties"]));
    insta::assert_snapshot!("parties_csv", place.run(&["export", "parties", "--as", "csv"]));
    let first = place.stdout(&["export", "claims"]).lines().take(3).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!("claims_csv", first);
    let map: serde_json::Value = serde_json::from_str(&place.stdout(&["export", "ties", "--as", "geojson"])).unwrap();
    assert_eq!(map["type"], "FeatureCollection");
    assert_eq!(map["features"].as_array().unwrap().len(), 3);
    for line in place.stdout(&["export", "parties", "--as", "jsonl"]).lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
}

#[test]
fn the_form_follows_the_file_name() {
    let place = Place::with_mills();
    insta::assert_snapshot!(place.run(&["export", "ties", "--to", "ties.geojson"]));
    assert!(std::fs::read_to_string(place.path("ties.geojson")).unwrap().starts_with('{'));
    assert!(!place.path("ties.geojson.part").exists());
}

#[test]
fn a_folder_with_everything() {
    let place = Place::with_mills();
    insta::assert_snapshot!(place.run(&["export", "--bundle", "open"]));
    let mut names: Vec<String> = std::fs::read_dir(place.path("open"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    insta::assert_snapshot!("folder", names.join("\n"));
    let manifest: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(place.path("open/manifest.json")).unwrap()).unwrap();
    for file in manifest["files"].as_array().unwrap() {
        let bytes = std::fs::read(place.path("open").join(file["name"].as_str().unwrap())).unwrap();
        assert_eq!(blake3::hash(&bytes).to_hex().to_string(), file["blake3"].as_str().unwrap());
    }
    let again = place.run(&["export", "--bundle", "open"]);
    assert!(again.starts_with("code: 2"), "{again}");
}

#[test]
fn refused() {
    let place = Place::with_mills();
    insta::assert_snapshot!(
        [
            place.run(&["export", "claims", "--as", "geojson"]),
            place.run(&["export"]),
            place.run(&["export", "ties", "--to", "nowhere/ties.csv"]),
        ]
        .join("\n")
    );
}
