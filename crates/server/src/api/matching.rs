//! Matching: the bundled briefs and their answers.

use axum::extract::{Extension, Path};

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, BriefRefDto, MapDto, MatchDto, Problem};
use crate::filter::kept_params;
use crate::query::{Asked, NoQuery, query_string};
use crate::studio::Studio;

/// Lists the briefs that can be answered.
#[utoipa::path(
    get, path = "/api/match", tag = "match",
    responses((status = 200, description = "The briefs, in the order to show.", body = Vec<BriefRefDto>))
)]
pub(crate) async fn list(Extension(snapshot): Now, Asked(NoQuery {}): Asked<NoQuery>) -> Answer {
    Ok(Made::json(&snapshot.site.briefs.iter().map(dto::brief_ref).collect::<Vec<_>>()))
}

/// Answers a brief: the pairs with their accounts, who goes without and why, how each side fares.
///
/// Parameters change the brief: `true_on` and `known_on`; `objective` (`total`, `fair`, `stable`, `browse`); `first` and `gates`
/// (`on`, `off`); `unknown`, 0 to 1; a criterion's name with its weight, 0 to 1000, such as `size=2`. `against` sets a
/// weighting of the brief beside it, `left` and `right` ask why two places are paired or not, `firm=on` adds runner-ups and
/// where the answer turns.
#[utoipa::path(
    get, path = "/api/match/{id}", tag = "match", params(("id" = String, Path, description = "The brief.", example = "us-ru-2020")),
    responses(
        (status = 200, description = "The answer.", body = MatchDto),
        (status = 400, description = "A parameter is not known or cannot be read, or the brief as changed has no answer.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such brief.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(
    Extension(snapshot): Now,
    Path(id): Path<String>,
    Asked(asked): Asked<Vec<(String, String)>>,
) -> Answer {
    let studio = Studio::read(&snapshot, &id, &asked)?;
    aside(move || studio.whole(&snapshot).map(|answer| Made::json(&answer))).await?
}

/// Gives the pairs of an answer as GeoJSON: great-circle lines, and their places as points. Takes what `/api/match/{id}` does.
#[utoipa::path(
    get, path = "/api/match/{id}/map", tag = "match", params(("id" = String, Path, description = "The brief.", example = "us-ru-2020")),
    responses(
        (status = 200, description = "The map's data.", body = MapDto, content_type = "application/geo+json"),
        (status = 400, description = "A parameter is not known or cannot be read, or the brief as changed has no answer.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such brief.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn map(
    Extension(snapshot): Now,
    Path(id): Path<String>,
    Asked(asked): Asked<Vec<(String, String)>>,
) -> Answer {
    let studio = Studio::read(&snapshot, &id, &asked)?;
    let days = kept_params(studio.as_of, &snapshot);
    let days = query_string(days.iter().map(|(name, value)| (*name, value.as_str())));
    aside(move || {
        let answer = studio.whole(&snapshot)?;
        let body = serde_json::to_vec(&dto::match_map(&answer, &days));
        Ok(Made::new("application/geo+json", body.expect("our records have text keys and finite numbers")))
    })
    .await?
}
