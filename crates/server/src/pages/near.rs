//! A place that the register has no ties of: which places with ties are near it, and what the briefs say of the region it lies in.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Redirect, Response};
use desk::KnownParties;
use gazetteer::{Gazetteer, PlaceIdx, distance_km};
use model::PartyId;
use register::PartyKey;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, AtlasPlaceDto, MatchPairDto, PartyRefDto, TieSummaryDto};
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked, query_string};
use crate::shared::{Shared, Snapshot};
use crate::studio::Studio;
use crate::views::Listed;

/// Places with ties that are shown.
const MOST_NEAR: usize = 12;
/// Ties shown of each.
const MOST_TIES: usize = 3;

/// A place with ties.
struct Near {
    party: PartyRefDto,
    far: String,
    ties: Vec<TieSummaryDto>,
    /// How many more ties it has.
    more: Option<String>,
}

/// What a brief says of the region.
struct Proposed {
    title: String,
    /// The pair, or that there is none.
    says: String,
    href: String,
}

#[derive(Template)]
#[template(path = "near.html")]
struct NearPage {
    frame: Frame,
    place: AtlasPlaceDto,
    people: Option<String>,
    units: Vec<PartyRefDto>,
    /// Whether it is known where the place is.
    has_point: bool,
    near: Vec<Near>,
    proposed: Vec<Proposed>,
    sources: Vec<String>,
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    Path(text): Path<String>,
    Asked(query): Asked<AsOfQuery>,
) -> Result<Response, Fault> {
    let as_of = query.as_of(snapshot.today)?;
    let listed = snapshot.view(as_of).await;
    aside(move || {
        let missing = || Fault::missing("problem-no-near", &text);
        let known = shared.readers.known(&snapshot.register).map_err(|_| missing())?;
        let idx = find(known.gazetteer(), &text).ok_or_else(missing)?;
        if let Some(party) = dto::party_of(&known, idx) {
            let id = snapshot.register.party(party).id();
            let days = [("true_on", query.true_on.as_str()), ("known_on", &query.known_on)];
            let kept = query_string(days.into_iter().chain([crate::language::Language::current().param()]));
            return Ok(Redirect::temporary(&format!("/places/{id}{kept}")).into_response());
        }
        let place = dto::atlas_place(&known, idx, "").ok_or_else(missing)?;
        show(&snapshot, &listed, &known, (idx, place)).map(IntoResponse::into_response)
    })
    .await?
}

/// A place by its number in GeoNames or its code in ISO 3166.
fn find(gazetteer: &Gazetteer, text: &str) -> Option<PlaceIdx> {
    match text.parse() {
        Ok(number) => gazetteer.by_geonames(number),
        Err(_) => gazetteer.by_code(&text.to_ascii_uppercase()),
    }
}

fn show(snapshot: &Snapshot, listed: &Listed, known: &KnownParties, (idx, place): (PlaceIdx, AtlasPlaceDto)) -> Answer {
    let (register, messages) = (&*snapshot.register, Messages::current());
    let at = known.gazetteer().place(idx);
    let units: Vec<PartyKey> = [Some(idx), at.county, at.region, known.gazetteer().country(at.country)]
        .into_iter()
        .flatten()
        .filter_map(|unit| dto::party_of(known, unit))
        .collect();
    let frame = Frame::new(snapshot, listed.view.as_of, place.name.clone(), place.url.clone());
    let mut frame = frame.under("places", "/places", &messages.text("nav-places")).here();
    frame.summary = messages.text("near-none");
    render(&NearPage {
        people: (place.population > 0).then(|| messages.number(u64::from(place.population))),
        near: if at.has_point() { near(snapshot, listed, (at.lat.into(), at.lon.into())) } else { Vec::new() },
        has_point: at.has_point(),
        proposed: units.iter().flat_map(|unit| proposed(snapshot, register.party(*unit).id(), &frame)).collect(),
        units: units.iter().map(|unit| dto::party_ref(register, *unit)).collect(),
        sources: known
            .gazetteer()
            .sources()
            .iter()
            .map(|source| format!("{} ({})", source.name, source.license))
            .collect(),
        place,
        frame,
    })
}

/// The nearest places and institutions with ties on the day; countries and regions are not at one point. `O(n log n)`.
fn near(snapshot: &Snapshot, listed: &Listed, point: (f64, f64)) -> Vec<Near> {
    let (register, messages) = (&*snapshot.register, Messages::current());
    let ties = |key: PartyKey| {
        let ties = register.party(key).ties().iter().copied();
        ties.filter(|tie| listed.view.state(*tie).n_known > 0).collect::<Vec<_>>()
    };
    let far = |key: PartyKey| {
        let party = register.party(key);
        let is_a_point = matches!(party.level(), "city" | "institution");
        let km = distance_km(point, party.location.filter(|_| is_a_point)?);
        (!ties(key).is_empty()).then_some((key, km))
    };
    let mut all: Vec<(PartyKey, f64)> = register.party_keys().filter_map(far).collect();
    all.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| register.party(a.0).id().cmp(register.party(b.0).id())));
    let near = |(key, km): (PartyKey, f64)| {
        let ties = ties(key);
        let n_more = ties.len().saturating_sub(MOST_TIES);
        Near {
            party: dto::party_ref(register, key),
            far: messages.with("near-km", &[("km", kilometers(km).into())]),
            ties: ties.iter().take(MOST_TIES).map(|tie| dto::tie_summary(register, &listed.view, *tie)).collect(),
            more: (n_more > 0).then(|| messages.with("near-more", &[("n", n_more.into())])),
        }
    };
    all.into_iter().take(MOST_NEAR).map(near).collect()
}

/// Whole kilometers, as people say them.
fn kilometers(km: f64) -> String {
    format!("{km:.0}")
}

/// What each brief that a region takes part in would give it.
fn proposed(snapshot: &Snapshot, region: &PartyId, frame: &Frame) -> Vec<Proposed> {
    let has = |side: &planning::matching::SideBrief| {
        let list = side.list.as_ref().and_then(|id| snapshot.site.units.iter().find(|list| list.id == *id));
        side.places.contains(region) || list.is_some_and(|list| list.units.contains(region))
    };
    let briefs = snapshot.site.briefs.iter().filter(|brief| has(&brief.left) || has(&brief.right));
    let says = |brief: &planning::matching::Brief| {
        let answer = Studio::read(snapshot, &brief.id, &[]).and_then(|studio| studio.whole(snapshot)).ok()?;
        let is_of = |pair: &&MatchPairDto| pair.left.id == region.as_str() || pair.right.id == region.as_str();
        let pair = answer.pairs.iter().find(is_of);
        let anchor = pair.map_or_else(String::new, |pair| format!("#{}~{}", pair.left.id, pair.right.id));
        let said = |pair: &MatchPairDto| {
            let worth = format!("{:.0}", pair.worth * 100.0);
            let args = [("left", pair.left.name.clone().into()), ("right", pair.right.name.clone().into())];
            Messages::current().with("near-pair", &[&args[..], &[("worth", worth.into())]].concat())
        };
        Some(Proposed {
            title: answer.brief.brief.title.clone(),
            says: pair.map_or_else(|| Messages::current().text("near-no-pair"), said),
            href: format!("{}{anchor}", frame.undated_href(format!("/match/{}", brief.id))),
        })
    };
    briefs.filter_map(says).collect()
}
