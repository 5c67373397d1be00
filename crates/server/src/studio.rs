//! The match studio: a bundled brief, what an address changes in it, and the answer, for the page and the API alike.

use jiff::civil::Date;
use model::PartyId;
use planning::matching::{
    Brief, BriefError, CATALOGUE, Cell, Objective, Place, Plan, Side, Task, Weights, World, criteria, gates_of, prepare,
};
use register::AsOf;

use crate::dto::{Answered, MatchDto, Shown, matching};
use crate::fault::Fault;
use crate::language::Spoken;
use crate::query::as_of;
use crate::shared::Snapshot;

/// The most that a weight can be in an address.
const MOST_WEIGHT: f64 = 1000.0;

/// A brief with what an address changes in it.
#[derive(Debug, Clone)]
pub(crate) struct Studio {
    /// The brief as changed.
    pub(crate) brief: Brief,
    /// The days asked for.
    pub(crate) as_of: AsOf,
    /// The name of the weighting to set beside; empty for none.
    pub(crate) against: String,
    /// The pair asked about, as written.
    pub(crate) why: [String; 2],
    /// Whether runner-ups and turns are asked for.
    pub(crate) firm: bool,
    /// What was asked, to be kept in links.
    pub(crate) asked: Vec<(String, String)>,
}

impl Studio {
    /// Reads an address. Empty values, as forms send them, change nothing.
    pub(crate) fn read(snapshot: &Snapshot, id: &str, asked: &[(String, String)]) -> Result<Self, Fault> {
        let brief = snapshot.site.briefs.iter().find(|brief| brief.id == id);
        let mut brief = brief.ok_or_else(|| Fault::missing("problem-no-brief", id))?.clone();
        let value = |name: &str| asked.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim());
        let day = |date: Option<Date>, name: &str| match value(name) {
            "" => date.map_or_else(String::new, |date| date.to_string()),
            given => given.to_owned(),
        };
        let as_of = as_of(&day(brief.true_on, "true_on"), &day(brief.known_on, "known_on"), snapshot.today)?;
        (brief.true_on, brief.known_on) = (Some(as_of.true_on), Some(as_of.known_on));
        let mut studio = Self {
            brief,
            as_of,
            against: String::new(),
            why: Default::default(),
            firm: false,
            asked: asked.iter().filter(|(_, value)| !value.trim().is_empty()).cloned().collect(),
        };
        for (name, value) in asked {
            studio.take(name, value.trim())?;
        }
        if studio.brief.weights.both.iter().all(|weight| *weight == 0.0) {
            return Err(Fault::bad("problem-no-weight"));
        }
        Ok(studio)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Fault> {
        let is_on = || match value {
            "on" => Ok(true),
            "off" => Ok(false),
            _ => Err(Fault::bad("problem-value").with("name", name).with("found", value).with("allowed", "on, off")),
        };
        match name {
            _ if value.is_empty() => {}
            "true_on" | "known_on" => {}
            "objective" => self.brief.objective = objective(value, self.brief.objective)?,
            "first" => self.brief.existing.first = is_on()?,
            "gates" if !is_on()? => self.brief.gates = None,
            "gates" => {}
            "unknown" => self.brief.unknown = number(name, value, 1.0)?,
            "against" => self.against = self.weighting(value)?.0.clone(),
            "left" => value.clone_into(&mut self.why[0]),
            "right" => value.clone_into(&mut self.why[1]),
            "firm" => self.firm = is_on()?,
            _ => {
                let at = criteria::position(name).ok_or_else(|| Fault::bad("problem-query").with("found", name))?;
                self.weigh(at, number(name, value, MOST_WEIGHT)?);
            }
        }
        Ok(())
    }

    /// Sets a weight; a side that weighs the criterion in its own way keeps the proportion.
    fn weigh(&mut self, at: usize, weight: f64) {
        let weights = &mut self.brief.weights;
        let before = weights.both[at];
        if before == weight {
            return;
        }
        let scaled = |side: f64| if before > 0.0 { side / before * weight } else { weight };
        (weights.left[at], weights.right[at]) = (scaled(weights.left[at]), scaled(weights.right[at]));
        weights.both[at] = weight;
    }

    fn weighting(&self, name: &str) -> Result<&(String, Weights), Fault> {
        let names = || self.brief.weightings.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let found = self.brief.weightings.iter().find(|(known, _)| known == name);
        found.ok_or_else(|| {
            Fault::bad("problem-value").with("name", "against").with("found", name).with("allowed", names())
        })
    }

