//! `twain import`.

use crate::run::Place;

fn import<'a>(more: &[&'a str], files: &'a [String]) -> Vec<&'a str> {
    let mut args = vec!["import"];
    args.extend(more);
    args.extend(files.iter().map(String::as_str));
    args
}

#[test]
fn twice_adds_nothing() {
    let place = Place::new();
    let files = place.copy_mills();
    insta::assert_snapshot!(place.run(&import(&[], &files)));
    let again = place.run(&import(&["-q"], &files));
    assert!(again.contains(": 0 new, ") && !again.contains("1 new"), "{again}");
    insta::assert_snapshot!("twice", again);
}

#[test]
fn the_order_of_files_does_not_matter() {
    let (first, second) = (Place::new(), Place::new());
    let mut files = first.copy_mills();
    second.copy_mills();
    first.stdout(&import(&["-q"], &files));
    files.reverse();
    second.stdout(&import(&["-q"], &files));
    let ties = ["ties", "--format", "json"];
    assert_eq!(first.json(&ties), second.json(&ties));
}

#[test]
fn a_list_of_ones_own_with_a_mapping() {
    let place = Place::with_mills();
    place.copy("partners.csv");
    place.copy("partners.toml");
    let args = [
        "import",
        "partners.csv",
        "--mapping",
        "partners.toml",
        "--owner",
        "Upper Mill, North Aland",
        "--role",
        "city clerk",
    ];
    insta::assert_snapshot!(place.run(&args));
    let tie = place.stdout(&["show", "xa-7.upper-mill", "Far Mill"]);
    assert!(tie.contains("friendship") && tie.contains("partners.csv, line 3"), "{tie}");
    assert!(
        !place.stdout(&["export", "claims", "--as", "jsonl"]).contains("555-0100"),
        "the phone number was to be ignored"
    );
}

#[test]
fn a_bad_file_lists_every_problem_and_imports_nothing() {
    let place = Place::with_mills();
    place.copy("bad.csv");
    let before = place.stdout(&["verify", "-q"]);
    insta::assert_snapshot!(place.run(&["import", "bad.csv"]));
    assert_eq!(place.stdout(&["verify", "-q"]), before, "nothing was written");
    let answer = place.output(&["import", "bad.csv", "--format", "json"]);
    assert_eq!(answer.status.code(), Some(2));
    let answer: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(answer["n_problems"], answer["files"][0]["problems"].as_array().unwrap().len());
}

#[test]
fn keep_going_imports_the_good_rows_only() {
    let place = Place::with_mills();
    place.copy("bad.csv");
    insta::assert_snapshot!(place.run(&["import", "bad.csv", "--keep-going"]));
    let again = place.run(&["import", "-q", "bad.csv", "--keep-going"]);
    assert!(again.contains("1 claim: 0 new, 1 already known"), "{again}");
}

#[test]
fn more_than_fifty_problems_are_counted() {
    let place = Place::with_mills();
    let rows = "xa-7.upper-mill,full,x,,gazette-1991\n".repeat(60);
    place.write("many.csv", &format!("parties,class,word,held,source\n{rows}"));
    let text = place.run(&["import", "--kind", "ties", "many.csv"]);
    assert!(text.contains("10 more problems") && text.contains("60 problems in 1 file"), "{text}");
    assert_eq!(text.matches("column `parties`").count(), 50);
}

#[test]
fn a_dry_run_writes_nothing() {
    let place = Place::new();
    let files = place.copy_mills();
    insta::assert_snapshot!(place.run(&import(&["--dry-run"], &files)));
    assert!(!place.path("twain.db").exists());
    let place = Place::with_mills();
    let text = place.run(&import(&["--dry-run"], &files));
    assert!(text.contains(": 0 new, "), "{text}");
}

