//! Standing per party: the transition table of the field as a pure state machine.
//!
//! Validity never lapses on its own: a tie said to stand goes on until a party acts or its term ends. An act that does not
//! follow from the state before is reported and changes nothing. A bare list never puts a tie in force.

use model::{ActKind, TieClass};

use crate::axes::Standing;
use crate::event::{Event, What};

/// The state after an act, or `None` when that act cannot follow.
///
/// From [`Standing::Unknown`] everything can follow. An end can follow everything but nothing.
#[must_use]
pub const fn step(from: Standing, act: ActKind) -> Option<Standing> {
    use Standing as S;
    Some(match (from, act) {
        (_, ActKind::Signed) => S::InForce,
        (S::None, ActKind::Suspended | ActKind::Resumed | ActKind::Ended | ActKind::Expired | ActKind::Superseded) => {
            return None;
        }
        (_, ActKind::Ended) => S::Ended,
        // Preparing something new while the old is in force changes nothing yet.
        (S::InForce, ActKind::Intent | ActKind::Filed | ActKind::Approved) => S::InForce,
        (S::None | S::Unknown | S::Contact | S::Intent | S::Expired | S::Ended, ActKind::Intent) => S::Intent,
        (
            S::None | S::Unknown | S::Contact | S::Intent | S::InApproval | S::Expired | S::Ended,
            ActKind::Filed | ActKind::Approved,
        ) => S::InApproval,
        // A re-signing revives what was suspended, expired or ended.
        (S::Unknown | S::InForce | S::Expired | S::Suspended | S::Ended | S::Contested, ActKind::Renewed) => S::InForce,
        (S::Unknown | S::Contact | S::InForce | S::Suspended | S::Contested, ActKind::Suspended) => S::Suspended,
        (S::Unknown | S::Suspended | S::Contested, ActKind::Resumed) => S::InForce,
        (S::Unknown | S::InForce | S::Suspended | S::Expired | S::Contested, ActKind::Expired) => S::Expired,
        (S::Unknown | S::InForce | S::Suspended | S::Expired | S::Contested, ActKind::Superseded) => S::Superseded,
        _ => return None,
    })
}

/// The standing of one side while its events are walked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walk {
    pub standing: Standing,
    /// The event that led here.
    pub because: Option<u32>,
    /// The event that it contradicts, when contested.
    pub against: Option<u32>,
    /// Whether the day asked for lies within the days that a date may mean which decides it.
    pub uncertain: bool,
    /// The day of the last signature or renewal.
    signed: i32,
}

impl Walk {
    pub(crate) const fn start(standing: Standing) -> Self {
        Self { standing, because: None, against: None, uncertain: false, signed: i32::MIN }
    }

    /// Takes a statement that the tie stands since nobody knows when: it comes before everything else.
    pub(crate) fn stood_always(&mut self, idx: u32, event: &Event) {
        if let What::Stands { class, .. } = event.what
            && event.is_strong()
            && self.standing < footing(class)
        {
            self.standing = footing(class);
            self.because = Some(idx);
        }
    }

    /// Takes one event in effect; `false` when the act cannot follow. What only a list says changes nothing.
    pub(crate) fn take(&mut self, idx: u32, event: &Event, true_on: i32) -> bool {
        if !event.is_strong() {
            return true;
        }
        let next = match event.what {
            What::Act(act) => match step(self.standing, act) {
                Some(next) => next,
                None => return false,
            },
            What::TermEnds { signed } if self.standing == Standing::InForce && self.signed <= signed => {
                Standing::Expired
            }
            What::Stands { class, .. } => match self.standing {
                Standing::Suspended | Standing::Ended | Standing::Expired | Standing::Superseded => {
                    self.against = self.because;
                    Standing::Contested
                }
                // Said again, or less than is known: the first reason stays.
                Standing::Contested => return true,
                known if known >= footing(class) => return true,
                _ => footing(class),
            },
            What::StoodUntil if self.standing == Standing::InForce => Standing::Unknown,
            _ => return true,
        };
        if matches!(event.what, What::Act(ActKind::Signed | ActKind::Renewed)) {
            self.signed = event.at;
        }
        // Preparing something new explains nothing while the old is in force; any other act is the newest reason.
        let prepares = matches!(event.what, What::Act(ActKind::Intent | ActKind::Filed | ActKind::Approved));
        if next != self.standing || (matches!(event.what, What::Act(_)) && !prepares) {
            self.because = Some(idx);
        }
        if next != self.standing {
            self.uncertain = event.earliest != event.latest && true_on <= event.latest && event.earliest != i32::MIN;
        }
        self.standing = next;
        true
    }

    /// Notes an event that may have taken effect already: its day is not known, and its middle is still to come.
    pub(crate) fn may_have(&mut self, event: &Event) {
        let decides =
            matches!(event.what, What::Act(_) | What::TermEnds { .. } | What::StoodUntil | What::Stands { .. });
        self.uncertain |= decides && event.is_strong();
    }
}

/// The standing of a tie that is said to stand in this form.
const fn footing(class: TieClass) -> Standing {
    match class {
        TieClass::Contact | TieClass::Solidarity => Standing::Contact,
        TieClass::Intent => Standing::Intent,
        TieClass::Full | TieClass::Friendship | TieClass::Project | TieClass::Institutional => Standing::InForce,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of DOMAIN 8.3, row by row: from, act, to (`-` when the act cannot follow).
    #[test]
    fn transitions() {
        let table = "
            none intent intent | none filed in-approval | none signed in-force | none suspended - | none ended -
            none resumed - | none renewed - | none expired -
            contact intent intent | contact signed in-force | contact suspended suspended | contact renewed -
            unknown suspended suspended | unknown ended ended | unknown resumed in-force | unknown renewed in-force
            intent filed in-approval | intent signed in-force | intent suspended - | intent renewed - | intent ended ended
            in-approval approved in-approval | in-approval signed in-force | in-approval intent - | in-approval expired -
            in-force suspended suspended | in-force ended ended | in-force expired expired | in-force superseded superseded
            in-force signed in-force | in-force renewed in-force | in-force resumed - | in-force approved in-force
            suspended resumed in-force | suspended ended ended | suspended suspended suspended | suspended intent -
            suspended renewed in-force | expired renewed in-force | expired suspended - | expired resumed -
            ended signed in-force | ended renewed in-force | ended suspended - | ended resumed - | ended intent intent
            ended ended ended | superseded signed in-force | superseded suspended - | superseded ended ended
            contested suspended suspended | contested resumed in-force | contested ended ended";
        for row in table.split(['|', '\n']).map(str::trim).filter(|row| !row.is_empty()) {
            let words: Vec<_> = row.split_whitespace().collect();
            let from = Standing::parse(words[0]).expect("a standing");
            let act = ActKind::parse(words[1]).expect("an act");
            assert_eq!(step(from, act), Standing::parse(words[2]), "{row}");
        }
    }
}
