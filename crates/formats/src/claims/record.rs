//! Claims and sources as records: texts and numbers only, with written conversions both ways.

use model::{
    Claim, Error, Evidence, Grade, Locator, Maker, MakerKind, PartyId, Source, SourceId, SourceKind, Speaker, Subject,
    TieId,
};
use serde::{Deserialize, Serialize};

use super::fact::FactRecord;
use crate::record::{Described, record};

record! {
    /// One assertion by one source.
    ClaimRecord {
        /// What it is about: a party, a tie, or the ties between countries or regions.
        subject: SubjectRecord,
        /// What it says: one object whose key is the kind of fact.
        fact: FactRecord,
        /// When that held, as EDTF; empty when nobody says.
        held: String,
        /// When the source said it, as EDTF; missing when the source is undated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        said_on: Option<String>,
        /// Whose words they are when not the source's own: an office or body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<String>,
        /// Where to find it: the source, the place in it, the exact words or row.
        evidence: EvidenceRecord,
        /// How far it carries: document, report, statement, list or unsourced.
        grade: String,
        /// Our remark on it.
        note: String,
        /// What wrote it down.
        maker: MakerRecord,
    }
}

record! {
    /// A work that claims rest on.
    SourceRecord {
        /// The register's short name of it.
        id: String,
        /// Its title, or the reference as given.
        title: String,
        /// Who published it.
        publisher: String,
        /// Its address; empty when not known.
        url: String,
        /// When it was published, as EDTF.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        published: Option<String>,
        /// The day it was read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retrieved: Option<String>,
        /// Its language as a BCP 47 tag; empty when not known.
        language: String,
        /// What kind of work it is.
        kind: String,
        /// How far claims that rest on it carry, unless they say otherwise: document, report, statement, list or unsourced.
        grade: String,
        /// Our remark on it.
        note: String,
        /// Its text, where it may be kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// The BLAKE3 hash of its text or file, 64 hexadecimal digits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hash: Option<String>,
    }
}

record! {
    /// Where a claim is found.
    EvidenceRecord {
        /// The id of the source.
        source: String,
        /// The place in it.
        locator: LocatorRecord,
        /// The exact words, or the row as it stands in the table.
        quote: String,
    }
}

record! {
    /// What wrote a claim down.
    MakerRecord {
        /// importer, reader or role.
        kind: String,
        /// Its name, or the role.
        name: String,
        /// Its version; empty for a role.
        version: String,
    }
}

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectRecord {
    /// The id of a party.
    Party(String),
    /// The ids of a tie's parties, joined by `~`.
    Tie(String),
    /// The ids of countries or regions, joined by `~`.
    Relation(String),
}

/// The place of a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LocatorRecord {
    /// Bytes of the source's text, the end not included.
    Bytes {
        /// First byte.
        start: u64,
        /// One past the last byte.
        end: u64,
    },
    /// A row of a table that cites the source.
    Row {
        /// The table's file name.
        table: String,
        /// The line it began on, from 1.
        line: u32,
        /// The column, when it is one; else empty.
        column: String,
    },
    /// The work as a whole.
    Whole,
}

impl Described for SubjectRecord {
    fn form() -> String {
        "object with one key: party, tie or relation".into()
    }
}

impl Described for LocatorRecord {
    fn form() -> String {
        "object with one key, bytes (start, end) or row (table, line, column); or the word whole".into()
    }
}

impl Described for EvidenceRecord {
    fn form() -> String {
        "object: source, locator, quote".into()
    }
}

impl Described for MakerRecord {
    fn form() -> String {
        "object: kind, name, version".into()
    }
}

impl From<&Claim> for ClaimRecord {
    fn from(claim: &Claim) -> Self {
        Self {
            subject: (&claim.subject).into(),
            fact: (&claim.fact).into(),
            held: claim.held.to_string(),
            said_on: claim.said_on.map(|date| date.to_string()),
            speaker: claim.speaker.as_ref().map(|speaker| speaker.office.clone()),
            evidence: EvidenceRecord {
                source: claim.evidence.source.to_string(),
                locator: (&claim.evidence.locator).into(),
                quote: claim.evidence.quote.clone(),
            },
            grade: claim.grade.to_string(),
            note: claim.note.clone(),
            maker: MakerRecord {
                kind: claim.maker.kind.to_string(),
                name: claim.maker.name.clone(),
                version: claim.maker.version.clone(),
            },
        }
    }
}

