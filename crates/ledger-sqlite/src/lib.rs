//! The ledger in one SQLite file: the default backend.
//!
//! The laws it keeps are those of [`ledger::Ledger`]; everything but storage comes from there. The file is in WAL mode with
//! `synchronous=full`: a batch that was acknowledged survives a killed process and a power cut. Triggers in the file refuse
//! to change or remove an entry, whoever asks. What the entries mean is not known here.
//!
//! # Example
//!
//! ```
//! use ledger::{Head, Ledger};
//! use ledger_sqlite::SqliteLedger;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let ledger = SqliteLedger::open_in_memory().await?;
//! assert_eq!(ledger.head().await?, Head::START);
//! # Ok(())
//! # }
//! ```

mod append;
mod backup;
mod error;
mod open;
mod packed;
mod read;
#[cfg(test)]
mod tests;

use sqlx::SqlitePool;

pub use error::Error;

/// A ledger in a SQLite file. Clones share their connections; dropping the last closes the file.
#[derive(Debug, Clone)]
pub struct SqliteLedger {
    /// One connection, so that writers of this process stand in line here and not in the file.
    writer: SqlitePool,
    /// Several connections, which see the file as of their last look while another batch is being written.
    readers: SqlitePool,
    /// Whether it is kept; a ledger in memory lives in its only connection.
    is_file: bool,
}
