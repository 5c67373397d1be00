//! The places nearest to a point: a k-d tree over the unit sphere, whose nodes are where halving puts them.
//!
//! On the sphere's own coordinates neither the poles nor the date line are special. Cost: `O(log n)` a place.

#![expect(clippy::cast_possible_truncation, reason = "the file keeps single precision, good to a few meters")]

use std::collections::BinaryHeap;

use crate::bytes::u32_at;
use crate::layout::{POINT, Part};
use crate::{Gazetteer, PlaceIdx};

/// The mean radius of the earth.
const EARTH_KM: f64 = 6371.0088;

/// The distance of two points on a sphere of the earth's mean radius; degrees in, kilometers out.
///
/// # Source
/// Haversine formula; Sinnott (1984), "Virtues of the haversine".
#[must_use]
pub fn distance_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let half = |x: f64| (x / 2.0).sin().powi(2);
    let h = half(lat_b - lat_a) + lat_a.cos() * lat_b.cos() * half((b.1 - a.1).to_radians());
    2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
}

/// A point on the unit sphere.
pub(crate) fn on_sphere(lat: f64, lon: f64) -> [f32; 3] {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [(lat.cos() * lon.cos()) as f32, (lat.cos() * lon.sin()) as f32, lat.sin() as f32]
}

impl Gazetteer {
    /// The places nearest to a point, nearest first, with their distance in kilometers; at most `limit`, equally far ones most
    /// populous first.
    ///
    /// Degrees, WGS 84; a point that is not a number has no neighbors. Places without coordinates are never near.
    ///
    /// ```
    /// # let gazetteer = gazetteer::build::tiny();
    /// let (idx, km) = gazetteer.nearest(10.0, 20.01, 1)[0];
    /// assert_eq!(gazetteer.place(idx).name, "Upper Mill");
    /// assert!(km < 2.0);
    /// ```
    #[must_use]
    pub fn nearest(&self, lat: f64, lon: f64, limit: usize) -> Vec<(PlaceIdx, f64)> {
        self.nearest_where(lat, lon, limit, |_| true)
    }

    /// The same among the places that `wanted` accepts.
    #[must_use]
    pub fn nearest_where(
        &self,
        lat: f64,
        lon: f64,
        limit: usize,
        wanted: impl Fn(PlaceIdx) -> bool,
    ) -> Vec<(PlaceIdx, f64)> {
        if limit == 0 || !lat.is_finite() || !lon.is_finite() {
            return Vec::new();
        }
        let points = self.part(Part::Points);
        let mut search =
            Search { gazetteer: self, points, to: on_sphere(lat, lon), limit, found: BinaryHeap::new(), wanted };
        search.visit(0, points.len() / POINT, 0);
        let mut found: Vec<(PlaceIdx, f64)> = search.found.into_iter().map(|far| (far.idx, 0.0)).collect();
        for (idx, km) in &mut found {
            let place = self.place(*idx);
            *km = distance_km((lat, lon), (f64::from(place.lat), f64::from(place.lon)));
        }
        found.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        found
    }
}

struct Search<'a, F> {
    gazetteer: &'a Gazetteer,
    points: &'a [u8],
    to: [f32; 3],
    limit: usize,
    /// The farthest on top.
    found: BinaryHeap<Far>,
    wanted: F,
}

struct Far {
    chord: f32,
    idx: PlaceIdx,
}

impl Ord for Far {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.chord.total_cmp(&other.chord).then(self.idx.cmp(&other.idx))
    }
}

impl PartialOrd for Far {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Far {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Far {}

impl<F: Fn(PlaceIdx) -> bool> Search<'_, F> {
    /// Visits the nodes `low..high`, whose middle one is the root and splits along `axis`.
    fn visit(&mut self, low: usize, high: usize, axis: usize) {
        if low >= high {
            return;
        }
        let middle = low + (high - low) / 2;
        let row = middle * (POINT / 4);
        let at = |column: usize| f32::from_bits(u32_at(self.points, row + column).unwrap_or(0));
        let point = [at(0), at(1), at(2)];
        let idx = u32_at(self.points, row + 3).and_then(|idx| self.gazetteer.known(idx));
        if let Some(idx) = idx {
            self.offer(point, idx);
        }
        let apart = self.to[axis] - point[axis];
        let next = (axis + 1) % 3;
        let (near, far) =
            if apart < 0.0 { ((low, middle), (middle + 1, high)) } else { ((middle + 1, high), (low, middle)) };
        self.visit(near.0, near.1, next);
        let worst = self.found.peek().map_or(f32::INFINITY, |far| far.chord);
        if self.found.len() < self.limit || apart * apart <= worst {
            self.visit(far.0, far.1, next);
        }
    }

    fn offer(&mut self, point: [f32; 3], idx: PlaceIdx) {
        let chord = (0..3).map(|i| (self.to[i] - point[i]).powi(2)).sum();
        let far = Far { chord, idx };
        if self.found.len() >= self.limit && self.found.peek().is_some_and(|worst| far >= *worst) {
            return;
        }
        if !(self.wanted)(idx) {
            return;
        }
        self.found.push(far);
        if self.found.len() > self.limit {
            self.found.pop();
        }
    }
}

/// Puts points in the order of the tree.
pub(crate) fn arrange(points: &mut [([f32; 3], u32)]) {
    arrange_along(points, 0);
}

fn arrange_along(points: &mut [([f32; 3], u32)], axis: usize) {
    if points.len() < 2 {
        return;
    }
    let middle = points.len() / 2;
    let by_axis = |a: &([f32; 3], u32), b: &([f32; 3], u32)| a.0[axis].total_cmp(&b.0[axis]).then(a.1.cmp(&b.1));
    points.select_nth_unstable_by(middle, by_axis);
    let (low, high) = points.split_at_mut(middle);
    arrange_along(low, (axis + 1) % 3);
    arrange_along(&mut high[1..], (axis + 1) % 3);
}
