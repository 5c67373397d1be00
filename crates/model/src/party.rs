//! Parties: places and institutions, their names, identifiers and attributes.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::words::words;
use crate::{Error, PartialDate};

/// The register's own name of a party: `us`, `us-ny`, `us-ny.albany`, `ru-tul.tula`.
///
/// The first part is the country (ISO 3166-1) or unit (ISO 3166-2) in lower case, the second a name within it.
/// Ids say where to look, not what is so: what a party is called, is and belongs to are claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(Arc<str>);

impl PartyId {
    /// Reads an id.
    ///
    /// # Errors
    /// [`Error::PartyId`] unless it is one or more parts of `a-z`, `0-9` and `-`, joined by dots.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if Self::is_id(text) { Ok(Self(text.into())) } else { Err(Error::PartyId { found: text.to_owned() }) }
    }

    /// One pass, since reading the ledger back checks every id again: every dot has something good on both sides.
    pub(crate) fn is_id(text: &str) -> bool {
        let mut after_good = false;
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'-' => after_good = true,
                b'.' if after_good => after_good = false,
                _ => return false,
            }
        }
        after_good
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country or unit part, such as `us-ny`.
    #[must_use]
    pub fn unit(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }

    /// The country part, such as `us`.
    #[must_use]
    pub fn country(&self) -> &str {
        self.unit().split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for PartyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl FromStr for PartyId {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

words! {
    /// What a party is.
    PartyKind: "party kind" {
        /// A country.
        Country = "country",
        /// A state of a federation, such as New York.
        State = "state",
        /// A federal district, such as the District of Columbia.
        FederalDistrict = "federal-district",
        /// A republic of a federation.
        Republic = "republic",
        /// A krai.
        Krai = "krai",
        /// An oblast.
        Oblast = "oblast",
        /// A city that is a unit of its country, such as Moscow.
        FederalCity = "federal-city",
        /// An autonomous oblast.
        AutonomousOblast = "autonomous-oblast",
        /// An autonomous okrug.
        AutonomousOkrug = "autonomous-okrug",
        /// Any other region, province or prefecture.
        Region = "region",
        /// A county or raion.
        County = "county",
        /// A borough that is a municipality.
        Borough = "borough",
        /// A city.
        City = "city",
        /// A town or village.
        Town = "town",
        /// A district of a city.
        District = "district",
        /// A university.
        University = "university",
        /// A college or law school.
        College = "college",
        /// Several universities under one name.
        UniversitySystem = "university-system",
        /// A research institute or laboratory.
        ResearchInstitute = "research-institute",
        /// An association, union or network.
        Association = "association",
        /// Any other institution.
        Institution = "institution",
    }
}

impl PartyKind {
    /// The level that counts and filters speak of: `country`, `state`, `county`, `city` or `institution`.
    ///
    /// A federal city is at level `city` here, because its ties are city ties; counts say so.
    #[must_use]
    pub const fn level(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::State
            | Self::FederalDistrict
            | Self::Republic
            | Self::Krai
            | Self::Oblast
            | Self::AutonomousOblast
            | Self::AutonomousOkrug
            | Self::Region => "state",
            Self::County | Self::Borough => "county",
            Self::FederalCity | Self::City | Self::Town | Self::District => "city",
            Self::University
            | Self::College
            | Self::UniversitySystem
            | Self::ResearchInstitute
            | Self::Association
            | Self::Institution => "institution",
        }
    }
}

words! {
    /// How a name is used.
    NameUse: "name use" {
        /// The name to show first in its language.
        Preferred = "preferred",
        /// Another name in use.
        Alternative = "alternative",
        /// A name no longer in use.
        Former = "former",
    }
}

/// A name of a party.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PartyName {
    /// The name as written.
    pub text: String,
    /// Its language as a BCP 47 tag, such as `en` or `ru`; empty when not known.
    pub language: String,
    /// How it is used.
    pub usage: NameUse,
}

words! {
    /// A list of identifiers that others keep.
    Scheme: "identifier scheme" {
        /// ISO 3166-1 alpha-2, such as `US`.
        Iso3166_1 = "iso3166-1",
        /// ISO 3166-2, such as `RU-TUL`.
        Iso3166_2 = "iso3166-2",
        /// GeoNames, a number.
        GeoNames = "geonames",
        /// Wikidata, such as `Q1384`.
        Wikidata = "wikidata",
        /// The Research Organization Registry, such as `012zs8222`.
        Ror = "ror",
    }
}

/// What another list calls a party.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier {
    scheme: Scheme,
    value: String,
}

impl Identifier {
    /// Reads an identifier; addresses such as `https://ror.org/012zs8222` are cut to their last part.
    ///
    /// # Errors
    /// [`Error::Identifier`] when the scheme does not allow the text.
    pub fn parse(scheme: Scheme, text: &str) -> Result<Self, Error> {
        let value = text.trim().rsplit('/').next().unwrap_or_default();
        let upper = |s: &str| s.bytes().all(|b| b.is_ascii_uppercase());
        let alphanumeric = |s: &str| s.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let good = match scheme {
            Scheme::Iso3166_1 => value.len() == 2 && upper(value),
            Scheme::Iso3166_2 => value.split_once('-').is_some_and(|(country, unit)| {
                country.len() == 2 && upper(country) && (1..=3).contains(&unit.len()) && alphanumeric(unit)
            }),
            Scheme::GeoNames => digits(value),
            Scheme::Wikidata => value.strip_prefix('Q').is_some_and(digits),
            Scheme::Ror => {
                value.len() == 9
                    && value.starts_with('0')
                    && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            }
        };
        if good {
            Ok(Self { scheme, value: value.to_owned() })
        } else {
            Err(Error::Identifier { scheme: scheme.word(), found: text.to_owned() })
        }
    }

    /// Whose list it is.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The identifier in that list.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

/// A property of a party; numbers carry their unit in the name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// Where it is, WGS 84, in millionths of a degree.
    Location {
        /// Latitude, −90 000 000 to 90 000 000.
        lat_e6: i32,
        /// Longitude, −180 000 000 to 180 000 000.
        lon_e6: i32,
    },
    /// People living there; the claim's period says when.
    Population(u64),
    /// Area in square kilometers.
    AreaKm2(u64),
    /// Standard time, minutes east of UTC.
    UtcOffsetMin(i32),
    /// Gross domestic product in millions of current U.S. dollars.
    GdpUsdMillion(u64),
    /// The seat of government.
    Capital(String),
    /// A sea it lies on.
    Coast(String),
    /// A Köppen main class, `A` to `E`.
    Climate(String),
    /// An economic sector of note.
    Sector(String),
    /// A natural hazard.
    Hazard(String),
    /// Part of it lies in the Arctic.
    Arctic,
    /// Its best-known university, as a label.
    FlagshipUniversity(String),
    /// A federal district or other grouping of units.
    FederalDistrict(String),
    /// The name as stated cannot be resolved to one body; the text says why.
    Unresolved(String),
    /// Founded on a date.
    Founded(PartialDate),
}
