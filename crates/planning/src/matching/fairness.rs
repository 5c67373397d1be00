//! Who is served and how well: the share without a partner by size, the spread, the most and the least favored, the demand.

use super::scene::Cell;
use super::solve::Plan;
use super::task::{Side, Task};

/// The upper bounds of the size bands, in people; house choice. Above the last there is one more band.
pub const BANDS: [u64; 5] = [10_000, 50_000, 250_000, 1_000_000, 5_000_000];

/// The places of one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// From so many people.
    pub from: u64,
    /// Below so many people; `None` for the greatest.
    pub below: Option<u64>,
    /// How many places there are.
    pub n_places: usize,
    /// How many of them have no partner.
    pub n_without: usize,
    /// How many of those have nobody they may be given to.
    pub n_barred: usize,
}

/// Least, quartiles and greatest of what the places' partners are worth to them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The least.
    pub least: f64,
    /// The lower quartile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub upper: f64,
    /// The greatest.
    pub greatest: f64,
}

/// How one side fares.
#[derive(Debug, Clone, PartialEq)]
pub struct Fairness {
    /// The side.
    pub side: Side,
    /// How many places there are.
    pub n_places: usize,
    /// How many have no partner.
    pub n_without: usize,
    /// By size; bands without places are left out.
    pub bands: Vec<Band>,
    /// Places whose size is not known: how many, and how many of them have no partner.
    pub unknown_size: (usize, usize),
    /// The spread over places with a partner; `None` if there are none.
    pub spread: Option<Spread>,
    /// The places whose partners are worth most to them, the best first, with that worth.
    pub most: Vec<(usize, f64)>,
    /// The places whose partners are worth least to them, the worst first.
    pub least: Vec<(usize, f64)>,
    /// The places that most of the other side would like best, with how many would; only places that two or more want.
    pub wanted: Vec<(usize, usize)>,
}

/// How many places are named as most and least favored, and as wanted.
const N_NAMED: usize = 5;

impl Task<'_> {
    /// How a side fares by a plan.
    #[must_use]
    pub fn fairness(&self, plan: &Plan, side: Side) -> Fairness {
        let places = self.places(side);
        let worths: Vec<Option<f64>> = (0..places.len()).map(|at| self.worth_of(plan, side, at)).collect();
        let mut served: Vec<(usize, f64)> =
            worths.iter().enumerate().filter_map(|(at, worth)| Some((at, (*worth)?))).collect();
        served.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let unknown = |at: &usize| places[*at].population.is_none();
        Fairness {
            side,
            n_places: places.len(),
            n_without: places.len() - served.len(),
            bands: self.bands(side, &worths),
            unknown_size: (
                (0..places.len()).filter(unknown).count(),
                (0..places.len()).filter(unknown).filter(|at| worths[*at].is_none()).count(),
            ),
            spread: spread(&served),
            most: served.iter().take(N_NAMED).copied().collect(),
            least: served.iter().rev().take(N_NAMED).copied().collect(),
            wanted: self.wanted(side),
        }
    }

    /// What the partners of a place are worth to it on average; `None` without partners.
    #[must_use]
    pub fn worth_of(&self, plan: &Plan, side: Side, at: usize) -> Option<f64> {
        let own: Vec<f64> = self.partners_of(plan, side, at).map(|cell| self.own_worth(cell, side)).collect();
        (!own.is_empty()).then(|| own.iter().sum::<f64>() / own.len() as f64)
    }

    /// The chosen pairs of a place.
    pub fn partners_of<'p>(&self, plan: &'p Plan, side: Side, at: usize) -> impl Iterator<Item = Cell> + use<'p> {
        plan.pairs.iter().copied().filter(move |cell| if side == Side::Left { cell.0 == at } else { cell.1 == at })
    }

    fn own_worth(&self, cell: Cell, side: Side) -> f64 {
        let worth = self.worth(cell, &self.brief.weights);
        if side == Side::Left { worth.left } else { worth.right }
    }

    /// Whether nobody may be given to a place.
    #[must_use]
    pub fn is_barred(&self, side: Side, at: usize) -> bool {
        let n_others = self.places(if side == Side::Left { Side::Right } else { Side::Left }).len();
        (0..n_others).all(|other| !self.is_lawful(if side == Side::Left { (at, other) } else { (other, at) }))
    }

    fn bands(&self, side: Side, worths: &[Option<f64>]) -> Vec<Band> {
        let bounds = std::iter::once(0).chain(BANDS).zip(BANDS.into_iter().map(Some).chain([None]));
        let band = |(from, below): (u64, Option<u64>)| {
            let is_in = |at: &usize| {
                let people = self.places(side)[*at].population.as_ref().map(|people| people.value);
                people.is_some_and(|people| people >= from && below.is_none_or(|below| people < below))
            };
            let members: Vec<usize> = (0..worths.len()).filter(is_in).collect();
            let without = members.iter().filter(|at| worths[**at].is_none());
            Band {
                from,
                below,
                n_places: members.len(),
                n_without: without.clone().count(),
                n_barred: without.filter(|at| self.is_barred(side, **at)).count(),
            }
        };
        bounds.map(band).filter(|band| band.n_places > 0).collect()
    }

    fn wanted(&self, side: Side) -> Vec<(usize, usize)> {
        let other = if side == Side::Left { Side::Right } else { Side::Left };
        let mut counts = vec![0; self.places(side).len()];
        for at in 0..self.places(other).len() {
            for best in self.candidates(other, at, 1, self.as_is()) {
                counts[best] += 1;
            }
        }
        let mut wanted: Vec<(usize, usize)> = counts.into_iter().enumerate().filter(|(_, n)| *n > 1).collect();
        wanted.sort_by_key(|(at, n)| (std::cmp::Reverse(*n), *at));
        wanted.truncate(N_NAMED);
        wanted
    }
}

fn spread(served: &[(usize, f64)]) -> Option<Spread> {
    let mut worths: Vec<f64> = served.iter().map(|(_, worth)| *worth).collect();
    worths.sort_by(f64::total_cmp);
    let last = worths.len().checked_sub(1)?;
    // The quartile is the value at its place, or the mean of the two around it.
    let at = |quarter: usize| (worths[last * quarter / 4] + worths[(last * quarter).div_ceil(4)]) / 2.0;
    Some(Spread { least: at(0), lower: at(1), median: at(2), upper: at(3), greatest: at(4) })
}
