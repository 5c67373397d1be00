//! Charts: ties by year, what was done together, and how long ago sources last spoke. Each is a drawing with the table it is
//! made from, and each number of the table opens the list behind it. Drawing and table can be saved.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Extension, Path};
use model::PartyId;
use register::{AsOf, ByYear, History, Told};

use super::frame::Frame;
use super::{Answer, filters, render};
use crate::answer::Made;
use crate::api::{Now, aside};
use crate::drawing::{Chart, Form, Row};
use crate::dto;
use crate::fault::Fault;
use crate::language::Language;
use crate::messages::Messages;
use crate::query::{AsOfQuery, Asked};
use crate::shared::Snapshot;

/// Ties listed behind one number at most.
const MOST_LISTED: usize = 60;
/// More years than these between two that have something are not drawn one by one.
const MOST_YEARS: i16 = 120;
/// Countries with a color of their own.
const MOST_COUNTRIES: usize = 3;

/// A chart with the lists behind its numbers.
struct Figure {
    chart: Chart,
    /// For each row of the chart and each series, what is counted.
    lists: Vec<Vec<Vec<Told>>>,
}

/// A number of the table with the beginning of its list.
struct Cell {
    number: usize,
    shown: Vec<Listed>,
    n_more: usize,
}

/// A tie behind a number.
struct Listed {
    title: String,
    url: String,
    claim: String,
}

#[derive(Template)]
#[template(path = "charts.html")]
struct ChartsPage {
    frame: Frame,
    figures: Vec<Shown>,
}

/// A figure as the page shows it.
struct Shown {
    chart: Chart,
    svg: String,
    rows: Vec<(String, Vec<Cell>)>,
}

impl Shown {
    fn is_empty(&self) -> bool {
        self.chart.rows.iter().all(|row| row.values.iter().all(|value| *value == 0))
    }

    fn file(&self, ending: &str) -> String {
        format!("/charts/{}.{ending}", self.chart.id)
    }
}

pub(super) async fn page(Extension(snapshot): Now, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    aside(move || {
        let title = Messages::current().text("nav-charts");
        let mut frame = Frame::new(&snapshot, as_of, title, "/charts").under("charts", "/", "").here();
        frame.summary = Messages::current().text("charts-lede");
        let figures = figures(&snapshot, as_of).into_iter().map(|figure| shown(&snapshot, figure)).collect();
        render(&ChartsPage { frame, figures })
    })
    .await?
}

/// One chart as a file: `NAME.svg` or `NAME.csv`.
pub(super) async fn file(Extension(snapshot): Now, Path(name): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    aside(move || {
        let missing = || Fault::missing("problem-no-chart", &name);
        let (id, ending) = name.split_once('.').ok_or_else(missing)?;
        let figure = figures(&snapshot, as_of).into_iter().find(|figure| figure.chart.id == id).ok_or_else(missing)?;
        match ending {
            "svg" => Ok(Made::new("image/svg+xml", figure.chart.svg(Language::current().tag()))),
            "csv" => Ok(Made::new("text/csv; charset=utf-8", figure.chart.csv())),
            _ => Err(missing()),
        }
    })
    .await?
}

fn figures(snapshot: &Snapshot, as_of: AsOf) -> [Figure; 3] {
    let history = snapshot.register.history(as_of);
    [begun(&history), together(snapshot, &history), coverage(&history)]
}

fn begun(history: &History) -> Figure {
    let series = [("begun", &history.begun), ("suspended", &history.suspended), ("ended", &history.ended)];
    by_year("begun", &series)
}

fn coverage(history: &History) -> Figure {
    by_year("coverage", &[("spoken", &history.spoken), ("listed", &history.listed)])
}

