//! The first page: what this is, the numbers of the view, the filters, the list of ties, and the map beside it.

use askama::Template;
use axum::extract::Extension;
use model::PartyId;
use register::{AsOf, ClaimKey};

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, BasisDto, FoundDto, TieSummaryDto};
use crate::fault::Fault;
use crate::filter::{Filter, LEVELS, Page, address};
use crate::messages::Messages;
use crate::query::{Asked, TieQuery, as_of};
use crate::shared::Snapshot;
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
    said: BasisDto,
    ties: Vec<TieSummaryDto>,
    n_not_drawn: usize,
    next: Option<String>,
    first: Option<String>,
    map: String,
    marks: Vec<Mark>,
    pulses: Vec<Mark>,
    list_sentence: String,
}

impl HomePage {
    fn said(&self) -> Vec<Evidence<'_>> {
        evidence(&self.said, self.said.claims.iter().map(|claim| &claim.name))
    }
}

pub(super) async fn page(Extension(snapshot): Now, Asked(query): Asked<TieQuery>) -> Answer {
    if !query.limit.is_empty() {
        return Err(Fault::bad("problem-query").with("found", "limit"));
    }
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let filter = Filter::read(&query)?;
    let listed = snapshot.view(as_of).await;
    aside(move || show(&snapshot, &listed, filter)).await?
}

fn show(snapshot: &Snapshot, listed: &Listed, filter: Filter) -> Answer {
    let as_of = listed.view.as_of;
    let ties = filter.apply(snapshot, listed);
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
        selects: selects(snapshot, listed, &filter),
        party,
        said: said(snapshot, &filter, as_of),
        found: if filter.q.is_empty() { Vec::new() } else { dto::search(register, &filter.q, FOUND).items },
        ties: page.ties.iter().map(|tie| dto::tie_summary(register, &listed.view, *tie)).collect(),
        n_not_drawn: dto::n_not_drawn(register, &ties),
        next: page.next.as_deref().map(to),
        first: filter.after.as_ref().map(|_| to("")),
        map: address("/api/map", &filter, as_of, snapshot, ""),
        marks: marks("standing"),
        pulses: marks("pulse"),
        list_sentence: list_sentence(snapshot, &ties, page.ties),
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
    let of = |facet: &rustc_hash::FxHashMap<&str, usize>, word: &str| facet.get(word).copied().unwrap_or(0);
    let parties = listed.ties.iter().flat_map(|tie| snapshot.register.tie(*tie).parties());
    Numbers {
        ties: listed.ties.len(),
        places: parties.collect::<rustc_hash::FxHashSet<_>>().len(),
        in_force: of(&listed.facets.standing, "in-force"),
        alive: of(&listed.facets.pulse, "alive"),
        sources: snapshot.register.n_sources(),
        claims: snapshot.register.n_claims(),
    }
}

/// The filters of the form, each choice with the number of ties it has in this view.
fn selects(snapshot: &Snapshot, listed: &Listed, filter: &Filter) -> Vec<Select> {
    let messages = Messages::current();
    let chosen = |name: &str| {
        let found = filter.params().into_iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value).unwrap_or_default()
    };
    let facet = |name: &'static str, words: Vec<&'static str>| {
        let counts = match name {
            "class" => &listed.facets.class,
            "standing" => &listed.facets.standing,
            "pulse" => &listed.facets.pulse,
            _ => &listed.facets.level,
        };
        let with_count = |word: &&'static str| counts.get(word).map(|n| (*word, *n));
        let options = words.iter().filter_map(with_count);
        let options = options.map(|(word, n)| (word.to_owned(), messages.word(name, word), n)).collect();
        select(name, &chosen(name), options)
    };
    let between = listed.facets.between.iter().map(|(relation, n)| {
        let names: Vec<String> = relation.split('~').map(|id| country_name(snapshot, id)).collect();
        (relation.clone(), names.join(&messages.text("names-separator")), *n)
    });
    vec![
        select("between", &chosen("between"), between.collect()),
        facet("class", model::TieClass::WORDS.to_vec()),
        facet("standing", register::Standing::ALL.iter().map(|value| value.word()).collect()),
        facet("pulse", register::Pulse::ALL.iter().map(|value| value.word()).collect()),
        facet("level", LEVELS.to_vec()),
    ]
}

/// A select with "any" first; what was chosen stays among the choices even when nothing has it.
fn select(name: &'static str, chosen: &str, mut options: Vec<(String, String, usize)>) -> Select {
    let messages = Messages::current();
    if !chosen.is_empty() && !options.iter().any(|(value, ..)| value == chosen) {
        let label = if name == "between" { chosen.to_owned() } else { messages.word(name, chosen) };
        options.push((chosen.to_owned(), label, 0));
    }
    let any = Choice { value: String::new(), label: messages.text("filter-any"), is_chosen: chosen.is_empty() };
    let choices = options.into_iter().map(|(value, label, n)| Choice {
        is_chosen: value == chosen,
        label: messages.with("filter-choice", &[("label", label.into()), ("n", n.into())]),
        value,
    });
    Select {
        name,
        label: messages.text(&format!("filter-{name}")),
        choices: std::iter::once(any).chain(choices).collect(),
    }
}

fn country_name(snapshot: &Snapshot, id: &str) -> String {
    PartyId::parse(id).map_or_else(|_| id.to_owned(), |id| place_name(snapshot, &id))
}

fn place_name(snapshot: &Snapshot, id: &PartyId) -> String {
    let register = &snapshot.register;
    register.party_key(id).map_or_else(|| id.to_string(), |key| Messages::current().party(register, key).to_owned())
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
