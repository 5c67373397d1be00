//! Places found in labeled corpora, and how well.

mod baseline;
mod corpus;
mod fit;
mod score;

use std::io::Write;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use gazetteer::{Gazetteer, PlaceIdx};
use serde::{Deserialize, Serialize};

use corpus::{Corpus, Document, Kind};
use score::{Predicted, Score};

/// Finds the places named in a labeled corpus, or scores what was found.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A corpus as XML, plain or packed with zstd.
    #[arg(required_unless_present = "score")]
    file: Option<Utf8PathBuf>,
    /// Where the found toponyms go, a line of JSON each.
    #[arg(long)]
    out: Option<Utf8PathBuf>,
    /// Resolve the labeled mentions instead of finding them.
    #[arg(long)]
    gold_mentions: bool,
    /// Score these predictions instead of making any.
    #[arg(long, requires = "gold")]
    score: Option<Utf8PathBuf>,
    /// The corpus to score against.
    #[arg(long)]
    gold: Option<Utf8PathBuf>,
    /// Outputs of other systems for the same corpus, scored alike: a folder with files such as LGL_CLAVIN.txt.zst.
    #[arg(long)]
    baselines: Option<Utf8PathBuf>,
    /// Only documents with an even or odd number: tune on one half, test on the other.
    #[arg(long, value_enum)]
    half: Option<Half>,
    /// Fit the weights of the signs for and against a place on FILE and these corpora, and print them.
    #[arg(long, num_args = 0.., value_name = "FILE")]
    fit: Option<Vec<Utf8PathBuf>>,
    /// Print what was missed, falsely found and wrongly resolved.
    #[arg(long)]
    show: bool,
    /// The gazetteer.
    #[arg(long, env = "TWAIN_GAZETTEER", default_value = "target/twain.gazetteer")]
    gazetteer: Utf8PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Half {
    Even,
    Odd,
}

impl Args {
    fn is_wanted(&self, document: usize) -> bool {
        let half = if document.is_multiple_of(2) { Half::Even } else { Half::Odd };
        self.half.is_none_or(|wanted| wanted == half)
    }
}

/// A found toponym as it is written: offsets in characters from 0, `id` in GeoNames.
#[derive(Serialize, Deserialize)]
struct Line {
    doc: String,
    start: usize,
    end: usize,
    name: String,
    lat: Option<f64>,
    lon: Option<f64>,
    id: Option<u32>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    if let (Some(predictions), Some(gold)) = (&args.score, &args.gold) {
        let corpus = corpus::read(gold)?;
        let predicted = read_lines(predictions, &corpus)?;
        return report(args, &corpus, &[("predictions".to_owned(), predicted)]);
    }
    let Some(file) = &args.file else { bail!("no corpus given") };
    let corpus = corpus::read(file)?;
    let gazetteer = Gazetteer::open(fs_err::read(&args.gazetteer)?)?;
    if let Some(more) = &args.fit {
        return print_weights(args, &corpus, more, &gazetteer);
    }
    let started = std::time::Instant::now();
    let lines: Vec<Vec<Line>> =
        corpus.documents.iter().map(|document| lines(args, &corpus, document, &gazetteer)).collect();
    let took = started.elapsed();
    if let Some(out) = &args.out {
        write(out, &lines)?;
    }
    let n_bytes: usize = corpus.documents.iter().map(|document| document.text.len()).sum();
    #[expect(clippy::cast_precision_loss, reason = "a corpus is smaller than 2^52 bytes")]
    let speed = n_bytes as f64 / took.as_secs_f64() / 1e6;
    eprintln!("{} documents, {n_bytes} bytes in {} ms: {speed:.1} MB/s", corpus.documents.len(), took.as_millis());
    let predicted = lines.into_iter().map(|lines| lines.into_iter().map(predicted).collect()).collect();
    let name = if args.gold_mentions { "twain, mentions given" } else { "twain" };
    report(args, &corpus, &[(name.to_owned(), predicted)])
}

