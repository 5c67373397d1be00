//! A count: the number, its written definition, what others stated, and the list with reasons.

use register::{Beside, Count, CountItem, Definition, Unit, Verdict};

use super::sayer::{Sayer, counted, heading};
use super::ties::by_name;
use crate::args::ListWhich;
use crate::table::{Cell, Table, pad, paragraph};

const LABEL: usize = 12;

/// Which items of a count to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listing {
    is_asked: bool,
    counted: bool,
    disputed: bool,
    out: bool,
}

impl Listing {
    /// What was asked for; by default what is counted and what is disputed.
    pub(crate) const fn of(which: Option<ListWhich>) -> Self {
        let (counted, disputed, out) = match which {
            None => (true, true, false),
            Some(ListWhich::In) => (true, false, false),
            Some(ListWhich::Disputed) => (false, true, false),
            Some(ListWhich::Out) => (false, false, true),
            Some(ListWhich::All) => (true, true, true),
        };
        Self { is_asked: which.is_some(), counted, disputed, out }
    }

    /// Whether an item is listed.
    pub(crate) const fn has(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::In => self.counted,
            Verdict::Disputed => self.disputed,
            Verdict::Out => self.out,
        }
    }
}

/// The definitions as a table.
pub(crate) fn definitions(all: &[Definition]) -> Table {
    let mut table = Table::new(["definition", "title", "what it counts"]);
    for definition in all {
        table.push([
            definition.id.as_str().into(),
            definition.title.as_str().into(),
            definition.description.as_str().into(),
        ]);
    }
    table
}

/// The text of a count.
pub(crate) fn count(sayer: Sayer<'_>, count: &Count, listing: Listing) -> String {
    use owo_colors::OwoColorize;
    let words = sayer.messages();
    let definition = &count.definition;
    let mut out = format!("{}\n", format!("{}: {}", definition.title, count.number).bold());
    let mut line = |label: &str, text: &str| out += &paragraph(&pad(label, LABEL), text, sayer.width);
    line("Definition", &format!("{} ({})", definition.description, definition.id));
    line(
        "Days",
        &format!("{}, by what sources had said by {}", words.day(count.as_of.true_on), words.day(count.as_of.known_on)),
    );
    line("Number", &number(count));
    out += &stated(sayer, count);
    for verdict in [Verdict::In, Verdict::Disputed, Verdict::Out] {
        if listing.has(verdict) {
            out += &list(sayer, count, verdict, listing);
        }
    }
    out
}

fn number(count: &Count) -> String {
    let (one, several) = match &count.definition.unit {
        Unit::Pairs => ("pair", "pairs"),
        Unit::Places { .. } => ("place", "places"),
    };
    let number = counted(usize::try_from(count.number).unwrap_or(usize::MAX), one, several);
    match count.items.iter().filter(|item| item.verdict == Verdict::Disputed).count() {
        0 => format!("{number}; none is disputed"),
        n_disputed => format!(
            "{number}; with the {} it would be {}",
            counted(n_disputed, "disputed tie", "disputed ties"),
            count.number_with_disputed,
        ),
    }
}

/// Stated numbers farther away than this are named only.
const NEAR_MONTHS: u32 = 24;

/// What others stated, the nearest in time first.
fn stated(sayer: Sayer<'_>, count: &Count) -> String {
    if count.stated.is_empty() {
        return String::new();
    }
    let mut out = heading("What others stated, the nearest in time first");
    let (near, far): (Vec<&Beside>, Vec<&Beside>) =
        count.stated.iter().partition(|beside| beside.months_apart <= NEAR_MONTHS);
    near.iter().for_each(|beside| out += &stated_in_full(sayer, beside));
    if !far.is_empty() {
        let words = sayer.messages();
        let named = |beside: &&Beside| {
            let when = words.when(&sayer.register.known(beside.claim).claim.held);
            format!("{} {} ({when})", bound(beside), beside.unit)
        };
        let all = far.iter().map(named).collect::<Vec<_>>().join("; ");
        out += &paragraph("  ", &format!("More than {NEAR_MONTHS} months away: {all}."), sayer.width);
    }
    out
}

fn stated_in_full(sayer: Sayer<'_>, beside: &Beside) -> String {
    let words = sayer.messages();
    let known = sayer.register.known(beside.claim);
    let source = &known.claim.evidence.source;
    let who = known.claim.speaker.as_ref().map_or_else(|| source.to_string(), |speaker| speaker.office.clone());
    let first = format!(
        "{} {}, {}: {who} ({source}, claim {})",
        bound(beside),
        beside.unit,
        words.when(&known.claim.held),
        known.name.short(),
    );
    let reasons =
        beside.reasons.iter().map(|reason| words.reason(sayer.register, reason)).collect::<Vec<_>>().join(" ");
    let difference = beside.difference.map_or_else(String::new, |number| format!("Difference {number:+}. "));
    paragraph("  ", &first, sayer.width) + &paragraph("    ", &format!("{difference}{reasons}"), sayer.width)
}

fn bound(beside: &Beside) -> String {
    let word = match beside.bound {
        model::Bound::Exactly => "",
        model::Bound::About => "about ",
        model::Bound::Over => "more than ",
    };
    format!("{word}{}", beside.number)
}

/// The ties of one verdict, those with the same reasons together; by name only where the reasons were not asked for.
fn list(sayer: Sayer<'_>, count: &Count, verdict: Verdict, listing: Listing) -> String {
    let title = match verdict {
        Verdict::In => "Counted",
        Verdict::Disputed => "Disputed",
        Verdict::Out => "Not counted",
    };
    let mut groups: Vec<(String, Vec<&CountItem>)> = Vec::new();
    let mut n_items = 0;
    for item in count.items.iter().filter(|item| item.verdict == verdict) {
        n_items += 1;
        let why = if verdict == Verdict::In && !listing.is_asked { String::new() } else { why(sayer, item) };
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, items)) => items.push(item),
            None => groups.push((why, vec![item])),
        }
    }
    let mut out = heading(&format!("{title}: {}", counted(n_items, "tie", "ties")));
    for (why, items) in groups {
        if !why.is_empty() {
            out += &paragraph("  ", &why, sayer.width);
        }
        let lead = if why.is_empty() { "  " } else { "    " };
        let mut ties: Vec<_> = items.iter().map(|item| item.tie).collect();
        by_name(sayer.register, &mut ties);
        for tie in ties {
            out += &paragraph(lead, &sayer.tie_name(tie), sayer.width);
        }
    }
    out
}

fn why(sayer: Sayer<'_>, item: &CountItem) -> String {
    let reasons = item.reasons.iter().map(|reason| sayer.messages().reason(sayer.register, reason));
    reasons.collect::<Vec<_>>().join(" ")
}

/// The list as a table, for CSV.
pub(crate) fn items_table(sayer: Sayer<'_>, counts: &[Count], listing: Listing) -> Table {
    let mut table = Table::new(["definition", "tie", "parties", "verdict", "reasons"]);
    let items = counts.iter().flat_map(|count| count.items.iter().map(move |item| (count, item)));
    for (count, item) in items.filter(|(_, item)| listing.has(item.verdict)) {
        let verdict = match item.verdict {
            Verdict::In => "in",
            Verdict::Disputed => "disputed",
            Verdict::Out => "out",
        };
        table.push([
            Cell::new(count.definition.id.as_str()),
            Cell::new(sayer.register.tie(item.tie).id().as_str()),
            Cell::new(sayer.tie_name(item.tie)),
            Cell::new(verdict),
            Cell::new(why(sayer, item)),
        ]);
    }
    table
}
