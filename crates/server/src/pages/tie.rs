//! A tie's page: the five axes side by side with their reasons, what contradicts what, what happened, and the sources.

use askama::Template;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Redirect, Response};
use model::{SourceId, TieId};
use register::{ClaimKey, PartyKey, Register, Status, TieKey};
use rustc_hash::FxHashSet;

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::{filters, render};
use crate::api::Now;
use crate::dto::{self, PartyRefDto, SourceRefDto, TieDto};
use crate::fault::Fault;
use crate::language::Language;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked, query_string};
use crate::views::Listed;

/// Places tied to both sides that are shown at most.
const MOST_NEIGHBORS: usize = 30;

/// A source of the tie, with how many of its claims rest on it.
struct Resting {
    source: SourceRefDto,
    n_claims: usize,
}

#[derive(Template)]
#[template(path = "tie.html")]
struct TiePage {
    frame: Frame,
    tie: TieDto,
    lede: String,
    sources: Vec<Resting>,
    neighbors: Vec<PartyRefDto>,
    /// How many claims on it wait for review, and their sources.
    waiting: Option<(String, Vec<SourceRefDto>)>,
}

impl TiePage {
    /// The claims with these names.
    fn evidence(&self, names: &[String]) -> Vec<Evidence<'_>> {
        evidence(&self.tie.basis, names)
    }

    fn one(&self, name: &str) -> Vec<Evidence<'_>> {
        evidence(&self.tie.basis, [name])
    }

    /// The side a thing of the timeline comes from, as the style knows it.
    fn side(&self, from: &Option<String>) -> &'static str {
        let at = from.as_ref().and_then(|from| self.tie.parties.iter().position(|party| party.id == *from));
        match at {
            Some(0) => "side-a",
            Some(_) => "side-b",
            None => "side-both",
        }
    }

    /// The party with this id, as far as it is one of the tie's.
    fn party(&self, id: &str) -> Option<&PartyRefDto> {
        self.tie.parties.iter().find(|party| party.id == id)
    }

    fn has_later(&self) -> bool {
        self.tie.timeline.iter().any(|item| item.is_later)
    }
}

pub(super) async fn page(
    Extension(snapshot): Now,
    Path(text): Path<String>,
    Asked(query): Asked<AsOfQuery>,
) -> Result<Response, Fault> {
    let as_of = query.as_of(snapshot.today)?;
    let register = &*snapshot.register;
    let asked = TieId::parse(&text).map_err(|_| Fault::missing("problem-no-tie", &text))?;
    let key = register.tie_key(&asked).ok_or_else(|| Fault::missing("problem-no-tie", &text))?;
    let id = register.tie(key).id();
    let to = |id: &TieId| {
        let (true_on, known_on) = (query.true_on.as_str(), query.known_on.as_str());
        let kept = query_string([("true_on", true_on), ("known_on", known_on), Language::current().param()]);
        format!("/ties/{id}{kept}")
    };
    if asked.as_str() != text {
        return Ok(Redirect::permanent(&to(&asked)).into_response());
    }
    if *id != asked {
        // A merge can be undone, so browsers must not keep this.
        return Ok(Redirect::temporary(&to(id)).into_response());
    }
    let tie = dto::tie_report(register, &register.report(key, as_of));
    let listed = snapshot.view(as_of).await;
    let mut frame =
        Frame::new(&snapshot, as_of, tie.title.clone(), format!("/ties/{id}")).under("ties", "/", "").here();
    frame.summary = summary(&tie);
    frame.json = Some(frame.href(format!("/api/ties/{id}")));
    let page = TiePage {
        sources: sources(&tie),
        neighbors: neighbors(register, &listed, key),
        waiting: waiting(register, key),
        lede: lede(&tie),
        tie,
        frame,
    };
    render(&page).map(IntoResponse::into_response)
}

/// What it is and since when.
fn lede(tie: &TieDto) -> String {
    let messages = Messages::current();
    let class = match (tie.class.word.value, tie.word.as_str()) {
        ("", _) => messages.text("tie-class-unknown"),
        (_, "") => tie.class.word.label.clone(),
        (_, word) => {
            messages.with("tie-class-word", &[("class", tie.class.word.label.as_str().into()), ("word", word.into())])
        }
    };
    match &tie.since {
        Some(since) => messages.with("tie-lede", &[("class", class.into()), ("since", since.label.as_str().into())]),
        None => messages.with("tie-lede-undated", &[("class", class.into())]),
    }
}

/// The tie in one line, for link previews.
fn summary(tie: &TieDto) -> String {
    let args = [
        ("title", tie.title.as_str().into()),
        ("lede", lede(tie).into()),
        ("standing", tie.standing.label.as_str().into()),
        ("pulse", tie.pulse.word.label.as_str().into()),
    ];
    Messages::current().with("tie-summary", &args)
}

/// The sources of the tie, those with most claims first.
fn sources(tie: &TieDto) -> Vec<Resting> {
    let n_claims = |id: &String| tie.basis.claims.iter().filter(|claim| claim.source == *id).count();
    let sources = tie.basis.sources.iter();
    let mut all: Vec<Resting> =
        sources.map(|source| Resting { source: source.clone(), n_claims: n_claims(&source.id) }).collect();
    all.sort_by(|a, b| b.n_claims.cmp(&a.n_claims).then_with(|| a.source.id.cmp(&b.source.id)));
    all
}

/// How many claims on a tie wait for review, and their sources.
fn waiting(register: &Register, key: TieKey) -> Option<(String, Vec<SourceRefDto>)> {
    let waits = |claim: &ClaimKey| register.known(*claim).status == Status::Proposed;
    let waiting: Vec<ClaimKey> = register.claims_of_tie(key).into_iter().filter(waits).collect();
    if waiting.is_empty() {
        return None;
    }
    let mut sources: Vec<&SourceId> =
        waiting.iter().map(|claim| &register.known(*claim).claim.evidence.source).collect();
    sources.sort();
    sources.dedup();
    let sentence = Messages::current().with("desk-tie-waiting", &[("n", waiting.len().into())]);
    let sources = sources.into_iter().map(|id| dto::source_ref(register, id)).collect();
    Some((sentence, sources))
}

/// Places tied to every side of this tie, in the view's ties.
fn neighbors(register: &Register, listed: &Listed, key: TieKey) -> Vec<PartyRefDto> {
    let sides = register.tie(key).parties();
    let tied_to = |party: PartyKey| -> FxHashSet<PartyKey> {
        let ties =
            register.party(party).ties().iter().filter(|tie| **tie != key && listed.view.state(**tie).n_known > 0);
        ties.flat_map(|tie| register.tie(*tie).parties()).copied().filter(|other| *other != party).collect()
    };
    let mut all = sides.iter().map(|side| tied_to(*side));
    let Some(first) = all.next() else { return Vec::new() };
    let common = all.fold(first, |common, tied| common.intersection(&tied).copied().collect());
    let mut found: Vec<PartyKey> = common.into_iter().filter(|party| !sides.contains(party)).collect();
    let name = |key: &PartyKey| Messages::current().shown_name(register, *key);
    found.sort_by(|a, b| name(a).cmp(name(b)));
    found.truncate(MOST_NEIGHBORS);
    found.into_iter().map(|party| dto::party_ref(register, party)).collect()
}
