//! What parties did together: from a word for a visit, a signing, a gift to those who took part.

use std::ops::Range;

use model::{PartialDate, ReasonCode};

use super::MOST;
use super::combine::{is_founding, on_line};
use super::group::Group;
use super::line::{Found, Line, overlap};
use super::scene::Scene;
use super::status::{distance, is_negated};
use super::tie::{Pair, Strength};
use crate::date::{DateMention, DateRole};
use crate::language::{ActivityWord, Cue, Language, Refer, Role, TieWord};
use crate::reading::{Activity, ActivityType, PartyType};

/// The first town partnerships are of the 1920s; what is older is history.
pub(crate) const EARLIEST: i32 = 1910;

/// The most sentences that a date on a line of its own is taken to stand above.
const BELOW_DATE: usize = 8;

/// `2020`
const YEAR: usize = 4;

/// `2020-02-29`
pub(super) const DAY: usize = 10;

/// An activity before those told twice are joined.
pub(crate) struct Told {
    pub(crate) line: usize,
    /// Whether the words speak of one told before: "the agreement was signed by", "the delegation toured".
    pub(crate) is_again: bool,
    pub(crate) activity: Activity,
}

/// All that a document tells, in order, each telling by itself.
///
/// Where it states no tie, the two that it shows at work are whom its other sentences mean.
pub(crate) fn told(scene: &Scene<'_>, pairs: &[Pair], language: &Language) -> Vec<Told> {
    let found = told_of(scene, pairs, language);
    if !pairs.is_empty() {
        return found;
    }
    let shown: Vec<Pair> = found.iter().filter_map(|told| shown(scene, told)).collect();
    if shown.is_empty() { found } else { told_of(scene, &shown, language) }
}

/// Two parties at work as a pair.
fn shown(scene: &Scene<'_>, told: &Told) -> Option<Pair> {
    let &[a, b] = told.activity.participants.as_slice() else { return None };
    let is_party = |party: usize| scene.kind(party) != PartyType::Country;
    // A forum gathers many who have nothing else in common.
    let is_own = told.activity.kind != ActivityType::Forum;
    (is_own && is_party(a) && is_party(b)).then_some(Pair {
        a,
        b,
        word: TieWord::Cooperation,
        line: told.line,
        cue: 0..0,
        cue_line: told.line,
        tokens: 0..0,
        strength: Strength::Guessed,
    })
}

fn told_of(scene: &Scene<'_>, pairs: &[Pair], language: &Language) -> Vec<Told> {
    let mut found = Vec::new();
    let mut topic: Vec<usize> = Vec::new();
    // A tie of somebody else's, told in passing, is not what the text goes on about.
    let main = |pair: &Pair| scene.focus.first().is_none_or(|focus| pair.a == *focus || pair.b == *focus);
    let has_main = pairs.iter().any(main);
    for (at, line) in scene.lines.iter().enumerate() {
        if found.len() > MOST {
            break;
        }
        let here = on_line(pairs, at);
        let about: Vec<&Pair> = here.iter().filter(|pair| !has_main || main(pair)).collect();
        if !about.is_empty() {
            topic = about.iter().flat_map(|pair| [pair.a, pair.b]).collect();
            topic.sort_unstable();
            topic.dedup();
        }
        if line.is_title {
            continue;
        }
        let teller = Teller { scene, pairs, language, at, line, topic: &topic };
        let told = teller.tell_line();
        // Two sides at work that no tie joins are whom the next sentences are about.
        let acting =
            told.first().filter(|_| about.is_empty()).and_then(|told| teller.acting(&told.activity.participants));
        found.extend(told);
        topic = acting.unwrap_or(topic);
    }
    found
}

pub(super) struct Teller<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) pairs: &'a [Pair],
    language: &'a Language,
    pub(super) at: usize,
    pub(super) line: &'a Line,
    pub(super) topic: &'a [usize],
}

