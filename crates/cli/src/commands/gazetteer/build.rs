//! `twain gazetteer build`: lists fetched or read, made into one atlas, written beside the old file and renamed.

use std::io::Write;
use std::time::Instant;

use camino::Utf8Path;
use formats::places::atlas::{Kind, Place, atlas};
use formats::places::parties::parties;
use gazetteer::build::{Builder, Handle, NewPlace};
use gazetteer::{Gazetteer, PlaceKind, Source};
use model::Body;
use sources::places::{self, Found};

use super::source_failure;
use crate::args::BuildArgs;
use crate::bundle;
use crate::exit::{Exit, Failure, Outcome, chain, file_failure};
use crate::open::Context;
use crate::progress;
use crate::render::counted;

/// Bad lines shown one by one.
const MOST_PROBLEMS: usize = 5;

pub(super) fn run(args: &BuildArgs, cx: Context<'_>) -> Outcome {
    let start = Instant::now();
    let out = args.out.clone().unwrap_or_else(|| super::path(cx));
    ready(&out)?;
    let Fetched { mut found, failure } = lists(args, cx)?;
    report_problems(&found, cx);
    found.lists.parties = register_places(&mut found);
    cx.out.say("putting the lists together");
    let builder = assembled(found);
    let n_places = builder.len();
    if let Some(failure) = &failure {
        keep_better(&out, n_places, failure)?;
        cx.out.insist("going on with the places of the bundled register alone");
    }
    let bar = progress::bar(&cx.out, "names", 0);
    let bytes = builder.finish(&mut |n_done, n_all| {
        bar.set_length(n_all);
        bar.set_position(n_done);
    });
    bar.finish_and_clear();
    let bytes = bytes.map_err(|error| Failure::wrong(&error, error.hint()))?;
    write(&out, &bytes)?;
    cx.out.say(&format!(
        "wrote {out}: {}, {:.1} MB, in {:.2} s",
        counted(n_places, "place", "places"),
        bytes.len() as f64 / 1e6,
        start.elapsed().as_secs_f64()
    ));
    Ok(Exit::Done)
}

/// The bundled register's places alone, made in memory.
pub(super) fn bundled() -> Gazetteer {
    let mut found = Found::default();
    found.lists.parties = register_places(&mut found);
    let bytes = assembled(found).finish(&mut |_, _| {}).expect("the bundled register is not too large");
    Gazetteer::open(bytes).expect("the file was just made")
}

fn assembled(found: Found) -> Builder {
    let Found { lists, origins, .. } = found;
    let atlas = atlas(lists);
    let mut builder = Builder::default();
    origins.into_iter().for_each(|origin| builder.add_source(source(origin)));
    let mut handles: Vec<Handle> = Vec::with_capacity(atlas.places.len());
    for place in atlas.places {
        handles.push(builder.add(new_place(place, &handles)));
    }
    builder
}

/// The lists that could be had.
#[derive(Default)]
struct Fetched {
    found: Found,
    /// Why there are none, though some were asked for.
    failure: Option<sources::Error>,
}

/// The lists, from where the arguments say.
fn lists(args: &BuildArgs, cx: Context<'_>) -> Outcome<Fetched> {
    let mut say = |line: &str| cx.out.say(line);
    if let Some(path) = &args.from {
        let found = places::from_path(path, &mut say).map_err(|error| source_failure(&error))?;
        return Ok(Fetched { found, failure: None });
    }
    if args.offline {
        return Ok(Fetched::default());
    }
    Ok(match places::fetched(places::GEONAMES, &mut say) {
        Ok(found) => Fetched { found, failure: None },
        Err(error) => {
            cx.out.insist(&format!("no list of places could be had: {}", chain(&error)));
            cx.out.insist(&format!("hint: {}", error.hint()));
            Fetched { found: Found::default(), failure: Some(error) }
        }
    })
}

/// Ends the run where the file that is there knows more places than the one that could be made.
fn keep_better(out: &Utf8Path, n_made: usize, failure: &sources::Error) -> Outcome<()> {
    let n_kept = if out.exists() { super::open(out).map_or(0, |old| old.len()) } else { 0 };
    if n_kept <= n_made {
        return Ok(());
    }
    Err(Failure::outside(
        format!(
            "{out} stays as it is: it has {}, and without a list only {n_made} could be had",
            counted(n_kept, "place", "places")
        ),
        format!("{}; --offline makes the small file all the same", failure.hint()),
    ))
}

fn report_problems(found: &Found, cx: Context<'_>) {
    for problem in found.problems.iter().take(MOST_PROBLEMS) {
        cx.out.insist(&problem.to_string());
    }
    if found.problems.len() > MOST_PROBLEMS {
        cx.out.insist(&format!("and {} more bad lines, all left out", found.problems.len() - MOST_PROBLEMS));
    }
}

/// The places of the bundled register, and their origin.
fn register_places(found: &mut Found) -> Vec<formats::places::atlas::Party> {
    let bundled = bundle::read();
    let claims = bundled.bodies.iter().filter_map(|body| match body {
        Body::Claim(claim) => Some(claim),
        _ => None,
    });
    let parties = parties(claims);
    found.origins.push(places::Origin {
        name: format!("twain {}", env!("CARGO_PKG_VERSION")),
        address: "the bundled register".into(),
        license: bundle::LICENSE.into(),
        checksum: String::new(),
        taken: format!("{} places and institutions", parties.len()),
    });
    parties
}

fn source(origin: places::Origin) -> Source {
    let places::Origin { name, address, license, checksum, taken } = origin;
    Source { name, origin: address, license, checksum, taken }
}

fn new_place(place: Place, handles: &[Handle]) -> NewPlace {
    let kind = match place.kind {
        Kind::Country => PlaceKind::Country,
        Kind::Region => PlaceKind::Region,
        Kind::County => PlaceKind::County,
        Kind::City => PlaceKind::City,
        Kind::Institution => PlaceKind::Institution,
        Kind::Continent => PlaceKind::Continent,
    };
    #[expect(clippy::cast_possible_truncation, reason = "the file keeps single precision, good to a few meters")]
    let (lat, lon) = place.point.map_or((f32::NAN, f32::NAN), |(lat, lon)| (lat as f32, lon as f32));
    let handle = |at: Option<usize>| at.and_then(|at| handles.get(at)).copied();
    NewPlace {
        names: place.names,
        region: handle(place.region),
        county: handle(place.county),
        lat,
        lon,
        population: place.population,
        geonames: place.geonames,
        code: place.code,
        party: place.party,
        is_capital: place.is_capital,
        feature: place.feature,
        ..NewPlace::named(&place.name, kind, &place.country)
    }
}

/// Writes beside and renames, so that whoever has the old file open keeps it whole. The bytes are on the disk before the name
/// points to them: after a crash there is the old file or the new one.
/// Fails before the long work where the file could not be written after it.
fn ready(path: &Utf8Path) -> Outcome<()> {
    let made = match path.parent() {
        Some(folder) if !folder.as_str().is_empty() => fs_err::create_dir_all(folder),
        _ => Ok(()),
    };
    made.map_err(|error| file_failure(&error).while_doing(format_args!("write {path}")))
}

fn write(path: &Utf8Path, bytes: &[u8]) -> Outcome<()> {
    let beside = format!("{path}.new");
    let written = fs_err::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs_err::rename(&beside, path));
    written.map_err(|error| file_failure(&error).while_doing(format_args!("write {path}")))
}
