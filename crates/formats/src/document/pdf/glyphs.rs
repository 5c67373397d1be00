//! What the names of glyphs mean, as fonts without a map of codes give them.
//!
//! Letters with accents are put together from the names of their parts, so that no table of thousands is needed.

use unicode_normalization::UnicodeNormalization;

const NAMES: [(&str, &str); 101] = [
    ("ampersand", "&"),
    ("asciicircum", "^"),
    ("asciitilde", "~"),
    ("asterisk", "*"),
    ("at", "@"),
    ("backslash", "\\"),
    ("bar", "|"),
    ("braceleft", "{"),
    ("braceright", "}"),
    ("bracketleft", "["),
    ("bracketright", "]"),
    ("bullet", "•"),
    ("cent", "¢"),
    ("circumflex", "ˆ"),
    ("colon", ":"),
    ("comma", ","),
    ("copyright", "©"),
    ("currency", "¤"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("degree", "°"),
    ("dieresis", "¨"),
    ("divide", "÷"),
    ("dollar", "$"),
    ("dotlessi", "ı"),
    ("eight", "8"),
    ("ellipsis", "…"),
    ("emdash", "—"),
    ("endash", "–"),
    ("equal", "="),
    ("eth", "ð"),
    ("Eth", "Ð"),
    ("Euro", "€"),
    ("exclam", "!"),
    ("exclamdown", "¡"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("fi", "fi"),
    ("five", "5"),
    ("fl", "fl"),
    ("florin", "ƒ"),
    ("four", "4"),
    ("fraction", "⁄"),
    ("germandbls", "ß"),
    ("grave", "`"),
    ("greater", ">"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("hyphen", "-"),
    ("less", "<"),
    ("logicalnot", "¬"),
    ("lslash", "ł"),
    ("Lslash", "Ł"),
    ("macron", "¯"),
    ("minus", "−"),
    ("mu", "µ"),
    ("multiply", "×"),
    ("nbspace", " "),
    ("nine", "9"),
    ("numbersign", "#"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("one", "1"),
    ("onehalf", "½"),
    ("onequarter", "¼"),
    ("oslash", "ø"),
    ("Oslash", "Ø"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("paragraph", "¶"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("percent", "%"),
    ("period", "."),
    ("periodcentered", "·"),
    ("perthousand", "‰"),
    ("plus", "+"),
    ("plusminus", "±"),
    ("question", "?"),
    ("questiondown", "¿"),
    ("quotedbl", "\""),
    ("quotedblbase", "„"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotesinglbase", "‚"),
    ("quotesingle", "'"),
    ("registered", "®"),
    ("section", "§"),
    ("semicolon", ";"),
    ("seven", "7"),
    ("six", "6"),
    ("slash", "/"),
    ("space", " "),
    ("sterling", "£"),
    ("thorn", "þ"),
    ("Thorn", "Þ"),
];

const MORE: [(&str, &str); 8] = [
    ("three", "3"),
    ("trademark", "™"),
    ("two", "2"),
    ("underscore", "_"),
    ("yen", "¥"),
    ("zero", "0"),
    ("sfthyphen", "\u{AD}"),
    ("afii61352", "№"),
];

const ACCENTS: [(&str, char); 13] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("ring", '\u{30A}'),
    ("cedilla", '\u{327}'),
    ("caron", '\u{30C}'),
    ("ogonek", '\u{328}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("hungarumlaut", '\u{30B}'),
];

/// The text of a glyph's name; `None` when the name says nothing.
pub(super) fn text(name: &str) -> Option<String> {
    // What follows a point is the shape of the same character.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    let known = NAMES.iter().chain(&MORE).find(|(known, _)| *known == name);
    if let Some((_, text)) = known {
        return Some((*text).to_owned());
    }
    by_number(name).or_else(|| cyrillic(name)).or_else(|| accented(name))
}

/// `uni0416`, `u0416` and `u1F600`.
fn by_number(name: &str) -> Option<String> {
    let digits = name.strip_prefix("uni").filter(|digits| digits.len() == 4).or_else(|| name.strip_prefix('u'))?;
    if !(4..=6).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(String::from)
}

/// `afii10017` is А, and so on through the alphabet, Ё after Е and Ж.
fn cyrillic(name: &str) -> Option<String> {
    let number: u32 = name.strip_prefix("afii")?.parse().ok()?;
    let letter = |from: u32, base: u32, yo: u32| match number - from {
        6 => yo,
        place @ 0..6 => base + place,
        place => base + place - 1,
    };
    let code = match number {
        10017..=10049 => letter(10017, 0x410, 0x401),
        10065..=10097 => letter(10065, 0x430, 0x451),
        10050 => 0x490,
        10098 => 0x491,
        10053 => 0x404,
        10101 => 0x454,
        10055 => 0x406,
        10103 => 0x456,
        10056 => 0x407,
        10104 => 0x457,
        10062 => 0x40E,
        10110 => 0x45E,
        _ => return None,
    };
    char::from_u32(code).map(String::from)
}

fn accented(name: &str) -> Option<String> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (_, mark) = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..])?;
    Some([letter, *mark].into_iter().nfc().collect())
}

/// The character of a code in the encoding that fonts of letters have built in.
pub(super) fn standard(code: u8) -> Option<char> {
    const HIGH: [(u8, char); 44] = [
        (0xA1, '¡'),
        (0xA2, '¢'),
        (0xA3, '£'),
        (0xA4, '⁄'),
        (0xA5, '¥'),
        (0xA6, 'ƒ'),
        (0xA7, '§'),
        (0xA8, '¤'),
        (0xA9, '\''),
        (0xAA, '“'),
        (0xAB, '«'),
        (0xAC, '‹'),
        (0xAD, '›'),
        (0xB1, '–'),
        (0xB2, '†'),
        (0xB3, '‡'),
        (0xB4, '·'),
        (0xB6, '¶'),
        (0xB7, '•'),
        (0xB8, '‚'),
        (0xB9, '„'),
        (0xBA, '”'),
        (0xBB, '»'),
        (0xBC, '…'),
        (0xBD, '‰'),
        (0xBF, '¿'),
        (0xC1, '`'),
        (0xC2, '´'),
        (0xC3, 'ˆ'),
        (0xC4, '˜'),
        (0xC5, '¯'),
        (0xC8, '¨'),
        (0xD0, '—'),
        (0xE1, 'Æ'),
        (0xE3, 'ª'),
        (0xE8, 'Ł'),
        (0xE9, 'Ø'),
        (0xEA, 'Œ'),
        (0xEB, 'º'),
        (0xF1, 'æ'),
        (0xF5, 'ı'),
        (0xF8, 'ł'),
        (0xF9, 'ø'),
        (0xFA, 'œ'),
    ];
    match code {
        b'\'' => Some('’'),
        b'`' => Some('‘'),
        b' '..=b'~' => Some(char::from(code)),
        0xFB => Some('ß'),
        _ => HIGH.iter().find(|(known, _)| *known == code).map(|(_, c)| *c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_their_characters() {
        let cases = [
            ("A", "A"),
            ("eacute", "é"),
            ("Scaron", "Š"),
            ("uni0416", "Ж"),
            ("afii10017", "А"),
            ("afii10023", "Ё"),
            ("afii10024", "Ж"),
            ("afii10097", "я"),
            ("fi.alt", "fi"),
            ("zero", "0"),
        ];
        for (name, expected) in cases {
            assert_eq!(text(name).as_deref(), Some(expected), "{name}");
        }
        for name in ["g123", "", ".notdef", "ü€", "afii", "xacute1"] {
            assert_eq!(text(name).filter(|text| text.len() > 2), None, "{name}");
        }
    }
}
