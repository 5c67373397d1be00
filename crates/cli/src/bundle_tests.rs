//! The bundled files are good. Not in `bundle`, which benches and measures include without its tests.

use formats::table::{self, Context, NoParties, SourceBook, Table};

use crate::bundle::{
    BRIEFS, DEFINITIONS, GATES, TABLES, UNITS, briefs, definitions, gates, house, importer, read_with_problems, units,
};

#[test]
fn the_bundled_register_has_no_problem() {
    let (bundled, problems) = read_with_problems();
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    assert!(bundled.n_sources > 0 && bundled.bodies.len() > bundled.n_sources);
}

#[test]
fn what_is_checked_but_never_imported_is_good_too() {
    let (maker, mut book) = (importer(), SourceBook::default());
    let sources = TABLES[0];
    book.add(&table::read(Table::named(sources.0, sources.1.as_bytes()), &Context::new(&book, &NoParties, &maker)));
    for (name, text) in [
        ("planned.csv", include_str!("../../../data/planned.csv")),
        ("left_out.csv", include_str!("../../../data/left_out.csv")),
    ] {
        let reading = table::read(Table::named(name, text.as_bytes()), &Context::new(&book, &NoParties, &maker));
        assert_eq!(reading.problems, [], "{name}");
    }
}

#[test]
fn definitions_and_house_rules_are_good() {
    for definition in definitions() {
        assert!(definition.translations.contains_key("ru"), "{}: no words in Russian", definition.id);
    }
    let ids: Vec<String> = definitions().into_iter().map(|definition| definition.id).collect();
    assert!(ids.iter().any(|id| id == "us-ru-sister-cities"), "{ids:?}");
    for ((name, _), id) in DEFINITIONS.iter().zip(&ids) {
        assert_eq!(*name, format!("counts/{id}.toml"), "the file is called as its definition");
    }
    house();
}

#[test]
fn units_and_briefs_are_good() {
    let sources = TABLES[0].1;
    for ((name, _), list) in UNITS.iter().zip(units()) {
        assert_eq!(*name, format!("units/{}.toml", list.id), "the file is called as its list");
        assert!(list.translations.contains_key("ru"), "{name}: no words in Russian");
        for source in &list.sources {
            assert!(sources.lines().any(|row| row.starts_with(&format!("{source},"))), "{name}: {source} is no source");
        }
    }
    for ((name, _), brief) in BRIEFS.iter().zip(briefs()) {
        assert_eq!(*name, format!("briefs/{}.toml", brief.id), "the file is called as its brief");
        let words = brief.translations.get("ru").unwrap_or_else(|| panic!("{name}: no words in Russian"));
        assert_eq!(words.weightings.len(), brief.weightings.len(), "{name}: a weighting has no name in Russian");
        let whys = brief
            .closed
            .iter()
            .map(|rule| &rule.why)
            .chain(brief.must_not.iter().chain(&brief.must).map(|rule| &rule.why));
        whys.for_each(|why| assert!(why.translations.contains_key("ru"), "{name}: not in Russian: {}", why.text));
    }
}

#[test]
fn the_rules_on_what_is_allowed_are_good() {
    let gates = gates();
    assert!(gates.rules().len() > 20 && !gates.looked().is_empty());
    // Every file of the folder is embedded.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gates");
    assert_eq!(std::fs::read_dir(folder).expect("the folder of rules").count(), GATES.len());
}
