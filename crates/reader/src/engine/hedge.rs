//! Whether an activity is said to happen: what is hoped for, called off, or only what an agreement is for, is none.

use std::ops::Range;

use model::PartialDate;

use super::activity::{DAY, EARLIEST, Teller};
use super::combine::on_line;
use super::line::{Found, overlap};
use super::status::{distance, is_hoped, is_only_wished, is_proposed, is_turned_down};
use crate::date::{DateMention, DateRole};
use crate::language::{ActivityWord, Cue, Refer, Role, StatusWord};
use crate::text::TokenKind;

/// The most tokens between a word such as "agreed to" and what was agreed.
const PURPOSE_REACH: usize = 10;

/// The most tokens between a start and what then took place.
const STARTED: usize = 9;

/// The most tokens between two items of a list.
const ITEM: usize = 4;

impl Teller<'_> {
    /// "cancelled a concert", "the visit was called off".
    pub(super) fn is_called_off(&self, cue: &Found, word: ActivityWord) -> bool {
        let decides = matches!(word, ActivityWord::Suspension | ActivityWord::Termination | ActivityWord::Revival);
        let off = |found: &&Found| matches!(found.cue, Cue::Status(StatusWord::Ended | StatusWord::Suspended));
        let other = |range: Range<usize>| {
            self.line
                .cues
                .iter()
                .any(|found| matches!(found.cue, Cue::Activity(_) | Cue::Tie(_)) && range.contains(&found.tokens.start))
        };
        let follows = |found: &Found| {
            found.tokens.start >= cue.tokens.end
                && found.tokens.start - cue.tokens.end <= 14
                && !other(cue.tokens.end..found.tokens.start)
        };
        let sleeps = |found: &Found| found.cue == Cue::Status(StatusWord::Dormant) && follows(found);
        !decides
            && (self
                .line
                .cues
                .iter()
                .filter(off)
                .any(|found| distance(&found.tokens, &cue.tokens) <= 3 || follows(found))
                || self.is_put_off(cue)
                || self.line.cues.iter().any(sleeps))
    }

    /// "The journey, planned for July, has been called off", however much stands between.
    fn is_put_off(&self, cue: &Found) -> bool {
        self.line.find(|cue| cue == Cue::CalledOff).any(|off| {
            off.tokens.start >= cue.tokens.end
                && !(cue.tokens.end..off.tokens.start).any(|at| self.line.sentence.is_mark(at, ";"))
        })
    }

    /// Hopes, proposals and what was turned down are no activities.
    pub(super) fn is_said_to_happen(&self, cue: &Found, word: ActivityWord) -> bool {
        match word {
            ActivityWord::Suspension | ActivityWord::Termination => {
                let near_tie = !on_line(self.pairs, self.at).is_empty()
                    || self.line.has(|cue| {
                        matches!(cue, Cue::Tie(_) | Cue::Instrument | Cue::Refer(Refer::Both | Refer::Partner))
                    });
                near_tie && !is_turned_down(self.line, cue) && !is_only_wished(self.line, cue)
            }
            ActivityWord::Revival => !is_turned_down(self.line, cue) && !is_only_wished(self.line, cue),
            ActivityWord::AgreementSigned => {
                !is_hoped(self.line, cue)
                    && !self.is_old_founding(cue)
                    && !(self.is_only_planned(cue))
                    && !(self.is_background(cue))
                    && !(self.line.find(|cue| cue == Cue::Hope).any(|hope| overlap(&hope.tokens, &cue.tokens)))
            }
            // An end or a pause beside the years it lasted is no jubilee.
            ActivityWord::Anniversary => {
                let ends = |cue: Cue| {
                    matches!(
                        cue,
                        Cue::Activity(ActivityWord::Termination | ActivityWord::Suspension)
                            | Cue::Status(StatusWord::Ended | StatusWord::Suspended)
                    )
                };
                !self.line.has(ends) && !is_hoped(self.line, cue) && !self.is_of_a_town(cue)
            }
            _ => !is_hoped(self.line, cue) && !self.is_purpose(cue, word) && !(self.is_scene(cue, word)),
        }
    }

    /// "authorizes the mayor to sign", "intends to conclude": without a day it is not even announced.
    fn is_only_planned(&self, cue: &Found) -> bool {
        let is_dated =
            self.line.dates.iter().any(|date| {
                matches!(date.role, DateRole::On | DateRole::Span) && distance(&date.tokens, &cue.tokens) <= 8
            });
        let begins_before =
            |found: &Found| found.tokens.start < cue.tokens.start && overlap(&found.tokens, &cue.tokens);
        let plans = |found: Cue| found == Cue::Status(StatusWord::Proposed);
        !is_dated && (is_proposed(self.line, cue) || self.line.find(plans).any(begins_before))
    }

    /// "since the two signed an agreement", "first signed in 1991".
    fn is_background(&self, cue: &Found) -> bool {
        let is_day = |date: &PartialDate| date.to_string().len() == DAY;
        let is_told = || {
            let mut near = self.line.dates.iter().filter(|date| distance(&date.tokens, &cue.tokens) <= 2);
            near.any(|date| date.date.as_ref().is_some_and(is_day))
                || self.line.dates.iter().any(|date| self.is_told_of_start(cue, date))
        };
        self.line.find(|cue| cue == Cue::Background).any(|found| overlap(&found.tokens, &cue.tokens)) && !is_told()
    }

    /// "At the International Summit the two mayors signed": where it happened, no forum of theirs.
    fn is_scene(&self, cue: &Found, word: ActivityWord) -> bool {
        let token = &self.line.sentence.tokens[cue.tokens.start];
        word == ActivityWord::Forum
            && token.is_capital
            && cue.tokens.start > 0
            && self.line.has(|cue| cue == Cue::Activity(ActivityWord::AgreementSigned))
    }

    /// "its 240th anniversary": older than any tie, so the town's own.
    fn is_of_a_town(&self, cue: &Found) -> bool {
        let year = |date: &PartialDate| date.to_string().get(..4)?.parse::<i32>().ok();
        self.line.dates.iter().any(|date| {
            matches!(date.role, DateRole::Jubilee { .. })
                && overlap(&date.tokens, &cue.tokens)
                && date.date.as_ref().and_then(year).is_some_and(|year| year < EARLIEST)
        })
    }

    /// "It provides for teaching, research, and student exchanges": what an agreement is for, however long its list.
    fn is_purpose(&self, cue: &Found, word: ActivityWord) -> bool {
        let lists = matches!(word, ActivityWord::Exchange | ActivityWord::Project | ActivityWord::Forum);
        let is_work = lists || matches!(word, ActivityWord::CulturalEvent | ActivityWord::Dialogue | ActivityWord::Aid);
        let is_dated = self.line.dates.iter().any(|date| distance(&date.tokens, &cue.tokens) <= 4);
        let follows = |of: Cue, reach: usize| {
            let mut found = self.line.find(move |cue| cue == of);
            found.any(|hope| hope.tokens.end <= cue.tokens.start && cue.tokens.start - hope.tokens.end <= reach)
        };
        let is_kind = || self.line.find(|cue| cue == Cue::Kinds).any(|kinds| overlap(&kinds.tokens, &cue.tokens));
        let is_aim = (lists || is_work && is_kind()) && follows(Cue::Hope, usize::MAX)
            || is_work && follows(Cue::Purpose, PURPOSE_REACH);
        let is_plan = || self.line.has(|cue| cue == Cue::Status(StatusWord::Proposed)) && is_kind();
        let talks_of = || word == ActivityWord::Dialogue && self.is_negotiation(cue);
        !is_dated && (is_aim || talks_of() || is_plan())
    }

    /// "is in talks about a pact": what is planned, no meeting that took place.
    fn is_negotiation(&self, cue: &Found) -> bool {
        let is_plan = |cue: Cue| cue == Cue::Status(StatusWord::Proposed);
        self.line.find(is_plan).any(|found| overlap(&found.tokens, &cue.tokens))
    }

    /// "twinned since 1974", "became sister cities in 1989": a founding year, not a signing that is told.
    fn is_old_founding(&self, cue: &Found) -> bool {
        let founds = self.line.find(|cue| cue == Cue::Founding).any(|found| overlap(&found.tokens, &cue.tokens));
        let is_day = |date: Option<&PartialDate>| date.is_some_and(|date| date.to_string().len() == DAY);
        let is_decade = |date: Option<&PartialDate>| date.is_some_and(|date| date.to_string().ends_with('X'));
        self.line.dates.iter().filter(|date| distance(&date.tokens, &cue.tokens) <= 8).any(|date| {
            if date.role == DateRole::On && is_decade(date.date.as_ref()) {
                return true;
            }
            date.role == DateRole::Since && !is_day(date.date.as_ref()) && !self.is_told_of_start(cue, date)
                || founds && date.role == DateRole::On && self.scene.is_long_ago(date.date.as_ref())
        })
    }

    /// "since 2005, when the two cities signed": what began it is told.
    pub(super) fn is_told_of_start(&self, cue: &Found, date: &DateMention) -> bool {
        date.role == DateRole::Since
            && date.tokens.end < cue.tokens.start
            && self.line.sentence.is_mark(date.tokens.end, ",")
            && cue.tokens.start - date.tokens.end <= STARTED
    }

    /// "through exchanges, delegations and concerts": a list of kinds without a day is one telling, that of the first.
    pub(super) fn is_listed(&self, cue: &Found, before: &[Range<usize>]) -> bool {
        let is_dated = self.line.dates.iter().any(|date| matches!(date.role, DateRole::On | DateRole::Span));
        let is_kind = || self.line.find(|cue| cue == Cue::Kinds).any(|kinds| overlap(&kinds.tokens, &cue.tokens));
        !is_dated && is_kind() && before.iter().any(|item| self.lists(item.end..cue.tokens.start))
    }

    /// Whether the tokens between two items only list them.
    fn lists(&self, gap: Range<usize>) -> bool {
        let sentence = &self.line.sentence;
        let fills = |at: usize| {
            let token = &sentence.tokens[at];
            let is_and = self.line.role_at(at).is_some_and(|(_, role)| role == Role::And);
            is_and || sentence.is_mark(at, ",") || token.kind == TokenKind::Word && !token.is_capital
        };
        let joins =
            |at: usize| sentence.is_mark(at, ",") || self.line.role_at(at).is_some_and(|(_, role)| role == Role::And);
        gap.start < gap.end && gap.len() <= ITEM && gap.clone().all(fills) && { gap }.any(joins)
    }
}
