//! Judging a tie: its events walked once in their order, for the five axes on a pair of days.
//!
//! Lists and maps use the short form ([`TieState`]), the report of a tie the whole [`Judgement`]; both come from here, so they
//! cannot differ.

use model::TieClass;
use smallvec::{SmallVec, smallvec};

use crate::as_of::days_in_months;
use crate::axes::{Pulse, Standing};
use crate::carrier::Carriers;
use crate::event::{Event, Side, Start, What};
use crate::house::House;
use crate::keys::ClaimKey;
use crate::pulse::{self, Because, Seen, Witness};
use crate::standing::Walk;
use crate::tie::Tie;
use crate::view::{SideState, TieState};

/// Everything that judging a tie finds; a [`TieState`] is its short form.
#[derive(Debug, Clone)]
pub(crate) struct Judgement {
    pub class: Option<(TieClass, u32)>,
    /// Another class stated by an equally good source.
    pub other_class: Option<(TieClass, u32)>,
    pub walks: SmallVec<[Walk; 2]>,
    pub seen_any: Seen,
    pub seen: SmallVec<[Seen; 2]>,
    pub pulse: (Pulse, Because),
    pub directions: SmallVec<[(Pulse, Because); 2]>,
    pub carriers: Carriers,
    pub contact_is_recent: bool,
    /// The last listing of each registry that lists or leaves it out: registry and event.
    pub listings: SmallVec<[(u32, u32); 4]>,
    /// Ends that a source gives, each with a statement that the tie goes on.
    pub denied: Vec<(u32, u32)>,
    /// Acts that cannot follow from the state before.
    pub illegal: Vec<u32>,
    /// How many events are known.
    pub n_known: usize,
    /// The first known event in effect, or the first that will be.
    pub first: Option<u32>,
}

/// A tie with its events, ready to be judged.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub tie: &'a Tie,
    pub events: &'a [Event],
}

