//! The name index with its postings, and the index of beginnings with its leaders.

use fst::raw::Builder;

use super::keys::Key;
use crate::Error;
use crate::bytes::push_varint;
use crate::search::{MANY_NAMES, N_LEADERS};

/// The parts made from the keys.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) names: Vec<u8>,
    pub(super) backward: Vec<u8>,
    pub(super) postings: Vec<u8>,
    pub(super) beginnings: Vec<u8>,
    pub(super) leaders: Vec<u8>,
}

pub(super) fn build(keys: &[Key], n_places: usize, done: &mut dyn FnMut(u64)) -> Result<Index, Error> {
    let (names, postings) = names(keys, n_places, done)?;
    let (beginnings, leaders) = beginnings(keys)?;
    Ok(Index { names, backward: backward(keys)?, postings, beginnings, leaders })
}

fn names(keys: &[Key], n_places: usize, done: &mut dyn FnMut(u64)) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let mut index = Builder::memory();
    let mut postings = Vec::new();
    let mut n_done = 0;
    for group in keys.chunk_by(|a, b| a.text == b.text) {
        let value = if let [one] = group {
            u64::from(one.idx) << 3 | one.kind.to_bits() << 1 | 1
        } else {
            let at = postings.len() as u64;
            push_varint(group.len() as u64, &mut postings);
            let mut last = 0;
            for key in group {
                push_varint(u64::from(key.idx - last) << 2 | key.kind.to_bits(), &mut postings);
                last = key.idx;
            }
            at << 1
        };
        index.insert(group[0].text.as_bytes(), value).map_err(unordered)?;
        n_done += group.len();
        if n_done % 4096 < group.len() {
            done((n_places + n_places * n_done / keys.len()) as u64);
        }
    }
    Ok((index.into_inner().map_err(unordered)?, postings))
}

/// The keys with their letters in reverse order.
fn backward(keys: &[Key]) -> Result<Vec<u8>, Error> {
    let mut texts: Vec<String> =
        keys.chunk_by(|a, b| a.text == b.text).map(|group| group[0].text.chars().rev().collect()).collect();
    texts.sort_unstable();
    let mut index = Builder::memory();
    for text in &texts {
        index.add(text.as_bytes()).map_err(unordered)?;
    }
    index.into_inner().map_err(unordered)
}

/// Beginnings that many keys share, with their most populous places.
fn beginnings(keys: &[Key]) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let mut found: Vec<(&str, usize, usize)> = Vec::new();
    shared(keys, 0, keys.len(), 0, &mut found);
    found.sort_unstable();
    let mut index = Builder::memory();
    let mut leaders = Vec::new();
    for (beginning, start, end) in found {
        let mut places: Vec<u32> = keys[start..end].iter().map(|key| key.idx).collect();
        places.sort_unstable();
        places.dedup();
        places.truncate(N_LEADERS);
        index.insert(beginning.as_bytes(), leaders.len() as u64).map_err(unordered)?;
        push_varint(places.len() as u64, &mut leaders);
        let mut last = 0;
        for idx in places {
            push_varint(u64::from(idx - last), &mut leaders);
            last = idx;
        }
    }
    Ok((index.into_inner().map_err(unordered)?, leaders))
}

/// Finds the beginnings of more than `len` bytes that many of the keys `start..end` share; those keys have `len` bytes in common.
fn shared<'a>(keys: &'a [Key], start: usize, end: usize, len: usize, found: &mut Vec<(&'a str, usize, usize)>) {
    let mut at = start;
    while at < end {
        let text = &keys[at].text;
        // The whole key is this long: it begins nothing longer.
        let Some(next) = text[len..].chars().next().map(|letter| len + letter.len_utf8()) else {
            at += 1;
            continue;
        };
        let beginning = &text[..next];
        let n_same = keys[at..end].partition_point(|key| key.text.starts_with(beginning) || *key.text < *beginning);
        if n_same > MANY_NAMES {
            found.push((beginning, at, at + n_same));
            shared(keys, at, at + n_same, next, found);
        }
        at += n_same;
    }
}

/// Keys are sorted and written to memory, so neither their order nor the writer can fail.
fn unordered(_: fst::Error) -> Error {
    Error::TooLarge { what: "names" }
}
