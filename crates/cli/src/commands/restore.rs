//! `twain restore`: a backup in the place of the ledger, after checking it. What was there is kept beside it.

use camino::{Utf8Path, Utf8PathBuf};
use ledger_sqlite::SqliteLedger;

use super::backup::{beside, checked, remove_if_there, same_file};
use crate::args::RestoreArgs;
use crate::exit::{Exit, Failure, Outcome, file_failure};
use crate::open::Context;
use crate::render::counted;

pub(crate) async fn run(args: &RestoreArgs, cx: Context<'_>) -> Outcome {
    let place = cx.place()?;
    if same_file(place, &args.file).is_some() {
        return Err(Failure::wrong(format!("{} is the ledger itself", args.file), "name a backup"));
    }
    if place.exists() && !args.force {
        return Err(Failure::wrong(
            format!("{place} is already there"),
            "replace it with --force; it is kept beside as .before-restore",
        ));
    }
    // The check is done on the copy: what is put in place is what was checked, and the backup stays as it is.
    let copy = beside(place, "restoring");
    remove_all(&copy)?;
    fs_err::copy(&args.file, &copy).map_err(|error| file_failure(&error))?;
    let found = match checked(&copy, cx).await {
        Ok(found) => found,
        Err(failure) => {
            remove_all(&copy)?;
            return Err(failure.while_doing(format_args!("check {}", args.file)));
        }
    };
    if !found.is_sound() {
        remove_all(&copy)?;
        return Err(Failure::no(
            format!("{} has {}; nothing was replaced", args.file, counted(found.faults.len(), "fault", "faults")),
            format!("see them with `twain --db {} verify`, or take another backup", args.file),
        ));
    }
    if let Err(failure) = replace(place, &copy).await {
        remove_all(&copy)?;
        return Err(failure);
    }
    let n_entries = usize::try_from(found.n_entries).unwrap_or(usize::MAX);
    cx.out.data(&format!("{}\n", found.head))?;
    cx.out.say(&format!("{} restored to {place}; above is the head", counted(n_entries, "entry", "entries")));
    Ok(Exit::Done)
}

/// Puts `copy` in the place of the ledger in one step, and keeps the ledger as `.before-restore`.
async fn replace(place: &Utf8Path, copy: &Utf8Path) -> Outcome<()> {
    if place.exists() {
        let old = beside(place, "before-restore");
        remove_all(&old)?;
        settle(place, &old).await?;
        // A second name for the same file, where the file system knows such a thing; then nothing is missing at any moment.
        if fs_err::hard_link(place, &old).is_err() {
            fs_err::copy(place, &old).map_err(|error| file_failure(&error))?;
        }
    }
    fs_err::rename(copy, place).map_err(|error| file_failure(&error))
}

/// Folds the write-ahead log into the ledger, since a log left behind would be taken for one of the file that comes in its
/// place. The log of a ledger too damaged to open goes along with it.
async fn settle(place: &Utf8Path, old: &Utf8Path) -> Outcome<()> {
    let log = |file: &Utf8Path, ending: &str| Utf8PathBuf::from(format!("{file}{ending}"));
    match SqliteLedger::open_existing(place).await {
        Ok(ledger) => {
            ledger.close().await;
            if log(place, LOGS[0]).exists() {
                return Err(Failure::outside(
                    format!("another program has {place} open"),
                    "stop it first, such as a running `twain serve`; nothing was replaced",
                ));
            }
        }
        Err(_) => {
            for ending in LOGS.iter().filter(|ending| log(place, ending).exists()) {
                fs_err::rename(log(place, ending), log(old, ending)).map_err(|error| file_failure(&error))?;
            }
        }
    }
    Ok(())
}

const LOGS: [&str; 2] = ["-wal", "-shm"];

fn remove_all(file: &Utf8Path) -> Outcome<()> {
    for ending in ["", LOGS[0], LOGS[1]] {
        remove_if_there(Utf8Path::new(&format!("{file}{ending}")))?;
    }
    Ok(())
}
