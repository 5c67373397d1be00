//! Which crate may use which: the table of `ARCHITECTURE.md`.

use toml::Table;

use super::Finding;
use super::files::File;

/// Our crates and what each may use beside `model`; `*` is all of them. `xtask` is not here: it must run when nothing else builds.
const MAY_USE: [(&str, &[&str]); 19] = [
    ("accounts", &[]),
    ("cli", &["*"]),
    ("cluster", &["formats", "register"]),
    ("desk", &["gazetteer", "ledger", "reader", "register"]),
    ("eval", &["*"]),
    ("formats", &[]),
    ("fuzz", &["*"]),
    ("gazetteer", &[]),
    ("ledger", &[]),
    ("ledger-postgres", &["ledger"]),
    ("ledger-sqlite", &["ledger"]),
    ("model", &[]),
    ("network", &["register"]),
    ("planning", &["register"]),
    ("reader", &["gazetteer"]),
    ("register", &[]),
    ("server", &["accounts", "desk", "formats", "gazetteer", "ledger", "network", "planning", "reader", "register"]),
    ("sources", &["formats"]),
    ("testkit", &["*"]),
];
/// What tests may use as well.
const IN_TESTS: [&str; 2] = ["ledger-sqlite", "testkit"];

const REMEDY: &str = "remove the edge, or argue for it in ARCHITECTURE.md and add it to xtask/src/tidy/edges.rs";

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().filter(|file| file.path.ends_with("/Cargo.toml")).flat_map(check_manifest).collect()
}

fn check_manifest(file: &File) -> Vec<Finding> {
    let text = file.text.as_deref().unwrap_or_default();
    let Ok(manifest) = text.parse::<Table>() else { return Vec::new() };
    let folder = file.path.trim_end_matches("/Cargo.toml").rsplit('/').next().unwrap_or_default();
    let mut findings = Vec::new();
    for (section, table) in dependencies(&manifest) {
        let in_tests = section == "dev-dependencies";
        for used in table.keys().filter(|name| is_ours(name) && !may_use(folder, name, in_tests)) {
            findings.push(Finding {
                path: file.path.clone(),
                line: line_of(text, section, used),
                what: format!("`{folder}` may not use `{used}` in [{section}]"),
                remedy: REMEDY,
            });
        }
    }
    findings
}

/// The sections that name other crates, those of one target platform included.
fn dependencies(manifest: &Table) -> Vec<(&'static str, &Table)> {
    let targets = manifest.get("target").and_then(|targets| targets.as_table());
    let roots = targets.into_iter().flat_map(Table::values).filter_map(|target| target.as_table());
    let sections = ["dependencies", "dev-dependencies", "build-dependencies"];
    std::iter::once(manifest)
        .chain(roots)
        .flat_map(|root| sections.map(|section| (section, root.get(section))))
        .filter_map(|(section, table)| Some((section, table?.as_table()?)))
        .collect()
}

fn row(name: &str) -> Option<&'static [&'static str]> {
    MAY_USE.iter().find(|(crate_name, _)| *crate_name == name).map(|(_, uses)| *uses)
}

fn is_ours(name: &str) -> bool {
    row(name).is_some()
}

fn may_use(user: &str, used: &str, in_tests: bool) -> bool {
    match row(user) {
        // `testkit` serves tests; a binary that used it would ship invented data.
        Some(uses) => {
            used == "model"
                || (in_tests && IN_TESTS.contains(&used))
                || uses.contains(&used)
                || (uses.contains(&"*") && used != "testkit")
        }
        None => false,
    }
}

fn line_of(text: &str, section: &str, name: &str) -> usize {
    let lines = text.lines().enumerate().skip_while(|(_, line)| !line.contains(section));
    let mut named = lines.filter(|(_, line)| {
        let rest = line.strip_prefix(name).unwrap_or_default();
        rest.starts_with(['.', ' ', '='])
    });
    named.next().map_or(1, |(i, _)| i + 1)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::found;

    #[test]
    fn edges_follow_the_table() {
        let cases = [
            ("crates/register", "[dependencies]\nmodel.workspace = true\ntoml.workspace = true", ""),
            ("crates/register", "[dependencies]\nmodel.workspace = true\n\nledger.workspace = true", "4"),
            ("crates/model", "[dependencies]\nregister = { workspace = true }", "2"),
            ("crates/server", "[dependencies]\nledger-sqlite.workspace = true", "2"),
            ("crates/server", "[dev-dependencies]\nledger-sqlite.workspace = true\ntestkit.workspace = true", ""),
            ("crates/cli", "[dependencies]\nserver.workspace = true\nledger-sqlite.workspace = true", ""),
            ("crates/cli", "[dependencies]\ntestkit.workspace = true", "2"),
            ("crates/testkit", "[dependencies]\nserver.workspace = true", ""),
            ("crates/formats", "[target.'cfg(unix)'.dependencies]\nledger.workspace = true", "2"),
            ("crates/newcomer", "[dependencies]\nmodel.workspace = true", "2"),
            ("xtask", "[dependencies]\nanyhow.workspace = true\nmodel.workspace = true", "3"),
        ];
        for (folder, manifest, line) in cases {
            let path = format!("{folder}/Cargo.toml");
            let expected: Vec<String> = line.split_terminator(' ').map(|line| format!("{path}:{line}")).collect();
            assert_eq!(found(check, &[(path.as_str(), manifest)]), expected, "{manifest}");
        }
    }
}