impl ClaimRecord {
    /// The claim it records.
    ///
    /// # Errors
    /// The first text that the model does not allow.
    pub fn to_claim(&self) -> Result<Claim, Error> {
        Ok(Claim {
            subject: self.subject.to_subject()?,
            fact: self.fact.to_fact()?,
            held: self.held.parse()?,
            said_on: self.said_on.as_deref().map(str::parse).transpose()?,
            speaker: self.speaker.clone().map(|office| Speaker { office }),
            evidence: Evidence {
                source: SourceId::parse(&self.evidence.source)?,
                locator: self.evidence.locator.to_locator(),
                quote: self.evidence.quote.clone(),
            },
            grade: Grade::parse(&self.grade)?,
            note: self.note.clone(),
            maker: Maker {
                kind: MakerKind::parse(&self.maker.kind)?,
                name: self.maker.name.clone(),
                version: self.maker.version.clone(),
            },
        })
    }
}

impl From<&Subject> for SubjectRecord {
    fn from(subject: &Subject) -> Self {
        match subject {
            Subject::Party(id) => Self::Party(id.to_string()),
            Subject::Tie(id) => Self::Tie(id.to_string()),
            Subject::Relation(id) => Self::Relation(id.to_string()),
        }
    }
}

impl SubjectRecord {
    fn to_subject(&self) -> Result<Subject, Error> {
        Ok(match self {
            Self::Party(id) => Subject::Party(PartyId::parse(id)?),
            Self::Tie(id) => Subject::Tie(TieId::parse(id)?),
            Self::Relation(id) => Subject::Relation(TieId::parse(id)?),
        })
    }
}

impl From<&Locator> for LocatorRecord {
    fn from(locator: &Locator) -> Self {
        match locator {
            Locator::Bytes { start, end } => Self::Bytes { start: *start, end: *end },
            Locator::Row { table, line, column } => {
                Self::Row { table: table.clone(), line: *line, column: column.clone() }
            }
            Locator::Whole => Self::Whole,
        }
    }
}

impl LocatorRecord {
    fn to_locator(&self) -> Locator {
        match self {
            Self::Bytes { start, end } => Locator::Bytes { start: *start, end: *end },
            Self::Row { table, line, column } => {
                Locator::Row { table: table.clone(), line: *line, column: column.clone() }
            }
            Self::Whole => Locator::Whole,
        }
    }
}

impl From<&Source> for SourceRecord {
    fn from(source: &Source) -> Self {
        Self {
            id: source.id.to_string(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            url: source.url.clone(),
            published: source.published.map(|date| date.to_string()),
            retrieved: source.retrieved.map(|day| day.to_string()),
            language: source.language.clone(),
            kind: source.kind.to_string(),
            grade: source.grade.to_string(),
            note: source.note.clone(),
            text: source.text.clone(),
            hash: source.hash.map(|hash| model::Name(hash).to_string()),
        }
    }
}

impl SourceRecord {
    /// The source it records.
    ///
    /// # Errors
    /// The first text that the model does not allow.
    pub fn to_source(&self) -> Result<Source, Error> {
        let day = |text: &str| text.parse().map_err(|_| Error::Date { found: text.to_owned() });
        Ok(Source {
            id: SourceId::parse(&self.id)?,
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            url: self.url.clone(),
            published: self.published.as_deref().map(str::parse).transpose()?,
            retrieved: self.retrieved.as_deref().map(day).transpose()?,
            language: self.language.clone(),
            kind: SourceKind::parse(&self.kind)?,
            grade: Grade::parse(&self.grade)?,
            note: self.note.clone(),
            text: self.text.clone(),
            hash: self.hash.as_deref().map(|text| text.parse().map(|name: model::Name| name.0)).transpose()?,
        })
    }
}
