//! Progress: a bar on a terminal; elsewhere nothing, or the lines that a caller says itself.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::out::Out;

/// A bar for work of known size, hidden where nobody watches.
pub(crate) fn bar(out: &Out, what: &'static str, n_total: u64) -> ProgressBar {
    made(out, what, n_total, "{msg} {wide_bar} {human_pos}/{human_len} {eta}")
}

/// A bar for so many bytes, with the rate; of a size not known (0) it only counts.
pub(crate) fn bytes(out: &Out, what: &'static str, n_total: u64) -> ProgressBar {
    let template = match n_total {
        0 => "{msg} {bytes} {bytes_per_sec}",
        _ => "{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}",
    };
    made(out, what, n_total, template)
}

fn made(out: &Out, what: &'static str, n_total: u64, template: &str) -> ProgressBar {
    if !out.draws_bars() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template).expect("the template is a fixed text").progress_chars("━━─");
    let bar = ProgressBar::new(n_total).with_style(style).with_message(what);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
