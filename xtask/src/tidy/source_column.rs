//! Every row of our own fact tables under `data/` says where it comes from.

use super::Finding;
use super::files::File;

const REMEDY: &str = "name a source of data/sources.csv in the column `source`";

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let is_table = |file: &&File| {
        let name = file.path.strip_prefix("data/").unwrap_or_default();
        name.ends_with(".csv") && !name.contains('/') && name != "sources.csv"
    };
    files.iter().filter(is_table).flat_map(check_table).collect()
}

fn check_table(file: &File) -> Vec<Finding> {
    let at = |line: u64, what: String| Finding {
        path: file.path.clone(),
        line: usize::try_from(line).unwrap_or(usize::MAX),
        what,
        remedy: REMEDY,
    };
    let text = file.text.as_deref().unwrap_or_default();
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = table.headers().cloned().unwrap_or_default();
    let Some(column) = header.iter().position(|name| name == "source") else {
        return vec![at(1, "no column `source`".into())];
    };
    let mut findings = Vec::new();
    for row in table.records() {
        match row {
            Ok(row) if row.get(column).is_some_and(|source| !source.trim().is_empty()) => {}
            Ok(row) => findings.push(at(row.position().map_or(1, csv::Position::line), "a row without source".into())),
            Err(error) => findings.push(at(error.position().map_or(1, csv::Position::line), error.to_string())),
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::found;

    #[test]
    fn rows_have_sources() {
        let cases = [
            ("data/ties.csv", "a,source\n1,x\n2,y\n", vec![]),
            ("data/ties.csv", "a,source,note\n1,x,\n2, ,\n3\n", vec!["data/ties.csv:3", "data/ties.csv:4"]),
            ("data/ties.csv", "a,b\n1,x\n", vec!["data/ties.csv:1"]),
            ("data/sources.csv", "id\nx\n", vec![]),
            ("data/counts/a.csv", "id\nx\n", vec![]),
            ("crates/a/tests/a.csv", "id\nx\n", vec![]),
        ];
        for (path, text, expected) in cases {
            assert_eq!(found(check, &[(path, text)]), expected, "{text}");
        }
    }
}
