//! From arguments to a brief: which one, with which day, objective and weights; and the places that names mean.

use camino::Utf8Path;
use jiff::civil::Date;
use planning::matching::criteria::{self, CATALOGUE};
use planning::matching::{Brief, BriefError, Objective, Side, Task, Weights};
use register::fold_name;

use crate::args::{MatchArgs, ObjectiveArg};
use crate::bundle;
use crate::clock::DayArg;
use crate::exit::{Failure, Outcome};
use crate::open::read_text;

/// The greatest weight, as in briefs.
const MOST: f64 = 1000.0;
/// More bearers of a name are not looked at.
const MOST_FOUND: usize = 200;

/// A brief and what it is called in error messages: its file, or its id.
pub(super) struct Named {
    pub brief: Brief,
    pub name: String,
}

/// What is wrong with a brief, in the words of an error.
pub(super) fn faulty(name: &str, error: &BriefError) -> Failure {
    Failure::wrong(format!("{name}: {error}"), error.hint())
}

/// The brief by its id among the bundled ones, or by its path.
pub(super) fn brief(text: &str) -> Outcome<Named> {
    let all = bundle::briefs();
    if let Some(found) = all.iter().find(|brief| brief.id == text) {
        return Ok(Named { brief: found.clone(), name: text.to_owned() });
    }
    let path = Utf8Path::new(text);
    let is_file = path.extension().is_some() || path.exists() || text.contains(['/', '\\']);
    if !is_file {
        let ids: Vec<&str> = all.iter().map(|brief| brief.id.as_str()).collect();
        let hint = format!("there are: {}; or name a file, such as ours.toml", ids.join(", "));
        return Err(Failure::wrong(format!("no brief is called `{text}`"), hint));
    }
    let parsed = Brief::parse(&read_text(path).map_err(|failure| failure.while_doing(format_args!("read {path}")))?);
    Ok(Named { brief: parsed.map_err(|error| faulty(text, &error))?, name: text.to_owned() })
}

/// Puts what the arguments say in place of what the brief says.
pub(super) fn apply(brief: &mut Brief, args: &MatchArgs, today: Date) -> Outcome<()> {
    let day = |asked: DayArg| match asked {
        DayArg::On(day) => day,
        DayArg::Today => today,
    };
    brief.true_on = args.on.map(day).or(brief.true_on);
    brief.known_on = args.known_on.map(day).or(brief.known_on);
    brief.objective = match (args.objective, brief.objective) {
        (None, own) => own,
        (Some(ObjectiveArg::Total), _) => Objective::Total,
        (Some(ObjectiveArg::Fair), _) => Objective::Fair,
        (Some(ObjectiveArg::Stable), own @ Objective::Stable { .. }) => own,
        (Some(ObjectiveArg::Stable), _) => Objective::Stable { left_proposes: true },
        (Some(ObjectiveArg::Browse), own @ Objective::Browse { .. }) => own,
        (Some(ObjectiveArg::Browse), _) => Objective::Browse { k: brief.candidates },
    };
    for text in &args.weight {
        let (criterion, weight) = weight(text)?;
        brief.weights = brief.weights.with(criterion, weight);
    }
    if brief.weights.both.iter().all(|weight| *weight == 0.0) {
        return Err(Failure::wrong("no criterion has a weight above 0", "leave one of the --weight out"));
    }
    Ok(())
}

/// `distance=3`.
fn weight(text: &str) -> Outcome<(usize, f64)> {
    let Some((name, number)) = text.split_once('=') else {
        return Err(Failure::wrong(format!("`{text}` is not a weight"), "write it as in --weight distance=3"));
    };
    let Some(criterion) = criteria::position(name.trim()) else {
        let all: Vec<&str> = CATALOGUE.iter().map(|criterion| criterion.id).collect();
        return Err(Failure::wrong(
            format!("`{}` is not a criterion", name.trim()),
            format!("use one of: {}", all.join(", ")),
        ));
    };
    match number.trim().parse::<f64>() {
        Ok(number) if (0.0..=MOST).contains(&number) => Ok((criterion, number)),
        _ => {
            Err(Failure::wrong(format!("the weight of {name} is `{}`", number.trim()), "give a number from 0 to 1000"))
        }
    }
}

