//! Scores of found and resolved toponyms.
//!
//! The conventions are those of Gritta and others, "What's missing in geographical parsing?" (2018) and "A pragmatic guide to
//! geoparsing evaluation" (2020): labels without coordinates do not count; a toponym is found when the same name stands less
//! than ten characters away; errors are great-circle kilometers; AUC is the mean of ln(1 + error) over ln(20039), lower is
//! better.

use gazetteer::distance_km;

use super::corpus::Gold;

/// A toponym as some system gives it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Predicted {
    /// First character, from 0.
    pub(crate) start: usize,
    /// One past its last character.
    pub(crate) end: usize,
    /// As written.
    pub(crate) name: String,
    /// Degrees north and east, if it was resolved.
    pub(crate) point: Option<(f64, f64)>,
}

/// How far a found name may stand from its label: offsets of web services drift.
const DRIFT: f64 = 10.0;
/// Half the circumference of the earth in kilometers, the worst error.
pub(crate) const WORST_KM: f64 = 20_039.0;
/// A hundred miles.
const NEAR_KM: f64 = 161.0;

/// What a system got right over all documents so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Score {
    pub(crate) found: usize,
    pub(crate) false_found: usize,
    pub(crate) missed: usize,
    /// Kilometers between each found toponym and its label.
    pub(crate) errors: Vec<f64>,
}

impl Score {
    /// Holds one document's predictions against its labels and gives what is left of both.
    pub(crate) fn add(&mut self, gold: &[Gold], predicted: &[Predicted]) -> (Vec<Gold>, Vec<Predicted>) {
        let mut left: Vec<Predicted> = predicted.to_vec();
        let mut missed = Vec::new();
        for label in gold.iter().filter(|label| label.point.is_some()) {
            let middle = middle(label.start, label.end);
            let name = label.name.to_lowercase();
            let near = |one: &Predicted| (self::middle(one.start, one.end) - middle).abs() < DRIFT;
            let hit = left.iter().position(|one| near(one) && one.name.to_lowercase() == name);
            let Some(hit) = hit else {
                missed.push(label.clone());
                continue;
            };
            let hit = left.remove(hit);
            self.found += 1;
            self.errors.push(error_km(label.point, hit.point));
        }
        self.missed += missed.len();
        self.false_found += left.len();
        (missed, left)
    }

    pub(crate) fn precision(&self) -> f64 {
        ratio(self.found, self.found + self.false_found)
    }

    pub(crate) fn recall(&self) -> f64 {
        ratio(self.found, self.found + self.missed)
    }

    pub(crate) fn f1(&self) -> f64 {
        ratio(2 * self.found, 2 * self.found + self.false_found + self.missed)
    }

    /// The share of found toponyms within 161 km of their labels.
    pub(crate) fn accuracy(&self) -> f64 {
        ratio(self.errors.iter().filter(|km| **km < NEAR_KM).count(), self.errors.len())
    }

    /// The share of all labels that were found and lie within 161 km.
    pub(crate) fn end_to_end(&self) -> f64 {
        ratio(self.errors.iter().filter(|km| **km < NEAR_KM).count(), self.found + self.missed)
    }

    pub(crate) fn mean_km(&self) -> f64 {
        self.errors.iter().sum::<f64>() / count(self.errors.len().max(1))
    }

    pub(crate) fn median_km(&self) -> f64 {
        let mut sorted = self.errors.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
    }

    pub(crate) fn auc(&self) -> f64 {
        let logs: f64 = self.errors.iter().map(|km| (1.0 + km).ln()).sum();
        logs / (WORST_KM.ln() * count(self.errors.len().max(1)))
    }
}

/// A missing answer is as wrong as can be.
fn error_km(gold: Option<(f64, f64)>, predicted: Option<(f64, f64)>) -> f64 {
    gold.zip(predicted).map_or(WORST_KM, |(gold, predicted)| distance_km(gold, predicted)).min(WORST_KM)
}

fn middle(start: usize, end: usize) -> f64 {
    count(start + end) / 2.0
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { count(part) / count(whole) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a file are far below 2^52")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(start: usize, name: &str, point: Option<(f64, f64)>) -> Gold {
        Gold { start, end: start + name.len(), name: name.to_owned(), point }
    }

    fn predicted(start: usize, name: &str, point: Option<(f64, f64)>) -> Predicted {
        Predicted { start, end: start + name.len(), name: name.to_owned(), point }
    }

    #[test]
    fn counts_found_false_and_missed() {
        let mut score = Score::default();
        let labels =
            [gold(0, "Mill", Some((10.0, 20.0))), gold(40, "Vale", Some((10.0, 20.0))), gold(60, "Main Street", None)];
        let (missed, left) =
            score.add(&labels, &[predicted(3, "mill", Some((10.0, 20.1))), predicted(60, "Main", None)]);
        assert_eq!((score.found, score.false_found, score.missed), (1, 1, 1));
        assert_eq!((missed[0].name.as_str(), left[0].name.as_str()), ("Vale", "Main"));
        assert!((score.errors[0] - 10.95).abs() < 0.1, "{}", score.errors[0]);
        assert!((score.f1() - 0.5).abs() < 1e-9);
        assert!((score.end_to_end() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn an_unresolved_name_is_the_worst_error() {
        let mut score = Score::default();
        score.add(&[gold(0, "Mill", Some((10.0, 20.0)))], &[predicted(0, "Mill", None)]);
        assert!((score.auc() - 1.0).abs() < 1e-4, "{}", score.auc());
        assert!(score.accuracy() < 1e-9);
    }
}
