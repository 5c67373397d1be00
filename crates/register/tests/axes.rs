//! The five axes over invented ties: each case is a few claims, a pair of days, and what must come out.

mod fixture;

use fixture::*;
use model::Grade;
use register::{CarrierHealth, Pulse, Register, Standing, TieReport};

const UPPER: &str = "xa.upper-mill";
const NETHER: &str = "xb.nether-mill";

fn report(register: &Register, true_on: &str, known_on: &str) -> TieReport {
    let key = register.tie_key(&MILLS.parse().expect("a tie")).expect("the tie is known");
    register.report(key, as_of(true_on, known_on))
}

/// `(standing of Upper Mill, of Nether Mill, pulse)` in words.
fn check(claims: impl IntoIterator<Item = model::Claim>, true_on: &str, expected: (&str, &str, &str)) {
    let register = register(claims);
    let report = report(&register, true_on, "2026-01-01");
    let [upper, nether] = &report.parties[..] else { panic!("two parties") };
    let found = (upper.standing.word(), nether.standing.word(), report.state.pulse.word());
    assert_eq!(found, expected, "on {true_on}: {:?}", report.pulse_reason);
}

#[test]
fn standing_follows_statements_and_acts() {
    let stated = || claim(MILLS, stands("full"), "1991/..", "1995");
    check([stated()], "1990-01-01", ("none", "none", "unknown"));
    check([stated()], "1992-01-01", ("in-force", "in-force", "unknown"));
    // Validity never lapses on its own.
    check([stated()], "2025-01-01", ("in-force", "in-force", "unknown"));
    // One party acts; the other has said nothing.
    let suspended = || claim(MILLS, act("suspended", UPPER), "2022-03-01", "2022-03-02");
    check([stated(), suspended()], "2022-02-28", ("in-force", "in-force", "unknown"));
    check([stated(), suspended()], "2022-03-01", ("suspended", "in-force", "unknown"));
    let resumed = claim(MILLS, act("resumed", UPPER), "2024", "2024");
    check([stated(), suspended(), resumed], "2025-01-01", ("in-force", "in-force", "unknown"));
    let ended = claim(MILLS, act("ended", ""), "2023", "2023");
    check([stated(), suspended(), ended], "2025-01-01", ("ended", "ended", "unknown"));
}

#[test]
fn a_list_never_proves_a_tie_in_force() {
    let listed = || claim(MILLS, stands("full"), "2016-09", "2016-09").graded(Grade::List);
    check([listed()], "2020-01-01", ("unknown", "unknown", "unknown"));
    // It may be older than the list: before it, nobody says.
    check([listed()], "2010-01-01", ("unknown", "unknown", "unknown"));
    let stated = claim(MILLS, stands("full"), "2018", "2018");
    check([listed(), stated], "2020-01-01", ("in-force", "in-force", "unknown"));
}

#[test]
fn a_later_statement_is_named_as_such_and_not_as_a_list() {
    let listed = claim(MILLS, listing("atlas", "listed"), "2016-09", "2016-09").graded(Grade::List);
    let register = register([listed, claim(MILLS, stands("full"), "2022-04", "2022-04")]);
    let reason = |on: &str| report(&register, on, "2026-01-01").parties[0].reasons[0].key;
    assert_eq!(reason("2020-11-29"), "standing-unknown-then");
    assert_eq!(reason("2022-05-01"), "standing-stated");
}

#[test]
fn a_year_in_which_it_stood_covers_the_whole_year() {
    let stood = || claim(MILLS, stands("full"), "2020", "2022");
    check([stood()], "2020-01-01", ("in-force", "in-force", "unknown"));
    check([stood()], "2019-12-31", ("unknown", "unknown", "unknown"));
    check([stood()], "2025-12-31", ("in-force", "in-force", "unknown"));
}

#[test]
fn an_unknown_start_reaches_back_to_the_first_trace() {
    // Told on the occasion of its suspension: that does not contradict the suspension.
    let told = || claim(MILLS, stands("full"), "/..", "2022-03-07");
    let suspended = || claim(MILLS, act("suspended", UPPER), "2022-03-03", "2022-03-07");
    let listed = || claim(MILLS, listing("atlas", "listed"), "2016-09", "2016-09").graded(Grade::List);
    check([told(), suspended(), listed()], "2016-08-01", ("unknown", "unknown", "unknown"));
    check([told(), suspended(), listed()], "2020-11-29", ("in-force", "in-force", "unknown"));
    check([told(), suspended(), listed()], "2022-04-01", ("suspended", "in-force", "unknown"));
    // With no other trace, from the day it was told.
    check([told()], "2022-03-06", ("unknown", "unknown", "unknown"));
    check([told()], "2022-03-07", ("in-force", "in-force", "unknown"));
}

