//! What tables say, as snapshots of whole readings, and the laws of reading.

use std::fmt::Write as _;

use model::{Claim, Grade, Locator, Maker, MakerKind, PartyId, Source, SourceId, SourceKind};
use proptest::prelude::*;

use super::*;
use crate::Problem;
use crate::export::ClaimRow;

/// Knows two Mills in XB, one Far Mill, and the country and a region of XC.
struct Known;

impl KnownParties for Known {
    fn candidates(&self, name: &str, country: Option<&str>, region: Option<&str>) -> Vec<PartyId> {
        let ids: &[&str] = match (name, country, region) {
            ("Mill", Some("XB"), None) => &["xb-1.mill", "xb-2.mill"],
            ("Mill", Some("XB"), Some("XB-2")) => &["xb-2.mill"],
            ("Far Mill", ..) => &["xc-9.far-mill"],
            ("Upper Mill", ..) => &["xa-7.upper-mill"],
            ("Cornland", None, None) => &["xc", "xb-5", "xa-7.cornland"],
            ("Eastern Shire", ..) => &["xc-9", "xc-9.eastern-shire"],
            _ => &[],
        };
        ids.iter().map(|id| PartyId::parse(id).expect("a fixture")).collect()
    }
}

fn maker() -> Maker {
    Maker { kind: MakerKind::Importer, name: "table".into(), version: "1".into() }
}

fn source(id: &str, published: Option<&str>, grade: Grade) -> Source {
    Source {
        id: SourceId::parse(id).expect("a fixture"),
        title: "Upper Mill Gazette".into(),
        publisher: String::new(),
        url: String::new(),
        published: published.map(|date| date.parse().expect("a fixture")),
        retrieved: None,
        language: "en".into(),
        kind: SourceKind::Press,
        grade,
        note: String::new(),
        text: None,
        hash: None,
    }
}

fn book() -> SourceBook {
    let mut book = SourceBook::default();
    book.insert(source("gazette-1991", Some("1991-04-03"), Grade::Report));
    book.insert(source("minutes", None, Grade::Document));
    book
}

fn read_it(name: &str, bytes: &[u8], mapping: Option<&Mapping>) -> Reading {
    let (book, maker) = (book(), maker());
    read(Table { mapping, ..Table::named(name, bytes) }, &Context::new(&book, &Known, &maker))
}

/// A whole reading as text: sources, claims, problems, counts.
fn report(reading: &Reading) -> String {
    let mut out = String::new();
    for source in &reading.sources {
        let _ = writeln!(out, "source {} | {} | {} | {}", source.id, source.title, source.kind, source.grade);
    }
    for claim in &reading.claims {
        let row = ClaimRow::from(claim);
        let dates = format!("held {:?} said {:?}", row.held, row.said_on);
        let _ = writeln!(out, "{} {} {} | {dates} | {}", row.subject, row.fact, row.value, row.speaker);
        let _ = writeln!(out, "    {} {} {} | {} | {}", row.grade, row.source, row.locator, row.quote, row.note);
    }
    for problem in &reading.problems {
        let _ = writeln!(out, "{problem}");
    }
    let _ = writeln!(out, "{} of {} rows are good", reading.n_rows_good, reading.n_rows);
    out
}

fn check(snapshot: &str, name: &str, text: &str) {
    insta::assert_snapshot!(snapshot, report(&read_it(name, text.as_bytes(), None)));
}

fn check_mapped(snapshot: &str, mapping: &str, name: &str, text: &str) {
    let mapping = Mapping::parse("mapping.toml", mapping).expect("the mapping is good");
    insta::assert_snapshot!(snapshot, report(&read_it(name, text.as_bytes(), Some(&mapping))));
}

