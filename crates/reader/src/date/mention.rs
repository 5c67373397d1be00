//! What the dates of a sentence are for: a day, a start, an end, a span, a jubilee, a time that something lasted.

use std::ops::Range;

use model::PartialDate;

use super::atoms::Reading;
use super::calendar::{Parts, Year};
use super::context::Tense;
use super::resolve::{Context, about, years_before};
use super::scan::Found;
use super::table::Small;
use super::words::DateWords;
use crate::text::Sentence;

/// What a date says of the thing it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateRole {
    /// It happened then: "in 2019", "on Tuesday".
    On,
    /// It goes on since then: "since 1993".
    Since,
    /// It goes on until then.
    Until,
    /// From one date to another.
    Span,
    /// A round number of years: "40th anniversary", "40 years of partnership". The date is the year it counts from.
    Jubilee {
        /// How many; 0 for none.
        years: u32,
    },
    /// A time that something lasted. The date is when it began, if it lasts still: "for the past ten years".
    Duration {
        /// How many whole years; 0 for less than one.
        years: u32,
    },
    /// It is to be done by then.
    Deadline,
}

/// A date in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// The tokens that make it up, with the small word before it.
    pub tokens: Range<usize>,
    /// What it is for.
    pub role: DateRole,
    /// The date, or the start of a span; `None` when text and context do not say.
    pub date: Option<PartialDate>,
    /// The end of a span.
    pub end: Option<PartialDate>,
    /// Whether it was counted from another date, or its year was.
    pub is_relative: bool,
    /// Whether it is later than the day of publication.
    pub is_future: bool,
    /// Whether the text says "about", "almost", "more than".
    pub is_about: bool,
}

/// All dates of a sentence in order; none overlap.
///
/// `published` resolves what is counted from the day of the text ("last Thursday", "this February", a day without a year);
/// `previous` is the date last spoken of in earlier sentences and resolves "the same evening". Without them such a date is
/// found and left unresolved. A day without a year takes the year nearest to publication that fits the weekday and the tense.
pub(crate) fn dates(
    sentence: &Sentence,
    words: &DateWords,
    published: Option<&PartialDate>,
    previous: Option<&PartialDate>,
) -> Vec<DateMention> {
    let reading = Reading::new(sentence, words);
    if !reading.may_hold_a_date() {
        return Vec::new();
    }
    let mut found = reading.scan();
    inherit_years(&reading, &mut found);
    let tenses = reading.tenses();
    let mut context = Context { published: published.copied(), previous: previous.copied(), tense: None };
    let mut mentions: Vec<DateMention> = Vec::with_capacity(found.len());
    for found in &found {
        context.tense = tenses.near(&found.tokens);
        if found.role == DateRole::Deadline || found.role == DateRole::Until && context.tense.is_none() {
            context.tense = Some(Tense::Future);
        }
        let mention = found.resolve(&context);
        if matches!(mention.role, DateRole::On | DateRole::Since | DateRole::Span) {
            context.previous = mention.date.or(context.previous);
        }
        mentions.push(mention);
    }
    date_jubilees(&found, &mut mentions, published);
    mentions
}

impl Found {
    /// Whether the sentence says that its thing happened then, and does not only name a year.
    const fn is_told(&self) -> bool {
        self.is_announced || self.tokens.start == 0 || self.left.shift.is_some() || self.left.relative.is_some()
    }

    fn resolve(&self, context: &Context) -> DateMention {
        let (left, right) = self.right.map_or((self.left, None), |right| {
            let (left, right) = joined(self.left, right);
            (left, Some(right))
        });
        let is_counted = matches!(self.role, DateRole::Duration { .. } | DateRole::Jubilee { .. });
        let mut date = left.resolve(context);
        let end = right.and_then(|right| {
            // A span runs forward from its start.
            let forward = Context { published: date.or(context.published), tense: Some(Tense::Future), ..*context };
            let context = if right.relative.is_some() { context } else { &forward };
            right.resolve(context).filter(|end| date.is_none_or(|start| start.earliest() <= end.latest()))
        });
        if self.is_about {
            date = if is_counted { None } else { date.map(about) };
        }
        let is_stated = left.decade.is_some() || matches!(left.year, Some(Year::Known(_)));
        let is_future = match (date, context.published) {
            (Some(date), Some(published)) => date.earliest() > published.latest(),
            _ => false,
        };
        DateMention {
            tokens: self.tokens.clone(),
            role: self.role,
            date,
            end,
            is_relative: !is_stated,
            is_future,
            is_about: self.is_about,
        }
    }
}

/// Both ends of a span with what each takes from the other: day from month, month from year.
fn joined(mut left: Parts, mut right: Parts) -> (Parts, Parts) {
    if left.month.is_none() && left.day.is_some() && left.relative.is_none() {
        left.month = right.month;
    }
    if left.month.is_some() && left.year.is_none() && left.shift.is_none() {
        let is_last_year = left.month > right.month;
        left.year = right.year.map(|year| match year {
            Year::Known(year) if is_last_year => Year::Known(year - 1),
            year => year,
        });
    }
    if right.month.is_some() && right.year.is_none() {
        let is_next_year = right.month < left.month;
        right.year = left.year.map(|year| match year {
            Year::Known(year) if is_next_year => Year::Known(year + 1),
            year => year,
        });
    }
    (left, right)
}

/// "in January and February 2002", "on 3 May and 5 June 2019": a year belongs to all dates it closes, or opens.
fn inherit_years(reading: &Reading<'_>, found: &mut [Found]) {
    let is_listed = |before: &Found, after: &Found| {
        let mut gap = before.tokens.end..after.tokens.start;
        gap.len() <= 2
            && gap.all(|at| reading.is_mark(at, ",") || reading.small(at, Small::And).is_some())
            && before.right.is_none()
            && after.right.is_none()
    };
    let lacks = |one: &Found| one.left.month.is_some() && one.left.year.is_none() && one.left.shift.is_none();
    let known = |one: &Found| one.left.year.filter(|year| one.left.month.is_some() && matches!(year, Year::Known(_)));
    for at in (1..found.len()).rev() {
        if is_listed(&found[at - 1], &found[at]) && lacks(&found[at - 1]) {
            found[at - 1].left.year = known(&found[at]);
        }
    }
    for at in 1..found.len() {
        if is_listed(&found[at - 1], &found[at]) && lacks(&found[at]) {
            found[at].left.year = known(&found[at - 1]);
        }
    }
}

/// A jubilee counts back from the year the sentence tells of, else from publication.
fn date_jubilees(found: &[Found], mentions: &mut [DateMention], published: Option<&PartialDate>) {
    for at in 0..mentions.len() {
        let DateRole::Jubilee { years } = mentions[at].role else { continue };
        if mentions[at].is_about {
            continue;
        }
        let counted = published.and_then(|date| years_before(date, years));
        let is_founding = |date: &PartialDate| counted.is_some_and(|counted| (counted.year() - date.year()).abs() <= 1);
        let told = found
            .iter()
            .zip(mentions.iter())
            .filter(|(found, mention)| mention.role == DateRole::On && found.is_told())
            .filter_map(|(_, mention)| Some((mention.tokens.start, mention.date?)))
            .filter(|(_, date)| !is_founding(date))
            .min_by_key(|(start, _)| start.abs_diff(mentions[at].tokens.start))
            .and_then(|(_, date)| years_before(&date, years));
        mentions[at].date = told.or(counted);
    }
}
