//! Who may write: accounts with a role, their passwords, sessions, one-time links and read-only tokens.
//!
//! They are kept in a SQLite file of their own beside the ledger, readable by its owner alone: a ledger is handed around and
//! published, and password hashes must not be. The clock is not read here, `now` is passed in; chance comes from the system.
//!
//! - An [account](Account) has the name of an office, such as "partnership officer", never a person's address. Names are
//!   compared in lower case, and one that was ended is not given again, since entries of the ledger name it.
//! - Passwords are kept as argon2id with a salt each ([`Work::STANDARD`]), computed off the threads that answer, two at once
//!   at most. An unknown name costs the same time as a known one.
//! - [Secrets](Secret) are 256 random bits, of which a hash is kept.
//! - There is always an owner once there was one: the last cannot be ended or lowered.
//!
//! # Example
//!
//! ```
//! use accounts::{Accounts, Purpose, Role, Work};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let now = "2026-05-01T12:00:00Z".parse()?;
//! let accounts = Accounts::open_in_memory(Work::LEAST).await?;
//! let link = accounts.make_link(&Purpose::First, now).await?;
//! let session = accounts.settle(&link, "Town Clerk", "four words in a row", now).await?;
//! let who = accounts.who(&session, now).await?.expect("signed in");
//! assert_eq!((who.name.as_str(), who.role), ("town clerk", Role::Owner));
//! assert!(accounts.sign_in("town clerk", "another password", now).await?.is_none());
//! # Ok(())
//! # }
//! ```

mod account;
mod error;
mod link;
mod open;
mod password;
mod role;
mod secret;
mod session;
#[cfg(test)]
mod tests;
mod token;

use jiff::Timestamp;
use sqlx::SqlitePool;

pub use account::{Account, fold};
pub use error::{Error, Refused, Result};
pub use link::{Link, Purpose};
pub use password::{LEAST_PASSWORD, Work};
pub use role::Role;
pub use secret::{Kind, Secret};
pub use session::{SESSION_DAYS, SignedIn};
pub use token::{MOST_TOKENS, Token};

use password::Hasher;

/// The file of accounts. Clones share their connections.
#[derive(Debug, Clone)]
pub struct Accounts {
    pool: SqlitePool,
    hasher: Hasher,
}

/// Seconds since 1970, as times are kept.
fn seconds(time: Timestamp) -> i64 {
    time.as_second()
}

/// A time as kept; one beyond the calendar is a damaged row, and shows as the calendar's end.
fn time(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
}
