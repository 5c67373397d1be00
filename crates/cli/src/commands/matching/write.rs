//! Where an answer goes, and in which form.

use camino::Utf8PathBuf;
use formats::export::{write_csv, write_geojson};
use server::dto::MatchDto;

use crate::args::{Format, MatchArgs, MatchForm};
use crate::commands::export::write_beside;
use crate::exit::{Outcome, file_failure};
use crate::open::Context;
use crate::render::{self, Report};

/// Where an answer goes, and in which form.
pub(super) struct Plan {
    form: MatchForm,
    to: Option<Utf8PathBuf>,
    report: Option<Utf8PathBuf>,
}

impl Plan {
    /// What was asked for: the form named, else that of the file's name, else that of every command.
    pub(super) fn read(args: &MatchArgs, usual: Format) -> Self {
        let by_name = args.to.as_ref().and_then(|path| match path.extension() {
            Some("json") => Some(MatchForm::Json),
            Some("csv") => Some(MatchForm::Csv),
            Some("geojson") => Some(MatchForm::Geojson),
            Some("md" | "markdown") => Some(MatchForm::Markdown),
            Some("txt") => Some(MatchForm::Text),
            _ => None,
        });
        let usual = match usual {
            Format::Text => MatchForm::Text,
            Format::Json => MatchForm::Json,
            Format::Csv => MatchForm::Csv,
        };
        Self { form: args.form.or(by_name).unwrap_or(usual), to: args.to.clone(), report: args.report.clone() }
    }

    /// Whether a report is written, which holds everything.
    pub(super) fn is_report(&self) -> bool {
        self.report.is_some() || self.form == MatchForm::Markdown
    }
}

/// Writes an answer.
pub(super) fn write(plan: &Plan, answer: &MatchDto, args: &MatchArgs, cx: Context<'_>) -> Outcome<()> {
    if let Some(path) = &plan.report {
        let text = Report { answer }.render();
        write_beside(path, |out| out.write_all(text.as_bytes()).map_err(|error| file_failure(&error)))?;
        cx.out.say(&format!("report written to {path}"));
    }
    let width = if plan.to.is_some() { None } else { cx.out.width() };
    let bytes = match plan.form {
        MatchForm::Text => render::plan(answer, args.explain, width).into_bytes(),
        MatchForm::Json => {
            let text = serde_json::to_string_pretty(answer).expect("our answers have text keys and finite numbers");
            format!("{text}\n").into_bytes()
        }
        MatchForm::Markdown => Report { answer }.render().into_bytes(),
        MatchForm::Csv => {
            let mut bytes = Vec::new();
            write_csv(render::match_records(answer), &mut bytes)?;
            bytes
        }
        MatchForm::Geojson => {
            let mut bytes = Vec::new();
            write_geojson(render::match_places(answer).chain(render::match_records(answer)), &mut bytes)?;
            bytes
        }
    };
    match &plan.to {
        Some(path) => {
            write_beside(path, |out| out.write_all(&bytes).map_err(|error| file_failure(&error)))?;
            cx.out.say(&format!("answer written to {path}"));
            Ok(())
        }
        None if plan.form == MatchForm::Text => cx.out.data(&String::from_utf8_lossy(&bytes)),
        None => cx.out.bytes(&bytes),
    }
}
