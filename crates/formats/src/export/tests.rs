//! Whole exports as snapshots, and the dictionary against what is really written.

use model::{Claim, Evidence, Fact, Grade, Locator, Maker, MakerKind, PartyId, Period, SourceId, Subject};

use super::*;
use crate::claims::{ClaimRecord, SourceRecord};

fn party(id: &str, name: &str, place: Option<(f64, f64)>) -> PartyRef {
    PartyRef { id: id.into(), name: name.into(), lat: place.map(|p| p.0), lon: place.map(|p| p.1) }
}

fn tie(parties: Vec<PartyRef>) -> TieRecord {
    let value = |party: &str, value: &str| PartyValue { party: party.into(), value: value.into() };
    TieRecord {
        id: parties.iter().map(|party| party.id.as_str()).collect::<Vec<_>>().join("~"),
        parties,
        class: "full".into(),
        word: "=twin towns".into(),
        standing: "in force".into(),
        standing_by_party: vec![value("xa.upper-mill", "in force"), value("xb.nether-mill", "unknown")],
        recognition: vec![RegistryValue { registry: "mill-union".into(), value: "listed".into() }],
        pulse: "quiet".into(),
        pulse_by_direction: vec![DirectionValue { from: "xa.upper-mill".into(), value: "quiet".into() }],
        carrier: Vec::new(),
        permission: "open".into(),
        since: "1991-04-03".into(),
        last_contact: String::new(),
        n_claims: 7,
        true_on: "2024-05-01".into(),
        known_on: "2024-05-01".into(),
        url: "/ties/xa.upper-mill~xb.nether-mill".into(),
    }
}

fn ties() -> Vec<TieRecord> {
    let upper = || party("xa.upper-mill", "Upper Mill", Some((10.0, 170.0)));
    let nether = || party("xb.nether-mill", "Nether Mill", Some((10.0, 173.0)));
    let far = || party("xc.far-mill", "Far Mill; \"the\" Mill", Some((10.0, -179.0)));
    vec![
        tie(vec![upper(), nether()]),
        tie(vec![upper(), nether(), far()]),
        tie(vec![upper(), party("xd.lost-mill", "Lost Mill", None)]),
    ]
}

fn parties() -> Vec<PartyRecord> {
    let place = PartyRecord {
        id: "xa.upper-mill".into(),
        name: "+Upper Mill".into(),
        lat: Some(10.0),
        lon: Some(-170.5),
        n_ties: 3,
        ..Default::default()
    };
    vec![place, PartyRecord { id: "xd.lost-mill".into(), ..Default::default() }]
}

fn claim() -> Claim {
    Claim {
        subject: Subject::Party(PartyId::parse("xa.upper-mill").expect("an id")),
        fact: Fact::NoContact,
        held: Period::UNKNOWN,
        said_on: Some("1991".parse().expect("a date")),
        speaker: Some(model::Speaker { office: "mayor's office".into() }),
        evidence: Evidence {
            source: SourceId::parse("gazette").expect("an id"),
            locator: Locator::Row { table: "a.csv".into(), line: 2, column: "x".into() },
            quote: "-".into(),
        },
        grade: Grade::Report,
        note: String::new(),
        maker: Maker { kind: MakerKind::Role, name: "clerk".into(), version: String::new() },
    }
}