impl Case<'_> {
    /// Judges the tie on a pair of days. `O(events)`.
    pub(crate) fn judge(&self, true_on: i32, known_on: i32, house: &House) -> Judgement {
        let n_sides = self.tie.parties.len();
        let mut found = Judgement {
            class: None,
            other_class: None,
            walks: smallvec![Walk::start(self.starting_state(true_on, known_on)); n_sides],
            seen_any: Seen::NOTHING,
            seen: smallvec![Seen::NOTHING; n_sides],
            pulse: (Pulse::Unknown, Because::NeverSeen),
            directions: SmallVec::new(),
            carriers: Carriers::default(),
            contact_is_recent: false,
            listings: SmallVec::new(),
            denied: Vec::new(),
            illegal: Vec::new(),
            n_known: 0,
            first: None,
        };
        let known = || (0u32..).zip(self.events).filter(|(_, event)| event.is_known(known_on));
        // A tie that began nobody knows when stood at least since its first trace.
        let first_trace = known().find(|(_, event)| event.what != What::NoContact).map(|(_, event)| event.at);
        if first_trace.is_some_and(|day| day <= true_on) {
            known().filter(|(_, event)| event.start_is_unknown()).for_each(|(idx, event)| {
                found.walks.iter_mut().for_each(|walk| walk.stood_always(idx, event));
            });
        }
        for (idx, event) in known() {
            found.n_known += 1;
            found.first = found.first.or(Some(idx));
            if event.at > true_on {
                if event.earliest <= true_on && !event.start_is_unknown() {
                    let concerned = |side: &usize| event.side.concerns(*side);
                    (0..n_sides).filter(concerned).for_each(|side| found.walks[side].may_have(event));
                }
                continue;
            }
            self.take(&mut found, idx, event, (true_on, known_on));
        }
        self.settle_class(&mut found, true_on, known_on);
        self.settle_contact(&mut found);
        self.settle_pulse(&mut found, true_on, known_on, house);
        found
    }

    fn take(&self, found: &mut Judgement, idx: u32, event: &Event, (true_on, known_on): (i32, i32)) {
        match event.what {
            What::Stands { start: Start::Unknown, .. } => {} // taken before all others
            // Who says that it stood until then stands against who says that it goes on.
            What::StoodUntil if self.goes_on_despite(event, true_on, known_on).is_some() => {
                let other = self.goes_on_despite(event, true_on, known_on);
                found.denied.extend(other.map(|other| (idx, other)));
            }
            What::Act(_) | What::TermEnds { .. } | What::Stands { .. } | What::StoodUntil => {
                let mut follows = event.side != Side::Stranger;
                for (side, walk) in found.walks.iter_mut().enumerate() {
                    if event.side.concerns(side) {
                        follows &= walk.take(idx, event, true_on);
                    }
                }
                if !follows {
                    found.illegal.push(idx);
                }
            }
            What::Contact { .. } => {
                found.seen_any.take(idx, event, true_on);
                for (side, seen) in found.seen.iter_mut().enumerate() {
                    if event.side.concerns(side) {
                        seen.take(idx, event, true_on);
                    }
                }
            }
            // What is said to have lasted until a day says nothing of the time after.
            What::Carrier { .. } | What::Listing { .. } if event.until < true_on => {}
            What::Carrier { .. } => found.carriers.take(idx, event),
            What::Listing { registry, .. } => match found.listings.iter_mut().find(|(known, _)| *known == registry) {
                Some((_, last)) => *last = idx,
                None => found.listings.push((registry, idx)),
            },
            What::NoContact => {}
        }
    }

    /// Another source, as good as need be, that says the tie stands beyond the end that this event gives.
    fn goes_on_despite(&self, end: &Event, true_on: i32, known_on: i32) -> Option<u32> {
        let known = || (0u32..).zip(self.events).filter(|(_, event)| event.is_known(known_on) && event.at <= true_on);
        let is_over = |claim: u32| known().any(|(_, event)| event.what == What::StoodUntil && event.claim == claim);
        let goes_on = |event: &Event| {
            let stands = matches!(event.what, What::Stands { start: Start::Dated | Start::Unknown, .. });
            stands && event.is_strong() && event.claim != end.claim && event.at < end.at && !is_over(event.claim)
        };
        known().find(|(_, event)| goes_on(event)).map(|(idx, _)| idx)
    }

    /// Not begun when the first known thing is a beginning, or lies after `true_on` and presupposes nothing before it.
    fn starting_state(&self, true_on: i32, known_on: i32) -> Standing {
        use model::ActKind as A;
        let mut known = self.events.iter().filter(|event| event.is_known(known_on));
        let Some(first) = known.find(|event| event.what != What::NoContact) else { return Standing::Unknown };
        let begins = match first.what {
            What::Act(A::Intent | A::Filed | A::Approved | A::Signed) | What::Stands { start: Start::Dated, .. } => {
                first.is_strong()
            }
            What::Contact { .. } => first.at > true_on && !self.stands_undated(known_on),
            _ => false,
        };
        if begins { Standing::None } else { Standing::Unknown }
    }

    /// Whether some source says that the tie stood without saying since when.
    fn stands_undated(&self, known_on: i32) -> bool {
        let undated = |what| matches!(what, What::Stands { start: Start::Standing | Start::Unknown, .. });
        self.events.iter().any(|e| e.is_known(known_on) && undated(e.what))
    }

    /// The class by the best source in effect; when none is, the one that a source states later without a beginning.
    fn settle_class(&self, found: &mut Judgement, true_on: i32, known_on: i32) {
        let known = || (0u32..).zip(self.events).filter(|(_, event)| event.is_known(known_on));
        let ends = || known().filter(|(_, e)| e.what == What::StoodUntil && e.at <= true_on);
        let any_is_over = ends().next().is_some(); // rare, so that the look-up below is rarely paid
        let is_over = |claim: u32| any_is_over && ends().any(|(_, e)| e.claim == claim);
        // In effect before later; not over before over; then the better source; then the later statement.
        let rank = |e: &Event| (e.at > true_on, is_over(e.claim), !e.is_strong(), e.grade, std::cmp::Reverse(e.at));
        let stated = known().filter_map(|(idx, event)| match event.what {
            What::Stands { class, start } if event.at <= true_on || start != Start::Dated => {
                Some((class, start == Start::Dated, idx, event))
            }
            _ => None,
        });
        let Some((class, began, idx, best)) = stated.clone().min_by_key(|(.., event)| rank(event)) else { return };
        found.class = Some((class, idx));
        // Another class is a contradiction when it is as well founded, not over, and not what this one grew out of.
        found.other_class = stated
            .filter(|(other, .., event)| *other != class && event.at <= true_on && !is_over(event.claim))
            .filter(|(.., event)| event.is_strong() == best.is_strong() && !(began && event.at < best.at))
            .map(|(other, _, idx, _)| (other, idx))
            .next();
    }

    /// Where nobody names a form and nothing was decided, contact that took place is what there is.
    fn settle_contact(&self, found: &mut Judgement) {
        let undecided = found.walks.iter().all(|walk| walk.because.is_none());
        if let (None, true, Some((_, event))) = (found.class, undecided, found.seen_any.life.or(found.seen_any.letter))
        {
            found.class = Some((TieClass::Contact, event));
            for walk in &mut found.walks {
                (walk.standing, walk.because) = (Standing::Contact, Some(event));
            }
        }
    }

    fn settle_pulse(&self, found: &mut Judgement, true_on: i32, known_on: i32, house: &House) {
        let witness = Witness::new(self.events, true_on, known_on, house);
        found.pulse = pulse::judge(&found.seen_any, &witness);
        found.directions = found.seen.iter().map(|seen| pulse::judge(seen, &witness)).collect();
        let recent = true_on.saturating_sub(days_in_months(house.quiet_after_months));
        let last = found.seen_any.life.map(|(day, _)| day);
        found.contact_is_recent = last.is_some_and(|day| day >= recent);
        if let Some((gone_on, event)) = found.carriers.gone(self.tie.parties.len())
            && last.is_none_or(|day| day <= gone_on)
        {
            found.pulse = (Pulse::NoCarrier, Because::CarrierGone { event });
        }
    }

    /// The short form of a judgement.
    pub(crate) fn state(&self, found: &Judgement) -> TieState {
        let standings = found.walks.iter().map(|walk| walk.standing);
        let summary = standings.clone().max().unwrap_or(Standing::Unknown);
        let sides = (0..self.tie.parties.len()).map(|side| SideState {
            standing: found.walks[side].standing,
            pulse: found.directions[side].0,
            carrier: found.carriers.health(side, found.contact_is_recent).0,
        });
        TieState {
            class: found.class.map(|(class, _)| class),
            standing: summary,
            is_disputed: found.walks.iter().any(|walk| walk.standing != summary) || summary == Standing::Contested,
            pulse: found.pulse.0,
            sides: sides.collect(),
            last_contact: found.seen_any.last().map(|(_, idx)| ClaimKey(self.events[idx as usize].claim)),
            is_listed: found.listings.iter().any(|(_, idx)| self.is_listing(*idx)),
            n_known: found.n_known,
        }
    }

    /// Whether a listing event says that the tie is on the list.
    pub(crate) fn is_listing(&self, idx: u32) -> bool {
        use model::ListingStatus as S;
        matches!(
            self.events[idx as usize].what,
            What::Listing { status: S::Listed | S::ListedCharter | S::Approved | S::Registered, .. }
        )
    }
}
