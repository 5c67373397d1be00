//! `twain ties`.

use crate::run::Place;

#[test]
fn the_table() {
    insta::assert_snapshot!(Place::with_mills().run(&["ties"]));
}

#[test]
fn as_it_stood_before_a_tie_began() {
    let place = Place::with_mills();
    insta::assert_snapshot!(place.run(&["ties", "--true-on", "1990-01-01", "--party", "Nether Mill"]));
    let all = place.run(&["ties", "--true-on", "1990-01-01", "--party", "Nether Mill", "--all"]);
    assert!(all.starts_with("code: 0") && all.contains("not begun"), "{all}");
}

#[test]
fn filters() {
    let place = Place::with_mills();
    let ids = |args: &[&str]| -> Vec<String> {
        let answer = place.json(&[&["ties", "--format", "json"], args].concat());
        answer["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let (mills, dialogue, listed) =
        ("xa-7.upper-mill~xb.nether-mill", "xa-7.upper-mill~xb.cafe", "xa-8.upper-mill~xb.cafe");
    let cases: [(&[&str], &[&str]); 9] = [
        (&["--class", "contact"], &[dialogue]),
        (&["--class", "contact", "--class", "full"], &[dialogue, listed, mills]),
        (&["--standing", "suspended"], &[mills]),
        (&["--standing", "unknown"], &[listed]),
        (&["--pulse", "no-carrier"], &[mills]),
        (&["--party", "Нижняя Мельница"], &[mills]),
        (&["--party", "cafe"], &[dialogue, listed]),
        (&["--between", "Aland", "XB"], &[dialogue, listed, mills]),
        (&["--level", "city", "--true-on", "2021-01-01", "--standing", "in-force"], &[mills]),
    ];
    for (args, expected) in cases {
        assert_eq!(ids(args), expected, "{args:?}");
    }
    assert_eq!(place.code(&["ties", "--level", "institution"]), Some(1), "nothing found is a no");
}

#[test]
fn known_on_hides_what_was_said_later() {
    let place = Place::with_mills();
    let text = place.run(&["ties", "--party", "Nether Mill", "--known-on", "2021-01-01"]);
    assert!(text.contains("in force") && !text.contains("suspended"), "{text}");
}

#[test]
fn csv_is_the_export_record() {
    let place = Place::with_mills();
    assert_eq!(place.stdout(&["ties", "--all", "--format", "csv"]), place.stdout(&["export", "ties"]));
}

#[test]
fn json_is_what_the_api_answers() {
    let answer = Place::with_mills().json(&["ties", "--format", "json", "--class", "contact"]);
    assert_eq!(answer["n_all"], 1);
    assert_eq!(answer["as_of"]["true_on"], "2024-06-01");
    assert_eq!(answer["items"][0]["class"]["value"], "contact");
}

#[test]
fn house_rules_of_a_file_change_the_pulse() {
    let place = Place::with_mills();
    place.write("house.toml", "quiet_after_months = 400\ndormant_after_months = 500\n");
    let directions = |more: &[&str]| -> Vec<String> {
        let args = [&["show", "xa-7.upper-mill~xb.nether-mill", "--format", "json"], more].concat();
        let tie = place.json(&args);
        let pulse = |side: &serde_json::Value| side["pulse"]["value"].as_str().unwrap().to_owned();
        tie["directions"].as_array().unwrap().iter().map(pulse).collect()
    };
    assert_eq!(directions(&[]), ["quiet", "dormant"]);
    assert_eq!(directions(&["--house", "house.toml"]), ["alive", "alive"]);
}
