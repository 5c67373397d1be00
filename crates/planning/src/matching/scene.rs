//! The scene of a brief: its places on both sides, the ties between them, and how common each property is. Criteria look at
//! nothing else.

use model::{Fact, PartyId, PartyKind, TieClass};
use register::{AsOf, ClaimKey, PartyKey, Pulse, Register, Standing, TieKey};
use rustc_hash::FxHashMap;

use super::brief::Existing;
use super::place::{Place, Several, add};

/// A place of the left and one of the right, by their numbers.
pub type Cell = (usize, usize);

/// A tie between two places of a scene, or between bodies within them.
#[derive(Debug, Clone)]
pub struct Link {
    /// The tie.
    pub tie: TieKey,
    /// Its class.
    pub class: Option<TieClass>,
    /// Its standing.
    pub standing: Standing,
    /// Its pulse.
    pub pulse: Pulse,
    /// Whether it is between the two places themselves, rather than between bodies within them.
    pub is_own: bool,
    /// Whether it is between institutions.
    pub is_institutional: bool,
}

/// The places of a brief and what lies between them.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The register.
    pub register: &'a Register,
    /// The pair of days.
    pub as_of: AsOf,
    /// The left side, by id.
    pub left: Vec<Place>,
    /// The right side, by id.
    pub right: Vec<Place>,
    /// What existing ties count for.
    pub existing: Existing,
    links: FxHashMap<Cell, Vec<Link>>,
    /// How many ties in force each place of the left and of the right has with the other side's places.
    n_links: [Vec<u32>; 2],
    /// By kind of property and value.
    rarity: FxHashMap<&'static str, FxHashMap<String, f64>>,
}

impl<'a> Scene<'a> {
    /// Lays out a scene. Both sides must be in the order of their ids.
    #[must_use]
    pub fn new(register: &'a Register, as_of: AsOf, sides: (Vec<Place>, Vec<Place>), existing: Existing) -> Self {
        let (left, right) = sides;
        let mut scene = Self {
            n_links: [vec![0; left.len()], vec![0; right.len()]],
            register,
            as_of,
            left,
            right,
            existing,
            links: FxHashMap::default(),
            rarity: FxHashMap::default(),
        };
        scene.find_links();
        scene.find_schools();
        scene.weigh_properties();
        scene
    }

    /// The ties between two places or bodies within them, the places' own first.
    #[must_use]
    pub fn links(&self, (left, right): Cell) -> &[Link] {
        self.links.get(&(left, right)).map_or(&[], Vec::as_slice)
    }

    /// How many ties in force a place of the left has with places of the right, at or below both.
    #[must_use]
    pub fn n_links_left(&self, left: usize) -> u32 {
        self.n_links[0][left]
    }

    /// How many ties in force a place of the right has with places of the left, at or below both.
    #[must_use]
    pub fn n_links_right(&self, right: usize) -> u32 {
        self.n_links[1][right]
    }

    /// How telling it is to share a property: the logarithm of one over the share of places that have it, 0 if all have.
    #[must_use]
    pub fn rarity(&self, kind: &'static str, value: &str) -> f64 {
        self.rarity.get(kind).and_then(|values| values.get(value)).copied().unwrap_or(0.0)
    }

    fn find_links(&mut self) {
        let (left, right) = (numbers(&self.left), numbers(&self.right));
        let view = self.register.view(self.as_of);
        for (key, state) in view.iter() {
            let &[one, other] = self.register.tie(key).parties() else { continue };
            let ends = |side: &FxHashMap<PartyId, usize>, party| self.within(side, party);
            let cell = match (ends(&left, one), ends(&right, other)) {
                (Some(left), Some(right)) => Some((left, right)),
                _ => ends(&left, other).zip(ends(&right, one)),
            };
            let Some(((left, own_left), (right, own_right))) = cell else { continue };
            let is_institutional =
                [one, other].iter().all(|party| self.register.party(*party).level() == "institution");
            if state.standing == Standing::InForce {
                self.n_links[0][left] += 1;
                self.n_links[1][right] += 1;
            }
            self.links.entry((left, right)).or_default().push(Link {
                tie: key,
                class: state.class,
                standing: state.standing,
                pulse: state.pulse,
                is_own: own_left && own_right,
                is_institutional,
            });
        }
        let register = self.register;
        for links in self.links.values_mut() {
            links.sort_by_key(|link| (!link.is_own, link.is_institutional, register.tie(link.tie).id().clone()));
        }
    }

    /// Adds the universities and institutes of the register to the places they lie in.
    fn find_schools(&mut self) {
        let sides = [numbers(&self.left), numbers(&self.right)];
        let schools: Vec<_> =
            self.register.party_keys().filter_map(|party| Some((party, self.school_claim(party)?))).collect();
        for (party, claim) in schools {
            let places = sides.each_ref().map(|side| self.within(side, party));
            let name = &self.register.party(party).name;
            for (side, place) in [&mut self.left, &mut self.right].into_iter().zip(places) {
                let Some((at, _)) = place else { continue };
                add(&mut side[at].universities, name, claim);
                side[at].sort();
            }
        }
    }

    /// The claim that makes a party one university or institute, as far as was known.
    fn school_claim(&self, party: PartyKey) -> Option<ClaimKey> {
        let party = self.register.party(party);
        if party.unresolved.is_some() {
            return None;
        }
        let is_school = |claim: &ClaimKey| {
            let known = self.register.known(*claim);
            let kinds =
                [PartyKind::University, PartyKind::College, PartyKind::UniversitySystem, PartyKind::ResearchInstitute];
            known.counts()
                && known.is_known_on(self.as_of.known_on)
                && matches!(known.claim.fact, Fact::Is(kind) if kinds.contains(&kind))
        };
        party.claims().iter().copied().filter(is_school).min_by_key(|claim| self.register.known(*claim).name)
    }

    /// The place of a side that a party is or lies within, and whether it is that place itself.
    fn within(&self, side: &FxHashMap<PartyId, usize>, party: PartyKey) -> Option<(usize, bool)> {
        let mut party = self.register.party(party);
        if let Some(at) = side.get(party.id()) {
            return Some((*at, true));
        }
        for _ in 0..8 {
            // a chain longer than this is a circle of wrong claims
            let Some(whole) = &party.part_of else { break };
            if let Some(at) = side.get(whole) {
                return Some((*at, false));
            }
            let Some(key) = self.register.party_key(whole) else { break };
            party = self.register.party(key);
        }
        let unit = PartyId::parse(party.id().unit()).ok()?;
        side.get(&unit).map(|at| (*at, false))
    }

    fn weigh_properties(&mut self) {
        type List = fn(&Place) -> &Several;
        let kinds: [(&'static str, List); 4] = [
            ("sector", |place| &place.sectors),
            ("hazard", |place| &place.hazards),
            ("climate", |place| &place.climates),
            ("role", |place| &place.roles),
        ];
        for (kind, list) in kinds {
            let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
            let mut n_places = 0u32;
            for place in self.left.iter().chain(&self.right) {
                n_places += u32::from(!list(place).is_empty());
                list(place).iter().for_each(|item| *counts.entry(item.value.as_str()).or_default() += 1);
            }
            let weigh = |(value, n): (&str, u32)| (value.to_owned(), (f64::from(n_places) / f64::from(n)).ln());
            let weighed = counts.into_iter().map(weigh).collect();
            self.rarity.insert(kind, weighed);
        }
    }
}

fn numbers(side: &[Place]) -> FxHashMap<PartyId, usize> {
    side.iter().enumerate().map(|(at, place)| (place.id.clone(), at)).collect()
}
