//! Unit lists: which places a country has, by whose count and when. A list is a parameter with a source, not a constant.

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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    title: String,
    about: String,
    sources: Vec<String>,
    units: Vec<Spanned<String>>,
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
        Ok(Self { id: file.id, title: file.title, about: file.about, sources: file.sources, units })
    }
}
