//! The reader: whatever the text and its language, everything read rests on a piece of the text, and so does every claim.
#![no_main]

use std::ops::Range;
use std::sync::LazyLock;

use gazetteer::Gazetteer;
use model::{Grade, Locator, SourceId};
use reader::claims::{About, Nobody, propose};
use reader::{Document, Reader, Reading};

static PLACES: LazyLock<Gazetteer> = LazyLock::new(gazetteer::build::tiny);

const LANGUAGES: [Option<&str>; 6] = [Some("en"), Some("de"), Some("fr"), Some("es"), Some("ru"), None];

/// What texts of the field are made of: most bytes are no words at all, and would never come past the gate.
const PIECES: &[&str] = &[
    "Upper Mill", "Nether Mill", "Mill", "Mill Vale", "Aland", "Beeland", "Верхняя Мельница", "Obermühle", "sister city",
    "sister cities", "twinned with", "friendship city", "a memorandum of cooperation", "agreement", "Partnerstadt",
    "Städtepartnerschaft", "ist verschwistert mit", "jumelée avec", "jumelage", "ville jumelle", "ciudad hermana",
    "hermanada con", "город-побратим", "побратимы", "signed", "suspended", "ended", "resumed", "visited", "a delegation from",
    "the mayor of", "the two cities", "its", "and", "between", "with", "of", "in", "from", "not", "no longer", "hopes", "since 1991",
    "on 3 May 2020", "last week", "40th anniversary", "for thirty years", "in 2019", "1991", "20,000", "until peace", "according to",
    "said", "University of Mill", "City Council", "(", ")", ",", ".", ";", ":", "\n\n", "\n", "\n- ", "* ", " | ", "\t", "\"", "“", "”",
    "’s", "'s", "l’", "d'", "U.S.", "St.", "-", "—", "…", "\u{301}", "\u{ad}", "\u{200b}", "Ё", "ß", "日本", "İ", "ǆ", "A", "a.b.c.",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [language, kind, title, rest @ ..] = bytes else { return };
    let text = if kind % 4 == 0 { String::from_utf8_lossy(rest).into_owned() } else { pieced(rest) };
    let document = Document {
        title: (title % 2 == 1).then(|| text.chars().take(usize::from(*title)).collect()),
        published: (kind % 8 < 4).then(|| "2020-11-29".parse().expect("a day")),
        language: LANGUAGES[usize::from(*language) % LANGUAGES.len()].map(str::to_owned),
        text,
    };
    let reader = Reader::new(&PLACES);
    check(&document, &reader.read(&document));
    let whole = reader.reading_all().read(&document);
    check(&document, &whole);
    check_claims(&document, &whole);
});

/// A text put together of pieces, one for each byte; the last of them end a sentence.
fn pieced(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        if !text.is_empty() && byte % 16 != 0 {
            text.push(' ');
        }
        text.push_str(PIECES.get(usize::from(*byte)).copied().unwrap_or(". "));
    }
    text
}

fn check(document: &Document, reading: &Reading) {
    let is_piece = |range: &Range<usize>| {
        assert!(document.text.get(range.clone()).is_some(), "{range:?} of {:?}", document.text);
    };
    for tie in &reading.ties {
        [&tie.evidence, &tie.status_evidence, &tie.word].into_iter().for_each(is_piece);
        assert!(!tie.evidence.is_empty(), "{tie:?} of {:?}", document.text);
        assert_ne!(tie.parties[0], tie.parties[1]);
        assert!(tie.parties.iter().all(|party| *party < reading.parties.len()));
    }
    for done in &reading.activities {
        is_piece(&done.evidence);
        done.condition.iter().for_each(is_piece);
        assert!(!done.evidence.is_empty(), "{done:?} of {:?}", document.text);
        assert!(done.participants.iter().all(|party| *party < reading.parties.len()));
    }
    reading.counts.iter().for_each(|count| is_piece(&count.evidence));
    reading.wishes.iter().for_each(|wish| is_piece(&wish.evidence));
    reading.carriers.iter().for_each(|carrier| is_piece(&carrier.evidence));
    reading.left_out.iter().for_each(|left| is_piece(&left.evidence));
}

fn check_claims(document: &Document, reading: &Reading) {
    let source = SourceId::parse("fuzz").expect("an id");
    let about =
        About { source: &source, said_on: document.published, grade: Grade::Report, gazetteer: &PLACES, known: &Nobody };
    for claim in propose(reading, document, &about).claims {
        if let Locator::Bytes { start, end } = claim.evidence.locator {
            let range = usize::try_from(start).expect("small")..usize::try_from(end).expect("small");
            assert_eq!(document.text.get(range), Some(claim.evidence.quote.as_str()));
        }
    }
}
