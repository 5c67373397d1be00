//! The sources a table may cite, with their grades.

use std::collections::BTreeMap;

use model::{Grade, Source, SourceId, SourceKind};

use super::Reading;
use super::cells::Row;

/// Sources by id, each with how far it carries.
///
/// Filled from the sources table, or from the ledger by whoever calls; the other tables cite it.
#[derive(Debug, Clone, Default)]
pub struct SourceBook {
    works: BTreeMap<SourceId, (Source, Grade)>,
}

impl SourceBook {
    /// Adds a source, in place of an older one of the same id.
    pub fn insert(&mut self, source: Source, grade: Grade) {
        self.works.insert(source.id.clone(), (source, grade));
    }

    /// Adds the graded sources of a reading: those of a sources table.
    pub fn add(&mut self, reading: &Reading) {
        for source in &reading.sources {
            if let Some(&grade) = reading.grades.get(&source.id) {
                self.insert(source.clone(), grade);
            }
        }
    }

    /// A source and its grade; `None` when it is not in the book.
    #[must_use]
    pub fn get(&self, id: &SourceId) -> Option<(&Source, Grade)> {
        self.works.get(id).map(|(source, grade)| (source, *grade))
    }

    /// Every source with its grade, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&Source, Grade)> {
        self.works.values().map(|(source, grade)| (source, *grade))
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
pub(super) fn source(row: &mut Row<'_>) -> Option<(Source, Grade)> {
    let id = row.parsed("id", SourceId::parse);
    let kind = row.parsed("kind", SourceKind::parse);
    let grade = row.parsed("grade", Grade::parse);
    let published = row.date("published");
    let retrieved = row.parsed("retrieved", str::parse);
    let text = |column: &str| row.filled(column).unwrap_or_default().to_owned();
    let source = Source {
        id: id?,
        title: text("title"),
        publisher: text("publisher"),
        url: text("url"),
        published,
        retrieved,
        language: text("language"),
        kind: kind?,
        note: text("note"),
        text: None,
        hash: None,
    };
    Some((source, grade?))
}
