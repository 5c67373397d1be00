//! Tables of what is named in small texts, and what holds of any text.

use std::fmt::Write;
use std::sync::LazyLock;

use gazetteer::build::{Builder, Handle, NewPlace};
use gazetteer::{Gazetteer, PlaceKind};
use proptest::prelude::*;

use super::{Context, Memory, Mention, MentionKind, Scene, find, resolve, toponyms};
use crate::language::languages;
use crate::text::{sentences, tokenize};

static PLACES: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut builder = Builder::default();
    let mut units: Vec<(&str, Handle)> = Vec::new();
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.split('|').collect();
        let [kind, country, code, region, population, point, names] = fields.as_slice() else { panic!("{line}") };
        let kind = match *kind {
            "country" => PlaceKind::Country,
            "region" => PlaceKind::Region,
            "county" => PlaceKind::County,
            _ => PlaceKind::City,
        };
        let (lat, lon) = point.split_once(' ').unwrap();
        let mut names = names.split(',').map(str::to_owned);
        let place = NewPlace {
            region: units.iter().find(|(code, _)| code == region).map(|(_, unit)| *unit),
            code: Some((*code).to_owned()).filter(|code| !code.is_empty()),
            population: population.parse().unwrap(),
            lat: lat.parse().unwrap(),
            lon: lon.parse().unwrap(),
            ..NewPlace::named(&names.next().unwrap(), kind, country)
        };
        let unit = builder.add(NewPlace { names: names.collect(), ..place });
        units.push((code, unit));
    }
    Gazetteer::open(builder.finish(&mut |_, _| {}).unwrap()).unwrap()
});

/// Kind, country, code, code of the region, people, point, names.
const TABLE: &str = "\
country|US|US||330000000|39.8 -98.6|United States,USA,США
country|RU|RU||145000000|60 100|Russia,Россия,Russland,Russie,Rusia
country|CN|CN||1400000000|35 104|China,Китай,Chine
country|FR|FR||67000000|46 2|France,Франция,Frankreich,Francia
country|DE|DE||83000000|51 9|Germany,Deutschland,Германия,Allemagne,Alemania
country|GB|GB||67000000|54 -2|United Kingdom
country|TW|TW||23000000|23.5 121|Taiwan
region|US|US-NY||20000000|42.9 -75.5|New York
region|US|US-VA||8600000|37.5 -78|Virginia
region|US|US-TX||29000000|31.2 -99.3|Texas
region|US|US-OH||11800000|40.4 -82.9|Ohio
region|CA|CA-ON||14500000|50 -86|Ontario
region|RU|RU-TUL||1400000|54 37.6|Tula Oblast,Тульская область
region|BY|BY-VI||1100000|55 29|Vitebsk Oblast,Витебская область
region|CN|CN-JX||45000000|27.6 115.7|Jiangxi,Jiangxi Province
county|US||US-TX|57000|33.6 -95.6|Lamar County
city|US||US-NY|98000|42.65 -73.75|Albany,Олбани
city|AU|||34000|-35 117.9|Albany
city|RU||RU-TUL|470000|54.2 37.6|Tula,Тула,Toula
city|RU|||1250000|56.3 44|Nizhny Novgorod,Нижний Новгород
city|RU|||410000|56.9 35.9|Tver,Тверь,Twer
city|RU|||12500000|55.8 37.6|Moscow,Москва,Moskau,Moscou
city|US||US-VA|238000|36.8 -76.3|Norfolk
city|US||US-VA|137000|37 -76.3|Hampton
city|US||US-TX|105000|32.4 -95.3|Tyler
city|US||US-TX|25000|33.7 -95.6|Paris
city|US||US-TX|2300000|29.8 -95.4|Houston
city|FR|||2100000|48.9 2.3|Paris
city|FR|||7000|47.8 6.4|Luxeuil-les-Bains
city|FR|||170000|49.5 0.1|Le Havre
city|CN|||9300000|32.1 118.8|Nanjing
city|CN|||11000000|30.6 114.3|Wuhan,Ухань
city|TW|||2700000|25 121.5|Taipei
city|GB|||8900000|51.5 -0.1|London
city|CA||CA-ON|380000|43 -81.2|London
city|DE|||560000|53.1 8.8|Bremen,Бремен
city|ES|||230000|37.2 -3.6|Granada
city|US|||870000|35.2 -80.8|Charlotte
city|US||US-OH|38000|40.1 -82.4|Newark
city|TR|||40000|41 40.3|Of
";

