//! Claims: one assertion by one source, with its evidence.

use crate::words::words;
use crate::{Fact, PartialDate, Period, SourceId, Subject};

/// One assertion by one source.
///
/// Two claims may contradict each other; both are kept and both are shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Claim {
    /// What it is about.
    pub subject: Subject,
    /// What it says.
    pub fact: Fact,
    /// When that held, as far as the source says.
    pub held: Period,
    /// When the source said it; `None` when the source is undated.
    pub said_on: Option<PartialDate>,
    /// Whose words they are, when not the source's own.
    pub speaker: Option<Speaker>,
    /// Where to find it.
    pub evidence: Evidence,
    /// How far it carries.
    pub grade: Grade,
    /// Our remark on it, shown beside it.
    pub note: String,
    /// What wrote it down.
    pub maker: Maker,
}

/// Whose words a claim reports: an office or body, never a person's name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Speaker {
    /// The office or body.
    pub office: String,
}

/// Where a claim is found: the source, the place in it, and the exact words or row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// The work it rests on.
    pub source: SourceId,
    /// The place in it, or in the table that cites it.
    pub locator: Locator,
    /// The exact words, or the row as it stands in the table.
    pub quote: String,
}

/// The place of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Locator {
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
        /// The line it began on when it was read, from 1. Not part of the claim's name: lines move.
        line: u32,
        /// The column that carries the fact, when it is one column.
        column: String,
    },
    /// The work as a whole.
    Whole,
}

words! {
    /// How far a source carries, best first.
    Grade: "grade" {
        /// The instrument or official record itself.
        Document = "document",
        /// Press, a carrier's own account, an archive.
        Report = "report",
        /// An interested party or advocate.
        Statement = "statement",
        /// A bare list: it shows that somebody listed it, never that it is in force.
        List = "list",
        /// Not seen in a source.
        Unsourced = "unsourced",
    }
}

words! {
    /// What kind of thing wrote a claim down.
    MakerKind: "maker" {
        /// A program that read a table.
        Importer = "importer",
        /// A program that read a text: its claims wait for review.
        Reader = "reader",
        /// A person, by role.
        Role = "role",
    }
}

/// What wrote a claim down.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Maker {
    /// What kind of thing.
    pub kind: MakerKind,
    /// Its name, or the role.
    pub name: String,
    /// Its version; empty for a role.
    pub version: String,
}
