//! Ties as a table.

use register::{Register, TieKey, fold_name};
use server::messages::Messages;

use super::sayer::{NOT_KNOWN, Sayer, pulse_style, standing_style};
use crate::table::{Cell, Table};

/// Puts ties in the order of their names, then of their ids.
pub(crate) fn by_name(register: &Register, ties: &mut [TieKey]) {
    ties.sort_by_cached_key(|key| {
        let id = register.tie(*key).id();
        (fold_name(&Messages::english().tie_name(register, id)), id.clone())
    });
}

/// A row per tie: parties, class, standing, pulse, since, last contact.
pub(crate) fn ties_table(sayer: Sayer<'_>, ties: &[TieKey]) -> Table {
    let mut table = Table::new(["parties", "class", "standing", "pulse", "since", "last contact"]);
    for tie in ties {
        let report = sayer.register.report(*tie, sayer.as_of);
        let since = report.since.map_or_else(|| NOT_KNOWN.to_owned(), |(date, _)| sayer.short_date(&date));
        let pulse = report.state.pulse;
        table.push([
            sayer.tie_name(*tie).into(),
            sayer.class(&report).into(),
            Cell::new(sayer.standing(*tie, &report.state)).styled(standing_style(report.state.standing)),
            Cell::new(sayer.messages().word("pulse", pulse.word())).styled(pulse_style(pulse)),
            since.into(),
            sayer.last_contact(&report).into(),
        ]);
    }
    table
}
