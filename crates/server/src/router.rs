//! Which address leads where. Everything under `/api` and `/export` is described in `/api/openapi.json`; a test compares.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::answer::{self, Made};
use crate::fault::Fault;
use crate::query::{Asked, NoQuery};
use crate::shared::Shared;
use crate::{api, assets, export, pages};

/// The most bytes of a body, where an address does not take more.
const MOST_POSTED: usize = 64 << 10;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Twain",
        description = "Partnerships between cities, regions and institutions, each value with its evidence. Every answer is \
                       for a pair of days: `true_on`, the day it speaks of, and `known_on`, the day up to which sources had \
                       spoken. Errors are problem documents (RFC 9457) with a `hint`. Answers carry an entity tag; send it \
                       back in `If-None-Match`. `lang=ru` on any address gives labels and sentences in Russian.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    tags(
        (name = "ties", description = "Ties and their five axes."),
        (name = "parties", description = "Places and institutions."),
        (name = "evidence", description = "Sources and claims."),
        (name = "counts", description = "Counts by written definitions."),
        (name = "match", description = "Briefs and their answers: who should meet whom."),
        (name = "export", description = "The register as files."),
    )
)]
struct Description;

/// The application: pages, API, exports and assets.
pub fn router(shared: Arc<Shared>) -> Router {
    let (api, _) = described().split_for_parts();
    Router::new()
        .merge(api)
        .merge(pages::routes())
        .route("/api/openapi.json", get(description))
        .route("/assets/{file}", get(assets::file))
        .route("/favicon.svg", get(assets::favicon))
        .route("/favicon.ico", get(assets::favicon))
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(MOST_POSTED))
        .layer(from_fn_with_state(shared, answer::answer))
}

/// The API's description (OpenAPI 3.1) as JSON.
#[must_use]
pub fn openapi() -> String {
    described().to_openapi().to_pretty_json().expect("the description has text keys")
}

fn described() -> OpenApiRouter {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(api::ties::list))
        .routes(routes!(api::ties::one))
        .routes(routes!(api::parties::one))
        .routes(routes!(api::search::search))
        .routes(routes!(api::sources::one))
        .routes(routes!(api::claims::one))
        .routes(routes!(api::counts::list))
        .routes(routes!(api::counts::one))
        .routes(routes!(api::counts::edit))
        .routes(routes!(api::map::map))
        .routes(routes!(api::map::changes))
        .routes(routes!(api::map::geojson))
        .routes(routes!(api::matching::list))
        .routes(routes!(api::matching::one))
        .routes(routes!(api::matching::map))
        .routes(routes!(export::file))
}

async fn description(Asked(NoQuery {}): Asked<NoQuery>) -> Made {
    Made::new("application/json", openapi())
}

async fn nowhere(uri: axum::http::Uri) -> Fault {
    Fault::missing("problem-no-page", uri.path())
}
