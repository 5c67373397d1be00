//! The pages: semantic HTML that reads without JavaScript, made from the same [`dto`](crate::dto) values as the API.
//!
//! Templates are under `templates/`, labels in `messages/*/pages.ftl`. A template says `{{ "key"|t }}`; a test looks up every
//! key it finds. The map is an addition: a page has everything it would show as a list.

mod about;
mod access;
mod charts;
mod claim;
mod count;
mod count_edit;
mod evidence;
mod fault;
mod frame;
mod home;
mod letter;
mod marked;
mod matching;
mod near;
mod place;
mod read;
mod read_posted;
mod review;
mod review_amend;
mod review_decide;
mod review_source;
mod revive;
mod sheet;
mod source;
mod through;
mod tie;

use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Redirect;
use axum::routing::{get, post};

use crate::answer::Made;
use crate::fault::Fault;
use crate::language::Language;
use crate::query::query_string;

pub(crate) use fault::fault;

/// What a handler of a page gives.
type Answer = Result<Made, Fault>;

/// The most bytes of a form that is posted: a letter, percent-encoded.
const MOST_POSTED: usize = 512 << 10;

/// The addresses of the pages.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/", get(home::page))
        // Whoever cuts an address short is led to the list.
        .route(
            "/ties",
            get(|| async { Redirect::permanent(&format!("/{}", query_string([Language::current().param()]))) }),
        )
        .route("/ties/{id}", get(tie::page))
        .route("/ties/{id}/sheet", get(sheet::tie))
        .route("/ties/{id}/letter", get(letter::page))
        .route("/letter", post(letter::save).layer(DefaultBodyLimit::max(MOST_POSTED)))
        .route("/places", get(place::list))
        .route("/places/{id}", get(place::page))
        .route("/near/{id}", get(near::page))
        .route("/places/{id}/sheets", get(sheet::place))
        .route("/sources", get(source::list))
        .route("/sources/{id}", get(source::page))
        .route("/claims/{name}", get(claim::page))
        .route("/counts", get(count::list))
        .route("/counts/edit", get(count_edit::page))
        .route("/counts/{id}", get(count::page))
        .route("/match", get(matching::list))
        .route("/match/{id}", get(matching::page))
        .route("/revive", get(revive::page))
        .route("/charts", get(charts::page))
        .route("/charts/{file}", get(charts::file))
        .route("/read", get(read::page).post(read::read).layer(DefaultBodyLimit::max(read_posted::MOST_POSTED)))
        .route("/read/propose", post(read::propose).layer(DefaultBodyLimit::max(2 * read_posted::MOST_POSTED)))
        .route("/review", get(review::page))
        .route("/review/{source}", get(review_source::page).post(review_decide::all))
        .route("/review/{source}/{claim}", post(review_decide::one))
        .route("/about", get(about::page))
        .merge(access::routes())
}

/// Renders a page.
fn render(template: &impl Template) -> Answer {
    template.render().map(Made::html).map_err(Fault::inner)
}

/// Filters of the templates.
#[expect(unreachable_pub, reason = "the attribute makes public items of private functions")]
mod filters {
    use std::borrow::Cow;
    use std::fmt::Display;

    use crate::language::Language;
    use crate::messages::Messages;

    /// The sentence with this key.
    #[askama::filter_fn]
    pub(super) fn t(key: &str, _: &dyn askama::Values) -> askama::Result<Cow<'static, str>> {
        Ok(Messages::current().label(key).map_or_else(|| Cow::Owned(key.to_owned()), Cow::Borrowed))
    }

    /// What a chip says: the label, and for what is not known also of what, since two such chips may stand side by side.
    #[askama::filter_fn]
    pub(super) fn chip<L: Display, A: Display, V: Display>(
        label: L,
        _: &dyn askama::Values,
        axis: A,
        value: V,
    ) -> askama::Result<String> {
        let label = label.to_string();
        let is_unknown = value.to_string() == "unknown";
        Ok(if is_unknown { Messages::current().text(&format!("chip-{axis}-unknown")) } else { label })
    }

    /// The language of words that are not ours, as far as their letters tell: titles, quotes, remarks.
    #[askama::filter_fn]
    pub(super) fn tongue<T: Display>(text: T, _: &dyn askama::Values) -> askama::Result<&'static str> {
        let is_cyrillic = |letter: char| matches!(letter, '\u{400}'..='\u{4ff}');
        let language = if text.to_string().contains(is_cyrillic) { Language::Russian } else { Language::English };
        Ok(language.tag())
    }

    /// The label of an axis.
    #[askama::filter_fn]
    pub(super) fn axis<T: Display>(axis: T, _: &dyn askama::Values) -> askama::Result<String> {
        Ok(Messages::current().text(&format!("axis-{axis}")))
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::Messages;

    /// Every key that a template names, as `"key"|t`, and every key that the pages' code names, as `text("key")`,
    /// `with("key"` or `said("key"`.
    #[test]
    fn every_key_has_its_sentence() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
        let code = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let mut n_keys = 0;
        for (path, text) in files(folder).into_iter().chain(files(code)) {
            for key in keys(&text) {
                assert!(Messages::english().has(key), "{path}: no sentence for `{key}`");
                n_keys += 1;
            }
        }
        assert!(n_keys > 100, "only {n_keys} keys were found: has the way to write them changed?");
    }

    fn files(folder: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                found.extend(files(&name));
            } else if !name.ends_with("messages.rs") {
                found.push((name, std::fs::read_to_string(&path).expect("it can be read")));
            }
        }
        found
    }

    fn keys(text: &str) -> Vec<&str> {
        let is_key =
            |key: &&str| key.contains('-') && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let before = text.match_indices("\"|t").filter_map(|(at, _)| text[..at].rsplit('"').next());
        let calls = ["text(\"", "with(\"", "said(\"", "counted(\""];
        let after = calls.into_iter().flat_map(|call| {
            text.match_indices(call).filter_map(move |(at, _)| text[at + call.len()..].split('"').next())
        });
        before.chain(after).filter(is_key).collect()
    }
}
