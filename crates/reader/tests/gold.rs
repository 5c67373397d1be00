//! Small invented documents in every language, and what a reader of the field would take from them.
//!
//! A document is a file under `gold/<language>/`; adding one needs no Rust. The places it names are all the gazetteer of this
//! test knows, so what is measured is the reading, not the finding of places. What does not come out as the file says stands in
//! the snapshot as a known gap: a mend or a new fault shows there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use gazetteer::build::{Builder, NewPlace};
use gazetteer::{Gazetteer, PlaceKind};
use reader::{Activity, Document, Party, PartyType, Reader, Reading, Tie};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gold {
    title: Option<String>,
    published: Option<String>,
    text: String,
    #[serde(default)]
    ties: Vec<String>,
    #[serde(default)]
    activities: Vec<String>,
}

/// Every document with its language and name, in order.
fn documents() -> Vec<(String, String, Gold)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut found = Vec::new();
    for language in std::fs::read_dir(&root).expect("the folder is ours") {
        let language = language.expect("readable").path();
        let tag = language.file_name().expect("a name").to_string_lossy().into_owned();
        for file in std::fs::read_dir(&language).expect("the folder is ours") {
            let path = file.expect("readable").path();
            let text = std::fs::read_to_string(&path).expect("readable");
            let gold = toml::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            found.push((tag.clone(), path.file_stem().expect("a name").to_string_lossy().into_owned(), gold));
        }
    }
    found.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    found
}

/// The places that the ties name: "Tula (RU) - Albany (US): …". Institutions are none; where they are, `gold-places.toml` says.
fn places(ties: &[String]) -> BTreeSet<(String, String)> {
    let of_places =
        ties.iter().filter_map(|tie| tie.rsplit_once(": ")).filter(|(_, what)| !what.starts_with("institutional"));
    let sides = of_places.flat_map(|(pair, _)| pair.split(" - ").collect::<Vec<_>>());
    let named = sides.filter_map(|side| {
        let (name, country) = side.rsplit_once(" (")?;
        Some((name.to_owned(), country.trim_end_matches(')').to_owned()))
    });
    named.collect()
}

