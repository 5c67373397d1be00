//! Laws that every criterion keeps, over random places.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::super::place::{Cited, Place, Several};
use super::testing::{CELL, place, scene_of};
use super::*;

/// Whether the data that a criterion needs are there.
fn is_known(id: &str, one: &Place, other: &Place) -> bool {
    let both = |has: fn(&Place) -> bool| has(one) && has(other);
    match id {
        "ties" | "cover" => true,
        "shared-sectors" | "complementary-sectors" => both(|place| !place.sectors.is_empty()),
        "needs" => {
            both(|place| !place.needs.is_empty() || !place.offers.is_empty())
                && !(one.needs.is_empty() && other.needs.is_empty())
        }
        "universities" => both(|place| !place.universities.is_empty()),
        "shared-hazards" => both(|place| !place.hazards.is_empty()),
        "climate" => both(|place| !place.climates.is_empty()),
        "coast" => both(Place::is_described),
        "arctic" => both(|place| place.is_described() || place.arctic.is_some()),
        "role" => both(|place| !place.roles.is_empty()),
        "size" => both(|place| place.population.is_some()),
        "language" => both(|place| !place.languages.is_empty()),
        "hours" => both(|place| place.utc_offset.is_some()),
        "distance" => both(|place| place.location.is_some()),
        _ => panic!("say here which data {id} needs"),
    }
}

fn listed(words: &'static [&'static str]) -> impl Strategy<Value = Several> {
    let some = subsequence(words, 0..=words.len()).prop_shuffle();
    some.prop_map(|words| words.into_iter().map(|word| said(word.to_owned())).collect())
}

fn said<T>(value: T) -> Cited<T> {
    Cited { value, claim: None }
}

prop_compose! {
    fn lists()(
        coasts in listed(&["pacific", "arctic"]),
        climates in listed(&["B", "C", "D"]),
        sectors in listed(&["agriculture", "food", "mining", "metals", "fisheries", "shipbuilding", "it"]),
        hazards in listed(&["flood", "volcano", "permafrost"]),
        universities in listed(&["Mill School", "Ferry College"]),
        roles in listed(&["region", "capital", "port"]),
        languages in listed(&["en", "uk", "pl"]),
        needs in listed(&["heat", "water", "roads"]),
        offers in listed(&["heat", "water", "grain"]),
    ) -> Place {
        let place = place("xa-1");
        Place { coasts, climates, sectors, hazards, universities, roles, languages, needs, offers, ..place }
    }
}

prop_compose! {
    fn any_place()(
        place in lists(),
        location in proptest::option::of((-90.0..=90.0_f64, -180.0..=180.0_f64)),
        population in proptest::option::of(select(vec![0, 1, 900, 9_000, 800_000, u64::MAX])),
        utc_offset in proptest::option::of(-720..=840_i32),
        arctic in any::<bool>(),
    ) -> Place {
        Place {
            location: location.map(said),
            population: population.map(said),
            utc_offset: utc_offset.map(said),
            arctic: arctic.then(|| said(())),
            ..place
        }
    }
}

/// The places with their facts in the order of the alphabet, as the register and the briefs give them.
fn sorted(mut place: Place) -> Place {
    place.sort();
    place
}

proptest! {
    #[test]
    fn values_keep_the_laws(one in any_place(), other in any_place(), third in any_place()) {
        let (one, other, third) = (sorted(one), sorted(other), sorted(third));
        let scene = scene_of(vec![one.clone()], vec![other.clone(), third.clone()]);
        let mirrored = scene_of(vec![other.clone(), third], vec![one.clone()]);
        for criterion in CATALOGUE {
            let found = (criterion.score)(&scene, CELL);
            prop_assert_eq!(found.is_some(), is_known(criterion.id, &one, &other), "{}", criterion.id);
            let back = (criterion.score)(&mirrored, CELL);
            prop_assert_eq!(back.map(|score| (score.both, score.right, score.left)), found.map(|score| (score.both, score.left, score.right)), "{}", criterion.id);
            for value in found.iter().flat_map(|score| [score.both, score.left, score.right]) {
                prop_assert!((0.0..=1.0).contains(&value), "{} {value}", criterion.id);
            }
            let reason = (criterion.explain)(&scene, CELL);
            prop_assert!(REASON_KEYS.contains(&reason.key), "{} gives {}", criterion.id, reason.key);
            prop_assert!(reason.key.starts_with(&format!("match-{}", criterion.id)), "{} gives {}", criterion.id, reason.key);
            prop_assert_eq!(reason.key.ends_with("-unknown"), found.is_none(), "{}", criterion.id);
        }
    }

    #[test]
    fn the_order_of_facts_does_not_matter(one in any_place(), other in any_place()) {
        let reversed = |place: &Place| {
            let mut place = place.clone();
            for list in [&mut place.coasts, &mut place.climates, &mut place.sectors, &mut place.hazards, &mut place.universities, &mut place.roles, &mut place.languages, &mut place.needs, &mut place.offers] {
                list.reverse();
            }
            sorted(place)
        };
        let scene = scene_of(vec![sorted(one.clone())], vec![sorted(other.clone())]);
        let again = scene_of(vec![reversed(&one)], vec![reversed(&other)]);
        for criterion in CATALOGUE {
            prop_assert_eq!((criterion.score)(&scene, CELL), (criterion.score)(&again, CELL), "{}", criterion.id);
            prop_assert_eq!((criterion.explain)(&scene, CELL), (criterion.explain)(&again, CELL), "{}", criterion.id);
        }
    }
}

#[test]
fn names_are_given_once() {
    for (at, criterion) in CATALOGUE.iter().enumerate() {
        assert_eq!(position(criterion.id), Some(at));
    }
    let mut keys = REASON_KEYS.to_vec();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), REASON_KEYS.len());
}
