//! Finding parties by name: with or without diacritics, in Latin or Cyrillic letters, whole or by their beginning.

use std::collections::BTreeMap;

use model::PartyId;

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

/// The folded names of all parties, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    by_name: BTreeMap<String, Vec<(PartyKey, String)>>,
}

impl Index {
    pub(crate) fn insert(&mut self, party: PartyKey, name: &str) {
        let folded = fold_name(name);
        if folded.is_empty() {
            return;
        }
        // A later word of a name finds it too: "Novgorod" finds "Veliky Novgorod".
        let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
        for start in starts {
            let slot = self.by_name.entry(folded[start..].to_owned()).or_default();
            if !slot.iter().any(|(known, text)| *known == party && text == name) {
                slot.push((party, name.to_owned()));
            }
        }
    }

    pub(crate) fn remove(&mut self, party: PartyKey, name: &str) {
        let folded = fold_name(name);
        let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
        for start in starts {
            if let Some(slot) = self.by_name.get_mut(&folded[start..]) {
                slot.retain(|(known, text)| *known != party || text != name);
                if slot.is_empty() {
                    self.by_name.remove(&folded[start..]);
                }
            }
        }
    }
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
        found.sort_by(|a, b| {
            let rank = |f: &Found| {
                let party = self.party(f.party);
                (!f.is_whole, fold_name(&party.name) != fold_name(&f.name), std::cmp::Reverse(party.ties.len()))
            };
            rank(a).cmp(&rank(b)).then_with(|| self.party(a.party).id.cmp(&self.party(b.party).id))
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
        for (name, parties) in self.names.by_name.range(folded.clone()..) {
            if !name.starts_with(&folded) {
                break;
            }
            for (party, written) in parties {
                let id = &self.party(*party).id;
                if within.is_some_and(|units| !units.iter().any(|unit| unit == id.unit() || unit == id.country())) {
                    continue;
                }
                let is_whole = fold_name(written) == folded;
                match found.iter_mut().find(|known| known.party == *party) {
                    Some(known) if is_whole && !known.is_whole => {
                        *known = Found { party: *party, name: written.clone(), is_whole }
                    }
                    Some(_) => {}
                    None => found.push(Found { party: *party, name: written.clone(), is_whole }),
                }
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
