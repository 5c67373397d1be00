//! The two clocks of a view.

use jiff::civil::Date;

/// The pair of days a view is asked for.
///
/// `known_on` counts what sources had said by that day: a claim is known from the day its source said it (the last day a
/// partial date may mean), or, when the source is undated, from the day the source was read, or else written down here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The day the view speaks of.
    pub true_on: Date,
    /// The day up to which sources had spoken.
    pub known_on: Date,
}

impl AsOf {
    /// Both clocks on one day.
    #[must_use]
    pub const fn on(day: Date) -> Self {
        Self { true_on: day, known_on: day }
    }
}

/// A day as a number: 0 is 1970-01-01.
///
/// # Source
/// H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
pub(crate) fn day_number(date: Date) -> i32 {
    let month = i32::from(date.month());
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i32::from(date.day()) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Whole months from one day number to a later one, on the average month of 30.4369 days.
pub(crate) fn months_between(from: i32, to: i32) -> u32 {
    u32::try_from((i64::from(to) - i64::from(from)).max(0) * 10_000 / 304_369).unwrap_or(u32::MAX)
}

/// Days in so many months, on the same average.
pub(crate) fn days_in_months(n_months: u32) -> i32 {
    i32::try_from(i64::from(n_months) * 304_369 / 10_000).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn day_numbers_agree_with_the_calendar(year in 1i16..=9998, month in 1i8..=12, day in 1i8..=28) {
            let some = date(year, month, day);
            let next = some.tomorrow().expect("not the last day");
            prop_assert_eq!(day_number(next), day_number(some) + 1);
            prop_assert_eq!(day_number(some), (some - date(1970, 1, 1)).get_days());
        }
    }
}
