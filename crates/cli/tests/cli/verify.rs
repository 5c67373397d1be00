//! `twain verify`.

use crate::run::Place;

#[test]
fn a_sound_ledger_gives_its_head() {
    let place = Place::with_mills();
    let text = place.run(&["verify"]);
    assert!(text.starts_with("code: 0"), "{text}");
    let head = place.stdout(&["verify", "-q"]);
    let head = head.trim();
    assert_eq!(head.split_once(':').map(|(_, hash)| hash.len()), Some(64));
    assert_eq!(place.code(&["verify", "--head", head]), Some(0));
    assert_eq!(place.json(&["verify", "--format", "json"])["head"], head);
}

#[test]
fn a_head_that_is_not_in_the_ledger_is_a_no() {
    let place = Place::with_mills();
    let head = format!("3:{}", "0".repeat(64));
    let text = place.run(&["verify", "--head", &head]);
    assert!(text.starts_with("code: 1") && text.contains("entry 3"), "{text}");
    assert_eq!(place.code(&["verify", "--head", "3"]), Some(2));
}

/// A flipped byte anywhere in an entry is found, and that entry is named.
#[test]
fn a_flipped_byte_is_found_and_its_entry_named() {
    let place = Place::with_mills();
    let file = place.path("twain.db");
    let whole = std::fs::read(&file).unwrap();
    // The words stand once in the file: in the entry of the suspension.
    let words = b"until the dam is mended";
    let at = whole.windows(words.len()).position(|window| window == words).expect("the words are in the file");
    let claims = place.stdout(&["show", "gazette-2022"]);
    let name = claims
        .lines()
        .find(|line| line.contains("suspended the tie"))
        .and_then(|line| line.split(' ').next())
        .unwrap()
        .to_owned();
    for offset in [0, 7, words.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at + offset] ^= 0x01;
        std::fs::write(&file, &damaged).unwrap();
        let text = place.run(&["verify"]);
        assert!(text.starts_with("code: 1"), "{text}");
        let named: Vec<&str> = text.lines().filter(|line| line.starts_with("entry ")).collect();
        assert!(!named.is_empty() && named.iter().all(|line| line.contains(&name)), "{text}");
    }
    std::fs::write(&file, &whole).unwrap();
    assert_eq!(place.code(&["verify"]), Some(0));
}

#[test]
fn no_ledger_is_wrong_use_and_makes_none() {
    let place = Place::new();
    insta::assert_snapshot!(place.run(&["verify"]));
    assert!(!place.path("twain.db").exists());
}

#[test]
fn a_file_that_is_no_ledger() {
    let place = Place::new();
    place.write("letter.db", "Dear mayor, this is not a database, but it is long enough to look at.");
    insta::assert_snapshot!(place.run(&["--db", "letter.db", "verify"]));
}
