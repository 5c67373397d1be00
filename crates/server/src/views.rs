//! Views computed once per pair of days, with what lists need beside them.
//!
//! A view costs a pass over every event, tens of milliseconds in a large register, so it is computed on the blocking threads
//! and by one request only; the others that ask for it wait for the same one.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use register::{AsOf, Register, TieKey, TieState, View};
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
    /// The year since when each stands, as far as somebody says.
    began: FxHashMap<TieKey, i16>,
    /// What the activities of each were about, where a source says.
    topics: FxHashMap<TieKey, Vec<String>>,
}

impl Listed {
    /// The first year of the decade in which a tie began; `None` when nobody says.
    pub(crate) fn decade(&self, tie: TieKey) -> Option<i16> {
        self.began.get(&tie).map(|year| year.div_euclid(10) * 10)
    }

    /// What the activities of a tie were about, until the day of the view.
    pub(crate) fn topics(&self, tie: TieKey) -> &[String] {
        self.topics.get(&tie).map_or(&[], Vec::as_slice)
    }

    /// How many ties have a state.
    pub(crate) fn n_with(&self, has: impl Fn(&TieState) -> bool) -> usize {
        self.ties.iter().filter(|tie| has(self.view.state(**tie))).count()
    }
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
    let since = |tie: &TieKey| register.since(*tie, as_of).map(|(date, _)| (*tie, date.year()));
    let began = ties.iter().filter_map(since).collect();
    let topics = |tie: &TieKey| {
        let topics: Vec<String> = register.topics(*tie, as_of).into_iter().map(str::to_owned).collect();
        (!topics.is_empty()).then_some((*tie, topics))
    };
    let topics = ties.iter().filter_map(topics).collect();
    Listed { view, ties, began, topics }
}

/// The countries a tie joins, such as `ru~us`.
pub(crate) fn countries(register: &Register, tie: TieKey) -> String {
    let parties = register.tie(tie).id().party_texts();
    let mut countries: Vec<&str> = parties.map(|party| party.split(['-', '.']).next().unwrap_or_default()).collect();
    countries.sort_unstable();
    countries.dedup();
    countries.join("~")
}
