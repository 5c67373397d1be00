//! JSON Lines: one object a line, its text exactly as the field holds it.

use std::borrow::Cow;
use std::fmt;
use std::io::BufRead;
use std::ops::ControlFlow;

use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::limits::{MAX_BYTES, read_piece};
use super::read::Document;
use super::sink::Sink;
use super::{charset, dates, tags};

/// A line may be long, and a problem keeps its text.
const SHOWN_CHARS: usize = 100;

/// The fields that are read; others are passed over. Two names of one thing are fields of their own, not aliases, for a line
/// may have both.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<Value<'a>>,
    #[serde(borrow)]
    lang: Option<Value<'a>>,
    #[serde(borrow)]
    language: Option<Value<'a>>,
    #[serde(borrow)]
    title: Option<Value<'a>>,
    #[serde(borrow)]
    headline: Option<Value<'a>>,
    #[serde(borrow)]
    date: Option<Value<'a>>,
    #[serde(borrow)]
    published: Option<Value<'a>>,
    #[serde(borrow)]
    dateline: Option<Value<'a>>,
    #[serde(borrow)]
    url: Option<Value<'a>>,
    #[serde(borrow)]
    address: Option<Value<'a>>,
    text: Option<String>,
    body: Option<String>,
    content: Option<String>,
}

/// A text, or a number where people write one for a text. Anything else says nothing, and loses no document.
enum Value<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Other,
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

/// Takes any value; what is untagged would be copied into a value of serde's own first.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(number).map_or(Value::Other, Value::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Value::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}

impl<'a> Value<'a> {
    fn into_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(number) => Some(Cow::Owned(number.to_string())),
            Self::Other => None,
        }
    }
}

/// What the first of these fields gives that gives anything.
fn first<T, const N: usize>(fields: [Option<Value<'_>>; N], of: impl Fn(&str) -> Option<T>) -> Option<T> {
    fields.into_iter().flatten().filter_map(Value::into_text).find_map(|text| of(&text))
}

pub(super) fn read(from: &mut dyn BufRead, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let mut line = Vec::new();
    for line_no in 1_usize.. {
        match read_piece(from, b'\n', &mut line) {
            Ok(0) => break,
            Ok(n_read) if n_read > MAX_BYTES => sink.too_long(line_no, "a line")?,
            Ok(_) => read_one(&line, line_no, sink)?,
            Err(error) => return sink.failed(line_no, &error),
        }
    }
    ControlFlow::Continue(())
}

fn read_one(bytes: &[u8], line_no: usize, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").filter(|_| line_no == 1).unwrap_or(bytes).trim_ascii();
    if bytes.is_empty() {
        return ControlFlow::Continue(());
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(charset::decode(bytes, None).noted(line_no, sink)?),
    };
    let line: Line<'_> = match serde_json::from_str(&text) {
        Ok(line) => line,
        Err(error) => {
            let message = error.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            let expected = format!("one JSON object a line; at byte {}: {message}", error.column());
            return sink.problem(line_no, start(&text), &expected);
        }
    };
    let Some(body) = line.text.or(line.body).or(line.content) else {
        return sink.problem(line_no, start(&text), "an object with a field `text`, `body` or `content`");
    };
    sink.document(Document {
        id: line.id.and_then(Value::into_text).map(Cow::into_owned),
        title: first([line.title, line.headline], tags::one_line),
        published: first([line.date, line.published], dates::stated),
        dateline: first([line.dateline], tags::one_line),
        language: first([line.lang, line.language], tags::language),
        address: first([line.url, line.address], tags::web_address),
        text: body,
        part: format!("line {line_no}"),
    })
}

/// As much of a line as a message shows.
fn start(line: &str) -> &str {
    line.char_indices().nth(SHOWN_CHARS).map_or(line, |(end, _)| &line[..end])
}
