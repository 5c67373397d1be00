//! How each side fares: who goes without by size, the spread, the most and the least favored, the demand.

use planning::matching::{Band, Fairness, Task};
use serde::Serialize;
use utoipa::ToSchema;

use super::pair::{MatchPlaceDto, place_at};
use super::rounded;

/// How one side fares.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FairnessDto {
    /// `left` or `right`.
    #[schema(value_type = String)]
    pub side: &'static str,
    /// How many places there are.
    pub n_places: usize,
    /// How many have no partner.
    pub n_without: usize,
    /// By number of people.
    pub bands: Vec<BandDto>,
    /// Places whose size is not known: how many.
    pub n_unknown_size: usize,
    /// How many of them have no partner.
    pub n_unknown_size_without: usize,
    /// The spread of what partners are worth; null if nobody has one.
    pub spread: Option<SpreadDto>,
    /// The places whose partners are worth most to them, the best first.
    pub most: Vec<RatedDto>,
    /// The places whose partners are worth least to them, the worst first.
    pub least: Vec<RatedDto>,
    /// The places that most of the other side would like best.
    pub wanted: Vec<WantedDto>,
}

/// The places of one size.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BandDto {
    /// From so many people.
    pub from: u64,
    /// Below so many people; null for the greatest.
    pub below: Option<u64>,
    /// How many places there are.
    pub n_places: usize,
    /// How many of them have no partner.
    pub n_without: usize,
    /// How many of those have nobody they may be given to.
    pub n_barred: usize,
}

/// Least, quartiles and greatest.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SpreadDto {
    /// The least.
    pub least: f64,
    /// The lower quartile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub upper: f64,
    /// The greatest.
    pub greatest: f64,
}

/// A place and what its partners are worth to it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatedDto {
    /// The place.
    pub place: MatchPlaceDto,
    /// The worth.
    pub worth: f64,
}

/// A place and how many would like it best.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WantedDto {
    /// The place.
    pub place: MatchPlaceDto,
    /// By how many of the other side.
    pub n: usize,
}

/// How a side fares.
pub(super) fn fairness(task: &Task<'_>, fairness: &Fairness) -> FairnessDto {
    let side = fairness.side;
    let rated = |(at, worth): &(usize, f64)| RatedDto { place: place_at(task, side, *at), worth: rounded(*worth) };
    FairnessDto {
        side: side.word(),
        n_places: fairness.n_places,
        n_without: fairness.n_without,
        bands: fairness.bands.iter().map(band).collect(),
        n_unknown_size: fairness.unknown_size.0,
        n_unknown_size_without: fairness.unknown_size.1,
        spread: fairness.spread.map(|spread| SpreadDto {
            least: rounded(spread.least),
            lower: rounded(spread.lower),
            median: rounded(spread.median),
            upper: rounded(spread.upper),
            greatest: rounded(spread.greatest),
        }),
        most: fairness.most.iter().map(rated).collect(),
        least: fairness.least.iter().map(rated).collect(),
        wanted: fairness.wanted.iter().map(|(at, n)| WantedDto { place: place_at(task, side, *at), n: *n }).collect(),
    }
}

fn band(band: &Band) -> BandDto {
    BandDto {
        from: band.from,
        below: band.below,
        n_places: band.n_places,
        n_without: band.n_without,
        n_barred: band.n_barred,
    }
}
