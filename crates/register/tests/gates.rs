//! The rules on what is allowed: invented rules for the machinery, the bundled ones for what the field needs them to say.

mod fixture;

use fixture::*;
use model::{PartyId, PartyKind, TieClass};
use proptest::prelude::*;
use register::{Ask, Body, Certainty, Doing, Existing, GateReport, Gates, Permission, Register};

/// The rules that the program bundles.
const BUNDLED: [(&str, &str); 5] = [
    ("us.toml", include_str!("../../../data/gates/us.toml")),
    ("ru.toml", include_str!("../../../data/gates/ru.toml")),
    ("au.toml", include_str!("../../../data/gates/au.toml")),
    ("asia.toml", include_str!("../../../data/gates/asia.toml")),
    ("europe.toml", include_str!("../../../data/gates/europe.toml")),
];

fn bundled() -> Gates {
    Gates::parse(BUNDLED).expect("the bundled rules are good")
}

fn id(text: &str) -> PartyId {
    text.parse().expect("a party")
}

/// A question on a day: `new`, `kept`, or an activity.
fn ask(doing: &str, on: &str) -> Ask {
    let ask = Ask::new_tie(as_of(on, "2100-01-01"));
    match doing {
        "new" => ask,
        "kept" => Ask { is_new: false, ..ask },
        kind => Ask { doing: Doing::parse(kind).expect("an activity"), ..ask },
    }
}

/// What the bundled rules say, in an empty register.
fn between(a: &str, b: &str, ask: &Ask) -> GateReport {
    bundled().between(&Register::default(), &id(a), &id(b), ask)
}

fn check(a: &str, b: &str, ask: &Ask, permission: Permission, rules: &[&str]) {
    let report = between(a, b, ask);
    let found: Vec<&str> = report.findings.iter().map(|finding| finding.rule.id.as_str()).collect();
    assert_eq!((report.permission, found.as_slice()), (permission, rules), "{a} {b} {ask:?}: {report:#?}");
    // The answer never depends on who is named first.
    let turned = Ask { bodies: [ask.bodies[1], ask.bodies[0]], ..*ask };
    assert_eq!(between(b, a, &turned).permission, permission);
}

fn of(body: Body, ask: Ask) -> Ask {
    Ask { bodies: [Some(body), Some(Body::Municipality)], ..ask }
}

#[test]
fn a_texan_city_and_a_chinese_one_before_and_after_the_law() {
    let full = |doing, on| Ask { class: Some(TieClass::Full), ..of(Body::Municipality, ask(doing, on)) };
    let approval: &[&str] = &["cn-friendship-cities"];
    let both: &[&str] = &["us-tx-gov-795", "cn-friendship-cities"];
    check("us-tx.houston", "cn-44.shenzhen", &full("new", "2025-08-31"), Permission::NeedsApproval, approval);
    check("us-tx.houston", "cn-44.shenzhen", &full("new", "2025-09-01"), Permission::Prohibited, both);
    check("us-tx.houston", "cn-44.shenzhen", &full("kept", "2025-08-31"), Permission::Open, approval);
    let report = between("us-tx.houston", "cn-44.shenzhen", &full("kept", "2025-09-15"));
    assert_eq!(report.findings[0].reason.key, "gate-must-end");
    assert!(report.is_barred());
    // Neither the next state nor the island nor a letter is meant.
    check("us-ok.tulsa", "cn-44.shenzhen", &full("new", "2025-09-01"), Permission::NeedsApproval, approval);
    assert!(!between("us-tx.houston", "cn-tw.taipei", &full("new", "2025-09-01")).is_barred());
    check("us-tx.houston", "cn-44.shenzhen", &full("letter", "2025-09-01"), Permission::Open, &[]);
}

