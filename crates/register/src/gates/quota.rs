//! Quotas: how many ties a party began lately, by the register.

use jiff::civil::Date;
use model::{PartialDate, PartyId, TieClass};

use super::ask::Ask;
use super::rule::{Quota, Rule};
use crate::axes::Permission;
use crate::fold::Register;
use crate::reason::{Arg, Reason};

/// What a quota says: what it asks for, why, and what is doubtful about that.
pub(super) fn weigh(
    register: &Register,
    rule: &Rule,
    quota: Quota,
    party: &PartyId,
    ask: &Ask,
) -> (Permission, Reason, Option<Reason>) {
    let since = years_before(ask.as_of.true_on, quota.years);
    let (n_sure, n_possible) = begun(register, party, since, ask);
    let reason = |key| {
        Reason::new(key)
            .with("rule", rule.title_arg())
            .with("party", Arg::Party(party.clone()))
            .number("most", quota.new_ties)
            .number("years", quota.years)
            .number("begun", n_sure)
            .with("since", Arg::Day(since))
    };
    let most = u64::from(quota.new_ties);
    if n_sure >= most {
        (rule.effect, reason("gate-quota-used"), None)
    } else if n_sure + n_possible >= most {
        let doubt = Reason::new("gate-doubt-quota").number("possible", n_possible);
        (rule.effect, reason("gate-quota-perhaps"), Some(doubt))
    } else {
        (Permission::Open, reason("gate-quota-free"), None)
    }
}

/// How many ties of a party surely began after `since` and up to the day, and how many more may have.
fn begun(register: &Register, party: &PartyId, since: Date, ask: &Ask) -> (u64, u64) {
    let (mut n_sure, mut n_possible) = (0, 0);
    let on = ask.as_of.true_on;
    for tie in register.party_key(party).map_or(&[][..], |key| register.party(key).ties()) {
        match register.beginning(*tie, ask.as_of) {
            Beginning::On(date) if date.latest() <= since || on < date.earliest() => {}
            Beginning::On(date) if since < date.earliest() && date.latest() <= on => n_sure += 1,
            Beginning::On(_) | Beginning::Unknown => n_possible += 1,
            Beginning::Informal => {}
        }
    }
    (n_sure, n_possible)
}

/// When a tie began, for a quota.
pub(crate) enum Beginning {
    /// On a date.
    On(PartialDate),
    /// Nobody says.
    Unknown,
    /// It has no form that a quota counts, or nothing was known of it.
    Informal,
}

impl Beginning {
    /// Whether a tie of this class counts as one begun.
    pub(crate) const fn counts(class: Option<TieClass>) -> bool {
        matches!(class, Some(TieClass::Full | TieClass::Friendship | TieClass::Project) | None)
    }
}

/// The same day so many years before; of a leap day, the last of February.
fn years_before(day: Date, years: u32) -> Date {
    let span = jiff::Span::new().years(i64::from(years.min(9_000)));
    day.saturating_sub(span)
}