#[test]
fn every_example_is_good() {
    let mapping = Mapping::parse("m.toml", "layout = \"partners\"\nowner = \"xa-7.upper-mill\"").expect("good");
    let mut out = String::new();
    for kind in TableKind::ALL {
        let mapping = if *kind == TableKind::Partners { Some(&mapping) } else { None };
        let reading = read_it(&format!("{}.csv", kind.word()), example(*kind).as_bytes(), mapping);
        if *kind == TableKind::LeftOut {
            continue; // It has no columns, so there is nothing to read.
        }
        let _ = writeln!(out, "== {}\n{}", kind.word(), report(&reading));
        assert_eq!((reading.n_rows, reading.n_rows_good), (1, 1), "{:?}", reading.problems);
        let says_something = !reading.claims.is_empty() || !reading.sources.is_empty();
        assert_eq!(says_something, kind.is_imported());
    }
    insta::assert_snapshot!("examples", out);
}

#[test]
fn the_layout_reference() {
    // The page people read and the declaration the reader follows are one.
    let page = include_str!("../../../../docs/reference/layouts.md");
    assert_eq!(page.trim_end(), layout_reference().trim_end(), "docs/reference/layouts.md is stale");
}

#[test]
fn templates_are_tables_without_rows() {
    for kind in TableKind::ALL.iter().filter(|kind| !matches!(kind, TableKind::LeftOut | TableKind::Partners)) {
        let reading = read_it(&format!("{}.csv", kind.word()), template(*kind).as_bytes(), None);
        assert_eq!((reading.n_rows, reading.problems), (0, vec![]));
    }
}

#[test]
fn one_claim_for_each_source_and_cell() {
    check(
        "ties",
        "data/ties.csv",
        "parties,class,word,held,speaker,quote,locator,source,note\n\
         xa-7.upper-mill;xb.nether-mill,full,twin towns,1991/..,,,,gazette-1991;minutes,\n\
         xb.nether-mill;xa-7.upper-mill,Full,twin towns,,envoy of XB,\"twins, since long\",bytes:10-27,gazette-1991;minutes,as stated\n\
         xa-7.upper-mill;xb.nether-mill;xc.far-mill,institutional,,199X,,three mills,,minutes,\n",
    );
    check(
        "places",
        "places.csv",
        "id,name,name_ru,other_names,kind,lat,lon,population,population_year,utc_offset,coast,hazards,arctic,source,note\n\
         xa-7.upper-mill,Upper Mill,Верхняя Мельница,Uppermill;Мельница,federal_city,12.5,-45.25,9000,2020,-3.5,none,flood;frost,no,gazette-1991;minutes,checked\n\
         xa-8,Far District,,,district_federal,,,,,,,,,minutes,\n",
    );
    check(
        "institutions",
        "institutions.csv",
        "id,name,kind,part_of,city,unresolved,source\nxa-7.mill-law,Mill Law School,law_school,xa-7;xa-7.mill-college,xa-7.upper-mill,,minutes\n\
         xa.system,University of XA,university_system,,,ten campuses share the name,minutes\n",
    );
}

#[test]
fn problems_of_rows() {
    check(
        "problems_ties",
        "ties.csv",
        "parties,class,word,held,quote,locator,source,note\n\
         xa.a;xb.b,ful,,,,,gazette-1991,\n\
         xa.a;xa.a,full,,1997/1991,,,gazete-1991,\n\
         xa.a xb.b,full,,3/4/1991,,,,\n\
         xa.a;xb.b,full,,,,bytes:5-9,minutes,\n\
         xa.a;xb.b,full,,,mill,bytes:9-5,minutes,\n\
         xa.a;xb.b,full,,,mill,bytes:5-10,minutes,\n\
         xa.a;xb.b,full\n\
         xa.a;xb.b,full,,,,,minutes,one,two\n\
         xa.a;xb.b,full,,,,,minutes,good\n",
    );
    check(
        "problems_places",
        "places.csv",
        "id,name,kind,part_of,iso,wikidata,lat,lon,population,area_km2,utc_offset,climate,arctic,source\n\
         Upper Mill,Upper Mill,village green,xa 7,xa-7,7,91,12,\"9,000\",1.5,3.33,D;F,perhaps,minutes\n\
         xa.b,B,city,,,,12.5,,-1,,15,,,minutes\n\
         xa.c,,city,,,,,,,,,,,\n",
    );
    check(
        "problems_acts",
        "acts.csv",
        "parties,party,act,date,term_end,reason,source\n\
         xa.a;xb.b,xc.c,signed,1991-13,,,minutes\nxa.a;xb.b,,sined,,soon,anger,minutes\nxa.a;xb.b,xa.a,suspended,2022-03,,political_protest,minutes\n",
    );
    check(
        "problems_sources",
        "sources.csv",
        "id,title,kind,grade,retrieved\na,A,press,report,2024-05-01\na,A again,press,report,\nB,B,press,good,2024-05\n",
    );
}

