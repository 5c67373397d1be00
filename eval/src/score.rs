//! How well predictions of the reader match labels, by the rules of the labeled set's own scorer.
//!
//! Ties match one to one on the unordered pair of (normalized name, country); kind, status and start are measured on those that
//! match. Activities match one to one when the type is the same and every labeled participant is among the predicted by name.

use std::collections::{BTreeSet, HashSet};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one document says, as labeled or as predicted.
#[derive(Deserialize, Default)]
pub(crate) struct Labels {
    #[serde(default)]
    ties: Vec<Tie>,
    #[serde(default)]
    events: Vec<Event>,
}

#[derive(Deserialize)]
struct Tie {
    a: Place,
    b: Place,
    kind: String,
    status: String,
    since: Option<String>,
}

#[derive(Deserialize)]
struct Event {
    #[serde(rename = "type")]
    kind: String,
    date: Option<String>,
    participants: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    name: String,
    #[serde(default)]
    aka: Vec<String>,
    country: Option<String>,
}

/// Sums over documents.
#[derive(Default, Clone, Copy)]
pub(crate) struct Score {
    pub(crate) ties: Counts,
    pub(crate) by_name: Counts,
    pub(crate) events: Counts,
    kinds: usize,
    statuses: usize,
    starts: (usize, usize),
    dates: usize,
    negatives: usize,
    /// Negatives with any tie, and with any activity.
    pub(crate) false_on_negatives: (usize, usize),
}

/// Labeled, predicted, and matched with each other.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts {
    labeled: usize,
    predicted: usize,
    matched: usize,
}

impl Counts {
    fn add(&mut self, labeled: usize, predicted: usize, matched: usize) {
        self.labeled += labeled;
        self.predicted += predicted;
        self.matched += matched;
    }

