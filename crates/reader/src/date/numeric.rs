//! Dates in digits alone: `2021-05-12`, `12.05.2021`, `5/12/2021`, `12.5.`, `05/2021`.

use super::atoms::Reading;
use super::calendar::{Parts, Year};

/// Numbers with what stands between them.
struct Chain {
    numbers: [(i16, usize); 3],
    n_numbers: usize,
    /// `-` where a hyphen stood, else the mark.
    sign: char,
    end: usize,
}

impl Reading<'_> {
    /// A date in digits and where it ends. Day and month without a year need an announcement.
    pub(super) fn numeric(&self, at: usize, is_announced: bool) -> Option<(usize, Parts)> {
        if self.is_joined(at) {
            return None;
        }
        let chain = self.chain(at)?;
        let parts = match (chain.n_numbers, chain.numbers) {
            (3, [(year, 4), (month, 1 | 2), (day, 1 | 2)]) => of_day(day, month, year),
            (3, [(day, 1 | 2), (month, 1 | 2), (year, 4)]) => self.day_month_year(day, month, year, chain.sign),
            (3, [(day, 1 | 2), (month, 1 | 2), (year, 2)]) if chain.sign != '-' => {
                let century = if year < 70 { 2000 } else { 1900 };
                self.day_month_year(day, month, year + century, chain.sign)
            }
            (2, [(year, 4), (month, 2), _]) if chain.sign == '-' && month != (year + 1) % 100 => of_month(month, year),
            (2, [(month, 1 | 2), (year, 4), _]) if chain.sign != '-' => of_month(month, year),
            (2, [(day, 1 | 2), (month, 1 | 2), _]) if is_announced && chain.sign == '.' => {
                let has_dot = self.is_mark(chain.end, ".") && !self.sentence.tokens[chain.end].spaced;
                let date = of_day(day, month, 2000).filter(|_| has_dot)?;
                return Some((chain.end + 1, Parts { year: None, ..date }));
            }
            _ => None,
        }?;
        let mut end = chain.end;
        if chain.n_numbers == 3 && parts.day.is_some() {
            end = self.small(end, super::table::Small::YearAfter).unwrap_or(end);
        }
        Some((end, parts))
    }

    fn day_month_year(&self, first: i16, second: i16, year: i16, sign: char) -> Option<Parts> {
        let is_month_first = self.words.habits.numeric_month_first && sign != '.';
        let (day, month) = if is_month_first { (second, first) } else { (first, second) };
        let either = first <= 12 && second <= 12 && first != second && is_month_first;
        let date = of_day(day, month, year).or_else(|| of_day(month, day, year))?;
        Some(Parts { is_either_way: either, ..date })
    }

    fn chain(&self, at: usize) -> Option<Chain> {
        let mut chain = Chain { numbers: [(0, 0); 3], n_numbers: 0, sign: ' ', end: at };
        let mut next = at;
        while chain.n_numbers < 3 {
            let Some((number, length)) = self.part(next) else { break };
            chain.numbers[chain.n_numbers] = (number, length);
            chain.n_numbers += 1;
            chain.end = next + 1;
            let Some((after, sign)) = self.sign(next + 1) else { break };
            if chain.sign != ' ' && sign != chain.sign {
                break;
            }
            chain.sign = sign;
            next = after;
        }
        (chain.n_numbers >= 2).then_some(chain)
    }

    /// Digits, perhaps with a time behind them: `12T10:00`.
    fn part(&self, at: usize) -> Option<(i16, usize)> {
        let word = self.digits(at).unwrap_or_else(|| {
            let word = self.sentence.word(at);
            word.find('t').filter(|cut| *cut == 2).map_or("", |cut| &word[..cut])
        });
        let is_number = matches!(word.len(), 1 | 2 | 4) && word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Some((word.parse().ok()?, word.len())) } else { None }
    }

    /// What joins two numbers of a date and the token after it. A full stop may have a blank behind it, as in `12. 5. 2021`.
    fn sign(&self, at: usize) -> Option<(usize, char)> {
        if self.is_joined(at) {
            return Some((at, '-'));
        }
        let sign = self.sentence.word(at).chars().next().filter(|sign| matches!(sign, '.' | '/'))?;
        let tokens = &self.sentence.tokens;
        let is_tight = !tokens[at].spaced && tokens.get(at + 1).is_some_and(|next| !next.spaced);
        let is_loose = sign == '.' && !tokens[at].spaced && self.words.habits.ordinal_dot;
        (is_tight || is_loose).then_some((at + 1, sign))
    }
}

fn of_month(month: i16, year: i16) -> Option<Parts> {
    of_day(1, month, year).map(|date| Parts { day: None, ..date })
}

fn of_day(day: i16, month: i16, year: i16) -> Option<Parts> {
    let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
    let is_date = (1000..=2100).contains(&year) && jiff::civil::Date::new(year, month, day).is_ok();
    is_date.then_some(Parts { day: Some(day), month: Some(month), year: Some(Year::Known(year)), ..Parts::default() })
}
