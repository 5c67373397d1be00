//! Reading ordinary news: how fast, in how much memory, and whether a long text costs more a byte than a short one.
//!
//! The news are the collections of the data folder, where it is there (`TWAIN_NEWS` names another); else invented sentences.
//! What is timed is everything from a text in memory to the claims proposed, on one thread, in processor time.

use std::time::Duration;

use ::gazetteer::Gazetteer;
use ::reader::claims::{About, Nobody, propose};
use ::reader::{Document, Reader};
use camino::{Utf8Path, Utf8PathBuf};
use model::{Grade, SourceId};

use crate::figure::{Report, timed};
use crate::gazetteer;
use crate::news;

/// Runs of each figure; the fastest counts, because the machine's other work is not what is measured.
const N_RUNS: usize = 3;
/// The longest single text, in kilobytes.
const LONGEST: usize = 256;
const AIM: &str = "≥ 50 MB/s";

pub(crate) fn measure(report: &mut Report) {
    let path = gazetteer::path();
    if !path.exists() {
        report.words("reader: not measured", &format!("no {path}"), "cargo xtask gazetteer");
        return;
    }
    let gazetteer = Gazetteer::open(sources::mapped(&path).expect("mapped")).expect("a gazetteer of this format");
    let bench = Bench { gazetteer: &gazetteer, source: SourceId::parse("bench").expect("an id") };
    // The lexicons are read once a process.
    let (took, _) = timed(|| bench.read(&document("The city has a sister city.".to_owned(), None)));
    report.time("reader: lexicons of all languages, once", took, "");
    let folder = folder();
    if folder.exists() {
        collections(report, &bench, &folder);
        memory(report, &bench, &folder);
    } else {
        report.words("reader: no news to read", &format!("no {folder}"), "invented text instead");
        bench.throughput(report, "invented news", &news::invented(4_000));
    }
    long_texts(report, &bench);
}

fn collections(report: &mut Report, bench: &Bench<'_>, folder: &Utf8Path) {
    let reuters: Vec<String> = news::reuters_files(folder).iter().flat_map(|file| news::reuters(file)).collect();
    for (name, texts) in [("Reuters-21578", reuters), ("BBC", news::bbc(folder)), ("AG News", news::ag_news(folder))] {
        let documents: Vec<Document> = texts.into_iter().map(|text| document(text, None)).collect();
        bench.throughput(report, name, &documents);
    }
}

/// The peak while all of Reuters is read file by file, once and four times over.
fn memory(report: &mut Report, bench: &Bench<'_>, folder: &Utf8Path) {
    for times in [1, 4] {
        if !forget_peak() {
            report.words("reader: peak memory not measured", "no /proc", "");
            return;
        }
        for file in (0..times).flat_map(|_| news::reuters_files(folder)) {
            news::reuters(&file).into_iter().for_each(|text| {
                bench.read(&document(text, None));
            });
        }
        let name = format!("reader: peak memory, Reuters {times}×");
        report.words(&name, &format!("{:.1} MB", peak() / 1e6), "flat");
    }
}

/// One text of the same sentences, longer and longer: a rate that falls shows work by the square of the length.
fn long_texts(report: &mut Report, bench: &Bench<'_>) {
    let paragraph = "Albany and its sister city Tula exchanged pupils in 2019. A delegation from Tula visited the mayor of \
                     Albany on 3 May 2018, and both cities signed an agreement.\n\n";
    for kilobytes in [16, 64, LONGEST] {
        let one = document(paragraph.repeat(kilobytes * 1_000 / paragraph.len()), Some("en"));
        // A short one often: the system counts a thread's time in steps of milliseconds.
        let times = LONGEST / kilobytes;
        let n_bytes = one.text.len() * times;
        let took = fastest(|| (0..times).map(|_| bench.read(&one)).sum::<usize>());
        let name = format!("reader: one text of {kilobytes} kB, every sentence of ties");
        report.words(&name, &rate(n_bytes, took), "no slower when longer");
    }
}

struct Bench<'a> {
    gazetteer: &'a Gazetteer,
    source: SourceId,
}

impl Bench<'_> {
    /// Reads a document to the end; how many claims it gives.
    fn read(&self, document: &Document) -> usize {
        let about = About {
            source: &self.source,
            said_on: document.published,
            grade: Grade::Report,
            gazetteer: self.gazetteer,
            known: &Nobody,
        };
        let reading = Reader::new(self.gazetteer).read(document);
        propose(&reading, document, &about).claims.len()
    }

    fn throughput(&self, report: &mut Report, name: &str, documents: &[Document]) {
        let n_bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let mut n_claims = 0;
        let took = fastest(|| n_claims = documents.iter().map(|document| self.read(document)).sum());
        let size = format!("{} texts, {:.1} MB, {n_claims} claims", documents.len(), megabytes(n_bytes));
        report.words(&format!("reader: {name}: {size}"), &rate(n_bytes, took), AIM);
    }
}

fn document(text: String, language: Option<&str>) -> Document {
    Document { title: None, published: None, language: language.map(str::to_owned), text }
}

fn fastest<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..N_RUNS {
        let before = on_processor();
        let (took, value) = timed(&mut run);
        drop(value);
        let busy = before.and_then(|before| on_processor()?.checked_sub(before));
        best = best.min(busy.unwrap_or(took));
    }
    best
}

/// How long this thread has run on a processor, where the system says so.
fn on_processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split_whitespace().next()?.parse().ok()?))
}

/// Lets the peak begin at what is used now.
fn forget_peak() -> bool {
    std::fs::write("/proc/self/clear_refs", "5").is_ok()
}

/// The most memory held since, in bytes.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse::<f64>().map_or(0.0, |kilobytes| kilobytes * 1024.0)
}

fn rate(n_bytes: usize, took: Duration) -> String {
    format!("{:.1} MB/s", megabytes(n_bytes) / took.as_secs_f64())
}

#[expect(clippy::cast_precision_loss, reason = "a figure to read")]
fn megabytes(n_bytes: usize) -> f64 {
    n_bytes as f64 / 1e6
}

fn folder() -> Utf8PathBuf {
    let named = std::env::var("TWAIN_NEWS").ok().map(Utf8PathBuf::from);
    named.unwrap_or_else(|| Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/news"))
}
