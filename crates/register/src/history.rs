//! What the ties of the register did year by year: begun, suspended, ended; what was done together, from where; and how long
//! ago a source last spoke of each. What charts draw and the tables behind them list.
//!
//! Everything is counted as known on a pair of days, like a view, and every count is the list of what it counts.

use std::collections::BTreeMap;

use model::{ActKind, ActivityKind, Edge, Fact, Grade, Period};
use rustc_hash::FxHashSet;

use crate::as_of::AsOf;
use crate::fold::{Known, Register};
use crate::keys::{ClaimKey, TieKey};

/// A tie that is counted, and the claim that makes it count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The tie.
    pub tie: TieKey,
    /// The claim.
    pub claim: ClaimKey,
}

/// Lists by year; `None` for what nobody dates.
pub type ByYear = BTreeMap<Option<i16>, Vec<Told>>;

/// What happened, by year.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Ties by the year since when they stand.
    pub begun: ByYear,
    /// Ties by the years in which a side suspended them; twice in one year counts once.
    pub suspended: ByYear,
    /// Ties by the years in which a side ended them; twice in one year counts once.
    pub ended: ByYear,
    /// What was done together, by kind and by the country it came from; the empty country for what both did or nobody says.
    /// Claims of one tie that give the same kind, side and time are one.
    pub activities: BTreeMap<(ActivityKind, String), Vec<Told>>,
    /// Ties by the year in which a source better than a list last spoke of them.
    pub spoken: ByYear,
    /// Of the others, ties by the year of the last list that names them.
    pub listed: ByYear,
}

impl Register {
    /// The history up to a pair of days. `O(claims)`; ties in no particular order.
    #[must_use]
    pub fn history(&self, as_of: AsOf) -> History {
        let mut history = History::default();
        for tie in self.tie_keys() {
            let known =
                |claim: &ClaimKey| self.known(*claim).counts() && self.known(*claim).is_known_on(as_of.known_on);
            let claims: Vec<ClaimKey> = self.claims_of_tie(tie).into_iter().filter(known).collect();
            if claims.is_empty() {
                continue;
            }
            match self.since(tie, as_of) {
                Some((date, claim)) if date.earliest() <= as_of.true_on => {
                    history.begun.entry(Some(date.year())).or_default().push(Told { tie, claim });
                }
                Some(_) => {}
                None => history.begun.entry(None).or_default().push(Told { tie, claim: claims[0] }),
            }
            self.add_events(&mut history, tie, &claims, as_of);
            self.add_last_word(&mut history, tie, &claims);
        }
        history
    }

    fn add_events(&self, history: &mut History, tie: TieKey, claims: &[ClaimKey], as_of: AsOf) {
        let mut acts: FxHashSet<(ActKind, Option<i16>)> = FxHashSet::default();
        let mut activities: FxHashSet<(ActivityKind, String, Period)> = FxHashSet::default();
        for claim in claims {
            let told = Told { tie, claim: *claim };
            let Known { claim, .. } = self.known(*claim);
            if first_day(&claim.held).is_some_and(|day| day > as_of.true_on) {
                continue;
            }
            match &claim.fact {
                Fact::Act(act) if matches!(act.kind, ActKind::Suspended | ActKind::Ended) => {
                    let year = first_year(&claim.held);
                    if acts.insert((act.kind, year)) {
                        let list = if act.kind == ActKind::Ended { &mut history.ended } else { &mut history.suspended };
                        list.entry(year).or_default().push(told);
                    }
                }
                Fact::Activity(activity) => {
                    let from =
                        activity.from.as_ref().map_or("", |party| self.resolved_party(party).country()).to_owned();
                    if activities.insert((activity.kind, from.clone(), claim.held)) {
                        history.activities.entry((activity.kind, from)).or_default().push(told);
                    }
                }
                _ => {}
            }
        }
    }

    /// Who spoke last: a source better than a list if any did.
    fn add_last_word(&self, history: &mut History, tie: TieKey, claims: &[ClaimKey]) {
        let is_weak = |claim: &ClaimKey| matches!(self.known(*claim).claim.grade, Grade::List | Grade::Unsourced);
        let (weak, strong): (Vec<ClaimKey>, Vec<ClaimKey>) = claims.iter().partition(|claim| is_weak(claim));
        let (said, list) = if strong.is_empty() { (weak, &mut history.listed) } else { (strong, &mut history.spoken) };
        // An undated source says nothing of how recent it is.
        let year = |claim: &ClaimKey| self.known(*claim).claim.said_on.map(|date| date.year());
        if let Some(last) = said.into_iter().max_by_key(year) {
            list.entry(year(&last)).or_default().push(Told { tie, claim: last });
        }
    }
}

fn first_year(held: &Period) -> Option<i16> {
    match (held.start(), held.end()) {
        (Edge::At(date), _) | (_, Edge::At(date)) => Some(date.year()),
        _ => None,
    }
}

fn first_day(held: &Period) -> Option<jiff::civil::Date> {
    match held.start() {
        Edge::At(date) => Some(date.earliest()),
        Edge::Open | Edge::Unknown => None,
    }
}
