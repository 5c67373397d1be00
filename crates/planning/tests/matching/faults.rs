//! What the writer of a bad brief is told: the line, the fault, the remedy.

use planning::matching::Fault;

use crate::invent::with_task;

const GOOD: &str = r#"id = "two"
title = "Two towns"
question = "Who?"
objective = { kind = "total" }

[left]
units = ["xa-p00", "xa-p01"]
partners = { min = 1, max = 1 }

[right]
units = ["xb-p00", "xb-p01"]
partners = { max = 1 }

[criteria]
size = 2

[[place]]
id = "xa-p00"
name = "Alder"

[[place]]
id = "xa-p01"
name = "Ash"

[[place]]
id = "xb-p00"
name = "Birch"

[[place]]
id = "xb-p01"
name = "Beech"
"#;

/// The message and the remedy for the good brief with one text replaced.
fn told(from: &str, to: &str) -> String {
    let text = GOOD.replacen(from, to, 1);
    assert!(from.is_empty() || text != GOOD, "{from} is not in the brief");
    told_of(&text, &[])
}

fn told_of(text: &str, barred: &[(usize, usize)]) -> String {
    let error = match with_task(text, barred, |task| task.solve().map(|_| ())) {
        Ok(Ok(())) => return "fine".to_owned(),
        Ok(Err(error)) | Err(error) => error,
    };
    assert!(!matches!(error.fault, Fault::Solver(_)), "{error}");
    format!("{error}\n{}", error.hint())
}

#[test]
fn the_good_brief_is_fine() {
    assert_eq!(told("", ""), "fine");
}

#[test]
fn words_and_numbers_are_checked() {
    for (from, to, message) in [
        ("\"total\"", "\"best\"", "line 4: `best` is not a kind of objective"),
        ("size = 2", "sise = 2", "line 15: `sise` is not a criterion"),
        ("size = 2", "size = -2", "line 15: the weight of size is -2"),
        ("size = 2", "size = \"2\"", "line 15: the weight of size is `2`"),
        ("size = 2", "size = 0", "no criterion has a weight above 0"),
        ("size = 2", "size = { weight = 2, top = 1 }", "line 15: `top` is not a key of a criterion"),
        ("min = 1, max = 1", "min = 2, max = 1", "line 6: min is 2, and max is 1"),
        ("min = 1, max = 1", "min = -1", "line 6: min is -1"),
        ("question = \"Who?\"", "true_on = \"2020-13-01\"\nquestion = \"Who?\"", "line 3: `2020-13-01` is not a day"),
        ("name = \"Ash\"", "name = \"Ash\"\nlocation = [91, 0]", "line 21: the location of Ash is 91, 0"),
        ("id = \"xb-p01\"", "id = \"xb-p00\"", "line 29: `xb-p00` is given twice"),
        ("[[place]]", "[[plaice]]", "line 17: the brief cannot be read: unknown field"),
        ("id = \"two\"", "id = two", "line 1: the brief cannot be read"),
    ] {
        let told = told(from, to);
        assert!(told.starts_with(message), "{to}: {told}");
        assert!(told.lines().nth(1).is_some_and(|hint| hint.len() > 10), "{told}");
    }
}

#[test]
fn places_are_checked() {
    for (from, to, message) in [
        ("\"xa-p00\", \"xa-p01\"", "\"xa-p00\", \"xa-p07\"", "line 6: the place `xa-p07` is not known"),
        ("\"xa-p00\", \"xa-p01\"", "\"xa-p00\", \"xa-p00\"", "line 6: `xa-p00` is given twice"),
        ("[\"xa-p00\", \"xa-p01\"]", "[]", "line 6: the left side has no places"),
        ("[\"xa-p00\", \"xa-p01\"]", "\"us-states\"", "line 6: no unit list is called `us-states`"),
        (
            "[criteria]",
            "[[closed]]\nplace = \"xc\"\nwhy = \"\"\n[criteria]",
            "line 14: `xc` is not on the left or right side",
        ),
        (
            "[criteria]",
            "[[must]]\npair = [\"xb-p00\", \"xa-p00\"]\nwhy = \"\"\n[criteria]",
            "line 14: `xb-p00` is not on the left side",
        ),
    ] {
        let told = told(from, to);
        assert!(told.starts_with(message), "{to}: {told}");
    }
}

#[test]
fn demands_that_clash_are_named() {
    let told = told("partners = { max = 1 }", "partners = { max = 0 }");
    assert!(
        told.starts_with("line 6: demands clash: on the left side, Alder need 1 in all, and there is room for 0"),
        "{told}"
    );
    let text = format!(
        "{GOOD}[[must_not]]\npair = [\"xa-p00\", \"xb-p00\"]\nwhy = \"\"\n[[must_not]]\npair = [\"xa-p01\", \"xb-p00\"]\nwhy = \"\"\n"
    );
    let told = told_of(&text, &[]);
    assert!(
        told.contains("on the left side, Alder, Ash need 2 in all, and there is room for 1")
            && told.contains("(Beech)"),
        "{told}"
    );
}

#[test]
fn must_pairs_are_checked_against_rules_and_room() {
    let must = |left: u32, right: u32| {
        format!("[[must]]\npair = [\"xa-p0{left}\", \"xb-p0{right}\"]\nwhy = \"old friends\"\n")
    };
    let told = told_of(&format!("{GOOD}{}", must(0, 0)), &[(0, 0)]);
    assert!(
        told.starts_with("line 32: the pair Alder and Birch must be chosen, and cannot: a gate prohibits it"),
        "{told}"
    );
    let told = told_of(&format!("{GOOD}{}{}", must(0, 0), must(0, 1)), &[]);
    assert!(told.starts_with("line 35: `Alder` must have 2 partners and may have 1"), "{told}");
    let never = must(0, 0).replace("must", "must_not");
    let told = told_of(&format!("{GOOD}{}{never}", must(0, 0)), &[]);
    assert!(told.contains("the brief rules it out (old friends)"), "{told}");
}

#[test]
fn a_place_without_lawful_partner_is_an_answer() {
    let (pairs, barred) = with_task(GOOD, &[(0, 0), (0, 1)], |task| {
        let plan = task.solve().unwrap();
        (plan.pairs, task.is_barred(planning::matching::Side::Left, 0))
    })
    .unwrap();
    assert_eq!((pairs, barred), (vec![(1, 0)], true));
}

#[test]
fn closed_and_stale_places_are_given_to_nobody() {
    let closed = format!("{GOOD}[[closed]]\nplace = \"xb-p00\"\nsince = \"2026-01-01\"\nwhy = \"enough\"\n");
    let closed = closed.replace("min = 1, ", "");
    assert_eq!(with_task(&closed, &[], |task| task.solve().unwrap().pairs).unwrap(), [(0, 1)]);
    let later = closed.replace("2026-01-01", "2027-01-01");
    assert_eq!(with_task(&later, &[], |task| task.solve().unwrap().pairs.len()).unwrap(), 2);
    let stale = GOOD.replace("name = \"Birch\"", "name = \"Birch\"\nrenewed = \"2026-04-30\"").replace("min = 1, ", "");
    let (n_places, stale) = with_task(&stale, &[], |task| (task.scene.right.len(), task.stale.len())).unwrap();
    assert_eq!((n_places, stale), (1, 1));
}
