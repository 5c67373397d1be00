//! The map's data.

use axum::extract::Extension;

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, MapDto, Problem};
use crate::fault::Fault;
use crate::filter::{Filter, kept_params};
use crate::query::{Asked, TieQuery, as_of, query_string};

/// Gives the ties that pass the filters as GeoJSON: great-circle lines, and their places as points.
///
/// Takes the filters of `/api/ties`; `limit` and `after` are refused, since a map shows all or misleads.
#[utoipa::path(
    get, path = "/api/map", tag = "ties", params(TieQuery),
    responses(
        (status = 200, description = "The map's data.", body = MapDto, content_type = "application/geo+json"),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn map(Extension(snapshot): Now, Asked(query): Asked<TieQuery>) -> Answer {
    if !query.limit.is_empty() || !query.after.is_empty() {
        return Err(Fault::bad("problem-query").with("found", "limit, after"));
    }
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let filter = Filter::read(&query)?;
    let listed = snapshot.view(as_of).await;
    let days = kept_params(as_of, &snapshot);
    let days = query_string(days.iter().map(|(name, value)| (*name, value.as_str())));
    let make = move || {
        let ties = filter.apply(&snapshot, &listed);
        let body = serde_json::to_vec(&dto::map(&snapshot.register, &listed.view, &ties, &days));
        Made::new("application/geo+json", body.expect("our records have text keys and finite numbers"))
    };
    aside(make).await
}
