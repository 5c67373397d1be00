//! Search by name.

use axum::extract::Extension;

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, Problem, SearchDto};
use crate::query::{self, Asked, SearchQuery};

/// Finds places and institutions by name, best first.
///
/// Case, diacritics and the script do not matter: `tula`, `Тула` and `Tula, Russia` find the same city.
#[utoipa::path(
    get, path = "/api/search", tag = "parties", params(SearchQuery),
    responses(
        (status = 200, description = "What was found; nothing when nothing was asked.", body = SearchDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn search(Extension(snapshot): Now, Asked(query): Asked<SearchQuery>) -> Answer {
    let limit = query::limit(query.limit.trim())?;
    // The beginning of many names, such as one letter, finds thousands.
    aside(move || Made::json(&dto::search(&snapshot.register, query.q.trim(), limit))).await
}
