//! Laws of the fold: steps do not matter, order does not matter, reviews, retractions, merges and splits are entries.

mod fixture;

use fixture::*;
use model::*;
use proptest::prelude::*;
use register::{House, Register, Standing, Status};

/// Everything the register answers, in words that do not depend on internal positions.
fn digest(register: &Register) -> String {
    let mut out = String::new();
    for (true_on, known_on) in
        [("1995-06-01", "2026-06-01"), ("2021-01-01", "2021-01-01"), ("2025-01-01", "2026-06-01")]
    {
        let as_of = as_of(true_on, known_on);
        let view = register.view(as_of);
        let mut lines: Vec<String> = view
            .iter()
            .map(|(key, state)| {
                let report = register.report(key, as_of);
                let last = register.last_contact(state);
                let state = register::TieState { last_contact: None, ..state.clone() };
                let name = |claim: &register::ClaimKey| register.known(*claim).name.short();
                let reasons =
                    report.parties.iter().flat_map(|p| &p.reasons).chain([&report.pulse_reason, &report.class_reason]);
                let reasons: Vec<String> = reasons
                    .chain(&report.contradictions)
                    .chain(&report.problems)
                    .map(|r| format!("{} {:?} {:?}", r.key, r.args, r.claims.iter().map(name).collect::<Vec<_>>()))
                    .collect();
                let timeline: Vec<String> = report
                    .timeline
                    .iter()
                    .map(|item| format!("{} {:?}", item.when, item.claims.iter().map(name).collect::<Vec<_>>()))
                    .collect();
                let mut listed: Vec<String> =
                    report.recognition.iter().map(|r| format!("{} {}", r.registry, r.status)).collect();
                listed.extend(report.carriers.iter().map(|c| format!("{} {}", c.name, c.event)));
                format!("{} {state:?} {last:?} {reasons:?} {timeline:?} {listed:?}", register.tie(key).id())
            })
            .collect();
        lines.sort();
        out += &lines.join("\n");
    }
    let mut parties: Vec<String> = register
        .party_keys()
        .map(|key| {
            let party = register.party(key);
            format!("{} {:?} {:?} {:?} {:?}", party.id(), party.name, party.names, party.kind, party.location)
        })
        .collect();
    parties.sort();
    out + &parties.join("\n")
}

fn party() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["xa.upper-mill", "xb.nether-mill", "xa.mid-mill", "xb"])
}

fn when() -> impl Strategy<Value = String> {
    prop_oneof![
        (1988u16..2025).prop_map(|year| year.to_string()),
        (1988u16..2025, 1u8..=12).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (1988u16..2025, 1u8..=12, 1u8..=28).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        (1988u16..2025).prop_map(|year| format!("{year}/..")),
        (1988u16..2010, 0u16..15).prop_map(|(year, more)| format!("{year}/{}", year + more)),
        Just("/..".to_owned()),
        Just("../..".to_owned()),
        Just("../2015".to_owned()),
        Just(String::new()),
    ]
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        prop::sample::select(TieClass::ALL).prop_map(|class| stands(class.word())),
        (prop::sample::select(ActKind::ALL), party()).prop_map(|(kind, party)| act(kind.word(), party)),
        prop::sample::select(ActKind::ALL).prop_map(|kind| act(kind.word(), "")),
        (prop::sample::select(ActivityKind::ALL), party()).prop_map(|(kind, party)| contact(kind.word(), party)),
        (prop::sample::select(CarrierEvent::ALL), party(), prop::sample::select(vec!["Alliance", "Society"]))
            .prop_map(|(event, party, name)| carrier(event.word(), party, name)),
        (prop::sample::select(ListingStatus::ALL), prop::sample::select(vec!["atlas", "yearbook"]))
            .prop_map(|(status, registry)| listing(registry, status.word())),
        Just(Fact::NoContact),
        Just(signed_until("2015")),
    ]
}