#[test]
fn a_lighter_tie_of_texas_is_unclear_and_so_is_an_unknown_body() {
    let friendship = Ask { class: Some(TieClass::Friendship), ..of(Body::Municipality, ask("new", "2026-01-01")) };
    check("us-tx.houston", "ir", &friendship, Permission::Unclear, &["us-tx-gov-795-lighter"]);
    let full = Ask { class: Some(TieClass::Full), ..ask("new", "2026-01-01") };
    let report = between("us-tx.somebody", "ir", &full);
    assert_eq!((report.permission, report.at_most), (Permission::Unclear, Permission::Prohibited));
    assert_eq!(report.findings[0].doubts[0].key, "gate-doubt-body");
    let university = Ask { bodies: [Some(Body::University), None], ..full };
    check("us-tx.somebody", "ir", &university, Permission::NeedsScreening, &["us-screening"]);
}

#[test]
fn a_state_and_a_region_need_no_register() {
    let full = |on| Ask { class: Some(TieClass::Full), ..ask("new", on) };
    let russian: &[&str] = &["ru-4fz-draft", "ru-4fz-notice", "ru-552-registration"];
    check("us-tx", "ru-sam", &full("2020-11-29"), Permission::NeedsApproval, russian);
    let all = [&["us-tx-gov-795"], russian].concat();
    check("us-tx", "ru-sam", &full("2026-11-01"), Permission::Prohibited, &all);
    check("us-in", "ru-sam", &full("2026-11-01"), Permission::NeedsApproval, russian);
}

#[test]
fn indiana_bars_new_ties_and_the_rest_is_disputed() {
    let municipal = |doing, on| of(Body::Municipality, ask(doing, on));
    let report = between("us-in.carmel", "cn-42.xiangyang", &municipal("new", "2025-01-01"));
    assert!(report.is_barred());
    let report = between("us-in.carmel", "cn-42.xiangyang", &municipal("kept", "2025-01-01"));
    assert_eq!((report.permission, report.at_most), (Permission::Unclear, Permission::Prohibited));
    assert_eq!(report.findings[0].doubts[0].key, "gate-doubt-existing-disputed");
    assert_eq!(report.findings[0].rule.readings.len(), 2);
    // Within the months in which it may have begun, nobody knows.
    let report = between("us-in.carmel", "hk", &municipal("new", "2024-05-01"));
    assert_eq!((report.at_least, report.findings[0].doubts[0].key), (Permission::Open, "gate-doubt-day"));
    // The state's own tie is untouched.
    let state = Ask { bodies: [Some(Body::State), Some(Body::State)], ..ask("kept", "2025-01-01") };
    check("us-in", "cn-33", &state, Permission::Open, &["cn-friendship-cities"]);
}

#[test]
fn arkansas_binds_municipalities_only() {
    let full = |body| Ask { class: Some(TieClass::Full), ..of(body, ask("new", "2026-01-01")) };
    let found = |body| between("us-ar.somewhere", "by", &full(body)).is_barred();
    assert_eq!([Body::Municipality, Body::County, Body::State].map(found), [true, false, false]);
    // Where the list it takes over was not seen, and for lighter forms, it stays unclear.
    let with = |country, class| {
        let ask = Ask { class: Some(class), ..of(Body::Municipality, ask("new", "2026-01-01")) };
        let report = between("us-ar.somewhere", country, &ask);
        (report.at_most, report.is_barred())
    };
    assert_eq!(with("ru", TieClass::Full), (Permission::Prohibited, true));
    assert_eq!(with("ni", TieClass::Full), (Permission::Prohibited, true));
    assert_eq!(with("cy", TieClass::Full), (Permission::Prohibited, false));
    assert_eq!(with("ru", TieClass::Friendship), (Permission::Prohibited, false));
    assert_eq!(with("de", TieClass::Full), (Permission::Open, false));
    // The day before it came into force nothing is asked.
    let before = Ask { class: Some(TieClass::Full), ..of(Body::Municipality, ask("new", "2025-08-04")) };
    assert!(between("us-ar.somewhere", "by", &before).findings.is_empty());
}

