//! House rules: the thresholds behind pulse. No source of the field gives numbers, so they are ours, in a file, editable.

use serde::Deserialize;

/// The thresholds, in whole months and counts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct House {
    /// Without contact for longer than this, a tie is quiet.
    pub quiet_after_months: u32,
    /// Without contact for longer than this, a tie is dormant.
    pub dormant_after_months: u32,
    /// So many sources must speak of a tie after its last contact before silence means anything.
    pub sources_for_silence: u32,
}

impl Default for House {
    fn default() -> Self {
        Self { quiet_after_months: 24, dormant_after_months: 60, sources_for_silence: 2 }
    }
}

/// What is wrong with a file of house rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HouseError {
    /// Not TOML, an unknown key, or not a whole number.
    #[error("the house rules cannot be read: {message}")]
    Syntax {
        /// The parser's words, with line and column.
        message: String,
    },
    /// Dormant must come after quiet, and both after zero.
    #[error("quiet after {quiet} months and dormant after {dormant} months do not follow each other")]
    Order {
        /// Months to quiet.
        quiet: u32,
        /// Months to dormant.
        dormant: u32,
    },
}

impl HouseError {
    /// What the reader can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => {
                "the keys are quiet_after_months, dormant_after_months and sources_for_silence, each a whole number"
            }
            Self::Order { .. } => "set quiet_after_months to 1 or more and dormant_after_months higher than that",
        }
    }
}

impl House {
    /// Reads house rules from TOML; keys left out keep their defaults.
    ///
    /// # Errors
    /// [`HouseError`] with the place or the numbers at fault.
    pub fn parse(text: &str) -> Result<Self, HouseError> {
        let house: Self = toml::from_str(text)
            .map_err(|error| HouseError::Syntax { message: error.to_string().trim().to_owned() })?;
        let (quiet, dormant) = (house.quiet_after_months, house.dormant_after_months);
        if quiet == 0 || dormant <= quiet { Err(HouseError::Order { quiet, dormant }) } else { Ok(house) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_refused() {
        assert_eq!(House::parse("").expect("defaults"), House::default());
        assert_eq!(House::parse("quiet_after_months = 12").expect("one key").quiet_after_months, 12);
        assert!(matches!(House::parse("quiet = 12"), Err(HouseError::Syntax { .. })));
        assert!(matches!(House::parse("dormant_after_months = 3"), Err(HouseError::Order { quiet: 24, dormant: 3 })));
    }
}