#[test]
fn problems_of_headers() {
    let check = |name: &str, text: &str, expected: &[&str]| {
        let reading = read_it(name, text.as_bytes(), None);
        let problems: Vec<String> = reading.problems.iter().map(Problem::to_string).collect();
        assert_eq!((problems.iter().map(String::as_str).collect::<Vec<_>>(), reading.n_rows), (expected.to_vec(), 0));
    };
    check("ties.csv", "", &["ties.csv:1: found nothing, expected a header line; the file is empty"]);
    check("ties.csv", "\u{feff}\r\n\n", &["ties.csv:1: found nothing, expected a header line; the file is empty"]);
    check("ties.csv", ",,\n", &["ties.csv:1: found nothing, expected a header line"]);
    check(
        "ties.csv",
        "parties,class,hedl,source,source,telephone\nx\n",
        &[
            "ties.csv:1: found `source`, expected each column once",
            "ties.csv:1: found `hedl`, expected a column of `ties`, perhaps `held`; or list it under `ignore` in a mapping file",
            "ties.csv:1: found `telephone`, expected a column of `ties`; name ours under [columns] or list it under `ignore` in a mapping file",
        ],
    );
    check(
        "ties.csv",
        "\n\nparties,word\n",
        &[
            "ties.csv:3: found nothing, expected the column `class`: the form of the tie, by what it rests on",
            "ties.csv:3: found nothing, expected the column `source`: the works that say so: one claim each",
        ],
    );
    check(
        "list.csv",
        "partner,class\n",
        &["list.csv:1: found nothing, expected the owner of the list: `owner` in a mapping file"],
    );
    let layouts = TableKind::WORDS.join(", ");
    let unclear = format!("expected the columns of one layout; name the layout, one of: {layouts}");
    check("list.csv", "a,b\n", &[&format!("list.csv:1: found `a, b`, {unclear}")]);
    check(
        "list.csv",
        "parties,kind,summary,source\n",
        &[&format!("list.csv:1: found `parties, kind, summary, source`, {unclear}")],
    );
}

#[test]
fn bytes_that_are_not_a_table() {
    let check = |bytes: &[u8], expected: &str| {
        let reading = read_it("ties.csv", bytes, None);
        assert_eq!(reading.problems.iter().map(Problem::to_string).collect::<Vec<_>>(), [expected]);
        assert_eq!((reading.claims.len(), reading.n_rows), (0, 0));
    };
    let save = "expected CSV text in UTF-8: save the sheet as “CSV UTF-8”";
    check(b"PK\x03\x04rest", &format!("ties.csv:1: found `a workbook or other zipped file`, {save}"));
    check(b"\xFF\xFEp\0a\0", &format!("ties.csv:1: found `UTF-16 text`, {save}"));
    check(b"p\0a\0", &format!("ties.csv:1: found `a zero byte, as in UTF-16 or a binary file`, {save}"));
    check(
        b"parties,class,source\nxa.a;xb.b,full,minutes\nxa.a;xb.b,full,M\xFCnster\n",
        &format!("ties.csv:3: found `bytes that are not UTF-8, perhaps Latin-1 or Windows-1252`, {save}"),
    );
}

#[test]
fn a_quote_that_is_never_closed_ends_the_reading() {
    check(
        "open_quote",
        "ties.csv",
        "parties,class,source\nxa.a;xb.b,full,minutes\nxa.a;xb.b,\"full,minutes\nxa.a;xb.b,full,minutes\n",
    );
}

