//! The few words of a language that decide between two facts: renewed or signed, pairs or something else.
//!
//! They stand in `languages/<tag>/claims.toml`, as beginnings of folded words.

use std::sync::LazyLock;

use crate::language::{Language, languages};

/// Beginnings of words, folded.
#[derive(Debug, Clone, Default)]
pub(super) struct ClaimWords {
    renewed: Vec<String>,
    pairs: Vec<String>,
}

static WORDS: LazyLock<Vec<(String, ClaimWords)>> =
    LazyLock::new(|| languages().iter().map(|language| (language.tag.clone(), load(language))).collect());

fn load(language: &Language) -> ClaimWords {
    let list = |name: &str| -> Vec<String> {
        let table = language.table.get("claim").and_then(toml::Value::as_table);
        let words = table.and_then(|table| table.get(name)).and_then(toml::Value::as_array);
        words.into_iter().flatten().filter_map(toml::Value::as_str).map(gazetteer::fold).collect()
    };
    ClaimWords { renewed: list("renewed"), pairs: list("pairs") }
}

/// The words of a language; none for one that is not known.
pub(super) fn words(tag: &str) -> &'static ClaimWords {
    static NONE: ClaimWords = ClaimWords { renewed: Vec::new(), pairs: Vec::new() };
    WORDS.iter().find(|(other, _)| other == tag).map_or(&NONE, |(_, words)| words)
}

impl ClaimWords {
    /// Whether a text on a signature says that something was renewed.
    pub(super) fn says_renewed(&self, text: &str) -> bool {
        says(text, &self.renewed)
    }

    /// Whether a unit counts ties, each once.
    pub(super) fn counts_pairs(&self, unit: &str) -> bool {
        says(unit, &self.pairs)
    }
}

fn says(text: &str, beginnings: &[String]) -> bool {
    let folded = gazetteer::fold(text);
    folded.split(' ').any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_them() {
        for language in languages() {
            let words = words(&language.tag);
            assert!(!words.renewed.is_empty() && !words.pairs.is_empty(), "{}", language.tag);
        }
    }

    #[test]
    fn words_decide() {
        assert!(words("en").says_renewed("The mayors renewed the agreement"));
        assert!(!words("en").says_renewed("The mayors signed the agreement"));
        assert!(words("en").counts_pairs("pairs of sister cities"));
        assert!(!words("en").counts_pairs("sister cities"));
        assert!(words("ru").counts_pairs("пар городов-побратимов"));
        assert!(!words("xx").says_renewed("renewed"));
    }
}
