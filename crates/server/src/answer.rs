//! The outermost layer: finished bodies from the cache, conditional requests, compression, faults in the form the asker
//! reads, security headers, a limit of time, and one line of log per request.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ETAG,
    IF_NONE_MATCH, LOCATION, RETRY_AFTER, VARY, WWW_AUTHENTICATE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::access::{Gate, Visitor};
use crate::cache::Finished;
use crate::fault::Fault;
use crate::language::{self, Spoken};
use crate::pace::paced;
use crate::pages;
use crate::query::query_string;
use crate::shared::{Shared, Snapshot};

/// Nothing but our own files, no inline script or style, no frames, forms only to ourselves.
const CONTENT_SECURITY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; worker-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const SECURITY: [(&str, &str); 5] = [
    ("content-security-policy", CONTENT_SECURITY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// For answers to one visitor alone.
const NO_STORE: HeaderValue = HeaderValue::from_static("private, no-store");

/// An answer that takes longer is given up; what the client takes to send its question does not count.
const MOST_TIME: Duration = Duration::from_secs(20);
/// The longest path and query looked at.
const MOST_ADDRESS: usize = 4_096;
/// A body larger than this is compressed off the threads that answer.
const LARGE: usize = 256 << 10;

/// What a handler gives: bytes and their type. The layer adds the rest.
#[derive(Debug, Clone)]
pub(crate) struct Made {
    /// 200, unless it was set otherwise; only such are kept.
    pub(crate) status: StatusCode,
    pub(crate) content_type: HeaderValue,
    pub(crate) cache_control: HeaderValue,
    pub(crate) body: Bytes,
}

impl Made {
    pub(crate) fn new(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            status: StatusCode::OK,
            content_type: HeaderValue::from_static(content_type),
            cache_control: HeaderValue::from_static("no-cache"),
            body: body.into(),
        }
    }

    pub(crate) fn json(value: &impl serde::Serialize) -> Self {
        let body = serde_json::to_vec(value).expect("our records have text keys and finite numbers");
        Self::new("application/json", body)
    }

    pub(crate) fn html(body: String) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// The same with another status, as for a form that is shown again with what is wrong in it.
    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
}

impl IntoResponse for Made {
    fn into_response(self) -> Response {
        let mut response = StatusCode::OK.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The layer.
pub(crate) async fn answer(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let snapshot = shared.snapshot();
    let asks = Asks::of(&request);
    let known = match shared.gate() {
        Some(gate) => asks.known(gate, request.headers()).await,
        None => Ok(None),
    };
    if asks.is_read()
        && matches!(known, Ok(None))
        && let Some(finished) = snapshot.bodies.get(&asks.address)
    {
        let response = asks.send(finished).await;
        tracing::debug!(method = %asks.method, address = asks.shown(), status = response.status().as_u16(), "answered again");
        return response;
    }
    let (known, refused) = known.map_or_else(|fault| (None, Some(fault)), |known| (known, None));
    let visitor = known.unwrap_or_else(|| Visitor::anybody(request.headers(), shared.gate()));
    let visitor = Arc::new(visitor);
    let (spoken, fault) = match language::take(request.uri_mut()) {
        Ok(spoken) => (Spoken { visitor, ..spoken }, refused),
        Err(fault) => (Spoken { address: "/".into(), visitor, ..Spoken::default() }, Some(fault)),
    };
    let response = if asks.address.len() > MOST_ADDRESS {
        Fault::bad("problem-query").with("found", "…").into_response()
    } else if let Some(fault) = fault {
        fault.into_response()
    } else {
        request.extensions_mut().insert(Arc::clone(&snapshot));
        request.extensions_mut().insert(Arc::clone(&shared));
        request.extensions_mut().insert(spoken.visitor.actor().cloned());
        // Dropped with this future when the client goes away, while the task below runs on.
        let _waiting = spoken.waiting();
        let pace = (!asks.is_read()).then(|| paced(request.body_mut()));
        // A task of its own, so that a panic becomes an answer and not a broken connection.
        let making = tokio::spawn(language::speaking(spoken.clone(), next.run(request)));
        let made = match &pace {
            Some(pace) => pace.within(MOST_TIME, making).await,
            None => tokio::time::timeout(MOST_TIME, making).await.ok(),
        };
        match made {
            _ if pace.is_some_and(|pace| pace.is_given_up()) => Fault::stalled().into_response(),
            Some(made) => made.unwrap_or_else(|error| Fault::inner(error).into_response()),
            None => Fault::slow().into_response(),
        }
    };
    let visitor = Arc::clone(&spoken.visitor);
    let response = language::speaking(spoken, finish(&snapshot, &asks, &visitor, response)).await;
    tracing::debug!(method = %asks.method, address = asks.shown(), status = response.status().as_u16(), "answered");
    response
}

/// What of a request the answer's form depends on; the rest goes to the handler.
struct Asks {
    method: Method,
    address: String,
    if_none_match: Option<HeaderValue>,
    takes_gzip: bool,
}

impl Asks {
    fn of(request: &Request) -> Self {
        let uri = request.uri();
        let address = uri.path_and_query().map_or_else(|| uri.path().to_owned(), |whole| whole.as_str().to_owned());
        let takes_gzip = request.headers().get(ACCEPT_ENCODING).is_some_and(takes_gzip);
        let if_none_match = request.headers().get(IF_NONE_MATCH).cloned();
        Self { method: request.method().clone(), address, if_none_match, takes_gzip }
    }

    fn is_read(&self) -> bool {
        self.method == Method::GET || self.method == Method::HEAD
    }

    /// Whether a page is asked for, which a browser may be led away from.
    fn is_for_a_page(&self) -> bool {
        self.is_read() && !self.is_for_programs()
    }

    /// Who is signed in, where it makes a difference: what programs and the pages' own files are given is the same for all.
    async fn known(&self, gate: &Gate, headers: &HeaderMap) -> Result<Option<Visitor>, Fault> {
        if self.is_read() && self.is_for_programs() {
            if headers.contains_key(AUTHORIZATION) {
                gate.check_token(headers).await?;
            }
            return Ok(None);
        }
        let is_file = ["/assets/", "/favicon."].iter().any(|start| self.address.starts_with(start));
        if (self.is_read() && is_file) || !headers.contains_key(COOKIE) {
            return Ok(None);
        }
        Ok(gate.visitor(headers).await)
    }

    /// The address as logs may hold it: without the secret of a one-time link.
    fn shown(&self) -> &str {
        if self.address.contains("welcome") { "/welcome/…" } else { &self.address }
    }

    fn is_for_programs(&self) -> bool {
        self.address.starts_with("/api/") || self.address.starts_with("/export/")
    }

    /// Sends what a handler made, and keeps it for the next who asks the same, if it is the same for all.
    async fn give(&self, snapshot: &Snapshot, visitor: &Visitor, made: Made) -> Response {
        let is_private = visitor.is_private();
        let is_kept = self.is_read() && made.status == StatusCode::OK && !is_private;
        let cache_control = if is_kept { made.cache_control } else { NO_STORE };
        let finished = Arc::new(Finished::new(made.content_type, cache_control, made.body));
        if is_kept {
            snapshot.bodies.put(&self.address, Arc::clone(&finished));
        }
        let mut response = self.send(finished).await;
        if made.status != StatusCode::OK {
            *response.status_mut() = made.status;
        }
        visitor.put_cookie(response.headers_mut());
        response
    }

    async fn send(&self, finished: Arc<Finished>) -> Response {
        let finished = if self.takes_gzip && finished.body.len() > LARGE && !finished.is_zipped() {
            let zip = move || {
                finished.zipped();
                finished
            };
            tokio::task::spawn_blocking(zip).await.expect("compressing memory cannot fail")
        } else {
            finished
        };
        let zipped = if self.takes_gzip { finished.zipped() } else { None };
        let (etag, body) = zipped.map_or((&finished.etag, &finished.body), |zipped| (&zipped.etag, &zipped.body));
        let mut headers = HeaderMap::with_capacity(16);
        put_security(&mut headers);
        headers.insert(CACHE_CONTROL, finished.cache_control.clone());
        headers.insert(ETAG, etag.clone());
        if finished.is_compressible() {
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if self.if_none_match.as_ref().is_some_and(|tags| names(tags, etag)) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(CONTENT_TYPE, finished.content_type.clone());
        headers.insert(CONTENT_LENGTH, body.len().into());
        if zipped.is_some() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        let body = if self.method == Method::HEAD { Body::empty() } else { Body::from(body.clone()) };
        let mut response = Response::new(body);
        *response.headers_mut() = headers;
        response
    }
}

/// Gives a response its last form: what handlers made is kept and sent, faults are rendered, redirects go as they are.
async fn finish(snapshot: &Arc<Snapshot>, asks: &Asks, visitor: &Visitor, mut response: Response) -> Response {
    if let Some(made) = response.extensions_mut().remove::<Made>() {
        return asks.give(snapshot, visitor, made).await;
    }
    let status = response.status();
    if let Some(fault) = response.extensions_mut().remove::<Fault>() {
        let mut shown = show(snapshot, asks, &fault);
        visitor.put_cookie(shown.headers_mut());
        return shown;
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let mut shown = show(snapshot, asks, &Fault::method());
        let allowed = response.headers_mut().remove(ALLOW);
        shown.headers_mut().insert(ALLOW, allowed.unwrap_or(HeaderValue::from_static("GET,HEAD")));
        return shown;
    }
    put_security(response.headers_mut());
    response.headers_mut().entry(CACHE_CONTROL).or_insert(NO_STORE);
    response
}

fn show(snapshot: &Arc<Snapshot>, asks: &Asks, fault: &Fault) -> Response {
    if fault.status == StatusCode::UNAUTHORIZED && asks.is_for_a_page() {
        let spoken = Spoken::current();
        let to = query_string([("next", &*spoken.address), spoken.language.param()]);
        let mut response = (StatusCode::SEE_OTHER, [(LOCATION, format!("/sign-in{to}"))]).into_response();
        put_security(response.headers_mut());
        response.headers_mut().insert(CACHE_CONTROL, NO_STORE);
        return response;
    }
    if fault.status.is_server_error() {
        tracing::error!(address = asks.shown(), key = fault.key, cause = fault.cause, "could not answer");
    }
    let (kind, body) = if asks.is_for_programs() {
        let body = serde_json::to_string(&fault.problem()).expect("a problem has text keys");
        ("application/problem+json", body)
    } else {
        ("text/html; charset=utf-8", pages::fault(snapshot, fault, &asks.address))
    };
    let mut headers = HeaderMap::with_capacity(16);
    put_security(&mut headers);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, NO_STORE);
    if fault.status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(wait_s) = fault.wait_s {
        headers.insert(RETRY_AFTER, wait_s.into());
    }
    headers.insert(CONTENT_LENGTH, body.len().into());
    let body = if asks.method == Method::HEAD { Body::empty() } else { Body::from(body) };
    (fault.status, headers, body).into_response()
}

fn put_security(headers: &mut HeaderMap) {
    for (name, value) in SECURITY {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
}

/// Whether `gzip` or `*` is among the encodings taken, and not refused by `q=0`.
fn takes_gzip(value: &HeaderValue) -> bool {
    let Ok(text) = value.to_str() else { return false };
    text.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse::<f32>().is_ok_and(|q| q <= 0.0));
        matches!(name.trim(), "gzip" | "*") && !refused
    })
}

/// Whether the tags of `If-None-Match` name this one, by the weak comparison that RFC 9110 asks for here.
fn names(tags: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(tags), Ok(etag)) = (tags.to_str(), etag.to_str()) else { return false };
    tags.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        for (text, expected) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, gzip;q=0.8, *;q=0.1", true),
            ("gzip;q=0", false),
            ("identity", false),
            ("", false),
        ] {
            assert_eq!(takes_gzip(&HeaderValue::from_static(text)), expected, "{text}");
        }
    }
}
