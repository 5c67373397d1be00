//! What is found in the wordings of the field, language by language. All texts are ours.

use std::fmt::Write;
use std::sync::LazyLock;

use model::PartialDate;
use proptest::prelude::*;

use super::{DateMention, DateRole, DateWords, dateline_date, dates};
use crate::text::{Sentence, sentences, tokenize};

mod english;
mod french;
mod german;
mod russian;
mod spanish;

static WORDS: LazyLock<Vec<(&str, DateWords)>> = LazyLock::new(|| {
    let files = [
        ("de", include_str!("../../languages/de/dates.toml")),
        ("en", include_str!("../../languages/en/dates.toml")),
        ("es", include_str!("../../languages/es/dates.toml")),
        ("fr", include_str!("../../languages/fr/dates.toml")),
        ("ru", include_str!("../../languages/ru/dates.toml")),
    ];
    let load = |text: &str| DateWords::load(text.parse::<toml::Table>().unwrap()["date"].as_table().unwrap()).unwrap();
    files.iter().map(|(tag, text)| (*tag, load(text))).collect()
});

fn words(language: &str) -> &'static DateWords {
    &WORDS.iter().find(|(tag, _)| *tag == language).unwrap().1
}

fn cut(language: &str, text: &str) -> Vec<Sentence> {
    let short = |word: &str| matches!(word, "sept" | "nov" | "feb" | "dr" | "g") || word == "0" && language == "de";
    sentences(text, &short).into_iter().map(|span| tokenize(text, span.range)).collect()
}

/// Every mention as `role date`, in order; `..` and the end for a span, `?` for what is not resolved.
fn shown(language: &str, text: &str, published: Option<&PartialDate>) -> String {
    let mut out = String::new();
    let mut previous = None;
    for sentence in cut(language, text) {
        for mention in dates(&sentence, words(language), published, previous.as_ref()) {
            if !out.is_empty() {
                out.push_str(", ");
            }
            show(&mut out, &mention);
            previous = mention.date.filter(|_| matches!(mention.role, DateRole::On | DateRole::Since)).or(previous);
        }
    }
    out
}

fn show(out: &mut String, mention: &DateMention) {
    let date = |date: Option<PartialDate>| date.map_or("?".to_owned(), |date| date.to_string());
    match mention.role {
        DateRole::On => write!(out, "on {}", date(mention.date)),
        DateRole::Since => write!(out, "since {}", date(mention.date)),
        DateRole::Until => write!(out, "until {}", date(mention.date)),
        DateRole::Deadline => write!(out, "by {}", date(mention.date)),
        DateRole::Span => write!(out, "{}..{}", date(mention.date), date(mention.end)),
        DateRole::Jubilee { years } => write!(out, "jubilee {years} {}", date(mention.date)),
        DateRole::Duration { years } => write!(out, "lasting {years} {}", date(mention.date)),
    }
    .unwrap();
}

/// Each case: the day of publication or nothing, the text, what is shown.
fn check(language: &str, cases: &[(&str, &str, &str)]) {
    for (published, text, expected) in cases {
        let published: Option<PartialDate> = (!published.is_empty()).then(|| published.parse().unwrap());
        assert_eq!(shown(language, text, published.as_ref()), *expected, "{text:?} of {published:?}");
    }
}

#[test]
fn a_mention_covers_its_words() {
    let texts = |text: &str| -> Vec<String> {
        let sentence = tokenize(text, 0..text.len());
        let found = dates(&sentence, words("en"), None, None);
        found.into_iter().map(|mention| text[sentence.bytes(mention.tokens)].to_owned()).collect()
    };
    assert_eq!(
        texts("Twinned since about 1990, the towns met in early May 2019."),
        ["since about 1990", "in early May 2019"]
    );
    assert_eq!(texts("It marked the 40th anniversary from May 3-7, 2022."), ["40th anniversary", "from May 3-7, 2022"]);
}

#[test]
fn what_is_counted_or_lies_ahead_says_so() {
    let published: PartialDate = "2021-06-01".parse().unwrap();
    let text = "Paired since 1993, they met last Thursday, will meet on Sept. 18 and plan a visit in 2023.";
    let found = dates(&tokenize(text, 0..text.len()), words("en"), Some(&published), None);
    let flags: Vec<(bool, bool)> = found.iter().map(|mention| (mention.is_relative, mention.is_future)).collect();
    assert_eq!(flags, [(false, false), (true, false), (true, true), (false, true)]);
    let text = "They have been partners for almost forty years.";
    assert!(dates(&tokenize(text, 0..text.len()), words("en"), Some(&published), None)[0].is_about);
}

