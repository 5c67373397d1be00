//! Closed lists of words: one macro, so that parsing, printing and listing can never disagree.

/// Declares an enum whose variants each have one written word.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $what:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the enum.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every written word, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The written word, as in files and addresses.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads a written word; `_` and blank stand for `-`, case does not matter.
            ///
            /// # Errors
            /// [`Error::Word`](crate::Error::Word) with the words allowed.
            pub fn parse(text: &str) -> Result<Self, crate::Error> {
                let folded = text.trim().to_ascii_lowercase().replace(['_', ' '], "-");
                match folded.as_str() {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::Error::Word { what: $what, found: text.to_owned(), allowed: Self::WORDS }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }
    };
}

pub(crate) use words;
