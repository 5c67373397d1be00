//! Predictions of the reader for labeled documents: a line of JSON in, a line of JSON out.

use std::io::{BufRead, Write};

use anyhow::{Context, Result};
use camino::Utf8PathBuf;
use gazetteer::Gazetteer;
use model::PartialDate;
use reader::{Activity, ActivityType, Document, Kind, Party, PartyType, Reader, Reading, Rules, Status, Tie};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::ablate::{Labeled, ablate};

/// Reads each document of FILE and writes what was understood.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Labeled documents, one JSON object a line; only id, lang, title, date and text are looked at.
    file: Utf8PathBuf,
    /// Where the predictions go.
    #[arg(long, required_unless_present = "ablate")]
    out: Option<Utf8PathBuf>,
    /// The gazetteer.
    #[arg(long, env = "TWAIN_GAZETTEER", default_value = "target/twain.gazetteer")]
    gazetteer: Utf8PathBuf,
    /// Leaves a family of rules out, to see what it adds.
    #[arg(long, value_parser = FAMILIES)]
    without: Vec<String>,
    /// Scores FILE with its labels, then with each family of rules left out, and prints a table.
    #[arg(long, conflicts_with_all = ["out", "without", "trace"])]
    ablate: bool,
    /// Prints how the documents with this text in their id are understood, sentence by sentence.
    #[arg(long)]
    trace: Option<String>,
}

/// The families of [`Rules`].
pub(crate) const FAMILIES: [&str; 7] = ["sentences", "lists", "brackets", "implied", "shown", "doubtful", "title"];

#[derive(Deserialize)]
struct Line {
    id: Value,
    lang: Option<String>,
    title: Option<String>,
    date: Option<String>,
    text: String,
    /// Looked at only where it is scored.
    #[serde(flatten)]
    rest: serde_json::Map<String, Value>,
}

impl Line {
    fn document(&mut self) -> Document {
        Document {
            title: self.title.take(),
            published: self.date.as_deref().and_then(|date| date.parse().ok()),
            language: self.lang.take(),
            text: std::mem::take(&mut self.text),
        }
    }

    fn labeled(mut self) -> Result<Labeled> {
        let is_negative = self.rest.get("hard_negative").is_some_and(|why| !why.is_null());
        let labels = serde_json::from_value(Value::Object(std::mem::take(&mut self.rest)))?;
        Ok(Labeled { document: self.document(), labels, is_negative })
    }
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let gazetteer = Gazetteer::open(fs_err::read(&args.gazetteer)?)?;
    let reader = Reader::new(&gazetteer).with_rules(rules(&args.without));
    let Some(out) = &args.out else {
        let documents: Vec<Labeled> = lines(&args.file)?.map(|line| line?.labeled()).collect::<Result<_>>()?;
        return ablate(reader, &documents);
    };
    let mut out = std::io::BufWriter::new(fs_err::File::create(out)?);
    for line in lines(&args.file)? {
        let mut line = line?;
        let document = line.document();
        if args.trace.as_ref().is_some_and(|id| line.id.as_str().is_some_and(|own| own.contains(id.as_str()))) {
            println!("{}\n{}", line.id, reader.trace(&document));
        }
        let reading = reader.read(&document);
        serde_json::to_writer(&mut out, &prediction(&line.id, &document, &reading))?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// The documents of a file, one at a time.
fn lines(file: &Utf8PathBuf) -> Result<impl Iterator<Item = Result<Line>>> {
    let from = std::io::BufReader::new(fs_err::File::open(file)?);
    let numbered = (1..).zip(from.lines());
    let filled = numbered.filter(|(_, text)| text.as_ref().map_or(true, |text| !text.trim().is_empty()));
    Ok(filled.map(move |(number, text)| serde_json::from_str(&text?).with_context(|| format!("{file}: line {number}"))))
}

pub(crate) fn rules(without: &[String]) -> Rules {
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

pub(crate) fn prediction(id: &Value, document: &Document, reading: &Reading) -> Value {
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
