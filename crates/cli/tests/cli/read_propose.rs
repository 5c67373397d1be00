//! `twain read --propose`: what waits, what is never proposed twice, and what never comes back.

use crate::reading::{args, fixture, with_documents, with_gazetteer};
use crate::run::Place;

fn propose(place: &Place, file: &str) -> String {
    let out = place.run(&args(&[file, "--propose"]));
    assert!(out.starts_with("code: 0"), "{out}");
    out
}

/// The claims that wait, those that only name parties too.
fn waiting(place: &Place) -> Vec<serde_json::Value> {
    let list = place.json(&["review", "list", "--all", "--limit", "1000", "--format", "json"]);
    list.as_array().expect("a list").clone()
}

fn id(claim: &serde_json::Value) -> String {
    claim["claim"].as_str().expect("a name")[..12].to_owned()
}

/// The claim that says this.
fn saying(place: &Place, words: &str) -> String {
    let all = waiting(place);
    let found = all.iter().find(|claim| claim["says"].as_str().is_some_and(|says| says.contains(words)));
    id(found.unwrap_or_else(|| panic!("nothing says `{words}`: {all:#?}")))
}

#[test]
fn proposals_wait_and_count_once_accepted() {
    let place = with_documents(&["release.txt"]);
    let said = propose(&place, "release.txt");
    assert!(said.contains("new claims from 1 new source") && said.contains("`twain review`"), "{said}");
    let tie = ["show", "xa-mv.upper-mill~xb-c.nether-mill"];
    let before = place.run(&tie);
    assert!(before.starts_with("code: 1"), "{before}");
    place.stdout(&["review", "accept", &saying(&place, "are partners")]);
    let after = place.stdout(&tie);
    assert!(after.contains("Nether Mill") && after.contains("sister cities"), "{after}");
    assert_eq!(place.code(&["verify"]), Some(0));
}

#[test]
fn the_same_document_adds_nothing_under_any_name() {
    let place = with_documents(&["release.txt"]);
    propose(&place, "release.txt");
    let n_waiting = waiting(&place).len();
    place.write("renamed.txt", &fixture("release.txt"));
    let again = propose(&place, "renamed.txt");
    assert!(again.contains("proposed 0 new claims from 0 new sources") && again.contains("known already"), "{again}");
    assert_eq!(waiting(&place).len(), n_waiting);
}

#[test]
fn a_rejected_proposal_never_returns() {
    let place = with_documents(&["release.txt"]);
    propose(&place, "release.txt");
    let visit = saying(&place, "visited");
    place.stdout(&["review", "reject", &visit, "--because", "it was another mill"]);
    // Under another name, in another document with the same words, and by another reader.
    place.write("renamed.txt", &fixture("release.txt"));
    place.write("copied.txt", &format!("The paper writes:\n\n{}", fixture("release.txt")));
    for file in ["renamed.txt", "copied.txt"] {
        let said = propose(&place, file);
        assert!(said.contains("rejected before"), "{said}");
    }
    let lines = place.stdout(&args(&["release.txt", "--format", "jsonl"]));
    assert!(lines.contains("visited"), "it is still read");
    assert!(waiting(&place).iter().all(|claim| !claim["says"].as_str().unwrap().contains("visited")));
}

#[test]
fn names_of_a_rejected_source_come_back_with_another() {
    let place = with_gazetteer();
    place.write("a.txt", "Upper Mill in Aland and Nether Mill in Beeland are sister cities since 1990.");
    propose(&place, "a.txt");
    let first = waiting(&place);
    let ids: Vec<String> = first.iter().map(id).collect();
    let mut reject = vec!["review", "reject", "--because", "irrelevant"];
    reject.extend(ids.iter().map(String::as_str));
    place.stdout(&reject);
    // The same source brings nothing back, under whatever name.
    place.write("copy.txt", &std::fs::read_to_string(place.path("a.txt")).unwrap());
    let said = propose(&place, "copy.txt");
    assert!(said.contains("proposed 0 new claims"), "{said}");
    place.write(
        "b.txt",
        "In June 2019 a delegation from Nether Mill in Beeland visited its sister city Upper Mill in Aland.",
    );
    propose(&place, "b.txt");
    let says: Vec<String> =
        waiting(&place).iter().map(|claim| claim["says"].as_str().expect("a sentence").to_owned()).collect();
    let n_naming = |says: &[String]| says.iter().filter(|says| !says.contains("Upper Mill –")).count();
    assert!(n_naming(&says) >= 4, "the parties are named again: {says:#?}");
    assert!(says.iter().any(|says| says.contains("visited")), "{says:#?}");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_printed_loses_no_proposal() {
    let place = with_documents(&["release.txt"]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let mut command = place.command(&args(&["release.txt", "--propose"]));
    let output = command.stdout(full).output().expect("the binary runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("new claims from 1 new source"), "{said}");
    assert!(!waiting(&place).is_empty());
}

#[test]
fn another_document_on_the_same_is_a_second_source() {
    let place = with_gazetteer();
    place.write("a.txt", "In June 2019 a delegation from Nether Mill visited its sister city Upper Mill.");
    place.write(
        "b.txt",
        "The fair was held again. In June 2019 a delegation from Nether Mill visited its sister city Upper Mill.",
    );
    let out = place.stdout(&args(&["a.txt", "b.txt", "--propose", "-q"]));
    assert!(out.contains("2 documents: xa-mv.upper-mill~xb-c.nether-mill (2019-06)"), "{out}");
    let all = waiting(&place);
    let visits: Vec<String> =
        all.iter().filter(|claim| claim["says"].as_str().unwrap().contains("visited")).map(id).collect();
    assert_eq!(visits.len(), 2, "{all:#?}");
    place.stdout(&["review", "accept", &visits[0], &visits[1]]);
    let report = place.json(&["show", "xa-mv.upper-mill~xb-c.nether-mill", "--format", "json"]);
    let timeline = report["timeline"].as_array().expect("a timeline");
    let visit: Vec<_> = timeline.iter().filter(|item| item["claims"].as_array().unwrap().len() == 2).collect();
    assert_eq!(visit.len(), 1, "one event with two sources: {timeline:#?}");
}

#[test]
fn an_announced_visit_is_no_proof_of_life() {
    let place = with_gazetteer();
    place.write("a.txt", "A delegation from Nether Mill will visit its sister city Upper Mill in June 2021.");
    let lines = place.stdout(&args(&["a.txt", "--format", "jsonl"]));
    for line in lines.lines().filter(|line| line.contains("\"activity\"")) {
        assert!(line.contains("\"light\":true"), "{line}");
    }
}
