//! The map's data: for our own map, with and without the changes that a time slider needs, and as GeoJSON.

use std::sync::Arc;

use axum::extract::Extension;
use register::View;
use serde::Serialize;

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, MapDto, PointsDto, Problem};
use crate::fault::Fault;
use crate::filter::{Filter, kept_params};
use crate::query::{Asked, TieQuery, as_of, query_string};
use crate::shared::Snapshot;

/// Gives the ties that pass the filters for a map: parties once with their places, ties as positions in that list.
///
/// Takes the filters of `/api/ties`; `limit` and `after` are refused, since a map shows all or misleads.
#[utoipa::path(
    get, path = "/api/map", tag = "ties", params(TieQuery),
    responses(
        (status = 200, description = "The map's data.", body = PointsDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn map(Extension(snapshot): Now, Asked(query): Asked<TieQuery>) -> Answer {
    let filter = Filter::read(&query)?;
    made(snapshot, &query, filter, |snapshot, view, ties, days| {
        Made::json(&dto::points(&snapshot.register, view, ties, days))
    })
    .await
}

/// Gives the same with what each tie was from which day on, as known on `known_on`: enough to draw any day.
///
/// The filters `standing`, `class`, `pulse` and `turn` depend on the day, so they are read and left out.
#[utoipa::path(
    get, path = "/api/map/changes", tag = "ties", params(TieQuery),
    responses(
        (status = 200, description = "The map's data with `changes`.", body = PointsDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn changes(Extension(snapshot): Now, Asked(query): Asked<TieQuery>) -> Answer {
    let filter = Filter::read(&query)?.on_any_day();
    made(snapshot, &query, filter, |snapshot, view, ties, days| {
        Made::json(&dto::points_through_time(&snapshot.register, view, ties, days))
    })
    .await
}

/// Gives the ties that pass the filters as GeoJSON: great-circle lines, and their places as points.
#[utoipa::path(
    get, path = "/api/map.geojson", tag = "ties", params(TieQuery),
    responses(
        (status = 200, description = "The map as GeoJSON.", body = MapDto, content_type = "application/geo+json"),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn geojson(Extension(snapshot): Now, Asked(query): Asked<TieQuery>) -> Answer {
    let filter = Filter::read(&query)?;
    made(snapshot, &query, filter, |snapshot, view, ties, days| geo(&dto::map(&snapshot.register, view, ties, days)))
        .await
}

fn geo(map: &impl Serialize) -> Made {
    let body = serde_json::to_vec(map).expect("our records have text keys and finite numbers");
    Made::new("application/geo+json", body)
}

/// The ties that pass a filter, made into a body off the threads that answer.
async fn made(
    snapshot: Arc<Snapshot>,
    query: &TieQuery,
    filter: Filter,
    make: impl FnOnce(&Snapshot, &View, &[register::TieKey], &str) -> Made + Send + 'static,
) -> Answer {
    if !query.limit.is_empty() || !query.after.is_empty() {
        return Err(Fault::bad("problem-query").with("found", "limit, after"));
    }
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let listed = snapshot.view(as_of).await;
    let days = kept_params(as_of, &snapshot);
    let days = query_string(days.iter().map(|(name, value)| (*name, value.as_str())));
    aside(move || {
        let ties = filter.apply(&snapshot, &listed);
        make(&snapshot, &listed.view, &ties, &days)
    })
    .await
}
