//! Bodies made by chance, for property tests: every kind, every optional part, texts in several scripts.

use jiff::civil::Date;
use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Body, Bound, Carrier, CarrierEvent, Claim, CountUnit, Edge,
    Evidence, Fact, Grade, Identifier, Instrument, Listing, ListingStatus, Locator, Maker, MakerKind, Merge, Name,
    NameUse, PartialDate, PartyId, PartyKind, PartyName, Period, ReasonCode, Retraction, Review, Scheme, Source,
    SourceId, SourceKind, Speaker, Split, StatedCount, Subject, TieClass, TieId, Verdict,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// Any body; most are claims.
pub fn body() -> impl Strategy<Value = Body> {
    let name = || any::<[u8; 32]>().prop_map(Name);
    let review = (name(), of(name()), select(Verdict::ALL), of(name()), text(), text()).prop_map(
        |(claim, replaces, verdict, amended, reason, by)| {
            Body::Review(Review { claim, replaces, verdict, amended, reason, by })
        },
    );
    let retraction =
        (name(), text(), text()).prop_map(|(claim, reason, by)| Body::Retraction(Retraction { claim, reason, by }));
    let merge = (party_id(), party_id(), of(name()), text(), text())
        .prop_map(|(from, into, replaces, reason, by)| Body::Merge(Merge { from, into, replaces, reason, by }));
    let split = (name(), text(), text()).prop_map(|(merge, reason, by)| Body::Split(Split { merge, reason, by }));
    prop_oneof![
        8 => claim().prop_map(Body::Claim),
        2 => source().prop_map(Body::Source),
        1 => review,
        1 => retraction,
        1 => merge,
        1 => split,
    ]
}

