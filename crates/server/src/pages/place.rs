//! A place's or institution's page: what it is called and is, each with its evidence, and its ties; and the list of all.

use askama::Template;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Redirect, Response};
use model::PartyId;
use register::{AsOf, PartyKey};

use super::evidence::{Evidence, evidence};
use super::frame::{Crumb, Frame};
use super::home::{Mark, marks};
use super::{Answer, filters, render};
use crate::api::{Now, aside};
use crate::dto::{self, PartyDto, PartyRefDto, TieSummaryDto};
use crate::fault::Fault;
use crate::filter::{Filter, address, is_within};
use crate::language::Language;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked, PageQuery, as_of, query_string};
use crate::shared::Snapshot;
use crate::views::Listed;

/// Ties of places within that are shown at most; the rest is a link away.
const MOST_WITHIN: usize = 100;
/// Places on one page of the list.
const PAGE: usize = 200;

#[derive(Template)]
#[template(path = "place.html")]
struct PlacePage {
    frame: Frame,
    party: PartyDto,
    wholes: Vec<PartyRefDto>,
    parts: Vec<PartyRefDto>,
    n_parts: usize,
    within: Vec<TieSummaryDto>,
    n_within: usize,
    within_href: String,
    map: String,
    marks: Vec<Mark>,
    pulses: Vec<Mark>,
}

impl PlacePage {
    /// The claims with these names.
    fn evidence(&self, names: &[String]) -> Vec<Evidence<'_>> {
        evidence(&self.party.basis, names)
    }

    fn one(&self, name: &str) -> Vec<Evidence<'_>> {
        evidence(&self.party.basis, [name])
    }
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Path(text): Path<String>,
    Asked(query): Asked<AsOfQuery>,
) -> Result<Response, Fault> {
    let as_of = query.as_of(snapshot.today)?;
    let register = &*snapshot.register;
    let key = PartyId::parse(&text).ok().and_then(|id| register.party_key(&id));
    let key = key.ok_or_else(|| Fault::missing("problem-no-place", &text))?;
    let id = register.party(key).id().clone();
    if id.as_str() != text {
        // A merge can be undone, so browsers must not keep this.
        let (true_on, known_on) = (query.true_on.as_str(), query.known_on.as_str());
        let kept = query_string([("true_on", true_on), ("known_on", known_on), Language::current().param()]);
        return Ok(Redirect::temporary(&format!("/places/{id}{kept}")).into_response());
    }
    let listed = snapshot.view(as_of).await;
    aside(move || show(&snapshot, &listed, key)).await?.map(IntoResponse::into_response)
}

fn show(snapshot: &Snapshot, listed: &Listed, key: PartyKey) -> Answer {
    let (register, as_of) = (&*snapshot.register, listed.view.as_of);
    let party = dto::party(register, &listed.view, key);
    let id = register.party(key).id();
    let wholes: Vec<PartyRefDto> =
        dto::wholes(register, key).into_iter().map(|whole| dto::party_ref(register, whole)).collect();
    let parts = snapshot.index.parts.get(id).map_or(&[][..], Vec::as_slice);
    let (within, n_within) = within(snapshot, listed, key);
    let filter = Filter { party: Some(id.clone()), ..Filter::default() };
    render(&PlacePage {
        frame: frame(snapshot, as_of, &party, &wholes, party.ties.len() + n_within > 0),
        wholes,
        n_parts: parts.len(),
        parts: parts.iter().take(MOST_WITHIN).map(|part| dto::party_ref(register, *part)).collect(),
        within,
        n_within,
        within_href: address("/", &filter, as_of, snapshot, ""),
        map: address("/api/map", &filter, as_of, snapshot, ""),
        marks: marks("standing"),
        pulses: marks("pulse"),
        party,
    })
}

fn frame(snapshot: &Snapshot, as_of: AsOf, party: &PartyDto, wholes: &[PartyRefDto], has_map: bool) -> Frame {
    let messages = Messages::current();
    let url = &party.party.url;
    let frame = Frame::new(snapshot, as_of, party.party.name.clone(), url.clone());
    let mut frame = frame.under("places", "/places", &messages.text("nav-places"));
    let above = wholes.iter().rev().map(|whole| Crumb { label: whole.name.clone(), path: Some(whole.url.clone()) });
    frame.crumbs.extend(above);
    frame.has_map = has_map;
    frame.json = Some(frame.href(format!("/api/parties/{}", party.party.id)));
    frame.here()
}

/// The ties of what lies in a place, its own left out, and how many there are.
fn within(snapshot: &Snapshot, listed: &Listed, key: PartyKey) -> (Vec<TieSummaryDto>, usize) {
    let register = &*snapshot.register;
    let id = register.party(key).id();
    let ties: Vec<_> = listed
        .ties
        .iter()
        .filter(|tie| {
            let parties = register.tie(**tie).parties();
            !parties.contains(&key) && parties.iter().any(|party| is_within(register, *party, id))
        })
        .collect();
    let shown = ties.iter().take(MOST_WITHIN).map(|tie| dto::tie_summary(register, &listed.view, **tie)).collect();
    (shown, ties.len())
}

/// A place in the list.
struct Entry {
    party: PartyRefDto,
    n_ties: String,
}

#[derive(Template)]
#[template(path = "places.html")]
struct ListPage {
    frame: Frame,
    places: Vec<Entry>,
    sentence: String,
    next: Option<String>,
    first: Option<String>,
}

pub(super) async fn list(Extension(snapshot): Now, Asked(query): Asked<PageQuery>) -> Answer {
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let listed = snapshot.view(as_of).await;
    aside(move || show_list(&snapshot, &listed, &query.after)).await?
}

fn show_list(snapshot: &Snapshot, listed: &Listed, after: &str) -> Answer {
    let (register, as_of) = (&*snapshot.register, listed.view.as_of);
    let messages = Messages::current();
    let n_ties = |party: &PartyKey| {
        register.party(*party).ties().iter().filter(|tie| listed.view.state(**tie).n_known > 0).count()
    };
    let tied: Vec<(PartyKey, usize)> =
        snapshot.index.parties().iter().map(|party| (*party, n_ties(party))).filter(|(_, n)| *n > 0).collect();
    let from = match after {
        "" => 0,
        after => {
            let at = tied.iter().position(|(party, _)| register.party(*party).id().as_str() == after);
            at.ok_or_else(|| Fault::bad("problem-cursor").with("found", after))? + 1
        }
    };
    let shown = &tied[from..tied.len().min(from + PAGE)];
    let frame = Frame::new(snapshot, as_of, messages.text("nav-places"), "/places").under("places", "/", "").here();
    let last = shown.last().filter(|_| from + shown.len() < tied.len());
    let next = last.map(|(party, _)| frame.href(format!("/places?after={}", register.party(*party).id())));
    let args = [("first", (from + 1).into()), ("last", (from + shown.len()).into()), ("all", tied.len().into())];
    render(&ListPage {
        places: shown
            .iter()
            .map(|(party, n)| Entry {
                party: dto::party_ref(register, *party),
                n_ties: messages.with("n-ties", &[("n", (*n).into())]),
            })
            .collect(),
        sentence: messages.with("places-sentence", &args),
        next,
        first: (from > 0).then(|| frame.href("/places")),
        frame,
    })
}
