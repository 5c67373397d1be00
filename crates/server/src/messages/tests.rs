//! Every sentence is there in every language, with the same arguments, and reads well.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

#[test]
fn every_reason_and_word_has_its_sentence() {
    let messages = Messages::english();
    for key in register::REASON_KEYS {
        assert!(messages.has(key), "no sentence for the reason {key}");
    }
    let lists: [(&str, &[&str]); 13] = [
        ("class", model::TieClass::WORDS),
        ("act", model::ActKind::WORDS),
        ("activity", model::ActivityKind::WORDS),
        ("carrier-event", model::CarrierEvent::WORDS),
        ("grade", model::Grade::WORDS),
        ("listing", model::ListingStatus::WORDS),
        ("kind", model::PartyKind::WORDS),
        ("bound", model::Bound::WORDS),
        ("reason-code", model::ReasonCode::WORDS),
        ("source-kind", model::SourceKind::WORDS),
        ("verdict", model::Verdict::WORDS),
        ("count-unit", model::CountUnit::WORDS),
        ("level", &["country", "state", "county", "city", "institution"]),
    ];
    for (list, words) in lists {
        for word in words {
            assert!(messages.has(&format!("word-{list}-{word}")), "no label for {list} {word}");
        }
    }
    let axes = [
        ("standing", register::Standing::ALL.iter().map(|v| v.word()).collect::<Vec<_>>()),
        ("pulse", register::Pulse::ALL.iter().map(|v| v.word()).collect()),
        ("carrier", register::CarrierHealth::ALL.iter().map(|v| v.word()).collect()),
        ("permission", register::Permission::ALL.iter().map(|v| v.word()).collect()),
        ("body", register::Body::ALL.iter().map(|v| v.word()).collect()),
        ("certainty", register::Certainty::ALL.iter().map(|v| v.word()).collect()),
        ("existing", register::Existing::ALL.iter().map(|v| v.word()).collect()),
        ("doing", model::ActivityKind::WORDS.iter().copied().chain(["new-tie", "kept-tie"]).collect()),
    ];
    for (list, words) in axes {
        for word in words {
            assert!(messages.has(&format!("word-{list}-{word}")), "no label for {list} {word}");
        }
    }
}

#[test]
fn every_criterion_has_its_sentences() {
    let messages = Messages::english();
    for criterion in planning::matching::CATALOGUE {
        for key in [format!("criterion-{}", criterion.id), format!("criterion-{}-about", criterion.id)] {
            assert!(messages.has(&key), "no sentence {key}");
        }
    }
    for key in planning::matching::criteria::REASON_KEYS {
        assert!(messages.has(key), "no sentence for the reason {key}");
    }
    for (list, words) in planning::matching::criteria::WORDS {
        for word in *words {
            let key = format!("word-{list}-{}", word.replace('_', "-"));
            assert!(messages.has(&key), "no label for {list} {word}");
        }
    }
}

#[test]
fn words_read_well() {
    let check = |list: &str, words: &[&str], expected: &str| {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(Messages::english().words(list, &words), expected);
    };
    check("sector", &[], "");
    check("sector", &["oil_gas"], "oil & gas");
    check("sector", &["mining", "it", "oil_gas"], "mining, information technology and oil & gas");
    check("topic", &["district_heating", "school meals"], "district heating and school meals");
    check("", &["A_B"], "A_B");
}

#[test]
fn periods_read_well() {
    for (period, expected) in [
        ("1991", "1991"),
        ("2020-02", "February 2020"),
        ("2023-11-06", "6 November 2023"),
        ("2023-21", "spring 2023"),
        ("2023-24", "winter 2023–2024"),
        ("199X", "the 1990s"),
        ("1990~", "about 1990"),
        ("1991/..", "since 1991"),
        ("/1997", "until 1997"),
        ("1991/2022", "1991 to 2022"),
        ("/..", "since a date not known"),
        ("", "not dated"),
    ] {
        let period: Period = period.parse().expect("a period");
        assert_eq!(Messages::english().when(&period), expected);
    }
}

