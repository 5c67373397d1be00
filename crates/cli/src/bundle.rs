//! The bundled register: the files under `data/`, embedded, and read as a user's own files would be.

use formats::table::{self, Context, NoParties, SourceBook, Table};
use model::{Body, Maker, MakerKind};
use planning::matching::{Brief, UnitList};
use register::{Definition, Gates, House};

/// A file name and its bytes.
pub(crate) type File = (&'static str, &'static str);

macro_rules! files {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("../../../data/", $name)))),+] };
}

/// The tables, in the order they are read: sources first, since the others cite them.
pub(crate) const TABLES: [File; 11] = files![
    "sources.csv",
    "places.csv",
    "institutions.csv",
    "ties.csv",
    "acts.csv",
    "activities.csv",
    "carriers.csv",
    "no_contact.csv",
    "listings.csv",
    "stated_counts.csv",
    "wishes.csv",
];

/// The definitions of counts, in the order they are shown.
pub(crate) const DEFINITIONS: [File; 7] = files![
    "counts/us-ru-sister-cities.toml",
    "counts/us-ru-us-places.toml",
    "counts/us-ru-ru-places.toml",
    "counts/us-ru-all-levels.toml",
    "counts/us-ru-suspended-or-ended.toml",
    "counts/us-ru-listed.toml",
    "counts/us-ru-institutions.toml",
];

/// The lists of units that briefs can name, in the order they are shown.
pub(crate) const UNITS: [File; 4] = files![
    "units/us-states.toml",
    "units/ru-subjects-83.toml",
    "units/ru-subjects-85.toml",
    "units/ru-subjects-89.toml",
];

/// The briefs, in the order they are shown.
pub(crate) const BRIEFS: [File; 3] =
    files!["briefs/us-ru-today.toml", "briefs/us-ru-2020.toml", "briefs/municipal-demo.toml"];

const HOUSE: File = files!["house.toml"][0];

/// The rules on what is allowed, by jurisdiction.
pub(crate) const GATES: [File; 5] =
    files!["gates/us.toml", "gates/ru.toml", "gates/au.toml", "gates/asia.toml", "gates/europe.toml"];

/// What the register covers and lacks, for readers of its numbers.
pub(crate) const COVERAGE: &str = "\
The bundled register was compiled from public sources on ties between places and institutions of the United States and \
Russia. Each row of its tables cites the work it rests on.

It is not complete. What no source says is shown as not known; a tie that a list names is not thereby in force, and a tie \
that no list names is not thereby ended.";

/// The same in Russian.
pub(crate) const COVERAGE_RU: &str = "\
Встроенный реестр составлен по открытым источникам о связях между местами и учреждениями США и России. В каждой строке его \
таблиц названа работа, на которую она опирается.

Он неполон. О чём не говорит ни один источник, показано как неизвестное; связь, названная в списке, от этого ещё не действует, \
а связь, которой нет ни в одном списке, от этого ещё не закончена.";

/// Under which terms the data can be used.
pub(crate) const LICENSE: &str = "CC BY 4.0, Twain contributors; contains GeoNames data (CC BY 4.0), Wikidata and ROR identifiers (CC0); quotations remain their authors";

/// The same in Russian.
pub(crate) const LICENSE_RU: &str = "CC BY 4.0, участники Twain; содержит данные GeoNames (CC BY 4.0), идентификаторы Wikidata и ROR (CC0); цитаты принадлежат их авторам";

/// The address of those terms.
pub(crate) const LICENSE_URL: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The bundled entries.
#[derive(Debug)]
pub(crate) struct Bundled {
    /// Sources, then claims, in the order of the files.
    pub bodies: Vec<Body>,
    /// How many of them are sources.
    pub n_sources: usize,
    /// How many rows they come from.
    pub n_rows: usize,
}

/// What writes down the claims of a table.
pub(crate) fn importer() -> Maker {
    Maker { kind: MakerKind::Importer, name: "table".into(), version: env!("CARGO_PKG_VERSION").into() }
}

/// Reads the bundled register. A problem in it is a bug, and a test proves that there is none.
pub(crate) fn read() -> Bundled {
    let (bundled, problems) = read_with_problems();
    debug_assert!(problems.is_empty(), "the bundled register is tested to be good: {problems:?}");
    bundled
}

/// The same with what is wrong, which tests look for.
pub(crate) fn read_with_problems() -> (Bundled, Vec<formats::Problem>) {
    let (maker, mut book) = (importer(), SourceBook::default());
    let (mut sources, mut claims, mut problems, mut n_rows) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (name, text) in TABLES {
        let reading = table::read(Table::named(name, text.as_bytes()), &Context::new(&book, &NoParties, &maker));
        book.add(&reading);
        sources.extend(reading.sources);
        claims.extend(reading.claims);
        problems.extend(reading.problems);
        n_rows += reading.n_rows;
    }
    let n_sources = sources.len();
    let bodies = sources.into_iter().map(Body::Source).chain(claims.into_iter().map(Body::Claim)).collect();
    (Bundled { bodies, n_sources, n_rows }, problems)
}

/// The saved definitions of counts.
pub(crate) fn definitions() -> Vec<Definition> {
    let parse = |(name, text): &File| {
        Definition::parse(text).unwrap_or_else(|error| panic!("the bundled {name} is tested to be good: {error}"))
    };
    DEFINITIONS.iter().map(parse).collect()
}

/// The lists of units that briefs can name.
pub(crate) fn units() -> Vec<UnitList> {
    let parse = |(name, text): &File| {
        UnitList::parse(text).unwrap_or_else(|error| panic!("the bundled {name} is tested to be good: {error}"))
    };
    UNITS.iter().map(parse).collect()
}

/// The bundled briefs.
pub(crate) fn briefs() -> Vec<Brief> {
    let parse = |(name, text): &File| {
        Brief::parse(text).unwrap_or_else(|error| panic!("the bundled {name} is tested to be good: {error}"))
    };
    BRIEFS.iter().map(parse).collect()
}

/// The bundled house rules.
pub(crate) fn house() -> House {
    House::parse(HOUSE.1).unwrap_or_else(|error| panic!("the bundled {} is tested to be good: {error}", HOUSE.0))
}

/// The bundled rules on what is allowed.
pub(crate) fn gates() -> Gates {
    Gates::parse(GATES).unwrap_or_else(|error| panic!("the bundled rules are tested to be good: {error}"))
}
