//! Documents as sources of the register: a text is one source, under whatever name it is read.

use std::collections::HashMap;

use jiff::civil::Date;
use model::{Grade, Source, SourceId, SourceKind};
use reader::Document;
use reader::claims::{About, Known};
use register::Register;

use crate::understand::Understood;

/// The ids of sources by the hash of their text.
#[derive(Debug, Default)]
pub struct SourceIds(HashMap<[u8; 32], SourceId>);

impl SourceIds {
    /// Those of a register.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        let known = register.source_ids().filter_map(|id| Some((register.source(id)?.hash?, id.clone())));
        Self(known.collect())
    }

    /// The id of the source whose text has this hash.
    #[must_use]
    pub fn of(&self, hash: &[u8; 32]) -> SourceId {
        let digits = || hash[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let made = || SourceId::parse(&format!("text-{}", digits())).expect("made of letters, digits and a hyphen");
        self.0.get(hash).cloned().unwrap_or_else(made)
    }
}

/// A document as a source, with its text. `name` is what it is called where it has no title and no words; `today` the day
/// on which it was read.
#[must_use]
pub fn source_of(read: &Understood, name: &str, today: Date) -> Source {
    let grade = read.proposals.claims.first().map_or(Grade::Report, |claim| claim.grade);
    let kind = match grade {
        Grade::Document => SourceKind::Official,
        Grade::Statement => SourceKind::Statement,
        Grade::List => SourceKind::List,
        Grade::Report | Grade::Unsourced => SourceKind::Press,
    };
    Source {
        id: read.source.clone(),
        title: read.title(name),
        publisher: String::new(),
        url: read.address.clone(),
        published: read.document.published,
        retrieved: Some(today),
        language: read.reading.language.clone(),
        kind,
        grade,
        note: String::new(),
        text: Some(read.document.text.clone()),
        hash: Some(read.hash),
    }
}

/// A source as the document it was, to be read again; `None` where its text is not kept.
#[must_use]
pub fn document_of(source: &Source) -> Option<Document> {
    Some(Document {
        title: Some(source.title.clone()),
        published: source.published,
        language: Some(source.language.clone()),
        text: source.text.clone()?,
    })
}

/// What stands beside a source when it is read again.
#[must_use]
pub fn about_source<'a>(source: &'a Source, gazetteer: &'a gazetteer::Gazetteer, known: &'a dyn Known) -> About<'a> {
    About { source: &source.id, said_on: source.published, grade: source.grade, gazetteer, known }
}