fn print_weights(args: &Args, first: &Corpus, more: &[Utf8PathBuf], gazetteer: &Gazetteer) -> Result<()> {
    let mut examples = examples(args, first, gazetteer);
    for path in more {
        examples.extend(self::examples(args, &corpus::read(path)?, gazetteer));
    }
    for (at, (name, weight)) in reader::mention::sign_names().iter().zip(fit::fit(&examples)).enumerate() {
        let n_with = examples.iter().filter(|example| example.signs[at]).count();
        println!("{name} = {weight:.1} ({n_with})");
    }
    Ok(())
}

fn examples(args: &Args, corpus: &Corpus, gazetteer: &Gazetteer) -> Vec<fit::Example> {
    let mut all = Vec::new();
    for (_, document) in corpus.documents.iter().enumerate().filter(|(at, _)| args.is_wanted(*at)) {
        let chars = Chars::of(&document.text);
        for (range, signs) in reader::mention::signs(&document.text, "en", gazetteer) {
            let is_place = fit::is_labeled(document, chars.at_byte(range.start), chars.at_byte(range.end));
            all.push(fit::Example { signs, is_place, weight: 1.0 });
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of names in a file are far below 2^52")]
    let weight = 1.0 / all.len().max(1) as f64;
    all.iter_mut().for_each(|example| example.weight = weight);
    all
}

fn lines(args: &Args, corpus: &Corpus, document: &Document, gazetteer: &Gazetteer) -> Vec<Line> {
    let chars = Chars::of(&document.text);
    let line = |range: Range<usize>, place: Option<PlaceIdx>| {
        let place = place.map(|place| gazetteer.place(place)).filter(gazetteer::Place::has_point);
        Line {
            doc: document.id.clone(),
            name: document.text[range.clone()].to_owned(),
            start: chars.at_byte(range.start),
            end: chars.at_byte(range.end),
            lat: place.map(|place| f64::from(place.lat)),
            lon: place.map(|place| f64::from(place.lon)),
            id: place.and_then(|place| place.geonames),
        }
    };
    if args.gold_mentions {
        let ranges: Vec<Range<usize>> =
            document.gold.iter().map(|gold| chars.byte(gold.start)..chars.byte(gold.end)).collect();
        let places = reader::mention::resolve_given(&document.text, "en", gazetteer, &ranges);
        return ranges.into_iter().zip(places).map(|(range, place)| line(range, place)).collect();
    }
    reader::mention::toponyms(&document.text, "en", gazetteer)
        .into_iter()
        .filter(|toponym| corpus.kind == Kind::Lgl || !toponym.is_demonym)
        .map(|toponym| line(toponym.range, toponym.place))
        .collect()
}

fn predicted(line: Line) -> Predicted {
    Predicted { start: line.start, end: line.end, name: line.name, point: line.lat.zip(line.lon) }
}

fn write(out: &Utf8Path, lines: &[Vec<Line>]) -> Result<()> {
    let mut file = std::io::BufWriter::new(fs_err::File::create(out)?);
    for line in lines.iter().flatten() {
        serde_json::to_writer(&mut file, line)?;
        file.write_all(b"\n")?;
    }
    Ok(file.flush()?)
}

fn read_lines(path: &Utf8Path, corpus: &Corpus) -> Result<Vec<Vec<Predicted>>> {
    let mut all: Vec<Vec<Predicted>> = vec![Vec::new(); corpus.documents.len()];
    for (at, text) in corpus::text_of(path)?.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let line: Line = serde_json::from_str(text).with_context(|| format!("{path}: line {}", at + 1))?;
        if let Some(document) = corpus.documents.iter().position(|document| document.id == line.doc) {
            all[document].push(predicted(line));
        }
    }
    Ok(all)
}

/// Prints a row for each system: ours first, then the baselines.
fn report(args: &Args, corpus: &Corpus, ours: &[(String, Vec<Vec<Predicted>>)]) -> Result<()> {
    let mut systems = ours.to_vec();
    if let Some(folder) = &args.baselines {
        systems.extend(baselines(folder, corpus)?);
    }
    println!("| system | precision | recall | F1 | within 161 km | mean km | median km | AUC | end to end |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for (nth, (name, predicted)) in systems.iter().enumerate() {
        let mut score = Score::default();
        for (at, (document, predicted)) in corpus.documents.iter().zip(predicted).enumerate() {
            if !args.is_wanted(at) {
                continue;
            }
            let before = score.errors.len();
            let (missed, left) = score.add(&document.gold, predicted);
            if args.show && nth == 0 {
                show(document, &missed, &left, predicted, &score.errors[before..]);
            }
        }
        row(name, &score);
    }
    Ok(())
}

fn row(name: &str, score: &Score) {
    println!(
        "| {name} | {:.3} | {:.3} | {:.3} | {:.3} | {:.0} | {:.1} | {:.3} | {:.3} |",
        score.precision(),
        score.recall(),
        score.f1(),
        score.accuracy(),
        score.mean_km(),
        score.median_km(),
        score.auc(),
        score.end_to_end(),
    );
}

fn show(document: &Document, missed: &[corpus::Gold], left: &[Predicted], all: &[Predicted], errors: &[f64]) {
    let chars: Vec<char> = document.text.chars().collect();
    let around = |start: usize, end: usize| {
        let part =
            |range: Range<usize>| chars.get(range).unwrap_or_default().iter().collect::<String>().replace('\n', " ");
        let (end, last) = (end.min(chars.len()), (end + 30).min(chars.len()));
        format!("{}[{}]{}", part(start.saturating_sub(30)..start), part(start..end), part(end..last))
    };
    for gold in missed {
        println!("missed {} {}", document.id, around(gold.start, gold.end));
    }
    for one in left {
        let unlinked = document.gold.iter().any(|gold| gold.start == one.start && gold.point.is_none());
        println!("{} {} {}", if unlinked { "unlinked" } else { "false" }, document.id, around(one.start, one.end));
    }
    let found = document.gold.iter().filter(|gold| {
        gold.point.is_some() && !missed.iter().any(|other| other.start == gold.start && other.end == gold.end)
    });
    for (gold, km) in found.zip(errors).filter(|(_, km)| **km >= 161.0) {
        let given = all.iter().find(|one| one.start == gold.start).and_then(|one| one.point);
        println!(
            "wrong {} {km:.0} km {} gold {:?} given {given:?}",
            document.id,
            around(gold.start, gold.end),
            gold.point
        );
    }
}

/// The outputs in a folder whose names begin as the corpus' kind does.
fn baselines(folder: &Utf8Path, corpus: &Corpus) -> Result<Vec<(String, Vec<Vec<Predicted>>)>> {
    let prefix = match corpus.kind {
        Kind::Lgl => "LGL_",
        Kind::GeoVirus => "GeoVirus_",
    };
    let mut paths: Vec<Utf8PathBuf> =
        folder.read_dir_utf8()?.map(|entry| Ok(entry?.into_path())).collect::<Result<_>>()?;
    paths.sort();
    let mut systems = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap_or_default();
        let Some(name) = file.strip_prefix(prefix).and_then(|rest| rest.split('.').next()) else { continue };
        if name != "gold" {
            systems.push((name.to_owned(), baseline::parse(&corpus::text_of(&path)?)));
        }
    }
    Ok(systems)
}

/// Where each character of a text begins.
struct Chars(Vec<usize>);

impl Chars {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn byte(&self, char_idx: usize) -> usize {
        self.0.get(char_idx).or(self.0.last()).copied().unwrap_or(0)
    }

    fn at_byte(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start < byte)
    }
}