#[test]
fn some_ask_for_diplomatic_relations() {
    let full = |doing, on| Ask { class: Some(TieClass::Full), ..of(Body::Municipality, ask(doing, on)) };
    let answer = |a, b, ask: &Ask| {
        let report = between(a, b, ask);
        (report.at_least == Permission::Prohibited, report.at_most == Permission::Prohibited)
    };
    let (barred, unclear, free) = ((true, true), (false, true), (false, false));
    for (a, b, doing, on, expected) in [
        ("us-wa.richland", "bt", "new", "2024-06-01", barred),
        ("us-wa.richland", "bt", "new", "1991-06-01", free),
        ("us-wa.richland", "bt", "kept", "2024-06-01", free),
        ("us-wa.seattle", "bt", "new", "2024-06-01", free),
        ("us-wa.richland", "ru-tul.tula", "new", "2024-06-01", free),
        ("us-wa.richland", "cu", "new", "2015-07-19", barred),
        ("us-wa.richland", "cu", "new", "2015-07-20", free),
        ("us-wa.richland", "cn-tw.taipei", "new", "2024-06-01", unclear),
        ("us-ca.redwood-city", "ir", "new", "2024-06-01", unclear),
        ("cn-44.shenzhen", "py", "new", "2024-06-01", barred),
        ("cn-44.shenzhen", "py", "new", "2010-06-01", unclear),
        ("cn-44.shenzhen", "br", "new", "2024-06-01", free),
    ] {
        assert_eq!(answer(a, b, &full(doing, on)), expected, "{a} {b} {doing} {on}");
    }
}

#[test]
fn every_bundled_rule_is_said_in_russian_too() {
    let is_russian = |text: &str| text.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
    for rule in bundled().rules() {
        let said = rule.russian.as_ref().unwrap_or_else(|| panic!("{} has no Russian", rule.id));
        assert!(is_russian(&said.title) && is_russian(&said.says), "{}", rule.id);
        assert_eq!(rule.to.is_some(), said.to.is_some(), "{}: who must be told", rule.id);
        assert!(rule.readings.iter().all(|reading| reading.russian.is_some()), "{}: its readings", rule.id);
    }
}

#[test]
fn australia_asks_for_notice_or_approval() {
    let kept = |a, b| Ask { bodies: [Some(a), Some(b)], ..ask("kept", "2022-01-01") };
    let new = |a, b| Ask { bodies: [Some(a), Some(b)], ..ask("new", "2022-01-01") };
    for (ask, permission) in [
        (new(Body::State, Body::State), Permission::NeedsNotice),
        (new(Body::State, Body::Country), Permission::NeedsApproval),
        (new(Body::Municipality, Body::Country), Permission::NeedsNotice),
        (new(Body::University, Body::State), Permission::NeedsNotice),
        (new(Body::University, Body::University), Permission::Unclear),
        (kept(Body::Municipality, Body::Municipality), Permission::NeedsNotice),
        (new(Body::Association, Body::Municipality), Permission::Open),
    ] {
        // The other side is Japan, which somebody has looked at.
        let report = between("au-nsw", "jp-13", &ask);
        assert_eq!(report.permission, permission, "{ask:?}: {report:#?}");
    }
    let before = Ask { as_of: as_of("2020-12-31", "2026-11-23"), ..new(Body::Municipality, Body::Municipality) };
    assert_eq!(between("au-nsw", "jp-13", &before).permission, Permission::Open);
}

#[test]
fn a_rule_counts_from_the_day_its_source_spoke() {
    let known = |known_on| Ask { as_of: as_of("2016-01-01", known_on), ..ask("visit", "2016-01-01") };
    assert!(between("us-ny.albany", "ua-43", &known("2022-07-31")).is_barred());
    assert!(between("us-ny.albany", "ua-43", &known("2022-07-30")).findings.is_empty());
}

#[test]
fn where_nobody_has_looked_nothing_is_open() {
    let report = between("us-ny.albany", "de-by.bamberg", &of(Body::Municipality, ask("new", "2024-01-01")));
    assert_eq!(report.permission, Permission::Unclear);
    assert_eq!((report.reasons[0].key, &report.not_looked), ("permission-not-looked", &vec![id("de")]));
    let report = Gates::default().between(&Register::default(), &id("us"), &id("ru"), &ask("new", "2024-01-01"));
    assert_eq!((report.permission, report.reasons[0].key), (Permission::Unclear, "permission-unclear"));
    let report = between("us-ny.albany", "jp-13", &of(Body::Municipality, ask("new", "2024-01-01")));
    assert_eq!((report.permission, report.reasons[0].key), (Permission::Open, "permission-open"));
}

