//! Ordering the candidates of a name by what is known about the context, with reasons.

#![expect(clippy::cast_possible_truncation, reason = "kilometers for a reader need no more")]

use crate::{Gazetteer, NameKind, PlaceIdx, PlaceKind, distance_km, fold};

/// A candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The place.
    pub place: PlaceIdx,
    /// How well it fits, from 0 to 1; comparable within one answer only.
    pub score: f32,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Why a candidate stands where it does.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// So many people live there.
    Population(u32),
    /// It is the capital of its country.
    Capital,
    /// It is a country, or a unit of the first level.
    Unit(PlaceKind),
    /// It lies in the country asked for or written behind the name; the alpha-2 code.
    InCountry(String),
    /// It lies in the region asked for or written behind the name; its name.
    InRegion(String),
    /// It lies near the point asked for, or near other places of the context.
    Near {
        /// How far, in kilometers.
        km: f32,
    },
    /// The register has it.
    InRegister,
    /// The name is its own, not a by-name.
    NamedExactly,
    /// The unit it lies in is called after it, and a bare name mostly means the town.
    NamesItsRegion,
    /// So many letters must be changed to get one of its names.
    Edits(u8),
    /// One of its names begins so.
    Begins,
}

/// What is known about the text a name stands in. The default knows nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Context {
    /// A country, by alpha-2 code or name.
    pub country: Option<String>,
    /// A unit, by ISO 3166-2 code or name.
    pub region: Option<String>,
    /// A point, degrees north and east.
    pub near: Option<(f64, f64)>,
    /// Places named beside this one.
    pub others: Vec<PlaceIdx>,
}

/// What the qualifiers and the context come to.
#[derive(Debug, Default)]
struct Wanted {
    countries: Vec<String>,
    regions: Vec<PlaceIdx>,
}

impl Gazetteer {
    /// Ranks the places a written name may mean, best first.
    ///
    /// `name` is text as found, folding happens here; "Albany, New York" asks for Albany within New York. At most `limit`
    /// results. Scores fall; equal ones stand most populous first.
    ///
    /// ```
    /// # use gazetteer::Context;
    /// # let gazetteer = gazetteer::build::tiny();
    /// let ranked = gazetteer.rank("Mill", &Context { country: Some("XB".into()), ..Context::default() }, 1);
    /// assert_eq!(gazetteer.place(ranked[0].place).country, "XB");
    /// assert!(gazetteer.rank("", &Context::default(), 5).is_empty());
    /// ```
    #[must_use]
    pub fn rank(&self, name: &str, context: &Context, limit: usize) -> Vec<Ranked> {
        let (head, qualifiers) = self.split(name);
        let wanted = self.wanted(&qualifiers, context);
        let hits = self.exact(&head);
        let mut ranked: Vec<Ranked> =
            hits.with_kinds().map(|(place, kind)| self.judge(place, Some(kind), &wanted, context)).collect();
        self.prefer_namesakes(&mut ranked);
        sort(&mut ranked);
        ranked.truncate(limit);
        ranked
    }

    /// The folded name and the folded qualifiers behind it. A name that is known with its commas has none.
    fn split(&self, name: &str) -> (String, Vec<String>) {
        let whole = fold(name);
        let mut parts = name.split(',').map(fold).filter(|part| !part.is_empty());
        let head = parts.next().unwrap_or_default();
        let qualifiers: Vec<String> = parts.collect();
        if qualifiers.is_empty() || !self.exact(&whole).is_empty() { (whole, Vec::new()) } else { (head, qualifiers) }
    }

    fn wanted(&self, qualifiers: &[String], context: &Context) -> Wanted {
        let mut wanted = Wanted::default();
        let asked = context.country.iter().chain(&context.region).map(String::as_str);
        for text in qualifiers.iter().map(String::as_str).chain(asked) {
            if let Some(unit) = self.by_code(text) {
                self.want(unit, &mut wanted);
                continue;
            }
            for (unit, kind) in self.exact(&fold(text)).with_kinds() {
                let is_unit = matches!(self.kind(unit), PlaceKind::Country | PlaceKind::Region | PlaceKind::County);
                if is_unit && (kind != NameKind::Code || text.len() < 4) {
                    self.want(unit, &mut wanted);
                }
            }
        }
        wanted
    }

