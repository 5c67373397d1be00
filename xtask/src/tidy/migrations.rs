//! Both ledger backends have the same migrations by name.

use std::collections::BTreeSet;

use super::Finding;
use super::files::File;

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let all: BTreeSet<(&str, &str)> = files.iter().filter_map(|file| migration(&file.path)).collect();
    let backends: BTreeSet<&str> = all.iter().map(|(backend, _)| *backend).collect();
    let names: BTreeSet<&str> = all.iter().map(|(_, name)| *name).collect();
    let pairs = backends.iter().flat_map(|backend| names.iter().map(move |name| (*backend, *name)));
    pairs
        .filter(|pair| !all.contains(pair))
        .map(|(backend, name)| Finding {
            path: format!("crates/{backend}/migrations/{name}"),
            line: 1,
            what: "missing; another backend has it".into(),
            remedy: "write the same step for this backend under the same name",
        })
        .collect()
}

/// Backend and file name of `crates/ledger-NAME/migrations/FILE`.
fn migration(path: &str) -> Option<(&str, &str)> {
    let (backend, name) = path.strip_prefix("crates/")?.split_once("/migrations/")?;
    backend.starts_with("ledger-").then_some((backend, name))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::found;

    #[test]
    fn backends_step_together() {
        let one = ("crates/ledger-a/migrations/0001_x.sql", "");
        let two = ("crates/ledger-b/migrations/0001_x.sql", "");
        let three = ("crates/ledger-b/migrations/0002_y.sql", "");
        assert!(found(check, &[one]).is_empty());
        assert!(found(check, &[one, two]).is_empty());
        assert_eq!(found(check, &[one, two, three]), ["crates/ledger-a/migrations/0002_y.sql:1"]);
    }
}
