//! JSON Lines: one object a line, its text exactly as the field holds it.

use std::borrow::Cow;
use std::io::BufRead;
use std::ops::ControlFlow;

use serde::Deserialize;

use super::limits::{MAX_BYTES, read_piece};
use super::read::Document;
use super::sink::Sink;
use super::{charset, dates, tags};

/// A line may be long, and a problem keeps its text.
const SHOWN_CHARS: usize = 100;

/// The fields that are read; others are passed over.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<Value<'a>>,
    #[serde(borrow, alias = "language")]
    lang: Option<Cow<'a, str>>,
    #[serde(borrow, alias = "headline")]
    title: Option<Cow<'a, str>>,
    #[serde(borrow, alias = "published")]
    date: Option<Value<'a>>,
    #[serde(borrow)]
    dateline: Option<Cow<'a, str>>,
    #[serde(borrow, alias = "address")]
    url: Option<Cow<'a, str>>,
    // These three are not aliases of one another, for a line may have several.
    text: Option<String>,
    body: Option<String>,
    content: Option<String>,
}

/// A text, or a number where people write one for a text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value<'a> {
    #[serde(borrow)]
    Text(Cow<'a, str>),
    Number(i64),
}

impl Value<'_> {
    fn into_text(self) -> String {
        match self {
            Self::Text(text) => text.into_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
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
        id: line.id.map(Value::into_text),
        title: line.title.as_deref().and_then(tags::one_line),
        published: line.date.and_then(|date| dates::stated(&date.into_text())),
        dateline: line.dateline.as_deref().and_then(tags::one_line),
        language: line.lang.as_deref().and_then(tags::language),
        address: line.url.as_deref().and_then(tags::web_address),
        text: body,
        part: format!("line {line_no}"),
    })
}

/// As much of a line as a message shows.
fn start(line: &str) -> &str {
    line.char_indices().nth(SHOWN_CHARS).map_or(line, |(end, _)| &line[..end])
}
