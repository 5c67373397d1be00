//! Places and institutions of the register, joined to the towns and units they are.

use std::collections::HashMap;

use model::fold_letters;

use super::{Kind, Making, Party, Place};

/// How far a town may be from where the register has it, in degrees of latitude: about 30 km.
const NEAR_DEGREES: f64 = 0.27;

impl Making {
    pub(super) fn parties(&mut self, mut parties: Vec<Party>) {
        // Countries, regions, towns, institutions: each lies in one of those before it.
        parties.sort_by_key(|party| (rank(party.kind), party.id.clone()));
        let towns = self.towns_by_name();
        let mut by_id: HashMap<String, usize> = HashMap::new();
        let countries = parties.iter().filter(|party| party.kind == Some(Kind::Country) && !party.capital.is_empty());
        let capitals: Vec<(String, String)> =
            countries.map(|party| (party.country.clone(), party.capital.clone())).collect();
        for party in parties {
            let inside = party.part_of.as_ref().and_then(|id| by_id.get(id)).copied();
            let region = inside.and_then(|at| self.region_at(at));
            let town = party.town.as_ref().and_then(|id| by_id.get(id)).copied();
            let at = self.same(&party, region, &towns).unwrap_or_else(|| self.add_party(&party, inside, region, town));
            by_id.insert(party.id.clone(), at);
            if party.is_also_town {
                self.mark_town(&party, at);
            }
            let place = &mut self.places[at];
            let names = std::iter::once(party.name).chain(party.names).filter(|name| *name != place.name);
            place.names.extend(names.collect::<Vec<String>>());
            place.party.get_or_insert(party.id);
            // A census figure is better than the sum of towns, which counts boroughs twice.
            let is_sum = matches!(place.kind, Kind::Region | Kind::County) && party.population > 0;
            if is_sum || place.population == 0 {
                place.population = party.population;
            }
            // Of a unit the register knows the seat, which is not its middle, but better than nothing.
            place.point = place.point.or(party.point);
        }
        for (country, capital) in capitals {
            self.mark_capital(&country, &capital);
        }
    }

    /// Marks the capital of a country whose capital no list of places marks: the town of that name, or the unit that is one.
    fn mark_capital(&mut self, country: &str, capital: &str) {
        let of_country =
            |place: &&mut Place| place.country == country && matches!(place.kind, Kind::City | Kind::Region);
        if self.places.iter_mut().filter(of_country).any(|place| place.is_capital) {
            return;
        }
        let name = fold_letters(capital);
        let named = self.places.iter_mut().filter(of_country).filter(|place| fold_letters(&place.name) == name);
        if let Some(place) = named.max_by_key(|place| (place.kind == Kind::City, place.population)) {
            place.is_capital = true;
        }
    }

    /// Marks the town that a unit of its own name consists of: the same party.
    fn mark_town(&mut self, party: &Party, unit: usize) {
        let names: Vec<String> =
            std::iter::once(&party.name).chain(&party.names).map(|name| fold_letters(name)).collect();
        let towns = self.places.iter().enumerate().filter(|(_, place)| {
            let is_inside = place.kind == Kind::City && place.region == Some(unit) && place.party.is_none();
            is_inside && (place.is_capital || names.contains(&fold_letters(&place.name)))
        });
        if let Some((at, _)) = towns.max_by_key(|(at, place)| (place.population, std::cmp::Reverse(*at))) {
            self.places[at].party = Some(party.id.clone());
        }
    }

    /// The place that a party is: by code, by number, or by name in the same unit.
    fn same(
        &self,
        party: &Party,
        region: Option<usize>,
        towns: &HashMap<(String, String), Vec<usize>>,
    ) -> Option<usize> {
        if party.kind == Some(Kind::Institution) {
            return None;
        }
        let by_code = party.code.as_ref().and_then(|code| self.by_code.get(code)).copied();
        let by_number = party.geonames.and_then(|id| self.by_geonames.get(&id)).copied();
        if let Some(at) = by_code.or(by_number) {
            return Some(at).filter(|at| self.places[*at].party.is_none());
        }
        let kind = party.kind.unwrap_or(Kind::City);
        let candidates = towns.get(&(party.country.clone(), fold_letters(&party.name)))?;
        let fits = candidates.iter().copied().filter(|at| {
            let place = &self.places[*at];
            let is_near = match (place.point, party.point) {
                (Some(a), Some(b)) => is_near(a, b),
                _ => region.is_some() && place.region == region,
            };
            place.kind == kind && place.party.is_none() && is_near
        });
        fits.max_by_key(|at| (self.places[*at].population, std::cmp::Reverse(*at)))
    }

    fn add_party(&mut self, party: &Party, inside: Option<usize>, region: Option<usize>, town: Option<usize>) -> usize {
        let kind = party.kind.unwrap_or(Kind::City);
        let mut place = Place::named(&party.name, kind, &party.country);
        place.region = region;
        place.county = inside.filter(|at| self.places[*at].kind == Kind::County);
        place.geonames = party.geonames;
        place.code.clone_from(&party.code);
        place.point = party.point.or_else(|| self.places[town?].point);
        if place.country.is_empty()
            && let Some(at) = inside
        {
            place.country.clone_from(&self.places[at].country);
        }
        self.add(place)
    }

    /// The region that a place is or lies in.
    fn region_at(&self, at: usize) -> Option<usize> {
        if self.places[at].kind == Kind::Region { Some(at) } else { self.places[at].region }
    }

    /// Towns and units by country and folded name, the names of sources included.
    fn towns_by_name(&self) -> HashMap<(String, String), Vec<usize>> {
        let mut towns: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (at, place) in self.places.iter().enumerate() {
            towns.entry((place.country.clone(), fold_letters(&place.name))).or_default().push(at);
        }
        towns
    }
}

const fn rank(kind: Option<Kind>) -> u8 {
    match kind {
        Some(Kind::Continent) => 0,
        Some(Kind::Country) => 1,
        Some(Kind::Region) => 2,
        Some(Kind::County) => 3,
        Some(Kind::City) | None => 4,
        Some(Kind::Institution) => 5,
    }
}

fn is_near(a: (f64, f64), b: (f64, f64)) -> bool {
    let narrow = a.0.to_radians().cos().max(0.1);
    (a.0 - b.0).abs() < NEAR_DEGREES && (a.1 - b.1).abs() < NEAR_DEGREES / narrow
}
