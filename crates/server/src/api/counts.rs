//! Counts by saved definitions.

use std::sync::Arc;

use axum::extract::{Extension, Path};
use register::{AsOf, Count, Definition};

use super::{Answer, Now, aside};
use crate::answer::Made;
use crate::dto::{self, CountDto, CountsDto, EditedCountDto, Problem};
use crate::edited::Edited;
use crate::fault::Fault;
use crate::query::{AsOfQuery, Asked};
use crate::shared::Snapshot;

/// Lists the saved definitions with their numbers.
#[utoipa::path(
    get, path = "/api/counts", tag = "counts", params(AsOfQuery),
    responses(
        (status = 200, description = "The definitions and their numbers.", body = CountsDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(Extension(snapshot): Now, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let counts = all(&snapshot, as_of).await;
    let items = counts.iter().map(|count| {
        let full = dto::count(&snapshot.register, &Count { items: Vec::new(), stated: Vec::new(), ..count.clone() });
        CountDto { number: count.number, ..full }
    });
    Ok(Made::json(&CountsDto { as_of: dto::as_of(as_of), items: items.collect() }))
}

/// Gives one count with the list behind it and the numbers that others stated.
#[utoipa::path(
    get, path = "/api/counts/{id}", tag = "counts",
    params(("id" = String, Path, description = "The definition's short name."), AsOfQuery),
    responses(
        (status = 200, description = "The count.", body = CountDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such definition.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(Extension(snapshot): Now, Path(id): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let definition = snapshot.definition(&id).ok_or_else(|| Fault::missing("problem-no-count", &id))?.clone();
    let count = count(&snapshot, definition, as_of).await;
    Ok(Made::json(&dto::count(&snapshot.register, &count)))
}

/// Counts by an edited definition, and says on which ties it differs from the saved one it began with.
///
/// `of` names the saved definition. `between`, `level`, `class`, `standing`, `unknown` (`in`, `out`, `disputed`), `registry` and
/// `unit` (`pairs`, or a country whose places are counted) change it; `level`, `class` and `standing` may be given several
/// times. With any of them a list that is missing is a list of all.
#[utoipa::path(
    get, path = "/api/counts/edit", tag = "counts",
    params(
        ("of" = Option<String>, Query, description = "The saved definition to begin with; the first by default."),
        ("between" = Option<String>, Query, description = "The two countries or units, such as `us~ru`."),
        ("level" = Option<Vec<String>>, Query, description = "Levels counted.", example = "city"),
        ("class" = Option<Vec<String>>, Query, description = "Classes counted.", example = "full"),
        ("standing" = Option<Vec<String>>, Query, description = "Standings counted.", example = "in-force"),
        ("unknown" = Option<String>, Query, description = "What to do when the standing is not known.", example = "in"),
        ("registry" = Option<String>, Query, description = "A registry that must list the tie."),
        ("unit" = Option<String>, Query, description = "What is counted.", example = "pairs"),
        AsOfQuery,
    ),
    responses(
        (status = 200, description = "The count, and what differs.", body = EditedCountDto),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such definition.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn edit(Extension(snapshot): Now, Asked(asked): Asked<Vec<(String, String)>>) -> Answer {
    let edited = Edited::read(&snapshot, &asked)?;
    aside(move || {
        let (saved, count) = edited.counts(&snapshot.register);
        Made::json(&dto::edited_count(&snapshot.register, &saved, &count))
    })
    .await
}

/// Counts off the threads that answer: it judges every tie.
pub(crate) async fn count(snapshot: &Arc<Snapshot>, definition: Definition, as_of: AsOf) -> Count {
    let register = Arc::clone(&snapshot.register);
    let counted = tokio::task::spawn_blocking(move || register.count(&definition, as_of)).await;
    counted.expect("a register that was folded can be counted")
}

/// Every count, in the order of the definitions.
pub(crate) async fn all(snapshot: &Arc<Snapshot>, as_of: AsOf) -> Vec<Count> {
    let (register, site) = (Arc::clone(&snapshot.register), Arc::clone(&snapshot.site));
    let counted = tokio::task::spawn_blocking(move || {
        site.definitions.iter().map(|definition| register.count(definition, as_of)).collect()
    });
    counted.await.expect("a register that was folded can be counted")
}
