//! What is written and read again is equal; what is wrong is told by line.

use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Bound, Carrier, CarrierEvent, Claim, CountUnit, Evidence, Fact,
    Grade, Identifier, Instrument, Listing, ListingStatus, Locator, Maker, MakerKind, NameUse, PartialDate, PartyId,
    PartyKind, PartyName, Period, ReasonCode, Scheme, Source, SourceId, SourceKind, Speaker, StatedCount, Subject,
    TieClass, TieId,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("line\nbreak \u{2028} \"quoted\"".to_owned()), ".{0,12}"]
}

fn party() -> impl Strategy<Value = PartyId> {
    "[a-z]{2}(-[a-z0-9]{1,3})?(\\.[a-z0-9-]{1,8})?".prop_map(|text| PartyId::parse(&text).expect("an id"))
}

fn tie() -> impl Strategy<Value = TieId> {
    (party(), prop::collection::vec(party(), 0..3)).prop_map(|(first, rest)| {
        let other = PartyId::parse("zz.other").expect("an id");
        TieId::between(rest.into_iter().chain([first, other]))
            .unwrap_or_else(|_| TieId::parse("xa.a~xb.b").expect("two parties"))
    })
}

fn date() -> impl Strategy<Value = PartialDate> {
    select(vec!["1991", "1991-10", "1991-10-05", "199X", "19XX", "2023-21", "1990~", "1991?", "0800-01%"])
        .prop_map(|text| text.parse().expect("a date"))
}

fn period() -> impl Strategy<Value = Period> {
    select(vec![
        "",
        "1991",
        "1991/..",
        "1991/",
        "../1997",
        "/1997",
        "1991/1997-05-01",
        "../..",
        "/..",
        "../",
        "199X~/2001?",
    ])
    .prop_map(|text| text.parse().expect("a period"))
}

