//! Sources.

use axum::extract::{Extension, Path};
use model::SourceId;

use super::{Answer, Now};
use crate::answer::Made;
use crate::dto::{self, Problem, SourceDto};
use crate::fault::Fault;
use crate::query::{Asked, NoQuery};

/// Gives one source with the claims that rest on it.
#[utoipa::path(
    get, path = "/api/sources/{id}", tag = "evidence",
    params(("id" = String, Path, description = "Its short name.")),
    responses(
        (status = 200, description = "The source.", body = SourceDto),
        (status = 404, description = "No such source.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(Extension(snapshot): Now, Path(id): Path<String>, Asked(NoQuery {}): Asked<NoQuery>) -> Answer {
    let source = SourceId::parse(&id).ok().and_then(|id| dto::source(&snapshot.register, &id));
    source.map(|source| Made::json(&source)).ok_or_else(|| Fault::missing("problem-no-source", &id))
}
