//! The `[date]` section of a language as it is written.
//!
//! Lists hold phrases in the notation of [`crate::language::phrase`]. Keys that are numbers say what the phrase stands for.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What phrases stand for a thing.
pub(super) type Words<K> = BTreeMap<K, Vec<String>>;

/// What is missing is empty: a language without dates has none.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Table {
    pub habits: Habits,
    /// 1 to 12, and the forms that need a full stop, a day or a year beside them.
    pub month: Words<String>,
    pub month_short: Words<String>,
    /// 1 (Monday) to 7.
    pub weekday: Words<String>,
    pub weekday_short: Words<String>,
    /// 1 (spring) to 4 (winter).
    pub season: Words<String>,
    /// One to ninety-nine; what is not listed is put together of tens and ones.
    pub number: Words<String>,
    pub ordinal: Words<String>,
    /// Decades in words, by their first year.
    pub decade: Words<String>,
    /// The unit once ("last week") and counted ("two weeks").
    pub unit: Words<Unit>,
    pub units: Words<Unit>,
    pub shift_before: Words<Shift>,
    pub shift_after: Words<Shift>,
    /// `day-1` is yesterday: counted from the day of publication.
    pub relative: Words<String>,
    /// The same, counted from the date last spoken of.
    pub from_previous: Words<String>,
    pub cue: Words<Role>,
    pub small: Words<Small>,
    pub count: Words<Count>,
    /// So many years in one phrase ("half a century"), a jubilee of so many years in one ("silver jubilee"), and so many years
    /// up to now ("for the past decade").
    pub years: Words<String>,
    pub jubilee: Words<String>,
    pub lasting: Words<String>,
    pub tense: Tenses,
}

/// How a language writes.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Habits {
    /// "May 3" is the third of May.
    pub month_first: bool,
    /// 5/3 is the third of May.
    pub numeric_month_first: bool,
    /// Months and weekdays begin with a capital.
    pub capital_names: bool,
    /// Nouns begin with a capital, so a year before a lower-case word is no number of things.
    pub capital_nouns: bool,
    /// A weekday's name means something else when nothing stands before it.
    pub weekday_needs_cue: bool,
    /// A season's word says by its form that a thing happened then: "весной".
    pub bare_season: bool,
    /// How many words may stand between "40 years" and the tie they are of when the language needs no "of".
    pub words_before_tie: usize,
    /// A full stop makes an ordinal: "40.".
    pub ordinal_dot: bool,
    /// What makes an ordinal of digits: st, nd, rd, th.
    pub ordinal_suffix: Vec<String>,
    /// What makes a decade of digits: 1990s.
    pub decade_suffix: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Tenses {
    pub future: Vec<String>,
    pub past: Vec<String>,
    /// Endings of lower-case words.
    pub future_endings: Vec<String>,
    pub past_endings: Vec<String>,
}

/// A unit of time.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub(super) enum Unit {
    Day,
    Weekend,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// Which of several the words mean.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub(super) enum Shift {
    /// Before the day of publication.
    Last,
    /// The one that holds it.
    This,
    /// After it.
    Next,
    /// The one last spoken of.
    Same,
    /// The one after that.
    Following,
    /// The one before it.
    Preceding,
}

/// What a word before a date makes of it.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    On,
    Since,
    Until,
    Deadline,
    Between,
}

/// Small words around dates.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub(super) enum Small {
    /// Between the parts of a date: of, the.
    Joint,
    /// about, more than.
    About,
    /// early, the end of.
    Part,
    /// a, an.
    Article,
    /// Between the ends of a span: to, until.
    To,
    And,
    /// every, each.
    Habitual,
    /// Before and after a year: "the year", "года".
    YearBefore,
    YearAfter,
    /// Before a decade: "les années".
    DecadeBefore,
    /// Words that may follow a year that nothing announces.
    AfterYear,
    /// "the" 2014 agreement: what makes a year of a number before a noun.
    BeforeYear,
    /// A number before these is no year: people, euros.
    NotAfterYear,
    /// A number after these is no year: room, for.
    NotBeforeYear,
    /// A name that looks like a date: Black Friday.
    Not,
}

/// Words that make something of a counted time.
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub(super) enum Count {
    /// "vor" two years; two years "ago".
    AgoBefore,
    AgoAfter,
    /// Two years "later", from the date last spoken of.
    LaterBefore,
    LaterAfter,
    /// "within" two years, "over the next" two years.
    AheadBefore,
    AheadAll,
    /// "in" two weeks: that long from the day of publication, if the sentence tells no past.
    AheadOn,
    /// "celebrate" 40 years; 40th "anniversary".
    JubileeBefore,
    JubileeAfter,
    /// What may follow a jubilee's number and means nothing: "zum 40. Mal".
    JubileeTime,
    /// 40 years "of", and the nouns that make a jubilee of it: "partnership".
    JubileeOf,
    Tie,
    /// 40-"year-old", and the nouns it has to stand beside for a time up to now.
    Aged,
    AgedTie,
    /// Up to now: "for the past" 40 years.
    RunningBefore,
    /// For 40 years "now".
    RunningAfter,
    /// Stands before a time up to now and is not part of it: "the twinning is" fifty years old.
    RunningIs,
    /// "hace" 40 años "que": up to now, not ago.
    RunningIf,
    /// "for" ten years, and what makes it up to now: "have been".
    For,
    Perfect,
}