fn attribute() -> impl Strategy<Value = Attribute> {
    prop_oneof![
        (any::<i32>(), any::<i32>()).prop_map(|(lat_e6, lon_e6)| Attribute::Location { lat_e6, lon_e6 }),
        any::<u64>().prop_map(Attribute::Population),
        any::<u64>().prop_map(Attribute::AreaKm2),
        any::<i32>().prop_map(Attribute::UtcOffsetMin),
        any::<u64>().prop_map(Attribute::GdpUsdMillion),
        text().prop_map(Attribute::Capital),
        text().prop_map(Attribute::Coast),
        text().prop_map(Attribute::Climate),
        text().prop_map(Attribute::Sector),
        text().prop_map(Attribute::Hazard),
        Just(Attribute::Arctic),
        text().prop_map(Attribute::FlagshipUniversity),
        text().prop_map(Attribute::FederalDistrict),
        text().prop_map(Attribute::Unresolved),
        date().prop_map(Attribute::Founded),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let instrument = (text(), prop::option::of(date())).prop_map(|(title, term_end)| Instrument { title, term_end });
    (
        prop::option::of(party()),
        select(ActKind::ALL),
        prop::option::of(instrument),
        prop::option::of(text()),
        prop::option::of(select(ReasonCode::ALL)),
    )
        .prop_map(|(party, kind, instrument, condition, reason)| Act {
            party,
            kind,
            instrument,
            condition,
            reason,
        })
}

fn activity() -> impl Strategy<Value = Activity> {
    let texts = || prop::collection::vec(text(), 0..3);
    (
        select(ActivityKind::ALL),
        prop::option::of(party()),
        texts(),
        texts(),
        any::<Option<u32>>(),
        any::<bool>(),
        text(),
    )
        .prop_map(|(kind, from, participants, topics, size, light, summary)| Activity {
            kind,
            from,
            participants,
            topics,
            size,
            light,
            summary,
        })
}

fn stated_count() -> impl Strategy<Value = StatedCount> {
    let option = || prop::option::of(text());
    (any::<u32>(), select(Bound::ALL), text(), select(CountUnit::ALL), option(), option()).prop_map(
        |(number, bound, unit, what, definition, irreproducible)| StatedCount {
            number,
            bound,
            unit,
            what,
            definition,
            irreproducible,
        },
    )
}

fn identifier() -> impl Strategy<Value = Identifier> {
    select(vec![
        (Scheme::Iso3166_1, "XA"),
        (Scheme::Iso3166_2, "XA-7"),
        (Scheme::GeoNames, "12"),
        (Scheme::Wikidata, "Q12"),
        (Scheme::Ror, "0abcdef12"),
    ])
    .prop_map(|(scheme, value)| Identifier::parse(scheme, value).expect("an identifier"))
}

fn fact() -> impl Strategy<Value = Fact> {
    let named = (text(), text(), select(NameUse::ALL))
        .prop_map(|(text, language, usage)| Fact::Named(PartyName { text, language, usage }));
    let carrier = (party(), text(), select(CarrierEvent::ALL))
        .prop_map(|(party, name, event)| Fact::Carrier(Carrier { party, name, event }));
    prop_oneof![
        named,
        identifier().prop_map(Fact::Identified),
        select(PartyKind::ALL).prop_map(Fact::Is),
        attribute().prop_map(Fact::Has),
        party().prop_map(Fact::PartOf),
        party().prop_map(Fact::Succeeds),
        (select(TieClass::ALL), text()).prop_map(|(class, word)| Fact::TieStands { class, word }),
        act().prop_map(Fact::Act),
        activity().prop_map(Fact::Activity),
        Just(Fact::NoContact),
        carrier,
        (text(), select(ListingStatus::ALL)).prop_map(|(registry, status)| Fact::Listing(Listing { registry, status })),
        stated_count().prop_map(Fact::StatedCount),
        text().prop_map(Fact::Wish),
    ]
}

fn source_id() -> impl Strategy<Value = SourceId> {
    "[a-z0-9:._-]{1,12}".prop_map(|text| SourceId::parse(&text).expect("an id"))
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let locator = prop_oneof![
        any::<(u64, u64)>().prop_map(|(start, end)| Locator::Bytes { start, end }),
        (text(), any::<u32>(), text()).prop_map(|(table, line, column)| Locator::Row { table, line, column }),
        Just(Locator::Whole),
    ];
    (source_id(), locator, text()).prop_map(|(source, locator, quote)| Evidence { source, locator, quote })
}

fn claim() -> impl Strategy<Value = Claim> {
    let subject =
        prop_oneof![party().prop_map(Subject::Party), tie().prop_map(Subject::Tie), tie().prop_map(Subject::Relation)];
    let maker =
        (select(MakerKind::ALL), text(), text()).prop_map(|(kind, name, version)| Maker { kind, name, version });
    let speaker = prop::option::of(text().prop_map(|office| Speaker { office }));
    let said = (prop::option::of(date()), speaker);
    (subject, fact(), period(), said, evidence(), select(Grade::ALL), text(), maker).prop_map(
        |(subject, fact, held, (said_on, speaker), evidence, grade, note, maker)| Claim {
            subject,
            fact,
            held,
            said_on,
            speaker,
            evidence,
            grade,
            note,
            maker,
        },
    )
}

fn source() -> impl Strategy<Value = Source> {
    let retrieved = prop::option::of(Just(jiff::civil::date(2024, 5, 1)));
    let kept = (prop::option::of(text()), any::<Option<[u8; 32]>>());
    let texts = (text(), text(), text(), text(), text());
    let words = (select(SourceKind::ALL), select(Grade::ALL));
    (source_id(), texts, prop::option::of(date()), retrieved, words, kept).prop_map(
        |(id, (title, publisher, url, language, note), published, retrieved, (kind, grade), (text, hash))| Source {
            id,
            title,
            publisher,
            url,
            published,
            retrieved,
            language,
            kind,
            grade,
            note,
            text,
            hash,
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_and_read_again_is_equal(
        claims in prop::collection::vec(claim(), 0..4),
        sources in prop::collection::vec(source(), 0..3),
    ) {
        let mut out = Vec::new();
        sources.iter().for_each(|source| write_source(source, &mut out).expect("memory"));
        claims.iter().for_each(|claim| write_claim(claim, &mut out).expect("memory"));
        let n_lines = claims.len() + sources.len();
        prop_assert_eq!(read("x.jsonl", &out), Reading { sources, claims, problems: vec![], n_lines });
    }

    #[test]
    fn no_line_makes_it_panic(text in "[a-z{}\":, \n\\[\\]0-9]{0,80}") {
        let _ = read("x.jsonl", text.as_bytes());
    }
}

#[test]
fn a_source_says_how_far_it_carries() {
    let line = r#"{"source":{"id":"s","title":"","publisher":"","url":"","language":"","kind":"press","grade":"statement","note":""}}"#;
    let reading = read("x.jsonl", line.as_bytes());
    assert_eq!(reading.sources.iter().map(|source| source.grade).collect::<Vec<_>>(), [Grade::Statement]);
    let reading = read("x.jsonl", line.replace(r#""grade":"statement","#, "").as_bytes());
    assert_eq!(reading.problems[0].expected, "a claim or a source; at byte 94: missing field `grade`");
}

const GOOD: &str = r#"{"claim":{"subject":{"party":"xa.a"},"fact":{"is":"city"},"held":"","evidence":{"source":"s","locator":"whole","quote":""},"grade":"list","note":"","maker":{"kind":"role","name":"clerk","version":""}}}"#;

#[test]
fn problems_are_told_by_line() {
    let lines = [
        GOOD.to_owned(),
        String::new(),
        GOOD.replace("\"note\"", "\"notes\""),
        GOOD.replace("\"city\"", "\"village\""),
        GOOD.replace("\"xa.a\"", "\"Upper Mill\""),
        GOOD.replace("\"held\":\"\"", "\"held\":\"soon\""),
        GOOD.replace("claim", "entry"),
        GOOD.replace("}}}", "}}"),
        "a,b".to_owned(),
        GOOD.to_owned(),
    ];
    let reading = read("x.jsonl", lines.join("\r\n").as_bytes());
    assert_eq!((reading.n_lines, reading.claims.len(), reading.problems.len()), (9, 2, 7));
    let problems: Vec<String> =
        reading.problems.iter().map(|problem| format!("{}: {}", problem.line, problem.expected)).collect();
    insta::assert_snapshot!("problems", problems.join("\n"));
}
