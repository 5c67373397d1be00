//! The way between the two places: 1 for none, 0 for half the globe.
//!
//! House choice, and rightly a small one: pairings in the English Wikipedia show no influence of distance (V06). Great circle
//! on a sphere, by the haversine formula, which is exact enough to a half of a hundredth.

use register::Reason;

use super::super::place::Place;
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, places};

pub(super) const CRITERION: Criterion = Criterion { id: "distance", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 2] = ["match-distance", "match-distance-unknown"];

/// The mean radius of the Earth.
const RADIUS_KM: f64 = 6371.0;

fn way_km(left: &Place, right: &Place) -> Option<f64> {
    let [(lat, lon), (other_lat, other_lon)] = [left.location.as_ref()?.value, right.location.as_ref()?.value]
        .map(|(lat, lon)| (lat.to_radians(), lon.to_radians()));
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(other_lat - lat) + lat.cos() * other_lat.cos() * half(other_lon - lon);
    Some(2.0 * RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin())
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    let farthest = std::f64::consts::PI * RADIUS_KM;
    way_km(left, right).map(|way| Score::same((1.0 - way / farthest).clamp(0.0, 1.0)))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    let Some(way) = way_km(left, right) else {
        return Why::unknown(KEYS[1], scene, cell, [left, right].map(|place| place.location.is_some()));
    };
    // A sentence needs no more than two figures.
    let step = if way < 1000.0 { 10.0 } else { 100.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 20,100")]
    let km = ((way / step).round() * step) as u64;
    Why::new(KEYS[0], scene, cell).on(left.location.iter().chain(&right.location)).number("km", km).done()
}

#[cfg(test)]
mod tests {
    use super::super::Cited;
    use super::super::testing::{CELL, place, scene};
    use super::*;

    #[test]
    fn the_way_is_the_shortest() {
        let check = |one: (f64, f64), other: (f64, f64), expected: f64| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            left.location = Some(Cited { value: one, claim: None });
            right.location = Some(Cited { value: other, claim: None });
            let found = score(&scene(left, right), CELL).expect("known").both;
            assert!((found - expected).abs() < 1e-9, "{one:?} {other:?}: {found}");
        };
        check((50.0, 30.0), (50.0, 30.0), 1.0);
        check((0.0, 0.0), (0.0, 180.0), 0.0);
        check((0.0, -179.0), (0.0, 179.0), 1.0 - 2.0 / 180.0);
        check((90.0, 10.0), (0.0, 100.0), 0.5);
    }
}
