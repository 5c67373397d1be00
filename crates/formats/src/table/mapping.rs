//! The mapping file: how somebody's own table is to be read. TOML, version 1.
//!
//! ```toml
//! layout = "partners"            # required: a layout's name
//! owner = "xa-7.upper-mill"      # whose list it is, for `partners`
//! said_on = "2024-05"            # the date of the list, where a row or source has none
//! speaker = "city clerk"         # whose words they are, where a row does not say: an office, never a person
//! grade = "list"                 # how far it carries, where a row cites no source that is known
//! ignore = ["Phone", "E-mail"]   # their columns to leave out, also of the quotes
//!
//! [columns]                      # ours = theirs; two of ours may read one of theirs
//! partner = "Twin town"
//!
//! [values.class]                 # for our column: theirs = ours; "" means not known
//! "Sister City" = "full"
//!
//! [defaults]                     # for our columns, where the cell is empty or the column missing
//! country = "XB"
//!
//! [dates]
//! order = "dmy"                  # or "mdy": how 3/4/1991 is to be read
//! ```

use std::collections::BTreeMap;
use std::ops::Range;

use model::{Grade, PartialDate, PartyId};
use serde::Deserialize;
use toml::Spanned;

use super::form::{Column, Form};
use super::kind::TableKind;
use super::nearest::nearest;
use crate::Problem;

/// Which number of `3/4/1991` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `dmy`: 3 April.
    DayFirst,
    /// `mdy`: 4 March.
    MonthFirst,
}

/// For each of our columns, our value for each of theirs.
type Values = BTreeMap<&'static str, BTreeMap<String, String>>;

/// Texts by key, with their places in the file.
type Texts = BTreeMap<Spanned<String>, Spanned<String>>;

/// How somebody's own table is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    pub(super) layout: TableKind,
    pub(super) owner: Option<PartyId>,
    pub(super) said_on: Option<PartialDate>,
    pub(super) speaker: Option<String>,
    pub(super) grade: Option<Grade>,
    pub(super) order: Option<DateOrder>,
    columns: BTreeMap<&'static str, String>,
    values: Values,
    defaults: BTreeMap<&'static str, String>,
    ignore: Vec<String>,
}

impl Mapping {
    /// Reads a mapping file; `name` is its name, for the problems.
    ///
    /// # Errors
    /// Every problem of the file, in the order of lines: bad TOML, unknown keys, columns the layout does not have,
    /// values a column does not allow.
    ///
    /// # Example
    /// ```
    /// use formats::table::Mapping;
    /// let problems = Mapping::parse("list.toml", "layout = \"partners\"\ncolumn = 1\n").expect_err("no such key");
    /// assert_eq!(problems[0].line, 2);
    /// ```
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut check = Check { name, text, problems: Vec::new() };
        let mapping = match toml::from_str::<File>(text) {
            Ok(file) => check.file(file),
            Err(error) => {
                check.problem(
                    error.span().unwrap_or_default(),
                    "",
                    "",
                    &format!("a mapping file: {}", error.message()),
                );
                None
            }
        };
        check.problems.sort_by_key(|problem| problem.line);
        match mapping {
            Some(mapping) if check.problems.is_empty() => Ok(mapping),
            _ => Err(check.problems),
        }
    }

    /// The layout it names.
    #[must_use]
    pub const fn layout(&self) -> TableKind {
        self.layout
    }

    /// The place whose list it is, if it says so.
    #[must_use]
    pub const fn owner(&self) -> Option<&PartyId> {
        self.owner.as_ref()
    }

    /// Their name of our column, where they differ.
    pub(super) fn their_name(&self, column: &str) -> Option<&str> {
        self.columns.get(column).map(String::as_str)
    }

    /// Their names of our columns.
    pub(super) fn their_names(&self) -> impl Iterator<Item = &str> {
        self.columns.values().map(String::as_str)
    }

    /// Our value for theirs, where one is stated.
    pub(super) fn value(&self, column: &str, theirs: &str) -> Option<&str> {
        self.values.get(column)?.get(&theirs.to_lowercase()).map(String::as_str)
    }

    /// Our value for an empty cell.
    pub(super) fn default(&self, column: &str) -> Option<&str> {
        self.defaults.get(column).map(String::as_str)
    }

    /// Whether their column is to be left out.
    pub(super) fn ignores(&self, header: &str) -> bool {
        self.ignore.iter().any(|ignored| ignored == &fold(header))
    }
}

