//! What feeds and DOCX share in reading XML: texts with their references resolved, never expanded.

use quick_xml::events::{BytesRef, BytesStart};

/// The text of a reference such as `&amp;` or `&#1090;`. Others, `&nbsp;` among them, stay as they are: a document type that
/// would define them is never read, so nothing can expand.
pub(super) fn reference(reference: BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.into_inner();
    match quick_xml::escape::resolve_predefined_entity(&name) {
        Some(text) => text.to_owned(),
        None => format!("&{name};"),
    }
}

/// The value of an attribute, by its name with prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(unescaped(&found.value))
}

/// Text with the five references of XML and numbered ones resolved.
pub(super) fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape_with(text, quick_xml::escape::resolve_predefined_entity)
        .map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}