#[test]
fn separators_marks_and_line_ends_do_not_matter() {
    let plain = "parties,class,word,source\nxa.a;xb.b,full,twin,minutes\nxa.a;xb.c,full,,minutes\n";
    let expected = read_it("ties.csv", plain.as_bytes(), None).claims;
    assert_eq!(expected.len(), 2);
    for text in [
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        plain.replace(',', "\t"),
        plain
            .replace(';', "\u{1}")
            .replace(',', ";")
            .replace("xa.a\u{1}xb.b", "\"xa.a;xb.b\"")
            .replace("xa.a\u{1}xb.c", "\"xa.a;xb.c\""),
        plain.replace("parties,class", "Parties , CLASS"),
        format!("{plain},,,\n , , , \n"),
    ] {
        let reading = read_it("ties.csv", text.as_bytes(), None);
        assert_eq!(without_quotes(reading.claims), without_quotes(expected.clone()), "{text:?} {:?}", reading.problems);
    }
}

/// Row quotes name the headers as written, which these tests change.
fn without_quotes(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.iter_mut().for_each(|claim| claim.evidence.quote.clear());
    claims
}

#[test]
fn the_layout_is_told_by_the_header() {
    for kind in TableKind::ALL {
        if matches!(kind, TableKind::LeftOut | TableKind::Partners) {
            continue;
        }
        let reading = read_it("unnamed.csv", example(*kind).as_bytes(), None);
        let is_told = reading.problems.is_empty();
        // A list of plans has only columns that a list of activities has too: nobody can tell.
        assert_eq!(is_told, *kind != TableKind::Planned, "{} {:?}", kind.word(), reading.problems);
    }
}

const CLERK: &str = r#"
layout = "partners"
owner = "xa-7.upper-mill"
said_on = "2024-05"
speaker = "city clerk"
ignore = ["Phone"]

[columns]
partner = "Twin town"
class = "Type"
word = "Type"
signed = "Since"
last_visit_out = "We went"
source = "Where written"

[values.class]
"Sister City" = "full"
"n/a" = ""

[values.word]
"n/a" = ""

[defaults]
registry = "mill-union"

[dates]
order = "dmy"
"#;

#[test]
fn a_clerks_list() {
    check_mapped(
        "clerk",
        CLERK,
        "Our partners 2024.csv",
        "Twin town;country;region;Type;Since;standing;standing since;condition;We went;carrier;carrier_state;listed;Where written;Phone\n\
         Nether Mill;XB;;Sister City;3/4/1991;suspended;03.2022;until the dam is mended;2019;Mill Society;active;yes;Council minutes, 1991;555-1\n\
         Mill;XB;XB-2;Sister City;;in force;1999;;;;;;;555-2\n\
         Новая Мельница;Cornland;Eastern Shire;Sister City;;;;;;;;;minutes;\n\
         Lone Mill;XD;Green Shire;n/a;1975;;;;;;;no;https://mill.example/a;\n\
         Far Mill;;;sister city;;ended;2022-03-01;;;;;;;\n\
         xc-9.other-mill;;;SISTER CITY;;;;;;;;;;\n",
    );
}

#[test]
fn problems_of_a_clerks_list() {
    check_mapped(
        "clerk_problems",
        "layout = \"partners\"\nowner = \"xa-7.upper-mill\"\n",
        "list.csv",
        "partner,country,region,class,word,signed,signed_by,standing,standing_since,condition,carrier,carrier_state,registry,listed\n\
         Mill,XB,,full,,,,,,,,,,\n\
         New Mill,,,full,,,,,,,,,,\n\
         New Mill,Atlantis,,full,,,,,,,,,,\n\
         New Mill,XB,XC-9,full,,,,,,,,,,\n\
         東京,XB,,full,,,,,,,,,,\n\
         Upper Mill,,,full,,,,,,,,,,\n\
         Far Mill,,,,,,,,,,,,,\n\
         Far Mill,,,,twin,3/4/1991,J. Miller,asleep,,why,Society,,union,\n\
         Far Mill,,,full,,,,,2001,,,active,,yes\n\
         Far Mill,,,full,,,,,,,,,,\n",
    );
}

