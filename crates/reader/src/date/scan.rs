//! Where the dates of a sentence stand, and what the words around each make of it.

use std::ops::Range;

use super::atoms::Reading;
use super::calendar::{Parts, Year};
use super::count::Amount;
use super::mention::DateRole;
use super::table::{Count, Role, Small, Unit};
use super::words::{Atom, Relative};
use crate::text::TokenKind;

/// A date before it is resolved.
pub(super) struct Found {
    pub tokens: Range<usize>,
    pub role: DateRole,
    pub left: Parts,
    pub right: Option<Parts>,
    pub is_about: bool,
    /// Whether a word such as "in" stands before it.
    pub is_announced: bool,
}

impl Reading<'_> {
    /// Every date of the sentence in order; none overlap.
    pub(super) fn scan(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.sentence.len() {
            if !self.may_begin(at) {
                at += 1;
            } else if let Some(end) = self.blocked_until(at) {
                at = end;
            } else if let Some(end) = self.small(at, Small::Habitual) {
                // "every May" is no date, and neither is "every two years in May".
                let end = self.amount(end).or_else(|| self.one(end)).map_or(end, |(end, _)| end);
                at =
                    self.dated(end).map_or(end, |habit| if habit.left.year.is_none() { habit.tokens.end } else { end });
            } else if let Some(next) = self.jubilee(at).or_else(|| self.duration(at)).or_else(|| self.dated(at)) {
                at = next.tokens.end.max(at + 1);
                found.push(next);
            } else {
                at += 1;
            }
        }
        found
    }

    /// "40th anniversary", "celebrate 40 years", "40 years of friendship", "silver jubilee".
    fn jubilee(&self, at: usize) -> Option<Found> {
        let of = |end, years, is_about| Some(Found::counted(at..end, DateRole::Jubilee { years }, is_about));
        if let Some((end, years)) =
            self.find(at, |atom| if let Atom::Jubilee(years) = atom { Some(years) } else { None })
        {
            return of(end, years, false);
        }
        let start = self.skip(at, Small::About);
        let is_about = start > at;
        if let Some((end, years)) = self.ordinal(start).or_else(|| self.count(start)) {
            if let Some(end) = self.counting(end, Count::JubileeAfter) {
                return of(end, years, is_about);
            }
            if let Some(end) = self.counting(end, Count::JubileeTime).filter(|_| self.follows(at, Count::JubileeBefore))
            {
                return of(end, years, is_about);
            }
        }
        if self.aged(at).is_some() {
            return None;
        }
        let (end, amount) = self.amount(at).filter(|(_, amount)| amount.years() > 0)?;
        if let Some(end) = self.counting(end, Count::JubileeAfter) {
            return of(end, amount.years(), amount.is_about);
        }
        let is_jubilee = self.is_of_tie(end)
            || self.comes(end, Count::Tie, self.words.habits.words_before_tie)
            || self.follows(at, Count::JubileeBefore);
        if is_jubilee { of(end, amount.years(), amount.is_about) } else { None }
    }

    /// "of partnership", "of Sister State partnership".
    fn is_of_tie(&self, at: usize) -> bool {
        self.counting(at, Count::JubileeOf).is_some_and(|end| self.comes(end, Count::Tie, 4))
    }

    /// Whether such words begin at a token or at most `skipped` words after it in the clause.
    fn comes(&self, at: usize, count: Count, skipped: usize) -> bool {
        let is_inside =
            |next: &usize| self.sentence.tokens.get(*next).is_some_and(|token| token.kind != TokenKind::Mark);
        (at..=at + skipped).take_while(is_inside).any(|next| self.counting(next, count).is_some())
    }

    /// Whether such words end right before a token.
    fn follows(&self, at: usize, count: Count) -> bool {
        self.all().any(|(_, end, atom)| end == at && atom == Atom::Count(count))
    }

    /// "for ten years", "seit zehn Jahren", "40-year partnership".
    fn duration(&self, at: usize) -> Option<Found> {
        if let Some((end, years)) =
            self.find(at, |atom| if let Atom::Lasting(years) = atom { Some(years) } else { None })
        {
            return Some(Found::lasting(at..end, Amount { number: years, unit: Unit::Year, is_about: false }));
        }
        let after = |count| self.counting(at, count).and_then(|next| self.amount(next));
        if let Some((end, amount)) = after(Count::RunningBefore) {
            return Some(Found::lasting(at..end, amount));
        }
        if let Some((end, amount)) = after(Count::AgoBefore)
            && self.counting(end, Count::RunningIf).is_some()
        {
            return Some(Found::lasting(at..end, amount));
        }
        if let Some((end, amount)) = after(Count::For) {
            let is_perfect =
                self.all().any(|(start, _, atom)| (start < at || at == 0) && atom == Atom::Count(Count::Perfect));
            if is_perfect || self.counting(end, Count::RunningAfter).is_some() || self.is_of_tie(end) {
                return Some(Found::lasting(at..end, amount));
            }
            let role = DateRole::Duration { years: amount.years() };
            return Some(Found::counted(at..end, role, amount.is_about)).filter(|_| amount.years() > 0);
        }
        if let Some(found) = self.aged(at) {
            return Some(found);
        }
        let (end, amount) = self.amount(at).filter(|(_, amount)| amount.years() > 0)?;
        let is_running = self.follows(at, Count::RunningIs) || self.comes(end, Count::RunningIs, 3);
        is_running.then(|| Found::lasting(at..end, amount))
    }

    /// "40-year-old friendship", "40-jährige Partnerschaft".
    fn aged(&self, at: usize) -> Option<Found> {
        let start = self.skip(at, Small::About);
        let (next, number) = self.count(start)?;
        let end = self.counting(next, Count::Aged).filter(|end| self.comes(*end, Count::AgedTie, 3))?;
        Some(Found::lasting(at..end, Amount { number, unit: Unit::Year, is_about: start > at }))
    }

    /// A calendar date with the small words before it, or a span of two.
    fn dated(&self, at: usize) -> Option<Found> {
        let mut next = at;
        let (mut role, mut is_about, mut is_announced) = (None, false, false);
        if self.is_joined(at) && self.digits(at).is_some() {
            // The end of "5-2" or of a telephone number.
            return None;
        }
        if let Some((end, relative, is_all)) = self.ahead(at) {
            return Some(Found::ahead(at..end, relative, is_all));
        }
        loop {
            if self.blocked_until(next).is_some() {
                return None;
            }
            if let Some((end, left, right)) = self.days(next).or_else(|| self.pair(next, role, is_announced)) {
                let role = if right.is_some() { DateRole::Span } else { date_role(role) };
                let is_about = is_about || left.is_about;
                let left = Parts { is_bare: left.is_bare && !is_announced, ..left };
                return Some(Found { tokens: at..end, role, left, right, is_about, is_announced });
            }
            if let Some((end, cue)) = self.find(next, |atom| if let Atom::Cue(cue) = atom { Some(cue) } else { None }) {
                role = role.max(Some(cue));
                is_announced = true;
                next = end;
                // "Since: 1993".
                next += usize::from(self.is_mark(next, ":"));
            } else if let Some(end) = self.small(next, Small::Part) {
                is_announced = true;
                next = end;
            } else if let Some(end) = self.small(next, Small::About) {
                is_about = true;
                // "c. 1970".
                next = end + usize::from(self.is_mark(end, ".") && self.sentence.word(end - 1).len() <= 2);
            } else if let Some(end) = self.small(next, Small::Joint).filter(|_| is_announced) {
                next = end;
            } else {
                return None;
            }
        }
    }

    /// "14 to 18 May 1998", "3-7 мая", "3 and 4 May".
    fn days(&self, at: usize) -> Option<(usize, Parts, Option<Parts>)> {
        let (end, day) = self.day(at).filter(|_| !self.is_joined(at))?;
        let end = end + usize::from(self.is_mark(end, ".") && !self.sentence.tokens[end].spaced);
        let slash = self.is_mark(end, "/").then_some(end + 1);
        let next =
            self.connector(end).or_else(|| self.small(end, Small::And)).or_else(|| self.after_dot(end)).or(slash)?;
        let (end, right) = self.day_and_month(self.skip(next, Small::Joint))?;
        (right.month.is_some() && right.day? > day).then_some((end, Parts::of_day(day), Some(right)))
    }

    /// The token after a full stop and a hyphen, which is none itself: "3.-7. Mai".
    fn after_dot(&self, at: usize) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        let is_hyphen = |next: &&crate::text::Token| !next.spaced && next.start > tokens[at - 1].end;
        tokens.get(at).filter(is_hyphen).map(|_| at)
    }

    /// One expression, or two with a connector between them.
    fn pair(&self, at: usize, role: Option<Role>, is_announced: bool) -> Option<(usize, Parts, Option<Parts>)> {
        let (end, left) = self.expression(at, is_announced)?;
        if let Some((end, right)) = self.same_month(end, &left).or_else(|| self.short_year(end, &left)) {
            return Some((end, left, Some(right)));
        }
        let and = || self.small(end, Small::And).filter(|_| role == Some(Role::Between));
        if let Some(next) = self.connector(end).or_else(and)
            && let Some((after, right)) = self.expression(self.skip(next, Small::Joint), true)
            && can_span(&left, &right, role == Some(Role::Between) || self.small(end, Small::To).is_some())
        {
            return Some((after, left, Some(right)));
        }
        Some((end, left, None))
    }

    /// "May 3-7, 2022", "Nov. 16 and 17": the second day without its month.
    fn same_month(&self, at: usize, left: &Parts) -> Option<(usize, Parts)> {
        let first =
            left.day.filter(|_| left.month.is_some() && left.year.is_none() && self.words.habits.month_first)?;
        let joined = self.connector(at);
        let next = joined.or_else(|| self.small(at, Small::And))?;
        let (end, day) = self.day(next)?;
        // "on May 3 and 40 guests": a number behind "and" may count what follows.
        let is_day = joined.is_some() || self.year_after(end, true).1.is_some() || self.is_day_alone(next, end);
        if day <= first || !is_day || self.find(end, |atom| matches!(atom, Atom::Month { .. }).then_some(())).is_some()
        {
            return None;
        }
        let (end, year) = self.year_after(end, true);
        Some((end, Parts { day: Some(day), month: left.month, year, ..Parts::default() }))
    }

    /// "2018/19", "2018-19".
    fn short_year(&self, at: usize, left: &Parts) -> Option<(usize, Parts)> {
        let Some(Year::Known(first)) = left.year.filter(|_| left.month.is_none()) else { return None };
        let is_slash = self.is_mark(at, "/") && !self.sentence.tokens[at].spaced;
        let next = if is_slash { at + 1 } else { self.connector(at)? };
        let digits = self.digits(next).filter(|digits| matches!(digits.len(), 2 | 4))?;
        let number: i16 = digits.parse().ok()?;
        let last = if digits.len() == 2 { first - first % 100 + number } else { number };
        let end = self.small(next + 1, Small::YearAfter).unwrap_or(next + 1);
        let of_year = Parts { year: Some(Year::Known(last)), ..Parts::default() };
        (last > first && last - first <= if is_slash { 5 } else { 99 }).then_some((end, of_year))
    }

    /// What stands between the ends of a span: a dash, a hyphen, "to". Gives the token after it.
    fn connector(&self, at: usize) -> Option<usize> {
        if self.is_joined(at) {
            return Some(at);
        }
        let to = self.small(at, Small::To);
        to.or_else(|| self.is_mark(at, "-").then_some(at + 1))
    }
}

