//! A small invented register: two countries, every kind of claim, and names that would break a careless page.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Body, Bound, Carrier, CarrierEvent, Claim, CountUnit, Entry,
    Evidence, Fact, Grade, Identifier, Instrument, Listing, ListingStatus, Locator, Maker, MakerKind, Name, NameUse,
    PartyId, PartyKind, PartyName, Period, Review, Scheme, Seq, Source, SourceId, SourceKind, Speaker, StatedCount,
    Subject, TieClass, TieId, Verdict,
};
use planning::matching::Brief;
use register::{Definition, House, Register};
use server::{Shared, Site};

pub(crate) const TODAY: &str = "2024-06-01";
pub(crate) const TIE: &str = "xa-nm.little-harbor~xb-ss.staraya-reka";
pub(crate) const HOSTILE: &str = "xa-nm.hostile-bay~xb-ss.novy-most";
pub(crate) const LISTED: &str = "xa-nm.upper-mill~xb-ss.novy-most";
pub(crate) const N_TOWNS: usize = 120;

/// The text of the one source whose text is kept.
pub(crate) const TEXT: &str = "Нижний мост — Novy Most. The delegation came in February. Nobody has written since.";

#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) entries: Vec<Entry>,
}

/// A claim to be: the rest has defaults.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    pub(crate) held: &'a str,
    pub(crate) said: &'a str,
    pub(crate) source: &'a str,
    pub(crate) grade: Grade,
    pub(crate) quote: &'a str,
}

impl Default for Said<'_> {
    fn default() -> Self {
        Self {
            held: "",
            said: "2019-05-04",
            source: "gazette",
            grade: Grade::Report,
            quote: "The mayors put their names to it.",
        }
    }
}

impl Ledger {
    pub(crate) fn add(&mut self, body: Body) -> Name {
        self.add_on("2024-01-02", body)
    }

    pub(crate) fn add_on(&mut self, day: &str, body: Body) -> Name {
        let seq = self.entries.len() as u64 + 1;
        let mut bytes = [7; 32];
        bytes[..8].copy_from_slice(&seq.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
        let recorded_at: Timestamp = format!("{day}T03:04:05Z").parse().unwrap();
        self.entries.push(Entry { seq: Seq(seq), name: Name(bytes), recorded_at, body });
        Name(bytes)
    }

    pub(crate) fn source(&mut self, id: &str, title: &str, change: impl Fn(&mut Source)) {
        let mut source = Source {
            id: SourceId::parse(id).unwrap(),
            title: title.into(),
            publisher: "Invented Press".into(),
            url: format!("https://example.org/{id}"),
            published: Some("2019-05-04".parse().unwrap()),
            retrieved: Some(date(2024, 1, 1)),
            language: "en".into(),
            kind: SourceKind::Press,
            grade: Grade::Report,
            note: String::new(),
            text: None,
            hash: None,
        };
        change(&mut source);
        self.add(Body::Source(source));
    }

    pub(crate) fn claim(&mut self, subject: Subject, fact: Fact, said: Said) -> Name {
        let claim = self.made(subject, fact, said);
        self.add(Body::Claim(claim))
    }

    pub(crate) fn made(&self, subject: Subject, fact: Fact, said: Said) -> Claim {
        Claim {
            subject,
            fact,
            held: said.held.parse().unwrap(),
            said_on: (!said.said.is_empty()).then(|| said.said.parse().unwrap()),
            speaker: None,
            evidence: Evidence {
                source: SourceId::parse(said.source).unwrap(),
                locator: Locator::Row { table: "ties.csv".into(), line: 12, column: String::new() },
                quote: said.quote.into(),
            },
            grade: said.grade,
            note: String::new(),
            maker: Maker { kind: MakerKind::Importer, name: "table".into(), version: "1".into() },
        }
    }

    fn party(&mut self, id: &str, name: &str, kind: PartyKind) {
        let subject = party(id);
        let named = |text: &str, language: &str| {
            Fact::Named(PartyName { text: text.into(), language: language.into(), usage: NameUse::Preferred })
        };
        self.claim(subject.clone(), named(name, "en"), Said::default());
        self.claim(subject, Fact::Is(kind), Said::default());
    }

    fn located(&mut self, id: &str, lat: i32, lon: i32) {
        let location = Attribute::Location { lat_e6: lat * 1_000_000, lon_e6: lon * 1_000_000 };
        self.claim(party(id), Fact::Has(location), Said::default());
    }

    fn stands(&mut self, tie: &str, class: TieClass, word: &str, said: Said) -> Name {
        self.claim(subject(tie), Fact::TieStands { class, word: word.into() }, said)
    }
}

pub(crate) fn party(id: &str) -> Subject {
    Subject::Party(PartyId::parse(id).unwrap())
}

pub(crate) fn subject(tie: &str) -> Subject {
    Subject::Tie(TieId::parse(tie).unwrap())
}

pub(crate) fn act(party: Option<&str>, kind: ActKind) -> Act {
    Act { party: party.map(|id| PartyId::parse(id).unwrap()), kind, instrument: None, condition: None, reason: None }
}

/// Every entry, in order.
pub(crate) fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    sources(&mut ledger);
    parties(&mut ledger);
    little_harbor(&mut ledger);
    others(&mut ledger);
    towns(&mut ledger);
    ledger
}

