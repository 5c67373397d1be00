//! The answer as text for a terminal: the question, the pairs, who goes without, and what was asked beside it.

use owo_colors::OwoColorize;
use planning::matching::Brief;
use server::dto::{BarredDto, CitedRuleDto, MatchDto, MatchPairDto, SideOfBriefDto, WithoutDto};
use server::messages::Messages;

use super::super::sayer::{counted, heading};
use super::{account, beside};
use crate::table::{Cell, Table, pad, paragraph};

const LABEL: usize = 12;
/// More names than this are counted, not named.
const MOST_NAMED: usize = 6;

/// The briefs as a table.
pub(crate) fn briefs(all: &[Brief]) -> Table {
    let mut table = Table::new(["brief", "title", "question"]);
    for brief in all {
        table.push([brief.id.as_str().into(), brief.title.as_str().into(), one_line(&brief.question).into()]);
    }
    table
}

/// The text of an answer; every account with `explains`.
pub(crate) fn plan(answer: &MatchDto, explains: bool, width: Option<usize>) -> String {
    let text = |key: &str| Messages::english().text(key);
    let mut out = head(answer, width);
    // Who asks about a pair or a place is answered on that.
    if answer.why.is_empty() && answer.candidates.is_empty() {
        if explains {
            for pair in &answer.pairs {
                out += &heading(&format!("{} – {}", pair.left.name, pair.right.name));
                out += &account::full(pair, width);
            }
        } else if !answer.pairs.is_empty() {
            out.push('\n');
            out += &table(answer).render(width);
        }
        out += &without(answer, width);
        out += &barred(answer, width);
        out += &left_out(answer, width);
    }
    out += &rules(answer, width);
    answer.why.iter().for_each(|why| out += &beside::why(why, width));
    answer.candidates.iter().for_each(|of| out += &beside::candidates(of, width));
    answer.comparisons.iter().for_each(|of| out += &beside::comparison(answer, of, width));
    out += &beside::turns(answer, width);
    out += &beside::fairness(answer, width);
    out +=
        &format!("\n{}", paragraph("", &format!("{} {}", text("plan-limit-proposal"), text("plan-not-advice")), width));
    out
}

fn head(answer: &MatchDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let brief = &answer.brief;
    let mut out = format!("{}\n", brief.brief.title.bold());
    let mut line = |key: &str, text: &str| out += &paragraph(&pad(&messages.text(key), LABEL), text, width);
    line("plan-label-question", &format!("{} ({})", one_line(&brief.brief.question), brief.brief.id));
    line("plan-label-days", &days(answer));
    line("plan-label-left", &side(&brief.left));
    line("plan-label-right", &side(&brief.right));
    line("plan-label-weights", &weights(answer));
    line("plan-label-answer", &numbers(answer));
    line("plan-label-aim", &brief.objective_text);
    let proof = answer.check.as_ref().map_or(&answer.summary.proof, |check| &check.text);
    line("plan-label-proof", proof);
    out
}

/// The days of an answer.
pub(super) fn days(answer: &MatchDto) -> String {
    let messages = Messages::english();
    let day = |text: &str| text.parse().map_or_else(|_| text.to_owned(), |day| messages.day(day));
    messages.with(
        "plan-days",
        &[("true", day(&answer.as_of.true_on).into()), ("known", day(&answer.as_of.known_on).into())],
    )
}

/// One side of the question: how many places, by which list.
pub(super) fn side(side: &SideOfBriefDto) -> String {
    let messages = Messages::english();
    let list = side.list.as_ref().map_or_else(|| messages.text("plan-own-places"), |list| list.title.clone());
    messages.with(
        "plan-side",
        &[("n", side.n_places.into()), ("list", list.into()), ("min", side.min.into()), ("max", side.max.into())],
    )
}

fn weights(answer: &MatchDto) -> String {
    let mut weights: Vec<_> = answer.brief.weights.iter().collect();
    weights.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    weights.iter().map(|weight| format!("{} {}", weight.criterion, weight.weight)).collect::<Vec<_>>().join(", ")
}

/// The answer in numbers.
pub(super) fn numbers(answer: &MatchDto) -> String {
    let (messages, summary) = (Messages::english(), &answer.summary);
    let Some((mean, worst)) = summary.mean.zip(summary.worst) else { return messages.text("plan-numbers-none") };
    let least = answer.pairs.iter().min_by(|one, other| one.worth.total_cmp(&other.worth));
    let least = least.map_or_else(String::new, |pair| format!("{} – {}", pair.left.name, pair.right.name));
    let args = [
        ("pairs", summary.n_pairs.into()),
        ("total", format!("{:.3}", summary.total).into()),
        ("mean", format!("{mean:.3}").into()),
        ("worst", format!("{worst:.3}").into()),
        ("least", least.into()),
        ("ties", summary.n_with_tie.into()),
    ];
    messages.with("plan-numbers", &args)
}

