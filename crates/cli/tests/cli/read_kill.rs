//! Reading into the ledger, killed and stopped: what was said to be kept is kept, and the same command brings in the rest.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::reading::{args, with_gazetteer};
use crate::run::Place;

const N_DOCUMENTS: usize = 300;

/// So many documents, one a line, each of a visit in a month of its own.
fn documents() -> String {
    let mut text = String::new();
    for number in 0..N_DOCUMENTS {
        let (year, month) = (1990 + number / 12, number % 12 + 1);
        let line = format!(
            "On 3 {} {year} a delegation from Nether Mill visited its sister city Upper Mill.",
            [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December"
            ][month - 1]
        );
        let _ = writeln!(text, "{}", serde_json::json!({ "id": number, "text": line }));
    }
    text
}

fn read_args() -> Vec<&'static str> {
    args(&["many.jsonl", "--propose", "--batch", "4"])
}

fn n_committed(line: &str) -> Option<usize> {
    line.strip_prefix("committed ")?.split(' ').next()?.parse().ok()
}

/// How many claims wait.
fn n_waiting(place: &Place) -> usize {
    let list = place.json(&["review", "list", "--all", "--limit", "100000", "--format", "json"]);
    list.as_array().expect("a list").len()
}

#[test]
fn a_killed_reading_keeps_what_it_said_it_kept() {
    let whole = with_gazetteer();
    whole.write("many.jsonl", &documents());
    whole.stdout(&read_args());
    let n_all = n_waiting(&whole);
    assert!(n_all > N_DOCUMENTS, "{n_all}");
    let mut n_cut_short = 0;
    for n_batches in [0, 1, 3, 8, 20, 40] {
        let place = with_gazetteer();
        place.write("many.jsonl", &documents());
        let mut child =
            place.command(&read_args()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines().map_while(Result::ok);
        let seen = lines.by_ref().filter_map(|line| n_committed(&line)).take(n_batches).last().unwrap_or(0);
        child.kill().expect("it is our child");
        child.wait().expect("it is our child");
        let acknowledged = lines.filter_map(|line| n_committed(&line)).last().unwrap_or(seen);
        if place.path("twain.db").exists() {
            let held = n_waiting(&place);
            assert!(held >= acknowledged, "{held} of {acknowledged} acknowledged claims are there");
            n_cut_short += usize::from(held < n_all);
        }
        place.stdout(&read_args());
        assert_eq!(n_waiting(&place), n_all);
        assert_eq!(place.code(&["verify"]), Some(0));
    }
    assert!(n_cut_short >= 2, "only {n_cut_short} of 6 readings were cut short, so little was shown");
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_was_proposed() {
    let place = with_gazetteer();
    place.write("many.jsonl", &documents().repeat(40));
    let mut child =
        place.command(&read_args()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines().map_while(Result::ok);
    lines.find(|line| n_committed(line).is_some()).expect("a batch");
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.expect("kill runs").success());
    let rest: Vec<String> = lines.collect();
    assert_eq!(child.wait().expect("it is our child").code(), Some(1), "{rest:?}");
    assert!(rest.iter().any(|line| line.starts_with("stopped: ")), "{rest:?}");
    let committed = rest.iter().rev().find_map(|line| n_committed(line));
    assert!(committed.is_none_or(|committed| n_waiting(&place) == committed), "{rest:?}");
    assert_eq!(place.code(&["verify"]), Some(0));
}
