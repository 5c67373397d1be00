//! `twain gazetteer info`: what the file holds, and where that came from.

use gazetteer::Gazetteer;
use serde::Serialize;

use crate::args::{Format, InfoArgs};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::table::Table;

pub(super) fn run(args: &InfoArgs, cx: Context<'_>) -> Outcome {
    let path = super::path(cx);
    let gazetteer = super::open(&path)?;
    if args.verify {
        gazetteer.verify().map_err(|error| Failure::no(format!("{path}: {error}"), error.hint()))?;
    }
    let info = Info::new(&gazetteer);
    match cx.out.format {
        Format::Json => cx.out.json(&info)?,
        Format::Csv => cx.out.data(&info.sources().to_csv())?,
        Format::Text => cx.out.data(&info.text(cx.out.width()))?,
    }
    if args.verify {
        cx.out.say("every byte checked, all sound");
    }
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Info {
    n_places: usize,
    n_names: usize,
    n_bytes: usize,
    sources: Vec<SourceInfo>,
}

#[derive(Serialize)]
struct SourceInfo {
    name: String,
    origin: String,
    license: String,
    checksum: String,
    taken: String,
}

impl Info {
    fn new(gazetteer: &Gazetteer) -> Self {
        let sources = gazetteer.sources().into_iter().map(|source| SourceInfo {
            name: source.name,
            origin: source.origin,
            license: source.license,
            checksum: source.checksum,
            taken: source.taken,
        });
        Self {
            n_places: gazetteer.len(),
            n_names: gazetteer.n_names(),
            n_bytes: gazetteer.parts().map(|(_, n_bytes)| n_bytes).sum(),
            sources: sources.collect(),
        }
    }

    fn sources(&self) -> Table {
        let mut table = Table::new(["source", "from", "taken", "license", "checksum"]);
        for source in &self.sources {
            let SourceInfo { name, origin, license, checksum, taken } = source;
            table.push([name, origin, taken, license, checksum].map(|text| text.as_str().into()));
        }
        table
    }

    fn text(&self, width: Option<usize>) -> String {
        let Self { n_places, n_names, n_bytes, .. } = self;
        let megabytes = *n_bytes as f64 / 1e6;
        format!("{n_places} places, {n_names} names, {megabytes:.1} MB\n\n{}", self.sources().render(width))
    }
}
