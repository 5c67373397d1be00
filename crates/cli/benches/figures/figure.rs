//! A figure: what was measured, beside its aim.

use std::time::{Duration, Instant};

/// Prints figures as they come.
pub(crate) struct Report {
    wanted: Vec<String>,
}

impl Report {
    pub(crate) fn new(wanted: Vec<String>) -> Self {
        Self { wanted }
    }

    /// Whether a group of figures was asked for; all are when none is named.
    pub(crate) fn wants(&self, group: &str) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|wanted| group.contains(wanted.as_str()))
    }

    /// So many things per second.
    pub(crate) fn rate(&mut self, name: &str, n_things: usize, took: Duration, unit: &str, aim: &str) {
        #[expect(clippy::cast_precision_loss, reason = "a figure to read")]
        let rate = n_things as f64 / took.as_secs_f64();
        println!("{name:<58} {:>16}   {aim}", format!("{} {unit}/s", grouped(rate)));
    }

    /// So long.
    pub(crate) fn time(&mut self, name: &str, took: Duration, aim: &str) {
        println!("{name:<58} {:>16}   {aim}", format!("{:.2} ms", took.as_secs_f64() * 1e3));
    }

    /// Words.
    pub(crate) fn words(&mut self, name: &str, words: &str, aim: &str) {
        println!("{name:<58} {words:>16}   {aim}");
    }
}

/// A whole number with commas.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How long one run takes, and what it gives.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = run();
    (start.elapsed(), value)
}

/// The median of `n_runs` runs; the values are dropped outside the measured time.
pub(crate) fn median<T>(n_runs: usize, mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..n_runs).map(|_| timed(&mut run).0).collect();
    times.sort_unstable();
    times[times.len() / 2]
}
