//! The middle and size of a unit, from the towns in it.

/// Collects the points of a unit's towns.
#[derive(Debug, Clone, Default)]
pub(super) struct Area {
    points: Vec<(f64, f64)>,
    population: u64,
}

impl Area {
    pub(super) fn add(&mut self, lat: f64, lon: f64, population: u32) {
        if lat.is_finite() && lon.is_finite() {
            self.points.push((lat, lon));
        }
        self.population += u64::from(population);
    }

    pub(super) fn population(&self) -> u32 {
        u32::try_from(self.population).unwrap_or(u32::MAX)
    }

    /// The middle of the box around the towns, without the outermost ones on each side (`trim`, a share): nearer to the middle
    /// of the land than the mean of towns, which crowd. Longitudes are counted from the towns' own middle, so that a unit across the date line
    /// is not torn apart.
    pub(super) fn middle(&self, trim: f64) -> Option<(f64, f64)> {
        let anchor = self.points.first()?.1;
        let turned = |lon: f64| (lon - anchor + 540.0).rem_euclid(360.0) - 180.0;
        let lat = middle_of(self.points.iter().map(|(lat, _)| *lat).collect(), trim);
        let lon = middle_of(self.points.iter().map(|(_, lon)| turned(*lon)).collect(), trim);
        Some((lat, (lon + anchor + 540.0).rem_euclid(360.0) - 180.0))
    }
}

fn middle_of(mut values: Vec<f64>, trim: f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, reason = "a part of a length is no longer than it")]
    let n_cut = (values.len() as f64 * trim) as usize;
    (values[n_cut] + values[values.len() - 1 - n_cut]) / 2.0
}

#[cfg(test)]
mod tests {
    use super::Area;

    #[test]
    fn the_middle_is_of_the_box_and_crosses_the_date_line() {
        let mut area = Area::default();
        assert_eq!(area.middle(0.0), None);
        for (lat, lon) in [(10.0, 179.0), (10.0, 179.5), (14.0, -177.0)] {
            area.add(lat, lon, 5);
        }
        assert_eq!(area.middle(0.0), Some((12.0, -179.0)));
        assert_eq!(area.population(), 15);
    }
}
