//! Ties: lists and records.

use axum::extract::{Extension, Path};
use model::TieId;

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, Problem, TieDto, TiePageDto};
use crate::fault::Fault;
use crate::filter::{self, Filter, Page};
use crate::query::{AsOfQuery, Asked, TieQuery, as_of};

/// Lists ties, by name.
#[utoipa::path(
    get, path = "/api/ties", tag = "ties", params(TieQuery),
    responses(
        (status = 200, description = "A page of ties; pass `next` as `after` for the one that follows.", body = TiePageDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(Extension(snapshot): Now, Asked(query): Asked<TieQuery>) -> Answer {
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let (filter, limit) = (Filter::read(&query)?, filter::limit(&query)?);
    let listed = snapshot.view(as_of).await;
    let make = move || {
        let ties = filter.apply(&snapshot, &listed);
        let page = Page::cut(&snapshot, &ties, filter.after.as_ref(), limit)?;
        let items = page.ties.iter().map(|tie| dto::tie_summary(&snapshot.register, &listed.view, *tie)).collect();
        Ok(Made::json(&TiePageDto { as_of: dto::as_of(as_of), n_all: ties.len(), items, next: page.next }))
    };
    aside(make).await?
}

/// Gives one tie with its five axes, their reasons, its timeline, and every claim behind them.
#[utoipa::path(
    get, path = "/api/ties/{id}", tag = "ties",
    params(("id" = String, Path, description = "The ids of its parties, joined by `~`, in any order."), AsOfQuery),
    responses(
        (status = 200, description = "The tie.", body = TieDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such tie.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(Extension(snapshot): Now, Path(id): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let register = &*snapshot.register;
    let key = TieId::parse(&id).ok().and_then(|id| register.tie_key(&id));
    let key = key.ok_or_else(|| Fault::missing("problem-no-tie", &id))?;
    Ok(Made::json(&dto::tie_report(register, &register.report(key, as_of))))
}
