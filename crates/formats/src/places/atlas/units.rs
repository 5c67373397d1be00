//! Units of both levels: GeoNames', those that spots name, and ISO 3166-2's, joined.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use model::fold_letters;

use super::super::alike::{comparable, pairs};
use super::super::by_names::by_names;
use super::towns::{Spots, States};
use super::{Entry, Kind, Lists, Making, Party, Place, Unit};

impl Making {
    /// Units of the first level from GeoNames' list, and from what spots call those it does not have.
    pub(super) fn first_level(&mut self, units: &[Unit], states: &States) {
        for unit in units.iter().filter(|unit| unit.admin2.is_empty()) {
            let mut place = Place::named(&unit.name, Kind::Region, &unit.country);
            place.names.clone_from(&unit.names);
            place.geonames = Some(unit.geonames).filter(|id| *id != 0);
            let at = self.add(place);
            self.by_admin1.insert((unit.country.clone(), unit.admin1.clone()), at);
        }
        for ((country, admin1), name) in states {
            let code = (country.clone(), admin1.clone());
            if !self.by_admin1.contains_key(&code) {
                let at = self.add(Place::named(name, Kind::Region, country));
                self.by_admin1.insert(code, at);
            }
        }
    }

    /// Joins ISO 3166-2's first level to it; those that fit none are places of their own.
    pub(super) fn iso_first_level(&mut self, entries: &[Entry], parties: &[Party]) {
        // What the register calls a unit of that code helps to find it.
        let known: HashMap<&str, &Party> =
            parties.iter().filter_map(|party| Some((party.code.as_deref()?, party))).collect();
        let mut by_names = by_names();
        let entries: Vec<Entry> = entries
            .iter()
            .filter(|entry| entry.parent.is_empty())
            .map(|entry| {
                let mut entry = entry.clone();
                entry.names.extend(by_names.remove(&entry.code).unwrap_or_default());
                if let Some(party) = known.get(entry.code.as_str()) {
                    entry.english = Some(party.name.clone());
                    entry.names.extend(party.names.iter().cloned());
                }
                entry
            })
            .collect();
        for entries in by_country(entries.iter()) {
            let country = country_of(entries[0]);
            let regions = self.units_of(country, Kind::Region);
            self.join(&regions, &entries, |_| None);
        }
    }

    /// Units of the second level: GeoNames', the counties of the United States, and those that spots name.
    pub(super) fn second_level(&mut self, lists: &Lists, spots: &Spots<'_>) {
        for unit in lists.units.iter().filter(|unit| !unit.admin2.is_empty()) {
            let key = (unit.country.clone(), unit.admin1.clone(), unit.admin2.clone());
            let at = self.county(&unit.name, key);
            self.places[at].names.clone_from(&unit.names);
            self.places[at].geonames = Some(unit.geonames).filter(|id| *id != 0);
            self.by_geonames.insert(unit.geonames, at);
        }
        // GeoNames' own list is complete; the others stand in for it.
        if lists.units.iter().any(|unit| !unit.admin2.is_empty()) {
            return;
        }
        for county in &lists.us_counties {
            let key = ("US".to_owned(), county.state.clone(), fold_letters(&county.name));
            self.county(&county.name, key);
        }
        let mut named: BTreeMap<(String, String, String), &str> = BTreeMap::new();
        for town in &lists.towns {
            if let Some(spot) = spots.of(town).filter(|spot| !spot.county.is_empty()) {
                let key = (town.country.clone(), town.admin1.clone(), fold_letters(&spot.county));
                named.entry(key).or_insert(&spot.county);
            }
        }
        for (key, name) in named {
            if !self.by_admin2.contains_key(&key) {
                self.county(name, key);
            }
        }
    }

    fn county(&mut self, name: &str, key: (String, String, String)) -> usize {
        let mut place = Place::named(name, Kind::County, &key.0);
        place.region = self.by_admin1.get(&(key.0.clone(), key.1.clone())).copied();
        let at = self.add(place);
        self.by_admin2.insert(key, at);
        at
    }

