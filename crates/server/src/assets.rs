//! The map, its worker and the style: files of `web/dist`, embedded in the binary, and read from the folder in debug builds.
//!
//! They are built by `cargo xtask assets` and never committed. Without them the crate compiles and every page reads; the
//! pages then say in the map's place what to do. Addresses carry the hash of the file, so browsers keep them for good.

use std::sync::LazyLock;

use axum::extract::{Path, RawQuery};
use axum::http::HeaderValue;
use rust_embed::RustEmbed;

use crate::answer::Made;
use crate::fault::Fault;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/dist"]
#[allow_missing = true]
struct Dist;

/// The addresses of the files that pages name; `None` for one that was not built.
#[derive(Debug)]
pub(crate) struct Assets {
    pub(crate) style: Option<String>,
    pub(crate) map_style: Option<String>,
    pub(crate) map: Option<String>,
    pub(crate) worker: Option<String>,
    pub(crate) land: Option<String>,
    pub(crate) review: Option<String>,
}

impl Assets {
    pub(crate) fn known() -> &'static Self {
        static KNOWN: LazyLock<Assets> = LazyLock::new(|| Assets {
            style: address("style.css"),
            map_style: address("map.css"),
            map: address("map.js"),
            worker: address("maplibre-worker.js"),
            land: address("land.json"),
            review: address("review.js"),
        });
        &KNOWN
    }

    /// Whether a page can show the map.
    pub(crate) fn has_map(&self) -> bool {
        [&self.map_style, &self.map, &self.worker, &self.land].into_iter().all(Option::is_some)
    }
}

fn address(name: &str) -> Option<String> {
    Dist::get(name).map(|file| format!("/assets/{name}?v={}", version(&file)))
}

/// The first digits of the file's hash.
fn version(file: &rust_embed::EmbeddedFile) -> String {
    file.metadata.sha256_hash()[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file; kept for good by those who ask for the version there is.
pub(crate) async fn file(Path(name): Path<String>, RawQuery(query): RawQuery) -> Result<Made, Fault> {
    let file = Dist::get(&name).ok_or_else(|| Fault::missing("problem-no-page", &name))?;
    let mut made = Made::new(content_type(&name), file.data.to_vec());
    if query.is_some_and(|query| query == format!("v={}", version(&file))) {
        made.cache_control = HeaderValue::from_static("public, max-age=31536000, immutable");
    }
    Ok(made)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}

/// Two arcs that meet: the sign of the house.
const FAVICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#175a7d"/><path d="M5 24Q12 6 27 8" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="5.5" cy="24" r="3.2" fill="#fff"/><circle cx="26.5" cy="8" r="3.2" fill="#fff"/></svg>"##;

/// The sign.
pub(crate) async fn favicon() -> Made {
    Made::new("image/svg+xml", FAVICON)
}
