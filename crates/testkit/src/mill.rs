//! A tiny register: two towns, two schools, two ties, two sources that disagree.

use jiff::civil::date;
use model::{
    Act, ActKind, Activity, ActivityKind, Attribute, Body, Carrier, CarrierEvent, Fact, Grade, Identifier, Listing,
    ListingStatus, NameUse, PartyKind, PartyName, Scheme, Source, SourceId, SourceKind, TieClass,
};

use crate::draft::{ClaimDraft, party};

const TOWNS: &str = "xa-1.upper-mill~xb-2.lower-ferry";
const SCHOOLS: &str = "xa-1.mill-school~xb-2.ferry-college";

/// A register to know by heart, sources first.
///
/// Upper Mill (`xa-1.upper-mill`) and Lower Ferry (`xb-2.lower-ferry`) signed as twin towns in October 1991, a choir came in
/// 1995, Lower Ferry suspended on 2022-03-15, the carrier of Upper Mill was founded in 1992, the list of 2020 has the tie
/// with another year (1990) and that of 2023 has it no more. Mill School and Ferry College (`xa-1.mill-school`,
/// `xb-2.ferry-college`) have an agreement of 2005 from one source and nothing since.
///
/// # Panics
/// Never; its texts are good.
#[must_use]
pub fn mill_register() -> Vec<Body> {
    let sources = [
        source("mill-gazette", SourceKind::Press, Grade::Report, "2022-03-16"),
        source("twin-list", SourceKind::List, Grade::List, "2023"),
    ];
    sources.into_iter().chain(parties()).chain(towns()).chain(schools()).collect()
}

fn source(id: &str, kind: SourceKind, grade: Grade, published: &str) -> Body {
    Body::Source(Source {
        id: SourceId::parse(id).expect("a good source id"),
        title: id.replace('-', " "),
        publisher: "Mill Press".into(),
        url: format!("https://mill.example/{id}"),
        published: Some(published.parse().expect("a good date")),
        retrieved: Some(date(2024, 1, 2)),
        language: "en".into(),
        kind,
        grade,
        note: String::new(),
        text: None,
        hash: None,
    })
}

fn parties() -> Vec<Body> {
    let town = |id: &str, name: &str, second: &str, lat_e6, lon_e6, geonames: &str| {
        let named = |text: &str, language: &str| {
            Fact::Named(PartyName { text: text.into(), language: language.into(), usage: NameUse::Preferred })
        };
        let unit = party(party(id).unit());
        let identifier = Identifier::parse(Scheme::GeoNames, geonames).expect("a number");
        [
            named(name, "en"),
            named(second, "ru"),
            Fact::Is(PartyKind::Town),
            Fact::PartOf(unit),
            Fact::Has(Attribute::Location { lat_e6, lon_e6 }),
            Fact::Has(Attribute::Population(12_000)),
            Fact::Identified(identifier),
        ]
        .map(|fact| ClaimDraft::party(id, fact).source("twin-list").grade(Grade::List).said_on("2023").body())
    };
    let school = |id: &str, name: &str, kind, seat: &str| {
        let named = Fact::Named(PartyName { text: name.into(), language: "en".into(), usage: NameUse::Preferred });
        [named, Fact::Is(kind), Fact::PartOf(party(seat))]
            .map(|fact| ClaimDraft::party(id, fact).said_on("2022").body())
    };
    let towns = [
        town("xa-1.upper-mill", "Upper Mill", "Верхняя Мельня", 10_500_000, 20_250_000, "900001"),
        town("xb-2.lower-ferry", "Lower Ferry", "Нижний Паром", -5_125_000, 130_750_000, "900002"),
    ];
    let schools = [
        school("xa-1.mill-school", "Mill School", PartyKind::College, "xa-1.upper-mill"),
        school("xb-2.ferry-college", "Ferry College", PartyKind::University, "xb-2.lower-ferry"),
    ];
    towns.into_iter().flatten().chain(schools.into_iter().flatten()).collect()
}

fn towns() -> Vec<Body> {
    let act = |party, kind, condition: Option<&str>| {
        Fact::Act(Act { party, kind, instrument: None, condition: condition.map(str::to_owned), reason: None })
    };
    let choir = Fact::Activity(Activity {
        kind: ActivityKind::Visit,
        from: Some(party("xb-2.lower-ferry")),
        participants: vec!["Ferry Choir".into()],
        topics: vec!["music".into()],
        size: Some(40),
        light: false,
        summary: "The choir of Lower Ferry sang in Upper Mill.".into(),
    });
    let friends = Fact::Carrier(Carrier {
        party: party("xa-1.upper-mill"),
        name: "Friends of the Ferry".into(),
        event: CarrierEvent::Founded,
    });
    let listing = |status| Fact::Listing(Listing { registry: "twins".into(), status });
    let stands = || Fact::TieStands { class: TieClass::Full, word: "twin town".into() };
    let suspended = act(Some(party("xb-2.lower-ferry")), ActKind::Suspended, Some("until further notice"));
    let gazette = |fact, held, quote| ClaimDraft::tie(TOWNS, fact).held(held).said_on("2022-03-16").quote(quote).body();
    let list = |fact, held, said_on, line| {
        ClaimDraft::tie(TOWNS, fact)
            .held(held)
            .said_on(said_on)
            .source("twin-list")
            .grade(Grade::List)
            .row("twins.csv", line, "since")
            .quote("Upper Mill;Lower Ferry;1990")
            .body()
    };
    vec![
        gazette(stands(), "1991-10/..", "twin towns since October 1991"),
        gazette(act(None, ActKind::Signed, None), "1991-10", "signed in October 1991"),
        gazette(friends, "1992", "Friends of the Ferry, founded in 1992"),
        gazette(choir, "1995-06", "the choir came in June 1995"),
        gazette(suspended, "2022-03-15", "suspended yesterday until further notice"),
        list(stands(), "1990/..", "2020", 2),
        list(listing(ListingStatus::Listed), "2020", "2020", 2),
        list(listing(ListingStatus::NotListed), "2023", "2023", 3),
    ]
}

fn schools() -> Vec<Body> {
    let stands = Fact::TieStands { class: TieClass::Institutional, word: "partner school".into() };
    let claim = ClaimDraft::tie(SCHOOLS, stands).held("2005/..").said_on("2022-03-16").quote("partners since 2005");
    vec![claim.body()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stays_small() {
        let bodies = mill_register();
        assert_eq!(bodies.len(), 31, "{bodies:#?}");
    }
}
