//! Predictions of the reader for labeled documents: a line of JSON in, a line of JSON out.

use std::io::{BufRead, Write};

use anyhow::{Context, Result};
use camino::Utf8PathBuf;
use gazetteer::Gazetteer;
use model::PartialDate;
use reader::{Activity, ActivityType, Document, Kind, Party, PartyType, Reader, Reading, Rules, Status, Tie};
use serde::Deserialize;
use serde_json::{Value, json};

/// Reads each document of FILE and writes what was understood.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Labeled documents, one JSON object a line; only id, lang, title, date and text are looked at.
    file: Utf8PathBuf,
    /// Where the predictions go.
    #[arg(long)]
    out: Utf8PathBuf,
    /// The gazetteer.
    #[arg(long, env = "TWAIN_GAZETTEER", default_value = "target/twain.gazetteer")]
    gazetteer: Utf8PathBuf,
    /// Leaves a family of rules out, to see what it adds.
    #[arg(long, value_parser = ["sentences", "lists", "brackets", "implied", "shown", "doubtful", "title"])]
    without: Vec<String>,
    /// Prints how the documents with this text in their id are understood, sentence by sentence.
    #[arg(long)]
    trace: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    id: Value,
    lang: Option<String>,
    title: Option<String>,
    date: Option<String>,
    text: String,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let gazetteer = Gazetteer::open(fs_err::read(&args.gazetteer)?)?;
    let reader = Reader::new(&gazetteer).with_rules(rules(&args.without));
    let from = std::io::BufReader::new(fs_err::File::open(&args.file)?);
    let mut out = std::io::BufWriter::new(fs_err::File::create(&args.out)?);
    for (at, text) in from.lines().enumerate() {
        let text = text?;
        if text.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&text).with_context(|| format!("{}: line {}", args.file, at + 1))?;
        let document = Document {
            title: line.title,
            published: line.date.as_deref().and_then(|date| date.parse().ok()),
            language: line.lang,
            text: line.text,
        };
        if args.trace.as_ref().is_some_and(|id| line.id.as_str().is_some_and(|own| own.contains(id.as_str()))) {
            println!("{}\n{}", line.id, reader.trace(&document));
        }
        let reading = reader.read(&document);
        serde_json::to_writer(&mut out, &prediction(&line.id, &document, &reading))?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

fn rules(without: &[String]) -> Rules {
    let has = |name: &str| !without.iter().any(|other| other == name);
    Rules {
        sentences: has("sentences"),
        lists: has("lists"),
        brackets: has("brackets"),
        implied: has("implied"),
        shown: has("shown"),
        doubtful: has("doubtful"),
        title: has("title"),
    }
}

fn prediction(id: &Value, document: &Document, reading: &Reading) -> Value {
    let ties: Vec<Value> = reading.ties.iter().map(|tie| tie_json(document, reading, tie)).collect();
    let events: Vec<Value> = reading.activities.iter().map(|done| event_json(document, reading, done)).collect();
    json!({ "id": id, "ties": ties, "events": events })
}

fn tie_json(document: &Document, reading: &Reading, tie: &Tie) -> Value {
    json!({
        "a": place(&reading.parties[tie.parties[0]]),
        "b": place(&reading.parties[tie.parties[1]]),
        "kind": kind(tie.kind),
        "status": status(tie.status),
        "since": tie.since.as_ref().and_then(date),
        "evidence": &document.text[tie.evidence.clone()],
    })
}

fn event_json(document: &Document, reading: &Reading, done: &Activity) -> Value {
    let participants: Vec<Value> = done.participants.iter().map(|party| place(&reading.parties[*party])).collect();
    json!({
        "type": activity(done.kind),
        "date": done.date.as_ref().and_then(date),
        "participants": participants,
        "topics": done.topics,
        "evidence": &document.text[done.evidence.clone()],
    })
}

fn place(party: &Party) -> Value {
    let country = party.country.map(|code| String::from_utf8_lossy(&code).into_owned());
    json!({
        "name": party.name,
        "aka": party.also,
        "admin1": party.region,
        "country": country,
        "type": match party.kind {
            PartyType::City => "city",
            PartyType::Region => "region",
            PartyType::Country => "country",
            PartyType::Institution => "institution",
        },
    })
}

/// The labels know years, months and days only.
fn date(date: &PartialDate) -> Option<String> {
    let text = date.to_string();
    let plain = text.trim_end_matches(['~', '?', '%']);
    plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-').then(|| plain.to_owned())
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::SisterCity => "sister_city",
        Kind::FriendshipCity => "friendship_city",
        Kind::SisterState => "sister_state",
        Kind::TwinRegion => "twin_region",
        Kind::Institutional => "institutional",
        Kind::Cooperation => "cooperation",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Proposed => "proposed",
        Status::Suspended => "suspended",
        Status::Ended => "ended",
        Status::Dormant => "dormant",
        Status::Revived => "revived",
        Status::Unspecified => "unspecified",
    }
}

const fn activity(kind: ActivityType) -> &'static str {
    match kind {
        ActivityType::DelegationVisit => "delegation_visit",
        ActivityType::AgreementSigned => "agreement_signed",
        ActivityType::Forum => "forum",
        ActivityType::Exchange => "exchange",
        ActivityType::Project => "project",
        ActivityType::Dialogue => "dialogue",
        ActivityType::Anniversary => "anniversary",
        ActivityType::CulturalEvent => "cultural_event",
        ActivityType::Suspension => "suspension",
        ActivityType::Termination => "termination",
        ActivityType::Revival => "revival",
        ActivityType::Aid => "aid",
    }
}
