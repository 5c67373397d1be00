//! A rule: whose law, with whom, for whom, for what, since when, and by which source.

use jiff::civil::Date;
use model::{Coverage, PartyId, Period, TieClass};

use super::ask::Ask;
use super::place::Chain;
use super::words::{Body, Certainty, Doing, Existing};
use crate::axes::Permission;
use crate::reason::Arg;

/// A rule on what is allowed. Fields that the source does not give are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its short name.
    pub id: String,
    /// What it is called, as it would be cited.
    pub title: String,
    /// The place whose law it is; everything in it stands under it.
    pub jurisdiction: PartyId,
    /// The places it speaks of on the other side.
    pub counterpart: Counterpart,
    /// The bodies of the jurisdiction that it binds; empty for every kind.
    pub bodies: Vec<Body>,
    /// The bodies on the other side that it speaks of; empty for every kind.
    pub counterpart_bodies: Vec<Body>,
    /// What it speaks of; empty for everything.
    pub activities: Vec<Doing>,
    /// The classes of tie it speaks of; empty for every class.
    pub classes: Vec<TieClass>,
    /// What it asks for: anything but open and unclear.
    pub effect: Permission,
    /// What it means for existing ties.
    pub existing: Existing,
    /// The day by which existing ties must be ended, filed and the like.
    pub existing_by: Option<Period>,
    /// The days on which it may have begun; `None` when nobody knows.
    pub from: Option<Period>,
    /// The days on which it may have ended; `None` when no end is known.
    pub until: Option<Period>,
    /// How sure the rule is as a whole.
    pub certainty: Certainty,
    /// How it is read, where that is disputed.
    pub readings: Vec<Reading>,
    /// Words of the rule, or of the source that reports it.
    pub quote: Option<String>,
    /// Who must be told or asked.
    pub to: Option<String>,
    /// What to do.
    pub todo: Option<String>,
    /// What else there is to know of its scope.
    pub note: Option<String>,
    /// The registry on whose recognition its definition rests.
    pub recognition: Option<String>,
    /// How many new ties it leaves free.
    pub quota: Option<Quota>,
    /// The same in Russian, in our own words.
    pub russian: Option<Translation>,
    /// Where it is written.
    pub source: Citation,
}

/// What is said of a rule in another language. Quotes stay in theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// What it is called.
    pub title: String,
    /// Who must be told or asked.
    pub to: Option<String>,
    /// What it asks for, what to do, and what else there is to know.
    pub says: String,
}

/// The places a rule speaks of on the other side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counterpart {
    /// Whether it speaks of every place outside the country of the jurisdiction.
    pub foreign: bool,
    /// Countries, units or places; whatever lies in them is meant too.
    pub places: Vec<PartyId>,
    /// Those that are not meant, although they lie in one of the others.
    pub except: Vec<PartyId>,
}

impl Counterpart {
    pub(super) fn has(&self, country: &str, other: &Chain<'_>) -> bool {
        let named = || self.places.iter().any(|place| other.is_in(place.as_str()));
        let meant = (self.foreign && !other.is_in(country)) || named();
        meant && !self.except.iter().any(|place| other.is_in(place.as_str()))
    }
}

/// One way to read a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Who reads it so, as a role.
    pub by: Option<String>,
    /// What it then means.
    pub says: String,
    /// Both in Russian.
    pub russian: Option<ReadingTranslation>,
}

/// A reading in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingTranslation {
    /// Who reads it so, as a role.
    pub by: Option<String>,
    /// What it then means.
    pub says: String,
}

/// At most so many new ties in so many years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// New ties.
    pub new_ties: u32,
    /// Years.
    pub years: u32,
}

/// Where a rule is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The work.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// The day it speaks of or was published.
    pub date: Option<Period>,
}

/// A country whose law somebody has looked through for rules of this kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The country.
    pub jurisdiction: PartyId,
    /// How far.
    pub note: String,
}

impl Rule {
    /// Whether it was in force on a day.
    #[must_use]
    pub fn in_force(&self, day: Date) -> Coverage {
        let (first, sure_from) = self.from.map_or((Date::MIN, Date::MAX), |from| from.outer());
        let (sure_until, last) = self.until.map_or((Date::MAX, Date::MAX), |until| until.outer());
        if day < first || last < day {
            Coverage::No
        } else if sure_from <= day && day <= sure_until {
            Coverage::Yes
        } else {
            Coverage::Maybe
        }
    }

    /// Whether it was known by a day: from the day its source spoke, or else from the first day on which it may have begun.
    #[must_use]
    pub fn is_known(&self, day: Date) -> bool {
        let said = self.source.date.map(|date| date.outer().1);
        let begun = || self.from.map(|from| from.outer().0);
        said.or_else(begun).is_none_or(|known_from| known_from <= day)
    }

    /// What it is called, for a sentence.
    pub(super) fn title_arg(&self) -> Arg {
        Arg::Said { en: self.title.clone(), ru: self.russian.as_ref().map(|russian| russian.title.clone()) }
    }

    /// Who must be told or asked, for a sentence; empty when the source does not say.
    pub(super) fn to_arg(&self) -> Arg {
        let ru = self.russian.as_ref().and_then(|russian| russian.to.clone());
        Arg::Said { en: self.to.clone().unwrap_or_default(), ru }
    }

    /// Whether it speaks of what is asked, leaving aside places, bodies and days.
    pub(super) fn speaks_of(&self, ask: &Ask) -> bool {
        let is_tie = ask.doing == Doing::Tie;
        (self.activities.is_empty() || self.activities.contains(&ask.doing))
            && (self.quota.is_none() || (is_tie && ask.is_new))
            && match ask.class {
                Some(class) if is_tie && !self.classes.is_empty() => self.classes.contains(&class),
                _ => true,
            }
    }

    /// What it asks for, and how sure that is: existing ties are another matter than new ones.
    pub(super) const fn weigh(&self, ask: &Ask) -> (Permission, Certainty) {
        if ask.is_new || !matches!(ask.doing, Doing::Tie) {
            return (self.effect, self.certainty);
        }
        match self.existing {
            Existing::Same => (self.effect, self.certainty),
            Existing::MayStay => (Permission::Open, self.certainty),
            Existing::MustEnd => (Permission::Prohibited, self.certainty),
            Existing::Unclear => (self.effect, Certainty::Unclear),
            Existing::Disputed => (self.effect, Certainty::Disputed),
        }
    }
}
