//! What the reader is given.

use model::PartialDate;

/// A text and what is known of it beside.
///
/// Evidence counts bytes of [`Self::text`]; the title helps to understand and is never evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its title, where the format has one.
    pub title: Option<String>,
    /// When it was published; relative dates are counted from it.
    pub published: Option<PartialDate>,
    /// Its language as a BCP 47 tag; guessed from the text when `None` or not known to the reader.
    pub language: Option<String>,
    /// The text.
    pub text: String,
}

impl Document {
    /// What is known beside the text.
    pub(crate) fn clone_without_text(&self) -> Self {
        Self {
            title: self.title.clone(),
            published: self.published,
            language: self.language.clone(),
            text: String::new(),
        }
    }
}
