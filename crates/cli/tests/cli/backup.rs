//! `twain backup` and `twain restore`.

use crate::run::Place;

#[test]
fn there_and_back() {
    let place = Place::with_mills();
    let before = place.stdout(&["verify", "-q"]);
    assert_eq!(place.stdout(&["backup", "-q", "copy.db"]), before);
    place.write("more.csv", "parties,class,word,source\nxa-7.upper-mill;xb.far,full,twins,gazette-1991\n");
    place.stdout(&["import", "-q", "--kind", "ties", "more.csv"]);
    let grown = place.stdout(&["verify", "-q"]);
    assert_ne!(grown, before);
    let refused = place.run(&["restore", "copy.db"]);
    assert!(refused.starts_with("code: 2"), "{refused}");
    assert_eq!(place.stdout(&["restore", "-q", "copy.db", "--force"]), before);
    assert_eq!(place.stdout(&["verify", "-q"]), before);
    assert_eq!(place.stdout(&["--db", "twain.db.before-restore", "verify", "-q"]), grown);
    assert_eq!(place.stdout(&["--db", "copy.db", "verify", "-q"]), before, "the backup is as it was");
}

#[test]
fn a_backup_is_never_overwritten_unasked() {
    let place = Place::with_mills();
    place.write("copy.db", "something else");
    let refused = place.run(&["backup", "copy.db"]);
    assert!(refused.starts_with("code: 2") && refused.contains("--force"), "{refused}");
    assert_eq!(std::fs::read_to_string(place.path("copy.db")).unwrap(), "something else");
    assert_eq!(place.code(&["backup", "copy.db", "--force"]), Some(0));
    assert_eq!(place.code(&["--db", "copy.db", "verify"]), Some(0));
    assert_eq!(place.code(&["backup", "twain.db", "--force"]), Some(2), "not over the ledger itself");
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_replaced() {
    let place = Place::with_mills();
    place.stdout(&["backup", "-q", "copy.db"]);
    let before = place.stdout(&["verify", "-q"]);
    let mut bytes = std::fs::read(place.path("copy.db")).unwrap();
    let words = b"until the dam is mended";
    let at = bytes.windows(words.len()).position(|window| window == words).expect("the words are in the file");
    bytes[at] ^= 0x01;
    std::fs::write(place.path("copy.db"), &bytes).unwrap();
    let refused = place.run(&["restore", "copy.db", "--force"]);
    assert!(refused.starts_with("code: 1") && refused.contains("nothing was replaced"), "{refused}");
    place.write("letter.db", "Dear mayor, this is not a database, but it is long enough to look at.");
    assert_eq!(place.code(&["restore", "letter.db", "--force"]), Some(2));
    assert_eq!(place.code(&["restore", "missing.db", "--force"]), Some(2));
    assert_eq!(place.stdout(&["verify", "-q"]), before);
    assert!(!place.path("twain.db.restoring").exists());
}

#[test]
fn restored_where_there_was_nothing() {
    let place = Place::with_mills();
    place.stdout(&["backup", "-q", "copy.db"]);
    let before = place.stdout(&["verify", "-q"]);
    assert_eq!(place.stdout(&["--db", "new.db", "restore", "-q", "copy.db"]), before);
    assert_eq!(place.stdout(&["--db", "new.db", "verify", "-q"]), before);
}
