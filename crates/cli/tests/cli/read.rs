//! `twain read`: the report, the lines, what cannot be read, and folders.

use std::io::Write as _;
use std::process::Stdio;

use crate::reading::{PUBLISHED, args, fixture, with_documents, with_gazetteer};

#[test]
fn the_report_says_what_is_stated_and_what_was_left_out() {
    let place = with_documents(&["release.txt"]);
    insta::assert_snapshot!(place.run(&args(&["release.txt"])));
    assert!(!place.path("twain.db").exists(), "reading alone writes nothing");
}

#[test]
fn lines_are_what_import_reads() {
    let place = with_documents(&["release.txt"]);
    let lines = place.stdout(&args(&["release.txt", "--format", "jsonl"]));
    insta::assert_snapshot!(
        lines.lines().map(|line| line.chars().take(200).collect::<String>() + "\n").collect::<String>()
    );
    place.write("claims.jsonl", &lines);
    let imported = place.run(&["import", "claims.jsonl"]);
    assert!(imported.starts_with("code: 0"), "{imported}");
    let waiting = place.run(&["review", "list"]);
    assert!(waiting.contains("Upper Mill") && waiting.contains("Nether Mill"), "{waiting}");
}

#[test]
fn a_file_that_cannot_be_read_does_not_lose_the_others() {
    let place = with_documents(&["release.txt"]);
    place.write("ties.csv", "a,b\n");
    std::fs::write(place.path("picture.png"), b"\x89PNG\r\n").unwrap();
    let out = place.run(&args(&["missing.txt", "picture.png", "ties.csv", "release.txt"]));
    assert!(out.starts_with("code: 1"), "{out}");
    for expected in ["missing.txt", "run OCR on it", "tables are read by `twain import`", "1 document:", "3 problems"] {
        assert!(out.contains(expected), "no `{expected}` in {out}");
    }
    let none = place.run(&args(&["missing.txt"]));
    assert!(none.starts_with("code: 2") && none.contains("there is nothing to read"), "{none}");
    assert_eq!(place.code(&["read"]), Some(2));
    assert_eq!(place.code(&args(&["release.txt", "--format", "csv"])), Some(2));
    assert_eq!(place.code(&["ties", "--format", "jsonl"]), Some(2));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_said_in_our_words() {
    let place = with_documents(&["release.txt"]);
    std::fs::create_dir(place.path("folder")).unwrap();
    std::os::unix::fs::symlink("gone.txt", place.path("link.txt")).unwrap();
    std::os::unix::fs::symlink("loop.txt", place.path("loop.txt")).unwrap();
    std::fs::write(place.path("photo.jpg"), b"\xFF\xD8\xFF\xE0").unwrap();
    std::fs::write(place.path("all.zip"), b"PK\x03\x04").unwrap();
    std::fs::write(place.path("noise"), [1, 2, 3, 4]).unwrap();
    place.write("empty.txt", "");
    place.write("blank.txt", " \n");
    let odd =
        ["missing.txt", "release.txt/a.txt", "link.txt", "loop.txt", "photo.jpg", "all.zip", "noise", "empty.txt"];
    insta::assert_snapshot!(place.run(&args(&[&odd[..], &["blank.txt", "/dev/null", "folder"]].concat())));
}

#[test]
fn older_encodings_are_read() {
    let place = with_gazetteer();
    let release = format!("{}\nCaf\u{e9}.\n", fixture("release.txt"));
    let wide: Vec<u8> = release.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = release.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect();
    std::fs::write(place.path("wide.txt"), [b"\xFF\xFE", wide.as_slice()].concat()).unwrap();
    std::fs::write(place.path("latin.txt"), latin).unwrap();
    for name in ["wide.txt", "latin.txt"] {
        let out = place.run(&args(&[name]));
        assert!(out.starts_with("code: 0") && out.contains("Upper Mill – Nether Mill"), "{name}: {out}");
    }
}

#[test]
fn folders_are_read_in_the_order_of_their_paths() {
    let place = with_gazetteer();
    std::fs::create_dir_all(place.path("news/b")).unwrap();
    for name in ["news/c.txt", "news/a.txt", "news/b/z.txt", "news/.hidden.txt"] {
        place.write(name, &fixture("release.txt").replace("1991", if name == "news/c.txt" { "1992" } else { "1991" }));
    }
    let out = place.stdout(&args(&["news"]));
    let order: Vec<&str> = out.lines().filter(|line| line.starts_with("news/")).collect();
    assert_eq!(order, ["news/a.txt", "news/b/z.txt", "news/c.txt"]);
    assert!(out.contains("3 documents:"), "{out}");
    assert!(out.contains("Told in several documents:\n  3 documents: "), "{out}");
}

#[cfg(target_os = "linux")]
#[test]
fn one_bad_name_or_a_pipe_does_not_lose_a_folder() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let place = with_gazetteer();
    std::fs::create_dir(place.path("news")).unwrap();
    place.write("news/a.txt", &fixture("release.txt"));
    std::fs::write(place.path("news").join(OsStr::from_bytes(b"\xFF\xFE.txt")), "a").unwrap();
    // Opened, it would wait for a writer without end.
    let made = std::process::Command::new("mkfifo").arg(place.path("news/pipe.txt")).status();
    assert!(made.expect("there is mkfifo").success());
    let out = place.run(&args(&["news"]));
    assert!(out.starts_with("code: 1") && out.contains("1 document:"), "{out}");
    assert!(out.contains("the name is not in UTF-8; rename it") && out.contains("1 problem;"), "{out}");
}