/// Whether two expressions make a span. A dash joins only what is alike.
fn can_span(left: &Parts, right: &Parts, has_word: bool) -> bool {
    let shape = |parts: &Parts| {
        (
            parts.day.is_some(),
            parts.month.is_some(),
            parts.weekday.is_some() && parts.day.is_none(),
            parts.relative.is_some(),
        )
    };
    let is_backwards = match (left.year, right.year) {
        (Some(Year::Known(first)), Some(Year::Known(last))) => first > last || first == last && left.month.is_none(),
        _ => false,
    };
    !is_backwards && left.decade.is_none() && right.decade.is_none() && (has_word || shape(left) == shape(right))
}

const fn date_role(role: Option<Role>) -> DateRole {
    match role {
        Some(Role::Since) => DateRole::Since,
        Some(Role::Until) => DateRole::Until,
        Some(Role::Deadline) => DateRole::Deadline,
        None | Some(Role::On | Role::Between) => DateRole::On,
    }
}

impl Found {
    fn counted(tokens: Range<usize>, role: DateRole, is_about: bool) -> Self {
        Self { tokens, role, left: Parts::default(), right: None, is_about, is_announced: false }
    }

    /// A time that goes on: its start is so long ago.
    fn lasting(tokens: Range<usize>, amount: Amount) -> Self {
        let left = Parts { relative: Some(amount.ago()), ..Parts::default() };
        let role = DateRole::Duration { years: amount.years() };
        Self { left, ..Self::counted(tokens, role, amount.is_about) }
    }

    /// A time to come: all of it, from now on, or some day in it.
    fn ahead(tokens: Range<usize>, relative: Relative, is_all: bool) -> Self {
        let end = Parts { relative: Some(relative), ..Parts::default() };
        if !is_all {
            return Self { left: end, ..Self::counted(tokens, DateRole::Deadline, false) };
        }
        let now = Parts { relative: Some(Relative { by: 0, ..relative }), ..Parts::default() };
        Self { left: now, right: Some(end), ..Self::counted(tokens, DateRole::Span, false) }
    }
}
