//! A register as large as asked for, plausible in shape and invented throughout.

use std::collections::HashSet;

use jiff::civil::{Date, date};
use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Body, Carrier, CarrierEvent, Claim, Evidence, Fact, Grade,
    Identifier, Listing, ListingStatus, Locator, Maker, MakerKind, NameUse, PartialDate, PartyId, PartyKind, PartyName,
    Period, Scheme, Source, SourceId, SourceKind, Subject, TieClass, TieId,
};

use crate::names::place;
use crate::random::SplitMix64;

/// How many claims share a source.
const CLAIMS_PER_SOURCE: usize = 1000;
/// What is said of each place, one claim each.
const N_PLACE_FACTS: usize = 7;

/// Bodies of a made-up register of 1950–2026, one by one: `n_claims` different claims, and a source before its first claim.
///
/// First every tie is said to stand, then every place is named, located and so on, then ties see acts, activities,
/// carriers and listings, a few ties many and most ties few. When `n_claims` is too small for all of that the later is
/// missing. The same arguments give the same bodies.
///
/// ```
/// let bodies = testkit::synthetic(10, 200, 1);
/// assert_eq!(bodies.iter().filter(|body| matches!(body, model::Body::Claim(_))).count(), 200);
/// assert_eq!(bodies, testkit::synthetic(10, 200, 1));
/// ```
#[derive(Debug, Clone)]
pub struct Synthetic {
    chance: SplitMix64,
    ties: Vec<MadeTie>,
    n_places: usize,
    n_claims: usize,
    claim_idx: usize,
    source: Option<SourceId>,
}

#[derive(Debug, Clone)]
struct MadeTie {
    id: TieId,
    parties: [PartyId; 2],
    start: PartialDate,
}

/// All bodies of [`Synthetic`] in a list; a million claims take about a gigabyte.
#[must_use]
pub fn synthetic(n_ties: usize, n_claims: usize, seed: u64) -> Vec<Body> {
    Synthetic::new(n_ties, n_claims, seed).collect()
}

impl Synthetic {
    /// Prepares `n_ties` ties between two fifths as many places (at least 16) and `n_claims` claims.
    ///
    /// # Panics
    /// When `n_ties` passes 1,000,000,000.
    #[must_use]
    pub fn new(n_ties: usize, n_claims: usize, seed: u64) -> Self {
        let mut chance = SplitMix64::new(seed);
        // Enough for as many different pairs as there are ties, also when these are few.
        let n_places = (n_ties * 2 / 5).max(16);
        let n = u32::try_from(n_places).expect("fewer than a thousand million ties");
        let mut seen = HashSet::with_capacity(n_ties);
        let mut ties = Vec::with_capacity(n_ties);
        while ties.len() < n_ties {
            // The square makes some places much more tied than others, as in life.
            let popular = u64::from(chance.below(n)) * u64::from(chance.below(n)) / u64::from(n);
            let a = u32::try_from(popular).expect("below n");
            let b = chance.below(n);
            if a == b || !seen.insert((a.min(b), a.max(b))) {
                continue;
            }
            ties.push(MadeTie::between(a, b, &mut chance));
        }
        Self { chance, ties, n_places, n_claims, claim_idx: 0, source: None }
    }

    fn claim(&mut self) -> Claim {
        let idx = self.claim_idx;
        self.claim_idx += 1;
        let n_place_claims = self.n_places * N_PLACE_FACTS;
        let (subject, fact, held, column) = if idx < self.ties.len() {
            let tie = &self.ties[idx];
            let class = *self.chance.pick(&[TieClass::Full, TieClass::Full, TieClass::Friendship, TieClass::Project]);
            let fact = Fact::TieStands { class, word: "twin town".into() };
            (Subject::Tie(tie.id.clone()), fact, Period::since(tie.start), "since")
        } else if idx < self.ties.len() + n_place_claims || self.ties.is_empty() {
            self.place_claim(idx - self.ties.len())
        } else {
            self.event()
        };
        let year = 1991 + self.chance.below(35);
        Claim {
            subject,
            fact,
            held,
            said_on: Some(PartialDate::day(self.day(year))),
            speaker: None,
            evidence: self.evidence(idx, column),
            grade: *self.chance.pick(Grade::ALL),
            note: String::new(),
            maker: Maker { kind: MakerKind::Importer, name: "twain-csv".into(), version: "0.1.0".into() },
        }
    }

    fn evidence(&self, idx: usize, column: &str) -> Evidence {
        let source = self.source.clone().expect("a source stands before its claims");
        Evidence {
            locator: Locator::Row {
                table: format!("table-{}.csv", idx / CLAIMS_PER_SOURCE),
                line: u32::try_from(idx % CLAIMS_PER_SOURCE).expect("below a thousand") + 2,
                column: column.to_owned(),
            },
            quote: format!("{idx};Upper Mill;Lower Ferry;twin town;seen in the council's records of the year"),
            source,
        }
    }

