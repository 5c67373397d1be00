//! What the bundled register must show.

use crate::run::Place;

/// The day the bundled tables were compiled: undated works are known from then on.
const COMPILED: &str = "2026-11-23";

fn shown(args: &[&str]) -> String {
    Place::new().stdout(args)
}

fn holds(text: &str, all: &[&str]) {
    for part in all {
        assert!(text.contains(part), "no `{part}` in\n{text}");
    }
}

#[test]
fn it_is_loaded_into_an_empty_ledger_and_only_there() {
    let place = Place::new();
    let first = place.run(&["ties", "--party", "Tula"]);
    assert!(first.contains("the ledger twain.db was empty: loaded the bundled register, "), "{first}");
    assert!(!place.run(&["ties", "--party", "Tula"]).contains("was empty"));
    let empty = Place::new();
    assert_eq!(empty.code(&["ties", "--empty"]), Some(1));
    assert!(empty.json(&["verify", "--format", "json"])["n_entries"] == 0);
}

#[test]
fn albany_and_tula_in_2020() {
    let text = shown(&["show", "Albany", "Tula", "--true-on", "2020-11-29", "--known-on", COMPILED]);
    holds(
        &text,
        &[
            "Standing      in force",
            "Pulse         alive",
            "February 2020",
            "visit",
            "albanytula-timeline",
            "tass-2020-11-29",
        ],
    );
}

#[test]
fn albany_and_tula_today() {
    let text = shown(&["show", "Олбани", "Тула", "--true-on", COMPILED, "--known-on", COMPILED]);
    holds(
        &text,
        &[
            "Pulse         no carrier",
            "suspended its activity, 2022",
            "dissolved, 6 November 2023",
            "albanytula-about",
            "albanytula-home",
        ],
    );
}

#[test]
fn albany_and_tula_by_what_was_known_in_2020() {
    let text = shown(&["show", "Albany", "Tula", "--true-on", "2020-11-29", "--known-on", "2020-12-01"]);
    holds(&text, &["by what sources had said by 1 December 2020", "in force", "alive", "tass-2020-11-29"]);
    for later in ["2022", "2023", "dissolved", "suspended"] {
        assert!(!text.contains(later), "`{later}` was said later:\n{text}");
    }
    let today = shown(&["show", "Albany", "Tula", "--known-on", "2020-12-01"]);
    assert!(!today.contains("dissolved"), "{today}");
}

#[test]
fn contacts_of_moscow_are_no_sister_cities() {
    let place = Place::new();
    for city in ["Los Angeles", "Houston"] {
        let tie = place.json(&["show", "Moscow", city, "--format", "json"]);
        assert_eq!(tie["class"]["value"], "contact", "Moscow and {city}");
    }
}

#[test]
fn the_university_of_california_stays_unresolved() {
    let text = shown(&["show", "University of California"]);
    holds(&text, &["Not resolved", "university system"]);
}

#[test]
fn the_count_of_2020_beside_the_stated_77() {
    let place = Place::new();
    let args = ["count", "us-ru-sister-cities", "--true-on", "2020-11-29"];
    let text = place.stdout(&args);
    let answer = place.json(&[&args[..], &["--format", "json"]].concat());
    let number = answer["number"].as_u64().unwrap();
    holds(
        &text,
        &[
            &format!("U.S.–Russian sister cities, pairs: {number}"),
            "Definition",
            "77 pairs",
            "The stated 77",
            "Disputed: ",
        ],
    );
    let stated = answer["stated"].as_array().unwrap().iter().find(|stated| stated["number"] == 77).unwrap();
    assert_eq!(stated["difference"].as_i64().unwrap(), i64::try_from(number).unwrap() - 77);
    assert!(!stated["reasons"].as_array().unwrap().is_empty());
    let n_in = answer["items"].as_array().unwrap().iter().filter(|item| item["verdict"] == "in").count();
    assert_eq!(u64::try_from(n_in).unwrap(), number, "the number is the list");
}
