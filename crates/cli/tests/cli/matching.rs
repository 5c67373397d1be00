//! `twain match`.

use crate::run::Place;

fn place() -> Place {
    let place = Place::with_mills();
    place.copy("brief.toml");
    place
}

#[test]
fn the_pairs_and_who_goes_without() {
    insta::assert_snapshot!(place().run(&["match", "brief.toml", "--check"]));
}

#[test]
fn why_two_places_are_paired_or_not() {
    let place = place();
    let ask = |one: &str, other: &str| place.run(&["match", "brief.toml", "--why", one, other]);
    insta::assert_snapshot!("why_chosen", ask("Weir", "Quay"));
    insta::assert_snapshot!("why_not", ask("Quay", "xa-7.upper-mill"));
    insta::assert_snapshot!("why_barred", ask("Weir", "Nether Mill"));
}

#[test]
fn candidates_of_a_place() {
    insta::assert_snapshot!(place().run(&["match", "brief.toml", "--place", "Weir"]));
}

#[test]
fn another_weighting_beside_it() {
    insta::assert_snapshot!(place().run(&["match", "brief.toml", "--against", "near"]));
}

#[test]
fn runner_ups_turns_and_fairness() {
    insta::assert_snapshot!(place().run(&["match", "brief.toml", "--runner-ups", "--turns", "--fairness"]));
}

#[test]
fn a_report_to_hand_on() {
    let place = place();
    let said = place.run(&["match", "brief.toml", "--against", "near", "--report", "report.md", "--quiet"]);
    assert!(said.starts_with("code: 0"), "{said}");
    insta::assert_snapshot!(std::fs::read_to_string(place.path("report.md")).expect("the report"));
}

