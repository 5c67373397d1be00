//! The format stands still, and what is written is read.

use model::{Body, Fact, Locator};
use proptest::prelude::*;

use super::*;
use crate::conformance::{example, strategy};

/// A changed line here is a changed format: ledgers written before could not be read, or would get every claim anew.
#[test]
fn the_bytes_of_each_kind_are_pinned() {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let lines = example::bodies().into_iter().map(|body| {
        let canonical = encode(&body);
        format!("{} {}", canonical.name.short(), hex(&canonical.bytes))
    });
    insta::assert_snapshot!("bytes", lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_numbers_of_words_are_pinned() {
    insta::assert_snapshot!("codes", codes::table());
}

#[test]
fn the_examples_cover_every_kind_and_fact() {
    let kinds: std::collections::BTreeSet<_> = example::bodies().iter().map(|body| encode(body).kind()).collect();
    assert!(kinds.into_iter().eq(1..=6));
    let facts: std::collections::HashSet<_> = example::bodies()
        .iter()
        .filter_map(|body| if let Body::Claim(claim) = body { Some(std::mem::discriminant(&claim.fact)) } else { None })
        .collect();
    assert_eq!(facts.len(), 14, "one for each variant of Fact");
}

#[test]
fn the_name_covers_the_core_only() {
    let first = example::claim(Fact::NoContact, 7);
    let same = |change: fn(&mut model::Claim)| {
        let mut claim = first.clone();
        change(&mut claim);
        encode(&Body::Claim(claim)).name == encode(&Body::Claim(first.clone())).name
    };
    assert!(same(|claim| claim.note = "other".into()));
    assert!(same(|claim| claim.maker.name = "other".into()));
    assert!(same(|claim| claim.maker.version = "other".into()));
    assert!(same(|claim| claim.maker.kind = model::MakerKind::Role));
    let at = |table: &str, line, column: &str| Locator::Row { table: table.into(), line, column: column.into() };
    assert_eq!(first.evidence.locator, at("ties.csv", 7, "since"));
    assert!(same(
        |claim| claim.evidence.locator = Locator::Row { table: "ties.csv".into(), line: 8, column: "since".into() }
    ));
    assert!(!same(|claim| claim.evidence.locator = Locator::Whole));
    assert!(!same(|claim| claim.evidence.quote.push('x')));
    assert!(!same(|claim| claim.held = model::Period::UNKNOWN));
    assert!(!same(|claim| claim.said_on = None));
    assert!(!same(|claim| claim.speaker = Some(model::Speaker { office: String::new() })));
    assert!(!same(|claim| claim.grade = model::Grade::List));
    assert!(!same(|claim| claim.fact = Fact::Wish(String::new())));
}

#[test]
fn damaged_bytes_are_refused_with_a_reason() {
    let good = encode(&Body::Claim(example::claim(Fact::NoContact, 7))).bytes;
    let changed = |idx: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[idx] = byte;
        bytes
    };
    let cases: &[(Vec<u8>, &str)] = &[
        (Vec::new(), "the head of the entry takes 0 bytes, it should take 2"),
        (vec![1], "the head of the entry takes 1 bytes, it should take 2"),
        (vec![1, 2, 0], "the head of the entry takes 3 bytes, it should take 6"),
        (changed(0, 2), "the entry has format 2, this program reads format 1"),
        (changed(1, 9), "9 is not the number of a kind of entry"),
        (changed(5, 1), "the core of the entry takes"),
        (changed(6, 3), "the bytes of the entry are damaged"),
        (changed(8, b'X'), "is not a party id"),
        ([good.as_slice(), &[0]].concat(), "the row of the entry takes"),
        (good[..good.len() - 1].to_vec(), "the bytes of the entry are damaged"),
    ];
    for (bytes, expected) in cases {
        let message = decode(bytes).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    }
}

/// The same in every run.
fn same_every_time() -> ProptestConfig {
    let rng_seed = proptest::test_runner::RngSeed::Fixed(1);
    ProptestConfig { cases: 500, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(same_every_time())]

    #[test]
    fn what_is_written_is_read(body in strategy::body()) {
        let canonical = encode(&body);
        prop_assert_eq!(name_of(&canonical.bytes).unwrap(), canonical.name);
        prop_assert_eq!(decode(&canonical.bytes).unwrap(), body);
    }

    #[test]
    fn no_bytes_make_decoding_panic(body in strategy::body(), cut in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = encode(&body).bytes;
        let idx = cut.index(bytes.len());
        bytes[idx] = byte;
        if let Ok(other) = decode(&bytes) {
            // What can be read at all is one body, and is written again as some bytes that read the same.
            prop_assert_eq!(decode(&encode(&other).bytes).unwrap(), other);
        }
        bytes.truncate(idx);
        let _ = (decode(&bytes), name_of(&bytes));
    }
}
