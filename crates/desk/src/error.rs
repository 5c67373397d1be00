//! What can be wrong with a decision.

/// Why an amendment cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The claim has no such field.
    #[error("this claim has no {field}")]
    NoField {
        /// The field given.
        field: &'static str,
        /// Those it has.
        has: Vec<&'static str>,
    },
    /// A field cannot hold what was given.
    #[error("{source}")]
    Value {
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        source: model::Error,
    },
    /// A number is none.
    #[error("`{found}` is not a number")]
    Number {
        /// What was given.
        found: String,
    },
}

impl Error {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NoField { has, .. } => format!("it has {}", has.join(", ")),
            Self::Value { source, .. } => source.hint(),
            Self::Number { .. } => "write it in digits, such as 77".to_owned(),
        }
    }

    /// The field that it is about.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoField { field, .. } | Self::Value { field, .. } => field,
            Self::Number { .. } => "number",
        }
    }
}
