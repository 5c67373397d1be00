//! One invented example of each kind of entry and of each kind of fact. The bytes of these are pinned by a test.

use jiff::civil::date;
use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Body, Bound, Carrier, CarrierEvent, Claim, CountUnit, Evidence,
    Fact, Grade, Identifier, Instrument, Listing, ListingStatus, Locator, Maker, MakerKind, Merge, Name, NameUse,
    PartialDate, PartyId, PartyKind, PartyName, Period, ReasonCode, Retraction, Review, Scheme, Source, SourceId,
    SourceKind, Speaker, Split, StatedCount, Subject, TieClass, TieId, Verdict,
};

/// A claim about the tie of Upper Mill and Lower Ferry, read from line `line` of a table.
///
/// # Panics
/// Never; the ids are good.
#[must_use]
pub fn claim(fact: Fact, line: u32) -> Claim {
    Claim {
        subject: Subject::Tie(TieId::parse("xa-1.upper-mill~xb-2.lower-ferry").expect("good")),
        fact,
        held: period("1991-10/.."),
        said_on: Some(day("2020-11-29")),
        speaker: None,
        evidence: Evidence {
            source: SourceId::parse("mill-gazette-2020").expect("good"),
            locator: Locator::Row { table: "ties.csv".into(), line, column: "since".into() },
            quote: "Upper Mill;Lower Ferry;Oct. 1991".into(),
        },
        grade: Grade::Report,
        note: String::new(),
        maker: Maker { kind: MakerKind::Importer, name: "csv".into(), version: "1".into() },
    }
}

/// One body of each kind, and one claim of each kind of fact, attribute, subject, locator and period.
///
/// # Panics
/// Never; the values are good.
#[must_use]
pub fn bodies() -> Vec<Body> {
    let facts = facts().into_iter().map(|fact| Body::Claim(claim(fact, 7)));
    sources().into_iter().chain(facts).chain(odd_claims()).chain(decisions()).collect()
}

fn sources() -> Vec<Body> {
    let full = Source {
        id: SourceId::parse("mill-gazette-2020").expect("good"),
        title: "The Mill Gazette".into(),
        publisher: "Mill Press".into(),
        url: "https://mill.example/2020".into(),
        published: Some(day("2020-11")),
        retrieved: Some(date(2024, 2, 29)),
        language: "en".into(),
        kind: SourceKind::Press,
        grade: Grade::Report,
        note: "scanned".into(),
        text: Some("Upper Mill and Lower Ferry – «twins».".into()),
        hash: Some([0xab; 32]),
    };
    let bare = Source {
        id: SourceId::parse("a").expect("good"),
        title: String::new(),
        publisher: String::new(),
        url: String::new(),
        published: None,
        retrieved: None,
        language: String::new(),
        kind: SourceKind::Table,
        grade: Grade::Unsourced,
        note: String::new(),
        text: None,
        hash: None,
    };
    vec![Body::Source(full), Body::Source(bare)]
}

