//! The language of an answer: which there are, and which one was asked for.
//!
//! `?lang=ru` on any address asks for one; without it, English. The outermost layer reads it, takes it out of the query and
//! speaks it while the answer is made, as a logger carries its span: the conversions and templates below ask
//! [`Language::current`], and their callers need not hand it through every one of them. The command line, which asks for
//! nothing, reads English.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::Uri;

use crate::access::Visitor;
use crate::fault::Fault;

/// A language that the pages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Russian.
    Russian,
}

/// The parameter that asks for a language.
pub(crate) const PARAMETER: &str = "lang";

/// What the answer under way was asked with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spoken {
    pub(crate) language: Language,
    /// The path and query as asked.
    pub(crate) address: Arc<str>,
    /// Who asks.
    pub(crate) visitor: Arc<Visitor>,
    /// Whether nobody waits for the answer any more.
    pub(crate) gone: Arc<AtomicBool>,
}

/// Somebody waits for an answer, as long as this lasts.
#[derive(Debug)]
pub(crate) struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

tokio::task_local! {
    static SPOKEN: Spoken;
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::English, Self::Russian];

    /// Its BCP 47 tag, as in addresses and in `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
        }
    }

    /// What its readers call it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Русский",
        }
    }

    /// Reads a tag.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language of the answer under way; English where nobody asked.
    #[must_use]
    pub fn current() -> Self {
        SPOKEN.try_with(|spoken| spoken.language).unwrap_or_default()
    }

    /// The tag as a parameter: empty for the default, which needs none.
    pub(crate) fn param(self) -> (&'static str, &'static str) {
        (PARAMETER, if self == Self::default() { "" } else { self.tag() })
    }

    /// Whether signs are in this language in a country, by its ISO 3166-1 code in lower case.
    pub(crate) fn is_local_in(self, country: &str) -> bool {
        match self {
            Self::English => matches!(country, "us" | "gb" | "ie" | "au" | "nz"),
            Self::Russian => country == "ru",
        }
    }
}

impl Spoken {
    /// What the answer under way was asked with.
    pub(crate) fn current() -> Self {
        SPOKEN.try_with(Clone::clone).unwrap_or_default()
    }

    /// Says as long as it lasts that somebody waits for the answer.
    pub(crate) fn waiting(&self) -> Waiting {
        Waiting(Arc::clone(&self.gone))
    }

    /// Whether nobody waits for the answer any more: the client has gone, or it took too long. Long work looks between its stages.
    pub(crate) fn is_gone(&self) -> bool {
        self.gone.load(Ordering::Relaxed)
    }

    /// The address asked for, in another language.
    pub(crate) fn address_in(&self, language: Language) -> String {
        let (path, query) = self.address.split_once('?').unwrap_or((&self.address, ""));
        // Two slashes would lead to another server.
        let path = if path.starts_with('/') && !path.starts_with("//") { path } else { "/" };
        let kept = query.split('&').filter(|pair| !pair.is_empty() && !is_language(pair)).map(str::to_owned);
        let (name, tag) = language.param();
        let asks = (!tag.is_empty()).then(|| format!("{name}={tag}"));
        let query: Vec<String> = kept.chain(asks).collect();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
    }
}

/// Reads the language that an address asks for and takes it out, since no other reader knows the parameter. A second one
/// stays in, and is refused there.
pub(crate) fn take(uri: &mut Uri) -> Result<Spoken, Fault> {
    let address: Arc<str> = uri.path_and_query().map_or_else(|| uri.path(), |whole| whole.as_str()).into();
    let Some(asked) = uri.query().and_then(|query| query.split('&').find(|pair| is_language(pair))) else {
        return Ok(Spoken { address, ..Spoken::default() });
    };
    let tag = asked.split_once('=').map_or("", |(_, tag)| tag).to_owned();
    let mut is_first = true;
    let others =
        uri.query().unwrap_or_default().split('&').filter(|pair| !is_language(pair) || !std::mem::take(&mut is_first));
    let others = others.collect::<Vec<_>>().join("&");
    let rest = if others.is_empty() { uri.path().to_owned() } else { format!("{}?{others}", uri.path()) };
    *uri = rest.parse().map_err(Fault::inner)?;
    if tag.is_empty() {
        return Ok(Spoken { address, ..Spoken::default() });
    }
    let language = Language::parse(&tag).ok_or_else(|| {
        let tags = Language::ALL.map(Language::tag).join(", ");
        Fault::bad("problem-word").with("found", tag).with("name", PARAMETER).with("allowed", tags)
    })?;
    Ok(Spoken { language, address, ..Spoken::default() })
}

/// Speaks a language while an answer is made.
pub(crate) async fn speaking<F: Future>(spoken: Spoken, answer: F) -> F::Output {
    SPOKEN.scope(spoken, answer).await
}

/// The same for work that is done on another thread.
pub(crate) fn speaking_aside<T>(spoken: Spoken, work: impl FnOnce() -> T) -> T {
    SPOKEN.sync_scope(spoken, work)
}

fn is_language(pair: &str) -> bool {
    pair.split('=').next() == Some(PARAMETER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_aside_learns_that_nobody_waits() {
        let spoken = Spoken::default();
        let waiting = spoken.waiting();
        assert!(!spoken.is_gone());
        drop(waiting);
        assert!(speaking_aside(spoken, || Spoken::current().is_gone()));
    }

    #[test]
    fn the_language_is_read_and_taken_out() {
        for (asked, rest, language) in [
            ("/ties/a~b?lang=ru", "/ties/a~b", "ru"),
            ("/?q=x&lang=ru&after=y", "/?q=x&after=y", "ru"),
            ("/?lang=", "/", "en"),
            ("/?language=ru", "/?language=ru", "en"),
            ("/?lang=en&lang=ru", "/?lang=ru", "en"),
        ] {
            let mut uri: Uri = asked.parse().expect("an address");
            let spoken = take(&mut uri).expect("a language");
            assert_eq!((uri.to_string().as_str(), spoken.language.tag()), (rest, language), "{asked}");
            assert_eq!(&*spoken.address, asked);
        }
        assert!(take(&mut "/?lang=tlh".parse().expect("an address")).is_err());
    }

    #[test]
    fn the_same_page_in_another_language() {
        let spoken = |address: &str| Spoken { address: address.into(), ..Spoken::default() };
        assert_eq!(spoken("/?q=x&after=y").address_in(Language::Russian), "/?q=x&after=y&lang=ru");
        assert_eq!(spoken("/about?lang=ru").address_in(Language::English), "/about");
        assert_eq!(spoken("//elsewhere.example/?q=x").address_in(Language::Russian), "/?q=x&lang=ru");
    }
}
