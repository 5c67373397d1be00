//! Ties as GeoJSON (RFC 7946): great-circle lines, and their places as points. For other programs; our own map draws the
//! lines itself, from [`super::points()`].
//!
//! `id`, `label`, `href` are on every feature; `standing`, `pulse` and `class` on ties; `n_ties` on places. Coordinates are
//! rounded to a hundredth of a degree, about a kilometer.

use formats::arc::{Point, arc};
use register::{PartyKey, Register, TieKey, View};
use rustc_hash::FxHashMap;
use serde::Serialize;
use utoipa::ToSchema;

use crate::messages::Messages;

/// A GeoJSON feature collection.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MapDto {
    /// Always `FeatureCollection`.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "FeatureCollection")]
    pub kind: &'static str,
    /// How many ties cannot be drawn, because fewer than two of their parties have a place on the map.
    pub n_not_drawn: usize,
    /// The ties, then the places.
    pub features: Vec<FeatureDto>,
}

/// A tie or a place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeatureDto {
    /// Always `Feature`.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "Feature")]
    pub kind: &'static str,
    /// Where it is.
    pub geometry: GeometryDto,
    /// What it is.
    pub properties: PropertiesDto,
}

/// Longitude and latitude, WGS 84, in degrees.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(value_type = Vec<f64>)]
pub struct Position(pub [f64; 2]);

/// Where a feature is.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(tag = "type", content = "coordinates")]
pub enum GeometryDto {
    /// A place.
    Point(Position),
    /// A tie.
    LineString(Vec<Position>),
    /// A tie that crosses the antimeridian, or of more than two parties.
    MultiLineString(Vec<Vec<Position>>),
}

/// What a feature is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PropertiesDto {
    /// The id of the tie or party.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its page, with the days asked for.
    pub href: String,
    /// A tie's standing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub standing: Option<&'static str>,
    /// A tie's pulse.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub pulse: Option<&'static str>,
    /// A tie's class; empty when not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub class: Option<&'static str>,
    /// How many of these ties a place has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n_ties: Option<usize>,
}

/// These ties and their places; `days` is put at the end of every address, such as `?true_on=2020-11-29`.
#[must_use]
pub fn map(register: &Register, view: &View, ties: &[TieKey], days: &str) -> MapDto {
    let mut n_ties: FxHashMap<PartyKey, usize> = FxHashMap::default();
    let mut features = Vec::with_capacity(ties.len() * 2);
    let mut n_not_drawn = 0;
    for key in ties {
        let placed: Vec<PartyKey> =
            register.tie(*key).parties().iter().copied().filter(|party| place_of(register, *party).is_some()).collect();
        placed.iter().for_each(|party| *n_ties.entry(*party).or_default() += 1);
        let lines = lines(register, &placed);
        if lines.is_empty() {
            n_not_drawn += 1;
        } else {
            features.push(tie_feature(register, view, *key, lines, days));
        }
    }
    let mut places: Vec<(PartyKey, usize)> = n_ties.into_iter().collect();
    places.sort_by(|a, b| register.party(a.0).id().cmp(register.party(b.0).id()));
    let places = places.into_iter().filter_map(|(party, n_ties)| place_feature(register, party, n_ties, days));
    features.extend(places);
    MapDto { kind: "FeatureCollection", n_not_drawn, features }
}

/// Where a party is drawn: where it is, or, for an institution, where the city it belongs to is. What is not resolved to
/// one body is nowhere.
pub(super) fn place_of(register: &Register, key: PartyKey) -> Option<Point> {
    let party = register.party(key);
    if party.unresolved.is_some() {
        return None;
    }
    let city = || {
        let whole = register.party(register.party_key(party.part_of.as_ref()?)?);
        whole.location.filter(|_| party.level() == "institution" && matches!(whole.level(), "city" | "county"))
    };
    party.location.or_else(city).map(|(lat, lon)| Point::new(lat, lon))
}

/// A line between every two of these parties that are not in one spot.
fn lines(register: &Register, parties: &[PartyKey]) -> Vec<Vec<Position>> {
    let points: Vec<Point> = parties.iter().filter_map(|party| place_of(register, *party)).collect();
    let mut lines = Vec::new();
    for (idx, from) in points.iter().enumerate() {
        for to in points[idx + 1..].iter().filter(|to| *to != from) {
            lines.extend(arc(*from, *to).iter().map(|line| simplified(line)));
        }
    }
    lines
}

/// The points of a line that matter: those left out lie within [`TOLERANCE`] of the line drawn.
///
/// # Source
/// Ramer (1972) and Douglas, Peucker (1973). `O(n²)` at worst, for the ninety points of a line around half the globe.
pub(super) fn simplified(line: &[Point]) -> Vec<Position> {
    let mut is_kept = vec![false; line.len()];
    let mut pieces = vec![(0, line.len() - 1)];
    is_kept[0] = true;
    while let Some((first, last)) = pieces.pop() {
        is_kept[last] = true;
        let far = (first + 1..last).map(|idx| (distance(line[idx], line[first], line[last]), idx));
        let farthest = far.max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, idx)) = farthest.filter(|(degrees, _)| *degrees > TOLERANCE) {
            pieces.extend([(first, idx), (idx, last)]);
        }
    }
    line.iter().zip(is_kept).filter(|(_, kept)| *kept).map(|(point, _)| position(*point)).collect()
}

/// How far a line on the map may be from the great circle, in degrees: a pixel or two at the scale of a country.
const TOLERANCE: f64 = 0.05;

/// How far a point is from the straight line between two others, in degrees of the map.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.lon - from.lon, to.lat - from.lat);
    let (px, py) = (point.lon - from.lon, point.lat - from.lat);
    let along = (px * dx + py * dy) / (dx * dx + dy * dy);
    if along.is_finite() {
        let t = along.clamp(0.0, 1.0);
        (px - t * dx).hypot(py - t * dy)
    } else {
        px.hypot(py)
    }
}

pub(super) fn position(point: Point) -> Position {
    let round = |degrees: f64| (degrees * 100.0).round() / 100.0;
    Position([round(point.lon), round(point.lat)])
}

fn tie_feature(register: &Register, view: &View, key: TieKey, mut lines: Vec<Vec<Position>>, days: &str) -> FeatureDto {
    let id = register.tie(key).id();
    let state = view.state(key);
    let geometry = match (lines.len(), lines.pop()) {
        (1, Some(line)) => GeometryDto::LineString(line),
        (_, last) => GeometryDto::MultiLineString(lines.into_iter().chain(last).collect()),
    };
    let properties = PropertiesDto {
        id: id.to_string(),
        label: Messages::current().tie_name(register, id),
        href: format!("/ties/{id}{days}"),
        standing: Some(state.standing.word()),
        pulse: Some(state.pulse.word()),
        class: Some(state.class.map_or("", model::TieClass::word)),
        n_ties: None,
    };
    FeatureDto { kind: "Feature", geometry, properties }
}

fn place_feature(register: &Register, key: PartyKey, n_ties: usize, days: &str) -> Option<FeatureDto> {
    let party = register.party(key);
    let properties = PropertiesDto {
        id: party.id().to_string(),
        label: Messages::current().shown_name(register, key).to_owned(),
        href: format!("/places/{}{days}", party.id()),
        standing: None,
        pulse: None,
        class: None,
        n_ties: Some(n_ties),
    };
    let geometry = GeometryDto::Point(position(place_of(register, key)?));
    Some(FeatureDto { kind: "Feature", geometry, properties })
}
