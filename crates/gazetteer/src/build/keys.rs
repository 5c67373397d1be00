//! The keys of every place: what its names fold to, and what the rules make of them.

use super::Sorted;
use super::folding::Folding;
use crate::{NameKind, PlaceKind, fold};

/// Longer names are no names.
const LONGEST: usize = 120;

/// A key with the place it leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) text: Box<str>,
    pub(super) idx: u32,
    pub(super) kind: NameKind,
}

/// All keys in order, each pair of key and place once, with the best of the ways it came about.
pub(super) fn collect(sorted: &Sorted, folding: &Folding, done: &mut dyn FnMut(u64)) -> Vec<Key> {
    let mut keys = Vec::new();
    for (idx, place) in (0_u32..).zip(&sorted.places) {
        if idx % 1024 == 0 {
            done(u64::from(idx));
        }
        let mut add = |text: &str, kind: NameKind| {
            if !text.is_empty() && text.len() <= LONGEST {
                keys.push(Key { text: text.into(), idx, kind });
            }
        };
        add(&fold(&place.name), NameKind::Own);
        folding.variants(&place.name, place.kind, &place.country, |key| add(key, NameKind::Made));
        for name in &place.names {
            let folded = fold(name);
            // One letter or digit names nothing.
            if folded.len() < 2 || folded.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let kind = if place.kind == PlaceKind::City && is_code(name) { NameKind::Code } else { NameKind::Listed };
            add(&folded, kind);
            if kind == NameKind::Listed {
                folding.variants(name, place.kind, &place.country, |key| add(key, NameKind::Made));
            }
        }
    }
    keys.sort_unstable();
    keys.dedup_by(|later, first| later.text == first.text && later.idx == first.idx);
    keys
}

/// A code of an airport or the like.
fn is_code(name: &str) -> bool {
    (2..=5).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
