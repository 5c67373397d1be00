//! The steps of a run: brief, register, answer, and what was asked beside it.

use planning::matching::{Reach, RunnerUp, Task, World, gates_of, prepare};
use rayon::prelude::*;
use server::dto::{self, Answered, MatchDto, Shown};

use super::asked::{self, Named};

use super::write;
use crate::args::{Format, MatchArgs};
use crate::bundle;
use crate::exit::{Exit, Outcome};
use crate::open::Context;
use crate::{progress, render};

pub(crate) async fn run(args: &MatchArgs, cx: Context<'_>) -> Outcome {
    let Some(text) = &args.brief else { return list(cx) };
    let Named { mut brief, name } = asked::brief(text)?;
    asked::apply(&mut brief, args, cx.clock.today)?;
    let against: Outcome<Vec<_>> = args.against.iter().map(|text| asked::weighting(&brief, text)).collect();
    let against = against?;
    let plan = write::Plan::read(args, cx.out.format);
    let register = cx.read().await?;
    let units = bundle::units();
    let gate = gates_of(&register);
    let world = World { register: &register, units: &units, today: cx.clock.today, gate: &gate };
    let faulty = |error| asked::faulty(&name, &error);
    let task = prepare(brief, world).map_err(faulty)?;
    let found = task.solve().map_err(faulty)?;

    let mut shown = Shown { every_term: args.explain, ..Shown::default() };
    let is_report = plan.is_report();
    shown.fairness = args.fairness || is_report;
    shown.check = (args.check || is_report).then(|| task.check(&found));
    if let Some([one, other]) = args.why.as_deref() {
        let cell = asked::cell(&task, one, other)?;
        shown.why.push((cell, task.why_not(&found, cell)));
    }
    for text in &args.place {
        shown.candidates.push(asked::place(&task, text)?);
    }
    if args.runner_ups || is_report {
        shown.runner_ups = Some(runner_ups(&task, &found, cx));
    }
    if args.turns || is_report {
        shown.reaches = turns(&task, &found, cx);
    }
    for (name, weights) in against {
        let comparison = task.compare(&found, &weights).map_err(faulty)?;
        shown.comparisons.push((name, weights, comparison));
    }
    let answer = dto::matching(Answered { task: &task, plan: &found, units: &units }, &shown);
    write::write(&plan, &answer, args, cx)?;
    Ok(exit(&answer))
}

/// No pair at all, or a check that failed, is a no.
fn exit(answer: &MatchDto) -> Exit {
    let is_bad = answer.check.as_ref().is_some_and(|check| !check.is_good);
    if is_bad || answer.pairs.is_empty() { Exit::No } else { Exit::Done }
}

fn runner_ups(task: &Task<'_>, plan: &planning::matching::Plan, cx: Context<'_>) -> Vec<RunnerUp> {
    let bar = progress::bar(&cx.out, "runner-ups", plan.pairs.len() as u64);
    let found = plan.pairs.par_iter().map(|cell| {
        let found = task.runner_up(plan, *cell);
        bar.inc(1);
        found
    });
    let found = found.collect();
    bar.finish_and_clear();
    found
}

fn turns(task: &Task<'_>, plan: &planning::matching::Plan, cx: Context<'_>) -> Option<Vec<Reach>> {
    let bar = progress::bar(&cx.out, "turns", 1);
    let reaches = task.reaches(plan);
    bar.finish_and_clear();
    if reaches.is_none() {
        cx.out.say("where the answer turns is known for the objective `total` alone");
    }
    reaches
}

fn list(cx: Context<'_>) -> Outcome {
    let all = bundle::briefs();
    match cx.out.format {
        Format::Text => cx.out.data(&render::briefs(&all).render(cx.out.width()))?,
        Format::Json => cx.out.json(&all.iter().map(dto::brief_ref).collect::<Vec<_>>())?,
        Format::Csv => cx.out.data(&render::briefs(&all).to_csv())?,
    }
    Ok(Exit::Done)
}
