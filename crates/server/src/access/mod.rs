//! Who asks, and what they may do.
//!
//! The outermost layer finds out who asks by the session cookie and hands a [`Visitor`] along with the language, so that
//! templates and work on other threads know it. A handler that writes names the role it needs as an argument:
//! [`Contributor`], [`Reviewer`] or [`Owner`]. A form that is posted comes as [`Posted`], which has checked that it was made
//! here for the one who sends it; [`Proof`] is the same for forms with files.
//!
//! Accounts are kept by the crate `accounts` in a file that the caller has opened; nothing here opens a file or reads a
//! clock. Without accounts everybody reads and nobody writes.

mod demand;
mod gate;
mod posted;
mod throttle;
mod visitor;

use std::net::IpAddr;

use accounts::Role;

pub(crate) use demand::{Contributor, Owner, Reviewer};
pub use gate::Access;
pub(crate) use gate::{Client, Gate};
pub(crate) use posted::{Posted, Proof};
pub(crate) use visitor::Visitor;

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account's name, an office such as "partnership officer".
    pub name: String,
    /// What it may do.
    pub role: Role,
}

/// The other end of the connection that a request came by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

impl Actor {
    /// Whether it may do what asks for this role.
    #[must_use]
    pub fn may(&self, role: Role) -> bool {
        self.role >= role
    }
}
