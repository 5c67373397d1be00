//! The account of one pair as text.

use server::dto::{MatchPairDto, TermDto};
use server::messages::Messages;

use crate::table::{Cell, Table, pad, paragraph};

const LABEL: usize = 10;

/// For, against, rules, ties, what is missing, the runner-up, each criterion.
pub(super) fn full(pair: &MatchPairDto, width: Option<usize>) -> String {
    let mut out = short(pair, width);
    out += &terms(&pair.terms).render(width);
    out
}

/// The same without each criterion.
pub(super) fn short(pair: &MatchPairDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let mut out = String::new();
    let mut line = |key: &str, text: &str| {
        out += &paragraph(&format!("  {}", pad(&messages.text(key), LABEL)), text, width);
    };
    line("plan-label-worth", &worth(pair));
    pair.reasons_for.iter().for_each(|term| line("plan-label-for", &term.reason.text));
    pair.reasons_against.iter().for_each(|term| line("plan-label-against", &term.reason.text));
    pair.blocked.iter().for_each(|reason| line("plan-label-barred", &reason.text));
    if let Some(permission) = &pair.permission {
        let rules: Vec<&str> = pair.rules.iter().map(|rule| rule.text.as_str()).collect();
        line("plan-label-rules", &format!("{}. {}", permission.label, rules.join(" ")));
    }
    for tie in &pair.ties {
        line(
            "plan-label-tie",
            &format!("{}: {}, pulse {} ({})", tie.title, tie.standing.label, tie.pulse.label, tie.id),
        );
    }
    if !pair.missing.is_empty() {
        line("plan-label-missing", &titles(&pair.missing));
    }
    pair.runner_up.iter().for_each(|found| line("plan-label-else", &found.text));
    out
}

/// `0.512 (to New York 0.498, to Tula 0.520)`, the two only where they differ.
fn worth(pair: &MatchPairDto) -> String {
    let is_same = (pair.worth - pair.worth_left).abs() < 5e-4 && (pair.worth - pair.worth_right).abs() < 5e-4;
    if is_same {
        return format!("{:.3}", pair.worth);
    }
    let args = [
        ("worth", format!("{:.3}", pair.worth).into()),
        ("left", pair.left.name.clone().into()),
        ("right", pair.right.name.clone().into()),
        ("worth-left", format!("{:.3}", pair.worth_left).into()),
        ("worth-right", format!("{:.3}", pair.worth_right).into()),
    ];
    Messages::english().with("plan-worth", &args)
}

/// The titles of criteria.
pub(super) fn titles(terms: &[TermDto]) -> String {
    terms.iter().map(|term| term.title.as_str()).collect::<Vec<_>>().join(", ")
}

fn terms(terms: &[TermDto]) -> Table {
    let mut table = Table::new(["  criterion", "weight", "value", "adds", "because"]);
    for term in terms {
        let value = term.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
        table.push([
            Cell::new(format!("  {}", term.criterion)),
            Cell::new(term.weight.to_string()).right(),
            Cell::new(value).right(),
            Cell::new(format!("{:.3}", term.adds)).right(),
            Cell::new(term.reason.text.clone()),
        ]);
    }
    table
}
