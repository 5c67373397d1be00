//! The files to read: named ones, all that folders hold in the order of their paths, and standard input.

use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use formats::Problem;
use formats::document::{Document, Kind, kind_of, read_documents};
use indicatif::ProgressBar;

/// Enough of a file to tell its kind.
const HEAD: usize = 4_096;
/// So many bytes are asked for at a time.
const STEP: usize = 1 << 17;

/// Something to read, in the order of reading.
pub(super) struct Input {
    /// Where it is; none for standard input.
    path: Option<Utf8PathBuf>,
    /// How it is called in reports.
    name: Arc<str>,
}

/// Why there is no document, as one line.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// What is wrong with a file, with its remedy.
    Wrong(String),
    /// A file in which there is nothing to read, which is no fault of it.
    Empty(String),
}

/// The inputs that the arguments name, and their size in bytes as far as it is known.
pub(super) fn inputs(paths: &[Utf8PathBuf]) -> (Vec<Result<Input, Unreadable>>, u64) {
    let (mut all, mut n_bytes) = (Vec::new(), 0);
    for path in paths {
        if path == "-" {
            all.push(Ok(Input { path: None, name: "standard input".into() }));
        } else {
            collect(path, true, &mut all, &mut n_bytes);
        }
    }
    (all, n_bytes)
}

fn collect(path: &Utf8Path, is_named: bool, all: &mut Vec<Result<Input, Unreadable>>, n_bytes: &mut u64) {
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => match entries(path) {
            Ok(entries) => entries.into_iter().for_each(|entry| match entry {
                Ok(entry) => collect(&entry, false, all, n_bytes),
                Err(problem) => all.push(Err(problem)),
            }),
            Err(problem) => all.push(Err(problem)),
        },
        // Who names a pipe means it; one that lies in a folder would be waited for without end.
        Ok(found) if is_named || found.is_file() => {
            *n_bytes += found.len();
            all.push(Ok(Input { path: Some(path.to_owned()), name: path.as_str().into() }));
        }
        Ok(_) => {}
        Err(error) => all.push(Err(unreadable(path, &error))),
    }
}

/// What a folder holds, in order; hidden files and links to folders are passed over. What cannot be read stands for itself
/// alone.
fn entries(folder: &Utf8Path) -> Result<Vec<Result<Utf8PathBuf, Unreadable>>, Unreadable> {
    let (mut paths, mut all) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        match entry {
            Ok(entry) => {
                let is_link_to_folder = entry.file_type().is_ok_and(|kind| kind.is_symlink()) && entry.path().is_dir();
                let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
                if !is_link_to_folder && !is_hidden {
                    paths.push(entry.path());
                }
            }
            Err(error) => all.push(Err(unreadable(folder, &error))),
        }
    }
    paths.sort();
    let named = |path: PathBuf| {
        Utf8PathBuf::from_path_buf(path)
            .map_err(|path| Unreadable::Wrong(format!("{}: the name is not in UTF-8; rename it", path.display())))
    };
    all.extend(paths.into_iter().map(named));
    Ok(all)
}

/// What is wrong with a file or folder, in our words: the system's own name what it tried, not what to do.
fn unreadable(path: &Utf8Path, error: &std::io::Error) -> Unreadable {
    use std::io::ErrorKind;
    let is_link = || std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    let kind = error.kind();
    let (what, hint) = match kind {
        ErrorKind::NotFound if is_link() => ("a link to a file that is not there", "mend the link or take it away"),
        ErrorKind::NotFound => ("no such file or folder", "check the path"),
        ErrorKind::PermissionDenied => ("may not be read", "allow it with `chmod`, or ask whose it is"),
        ErrorKind::NotADirectory => ("a part of the path is no folder", "check the path"),
        ErrorKind::InvalidFilename => ("no name that a file can have", "check the path"),
        _ if is_link() => ("a link that leads nowhere", "mend the link or take it away"),
        _ => return Unreadable::Wrong(format!("{path}: {kind}; check the disk and the path")),
    };
    Unreadable::Wrong(format!("{path}: {what}; {hint}"))
}

impl Input {
    /// How it is called in reports.
    pub(super) const fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Gives its documents and problems one after another until `give` breaks off.
    pub(super) fn documents(
        &self,
        kind: Option<Kind>,
        bar: &ProgressBar,
        give: &mut dyn FnMut(Result<Document, Unreadable>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match &self.path {
            None => self.read(kind, std::io::stdin().lock(), bar, give),
            Some(path) => match std::fs::File::open(path) {
                Ok(file) => self.read(kind, file, bar, give),
                Err(error) => give(Err(unreadable(path, &error))),
            },
        }
    }

    fn read(
        &self,
        kind: Option<Kind>,
        from: impl Read,
        bar: &ProgressBar,
        give: &mut dyn FnMut(Result<Document, Unreadable>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let (head, from) = match with_head(from) {
            Ok(both) => both,
            Err(error) => return give(Err(unreadable(Utf8Path::new(&*self.name), &error))),
        };
        let told = |problem: Problem| Unreadable::Wrong(problem.to_string());
        let kind = match kind.map_or_else(|| kind_of(&self.name, &head), Ok) {
            Ok(kind) => kind,
            Err(problem) => return give(Err(told(problem))),
        };
        let mut flow = ControlFlow::Continue(());
        let mut is_empty = true;
        let mut from = BufReader::with_capacity(STEP, Counted { inner: from, bar });
        read_documents(kind, &self.name, &mut from, &mut |found| {
            is_empty = false;
            flow = give(found.map_err(told));
            flow
        });
        if is_empty { give(Err(Unreadable::Empty(format!("{}: there is no text in it", self.name)))) } else { flow }
    }
}

/// The first bytes of a stream, and the stream as it was.
fn with_head(mut from: impl Read) -> std::io::Result<(Vec<u8>, impl Read)> {
    let mut head = Vec::with_capacity(HEAD);
    from.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let again = std::io::Cursor::new(head.clone());
    Ok((head, again.chain(from)))
}

/// Tells the bar how much was taken, a buffer at a time.
struct Counted<'a, R> {
    inner: R,
    bar: &'a ProgressBar,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n_read = self.inner.read(into)?;
        self.bar.inc(n_read as u64);
        Ok(n_read)
    }
}
