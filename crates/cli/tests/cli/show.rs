//! `twain show`.

use crate::run::Place;

#[test]
fn a_tie() {
    insta::assert_snapshot!(Place::with_mills().run(&["show", "Upper Mill", "Нижняя Мельница"]));
}

#[test]
fn a_tie_by_what_was_known() {
    let place = Place::with_mills();
    let days = ["--true-on", "2020-11-29", "--known-on", "2020-12-01"];
    insta::assert_snapshot!(place.run(&[&["show", "xa-7.upper-mill~xb.nether-mill"][..], &days].concat()));
    let early = place.run(&["show", "xa-7.upper-mill~xb.nether-mill", "--known-on", "1980-01-01"]);
    assert!(early.starts_with("code: 1"), "{early}");
}

#[test]
fn a_place() {
    insta::assert_snapshot!(Place::with_mills().run(&["show", "nether mill"]));
}

#[test]
fn a_source_and_a_claim() {
    let place = Place::with_mills();
    let source = place.run(&["show", "gazette-2022"]);
    insta::assert_snapshot!(source);
    let name =
        source.lines().find(|line| line.contains("suspended the tie")).and_then(|line| line.split(' ').next()).unwrap();
    insta::assert_snapshot!(place.run(&["show", &name[..8]]));
}

#[test]
fn a_name_of_several_places_is_a_question_back() {
    let place = Place::with_mills();
    insta::assert_snapshot!(place.run(&["show", "Upper Mill"]));
    assert!(place.stdout(&["show", "Upper Mill, North Aland"]).contains("xa-7.upper-mill"));
    assert!(place.stdout(&["show", "xa-8.upper-mill"]).contains("xa-8.upper-mill"));
    assert!(place.stdout(&["show", "XA-8"]).contains("South Aland"));
}

#[test]
fn a_name_is_settled_by_the_other_when_only_one_tie_fits() {
    let place = Place::with_mills();
    let text = place.run(&["show", "Nether Mill", "Upper Mill"]);
    assert!(text.contains("“Upper Mill” means Upper Mill, North Aland (xa-7.upper-mill)"), "{text}");
    insta::assert_snapshot!(place.run(&["show", "Upper Mill", "Café"]));
}

#[test]
fn unknown_names_give_the_nearest() {
    let place = Place::with_mills();
    insta::assert_snapshot!(
        [
            place.run(&["show", "Nehter Mill"]),
            place.run(&["show", "Atlantis"]),
            place.run(&["show", "Aland", "Beland"]),
            place.run(&["show", "0123456789abcdef"]),
            place.run(&["show", "xa~xb"]),
        ]
        .join("\n")
    );
}

#[test]
fn json_is_what_the_api_answers() {
    let place = Place::with_mills();
    let tie = place.json(&["show", "xa-7.upper-mill", "xb.nether-mill", "--format", "json"]);
    assert_eq!(tie["standing"]["value"], "suspended");
    assert!(tie["claims"].as_array().unwrap().iter().all(|claim| claim["name"].as_str().unwrap().len() == 64));
    assert_eq!(place.json(&["show", "xb.cafe", "--format", "json"])["id"], "xb.cafe");
}
