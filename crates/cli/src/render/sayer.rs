//! What every text is made with: names, words, days and looks.

use model::{PartialDate, Precision, Qualifier};
use owo_colors::Style;
use register::{AsOf, Found, PartyKey, Pulse, Register, Standing, TieKey, TieReport, TieState};
use server::messages::Messages;

/// What stands where nobody says.
pub(super) const NOT_KNOWN: &str = "not known";

/// Enough of a name's bearers to see whether it has another.
const MOST_SAME: usize = 8;

/// What every text is made with.
#[derive(Clone, Copy)]
pub(crate) struct Sayer<'a> {
    /// What is known.
    pub register: &'a Register,
    /// The days asked for.
    pub as_of: AsOf,
    /// The width of the terminal; `None` when there is none.
    pub width: Option<usize>,
}

impl<'a> Sayer<'a> {
    pub(crate) fn messages(self) -> &'static Messages {
        Messages::english()
    }

    /// The name of a tie: its parties' names, each told from others of the same name by where it lies.
    pub(crate) fn tie_name(self, tie: TieKey) -> String {
        let parties = self.register.tie(tie).parties();
        let names: Vec<String> = parties.iter().map(|party| self.party_name(*party)).collect();
        names.join(" – ")
    }

    /// `Tula`; `Portland, Oregon` where another party is called so too.
    fn party_name(self, key: PartyKey) -> String {
        let name = &self.register.party(key).name;
        let is_same = |found: &Found| found.party != key && self.register.party(found.party).name == *name;
        if self.register.find_parties(name, MOST_SAME).iter().any(is_same) {
            crate::resolve::within(self.register, key)
        } else {
            name.clone()
        }
    }

    /// `as it stood on 29 November 2020, by what sources had said by 1 December 2020`.
    pub(crate) fn days(self) -> String {
        let day = |day| self.messages().day(day);
        format!("as it stood on {}, by what sources had said by {}", day(self.as_of.true_on), day(self.as_of.known_on))
    }

    /// The standing of a tie in a table: one word, or a word per side, the gravest first.
    pub(crate) fn standing(self, tie: TieKey, state: &TieState) -> String {
        let word = |standing: Standing| self.messages().word("standing", standing.word());
        let mut sides: Vec<(Standing, &str)> = Vec::new();
        for (party, side) in self.register.tie(tie).parties().iter().zip(&state.sides) {
            sides.push((side.standing, &self.register.party(*party).name));
        }
        sides.sort_by_key(|(standing, _)| std::cmp::Reverse(*standing));
        if sides.iter().all(|(standing, _)| *standing == state.standing) {
            return word(state.standing);
        }
        let said: Vec<String> = sides.iter().map(|(standing, name)| format!("{} ({name})", word(*standing))).collect();
        said.join("; ")
    }

    /// The class and the word of the document, such as `full partnership (sister city)`.
    pub(crate) fn class(self, report: &TieReport) -> String {
        let class =
            report.class.map_or_else(|| NOT_KNOWN.to_owned(), |class| self.messages().word("class", class.word()));
        if report.word.is_empty() { class } else { format!("{class} ({})", report.word) }
    }

    /// The last contact that shows life or correspondence, as the source dates it.
    pub(crate) fn last_contact(self, report: &TieReport) -> String {
        let last = self.register.last_contact(&report.state);
        last.map_or_else(|| NOT_KNOWN.to_owned(), |date| self.short_date(&date))
    }

    /// A date in a table: its digits, or words where digits would need explaining, such as `2023-21` for spring.
    pub(crate) fn short_date(self, date: &PartialDate) -> String {
        let is_plain = date.qualifier() == Qualifier::Plain;
        match date.precision() {
            Precision::Year | Precision::Month | Precision::Day if is_plain => date.to_string(),
            _ => self.messages().date(date),
        }
    }
}

/// A heading within a text.
pub(crate) fn heading(text: &str) -> String {
    use owo_colors::OwoColorize;
    format!("\n{}\n", text.style(Style::new().bold()))
}

/// How a standing looks; the word says the same.
pub(super) fn standing_style(standing: Standing) -> Style {
    match standing {
        Standing::InForce => Style::new().green(),
        Standing::Suspended | Standing::Contested | Standing::Expired => Style::new().yellow(),
        Standing::Ended | Standing::Superseded => Style::new().red(),
        Standing::None | Standing::Unknown | Standing::Contact | Standing::Intent | Standing::InApproval => {
            Style::new()
        }
    }
}

/// How a pulse looks; the word says the same.
pub(super) fn pulse_style(pulse: Pulse) -> Style {
    match pulse {
        Pulse::Alive => Style::new().green(),
        Pulse::TickingOver | Pulse::Quiet => Style::new().yellow(),
        Pulse::Dormant | Pulse::NoCarrier => Style::new().red(),
        Pulse::Unknown => Style::new(),
    }
}

/// A number and its noun, such as `1 tie` and `2 ties`.
pub(crate) fn counted(number: usize, one: &str, several: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {several}") }
}