fn sources(ledger: &mut Ledger) {
    ledger.source("gazette", "Upper Mill Gazette", |_| {});
    ledger.source("almanac", "Almanac of Lowland", |source| {
        source.kind = SourceKind::Reference;
        source.hash = Some([0xab; 32]);
    });
    ledger.source("registry", "List of the Association", |source| source.kind = SourceKind::List);
    ledger.source("letter", "Letter to the council", |source| {
        source.text = Some(TEXT.into());
        source.published = None;
        source.url = "javascript:alert(1)".into();
    });
    ledger.source("hostile", "<script>alert('title')</script>", |source| {
        source.note = "</dd><script>alert(2)</script>".into();
    });
}

fn parties(ledger: &mut Ledger) {
    ledger.party("xa", "Upland", PartyKind::Country);
    ledger.party("xb", "Lowland", PartyKind::Country);
    ledger.party("xa-nm", "North Mill", PartyKind::State);
    ledger.party("xb-ss", "Sinyaya Oblast", PartyKind::Oblast);
    ledger.party("xa-nm.little-harbor", "Little Harbor", PartyKind::City);
    ledger.party("xa-nm.upper-mill", "Upper Mill", PartyKind::City);
    ledger.party("xa-nm.hostile-bay", "<script>alert(1)</script> Bay", PartyKind::City);
    ledger.party("xb-ss.staraya-reka", "Staraya Reka", PartyKind::City);
    ledger.party("xb-ss.novy-most", "Novy Most", PartyKind::City);
    ledger.party("xb-ss.universitet", "Sinyaya State University", PartyKind::University);
    ledger.party("xa-nm.college", "Mill College", PartyKind::College);
    let russian = PartyName { text: "Старая Река".into(), language: "ru".into(), usage: NameUse::Preferred };
    ledger.claim(party("xb-ss.staraya-reka"), Fact::Named(russian), Said { source: "almanac", ..Said::default() });
    for (id, whole) in
        [("xa-nm", "xa"), ("xb-ss", "xb"), ("xa-nm.little-harbor", "xa-nm"), ("xb-ss.staraya-reka", "xb-ss")]
    {
        ledger.claim(party(id), Fact::PartOf(PartyId::parse(whole).unwrap()), Said::default());
    }
    for (scheme, value) in [(Scheme::Wikidata, "Q1384"), (Scheme::GeoNames, "480562")] {
        let identifier = Identifier::parse(scheme, value).unwrap();
        ledger.claim(
            party("xb-ss.staraya-reka"),
            Fact::Identified(identifier),
            Said { source: "almanac", ..Said::default() },
        );
    }
    let population = Fact::Has(Attribute::Population(481_300));
    ledger.claim(party("xb-ss.staraya-reka"), population, Said { held: "2021", source: "almanac", ..Said::default() });
    let unresolved = Fact::Has(Attribute::Unresolved("three colleges bear the name".into()));
    ledger.claim(party("xa-nm.college"), unresolved, Said::default());
    ledger.located("xa-nm.little-harbor", 60, -150);
    ledger.located("xa-nm.upper-mill", 42, -73);
    ledger.located("xb-ss.staraya-reka", 55, 160);
    ledger.located("xb-ss.novy-most", 54, 37);
}

