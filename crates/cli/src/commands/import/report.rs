//! What an import says in the end: per file what was read and what was new, or every problem.

use formats::Problem;
use serde::Serialize;

use super::commit::Tally;
use super::files::{File, FirstPass};
use crate::args::Format;
use crate::bundle::Bundled;
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::render::counted;
use crate::table::{Cell, Table};

/// More problems of one file are counted, not shown.
const MOST_SHOWN: usize = 50;

/// The report of an import.
#[derive(Debug)]
pub(super) struct Report {
    files: Vec<FileReport>,
    /// Whether the first of `files` is the bundled register.
    has_bundled: bool,
    /// Whether nothing was to be written.
    pub is_dry: bool,
    /// Whether it was stopped before the end.
    pub is_stopped: bool,
}

#[derive(Debug)]
struct FileReport {
    path: String,
    n_rows: usize,
    n_rows_good: usize,
    problems: Vec<Problem>,
    tally: Tally,
}

impl Report {
    pub(super) fn new(files: &[File<'_>], passes: &[FirstPass], bundled: Option<&Bundled>) -> Self {
        let of_bundled = bundled.map(|bundled| FileReport {
            path: "the bundled register".to_owned(),
            n_rows: bundled.n_rows,
            n_rows_good: bundled.n_rows,
            problems: Vec::new(),
            tally: Tally::default(),
        });
        let has_bundled = of_bundled.is_some();
        let of_files = files.iter().zip(passes).map(|(file, pass)| FileReport {
            path: file.path.to_string(),
            n_rows: pass.n_rows,
            n_rows_good: pass.n_rows_good,
            problems: pass.problems.clone(),
            tally: Tally::default(),
        });
        Self { files: of_bundled.into_iter().chain(of_files).collect(), has_bundled, is_dry: false, is_stopped: false }
    }

    pub(super) fn n_problems(&self) -> usize {
        self.files.iter().map(|file| file.problems.len()).sum()
    }

    pub(super) fn n_rows(&self) -> usize {
        self.files.iter().map(|file| file.n_rows).sum()
    }

    pub(super) fn tally_bundled(&mut self, tally: Option<Tally>) {
        if let Some(tally) = tally {
            self.files[0].tally = tally;
        }
    }

    /// Notes what became of the file at position `idx` of those given.
    pub(super) fn tally(&mut self, idx: usize, tally: Tally) {
        self.files[idx + usize::from(self.has_bundled)].tally = tally;
    }

    /// Says every problem, and that nothing was imported.
    pub(super) fn refuse(&self, cx: Context<'_>) -> Outcome<()> {
        match cx.out.format {
            Format::Json => cx.out.json(&Answer::from(self))?,
            Format::Text | Format::Csv => self.problems(cx),
        }
        let n_files = self.files.iter().filter(|file| !file.problems.is_empty()).count();
        let message = format!(
            "{} in {}; nothing was imported",
            counted(self.n_problems(), "problem", "problems"),
            counted(n_files, "file", "files"),
        );
        cx.out
            .failure(&Failure::wrong(message, "mend them and import again, or import the good rows with --keep-going"));
        Ok(())
    }

    /// Says what was imported.
    pub(super) fn answer(&self, cx: Context<'_>) -> Outcome {
        match cx.out.format {
            Format::Json => cx.out.json(&Answer::from(self))?,
            Format::Csv => cx.out.data(&self.table().to_csv())?,
            Format::Text => {
                self.problems(cx);
                cx.out.data(&format!("{}{}\n", self.table().render(cx.out.width()), self.total()))?;
            }
        }
        if self.is_dry {
            cx.out.say("this was a dry run: nothing was written");
        }
        let n_left_out: usize = self.files.iter().map(|file| file.n_rows - file.n_rows_good).sum();
        if self.n_problems() > 0 {
            let rows = counted(n_left_out, "row", "rows");
            cx.out.insist(&format!("{}: {rows} left out", counted(self.n_problems(), "problem", "problems")));
        }
        if self.is_stopped {
            let n_new: usize = self.files.iter().map(|file| file.tally.n_claims_new).sum();
            let claims = counted(n_new, "new claim", "new claims");
            cx.out.insist(&format!("stopped: {claims} written and kept; the same command again brings in the rest"));
        }
        Ok(if self.is_stopped || self.n_problems() > 0 { Exit::No } else { Exit::Done })
    }

    /// Says the problems on stderr, the first of each file.
    fn problems(&self, cx: Context<'_>) {
        for file in self.files.iter().filter(|file| !file.problems.is_empty()) {
            for problem in file.problems.iter().take(MOST_SHOWN) {
                cx.out.insist(&problem.to_string());
            }
            if file.problems.len() > MOST_SHOWN {
                let more = file.problems.len() - MOST_SHOWN;
                cx.out.insist(&format!(
                    "{}: {}; --format json shows all",
                    file.path,
                    counted(more, "more problem", "more problems")
                ));
            }
        }
    }

    fn table(&self) -> Table {
        let mut table =
            Table::new(["file", "rows", "good rows", "new claims", "known claims", "new sources", "known sources"]);
        for file in &self.files {
            let Tally { n_claims_new, n_claims_known, n_sources_new, n_sources_known } = file.tally;
            let numbers = [file.n_rows, file.n_rows_good, n_claims_new, n_claims_known, n_sources_new, n_sources_known];
            let cells = numbers.into_iter().map(|number| Cell::new(number.to_string()).right());
            table.push(std::iter::once(Cell::new(file.path.as_str())).chain(cells));
        }
        table
    }

    fn total(&self) -> String {
        let sum = |of: fn(&Tally) -> usize| self.files.iter().map(|file| of(&file.tally)).sum::<usize>();
        let (n_new, n_known) = (sum(|tally| tally.n_claims_new), sum(|tally| tally.n_claims_known));
        let (n_sources_new, n_sources_known) = (sum(|tally| tally.n_sources_new), sum(|tally| tally.n_sources_known));
        format!(
            "{}: {n_new} new, {n_known} already known; {}: {n_sources_new} new, {n_sources_known} already known",
            counted(n_new + n_known, "claim", "claims"),
            counted(n_sources_new + n_sources_known, "source", "sources"),
        )
    }
}

/// The report as JSON.
#[derive(Serialize)]
struct Answer<'a> {
    is_dry_run: bool,
    is_stopped: bool,
    n_problems: usize,
    files: Vec<FileAnswer<'a>>,
}

