//! Taking a decision back: a new entry after which it is as if nobody had decided.

use model::{Body, MakerKind, PartyId, Review, Subject, Verdict};
use reader::claims::is_about_identity;
use register::{ClaimKey, Register};

use crate::queue::{decision, parties_of};
use crate::rule::{Ruling, review};

/// The entries that take back the last decision on a claim; none when there is none to take back.
///
/// With an acceptance go the names that were accepted with it, by the same office for the same reason, of parties that
/// nothing else speaks of; with an amendment goes the claim that counted instead, if it was written for that.
#[must_use]
pub fn undo(register: &Register, key: ClaimKey, reason: &str, by: &str) -> Vec<Body> {
    let Some(last) = decision(register, key).filter(|last| last.verdict != Verdict::Reopen) else { return Vec::new() };
    let reopen = Ruling { verdict: Verdict::Reopen, reason, by };
    let mut bodies = vec![review(register, key, reopen)];
    let instead = last.amended.and_then(|name| register.claim_named(&name));
    if let Some(instead) = instead.filter(|instead| is_written_for(register, *instead, key)) {
        bodies.push(review(register, instead, Ruling { verdict: Verdict::Reject, reason, by }));
    }
    if last.verdict == Verdict::Reject {
        return bodies;
    }
    let except: Vec<ClaimKey> = std::iter::once(key).chain(instead).collect();
    let parties = except.iter().flat_map(|key| parties_of(&register.known(*key).claim.subject));
    let mut parties: Vec<PartyId> = parties.filter(|party| !is_spoken_of(register, party, &except)).collect();
    parties.sort();
    parties.dedup();
    let names = parties.iter().filter_map(|party| register.party_key(party));
    let names = names.flat_map(|party| register.party(party).claims().iter().copied());
    let names = names.filter(|name| !except.contains(name) && was_accepted_with(register, *name, last));
    bodies.extend(names.map(|name| review(register, name, reopen)));
    bodies
}

/// Whether a claim was written by hand on the same words as another.
fn is_written_for(register: &Register, instead: ClaimKey, of: ClaimKey) -> bool {
    let (instead, of) = (register.known(instead), register.known(of));
    instead.counts() && instead.claim.maker.kind == MakerKind::Role && instead.claim.evidence == of.claim.evidence
}

/// Whether a claim that counts speaks of a party beyond what it is and is called.
fn is_spoken_of(register: &Register, party: &PartyId, except: &[ClaimKey]) -> bool {
    let Some(key) = register.party_key(party) else { return false };
    let ties = register.party(key).ties().iter().flat_map(|tie| register.claims_of_tie(*tie));
    let own = register.party(key).claims().iter().copied();
    ties.chain(own).any(|key| {
        let known = register.known(key);
        let is_of_identity = matches!(known.claim.subject, Subject::Party(_)) && is_about_identity(&known.claim.fact);
        known.counts() && !is_of_identity && !except.contains(&key)
    })
}

/// Whether the last decision on a claim is this acceptance, given for another.
fn was_accepted_with(register: &Register, key: ClaimKey, last: &Review) -> bool {
    let is_identity = is_about_identity(&register.known(key).claim.fact);
    is_identity
        && decision(register, key).is_some_and(|other| {
            other.verdict == Verdict::Accept && (&other.by, &other.reason) == (&last.by, &last.reason)
        })
}
