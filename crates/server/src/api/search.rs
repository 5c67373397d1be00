//! Search by name.

use std::sync::Arc;

use axum::extract::Extension;

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, Problem, SearchDto};
use crate::query::{self, Asked, SearchQuery};
use crate::shared::Shared;

/// Finds places and institutions by name, best first.
///
/// Case, diacritics and the script do not matter: `tula`, `Тула` and `Tula, Russia` find the same city.
/// Places of the gazetteer that the register has no ties of stand in a list of their own.
#[utoipa::path(
    get, path = "/api/search", tag = "parties", params(SearchQuery),
    responses(
        (status = 200, description = "What was found; nothing when nothing was asked.", body = SearchDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn search(
    Extension(snapshot): Now,
    Extension(shared): Extension<Arc<Shared>>,
    Asked(query): Asked<SearchQuery>,
) -> Answer {
    let limit = query::limit(query.limit.trim())?;
    // The beginning of many names, such as one letter, finds thousands.
    aside(move || {
        let mut found = dto::search(&snapshot.register, query.q.trim(), limit);
        found.places = shared.readers.atlas(&snapshot.register, query.q.trim(), limit);
        Made::json(&found)
    })
    .await
}
