//! A source on the desk: its text with the words marked, and beside it each claim, with what its names may mean and, for a
//! reviewer, the forms to accept, reject, amend or undo.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Path};
use desk::{about_source, document_of, is_read, named};
use jiff::Timestamp;
use model::{MakerKind, PartyId, SourceId, Subject};
use reader::claims::propose;
use register::{ClaimKey, Register};
use serde::Deserialize;

use super::frame::Frame;
use super::marked::{Piece, Span, mark_id, marked};
use super::review_amend::{Field, Seats, fields};
use super::{Answer, filters, render};
use crate::access::Actor;
use crate::api::{Now, aside};
use crate::dto::{self, CardDto, NamedDto, ReadWith, SourceRefDto};
use crate::fault::Fault;
use crate::messages::Messages;
use crate::query::Asked;
use crate::shared::{Shared, Snapshot};

/// What the page can be asked: beside the days, what was done last.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ReviewQuery {
    /// The days, which other pages keep in their links, mean nothing here.
    #[serde(rename = "true_on")]
    _true_on: String,
    #[serde(rename = "known_on")]
    _known_on: String,
    /// The claim that was decided on last.
    done: String,
    /// How many claims were accepted at once.
    n: String,
    /// Whether somebody else decided at the same moment.
    meanwhile: String,
}

/// A claim with what a reviewer may do with it.
pub(super) struct Card {
    pub(super) card: CardDto,
    number: usize,
    words: String,
    names: Vec<NamedDto>,
    fields: Vec<Field>,
}

/// The claims on who one party is.
struct Group {
    name: String,
    named: Option<NamedDto>,
    n_waiting: String,
    is_open: bool,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "review_source.html")]
struct SourcePage {
    frame: Frame,
    source: SourceRefDto,
    published: Option<String>,
    language: String,
    sentence: String,
    pieces: Vec<Piece>,
    cards: Vec<Card>,
    groups: Vec<Group>,
    /// Whether who asks may decide.
    can_decide: bool,
    can_write: bool,
    n_waiting: usize,
    /// Up to where in the ledger this page has read.
    upto: u64,
    done: Option<CardDto>,
    /// What was done at once, or at the same moment by somebody else.
    told: Vec<String>,
}

impl SourcePage {
    /// Where the forms of a claim are sent.
    fn action(&self, card: &Card) -> String {
        self.action_of(&card.card.name)
    }

    fn action_of(&self, name: &str) -> String {
        self.frame.undated_href(format!("/review/{}/{name}", self.source.id))
    }
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    Extension(actor): Extension<Option<Actor>>,
    Path(text): Path<String>,
    Asked(query): Asked<ReviewQuery>,
) -> Answer {
    let id = source_id(&snapshot.register, &text)?;
    let can_decide = actor.is_some_and(|actor| actor.may(accounts::Role::Reviewer)) && shared.can_write();
    aside(move || made(&Desk { shared: &shared, snapshot: &snapshot, can_decide }, &id, &query)).await?
}

/// A source that something rests on.
pub(super) fn source_id(register: &Register, text: &str) -> Result<SourceId, Fault> {
    let id = SourceId::parse(text).ok().filter(|id| !register.claims_of_source(id).is_empty());
    id.ok_or_else(|| Fault::missing("problem-no-source", text))
}

struct Desk<'a> {
    shared: &'a Shared,
    snapshot: &'a Snapshot,
    can_decide: bool,
}

/// What is known of a source beside its claims.
pub(super) struct Sheet {
    /// What its names were taken for, by the id of the party.
    names: BTreeMap<PartyId, NamedDto>,
    /// Which parties of the subject can be another place.
    pub(super) seats: Seats,
}

impl Sheet {
    /// Reads a source again, so as to know what its names may mean. Without its text, or without places, nothing is known.
    pub(super) fn of(shared: &Shared, snapshot: &Snapshot, id: &SourceId) -> Result<Self, Fault> {
        let nothing = Self { names: BTreeMap::new(), seats: Seats::default() };
        let Some(source) = snapshot.register.source(id) else { return Ok(nothing) };
        let (Some(document), Ok(gazetteer)) = (document_of(source), shared.readers.gazetteer()) else {
            return Ok(nothing);
        };
        let known = shared.readers.known(&snapshot.register)?;
        let reading = shared.readers.reading_of(source, &document)?;
        let about = about_source(source, &gazetteer, &*known);
        let proposals = propose(&reading, &document, &about);
        let with = ReadWith {
            text: &document.text,
            reading: &reading,
            proposals: &proposals,
            gazetteer: &gazetteer,
            known: &*known,
        };
        let mut names = BTreeMap::new();
        for (idx, id) in proposals.parties.iter().enumerate() {
            names.entry(id.clone()).or_insert_with(|| dto::name(with, idx));
        }
        Ok(Self { names, seats: Seats::of(&reading, &proposals, &about) })
    }
}

