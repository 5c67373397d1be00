//! The sources a table may cite.

use std::collections::BTreeMap;

use model::{Grade, Source, SourceId, SourceKind};

use super::Reading;
use super::cells::Row;

/// Sources by id; how far each carries is its own.
///
/// Filled from the sources table, or from the ledger by whoever calls; the other tables cite it.
#[derive(Debug, Clone, Default)]
pub struct SourceBook {
    works: BTreeMap<SourceId, Source>,
}

impl SourceBook {
    /// Adds a source, in place of an older one of the same id.
    pub fn insert(&mut self, source: Source) {
        self.works.insert(source.id.clone(), source);
    }

    /// Adds the sources of a reading.
    pub fn add(&mut self, reading: &Reading) {
        reading.sources.iter().for_each(|source| self.insert(source.clone()));
    }

    /// A source; `None` when it is not in the book.
    #[must_use]
    pub fn get(&self, id: &SourceId) -> Option<&Source> {
        self.works.get(id)
    }

    /// Every source, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.works.values()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.works.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.works.is_empty()
    }
}

/// What a row of the sources table says; `None` when it is wrong, which has been noted.
pub(super) fn source(row: &mut Row<'_>) -> Option<Source> {
    let id = row.parsed("id", SourceId::parse);
    let kind = row.parsed("kind", SourceKind::parse);
    let grade = row.parsed("grade", Grade::parse);
    let published = row.date("published");
    let retrieved = row.parsed("retrieved", str::parse);
    let text = |column: &str| row.filled(column).unwrap_or_default().to_owned();
    Some(Source {
        id: id?,
        title: text("title"),
        publisher: text("publisher"),
        url: text("url"),
        published,
        retrieved,
        language: text("language"),
        kind: kind?,
        grade: grade?,
        note: text("note"),
        text: None,
        hash: None,
    })
}
