//! `twain review`: the queue, a claim in its sentence, and decisions.

use crate::reading::{args, with_documents};
use crate::run::Place;

fn proposed() -> Place {
    let place = with_documents(&["release.txt"]);
    place.stdout(&args(&["release.txt", "--propose", "-q"]));
    place
}

/// The name of the waiting claim that says this, in the text list.
fn saying(place: &Place, words: &str) -> String {
    let list = place.stdout(&["review", "-q"]);
    let line = list.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no `{words}` in {list}"));
    line.trim().split(' ').next().expect("a name").to_owned()
}

#[test]
fn the_list_shows_names_and_quotes() {
    let place = proposed();
    insta::assert_snapshot!(place.run(&["review", "list"]));
    assert_eq!(place.run(&["review"]), place.run(&["review", "list"]));
    let few = place.run(&["review", "list", "--limit", "1"]);
    assert!(few.contains("the first 1 are shown"), "{few}");
    let csv = place.stdout(&["review", "list", "--format", "csv"]);
    assert!(csv.starts_with("claim,source,says,quote,speaker\n"), "{csv}");
    assert_eq!(place.code(&["review", "list", "--source", "text-0"]), Some(1));
}

#[test]
fn a_claim_is_shown_in_its_sentence() {
    let place = proposed();
    let visit = saying(&place, "visited");
    insta::assert_snapshot!(place.run(&["review", "show", &visit[..8]]));
    assert_eq!(place.code(&["review", "show", "00000000"]), Some(1));
}

#[test]
fn accepting_brings_the_names_along_unless_told_not_to() {
    let place = proposed();
    let tie = saying(&place, "are partners");
    let said = place.run(&["review", "accept", &tie]);
    assert!(said.contains("accepted: ") && said.contains("on who the parties are"), "{said}");
    assert!(place.stdout(&["show", "Nether Mill"]).contains("Upper Mill"));

    let place = proposed();
    let tie = saying(&place, "are partners");
    place.stdout(&["review", "accept", &tie, "--alone"]);
    assert_eq!(place.code(&["show", "Nether Mill"]), Some(1), "its name still waits");
}

#[test]
fn all_of_a_source_at_once() {
    let place = proposed();
    let list = place.stdout(&["review", "list", "-q"]);
    let source = list.split(':').next().expect("a source").to_owned();
    place.stdout(&["review", "accept", "--all-of", &source]);
    assert!(place.run(&["review"]).contains("nothing waits"));
    assert_eq!(place.code(&["review", "accept", "--all-of", &source]), Some(1), "nothing is left");
    assert_eq!(place.code(&["review", "accept"]), Some(2));
}

#[test]
fn a_second_decision_is_told_of_the_first() {
    let place = proposed();
    let visit = saying(&place, "visited");
    place.stdout(&["review", "reject", &visit, "--because", "another mill", "--by", "archivist"]);
    let second = place.run(&["review", "accept", &visit]);
    assert!(second.starts_with("code: 1"), "{second}");
    assert!(second.contains("was rejected by archivist: another mill; --anew decides again"), "{second}");
    let same = place.run(&["review", "reject", &visit, "--because", "yes, another"]);
    assert!(same.starts_with("code: 0"), "{same}");
    place.stdout(&["review", "accept", &visit, "--anew", "--reason", "it was this one"]);
    let shown = place.stdout(&["show", &visit]);
    assert!(shown.contains("another mill") && shown.contains("it was this one") && shown.contains("counts"), "{shown}");
}

#[test]
fn an_amended_claim_counts_in_the_place_of_the_old() {
    let place = proposed();
    let visit = saying(&place, "visited");
    let done = place.run(&["review", "amend", &visit, "--held", "2018-06", "--because", "the year is a slip"]);
    assert!(done.starts_with("code: 0") && done.contains("counts instead: ") && done.contains("June 2018"), "{done}");
    let old = place.stdout(&["show", &visit]);
    assert!(old.contains("amended by register keeper: the year is a slip"), "{old}");
    let tie = place.stdout(&["show", "xa-mv.upper-mill~xb-c.nether-mill"]);
    assert!(tie.contains("June 2018") && !tie.contains("June 2019,"), "{tie}");
    // What was amended away is not proposed again.
    let again = place.run(&args(&["release.txt", "--propose"]));
    assert!(again.contains("proposed 0 new claims"), "{again}");

    let place = proposed();
    let visit = saying(&place, "visited");
    let amend = |rest: &[&str]| {
        let args: Vec<&str> = ["review", "amend", &visit, "--because", "x"].iter().chain(rest).copied().collect();
        place.run(&args)
    };
    let strange = amend(&["--class", "full"]);
    assert!(strange.starts_with("code: 2") && strange.contains("this claim has no class"), "{strange}");
    assert!(amend(&[]).contains("nothing is changed"));
    assert!(amend(&["--held", "soon"]).starts_with("code: 2"));
    assert!(amend(&["--kind", "stroll"]).starts_with("code: 2"));
    let several =
        amend(&["--kind", "forum", "--from", "", "--number", "40", "--summary", "A fair.", "--speaker", "the mayor"]);
    assert!(several.contains("A fair. (forum, June 2019)"), "{several}");
}

#[test]
fn what_counts_already_is_not_accepted() {
    let place = Place::with_mills();
    let claims = place.stdout(&["show", "gazette-2022"]);
    let line = claims.lines().find(|line| line.contains("suspended the tie")).expect("the claim is listed");
    let claim = line.split(' ').next().expect("a name");
    let said = place.run(&["review", "accept", claim]);
    assert!(said.contains("counts already"), "{said}");
}
