//! Sets of columns, 64 to a word.

/// How many words hold `n` columns.
pub(super) fn n_words(n: usize) -> usize {
    n.div_ceil(64)
}

pub(super) fn clear(set: &mut [u64], col: usize) {
    set[col / 64] &= !(1 << (col % 64));
}

pub(super) fn has(set: &[u64], col: usize) -> bool {
    set[col / 64] >> (col % 64) & 1 == 1
}

/// The first column from `from` on that is in the set.
pub(super) fn next(set: &[u64], from: usize) -> Option<usize> {
    next_in_both(set, set, from)
}

/// The first column from `from` on that is in both sets.
pub(super) fn next_in_both(one: &[u64], other: &[u64], from: usize) -> Option<usize> {
    let mut at = from / 64;
    let mut mask = !0 << (from % 64);
    while at < one.len() {
        let word = one[at] & other[at] & mask;
        if word != 0 {
            return Some(at * 64 + word.trailing_zeros() as usize);
        }
        mask = !0;
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{clear, has, n_words, next, next_in_both};

    #[test]
    fn columns_are_found_in_order() {
        let mut set = vec![!0; n_words(130)];
        (0..130).filter(|col| !matches!(col, 3 | 64 | 129)).for_each(|col| clear(&mut set, col));
        clear(&mut set, 3);
        assert!(has(&set, 64) && !has(&set, 3));
        assert_eq!(
            [next(&set, 0), next(&set, 64), next(&set, 65), next(&set, 130)],
            [Some(64), Some(64), Some(129), Some(130)]
        );
        assert_eq!(next_in_both(&set, &[0, 2, !0], 0), Some(129));
        assert_eq!(next(&set, 192), None);
    }
}
