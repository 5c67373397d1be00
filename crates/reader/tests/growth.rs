//! What a document gives stays in proportion to its length, and what is more than that is said to be left out.

use gazetteer::build::{Builder, NewPlace};
use gazetteer::{Gazetteer, PlaceKind};
use reader::text::sentences;
use reader::{Document, LeftOutReason, Reader, Reading};

/// Many towns of two countries.
fn towns(n_towns: usize) -> (Gazetteer, Vec<String>) {
    let letters = ["ba", "do", "ki", "ru", "mo", "ta", "le", "vi"];
    let name = |number: usize| {
        let parts: String = (0..4).map(|place| letters[number >> (3 * place) & 7]).collect();
        format!("K{parts}n")
    };
    let names: Vec<String> = (0..n_towns).map(name).collect();
    let mut builder = Builder::default();
    for (number, name) in names.iter().enumerate() {
        let country = if number % 2 == 0 { "XA" } else { "XB" };
        builder.add(NewPlace { population: 200_000, ..NewPlace::named(name, PlaceKind::City, country) });
    }
    let file = builder.finish(&mut |_, _| {}).expect("a few places are not too many");
    (Gazetteer::open(file).expect("just built"), names)
}

fn read(gazetteer: &Gazetteer, text: String) -> Reading {
    Reader::new(gazetteer).read(&Document { language: Some("en".to_owned()), text, ..Document::default() })
}

#[test]
fn a_long_list_is_one_tie_for_each_of_its_names() {
    let (gazetteer, names) = towns(200);
    let list: Vec<&str> = names.iter().skip(1).step_by(2).map(String::as_str).collect();
    let reading = read(&gazetteer, format!("{} is twinned with {}.", names[0], list.join(", ")));
    assert_eq!(reading.ties.len(), list.len());
}

#[test]
fn two_long_lists_do_not_tie_each_to_each() {
    let (gazetteer, names) = towns(80);
    let list = |from: usize| names[from..from + 40].join(", ");
    let reading = read(&gazetteer, format!("{} are twinned with {}.", list(0), list(40)));
    assert!(reading.ties.len() <= 100, "{}", reading.ties.len());
}

#[test]
fn what_is_too_much_is_said_to_be_left_out() {
    let (gazetteer, names) = towns(2);
    let sentence = format!("{} is a sister city of {}. ", names[0], names[1]);
    let is_cut = |reading: &Reading| reading.left_out.iter().any(|left| left.reason == LeftOutReason::TooMuch);
    let short = read(&gazetteer, sentence.repeat(100));
    assert_eq!((short.ties.len(), is_cut(&short)), (1, false));
    let long = read(&gazetteer, sentence.repeat(10_050));
    assert_eq!((long.ties.len(), is_cut(&long)), (1, true));
}

#[test]
fn a_text_that_is_too_long_is_read_as_far_as_it_goes() {
    let (gazetteer, names) = towns(4);
    let said = format!("{} is a sister city of {}", names[0], names[1]);
    let late = format!("{} is a sister city of {}", names[2], names[3]);
    for joint in [". ", ".\n\n", ", "] {
        let fill = format!("nothing{} is said of it here", "g".repeat(300));
        let n_fills = reader::LONGEST_TEXT / (fill.len() + joint.len()) + 10;
        let text = [said.as_str(), &vec![fill; n_fills].join(joint), &late].join(joint);
        let reading = read(&gazetteer, text.clone());
        assert_eq!(reading.ties.len(), 1, "{joint:?}");
        let rest = reading.left_out.iter().find(|left| left.reason == LeftOutReason::TooMuch);
        let rest = rest.expect("what was not read is told").evidence.clone();
        assert!(rest.start <= reader::LONGEST_TEXT && rest.len() <= 200, "{rest:?}");
        // What was read says what the shorter text says.
        let short = read(&gazetteer, text[..rest.start].to_owned());
        let said = |reading: &Reading| format!("{:?} {:?}", reading.ties, reading.activities);
        assert_eq!(said(&short), said(&reading), "{joint:?}");
    }
}

#[test]
fn a_text_without_an_end_is_cut() {
    let longest = |text: &str| {
        let spans = sentences(text, &|_| false);
        spans.iter().map(|span| span.range.len()).max().unwrap_or(0)
    };
    assert!(longest(&"Mill and Vale ".repeat(10_000)) < 5_000);
    assert!(longest(&"Mill,Vale;".repeat(10_000)) < 9_000);
    // One word is one word.
    assert_eq!(longest(&"Mill".repeat(10_000)), 40_000);
}