    fn place_claim(&mut self, idx: usize) -> (Subject, Fact, Period, &'static str) {
        let number = u32::try_from(idx / N_PLACE_FACTS).expect("there are fewer places");
        let place = place(number);
        let named = |text, language: &str, usage| Fact::Named(PartyName { text, language: language.into(), usage });
        let (fact, column) = match idx % N_PLACE_FACTS {
            0 => (named(place.name, "en", NameUse::Preferred), "name"),
            1 => (named(place.second_name, "ru", NameUse::Preferred), "name_ru"),
            2 => (Fact::Is(*self.chance.pick(&[PartyKind::City, PartyKind::City, PartyKind::Town])), "kind"),
            3 => (Fact::PartOf(PartyId::parse(&place.unit).expect("a good id")), "unit"),
            4 => (Fact::Has(self.location(number)), "location"),
            5 => (Fact::Has(Attribute::Population(u64::from(1000 + self.chance.below(2_000_000)))), "population"),
            _ => {
                let id = Identifier::parse(Scheme::GeoNames, &(90_000_000 + number).to_string()).expect("a number");
                (Fact::Identified(id), "geonames")
            }
        };
        (Subject::Party(PartyId::parse(&place.id).expect("a good id")), fact, Period::UNKNOWN, column)
    }

    /// Somewhere in the place's country, each a box of its own.
    fn location(&mut self, number: u32) -> Attribute {
        let country = i32::try_from(number % 10).expect("below ten");
        let within = |chance: &mut SplitMix64| i32::try_from(chance.below(12_000_000)).expect("below 2³¹");
        Attribute::Location {
            lat_e6: -40_000_000 + country % 5 * 20_000_000 + within(&mut self.chance),
            lon_e6: -150_000_000 + country * 30_000_000 + within(&mut self.chance),
        }
    }

    fn event(&mut self) -> (Subject, Fact, Period, &'static str) {
        let n_ties = u32::try_from(self.ties.len()).expect("checked when made");
        let (first, second) = (self.chance.below(n_ties), self.chance.below(n_ties));
        let tie = self.ties[first.min(second) as usize].clone();
        let start = u32::try_from(tie.start.year()).expect("after 1950");
        let year = start + self.chance.below(2027 - start);
        let side = tie.parties[self.chance.below(2) as usize].clone();
        let (fact, column) = match self.chance.below(20) {
            0..3 => (self.act(side), "act"),
            3..12 => (self.activity(side), "activity"),
            12..14 => {
                let event = *self.chance.pick(CarrierEvent::ALL);
                let name = format!("Friends of {}", side.as_str());
                (Fact::Carrier(Carrier { party: side, name, event }), "carrier")
            }
            14..18 => {
                let registry = (*self.chance.pick(&["twins", "cities", "union"])).to_owned();
                let status = *self.chance.pick(&[
                    ListingStatus::Listed,
                    ListingStatus::Listed,
                    ListingStatus::ListedCharter,
                    ListingStatus::NotListed,
                    ListingStatus::Delisted,
                ]);
                (Fact::Listing(Listing { registry, status }), "listed")
            }
            18 => (Fact::TieStands { class: TieClass::Full, word: "partner city".into() }, "since"),
            _ => (Fact::NoContact, "contact"),
        };
        (Subject::Tie(tie.id), fact, self.held(year), column)
    }

    fn act(&mut self, side: PartyId) -> Fact {
        let kind = *self.chance.pick(&[
            ActKind::Signed,
            ActKind::Signed,
            ActKind::Approved,
            ActKind::Renewed,
            ActKind::Renewed,
            ActKind::Suspended,
            ActKind::Resumed,
            ActKind::Ended,
        ]);
        let joint = matches!(kind, ActKind::Signed | ActKind::Renewed);
        let party = if joint { None } else { Some(side) };
        Fact::Act(Act { party, kind, instrument: None, condition: None, reason: None })
    }

    fn activity(&mut self, side: PartyId) -> Fact {
        let kind = *self.chance.pick(ActivityKind::ALL);
        let topic = (*self.chance.pick(&["music", "schools", "trade", "water", "sport"])).to_owned();
        let size = if self.chance.below(2) == 0 { None } else { Some(2 + self.chance.below(200)) };
        Fact::Activity(Activity {
            kind,
            from: if self.chance.below(3) == 0 { None } else { Some(side) },
            participants: Vec::new(),
            topics: vec![topic],
            size,
            light: matches!(kind, ActivityKind::Letter | ActivityKind::Greeting),
            summary: format!("{kind} with guests from the other side"),
        })
    }

