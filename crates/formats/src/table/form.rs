//! What a cell may hold, and the declaration of a column.
//!
//! The form gives the text after "expected" in a problem and the "form" of the layout reference; `cells` reads by it.

use model::Scheme;

/// What a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Any text.
    Text,
    /// A list of texts.
    List,
    /// The id of a party.
    Party,
    /// Ids of parties.
    PartyList,
    /// Two or more party ids: a tie, or the countries or regions between which ties are meant.
    Tie,
    /// The id of a source.
    SourceId,
    /// Ids of sources listed in the sources table: one claim each.
    Sources,
    /// One of these words; `_` and blank stand for `-`.
    Word(&'static [&'static str]),
    /// A date, as precise as it is known.
    Date,
    /// A date or an interval.
    Period,
    /// A calendar day.
    Day,
    /// A whole number, not negative.
    Whole,
    /// A number with a decimal point, negative or not.
    Decimal,
    /// Yes or no.
    YesNo,
    /// Bytes of the source's text.
    Bytes,
    /// An identifier of another list.
    Identifier(Scheme),
    /// An ISO 3166-1 or 3166-2 code.
    Iso,
}

impl Form {
    /// The text that completes "expected …".
    #[must_use]
    pub fn expected(self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::List => "texts joined by `;`".into(),
            Self::Party => "a party id such as `xa-7.upper-mill`".into(),
            Self::PartyList => "party ids joined by `;`".into(),
            Self::Tie => "two or more different party ids joined by `;`".into(),
            Self::SourceId => "a source id of lower-case letters, digits, `-`, `.`, `_` and `:`".into(),
            Self::Sources => "source ids of the sources table joined by `;`".into(),
            Self::Word(words) => format!("one of: {}", words.join(", ")),
            Self::Date => "a date such as 1991, 1991-10, 1991-10-05, 1990~ or 199X".into(),
            Self::Period => "a date such as 1991 or 1991-10-05, or a period such as 1991/.. or 1991/1997".into(),
            Self::Day => "a day such as 1991-10-05".into(),
            Self::Whole => "a whole number in plain digits".into(),
            Self::Decimal => "a number in plain digits with a decimal point".into(),
            Self::YesNo => "yes or no".into(),
            Self::Bytes => "`bytes:START-END`, the quote's bytes in the source's text".into(),
            Self::Identifier(scheme) => match scheme {
                Scheme::Iso3166_1 => "an ISO 3166-1 code such as XA".into(),
                Scheme::Iso3166_2 => "an ISO 3166-2 code such as XA-7".into(),
                Scheme::GeoNames => "a GeoNames number".into(),
                Scheme::Wikidata => "a Wikidata item such as Q1".into(),
                Scheme::Ror => "a ROR id such as 012zs8222".into(),
            },
            Self::Iso => "an ISO 3166 code such as XA or XA-7".into(),
        }
    }
}

/// The declaration of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// Whether it must be there and filled in every row.
    pub required: bool,
    /// What a cell may hold.
    pub form: Form,
    /// What it means, as a phrase.
    pub meaning: &'static str,
    /// The unit of a number; empty when there is none.
    pub unit: &'static str,
    /// An invented cell; empty when the example leaves it empty.
    pub example: &'static str,
}