#[derive(Serialize)]
struct FileAnswer<'a> {
    file: &'a str,
    n_rows: usize,
    n_rows_good: usize,
    n_claims_new: usize,
    n_claims_known: usize,
    n_sources_new: usize,
    n_sources_known: usize,
    problems: Vec<ProblemAnswer<'a>>,
}

#[derive(Serialize)]
struct ProblemAnswer<'a> {
    line: u32,
    column: &'a str,
    found: &'a str,
    expected: &'a str,
}

impl<'a> From<&'a Report> for Answer<'a> {
    fn from(report: &'a Report) -> Self {
        Self {
            is_dry_run: report.is_dry,
            is_stopped: report.is_stopped,
            n_problems: report.n_problems(),
            files: report.files.iter().map(FileAnswer::from).collect(),
        }
    }
}

impl<'a> From<&'a FileReport> for FileAnswer<'a> {
    fn from(file: &'a FileReport) -> Self {
        let problem = |problem: &'a Problem| ProblemAnswer {
            line: problem.line,
            column: &problem.column,
            found: &problem.found,
            expected: &problem.expected,
        };
        Self {
            file: &file.path,
            n_rows: file.n_rows,
            n_rows_good: file.n_rows_good,
            n_claims_new: file.tally.n_claims_new,
            n_claims_known: file.tally.n_claims_known,
            n_sources_new: file.tally.n_sources_new,
            n_sources_known: file.tally.n_sources_known,
            problems: file.problems.iter().map(problem).collect(),
        }
    }
}
