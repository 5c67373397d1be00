//! What waits for a decision, and what was decided.

use ledger::canon;
use model::{Body, MakerKind, Name, PartyId, Review, SourceId, Subject};
use register::{ClaimKey, Register, Status};

/// What waits, in the order of the ledger.
pub fn waiting(register: &Register) -> impl Iterator<Item = ClaimKey> + '_ {
    register.claim_keys().filter(|key| is_waiting(register, *key))
}

/// What waits from one source, in the order of the ledger.
#[must_use]
pub fn waiting_of(register: &Register, source: &SourceId) -> Vec<ClaimKey> {
    register.claims_of_source(source).iter().copied().filter(|key| is_waiting(register, *key)).collect()
}

pub(crate) fn is_waiting(register: &Register, key: ClaimKey) -> bool {
    register.known(key).status == Status::Proposed
}

/// The last decision on a claim, if somebody has decided.
#[must_use]
pub fn decision(register: &Register, key: ClaimKey) -> Option<&Review> {
    register.reviews_of(&register.known(key).name).last()
}

/// The name of the entry that a decision is.
#[must_use]
pub fn decision_name(decision: &Review) -> Name {
    canon::encode(&Body::Review(decision.clone())).name
}

/// Whether a claim was written by a program and so waits until somebody decides.
#[must_use]
pub fn is_read(register: &Register, key: ClaimKey) -> bool {
    register.known(key).claim.maker.kind == MakerKind::Reader
}

/// The parties of a subject.
#[must_use]
pub fn parties_of(subject: &Subject) -> Vec<PartyId> {
    match subject {
        Subject::Party(id) => vec![id.clone()],
        Subject::Tie(id) | Subject::Relation(id) => id.parties().collect(),
    }
}
