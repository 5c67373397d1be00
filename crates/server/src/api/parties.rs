//! Places and institutions.

use axum::extract::{Extension, Path};
use model::PartyId;

use super::{Answer, Now};
use crate::answer::Made;
use crate::dto::{self, PartyDto, Problem};
use crate::fault::Fault;
use crate::query::{AsOfQuery, Asked};

/// Gives one place or institution with its names, identifiers, attributes, own ties and claims.
#[utoipa::path(
    get, path = "/api/parties/{id}", tag = "parties",
    params(("id" = String, Path, description = "Its id, such as `us-ny.albany`."), AsOfQuery),
    responses(
        (status = 200, description = "The party.", body = PartyDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such party.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(Extension(snapshot): Now, Path(id): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let key = PartyId::parse(&id).ok().and_then(|id| snapshot.register.party_key(&id));
    let key = key.ok_or_else(|| Fault::missing("problem-no-place", &id))?;
    let listed = snapshot.view(as_of).await;
    Ok(Made::json(&dto::party(&snapshot.register, &listed.view, key)))
}
