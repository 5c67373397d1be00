//! The CSV list of the npm package `universities`: country code, name, address, without a header.
//!
//! It has no coordinates and no other spellings: good for telling which country a university lies in, and for nothing else.

use crate::Problem;

/// A university.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct University {
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: String,
    /// Its name, mostly in English.
    pub name: String,
}

/// Reads the list. Rows that are not of its shape are problems and left out.
#[must_use]
pub fn universities(file: &str, bytes: &[u8]) -> (Vec<University>, Vec<Problem>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    for (at, row) in rows.byte_records().enumerate() {
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let row = row.unwrap_or_default();
        let part = |at: usize| String::from_utf8_lossy(row.get(at).unwrap_or_default()).trim().to_owned();
        let (country, name) = (part(0), part(1));
        if country.len() == 2 && !name.is_empty() {
            found.push(University { country, name });
        } else {
            problems.push(Problem {
                file: file.to_owned(),
                line,
                column: String::new(),
                found: format!("{country} {name}"),
                expected: "a country's two letters and a name".to_owned(),
            });
        }
    }
    (found, problems)
}

#[cfg(test)]
mod tests {
    use super::universities;

    #[test]
    fn rows_are_countries_and_names() {
        let (found, problems) = universities("u.csv", b"XA,Mill University,http://a\nbad\nXB,\"Vale, The\",http://b\n");
        let names: Vec<(&str, &str)> = found.iter().map(|one| (one.country.as_str(), one.name.as_str())).collect();
        assert_eq!(names, [("XA", "Mill University"), ("XB", "Vale, The")]);
        assert_eq!(problems.len(), 1);
    }
}
