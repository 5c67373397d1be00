//! What a mention is.

use std::ops::Range;

use gazetteer::PlaceIdx;
use smallvec::SmallVec;

use crate::language::UnitWord;

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum MentionKind {
    /// A city or any populated place, or a name that may be one.
    Place,
    /// A state, province, county or other unit, where the text or the gazetteer leaves no city to choose.
    Region,
    /// A country.
    Country,
    /// A university, institute, museum, council.
    Institution,
    /// "French", "Moldovan": says a country and names none.
    Demonym,
    /// A name the gazetteer does not know.
    Unknown,
}

impl MentionKind {
    /// Whether it is on the map, or is a country's adjective.
    pub(crate) const fn is_place(self) -> bool {
        !matches!(self, Self::Institution | Self::Unknown)
    }
}

/// Why a candidate stands where it does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Why {
    /// So many people live there.
    Population(u32),
    /// It is the capital of its country.
    Capital,
    /// The text writes the unit or country it lies in behind the name.
    Stated(PlaceIdx),
    /// The text calls it what it is: "City of", "County".
    UnitWord,
    /// The document names this place too, which lies near it, in it or around it.
    Beside(PlaceIdx),
    /// The register has it.
    InRegister,
    /// It is a country or a unit of the first level.
    Unit,
}

/// A place that a name may mean.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// The place.
    pub(crate) place: PlaceIdx,
    /// How well it fits; comparable within one mention only, higher is better.
    pub(crate) score: f32,
    /// Why, in no order.
    pub(crate) why: SmallVec<[Why; 4]>,
}

/// A name in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// Its tokens, with the unit, the qualifier behind it and the acronym in brackets.
    pub(crate) tokens: Range<usize>,
    /// The tokens of the bare name.
    pub(crate) name_tokens: Range<usize>,
    /// What it is.
    pub(crate) kind: MentionKind,
    /// The name in its basic form, in the language of the text, without "City of".
    pub(crate) name: String,
    /// The places it may mean, best first.
    pub(crate) candidates: SmallVec<[Candidate; 4]>,
    /// The country: stated in the text, or that of the chosen place.
    pub(crate) country: Option<[u8; 2]>,
    /// The region as the text names it, if it does.
    pub(crate) region_named: Option<String>,
    /// The unit or country written behind the name.
    pub(crate) stated: Option<PlaceIdx>,
    /// The unit word beside it.
    pub(crate) unit: Option<UnitWord>,
    /// The full name that this acronym was introduced for.
    pub(crate) alias_of: Option<String>,
    /// A shorter form of a long institution's name.
    pub(crate) short: Option<String>,
    /// Whether it is a body that acts for its place: "Houston City Council" is Houston.
    pub(crate) for_place: bool,
    /// Whether it is more likely no place at all: an ordinary word, a person, a company. Its kind is then
    /// [`MentionKind::Unknown`], and only a slot that nothing but a place can fill may take it.
    pub(crate) is_doubtful: bool,
    /// Whether it is a piece of a longer name, most likely a person's: "Clark" in "Nobby Clark".
    pub(crate) is_of_longer: bool,
    /// Names of places within an institution's name: their tokens and candidates.
    pub(crate) inner: Vec<Mention>,
}

impl Mention {
    /// Whether nothing is known of where it is.
    pub(crate) fn is_unknown(&self) -> bool {
        self.candidates.is_empty() && self.country.is_none()
    }

    /// The country of a place within an institution's name, of a sure one if there is any.
    pub(crate) fn country_within(&self) -> Option<[u8; 2]> {
        let of = |is_doubtful: bool| {
            self.inner.iter().filter(move |inner| inner.is_doubtful == is_doubtful && inner.country.is_some())
        };
        // Of doubtful ones the best known: "Queen's University Belfast" lies in no hamlet called Queens.
        let score = |inner: &&Self| inner.candidates.first().map_or(0.0, |first| first.score);
        let best = || of(true).max_by(|a, b| score(a).total_cmp(&score(b)));
        of(false).next().or_else(best)?.country
    }

    /// The place chosen, if there is any.
    pub(crate) fn place(&self) -> Option<PlaceIdx> {
        self.candidates.first().map(|candidate| candidate.place)
    }
}
