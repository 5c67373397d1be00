//! One mail message: subject, date and body. Senders, recipients and addresses never enter.

use std::ops::ControlFlow;

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use model::PartialDate;

use super::html::fragment_text;
use super::read::Document;
use super::sink::Sink;
use super::{Kind, kind_of, tags};

/// Messages within messages are kept by the parser in one another; more than these are no mail but an attack on the stack.
const MAX_NESTED: usize = 32;

/// Lines that may part a message; each part takes far more memory than its line.
const MAX_PARTS: usize = 20_000;

const REDACTED: &str = "[address]";

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
    if n_nested(bytes) > MAX_NESTED {
        return sink.problem(1, "a message with many messages within", "one message; save each on its own");
    }
    if bytes.windows(3).filter(|three| three == b"\n--").count() > MAX_PARTS {
        return sink.problem(1, "a message of very many parts", "a message with less in it");
    }
    let Some(message) = MessageParser::default().parse(bytes) else {
        return sink.problem(1, "no mail headers", "a mail message; save it again as .eml");
    };
    for part in message.attachments() {
        let name = part.attachment_name().unwrap_or_default();
        if let PartType::Binary(content) = &part.body
            && matches!(kind_of(name, content), Ok(Kind::Pdf | Kind::Docx))
        {
            sink.problem(1, "an attached document", "the message alone; save the attachment and read it as a file")?;
        }
    }
    let text = without_addresses(&body(&message));
    let title = message.subject().and_then(tags::one_line).map(|title| without_addresses(&title));
    if text.trim().is_empty() && title.is_none() {
        return sink.problem(1, "no text in the message", "a mail message with a text or HTML part");
    }
    sink.document(Document {
        title,
        published: message.date().and_then(day),
        language: message.root_part().content_language().as_text().and_then(tags::language),
        text,
        ..Document::default()
    })
}

/// How often a message may nest, counted from above without parsing: blanks and comments around the slash are allowed.
fn n_nested(bytes: &[u8]) -> usize {
    let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    slashes.filter(|&(at, _)| is_nesting(bytes[..at].trim_ascii_end(), bytes[at + 1..].trim_ascii_start())).count()
}

/// Whether a type that holds messages stands around a slash.
fn is_nesting(before: &[u8], after: &[u8]) -> bool {
    let is_kind = ["message", "multipart"].iter().any(|word| {
        before.len().checked_sub(word.len()).is_some_and(|at| before[at..].eq_ignore_ascii_case(word.as_bytes()))
    });
    let is_form = ["rfc822", "global", "digest"].iter().any(|word| {
        let is_word = after.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
        is_word && !after.get(word.len()).is_some_and(|next| next.is_ascii_alphanumeric() || b"-_".contains(next))
    });
    (is_kind && (is_form || after.starts_with(b"("))) || (is_form && before.ends_with(b")"))
}

/// The text parts as they are; an HTML part only where there is no text.
fn body(message: &Message<'_>) -> String {
    let mut text = String::new();
    for part in message.text_bodies() {
        let part = match &part.body {
            PartType::Text(part) => part.replace("\r\n", "\n"),
            PartType::Html(part) => fragment_text(part),
            _ => continue,
        };
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(part.trim_end());
    }
    text
}

/// The day as the sender's clock had it.
fn day(date: &mail_parser::DateTime) -> Option<PartialDate> {
    super::dates::stated(&format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
}

/// Replaces every mail address, since quoted headers and signatures carry them.
fn without_addresses(text: &str) -> String {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let name_len = rest[..at].chars().rev().take_while(|&c| is_name(c)).map(char::len_utf8).sum::<usize>();
        let host_len = rest[at + 1..]
            .chars()
            .take_while(|&c| c.is_alphanumeric() || matches!(c, '.' | '-'))
            .map(char::len_utf8)
            .sum::<usize>();
        let host = rest[at + 1..at + 1 + host_len].trim_end_matches(['.', '-']);
        if name_len > 0 && host.contains('.') {
            out.push_str(&rest[..at - name_len]);
            out.push_str(REDACTED);
        } else {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        }
        rest = &rest[at + 1 + host.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::without_addresses;

    #[test]
    fn addresses_never_enter() {
        assert_eq!(without_addresses("Write to <clerk@example.org>. @ us"), "Write to <[address]>. @ us");
        let text = "x@y @a.b clerk@example.org, next".replace("org,", "рф,");
        assert_eq!(without_addresses(&text), "x@y @a.b [address], next");
    }
}