#[test]
fn sanctioned_territory_bars_everything() {
    for doing in ["new", "kept", "visit", "letter"] {
        assert!(between("us-ny.albany", "ua-43", &ask(doing, "2016-01-01")).is_barred(), "{doing}");
        assert!(!between("us-ny.albany", "ua-32", &ask(doing, "2016-01-01")).is_barred(), "{doing}");
    }
    assert_eq!(between("us-ny", "ua-14", &ask("visit", "2023-01-01")).at_most, Permission::Prohibited);
    // Of the six units that ISO files under Ukraine and Moscow counts, each state answers alike.
    let state = Ask { bodies: [Some(Body::State); 2], class: Some(TieClass::Full), ..ask("new", "2026-01-01") };
    let answer = |unit| between("us-ny", unit, &state);
    for unit in ["ua-40", "ua-43"] {
        assert!(answer(unit).is_barred(), "{unit}");
    }
    for unit in ["ua-09", "ua-14"] {
        assert_eq!((answer(unit).permission, answer(unit).at_most), (Permission::Unclear, Permission::Prohibited));
    }
    for unit in ["ua-23", "ua-65"] {
        assert_ne!(
            answer(unit).at_most,
            Permission::Prohibited,
            "{unit}: not in the source's list of sanctioned regions"
        );
    }
}

/// A rule of the invented country `xa` on ties with `xb`, with more lines.
fn rule(id: &str, more: &str) -> String {
    let base =
        "title = \"Mill Act\"\njurisdiction = \"xa\"\ncounterpart = [\"xb\"]\nsource = { title = \"Mill Act\" }\n";
    let known = [("effect", "\"prohibited\""), ("certainty", "\"settled\""), ("from", "\"2020\"")];
    let missing = known.iter().filter(|(key, _)| !more.contains(&format!("{key} =")));
    let missing: String = missing.map(|(key, value)| format!("{key} = {value}\n")).collect();
    format!("[[rule]]\nid = \"{id}\"\n{base}{missing}{more}\n")
}

fn gates(text: &str) -> Gates {
    let looked = "[[looked]]\njurisdiction = \"xa\"\nnote = \"\"\n[[looked]]\njurisdiction = \"xb\"\nnote = \"\"\n";
    Gates::parse([("looked.toml", looked), ("rules.toml", text)]).expect("good rules")
}

#[test]
fn what_a_place_belongs_to_counts_although_its_code_does_not_say_so() {
    let part = |whole: &str| model::Fact::PartOf(whole.parse().expect("a party"));
    let register = register([of_party("xc.mill-island", part("xb-2")), of_party("xb-2", part("xb"))]);
    let found = gates(&rule("a", "")).between(
        &register,
        &id("xa.upper-mill"),
        &id("xc.mill-island"),
        &ask("new", "2024-01-01"),
    );
    assert!(found.is_barred());
}

#[test]
fn the_gravest_settled_rule_decides_unless_a_doubtful_one_is_graver() {
    let notice = rule("notice", "effect = \"needs-notice\"");
    let approval = rule("approval", "effect = \"needs-approval\"");
    let doubtful = rule("doubtful", "effect = \"needs-approval\"\ncertainty = \"unclear\"");
    let grave = rule("grave", "certainty = \"unclear\"");
    for (texts, expected) in [
        (vec![&notice], "needs-notice needs-notice needs-notice"),
        (vec![&notice, &approval], "needs-approval needs-approval needs-approval"),
        (vec![&notice, &doubtful], "unclear needs-notice needs-approval"),
        (vec![&approval, &doubtful], "needs-approval needs-approval needs-approval"),
        (vec![&approval, &grave], "unclear needs-approval prohibited"),
    ] {
        let text: String = texts.into_iter().cloned().collect();
        let report = gates(&text).between(&Register::default(), &id("xa"), &id("xb"), &ask("new", "2024-01-01"));
        assert_eq!(format!("{} {} {}", report.permission, report.at_least, report.at_most), expected);
    }
}