/// Another weighting: one that the brief names, or the weights of another brief.
pub(super) fn weighting(own: &Brief, text: &str) -> Outcome<(String, Weights)> {
    if let Some(found) = own.weightings.iter().find(|(name, _)| name == text) {
        return Ok(found.clone());
    }
    let names: Vec<&str> = own.weightings.iter().map(|(name, _)| name.as_str()).collect();
    let known = if names.is_empty() { "the brief names none".to_owned() } else { names.join(", ") };
    match brief(text) {
        Ok(other) => Ok((text.to_owned(), other.brief.weights)),
        Err(failure) if failure.message.starts_with("no brief is called") => Err(Failure::wrong(
            format!("no weighting is called `{text}`"),
            format!("there are: {known}; or name another brief or its file, whose weights are then taken"),
        )),
        Err(failure) => Err(failure),
    }
}

/// A place of a task by its id or by a name, as the brief or the register writes it; else the place that it lies in.
pub(super) fn place(task: &Task<'_>, text: &str) -> Outcome<(Side, usize)> {
    let mut found = places(task, text);
    if found.is_empty() {
        found = around(task, text);
    }
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Failure::wrong(
            format!("“{text}” is on neither side of this brief"),
            "`--format json` lists every place with its id",
        )),
        several => {
            let line = |(side, at): &(Side, usize)| {
                let place = &task.places(*side)[*at];
                format!("  {}  {} ({} side)", place.id, place.name, side.word())
            };
            let lines: Vec<String> = several.iter().map(line).collect();
            Err(Failure::wrong(
                format!("“{text}” may mean several places:\n{}", lines.join("\n")),
                "name one by its id",
            ))
        }
    }
}

fn places(task: &Task<'_>, text: &str) -> Vec<(Side, usize)> {
    let (wanted, register) = (fold_name(text), task.scene.register);
    let id = text.trim().to_ascii_lowercase();
    let sides = || [Side::Left, Side::Right].into_iter();
    let all = || sides().flat_map(|side| (0..task.places(side).len()).map(move |at| (side, at)));
    let by_id: Vec<_> = all().filter(|(side, at)| task.places(*side)[*at].id.as_str() == id).collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let is_named = |(side, at): &(Side, usize)| {
        let place = &task.places(*side)[*at];
        let party = register.party_key(&place.id).map(|key| register.party(key));
        let mut names = party.iter().flat_map(|party| &party.names);
        fold_name(&place.name) == wanted || names.any(|name| fold_name(name) == wanted)
    };
    all().filter(is_named).collect()
}

/// The places of a task in which the parties of this name lie.
fn around(task: &Task<'_>, text: &str) -> Vec<(Side, usize)> {
    let register = task.scene.register;
    let mut found = Vec::new();
    for named in register.find_parties(text, MOST_FOUND).into_iter().filter(|named| named.is_whole) {
        let unit = register.party(named.party).id().unit();
        found.extend(places(task, unit).into_iter().filter(|place| !found.contains(place)).collect::<Vec<_>>());
    }
    found
}

/// The pair that two texts mean, whichever is named first. What one of them leaves open, a tie between them may settle.
pub(super) fn cell(task: &Task<'_>, one: &str, other: &str) -> Outcome<(usize, usize)> {
    let (one, other) = match crate::resolve::tie_between(task.scene.register, &[one.to_owned(), other.to_owned()]) {
        Ok(found) if places(task, one).is_empty() || places(task, other).is_empty() => {
            let register = task.scene.register;
            let units = register.tie(found.tie).parties().iter().map(|party| register.party(*party).id().unit());
            let units: Vec<&str> = units.collect();
            (place(task, units[0])?, place(task, units[1])?)
        }
        _ => (place(task, one)?, place(task, other)?),
    };
    match (one, other) {
        ((Side::Left, left), (Side::Right, right)) | ((Side::Right, right), (Side::Left, left)) => Ok((left, right)),
        ((side, _), _) => Err(Failure::wrong(
            format!("both places are on the {} side of this brief", side.word()),
            "name one of each side",
        )),
    }
}
