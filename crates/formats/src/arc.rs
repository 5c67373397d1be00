//! Great-circle lines for maps: the shortest way between two points of the globe, cut where a flat map ends.
//!
//! The earth is a sphere here, which is what a thin line on a world map needs; distances are not computed. Longitudes stay
//! within ±180, and no segment crosses the antimeridian: a line that does is split there, both pieces ending at the same
//! latitude, one at 180 and one at −180 (RFC 7946, section 3.1.9).
//!
//! ```
//! use formats::arc::{Point, arc};
//! let lines = arc(Point::new(60.0, 170.0), Point::new(60.0, -170.0));
//! assert_eq!(lines.len(), 2);
//! assert_eq!(lines[0].last().map(|p| p.lon), Some(180.0));
//! assert_eq!(lines[1].first().map(|p| p.lon), Some(-180.0));
//! ```

/// The longest piece drawn straight, in degrees of arc.
pub const MAX_SEGMENT_DEGREES: f64 = 2.0;

/// So near the antimeridian, in degrees, a longitude counts as on it: 0.1 mm.
const ON_ANTIMERIDIAN: f64 = 1e-9;

/// A point on the globe, WGS 84, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Latitude, −90 to 90.
    pub lat: f64,
    /// Longitude, −180 to 180.
    pub lon: f64,
}

impl Point {
    /// A point; latitudes beyond the poles are cut to them, longitudes beyond ±180 are turned into that range.
    ///
    /// What is not a number becomes 0.
    #[must_use]
    pub fn new(lat: f64, lon: f64) -> Self {
        let finite = |x: f64| if x.is_finite() { x } else { 0.0 };
        let (lat, lon) = (finite(lat).clamp(-90.0, 90.0), finite(lon));
        let lon = if lon.abs() <= 180.0 { lon } else { (lon + 180.0).rem_euclid(360.0) - 180.0 };
        Self { lat, lon }
    }

    fn vector(self) -> Vector {
        let (lat, lon) = (self.lat.to_radians(), self.lon.to_radians());
        Vector([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }

    fn is_on_antimeridian(self) -> bool {
        180.0 - self.lon.abs() < ON_ANTIMERIDIAN
    }
}

/// The great-circle line from `from` to `to`, as one or more lines of at least two points each.
///
/// No segment is longer than [`MAX_SEGMENT_DEGREES`] of arc and none crosses ±180. The first and last point are the ones
/// given; only 180 and −180, which are the same meridian, may stand for each other there. Equal points give one line of no length.
/// Between antipodes, where every way is shortest, it leads over the north pole, or over (0, 0) from pole to pole.
#[must_use]
pub fn arc(from: Point, to: Point) -> Vec<Vec<Point>> {
    let (a, b) = (from.vector(), to.vector());
    let mut points = vec![from];
    if a.plus(b).length() < 1e-9 {
        let over = if a.0[2].abs() < 0.999_999 { Vector([0.0, 0.0, 1.0]) } else { Vector([1.0, 0.0, 0.0]) };
        let middle = over.minus(a.times(over.dot(a))).unit();
        interpolate(a, middle, &mut points);
        points.push(middle.point());
        interpolate(middle, b, &mut points);
    } else {
        interpolate(a, b, &mut points);
    }
    points.push(to);
    split(&points)
}

/// Adds the points strictly between `a` and `b`, evenly spaced.
fn interpolate(a: Vector, b: Vector, points: &mut Vec<Point>) {
    // The arc tangent is exact for small and for large angles, the arc cosine for neither.
    let angle = a.cross(b).length().atan2(a.dot(b));
    let n_segments = (angle.to_degrees() / MAX_SEGMENT_DEGREES).ceil().max(1.0);
    let mut step = 1.0;
    while step < n_segments {
        let (t, sine) = (step / n_segments, angle.sin());
        let between = a.times(((1.0 - t) * angle).sin() / sine).plus(b.times((t * angle).sin() / sine));
        points.push(between.unit().point());
        step += 1.0;
    }
}

/// Cuts a line at the antimeridian.
fn split(points: &[Point]) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    let mut line: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        let Some(&last) = line.last() else {
            line.push(point);
            continue;
        };
        let mut next = point;
        if point.is_on_antimeridian() && last.lon != 0.0 {
            next.lon = 180.0_f64.copysign(last.lon);
        }
        if (next.lon - last.lon).abs() > 180.0 {
            cut(last, next, &mut line, &mut lines);
        }
        line.push(next);
    }
    lines.push(line);
    lines
}

/// Ends `line` at the antimeridian between `last` and `next`, and begins it anew on the other side.
fn cut(last: Point, next: Point, line: &mut Vec<Point>, lines: &mut Vec<Vec<Point>>) {
    let (here, there) = (180.0_f64.copysign(last.lon), 180.0_f64.copysign(next.lon));
    if last.is_on_antimeridian() {
        let begun = std::mem::take(line);
        if begun.len() > 1 {
            lines.push(begun);
        }
        line.push(Point { lat: last.lat, lon: there });
        return;
    }
    let lat = crossing_latitude(last.vector(), next.vector());
    line.push(Point { lat, lon: here });
    lines.push(std::mem::take(line));
    line.push(Point { lat, lon: there });
}

/// The latitude at which the great circle through `p` and `q` meets the plane of the antimeridian, between the two.
fn crossing_latitude(p: Vector, q: Vector) -> f64 {
    let apart = p.0[1] - q.0[1];
    let t = if apart == 0.0 { 0.5 } else { (p.0[1] / apart).clamp(0.0, 1.0) };
    p.plus(q.minus(p).times(t)).point().lat
}

