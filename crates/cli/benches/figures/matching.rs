//! The bundled briefs: laying out, solving, and what is asked beside it.

use ::register::Register;
use jiff::Timestamp;
use jiff::civil::date;
use ledger::canon;
use model::{Entry, Seq};
use planning::matching::{World, gates_of, prepare};

use crate::figure::{Report, median};

#[expect(dead_code, reason = "the command line uses more of it")]
#[path = "../../src/bundle.rs"]
mod bundle;

pub(crate) fn measure(report: &mut Report) {
    let entry = |(seq, body)| Entry {
        seq: Seq(seq),
        name: canon::encode(&body).name,
        recorded_at: Timestamp::UNIX_EPOCH,
        body,
    };
    let mut register = Register::new(bundle::house()).with_gates(bundle::gates());
    register.apply((1u64..).zip(bundle::read().bodies).map(entry).collect::<Vec<_>>());
    let units = bundle::units();
    let gate = gates_of(&register);
    let world = World { register: &register, units: &units, today: date(2026, 12, 1), gate: &gate };
    for brief in bundle::briefs() {
        let laid = || prepare(brief.clone(), world).expect("a good brief");
        let task = laid();
        let plan = task.solve().expect("an answer");
        let whole = || {
            let task = laid();
            let plan = task.solve().expect("an answer");
            (task.check(&plan), task.runner_ups(&plan), task.reaches(&plan))
        };
        let name = |step: &str| format!("match {}: {step}", brief.id);
        report.time(&name("prepare"), median(9, laid), "");
        report.time(&name("solve"), median(9, || task.solve()), "");
        report.time(&name("check"), median(9, || task.check(&plan)), "");
        report.time(&name("runner-ups"), median(5, || task.runner_ups(&plan)), "");
        report.time(&name("turns"), median(5, || task.reaches(&plan)), "");
        report.time(&name("whole"), median(5, whole), "< 1 s");
    }
}
