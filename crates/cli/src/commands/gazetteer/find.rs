//! `twain gazetteer find` and `near`: candidates with their reasons.

use gazetteer::{Context as Known, Gazetteer, PlaceIdx, Ranked, Reason};
use serde::Serialize;

use crate::args::{FindArgs, Format, NearArgs};
use crate::exit::{Exit, Outcome};
use crate::open::Context;
use crate::render::counted;
use crate::table::{Cell, Table};

pub(super) fn find(args: &FindArgs, cx: Context<'_>) -> Outcome {
    let gazetteer = super::open(&super::path(cx))?;
    let ranked = if args.prefix {
        gazetteer.starting_with(&args.name, args.limit)
    } else if args.fuzzy {
        gazetteer.fuzzy(&args.name, args.limit)
    } else {
        let known =
            Known { country: args.country.clone(), region: args.region.clone(), near: args.near, others: Vec::new() };
        gazetteer.rank(&args.name, &known, args.limit)
    };
    let rows: Vec<Row> = ranked.iter().map(|ranked| Row::ranked(&gazetteer, ranked)).collect();
    answer(&rows, cx)
}

pub(super) fn near(args: &NearArgs, cx: Context<'_>) -> Outcome {
    let gazetteer = super::open(&super::path(cx))?;
    let (lat, lon) = args.point;
    let nearest = gazetteer.nearest(lat, lon, args.limit);
    let row = |(idx, km): &(PlaceIdx, f64)| Row { km: Some(tenths(*km)), ..Row::new(&gazetteer, *idx) };
    let rows: Vec<Row> = nearest.iter().map(row).collect();
    answer(&rows, cx)
}

fn answer(rows: &[Row], cx: Context<'_>) -> Outcome {
    match cx.out.format {
        Format::Json => cx.out.json(&serde_json::json!({ "items": rows }))?,
        Format::Csv => cx.out.data(&table(rows).to_csv())?,
        Format::Text if rows.is_empty() => {}
        Format::Text => cx.out.data(&table(rows).render(cx.out.width()))?,
    }
    cx.out.say(&counted(rows.len(), "place", "places"));
    Ok(if rows.is_empty() { Exit::No } else { Exit::Done })
}

/// A place, as the command shows it.
#[derive(Serialize)]
struct Row {
    name: String,
    kind: &'static str,
    within: String,
    country: String,
    lat: Option<f64>,
    lon: Option<f64>,
    population: Option<u32>,
    geonames: Option<u32>,
    code: Option<String>,
    party: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    km: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    why: Vec<String>,
}

impl Row {
    fn new(gazetteer: &Gazetteer, idx: PlaceIdx) -> Self {
        let place = gazetteer.place(idx);
        let within = place.county.into_iter().chain(place.region).map(|unit| gazetteer.place(unit).name);
        let degrees = |degrees: f32| place.has_point().then(|| (f64::from(degrees) * 1e5).round() / 1e5);
        Self {
            name: place.name.to_owned(),
            kind: place.kind.word(),
            within: within.collect::<Vec<&str>>().join(", "),
            country: place.country.to_owned(),
            lat: degrees(place.lat),
            lon: degrees(place.lon),
            population: Some(place.population).filter(|people| *people > 0),
            geonames: place.geonames,
            code: place.code.map(str::to_owned),
            party: place.party.map(str::to_owned),
            km: None,
            score: None,
            why: Vec::new(),
        }
    }

    fn ranked(gazetteer: &Gazetteer, ranked: &Ranked) -> Self {
        Self {
            score: Some((f64::from(ranked.score) * 1e3).round() / 1e3),
            why: ranked.reasons.iter().map(said).collect(),
            ..Self::new(gazetteer, ranked.place)
        }
    }

    fn id(&self) -> String {
        let geonames = self.geonames.map(|id| format!("geonames {id}"));
        self.party.clone().or_else(|| self.code.clone()).or(geonames).unwrap_or_default()
    }
}

fn table(rows: &[Row]) -> Table {
    let is_near = rows.iter().any(|row| row.km.is_some());
    let last = if is_near { "km" } else { "why" };
    let mut table = Table::new(["name", "kind", "within", "country", "people", "lat", "lon", "id", last]);
    for row in rows {
        let number = |degrees: Option<f64>| degrees.map(|degrees| format!("{degrees:.3}")).unwrap_or_default();
        let people = row.population.map(|people| people.to_string()).unwrap_or_default();
        let why = row.km.map_or_else(|| row.why.join("; "), |km| format!("{km:.1}"));
        table.push([
            row.name.as_str().into(),
            row.kind.into(),
            row.within.as_str().into(),
            row.country.as_str().into(),
            Cell::new(people).right(),
            Cell::new(number(row.lat)).right(),
            Cell::new(number(row.lon)).right(),
            row.id().into(),
            if is_near { Cell::new(why).right() } else { why.into() },
        ]);
    }
    table
}

fn tenths(km: f64) -> f64 {
    (km * 10.0).round() / 10.0
}

/// A reason in words.
fn said(reason: &Reason) -> String {
    match reason {
        Reason::Population(people) => format!("{people} people"),
        Reason::Capital => "a capital".into(),
        Reason::Unit(kind) => format!("a {}", kind.word()),
        Reason::InCountry(country) => format!("in {country}"),
        Reason::InRegion(region) => format!("in {region}"),
        Reason::Near { km } => format!("{km:.0} km away"),
        Reason::InRegister => "in the register".into(),
        Reason::NamedExactly => "its own name".into(),
        Reason::NamesItsRegion => "its region is called after it".into(),
        Reason::Edits(0) => "the same letters".into(),
        Reason::Edits(1) => "1 letter off".into(),
        Reason::Edits(n_edits) => format!("{n_edits} letters off"),
        Reason::Begins => "begins so".into(),
        other => format!("{other:?}"),
    }
}