#[test]
fn quotas_count_the_history_of_the_party() {
    let quota = rule("quota", "quota = { new_ties = 1, years = 5 }");
    let tied = |since: &str, class: &str| {
        let register = register([
            of_party("xa.upper-mill", model::Fact::Is(PartyKind::City)),
            claim("xa.upper-mill~xc.far-mill", stands(class), since, "2024"),
        ]);
        let ask = Ask { as_of: as_of("2024-06-01", "2024-12-31"), ..ask("new", "2024-06-01") };
        let report = gates(&quota).between(&register, &id("xa.upper-mill"), &id("xb.nether-mill"), &ask);
        (report.permission.word(), report.findings[0].reason.key)
    };
    assert_eq!(tied("2021/..", "full"), ("prohibited", "gate-quota-used"));
    assert_eq!(tied("2019-06-02/..", "full"), ("prohibited", "gate-quota-used"));
    assert_eq!(tied("2019-06-01/..", "full"), ("open", "gate-quota-free"));
    assert_eq!(tied("2019/..", "full"), ("unclear", "gate-quota-perhaps"));
    assert_eq!(tied("/..", "full"), ("unclear", "gate-quota-perhaps"));
    assert_eq!(tied("2021/..", "contact"), ("open", "gate-quota-free"));
    // Keeping a tie uses up nothing.
    let kept = gates(&quota).between(&Register::default(), &id("xa"), &id("xb"), &ask("kept", "2024-06-01"));
    assert!(kept.findings.is_empty() && kept.permission == Permission::Open);
}

#[test]
fn a_report_asks_to_keep_what_stands_and_to_make_what_does_not() {
    let text = rule("new", "existing = \"may-stay\"\nrecognition = \"atlas\"");
    let listed = |status: &str| claim(MILLS, listing("atlas", status), "2022", "2022");
    let stated = claim(MILLS, stands("full"), "1991/..", "1995");
    let ended = claim(MILLS, act("ended", ""), "2023", "2023");
    let register = register([stated, ended, listed("delisted")]).with_gates(gates(&text));
    let key = register.tie_key(&MILLS.parse().expect("a tie")).expect("known");
    let report = |on| register.report(key, as_of(on, "2026-01-01")).gates;
    assert_eq!(report("2021-06-01").permission, Permission::Open);
    assert_eq!(report("2021-06-01").findings[0].recognition.as_ref().expect("said").key, "gate-recognition-silent");
    // After its end it would be a new one; but the registry on which the rule rests had taken it off.
    let after = report("2024-06-01");
    assert_eq!((after.permission, after.at_most), (Permission::Unclear, Permission::Prohibited));
    assert_eq!(after.findings[0].doubts[0].key, "gate-doubt-recognition");
    assert_eq!(report("2019-06-01").reasons[0].key, "permission-open");
}

#[test]
fn faults_have_a_place_and_a_remedy() {
    for (more, expected) in [
        ("effect = \"forbid\"", "rules.toml:9: `forbid` is not one of the words of effect"),
        ("bodies = [\"city\"]", "rules.toml:10: `city` is not one of the words of bodies"),
        ("activities = [\"dance\"]", "rules.toml:10: `dance` is not one of the words of activities"),
        ("except = [\"prc\"]", "rules.toml:10: `prc` is neither a place code nor a set"),
        ("from = \"soon\"", "rules.toml:9: `soon` is not a date"),
        ("until = \"2019\"", "rules.toml:2: the rule `a` ends before it begins"),
        ("certainty = \"disputed\"", "rules.toml:2: the rule `a` has 0 readings, which does not fit its certainty"),
        ("quota = { new_ties = 1, years = 0 }", "rules.toml:2: the quota of the rule `a` is over no years"),
        ("colour = \"red\"", "rules.toml:10: unknown field `colour`"),
    ] {
        let error = Gates::parse([("rules.toml", rule("a", more).as_str())]).expect_err(more);
        assert!(error.to_string().starts_with(expected), "{error}");
        assert!(!error.hint().is_empty());
    }
    let twice = rule("a", "") + &rule("a", "");
    let error = Gates::parse([("rules.toml", twice.as_str())]).expect_err("twice");
    assert_eq!(error.to_string(), "rules.toml:12: `a` is there twice");
}

