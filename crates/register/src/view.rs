//! A view: the state of every tie on one pair of days.

use model::{Edge, PartialDate, TieClass};
use rayon::prelude::*;
use smallvec::SmallVec;

use crate::as_of::{AsOf, day_number};
use crate::axes::{CarrierHealth, Pulse, Standing};
use crate::fold::Register;
use crate::house::House;
use crate::keys::{ClaimKey, TieKey, next};

/// The state of one side of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideState {
    /// This party's own standing.
    pub standing: Standing,
    /// The pulse of what comes from this side.
    pub pulse: Pulse,
    /// The health of this side's carriers.
    pub carrier: CarrierHealth,
}

/// The state of one tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieState {
    /// Its class; `None` when no source states one for that day or without a beginning.
    pub class: Option<TieClass>,
    /// The summary of all sides: the gravest.
    pub standing: Standing,
    /// Whether the sides differ, or sources contradict each other.
    pub is_disputed: bool,
    /// The pulse over all.
    pub pulse: Pulse,
    /// The sides, in the order of the tie's parties.
    pub sides: SmallVec<[SideState; 2]>,
    /// The claim of the last contact that counts; [`Register::last_contact`] gives its date.
    pub last_contact: Option<ClaimKey>,
    /// Whether some registry lists it.
    pub is_listed: bool,
    /// How many known events bear on it; 0 when it was not known at all.
    pub n_known: usize,
}

/// The state of every tie, by its position in the register.
#[derive(Debug, Clone)]
pub struct View {
    /// The days asked for.
    pub as_of: AsOf,
    states: Vec<TieState>,
}

impl View {
    /// The state of a tie.
    #[must_use]
    pub fn state(&self, tie: TieKey) -> &TieState {
        &self.states[tie.idx()]
    }

    /// Every tie that was known, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (TieKey, &TieState)> {
        (0u32..).map(TieKey).zip(&self.states).filter(|(_, state)| state.n_known > 0)
    }

    /// How many ties were known.
    #[must_use]
    pub fn n_known(&self) -> usize {
        self.iter().count()
    }
}

/// From this many ties on, several threads are worth their start.
const PARALLEL_FROM: usize = 4_096;

impl Register {
    /// When the last contact that counts was, as its source dates it; of what went on, its end.
    #[must_use]
    pub fn last_contact(&self, state: &TieState) -> Option<PartialDate> {
        let held = self.known(state.last_contact?).claim.held;
        match (held.end(), held.start()) {
            (Edge::At(date), _) | (_, Edge::At(date)) => Some(date),
            _ => None,
        }
    }

    /// The state of every tie on a pair of days. `O(events)`, in parallel when there are many.
    #[must_use]
    pub fn view(&self, as_of: AsOf) -> View {
        self.view_by(as_of, self.house())
    }

    /// The same by other house rules than the register's, to see what they would change.
    #[must_use]
    pub fn view_by(&self, as_of: AsOf, house: &House) -> View {
        let (true_on, known_on) = (day_number(as_of.true_on), day_number(as_of.known_on));
        let judge = |tie: u32| {
            let case = self.case(TieKey(tie));
            case.state(&case.judge(true_on, known_on, house))
        };
        let ties = 0..next(self.n_ties());
        let states = if self.n_ties() < PARALLEL_FROM {
            ties.map(judge).collect()
        } else {
            ties.into_par_iter().with_min_len(512).map(judge).collect()
        };
        View { as_of, states }
    }
}