fn some_claim() -> impl Strategy<Value = Claim> {
    let said = prop_oneof![4 => (1990u16..2026).prop_map(|year| year.to_string()), 1 => Just(String::new())];
    let tie = (party(), party(), fact(), when(), said, prop::sample::select(Grade::ALL), 0u8..4);
    let about_tie = tie.prop_filter_map("two parties", |(a, b, fact, held, said, grade, source)| {
        let tie = TieId::parse(&format!("{a}~{b}")).ok()?;
        let source = format!("source-{source}");
        Some(claim(tie.as_str(), fact, &held, &said).graded(grade).by(&source))
    });
    let named = (party(), "[A-D][a-d]{1,3}", any::<bool>()).prop_map(|(party, text, preferred)| {
        let usage = if preferred { NameUse::Preferred } else { NameUse::Alternative };
        of_party(party, Fact::Named(PartyName { text, language: "en".to_owned(), usage }))
    });
    prop_oneof![6 => about_tie, 1 => named]
}

/// Claims, each once, then reviews, retractions and merges that name some of them.
fn some_entries() -> impl Strategy<Value = Vec<Body>> {
    let claims = prop::collection::vec((some_claim(), 0u8..12), 1..40);
    (claims, any::<bool>(), any::<bool>()).prop_map(|(claims, merge, split)| {
        let mut bodies: Vec<Body> = Vec::new();
        let mut after: Vec<Body> = Vec::new();
        for (claim, then) in claims {
            let claim = if then < 3 { claim.read_by_program() } else { claim };
            let body = Body::Claim(claim);
            if bodies.contains(&body) {
                continue;
            }
            let name = name_of(&body);
            bodies.push(body);
            let (reason, by) = (String::new(), "reviewer".to_owned());
            match then {
                0 | 5 => after.push(Body::Retraction(Retraction { claim: name, reason, by })),
                1 | 2 | 6 => {
                    let verdict = if then == 1 { Verdict::Accept } else { Verdict::Reject };
                    after.push(Body::Review(Review {
                        claim: name,
                        replaces: None,
                        verdict,
                        amended: None,
                        reason,
                        by,
                    }));
                }
                _ => {}
            }
        }
        let id = |text: &str| text.parse().expect("a party");
        let into = Merge {
            from: id("xa.mid-mill"),
            into: id("xa.upper-mill"),
            replaces: None,
            reason: String::new(),
            by: "owner".to_owned(),
        };
        if merge {
            let body = Body::Merge(into);
            let name = name_of(&body);
            after.insert(0, body);
            if split {
                after.push(Body::Split(Split { merge: name, reason: String::new(), by: "owner".to_owned() }));
            }
        }
        bodies.extend(after);
        bodies
    })
}

/// Each entry a month after the one before.
fn written(bodies: Vec<Body>) -> Vec<Entry> {
    let mut writer = Writer::default();
    let mut day = day("2020-01-15");
    bodies.into_iter().for_each(|body| {
        writer.write_on(day, body);
        day = day.saturating_add(jiff::Span::new().months(1));
    });
    writer.entries
}

/// All on one day, so that an undated claim is known from the same day in any order.
fn on_one_day(bodies: Vec<Body>) -> Vec<Entry> {
    let mut writer = Writer::default();
    bodies.into_iter().for_each(|body| {
        writer.write(body);
    });
    writer.entries
}

/// A merge of two parties that nothing else names: it folds everything anew and changes nothing.
fn idle_merge() -> Body {
    let id = |text: &str| text.parse().expect("a party");
    let (reason, by) = (String::new(), "owner".to_owned());
    Body::Merge(Merge { from: id("xz.nowhere"), into: id("xz.elsewhere"), replaces: None, reason, by })
}