#[test]
fn the_form_follows_the_file_name() {
    let place = place();
    for name in ["a.csv", "a.geojson", "a.json", "a.md", "a.txt"] {
        assert_eq!(place.code(&["match", "brief.toml", "--to", name]), Some(0), "{name}");
    }
    let read = |name: &str| std::fs::read_to_string(place.path(name)).expect("the answer");
    insta::assert_snapshot!("csv", read("a.csv"));
    let map: serde_json::Value = serde_json::from_str(&read("a.geojson")).expect("GeoJSON");
    let kinds: Vec<&str> =
        map["features"].as_array().unwrap().iter().map(|f| f["properties"]["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"pair") && kinds.contains(&"place") && kinds.contains(&"without"), "{kinds:?}");
    let json: serde_json::Value = serde_json::from_str(&read("a.json")).expect("JSON");
    assert_eq!(json["summary"]["n_pairs"], json["pairs"].as_array().unwrap().len());
    assert!(json["limits"].as_array().unwrap().len() > 2);
    assert!(read("a.md").starts_with("# A partner for each mill\n"));
}

#[test]
fn options_go_before_the_brief() {
    let place = place();
    let json = |more: &[&str]| place.json(&[&["match", "brief.toml", "--format", "json"], more].concat());
    assert_eq!(json(&["--on", "2023-06-01"])["as_of"]["true_on"], "2023-06-01");
    assert_eq!(json(&["--objective", "stable"])["brief"]["objective"]["value"], "stable");
    assert_eq!(json(&["--objective", "browse"])["brief"]["objective"]["value"], "browse");
    assert_eq!(json(&["--objective", "fair", "--check"])["check"]["is_good"], true);
    let weights = &json(&["--weight", "size=0", "--weight", "cover=2"])["brief"]["weights"];
    let ids: Vec<&str> =
        weights.as_array().unwrap().iter().map(|weight| weight["criterion"].as_str().unwrap()).collect();
    assert_eq!(ids, ["ties", "shared-sectors", "needs", "distance", "cover"]);
}

#[test]
fn the_order_of_lines_and_the_number_of_threads_change_nothing() {
    let place = place();
    let text = std::fs::read_to_string(place.path("brief.toml")).expect("the brief");
    let turned = text
        .replace(
            "\"xa-7.upper-mill\", \"xa.weir\", \"xa.sluice\", \"xa.old-pond\"",
            "\"xa.old-pond\", \"xa.weir\", \"xa-7.upper-mill\", \"xa.sluice\"",
        )
        .replace("\"xb.nether-mill\", \"xb.cafe\", \"xb.quay\"", "\"xb.quay\", \"xb.nether-mill\", \"xb.cafe\"")
        .replace("ties = 3\nshared-sectors = 2", "shared-sectors = 2\nties = 3");
    assert_ne!(text, turned);
    place.write("turned.toml", &turned);
    let args = |brief: &'static str| {
        ["match", brief, "--runner-ups", "--turns", "--fairness", "--explain", "--format", "json"]
    };
    let run = |brief: &'static str, threads: &str| {
        let output = place.command(&args(brief)).env("RAYON_NUM_THREADS", threads).output().expect("the binary runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let one = run("brief.toml", "1");
    assert!(one.contains("\"n_pairs\""), "{one}");
    assert_eq!(one, run("brief.toml", "2"));
    assert_eq!(one, run("turned.toml", "2"));
}

#[test]
fn bad_briefs_name_the_line_the_fault_and_the_remedy() {
    let place = place();
    let good = std::fs::read_to_string(place.path("brief.toml")).expect("the brief");
    let cases = [
        ("not TOML", "title = \"A partner for each mill\"", "title = A partner"),
        ("unknown key", "true_on = \"2024-06-01\"", "on = \"2024-06-01\""),
        ("unknown place", "\"xb.cafe\"", "\"xb.tea\""),
        ("unknown unit list", "units = [\"xb.nether-mill\", \"xb.cafe\", \"xb.quay\"]", "units = \"mills-of-beland\""),
        ("empty side", "units = [\"xb.nether-mill\", \"xb.cafe\", \"xb.quay\"]", "units = []"),
        ("negative weight", "distance = 1\n", "distance = -1\n"),
        ("unknown criterion", "shared-sectors", "shared-vectors"),
        ("least above greatest", "\"xb.quay\"]\n", "\"xb.quay\"]\npartners = { min = 2, max = 1 }\n"),
        ("demands that clash", "\"xa.old-pond\"]\n", "\"xa.old-pond\"]\npartners = { min = 2, max = 2 }\n"),
        (
            "must and must not",
            "[[closed]]",
            "[[must]]\npair = [\"xa.weir\", \"xb.nether-mill\"]\nwhy = \"x\"\n\n[[closed]]",
        ),
        ("a rule about a stranger", "place = \"xa.sluice\"", "place = \"xb.tarn\""),
    ];
    let said = cases.map(|(name, from, to)| {
        assert!(good.contains(from), "{name}: the brief has no {from}");
        place.write("bad.toml", &good.replacen(from, to, 1));
        format!("{name}\n{}", place.run(&["match", "bad.toml"]))
    });
    insta::assert_snapshot!("bad_briefs", said.join("\n"));
}

#[test]
fn wrong_words_on_the_command_line() {
    let place = place();
    let cases: [&[&str]; 8] = [
        &["match", "us-ru"],
        &["match", "missing.toml"],
        &["match", "brief.toml", "--weight", "colour=1"],
        &["match", "brief.toml", "--weight", "size=-1"],
        &["match", "brief.toml", "--against", "far"],
        &["match", "brief.toml", "--why", "Weir", "Sluice"],
        &["match", "brief.toml", "--place", "Elsewhere"],
        &["match", "brief.toml", "--objective", "best"],
    ];
    let said: Vec<String> =
        cases.iter().map(|args| format!("$ twain {}\n{}", args.join(" "), place.run(args))).collect();
    insta::assert_snapshot!("wrong_words", said.join("\n"));
}

#[test]
fn without_a_brief_it_lists_them_and_opens_no_ledger() {
    let place = Place::new();
    assert!(place.stdout(&["match"]).contains("us-ru-today"));
    assert!(!place.path("twain.db").exists());
}

#[test]
fn every_bundled_brief_is_answered_and_proved() {
    let place = Place::new();
    for brief in place.json(&["match", "--format", "json"]).as_array().unwrap() {
        let id = brief["id"].as_str().unwrap();
        // A day after the sources were read: undated ones count from then.
        let args = ["match", id, "--check", "--format", "json"];
        let output = place.command(&args).env("TWAIN_TODAY", "2026-12-01").output().expect("the binary runs");
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(answer["check"]["is_good"], true, "{id}: {}", answer["check"]);
        for side in ["left", "right"] {
            let n_places = answer["brief"][side]["n_places"].as_u64().unwrap();
            assert!(n_places > 10, "{id}");
        }
        for pair in answer["pairs"].as_array().unwrap() {
            assert!(!pair["for"].as_array().unwrap().is_empty(), "{id}: {pair}");
        }
        let text = answer.to_string();
        assert!(!text.contains("\"match-\"") && !text.contains("criterion-"), "{id}: a sentence is missing");
    }
}

#[test]
fn a_must_pair_that_a_law_forbids_is_named_with_the_law() {
    let place = Place::new();
    let brief = include_str!("../../../../data/briefs/us-ru-today.toml");
    place.write("must.toml", &format!("{brief}\n[[must]]\npair = [\"us-tx\", \"ru-tyu\"]\nwhy = \"oil\"\n"));
    let output =
        place.command(&["match", "must.toml"]).env("TWAIN_TODAY", "2026-12-01").output().expect("the binary runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("Texas and Tyumen Oblast must be chosen, and cannot: a gate prohibits it"), "{said}");
    assert!(said.contains("chapter 795"), "{said}");
}

#[test]
fn a_tie_that_stands_is_judged_as_one_to_be_kept() {
    let place = place();
    place.copy("gates.toml");
    let brief = std::fs::read_to_string(place.path("brief.toml")).expect("the brief");
    place.write("lawful.toml", &format!("{brief}\n[gates]\nbody = \"municipality\"\nactivity = \"tie\"\n"));
    let ask = |other: &str| {
        let args = ["match", "lawful.toml", "--gates", "gates.toml", "--why", "xa-7.upper-mill", other];
        place.json(&[&args[..], &["--format", "json"]].concat())["why"][0]["pair"].clone()
    };
    let kept = ask("xb.nether-mill");
    assert_eq!(
        (&kept["permission"]["value"], &kept["permission_anew"]["value"]),
        (&"unclear".into(), &"prohibited".into())
    );
    assert_eq!(kept["rules"][0]["key"], "plan-rules-kept");
    assert!(kept["blocked"].is_null(), "{kept}");
    let new = ask("xb.quay");
    assert_eq!((&new["permission"]["value"], new.get("permission_anew")), (&"prohibited".into(), None));
    assert!(!new["blocked"].is_null(), "{new}");
}

#[test]
fn the_lists_of_85_and_89_are_answered_with_the_rules() {
    let place = Place::new();
    let brief = include_str!("../../../../data/briefs/us-ru-today.toml");
    for (list, units) in [("ru-subjects-85", &["ua-40", "ua-43"][..]), ("ru-subjects-89", &["ua-40", "ua-43"])] {
        place.write("list.toml", &brief.replace("ru-subjects-83", list));
        let args = ["match", "list.toml", "--check", "--format", "json"];
        let output = place.command(&args).env("TWAIN_TODAY", "2026-12-01").output().expect("the binary runs");
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(answer["check"]["is_good"], true, "{list}");
        let without = answer["without"].as_array().unwrap();
        let barred: Vec<&str> = without
            .iter()
            .filter(|place| place["side"] == "right" && place["is_barred"] == true)
            .map(|place| place["place"]["id"].as_str().unwrap())
            .collect();
        assert_eq!(barred, units, "{list}: nobody may be given to them, and that is shown with the rule");
        assert!(without.iter().any(|place| place["reasons"].to_string().contains("Crimea and Sevastopol")), "{list}");
    }
}

/// Two mills of Aland and two places of Beland, each of which has what one of the others seeks. A charter ties the mill of
/// North Aland to the one of Beland, which it does not need; a list alone ties the other mill to Café.
const NEEDS_AGAINST_TIES: &str = r#"
id = "against"
title = "Needs against ties"
question = "Who?"
true_on = "2024-06-01"
left = { units = ["xa-7.upper-mill", "xa-8.upper-mill"] }
right = { units = ["xb.cafe", "xb.nether-mill"] }
criteria = { needs = 1, ties = 0.01 }

[[place]]
id = "xa-7.upper-mill"
name = "Upper Mill"
needs = ["bread"]

[[place]]
id = "xa-8.upper-mill"
name = "The other Upper Mill"
needs = ["stone"]

[[place]]
id = "xb.cafe"
name = "Café"
offers = ["bread"]

[[place]]
id = "xb.nether-mill"
name = "Nether Mill"
offers = ["stone"]
"#;

#[test]
fn a_tie_that_stands_comes_first_and_one_of_a_list_does_not() {
    let place = place();
    let pairs = |more: &str, left: &str| {
        let text = NEEDS_AGAINST_TIES.replace("[\"xa-7.upper-mill\", \"xa-8.upper-mill\"]", left);
        place.write("against.toml", &format!("{text}\n{more}"));
        let answer = place.json(&["match", "against.toml", "--check", "--format", "json"]);
        assert_eq!(answer["check"]["is_good"], true, "{answer}");
        let name =
            |pair: &serde_json::Value| format!("{} {}", pair["left"]["id"], pair["right"]["id"]).replace('"', "");
        answer["pairs"].as_array().unwrap().iter().map(name).collect::<Vec<_>>()
    };
    let (both, by_need) =
        ("[\"xa-7.upper-mill\", \"xa-8.upper-mill\"]", ["xa-7.upper-mill xb.cafe", "xa-8.upper-mill xb.nether-mill"]);
    assert_eq!(pairs("", both), by_need);
    let by_tie = ["xa-7.upper-mill xb.nether-mill", "xa-8.upper-mill xb.cafe"];
    assert_eq!(pairs("[existing]\nfirst = true\n", both), by_tie);
    // One that is suspended counts one half; below that it comes no more first than others.
    assert_eq!(pairs("[existing]\nfirst = true\nstanding = { suspended = 0.4 }\n", both), by_need);
    // Who weighs ties with nothing does not put them first either.
    let text = NEEDS_AGAINST_TIES.replace("ties = 0.01", "ties = 0");
    place.write("without.toml", &format!("{text}\n[existing]\nfirst = true\n"));
    let without = place.json(&["match", "without.toml", "--format", "json"]);
    assert_eq!(without["pairs"][0]["right"]["id"], "xb.cafe", "{without}");
    // What a list alone names is not known to stand.
    assert_eq!(pairs("[existing]\nfirst = true\n", "[\"xa-8.upper-mill\"]"), by_need[1..]);
}
