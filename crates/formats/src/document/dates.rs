//! Dates as files state them; only those that can be read in one way.

use jiff::civil::Date;
use model::PartialDate;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads ISO 8601 (a time after the day is dropped, its day stands as written), EDTF, and the dates of mail and feeds
/// (`Mon, 30 Nov 2020 09:00:00 +0300`). Anything else, such as `3/4/1991`, is `None`.
pub(super) fn stated(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let day_only = text.get(..10).filter(|_| text[10..].starts_with(['T', 't', ' ']));
    let date = day_only.unwrap_or(text).parse().ok().or_else(|| compact(text)).or_else(|| mail_date(text))?;
    plausible(date)
}

/// A day in an address, as in `https://gazette.example/1991/04/03/mill`.
pub(super) fn in_address(address: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = address.split(['?', '#']).next()?.split('/').skip(3).collect();
    parts.windows(3).find_map(|triple| {
        let is_day = triple[0].len() == 4 && triple[1].len() == 2 && triple[2].len() == 2;
        if is_day { day(triple[0], triple[1], triple[2]).and_then(plausible) } else { None }
    })
}

/// Years in which documents of this field are published; others are fillers such as `0001-01-01` or `1970-01-01`.
fn plausible(date: PartialDate) -> Option<PartialDate> {
    let filler = Date::constant(1970, 1, 1);
    ((1800..2200).contains(&date.year()) && (date.earliest(), date.latest()) != (filler, filler)).then_some(date)
}

/// `20201130`, also with a time.
fn compact(text: &str) -> Option<PartialDate> {
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = &text[8..];
    let has_time = rest.starts_with(['T', 't']) || rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_digit());
    if !rest.is_empty() && !has_time {
        return None;
    }
    day(&digits[..4], &digits[4..6], &digits[6..])
}

fn mail_date(text: &str) -> Option<PartialDate> {
    let text = match text.split_once(',') {
        Some((weekday, rest)) if weekday.bytes().all(|byte| byte.is_ascii_alphabetic()) => rest,
        _ => text,
    };
    let mut words = text.split_ascii_whitespace();
    let (number, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    if year.len() == 4 { day(year, &month.to_string(), number) } else { None }
}

fn day(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(PartialDate::day(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_with_one_meaning_are_read() {
        let cases = [
            ("2020-11-30", "2020-11-30"),
            ("2020-11-30T23:30:00-05:00", "2020-11-30"),
            ("2020-11-30 09:00", "2020-11-30"),
            ("2020-11", "2020-11"),
            ("1991", "1991"),
            ("20201130", "2020-11-30"),
            ("20201130T101500Z", "2020-11-30"),
            ("Mon, 30 Nov 2020 09:00:00 +0300", "2020-11-30"),
            ("30 November 2020", "2020-11-30"),
            ("Mon, 3 Nov 20 09:00:00 GMT", ""),
            ("3/4/1991", ""),
            ("2020-13-01", ""),
            ("0001-01-01T00:00:00", ""),
            ("1970-01-01T00:00:00Z", ""),
            ("Nov 30, 2020", ""),
            ("€€€€€€€€", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(stated(text).map(|date| date.to_string()).unwrap_or_default(), expected, "{text}");
        }
        let in_address = |address| in_address(address).map(|date| date.to_string());
        assert_eq!(in_address("https://gazette.example/news/1991/04/03/mill").as_deref(), Some("1991-04-03"));
        assert_eq!(in_address("https://gazette.example/news/1991/44/03/mill"), None);
        assert_eq!(in_address("https://gazette.example/?d=1991/04/03"), None);
    }
}