#[test]
fn contact_is_nothing_formal() {
    let contact = || claim(MILLS, stands("contact"), "2019", "2019");
    check([contact()], "2020-01-01", ("contact", "contact", "unknown"));
    let visit = claim(MILLS, fixture::contact("visit", UPPER), "2019", "2019");
    check([visit], "2019-12-31", ("contact", "contact", "alive"));
    let signed = claim(MILLS, act("signed", ""), "2021", "2021");
    check([contact(), signed], "2022-01-01", ("in-force", "in-force", "unknown"));
    let stated = claim(MILLS, stands("full"), "1991/..", "1995");
    check([stated, contact()], "2020-01-01", ("in-force", "in-force", "unknown"));
}

#[test]
fn terms_run_out_unless_renewed() {
    let signed = || claim(MILLS, signed_until("2015-06-30"), "2012-06-30", "2012");
    check([signed()], "2015-01-01", ("in-force", "in-force", "unknown"));
    check([signed()], "2015-07-01", ("expired", "expired", "unknown"));
    let renewed = claim(MILLS, act("renewed", ""), "2016", "2016");
    check([signed(), renewed], "2017-01-01", ("in-force", "in-force", "unknown"));
}

#[test]
fn a_renewal_before_the_term_ends_carries_on() {
    let signed = claim(MILLS, signed_until("2015-06-30"), "2012-06-30", "2012");
    let renewed = claim(MILLS, act("renewed", ""), "2015-01", "2015");
    check([signed, renewed], "2017-01-01", ("in-force", "in-force", "unknown"));
}

#[test]
fn nothing_that_only_a_list_says_puts_in_force_or_shows_life() {
    let list = |fact, held: &str| claim(MILLS, fact, held, "2020").graded(Grade::List);
    check([list(act("signed", ""), "1991")], "2020-01-01", ("unknown", "unknown", "unknown"));
    check([list(contact("visit", UPPER), "2019-06")], "2020-01-01", ("unknown", "unknown", "unknown"));
    let visit = claim(MILLS, contact("visit", UPPER), "2012-06", "2012");
    check([visit, list(model::Fact::NoContact, "2013/2020")], "2020-01-01", ("contact", "contact", "unknown"));
}

#[test]
fn dates_known_in_part_take_effect_in_their_middle() {
    let stated = || claim(MILLS, stands("full"), "1991/..", "1995");
    // A visit in the 2010s is no visit of 2019.
    check(
        [stated(), claim(MILLS, contact("visit", UPPER), "201X", "2020")],
        "2021-06-01",
        ("in-force", "in-force", "unknown"),
    );
    let suspended = || claim(MILLS, act("suspended", UPPER), "2022", "2023");
    let register = register([stated(), suspended()]);
    let uncertain = |on: &str| {
        let report = report(&register, on, "2026-01-01");
        let reasons = &report.parties[0].reasons;
        (report.parties[0].standing, reasons.iter().any(|reason| reason.key == "standing-day-unknown"))
    };
    assert_eq!(uncertain("2021-12-31"), (Standing::InForce, false));
    assert_eq!(uncertain("2022-03-01"), (Standing::InForce, true), "it may have been suspended already");
    assert_eq!(uncertain("2022-09-01"), (Standing::Suspended, true), "it may not have been suspended yet");
    assert_eq!(uncertain("2023-01-01"), (Standing::Suspended, false));
}

#[test]
fn an_open_end_reaches_to_the_day_it_was_said() {
    let stated = || claim(MILLS, stands("full"), "1991/..", "1995");
    let on = |pulse| ("in-force", "in-force", pulse);
    check([stated(), claim(MILLS, contact("project", ""), "2010/..", "2024-12")], "2025-01-01", on("alive"));
    let silent = || claim(MILLS, model::Fact::NoContact, "2012/..", "2016-01");
    check([stated(), silent()], "2016-02-01", on("quiet"));
    check([stated(), silent()], "2024-01-01", on("unknown"));
    // No beginning and no end: it happened, nobody knows when.
    check([stated(), claim(MILLS, contact("visit", UPPER), "../..", "2024-12")], "2025-01-01", on("unknown"));
}

#[test]
fn what_lasted_until_a_day_says_nothing_of_later() {
    let register = register([
        claim(MILLS, stands("full"), "1991/..", "1995"),
        claim(MILLS, listing("atlas", "listed"), "2010/2015", "2016"),
        claim(MILLS, carrier("active", UPPER, "Mill Alliance"), "1990/1995", "1996"),
    ]);
    let then = report(&register, "1994-01-01", "2026-01-01");
    assert_eq!(then.parties[0].carrier, CarrierHealth::Thin);
    let later = report(&register, "2020-01-01", "2026-01-01");
    assert_eq!((later.parties[0].carrier, later.recognition.len()), (CarrierHealth::NoneKnown, 0));
}