/// The tie with everything: two beginnings, a visit, a suspension, a dissolved carrier, two registries, and later news.
fn little_harbor(ledger: &mut Ledger) {
    let signed = Act {
        instrument: Some(Instrument { title: "Agreement".into(), term_end: None }),
        ..act(None, ActKind::Signed)
    };
    ledger.claim(subject(TIE), Fact::Act(signed), Said { held: "1991", grade: Grade::Document, ..Said::default() });
    ledger.stands(TIE, TieClass::Full, "sister city", Said { held: "1989/..", source: "almanac", ..Said::default() });
    ledger.stands(TIE, TieClass::Full, "twin city", Said { held: "1993/..", ..Said::default() });
    let visit = Activity {
        kind: ActivityKind::Visit,
        from: Some(PartyId::parse("xa-nm.little-harbor").unwrap()),
        participants: vec!["Harbor Friends".into()],
        topics: vec!["smart_city".into(), "music".into()],
        size: Some(12),
        light: false,
        summary: "A delegation from Little Harbor visited Staraya Reka.".into(),
    };
    ledger.claim(subject(TIE), Fact::Activity(visit), Said { held: "2020-02", said: "2020-03-01", ..Said::default() });
    let carrier = |event| {
        let party = PartyId::parse("xa-nm.little-harbor").unwrap();
        Fact::Carrier(Carrier { party, name: "Harbor Friends".into(), event })
    };
    ledger.claim(subject(TIE), carrier(CarrierEvent::Founded), Said { held: "1990", ..Said::default() });
    ledger.claim(
        subject(TIE),
        carrier(CarrierEvent::Dissolved),
        Said { held: "2023-11-06", said: "2023-11-07", ..Said::default() },
    );
    let suspended =
        Act { condition: Some("until peace".into()), ..act(Some("xa-nm.little-harbor"), ActKind::Suspended) };
    ledger.claim(
        subject(TIE),
        Fact::Act(suspended),
        Said { held: "2022-03-08", said: "2022-03-09", ..Said::default() },
    );
    for (registry, status) in [("Association", ListingStatus::Listed), ("Union", ListingStatus::NotListed)] {
        let listing = Fact::Listing(Listing { registry: registry.into(), status });
        ledger.claim(
            subject(TIE),
            listing,
            Said { held: "2018", source: "registry", grade: Grade::List, ..Said::default() },
        );
    }
}

fn others(ledger: &mut Ledger) {
    let list = || Said { source: "registry", grade: Grade::List, said: "2018-01-01", ..Said::default() };
    ledger.stands(LISTED, TieClass::Friendship, "friendship city", list());
    let hostile =
        Said { source: "hostile", quote: "\"><img src=x onerror=alert(3)>", held: "2001/..", ..Said::default() };
    ledger.stands(HOSTILE, TieClass::Full, "<b>побратим</b>", hostile);
    ledger.stands(
        "xa-nm.college~xb-ss.universitet",
        TieClass::Institutional,
        "agreement",
        Said { held: "2015/..", ..Said::default() },
    );
    let relation = Subject::Relation(TieId::parse("xa~xb").unwrap());
    let stated = StatedCount {
        number: 7,
        bound: Bound::About,
        unit: "pairs of twin towns".into(),
        what: CountUnit::Pairs,
        definition: None,
        irreproducible: Some("no list came with it".into()),
    };
    let mut claim = ledger.made(relation.clone(), Fact::StatedCount(stated), Said { held: "2019", ..Said::default() });
    claim.speaker = Some(Speaker { office: "the ambassador".into() });
    ledger.add(Body::Claim(claim));
    ledger.claim(relation, Fact::Wish("that all ties revive".into()), Said::default());
    quoted(ledger);
}

