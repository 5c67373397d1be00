//! What is posted, checked to have been made by our own page for the one who sends it.
//!
//! Two checks, each enough against a page elsewhere that posts here in the visitor's name: the browser says where the form
//! stood (`Sec-Fetch-Site`, `Origin`), and the form carries a stamp that only our page could make. Older browsers say
//! nothing, and a stamp alone would not show a page that stands in the same house under another port.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, FromRequestParts, RawForm, Request};
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::de::DeserializeOwned;

use crate::fault::Fault;
use crate::language::Spoken;

/// The hidden field of a form.
const FIELD: &str = "csrf";

/// A form with its stamp checked; the fields but `csrf` are read strictly.
#[derive(Debug)]
pub(crate) struct Posted<T>(pub(crate) T);

/// The form stood on a page of ours, as the browser says; its stamp is still to be checked. For forms with files, which
/// the handler reads itself.
#[derive(Debug)]
pub(crate) struct Proof(());

impl Proof {
    /// Checks the stamp, the value of the field `csrf`.
    pub(crate) fn check(&self, csrf: &str) -> Result<(), Fault> {
        let is_mine = Spoken::current().visitor.is_mine(csrf);
        if is_mine { Ok(()) } else { Err(Fault::form("problem-form")) }
    }
}

impl<S: Sync> FromRequestParts<S> for Proof {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        if is_from_here(&parts.headers) { Ok(Self(())) } else { Err(Fault::form("problem-origin")) }
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Posted<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        let proof = Proof::from_request_parts(&mut parts, state).await?;
        let (head, method) = (parts.headers.clone(), parts.method.clone());
        let form = RawForm::from_request(Request::from_parts(parts, body), state).await;
        let RawForm(bytes) = form.map_err(|rejection| unread(rejection.into_response().status(), ""))?;
        let text = std::str::from_utf8(&bytes).map_err(|_| unread(StatusCode::BAD_REQUEST, ""))?;
        proof.check(stamp(text))?;
        // The stamp is not the handler's business, which refuses unknown fields.
        let rest = text.split('&').filter(|pair| !is_stamp(pair)).collect::<Vec<_>>().join("&");
        let mut request = Request::new(rest.into());
        (*request.headers_mut(), *request.method_mut()) = (head, method);
        let read = Form::<T>::from_request(request, state).await;
        read.map(|Form(fields)| Self(fields)).map_err(|rejection| {
            let said = match &rejection {
                FormRejection::FailedToDeserializeFormBody(said) => said.body_text(),
                _ => String::new(),
            };
            unread(StatusCode::BAD_REQUEST, said.split_once(": ").map_or(said.as_str(), |(_, rest)| rest))
        })
    }
}

/// Why a body could not be read.
fn unread(status: StatusCode, said: &str) -> Fault {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::too_large(),
        _ => Fault::bad("problem-posted").with("found", if said.is_empty() { "?" } else { said }),
    }
}

fn is_stamp(pair: &str) -> bool {
    pair.split('=').next() == Some(FIELD)
}

/// The stamp of a form; its digits need no decoding.
fn stamp(form: &str) -> &str {
    let pair = form.split('&').find(|pair| is_stamp(pair)).unwrap_or_default();
    pair.split_once('=').map_or("", |(_, stamp)| stamp)
}

/// Whether the browser says that the form stood on a page of ours, or says nothing.
fn is_from_here(headers: &HeaderMap) -> bool {
    let value = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    // "none" is a form that the visitor sends again from the address bar.
    if value("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return false;
    }
    let Some(origin) = value(ORIGIN.as_str()) else { return true };
    let Some((_, host)) = origin.split_once("://") else { return false };
    value(HOST.as_str()).is_some_and(|ours| ours.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn a_form_from_elsewhere_is_told_by_what_the_browser_says() {
        for (said, is_ours) in [
            (&[][..], true),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("origin", "http://127.0.0.1:8080")], true),
            (&[("origin", "http://127.0.0.1:9090")], false),
            (&[("origin", "https://elsewhere.example")], false),
            (&[("origin", "null")], false),
            (&[("origin", "http://127.0.0.1:8080"), ("sec-fetch-site", "cross-site")], false),
        ] {
            let mut headers: HeaderMap = said
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            headers.insert(HOST, HeaderValue::from_static("127.0.0.1:8080"));
            assert_eq!(is_from_here(&headers), is_ours, "{said:?}");
        }
    }

    #[test]
    fn the_stamp_is_found_and_taken_out() {
        assert_eq!(stamp("name=x&csrf=abc&csrf2=d"), "abc");
        assert_eq!(stamp("name=csrf"), "");
        assert!(is_stamp("csrf") && !is_stamp("csrf2=x"));
    }
}