#[test]
fn an_end_that_another_source_denies_is_a_contradiction() {
    let until = claim(MILLS, stands("full"), "1991/2010", "2011");
    let goes_on = claim(MILLS, stands("full"), "1991/..", "2024").by("herald");
    let register = register([until, goes_on]);
    let report = report(&register, "2024-06-01", "2026-01-01");
    assert_eq!(report.state.standing, Standing::InForce);
    assert_eq!(report.contradictions.iter().map(|reason| reason.key).collect::<Vec<_>>(), ["contradiction-end"]);
}

#[test]
fn beginnings_that_differ_are_found_behind_a_vague_one() {
    let since = |held: &str, source: &str| claim(MILLS, stands("full"), held, "2000").by(source);
    let register = register([since("198X/..", "a"), since("1986/..", "b"), since("1989/..", "c")]);
    let report = report(&register, "2000-06-01", "2026-01-01");
    assert_eq!(report.contradictions.iter().map(|reason| reason.key).collect::<Vec<_>>(), ["contradiction-start"]);
}

#[test]
fn sources_that_disagree_make_it_contested() {
    let ended = claim(MILLS, act("ended", UPPER), "2022-03", "2022-04");
    let still = claim(MILLS, stands("full"), "2023-01", "2023-01").by("other-gazette");
    let register = register([ended, still]);
    let report = report(&register, "2024-01-01", "2024-01-01");
    assert_eq!(report.parties[0].standing, Standing::Contested);
    assert!(report.state.is_disputed);
    let reason = report.contradictions.iter().find(|reason| reason.key == "contradiction-standing").expect("shown");
    assert_eq!(reason.claims.len(), 2, "both assertions stand side by side");
}

#[test]
fn acts_that_cannot_follow_are_reported_and_change_nothing() {
    let stated = || claim(MILLS, stands("full"), "1991/..", "1995");
    let stray = claim(MILLS, act("resumed", UPPER), "2000", "2000");
    let stranger = claim(MILLS, act("ended", "xa"), "2001", "2001");
    let register = register([stated(), stray, stranger]);
    let report = report(&register, "2005-01-01", "2005-01-01");
    assert_eq!(report.state.standing, Standing::InForce);
    let keys: Vec<_> = report.problems.iter().map(|problem| problem.key).collect();
    assert_eq!(keys, ["problem-act-cannot-follow", "problem-act-by-stranger"]);
    assert_eq!(report.timeline.len(), 3, "nothing is dropped");
}

#[test]
fn a_class_can_change_and_sources_can_differ() {
    let friends = || claim(MILLS, stands("friendship"), "2003/2011-10", "2012");
    let sisters = || claim(MILLS, stands("full"), "2011-10/..", "2012");
    let both = register([friends(), sisters()]);
    let class = |register: &Register, on| report(register, on, "2026-01-01").class.expect("a class").word();
    assert_eq!(class(&both, "2005-01-01"), "friendship");
    assert_eq!(class(&both, "2012-01-01"), "full");
    assert!(report(&both, "2012-01-01", "2026-01-01").contradictions.is_empty(), "a change is no contradiction");
    let differ = register([sisters(), claim(MILLS, stands("project"), "2012", "2013").by("other-gazette")]);
    let found = report(&differ, "2014-01-01", "2026-01-01");
    assert_eq!(found.contradictions[0].key, "contradiction-class");
}

#[test]
fn pulse() {
    let stated = || claim(MILLS, stands("full"), "1991/..", "1995");
    let visit = || claim(MILLS, contact("visit", UPPER), "2020-02", "2020-03");
    let on = |pulse| ("in-force", "in-force", pulse);
    check([stated()], "2020-01-01", on("unknown"));
    check([stated(), visit()], "2020-11-29", on("alive"));
    check([stated(), visit()], "2022-02-01", on("alive"));
    // Two years on, nobody has looked: unknown, not dormant.
    check([stated(), visit()], "2022-06-01", on("unknown"));
    // Two sources spoke of the tie since, and named no contact.
    let later = |source, year| claim(MILLS, stands("full"), year, year).by(source);
    let looked = || [stated(), visit(), later("gazette", "2023"), later("herald", "2024")];
    check(looked(), "2024-12-31", on("quiet"));
    check(looked(), "2026-01-01", on("dormant"));
    // Lists do not look.
    let list = |year| later("list", year).graded(Grade::List);
    check([stated(), visit(), later("gazette", "2023"), list("2024")], "2024-12-31", on("unknown"));
    // A source that says there was none is enough.
    let none = claim(MILLS, model::Fact::NoContact, "2020-03/2025", "2025");
    check([stated(), visit(), none], "2024-12-31", on("quiet"));
    // Greetings and mentions prove nothing; a letter answered ticks over.
    let greeting = claim(MILLS, contact("greeting", NETHER), "2020-06", "2020");
    let vague = claim(MILLS, contact("vague", ""), "2020-06", "2020");
    check([stated(), greeting, vague], "2020-12-01", on("unknown"));
    check([stated(), claim(MILLS, contact("letter", UPPER), "2020-06", "2020")], "2020-12-01", on("ticking-over"));
    check([stated(), claim(MILLS, contact("visit", UPPER), "", "2020-06")], "2020-12-01", on("unknown")); // not dated
    // What goes on is contact until it ends.
    check([stated(), claim(MILLS, contact("project", ""), "2010/2020", "2021")], "2021-06-01", on("alive"));
}

