//! `twain backup`: a copy of the ledger as of one moment, checked before it is called a backup.

use camino::{Utf8Path, Utf8PathBuf};
use ledger::{Ledger, Verification, verify};
use ledger_sqlite::SqliteLedger;

use crate::args::BackupArgs;
use crate::exit::{Exit, Failure, Outcome, file_failure};
use crate::open::{Context, opening};
use crate::progress;
use crate::render::counted;

pub(crate) async fn run(args: &BackupArgs, cx: Context<'_>) -> Outcome {
    let ledger = cx.open_existing().await?;
    if args.file.exists() && !args.force {
        return Err(Failure::wrong(
            format!("{} is already there", args.file),
            "choose another name, or replace it with --force",
        ));
    }
    if let Some(place) = same_file(cx.place()?, &args.file) {
        return Err(Failure::wrong(format!("{place} is the ledger itself"), "choose another name"));
    }
    // The copy takes its name only when it is whole and sound, so that a bad one never replaces a good one.
    let copy = beside(&args.file, "new");
    remove_if_there(&copy)?;
    ledger.backup_to(copy.as_std_path()).await?;
    ledger.close().await;
    let found = checked(&copy, cx).await?;
    if !found.is_sound() {
        return Err(Failure::no(
            format!("the copy at {copy} has {}", counted(found.faults.len(), "fault", "faults")),
            "run `twain verify` on the ledger",
        ));
    }
    fs_err::rename(&copy, &args.file).map_err(|error| file_failure(&error))?;
    let n_entries = usize::try_from(found.n_entries).unwrap_or(usize::MAX);
    cx.out.data(&format!("{}\n", found.head))?;
    cx.out.say(&format!(
        "{} copied to {} and checked; above is the head",
        counted(n_entries, "entry", "entries"),
        args.file
    ));
    Ok(Exit::Done)
}

/// Checks a ledger at `place` from its first entry to its last.
pub(super) async fn checked(place: &Utf8Path, cx: Context<'_>) -> Outcome<Verification> {
    let ledger = SqliteLedger::open_existing(place).await.map_err(|error| opening(error, place))?;
    let bar = progress::bar(&cx.out, "checking", ledger.head().await?.seq.0);
    let found = verify(&ledger, None, |n_checked| bar.set_position(n_checked)).await?;
    bar.finish_and_clear();
    ledger.close().await;
    Ok(found)
}

/// A name beside a file: `twain.db` gives `twain.db.new`.
pub(super) fn beside(file: &Utf8Path, ending: &str) -> Utf8PathBuf {
    Utf8PathBuf::from(format!("{file}.{ending}"))
}

pub(super) fn remove_if_there(file: &Utf8Path) -> Outcome<()> {
    match fs_err::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(file_failure(&error)),
        _ => Ok(()),
    }
}

/// The file that both paths name, if they name one.
pub(super) fn same_file(a: &Utf8Path, b: &Utf8Path) -> Option<Utf8PathBuf> {
    let (a, b) = (a.canonicalize_utf8().ok()?, b.canonicalize_utf8().ok()?);
    (a == b).then_some(a)
}