/// Any claim.
pub fn claim() -> impl Strategy<Value = Claim> {
    let evidence =
        (source_id(), locator(), text()).prop_map(|(source, locator, quote)| Evidence { source, locator, quote });
    let maker =
        (select(MakerKind::ALL), text(), text()).prop_map(|(kind, name, version)| Maker { kind, name, version });
    let speaker = of(text().prop_map(|office| Speaker { office }));
    (subject(), fact(), period(), of(partial_date()), speaker, evidence, select(Grade::ALL), text(), maker).prop_map(
        |(subject, fact, held, said_on, speaker, evidence, grade, note, maker)| Claim {
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

/// Any fact.
pub fn fact() -> impl Strategy<Value = Fact> {
    let named = (text(), text(), select(NameUse::ALL))
        .prop_map(|(text, language, usage)| Fact::Named(PartyName { text, language, usage }));
    let carrier = (party_id(), text(), select(CarrierEvent::ALL))
        .prop_map(|(party, name, event)| Fact::Carrier(Carrier { party, name, event }));
    let listing =
        (text(), select(ListingStatus::ALL)).prop_map(|(registry, status)| Fact::Listing(Listing { registry, status }));
    let count = (any::<u32>(), select(Bound::ALL), text(), select(CountUnit::ALL), of(text()), of(text())).prop_map(
        |(number, bound, unit, what, definition, irreproducible)| {
            Fact::StatedCount(StatedCount { number, bound, unit, what, definition, irreproducible })
        },
    );
    prop_oneof![
        named,
        identifier().prop_map(Fact::Identified),
        select(PartyKind::ALL).prop_map(Fact::Is),
        attribute().prop_map(Fact::Has),
        party_id().prop_map(Fact::PartOf),
        party_id().prop_map(Fact::Succeeds),
        (select(TieClass::ALL), text()).prop_map(|(class, word)| Fact::TieStands { class, word }),
        act(),
        activity(),
        Just(Fact::NoContact),
        carrier,
        listing,
        count,
        text().prop_map(Fact::Wish),
    ]
}

/// Any source.
pub fn source() -> impl Strategy<Value = Source> {
    let texts = (source_id(), text(), text(), text(), text(), text());
    let dates = (of(partial_date()), of(day()));
    let rest = (select(SourceKind::ALL), select(Grade::ALL), of(text()), of(any::<[u8; 32]>()));
    (texts, dates, rest).prop_map(
        |((id, title, publisher, url, language, note), (published, retrieved), (kind, grade, text, hash))| Source {
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

/// Any subject.
pub fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        party_id().prop_map(Subject::Party),
        tie_id().prop_map(Subject::Tie),
        tie_id().prop_map(Subject::Relation)
    ]
}

/// Any period, also unknown, open and single dates.
pub fn period() -> impl Strategy<Value = Period> {
    let edge = || prop_oneof![Just(Edge::Unknown), Just(Edge::Open), partial_date().prop_map(Edge::At)];
    let span = (edge(), edge()).prop_map(|(start, end)| {
        Period::span(start, end).or_else(|_| Period::span(end, start)).unwrap_or(Period::UNKNOWN)
    });
    prop_oneof![partial_date().prop_map(Period::on), span]
}

/// Any date the model can print: years 0 to 9999, every precision and doubt.
pub fn partial_date() -> impl Strategy<Value = PartialDate> {
    let body = prop_oneof![
        "[0-9]{2}XX",
        "[0-9]{3}X",
        "[0-9]{4}",
        "[0-9]{4}-2[1-4]",
        "[0-9]{4}-(0[1-9]|1[0-2])",
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        "[0-9]{4}-(01|03|05|07|08|10|12)-31",
    ];
    (body, "[~?%]?").prop_map(|(body, mark)| format!("{body}{mark}").parse().expect("made of good parts"))
}

/// Any party id.
pub fn party_id() -> impl Strategy<Value = PartyId> {
    "[a-z]{2}(-[a-z0-9]{1,3})?(\\.[a-z0-9-]{1,12})?".prop_map(|text| PartyId::parse(&text).expect("made of good parts"))
}

/// Any tie of two to four parties.
pub fn tie_id() -> impl Strategy<Value = TieId> {
    vec(party_id(), 2..=4).prop_filter_map("two different parties", |parties| TieId::between(parties).ok())
}

fn source_id() -> impl Strategy<Value = SourceId> {
    "[a-z0-9._:-]{1,20}".prop_map(|text| SourceId::parse(&text).expect("made of good parts"))
}

fn act() -> impl Strategy<Value = Fact> {
    let instrument = (text(), of(partial_date())).prop_map(|(title, term_end)| Instrument { title, term_end });
    (of(party_id()), select(ActKind::ALL), of(instrument), of(text()), of(select(ReasonCode::ALL))).prop_map(
        |(party, kind, instrument, condition, reason)| Fact::Act(Act { party, kind, instrument, condition, reason }),
    )
}

fn activity() -> impl Strategy<Value = Fact> {
    let what = (select(ActivityKind::ALL), of(party_id()), of(any::<u32>()), any::<bool>(), text());
    (what, vec(text(), 0..3), vec(text(), 0..3)).prop_map(
        |((kind, from, size, light, summary), participants, topics)| {
            Fact::Activity(Activity { kind, from, participants, topics, size, light, summary })
        },
    )
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
        partial_date().prop_map(Attribute::Founded),
    ]
}

fn identifier() -> impl Strategy<Value = Identifier> {
    let of_scheme = |scheme, pattern| {
        proptest::string::string_regex(pattern)
            .expect("a good pattern")
            .prop_map(move |text| Identifier::parse(scheme, &text).expect("made of good parts"))
    };
    prop_oneof![
        of_scheme(Scheme::Iso3166_1, "[A-Z]{2}"),
        of_scheme(Scheme::Iso3166_2, "[A-Z]{2}-[A-Z0-9]{1,3}"),
        of_scheme(Scheme::GeoNames, "[0-9]{1,8}"),
        of_scheme(Scheme::Wikidata, "Q[0-9]{1,9}"),
        of_scheme(Scheme::Ror, "0[a-z0-9]{8}"),
    ]
}

fn locator() -> impl Strategy<Value = Locator> {
    prop_oneof![
        (any::<u64>(), any::<u64>()).prop_map(|(start, end)| Locator::Bytes { start, end }),
        (text(), any::<u32>(), text()).prop_map(|(table, line, column)| Locator::Row { table, line, column }),
        Just(Locator::Whole),
    ]
}

fn day() -> impl Strategy<Value = Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

/// Texts: empty, plain, in other scripts, with quotes, ends of line and zero bytes.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ -~]{0,40}", "[а-яА-Я «»–]{0,20}", any::<String>()]
}
