//! The layouts: a closed list.

use super::columns;
use super::facts::file_name;
use super::form::Column;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $columns:ident;)+) => {
        /// A layout of a table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TableKind { $($(#[$doc])* $variant),+ }

        impl TableKind {
            /// Every layout, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every written name, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// Its written name: the file name without `.csv`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Its columns, in the order of the template; none for [`TableKind::LeftOut`], whose columns are free.
            #[must_use]
            pub const fn columns(self) -> &'static [Column] {
                match self { $(Self::$variant => columns::$columns),+ }
            }
        }
    };
}

kinds! {
    /// The works that claims rest on. Read first: the others name them.
    Sources = "sources", SOURCES;
    /// Places: countries, units, cities.
    Places = "places", PLACES;
    /// Universities and other institutions.
    Institutions = "institutions", INSTITUTIONS;
    /// Ties as stated.
    Ties = "ties", TIES;
    /// Dated decisions about a tie.
    Acts = "acts", ACTS;
    /// What parties did together.
    Activities = "activities", ACTIVITIES;
    /// What is planned; checked, never imported.
    Planned = "planned", PLANNED;
    /// Carriers and what happened to them.
    Carriers = "carriers", CARRIERS;
    /// Spans in which nothing was done together.
    NoContact = "no_contact", NO_CONTACT;
    /// What registries say.
    Listings = "listings", LISTINGS;
    /// Numbers of ties that somebody stated.
    StatedCounts = "stated_counts", STATED_COUNTS;
    /// What somebody hopes for.
    Wishes = "wishes", WISHES;
    /// What was looked at and left out, with the reason; never imported, in any columns.
    LeftOut = "left_out", LEFT_OUT;
    /// A clerk's list of the partners of one place.
    Partners = "partners", PARTNERS;
}

impl TableKind {
    /// Reads a written name; `-` and blank stand for `_`, case does not matter. `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let folded = text.trim().to_ascii_lowercase().replace(['-', ' '], "_");
        Self::ALL.iter().copied().find(|kind| kind.word() == folded)
    }

    /// The layout a file name speaks of: `data/ties.csv` is [`TableKind::Ties`]. `None` when it names none.
    #[must_use]
    pub fn of_file_name(name: &str) -> Option<Self> {
        let file = file_name(name);
        Self::parse(file.rsplit_once('.').map_or(file, |(stem, _)| stem))
    }

    /// Whether its rows become claims or sources.
    #[must_use]
    pub const fn is_imported(self) -> bool {
        !matches!(self, Self::Planned | Self::LeftOut)
    }

    /// The column of that name.
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_speak_of_layouts() {
        for (name, expected) in [
            ("ties.csv", Some(TableKind::Ties)),
            ("data/no_contact.csv", Some(TableKind::NoContact)),
            (r"C:\lists\No-Contact.CSV", Some(TableKind::NoContact)),
            ("stated counts", Some(TableKind::StatedCounts)),
            ("our partners.csv", None),
            ("", None),
        ] {
            assert_eq!(TableKind::of_file_name(name), expected, "{name}");
        }
    }

    #[test]
    fn columns_are_declared_once() {
        for kind in TableKind::ALL {
            for (idx, column) in kind.columns().iter().enumerate() {
                assert!(kind.columns()[..idx].iter().all(|c| c.name != column.name), "{} {}", kind.word(), column.name);
                assert!(!column.required || !column.example.is_empty(), "{} {}", kind.word(), column.name);
            }
        }
    }
}
