//! `twain review`, `retract`, `merge` and `split`.

use crate::run::Place;

/// The name of the claim of the suspension.
fn suspension(place: &Place) -> String {
    let claims = place.stdout(&["show", "gazette-2022"]);
    let line = claims.lines().find(|line| line.contains("suspended the tie")).expect("the claim is listed");
    line.split(' ').next().expect("a name").to_owned()
}

fn standing(place: &Place, known_on: &str) -> String {
    let args = ["show", "xa-7.upper-mill", "xb.nether-mill", "--format", "json", "--known-on", known_on];
    place.json(&args)["standing"]["value"].as_str().expect("a word").to_owned()
}

#[test]
fn a_claim_taken_back_counts_no_longer_but_did_before() {
    let place = Place::with_mills();
    let claim = suspension(&place);
    assert_eq!(standing(&place, "2024-06-01"), "suspended");
    insta::assert_snapshot!(place.run(&["retract", &claim[..8], "--reason", "it was another council"]));
    assert_eq!(standing(&place, "2024-06-01"), "in-force");
    assert_eq!(standing(&place, "2024-05-31"), "suspended", "it was known to count until then");
    let again = place.run(&["retract", &claim, "--reason", "it was another council"]);
    assert!(again.contains("nothing was added"), "{again}");
    assert!(place.stdout(&["show", &claim]).contains("taken back"));
    assert_eq!(place.code(&["verify"]), Some(0));
}

#[test]
fn a_review_is_followed_and_can_be_replaced() {
    let place = Place::with_mills();
    let claim = suspension(&place);
    place.stdout(&["review", &claim, "reject", "--reason", "another Upper Mill", "--by", "register keeper"]);
    assert_eq!(standing(&place, "2024-06-01"), "in-force");
    place.stdout(&["review", &claim, "accept", "--reason", "it was this one after all"]);
    assert_eq!(standing(&place, "2024-06-01"), "suspended");
    assert_eq!(place.code(&["review", &claim, "amend", "--reason", "no other claim named"]), Some(2));
    assert_eq!(place.code(&["review", "00000000", "reject", "--reason", "no such claim"]), Some(1));
}

#[test]
fn two_parties_become_one_and_two_again() {
    let place = Place::with_mills();
    let n_ties = |party: &str| place.json(&["show", party, "--format", "json"])["ties"].as_array().unwrap().len();
    assert_eq!(n_ties("xa-7.upper-mill"), 2);
    let merged = place.stdout(&["merge", "xa-8.upper-mill", "xa-7.upper-mill", "--reason", "one mill, two banks"]);
    assert_eq!(place.json(&["show", "xa-8.upper-mill", "--format", "json"])["id"], "xa-7.upper-mill");
    assert_eq!(place.code(&["merge", "xa-7.upper-mill", "xa-7.upper-mill", "--reason", "x"]), Some(2));
    assert_eq!(place.code(&["merge", "xz.none", "xa-7.upper-mill", "--reason", "x"]), Some(1));
    place.stdout(&["split", &merged[..10], "--reason", "two mills after all"]);
    assert_eq!(place.json(&["show", "xa-8.upper-mill", "--format", "json"])["id"], "xa-8.upper-mill");
    let anew = place.stdout(&["merge", "xa-8.upper-mill", "xa-7.upper-mill", "--reason", "one mill, two banks"]);
    assert_ne!(anew, merged, "it names the split that it undoes");
    assert_eq!(place.json(&["show", "xa-8.upper-mill", "--format", "json"])["id"], "xa-7.upper-mill");
    assert_eq!(place.code(&["split", "00000000", "--reason", "x"]), Some(1));
}
