//! What can be asked: the parameters of pages and API, read strictly. Unknown ones are refused, so that a misspelled filter
//! never looks like an answer; empty ones, as forms send them, mean nothing was asked.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use jiff::civil::Date;
use register::AsOf;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

use crate::fault::Fault;

/// The parameters of a request, or a [`Fault`] that names the one at fault.
#[derive(Debug)]
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let read = Query::<T>::try_from_uri(&parts.uri);
        read.map(|Query(asked)| Self(asked)).map_err(|rejection| {
            // The reader's words ("unknown field `colour`, expected one of …") come after the extractor's.
            let said = rejection.body_text();
            let said = said.split_once(": ").map_or(said.as_str(), |(_, rest)| rest);
            unread(said)
        })
    }
}

/// The fault of a parameter that is not known, which needs no English of the reader; of others, what the reader says.
fn unread(said: &str) -> Fault {
    let unknown = said.split_once("unknown field `").and_then(|(_, rest)| rest.split_once('`'));
    match unknown {
        None => Fault::bad("problem-query").with("found", said),
        Some((name, rest)) => {
            let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
            let fault = Fault::bad("problem-parameter").with("found", name);
            fault.with("known", if known.is_empty() { "–".to_owned() } else { known.join(", ") })
        }
    }
}

/// The days asked for.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub(crate) struct AsOfQuery {
    /// The day the answer speaks of, as `2020-11-29`; today by default.
    #[param(example = "2020-11-29", format = Date)]
    pub(crate) true_on: String,
    /// The day up to which sources had spoken; today by default.
    #[param(example = "2020-11-29", format = Date)]
    pub(crate) known_on: String,
}

/// Which ties to list.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub(crate) struct TieQuery {
    /// Names of places or institutions, whole or their beginnings, in Latin or Cyrillic letters.
    #[param(example = "Albany")]
    pub(crate) q: String,
    /// Two countries or units; ties that join them and no third.
    #[param(example = "us~ru")]
    pub(crate) between: String,
    /// A country; ties of it, and of what lies in it.
    #[param(example = "us")]
    pub(crate) country: String,
    /// A state or region; ties of it, and of what lies in it.
    #[param(example = "us-ny")]
    pub(crate) region: String,
    /// A party; ties of it, and of what lies in it.
    #[param(example = "us-ny.albany")]
    pub(crate) party: String,
    /// The form.
    #[param(example = "full")]
    pub(crate) class: String,
    /// The formal state.
    #[param(example = "in-force")]
    pub(crate) standing: String,
    /// Whether it lives.
    #[param(example = "unknown")]
    pub(crate) pulse: String,
    /// The level.
    #[param(example = "city")]
    pub(crate) level: String,
    /// The first year of the decade in which it began, or `unknown`.
    #[param(example = "1990")]
    pub(crate) decade: String,
    /// What an activity of the tie was about, as its source says.
    #[param(example = "smart_city")]
    pub(crate) topic: String,
    /// What happened to a tie after `from` until `true_on`: `began`, `suspended` or `ended`.
    #[param(example = "began")]
    pub(crate) turn: String,
    /// The day after which `turn` looks, as `1990-01-01`; a year before `true_on` by default.
    #[param(example = "1901-01-01", format = Date)]
    pub(crate) from: String,
    /// The day the answer speaks of, as `2020-11-29`; today by default.
    #[param(example = "2020-11-29", format = Date)]
    pub(crate) true_on: String,
    /// The day up to which sources had spoken; today by default.
    #[param(example = "2020-11-29", format = Date)]
    pub(crate) known_on: String,
    /// At most this many, 1 to 500; 100 by default.
    #[param(example = "100", value_type = u32)]
    pub(crate) limit: String,
    /// The cursor of the page before, to go on after it.
    pub(crate) after: String,
}

/// What to search.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// A name, the beginning of one, or an id; `Albany, NY` narrows it.
    #[param(example = "Тула")]
    pub(crate) q: String,
    /// At most this many of each kind, 1 to 500; 100 by default.
    #[param(example = "10", value_type = u32)]
    pub(crate) limit: String,
}

/// Which sources to list.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PageQuery {
    pub(crate) true_on: String,
    pub(crate) known_on: String,
    pub(crate) after: String,
}

/// Nothing can be asked.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoQuery {}

impl AsOfQuery {
    pub(crate) fn as_of(&self, today: Date) -> Result<AsOf, Fault> {
        as_of(&self.true_on, &self.known_on, today)
    }
}

/// Reads the two clocks; empty means today.
pub(crate) fn as_of(true_on: &str, known_on: &str, today: Date) -> Result<AsOf, Fault> {
    Ok(AsOf { true_on: day(true_on, today)?, known_on: day(known_on, today)? })
}

pub(crate) fn day(text: &str, today: Date) -> Result<Date, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(today);
    }
    // The library reads more forms than one; we promise one.
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let read = if is_plain { text.parse().ok() } else { None };
    read.filter(|day: &Date| day.year() > 0).ok_or_else(|| Fault::bad("problem-date").with("found", text))
}

/// The most items of one answer.
pub(crate) const MOST_ITEMS: usize = 500;

/// Reads a limit; empty means 100.
pub(crate) fn limit(text: &str) -> Result<usize, Fault> {
    if text.is_empty() {
        return Ok(100);
    }
    let read = text.parse().ok().filter(|n| (1..=MOST_ITEMS).contains(n));
    read.ok_or_else(|| Fault::bad("problem-limit").with("found", text))
}

/// A query string of these parameters, the empty ones left out; with `?` in front unless nothing is left.
pub(crate) fn query_string<'n, 'v>(params: impl IntoIterator<Item = (&'n str, &'v str)>) -> String {
    let mut out = String::new();
    for (name, value) in params.into_iter().filter(|(_, value)| !value.is_empty()) {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        encode(&mut out, value);
    }
    out
}

/// Percent-encodes all but the unreserved characters (RFC 3986).
fn encode(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days() {
        let today = date(2024, 2, 29);
        for (text, expected) in [
            ("", Some(today)),
            (" 2020-11-29 ", Some(date(2020, 11, 29))),
            ("2020-02-30", None),
            ("20201129", None),
            ("2020-11-29T00:00", None),
            ("0000-01-01", None),
            ("yesterday", None),
        ] {
            assert_eq!(day(text, today).ok(), expected, "{text}");
        }
    }

    #[test]
    fn query_strings() {
        assert_eq!(query_string([("q", ""), ("after", "")]), "");
        assert_eq!(
            query_string([("q", "Тула & co"), ("after", "a~b")]),
            "?q=%D0%A2%D1%83%D0%BB%D0%B0%20%26%20co&after=a~b"
        );
    }
}