/// A chart of years, with what nobody dates at the end.
fn by_year(id: &'static str, series: &[(&str, &ByYear)]) -> Figure {
    let messages = Messages::current();
    let years: Vec<i16> = series.iter().flat_map(|(_, years)| years.keys()).filter_map(|year| *year).collect();
    let mut rows: Vec<Option<i16>> = match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if last - first <= MOST_YEARS => (*first..=*last).map(Some).collect(),
        _ => years.iter().copied().map(Some).collect::<std::collections::BTreeSet<_>>().into_iter().collect(),
    };
    rows.extend(series.iter().any(|(_, years)| years.contains_key(&None)).then_some(None));
    let list = |year: &Option<i16>| series.iter().map(|(_, by)| by.get(year).cloned().unwrap_or_default()).collect();
    let lists: Vec<Vec<Vec<Told>>> = rows.iter().map(list).collect();
    let label = |year: Option<i16>| year.map_or_else(|| messages.text("charts-undated"), |year| year.to_string());
    let labels = rows.iter().map(|year| (label(*year), year.is_none())).collect();
    let names = series.iter().map(|(name, _)| messages.text(&format!("charts-series-{name}"))).collect();
    figure(id, Form::Columns, messages.text("charts-year"), names, labels, lists)
}

/// What was done together: a bar per kind, a color per country it came from.
fn together(snapshot: &Snapshot, history: &History) -> Figure {
    let messages = Messages::current();
    let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
    for ((_, from), told) in history.activities.iter().filter(|((_, from), _)| !from.is_empty()) {
        *countries.entry(from).or_default() += told.len();
    }
    let mut countries: Vec<(&str, usize)> = countries.into_iter().collect();
    countries.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    countries.truncate(MOST_COUNTRIES);
    let place = |from: &str| countries.iter().position(|(country, _)| *country == from).unwrap_or(countries.len());
    let kinds: Vec<model::ActivityKind> = model::ActivityKind::ALL
        .iter()
        .copied()
        .filter(|kind| history.activities.keys().any(|(known, _)| known == kind))
        .collect();
    let mut lists = vec![vec![Vec::new(); countries.len() + 1]; kinds.len()];
    for ((kind, from), told) in &history.activities {
        let row = kinds.iter().position(|known| known == kind).expect("every kind has its row");
        lists[row][place(from)].extend(told);
    }
    let name = |country: &str| {
        let key = PartyId::parse(country).ok().and_then(|id| snapshot.register.party_key(&id));
        let name = key.map_or(country, |key| messages.shown_name(&snapshot.register, key));
        messages.with("charts-from", &[("country", name.into())])
    };
    let names = countries.iter().map(|(country, _)| name(country)).chain([messages.text("charts-from-any")]).collect();
    let labels = kinds.iter().map(|kind| (messages.word("activity", kind.word()), false)).collect();
    figure("together", Form::Bars, messages.text("charts-kind"), names, labels, lists)
}

fn figure(
    id: &'static str,
    form: Form,
    of: String,
    series: Vec<String>,
    labels: Vec<(String, bool)>,
    lists: Vec<Vec<Vec<Told>>>,
) -> Figure {
    let messages = Messages::current();
    let row = |((label, is_apart), lists): ((String, bool), &Vec<Vec<Told>>)| Row {
        label,
        is_apart,
        values: lists.iter().map(Vec::len).collect(),
    };
    let rows = labels.into_iter().zip(&lists).map(row).collect();
    let title = messages.text(&format!("charts-{id}-title"));
    let mut chart = Chart { id, title, form, of, series, rows, has_rest: id != "begun", ..Chart::default() };
    chart.summary = messages.text(&format!("charts-{id}-lede"));
    if let Some((peak, most)) = chart.peak() {
        let args = [("peak", peak.to_owned().into()), ("n", most.into())];
        chart.summary += &format!(" {}", messages.with("charts-peak", &args));
    }
    Figure { chart, lists }
}

fn shown(snapshot: &Snapshot, figure: Figure) -> Shown {
    let register = &*snapshot.register;
    let listed = |told: &Told| Listed {
        title: Messages::current().tie_name(register, register.tie(told.tie).id()),
        url: format!("/ties/{}", register.tie(told.tie).id()),
        claim: format!("/claims/{}", dto::name_of(register, told.claim)),
    };
    let cell = |list: &Vec<Told>| Cell {
        number: list.len(),
        shown: list.iter().take(MOST_LISTED).map(listed).collect(),
        n_more: list.len().saturating_sub(MOST_LISTED),
    };
    let rows = figure.chart.rows.iter().zip(&figure.lists);
    let rows = rows
        .filter(|(row, _)| row.values.iter().any(|value| *value > 0))
        .map(|(row, lists)| (row.label.clone(), lists.iter().map(cell).collect()))
        .collect();
    Shown { svg: figure.chart.svg(Language::current().tag()), chart: figure.chart, rows }
}
