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
    /// The text names this place too, which lies near it, in it or around it.
    Beside(PlaceIdx),
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
        Why::Beside(place) => Because::Beside(place),
        Why::InRegister => Because::InRegister,
        Why::Capital => Because::Capital,
        Why::Unit => Because::Unit,
        Why::Population(people) => Because::Population(people),
    }
}
