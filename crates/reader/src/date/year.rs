//! Years and decades: when a number is one, and when it only counts what follows.

use super::atoms::Reading;
use super::calendar::{Parts, Year};
use super::table::{Small, Unit};
use super::words::Atom;
use crate::text::TokenKind;

/// The years that a number without any word beside it may mean.
const BARE_YEARS: std::ops::RangeInclusive<i16> = 1800..=2100;
/// The years that a number may mean after "in".
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2100;

impl Reading<'_> {
    /// The year after a day or month, and where the expression ends with or without it.
    pub(super) fn year_after(&self, at: usize, may_have_comma: bool) -> (usize, Option<Year>) {
        let has_comma = may_have_comma && self.is_mark(at, ",");
        let next = self.skip(at + usize::from(has_comma), Small::Joint);
        let number = self.small(next, Small::YearBefore).unwrap_or(next);
        // After a month "2021" is a year even before "pupils"; "2000" may count them.
        let digits = || self.digits(number).filter(|digits| digits.len() == 4 && !digits.ends_with("00"))?.parse().ok();
        let year = self.known_year(number).or_else(|| digits().map(|year| (number + 1, year)));
        if let Some((end, year)) = year.filter(|(_, year)| YEARS.contains(year)) {
            return (end, Some(Year::Known(year)));
        }
        match self.relative(at).or_else(|| self.relative(next)) {
            Some((end, relative)) if relative.unit == Unit::Year && !has_comma => (end, Some(Year::Relative(relative))),
            _ => (at, None),
        }
    }

    /// Four digits that are not a number of something, with what says "year" after them.
    pub(super) fn known_year(&self, at: usize) -> Option<(usize, i16)> {
        let digits = self.digits(at).filter(|digits| digits.len() == 4)?;
        let year: i16 = digits.parse().ok()?;
        let mut end = at + 1;
        let is_suffix =
            self.is_joined(end) && self.words.habits.ordinal_suffix.iter().any(|s| s == self.sentence.word(end));
        end += usize::from(is_suffix);
        if let Some(after) = self.small(end, Small::YearAfter) {
            // The full stop of an abbreviation: "г.".
            let is_short = self.sentence.word(after - 1).len() <= 2 && self.is_mark(after, ".");
            return Some((after + usize::from(is_short), year));
        }
        if self.small(end, Small::NotAfterYear).is_some() || self.is_mark(end, "%") || self.is_decade_suffix(end) {
            return None;
        }
        Some((end, year))
    }

    /// A year alone. Without an announcement it has to look like one and nothing after it may be what it counts.
    pub(super) fn year_alone(&self, at: usize, is_announced: bool) -> Option<(usize, Parts)> {
        let after_word = self.small(at, Small::YearBefore);
        let is_announced = is_announced || after_word.is_some();
        let start = after_word.unwrap_or(at);
        let (end, year) = self.known_year(start)?;
        let of_year = Parts { year: Some(Year::Known(year)), is_bare: !is_announced, ..Parts::default() };
        if self.is_joined(end) && self.digits(end).is_none() {
            return None;
        }
        if end > start + 1 || after_word.is_some() {
            return YEARS.contains(&year).then_some((end, of_year));
        }
        if is_announced {
            // A round number before a noun is more often a number of things: "in 2000 Haushalten".
            let is_round = self.digits(start).is_some_and(|digits| digits.ends_with("00"));
            return (YEARS.contains(&year) && (!is_round || self.stands_alone(start, end))).then_some((end, of_year));
        }
        let is_alone = !self.is_joined(start) && self.stands_alone(start, end);
        (BARE_YEARS.contains(&year) && is_alone).then_some((end, of_year))
    }

    /// Whether a bare number is set off as a year is: not glued to a sign, not counting the noun after it.
    fn stands_alone(&self, at: usize, end: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let is_before = at == 0
            || tokens[at].spaced
                && !matches!(self.sentence.word(at - 1), "$" | "€" | "£" | "#" | "№" | "+" | "=" | "/")
            || matches!(self.sentence.word(at - 1), "(" | "[" | "\"" | "'" | "-" | "*" | ",");
        let is_refused = (0..at).rev().take(3).any(|before| {
            let end = self.small(before, Small::NotBeforeYear);
            end.is_some_and(|end| end == at || end + 1 == at && self.is_mark(end, "."))
        });
        let is_round = self.digits(at).is_some_and(|digits| digits.ends_with("00"));
        let is_about = at > 0 && self.small(at - 1, Small::About).is_some();
        if !is_before || is_refused || is_round && is_about {
            return false;
        }
        let Some(next) = tokens.get(end) else { return true };
        if next.kind != TokenKind::Word {
            let is_glued = matches!(self.sentence.word(end), "/" | "°" | "@" | "'" | "=") && !next.spaced;
            return !is_glued || self.is_mark(end, "/") && self.number(end + 1, 2).is_some();
        }
        // "the 2014 agreement" names a year, "2014 agreements" counts.
        let is_named = !is_round && at > 0 && self.small(at - 1, Small::BeforeYear).is_some();
        let is_noun = next.is_capital == self.words.habits.capital_nouns && !is_named;
        self.small(end, Small::AfterYear).is_some() || next.is_capital && !is_noun || !is_noun && !is_round
    }

    /// "the 1990s", "1990-е", "90er", "les années 1990".
    pub(super) fn decade(&self, at: usize) -> Option<(usize, Parts)> {
        if let Some((end, first)) =
            self.find(at, |atom| if let Atom::Decade(first) = atom { Some(first) } else { None })
        {
            return Some((end, Parts { decade: Some(first), is_bare: true, ..Parts::default() }));
        }
        let before = self.small(at, Small::DecadeBefore);
        let start = before.unwrap_or(at);
        let start = start + usize::from(self.is_mark(start, "'"));
        let word = self.sentence.word(start);
        let cut = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, suffix) = word.split_at(cut);
        let is_suffix = self.words.habits.decade_suffix.iter().any(|decade| decade == suffix);
        let after = start + 1 + usize::from(self.is_decade_suffix(start + 1));
        if !suffix.is_empty() && !is_suffix || suffix.is_empty() && before.is_none() && after == start + 1 {
            return None;
        }
        let number: i16 = if matches!(cut, 2 | 4) { digits.parse().ok()? } else { return None };
        let first = if cut == 2 { number + 1900 } else { number };
        let end = self.small(after, Small::YearAfter).unwrap_or(after);
        let is_decade = first % 10 == 0 && (1000..=2090).contains(&first);
        is_decade.then_some((end, Parts { decade: Some(first), is_bare: before.is_none(), ..Parts::default() }))
    }

    /// What makes a decade of the digits before it: "1990-х", "1990's".
    fn is_decade_suffix(&self, at: usize) -> bool {
        let word = self.sentence.word(at);
        let is_suffix = self.words.habits.decade_suffix.iter().any(|suffix| suffix == word);
        is_suffix && self.is_joined(at)
            || word == "'s"
                && !self.sentence.tokens[at].spaced
                && self.words.habits.decade_suffix.iter().any(|s| s == "s")
                && self.sentence.word(at - 1).ends_with('0')
    }
}