/// A header as it is compared: case, blanks, hyphens and underscores do not matter.
pub(super) fn fold(header: &str) -> String {
    header.trim().to_lowercase().replace([' ', '-'], "_")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    layout: Spanned<String>,
    owner: Option<Spanned<String>>,
    said_on: Option<Spanned<String>>,
    speaker: Option<String>,
    grade: Option<Spanned<String>>,
    #[serde(default)]
    ignore: Vec<String>,
    #[serde(default)]
    columns: Texts,
    #[serde(default)]
    values: BTreeMap<Spanned<String>, BTreeMap<String, Spanned<String>>>,
    #[serde(default)]
    defaults: Texts,
    dates: Option<Dates>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    order: Spanned<String>,
}

/// Checks a file against its layout and collects what is wrong.
struct Check<'a> {
    name: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, span: Range<usize>, key: &str, found: &str, expected: &str) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX).saturating_add(1);
        self.problems.push(Problem {
            file: self.name.into(),
            line,
            column: key.into(),
            found: found.into(),
            expected: expected.into(),
        });
    }

    fn file(&mut self, file: File) -> Option<Mapping> {
        let Some(layout) = TableKind::parse(file.layout.as_ref()) else {
            let expected = format!("one of: {}", TableKind::WORDS.join(", "));
            self.problem(file.layout.span(), "layout", file.layout.as_ref(), &expected);
            return None;
        };
        let owner = self.parsed(file.owner, "owner", &Form::Party.expected(), PartyId::parse);
        let said_on = self.parsed(file.said_on, "said_on", &Form::Date.expected(), str::parse);
        let grade = self.parsed(file.grade, "grade", &Form::Word(Grade::WORDS).expected(), Grade::parse);
        let order = self.parsed(file.dates.map(|dates| dates.order), "order", "dmy or mdy", |text| match text {
            "dmy" => Ok(DateOrder::DayFirst),
            "mdy" => Ok(DateOrder::MonthFirst),
            _ => Err(()),
        });
        Some(Mapping {
            layout,
            owner,
            said_on,
            speaker: file.speaker.map(|speaker| speaker.trim().to_owned()).filter(|speaker| !speaker.is_empty()),
            grade,
            order,
            columns: self.columns(layout, file.columns),
            values: self.values(layout, file.values),
            defaults: self.defaults(layout, file.defaults),
            ignore: file.ignore.iter().map(|header| fold(header)).collect(),
        })
    }

    fn columns(&mut self, layout: TableKind, found: Texts) -> BTreeMap<&'static str, String> {
        let column =
            |(ours, theirs): (_, Spanned<String>)| Some((self.column(layout, &ours)?.name, theirs.into_inner()));
        found.into_iter().filter_map(column).collect()
    }

    fn values(
        &mut self,
        layout: TableKind,
        found: BTreeMap<Spanned<String>, BTreeMap<String, Spanned<String>>>,
    ) -> Values {
        let mut values = Values::new();
        for (ours, words) in found {
            let Some(column) = self.column(layout, &ours) else { continue };
            let word = |(theirs, value): (String, _)| Some((theirs.trim().to_lowercase(), self.value(column, value)?));
            values.insert(column.name, words.into_iter().filter_map(word).collect());
        }
        values
    }

    fn defaults(&mut self, layout: TableKind, found: Texts) -> BTreeMap<&'static str, String> {
        let default = |(ours, value)| {
            let column = self.column(layout, &ours)?;
            Some((column.name, self.value(column, value)?))
        };
        found.into_iter().filter_map(default).collect()
    }

    fn parsed<T, E>(
        &mut self,
        found: Option<Spanned<String>>,
        key: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let found = found?;
        let value = parse(found.as_ref().trim()).ok();
        if value.is_none() {
            self.problem(found.span(), key, found.as_ref(), expected);
        }
        value
    }

    fn column(&mut self, layout: TableKind, ours: &Spanned<String>) -> Option<&'static Column> {
        let column = layout.column(ours.as_ref());
        if column.is_none() {
            let names = layout.columns().iter().map(|column| column.name);
            let expected = match nearest(ours.as_ref(), names) {
                Some(name) => format!("a column of `{}`, perhaps `{name}`", layout.word()),
                None => format!("a column of `{}`", layout.word()),
            };
            self.problem(ours.span(), "", ours.as_ref(), &expected);
        }
        column
    }

    /// A value of ours, if the column allows it.
    fn value(&mut self, column: &Column, value: Spanned<String>) -> Option<String> {
        let text: &str = value.as_ref().trim();
        let folded = text.to_ascii_lowercase().replace(['_', ' '], "-");
        let good = match column.form {
            Form::Word(words) => text.is_empty() || words.contains(&folded.as_str()),
            _ => true,
        };
        if good {
            return Some(value.into_inner().trim().to_owned());
        }
        self.problem(value.span(), column.name, text, &column.form.expected());
        None
    }
}
