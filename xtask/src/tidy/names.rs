//! Folders and files are named for what they hold.

use super::Finding;
use super::files::File;

const EMPTY: [&str; 5] = ["common", "helper", "helpers", "util", "utils"];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().filter_map(check_path).collect()
}

fn check_path(file: &File) -> Option<Finding> {
    let name =
        file.path.split('/').map(|part| part.split('.').next().unwrap_or(part)).find(|name| EMPTY.contains(name))?;
    Some(Finding {
        path: file.path.clone(),
        line: 1,
        what: format!("`{name}` says nothing about what is inside"),
        remedy: "move each function to the type of its first argument, or name the one idea it serves",
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::found;

    #[test]
    fn empty_names_are_found() {
        let files = [("crates/a/src/utils.rs", ""), ("e2e/helpers/b.mjs", ""), ("crates/a/src/commons.rs", "")];
        assert_eq!(found(check, &files), ["crates/a/src/utils.rs:1", "e2e/helpers/b.mjs:1"]);
    }
}
