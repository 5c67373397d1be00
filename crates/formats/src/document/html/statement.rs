//! What a page states in JSON-LD (schema.org) about the article on it.

use model::PartialDate;
use serde_json::Value;

use super::page::Page;
use crate::document::{dates, tags};

/// Objects looked at in all the statements of a page.
const MAX_OBJECTS: usize = 2000;

/// What is stated of the article.
#[derive(Debug, Default)]
pub(super) struct Statement {
    pub(super) headline: Option<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) url: Option<String>,
}

/// The statements about the article, the first of each kind; a page's own name is not a headline.
pub(super) fn statements(page: &Page) -> Statement {
    let mut statement = Statement::default();
    walk(page, |object, is_article| {
        if is_article {
            let text = |key: &str| object.get(key).and_then(Value::as_str);
            statement.headline = statement.headline.take().or_else(|| text("headline").map(str::to_owned));
            statement.published = statement.published.or_else(|| text("datePublished").and_then(dates::stated));
            statement.url = statement.url.take().or_else(|| text("url").and_then(tags::web_address));
        }
        None::<()>
    });
    if statement.published.is_none() {
        let date = |object: &Value| object.get("datePublished").and_then(Value::as_str).and_then(dates::stated);
        statement.published = walk(page, |object, _| date(object));
    }
    statement
}

/// The text of the article, where the page carries it only for machines.
pub(super) fn article_body(page: &Page) -> Option<String> {
    if !page.statements.iter().any(|statement| statement.contains("articleBody")) {
        return None;
    }
    walk(page, |object, _| object.get("articleBody").and_then(Value::as_str).map(str::to_owned))
}

/// Visits the objects of all statements until `visit` finds what it seeks; the second argument says whether it is an article.
fn walk<T>(page: &Page, mut visit: impl FnMut(&Value, bool) -> Option<T>) -> Option<T> {
    let mut n_objects = 0;
    for text in &page.statements {
        // JSON with raw line breaks in its texts is common, and they mean blanks.
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let Ok(root) = serde_json::from_str::<Value>(text.trim().trim_end_matches(';')) else { continue };
        let mut stack = vec![&root];
        while let Some(value) = stack.pop() {
            match value {
                Value::Array(values) => stack.extend(values.iter().rev()),
                Value::Object(fields) => {
                    n_objects += 1;
                    if n_objects > MAX_OBJECTS {
                        return None;
                    }
                    if let Some(found) = visit(value, is_article(value)) {
                        return Some(found);
                    }
                    let within = ["mainEntity", "@graph"].iter().filter_map(|key| fields.get(*key));
                    stack.extend(within);
                }
                _ => {}
            }
        }
    }
    None
}

fn is_article(object: &Value) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}
