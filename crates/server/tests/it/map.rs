//! The map's data, and what turned in a span.

use crate::asking::{get, json, page};
use crate::invented::{N_TOWNS, TIE};

#[test]
fn a_ties_id_is_made_of_its_parties() {
    let map = json("/api/map");
    let parties = map["parties"].as_array().unwrap();
    let ids: Vec<String> = map["ties"].as_array().unwrap().iter().map(|row| id(row, parties)).collect();
    let listed = json("/api/ties?limit=500");
    let listed: Vec<&str> = listed["items"].as_array().unwrap().iter().map(|tie| tie["id"].as_str().unwrap()).collect();
    assert_eq!(ids, listed);
    assert_eq!(map["n_not_drawn"], N_TOWNS + 2);
}

fn id(row: &serde_json::Value, parties: &[serde_json::Value]) -> String {
    let at = |at: &serde_json::Value| usize::try_from(at.as_u64().unwrap()).unwrap();
    let ids = row.as_array().unwrap()[3..].iter().map(|party| parties[at(party)][0].as_str().unwrap());
    ids.collect::<Vec<_>>().join("~")
}

#[test]
fn what_turned_is_listed() {
    for (query, expected) in [
        ("turn=suspended&from=2022-03-07&true_on=2022-03-08", 1),
        ("turn=suspended&from=2022-03-08&true_on=2022-03-09", 0),
        ("turn=suspended&true_on=2022-06-01", 1), // a year before by default
        ("turn=suspended&true_on=2022-06-01&known_on=2022-03-08", 0),
        ("turn=ended&from=1900-01-01", 0),
        ("true_on=1989-01-01", 1), // only a list names it, and nobody says since when it stands
        ("true_on=1989-01-01&standing=none", N_TOWNS + 3),
    ] {
        assert_eq!(json(&format!("/api/ties?limit=500&{query}"))["n_all"], expected, "{query}");
    }
    for address in ["/api/ties?turn=began&from=soon", "/api/ties?turn=married", "/api/map/changes?limit=3", "/?from=x"]
    {
        assert_eq!(get(address).status, 400, "{address}");
    }
}

#[test]
fn each_number_through_time_is_the_length_of_its_list() {
    for address in
        ["/?true_on=2022-06-01&from=1990-01-01", "/?true_on=2022-06-01&from=1990-01-01&class=full&turn=suspended"]
    {
        let page = page(address);
        for item in page.all("#stood > li, #turned > li") {
            let words = crate::asking::words(item);
            let n: usize = words.rsplit(' ').next().unwrap().parse().unwrap();
            let link = scraper::Selector::parse("a").unwrap();
            let href = item.select(&link).next().unwrap().attr("href").unwrap().to_owned();
            let listed = json(&href.replacen('/', "/api/ties", 1));
            assert_eq!(listed["n_all"], n, "{address}: {href}");
        }
    }
}

#[test]
fn changes_are_those_of_the_day_asked_for() {
    let changes = json(&format!("/api/map/changes?q={TIE}&known_on=2022-01-01"));
    assert_eq!(changes["changes"][0].as_array().unwrap().len(), 5, "{changes}"); // the suspension was not known yet
}