#[test]
fn periods_read_well_in_russian() {
    for (period, expected) in [
        ("1991", "1991"),
        ("2020-02", "февраль 2020"),
        ("2023-11-06", "6 ноября 2023"),
        ("2023-24", "зима 2023/2024"),
        ("199X", "1990-е годы"),
        ("1990~", "примерно 1990"),
        ("1991/..", "с 1991 года"),
        ("2020-02/..", "с февраля 2020"),
        ("/1997", "до 1997 года"),
        ("1991/2022-05", "1991 – май 2022"),
    ] {
        let period: Period = period.parse().expect("a period");
        assert_eq!(Messages::of(Language::Russian).when(&period), expected);
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    let said = |language: Language, n: i32| Messages::of(language).with("n-ties", &[("n", n.into())]);
    let all = [1, 2, 5, 11, 21, 22, 112].map(|n| said(Language::Russian, n));
    assert_eq!(all, ["1 связь", "2 связи", "5 связей", "11 связей", "21 связь", "22 связи", "112 связей"]);
    assert_eq!([1, 21].map(|n| said(Language::English, n)), ["one tie", "21 ties"]);
}

#[test]
fn decimals_have_the_sign_of_their_language() {
    let said = |language: Language| Messages::of(language).decimals(-0.2134);
    assert_eq!([Language::English, Language::Russian].map(said), ["-0.213", "-0,213"]);
    let other = |language: Language, way: &str| {
        let args = [
            ("left", "A".into()),
            ("instead", "B".into()),
            ("cost", "1".into()),
            ("others", 0.into()),
            ("way", way.into()),
        ];
        Messages::of(language).with("plan-runner-up", &args)
    };
    assert!(other(Language::English, "gain").contains("at a gain of 1 in total"));
    assert!(other(Language::English, "loss").contains("at a loss of 1 in total"));
    assert!(other(Language::Russian, "gain").contains("больше на 1"));
    assert!(other(Language::Russian, "loss").contains("меньше на 1"));
}

/// Every sentence that is said without Fluent, with values, words and numbers as arguments.
#[test]
fn sentences_are_said_as_fluent_says_them() {
    for (language, files) in [(Language::English, ENGLISH), (Language::Russian, RUSSIAN)] {
        let messages = Messages::of(language);
        let mut n_simple = 0;
        for (key, names) in arguments(&files) {
            let words = files.iter().flat_map(|file| file.split('[').skip(1).filter_map(|rest| rest.split(']').next()));
            let words = words.chain(["none", "of", "plain", "A & <b>", "3", ""]).collect::<BTreeSet<&str>>();
            for word in words {
                let value = |name: &str| if name == "case" { "of".into() } else { FluentValue::from(word.to_owned()) };
                let args: FluentArgs<'_> =
                    names.iter().copied().chain(["case"]).map(|name| (name, value(name))).collect();
                let Some(said) =
                    messages.say(key, |name| args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value))
                else {
                    continue;
                };
                n_simple += 1;
                assert_eq!(said, messages.format(key, Some(&args)), "{key} with {word}");
            }
            for number in [0, 1, 2, 5, 21, 1_000_000] {
                let args: FluentArgs<'_> = names.iter().map(|name| (*name, FluentValue::from(number))).collect();
                assert_eq!(messages.said(key, &args), messages.format(key, Some(&args)), "{key} with {number}");
            }
        }
        assert!(n_simple > 1_000, "only {n_simple} were simple");
    }
}

/// The keys of a language and the arguments each one's sentence uses.
fn arguments<'f>(files: &[&'f str]) -> BTreeMap<&'f str, BTreeSet<&'f str>> {
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for file in files {
        let mut key = "";
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                key = line.split('=').next().expect("a key").trim();
                assert!(found.insert(key, BTreeSet::new()).is_none(), "{key} stands twice");
            }
            let names = line.split('$').skip(1).filter(|text| text.starts_with(|c: char| c.is_ascii_lowercase()));
            let end = |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            let names = names.map(|text| &text[..end(text).unwrap_or(text.len())]);
            found.entry(key).or_default().extend(names.filter(|name| *name != "case"));
        }
    }
    found
}

#[test]
fn every_language_says_everything_with_the_same_arguments() {
    let english = arguments(&ENGLISH);
    for (language, files) in [(Language::Russian, RUSSIAN)] {
        let other = arguments(&files);
        let lacking = |these: &BTreeMap<&'static str, _>, those: &BTreeMap<_, _>| {
            these.keys().filter(|key| !those.contains_key(*key)).copied().collect::<Vec<_>>()
        };
        assert_eq!(lacking(&english, &other), [""; 0], "missing in {}", language.tag());
        assert_eq!(lacking(&other, &english), [""; 0], "missing in English");
        for (key, uses) in &english {
            // A plural may leave its number out: "one tie".
            let differ: Vec<_> = uses.symmetric_difference(&other[key]).collect();
            assert!(differ.is_empty(), "{}: {key} uses other arguments: {differ:?}", language.tag());
        }
    }
}

#[test]
fn russian_is_written_in_russian() {
    // The same in both.
    let same = ["site-name", "foot-api", "about-api", "scheme-", "fact-act-party", "fact-has", "fact-identified"];
    for (key, english) in &Messages::english().labels {
        let text = &Messages::of(Language::Russian).labels[key];
        let is_russian = text.chars().any(|letter| matches!(letter, 'А'..='я' | 'ё' | 'Ё'));
        let has_words = without_arguments(english).chars().filter(char::is_ascii_lowercase).count() > 2;
        let may_be_same = same.iter().any(|start| key.starts_with(start));
        assert!(is_russian || !has_words || may_be_same, "{key} is not in Russian: {text}");
    }
}

fn without_arguments(text: &str) -> String {
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}
