//! Help, completions and what is refused before anything is done.

use crate::run::Place;

#[test]
fn main_help() {
    insta::assert_snapshot!(Place::new().run(&["--help"]));
}

#[test]
fn every_command_has_help_with_an_example() {
    let commands = [
        "ties",
        "show",
        "count",
        "match",
        "gate",
        "serve",
        "import",
        "export",
        "review",
        "retract",
        "merge",
        "split",
        "verify",
        "backup",
        "restore",
        "gazetteer",
        "read",
        "completions",
    ];
    for command in commands {
        let text = Place::new().run(&[command, "--help"]);
        assert!(text.starts_with("code: 0") && text.contains(&format!("\n  twain {command}")), "{text}");
    }
}

#[test]
fn completions_are_given_for_each_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(Place::new().stdout(&["completions", shell]).contains("twain"), "{shell}");
    }
}

#[test]
fn wrong_use() {
    let place = Place::new();
    let cases: [&[&str]; 9] = [
        &["ties", "--true-on", "2020-11"],
        &["ties", "--true-on", "29.11.2020"],
        &["ties", "--class", "sister"],
        &["--db", "postgres://localhost/twain", "ties"],
        &["--db", "redis://localhost", "ties"],
        &["--db", "nowhere/twain.db", "ties"],
        &["--db", ".", "ties"],
        &["ties", "--house", "house.toml"],
        &["show", "--format", "csv", "Upper Mill"],
    ];
    let texts: Vec<String> =
        cases.iter().map(|args| format!("$ twain {}\n{}", args.join(" "), place.run(args))).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn bad_house_rules_are_named() {
    let place = Place::new();
    place.write("house.toml", "quiet = 3\n");
    insta::assert_snapshot!(place.run(&["ties", "--empty", "--house", "house.toml"]));
}

#[test]
fn nothing_is_done_without_a_command() {
    assert_eq!(Place::new().code(&[]), Some(2));
    assert_eq!(Place::new().stdout(&["--version"]), format!("twain {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn color_comes_only_when_asked_for_and_never_with_no_color() {
    let place = Place::with_mills();
    assert!(!place.stdout(&["ties"]).contains('\u{1b}'));
    assert!(place.stdout(&["ties", "--color", "always"]).contains('\u{1b}'));
    let output = place.command(&["ties"]).env("NO_COLOR", "1").output().expect("the binary runs");
    assert!(!String::from_utf8_lossy(&output.stdout).contains('\u{1b}'));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let place = Place::with_mills();
    let mut command = place.command(&["export", "claims", "--as", "jsonl"]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().expect("the binary runs");
    drop(child.stdout.take());
    assert!(child.wait().expect("it ends").success());
}

/// A folder that nobody may write to, also when the test runs as root.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_the_outside() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let folder = place.path("locked");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    insta::assert_snapshot!(place.run(&["--db", "locked/twain.db", "ties"]));
}