    /// Joins ISO 3166-2's lower levels to the counties of the same region, or of the country where its region is not known.
    pub(super) fn iso_second_level(&mut self, entries: &[Entry]) {
        let parents: BTreeMap<&str, &str> =
            entries.iter().map(|entry| (entry.code.as_str(), entry.parent.as_str())).collect();
        for entries in by_country(entries.iter().filter(|entry| !entry.parent.is_empty())) {
            let counties = self.units_of(country_of(entries[0]), Kind::County);
            // A parent may lie in a parent itself: a department of an overseas region.
            let region_of = |making: &Self, entry: &Entry| {
                let top = std::iter::successors(Some(entry.parent.as_str()), |code| {
                    parents.get(code).copied().filter(|parent| !parent.is_empty())
                });
                top.take(4).last().and_then(|code| making.by_code.get(code)).copied()
            };
            let regions: Vec<Option<usize>> = entries.iter().map(|entry| region_of(self, entry)).collect();
            self.join(&counties, &entries, |i| Some(regions[i]));
        }
    }

    fn is_called_as_its_country(&self, unit: usize) -> bool {
        let Place { name, country, .. } = &self.places[unit];
        let is_it = |place: &&Place| place.kind == Kind::Country && place.country == *country;
        self.places.iter().find(is_it).is_some_and(|place| fold_letters(&place.name) == fold_letters(name))
    }

    /// Joins entries to the places that are as good as the same, and adds the others as places of their own: of the first
    /// level, or in the region that `region_of` gives.
    fn join(&mut self, units: &[usize], entries: &[&Entry], region_of: impl Fn(usize) -> Option<Option<usize>>) {
        let names: Vec<Vec<&str>> = units
            .iter()
            .map(|at| {
                let place = &self.places[*at];
                std::iter::once(&place.name).chain(&place.names).map(String::as_str).collect()
            })
            .collect();
        let listed: Vec<Vec<&str>> = entries
            .iter()
            .map(|entry| {
                // The English name is what the other list most likely writes.
                let names = entry.english.iter().chain(std::iter::once(&entry.name)).chain(&entry.names);
                names.map(String::as_str).collect()
            })
            .collect();
        let mut joined: Vec<Option<usize>> = vec![None; entries.len()];
        for (i, j) in pairs(&comparable(&names), &comparable(&listed)) {
            // "Taiwan" is as good as its country, and only looks like "Tainan".
            let is_as_country = self.is_called_as_its_country(units[i]);
            if !is_as_country || listed[j].iter().any(|name| fold_letters(name) == fold_letters(names[i][0])) {
                joined[j] = Some(units[i]);
            }
        }
        for (j, entry) in entries.iter().enumerate() {
            let at = joined[j].unwrap_or_else(|| {
                let kind = if region_of(j).is_some() { Kind::County } else { Kind::Region };
                let name = entry.english.as_ref().unwrap_or(&entry.name);
                self.add(Place::named(name, kind, country_of(entry)))
            });
            if let Some(region) = region_of(j).flatten()
                && self.places[at].region.is_none()
            {
                self.places[at].region = Some(region).filter(|region| *region != at);
            }
            self.describe(at, entry);
        }
    }

    fn describe(&mut self, at: usize, entry: &Entry) {
        let place = &mut self.places[at];
        let known: HashSet<String> = place.names.iter().cloned().collect();
        let more = std::iter::once(&entry.name).chain(&entry.english).chain(&entry.names);
        let more: BTreeSet<String> =
            more.filter(|name| **name != place.name && !known.contains(*name)).cloned().collect();
        place.names.extend(more);
        place.code = Some(entry.code.clone());
        self.by_code.insert(entry.code.clone(), at);
    }

    fn units_of(&self, country: &str, kind: Kind) -> Vec<usize> {
        let places = self.places.iter().enumerate();
        places.filter(|(_, place)| place.kind == kind && place.country == country).map(|(at, _)| at).collect()
    }
}

/// The entries of each country together; they are ordered by code.
fn by_country<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<Vec<&'a Entry>> {
    let mut countries: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        countries.entry(country_of(entry)).or_default().push(entry);
    }
    countries.into_values().collect()
}

fn country_of(entry: &Entry) -> &str {
    entry.code.split('-').next().unwrap_or_default()
}
