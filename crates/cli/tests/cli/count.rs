//! `twain count`.

use crate::run::Place;

#[test]
fn a_definition_of_ones_own() {
    let place = Place::with_mills();
    place.copy("count.toml");
    insta::assert_snapshot!(place.run(&["count", "--definition", "count.toml", "--true-on", "2020-11-29"]));
    insta::assert_snapshot!("list_all", place.run(&["count", "--definition", "count.toml", "--list", "all"]));
    insta::assert_snapshot!("csv", place.run(&["count", "--definition", "count.toml", "--format", "csv"]));
}

#[test]
fn json_says_the_same() {
    let place = Place::with_mills();
    place.copy("count.toml");
    let args = ["count", "--definition", "count.toml", "--true-on", "2020-11-29", "--format", "json"];
    let answer = place.json(&args);
    assert_eq!(answer["number"], 1);
    assert_eq!(answer["number_with_disputed"], 2);
    assert_eq!(answer["stated"][0]["difference"], -2);
    assert_eq!(answer["items"].as_array().unwrap().len(), 2);
}

#[test]
fn without_a_definition_it_lists_them_and_opens_no_ledger() {
    let place = Place::new();
    assert!(place.stdout(&["count"]).contains("us-ru-sister-cities"));
    assert!(!place.path("twain.db").exists());
}

#[test]
fn unknown_and_bad_definitions() {
    let place = Place::with_mills();
    place.write("bad.toml", "id = \"x\"\ntitle = \"x\"\ndescription = \"x\"\nbetween = [\"xa\"]\nunknown = \"in\"\n");
    let unknown = place.run(&["count", "sister-cities"]);
    assert!(unknown.starts_with("code: 2") && unknown.contains("us-ru-sister-cities"), "{unknown}");
    insta::assert_snapshot!(place.run(&["count", "--definition", "bad.toml"]));
    assert_eq!(place.code(&["count", "--definition", "missing.toml"]), Some(2));
}
