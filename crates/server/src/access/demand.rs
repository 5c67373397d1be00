//! What a handler demands of who asks, as its arguments.

use accounts::Role;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::Actor;
use crate::fault::Fault;
use crate::language::Spoken;

/// Somebody signed in who may propose.
#[derive(Debug)]
pub(crate) struct Contributor(pub(crate) Actor);

/// Somebody signed in who may decide.
#[derive(Debug)]
pub(crate) struct Reviewer(pub(crate) Actor);

/// Somebody signed in who may decide who may do what.
#[derive(Debug)]
pub(crate) struct Owner(pub(crate) Actor);

macro_rules! demands {
    ($($name:ident),*) => {$(
        impl<S: Sync> FromRequestParts<S> for $name {
            type Rejection = Fault;

            async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Fault> {
                demand(Role::$name).map(Self)
            }
        }
    )*};
}

demands!(Contributor, Reviewer, Owner);

fn demand(role: Role) -> Result<Actor, Fault> {
    let visitor = Spoken::current().visitor;
    match visitor.actor() {
        Some(actor) if actor.may(role) => Ok(actor.clone()),
        Some(actor) => Err(Fault::role(actor.role, role)),
        None if visitor.has_accounts() => Err(Fault::sign_in()),
        None => Err(Fault::shows_only()),
    }
}
