//! Every value leads to its evidence: the claim, its source, its place and its exact words.

use crate::asking::{get, json, page, words};
use crate::invented::TIE;

#[test]
fn every_value_of_a_tie_is_one_click_from_its_evidence() {
    let page = page(&format!("/ties/{TIE}"));
    let mut n_values = 0;
    for value in page.all("[data-axis]") {
        let axis = value.attr("data-axis").unwrap();
        let said = words(value);
        // What is not known has no evidence, and the level comes from the parties' own pages.
        if axis == "level"
            || axis == "permission"
            || said.contains("none known")
            || said.contains("Nobody")
            || said.contains("No contact is recorded")
        {
            continue;
        }
        let selector = scraper::Selector::parse("details.evidence").unwrap();
        let evidence: Vec<_> = value.select(&selector).collect();
        assert!(!evidence.is_empty(), "{axis}: {said}");
        for details in evidence {
            let quote = scraper::Selector::parse("blockquote").unwrap();
            assert!(details.select(&quote).next().is_some(), "{axis} without words");
            let links = scraper::Selector::parse("a").unwrap();
            let links: Vec<&str> = details.select(&links).filter_map(|link| link.attr("href")).collect();
            assert!(links.iter().any(|link| link.starts_with("/claims/")), "{axis}: {links:?}");
            assert!(links.iter().any(|link| link.starts_with("/sources/")), "{axis}: {links:?}");
        }
        n_values += 1;
    }
    assert!(n_values >= 8, "only {n_values} values");
    let contradictions = page.text("#contradictions");
    assert!(
        contradictions.contains("1989") && contradictions.contains("1993"),
        "both beginnings are shown: {contradictions}"
    );
    assert_eq!(page.all("#contradictions .card").len(), 4, "each side of each contradiction is a card");
}

#[test]
fn every_claim_leads_to_its_source_and_its_subject() {
    let tie = json(&format!("/api/ties/{TIE}"));
    let claims = tie["claims"].as_array().unwrap();
    assert!(claims.len() >= 8);
    for claim in claims {
        let name = claim["name"].as_str().unwrap();
        let page = page(&format!("/claims/{name}"));
        assert!(page.links("#claim a").contains(&format!("/ties/{TIE}")));
        let source = page.links("#claim a").into_iter().find(|link| link.starts_with("/sources/")).unwrap();
        let (address, anchor) = source.split_once('#').unwrap();
        assert!(crate::asking::page(address).has(&format!("[id='{anchor}']")), "{source}");
        assert_eq!(page.text("#quote"), claim["quote"].as_str().unwrap());
        for part in ["Known from", "Written down", "entry of the ledger"] {
            assert!(page.text("#claim").to_lowercase().contains(&part.to_lowercase()), "{part}");
        }
    }
}

#[test]
fn every_name_of_a_claim_in_a_record_is_among_its_claims() {
    for address in
        [format!("/api/ties/{TIE}"), "/api/parties/xb-ss.staraya-reka".into(), "/api/counts/city-pairs".into()]
    {
        let record = json(&address);
        let known: Vec<&str> =
            record["claims"].as_array().unwrap().iter().filter_map(|claim| claim["name"].as_str()).collect();
        let mut named = Vec::new();
        names(&record, &mut named);
        assert!(!named.is_empty(), "{address}");
        assert!(named.iter().all(|name| known.contains(&name.as_str())), "{address}");
    }
}

/// Every text under `claim` or `claims` that is a name.
fn names(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("claim", serde_json::Value::String(name)) => found.push(name.clone()),
                    ("claims", serde_json::Value::Array(all)) => {
                        found.extend(all.iter().filter_map(|name| name.as_str()).map(str::to_owned));
                        all.iter().for_each(|value| names(value, found));
                    }
                    _ => names(value, found),
                }
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[test]
fn a_claim_is_found_by_the_beginning_of_its_name() {
    let tie = json(&format!("/api/ties/{TIE}"));
    let name = tie["claims"][0]["name"].as_str().unwrap();
    assert_eq!(json(&format!("/api/claims/{}", &name[..12]))["name"], name);
    for bad in ["9e37", "zzzzzzzzzzzz", &"0".repeat(64), &"f".repeat(80)] {
        assert_eq!(get(&format!("/api/claims/{bad}")).status, 404, "{bad}");
    }
}

#[test]
fn known_from_is_the_day_the_source_spoke_or_was_read() {
    let source = json("/api/sources/letter");
    let claims = source["claims"].as_array().unwrap();
    let accepted = claims.iter().find(|claim| claim["sentence"].as_str().unwrap().contains("Accepted")).unwrap();
    assert_eq!((&accepted["known_from"], &accepted["status"]["value"]), (&"2024-03-04".into(), &"counts".into())); // the day of its review
    let proposed = claims.iter().find(|claim| claim["sentence"].as_str().unwrap().contains("Proposed")).unwrap();
    assert_eq!(proposed.get("known_from"), None);
    assert_eq!(json("/api/sources/gazette")["claims"][0]["known_from"], "2019-05-04");
}

#[test]
fn a_source_says_how_far_it_carries() {
    assert_eq!(json("/api/sources/gazette")["grade"], serde_json::json!({"value": "report", "label": "report"}));
    assert!(page("/sources/gazette").text("#source").contains("How far it carries"));
}
