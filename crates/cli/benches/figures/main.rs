//! The figures of DESIGN.md, measured: `cargo xtask bench` prints them, `docs/reference/performance.md` records them.
//!
//! Each figure is the median of several runs in one process on whatever machine this is; none is a test. Names of figures
//! can be given to run only those that contain them.

mod figure;
mod gazetteer;
mod ledger;
mod matching;
mod news;
mod reader;
mod register;
mod serve;

use figure::Report;

/// Ties and claims of the invented register that the large figures use.
const N_TIES: usize = 100_000;
const N_CLAIMS: usize = 1_000_000;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let mut report = Report::new(wanted);
    report.words("figure", "measured", "aim");
    if report.wants("ledger") || report.wants("register") {
        let bodies = testkit::synthetic(N_TIES, N_CLAIMS, 7);
        if report.wants("ledger") {
            ledger::measure(&mut report, &bodies);
        }
        if report.wants("register") {
            register::measure(&mut report, bodies);
        }
    }
    if report.wants("gazetteer") {
        gazetteer::measure(&mut report);
    }
    if report.wants("reader") {
        reader::measure(&mut report);
    }
    if report.wants("match") {
        matching::measure(&mut report);
    }
    if report.wants("serve") {
        serve::measure(&mut report);
    }
}
