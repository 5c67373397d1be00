//! The first page: what this is, the numbers of the view, the filters, the list of ties, and the map beside it.

use std::sync::Arc;

use askama::Template;
use axum::extract::Extension;
use model::PartyId;
use register::{AsOf, ClaimKey};
use rustc_hash::FxHashMap;

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::through::Through;
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, AtlasPlaceDto, BasisDto, FoundDto, TieSummaryDto};
use crate::facets::{self, Narrowed, Tally};
use crate::fault::Fault;
use crate::filter::{Filter, Page, address};
use crate::messages::Messages;
use crate::query::{Asked, TieQuery, as_of};
use crate::shared::{Shared, Snapshot};
use crate::views::Listed;

/// Ties on one page.
const PAGE: usize = 50;
/// Claims about a whole relation shown below the list.
const SAID: usize = 50;
/// Places shown above the ties of a search.
const FOUND: usize = 8;

/// One choice of a filter.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) is_chosen: bool,
}

/// One filter of the form.
pub(super) struct Select {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) choices: Vec<Choice>,
}

/// A word of the legend.
pub(super) struct Mark {
    pub(super) word: &'static str,
    pub(super) label: String,
}

/// The numbers over the list.
struct Numbers {
    ties: usize,
    places: usize,
    in_force: usize,
    alive: usize,
    sources: usize,
    claims: usize,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    frame: Frame,
    is_plain: bool,
    numbers: Numbers,
    selects: Vec<Select>,
    filter: Filter,
    party: Option<(String, String)>,
    found: Vec<FoundDto>,
    /// Places found that the register has no ties of.
    atlas: Vec<AtlasPlaceDto>,
    said: BasisDto,
    ties: Vec<TieSummaryDto>,
    n_not_drawn: usize,
    next: Option<String>,
    first: Option<String>,
    map: String,
    marks: Vec<Mark>,
    pulses: Vec<Mark>,
    list_sentence: String,
    through: Through,
}

impl HomePage {
    fn said(&self) -> Vec<Evidence<'_>> {
        evidence(&self.said, self.said.claims.iter().map(|claim| &claim.name))
    }
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    Asked(query): Asked<TieQuery>,
) -> Answer {
    if !query.limit.is_empty() {
        return Err(Fault::bad("problem-query").with("found", "limit"));
    }
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let filter = Filter::read(&query)?;
    let listed = snapshot.view(as_of).await;
    aside(move || show(&snapshot, &shared, &listed, filter)).await?
}

fn show(snapshot: &Snapshot, shared: &Shared, listed: &Listed, filter: Filter) -> Answer {
    let as_of = listed.view.as_of;
    let Narrowed { ties, tally } = filter.narrow(snapshot, listed);
    let page = Page::cut(snapshot, &ties, filter.after.as_ref(), PAGE)?;
    let register = &*snapshot.register;
    let to = |after: &str| address("/", &filter, as_of, snapshot, after);
    let mut frame = Frame::new(snapshot, as_of, Messages::current().text("home-title"), "/");
    frame.nav = "ties";
    frame.summary = Messages::current().text("home-lede");
    frame.keep = filter.params();
    frame.q.clone_from(&filter.q);
    frame.has_map = true;
    frame.json = Some(address("/api/ties", &filter, as_of, snapshot, ""));
    let party = filter.party.as_ref().map(|id| (place_name(snapshot, id), without_party(&filter, as_of, snapshot)));
    render(&HomePage {
        is_plain: filter.is_empty() && filter.after.is_none(),
        numbers: numbers(snapshot, listed),
        selects: selects(snapshot, &tally, &filter),
        party,
        said: said(snapshot, &filter, as_of),
        found: if filter.q.is_empty() { Vec::new() } else { dto::search(register, &filter.q, FOUND).items },
        atlas: shared.readers.atlas(&snapshot.register, &filter.q, FOUND),
        ties: page.ties.iter().map(|tie| dto::tie_summary(register, &listed.view, *tie)).collect(),
        n_not_drawn: dto::n_not_drawn(register, &ties),
        next: page.next.as_deref().map(to),
        first: filter.after.as_ref().map(|_| to("")),
        map: address("/api/map", &filter, as_of, snapshot, ""),
        marks: marks("standing"),
        pulses: marks("pulse"),
        list_sentence: list_sentence(snapshot, &ties, page.ties),
        through: Through::new(snapshot, listed, &filter, &tally),
        filter,
        frame,
    })
}

/// What was said of all the ties between two countries as a set: wishes and stated counts.
fn said(snapshot: &Snapshot, filter: &Filter, as_of: AsOf) -> BasisDto {
    let register = &*snapshot.register;
    let Some(relation) = &filter.between else { return BasisDto::default() };
    let known = |key: &ClaimKey| register.known(*key).is_known_on(as_of.known_on);
    let keys = register.claims_of_relation(relation).iter().copied().filter(known);
    dto::basis(register, keys.take(SAID))
}

/// Where in all the ties this page is.
fn list_sentence(snapshot: &Snapshot, all: &[register::TieKey], shown: &[register::TieKey]) -> String {
    let rank = |tie: &register::TieKey| snapshot.index.rank(*tie);
    let before = shown.first().map_or(0, |first| all.partition_point(|tie| rank(tie) < rank(first)));
    let args = [("first", (before + 1).into()), ("last", (before + shown.len()).into()), ("all", all.len().into())];
    Messages::current().with("home-list-sentence", &args)
}

impl Numbers {
    /// What a number counts, in the singular or plural that it asks for.
    fn label(&self, key: &str, number: &usize) -> String {
        Messages::current().with(key, &[("n", (*number).into())])
    }
}

