//! Economies that complete each other: one place has what an industry of the other works with, and the other has not.
//!
//! Parramatta's policy asks for complementary strengths (P16); which sectors supply which is a table of ours. Links count
//! less the more of them there are. The worth of a pair is that of the weaker direction, helped by the stronger: house choice.

use register::Reason;

use super::super::place::{Cited, Place};
use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, alike, places};

pub(super) const CRITERION: Criterion =
    Criterion { id: "complementary-sectors", basis: Basis::Source("P16"), score, explain };

pub(super) const KEYS: [&str; 4] = [
    "match-complementary-sectors",
    "match-complementary-sectors-one",
    "match-complementary-sectors-none",
    "match-complementary-sectors-unknown",
];

/// What one sector supplies to another: goods and skills that travel, so no electric power and no money.
const SUPPLIES: [(&str, &str); 32] = [
    ("agriculture", "food"),
    ("agriculture", "textiles"),
    ("biotech", "agriculture"),
    ("biotech", "pharma"),
    ("chemicals", "agriculture"),
    ("chemicals", "pharma"),
    ("chemicals", "textiles"),
    ("electronics", "aerospace"),
    ("electronics", "automotive"),
    ("electronics", "it"),
    ("electronics", "space"),
    ("fisheries", "food"),
    ("forestry", "construction"),
    ("it", "finance"),
    ("it", "medicine"),
    ("it", "transport_logistics"),
    ("machinery", "agriculture"),
    ("machinery", "forestry"),
    ("machinery", "mining"),
    ("machinery", "oil_gas"),
    ("metals", "aerospace"),
    ("metals", "automotive"),
    ("metals", "machinery"),
    ("metals", "shipbuilding"),
    ("mining", "electronics"),
    ("mining", "metals"),
    ("mining", "nuclear"),
    ("oil_gas", "chemicals"),
    ("pharma", "medicine"),
    ("shipbuilding", "fisheries"),
    ("universities_research", "biotech"),
    ("universities_research", "pharma"),
];

/// What remains to be gained after one link.
const REST: f64 = 0.6;

type Supply = (&'static str, &'static str);

/// The links by which the giver completes the taker: the taker has the using sector and not the supplying one.
fn supplies<'a>(giver: &'a Place, taker: &'a Place) -> impl Iterator<Item = Supply> + 'a {
    let lacks = |sector| alike::has(&giver.sectors, sector) && !alike::has(&taker.sectors, sector);
    SUPPLIES.into_iter().filter(move |(supply, user)| lacks(supply) && alike::has(&taker.sectors, user))
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (left, right) = places(scene, cell);
    if left.sectors.is_empty() || right.sectors.is_empty() {
        return None;
    }
    let gain = |giver, taker| 1.0 - supplies(giver, taker).fold(1.0, |rest, _| rest * REST);
    let (left, right): (f64, f64) = (gain(right, left), gain(left, right));
    Some(Score { both: 0.75 * left.min(right) + 0.25 * left.max(right), left, right })
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    if left.sectors.is_empty() || right.sectors.is_empty() {
        return Why::unknown(KEYS[3], scene, cell, [left, right].map(|place| !place.sectors.is_empty()));
    }
    let (there, back): (Vec<Supply>, Vec<Supply>) = (supplies(left, right).collect(), supplies(right, left).collect());
    let used = |item: &&Cited<String>| {
        there.iter().chain(&back).any(|(supply, user)| [supply, user].contains(&&item.value.as_str()))
    };
    let grounds: Vec<_> = left.sectors.iter().chain(&right.sectors).filter(used).collect();
    let why = |key| Why::new(key, scene, cell).on(grounds.iter().copied());
    match (there.is_empty(), back.is_empty()) {
        (true, true) => Why::new(KEYS[2], scene, cell).on(left.sectors.iter().chain(&right.sectors)).done(),
        (false, false) => named(why(KEYS[0]), ["supply", "user"], &there, ["back_supply", "back_user"], &back),
        (false, true) => named(
            why(KEYS[1]).place("giver", scene, left).place("taker", scene, right),
            ["supply", "user"],
            &there,
            ["", ""],
            &[],
        ),
        (true, false) => named(
            why(KEYS[1]).place("giver", scene, right).place("taker", scene, left),
            ["supply", "user"],
            &back,
            ["", ""],
            &[],
        ),
    }
}

/// Names the supplying and the using sectors of both directions, each once.
fn named(
    mut why: Why,
    names: [&'static str; 2],
    there: &[Supply],
    names_back: [&'static str; 2],
    back: &[Supply],
) -> Reason {
    for ([supplying, using], links) in [(names, there), (names_back, back)] {
        let parts: [Vec<&str>; 2] =
            [links.iter().map(|link| link.0).collect(), links.iter().map(|link| link.1).collect()];
        for (name, mut part) in [supplying, using].into_iter().zip(parts).filter(|(name, _)| !name.is_empty()) {
            part.sort_unstable();
            part.dedup();
            why = why.words(name, "sector", &part);
        }
    }
    why.done()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{CELL, place, scene, several};
    use super::*;

    #[test]
    fn both_directions_count() {
        let check = |one: &[&str], other: &[&str], key: &str| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            (left.sectors, right.sectors) = (several(one), several(other));
            let scene = scene(left, right);
            assert_eq!(explain(&scene, CELL).key, key);
            score(&scene, CELL).map_or(-1.0, |score| score.both)
        };
        let mutual = check(&["mining", "shipbuilding"], &["metals", "fisheries"], KEYS[0]);
        let one_way = check(&["mining", "forestry"], &["metals", "construction"], KEYS[1]);
        let none = check(&["mining", "metals"], &["mining", "metals"], KEYS[2]);
        assert!(mutual > one_way && one_way > none && none == 0.0, "{mutual} {one_way} {none}");
        check(&["mining"], &[], KEYS[3]);
    }
}
