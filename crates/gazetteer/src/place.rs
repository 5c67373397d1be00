//! A place as look-ups give it.

/// The position of a place in one gazetteer file: the most populous place has 0, the next one 1, and so on.
///
/// It means nothing in another file; what lasts is [`Place::geonames`], [`Place::code`] or [`Place::party`].
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Debug)]
pub struct PlaceIdx(pub u32);

/// What a place is.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Debug)]
#[non_exhaustive]
pub enum PlaceKind {
    /// A country or a territory with an ISO 3166-1 code.
    Country,
    /// A unit of the first level: state, province, oblast, as in ISO 3166-2.
    Region,
    /// A unit below that: county, district, raion.
    County,
    /// Any populated place, from a capital to a hamlet.
    City,
    /// A university, an institute, a council, from the register.
    Institution,
    /// A continent.
    Continent,
}

impl PlaceKind {
    /// The word of the field, in lower case.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::County => "county",
            Self::City => "city",
            Self::Institution => "institution",
            Self::Continent => "continent",
        }
    }

    pub(crate) const fn to_byte(self) -> u8 {
        match self {
            Self::Country => 0,
            Self::Region => 1,
            Self::County => 2,
            Self::City => 3,
            Self::Institution => 4,
            Self::Continent => 5,
        }
    }

    /// An unknown number is a city: the kind that claims least.
    pub(crate) const fn from_byte(byte: u8) -> Self {
        match byte {
            0 => Self::Country,
            1 => Self::Region,
            2 => Self::County,
            4 => Self::Institution,
            5 => Self::Continent,
            _ => Self::City,
        }
    }
}

/// A place, borrowed from the file.
#[derive(Copy, Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Place<'a> {
    /// Its position.
    pub idx: PlaceIdx,
    /// Its own name, as English texts write it.
    pub name: &'a str,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2 code of its country; empty if none.
    pub country: &'a str,
    /// The unit of the first level it lies in; for a region nothing.
    pub region: Option<PlaceIdx>,
    /// The unit of the second level it lies in, where known.
    pub county: Option<PlaceIdx>,
    /// Degrees north, WGS 84; not a number when unknown.
    pub lat: f32,
    /// Degrees east, WGS 84; not a number when unknown.
    pub lon: f32,
    /// People; 0 when unknown.
    pub population: u32,
    /// Its number in GeoNames.
    pub geonames: Option<u32>,
    /// Its code in ISO 3166: `US`, `US-NY`.
    pub code: Option<&'a str>,
    /// Its id in the register: `us-ny.albany`.
    pub party: Option<&'a str>,
    /// Whether it is the capital of its country.
    pub is_capital: bool,
    /// The feature code of GeoNames: `PPLC`; empty when unknown.
    pub feature: &'a str,
}

impl Place<'_> {
    /// Whether its coordinates are known.
    #[must_use]
    pub fn has_point(&self) -> bool {
        self.lat.is_finite() && self.lon.is_finite()
    }
}
