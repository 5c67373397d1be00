//! Names folded to ids: Latin letters without marks, Cyrillic ones in Latin, the rest dropped.

/// A folded name.
pub(super) struct Slug {
    /// `a-z`, `0-9` and single hyphens; may be empty.
    pub(super) text: String,
    /// Whether letters or digits had to be dropped, so that two names may share the text.
    pub(super) is_lossy: bool,
}

/// Folds a name: `Nether Mill` becomes `nether-mill`, `Тула` becomes `tula`.
pub(super) fn slug(name: &str) -> Slug {
    let folded = model::fold_letters(&name.replace('.', " "));
    let is_lossy = folded.chars().any(|c| c != ' ' && !c.is_ascii_alphanumeric());
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Slug { text: words.collect::<Vec<_>>().join("-"), is_lossy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_ids() {
        for (name, text, is_lossy) in [
            ("Nether Mill", "nether-mill", false),
            ("St. Mary's  (Upper)", "st-marys-upper", false),
            ("Тула", "tula", false),
            ("Йошкар-Ола", "yoshkar-ola", false),
            ("Łódź", "lodz", false),
            ("Århus", "arhus", false),
            ("Mill 東", "mill", true),
            ("東京", "", true),
            ("", "", false),
        ] {
            let slug = slug(name);
            assert_eq!((slug.text.as_str(), slug.is_lossy), (text, is_lossy), "{name}");
        }
    }
}
