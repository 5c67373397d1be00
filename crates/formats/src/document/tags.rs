//! Language tags and web addresses as files state them, in one form or not at all.

/// A BCP 47 tag from `en`, `en-US` or `en_US`; `None` for anything else.
pub(super) fn language(text: &str) -> Option<String> {
    let text = text.trim().split(['.', ',', ';', '@']).next().unwrap_or_default();
    let mut parts = text.split(['-', '_']);
    let first = parts.next()?;
    let is_first = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_tag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_first || !parts.clone().all(is_tag) {
        return None;
    }
    let mut tag = first.to_ascii_lowercase();
    for part in parts {
        tag.push('-');
        tag.push_str(&if part.len() == 2 { part.to_ascii_uppercase() } else { part.to_owned() });
    }
    Some(tag)
}

/// A full web address; `None` for a relative one, or one with blanks.
pub(super) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    (!rest.is_empty() && !rest.contains(char::is_whitespace)).then(|| text.to_owned())
}

/// The text on one line with single blanks; `None` when nothing is left.
pub(super) fn one_line(text: &str) -> Option<String> {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_one_form() {
        let cases = [("en", "en"), ("EN_us", "en-US"), ("zh-Hans-CN", "zh-Hans-CN"), ("ru_RU.UTF-8", "ru-RU")];
        for (text, expected) in cases {
            assert_eq!(language(text).as_deref(), Some(expected));
        }
        for text in ["", "english", "e", "en us", "<en>", "en-"] {
            assert_eq!(language(text), None, "{text}");
        }
        assert_eq!(web_address(" https://gazette.example/1 ").as_deref(), Some("https://gazette.example/1"));
        assert_eq!(web_address("/1"), None);
        assert_eq!(one_line(" a \n\t b ").as_deref(), Some("a b"));
        assert_eq!(one_line(" \n"), None);
    }
}
