//! A source's page: what it is and every claim that rests on it, at its place in the text where the text is kept; and the list of all.

use askama::Template;
use axum::extract::{Extension, Path};
use model::SourceId;
use register::AsOf;

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::Now;
use crate::dto::{self, ClaimDto, SourceDto};
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked, PageQuery, as_of};

/// Sources on one page of the list.
const PAGE: usize = 100;

/// A piece of a kept text: as it stands, or the words of claims.
struct Piece {
    text: String,
    /// The names of the claims that quote it; empty for the text between.
    claims: Vec<String>,
}

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage {
    frame: Frame,
    source: SourceDto,
    n_claims: String,
    pieces: Vec<Piece>,
}

impl SourcePage {
    /// The address, where it is one that a browser may follow.
    fn link(&self) -> Option<&str> {
        let address = self.source.address.as_str();
        (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
    }
}

pub(super) async fn page(Extension(snapshot): Now, Path(text): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let messages = Messages::current();
    let source = SourceId::parse(&text).ok().and_then(|id| dto::source(&snapshot.register, &id));
    let source = source.ok_or_else(|| Fault::missing("problem-no-source", &text))?;
    let frame = Frame::new(&snapshot, as_of, source.source.title.clone(), source.source.url.clone());
    let mut frame = frame.under("sources", "/sources", &messages.text("nav-sources")).here();
    frame.json = Some(frame.undated_href(format!("/api/sources/{}", source.source.id)));
    render(&SourcePage {
        n_claims: messages.with("n-claims", &[("n", source.n_claims.into())]),
        pieces: source.text.as_deref().map(|text| pieces(text, &source.claims)).unwrap_or_default(),
        source,
        frame,
    })
}

/// Cuts a text at the quotes of claims. Quotes that overlap an earlier one are shown with it.
fn pieces(text: &str, claims: &[ClaimDto]) -> Vec<Piece> {
    let mut quotes: Vec<(usize, usize, &str)> = claims
        .iter()
        .filter_map(|claim| {
            let locator = &claim.evidence.locator;
            let start = usize::try_from(locator.start?).ok()?;
            let end = usize::try_from(locator.end?).ok()?;
            text.get(start..end).is_some().then_some((start, end, claim.name.as_str()))
        })
        .collect();
    quotes.sort_unstable();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    for (start, end, name) in quotes {
        match pieces.last_mut() {
            Some(last) if start < at => {
                last.claims.push(name.to_owned());
                if end > at {
                    last.text.push_str(&text[at..end]);
                }
            }
            _ => {
                pieces.push(Piece { text: text[at..start].to_owned(), claims: Vec::new() });
                pieces.push(Piece { text: text[start..end].to_owned(), claims: vec![name.to_owned()] });
            }
        }
        at = at.max(end);
    }
    pieces.push(Piece { text: text[at..].to_owned(), claims: Vec::new() });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// A source in the list.
struct Entry {
    id: String,
    title: String,
    publisher: String,
    published: String,
    kind: String,
    n_claims: usize,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct ListPage {
    frame: Frame,
    sources: Vec<Entry>,
    sentence: String,
    next: Option<String>,
    first: Option<String>,
}

pub(super) async fn list(Extension(snapshot): Now, Asked(query): Asked<PageQuery>) -> Answer {
    let as_of: AsOf = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let messages = Messages::current();
    let register = &*snapshot.register;
    let all = &snapshot.index.sources;
    let from = match query.after.as_str() {
        "" => 0,
        after => {
            let at = all.iter().position(|id| id.as_str() == after);
            at.ok_or_else(|| Fault::bad("problem-cursor").with("found", after))? + 1
        }
    };
    let shown = &all[from..all.len().min(from + PAGE)];
    let frame = Frame::new(&snapshot, as_of, messages.text("nav-sources"), "/sources").under("sources", "/", "").here();
    let last = shown.last().filter(|_| from + shown.len() < all.len());
    let next = last.map(|id| frame.href(format!("/sources?after={id}")));
    let args = [("first", (from + 1).into()), ("last", (from + shown.len()).into()), ("all", all.len().into())];
    let entry = |id: &SourceId| {
        let source = register.source(id);
        let published = source.and_then(|source| source.published);
        Entry {
            id: id.to_string(),
            title: source.map_or_else(|| id.to_string(), |source| source.title.clone()),
            publisher: source.map(|source| source.publisher.clone()).unwrap_or_default(),
            published: published.map(|date| messages.date(&date)).unwrap_or_default(),
            kind: source.map(|source| messages.word("source-kind", source.kind.word())).unwrap_or_default(),
            n_claims: register.claims_of_source(id).len(),
        }
    };
    render(&ListPage {
        sources: shown.iter().map(entry).collect(),
        sentence: messages.with("sources-sentence", &args),
        next,
        first: (from > 0).then(|| frame.href("/sources")),
        frame,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_quotes_and_nothing_is_lost() {
        let text = "Привет: the mayors met. They signed.";
        let quotes = [(14, 18), (14, 29), (30, 42), (40, 999), (3, 4)];
        let claims: Vec<ClaimDto> = quotes.iter().map(|(start, end)| quoting(*start, *end)).collect();
        let pieces = pieces(text, &claims);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        let quoted: Vec<&str> = pieces.iter().filter(|p| !p.claims.is_empty()).map(|p| p.text.as_str()).collect();
        assert_eq!(quoted, [&text[14..29], &text[30..42]]); // (40, 999) is not in the text, (3, 4) cuts a letter
    }

    fn quoting(start: u64, end: u64) -> ClaimDto {
        let word = || dto::WordDto { value: "", label: String::new() };
        ClaimDto {
            name: format!("{start}-{end}"),
            url: String::new(),
            seq: 0,
            recorded_at: String::new(),
            status: word(),
            subject: dto::SubjectDto { kind: "tie", id: String::new(), name: String::new(), url: String::new() },
            fact: "act",
            sentence: String::new(),
            held: String::new(),
            held_label: String::new(),
            said_on: None,
            said_on_label: None,
            known_from: None,
            speaker: None,
            grade: word(),
            evidence: dto::EvidenceDto {
                source: dto::SourceRefDto { id: String::new(), title: String::new(), url: String::new() },
                locator: dto::LocatorDto {
                    kind: "bytes",
                    label: String::new(),
                    start: Some(start),
                    end: Some(end),
                    table: None,
                    line: None,
                    column: None,
                },
                quote: String::new(),
            },
            note: String::new(),
            maker: dto::MakerDto { kind: "importer", name: String::new(), version: String::new() },
            reviews: Vec::new(),
        }
    }
}
