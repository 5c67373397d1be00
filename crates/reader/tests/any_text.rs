//! Whatever the text, the reader gives an answer whose evidence lies in it.

use gazetteer::Gazetteer;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use reader::{Document, Kind, Reader, Reading};

const LANGUAGES: [&str; 6] = ["en", "ru", "de", "fr", "es", "xx"];

/// Pieces that make texts look like those of the field, and marks that break them.
const PIECES: [&str; 44] = [
    "Upper Mill",
    "Mill",
    "Vale",
    "sister city",
    "twinned with",
    "of",
    "and",
    "between",
    ",",
    ".",
    "\n\n",
    "\n- ",
    "(",
    ")",
    "'s",
    "’s",
    "побратимы",
    "Мэр",
    "Partnerstadt",
    "Städtepartnerschaft mit",
    "ville jumelée",
    "l’accord d’amitié",
    "ciudad hermana",
    "1991",
    "since",
    "on 3 May 2020",
    "U.S.",
    "“",
    "”",
    "signed",
    "not",
    "Mayor",
    "University of Mill",
    "Ё",
    "\u{301}",
    "日本",
    "40th anniversary",
    " | ",
    "suspended until peace",
    ";",
    "…",
    "- ",
    "–",
    "?!",
];

fn checked(gazetteer: &Gazetteer, language: &str, title: &str, text: &str) -> Reading {
    let document = Document {
        title: Some(title.to_owned()),
        published: "2020-11-29".parse().ok(),
        language: Some(language.to_owned()),
        text: text.to_owned(),
    };
    let reading = Reader::new(gazetteer).read(&document);
    let ties = reading.ties.iter().flat_map(|tie| [&tie.evidence, &tie.status_evidence, &tie.word]);
    let activities =
        reading.activities.iter().flat_map(|done| [Some(&done.evidence), done.condition.as_ref()]).flatten();
    let rest = reading.counts.iter().map(|one| &one.evidence).chain(reading.wishes.iter().map(|one| &one.evidence));
    let left = reading.left_out.iter().map(|one| &one.evidence).chain(reading.carriers.iter().map(|one| &one.evidence));
    for range in ties.chain(activities).chain(rest).chain(left) {
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    }
    for tie in &reading.ties {
        assert!(tie.parties.iter().all(|party| *party < reading.parties.len()));
        assert_ne!(tie.parties[0], tie.parties[1]);
    }
    reading
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,300}", language in prop::sample::select(&LANGUAGES[..])) {
        checked(&gazetteer::build::tiny(), language, "", &text);
    }

    #[test]
    fn texts_of_the_field_in_any_order_are_read(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        language in prop::sample::select(&LANGUAGES[..]),
    ) {
        let gazetteer = gazetteer::build::tiny();
        let text = pieces.join(" ");
        checked(&gazetteer, language, "Mill and its twins", &text);
        // Cut anywhere it is still a text.
        let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        checked(&gazetteer, language, "", &text[..half]);
    }
}

/// Found by the fuzz target `reader_text`: a stop of three bytes before a dash.
#[test]
fn an_ellipsis_before_a_dash_is_read() {
    for stop in ["…", "。", "!", "?", "."] {
        let text = format!("Upper Mill and Mill{stop} – sister cities{stop} - since 1991{stop}");
        checked(&gazetteer::build::tiny(), "en", "", &text);
    }
}

/// Whether the words of the field name a tie of this kind.
const fn is_named(kind: Kind) -> bool {
    matches!(kind, Kind::SisterCity | Kind::SisterState | Kind::TwinRegion | Kind::FriendshipCity)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    /// The shortcut past ordinary news changes nothing of a document that it lets through, and lets every document through that
    /// names a tie.
    #[test]
    fn a_document_is_read_whole_or_not_at_all(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        language in prop::sample::select(&LANGUAGES[..]),
    ) {
        let gazetteer = gazetteer::build::tiny();
        let text = pieces.join(" ");
        let document = Document { language: Some(language.to_owned()), text, ..Document::default() };
        let read = Reader::new(&gazetteer).read(&document);
        let whole = Reader::new(&gazetteer).reading_all().read(&document);
        let is_same = format!("{read:?}") == format!("{whole:?}");
        let says_nothing = read.parties.is_empty() && read.ties.is_empty() && read.activities.is_empty();
        prop_assert!(is_same || says_nothing, "{read:?}\n{whole:?}");
        prop_assert!(is_same || !whole.ties.iter().any(|tie| is_named(tie.kind)), "{whole:?}");
    }
}

/// Texts that once took time by the square of their length; here they only have to end.
#[test]
fn long_runs_of_one_thing_are_read() {
    let gazetteer = gazetteer::build::tiny();
    for piece in ["a.", ".", "Mill ", "sister city of ", "Mill, ", "\n- Mill", "(", "1991 ", "’s "] {
        let text = format!("Upper Mill is a sister city of Vale. {}", piece.repeat(20_000));
        checked(&gazetteer, "en", "", &text);
    }
}
