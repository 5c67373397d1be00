//! What was asked beside the pairs: why, candidates, another weighting, where the answer turns, how each side fares.

use server::dto::{
    BandDto, CandidatesDto, ChangeDto, ComparisonDto, FairnessDto, MatchDto, MatchPlaceDto, RatedDto, ReachDto,
    TurnDto, WhyDto,
};
use server::messages::Messages;

use super::super::sayer::heading;
use super::account;
use crate::table::{Cell, Table, pad, paragraph};

const LABEL: usize = 20;
/// More changed pairs than this are counted, not named.
const MOST_NAMED: usize = 4;

/// Why two places are paired or not.
pub(super) fn why(why: &WhyDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let mut out = heading(&format!("{} – {}", why.pair.left.name, why.pair.right.name));
    out += &paragraph("  ", &why.reason.text, width);
    if !why.is_chosen {
        for (place, has) in [(&why.pair.left, &why.left_has), (&why.pair.right, &why.right_has)] {
            let key = if has.is_empty() { "plan-has-none" } else { "plan-has" };
            let args = [("place", place.name.clone().into()), ("partners", names(has).into())];
            out += &paragraph("  ", &messages.with(key, &args), width);
        }
    }
    if let Some(change) = &why.change {
        out += &paragraph("  ", &changed(change), width);
    }
    out + &account::full(&why.pair, width)
}

