//! Views computed once per pair of days, with what lists need beside them.
//!
//! A view costs a pass over every event, tens of milliseconds in a large register, so it is computed on the blocking threads
//! and by one request only; the others that ask for it wait for the same one.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use register::{AsOf, Register, TieKey, View};
use rustc_hash::FxHashMap;
use tokio::sync::OnceCell;

use crate::index::Index;

/// How many views are kept at most.
const MOST_VIEWS: usize = 64;
/// How many states of ties they may hold together: about half a gigabyte.
const MOST_STATES: usize = 4_000_000;

/// A view with what lists need.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The view.
    pub(crate) view: View,
    /// The ties known then, by name.
    pub(crate) ties: Vec<TieKey>,
    /// How many of them have each value of each facet.
    pub(crate) facets: Facets,
}

/// How many ties have each value.
#[derive(Debug, Default)]
pub(crate) struct Facets {
    pub(crate) class: FxHashMap<&'static str, usize>,
    pub(crate) standing: FxHashMap<&'static str, usize>,
    pub(crate) pulse: FxHashMap<&'static str, usize>,
    pub(crate) level: FxHashMap<&'static str, usize>,
    /// The sets of countries joined, such as `ru~us`, the largest number first.
    pub(crate) between: Vec<(String, usize)>,
}

type Slot = (AsOf, Arc<OnceCell<Arc<Listed>>>);

/// The newest views.
#[derive(Debug, Default)]
pub(crate) struct Views(Mutex<VecDeque<Slot>>);

impl Views {
    pub(crate) async fn get(&self, register: &Arc<Register>, index: &Arc<Index>, as_of: AsOf) -> Arc<Listed> {
        let cell = self.slot(register, as_of);
        let compute = || async {
            let (register, index) = (Arc::clone(register), Arc::clone(index));
            let made = tokio::task::spawn_blocking(move || Arc::new(list(&register, &index, as_of))).await;
            made.expect("a view of a register that was folded can be computed")
        };
        Arc::clone(cell.get_or_init(compute).await)
    }

    fn slot(&self, register: &Register, as_of: AsOf) -> Arc<OnceCell<Arc<Listed>>> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, cell)) = slots.iter().find(|(day, _)| *day == as_of) {
            return Arc::clone(cell);
        }
        let most = MOST_VIEWS.min(MOST_STATES / register.n_ties().max(1)).max(1);
        while slots.len() >= most {
            slots.pop_front();
        }
        let cell = Arc::new(OnceCell::new());
        slots.push_back((as_of, Arc::clone(&cell)));
        cell
    }
}

fn list(register: &Register, index: &Index, as_of: AsOf) -> Listed {
    let view = register.view(as_of);
    let ties: Vec<TieKey> = index.ties.iter().copied().filter(|tie| view.state(*tie).n_known > 0).collect();
    let mut facets = Facets::default();
    let mut between: FxHashMap<String, usize> = FxHashMap::default();
    for tie in &ties {
        let state = view.state(*tie);
        *facets.class.entry(state.class.map_or("", model::TieClass::word)).or_default() += 1;
        *facets.standing.entry(state.standing.word()).or_default() += 1;
        *facets.pulse.entry(state.pulse.word()).or_default() += 1;
        *facets.level.entry(register.level(*tie)).or_default() += 1;
        *between.entry(countries(register, *tie)).or_default() += 1;
    }
    facets.between = between.into_iter().filter(|(countries, _)| countries.contains('~')).collect();
    facets.between.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Listed { view, ties, facets }
}

/// The countries a tie joins, such as `ru~us`.
fn countries(register: &Register, tie: TieKey) -> String {
    let parties = register.tie(tie).id().party_texts();
    let mut countries: Vec<&str> = parties.map(|party| party.split(['-', '.']).next().unwrap_or_default()).collect();
    countries.sort_unstable();
    countries.dedup();
    countries.join("~")
}