    /// The answer. Tens of milliseconds: call it off the threads that answer.
    pub(crate) fn answer<T>(
        &self,
        snapshot: &Snapshot,
        shape: impl FnOnce(Answered<'_>, &Shown) -> T,
    ) -> Result<T, Fault> {
        let gate = gates_of(&snapshot.register);
        let world =
            World { register: &snapshot.register, units: &snapshot.site.units, today: snapshot.today, gate: &gate };
        let task = prepare(self.brief.clone(), world).map_err(|error| wrong(&error))?;
        go_on()?;
        let plan = task.solve().map_err(|error| wrong(&error))?;
        go_on()?;
        let shown = self.shown(&task, &plan)?;
        Ok(shape(Answered { task: &task, plan: &plan, units: &snapshot.site.units }, &shown))
    }

    /// The answer with everything that the page shows.
    pub(crate) fn whole(&self, snapshot: &Snapshot) -> Result<MatchDto, Fault> {
        self.answer(snapshot, matching)
    }

    fn shown(&self, task: &Task<'_>, plan: &Plan) -> Result<Shown, Fault> {
        let mut shown = Shown { check: Some(task.check(plan)), fairness: true, ..Shown::default() };
        if self.firm {
            shown.runner_ups = Some(task.runner_ups(plan));
            go_on()?;
            shown.reaches = task.reaches(plan);
            go_on()?;
        }
        if !self.against.is_empty() {
            let (name, weights) = self.weighting(&self.against)?;
            let other = task.compare(plan, weights).map_err(|error| wrong(&error))?;
            shown.comparisons.push((name.clone(), weights.clone(), other));
        }
        if self.why.iter().all(|place| !place.is_empty()) {
            let cell = self.cell(task)?;
            shown.why.push((cell, task.why_not(plan, cell)));
        }
        Ok(shown)
    }

    /// The pair asked about; its places may be written in either order.
    fn cell(&self, task: &Task<'_>) -> Result<Cell, Fault> {
        let [one, other] = &self.why;
        let find = |side: Side, text: &str| find(task, side, text);
        let straight = || find(Side::Left, one).zip(find(Side::Right, other));
        let turned = || find(Side::Left, other).zip(find(Side::Right, one));
        straight().or_else(turned).ok_or_else(|| {
            let unknown = if find(Side::Left, one).or(find(Side::Right, one)).is_some() { other } else { one };
            Fault::bad("problem-not-in-brief").with("found", unknown)
        })
    }
}

/// A place of a side by its id, by its name in any letters, or by the beginning of a name.
fn find(task: &Task<'_>, side: Side, text: &str) -> Option<usize> {
    let folded = register::fold_name(text);
    let register = task.scene.register;
    let is_named = |id: &PartyId, name: &str| {
        let names = register.party_key(id).map(|key| register.party(key).names.as_slice()).unwrap_or_default();
        names.iter().map(String::as_str).chain([name]).any(|name| register::fold_name(name) == folded)
    };
    let places = task.places(side);
    let by_id = places.iter().position(|place| place.id.as_str() == text);
    by_id.or_else(|| places.iter().position(|place| is_named(&place.id, &place.name))).or_else(|| {
        // The beginning of a name, such as "Tula" of Tula Oblast, if only one has it.
        let begins = |place: &Place| register::fold_name(&place.name).starts_with(&folded);
        let mut found = places.iter().enumerate().filter(|(_, place)| begins(place)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none() && !folded.is_empty())
    })
}

fn objective(word: &str, before: Objective) -> Result<Objective, Fault> {
    match (word, before) {
        ("total", _) => Ok(Objective::Total),
        ("fair", _) => Ok(Objective::Fair),
        ("stable", Objective::Stable { .. }) | ("browse", Objective::Browse { .. }) => Ok(before),
        ("stable", _) => Ok(Objective::Stable { left_proposes: true }),
        ("browse", _) => Ok(Objective::Browse { k: 5 }),
        _ => Err({
            let allowed = "total, fair, stable, browse";
            Fault::bad("problem-value").with("name", "objective").with("found", word).with("allowed", allowed)
        }),
    }
}

fn number(name: &str, text: &str, most: f64) -> Result<f64, Fault> {
    let read = text.replace(',', ".").parse().ok().filter(|number| (0.0..=most).contains(number));
    read.ok_or_else(|| {
        Fault::bad("problem-value").with("name", name).with("found", text).with("allowed", format!("0–{most}"))
    })
}

/// Ends the work when nobody waits for it: the one who asked has cancelled, or gone.
fn go_on() -> Result<(), Fault> {
    if Spoken::current().is_gone() { Err(Fault::slow()) } else { Ok(()) }
}

/// What is wrong with a brief as changed.
fn wrong(error: &BriefError) -> Fault {
    Fault::bad("problem-brief").with("found", error.fault.to_string()).with("remedy", error.hint())
}

/// The criteria in order with the weight that a brief gives each.
pub(crate) fn weights(brief: &Brief) -> impl Iterator<Item = (&'static str, f64)> {
    CATALOGUE.iter().zip(&brief.weights.both).map(|(criterion, weight)| (criterion.id, *weight))
}