fn names(places: &[MatchPlaceDto]) -> String {
    places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The candidates of a place, best first.
pub(super) fn candidates(of: &CandidatesDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let args = [("place", of.place.name.clone().into()), ("n", of.candidates.len().into())];
    let mut out = heading(&messages.with("plan-candidates", &args));
    for (number, pair) in (1..).zip(&of.candidates) {
        let other = if pair.left.id == of.place.id { &pair.right } else { &pair.left };
        out += &format!("{number}. {}\n", other.name);
        out += &account::short(pair, width);
    }
    out
}

/// Another weighting beside the brief's.
pub(super) fn comparison(answer: &MatchDto, of: &ComparisonDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let mut out = heading(&messages.with("plan-against", &[("name", of.name.clone().into())]));
    out += &weights_table(answer, of).render(width);
    out.push('\n');
    out += &paragraph("  ", &compared(answer, of), width);
    if !of.shifts.is_empty() {
        out.push('\n');
        out += &shifts_table(of).render(width);
    }
    out
}

/// What another weighting changes, in a sentence.
pub(super) fn compared(answer: &MatchDto, of: &ComparisonDto) -> String {
    let gains = |test: fn(f64) -> bool| of.shifts.iter().filter(|shift| test(shift.gain)).count();
    let args = [
        ("same", of.n_same.into()),
        ("pairs", answer.summary.n_pairs.into()),
        ("cost", format!("{:.3}", of.cost).into()),
        ("gain", gains(|gain| gain > 1e-9).into()),
        ("lose", gains(|gain| gain < -1e-9).into()),
    ];
    Messages::english().with("plan-compared", &args)
}

fn weights_table(answer: &MatchDto, of: &ComparisonDto) -> Table {
    let mut table = Table::new(["  criterion", "brief", "other"]);
    let weight = |list: &[server::dto::WeightDto], id: &str| {
        list.iter().find(|weight| weight.criterion == id).map_or(0.0, |weight| weight.weight)
    };
    let mut ids: Vec<&str> = answer.brief.weights.iter().map(|weight| weight.criterion.as_str()).collect();
    ids.extend(
        of.weights
            .iter()
            .map(|weight| weight.criterion.as_str())
            .filter(|id| answer.brief.weights.iter().all(|weight| weight.criterion != *id)),
    );
    for id in ids {
        let (own, other) = (weight(&answer.brief.weights, id), weight(&of.weights, id));
        table.push([
            Cell::new(format!("  {id}")),
            Cell::new(own.to_string()).right(),
            Cell::new(other.to_string()).right(),
        ]);
    }
    table
}

fn shifts_table(of: &ComparisonDto) -> Table {
    let mut table =
        Table::new(["  place", "partner by the brief", "by the other", "gain by the brief", "gain by the other"]);
    let list = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    for shift in &of.shifts {
        table.push([
            Cell::new(format!("  {}", shift.place.name)),
            Cell::new(list(&shift.before)),
            Cell::new(list(&shift.after)),
            Cell::new(format!("{:+.3}", shift.gain)).right(),
            Cell::new(format!("{:+.3}", shift.gain_by_other)).right(),
        ]);
    }
    table
}

/// Where the answer turns when one weight moves alone.
pub(super) fn turns(answer: &MatchDto, width: Option<usize>) -> String {
    let Some(reaches) = &answer.turns else { return String::new() };
    let mut out = heading(&Messages::english().text("plan-turns"));
    for reach in reaches.iter().filter(|reach| is_telling(reach)) {
        out += &paragraph("  ", &reach_sentence(reach), width);
    }
    out
}

/// Whether a criterion has a weight, or would turn the answer if it had.
pub(super) fn is_telling(reach: &ReachDto) -> bool {
    reach.weight > 0.0 || reach.above.is_some()
}

/// How far the answer stays when a weight moves, in a sentence.
pub(super) fn reach_sentence(reach: &ReachDto) -> String {
    let messages = Messages::english();
    let turn = |key: &str, turn: &TurnDto| {
        messages.with(key, &[("weight", short(turn.weight).into()), ("what", changed(&turn.change).into())])
    };
    let mut text = messages.with(
        if reach.below.is_none() && reach.above.is_none() { "plan-reach-all" } else { "plan-reach" },
        &[
            ("criterion", reach.title.clone().into()),
            ("weight", short(reach.weight).into()),
            ("limit", short(reach.limit).into()),
        ],
    );
    for (key, found) in [("plan-turn-below", &reach.below), ("plan-turn-above", &reach.above)] {
        if let Some(found) = found {
            text += " ";
            text += &turn(key, found);
        }
    }
    text
}

fn short(weight: f64) -> String {
    let text = format!("{weight:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What a change does, in words.
pub(super) fn changed(change: &ChangeDto) -> String {
    let list = |pairs: &[[String; 2]]| {
        let named = pairs.iter().take(MOST_NAMED).map(|[left, right]| format!("{left} – {right}"));
        let mut named: Vec<String> = named.collect();
        if pairs.len() > MOST_NAMED {
            named.push(format!("{} more", pairs.len() - MOST_NAMED));
        }
        if named.is_empty() { "–".to_owned() } else { named.join(", ") }
    };
    Messages::english()
        .with("plan-changed", &[("lost", list(&change.lost).into()), ("gained", list(&change.gained).into())])
}

/// How each side fares.
pub(super) fn fairness(answer: &MatchDto, width: Option<usize>) -> String {
    answer.fairness.iter().map(|side| fairness_of(side, width)).collect()
}

fn fairness_of(side: &FairnessDto, width: Option<usize>) -> String {
    let messages = Messages::english();
    let mut out = heading(&messages.text(if side.side == "left" { "plan-fair-left" } else { "plan-fair-right" }));
    for (key, text) in fairness_lines(side) {
        out += &paragraph(&format!("  {}", pad(&messages.text(key), LABEL)), &text, width);
    }
    out.push('\n');
    out + &bands_table(side).render(width)
}

/// How a side fares, line by line: the key of the label, the text.
pub(super) fn fairness_lines(side: &FairnessDto) -> Vec<(&'static str, String)> {
    let rated = |places: &[RatedDto]| {
        places.iter().map(|rated| format!("{} {:.3}", rated.place.name, rated.worth)).collect::<Vec<_>>().join(", ")
    };
    let mut lines = vec![("plan-fair-without", format!("{} of {}", side.n_without, side.n_places))];
    if let Some(spread) = &side.spread {
        let text = format!(
            "{:.3}; {:.3}; {:.3}; {:.3}; {:.3}",
            spread.least, spread.lower, spread.median, spread.upper, spread.greatest
        );
        lines.push(("plan-fair-spread", text));
        lines.push(("plan-fair-most", rated(&side.most)));
        lines.push(("plan-fair-least", rated(&side.least)));
    }
    if !side.wanted.is_empty() {
        let wanted = side.wanted.iter().map(|wanted| format!("{} {}", wanted.place.name, wanted.n));
        lines.push(("plan-fair-wanted", wanted.collect::<Vec<_>>().join(", ")));
    }
    lines
}

/// The places by size.
fn bands_table(side: &FairnessDto) -> Table {
    let mut table = Table::new(["  people", "places", "without partner", "of these barred"]);
    let number = |n: usize| Cell::new(n.to_string()).right();
    for band in &side.bands {
        let [n_places, n_without, n_barred] = [band.n_places, band.n_without, band.n_barred].map(number);
        table.push([Cell::new(format!("  {}", people(band))), n_places, n_without, n_barred]);
    }
    if side.n_unknown_size > 0 {
        let label = Cell::new(format!("  {}", Messages::english().text("not-known")));
        table.push([label, number(side.n_unknown_size), number(side.n_unknown_size_without), Cell::new("–").right()]);
    }
    table
}

/// `50 000 to 250 000`.
pub(super) fn people(band: &BandDto) -> String {
    match (band.from, band.below) {
        (0, Some(below)) => format!("below {}", grouped(below)),
        (from, Some(below)) => format!("{} to {}", grouped(from), grouped(below)),
        (from, None) => format!("{} and more", grouped(from)),
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
