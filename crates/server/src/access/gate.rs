//! The accounts of a workbench, and finding out who asks.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use accounts::{Accounts, SESSION_DAYS, Secret};
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue};
use jiff::Timestamp;

use super::throttle::Throttle;
use super::visitor::{SESSION, Visitor, cookie, set_cookie};
use super::{Actor, Peer};
use crate::fault::Fault;
use crate::shared::Shared;

/// What the caller hands over for people to sign in.
#[derive(Debug, Clone)]
pub struct Access {
    /// The accounts, opened by the caller.
    pub accounts: Accounts,
    /// What time it is. The server reads no clock itself.
    pub now: fn() -> Timestamp,
    /// Whether browsers reach the pages through TLS, so that their cookies go no other way.
    pub is_secure: bool,
    /// Whether every request comes from a proxy of ours, which names the client in `X-Forwarded-For`.
    pub is_behind_proxy: bool,
}

/// The same with what is remembered of those who try.
#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) access: Access,
    pub(crate) throttle: Throttle,
}

/// Where a request comes from, as attempts are counted; `None` where there was no connection.
#[derive(Debug)]
pub(crate) struct Client(pub(crate) Option<IpAddr>);

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let gate = parts.extensions.get::<Arc<Shared>>().and_then(|shared| shared.gate());
        Ok(Self(gate.and_then(|gate| gate.client(&parts.headers, &parts.extensions))))
    }
}

impl Gate {
    pub(crate) fn new(access: Access) -> Self {
        Self { access, throttle: Throttle::default() }
    }

    /// What time it is.
    pub(crate) fn now(&self) -> Timestamp {
        (self.access.now)()
    }

    /// Who is signed in by the session cookie; anybody when the accounts cannot be read.
    pub(crate) async fn visitor(&self, headers: &HeaderMap) -> Option<Visitor> {
        let session = cookie(headers, SESSION, self.access.is_secure)?;
        let found = self.access.accounts.who(&session, self.now()).await;
        let found = found.inspect_err(|error| tracing::error!(%error, "could not look up a session")).ok()??;
        let actor = Actor { name: found.name, role: found.role };
        Some(Visitor::signed_in(actor, session, self.access.is_secure))
    }

    /// Refuses a token that was not made here. Without one anybody may read.
    pub(crate) async fn check_token(&self, headers: &HeaderMap) -> Result<(), Fault> {
        let Some(token) = headers.get(AUTHORIZATION).and_then(bearer) else { return Ok(()) };
        match self.access.accounts.is_token(token).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Fault::token()),
            Err(error) => Err(Fault::inner(error)),
        }
    }

    /// The cookie of a new session.
    pub(crate) fn session_cookie(&self, session: &Secret) -> HeaderValue {
        set_cookie(SESSION, &session.reveal(), self.access.is_secure, Some(SESSION_DAYS * 86_400))
    }

    /// The cookie that takes the session away.
    pub(crate) fn no_session_cookie(&self) -> HeaderValue {
        set_cookie(SESSION, "", self.access.is_secure, Some(0))
    }

    /// Where a request comes from: the other end of the connection, or whom our proxy names last.
    fn client(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
        let peer = extensions.get::<Peer>().map(|peer| peer.0);
        if !self.access.is_behind_proxy {
            return peer;
        }
        // What the client wrote itself stands before what the proxy adds.
        let last = headers.get_all("x-forwarded-for").into_iter().next_back().and_then(|value| value.to_str().ok());
        let last = last.and_then(|addresses| addresses.rsplit(',').next());
        last.and_then(|address| address.trim().parse().ok()).or(peer)
    }
}

/// The token of `Bearer TOKEN`. Other schemes are those of a proxy, and its business.
fn bearer(value: &HeaderValue) -> Option<&str> {
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}
