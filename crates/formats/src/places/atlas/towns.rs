//! Towns, and the units that spots of the same coordinates name for them.

use std::collections::{BTreeMap, HashMap};

use model::fold_letters;

use super::{Country, Kind, Making, Place, Spot, Town};

/// Coordinates as both lists write them, to five places.
type Point = (i64, i64);

#[expect(clippy::cast_possible_truncation, reason = "degrees in hundred thousandths are far below the limit")]
fn point(lat: f64, lon: f64) -> Point {
    ((lat * 1e5).round() as i64, (lon * 1e5).round() as i64)
}

/// Spots by their coordinates.
#[derive(Debug)]
pub(super) struct Spots<'a> {
    by_point: HashMap<Point, &'a Spot>,
}

/// A name of a unit for each pair of country and GeoNames' code of the first level.
pub(super) type States = BTreeMap<(String, String), String>;

impl<'a> Spots<'a> {
    pub(super) fn new(spots: &'a [Spot]) -> Self {
        Self { by_point: spots.iter().map(|spot| (point(spot.latitude, spot.longitude), spot)).collect() }
    }

    pub(super) fn of(&self, town: &Town) -> Option<&'a Spot> {
        let spot = self.by_point.get(&point(town.lat, town.lon)).copied();
        spot.filter(|spot| spot.country_code == town.country)
    }

    /// What most spots call the unit of each code.
    pub(super) fn states(&self, towns: &[Town]) -> States {
        let mut votes: BTreeMap<(String, String), BTreeMap<&str, usize>> = BTreeMap::new();
        for town in towns.iter().filter(|town| !town.admin1.is_empty() && town.admin1 != "00") {
            if let Some(spot) = self.of(town).filter(|spot| !spot.state.is_empty()) {
                let code = (town.country.clone(), town.admin1.clone());
                *votes.entry(code).or_default().entry(spot.state.as_str()).or_default() += 1;
            }
        }
        let most = |names: BTreeMap<&str, usize>| {
            let best = names.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)));
            best.map(|(name, _)| name.to_owned()).unwrap_or_default()
        };
        votes.into_iter().map(|(code, names)| (code, most(names))).collect()
    }
}

impl Making {
    pub(super) fn towns(&mut self, towns: Vec<Town>, spots: &Spots<'_>, countries: &[Country]) {
        let capitals: HashMap<&str, String> =
            countries.iter().map(|country| (country.code.as_str(), fold_letters(&country.capital))).collect();
        let mut best: HashMap<String, usize> = HashMap::new();
        for town in towns {
            let named_capital = capitals.get(town.country.as_str()).is_some_and(|name| is_named(&town, name));
            let county = self.county_of(&town, spots);
            let at = self.town(town, county);
            let place = &self.places[at];
            // The list of countries names capitals; the largest town of that name is it, where no feature code says so.
            if named_capital
                && best.get(&place.country).is_none_or(|other| self.places[*other].population < place.population)
            {
                best.insert(place.country.clone(), at);
            }
        }
        for at in best.into_values() {
            let country = &self.places[at].country;
            if !self.places.iter().any(|place| place.is_capital && place.country == *country) {
                self.places[at].is_capital = true;
            }
        }
    }

    fn town(&mut self, town: Town, county: Option<usize>) -> usize {
        let region = self.by_admin1.get(&(town.country.clone(), town.admin1.clone())).copied();
        let country = self.by_country.get(&town.country).copied();
        for unit in [country, region, county].into_iter().flatten() {
            self.areas.entry(unit).or_default().add(town.lat, town.lon, town.population);
        }
        self.add(Place {
            names: town.names,
            region,
            county,
            point: Some((town.lat, town.lon)),
            population: town.population,
            geonames: Some(town.geonames),
            is_capital: town.feature == "PPLC",
            feature: town.feature,
            ..Place::named(&town.name, Kind::City, &town.country)
        })
    }

    fn county_of(&self, town: &Town, spots: &Spots<'_>) -> Option<usize> {
        let name = match spots.of(town) {
            _ if !town.admin2.is_empty() => town.admin2.clone(),
            Some(spot) if !spot.county.is_empty() => fold_letters(&spot.county),
            _ => return None,
        };
        self.by_admin2.get(&(town.country.clone(), town.admin1.clone(), name)).copied()
    }
}

fn is_named(town: &Town, folded: &str) -> bool {
    !folded.is_empty()
        && (fold_letters(&town.name) == folded || town.names.iter().any(|one| fold_letters(one) == folded))
}
