//! By-names of countries and units that no list carries: `by_names.toml`.

use std::collections::BTreeMap;

/// By-names by ISO 3166 code.
pub(super) fn by_names() -> BTreeMap<String, Vec<String>> {
    let text = include_str!("by_names.toml");
    toml::from_str(text).unwrap_or_else(|error| panic!("by_names.toml is tested to be good: {error}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn by_names_are_good() {
        assert!(super::by_names()["US-NY"].contains(&"N.Y.".to_owned()));
    }
}
