//! Finding parties by name: with or without diacritics, in Latin or Cyrillic letters, whole or by their beginning.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use model::PartyId;
use rustc_hash::FxHashMap;

use crate::fold::Register;
use crate::keys::PartyKey;

/// Folds a name so that spellings of it meet: as [`model::fold_letters`], with "st" for "saint", and "y" for the endings that
/// romanizations of Russian write in three ways.
///
/// ```
/// assert_eq!(register::fold_name("Нижний Новгород"), register::fold_name("Nizhniy Novgorod"));
/// assert_eq!(register::fold_name("St. Petersburg"), register::fold_name("Saint Petersburg"));
/// ```
#[must_use]
pub fn fold_name(name: &str) -> String {
    let folded = model::fold_letters(name).replace("iy", "y").replace("yy", "y");
    if folded.contains("saint") {
        let words = folded.split(' ').map(|word| if word == "saint" { "st" } else { word });
        return words.collect::<Vec<_>>().join(" ");
    }
    folded
}

/// A party found by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The party.
    pub party: PartyKey,
    /// The name that matched, as written in its claim.
    pub name: String,
    /// Whether the whole name matched, not only its beginning.
    pub is_whole: bool,
}

/// The folded names of all parties, in order; a name stands here once for each word that it has, from that word on, so that
/// "Novgorod" finds "Veliky Novgorod".
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    entries: BTreeSet<(String, PartyKey, IsWhole, String)>,
}

/// Whether an entry is a name from its first word on.
type IsWhole = bool;

impl Index {
    pub(crate) fn insert(&mut self, party: PartyKey, name: &str) {
        self.entries.extend(entries_of(party, name));
    }

    pub(crate) fn remove(&mut self, party: PartyKey, name: &str) {
        for entry in entries_of(party, name) {
            self.entries.remove(&entry);
        }
    }

    /// The entries that begin with a folded text.
    fn beginning<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = &'a (String, PartyKey, IsWhole, String)> {
        let least = (folded.to_owned(), PartyKey(0), false, String::new());
        self.entries.range(least..).take_while(move |(name, ..)| name.starts_with(folded))
    }
}

fn entries_of(party: PartyKey, name: &str) -> impl Iterator<Item = (String, PartyKey, IsWhole, String)> {
    let folded = fold_name(name);
    let later: Vec<usize> = folded.match_indices(' ').map(|(at, _)| at + 1).collect();
    let first = (!folded.is_empty()).then_some(0);
    let name = name.to_owned();
    first.into_iter().chain(later).map(move |start| (folded[start..].to_owned(), party, start == 0, name.clone()))
}

impl Register {
    /// Finds parties by name, best first; each once.
    ///
    /// `text` is a name, the beginning of one, or an id; `Albany, NY`, `Albany, New York` and `Tula, Russia` narrow it to a
    /// unit or country. Whole names come before beginnings, parties with more ties before others, then by id.
    /// At most `limit` results; 0 gives none, and so does an empty text.
    #[must_use]
    pub fn find_parties(&self, text: &str, limit: usize) -> Vec<Found> {
        if let Ok(id) = PartyId::parse(text.trim())
            && let Some(party) = self.party_key(&id)
        {
            return vec![Found { party, name: self.party(party).name.clone(), is_whole: true }]
                .into_iter()
                .take(limit)
                .collect();
        }
        let whole_text = self.search(text, None);
        let mut found = match text.rsplit_once(',') {
            // "Washington, D.C." is a name of its own; "Albany, NY" is not.
            Some((name, within)) if !whole_text.iter().any(|found| found.is_whole) => {
                self.search(name, Some(&self.units_named(within)))
            }
            _ => whole_text,
        };
        found.sort_by_cached_key(|found| {
            let party = self.party(found.party);
            (!found.is_whole, party.name != found.name, Reverse(party.ties.len()), party.id.clone())
        });
        found.truncate(limit);
        found
    }

    fn search(&self, text: &str, within: Option<&[String]>) -> Vec<Found> {
        let folded = fold_name(text);
        if folded.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Found> = Vec::new();
        let mut places: FxHashMap<PartyKey, usize> = FxHashMap::default();
        for (name, party, from_first_word, written) in self.names.beginning(&folded) {
            let id = &self.party(*party).id;
            if within.is_some_and(|units| !units.iter().any(|unit| unit == id.unit() || unit == id.country())) {
                continue;
            }
            let is_whole = *from_first_word && *name == folded;
            let place = *places.entry(*party).or_insert(found.len());
            if place == found.len() {
                found.push(Found { party: *party, name: written.clone(), is_whole });
            } else if is_whole && !found[place].is_whole {
                found[place] = Found { party: *party, name: written.clone(), is_whole };
            }
        }
        found
    }

    /// The unit and country codes that a text such as `NY`, `New York`, `Russia` or `RU-TUL` may mean.
    fn units_named(&self, text: &str) -> Vec<String> {
        let folded = fold_name(text);
        let dashed = folded.replace(' ', "-");
        let mut units: Vec<String> = self
            .parties
            .iter()
            .filter(|party| !party.id.as_str().contains('.'))
            .filter(|party| {
                let id = party.id.as_str();
                id == dashed
                    || id.ends_with(&format!("-{dashed}"))
                    || party.names.iter().any(|name| fold_name(name) == folded)
            })
            .map(|party| party.id.as_str().to_owned())
            .collect();
        units.sort();
        units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        for (name, expected) in [
            ("Орёл", "orel"),
            ("Oryol", "oryol"),
            ("Набережные Челны", "naberezhnye chelny"),
            ("  Coeur d'Alene ", "coeur dalene"),
            ("Winston-Salem", "winston salem"),
            ("Łódź", "lodz"),
            ("Нижний Новгород", "nizhny novgorod"),
            ("Тюмень", "tyumen"),
            ("…", ""),
        ] {
            assert_eq!(fold_name(name), expected, "{name}");
        }
    }
}