    fn want(&self, unit: PlaceIdx, wanted: &mut Wanted) {
        let place = self.place(unit);
        if place.kind == PlaceKind::Country {
            wanted.countries.push(place.country.to_owned());
        } else {
            wanted.regions.push(unit);
        }
    }

    /// Puts towns before the units of the same name that they lie in: New York, Moscow, Odesa.
    fn prefer_namesakes(&self, ranked: &mut [Ranked]) {
        let regions: Vec<(PlaceIdx, f32)> = ranked.iter().map(|one| (one.place, one.score)).collect();
        for one in ranked {
            let town = self.place(one.place);
            let region = regions.iter().find(|(idx, _)| Some(*idx) == town.region);
            if let (PlaceKind::City, Some((region, score))) = (town.kind, region)
                // A village in a county of its name does not stand for it.
                && town.population > self.population(*region) / 10
            {
                one.score = (one.score.max(*score) + 0.01).min(1.0);
                one.reasons.insert(0, Reason::NamesItsRegion);
            }
        }
    }

    fn judge(&self, idx: PlaceIdx, name: Option<NameKind>, wanted: &Wanted, context: &Context) -> Ranked {
        let place = self.place(idx);
        let mut reasons = Vec::new();
        // Every tenfold of people counts the same: up to 0.4 for ten thousand million.
        let mut score = 0.04 * (place.population.max(1) as f32).log10();
        if let Some(region) = wanted.regions.iter().find(|unit| [place.region, place.county].contains(&Some(**unit))) {
            score += 0.35;
            reasons.push(Reason::InRegion(self.place(*region).name.to_owned()));
        }
        if wanted.countries.iter().any(|country| country == place.country) {
            score += 0.3;
            reasons.push(Reason::InCountry(place.country.to_owned()));
        }
        if let Some(km) = self.nearest_of(idx, context) {
            score += 0.2 / (1.0 + km / 100.0);
            reasons.push(Reason::Near { km });
        }
        match place.kind {
            PlaceKind::Country => score += 0.25,
            PlaceKind::Region => score += 0.1,
            PlaceKind::County => score -= 0.05,
            _ => {}
        }
        if matches!(place.kind, PlaceKind::Country | PlaceKind::Region) {
            reasons.push(Reason::Unit(place.kind));
        }
        if place.is_capital {
            score += 0.1;
            reasons.push(Reason::Capital);
        }
        if place.party.is_some() {
            score += 0.05;
            reasons.push(Reason::InRegister);
        }
        match name {
            Some(NameKind::Own) => {
                score += 0.05;
                reasons.push(Reason::NamedExactly);
            }
            Some(NameKind::Made) => score -= 0.08,
            Some(NameKind::Code) => score -= 0.1,
            _ => {}
        }
        if place.population > 0 {
            reasons.push(Reason::Population(place.population));
        }
        Ranked { place: idx, score: score.clamp(0.0, 1.0), reasons }
    }

    /// How far the nearest point of the context is.
    fn nearest_of(&self, idx: PlaceIdx, context: &Context) -> Option<f32> {
        let place = self.place(idx);
        if !place.has_point() {
            return None;
        }
        let here = (f64::from(place.lat), f64::from(place.lon));
        let others = context.others.iter().filter(|other| **other != idx).map(|other| self.place(*other));
        let others = others.filter(|other| other.has_point()).map(|other| (f64::from(other.lat), f64::from(other.lon)));
        let nearest = others.chain(context.near).map(|there| distance_km(here, there)).min_by(f64::total_cmp)?;
        Some(nearest as f32)
    }

    /// A candidate without context: for what is found while typing.
    pub(crate) fn plain(&self, idx: PlaceIdx, reason: Reason) -> Ranked {
        let mut ranked = self.judge(idx, None, &Wanted::default(), &Context::default());
        ranked.reasons.insert(0, reason);
        ranked
    }
}

/// Best first; equal ones most populous first.
fn sort(ranked: &mut [Ranked]) {
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
}
