//! Counted time: "two years ago", "four years later", "within three months".

use super::atoms::Reading;
use super::calendar::Parts;
use super::table::{Count, Small, Unit};
use super::words::{Atom, Relative};

/// A number of units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub number: u32,
    pub unit: Unit,
    /// "about", "more than", "almost": the number is not to be counted with.
    pub is_about: bool,
}

impl Amount {
    /// How many whole years; 0 for shorter units.
    pub(super) const fn years(self) -> u32 {
        match self.unit {
            Unit::Year => self.number,
            Unit::Decade => self.number.saturating_mul(10),
            Unit::Century => self.number.saturating_mul(100),
            Unit::Day | Unit::Weekend | Unit::Week | Unit::Month => 0,
        }
    }

    fn relative(self, from_previous: bool, sign: i32) -> Relative {
        let number = i32::try_from(self.number).unwrap_or(i32::MAX).min(10_000) * sign;
        match self.unit {
            Unit::Decade => Relative { from_previous, unit: Unit::Year, by: number.saturating_mul(10) },
            Unit::Century => Relative { from_previous, unit: Unit::Year, by: number.saturating_mul(100) },
            unit => Relative { from_previous, unit, by: number },
        }
    }

    /// So long before the day of publication.
    pub(super) fn ago(self) -> Relative {
        self.relative(false, -1)
    }
}

impl Reading<'_> {
    /// A number with its unit: "forty years", "более 20 лет".
    pub(super) fn amount(&self, at: usize) -> Option<(usize, Amount)> {
        let start = self.skip(at, Small::About);
        if let Some((end, number)) =
            self.find(start, |atom| if let Atom::Years(years) = atom { Some(years) } else { None })
        {
            return Some((end, Amount { number, unit: Unit::Year, is_about: start > at }));
        }
        let (next, number) = self.count(start)?;
        let next = self.skip(next, Small::About);
        let (end, unit) = self.find(next, |atom| match atom {
            Atom::Unit(unit) | Atom::Units(unit) => Some(unit),
            _ => None,
        })?;
        Some((end, Amount { number, unit, is_about: start > at }))
    }

    /// "two years ago", "vor zwei Jahren", "четыре года спустя", "год назад".
    pub(super) fn counted(&self, at: usize) -> Option<(usize, Parts)> {
        let found = |end, amount: Amount, relative| {
            Some((end, Parts { relative: Some(relative), is_about: amount.is_about, ..Parts::default() }))
        };
        for (before, from_previous, sign) in [(Count::AgoBefore, false, -1), (Count::LaterBefore, true, 1)] {
            if let Some((end, amount)) = self.counting(at, before).and_then(|next| self.amount_or_one(next, before)) {
                // "hace 40 años que" is a time up to now.
                let is_running = sign < 0 && self.counting(end, Count::RunningIf).is_some();
                return if is_running { None } else { found(end, amount, amount.relative(from_previous, sign)) };
            }
        }
        if let Some((end, amount)) = self.counting(at, Count::AheadOn).and_then(|next| self.amount(next))
            && matches!(amount.unit, Unit::Day | Unit::Week | Unit::Month)
        {
            let relative = Some(amount.relative(false, 1));
            return Some((end, Parts { relative, is_about: amount.is_about, is_ahead: true, ..Parts::default() }));
        }
        let (end, amount) = self.amount(at).or_else(|| self.one(at))?;
        if let Some(end) = self.counting(end, Count::AgoAfter) {
            return found(end, amount, amount.ago());
        }
        let end = self.counting(end, Count::LaterAfter)?;
        found(end, amount, amount.relative(true, 1))
    }

    /// "within two years" from the day of publication on; whether it is all of the time, as in "over the next two years".
    pub(super) fn ahead(&self, at: usize) -> Option<(usize, Relative, bool)> {
        let within = self.counting(at, Count::AheadBefore).map(|next| (next, false));
        let (next, is_all) = self.counting(at, Count::AheadAll).map(|next| (next, true)).or(within)?;
        let (end, amount) = self.amount(next)?;
        Some((end, amount.relative(false, 1), is_all))
    }

    /// After "через" a unit alone is one of it; after "vor" it is not ("vor Jahren").
    fn amount_or_one(&self, at: usize, before: Count) -> Option<(usize, Amount)> {
        self.amount(at).or_else(|| if before == Count::LaterBefore { self.one(at) } else { None })
    }

    pub(super) fn one(&self, at: usize) -> Option<(usize, Amount)> {
        let (end, unit) = self.find(at, |atom| if let Atom::Unit(unit) = atom { Some(unit) } else { None })?;
        Some((end, Amount { number: 1, unit, is_about: false }))
    }
}
