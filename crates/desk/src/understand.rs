//! A document, read and turned into what it proposes.

use gazetteer::Gazetteer;
use model::{Grade, SourceId};
use reader::claims::{About, Known, Proposals, propose};
use reader::{Document, Reader, Reading};

use crate::source::SourceIds;

/// A title made of a text's first line is no longer than this, in letters.
const TITLE: usize = 100;

/// A document with what was understood of it.
#[derive(Debug, Clone)]
pub struct Understood {
    /// The document as the reader had it.
    pub document: Document,
    /// Its address on the web; empty when not known.
    pub address: String,
    /// The hash of its text.
    pub hash: [u8; 32],
    /// Its id as a source.
    pub source: SourceId,
    /// What was read.
    pub reading: Reading,
    /// The claims.
    pub proposals: Proposals,
}

/// What documents are read with.
#[derive(Clone, Copy)]
pub struct With<'a> {
    /// The places.
    pub gazetteer: &'a Gazetteer,
    /// The parties that are known.
    pub known: &'a dyn Known,
    /// The sources that are known.
    pub sources: &'a SourceIds,
    /// How far the documents carry.
    pub grade: Grade,
}

/// Reads a document. Never fails; what it does not understand it leaves out, with reasons.
#[must_use]
pub fn understand(document: Document, address: String, with: With<'_>) -> Understood {
    let reading = Reader::new(with.gazetteer).read(&document);
    Understood::of(document, address, reading, with)
}

/// Whether a reading says nothing that anybody would be shown, as that of nearly all news. Who reads many documents asks first:
/// such a one is no source of anything, and needs neither hash nor claims.
#[must_use]
pub fn is_silent(reading: &Reading) -> bool {
    reading.ties.is_empty()
        && reading.activities.is_empty()
        && reading.carriers.is_empty()
        && reading.listings.is_empty()
        && reading.counts.is_empty()
        && reading.wishes.is_empty()
        && reading.left_out.is_empty()
}

impl Understood {
    /// What the reading of a document proposes.
    #[must_use]
    pub fn of(document: Document, address: String, reading: Reading, with: With<'_>) -> Self {
        let hash = *blake3::hash(document.text.as_bytes()).as_bytes();
        let source = with.sources.of(&hash);
        let about = About {
            source: &source,
            said_on: document.published,
            grade: with.grade,
            gazetteer: with.gazetteer,
            known: with.known,
        };
        let proposals = propose(&reading, &document, &about);
        Self { document, address, hash, source, reading, proposals }
    }

    /// The title, or the first words, or `name`.
    #[must_use]
    pub fn title(&self, name: &str) -> String {
        let first =
            || self.document.text.lines().map(str::trim).find(|line| !line.is_empty()).map(|line| cut(line, TITLE));
        let title = self.document.title.as_deref().map(str::trim).filter(|title| !title.is_empty()).map(str::to_owned);
        title.or_else(first).unwrap_or_else(|| name.to_owned())
    }

    /// Whether the document says nothing that anybody would be shown.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        is_silent(&self.reading)
    }
}

/// The first letters of a line, with `…` when it has more.
fn cut(line: &str, most: usize) -> String {
    match line.char_indices().nth(most) {
        None => line.to_owned(),
        Some(_) => line.chars().take(most - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_found() {
        let gazetteer = gazetteer::build::tiny();
        let title = |title: Option<&str>, text: &str| {
            let document = Document { title: title.map(str::to_owned), text: text.to_owned(), ..Document::default() };
            let with = With {
                gazetteer: &gazetteer,
                known: &reader::claims::Nobody,
                sources: &SourceIds::default(),
                grade: Grade::Report,
            };
            understand(document, String::new(), with).title("a.txt")
        };
        assert_eq!(title(Some(" News "), "Mill."), "News");
        assert_eq!(title(Some(" "), "\n  Mill and mill. \nMore."), "Mill and mill.");
        assert_eq!(title(None, " \n"), "a.txt");
        let long = title(None, &"ж".repeat(101));
        assert_eq!((long.chars().count(), long.ends_with('…')), (100, true));
    }
}