fn made(desk: &Desk<'_>, id: &SourceId, query: &ReviewQuery) -> Answer {
    let (register, messages) = (&*desk.snapshot.register, Messages::current());
    let keys = on_the_desk(register, id);
    let named = named(register, &keys, Timestamp::UNIX_EPOCH);
    let sheet = Sheet::of(desk.shared, desk.snapshot, id)?;
    let source = register.source(id);
    let text = source.and_then(|source| source.text.as_deref());
    let sentences: Vec<Range<usize>> = text
        .map(|text| reader::text::sentences(text, &|_| false).into_iter().map(|span| span.range).collect())
        .unwrap_or_default();
    let shown = |key: ClaimKey| dto::card(register, &named, key, text.map(|text| (text, sentences.as_slice())));
    let mut cards: Vec<CardDto> = keys.iter().map(|key| shown(*key)).collect();
    cards.sort_by_key(|card| (card.range.as_ref().map_or(usize::MAX, |range| range.start), card.key));
    let done = cards.iter().find(|card| card.name == query.done).cloned();
    let n_waiting = cards.iter().filter(|card| card.is_waiting).count();
    let (naming, facts): (Vec<_>, Vec<_>) = cards.into_iter().partition(|card| card.is_naming);
    let maker = Maker { desk, register, named: &named, sheet: &sheet };
    let cards: Vec<Card> = facts.into_iter().zip(1..).map(|(card, number)| maker.card(card, number)).collect();
    let groups = maker.groups(naming);
    let source_ref = dto::source_ref(register, id);
    let args = [("waiting", n_waiting.into()), ("decided", (keys.len() - n_waiting).into())];
    let title = messages.with("desk-source-title", &[("source", source_ref.title.as_str().into())]);
    let frame = Frame::timeless(desk.snapshot, title, format!("/review/{id}"));
    let mut frame = frame.under("review", "/review", &messages.text("nav-review")).here();
    frame.scripts.push("review");
    let page = SourcePage {
        frame,
        published: source.and_then(|source| source.published).map(|date| messages.date(&date)),
        language: source.map(|source| source.language.clone()).unwrap_or_default(),
        source: source_ref,
        sentence: messages.with("desk-source-sentence", &args),
        pieces: text.map(|text| marked(text, &spans(&cards), "")).unwrap_or_default(),
        cards,
        groups,
        can_decide: desk.can_decide,
        can_write: desk.shared.can_write(),
        n_waiting,
        upto: register.head().0,
        done,
        told: told(query),
    };
    render(&page)
}

fn told(query: &ReviewQuery) -> Vec<String> {
    let messages = Messages::current();
    let at_once = query.n.parse::<u32>().ok().map(|n| messages.with("desk-accepted-all", &[("n", n.into())]));
    let meanwhile = (!query.meanwhile.is_empty()).then(|| messages.text("desk-meanwhile"));
    at_once.into_iter().chain(meanwhile).collect()
}

/// The claims of a source that were read in it, or written by hand in the place of such.
fn on_the_desk(register: &Register, id: &SourceId) -> Vec<ClaimKey> {
    let claims = register.claims_of_source(id).iter().copied();
    let is_ours = |key: &ClaimKey| is_read(register, *key) || register.known(*key).claim.maker.kind == MakerKind::Role;
    claims.filter(is_ours).collect()
}

fn spans(cards: &[Card]) -> Vec<Span> {
    let span = |card: &Card| {
        let range = card.card.range.clone()?;
        let kind = if card.card.is_waiting { "waiting" } else { card.card.status.value };
        Some(Span { range, item: format!("claim-{}", card.card.name), label: card.number.to_string(), kind })
    };
    cards.iter().filter_map(span).collect()
}

struct Maker<'a> {
    desk: &'a Desk<'a>,
    register: &'a Register,
    named: &'a Register,
    sheet: &'a Sheet,
}

impl Maker<'_> {
    fn card(&self, card: CardDto, number: usize) -> Card {
        let claim = &self.register.known(card.key).claim;
        let parties = desk::parties_of(&claim.subject);
        // What a name was taken for is told where one name is all there is to the claim: at the groups.
        let names = if card.is_naming { Vec::new() } else { self.names(&parties) };
        let fields = if self.desk.can_decide { fields(claim, self.named, &self.sheet.seats) } else { Vec::new() };
        let words = card.range.as_ref().map(|range| mark_id("", range)).unwrap_or_default();
        Card { card, number, words, names, fields }
    }

    fn names(&self, parties: &[PartyId]) -> Vec<NamedDto> {
        parties.iter().filter_map(|id| self.sheet.names.get(id).cloned()).collect()
    }

    /// The claims on who the parties are, by party, in the order of the text.
    fn groups(&self, cards: Vec<CardDto>) -> Vec<Group> {
        let mut by_party: Vec<(PartyId, Vec<CardDto>)> = Vec::new();
        for card in cards {
            let Subject::Party(id) = &self.register.known(card.key).claim.subject else { continue };
            match by_party.iter_mut().find(|(other, _)| other == id) {
                Some((_, cards)) => cards.push(card),
                None => by_party.push((id.clone(), vec![card])),
            }
        }
        by_party.into_iter().map(|(id, cards)| self.group(&id, cards)).collect()
    }

    fn group(&self, id: &PartyId, cards: Vec<CardDto>) -> Group {
        let messages = Messages::current();
        let name = self.named.party_key(id).map(|key| messages.shown_name(self.named, key).to_owned());
        let n_waiting = cards.iter().filter(|card| card.is_waiting).count();
        Group {
            name: name.unwrap_or_else(|| id.to_string()),
            named: self.sheet.names.get(id).cloned(),
            n_waiting: messages.with("desk-group", &[("n", cards.len().into()), ("waiting", n_waiting.into())]),
            is_open: false,
            cards: cards.into_iter().map(|card| self.card(card, 0)).collect(),
        }
    }
}