#[test]
fn a_document_dates_itself_in_its_head() {
    let check = |language: &str, text: &str, expected: Option<&str>| {
        let found = dateline_date(&cut(language, text), words(language)).map(|date| date.to_string());
        assert_eq!(found.as_deref(), expected, "{text:?}");
    };
    check("en", "Towns sign\n\n9 December 2005\n\nThe mayors met in May 2004.", Some("2005-12-09"));
    check("en", "MILLTOWN, TX, April 29, 2024 /Wire/ -- The town is proud of its twin.", Some("2024-04-29"));
    check("en", "**Friday, 30 September 2022, 3:19 pm**\n\nTowns sign.", Some("2022-09-30"));
    check("en", "NEW MILL, November 30./Wire/. The towns met.", None);
    check("en", "The mayors met on 9 December 2005 and signed a charter.", None);
    check("en", "It has been a partner since 9 December 2005.", None);
    check("de", "Obermühl, 5. Mai 2019 - Die Städte feiern.", Some("2019-05-05"));
    check("de", "Niederschrift über die Sitzung vom 14.03.2022\n\nTOP 1", Some("2022-03-14"));
    check("ru", "12 мая 2021 года\n\nГорода подписали договор.", Some("2021-05-12"));
    check("fr", "Procès-verbal de la séance du 25 mars 2019\n\nPoint 1", Some("2019-03-25"));
    check("es", "Molino Alto, 21 de agosto de 2019.- Los alcaldes se reunieron.", Some("2019-08-21"));
}

#[test]
fn a_section_with_faults_is_refused_with_its_place() {
    let load = |text: &str| DateWords::load(&text.parse().unwrap()).map(|_| ()).unwrap_err();
    assert_eq!(load("[month]\n13 = [\"undecimber\"]"), "[date] key \"13\" is not in 1..=12");
    assert_eq!(load("[relative]\n\"soon\" = [\"soon\"]"), "[date] \"soon\" is not like day-1");
    assert_eq!(load("[number]\nmany = [\"many\"]"), "[date] key \"many\" is no number");
    assert!(load("[months]\n1 = []").contains("unknown field `months`"), "a section nobody reads is a slip");
    assert!(DateWords::load(&toml::Table::new()).is_ok(), "a language may have no dates yet");
}

/// Pieces that make dates when they meet, so that chance finds more than letters.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "May", "Nov.", "Tuesday", "since", "from", "to", "-", "–", "/", ".", ",", "the", "of", "last", "next", "year", "years",
            "ago", "later", "anniversary", "for", "between", "and", "1990s", "2019", "29", "31", "February", "12.05.2021", "0", "99999",
            "9999", "century", "прошлого", "года", "мая", "с", "по", "40", "летие", "Ende", "Mai", "30.", "vor", "hace", "años",
            "il y a", "ans", "weekend", "same", "following", "week", "hundred", "every",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => "[0-9]{1,9}",
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", "", "\n", "-"])), 0..24)
        .prop_map(|pieces| pieces.into_iter().fold(String::new(), |text, (piece, gap)| text + &piece + gap))
}

fn any_date() -> impl Strategy<Value = Option<PartialDate>> {
    let text = prop_oneof![
        Just("0001-01-01".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("0000".to_owned()),
        (1_i32..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
        (1_i32..=9999, 1_u8..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        (1_i32..=9999).prop_map(|year| format!("{year:04}")),
        Just("20XX".to_owned()),
        Just("9999-24".to_owned()),
    ];
    prop::option::of(text.prop_map(|text| text.parse().unwrap()))
}

proptest! {
    #[test]
    fn no_text_and_no_day_breaks_it(text in any_text(), published in any_date(), previous in any_date(), language in 0_usize..5) {
        let words = &WORDS[language].1;
        let sentence = tokenize(&text, 0..text.len());
        let mut end = 0;
        for mention in dates(&sentence, words, published.as_ref(), previous.as_ref()) {
            prop_assert!(mention.tokens.start >= end && mention.tokens.start < mention.tokens.end, "they do not overlap");
            end = mention.tokens.end;
            prop_assert!(end <= sentence.len());
            prop_assert!(text.get(sentence.bytes(mention.tokens)).is_some(), "bytes are those of whole letters");
            if let (Some(start), Some(end)) = (mention.date, mention.end) {
                prop_assert!(start.earliest() <= end.latest(), "a span runs forward");
            }
        }
        dateline_date(&cut(WORDS[language].0, &text), words);
    }
}
