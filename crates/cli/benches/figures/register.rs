//! The fold, and views of a large register.

use ::ledger::canon;
use ::register::{AsOf, House, Register};
use jiff::Timestamp;
use jiff::civil::date;
use model::{Body, Entry, Seq};

use crate::figure::{Report, median, timed};

pub(crate) fn measure(report: &mut Report, bodies: Vec<Body>) {
    let n_entries = bodies.len();
    let encoded: Vec<canon::Canonical> = bodies.iter().map(canon::encode).collect();
    let entries: Vec<Entry> = (1u64..)
        .zip(bodies.into_iter().zip(&encoded))
        .map(|(seq, (body, canonical))| Entry {
            seq: Seq(seq),
            name: canonical.name,
            recorded_at: Timestamp::UNIX_EPOCH,
            body,
        })
        .collect();
    let fold = |entries: Vec<Entry>| {
        let mut register = Register::new(House::default());
        register.apply(entries);
        register
    };
    // Copied outside the measured time: the fold takes its entries.
    let mut times: Vec<_> = (0..3).map(|_| entries.clone()).map(|copy| timed(|| fold(copy)).0).collect();
    times.sort_unstable();
    report.rate("register: rebuild from decoded entries", n_entries, times[1], "claims", "≥ 1,000,000/s");
    drop(entries);
    let (took, register) = timed(|| {
        let decoded = encoded.iter().zip(1u64..).map(|(canonical, seq)| Entry {
            seq: Seq(seq),
            name: canonical.name,
            recorded_at: Timestamp::UNIX_EPOCH,
            body: canon::decode(&canonical.bytes).expect("decoded"),
        });
        let mut register = Register::new(House::default());
        register.apply(decoded);
        register
    });
    report.rate("register: rebuild from canonical bytes", n_entries, took, "claims", "≥ 1,000,000/s");
    drop(encoded);
    let size = format!("{} ties, {} claims", register.n_ties(), register.n_claims());
    report.words("register: size", &size, "");
    for (name, as_of) in [
        ("register: as-of view, today", AsOf::on(date(2026, 11, 1))),
        ("register: as-of view, 29 November 2020", AsOf::on(date(2020, 11, 29))),
        ("register: as-of view, 2000 as known in 2010", AsOf { true_on: date(2000, 1, 1), known_on: date(2010, 1, 1) }),
    ] {
        report.time(name, median(9, || register.view(as_of)), "< 50 ms");
    }
    let ties: Vec<_> = register.tie_keys().step_by(97).collect();
    let as_of = AsOf::on(date(2026, 11, 1));
    let reports = median(3, || ties.iter().map(|tie| register.report(*tie, as_of)).collect::<Vec<_>>());
    report.rate("register: report of one tie with reasons", ties.len(), reports, "reports", "");
    let names: Vec<String> = register.party_keys().step_by(13).map(|key| register.party(key).name.clone()).collect();
    let found = median(3, || names.iter().map(|name| register.find_parties(name, 10)).collect::<Vec<_>>());
    report.rate("register: find parties by whole name", names.len(), found, "searches", "");
}
