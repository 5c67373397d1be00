//! Middles of countries and large units that their towns would put elsewhere: `points.toml`.

use std::collections::BTreeMap;

/// Degrees north and east by ISO 3166 code.
pub(super) fn points() -> BTreeMap<String, (f64, f64)> {
    let text = include_str!("points.toml");
    toml::from_str(text).unwrap_or_else(|error| panic!("points.toml is tested to be good: {error}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn points_are_on_the_globe() {
        let points = super::points();
        assert_eq!(points["KE"], (1.0, 38.0));
        assert!(points.values().all(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0));
    }
}
