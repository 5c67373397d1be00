//! The founding document, item by item (C1 to C14): what a careful reader must do with each of its sentences.
//!
//! Its text is not ours to keep here: it is read from the labeled documents beside this folder where they are, and the test
//! says so where they are not. An invented document of the same shape, with invented places, must show the same.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::reading::{args, with_documents};
use crate::run::Place;

/// What was read in a document, and the ids that its items speak of.
struct Founding {
    /// The claims, as `--format jsonl` gives them.
    claims: Vec<Value>,
    report: String,
    /// Of the one sister tie: who visited, who was visited.
    sister: [&'static str; 2],
    /// The city with contacts, and those it is in dialogue or works with.
    capital: &'static str,
    contacts: [&'static str; 3],
    /// The university ties.
    schools: Vec<[&'static str; 2]>,
    relation: &'static str,
}

impl Founding {
    fn tie(a: &str, b: &str) -> String {
        let mut parties = [a, b];
        parties.sort_unstable();
        parties.join("~")
    }

    /// The facts on a tie of one kind.
    fn facts(&self, tie: &str, kind: &str) -> Vec<&Value> {
        let of_tie = self.claims.iter().filter(|claim| claim["subject"]["tie"] == tie);
        of_tie.filter(|claim| !claim["fact"][kind].is_null()).collect()
    }

    fn classes(&self, a: &str, b: &str) -> Vec<&str> {
        let stands = self.facts(&Self::tie(a, b), "tie_stands").into_iter();
        stands.map(|claim| claim["fact"]["tie_stands"]["class"].as_str().expect("a word")).collect()
    }

    fn check(&self) {
        self.dates_and_speaker();
        self.ties();
        self.count_wishes_and_praise();
    }

    /// C1, C2, C5.
    fn dates_and_speaker(&self) {
        let [visitor, host] = self.sister;
        let tie = Self::tie(visitor, host);
        assert_eq!(self.classes(visitor, host), ["full"], "C5");
        let visits = self.facts(&tie, "activity");
        assert_eq!(visits.len(), 1, "C5: {visits:#?}");
        assert_eq!(visits[0]["held"], "2020-02", "C1, C5");
        assert_eq!(visits[0]["fact"]["activity"]["kind"], "visit", "C5");
        assert_eq!(visits[0]["fact"]["activity"]["from"], visitor, "C5");
        let speaker = visits[0]["speaker"].as_str().unwrap_or_default().to_lowercase();
        assert!(["ambassador", "diplomat"].iter().any(|office| speaker.contains(office)), "C2: `{speaker}`");
    }

    /// C3, C4, C6, C7, C8.
    fn ties(&self) {
        for [a, b] in &self.schools {
            // Where an unknown body lies is a guess that ids hold, so only their names are looked at.
            let is_between = |claim: &&Value| {
                let tie = claim["subject"]["tie"].as_str().unwrap_or_default();
                tie.contains(a) && tie.contains(b)
            };
            let of_tie: Vec<&Value> = self.claims.iter().filter(is_between).collect();
            let classes: Vec<&Value> = of_tie.iter().map(|claim| &claim["fact"]["tie_stands"]["class"]).collect();
            assert!(classes.contains(&&Value::from("institutional")), "C3, C4: {a} and {b}: {classes:?}");
        }
        assert!(self.report.contains("not resolved: "), "C4: {}", self.report);
        for contact in self.contacts {
            let classes = self.classes(self.capital, contact);
            assert!(!classes.is_empty(), "C6 to C8: {contact}");
            let is_contact = |class: &&str| ["contact", "project"].contains(class);
            assert!(classes.iter().all(is_contact), "C6 to C8: {contact} became {classes:?}");
        }
    }

    /// C9 to C14.
    fn count_wishes_and_praise(&self) {
        let of_relation = |kind: &str| -> Vec<&Value> {
            let of_relation = self.claims.iter().filter(|claim| claim["subject"]["relation"] == self.relation);
            of_relation.filter(|claim| !claim["fact"][kind].is_null()).collect()
        };
        let counts = of_relation("stated_count");
        assert_eq!(counts.len(), 1, "C9: {counts:#?}");
        let count = &counts[0]["fact"]["stated_count"];
        assert_eq!(
            (&count["number"], &count["bound"], &count["what"]),
            (&77.into(), &"exactly".into(), &"pairs".into()),
            "C9"
        );
        assert!(of_relation("wish").len() >= 2, "C10 to C12: {:#?}", of_relation("wish"));
        for (item, reason, words) in [("C13", "praise", "new rise"), ("C14", "vague", "Several events")] {
            let left: Vec<&str> = self.report.split("Left out").last().unwrap_or_default().lines().collect();
            let line =
                left.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{item}: {}", self.report));
            assert!(left[line - 1].contains(reason), "{item}: {}", left[line - 1]);
        }
        let forums = self.claims.iter().filter(|claim| claim["fact"]["activity"]["kind"] == "forum");
        assert_eq!(forums.count(), 0, "C14");
        let acts = self.claims.iter().filter(|claim| !claim["fact"]["act"].is_null());
        assert_eq!(acts.count(), 0, "C10: nothing was decided");
    }
}

fn claims(lines: &str) -> Vec<Value> {
    let values = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    values.filter_map(|line| line.get("claim").cloned()).collect()
}

#[test]
fn an_invented_document_of_the_same_shape() {
    let place = with_documents(&["founding.txt"]);
    let report = place.stdout(&args(&["founding.txt"]));
    assert!(report.contains("Quellbury, Mill Vale, XA, because the text says Mill Vale"), "C5: {report}");
    assert!(report.contains("also Quellbury, Coast, XB"), "C5: {report}");
    Founding {
        claims: claims(&place.stdout(&args(&["founding.txt", "--format", "jsonl"]))),
        report,
        sister: ["xa-mv.quellbury", "xb-c.nether-mill"],
        capital: "xa-mv.upper-mill",
        contacts: ["xb-c.overmill", "xb-c.sandmill", "xb-c.stonemill"],
        schools: vec![
            ["university-of-stones", "nether-mill-technical-university"],
            ["university-of-sails", "mill-university"],
        ],
        relation: "xa~xb",
    }
    .check();
}

fn beside(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[test]
fn the_founding_document_itself() {
    let Ok(documents) = std::fs::read_to_string(beside("../shared/reader-dev/dev.jsonl")) else {
        eprintln!("not shown: the labeled documents are not beside this folder");
        return;
    };
    let place = Place::new();
    place.write("founding.jsonl", documents.lines().next().expect("a first document"));
    let large = beside("target/twain.gazetteer");
    let mut base = vec!["read", "founding.jsonl"];
    let large = large.to_str().filter(|path| Path::new(path).exists());
    base.extend(large.into_iter().flat_map(|path| ["--gazetteer", path]));
    let report = place.stdout(&base);
    if large.is_some() {
        assert!(report.contains("Albany, New York, US, because the text says New York"), "C5: {report}");
        assert!(report.contains("Albany, California, US"), "C5: {report}");
    } else {
        eprintln!("not shown: other places called Albany, since there is no target/twain.gazetteer");
    }
    let lines = place.stdout(&[&base[..], &["--format", "jsonl"]].concat());
    Founding {
        claims: claims(&lines),
        report,
        sister: ["us-ny.albany", "ru-tul.tula"],
        capital: "ru-mow",
        contacts: ["us-il.chicago", "us-ca.los-angeles", "us-tx.houston"],
        schools: vec![
            ["us-ak.university-of-alaska", "ru-kam.kamchatka-state-technical-university"],
            ["us-ak.university-of-alaska", "ru-kam.institute-of-volcanology-and-seismology-feb-ras"],
            ["us-ca.university-of-california", "ru-tyu.tyumen-state-university"],
        ],
        relation: "ru~us",
    }
    .check();
}
