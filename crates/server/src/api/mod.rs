//! The API: every endpoint reads, calls the register and shapes a [`dto`](crate::dto) value. The reference
//! (`/api/openapi.json`) is made from the comments on the handlers.

pub(crate) mod claims;
pub(crate) mod counts;
pub(crate) mod map;
pub(crate) mod matching;
pub(crate) mod parties;
pub(crate) mod search;
pub(crate) mod sources;
pub(crate) mod ties;

use std::sync::Arc;

use axum::extract::Extension;

use crate::answer::Made;
use crate::fault::Fault;
use crate::language::{self, Spoken};
use crate::shared::Snapshot;

/// What a handler of the API gives.
pub(crate) type Answer = Result<Made, Fault>;
/// The snapshot that the outermost layer took for this request.
pub(crate) type Now = Extension<Arc<Snapshot>>;

/// Does what may take milliseconds off the threads that answer, so that the others need not wait for it.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    let spoken = Spoken::current();
    tokio::task::spawn_blocking(|| language::speaking_aside(spoken, work)).await.map_err(Fault::inner)
}