/// Claims with places in a kept text: one proposed by the reader, one accepted, one rejected.
fn quoted(ledger: &mut Ledger) {
    let start = TEXT.find("The delegation").unwrap();
    let end = TEXT.find(" Nobody").unwrap();
    let vague = |summary: &str| Activity {
        kind: ActivityKind::Vague,
        from: None,
        participants: Vec::new(),
        topics: Vec::new(),
        size: None,
        light: true,
        summary: summary.into(),
    };
    for (summary, verdict) in
        [("Proposed.", None), ("Accepted.", Some(Verdict::Accept)), ("Rejected.", Some(Verdict::Reject))]
    {
        let said = Said { held: "2017-02", said: "", source: "letter", quote: &TEXT[start..end], ..Said::default() };
        let mut claim = ledger.made(subject(LISTED), Fact::Activity(vague(summary)), said);
        claim.evidence.locator = Locator::Bytes { start: start as u64, end: end as u64 };
        claim.maker.kind = MakerKind::Reader;
        let name = ledger.add(Body::Claim(claim));
        if let Some(verdict) = verdict {
            let (reason, by) = ("read beside the letter".into(), "editor".into());
            ledger.add_on(
                "2024-03-04",
                Body::Review(Review { claim: name, replaces: None, verdict, amended: None, reason, by }),
            );
        }
    }
}

/// Many small ties, every third of one name, for paging.
fn towns(ledger: &mut Ledger) {
    for idx in 0..N_TOWNS {
        let id = format!("xa-nm.town-{idx:03}");
        ledger.party(&id, &format!("Town {:02}", idx / 3), PartyKind::Town);
        let tie = TieId::parse(&format!("{id}~xb-ss.staraya-reka")).unwrap();
        let held: Period = "1995/..".parse().unwrap();
        let said = Said { held: &held.to_string(), ..Said::default() };
        ledger.stands(tie.as_str(), TieClass::Full, "twin town", said);
    }
}

pub(crate) fn register() -> Register {
    let mut register = Register::new(House::default());
    register.apply(ledger().entries);
    register
}

pub(crate) fn definition() -> Definition {
    Definition::parse(
        "id = \"city-pairs\"\ntitle = \"Pairs of cities\"\ndescription = \"Ties of cities in force.\"\nbetween = [\"xa\", \"xb\"]\n\
         level = [\"city\"]\nclass = [\"full\", \"friendship\"]\nstanding = [\"in-force\"]\nunknown = \"disputed\"\n",
    )
    .unwrap()
}

/// Two places of either side; one of the right is hostile, one pair has a tie.
pub(crate) fn brief() -> Brief {
    Brief::parse(
        "id = \"mill-sinyaya\"\ntitle = \"Partners for North Mill\"\nquestion = \"Who fits whom?\"\ntrue_on = \"2020-11-29\"\n\
         [left]\nunits = [\"xa-nm.little-harbor\", \"xa-nm.upper-mill\", \"xa-nm.hostile-bay\"]\npartners = { max = 1 }\n\
         [right]\nunits = [\"xb-ss.staraya-reka\", \"xb-ss.novy-most\"]\n[criteria]\nties = 4\ndistance = 1\n\
         [weighting.near]\nties = 0\n",
    )
    .unwrap()
}

pub(crate) fn site() -> Site {
    Site {
        definitions: vec![definition()],
        briefs: vec![brief()],
        units: Vec::new(),
        coverage: "Two invented countries.\n\nNothing else.".into(),
        license: "CC0 1.0".into(),
        today: || TODAY.parse().unwrap(),
        cache_bytes: server::CACHE_BYTES,
    }
}

pub(crate) fn shared() -> Arc<Shared> {
    Arc::new(Shared::new(site(), Arc::new(register()), "b3:0123456789".into()))
}