fn numbers(snapshot: &Snapshot, listed: &Listed) -> Numbers {
    let begun = || listed.ties.iter().filter(|tie| listed.view.state(**tie).standing != register::Standing::None);
    let parties = begun().flat_map(|tie| snapshot.register.tie(*tie).parties());
    Numbers {
        ties: begun().count(),
        places: parties.collect::<rustc_hash::FxHashSet<_>>().len(),
        in_force: listed.n_with(|state| state.standing == register::Standing::InForce),
        alive: listed.n_with(|state| state.pulse == register::Pulse::Alive),
        sources: snapshot.register.n_sources(),
        claims: snapshot.register.n_claims(),
    }
}

/// The filters of the form, each choice with the number of ties it would leave. A facet that could change nothing is left out.
fn selects(snapshot: &Snapshot, tally: &Tally, filter: &Filter) -> Vec<Select> {
    let params = filter.params();
    let chosen = |name: &str| params.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.as_str());
    let select = |(name, counts)| select(snapshot, name, counts, chosen(name), filter);
    let of_use = |select: &Select| select.name == "between" || select.choices.len() > 2 || select.is_chosen();
    facets::NAMES.into_iter().zip(tally).map(select).filter(of_use).collect()
}

/// The filters of place alone, for lists that are narrowed by nothing else.
pub(super) fn place_selects(snapshot: &Snapshot, tally: &Tally, filter: &Filter) -> Vec<Select> {
    selects(snapshot, tally, filter).into_iter().filter(|select| matches!(select.name, "country" | "region")).collect()
}

impl Select {
    /// Whether something was chosen.
    fn is_chosen(&self) -> bool {
        self.choices.iter().any(|choice| choice.is_chosen && !choice.value.is_empty())
    }
}

/// A select with "any" first; what was chosen stays among the choices even when nothing has it.
fn select(
    snapshot: &Snapshot,
    name: &'static str,
    counts: &FxHashMap<String, usize>,
    chosen: &str,
    filter: &Filter,
) -> Select {
    let messages = Messages::current();
    let mut options: Vec<(&str, usize)> = counts.iter().map(|(value, n)| (value.as_str(), *n)).collect();
    if !chosen.is_empty() && !counts.contains_key(chosen) {
        options.push((chosen, 0));
    }
    if name == "between" {
        options.retain(|(value, _)| value.contains('~') || *value == chosen);
    }
    if name == "region" {
        options.retain(|(value, _)| facets::lies_in(snapshot, value, filter.country.as_ref()) || *value == chosen);
    }
    let mut options: Vec<(&str, String, usize)> =
        options.into_iter().map(|(value, n)| (value, choice_label(snapshot, name, value), n)).collect();
    sort_options(name, &mut options);
    let any = Choice { value: String::new(), label: messages.text("filter-any"), is_chosen: chosen.is_empty() };
    let choices = options.into_iter().map(|(value, label, n)| Choice {
        is_chosen: value == chosen,
        label: messages.with("filter-choice", &[("label", label.into()), ("n", n.into())]),
        value: value.to_owned(),
    });
    Select {
        name,
        label: messages.text(&format!("filter-{name}")),
        choices: std::iter::once(any).chain(choices).collect(),
    }
}

/// Closed lists in their own order, countries by number, regions and topics by name, decades in time.
fn sort_options(name: &str, options: &mut [(&str, String, usize)]) {
    match name {
        "between" | "country" => options.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(b.0))),
        "region" | "topic" => options.sort_by(|a, b| a.1.cmp(&b.1)),
        "decade" => options.sort_by(|a, b| a.0.cmp(b.0)),
        _ => {
            let words = facets::words(name);
            options.sort_by_key(|(value, ..)| words.iter().position(|word| word == value));
        }
    }
}

fn choice_label(snapshot: &Snapshot, facet: &str, value: &str) -> String {
    let messages = Messages::current();
    match (facet, value) {
        ("between", _) => {
            let names: Vec<String> = value.split('~').map(|id| country_name(snapshot, id)).collect();
            names.join(&messages.text("names-separator"))
        }
        ("country" | "region", _) => country_name(snapshot, value),
        ("topic", _) => messages.words("topic", &[value.to_owned()]),
        ("decade", facets::UNDATED) => messages.text("not-known"),
        ("decade", _) => {
            let decade = format!("{}X", value.get(..3).unwrap_or_default()).parse();
            decade.map_or_else(|_| value.to_owned(), |decade| messages.date(&decade))
        }
        (_, "") => messages.text("not-known"),
        _ => messages.word(facet, value),
    }
}

fn country_name(snapshot: &Snapshot, id: &str) -> String {
    PartyId::parse(id).map_or_else(|_| id.to_owned(), |id| place_name(snapshot, &id))
}

fn place_name(snapshot: &Snapshot, id: &PartyId) -> String {
    let register = &snapshot.register;
    register
        .party_key(id)
        .map_or_else(|| id.to_string(), |key| Messages::current().shown_name(register, key).to_owned())
}

fn without_party(filter: &Filter, as_of: AsOf, snapshot: &Snapshot) -> String {
    address("/", &Filter { party: None, after: None, ..filter.clone() }, as_of, snapshot, "")
}

/// The words of an axis with their labels, for legends and the map.
pub(super) fn marks(axis: &'static str) -> Vec<Mark> {
    let words: Vec<&'static str> = match axis {
        "standing" => register::Standing::ALL.iter().rev().map(|value| value.word()).collect(),
        _ => register::Pulse::ALL.iter().map(|value| value.word()).collect(),
    };
    words.into_iter().map(|word| Mark { word, label: Messages::current().word(axis, word) }).collect()
}
