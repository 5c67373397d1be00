//! Who may write: accounts with a role, their passwords, sessions, one-time links and read-only tokens.

mod role;
mod secret;

pub use role::Role;
pub use secret::{Kind, Secret};
