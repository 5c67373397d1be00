//! Which of two lists' names are the same unit, when the spellings differ: "Tul'skaya oblast'" and "Tula Oblast".

use std::collections::{HashMap, HashSet};

use model::fold_letters;

/// How alike two names must be, from 0 to 1.
const ENOUGH: f64 = 0.55;

/// Names of one unit, ready to compare.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// Its own name, folded.
    own: String,
    /// All spellings, folded.
    whole: HashSet<String>,
    /// The same without the words that say what the unit is.
    stems: Vec<String>,
}

/// Makes names comparable, the own name of each unit first: words that stand in the names of several units of the list ("oblast", "province") are left out.
pub(super) fn comparable(units: &[Vec<&str>]) -> Vec<Names> {
    let folded: Vec<HashSet<String>> =
        units.iter().map(|names| names.iter().map(|name| fold_letters(name)).collect()).collect();
    let mut n_units: HashMap<&str, usize> = HashMap::new();
    for names in &folded {
        let words: HashSet<&str> = names.iter().flat_map(|name| name.split(' ')).collect();
        for word in words {
            *n_units.entry(word).or_default() += 1;
        }
    }
    let is_rare = |word: &&str| n_units.get(word).copied().unwrap_or(0) < 3;
    let stem = |name: &String| name.split(' ').filter(is_rare).collect::<Vec<&str>>().join(" ");
    let stems = |names: &HashSet<String>| {
        let mut stems: Vec<String> = names.iter().map(stem).filter(|stem| !stem.is_empty()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let own = units.iter().map(|names| fold_letters(names.first().copied().unwrap_or_default()));
    own.zip(folded.iter()).map(|(own, names)| Names { own, stems: stems(names), whole: names.clone() }).collect()
}

/// Pairs the units of two lists, each at most once, the most alike first.
pub(super) fn pairs(left: &[Names], right: &[Names]) -> Vec<(usize, usize)> {
    let mut scored: Vec<(f64, usize, usize)> = Vec::new();
    for (i, one) in left.iter().enumerate() {
        for (j, other) in right.iter().enumerate() {
            let score = score(one, other);
            if score >= ENOUGH {
                scored.push((score, i, j));
            }
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used_left, mut used_right) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for (_, i, j) in scored {
        if !used_left.contains(&i) && !used_right.contains(&j) {
            used_left.insert(i);
            used_right.insert(j);
            pairs.push((i, j));
        }
    }
    pairs
}

/// Above 3 when the own names are the same, above 2 when any whole names are, the more the better.
fn score(one: &Names, other: &Names) -> f64 {
    let n_shared = one.whole.intersection(&other.whole).count();
    if n_shared > 0 {
        let is_own = one.own == other.own;
        return 2.0 + f64::from(u8::from(is_own)) + n_shared.min(50) as f64 / 100.0;
    }
    if one.stems.iter().any(|stem| other.stems.contains(stem)) {
        return 1.5;
    }
    // "Fenlandskaya oblast" of "Fenland": an adjective begins as its noun does.
    let begins = |stem: &String, other: &String| stem.chars().count() > 4 && other.starts_with(stem.as_str());
    if one.stems.iter().any(|stem| other.stems.iter().any(|other| begins(stem, other) || begins(other, stem))) {
        return 1.2;
    }
    let scores = one.stems.iter().flat_map(|stem| other.stems.iter().map(move |other| dice(stem, other)));
    scores.fold(0.0, f64::max)
}

/// How many pairs of neighboring letters two texts share, of those they have.
fn dice(one: &str, other: &str) -> f64 {
    let (a, b) = (bigrams(one), bigrams(other));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let n_shared = a.intersection(&b).count();
    2.0 * n_shared as f64 / (a.len() + b.len()) as f64
}

fn bigrams(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_paired_by_what_is_their_own() {
        let left = [vec!["Oberland Province"], vec!["Unterland Province"], vec!["Westmark Province"], vec!["Lone"]];
        let right = [vec!["Provinz Unterlant"], vec!["Provinz Oberland"], vec!["Provinz Osten"]];
        let (left, right) = (comparable(&left), comparable(&right));
        assert_eq!(pairs(&left, &right), [(0, 1), (1, 0)]);
    }
}