#[test]
fn problems_of_mapping_files() {
    let check = |text: &str, expected: &[&str]| {
        let problems = Mapping::parse("m.toml", text).expect_err("it is wrong");
        let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(problems, expected, "{text}");
    };
    check(
        "layout = \"partner\"\n",
        &[&format!("m.toml:1: column `layout`: found `partner`, expected one of: {}", TableKind::WORDS.join(", "))],
    );
    check("owner = \"xa.a\"\n", &["m.toml:1: found nothing, expected a mapping file: missing field `layout`"]);
    check(
        "layout = \n",
        &["m.toml:1: found nothing, expected a mapping file: string values must be quoted, expected literal string"],
    );
    check(
        "layout = \"partners\"\n\n[dates]\nformat = 1\n",
        &["m.toml:4: found nothing, expected a mapping file: unknown field `format`, expected `order`"],
    );
    check(
        "layout = \"partners\"\nowner = \"Upper Mill\"\ngrade = \"good\"\n[columns]\nparner = \"Town\"\n[values.class]\nSister = \"ful\"\n[values.phone]\n[defaults]\nstanding = \"asleep\"\n[dates]\norder = \"ymd\"\n",
        &[
            "m.toml:2: column `owner`: found `Upper Mill`, expected a party id such as `xa-7.upper-mill`",
            "m.toml:3: column `grade`: found `good`, expected one of: document, report, statement, list, unsourced",
            "m.toml:5: found `parner`, expected a column of `partners`, perhaps `partner`",
            "m.toml:7: column `class`: found `ful`, expected one of: full, friendship, project, contact, solidarity, institutional, intent",
            "m.toml:8: found `phone`, expected a column of `partners`",
            "m.toml:10: column `standing`: found `asleep`, expected one of: in-force, intent, filed, approved, signed, renewed, suspended, resumed, ended, expired, superseded, unknown",
            "m.toml:12: column `order`: found `ymd`, expected dmy or mdy",
        ],
    );
}

#[test]
fn a_mapped_column_must_be_there() {
    let mapping = Mapping::parse("m.toml", "layout = \"ties\"\n[columns]\nheld = \"When\"\n").expect("good");
    let reading = read_it("x.csv", b"parties,class,source\n", Some(&mapping));
    assert_eq!(
        reading.problems.iter().map(Problem::to_string).collect::<Vec<_>>(),
        ["x.csv:1: found nothing, expected the column `When`, which the mapping file reads as `held`"]
    );
}

#[test]
fn row_by_row_says_the_same_as_whole() {
    let text = format!("{}{}", example(TableKind::Ties), "xa.a;xb.b,ful,,,,,,minutes,\n".repeat(5000));
    let whole = read_it("ties.csv", text.as_bytes(), None);
    let (book, maker) = (book(), maker());
    let context = Context::new(&book, &Known, &maker);
    let input = Input { name: "ties.csv", bytes: text.as_bytes(), kind: None, mapping: None, hash: None };
    let (mut claims, mut problems) = (Vec::new(), Vec::new());
    for row in rows(input, &context) {
        let row = row.expect("memory");
        claims.extend(row.claims);
        problems.extend(row.problems);
    }
    assert_eq!((claims, problems), (whole.claims, whole.problems));
}

