//! Names of institutions in their basic form: "Шэньянским аграрным университетом" is "Шэньянский аграрный университет".

use std::cmp::Ordering;

use super::lexicon::Declined;

/// The most letters that a case adds to a noun's stem.
const ENDING: usize = 3;

impl Declined {
    /// The basic form of a name. Only its head and the adjectives before that change; what follows depends on the head.
    pub(super) fn basic(&self, name: &str) -> String {
        let words: Vec<&str> = name.split(' ').collect();
        let head =
            words.iter().enumerate().find_map(|(at, word)| self.head(word).map(|(noun, gender)| (at, noun, gender)));
        let Some((head, noun, gender)) = head else { return name.to_owned() };
        let basic = words.iter().enumerate().map(|(at, word)| match at.cmp(&head) {
            Ordering::Less => self.adjective(word, gender),
            Ordering::Equal => cased_as(word, noun),
            Ordering::Greater => (*word).to_owned(),
        });
        basic.collect::<Vec<_>>().join(" ")
    }

    /// Whether a folded word goes on a name although it has no capital.
    pub(super) fn has_tail(&self, word: &str) -> bool {
        self.tail.iter().any(|tail| gazetteer::fold(tail) == word)
    }

    /// The basic form of a head noun in any case, and its gender.
    fn head(&self, word: &str) -> Option<(&str, &str)> {
        let word = word.to_lowercase();
        let is_form = |noun: &str| {
            let stem = noun.trim_end_matches(['а', 'я', 'о', 'е', 'й', 'ь']);
            word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= ENDING)
        };
        self.heads.iter().find_map(|(gender, nouns)| {
            nouns.iter().find(|noun| is_form(noun)).map(|noun| (noun.as_str(), gender.as_str()))
        })
    }

    fn adjective(&self, word: &str, gender: &str) -> String {
        let endings = self.adjectives.get(gender).map_or(&[][..], Vec::as_slice);
        let basic = endings.iter().find_map(|(from, to)| Some([word.strip_suffix(from.as_str())?, to].concat()));
        basic.unwrap_or_else(|| word.to_owned())
    }
}

/// The noun with its first letter as written.
fn cased_as(written: &str, noun: &str) -> String {
    let is_capital = written.chars().next().is_some_and(char::is_uppercase);
    let mut letters = noun.chars();
    match letters.next() {
        Some(first) if is_capital => first.to_uppercase().chain(letters).collect(),
        _ => noun.to_owned(),
    }
}
