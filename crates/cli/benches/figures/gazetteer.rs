//! Opening the gazetteer and looking names up, on the real file: `cargo xtask gazetteer` builds it.

use std::hint::black_box;
use std::time::Duration;

use ::gazetteer::{Gazetteer, fold, fold_mapped};
use camino::{Utf8Path, Utf8PathBuf};
use testkit::SplitMix64;

use crate::figure::{Report, median, timed};

/// Names looked up.
const N_NAMES: usize = 200_000;
/// Searches whose slowest hundredth is shown.
const N_SEARCHES: usize = 5_000;

pub(crate) fn measure(report: &mut Report) {
    let path = path();
    if !path.exists() {
        report.words("gazetteer: not measured", &format!("no {path}"), "cargo xtask gazetteer");
        return;
    }
    let open = || Gazetteer::open(sources::mapped(&path).expect("mapped")).expect("a gazetteer of this format");
    report.time("gazetteer: open", median(9, open), "< 10 ms");
    let gazetteer = open();
    let n_bytes: usize = gazetteer.parts().map(|(_, n_bytes)| n_bytes).sum();
    report.words("gazetteer: places", &gazetteer.len().to_string(), "235,000");
    report.words("gazetteer: names", &gazetteer.n_names().to_string(), "");
    report.words("gazetteer: file", &format!("{:.1} MB", n_bytes as f64 / 1e6), "≤ 120 MB");
    let names = names(&gazetteer);
    let exact = || names.iter().map(|name| gazetteer.exact(name).count()).sum::<usize>();
    report.rate("gazetteer: exact look-up, names in no order", names.len(), median(5, exact), "", "≥ 1,000,000/s");
    let prefixes = || {
        let mut n_found = 0;
        names.iter().for_each(|name| gazetteer.prefixes_of(name, |_, hits| n_found += hits.count()));
        n_found
    };
    report.rate("gazetteer: names before a text", names.len(), median(5, prefixes), "", "");
    searches(report, &gazetteer, &names);
    folding(report);
}

fn searches(report: &mut Report, gazetteer: &Gazetteer, names: &[String]) {
    let some = &names[..names.len().min(N_SEARCHES)];
    let begun = |n_letters: usize| move |name: &String| name.chars().take(n_letters).collect::<String>();
    for n_letters in 1..=4 {
        let took = slowest(some, begun(n_letters), |text| gazetteer.starting_with(text, 10).len());
        report.time(&format!("gazetteer: names beginning with {n_letters} letters, p99"), took, "< 2 ms");
    }
    let misspelled = |name: &String| {
        let mut letters: Vec<char> = name.chars().collect();
        if letters.len() > 5 {
            letters.swap(2, 3);
            letters.remove(4);
        }
        letters.into_iter().collect::<String>()
    };
    let took = slowest(some, String::clone, |text| gazetteer.fuzzy(text, 10).len());
    report.time("gazetteer: fuzzy, names as they are, p99", took, "< 2 ms");
    let took = slowest(some, misspelled, |text| gazetteer.fuzzy(text, 10).len());
    report.time("gazetteer: fuzzy, two letters wrong, p99", took, "< 2 ms");
    let points: Vec<(f64, f64)> = gazetteer
        .iter()
        .step_by(50)
        .map(|idx| gazetteer.place(idx))
        .map(|place| (f64::from(place.lat) + 0.1, f64::from(place.lon) - 0.1))
        .collect();
    let nearest = || points.iter().map(|(lat, lon)| gazetteer.nearest(*lat, *lon, 5).len()).sum::<usize>();
    report.rate("gazetteer: the five nearest places", points.len(), median(3, nearest), "", "");
}

fn folding(report: &mut Report) {
    let text = "The mayors of Upper Mill, St. Louis and São Paulo said on Tuesday that they would sign. ".repeat(100);
    let (mut folded, mut origin) = (String::new(), Vec::new());
    let took = median(5, || {
        for _ in 0..500 {
            fold_mapped(black_box(&text), &mut folded, &mut origin);
        }
    });
    report.rate("gazetteer: folding of news, with positions", text.len() * 500 / 1_000_000, took, "MB", "≥ 200 MB/s");
}

/// The slowest hundredth of searches.
fn slowest(names: &[String], ask: impl Fn(&String) -> String, search: impl Fn(&str) -> usize) -> Duration {
    let mut times: Vec<Duration> = names
        .iter()
        .map(|name| {
            let text = ask(name);
            // The faster of two: the machine's other work is not what is measured.
            let run = || timed(|| black_box(search(&text))).0;
            run().min(run())
        })
        .collect();
    times.sort_unstable();
    times[times.len() * 99 / 100]
}

/// Folded names of all kinds of places, in an order without meaning.
fn names(gazetteer: &Gazetteer) -> Vec<String> {
    let mut names: Vec<String> = gazetteer
        .iter()
        .flat_map(|idx| gazetteer.names(idx).take(2))
        .map(fold)
        .filter(|name| !name.is_empty())
        .collect();
    let mut random = SplitMix64::new(7);
    for last in (1..names.len()).rev() {
        let other = random.below(u32::try_from(last + 1).expect("far fewer names than that"));
        names.swap(last, other as usize);
    }
    names.truncate(N_NAMES);
    names
}

pub(crate) fn path() -> Utf8PathBuf {
    let named = std::env::var("TWAIN_GAZETTEER").ok().map(Utf8PathBuf::from);
    named.unwrap_or_else(|| Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/twain.gazetteer"))
}
