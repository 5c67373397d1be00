//! The answer as rows: for tables and maps.

use formats::export::MatchRecord;
use server::dto::{MatchDto, MatchPairDto, MatchPlaceDto, ReasonDto, TermDto};

/// A row for each pair, then one for each place without a partner.
pub(crate) fn match_records(answer: &MatchDto) -> impl Iterator<Item = MatchRecord> {
    let without = answer.without.iter().map(|without| MatchRecord {
        kind: "without".to_owned(),
        rules: sentences(&without.reasons),
        ..of_place(answer, &without.place)
    });
    answer.pairs.iter().map(|pair| of_pair(answer, pair)).chain(without)
}

/// A row for each place that has a partner, each once.
pub(crate) fn match_places(answer: &MatchDto) -> impl Iterator<Item = MatchRecord> {
    let mut places: Vec<&MatchPlaceDto> = answer.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]).collect();
    places.sort_by(|one, other| one.id.cmp(&other.id));
    places.dedup_by(|one, other| one.id == other.id);
    places.into_iter().map(|place| of_place(answer, place))
}

fn of_pair(answer: &MatchDto, pair: &MatchPairDto) -> MatchRecord {
    let runner_up = pair.runner_up.as_ref();
    MatchRecord {
        id: format!("{}~{}", pair.left.id, pair.right.id),
        kind: "pair".to_owned(),
        right: pair.right.id.clone(),
        right_name: pair.right.name.clone(),
        worth: Some(pair.worth),
        ties: pair.ties.iter().map(|tie| tie.id.clone()).collect(),
        permission: pair.permission.as_ref().map(|word| word.value.to_owned()).unwrap_or_default(),
        rules: sentences(&pair.rules),
        reasons_for: said(&pair.reasons_for),
        reasons_against: said(&pair.reasons_against),
        missing: pair.missing.iter().map(|term| term.criterion.clone()).collect(),
        runner_up: runner_up.iter().flat_map(|found| &found.instead).map(|place| place.name.clone()).collect(),
        runner_up_cost: runner_up.and_then(|found| found.change.as_ref()).map(|change| change.cost),
        right_lat: pair.right.location.map(|[lat, _]| lat),
        right_lon: pair.right.location.map(|[_, lon]| lon),
        ..of_place(answer, &pair.left)
    }
}

fn of_place(answer: &MatchDto, place: &MatchPlaceDto) -> MatchRecord {
    MatchRecord {
        id: place.id.clone(),
        kind: "place".to_owned(),
        left: place.id.clone(),
        left_name: place.name.clone(),
        left_lat: place.location.map(|[lat, _]| lat),
        left_lon: place.location.map(|[_, lon]| lon),
        true_on: answer.as_of.true_on.clone(),
        known_on: answer.as_of.known_on.clone(),
        right: String::new(),
        right_name: String::new(),
        worth: None,
        ties: Vec::new(),
        permission: String::new(),
        rules: Vec::new(),
        reasons_for: Vec::new(),
        reasons_against: Vec::new(),
        missing: Vec::new(),
        runner_up: Vec::new(),
        runner_up_cost: None,
        right_lat: None,
        right_lon: None,
    }
}

fn sentences(reasons: &[ReasonDto]) -> Vec<String> {
    reasons.iter().map(|reason| reason.text.clone()).collect()
}

fn said(terms: &[TermDto]) -> Vec<String> {
    terms.iter().map(|term| term.reason.text.clone()).collect()
}
