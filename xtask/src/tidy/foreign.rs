//! Third-party code is a dependency, never a committed file; large and binary files stay out.

use super::Finding;
use super::files::File;

const MOST_BYTES: usize = 500_000;

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().filter_map(check_file).collect()
}

fn check_file(file: &File) -> Option<Finding> {
    let is_foreign = file.path.split('/').any(|folder| ["node_modules", "vendor", "third_party"].contains(&folder))
        || [".min.js", ".min.css"].iter().any(|end| file.path.ends_with(end));
    let is_picture = file.path.starts_with("docs/") && file.path.ends_with(".png");
    let (what, remedy) = if is_foreign {
        ("third-party code".to_owned(), "make it a dependency in Cargo.toml or package.json")
    } else if file.n_bytes > MOST_BYTES {
        (format!("{} bytes, at most {MOST_BYTES}", file.n_bytes), "fetch or generate it, and have git ignore it")
    } else if file.text.is_none() && !is_picture {
        ("not text".to_owned(), "keep pictures as .png under docs/, and generate everything else")
    } else {
        return None;
    };
    Some(Finding { path: file.path.clone(), line: 1, what, remedy })
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, check};
    use crate::tidy::found;

    #[test]
    fn foreign_files_are_found() {
        let large = "a".repeat(MOST_BYTES + 1);
        let cases = [
            ("web/node_modules/a/b.js", "a", 1),
            ("web/map.min.js", "a", 1),
            ("vendor/a.c", "a", 1),
            ("data/a.csv", &large, 1),
            ("data/a.bin", "a\0b", 1),
            ("docs/a.png", "a\0b", 0),
            ("src/vendors.rs", "a", 0),
        ];
        for (path, text, expected) in cases {
            assert_eq!(found(check, &[(path, text)]).len(), expected, "{path}");
        }
    }
}
