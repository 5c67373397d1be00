//! A candidate as the others see it: where it lies and in what.

use gazetteer::{Gazetteer, PlaceIdx, PlaceKind};

/// A place with how strongly it is believed to be meant.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) place: PlaceIdx,
    /// What speaks for it without the other names.
    pub(super) prior: f32,
    /// The same with their votes.
    pub(super) score: f32,
    /// From 0 to 1; a name's meanings share 1.
    pub(super) belief: f32,
    kind: PlaceKind,
    country: [u8; 2],
    region: Option<PlaceIdx>,
    county: Option<PlaceIdx>,
    /// On the unit sphere; not a number when unknown.
    point: [f32; 3],
}

/// What a vote is worth: from a unit for what lies in it and back, and for places that share one.
const IN_COUNTY: f32 = 2.0;
const IN_REGION: f32 = 0.55;
const IN_COUNTRY: f32 = 0.1;
const SAME_COUNTY: f32 = 0.3;
const SAME_REGION: f32 = 0.3;
const SAME_COUNTRY: f32 = 0.02;
/// The same for places near each other, and the distance at which it has fallen to a third.
const NEAR: f32 = 1.0;
const NEAR_KM: f32 = 80.0;
const EARTH_KM: f32 = 6_371.0;
/// In earth radii: beyond it nearness is nothing.
const FAR: f32 = 0.08;

impl Spot {
    pub(super) fn new(gazetteer: &Gazetteer, idx: PlaceIdx, prior: f32) -> Self {
        let kind = gazetteer.kind(idx);
        let [region, county] = gazetteer.units(idx);
        let [lat, lon] = gazetteer.point(idx).map(f32::to_radians);
        Self {
            place: idx,
            prior,
            score: prior,
            belief: 0.0,
            kind,
            country: gazetteer.country_code(idx).as_bytes().try_into().unwrap_or_default(),
            region: if kind == PlaceKind::Region { Some(idx) } else { region },
            county: if kind == PlaceKind::County { Some(idx) } else { county },
            point: [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()],
        }
    }

    /// How much this speaks for `other`, if it is meant itself.
    pub(super) fn supports(&self, other: &Self) -> f32 {
        if self.country != other.country || self.country == [0, 0] {
            return self.nearness(other) * 0.7;
        }
        if self.kind == PlaceKind::Country || other.kind == PlaceKind::Country {
            return IN_COUNTRY;
        }
        let is_same_region = self.region.is_some() && self.region == other.region;
        if is_same_region && (self.kind == PlaceKind::Region || other.kind == PlaceKind::Region) {
            return IN_REGION;
        }
        let is_same_county = self.county.is_some() && self.county == other.county;
        if is_same_county && (self.kind == PlaceKind::County || other.kind == PlaceKind::County) {
            return IN_COUNTY;
        }
        let shared = SAME_COUNTRY
            + if is_same_region { SAME_REGION } else { 0.0 }
            + if is_same_county { SAME_COUNTY } else { 0.0 };
        shared + self.nearness(other)
    }

    /// By the straight line through the earth, which is as good as the great circle where it matters.
    fn nearness(&self, other: &Self) -> f32 {
        let is_vast = |spot: &Self| matches!(spot.kind, PlaceKind::Country | PlaceKind::Continent | PlaceKind::Region);
        if is_vast(self) || is_vast(other) {
            return 0.0;
        }
        let square: f32 = self.point.iter().zip(other.point).map(|(a, b)| (a - b) * (a - b)).sum();
        // Not a number is not near either.
        if square < FAR * FAR { NEAR * (-square.sqrt() * EARTH_KM / NEAR_KM).exp() } else { 0.0 }
    }
}
