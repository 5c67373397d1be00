//! ISO 3166 as the package `pycountry` carries it (from Debian's iso-codes), with names in languages.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::geonamescache::json;
use super::mo;
use crate::Problem;

/// A country or a subdivision of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// `US`, `US-NY`.
    pub code: String,
    /// The code of the subdivision it lies in; empty for countries and the first level.
    pub parent: String,
    /// Its name as listed, cleaned: "Adygeya, Respublika" becomes "Respublika Adygeya".
    pub name: String,
    /// Its name in English where a translation says so.
    pub english: Option<String>,
    /// Other spellings: the listed parts and the translations.
    pub names: Vec<String>,
}

/// Translations: from a listed name to its form in each language read.
#[derive(Debug, Default)]
pub struct Translations {
    english: HashMap<String, String>,
    others: HashMap<String, Vec<String>>,
}

impl Translations {
    /// Adds a catalog. One that is damaged adds nothing; gives how many names it had.
    pub fn add(&mut self, language: &str, bytes: &[u8]) -> usize {
        let pairs = mo::catalog(bytes).unwrap_or_default();
        let n_pairs = pairs.len();
        for (from, to) in pairs {
            if language == "en" {
                self.english.insert(from.clone(), to.clone());
            }
            self.others.entry(from).or_default().push(to);
        }
        n_pairs
    }
}

#[derive(Deserialize)]
struct Row {
    #[serde(alias = "alpha_2")]
    code: String,
    name: String,
    #[serde(default)]
    parent: String,
    #[serde(default)]
    common_name: String,
    #[serde(default)]
    official_name: String,
}

/// Reads `iso3166-1.json` or `iso3166-2.json`, ordered by code.
///
/// # Errors
/// The first thing wrong with the file.
pub fn entries(file: &str, bytes: &[u8], translations: &Translations) -> Result<Vec<Entry>, Problem> {
    let lists: BTreeMap<String, Vec<Row>> = json(file, bytes)?;
    let mut entries: Vec<Entry> = lists.into_values().flatten().map(|row| entry(row, translations)).collect();
    entries.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(entries)
}

fn entry(row: Row, translations: &Translations) -> Entry {
    let listed = [row.common_name, row.name.clone(), row.official_name];
    let listed: Vec<&String> = listed.iter().filter(|name| !name.is_empty()).collect();
    let mut names = Vec::new();
    for name in &listed {
        names.extend(spelled(name));
        for other in translations.others.get(*name).into_iter().flatten() {
            names.extend(spelled(other));
        }
    }
    // "Isle of Anglesey [Sir Ynys Môn GB-YNM]"; a country's shorter common name is the better one.
    let english = translations.english.get(&row.name).filter(|english| !english.is_empty());
    let english = english.and_then(|english| spelled(english).into_iter().next());
    let name = spelled(listed[0]).into_iter().next().unwrap_or_default();
    names.retain(|other| *other != name);
    Entry { parent: row.parent, code: row.code, name, english, names }
}

/// The names a listed one comes to: without what stands in brackets, and with what stands behind a comma put first.
fn spelled(listed: &str) -> Vec<String> {
    let plain = listed.split(['[', '(', '*']).next().unwrap_or_default().trim();
    if plain.is_empty() {
        return Vec::new();
    }
    match plain.split_once(", ") {
        // A list of towns that one unit is called by keeps its commas.
        Some((first, rest)) if !rest.contains(" and ") && !rest.contains(", ") => {
            vec![format!("{rest} {first}"), first.to_owned()]
        }
        _ => vec![plain.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_names_become_names() {
        let cases = [
            ("Bavaria", vec!["Bavaria"]),
            ("Adygeya, Respublika", vec!["Respublika Adygeya", "Adygeya"]),
            ("Isle of Anglesey [Sir Ynys Môn GB-YNM]", vec!["Isle of Anglesey"]),
            ("Armagh City, Banbridge and Craigavon", vec!["Armagh City, Banbridge and Craigavon"]),
            ("", vec![]),
        ];
        for (listed, expected) in cases {
            assert_eq!(spelled(listed), expected, "{listed}");
        }
    }

    #[test]
    fn entries_are_ordered_and_translated() {
        let text = br#"{"3166-2": [{"code": "XB-1", "name": "Coast", "type": "Region", "parent": "XB-0"},
            {"code": "XA-1", "name": "Tal, Land", "type": "Region"}]}"#;
        let entries = entries("iso3166-2.json", text, &Translations::default()).unwrap();
        let codes: Vec<&str> = entries.iter().map(|entry| entry.code.as_str()).collect();
        assert_eq!(codes, ["XA-1", "XB-1"]);
        assert_eq!((entries[0].name.as_str(), entries[0].names[0].as_str()), ("Land Tal", "Tal"));
        assert_eq!(entries[1].parent, "XB-0");
    }
}
