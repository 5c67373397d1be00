//! The map of an answer: its pairs as great-circle lines and their places as points, in the form of every other map.

use formats::arc::{Point, arc};

use super::map::{FeatureDto, GeometryDto, MapDto, Position, PropertiesDto, position, simplified};
use super::matching::{KnownTieDto, MatchDto, MatchPairDto, MatchPlaceDto};

/// The standing by which a pair without any tie is drawn: intended only.
const PROPOSED: &str = "intent";

/// The pairs of an answer and their places; `days` is put at the end of every address.
#[must_use]
pub fn match_map(answer: &MatchDto, days: &str) -> MapDto {
    let lines: Vec<FeatureDto> =
        answer.pairs.iter().filter_map(|pair| line(&answer.brief.brief.id, pair, days)).collect();
    let n_not_drawn = answer.pairs.len() - lines.len();
    let mut places: Vec<(&MatchPlaceDto, usize)> = Vec::new();
    for place in answer.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]) {
        match places.iter_mut().find(|(known, _)| known.id == place.id) {
            Some((_, n)) => *n += 1,
            None => places.push((place, 1)),
        }
    }
    places.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    let points = places.into_iter().filter_map(|(place, n)| point(place, n, days));
    MapDto { kind: "FeatureCollection", n_not_drawn, features: lines.into_iter().chain(points).collect() }
}

/// The standing by which the line of a pair is drawn: that of a tie in force, else of the first tie, else intended only.
pub(crate) fn drawn_as(pair: &MatchPairDto) -> &'static str {
    shown_tie(pair).map_or(PROPOSED, |tie| tie.standing.value)
}

/// The tie that stands for all ties of a pair: one in force if there is any.
pub(crate) fn shown_tie(pair: &MatchPairDto) -> Option<&KnownTieDto> {
    pair.ties.iter().find(|tie| tie.standing.value == "in-force").or(pair.ties.first())
}

fn at(place: &MatchPlaceDto) -> Option<Point> {
    place.location.map(|[lat, lon]| Point::new(lat, lon))
}

fn line(brief: &str, pair: &MatchPairDto, days: &str) -> Option<FeatureDto> {
    let mut lines: Vec<Vec<Position>> =
        arc(at(&pair.left)?, at(&pair.right)?).iter().map(|line| simplified(line)).collect();
    let geometry = match (lines.len(), lines.pop()?) {
        (0, line) => GeometryDto::LineString(line),
        (_, last) => GeometryDto::MultiLineString(lines.into_iter().chain([last]).collect()),
    };
    let id = format!("{}~{}", pair.left.id, pair.right.id);
    let properties = PropertiesDto {
        label: format!("{} – {}", pair.left.name, pair.right.name),
        href: format!("/match/{brief}{days}#{id}"),
        standing: Some(drawn_as(pair)),
        pulse: shown_tie(pair).map(|tie| tie.pulse.value),
        class: None,
        n_ties: None,
        id,
    };
    Some(FeatureDto { kind: "Feature", geometry, properties })
}

fn point(place: &MatchPlaceDto, n_pairs: usize, days: &str) -> Option<FeatureDto> {
    let properties = PropertiesDto {
        id: place.id.clone(),
        label: place.name.clone(),
        href: place.url.as_ref().map_or_else(|| "#".to_owned(), |url| format!("{url}{days}")),
        standing: None,
        pulse: None,
        class: None,
        n_ties: Some(n_pairs),
    };
    Some(FeatureDto { kind: "Feature", geometry: GeometryDto::Point(position(at(place)?)), properties })
}