#[test]
fn standard_input_is_read_as_what_it_looks_like_or_as_it_is_told() {
    let place = with_gazetteer();
    let release = fixture("release.txt");
    let run = |input: &str, rest: &[&str]| {
        let mut command = place.command(&args(&[&["-"], rest].concat()));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let plain = run(&release, &[]);
    assert!(plain.contains("standard input\n") && plain.contains("Upper Mill – Nether Mill"), "{plain}");
    let line = serde_json::json!({ "title": "Mills", "text": release }).to_string();
    let lines = run(&format!("{line}\n{line}\n"), &[]);
    assert!(lines.contains("standard input, line 2\n") && lines.contains("2 documents:"), "{lines}");
    let forced = run(&line, &["--input", "text"]);
    assert!(forced.contains("1 document:"), "{forced}");
}

#[test]
fn what_the_arguments_say_goes_before_what_the_document_says() {
    let place = with_gazetteer();
    let line = serde_json::json!({ "title": "A", "date": "2001-01-01", "text": fixture("release.txt") });
    place.write("a.jsonl", &format!("{line}\n"));
    let of_its_own = place.stdout(&["read", "--empty", "a.jsonl"]);
    assert!(of_its_own.contains("“A”, 1 January 2001, language en"), "{of_its_own}");
    let told = place.stdout(&args(&["a.jsonl", "--title", "B", "--language", "en", "--grade", "statement"]));
    assert!(told.contains("“B”, 30 November 2020, language en"), "{told}");
    assert_eq!(place.code(&args(&["a.jsonl", "--grade", "gossip"])), Some(2));
    assert_eq!(place.code(&["read", "a.jsonl", "--published", "yesterday"]), Some(2));
}

#[test]
fn without_a_gazetteer_the_register_knows_places() {
    let place = crate::run::Place::new();
    place.write("a.txt", "A delegation from Albany, New York visited its sister city Tula in June 2019.");
    let out = place.run(&["read", "a.txt", "--published", PUBLISHED]);
    assert!(out.contains("twain gazetteer build"), "{out}");
    assert!(out.contains("us-ny.albany, in the register") && out.contains("ru-tul.tula, in the register"), "{out}");
}

#[test]
fn a_trace_shows_every_sentence() {
    let place = with_documents(&["release.txt"]);
    let out = place.stdout(&args(&["release.txt", "--trace"]));
    assert!(out.contains("sister cities") && out.contains("pair"), "{out}");
}
