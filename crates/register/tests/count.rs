//! Counts: the number, the list, why disputed ties are in or out, and what others stated.

mod fixture;

use fixture::*;
use model::{Bound, CountUnit, Fact, Grade, PartyKind, StatedCount, Subject};
use register::{Count, Definition, DefinitionError, Register, Verdict};

const DEFINITION: &str = r#"
id = "us-ru-sister-cities"
title = "Sister cities"
description = "Pairs of cities."
between = ["us", "ru"]
level = ["city"]
class = ["full"]
standing = ["in-force"]
unknown = "disputed"
"#;

/// The countries of the stated units are those of the bundled register, so the invented places are in them.
fn stated(number: u32, held: &str, what: CountUnit) -> model::Claim {
    let fact = Fact::StatedCount(StatedCount {
        number,
        bound: Bound::Exactly,
        unit: "pairs".to_owned(),
        what,
        definition: None,
        irreproducible: None,
    });
    about(Subject::Relation("us~ru".parse().expect("two")), fact, held, held)
}

fn cities() -> Register {
    let city = |id: &str| of_party(id, Fact::Is(PartyKind::City));
    let ids = ["us.one", "us.two", "us.three", "us.four", "ru.one", "ru.two"];
    let ties = [
        claim("us.one~ru.one", stands("full"), "1991/..", "1995"),
        claim("us.one~ru.two", stands("full"), "1992/..", "1995"),
        claim("us.two~ru.one", stands("full"), "2016", "2016").graded(Grade::List),
        claim("us.three~ru.one", stands("contact"), "2019", "2019"),
        claim("us.four~ru.one", stands("full"), "1990/..", "1995"),
        claim("us.four~ru.one", act("ended", "us.four"), "2015", "2015"),
        claim("us.one~us.two", stands("full"), "1990/..", "1995"),
        claim("us~ru", stands("full"), "1990/..", "1995"),
        stated(3, "2020-06", CountUnit::Pairs),
        stated(9, "2021-06", CountUnit::UsPlaces),
        stated(4, "2021-07", CountUnit::Other),
    ];
    register(
        ids.into_iter()
            .map(city)
            .chain([of_party("us", Fact::Is(PartyKind::State)), of_party("ru", Fact::Is(PartyKind::State))])
            .chain(ties),
    )
}

fn count(definition: &str) -> Count {
    let definition = Definition::parse(definition).expect("a definition");
    cities().count(&definition, as_of("2020-06-15", "2026-01-01"))
}

#[test]
fn the_number_and_its_list() {
    let register = cities();
    let count = count(DEFINITION);
    assert_eq!((count.number, count.number_with_disputed), (2, 3));
    let of = |verdict| {
        let items = count.items.iter().filter(move |item| item.verdict == verdict);
        items.map(|item| format!("{} {}", register.tie(item.tie).id(), item.reasons[0].key)).collect::<Vec<_>>()
    };
    assert_eq!(of(Verdict::In), ["ru.one~us.one count-in", "ru.two~us.one count-in"]);
    assert_eq!(of(Verdict::Disputed), ["ru.one~us.two count-disputed-unknown"]);
    let out = ["ru.one~us.four count-out-standing", "ru.one~us.three count-out-class", "ru~us count-out-level"];
    assert_eq!(of(Verdict::Out), out, "and nothing between other countries");
}

#[test]
fn stated_numbers_stand_beside() {
    let count = count(DEFINITION);
    let beside: Vec<_> = count
        .stated
        .iter()
        .map(|b| (b.number, b.ours, b.difference, b.months_apart, b.reasons.iter().map(|r| r.key).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        beside,
        [
            (3, Some(2), Some(-1), 0, vec!["stated-between", "stated-all-levels"]),
            // Two ties of one place: in places of that side it is one.
            (9, Some(1), Some(-8), 11, vec!["stated-above", "stated-other-unit", "stated-other-day"]),
            (4, None, None, 12, vec!["stated-no-unit", "stated-other-day"]),
        ]
    );
}

#[test]
fn rules_for_the_unknown_and_places() {
    assert_eq!(count(&DEFINITION.replace("disputed", "in")).number, 3);
    let out = count(&DEFINITION.replace("disputed", "out"));
    assert_eq!((out.number, out.number_with_disputed), (2, 2));
    assert_eq!(count(&format!("{DEFINITION}places_of = \"us\"")).number, 1, "one place has two partners");
    assert_eq!(count(&format!("{DEFINITION}places_of = \"ru\"")).number, 2);
}

#[test]
fn ties_of_a_pulse_and_about_a_topic() {
    let city = |id: &str| of_party(id, Fact::Is(PartyKind::City));
    let Fact::Activity(mut visit) = contact("visit", "us.one") else { unreachable!("an activity") };
    visit.topics = vec!["education".to_owned(), "music".to_owned()];
    let register = register(["us.one", "us.two", "ru.one"].into_iter().map(city).chain([
        claim("us.one~ru.one", stands("full"), "1991/..", "1995"),
        claim("us.two~ru.one", stands("full"), "1991/..", "1995"),
        claim("us.one~ru.one", Fact::Activity(visit), "2020-03", "2020-03"),
    ]));
    let count = |more: &str, day: &str| {
        let definition = Definition::parse(&format!("{DEFINITION}{more}")).expect("a definition");
        let count = register.count(&definition, as_of(day, "2026-01-01"));
        let reasons = count.items.iter().map(|item| item.reasons[0].key).collect::<Vec<_>>();
        (count.number, reasons)
    };
    assert_eq!(count("topic = [\"education\"]", "2020-06-15"), (1, vec!["count-in", "count-out-topic"]));
    assert_eq!(count("topic = [\"sport\", \"music\"]", "2020-06-15").0, 1, "one of them is enough");
    assert_eq!(count("topic = [\"education\"]", "2020-02-15").0, 0, "the visit had not been yet");
    assert_eq!(count("pulse = [\"alive\"]", "2020-06-15"), (1, vec!["count-in", "count-out-pulse"]));
    assert_eq!(count("pulse = [\"alive\", \"unknown\"]", "2020-06-15").0, 2);
    let error = Definition::parse(&format!("{DEFINITION}pulse = [\"lively\"]")).expect_err("no such pulse");
    assert!(matches!(&error, DefinitionError::Word { key: "pulse", .. }));
    assert!(error.hint().contains("ticking-over"), "{}", error.hint());
}

#[test]
fn bad_definitions_say_what_is_wrong() {
    let error = |text: &str| Definition::parse(text).expect_err("bad");
    assert!(matches!(error(""), DefinitionError::Syntax { .. }));
    assert!(matches!(
        error(&DEFINITION.replace("\"city\"", "\"village\"")),
        DefinitionError::Word { key: "level", .. }
    ));
    assert!(matches!(error(&DEFINITION.replace("\"full\"", "\"sister\"")), DefinitionError::Word { key: "class", .. }));
    assert!(matches!(error(&DEFINITION.replace(", \"ru\"", "")), DefinitionError::Between { .. }));
    assert!(matches!(error(&format!("{DEFINITION}colour = 1")), DefinitionError::Syntax { .. }));
}
