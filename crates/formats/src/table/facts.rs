//! From what a row says to claims: who says it, when it was said, and the words that carry it.

use model::{Claim, Evidence, Fact, Grade, Locator, PartialDate, Period, SourceId, Speaker, Subject};

use super::cells::Row;

/// What one row, or one cell of it, says.
pub(super) struct Draft {
    pub(super) subject: Subject,
    pub(super) fact: Fact,
    pub(super) held: Period,
    /// The column that carries it; empty when it takes more than one.
    pub(super) column: &'static str,
}

/// A work that a row cites.
pub(super) struct Work {
    pub(super) id: SourceId,
    pub(super) published: Option<PartialDate>,
    pub(super) grade: Grade,
}

/// What all claims of a row share.
pub(super) struct Frame {
    said_on: Option<PartialDate>,
    speaker: Option<Speaker>,
    pub(super) note: String,
    words: Option<Words>,
}

/// The exact words a row gives for what it says.
struct Words {
    quote: String,
    bytes: Option<(u64, u64)>,
}

impl Frame {
    /// Reads the cells that say who, when and in which words; layouts without such columns give an empty frame.
    pub(super) fn read(row: &mut Row<'_>) -> Self {
        let said_on = if row.kind.column("said_on").is_some() { row.date("said_on") } else { None };
        let speaker = row.filled("speaker").or_else(|| row.mapping.and_then(|mapping| mapping.speaker.as_deref()));
        let words = words(row);
        Self {
            said_on,
            speaker: speaker.map(|office| Speaker { office: office.to_owned() }),
            note: row.filled("note").unwrap_or_default().to_owned(),
            words,
        }
    }

    /// One claim for each work; the bytes of a locator are those of the first.
    pub(super) fn claim_per_work(&self, row: &Row<'_>, draft: &Draft, works: &[Work]) -> Vec<Claim> {
        works.iter().enumerate().map(|(idx, work)| self.claim(row, draft, work, idx == 0)).collect()
    }

    /// The claim as the first work makes it.
    pub(super) fn first_claim(&self, row: &Row<'_>, draft: &Draft, work: &Work) -> Claim {
        self.claim(row, draft, work, true)
    }

    fn claim(&self, row: &Row<'_>, draft: &Draft, work: &Work, is_first: bool) -> Claim {
        let stated = row.mapping.and_then(|mapping| mapping.said_on).or(row.context.said_on);
        let (locator, quote) = self.place(row, draft, is_first);
        Claim {
            subject: draft.subject.clone(),
            fact: draft.fact.clone(),
            held: draft.held,
            said_on: self.said_on.or(work.published).or(stated),
            speaker: self.speaker.clone(),
            evidence: Evidence { source: work.id.clone(), locator, quote },
            grade: work.grade,
            note: self.note.clone(),
            maker: row.context.maker.clone(),
        }
    }

    fn place(&self, row: &Row<'_>, draft: &Draft, is_first: bool) -> (Locator, String) {
        let at = |column: &str| Locator::Row {
            table: file_name(row.file).to_owned(),
            line: row.record.line,
            column: if column.is_empty() { String::new() } else { row.header.name(column).to_owned() },
        };
        match &self.words {
            Some(Words { quote, bytes: Some((start, end)) }) if is_first => {
                (Locator::Bytes { start: *start, end: *end }, quote.clone())
            }
            Some(Words { quote, .. }) => (at("quote"), quote.clone()),
            None if row.raw(draft.column).is_empty() => (at(""), row.quote()),
            None => (at(draft.column), row.raw(draft.column).to_owned()),
        }
    }
}

fn words(row: &mut Row<'_>) -> Option<Words> {
    let quote = row.filled("quote");
    let Some(place) = row.filled("locator") else {
        return quote.map(|quote| Words { quote: quote.to_owned(), bytes: None });
    };
    let Some(bytes) = byte_range(place) else {
        row.problem("locator", "`bytes:START-END`, the first byte of the quote and one past its last");
        return None;
    };
    let Some(quote) = quote else {
        row.problem("quote", "the words at these bytes");
        return None;
    };
    if bytes.1 - bytes.0 != quote.len() as u64 {
        row.problem("locator", format!("as many bytes as the quote has, {}", quote.len()));
        return None;
    }
    Some(Words { quote: quote.to_owned(), bytes: Some(bytes) })
}

/// The last part of a path: from which folder a table came is not part of what it says.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// Reads `bytes:START-END`; `None` unless it holds at least one byte.
fn byte_range(text: &str) -> Option<(u64, u64)> {
    let (start, end) = text.strip_prefix("bytes:")?.split_once('-')?;
    let (start, end) = (start.trim().parse().ok()?, end.trim().parse().ok()?);
    if start < end { Some((start, end)) } else { None }
}