impl Teller<'_> {
    /// All that the sentence tells, one telling for each word, and not twice for one kind on one day.
    fn tell_line(&self) -> Vec<Told> {
        let mut found = Vec::new();
        let mut kinds: Vec<(ActivityWord, Option<usize>)> = Vec::new();
        let mut items: Vec<Range<usize>> = Vec::new();
        for cue in &self.line.cues {
            let Cue::Activity(word) = cue.cue else { continue };
            if self.is_part_of_another(cue, word) {
                continue;
            }
            // A second word for the same speaks again when it has a date of its own.
            let date = self.date_tokens(cue);
            let is_told =
                kinds.iter().any(|(other, other_date)| *other == word && (date.is_none() || *other_date == date));
            if is_told || self.is_listed(cue, &items) {
                items.push(cue.tokens.clone());
                continue;
            }
            let activities = self.tell(cue, word);
            if !activities.is_empty() {
                kinds.push((word, date));
                items.push(cue.tokens.clone());
                let is_again = self.is_again(cue, word);
                found.extend(activities.into_iter().map(|activity| Told { line: self.at, is_again, activity }));
            }
        }
        found
    }

    /// What the cue tells: mostly one activity; a signing, an end or a pause of ties that share no side is one for each.
    fn tell(&self, cue: &Found, word: ActivityWord) -> Vec<Activity> {
        let decides =
            [ActivityWord::AgreementSigned, ActivityWord::Suspension, ActivityWord::Termination].contains(&word);
        let Some(activity) = self.tell_all(cue, word) else { return Vec::new() };
        let apart = if decides { apart(on_line(self.pairs, self.at)) } else { Vec::new() };
        if apart.len() < 2 {
            return vec![activity];
        }
        apart.into_iter().map(|participants| Activity { participants, ..activity.clone() }).collect()
    }

    fn tell_all(&self, cue: &Found, word: ActivityWord) -> Option<Activity> {
        if self.line.has(|cue| cue == Cue::Denial)
            || is_negated(self.line, cue)
            || self.is_called_off(cue, word)
            || !self.is_said_to_happen(cue, word)
        {
            return None;
        }
        let participants = self.participants(cue, word)?;
        let tokens = self.tokens(cue, &participants);
        let date = self.date(cue).or_else(|| self.date_beside(word)).or_else(|| self.date_above());
        // History told beside a tie is none of its life.
        let year = date.as_ref().and_then(|date| date.date.as_ref()?.to_string().get(..4)?.parse::<i32>().ok());
        if year.is_some_and(|year| year < EARLIEST) {
            return None;
        }
        Some(Activity {
            kind: kind(word),
            date: date.and_then(|date| date.date),
            end: date.and_then(|date| date.end),
            from: self.from(cue, word, &participants),
            condition: self.condition(cue, word),
            reason: self.reason(word),
            topics: self.topics(),
            size: self.size(),
            announced: date.as_ref().is_some_and(|date| date.is_future),
            vague: self.line.has(|cue| cue == Cue::Vague),
            evidence: self.line.bytes(tokens),
            speaker: None,
            participants,
        })
    }

    /// Whether a definite word stands for what was signed, or for who came.
    fn is_again(&self, cue: &Found, word: ActivityWord) -> bool {
        let is_near = |found: &Found| distance(&found.tokens, &cue.tokens) <= 1;
        match word {
            ActivityWord::AgreementSigned => self.line.find(|cue| cue == Cue::Refer(Refer::Both)).any(|both| {
                is_near(both)
                    && self.line.find(|cue| cue == Cue::Instrument).any(|one| overlap(&one.tokens, &both.tokens))
            }),
            ActivityWord::DelegationVisit => self.line.find(|cue| cue == Cue::Refer(Refer::Partner)).any(|guests| {
                is_near(guests)
                    && self.line.find(|cue| cue == Cue::Group).any(|one| overlap(&one.tokens, &guests.tokens))
            }),
            _ => false,
        }
    }

    /// Two sides at work that the sentence itself names.
    fn acting(&self, participants: &[usize]) -> Option<Vec<usize>> {
        let here = self.named_all();
        let is_main = self.scene.focus.first().is_none_or(|focus| participants.contains(focus));
        let is_told = participants.len() == 2 && participants.iter().all(|party| here.contains(party));
        (is_main && is_told && self.sides(participants) >= 2).then(|| participants.to_vec())
    }

    /// "Twelve pupils flew to Nagoya": the words for a stay with the other side hold those for the journey; "attended the
    /// festival" is a visit, a "video conference" talks, and who lifts a suspension suspends nothing.
    fn is_part_of_another(&self, cue: &Found, word: ActivityWord) -> bool {
        let within = |whole: ActivityWord, fits: fn(&Range<usize>, &Range<usize>) -> bool| {
            self.line.find(move |cue| cue == Cue::Activity(whole)).any(|found| fits(&found.tokens, &cue.tokens))
        };
        match word {
            ActivityWord::DelegationVisit => within(ActivityWord::Exchange, overlap),
            ActivityWord::CulturalEvent => within(ActivityWord::DelegationVisit, holds),
            ActivityWord::Forum => within(ActivityWord::Dialogue, |whole, part| whole.start + 1 == part.start),
            ActivityWord::Suspension => within(ActivityWord::Revival, holds),
            _ => false,
        }
    }

    fn tokens(&self, cue: &Found, participants: &[usize]) -> Range<usize> {
        let mut tokens = cue.tokens.clone();
        for (mention, party) in self.line.mentions.iter().zip(&self.line.parties) {
            if party.is_some_and(|party| participants.contains(&party)) {
                tokens = tokens.start.min(mention.tokens.start)..tokens.end.max(mention.tokens.end);
            }
        }
        tokens
    }

    fn date(&self, cue: &Found) -> Option<&DateMention> {
        let dates = self
            .line
            .dates
            .iter()
            .filter(|date| {
                let is_told = matches!(date.role, DateRole::On | DateRole::Span) || self.is_told_of_start(cue, date);
                is_told && date.date.is_some()
            })
            .filter(|date| !self.is_of_background(cue, date) && !self.is_term(date))
            // The jubilee of what began in a year is not of that year.
            .filter(|date| cue.cue != Cue::Activity(ActivityWord::Anniversary) || !is_founding(self.line, date))
            // A decade is the time of a story, not of a visit.
            .filter(|date| date.date.is_some_and(|date| !date.to_string().ends_with('X')));
        dates.min_by_key(|date| distance(&date.tokens, &cue.tokens))
    }

    /// "the plan for 2026–2028": years to come are what is planned for, not when it was.
    fn is_term(&self, date: &DateMention) -> bool {
        let year = |date: &PartialDate| date.to_string().get(..4)?.parse::<i32>().ok();
        let is_year = |date: &PartialDate| date.to_string().len() == YEAR;
        let [Some(start), Some(end)] = [&date.date, &date.end] else { return false };
        let is_to_come = self.scene.published.as_ref().is_none_or(|published| year(end) > year(published));
        date.role == DateRole::Span && is_year(start) && is_year(end) && is_to_come
    }

    /// "has run every year since the two signed in 1963": the year is not that of the run.
    fn is_of_background(&self, cue: &Found, date: &DateMention) -> bool {
        let mut told = self.line.find(|cue| cue == Cue::Background);
        told.any(|found| cue.tokens.end <= found.tokens.start && found.tokens.start <= date.tokens.start)
    }

    /// A decision's day is often told in the sentence before or behind: "The vote was taken on Tuesday."
    fn date_beside(&self, word: ActivityWord) -> Option<&DateMention> {
        let decides = [ActivityWord::AgreementSigned, ActivityWord::Suspension, ActivityWord::Termination];
        if !decides.contains(&word) {
            return None;
        }
        let beside = [self.at.checked_sub(1), Some(self.at + 1)];
        let lines = beside.into_iter().flatten().filter_map(|at| self.scene.lines.get(at));
        let fits = |line: &&Line| {
            !line.is_title
                && line.span.paragraph == self.line.span.paragraph
                && !line.has(|cue| matches!(cue, Cue::Activity(_)))
        };
        let is_day = |date: &&DateMention| {
            date.role == DateRole::On && date.date.is_some_and(|date| date.to_string().len() == DAY)
        };
        lines.filter(fits).find_map(|line| line.dates.iter().find(is_day))
    }

    /// A page of history has each date on a line of its own, above what it tells of that day or year.
    fn date_above(&self) -> Option<&DateMention> {
        let above = self.scene.lines[..self.at].iter().rev().take(BELOW_DATE);
        let (line, date) = above.filter(|line| line.span.is_line && !line.is_title).find_map(|line| {
            let is_all = |date: &&DateMention| {
                date.role == DateRole::On && date.tokens.start == 0 && date.tokens.end >= line.sentence.len()
            };
            line.dates.iter().find(is_all).map(|date| (line, date))
        })?;
        let is_here = line.span.paragraph == self.line.span.paragraph;
        // The day at the top of a statement holds for the paragraphs below.
        let is_day = date.date.is_some_and(|date| date.to_string().len() == DAY);
        (is_here || is_day && !self.scene.is_long_ago(date.date.as_ref())).then_some(date)
    }

    /// Where the date of a word begins.
    fn date_tokens(&self, cue: &Found) -> Option<usize> {
        self.date(cue).map(|date| date.tokens.start)
    }

    /// Who traveled or gave: the side before the word, or the one under "from".
    fn from(&self, cue: &Found, word: ActivityWord, participants: &[usize]) -> Option<usize> {
        let sided =
            [ActivityWord::DelegationVisit, ActivityWord::Aid, ActivityWord::Suspension, ActivityWord::Termination];
        if !sided.contains(&word) {
            return None;
        }
        let groups = &self.scene.groups[self.at];
        let from = groups.iter().find(|group| matches!(group.role, Some((_, Role::From))));
        let by = groups.iter().find(|group| matches!(group.role, Some((_, Role::By))));
        // Who stands under "with" or "of" before the word is not who acted.
        let acts = |group: &&Group| {
            let bare = group.role.is_none() || group.possessive;
            group.tokens.end <= cue.tokens.start && !group.is_countries && bare
        };
        let before = groups.iter().rev().find(acts);
        let group = by.or(from).or(before)?;
        self.scene.members(self.at, group).into_iter().find(|party| participants.contains(party))
    }

    /// "until there is peace": from the word to the end of the clause.
    fn condition(&self, cue: &Found, word: ActivityWord) -> Option<Range<usize>> {
        if !matches!(word, ActivityWord::Suspension | ActivityWord::Termination) {
            return None;
        }
        let sentence = &self.line.sentence;
        let starts =
            self.line.find(|cue| cue == Cue::Condition).find(|found| found.tokens.start >= cue.tokens.start)?;
        let ends = |at: &usize| [",", ";", ".", "\""].iter().any(|mark| sentence.is_mark(*at, mark));
        let end = (starts.tokens.end..sentence.len()).find(ends).unwrap_or(sentence.len());
        Some(self.line.bytes(starts.tokens.start..end))
    }

    /// Why, as far as this sentence or the next says.
    fn reason(&self, word: ActivityWord) -> Option<ReasonCode> {
        if !matches!(word, ActivityWord::Suspension | ActivityWord::Termination) {
            return None;
        }
        let next = self.scene.lines.get(self.at + 1);
        [Some(self.line), next].into_iter().flatten().find_map(|line| {
            line.cues.iter().find_map(|found| match found.cue {
                Cue::Protest => Some(ReasonCode::PoliticalProtest),
                Cue::Silence => Some(ReasonCode::PartnerSilent),
                Cue::Money => Some(ReasonCode::Money),
                _ => None,
            })
        })
    }

    fn topics(&self) -> Vec<String> {
        let mut topics: Vec<String> = self
            .line
            .cues
            .iter()
            .filter_map(
                |found| if let Cue::Topic(at) = found.cue { self.language.topics.get(usize::from(at)) } else { None },
            )
            .cloned()
            .collect();
        topics.sort_unstable();
        topics.dedup();
        topics
    }

    /// "seven businesswomen", "a delegation of 12": a number right before or behind the group's word.
    fn size(&self) -> Option<u32> {
        let sentence = &self.line.sentence;
        self.line.find(|cue| cue == Cue::Group).find_map(|group| {
            let before = group.tokens.start.checked_sub(1);
            let behind = (sentence.word(group.tokens.end) == "of").then_some(group.tokens.end + 1);
            [before, behind].into_iter().flatten().find_map(|at| sentence.word(at).parse().ok())
        })
    }
}

