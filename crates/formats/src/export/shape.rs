//! Where records are on the map: parties as points, ties as great-circle lines.

use geojson::GeometryValue;

use super::records::{MatchRecord, PartyRecord, TieRecord};
use crate::arc::{Point, arc};

/// Where a record is on the map.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Nobody says where; it has no geometry.
    Nowhere,
    /// At a point.
    Point(Point),
    /// Along lines of two or more points each.
    Lines(Vec<Vec<Point>>),
}

/// A record that may be on the map.
pub trait Located {
    /// Its id, unique in the export.
    fn id(&self) -> &str;
    /// Where it is.
    fn shape(&self) -> Shape;
}

impl Located for PartyRecord {
    fn id(&self) -> &str {
        &self.id
    }

    fn shape(&self) -> Shape {
        point(self.lat, self.lon).map_or(Shape::Nowhere, Shape::Point)
    }
}

impl Located for TieRecord {
    fn id(&self) -> &str {
        &self.id
    }

    /// A line between each two parties whose place is known; none with fewer than two.
    fn shape(&self) -> Shape {
        let points: Vec<Point> = self.parties.iter().filter_map(|party| point(party.lat, party.lon)).collect();
        let mut lines = Vec::new();
        for (idx, &from) in points.iter().enumerate() {
            lines.extend(points[idx + 1..].iter().flat_map(|&to| arc(from, to)));
        }
        if lines.is_empty() { Shape::Nowhere } else { Shape::Lines(lines) }
    }
}

impl Located for MatchRecord {
    fn id(&self) -> &str {
        &self.id
    }

    /// A line for a pair, a point for a place.
    fn shape(&self) -> Shape {
        match (point(self.left_lat, self.left_lon), point(self.right_lat, self.right_lon)) {
            (Some(left), Some(right)) => Shape::Lines(arc(left, right)),
            (Some(left), None) if self.right.is_empty() => Shape::Point(left),
            _ => Shape::Nowhere,
        }
    }
}

fn point(lat: Option<f64>, lon: Option<f64>) -> Option<Point> {
    Some(Point::new(lat?, lon?))
}

impl Shape {
    /// Its GeoJSON geometry, rounded to millionths of a degree.
    pub(super) fn geometry(&self) -> Option<geojson::Geometry> {
        let line = |line: &Vec<Point>| line.iter().copied().map(position).collect::<Vec<_>>();
        let value = match self {
            Self::Nowhere => return None,
            Self::Point(point) => GeometryValue::new_point(position(*point)),
            Self::Lines(lines) => match lines.as_slice() {
                [only] => GeometryValue::new_line_string(line(only)),
                lines => GeometryValue::new_multi_line_string(lines.iter().map(line)),
            },
        };
        Some(geojson::Geometry::new(value))
    }
}

fn position(point: Point) -> [f64; 2] {
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6 + 0.0; // Adding 0 turns -0 into 0.
    [rounded(point.lon), rounded(point.lat)]
}