/// What is named in a text, a line for each sentence with any: name, kind, country, region as named, and marks.
fn named(tag: &str, text: &str) -> String {
    let language = languages().iter().find(|language| language.tag == tag).unwrap();
    let scene = Scene { text, language, gazetteer: &PLACES };
    let is_abbreviation = |word: &str| language.abbreviations.contains(word);
    let sentences: Vec<_> =
        sentences(text, &is_abbreviation).into_iter().map(|span| tokenize(text, span.range)).collect();
    let mut memory = Memory::default();
    for sentence in &sentences {
        memory.learn(&scene, sentence);
    }
    let mut mentions: Vec<Vec<Mention>> =
        sentences.iter().map(|sentence| find(&scene, sentence, &mut memory)).collect();
    resolve(&mut mentions, &PLACES, &Context::default());
    let lines = mentions.iter().map(|mentions| mentions.iter().map(shown).collect::<Vec<_>>().join("; "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / ")
}

fn shown(mention: &Mention) -> String {
    let mut text = mention.name.clone();
    let kind = match mention.kind {
        MentionKind::Place => "",
        MentionKind::Region => " region",
        MentionKind::Country => " country",
        MentionKind::Institution => " institution",
        MentionKind::Demonym => " people",
        MentionKind::Unknown => " ?",
    };
    text.push_str(kind);
    if let Some(country) = mention.country {
        let _ = write!(text, " {}", String::from_utf8_lossy(&country));
    }
    if let Some(region) = &mention.region_named {
        let _ = write!(text, " ({region})");
    }
    if let Some(full) = &mention.alias_of {
        let _ = write!(text, " = {full}");
    }
    if mention.for_place {
        text.push_str(" [its body]");
    }
    text
}

fn check(tag: &str, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(named(tag, text), *expected, "{text}");
    }
}

#[test]
fn english_qualifiers_say_which_place() {
    check(
        "en",
        &[
            ("A delegation from Albany (New York) visited Tula.", "Albany US (New York); Tula RU"),
            ("The mayor of Hampton, Virginia, came.", "Hampton US (Virginia)"),
            ("NORFOLK, Va. - All members voted.", "NORFOLK US (Va.)"),
            ("They flew to Nanjing, China, in May.", "Nanjing CN"),
            ("A school in Wuhan in China wrote.", "Wuhan CN"),
            ("Taipei in Taiwan agreed.", "Taipei TW"),
            ("Luxeuil-les-Bains in eastern France is silent.", "Luxeuil-les-Bains FR"),
            ("The council of London, Ontario, met.", "London CA (Ontario)"),
            ("The council of London met.", "London GB"),
            ("The twins are Tula, Moscow and Nanjing.", "Tula RU; Moscow RU; Nanjing CN"),
        ],
    );
}

#[test]
fn english_unit_words_belong_to_the_name() {
    check(
        "en",
        &[
            ("The City of Albany signed.", "Albany US"),
            ("Its sister city of Tula wrote.", "Tula RU"),
            ("A protocol between Vitebsk Oblast and Jiangxi Province.", "Vitebsk Oblast region BY; Jiangxi region CN"),
            ("Houston City Council voted.", "Houston US [its body]"),
            ("Officials in the U.S. and the UK agreed.", "U.S. country US; UK country GB"),
        ],
    );
}

#[test]
fn english_institutions_are_found_whole() {
    check(
        "en",
        &[
            (
                "The Wuhan University of Economics and Law signed.",
                "Wuhan University of Economics and Law institution CN",
            ),
            (
                "The University of Ohio and Tula State University met.",
                "University of Ohio institution US; Tula State University institution RU",
            ),
            (
                "The University of Granville (UG) in Wuhan, China, signed. UG is old.",
                "University of Granville institution CN / UG institution CN = University of Granville",
            ),
            (
                "The Wuhan Institute of Rock signed. WIR is old.",
                "Wuhan Institute of Rock institution CN / WIR institution CN = Wuhan Institute of Rock",
            ),
            (
                "A visit to the Institute of Rock of the Far East Branch of the Russian Academy of Stones.",
                "Institute of Rock of the Far East Branch of the Russian Academy of Stones institution RU",
            ),
        ],
    );
}

#[test]
fn english_institutions_are_named_after_all_sorts() {
    check(
        "en",
        &[
            ("National University of Tula signed.", "National University of Tula institution RU"),
            (
                "Both Tula University and Nanjing University came.",
                "Tula University institution RU; Nanjing University institution CN",
            ),
            ("The rector of King Albany University came.", "King Albany University institution"),
            ("A visit to St. Tula College took place.", "St. Tula College institution RU"),
            ("Prince of Granada University signed.", "Prince of Granada University institution ES"),
            (
                "Experts of the Wuhan Association for Overseas Exchange (WAOE) came.",
                "Wuhan Association for Overseas Exchange institution CN",
            ),
            ("Georgia Tech and Wuhan University met.", "Georgia Tech institution US; Wuhan University institution CN"),
        ],
    );
}

#[test]
fn a_long_institution_has_a_short_name() {
    let text = "The Institute of Rock of the Far East Branch came.";
    let language = languages().iter().find(|language| language.tag == "en").unwrap();
    let scene = Scene { text, language, gazetteer: &PLACES };
    let found = find(&scene, &tokenize(text, 0..text.len()), &mut Memory::default());
    assert_eq!(found[0].short.as_deref(), Some("Institute of Rock"));
}

#[test]
fn english_persons_are_no_places() {
    check(
        "en",
        &[
            ("Mayor Paris Houston said no.", ""),
            ("Senator Charlotte came to Tula. Later Charlotte left.", "Tula RU / Charlotte ? US"),
            ("A French delegation came.", "French people FR"),
            ("Of course they came to Newark.", "Newark US"),
        ],
    );
}

#[test]
fn other_names_of_the_document_choose() {
    check(
        "en",
        &[
            ("A fire in Paris was put out. Police of Lamar County came.", "Paris US / Lamar County region US"),
            ("A fire in Paris was put out. Police of France came.", "Paris FR / France country FR"),
        ],
    );
}

#[test]
fn russian_names_stand_in_every_case() {
    check(
        "ru",
        &[
            ("Делегация Тулы посетила Олбани.", "Тула RU; Олбани US"),
            ("В Туле прошёл форум.", "Тула RU"),
            ("Дружба с Тулой и Нижним Новгородом крепнет.", "Тула RU; Нижний Новгород RU"),
            ("Мэр Твери прибыл из Москвы.", "Тверь RU; Москва RU"),
            ("Договор с Бременом подписан.", "Бремен DE"),
            ("Договор с Тульской и Витебской областями.", "Тульская область region RU; Витебская область region BY"),
            (
                "Облисполком: Витебский облисполком и Тульская областная администрация.",
                "Витебская область region BY; Тульская область region RU",
            ),
            ("Договор с Московским районом Тулы.", "Московский район region RU"),
            ("Договор с Тверским районом.", "Тверской район region RU"),
        ],
    );
}

#[test]
fn german_genitives_and_capital_nouns() {
    check(
        "de",
        &[("Die Partnerschaft Bremens mit Twer ruht.", "Bremen DE; Twer RU"), ("Der Rat in Moskau tagt.", "Moskau RU")],
    );
}

#[test]
fn french_and_spanish_names() {
    check("fr", &[("La ville de Toula écrit à Paris.", "Toula RU; Paris FR")]);
    check("es", &[("El alcalde de Granada viaja a Paris.", "Granada ES; Paris FR")]);
}

#[test]
fn toponyms_hold_what_is_within_names() {
    let text = "The University of Ohio wrote to Tyler, Texas, USA, and Paris (Texas).";
    let found: Vec<&str> = toponyms(text, "en", &PLACES).into_iter().map(|one| &text[one.range]).collect();
    assert_eq!(found, ["Ohio", "Tyler", "Texas", "USA", "Paris", "Texas"]);
}

const WORDS: &[&str] = &[
    "Albany",
    "(",
    ")",
    ",",
    "New",
    "York",
    "Tula",
    "University",
    "of",
    "and",
    "the",
    "City",
    "Mayor",
    "Paris",
    "in",
    "France",
    "Va",
    ".",
    "U.S.",
    "'s",
    "-",
    "Тулы",
    "Нижним",
    "Новгородом",
    "Bremens",
    "d'",
    "l'Ohio",
    "U",
    "W",
    "D-",
    "Houston",
    "Council",
    "\n",
    "„",
    "“",
    "$",
    "US",
    "2021",
    "é",
    "\u{301}",
    "中国",
    "St",
    "county",
];

proptest! {
    #[test]
    fn mentions_are_in_order_and_within_the_text(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..30),
        any in ".{0,12}",
        is_spaced in any::<bool>(),
    ) {
        let text = [words.join(if is_spaced { " " } else { "" }), any].concat();
        for language in languages() {
            let scene = Scene { text: &text, language, gazetteer: &PLACES };
            let sentence = tokenize(&text, 0..text.len());
            let mut memory = Memory::default();
            memory.learn(&scene, &sentence);
            let mut end = 0;
            for mention in find(&scene, &sentence, &mut memory) {
                prop_assert!(mention.tokens.start >= end && mention.tokens.end <= sentence.len(), "{text:?}");
                prop_assert!(!mention.name_tokens.is_empty(), "{text:?}");
                prop_assert!(mention.tokens.start <= mention.name_tokens.start, "{text:?}");
                prop_assert!(mention.name_tokens.end <= mention.tokens.end, "{text:?}");
                end = mention.tokens.end;
            }
            let mut end = 0;
            for toponym in toponyms(&text, &language.tag, &PLACES) {
                prop_assert!(toponym.range.start >= end && text.get(toponym.range.clone()).is_some(), "{text:?}");
                end = toponym.range.end;
            }
        }
    }
}
