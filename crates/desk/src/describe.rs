//! Another place than the one chosen: what a party would be called and what would be said of it.

use std::collections::HashSet;

use gazetteer::{Gazetteer, PlaceIdx};
use model::{Claim, Fact, PartyId, Subject};
use reader::claims::{About, is_about_identity, propose};
use reader::{Document, Party, Reading};

/// The party as if its name meant another place.
fn as_if(party: &Party, place: PlaceIdx, gazetteer: &Gazetteer) -> Party {
    let country = gazetteer.place(place).country.as_bytes().try_into().ok();
    let mut party = party.clone();
    (party.place, party.country, party.country_guessed) = (Some(place), country.or(party.country), false);
    party
}

/// The id that a party has when its name means this place.
#[must_use]
pub fn meant_as(party: &Party, place: PlaceIdx, about: &About<'_>) -> Option<PartyId> {
    let parties = vec![as_if(party, place, about.gazetteer)];
    propose(&Reading { parties, ..Reading::default() }, &Document::default(), about).parties.pop()
}

/// What is to be said of parties when their names mean other places than those chosen: the claims on who they are, and on
/// what they belong to, as far as they are not known. `places` are positions of parties in the reading, with the places.
#[must_use]
pub fn described_as(
    reading: &Reading,
    document: &Document,
    about: &About<'_>,
    places: &[(usize, PlaceIdx)],
) -> Vec<Claim> {
    let mut changed = reading.clone();
    for (party, place) in places {
        changed.parties[*party] = as_if(&reading.parties[*party], *place, about.gazetteer);
    }
    let proposals = propose(&changed, document, about);
    let mut wanted: HashSet<PartyId> =
        places.iter().filter_map(|(party, _)| proposals.parties.get(*party).cloned()).collect();
    let identity = proposals.claims.into_iter().filter(|claim| is_about_identity(&claim.fact));
    // What a party belongs to is described after it.
    let mut described = Vec::new();
    for claim in identity {
        let Subject::Party(id) = &claim.subject else { continue };
        if wanted.contains(id) {
            if let Fact::PartOf(whole) = &claim.fact {
                wanted.insert(whole.clone());
            }
            described.push(claim);
        }
    }
    described
}