fn text(out: Vec<u8>) -> String {
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn csv() {
    let mut out = Vec::new();
    let written = write_csv(ties(), &mut out).expect("memory");
    assert_eq!((written.n_rows, written.n_bytes), (3, out.len() as u64));
    assert_eq!(written.blake3, blake3::hash(&out).to_hex().as_str());
    write_csv(parties(), &mut out).expect("memory");
    write_csv([ClaimRow::from(&claim())], &mut out).expect("memory");
    insta::assert_snapshot!("csv", text(out));
}

#[test]
fn json_lines() {
    let mut out = Vec::new();
    assert_eq!(write_json_lines(ties(), &mut out).expect("memory").n_rows, 3);
    write_json_lines(parties(), &mut out).expect("memory");
    insta::assert_snapshot!("json_lines", text(out));
}

#[test]
fn geojson_is_read_by_others() {
    let mut out = Vec::new();
    assert_eq!(write_geojson(ties(), &mut out).expect("memory").n_rows, 3);
    let ties = geojson::FeatureCollection::try_from(text(out).parse::<geojson::GeoJson>().expect("GeoJSON"))
        .expect("features");
    let mut out = Vec::new();
    write_geojson(parties(), &mut out).expect("memory");
    let parties = geojson::FeatureCollection::try_from(text(out).parse::<geojson::GeoJson>().expect("GeoJSON"))
        .expect("features");
    let shapes: Vec<String> = ties
        .features
        .iter()
        .chain(&parties.features)
        .map(|feature| feature.geometry.as_ref().map_or_else(|| "null".into(), ToString::to_string))
        .collect();
    insta::assert_snapshot!("geojson", shapes.join("\n"));
    let mut none = Vec::new();
    write_geojson(Vec::<PartyRecord>::new(), &mut none).expect("memory");
    assert!(text(none).parse::<geojson::GeoJson>().is_ok());
}

/// The fields that are really written, in order of the dictionary.
fn check_dictionary(kind: ExportKind, record: &impl serde::Serialize) {
    let serde_json::Value::Object(object) = serde_json::to_value(record).expect("texts and numbers") else {
        panic!("a record is an object");
    };
    let mut documented: Vec<&str> = dictionary(kind).iter().map(|field| field.name).collect();
    documented.sort_unstable();
    let mut written: Vec<&str> = object.keys().map(String::as_str).collect();
    written.sort_unstable();
    assert_eq!(written, documented, "{kind:?}");
    for field in dictionary(kind) {
        assert!(field.meaning.ends_with(['.', ')']) && !field.form.is_empty(), "{field:?}");
    }
}

#[test]
fn every_written_field_is_documented() {
    check_dictionary(ExportKind::Ties, &ties()[0]);
    check_dictionary(ExportKind::Parties, &parties()[0]);
    check_dictionary(ExportKind::Claims, &ClaimRecord::from(&claim()));
    check_dictionary(ExportKind::ClaimRows, &ClaimRow::from(&claim()));
    let full = SourceRecord {
        id: "s".into(),
        title: String::new(),
        publisher: String::new(),
        url: String::new(),
        published: Some("1991".into()),
        retrieved: Some("2024-05-01".into()),
        language: String::new(),
        kind: "press".into(),
        grade: "report".into(),
        note: String::new(),
        text: Some(String::new()),
        hash: Some(String::new()),
    };
    check_dictionary(ExportKind::Sources, &full);
    assert_eq!(TieRecord::names().len(), dictionary(ExportKind::Ties).len());
}

#[test]
fn the_manifest_says_what_the_export_is() {
    let mut out = Vec::new();
    let ties_file = write_csv(ties(), &mut out).expect("memory").file("ties.csv", ExportKind::Ties, Format::Csv);
    let mut lines = Vec::new();
    let claims_file = write_claims([&claim()], &mut lines).expect("memory");
    let manifest = Manifest {
        title: "Ties of XA".into(),
        license: "CC BY 4.0".into(),
        license_url: "https://creativecommons.org/licenses/by/4.0/".into(),
        true_on: "2024-05-01".into(),
        known_on: "2024-05-01".into(),
        generated_by: "twain 0.0.0".into(),
        ledger_head: "00".repeat(32),
        coverage: "Two countries; nothing before 1990.".into(),
        files: vec![ties_file, claims_file.file("claims.jsonl", ExportKind::Claims, Format::JsonLines)],
    };
    insta::assert_snapshot!("manifest", format!("{}{}", manifest.to_json(), manifest.to_readme()));
}

#[test]
fn a_failing_writer_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _bytes: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("no room"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = write_json_lines(ties(), Full).expect_err("it is full");
    assert_eq!(
        (error.to_string().as_str(), error.hint()),
        ("failed to write JSON Lines", "check that there is room, and that the place may be written to")
    );
    assert!(
        write_csv(ties(), Full).is_err()
            && write_geojson(ties(), Full).is_err()
            && write_claims([&claim()], Full).is_err()
    );
}
