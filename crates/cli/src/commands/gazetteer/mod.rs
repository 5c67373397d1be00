//! `twain gazetteer`: the file of place names, built from open data and asked.

mod build;
mod find;
mod info;

use camino::{Utf8Path, Utf8PathBuf};
use gazetteer::Gazetteer;

use crate::args::{GazetteerArgs, GazetteerCommand};
use crate::exit::{Failure, Outcome, chain};
use crate::open::Context;

/// The file taken when the options name none.
const DEFAULT: &str = "twain.gazetteer";

pub(crate) fn run(args: &GazetteerArgs, cx: Context<'_>) -> Outcome {
    match &args.what {
        GazetteerCommand::Build(args) => build::run(args, cx),
        GazetteerCommand::Info(args) => info::run(args, cx),
        GazetteerCommand::Find(args) => find::find(args, cx),
        GazetteerCommand::Near(args) => find::near(args, cx),
    }
}

/// Opens a gazetteer file, which must be there.
pub(crate) fn open(path: &Utf8Path) -> Outcome<Gazetteer> {
    if !path.exists() {
        return Err(Failure::wrong(
            format!("there is no gazetteer at {path}"),
            "make it with `twain gazetteer build`, or name another with --gazetteer",
        ));
    }
    let bytes = sources::mapped(path).map_err(|error| source_failure(&error))?;
    Gazetteer::open(bytes).map_err(|error| Failure::wrong(format!("{path}: {error}"), error.hint()))
}

/// Opens the gazetteer that the options name; where they name none and there is none, the places of the bundled register
/// stand in for it, and that is said.
pub(crate) fn open_or_bundled(cx: Context<'_>) -> Outcome<Gazetteer> {
    if let Some(gazetteer) = open_if_any(cx)? {
        return Ok(gazetteer);
    }
    cx.out.say(&format!(
        "there is no {DEFAULT}: places are known by the bundled register alone; `twain gazetteer build` makes a full one"
    ));
    Ok(build::bundled())
}

/// Opens the gazetteer that the options name, if they name one or there is one where it is looked for.
pub(crate) fn open_if_any(cx: Context<'_>) -> Outcome<Option<Gazetteer>> {
    let path = path(cx);
    if path != DEFAULT || path.exists() { open(&path).map(Some) } else { Ok(None) }
}

/// The file that the options name.
fn path(cx: Context<'_>) -> Utf8PathBuf {
    cx.global.gazetteer.clone()
}

fn source_failure(error: &sources::Error) -> Failure {
    let message = chain(error);
    match error {
        sources::Error::NoList { .. } | sources::Error::List { .. } | sources::Error::Archive { .. } => {
            Failure::wrong(message, error.hint())
        }
        sources::Error::File { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            Failure::wrong(message, "check the path")
        }
        _ => Failure::outside(message, error.hint()),
    }
}
