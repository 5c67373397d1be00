//! Answers the bundled briefs and prints a digest to be read critically by somebody who knows the field.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::canon;
use model::{Entry, Seq};
use planning::matching::{Brief, Plan, Side, Task, UnitList, World, gates_of, prepare};
use register::Register;
use server::messages::Messages;

#[expect(dead_code, reason = "the command line uses more of it")]
#[path = "../../crates/cli/src/bundle.rs"]
mod bundle;

/// Answers the bundled briefs: pairs with their weightiest reasons, check, and how long each step took.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only these briefs.
    briefs: Vec<String>,
    /// The day to take for today.
    #[arg(long, default_value = "2026-12-01")]
    today: Date,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let register = register();
    let units = bundle::units();
    let briefs = bundle::briefs();
    let is_wanted = |brief: &&Brief| args.briefs.is_empty() || args.briefs.contains(&brief.id);
    for brief in briefs.iter().filter(is_wanted) {
        digest(brief, &register, &units, args.today)?;
    }
    Ok(())
}

/// The bundled register.
fn register() -> Register {
    let entry = |(seq, body)| Entry {
        seq: Seq(seq),
        name: canon::encode(&body).name,
        recorded_at: Timestamp::UNIX_EPOCH,
        body,
    };
    let mut register = Register::new(bundle::house()).with_gates(bundle::gates());
    register.apply((1u64..).zip(bundle::read().bodies).map(entry).collect::<Vec<_>>());
    register
}

fn digest(brief: &Brief, register: &Register, units: &[UnitList], today: Date) -> Result<()> {
    let gate = gates_of(register);
    let world = World { register, units, today, gate: &gate };
    let (preparing, task) = timed(|| prepare(brief.clone(), world));
    let task = task?;
    let (solving, plan) = timed(|| task.solve());
    let plan = plan?;
    let (checking, check) = timed(|| task.check(&plan));
    let (runners, runner_ups) = timed(|| task.runner_ups(&plan));
    let (turning, reaches) = timed(|| task.reaches(&plan));
    println!("# {} ({})\n", brief.title, brief.id);
    let n_with_tie = plan.pairs.iter().filter(|cell| task.has_tie(**cell)).count();
    println!(
        "{} pairs, total {:.3}, worst {:.3}, {n_with_tie} with a tie already, {} blocking, check {}",
        plan.pairs.len(),
        plan.total,
        plan.worst.unwrap_or(0.0),
        check.n_blocking,
        if check.is_good() { "good" } else { "BAD" },
    );
    let n_turns = reaches.iter().flatten().filter(|reach| reach.below.is_some() || reach.above.is_some()).count();
    let whole = preparing + solving + checking + runners + turning;
    let steps = [preparing, solving, checking, runners, turning, whole].map(|took| took.as_secs_f64() * 1e3);
    println!(
        "prepare {:.1} ms, solve {:.1} ms, check {:.1} ms, {} runner-ups {:.1} ms, turns of {n_turns} weights {:.1} ms; \
         whole {:.1} ms\n",
        steps[0],
        steps[1],
        steps[2],
        runner_ups.len(),
        steps[3],
        steps[4],
        steps[5],
    );
    pairs(&task, &plan);
    without(&task, &plan);
    ensure!(check.is_good(), "the check of {} failed: {}", brief.id, check.faults.join("; "));
    Ok(())
}

/// The pairs, the worst first: those are where something to laugh at hides.
fn pairs(task: &Task<'_>, plan: &Plan) {
    let mut accounts: Vec<_> = plan.pairs.iter().map(|cell| task.account(*cell, &task.brief.weights)).collect();
    accounts.sort_by(|one, other| one.worth.both.total_cmp(&other.worth.both).then(one.cell.cmp(&other.cell)));
    for account in accounts {
        let [left, right] = [&task.scene.left[account.cell.0], &task.scene.right[account.cell.1]];
        println!("{:.3}  {} – {}", account.worth.both, left.name, right.name);
        let say = |reason| Messages::english().reason(task.scene.register, reason);
        account.reasons_for(3).iter().for_each(|term| println!("       + {}", say(&term.reason)));
        account.reasons_against(2).iter().for_each(|term| println!("       - {}", say(&term.reason)));
    }
}

fn without(task: &Task<'_>, plan: &Plan) {
    for side in [Side::Left, Side::Right] {
        let is_free = |at: &usize| task.partners_of(plan, side, *at).next().is_none();
        let free = (0..task.places(side).len()).filter(is_free).map(|at| {
            let mark = if task.is_barred(side, at) { " (barred)" } else { "" };
            format!("{}{mark}", task.places(side)[at].name)
        });
        println!("\nwithout, {}: {}", side.word(), free.collect::<Vec<_>>().join(", "));
    }
    println!();
}

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = run();
    (start.elapsed(), value)
}