#[test]
fn pulse_goes_by_direction() {
    let sent = (0..3).map(|year| {
        claim(MILLS, contact("visit", UPPER), &format!("{}", 2018 + year), "2021").by(&format!("gazette-{year}"))
    });
    let register = register(sent);
    let report = report(&register, "2021-01-01", "2026-01-01");
    let pulses: Vec<_> = report.directions.iter().map(|direction| direction.pulse).collect();
    assert_eq!(pulses, [Pulse::Alive, Pulse::Unknown], "Upper Mill travels, nothing is known of the way back");
}

#[test]
fn carriers_live_beside_the_agreement() {
    let claims = || {
        [
            claim(MILLS, stands("full"), "1991/..", "1995"),
            claim(MILLS, contact("visit", UPPER), "2020-02", "2020-03"),
            claim(MILLS, carrier("founded", UPPER, "Mill Alliance"), "1991", ""),
            claim(MILLS, carrier("activity-suspended", UPPER, "Mill Alliance"), "2022", ""),
            claim(MILLS, carrier("dissolved", UPPER, "Mill Alliance"), "2023-11-06", ""),
        ]
    };
    let register = register(claims());
    let at = |on: &str| {
        let report = report(&register, on, "2026-01-01");
        (report.parties[0].carrier, report.parties[1].carrier, report.state.pulse, report.state.standing)
    };
    use {CarrierHealth as C, Pulse as P, Standing as S};
    assert_eq!(at("2020-11-29"), (C::Strong, C::NoneKnown, P::Alive, S::InForce));
    assert_eq!(at("2022-12-31"), (C::ActivitySuspended, C::NoneKnown, P::Unknown, S::InForce));
    assert_eq!(at("2023-11-06"), (C::Dissolved, C::NoneKnown, P::NoCarrier, S::InForce));
}

#[test]
fn known_on_leaves_out_what_was_said_later() {
    let register = register([
        claim(MILLS, stands("full"), "1991/..", "1995"),
        claim(MILLS, contact("visit", UPPER), "2020-02", "2020-11-29"),
        claim(MILLS, act("suspended", UPPER), "2022-03-01", "2022-03-02"),
        claim(MILLS, carrier("founded", UPPER, "Mill Alliance"), "1991", ""), // undated: known since written down
    ]);
    let then = report(&register, "2025-01-01", "2020-12-01");
    assert_eq!(then.state.standing, Standing::InForce);
    assert_eq!(then.timeline.len(), 2);
    assert!(then.carriers.is_empty());
    assert_eq!(report(&register, "2025-01-01", "2020-11-28").timeline.len(), 1, "the visit was not told yet");
    assert_eq!(report(&register, "2025-01-01", "2026-01-01").timeline.len(), 4);
}

#[test]
fn the_same_thing_told_twice_is_one_item_with_two_sources() {
    let told = |source: &str| claim(MILLS, contact("visit", UPPER), "2020-02", "2020-03").by(source);
    let register = register([told("gazette"), told("herald")]);
    let report = report(&register, "2020-06-01", "2026-01-01");
    assert_eq!(report.timeline.len(), 1);
    assert_eq!(report.timeline[0].claims.len(), 2);
}

#[test]
fn listings_are_kept_per_registry() {
    let register = register([
        claim(MILLS, listing("atlas", "listed"), "2010", "2010"),
        claim(MILLS, listing("atlas", "delisted"), "2015", "2015"),
        claim(MILLS, listing("yearbook", "listed-charter"), "2012", "2012"),
    ]);
    let words = |on: &str| {
        let report = report(&register, on, "2026-01-01");
        report.recognition.iter().map(|r| format!("{} {}", r.registry, r.status)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(words("2011-01-01"), "atlas listed");
    assert_eq!(words("2016-01-01"), "atlas delisted, yearbook listed-charter");
}