#[test]
fn the_reference_shows_a_good_file_and_every_word() {
    let page = include_str!("../../../docs/reference/gates.md");
    let toml = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let gates = Gates::parse([("gates.md", toml)]).expect("the example is good");
    let report =
        gates.between(&Register::default(), &id("xa-7.upper-mill"), &id("xb.nether-mill"), &ask("new", "2025-01-01"));
    assert_eq!(report.at_most, Permission::Prohibited);
    let words = Body::ALL.iter().map(|word| word.word()).chain(Doing::all().map(Doing::word));
    let words = words.chain(Existing::ALL.iter().map(|word| word.word())).chain(TieClass::WORDS.iter().copied());
    for word in words.chain(Certainty::ALL.iter().map(|word| word.word())) {
        assert!(page.contains(&format!("`{word}`")), "{word}");
    }
}

#[test]
fn every_bundled_rule_can_be_cited() {
    for rule in bundled().rules() {
        assert!(rule.source.url.is_some() || rule.source.title.len() > 20, "{}", rule.id);
        assert!(rule.quote.is_some() || rule.note.is_some() || rule.todo.is_some(), "{}", rule.id);
    }
}

fn some_rule() -> impl Strategy<Value = String> {
    let effects = ["needs-notice", "needs-approval", "needs-screening", "prohibited"];
    let days = ["", "2010", "2020/2024", "/2020", "2030"];
    let bodies = ["", "\"municipality\"", "\"state\""];
    let existing = ["same", "may-stay", "must-end", "unclear"];
    (0..effects.len(), 0..days.len(), 0..bodies.len(), 0..existing.len(), any::<bool>(), any::<u32>()).prop_map(
        move |(effect, from, body, kept, settled, number)| {
            let certainty = if settled { "settled" } else { "unclear" };
            let from = if days[from].is_empty() { String::new() } else { format!("from = \"{}\"\n", days[from]) };
            format!(
                "[[rule]]\nid = \"r{number}\"\ntitle = \"\"\njurisdiction = \"xa\"\ncounterpart = [\"foreign\"]\n\
                 source = {{ title = \"\" }}\neffect = \"{}\"\nexisting = \"{}\"\ncertainty = \"{certainty}\"\n\
                 bodies = [{}]\n{from}",
                effects[effect], existing[kept], bodies[body]
            )
        },
    )
}

proptest! {
    /// Adding a rule never makes a pair more permitted.
    #[test]
    fn a_rule_more_never_allows_more(
        rules in proptest::collection::vec(some_rule(), 0..6),
        more in some_rule(),
        is_new: bool,
        is_city: bool,
    ) {
        let all = rules.concat();
        // Two rules with one id are refused; the property is about those that are not.
        let (few, many) = (Gates::parse([("", all.as_str())]), Gates::parse([("", (all + &more).as_str())]));
        prop_assume!(few.is_ok() && many.is_ok());
        let a = if is_city { "xa.upper-mill" } else { "xa-1" };
        let ask = Ask { is_new, ..ask("new", "2022-01-01") };
        let said = |gates: Gates| gates.between(&Register::default(), &id(a), &id("xb"), &ask);
        let (before, after) = (said(few.expect("good")), said(many.expect("good")));
        prop_assert!(before.at_least <= after.at_least && before.at_most <= after.at_most);
        prop_assert!(after.at_least <= after.at_most);
    }

    /// A rule says nothing of days outside its time.
    #[test]
    fn outside_its_time_a_rule_is_silent(year in 1990i16..2060, from in 2000i16..2030, length in 0i16..10) {
        let text = rule("a", &format!("from = \"{from}\"\nuntil = \"{}\"", from + length));
        let report = gates(&text).between(&Register::default(), &id("xa"), &id("xb"), &ask("new", &format!("{year}-06-15")));
        prop_assert_eq!(report.findings.is_empty(), year < from || year > from + length);
        let is_sure = from < year && year < from + length;
        prop_assert_eq!(report.is_barred(), is_sure);
    }
}