    /// Precision, recall and their harmonic mean. Where there is nothing to find, finding nothing is perfect.
    pub(crate) fn figures(self) -> [f64; 3] {
        let share = |of: usize, other: usize| {
            if of > 0 { ratio(self.matched, of) } else { f64::from(u8::from(other == 0)) }
        };
        let (precision, recall) = (share(self.predicted, self.labeled), share(self.labeled, self.predicted));
        let sum = precision + recall;
        [precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }]
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of labels are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Score {
    /// Adds a document.
    pub(crate) fn add(&mut self, gold: &Labels, found: &Labels, is_negative: bool) {
        let ties = matched_ties(&gold.ties, &found.ties, true);
        self.ties.add(gold.ties.len(), found.ties.len(), ties.len());
        let by_name = matched_ties(&gold.ties, &found.ties, false).len();
        self.by_name.add(gold.ties.len(), found.ties.len(), by_name);
        for (i, j) in ties {
            let (gold, found) = (&gold.ties[i], &found.ties[j]);
            self.kinds += usize::from(gold.kind == found.kind);
            self.statuses += usize::from(gold.status == found.status);
            if gold.since.is_some() {
                self.starts.1 += 1;
                self.starts.0 += usize::from(found.since.is_some() && is_compatible(&gold.since, &found.since));
            }
        }
        let events = matched_events(&gold.events, &found.events);
        self.events.add(gold.events.len(), found.events.len(), events.len());
        self.dates +=
            events.iter().filter(|(i, j)| is_compatible(&gold.events[*i].date, &found.events[*j].date)).count();
        if is_negative {
            self.negatives += 1;
            self.false_on_negatives.0 += usize::from(!found.ties.is_empty());
            self.false_on_negatives.1 += usize::from(!found.events.is_empty());
        }
    }

    /// Of the ties matched, how many have the right kind, the right state, and of those with a labeled start a fitting one.
    pub(crate) fn of_ties(&self) -> [f64; 3] {
        let n_ties = self.ties.matched;
        [ratio(self.kinds, n_ties), ratio(self.statuses, n_ties), ratio(self.starts.0, self.starts.1)]
    }

    /// Of the activities matched, how many have a fitting date.
    pub(crate) fn of_events(&self) -> f64 {
        ratio(self.dates, self.events.matched)
    }

    /// How many documents were put in that say nothing.
    pub(crate) const fn n_negatives(&self) -> usize {
        self.negatives
    }
}

fn matched_ties(gold: &[Tie], found: &[Tie], by_country: bool) -> Vec<(usize, usize)> {
    let edges = gold.iter().map(|gold| {
        let fits = |found: &Tie| {
            let same = |a: &Place, b: &Place| is_same(a, b, by_country);
            same(&gold.a, &found.a) && same(&gold.b, &found.b) || same(&gold.a, &found.b) && same(&gold.b, &found.a)
        };
        let mut fitting: Vec<usize> = (0..found.len()).filter(|at| fits(&found[*at])).collect();
        fitting.sort_by_key(|at| (found[*at].kind != gold.kind, found[*at].status != gold.status));
        fitting
    });
    one_to_one(&edges.collect::<Vec<_>>())
}

fn matched_events(gold: &[Event], found: &[Event]) -> Vec<(usize, usize)> {
    let edges = gold.iter().map(|gold| {
        let fits = |found: &Event| {
            let named: Vec<BTreeSet<String>> = found.participants.iter().map(names).collect();
            let is_there = |place: &Place| {
                let wanted = names(place);
                named.iter().any(|names| !names.is_disjoint(&wanted))
            };
            gold.kind == found.kind && gold.participants.iter().all(is_there)
        };
        let mut fitting: Vec<usize> = (0..found.len()).filter(|at| fits(&found[*at])).collect();
        fitting.sort_by_key(|at| {
            let found = &found[*at];
            (found.date != gold.date, !is_compatible(&gold.date, &found.date), found.participants.len())
        });
        fitting
    });
    one_to_one(&edges.collect::<Vec<_>>())
}

/// The largest matching; earlier edges of a label are tried first. Augmenting paths, fine for a document's few labels.
fn one_to_one(edges: &[Vec<usize>]) -> Vec<(usize, usize)> {
    fn settle(at: usize, edges: &[Vec<usize>], seen: &mut HashSet<usize>, owner: &mut [Option<usize>]) -> bool {
        for other in &edges[at] {
            if seen.insert(*other) && owner[*other].is_none_or(|before| settle(before, edges, seen, owner)) {
                owner[*other] = Some(at);
                return true;
            }
        }
        false
    }
    let n_found = edges.iter().flatten().max().map_or(0, |last| last + 1);
    let mut owner = vec![None; n_found];
    for at in 0..edges.len() {
        settle(at, edges, &mut HashSet::new(), &mut owner);
    }
    owner.iter().enumerate().filter_map(|(found, gold)| gold.map(|gold| (gold, found))).collect()
}

fn is_same(a: &Place, b: &Place, by_country: bool) -> bool {
    let country = |place: &Place| place.country.as_deref().unwrap_or_default().to_uppercase();
    !names(a).is_disjoint(&names(b)) && (!by_country || country(a) == country(b))
}

/// Dates of which one says no more than the other; or none on both sides.
fn is_compatible(gold: &Option<String>, found: &Option<String>) -> bool {
    match (gold.as_deref().filter(|date| !date.is_empty()), found.as_deref().filter(|date| !date.is_empty())) {
        (Some(gold), Some(found)) => gold.starts_with(found) || found.starts_with(gold),
        (gold, found) => gold.is_none() && found.is_none(),
    }
}

fn names(place: &Place) -> BTreeSet<String> {
    let all = [&place.name].into_iter().chain(&place.aka);
    all.map(|name| normalized(name)).filter(|name| !name.is_empty()).collect()
}

/// Words that a name may have or not: "City of", "oblast", "Stadt".
const GENERIC: &[&str] = &[
    "the",
    "of",
    "city",
    "town",
    "prefecture",
    "province",
    "county",
    "oblast",
    "krai",
    "region",
    "district",
    "voivodeship",
    "state",
    "territory",
    "municipality",
    "stadt",
    "gemeinde",
    "bezirk",
    "woiwodschaft",
    "ville",
    "commune",
    "canton",
    "ciudad",
    "municipio",
    "estado",
    "город",
    "область",
    "край",
    "провинция",
    "район",
    "г",
];

fn normalized(name: &str) -> String {
    let lower = name.to_lowercase().replace('ё', "е");
    let plain: String = lower.nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    let plain = plain.replace('&', " and ").replace('ß', "ss").replace('ı', "i");
    let plain: String = plain.chars().filter(|letter| !"'’ʻ`´‘".contains(*letter)).collect();
    let words: Vec<&str> = plain
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let kept: Vec<&str> = words.iter().copied().filter(|word| !GENERIC.contains(word)).collect();
    if kept.is_empty() { words.join(" ") } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Labels, Score, normalized, one_to_one};

