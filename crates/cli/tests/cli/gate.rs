//! `twain gate`, with invented rules; and what the bundled ones must say.

use crate::reading::with_gazetteer;
use crate::run::Place;

fn place() -> Place {
    let place = Place::with_mills();
    place.copy("gates.toml");
    place
}

const RULES: [&str; 2] = ["--gates", "gates.toml"];

#[test]
fn a_tie() {
    insta::assert_snapshot!(place().run(&[&["gate", "xa-7.upper-mill~xb.nether-mill"][..], &RULES].concat()));
}

#[test]
fn two_places_a_day_a_body_and_an_activity() {
    let place = place();
    let ask = |args: &[&str]| place.run(&[&["gate", "xa-7", "XB"], args, &RULES].concat());
    insta::assert_snapshot!(
        [
            ask(&["--for", "municipality", "--on", "2020-02-29"]),
            ask(&["--for", "municipality", "--on", "2020-03-01"]),
            ask(&["--activity", "visit"]),
            ask(&["--activity", "letter"]),
        ]
        .join("\n")
    );
}

#[test]
fn json_has_every_rule_with_its_source() {
    let args = ["gate", "Upper Mill", "Nether Mill", "--new", "--format", "json"];
    let answer = place().json(&[&args[..], &RULES].concat());
    assert_eq!(answer["value"], "prohibited");
    assert_eq!(answer["doing"]["value"], "new-tie");
    assert_eq!(answer["not_looked"], serde_json::json!(["xb"]));
    let rules: Vec<&str> =
        answer["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["xa-mill-act", "xa-notice"]);
    assert_eq!(answer["findings"][0]["source"]["url"], "https://mills.example/act");
    // What is disputed is what becomes of old ones.
    assert_eq!(answer["findings"][0].get("readings"), None);
    let kept = place().json(&[&["gate", "Upper Mill", "Nether Mill", "--format", "json"][..], &RULES].concat());
    assert_eq!(kept["findings"][0]["readings"].as_array().unwrap().len(), 2);
}

#[test]
fn what_cannot_be_asked() {
    let place = place();
    place.write("bad.toml", "[[rule]]\nid = \"a\"\neffect = \"forbid\"\n");
    let asked = |args: &[&str]| place.run(args);
    insta::assert_snapshot!(
        [
            asked(&["gate", "Atlantis", "xb"]),
            asked(&["gate", "xb", "XB"]),
            asked(&["gate", "Nether Mill"]),
            asked(&["gate", "xa", "xb", "--for", "guild"]),
            asked(&["gate", "xa", "xb", "--format", "csv"]),
            asked(&["gate", "xa", "xb", "--gates", "bad.toml"]),
        ]
        .join("\n")
    );
}

#[test]
fn places_without_ties_are_found_in_the_gazetteer() {
    let place = with_gazetteer();
    place.copy("gates.toml");
    let asked = |args: &[&str]| place.run(&[&["gate", "--empty"][..], args, &RULES].concat());
    insta::assert_snapshot!(
        [
            asked(&["Upper Mill", "Nether Mill, Coast"]),
            asked(&["xa-mv.quellbury", "xb"]),
            asked(&["Quellbury", "xb"]),
            asked(&["Quellbury, Beeland", "xa"]),
            asked(&["Atlantis", "xb"]),
        ]
        .join("\n")
    );
}

#[test]
fn the_bundled_rules_say_what_is_forbidden_and_since_when() {
    let place = Place::new();
    let known = ["-q", "gate", "--known-on", "2026-11-23"];
    let asked = |args: &[&str]| place.json(&[&known[..], &["--format", "json"], args].concat())["value"].clone();
    let texas = ["Houston", "cn", "--for", "municipality", "--class", "full"];
    assert_eq!(asked(&[&texas[..], &["--on", "2025-08-31"]].concat()), "open");
    assert_eq!(asked(&[&texas[..], &["--on", "2025-09-01"]].concat()), "prohibited");
    assert_eq!(asked(&["us-tx", "ru-sam", "--class", "full", "--on", "2026-01-01"]), "prohibited");
    // Nothing formal joins them: a formal tie may not be made, and the contact there is may go on.
    assert_eq!(asked(&["Houston", "Moscow", "--on", "2026-01-01"]), "prohibited");
    assert_eq!(asked(&["Houston", "Moscow", "--keep", "--on", "2026-01-01"]), "open");
    assert_eq!(asked(&["Fairbanks", "de", "--on", "2026-01-01"]), "unclear");
    let text = place.stdout(&[&known[..], &["us-tx", "ru-sam", "--on", "2026-01-01"]].concat());
    for words in ["1 September 2025", "statutes.capitol.texas.gov", "not legal advice"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