/// Whether words begin before others and reach into them.
const fn holds(whole: &Range<usize>, part: &Range<usize>) -> bool {
    whole.start < part.start && whole.end > part.start
}

/// The parties of pairs, in sets that share none.
fn apart(pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for pair in pairs {
        let (mut joined, others): (Vec<_>, Vec<_>) =
            sets.into_iter().partition(|set| set.contains(&pair.a) || set.contains(&pair.b));
        let mut set: Vec<usize> = joined.drain(..).flatten().chain([pair.a, pair.b]).collect();
        set.sort_unstable();
        set.dedup();
        sets = others;
        sets.push(set);
    }
    sets
}

const fn kind(word: ActivityWord) -> ActivityType {
    match word {
        ActivityWord::DelegationVisit => ActivityType::DelegationVisit,
        ActivityWord::AgreementSigned => ActivityType::AgreementSigned,
        ActivityWord::Forum => ActivityType::Forum,
        ActivityWord::Exchange => ActivityType::Exchange,
        ActivityWord::Project => ActivityType::Project,
        ActivityWord::Dialogue => ActivityType::Dialogue,
        ActivityWord::Anniversary => ActivityType::Anniversary,
        ActivityWord::CulturalEvent => ActivityType::CulturalEvent,
        ActivityWord::Suspension => ActivityType::Suspension,
        ActivityWord::Termination => ActivityType::Termination,
        ActivityWord::Revival => ActivityType::Revival,
        ActivityWord::Aid => ActivityType::Aid,
    }
}
