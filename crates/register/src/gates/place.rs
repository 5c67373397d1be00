//! Places inside places: every code a party stands under.

use model::PartyId;
use smallvec::SmallVec;

use super::words::Body;
use crate::fold::Register;

/// More wholes than this are a loop.
const MOST_WHOLES: usize = 8;

/// A party, the wholes it belongs to, and their units and countries.
#[derive(Debug)]
pub(super) struct Chain<'a>(SmallVec<[&'a str; 8]>);

impl<'a> Chain<'a> {
    /// By the claims that say what belongs to what, and by the code itself: `us-tx.houston` lies in `us-tx` and `us`.
    pub(super) fn of(register: &'a Register, id: &'a PartyId) -> Self {
        let mut chain = Self(SmallVec::new());
        let mut next = Some(id);
        for _ in 0..MOST_WHOLES {
            let Some(id) = next else { break };
            let id = register.resolved_party(id);
            [id.as_str(), id.unit(), id.country()].into_iter().for_each(|code| chain.push(code));
            next = register.party_key(id).and_then(|key| register.party(key).part_of.as_ref());
        }
        chain
    }

    fn push(&mut self, code: &'a str) {
        if !self.is_in(code) {
            self.0.push(code);
        }
    }

    /// Whether it is this place or lies in it.
    pub(super) fn is_in(&self, code: &str) -> bool {
        self.0.contains(&code)
    }
}

/// The body a party acts through: by what it is, else by the shape of its code.
pub(super) fn body_of(register: &Register, id: &PartyId) -> Option<Body> {
    let kind = register.party_key(id).and_then(|key| register.party(key).kind);
    kind.map(Body::of).or_else(|| {
        let code = id.as_str();
        match (code.contains('.'), code.contains('-')) {
            (true, _) => None,
            (false, true) => Some(Body::State),
            (false, false) => Some(Body::Country),
        }
    })
}
