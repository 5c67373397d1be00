//! The beginning of a name, as people type it.

use std::str::FromStr;

use model::Name;

use crate::Error;

/// The beginning of an entry's name: 1 to 64 hexadecimal digits, as the first and the last name that begin so.
///
/// ```
/// use ledger::NamePrefix;
/// let prefix: NamePrefix = "A0f".parse()?;
/// assert!(prefix.first().to_string().starts_with("a0f000"));
/// assert!(prefix.last().to_string().starts_with("a0ffff"));
/// # Ok::<(), ledger::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamePrefix {
    first: Name,
    last: Name,
}

impl NamePrefix {
    /// The first name that begins so.
    #[must_use]
    pub const fn first(&self) -> Name {
        self.first
    }

    /// The last name that begins so.
    #[must_use]
    pub const fn last(&self) -> Name {
        self.last
    }
}

impl FromStr for NamePrefix {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let good = (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
        if !good {
            return Err(Error::Prefix { found: text.to_owned() });
        }
        Ok(Self { first: format!("{text:0<64}").parse()?, last: format!("{text:f<64}").parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_hexadecimal_is_refused() {
        for bad in ["", "xyz", "+a", "a ", &"a".repeat(65)] {
            assert!(bad.parse::<NamePrefix>().is_err(), "{bad}");
        }
        let whole = "0123456789abcdef".repeat(4);
        let prefix: NamePrefix = whole.parse().unwrap();
        assert_eq!((prefix.first(), prefix.last().to_string()), (prefix.last(), whole));
    }
}
