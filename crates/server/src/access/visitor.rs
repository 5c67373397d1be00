//! Who asks: somebody signed in, or anybody; and what the forms of an answer are bound to.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use accounts::Secret;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};

use super::{Actor, Gate};

/// The cookie of the session.
pub(super) const SESSION: &str = "twain";
/// The cookie that forms are bound to while nobody is signed in.
pub(super) const FORM: &str = "twain-form";

/// Who asks.
#[derive(Debug, Default)]
pub(crate) struct Visitor {
    actor: Option<Actor>,
    /// Whether there are accounts at all.
    has_accounts: bool,
    /// Whether the pages are reached through TLS.
    is_secure: bool,
    /// The secret of the session; of the form cookie where nobody is signed in, made when the first form needs it.
    secret: OnceLock<Secret>,
    /// Whether the browser has the secret already.
    is_known: bool,
    /// Whether the answer has a form.
    has_forms: AtomicBool,
}

impl Visitor {
    /// Nobody who is signed in.
    pub(crate) fn anybody(headers: &HeaderMap, gate: Option<&Gate>) -> Self {
        let (has_accounts, is_secure) = (gate.is_some(), gate.is_some_and(|gate| gate.access.is_secure));
        let visitor = Self { has_accounts, is_secure, ..Self::default() };
        let Some(secret) = cookie(headers, FORM, is_secure) else { return visitor };
        Self { secret: secret.into(), is_known: true, ..visitor }
    }

    /// Somebody signed in, with the secret of the session.
    pub(crate) fn signed_in(actor: Actor, session: Secret, is_secure: bool) -> Self {
        let (actor, secret) = (Some(actor), session.into());
        Self { actor, has_accounts: true, is_secure, secret, is_known: true, has_forms: AtomicBool::new(false) }
    }

    /// The session of somebody signed in.
    pub(crate) fn session(&self) -> Option<&Secret> {
        self.actor.as_ref().and(self.secret.get())
    }

    /// Who is signed in, or `None`.
    pub(crate) fn actor(&self) -> Option<&Actor> {
        self.actor.as_ref()
    }

    /// Whether one can sign in here.
    pub(crate) fn has_accounts(&self) -> bool {
        self.has_accounts
    }

    /// The hidden field of a form that this visitor may send.
    pub(crate) fn csrf(&self) -> String {
        self.has_forms.store(true, Ordering::Relaxed);
        self.secret.get_or_init(Secret::random).stamp()
    }

    /// Whether a form was made for this visitor.
    pub(super) fn is_mine(&self, csrf: &str) -> bool {
        self.is_known && self.secret.get().is_some_and(|secret| secret.is_stamp(csrf))
    }

    /// Whether the answer is for this visitor alone: others must not get it from a cache.
    pub(crate) fn is_private(&self) -> bool {
        self.actor.is_some() || self.has_forms.load(Ordering::Relaxed)
    }

    /// The cookie that the answer's forms are bound to, where the browser has none.
    pub(crate) fn put_cookie(&self, headers: &mut HeaderMap) {
        if self.is_known || !self.has_forms.load(Ordering::Relaxed) {
            return;
        }
        if let Some(secret) = self.secret.get() {
            headers.append(SET_COOKIE, set_cookie(FORM, &secret.reveal(), self.is_secure, None));
        }
    }
}

/// A secret among the cookies of a request.
pub(super) fn cookie(headers: &HeaderMap, name: &str, is_secure: bool) -> Option<Secret> {
    let pairs = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = pairs.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let prefix = prefix(is_secure);
    let (_, value) = pairs.find(|(found, _)| found.strip_prefix(prefix) == Some(name))?;
    Secret::parse(value)
}

/// A cookie for our pages alone, which no script can read. `Lax`, not `Strict`: with the latter, who follows a link from a
/// mail would seem to be signed out. No address that is only read changes anything, and what is posted is stamped.
pub(super) fn set_cookie(name: &str, value: &str, is_secure: bool, max_age_s: Option<i64>) -> HeaderValue {
    let prefix = prefix(is_secure);
    let mut text = format!("{prefix}{name}={value}; Path=/; HttpOnly; SameSite=Lax");
    if is_secure {
        text += "; Secure";
    }
    if let Some(seconds) = max_age_s {
        text += &format!("; Max-Age={seconds}");
    }
    HeaderValue::try_from(text).expect("names and hexadecimal digits fit into a header")
}

/// With this prefix browsers take the cookie from this host alone, and not from one beside it.
fn prefix(is_secure: bool) -> &'static str {
    if is_secure { "__Host-" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(cookies: &str) -> HeaderMap {
        HeaderMap::from_iter([(COOKIE, HeaderValue::from_str(cookies).expect("a header"))])
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let digits = "a".repeat(64);
        for (cookies, is_secure, is_found) in [
            (format!("twain={digits}"), false, true),
            (format!("other=1; twain={digits}; twain-form=x"), false, true),
            (format!("twain={digits}"), true, false),
            (format!("__Host-twain={digits}"), true, true),
            (format!("__Host-twain={digits}"), false, false),
            (format!("xtwain={digits}"), false, false),
            ("twain=short".to_owned(), false, false),
        ] {
            assert_eq!(cookie(&headers(&cookies), SESSION, is_secure).is_some(), is_found, "{cookies}");
        }
    }

    #[test]
    fn a_form_is_sent_by_whom_it_was_made_for() {
        let first = Visitor::anybody(&HeaderMap::new(), None);
        assert!(!first.is_private());
        let csrf = first.csrf();
        // The browser gets its cookie with this answer, and sends it with the next question.
        assert!(first.is_private() && !first.is_mine(&csrf));
        let mut answer = HeaderMap::new();
        first.put_cookie(&mut answer);
        let set = answer[SET_COOKIE].to_str().expect("text");
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Secure"), "{set}");
        let again = Visitor::anybody(&headers(set.split(';').next().expect("a pair")), None);
        assert!(again.is_mine(&csrf) && !again.is_private());
        assert!(!Visitor::anybody(&headers(&format!("{FORM}={}", "b".repeat(64))), None).is_mine(&csrf));
        let mut answer = HeaderMap::new();
        again.put_cookie(&mut answer);
        assert!(answer.is_empty());
    }
}
