//! Working hours in common: of the eight from 9 to 17 at one place, those that are working hours at the other, in standard time.
//!
//! House choice. Hours go round the clock: where the hours meet only across the change of date, the working weeks are a day
//! apart and four of five days are shared.

use register::Reason;

use super::super::scene::{Cell, Scene};
use super::{Basis, Criterion, Score, Why, places};

pub(super) const CRITERION: Criterion = Criterion { id: "hours", basis: Basis::House, score, explain };

pub(super) const KEYS: [&str; 4] = ["match-hours", "match-hours-days", "match-hours-none", "match-hours-unknown"];

/// Minutes of a working day and of a day.
const WORK: u32 = 8 * 60;
const DAY: u32 = 24 * 60;

/// Common minutes a day, and whether the dates differ then.
fn common(scene: &Scene<'_>, cell: Cell) -> Option<(u32, bool)> {
    let (left, right) = places(scene, cell);
    let apart = left.utc_offset.as_ref()?.value.abs_diff(right.utc_offset.as_ref()?.value);
    let across = apart.abs_diff(DAY);
    Some((WORK.saturating_sub(apart.min(across)), across < apart))
}

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let (minutes, is_across) = common(scene, cell)?;
    let n_days = if is_across { 4 } else { 5 };
    Some(Score::same(f64::from(minutes * n_days) / f64::from(WORK * 5)))
}

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let (left, right) = places(scene, cell);
    let Some((minutes, is_across)) = common(scene, cell) else {
        return Why::unknown(KEYS[3], scene, cell, [left, right].map(|place| place.utc_offset.is_some()));
    };
    let key = match (minutes, is_across) {
        (0, _) => KEYS[2],
        (_, true) => KEYS[1],
        (_, false) => KEYS[0],
    };
    Why::new(key, scene, cell)
        .on(left.utc_offset.iter().chain(&right.utc_offset))
        .number("hours", u64::from(minutes / 60))
        .number("minutes", u64::from(minutes % 60))
        .done()
}

#[cfg(test)]
mod tests {
    use super::super::Cited;
    use super::super::testing::{CELL, place, scene};
    use super::*;

    #[test]
    fn hours_go_round_the_clock() {
        let check = |one: f64, other: f64, expected: f64, key: &str| {
            let (mut left, mut right) = (place("xa-1"), place("xb-1"));
            for (place, hours) in [(&mut left, one), (&mut right, other)] {
                #[expect(clippy::cast_possible_truncation, reason = "a test")]
                let value = (hours * 60.0) as i32;
                place.utc_offset = Some(Cited { value, claim: None });
            }
            let scene = scene(left, right);
            assert_eq!(score(&scene, CELL), Some(Score::same(expected)), "{one} {other}");
            assert_eq!(explain(&scene, CELL).key, key, "{one} {other}");
        };
        check(2.0, 2.0, 1.0, KEYS[0]);
        check(2.0, -5.5, 0.0625, KEYS[0]);
        check(-5.0, 3.0, 0.0, KEYS[2]);
        check(-9.0, 12.0, 0.5, KEYS[1]); // five hours, four days
        check(-12.0, 14.0, 0.6, KEYS[1]);
    }
}
