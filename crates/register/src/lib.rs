//! The register: a fold of the ledger's entries into ties and their five axes.
//!
//! Nothing here is stored: standing, recognition, pulse, carrier health and permission are computed from dated claims for any
//! pair of days ([`AsOf`]). The whole can be thrown away and rebuilt; applying entries one by one gives the same register.
//! It does no I/O and knows no clock: entries, days and thresholds are passed in.
//!
//! ```
//! use register::{House, Register};
//! let register = Register::new(House::default());
//! assert_eq!(register.n_ties(), 0);
//! ```

mod as_of;
mod axes;
mod carrier;
mod changes;
mod count;
mod event;
mod events;
mod fold;
mod gates;
mod history;
mod house;
mod judge;
mod keys;
mod names;
mod party;
mod pulse;
mod reason;
mod report;
mod standing;
mod tie;
mod topics;
mod view;

pub use as_of::AsOf;
pub use axes::{CarrierHealth, Permission, Pulse, Standing};
pub use changes::{Change, Turn};
pub use count::{Beside, Count, CountItem, Definition, DefinitionError, Unit, UnknownRule, Verdict, Wording};

pub use fold::{Known, Register, Status};
pub use gates::{
    Ask, Body, Certainty, Citation, Counterpart, Doing, Existing, Fault, Finding, GateReport, Gates, GatesError,
    Looked, Quota, Reading, ReadingTranslation, Rule, Translation,
};
pub use history::{ByYear, History, Told};
pub use house::{House, HouseError};
pub use keys::{ClaimKey, PartyKey, TieKey};
pub use names::{Found, fold_name};
pub use party::Party;
pub use reason::{Arg, KEYS as REASON_KEYS, Reason};
pub use report::{CarrierReport, DirectionReport, PartyStanding, Recognition, TieReport, TimelineItem};

pub use standing::step as standing_step;
pub use tie::Tie;
pub use view::{SideState, TieState, View};