    /// Mostly a day, else a month or a year.
    fn held(&mut self, year: u32) -> Period {
        let day = self.day(year);
        let text = match self.chance.below(10) {
            0..6 => return Period::on(PartialDate::day(day)),
            6..8 => day.strftime("%Y-%m").to_string(),
            _ => day.strftime("%Y").to_string(),
        };
        Period::on(text.parse().expect("a good date"))
    }

    fn day(&mut self, year: u32) -> Date {
        let small = |n: u32| i8::try_from(n).expect("below 28") + 1;
        let (month, day) = (small(self.chance.below(12)), small(self.chance.below(28)));
        date(i16::try_from(year).expect("a year"), month, day)
    }

    fn next_source(&mut self) -> Source {
        let number = self.claim_idx / CLAIMS_PER_SOURCE;
        let id = SourceId::parse(&format!("gazette-{number}")).expect("a good id");
        self.source = Some(id.clone());
        Source {
            id,
            title: format!("The Mill Gazette, number {number}"),
            publisher: "Mill Press".into(),
            url: format!("https://mill.example/gazette/{number}"),
            published: Some("2024".parse().expect("a good date")),
            retrieved: Some(date(2024, 1, 2)),
            language: "en".into(),
            kind: *self.chance.pick(SourceKind::ALL),
            grade: Grade::Report,
            note: String::new(),
            text: None,
            hash: None,
        }
    }
}

impl MadeTie {
    fn between(a: u32, b: u32, chance: &mut SplitMix64) -> Self {
        let [a, b] = [a, b].map(|number| PartyId::parse(&place(number).id).expect("a good id"));
        let id = TieId::between([a.clone(), b.clone()]).expect("two different places");
        let (year, month) = (1950 + chance.below(75), 1 + chance.below(12));
        let text = if chance.below(2) == 0 { year.to_string() } else { format!("{year}-{month:02}") };
        Self { id, parties: [a, b], start: text.parse().expect("a good date") }
    }
}

impl Iterator for Synthetic {
    type Item = Body;

    fn next(&mut self) -> Option<Body> {
        if self.claim_idx >= self.n_claims {
            return None;
        }
        let number = self.claim_idx / CLAIMS_PER_SOURCE;
        let has_source =
            self.source.as_ref().is_some_and(|id| id.as_str().strip_prefix("gazette-") == Some(&number.to_string()));
        if has_source { Some(Body::Claim(self.claim())) } else { Some(Body::Source(self.next_source())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(bodies: &[Body]) -> Vec<&Claim> {
        bodies.iter().filter_map(|body| if let Body::Claim(claim) = body { Some(claim) } else { None }).collect()
    }

    #[test]
    fn as_many_different_claims_as_asked_each_after_its_source() {
        for (n_ties, n_claims) in [(0, 0), (0, 10), (1, 1), (1, 500), (10, 5), (40, 2000), (1000, 20_000)] {
            let bodies = synthetic(n_ties, n_claims, 7);
            let claims = claims(&bodies);
            assert_eq!(claims.len(), n_claims);
            let different: HashSet<&Claim> = claims.iter().copied().collect();
            assert_eq!(different.len(), n_claims);
            let mut sources = HashSet::new();
            for body in &bodies {
                match body {
                    Body::Source(source) => assert!(sources.insert(&source.id), "{} stands twice", source.id),
                    Body::Claim(claim) => assert!(sources.contains(&claim.evidence.source), "{claim:?}"),
                    other => panic!("{other:?}"),
                }
            }
        }
    }

    #[test]
    fn it_has_the_shape_of_a_register() {
        let bodies = synthetic(1000, 20_000, 7);
        let claims = claims(&bodies);
        let n = |test: fn(&Fact) -> bool| claims.iter().filter(|claim| test(&claim.fact)).count();
        assert!(n(|fact| matches!(fact, Fact::TieStands { .. })) >= 1000);
        assert_eq!(n(|fact| matches!(fact, Fact::Has(Attribute::Location { .. }))), 400);
        assert!(n(|fact| matches!(fact, Fact::Act(_))) > 1000);
        assert!(n(|fact| matches!(fact, Fact::Activity(_))) > 4000);
        let ties: HashSet<&Subject> =
            claims.iter().map(|claim| &claim.subject).filter(|subject| matches!(subject, Subject::Tie(_))).collect();
        assert_eq!(ties.len(), 1000);
        assert_ne!(synthetic(10, 100, 1), synthetic(10, 100, 2), "the seed matters");
    }
}