fn folded(entries: Vec<Entry>) -> Register {
    let mut register = Register::new(House::default());
    register.apply(entries);
    register
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn incremental_update_equals_rebuild(bodies in some_entries(), cuts in prop::collection::vec(0usize..40, 0..5)) {
        let entries = written(bodies);
        let mut stepwise = Register::new(House::default());
        let mut cuts = cuts;
        cuts.sort_unstable();
        let mut done = 0;
        for cut in cuts.into_iter().chain([entries.len()]) {
            let cut = cut.clamp(done, entries.len());
            stepwise.apply(entries[done..cut].to_vec());
            let _ = digest(&stepwise); // asking in between changes nothing
            done = cut;
        }
        prop_assert_eq!(digest(&stepwise), digest(&folded(entries)));
    }

    #[test]
    fn folding_anew_changes_nothing(bodies in some_entries()) {
        let mut anew = bodies.clone();
        anew.push(idle_merge());
        prop_assert_eq!(digest(&folded(written(anew))), digest(&folded(written(bodies))));
    }

    #[test]
    fn the_order_of_independent_claims_does_not_matter(
        (bodies, shuffled) in some_entries().prop_flat_map(|bodies| {
            let claims: Vec<Body> = bodies.into_iter().filter(|body| matches!(body, Body::Claim(_))).collect();
            (Just(claims.clone()), Just(claims).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(digest(&folded(on_one_day(bodies))), digest(&folded(on_one_day(shuffled))));
    }

    #[test]
    fn applying_the_same_entries_again_changes_nothing(bodies in some_entries()) {
        let entries = written(bodies);
        let mut register = folded(entries.clone());
        let before = digest(&register);
        register.apply(entries);
        prop_assert_eq!(digest(&register), before);
    }

    #[test]
    fn the_short_form_agrees_with_the_report(bodies in some_entries(), year in 1985i16..2027) {
        let register = folded(written(bodies));
        let as_of = register::AsOf::on(jiff::civil::date(year, 6, 1));
        let view = register.view(as_of);
        for (key, state) in view.iter() {
            let report = register.report(key, as_of);
            prop_assert_eq!(state, &report.state);
            prop_assert_eq!(state.class, report.class);
            for (side, party) in state.sides.iter().zip(&report.parties) {
                prop_assert_eq!(side.standing, party.standing);
                prop_assert_eq!(side.carrier, party.carrier);
            }
        }
    }
}

#[test]
fn a_proposed_claim_counts_from_its_acceptance() {
    let mut writer = Writer::default();
    writer.claims([claim(MILLS, stands("full"), "1991/..", "1995")]);
    let proposed = writer.write(Body::Claim(claim(MILLS, act("ended", ""), "2022", "2022").read_by_program()));
    let accept = |verdict| Review {
        claim: proposed,
        replaces: None,
        verdict,
        amended: None,
        reason: "read in the minutes".to_owned(),
        by: "reviewer".to_owned(),
    };
    let standing = |entries: &[Entry], known_on: &str| {
        let register = folded(entries.to_vec());
        let key = register.tie_key(&MILLS.parse().expect("a tie")).expect("known");
        (
            register.view(as_of("2025-01-01", known_on)).state(key).standing,
            register.known(register.claim_named(&proposed).expect("kept")).status,
        )
    };
    assert_eq!(standing(&writer.entries, "2026-06-01"), (Standing::InForce, Status::Proposed));
    let accepted = writer.write_on(day("2026-03-01"), Body::Review(accept(Verdict::Accept)));
    assert_eq!(standing(&writer.entries, "2026-06-01"), (Standing::Ended, Status::Counts));
    assert_eq!(standing(&writer.entries, "2026-02-28"), (Standing::InForce, Status::Counts), "not accepted then");
    let reject = Review { replaces: Some(accepted), ..accept(Verdict::Reject) };
    writer.write_on(day("2026-04-01"), Body::Review(reject));
    assert_eq!(standing(&writer.entries, "2026-06-01"), (Standing::InForce, Status::Rejected));
    assert_eq!(standing(&writer.entries, "2026-03-15"), (Standing::Ended, Status::Rejected), "it was accepted then");
}

#[test]
fn a_retracted_claim_was_known_until_then() {
    let mut writer = Writer::default();
    writer.claims([claim(MILLS, stands("full"), "1991/..", "1995")]);
    let wrong = writer.write(Body::Claim(claim(MILLS, act("ended", ""), "2022", "2022")));
    let by = "owner".to_owned();
    writer.write_on(
        day("2026-03-01"),
        Body::Retraction(Retraction { claim: wrong, reason: "another mill".to_owned(), by }),
    );
    let register = writer.register();
    let key = register.tie_key(&MILLS.parse().expect("a tie")).expect("known");
    assert_eq!(register.view(as_of("2025-01-01", "2026-02-28")).state(key).standing, Standing::Ended);
    assert_eq!(register.view(as_of("2025-01-01", "2026-03-01")).state(key).standing, Standing::InForce);
}

#[test]
fn merged_parties_are_one_until_split() {
    let other = "xa.mill-upper~xb.nether-mill";
    let mut writer = Writer::default();
    writer.claims([
        claim(MILLS, stands("full"), "1991/..", "1995"),
        claim(other, act("suspended", "xa.mill-upper"), "2022", "2022"),
        claim("xa.mill-upper~xa.upper-mill", stands("contact"), "2000", "2000"),
    ]);
    let merge = Merge {
        from: "xa.mill-upper".parse().expect("a party"),
        into: "xa.upper-mill".parse().expect("a party"),
        replaces: None,
        reason: "one town, two spellings".to_owned(),
        by: "owner".to_owned(),
    };
    let name = writer.write(Body::Merge(merge));
    let merged = folded(writer.entries.clone());
    let key = merged.tie_key(&other.parse().expect("a tie")).expect("found under its old name");
    assert_eq!(merged.tie(key).id().as_str(), MILLS);
    assert_eq!(merged.view(as_of("2025-01-01", "2026-06-01")).state(key).standing, Standing::Suspended);
    assert_eq!((merged.n_ties(), merged.collapsed().len()), (1, 1), "a tie of one party is a problem, not lost");
    writer.write(Body::Split(Split { merge: name, reason: "two towns after all".to_owned(), by: "owner".to_owned() }));
    assert_eq!(writer.register().n_ties(), 3);
}

proptest! {
    /// The days between which nothing changes are those between which views do not differ.
    #[test]
    fn changes_say_what_views_say(claims in prop::collection::vec(some_claim(), 1..25), on in "19[89][0-9]|20[0-2][0-9]") {
        let register = register(claims);
        for month_day in ["01-01", "02-15", "06-30", "07-02", "12-31"] {
            let as_of = as_of(&format!("{on}-{month_day}"), "2026-06-01");
            let number = (as_of.true_on - day("1970-01-01")).get_days();
            for (tie, state) in register.view(as_of).iter() {
                let changes = register.changes(tie, as_of.known_on);
                let last = changes.iter().rev().find(|change| change.day.is_none_or(|day| day <= number));
                prop_assert_eq!(last.map(|change| (change.standing, change.class)), Some((state.standing, state.class)));
            }
        }
    }
}

#[test]
fn turns_are_dated_in_the_middle_of_what_a_date_may_mean() {
    let register = register([
        claim(MILLS, stands("full"), "1991/..", "1995"),
        claim(MILLS, act("suspended", "xa.upper-mill"), "2022-03-08", "2022-03-09"),
    ]);
    let tie = register.tie_keys().next().expect("one tie");
    let turns = |from: &str, to: &str| -> Vec<&str> {
        register.turns(tie, day("2026-01-01"), (day(from), day(to))).into_iter().map(register::Turn::word).collect()
    };
    assert_eq!(turns("1990-12-31", "1991-07-01"), Vec::<&str>::new()); // 2 July is the middle of 1991
    assert_eq!(turns("1991-07-01", "1991-07-02"), ["began"]);
    assert_eq!(turns("1991-07-02", "2022-03-08"), ["suspended"]);
    assert_eq!(turns("1900-01-01", "2026-01-01"), ["began", "suspended"]);
    assert!(register.turns(tie, day("1994-01-01"), (day("1900-01-01"), day("2026-01-01"))).is_empty()); // not yet known
}