    fn labels(value: serde_json::Value) -> Labels {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn names_are_compared_without_what_they_may_lack() {
        for (name, expected) in [
            ("City of Göttingen", "gottingen"),
            ("Тульская область", "тульская"),
            ("Saint-Étienne", "saint etienne"),
            ("L'Aquila", "laquila"),
            ("The City", "the city"),
            ("Gießen", "giessen"),
        ] {
            assert_eq!(normalized(name), expected);
        }
    }

    #[test]
    fn the_largest_matching_is_found() {
        assert_eq!(one_to_one(&[vec![0, 1], vec![0]]), [(1, 0), (0, 1)]);
        assert_eq!(one_to_one(&[vec![], vec![2]]), [(1, 2)]);
        assert_eq!(one_to_one(&[]), []);
    }

    #[test]
    fn a_tie_counts_by_name_and_country_in_either_order() {
        let place = |name: &str, country: &str| json!({ "name": name, "country": country });
        let tie =
            |a, b| json!({ "ties": [{ "a": a, "b": b, "kind": "sister_city", "status": "active", "since": "1991" }] });
        let gold = labels(tie(place("Mill", "XA"), place("Vale", "XB")));
        let mut score = Score::default();
        score.add(&gold, &labels(tie(place("City of Vale", "XB"), place("Mill", "XA"))), false);
        assert_eq!(score.ties.figures(), [1.0; 3]);
        score.add(&gold, &labels(tie(place("Vale", "XC"), place("Mill", "XA"))), false);
        assert_eq!(score.ties.figures(), [0.5; 3]);
        assert_eq!(score.by_name.figures(), [1.0; 3]);
        assert_eq!(score.of_ties(), [1.0; 3]);
    }

    #[test]
    fn an_activity_counts_when_all_who_took_part_are_there() {
        let event = |names: &[&str]| {
            let who: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
            json!({ "events": [{ "type": "forum", "date": "2020", "participants": who }] })
        };
        let gold = labels(event(&["Mill", "Vale"]));
        let mut score = Score::default();
        score.add(&gold, &labels(event(&["Vale", "Mill", "Hill"])), false);
        assert_eq!((score.events.figures(), score.of_events()), ([1.0; 3], 1.0));
        score.add(&gold, &labels(event(&["Mill"])), false);
        assert_eq!(score.events.figures(), [0.5; 3]);
    }

    #[test]
    fn what_is_found_on_a_negative_is_false() {
        let found = labels(json!({ "events": [{ "type": "forum", "date": null, "participants": [] }] }));
        let mut score = Score::default();
        score.add(&Labels::default(), &found, true);
        assert_eq!((score.n_negatives(), score.false_on_negatives), (1, (0, 1)));
        assert_eq!(score.events.figures(), [0.0, 0.0, 0.0]);
    }
}
