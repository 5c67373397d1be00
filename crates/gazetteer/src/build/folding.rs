//! The rules of single languages: one file each under `folding/`, read when a gazetteer is built.
//!
//! They only ever make more keys. A query goes through the base folding alone, so that reading stays fast and the same name
//! is found with and without them.

use serde::Deserialize;

use crate::{PlaceKind, fold};

/// The files, in the order of their names.
const FILES: [(&str, &str); 6] = [
    ("de.toml", include_str!("../../folding/de.toml")),
    ("en.toml", include_str!("../../folding/en.toml")),
    ("es.toml", include_str!("../../folding/es.toml")),
    ("fr.toml", include_str!("../../folding/fr.toml")),
    ("ru.toml", include_str!("../../folding/ru.toml")),
    ("uk.toml", include_str!("../../folding/uk.toml")),
];

/// One file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    /// The countries whose places the letter rules are for; everywhere when none is named.
    #[serde(default)]
    countries: Vec<String>,
    /// Letters written differently, all at once: `ä` as `ae`.
    #[serde(default)]
    letters: Vec<(String, String)>,
    /// Words that stand for each other: "saint" and "st".
    #[serde(default)]
    words: Vec<(String, String)>,
    /// Words that may be left out.
    #[serde(default)]
    leave_out: Vec<LeaveOut>,
    /// Words that may be added.
    #[serde(default)]
    put_in: Vec<PutIn>,
}

/// Words that may be left out at the beginning or end of the names of some kinds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaveOut {
    kinds: Vec<Kind>,
    #[serde(default)]
    countries: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

/// Words that may be added to the names of some kinds: "state of {}".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutIn {
    kinds: Vec<Kind>,
    #[serde(default)]
    countries: Vec<String>,
    forms: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Country,
    Region,
    County,
    City,
}

impl Kind {
    fn is(self, kind: PlaceKind) -> bool {
        matches!(
            (self, kind),
            (Self::Country, PlaceKind::Country)
                | (Self::Region, PlaceKind::Region)
                | (Self::County, PlaceKind::County)
                | (Self::City, PlaceKind::City)
        )
    }
}

/// All rules.
#[derive(Debug)]
pub(super) struct Folding {
    languages: Vec<Language>,
}

impl Folding {
    pub(super) fn bundled() -> Self {
        let parse = |(file, text): (&str, &str)| {
            toml::from_str(text).unwrap_or_else(|error| panic!("folding/{file} is tested to be good: {error}"))
        };
        Self { languages: FILES.map(parse).into_iter().collect() }
    }

    /// Calls `key` with every key the rules make from a name, beside its base folding.
    pub(super) fn variants(&self, name: &str, kind: PlaceKind, country: &str, mut key: impl FnMut(&str)) {
        let base = fold(name);
        let mut made: Vec<String> = Vec::new();
        for language in self.languages.iter().filter(|language| applies(&language.countries, country)) {
            made.extend(language.respelled(name));
        }
        let mut stems = vec![base];
        stems.append(&mut made);
        // Each round works on what the rounds before it made.
        for language in &self.languages {
            let shorter = stems.iter().flat_map(|stem| language.without(stem, kind, country)).collect();
            extend(&mut stems, shorter);
        }
        for language in &self.languages {
            let exchanged = stems.iter().flat_map(|stem| language.exchanged(stem)).collect();
            extend(&mut stems, exchanged);
        }
        let n_stems = stems.len();
        for language in &self.languages {
            let longer = stems[..n_stems].iter().flat_map(|stem| language.with(stem, kind, country)).collect();
            extend(&mut stems, longer);
        }
        stems.iter().skip(1).for_each(|stem| key(stem));
    }
}

/// Adds what is not there yet.
fn extend(stems: &mut Vec<String>, more: Vec<String>) {
    for stem in more {
        if !stem.is_empty() && !stems.contains(&stem) {
            stems.push(stem);
        }
    }
}

fn applies(countries: &[String], country: &str) -> bool {
    countries.is_empty() || countries.iter().any(|one| one == country)
}

impl Language {
    fn respelled(&self, name: &str) -> Option<String> {
        let lower = name.to_lowercase();
        if !self.letters.iter().any(|(letter, _)| lower.contains(letter.as_str())) {
            return None;
        }
        let spelled = self.letters.iter().fold(lower, |text, (letter, other)| text.replace(letter.as_str(), other));
        Some(fold(&spelled))
    }

    fn exchanged(&self, stem: &str) -> Vec<String> {
        let mut out = Vec::new();
        for (one, other) in &self.words {
            for (from, to) in [(one, other), (other, one)] {
                if stem.split(' ').any(|word| word == from) {
                    let words: Vec<&str> =
                        stem.split(' ').map(|word| if word == from { to.as_str() } else { word }).collect();
                    out.push(words.join(" "));
                }
            }
        }
        out
    }

    fn without(&self, stem: &str, kind: PlaceKind, country: &str) -> Vec<String> {
        let mut out = Vec::new();
        let rules = self.leave_out.iter();
        for rule in rules.filter(|rule| rule.kinds.iter().any(|one| one.is(kind)) && applies(&rule.countries, country))
        {
            let before = rule.before.iter().filter_map(|word| stem.strip_prefix(word.as_str())?.strip_prefix(' '));
            let after = rule.after.iter().filter_map(|word| stem.strip_suffix(word.as_str())?.strip_suffix(' '));
            out.extend(before.chain(after).map(str::to_owned));
        }
        out
    }

    fn with(&self, stem: &str, kind: PlaceKind, country: &str) -> Vec<String> {
        let rules = self.put_in.iter();
        rules
            .filter(|rule| rule.kinds.iter().any(|one| one.is(kind)) && applies(&rule.countries, country))
            .flat_map(|rule| rule.forms.iter().map(|form| form.replace("{}", stem)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, kind: PlaceKind, country: &str, expected: &[&str]) {
        let mut found = Vec::new();
        Folding::bundled().variants(name, kind, country, |key| found.push(key.to_owned()));
        for key in expected {
            assert!(found.iter().any(|one| one == key), "{name}: no `{key}` in {found:?}");
        }
        assert!(!found.contains(&fold(name)), "{name}: {found:?}");
    }

    #[test]
    fn rules_make_the_other_spellings() {
        check("Köln", PlaceKind::City, "DE", &["koeln"]);
        check("Saint Louis", PlaceKind::City, "US", &["st louis"]);
        check("Mt. Vernon", PlaceKind::City, "US", &["mount vernon"]);
        check("Tula Oblast", PlaceKind::Region, "RU", &["tula", "tula region"]);
        check("Тульская область", PlaceKind::Region, "RU", &["tulskaya"]);
        check("Cook County", PlaceKind::County, "US", &["cook"]);
        check("Georgia", PlaceKind::Region, "US", &["state of georgia"]);
    }

    #[test]
    fn every_rule_is_written_folded() {
        for language in Folding::bundled().languages {
            for (one, other) in &language.words {
                assert_eq!((fold(one), fold(other)), (one.clone(), other.clone()));
            }
            for word in language.leave_out.iter().flat_map(|rule| rule.before.iter().chain(&rule.after)) {
                assert_eq!(fold(word), *word);
            }
            for form in language.put_in.iter().flat_map(|rule| &rule.forms) {
                assert!(form.contains("{}"), "{form}");
                assert_eq!(fold(&form.replace("{}", "x")), form.replace("{}", "x"));
            }
        }
    }
}
