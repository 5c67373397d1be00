//! Unit lists: which places a country has, by whose count and when. A list is a parameter with a source, not a constant.

use std::collections::BTreeMap;

use model::PartyId;
use serde::Deserialize;
use toml::Spanned;

use super::fault::{BriefError, Fault};
use super::parse::line_of;

/// A list of places by one count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitList {
    /// Its short name, with the number of units or the year where several counts exist.
    pub id: String,
    /// Its title.
    pub title: String,
    /// By whose count, on which day, and what other counts there are.
    pub about: String,
    /// The sources, by their ids in the register.
    pub sources: Vec<String>,
    /// The places.
    pub units: Vec<PartyId>,
    /// Its words in other languages, by their tags (`ru`).
    pub translations: BTreeMap<String, UnitListWording>,
}

/// A unit list's words in another language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitListWording {
    /// Its title.
    pub title: String,
    /// By whose count, on which day, and what other counts there are.
    pub about: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    title: String,
    about: String,
    sources: Vec<String>,
    units: Vec<Spanned<String>>,
    #[serde(default, rename = "in")]
    translations: BTreeMap<String, UnitListWording>,
}

impl UnitList {
    /// Reads a unit list from TOML.
    ///
    /// # Errors
    /// [`BriefError`] with the line.
    pub fn parse(text: &str) -> Result<Self, BriefError> {
        let file: File = super::parse::toml(text)?;
        let mut units: Vec<PartyId> = Vec::with_capacity(file.units.len());
        for unit in &file.units {
            let line = line_of(text, unit.span().start);
            let unknown = || Fault::UnknownPlace { place: unit.as_ref().clone() };
            let id = PartyId::parse(unit.as_ref()).map_err(|_| BriefError::at(line, unknown()))?;
            if units.contains(&id) {
                return Err(BriefError::at(line, Fault::Twice { place: id.to_string() }));
            }
            units.push(id);
        }
        let translations = file.translations;
        Ok(Self { id: file.id, title: file.title, about: file.about, sources: file.sources, units, translations })
    }

    /// The title in the language with this tag, or else as the list was written.
    #[must_use]
    pub fn title_in(&self, tag: &str) -> &str {
        self.translations.get(tag).map_or(&self.title, |wording| &wording.title)
    }

    /// What it is, in the language with this tag, or else as the list was written.
    #[must_use]
    pub fn about_in(&self, tag: &str) -> &str {
        self.translations.get(tag).map_or(&self.about, |wording| &wording.about)
    }
}
