//! `twain gazetteer`: built without network, from invented lists and the bundled register, and asked.

use gazetteer::PlaceKind;
use gazetteer::build::{Builder, NewPlace};

use crate::run::Place;

/// Two towns and their unit, as GeoNames writes them.
fn with_lists() -> Place {
    let place = Place::new();
    std::fs::create_dir(place.path("lists")).expect("the folder is ours");
    let town = |id: u32, name: &str, names: &str, lat: f32, lon: f32, code: &str, people: u32| {
        format!(
            "{id}\t{name}\t{name}\t{names}\t{lat}\t{lon}\tP\t{code}\tXA\t\t01\t\t\t\t{people}\t\t9\tEtc/UTC\t2020-01-01\n"
        )
    };
    let towns = [
        town(701, "Upper Mill", "Obermühle,Верхняя Мельница", 10.0, 20.0, "PPLC", 40_000),
        town(702, "Saint Mill", "", 10.2, 20.3, "PPL", 9_000),
        "703\tbroken\n".to_owned(),
    ];
    place.write("lists/XA.txt", &towns.concat());
    place.write("lists/admin1CodesASCII.txt", "XA.01\tMill Vale\tMill Vale\t700\n");
    place
}

#[test]
fn a_gazetteer_of_ones_own_lists() {
    let place = with_lists();
    let built = place.run(&["gazetteer", "build", "--from", "lists"]);
    assert!(built.starts_with("code: 0"), "{built}");
    for line in ["XA.txt: 2 places", "XA.txt:3: found `703`", "admin1CodesASCII.txt: 1 units", "wrote twain.gazetteer:"]
    {
        assert!(built.contains(line), "no `{line}` in {built}");
    }
    assert!(!place.path("twain.gazetteer.new").exists());
    let cases: [&[&str]; 7] = [
        &["find", "Верхняя мельница"],
        &["find", "st. mill, mill vale"],
        &["find", "upp", "--prefix"],
        &["find", "Uper Mil", "--fuzzy", "--format", "csv"],
        &["find", "Upper Mill", "--format", "json"],
        &["find", "No Such Mill"],
        &["near", "10.1,20.2", "--limit", "2"],
    ];
    let texts = cases.iter().map(|args| {
        let args: Vec<&str> = ["gazetteer"].iter().chain(*args).copied().collect();
        format!("$ twain {}\n{}", args.join(" "), place.run(&args))
    });
    insta::assert_snapshot!(texts.collect::<Vec<String>>().join("\n"));
}

#[test]
fn the_bundled_register_alone_is_a_small_gazetteer() {
    let place = Place::new();
    assert_eq!(place.code(&["gazetteer", "build", "--offline", "--out", "small.gazetteer"]), Some(0));
    let args = |rest: &[&'static str]| [&["gazetteer", "--gazetteer", "small.gazetteer"], rest].concat();
    let found = place.json(&args(&["find", "Albany", "--format", "json"]));
    assert_eq!(found["items"][0]["party"], "us-ny.albany", "{found}");
    let found = place.json(&args(&["find", "Тула", "--format", "json"]));
    assert_eq!(found["items"][0]["party"], "ru-tul.tula", "{found}");
    let info = place.run(&args(&["info", "--verify"]));
    assert!(info.contains("the bundled register") && info.contains("every byte checked, all sound"), "{info}");
}

#[test]
fn a_fetch_that_fails_replaces_no_better_file() {
    let build = |place: &Place| {
        let mut command = place.command(&["gazetteer", "build"]);
        // Nobody listens there, and there is no pip.
        for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            command.env(name, "http://127.0.0.1:9");
        }
        for name in ["no_proxy", "NO_PROXY"] {
            command.env_remove(name);
        }
        let output = command.env("PATH", place.path("")).output().expect("the binary runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let file = "twain.gazetteer";
    let place = Place::new();
    let (code, said) = build(&place);
    assert_eq!(code, Some(0), "{said}");
    let small = std::fs::read(place.path(file)).expect("it was made where none was");
    assert!(said.contains("the bundled register alone"), "{said}");
    // One as poor, one that is none, and one that knows more.
    assert_eq!(build(&place).0, Some(0));
    place.write(file, "name,lat,lon\n");
    assert_eq!(build(&place).0, Some(0));
    let better = better_than_bundled();
    std::fs::write(place.path(file), &better).unwrap();
    let (code, said) = build(&place);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("stays as it is") && said.contains("hint: "), "{said}");
    assert!(std::fs::read(place.path(file)).unwrap() == better && !place.path("twain.gazetteer.new").exists());
    // Who says so gets the small one.
    assert_eq!(place.code(&["gazetteer", "build", "--offline"]), Some(0));
    assert_eq!(std::fs::read(place.path(file)).unwrap().len(), small.len());
}

/// A file of more places than the bundled register has.
fn better_than_bundled() -> Vec<u8> {
    let mut builder = Builder::default();
    for number in 0..5_000 {
        builder.add(NewPlace::named(&format!("Mill {number}"), PlaceKind::City, "XA"));
    }
    builder.finish(&mut |_, _| {}).expect("not too many")
}

#[test]
fn what_is_no_gazetteer_is_said_with_the_remedy() {
    let place = with_lists();
    place.write("twain.gazetteer", "name,lat,lon\n");
    let cases: [&[&str]; 6] = [
        &["gazetteer", "find", "Albany"],
        &["gazetteer", "--gazetteer", "nowhere", "info"],
        &["gazetteer", "build", "--from", "nowhere"],
        &["gazetteer", "build", "--from", "."],
        &["gazetteer", "near", "north"],
        &["gazetteer", "find", "Albany", "--prefix", "--country", "US"],
    ];
    let texts: Vec<String> =
        cases.iter().map(|args| format!("$ twain {}\n{}", args.join(" "), place.run(args))).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn a_damaged_gazetteer_is_found() {
    let place = Place::new();
    assert_eq!(place.code(&["gazetteer", "build", "--offline"]), Some(0));
    let mut bytes = std::fs::read(place.path("twain.gazetteer")).unwrap();
    // Behind the header and the names: in the part that only a whole check reads.
    let last = bytes.len() - 200;
    bytes[last] ^= 1;
    std::fs::write(place.path("twain.gazetteer"), &bytes).unwrap();
    assert_eq!(place.code(&["gazetteer", "info"]), Some(0));
    assert_eq!(place.code(&["gazetteer", "info", "--verify"]), Some(1));
    bytes.truncate(last);
    std::fs::write(place.path("twain.gazetteer"), &bytes).unwrap();
    let cut = place.run(&["gazetteer", "info"]);
    assert!(cut.contains("hint: rebuild it with `twain gazetteer build`"), "{cut}");
}
