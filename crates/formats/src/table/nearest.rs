//! The known word nearest to a mistyped one, for messages.

/// The word of `known` at the smallest edit distance from `found`; `None` when none is near enough to be meant.
///
/// Near enough is a distance of at most a third of the longer word. Ties go to the earlier word.
///
/// # Source
/// Optimal string alignment, after Damerau (1964); O(nm) per word, fine for names.
pub(super) fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found: Vec<char> = found.to_lowercase().chars().take(64).collect();
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let other: Vec<char> = word.chars().collect();
        let steps = distance(&found, &other);
        if steps * 3 <= found.len().max(other.len()) && best.is_none_or(|(least, _)| steps < least) {
            best = Some((steps, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Insertions, deletions, changes and swaps of neighbors that lead from `a` to `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let change = above[j] + usize::from(a[i] != b[j]);
            row[j + 1] = change.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_one_that_can_be_meant() {
        let known = ["held", "class", "parties", "source"];
        for (found, expected) in [
            ("hedl", Some("held")),
            ("Partys", Some("parties")),
            ("sources", Some("source")),
            ("clas", Some("class")),
            ("telephone", None),
            ("", None),
        ] {
            assert_eq!(nearest(found, known), expected, "{found}");
        }
    }
}
