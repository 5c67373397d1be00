//! A real import, killed at many points: what was acknowledged is kept, the ledger is sound, and the same command again
//! brings in exactly the rest.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::run::Place;

const N_ROWS: usize = 2_000;
const BATCH: &str = "40";

/// A table of so many ties, each row one claim.
fn table() -> String {
    let mut text = "parties,class,word,held,source\n".to_owned();
    for row in 0..N_ROWS {
        let _ = writeln!(text, "xa.mill-{row};xb.mill-{row},full,twin towns,{}/..,gazette-1991", 1950 + row % 70);
    }
    text
}

/// Starts the import, kills it after so many acknowledged batches, and says how many claims were acknowledged.
fn kill_after(place: &Place, n_batches: usize) -> usize {
    let mut command = place.command(&["import", "--kind", "ties", "many.csv", "--batch", BATCH]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines().map_while(Result::ok);
    let number = |line: &String| line.strip_prefix("committed ")?.split(' ').next()?.parse::<usize>().ok();
    let mut acknowledged = 0;
    let mut seen = 0;
    while seen < n_batches {
        let Some(line) = lines.next() else { break };
        if let Some(n_claims) = number(&line) {
            (acknowledged, seen) = (n_claims, seen + 1);
        }
    }
    child.kill().expect("it is our child");
    child.wait().expect("it is our child");
    // What it said before it died counts too.
    lines.filter_map(|line| number(&line)).last().unwrap_or(acknowledged)
}

/// How many of the table's claims the ledger holds.
fn n_held(place: &Place) -> usize {
    let answer = place.json(&["import", "--dry-run", "--format", "json", "--kind", "ties", "many.csv"]);
    usize::try_from(answer["files"][0]["n_claims_known"].as_u64().expect("a number")).expect("a small number")
}

fn is_sound(place: &Place) {
    let text = place.run(&["verify"]);
    assert!(text.starts_with("code: 0"), "{text}");
}

#[test]
fn a_killed_import_keeps_every_acknowledged_batch() {
    let mut n_cut_short = 0;
    for n_batches in (0..24).map(|point| point * 2) {
        let place = Place::with_mills();
        place.write("many.csv", &table());
        let acknowledged = kill_after(&place, n_batches);
        is_sound(&place);
        let held = n_held(&place);
        assert!(
            held >= acknowledged,
            "{held} of {acknowledged} acknowledged claims are there after {n_batches} batches"
        );
        n_cut_short += usize::from(held < N_ROWS);
        let rest = place.stdout(&["import", "-q", "--kind", "ties", "many.csv"]);
        let expected = format!("{N_ROWS} claims: {} new, {held} already known", N_ROWS - held);
        assert!(rest.contains(&expected), "expected {expected}:\n{rest}");
        assert_eq!(n_held(&place), N_ROWS);
        is_sound(&place);
    }
    assert!(n_cut_short >= 12, "only {n_cut_short} of 24 imports were cut short, so little was shown");
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_between_two_batches_and_says_so() {
    let place = Place::with_mills();
    place.write("many.csv", &table());
    let mut command = place.command(&["import", "--kind", "ties", "many.csv", "--batch", "2"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines().map_while(Result::ok);
    lines.find(|line| line.starts_with("committed ")).expect("a batch");
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.expect("kill runs").success());
    let rest: Vec<String> = lines.collect();
    let code = child.wait().expect("it is our child").code();
    let last =
        rest.iter().rev().find_map(|line| line.strip_prefix("committed ")?.split(' ').next()?.parse::<usize>().ok());
    assert_eq!(code, Some(1), "{rest:?}");
    assert!(rest.iter().any(|line| line.starts_with("stopped: ")), "{rest:?}");
    assert_eq!(n_held(&place), last.unwrap_or(2));
    is_sound(&place);
}