/// A vector from the center of the earth, one earth radius to a unit.
#[derive(Debug, Clone, Copy)]
struct Vector([f64; 3]);

impl Vector {
    fn dot(self, other: Self) -> f64 {
        self.0[0] * other.0[0] + self.0[1] * other.0[1] + self.0[2] * other.0[2]
    }

    fn cross(self, other: Self) -> Self {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        Self([b * z - c * y, c * x - a * z, a * y - b * x])
    }

    fn times(self, factor: f64) -> Self {
        Self(self.0.map(|x| x * factor))
    }

    fn plus(self, other: Self) -> Self {
        Self([self.0[0] + other.0[0], self.0[1] + other.0[1], self.0[2] + other.0[2]])
    }

    fn minus(self, other: Self) -> Self {
        self.plus(other.times(-1.0))
    }

    fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    fn unit(self) -> Self {
        self.times(1.0 / self.length())
    }

    fn point(self) -> Point {
        let [x, y, z] = self.0;
        Point { lat: z.atan2(x.hypot(y)).to_degrees(), lon: y.atan2(x).to_degrees() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn degrees_between(a: Point, b: Point) -> f64 {
        let (a, b) = (a.vector(), b.vector());
        a.cross(b).length().atan2(a.dot(b)).to_degrees()
    }

    /// Checks the laws every line keeps, and gives the lines.
    fn check(from: (f64, f64), to: (f64, f64)) -> Vec<Vec<Point>> {
        let (from, to) = (Point::new(from.0, from.1), Point::new(to.0, to.1));
        let lines = arc(from, to);
        let ends = [(lines[0][0], from), (*lines[lines.len() - 1].last().expect("two points"), to)];
        for (end, given) in ends {
            let same_meridian = end.lon.abs() == 180.0 && given.is_on_antimeridian();
            assert!(end.lat == given.lat && (end.lon == given.lon || same_meridian), "{end:?} is not {given:?}");
        }
        let normal = from.vector().cross(to.vector());
        for line in &lines {
            assert!(line.len() >= 2, "{lines:?}");
            for pair in line.windows(2) {
                assert!((pair[0].lon - pair[1].lon).abs() <= 180.0, "{pair:?} crosses");
                assert!(degrees_between(pair[0], pair[1]) <= MAX_SEGMENT_DEGREES + 1e-6, "{pair:?} is long");
            }
            for point in line {
                assert!(point.lat.abs() <= 90.0 && point.lon.abs() <= 180.0, "{point:?}");
                if normal.length() > 1e-6 {
                    assert!(point.vector().dot(normal.unit()).abs() < 1e-6, "{point:?} is off the circle");
                }
            }
        }
        for pair in lines.windows(2) {
            let (end, start) = (pair[0].last().expect("two points"), pair[1][0]);
            assert_eq!((end.lat, end.lon.abs(), end.lon), (start.lat, 180.0, -start.lon));
        }
        let length: f64 = lines.iter().flat_map(|line| line.windows(2)).map(|p| degrees_between(p[0], p[1])).sum();
        assert!((length - degrees_between(from, to)).abs() < 1e-6, "{length} is not the shortest way");
        lines
    }

    #[test]
    fn special_points() {
        assert_eq!(check((10.0, 20.0), (10.0, 20.0)), [[Point::new(10.0, 20.0); 2]]);
        assert_eq!(check((0.0, 0.0), (0.0, 180.0)).len(), 1); // Antipodes.
        check((42.65, -73.75), (-42.65, 106.25)); // Half a turn at the pole may or may not count as crossing.
        assert_eq!(check((90.0, 0.0), (-90.0, 0.0)).len(), 1);
        assert_eq!(check((90.0, 170.0), (0.0, -100.0)).len(), 2);
        assert_eq!(check((90.0, 170.0), (90.0, -170.0)).len(), 2);
        assert_eq!(check((80.0, 0.0), (80.0, 180.0)).len(), 1); // Over the pole.
        assert_eq!(check((10.0, 180.0), (-10.0, 180.0)).len(), 1); // Along the antimeridian.
        assert_eq!(check((10.0, 180.0), (-10.0, -180.0)).len(), 1);
        assert_eq!(check((10.0, 180.0), (-10.0, -170.0)).len(), 1); // From it.
        assert_eq!(check((-10.0, -170.0), (10.0, 180.0)).len(), 1); // To it.
        assert_eq!(check((0.0, 179.0), (0.0, -179.0)).len(), 2); // A point lies on it.
        assert_eq!(check((55.75, 37.62), (41.88, -87.63)).len(), 1);
        assert_eq!(check((53.02, 158.65), (61.22, -149.9)).len(), 2);
    }

    #[test]
    fn odd_numbers_become_points() {
        assert_eq!(Point::new(95.0, 190.0), Point { lat: 90.0, lon: -170.0 });
        assert_eq!(Point::new(f64::NAN, f64::INFINITY), Point { lat: 0.0, lon: 0.0 });
        assert_eq!(Point::new(0.0, -180.0).lon, -180.0);
    }

    proptest! {
        #[test]
        fn any_two_points(a in (-90.0..=90.0_f64, -180.0..=180.0_f64), b in (-90.0..=90.0_f64, -180.0..=180.0_f64)) {
            check(a, b);
        }

        #[test]
        fn any_two_points_of_a_coarse_grid(a in (-6..=6_i32, -12..=12_i32), b in (-6..=6_i32, -12..=12_i32)) {
            let point = |(lat, lon): (i32, i32)| (f64::from(lat) * 15.0, f64::from(lon) * 15.0);
            check(point(a), point(b));
        }
    }
}
