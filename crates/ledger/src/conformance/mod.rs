//! The laws every backend must keep, as functions to run on any of them, and what they need: a [`Place`] to open a ledger
//! in, bodies made by chance from a fixed seed ([`strategy`]), one example of each kind ([`example`]) and a ledger in
//! memory ([`MemoryLedger`]) that the laws themselves are tried on.
//!
//! A backend makes one test of each law with [`conformance_tests!`](crate::conformance_tests).

pub mod example;
mod laws;
mod memory;
pub mod strategy;

use std::future::Future;

pub use laws::*;
pub use memory::MemoryLedger;

use crate::Ledger;

/// Where a ledger lives, empty at first. Each law gets its own.
pub trait Place: Send + Sync {
    /// The backend.
    type Ledger: Ledger + 'static;

    /// Opens the ledger. Opening it again, while another is open or after, gives the same entries.
    fn open(&self) -> impl Future<Output = Self::Ledger> + Send;
}

/// Makes one test of each law. The argument is an expression that makes a fresh [`Place`](crate::conformance::Place); the
/// crate needs `tokio` with `macros` and `rt-multi-thread`.
#[macro_export]
macro_rules! conformance_tests {
    ($place:expr) => {
        $crate::conformance_tests! { @each $place;
            an_empty_ledger_has_nothing
            an_empty_batch_changes_nothing
            what_is_appended_is_read_back
            importing_twice_adds_nothing
            lines_notes_and_makers_do_not_rename
            order_is_kept
            pages_meet
            the_chain_is_sound_and_goes_on_after_reopening
            names_are_found_by_their_beginning
            concurrent_appenders_lose_nothing
            an_abandoned_batch_is_all_or_nothing
            times_are_kept_to_the_microsecond
            a_big_batch_is_kept
            a_cut_ledger_misses_its_head
        }
    };
    (@each $place:expr; $($law:ident)+) => {
        $(
            #[::tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $law() {
                $crate::conformance::$law(&$place).await;
            }
        )+
    };
}