#[test]
fn a_failing_reader_is_an_error() {
    struct Failing;
    impl std::io::Read for Failing {
        fn read(&mut self, _bytes: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let (book, maker) = (book(), maker());
    let context = Context::new(&book, &NoParties, &maker);
    let input = Input { name: "ties.csv", bytes: Failing, kind: None, mapping: None, hash: None };
    let items: Vec<_> = rows(input, &context).collect();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().expect_err("it failed").to_string(), "failed to read `ties.csv`");
}

/// The tables of the repository: sources first, since the others cite them.
#[test]
fn the_bundled_tables_are_good() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder data/ holds the bundled register")
        .map(|entry| entry.expect("it is readable").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    assert!(names.iter().any(|name| name == "sources.csv"), "data/sources.csv is missing");
    names.sort_by_key(|name| (name != "sources.csv", name.clone()));
    let (mut book, maker) = (SourceBook::default(), maker());
    let mut problems = Vec::new();
    for name in &names {
        let bytes = std::fs::read(folder.join(name)).expect("it is readable");
        let reading = read(Table::named(name, &bytes), &Context::new(&book, &NoParties, &maker));
        book.add(&reading);
        problems.extend(reading.problems.iter().map(Problem::to_string));
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// Claims without their lines, which move when rows do.
fn without_lines(mut claims: Vec<Claim>) -> Vec<Claim> {
    for claim in &mut claims {
        if let Locator::Row { line, .. } = &mut claim.evidence.locator {
            *line = 0;
        }
    }
    claims
}

/// Tables of a layout whose cells are often right, sometimes not.
fn any_table(kind: TableKind) -> impl Strategy<Value = (String, Vec<String>)> {
    let n_columns = kind.columns().len();
    let odd = prop_oneof![
        4 => Just(String::new()),
        1 => Just("soon".to_owned()),
        1 => Just("2001/..".to_owned()),
        1 => Just("yes".to_owned()),
        1 => Just("full".to_owned()),
        1 => Just("minutes;gazette-1991".to_owned()),
        1 => "[ -~]{0,6}".prop_map(|text| text.replace('"', "")),
    ];
    let change = prop::collection::vec((0..n_columns, odd), 0..4);
    let row = change.prop_map(move |changes| {
        let mut cells: Vec<String> = kind.columns().iter().map(|column| column.example.to_owned()).collect();
        changes.into_iter().for_each(|(idx, cell)| cells[idx] = cell);
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
        format!("{}\n", cells.join(","))
    });
    (Just(template(kind)), prop::collection::vec(row, 0..12))
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for kind in TableKind::ALL {
            let _ = read_it(&format!("{}.csv", kind.word()), &bytes, None);
        }
    }

    #[test]
    fn no_cells_make_it_panic(kind in prop::sample::select(TableKind::ALL), text in "[a-z0-9,;\"\n:./~ Ж-]{0,200}") {
        let mapping = Mapping::parse("m.toml", "layout = \"partners\"\nowner = \"xa.o\"").expect("good");
        let mapping = if kind == TableKind::Partners { Some(&mapping) } else { None };
        let _ = read_it(&format!("{}.csv", kind.word()), format!("{}{text}", template(kind)).as_bytes(), mapping);
    }

    #[test]
    fn no_text_makes_a_mapping_panic(text in "[a-z =\"\n\\[\\].]{0,80}") {
        let _ = Mapping::parse("m.toml", &text);
        let _ = Mapping::parse("m.toml", &format!("layout = \"partners\"\n{text}"));
    }

    /// Never half a row: the good rows alone say what the whole table says.
    #[test]
    fn bad_rows_take_nothing_from_good_ones(
        (kind, (header, rows)) in prop::sample::select(TableKind::ALL).prop_filter("it has columns", |kind| !kind.columns().is_empty()).prop_flat_map(|kind| (Just(kind), any_table(kind)))
    ) {
        let mapping = Mapping::parse("m.toml", "layout = \"partners\"\nowner = \"xa.o\"").expect("good");
        let mapping = if kind == TableKind::Partners { Some(&mapping) } else { None };
        let name = format!("{}.csv", kind.word());
        let whole = read_it(&name, format!("{header}{}", rows.concat()).as_bytes(), mapping);
        let bad: Vec<u32> = whole.problems.iter().map(|problem| problem.line).collect();
        prop_assert!(bad.is_sorted());
        let good: String = rows.iter().zip(2_u32..).filter(|(_, line)| !bad.contains(line)).map(|(row, _)| row.as_str()).collect();
        let rest = read_it(&name, format!("{header}{good}").as_bytes(), mapping);
        prop_assert!(rest.problems.is_empty(), "{:?}", rest.problems);
        prop_assert_eq!(rest.n_rows, whole.n_rows_good);
        prop_assert_eq!(without_lines(rest.claims), without_lines(whole.claims));
        let titles = |sources: &[Source]| sources.iter().map(|source| source.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(titles(&rest.sources), titles(&whole.sources));
    }
}
