//! Who the parties of claims are: what is accepted with them, and how they are called while it waits.

use std::collections::HashSet;

use jiff::Timestamp;
use ledger::canon;
use model::{Body, Entry, Fact, PartyId, Seq, Verdict};
use reader::claims::is_about_identity;
use register::{ClaimKey, House, Register};

use crate::queue::{is_waiting, parties_of, waiting};
use crate::rule::{Ruling, review};

/// What only says who the parties of these claims are, and waits: without it an accepted tie has ids for names.
#[must_use]
pub fn naming(register: &Register, claims: &[ClaimKey]) -> Vec<ClaimKey> {
    let about = about_parties(register, parties_of_all(register, claims), &|key| is_waiting(register, key));
    about.into_iter().filter(|key| !claims.contains(key)).collect()
}

/// The same for parties whose claims are still to be written.
#[must_use]
pub fn naming_of(register: &Register, parties: Vec<PartyId>) -> Vec<ClaimKey> {
    about_parties(register, parties, &|key| is_waiting(register, key))
}

fn parties_of_all(register: &Register, claims: &[ClaimKey]) -> Vec<PartyId> {
    claims.iter().flat_map(|key| parties_of(&register.known(*key).claim.subject)).collect()
}

/// The claims on who these parties are and what they belong to, and who that is.
fn about_parties(
    register: &Register,
    mut parties: Vec<PartyId>,
    is_wanted: &dyn Fn(ClaimKey) -> bool,
) -> Vec<ClaimKey> {
    let mut seen: HashSet<PartyId> = HashSet::new();
    let (mut found, mut has) = (Vec::new(), HashSet::new());
    let mut at = 0;
    while at < parties.len() {
        let id = parties[at].clone();
        at += 1;
        let Some(party) = register.party_key(&id).filter(|_| seen.insert(id.clone())) else { continue };
        for key in register.party(party).claims() {
            let known = register.known(*key);
            if !is_about_identity(&known.claim.fact) || !is_wanted(*key) || !has.insert(*key) {
                continue;
            }
            found.push(*key);
            if let Fact::PartOf(whole) = &known.claim.fact {
                parties.push(whole.clone());
            }
        }
    }
    found
}

/// A register with every name that waits in it, so that what it says has names and not ids. `register` is left as it is, at
/// the price of a copy.
#[must_use]
pub fn with_names(mut register: Register, now: Timestamp) -> Register {
    let names: Vec<ClaimKey> =
        waiting(&register).filter(|key| is_about_identity(&register.known(*key).claim.fact)).collect();
    let accepted = accepted(&register, names, register.head().0, now);
    register.apply(accepted);
    register
}

/// A small register that knows who the parties of these claims are, as if all that waits of it were accepted. Sentences about
/// the claims are said with it where a copy of the whole register would cost too much.
#[must_use]
pub fn named(register: &Register, claims: &[ClaimKey], now: Timestamp) -> Register {
    let counts = |key: ClaimKey| register.known(key).counts() || is_waiting(register, key);
    let about = about_parties(register, parties_and_mentioned(register, claims), &counts);
    let mut named = Register::new(House::default());
    let entry = |(key, seq): (&ClaimKey, u64)| {
        let known = register.known(*key);
        Entry {
            seq: Seq(seq),
            name: known.name,
            recorded_at: known.recorded_at,
            body: Body::Claim(known.claim.clone()),
        }
    };
    named.apply(about.iter().zip(1..).map(entry).collect::<Vec<_>>());
    let waiting: Vec<ClaimKey> = waiting(&named).collect();
    let accepted = accepted(&named, waiting, named.head().0, now);
    named.apply(accepted);
    named
}

/// The parties of subjects, and those that facts mention beside them.
fn parties_and_mentioned(register: &Register, claims: &[ClaimKey]) -> Vec<PartyId> {
    let mut parties = parties_of_all(register, claims);
    for key in claims {
        match &register.known(*key).claim.fact {
            Fact::Act(act) => parties.extend(act.party.clone()),
            Fact::Activity(activity) => parties.extend(activity.from.clone()),
            Fact::Carrier(carrier) => parties.push(carrier.party.clone()),
            Fact::PartOf(other) | Fact::Succeeds(other) => parties.push(other.clone()),
            _ => {}
        }
    }
    parties
}

/// Entries, never written, that accept these claims.
fn accepted(register: &Register, claims: Vec<ClaimKey>, head: u64, now: Timestamp) -> Vec<Entry> {
    let ruling = Ruling { verdict: Verdict::Accept, reason: "", by: "" };
    let entry = |(key, seq): (ClaimKey, u64)| {
        let body = review(register, key, ruling);
        Entry { seq: Seq(seq), name: canon::encode(&body).name, recorded_at: now, body }
    };
    claims.into_iter().zip(head + 1..).map(entry).collect()
}