fn facts() -> Vec<Fact> {
    let mill = || PartyId::parse("xa-1.upper-mill").expect("good");
    let text = || "words".to_owned();
    let mut facts = vec![
        Fact::Named(PartyName {
            text: "Верхняя Мельница".into(), language: "ru".into(), usage: NameUse::Alternative
        }),
        Fact::Identified(Identifier::parse(Scheme::Wikidata, "Q1384").expect("good")),
        Fact::Is(PartyKind::Town),
        Fact::PartOf(PartyId::parse("xa-1").expect("good")),
        Fact::Succeeds(mill()),
        Fact::TieStands { class: TieClass::Full, word: "twin town".into() },
        Fact::Act(Act {
            party: Some(mill()),
            kind: ActKind::Suspended,
            instrument: Some(Instrument { title: "Resolution 5".into(), term_end: Some(day("2030")) }),
            condition: Some("until further notice".into()),
            reason: Some(ReasonCode::PoliticalProtest),
        }),
        Fact::Act(Act { party: None, kind: ActKind::Signed, instrument: None, condition: None, reason: None }),
        Fact::Activity(Activity {
            kind: ActivityKind::Exchange,
            from: Some(mill()),
            participants: vec!["Mill School".into(), String::new()],
            topics: vec!["music".into()],
            size: Some(300),
            light: true,
            summary: "A choir came.".into(),
        }),
        Fact::NoContact,
        Fact::Carrier(Carrier { party: mill(), name: "Friends of the Ferry".into(), event: CarrierEvent::Founded }),
        Fact::Listing(Listing { registry: "twins".into(), status: ListingStatus::ListedCharter }),
        Fact::StatedCount(StatedCount {
            number: 77,
            bound: Bound::Over,
            unit: "pairs".into(),
            what: CountUnit::Pairs,
            definition: Some("pairs-2020".into()),
            irreproducible: Some("no list".into()),
        }),
        Fact::Wish("meet again".into()),
    ];
    facts.extend(
        [
            Attribute::Location { lat_e6: -33_456_789, lon_e6: 151_200_000 },
            Attribute::Population(12_345),
            Attribute::AreaKm2(u64::MAX),
            Attribute::UtcOffsetMin(-210),
            Attribute::GdpUsdMillion(0),
            Attribute::Capital(text()),
            Attribute::Coast(text()),
            Attribute::Climate("D".into()),
            Attribute::Sector(text()),
            Attribute::Hazard(text()),
            Attribute::Arctic,
            Attribute::FlagshipUniversity(text()),
            Attribute::FederalDistrict(text()),
            Attribute::Unresolved(text()),
            Attribute::Founded(day("18XX~")),
        ]
        .map(Fact::Has),
    );
    facts
}

/// Claims whose subject, period, speaker, locator or grade is another than in [`claim`].
fn odd_claims() -> Vec<Body> {
    let held = ["", "1974", "199X?", "2023-21%", "1991-10-05/", "/1997", "../1997~", "2020-02/2021"];
    let mut claims: Vec<Claim> =
        held.iter().map(|text| Claim { held: period(text), ..claim(Fact::NoContact, 1) }).collect();
    let office = Speaker { office: "Mayor of Upper Mill".into() };
    let relation = Subject::Relation(TieId::parse("xa~xb").expect("good"));
    claims.push(Claim { subject: relation, speaker: Some(office), ..claim(Fact::Wish("more".into()), 1) });
    let party = Subject::Party(PartyId::parse("xa-1.upper-mill").expect("good"));
    claims.push(Claim { subject: party, said_on: None, ..claim(Fact::Is(PartyKind::City), 1) });
    for locator in [Locator::Bytes { start: 70_000, end: 70_123 }, Locator::Whole] {
        let mut claim = claim(Fact::NoContact, 1);
        claim.evidence.locator = locator;
        claim.grade = Grade::Unsourced;
        claim.note = "see the map".into();
        claims.push(claim);
    }
    claims.into_iter().map(Body::Claim).collect()
}

fn decisions() -> Vec<Body> {
    let (reason, by) = (|| "checked".to_owned(), || "editor".to_owned());
    let id = |text| PartyId::parse(text).expect("good");
    vec![
        Body::Review(Review {
            claim: Name([1; 32]),
            replaces: Some(Name([2; 32])),
            verdict: Verdict::Amend,
            amended: Some(Name([3; 32])),
            reason: reason(),
            by: by(),
        }),
        Body::Review(Review {
            claim: Name([1; 32]),
            replaces: None,
            verdict: Verdict::Accept,
            amended: None,
            reason: reason(),
            by: by(),
        }),
        Body::Retraction(Retraction { claim: Name([1; 32]), reason: reason(), by: by() }),
        Body::Merge(Merge {
            from: id("xa-1.uper-mill"),
            into: id("xa-1.upper-mill"),
            replaces: Some(Name([4; 32])),
            reason: reason(),
            by: by(),
        }),
        Body::Split(Split { merge: Name([5; 32]), reason: reason(), by: by() }),
    ]
}

fn day(text: &str) -> PartialDate {
    text.parse().expect("a good date")
}

fn period(text: &str) -> Period {
    text.parse().expect("a good period")
}