#[derive(Deserialize)]
struct Country {
    name: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherPlaces {
    region: Vec<OtherPlace>,
    city: Vec<OtherPlace>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherPlace {
    name: String,
    country: String,
    code: Option<String>,
    #[serde(default)]
    names: Vec<String>,
}

fn gazetteer(documents: &[(String, String, Gold)]) -> Gazetteer {
    let all: BTreeSet<(String, String)> = documents.iter().flat_map(|(_, _, gold)| places(&gold.ties)).collect();
    let mut builder = Builder::default();
    let countries: BTreeMap<String, Country> =
        toml::from_str(include_str!("gold-countries.toml")).expect("a table of countries");
    for (code, country) in countries {
        let mut place = NewPlace::named(&country.name, PlaceKind::Country, &code);
        place.names = country.names;
        place.code = Some(code);
        builder.add(place);
    }
    let others: OtherPlaces = toml::from_str(include_str!("gold-places.toml")).expect("a table of places");
    let kinds = [(others.region, PlaceKind::Region), (others.city, PlaceKind::City)];
    for (other, kind) in kinds.into_iter().flat_map(|(list, kind)| list.into_iter().map(move |place| (place, kind))) {
        let population = if kind == PlaceKind::Region { 4_000_000 } else { 100_000 };
        let place = NewPlace::named(&other.name, kind, &other.country);
        builder.add(NewPlace { names: other.names, code: other.code, population, ..place });
    }
    for (name, country) in &all {
        let mut place = NewPlace::named(name, PlaceKind::City, country);
        place.population = 100_000;
        builder.add(place);
    }
    Gazetteer::open(builder.finish(&mut |_, _| {}).expect("a small file")).expect("just made")
}

fn read(reader: Reader<'_>, language: &str, gold: &Gold) -> (Document, Reading) {
    let document = Document {
        title: gold.title.clone(),
        published: gold.published.as_deref().and_then(|date| date.parse().ok()),
        language: Some(language.to_owned()),
        text: gold.text.clone(),
    };
    let reading = reader.read(&document);
    (document, reading)
}

fn side(party: &Party) -> String {
    let country = party.country.map(|code| String::from_utf8_lossy(&code).into_owned()).unwrap_or_default();
    format!("{} ({country})", party.name)
}

/// A pair has no order.
fn sorted(pair: &str) -> String {
    let mut sides: Vec<&str> = pair.split(" - ").collect();
    sides.sort_unstable();
    sides.join(" - ")
}

fn tie_line(reading: &Reading, tie: &Tie) -> String {
    let [a, b] = tie.parties.map(|party| side(&reading.parties[party]));
    let since = tie.since.map(|date| format!(" since {date}")).unwrap_or_default();
    let words = format!("{:?} {:?}", tie.kind, tie.status);
    format!("{}: {}{since}", sorted(&format!("{a} - {b}")), snake(&words))
}

fn activity_line(reading: &Reading, done: &Activity) -> String {
    let mut who: Vec<&str> = done.participants.iter().map(|party| reading.parties[*party].name.as_str()).collect();
    who.sort_unstable();
    let date = done.date.map(|date| format!(" {date}")).unwrap_or_default();
    format!("{}{date}: {}", snake(&format!("{:?}", done.kind)), who.join(", "))
}

fn snake(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        if letter.is_uppercase() && !out.is_empty() && !out.ends_with(' ') {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

fn expected(gold: &Gold) -> BTreeSet<String> {
    let ties = gold.ties.iter().map(|tie| {
        let (pair, rest) = tie.rsplit_once(": ").expect("names: words");
        format!("tie {}: {rest}", sorted(pair))
    });
    let activities = gold.activities.iter().map(|line| {
        let (what, who) = line.split_once(": ").expect("kind: names");
        let mut who: Vec<&str> = who.split(", ").collect();
        who.sort_unstable();
        format!("activity {what}: {}", who.join(", "))
    });
    ties.chain(activities).collect()
}

fn found(reading: &Reading) -> BTreeSet<String> {
    let ties = reading.ties.iter().map(|tie| format!("tie {}", tie_line(reading, tie)));
    let activities = reading.activities.iter().map(|done| format!("activity {}", activity_line(reading, done)));
    ties.chain(activities).collect()
}

#[test]
fn documents_say_what_their_files_say() {
    let documents = documents();
    let gazetteer = gazetteer(&documents);
    let reader = Reader::new(&gazetteer);
    let mut report = String::new();
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (language, name, gold) in &documents {
        let (_, reading) = read(reader, language, gold);
        let (expected, found) = (expected(gold), found(&reading));
        let (right, all) = counts.entry(language).or_default();
        *all += 1;
        *right += usize::from(expected == found);
        for line in expected.difference(&found) {
            let _ = writeln!(report, "{language}/{name}: missing {line}");
        }
        for line in found.difference(&expected) {
            let _ = writeln!(report, "{language}/{name}: not asked for {line}");
        }
    }
    let _ = writeln!(report);
    for (language, (right, all)) in counts {
        let _ = writeln!(report, "{language}: {right} of {all} documents as their files say");
    }
    insta::assert_snapshot!(report);
}

#[test]
fn evidence_is_a_piece_of_the_text_and_reading_twice_is_the_same() {
    let documents = documents();
    let gazetteer = gazetteer(&documents);
    let reader = Reader::new(&gazetteer);
    for (language, name, gold) in &documents {
        let (document, reading) = read(reader, language, gold);
        let ties = reading.ties.iter().flat_map(|tie| [&tie.evidence, &tie.status_evidence]);
        let ranges = ties.chain(reading.activities.iter().map(|done| &done.evidence));
        for range in ranges.chain(reading.wishes.iter().map(|wish| &wish.evidence)) {
            let quote = document.text.get(range.clone());
            assert!(quote.is_some_and(|quote| !quote.trim().is_empty()), "{language}/{name}: {range:?}");
        }
        let again = reader.read(&document);
        assert_eq!(found(&reading), found(&again), "{language}/{name}");
    }
}

/// What is told in the first paragraphs stays told when the rest is cut off, for ties that a sentence states by itself.
#[test]
fn a_document_cut_behind_a_paragraph_keeps_what_its_sentences_state() {
    let gazetteer = {
        let mut builder = Builder::default();
        for (name, country) in [("Albany", "US"), ("Tula", "RU"), ("Lyon", "FR"), ("Bogor", "ID")] {
            let mut place = NewPlace::named(name, PlaceKind::City, country);
            place.population = 100_000;
            builder.add(place);
        }
        Gazetteer::open(builder.finish(&mut |_, _| {}).expect("a small file")).expect("just made")
    };
    let reader = Reader::new(&gazetteer);
    let paragraphs = [
        "Albany is a sister city of Tula since 1991.",
        "A delegation from Tula visited Albany in May 2019.",
        "Lyon and Bogor signed a sister city agreement on 3 June 2019.",
    ];
    let whole = paragraphs.join("\n\n");
    let read = |text: &str| {
        let document = Document { title: None, published: None, language: Some("en".into()), text: text.to_owned() };
        reader.read(&document)
    };
    let all = read(&whole);
    let pairs = |reading: &Reading, before: usize| -> BTreeSet<String> {
        let ties = reading.ties.iter().filter(|tie| tie.evidence.end <= before);
        ties.map(|tie| sorted(&tie.parties.map(|party| side(&reading.parties[party])).join(" - "))).collect()
    };
    assert_eq!(pairs(&all, whole.len()).len(), 2, "{all:?}");
    for end in whole.match_indices("\n\n").map(|(at, _)| at).chain([whole.len()]) {
        assert_eq!(pairs(&read(&whole[..end]), end), pairs(&all, end), "cut at {end}");
    }
    assert!(all.parties.iter().all(|party| party.kind == PartyType::City));
}