/// The pairs, one a line.
fn table(answer: &MatchDto) -> Table {
    let has_runner_ups = answer.pairs.iter().any(|pair| pair.runner_up.is_some());
    let has_gates = answer.brief.body.is_some();
    let mut header = vec!["place", "partner", "worth"];
    header.extend(has_gates.then_some("rules"));
    header.extend(has_runner_ups.then_some("else"));
    header.push("chiefly because");
    let mut table = Table::new(header);
    for pair in &answer.pairs {
        let mut row: Vec<Cell> = vec![
            pair.left.name.as_str().into(),
            pair.right.name.as_str().into(),
            Cell::new(format!("{:.3}", pair.worth)).right(),
        ];
        row.extend(has_gates.then(|| Cell::new(permission(pair))));
        row.extend(has_runner_ups.then(|| Cell::new(instead(pair))));
        row.push(pair.reasons_for.first().map_or("", |term| term.reason.text.as_str()).into());
        table.push(row);
    }
    table
}

fn permission(pair: &MatchPairDto) -> String {
    pair.permission.as_ref().map(|word| word.label.clone()).unwrap_or_default()
}

/// Whom the left would have instead, and what that would cost.
fn instead(pair: &MatchPairDto) -> String {
    let Some(found) = &pair.runner_up else { return String::new() };
    let Some(change) = &found.change else { return "–".to_owned() };
    let names: Vec<&str> = found.instead.iter().map(|place| place.name.as_str()).collect();
    let names = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    // Where ties come first, the total may rise without the pair.
    let sign = if change.cost < 0.0 { "+" } else { "−" };
    format!("{names} ({sign}{:.3})", change.cost.abs())
}

/// The places without a partner: those that nobody may be given to each with its rules, the others by name.
fn without(answer: &MatchDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let mut out = String::new();
    for (side, key) in [("left", "plan-without-left"), ("right", "plan-without-right")] {
        let places: Vec<&WithoutDto> = answer.without.iter().filter(|without| without.side == side).collect();
        if places.is_empty() {
            continue;
        }
        out += &heading(&messages.with(key, &[("n", places.len().into())]));
        let (barred, free): (Vec<&WithoutDto>, Vec<&WithoutDto>) =
            places.into_iter().partition(|place| place.is_barred);
        for place in &barred {
            out += &paragraph("  ", &format!("{}: {}", place.place.name, reasons(place)), width);
        }
        if side == "left" && free.len() <= MOST_NAMED {
            free.iter()
                .for_each(|place| out += &paragraph("  ", &format!("{}: {}", place.place.name, reasons(place)), width));
        } else if !free.is_empty() {
            let names: Vec<&str> = free.iter().map(|place| place.place.name.as_str()).collect();
            out += &paragraph("  ", &format!("{}.", names.join(", ")), width);
        }
    }
    out
}

/// Why a place has no partner.
pub(super) fn reasons(without: &WithoutDto) -> String {
    without.reasons.iter().map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The pairs that are barred although their places have others.
fn barred(answer: &MatchDto, width: Option<usize>) -> String {
    let groups: Vec<&BarredDto> = answer.barred.iter().filter(|group| !is_told_elsewhere(answer, group)).collect();
    if groups.is_empty() {
        return String::new();
    }
    let n_pairs: usize = groups.iter().map(|group| group.right.len()).sum();
    let mut out = heading(&Messages::english().with("plan-barred", &[("n", n_pairs.into())]));
    for group in groups {
        let reasons: Vec<&str> = group.reasons.iter().map(|reason| reason.text.as_str()).collect();
        let line = format!("{} – {}: {}", group.left.name, names(&group.right), reasons.join(" "));
        out += &paragraph("  ", &line, width);
    }
    out
}

/// Whether all these pairs are barred because one of the two can be given to nobody, which is told of that place.
pub(super) fn is_told_elsewhere(answer: &MatchDto, group: &BarredDto) -> bool {
    let is_barred = |id: &str| answer.without.iter().any(|without| without.is_barred && without.place.id == id);
    is_barred(&group.left.id) || group.right.iter().all(|place| is_barred(&place.id))
}

/// Names, or how many where there are too many.
pub(super) fn names(places: &[server::dto::MatchPlaceDto]) -> String {
    if places.len() > MOST_NAMED {
        return counted(places.len(), "place", "places");
    }
    places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The rules cited.
fn rules(answer: &MatchDto, width: Option<usize>) -> String {
    if answer.rules.is_empty() {
        return String::new();
    }
    let lines = answer.rules.iter().map(|cited| paragraph("  ", &rule(cited), width));
    heading(&Messages::english().text("plan-report-rules")) + &lines.collect::<String>()
}

/// A rule: what it is called, since when, its words, where it is written.
pub(super) fn rule(cited: &CitedRuleDto) -> String {
    let quote = cited.quote.as_ref().map(|quote| format!(" “{quote}”")).unwrap_or_default();
    let date = cited.source.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let url = cited.source.url.as_ref().map(|url| format!(", {url}")).unwrap_or_default();
    format!("{} ({}; {}).{quote} {}{date}{url}", cited.title, cited.in_force, cited.rule, cited.source.title)
}

fn left_out(answer: &MatchDto, width: Option<usize>) -> String {
    if answer.left_out.is_empty() {
        return String::new();
    }
    let messages = Messages::english();
    let mut out = heading(&messages.with("plan-left-out", &[("n", answer.left_out.len().into())]));
    for left in &answer.left_out {
        let renewed = left.renewed.as_deref().unwrap_or_default();
        let day = renewed.parse().map_or_else(|_| renewed.to_owned(), |day| messages.day(day));
        let line =
            messages.with("plan-left-out-place", &[("place", left.place.name.clone().into()), ("day", day.into())]);
        out += &paragraph("  ", &line, width);
    }
    out
}

/// A text of several lines as one.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
