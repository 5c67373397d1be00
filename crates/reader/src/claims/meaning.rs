//! The places a name may mean, with the reasons, for those who show them.

use gazetteer::PlaceIdx;

use crate::mention::Why;
use crate::reading::Party;

/// A place that a name may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    /// The place.
    pub place: PlaceIdx,
    /// Why it may be meant, the weightiest first.
    pub because: Vec<Because>,
}

/// Why a place may be meant. The order is that of weight.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub enum Because {
    /// The text writes the unit or country it lies in beside the name.
    Stated(PlaceIdx),
    /// The text calls it what it is.
    UnitWord,
    /// Other names of the text lie in the same unit.
    SameUnit(PlaceIdx),
    /// Other names of the text lie near.
    Near {
        /// How far the nearest is, in kilometers.
        km: f32,
    },
    /// It lies where the text comes from.
    Home(PlaceIdx),
    /// The register has it.
    InRegister,
    /// It is the capital of its country.
    Capital,
    /// It is a country or a unit of the first level.
    Unit,
    /// So many people live there.
    Population(u32),
}

/// The places that the name of a party may mean, the chosen one first.
#[must_use]
pub fn meanings(party: &Party) -> Vec<Meaning> {
    let meaning = |candidate: &crate::mention::Candidate| {
        let mut because: Vec<Because> = candidate.why.iter().map(because).collect();
        because.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
        Meaning { place: candidate.place, because }
    };
    party.candidates.iter().map(meaning).collect()
}

const fn because(why: &Why) -> Because {
    match *why {
        Why::Stated(unit) => Because::Stated(unit),
        Why::UnitWord => Because::UnitWord,
        Why::SameUnit(unit) => Because::SameUnit(unit),
        Why::Near { km } => Because::Near { km },
        Why::Home(unit) => Because::Home(unit),
        Why::InRegister => Because::InRegister,
        Why::Capital => Because::Capital,
        Why::Unit => Because::Unit,
        Why::Population(people) => Because::Population(people),
    }
}