#[test]
fn files_that_cannot_be_read() {
    let place = Place::new();
    place.write("empty.csv", "");
    place.write("lines.jsonl", "{\"claim\":1}\nnot json\n");
    place.write("bytes.csv", "parties\n\u{0}\u{0}\n");
    std::fs::create_dir(place.path("folder.csv")).unwrap();
    let cases: [&[&str]; 6] = [
        &["import", "missing.csv"],
        &["import", "folder.csv"],
        &["import", "empty.csv"],
        &["import", "lines.jsonl"],
        &["import", "bytes.csv", "--kind", "ties"],
        &["import", "empty.csv", "--mapping", "empty.csv"],
    ];
    let texts: Vec<String> =
        cases.iter().map(|args| format!("$ twain {}\n{}", args.join(" "), place.run(args))).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn sources_that_the_ledger_knows_may_be_cited() {
    let place = Place::with_mills();
    place.write("more.csv", "parties,class,word,source\nxa-7.upper-mill;xb.far,full,twins,gazette-1991\n");
    assert!(place.stdout(&["import", "--kind", "ties", "more.csv"]).contains("1 claim: 1 new"));
    assert!(place.stdout(&["show", "xa-7.upper-mill", "xb.far"]).contains("report"), "graded as its source");
}

#[test]
fn bundled_sources_may_be_cited_without_a_table_of_sources() {
    let place = Place::new();
    place.stdout(&["import", "-q", "--bundled"]);
    // A newspaper's page would be a report; this one passes on what an interested party said.
    place.write("more.csv", "parties,class,word,source\nxa-7.upper-mill;xb.far,full,twins,tass-2020-11-29\n");
    let text = place.stdout(&["import", "--kind", "ties", "more.csv"]);
    assert!(text.contains("1 claim: 1 new, 0 already known; 0 sources: 0 new"), "{text}");
    let lines = place.stdout(&["export", "claims", "--as", "jsonl"]);
    let line = lines.lines().find(|line| line.contains("xa-7.upper-mill~xb.far")).expect("the claim");
    let claim: serde_json::Value = serde_json::from_str(line).expect("JSON");
    let claim = &claim["claim"];
    assert_eq!((&claim["grade"], &claim["said_on"]), (&"statement".into(), &"2020-11-30".into()), "{claim}");
}

#[test]
fn a_reference_in_ones_own_words_stays_the_same_source() {
    let place = Place::with_mills();
    place.write("list.csv", "partner,class,source\nxb.far,full,Council minutes 1991\n");
    let args = ["import", "list.csv", "--kind", "partners", "--owner", "xa-7.upper-mill", "--said-on", "2024-05"];
    let text = place.stdout(&args);
    assert!(text.contains("1 source: 1 new"), "{text}");
    assert!(place.stdout(&["export", "claims", "--as", "jsonl"]).contains(r#""source":"council-minutes-1991""#));
    let again = place.stdout(&args);
    assert!(again.contains(": 0 new, 1 already known; 1 source: 0 new, 1 already known"), "{again}");
}

#[test]
fn the_bundled_register_can_be_added() {
    let place = Place::with_mills();
    assert!(place.stdout(&["import", "--bundled"]).contains("the bundled register"));
    assert!(place.stdout(&["import", "-q", "--bundled"]).contains(" claims: 0 new, "));
    assert_eq!(place.code(&["show", "Albany", "Tula"]), Some(0));
}

#[test]
fn a_table_comes_with_the_sources_it_cites() {
    let place = Place::with_mills();
    place.write("ours.csv", "id,title,kind,grade\nminutes-2001,Council minutes,official,document\n");
    place.write("more.csv", "parties,class,word,source\nxa-7.upper-mill;xb.far,full,twins,minutes-2001\n");
    assert_eq!(place.code(&["import", "--kind", "ties", "more.csv"]), Some(2), "the source is not known");
    let text = place.stdout(&["import", "--kind", "ties", "more.csv", "--sources", "ours.csv"]);
    assert!(text.contains("1 claim: 1 new, 0 already known; 1 source: 1 new, 0 already known"), "{text}");
}

#[test]
fn an_ambiguous_partner_is_a_question_back() {
    let place = Place::with_mills();
    place.write("list.csv", "partner,class\nUpper Mill,full\n");
    let args = ["import", "list.csv", "--kind", "partners", "--owner", "Café", "--said-on", "2024-05"];
    let text = place.run(&args);
    assert!(text.starts_with("code: 2") && text.contains("xa-7.upper-mill, xa-8.upper-mill"), "{text}");
    assert_eq!(
        place.code(&["import", "list.csv", "--kind", "partners", "--owner", "Upper Mill"]),
        Some(2),
        "whose list?"
    );
}
