//! A reading: what a document says of ties, whose words, where, how its names were understood, and what was left out.
//!
//! For somebody who must decide on it: every line has its words under it, and nothing is shown as known that is only hoped.

use std::ops::Range;

use gazetteer::{Gazetteer, PlaceIdx};
use model::ActKind;
use reader::claims::{Because, Known, Meaning, Proposals, SkippedWhy, meanings, place_of};
use reader::{
    Activity, ActivityType, Document, LeftOutReason, Party, PartyType, Reading, Speaker, Status, Tie, Unresolved,
};
use server::messages::Messages;

use super::sayer::heading;
use crate::table::{cut, paragraph};

/// A quote in the report is no longer than this; the claim has it whole.
const QUOTE: usize = 160;
/// So many other meanings of a name are told.
const MOST_OTHERS: usize = 3;

/// A document with all that the report needs.
pub(crate) struct Shown<'a> {
    /// How the document is called: its file, and where in it.
    pub(crate) title: String,
    pub(crate) document: &'a Document,
    pub(crate) reading: &'a Reading,
    pub(crate) proposals: &'a Proposals,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) known: &'a dyn Known,
    pub(crate) width: Option<usize>,
}

/// The text of a reading.
pub(crate) fn reading(shown: &Shown<'_>) -> String {
    use owo_colors::OwoColorize;
    let mut out = format!("{}\n", shown.title.bold());
    out += &paragraph("", &shown.about(), shown.width);
    let (reading, lines) = (shown.reading, Lines::of(&shown.document.text));
    let at = |range: &Range<usize>| lines.quote(shown, range);
    out += &section("Ties", reading.ties.iter().map(|tie| shown.tie(tie) + &at(&tie.evidence)));
    out += &section("Done", reading.activities.iter().map(|done| shown.activity(done) + &at(&done.evidence)));
    out += &section("Carriers", reading.carriers.iter().map(|one| shown.carrier(one) + &at(&one.evidence)));
    out += &section("Registries", reading.listings.iter().map(|one| shown.listing(one) + &at(&one.evidence)));
    out += &section("Stated counts", reading.counts.iter().map(|count| shown.count(count) + &at(&count.evidence)));
    out += &section(
        "Wishes, which are no facts",
        reading.wishes.iter().map(|wish| shown.wish(wish) + &at(&wish.evidence)),
    );
    out += &section("Names", shown.parties().into_iter().map(|party| shown.party(party)));
    let left_out = reading.left_out.iter().map(|left| (&left.evidence, left_out(left.reason)));
    let skipped = shown.proposals.skipped.iter().map(|skipped| (&skipped.evidence, skipped_why(skipped.why)));
    let mut left: Vec<(&Range<usize>, &str)> = left_out.chain(skipped).collect();
    left.sort_by_key(|(range, _)| (range.start, range.end));
    out += &section("Left out", left.into_iter().map(|(range, why)| shown.line(why) + &at(range)));
    out.push('\n');
    out
}

fn section(title: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() { items } else { heading(title) + &items }
}

impl Shown<'_> {
    fn words(&self) -> &'static Messages {
        Messages::english()
    }

    fn line(&self, text: &str) -> String {
        paragraph("  ", text, self.width)
    }

    /// Title, date and language.
    fn about(&self) -> String {
        let title = self.document.title.as_deref().unwrap_or_default().trim();
        let mut parts: Vec<String> = Vec::new();
        if !title.is_empty() {
            parts.push(format!("“{title}”"));
        }
        parts.push(self.document.published.map_or_else(|| "not dated".to_owned(), |date| self.words().date(&date)));
        let language = if self.reading.language.is_empty() { "not recognized" } else { &self.reading.language };
        parts.push(format!("language {language}"));
        parts.join(", ")
    }

    fn name(&self, party: usize) -> &str {
        &self.reading.parties[party].name
    }

    fn names(&self, parties: &[usize]) -> String {
        parties.iter().map(|party| self.name(*party)).collect::<Vec<_>>().join(" – ")
    }

    fn text(&self, range: &Range<usize>) -> &str {
        self.document.text.get(range.clone()).unwrap_or_default().trim()
    }

    fn tie(&self, tie: &Tie) -> String {
        let mut text = format!("{}: {}", self.names(&tie.parties), self.words().word("class", tie.class.word()));
        let word = self.text(&tie.word);
        if !word.is_empty() {
            text += &format!(" (“{word}”)");
        }
        let state = status(tie.status);
        if !state.is_empty() {
            text += &format!(", {state}");
        }
        if let Some(since) = &tie.since {
            text += &format!(", since {}", self.words().date(since));
        }
        self.line(&(text + &said_by(tie.speaker.as_ref())))
    }

    fn activity(&self, done: &Activity) -> String {
        let words = self.words();
        let names = |parties: &[usize]| parties.iter().map(|party| self.name(*party)).collect::<Vec<_>>().join(", ");
        let mut text = format!("{}{}", if done.announced { "announced: " } else { "" }, activity(done));
        match done.from {
            Some(from) => {
                let others: Vec<usize> = done.participants.iter().copied().filter(|party| *party != from).collect();
                let to = if is_act(done.kind) { " the tie with " } else { " to " };
                let by = if is_act(done.kind) { " by " } else { " from " };
                text += &format!("{by}{}", self.name(from));
                if !others.is_empty() {
                    text += &format!("{to}{}", names(&others));
                }
            }
            None if done.participants.is_empty() => {}
            None => text += &format!(": {}", names(&done.participants)),
        }
        match (&done.date, &done.end) {
            (Some(date), Some(end)) if date != end => text += &format!("; {} to {}", words.date(date), words.date(end)),
            (Some(date), _) => text += &format!("; {}", words.date(date)),
            (None, _) => text += "; not dated",
        }
        if !done.topics.is_empty() {
            text += &format!("; on {}", done.topics.join(", ").replace('_', " "));
        }
        if let Some(size) = done.size {
            text += &format!("; {size} people");
        }
        if let Some(reason) = done.reason {
            text += &format!("; reason: {}", words.word("reason-code", reason.word()));
        }
        if let Some(condition) = &done.condition {
            text += &format!("; condition: “{}”", self.text(condition));
        }
        self.line(&(text + &said_by(done.speaker.as_ref())))
    }

    fn carrier(&self, carrier: &reader::Carrier) -> String {
        let parties: Vec<usize> = carrier.party.into_iter().chain(carrier.partner).collect();
        let mut text =
            format!("{}: {}", self.text(&carrier.name), self.words().word("carrier-event", carrier.event.word()));
        if let Some(date) = &carrier.date {
            text += &format!(", {}", self.words().date(date));
        }
        if !parties.is_empty() {
            text += &format!(" (for {})", self.names(&parties));
        }
        self.line(&text)
    }

    fn listing(&self, listing: &reader::Listing) -> String {
        let status = self.words().word("listing", listing.status.word());
        self.line(&format!("{}: {}: {status}", self.text(&listing.registry), self.names(&listing.parties)))
    }

    fn count(&self, count: &reader::Count) -> String {
        let bound = match count.bound {
            model::Bound::Exactly => "",
            model::Bound::About => "about ",
            model::Bound::Over => "more than ",
        };
        let text = format!("{bound}{} {}", count.number, self.text(&count.unit));
        self.line(&(text + &said_by(count.speaker.as_ref())))
    }

    fn wish(&self, wish: &reader::Wish) -> String {
        let named = self.wished(wish);
        let about = if named.is_empty() { "names no side".to_owned() } else { self.names(&named) };
        self.line(&(about + &said_by(wish.speaker.as_ref())))
    }

    /// The parties of a wish: countries, and those that take part in something. What else begins with a capital letter in
    /// such a sentence is seldom a party.
    fn wished(&self, wish: &reader::Wish) -> Vec<usize> {
        let takes_part = |party: usize| {
            self.reading.ties.iter().any(|tie| tie.parties.contains(&party))
                || self.reading.activities.iter().any(|done| done.participants.contains(&party))
        };
        let is_country = |party: usize| self.reading.parties[party].kind == PartyType::Country;
        wish.about.iter().copied().filter(|party| is_country(*party) || takes_part(*party)).collect()
    }

    /// The parties that anything above speaks of, in the order in which the text names them.
    fn parties(&self) -> Vec<usize> {
        let reading = self.reading;
        let mut used: Vec<usize> = reading.ties.iter().flat_map(|tie| tie.parties).collect();
        used.extend(reading.activities.iter().flat_map(|done| done.participants.iter().copied().chain(done.from)));
        used.extend(reading.carriers.iter().flat_map(|carrier| carrier.party.into_iter().chain(carrier.partner)));
        used.extend(reading.listings.iter().flat_map(|listing| listing.parties));
        used.extend(reading.counts.iter().flat_map(|count| count.about.iter().copied()));
        let wished = reading.wishes.iter().flat_map(|wish| self.wished(wish));
        used.extend(wished);
        used.sort_unstable();
        used.dedup();
        used
    }

    /// What the name of a party was taken for, and what else it may mean.
    pub(crate) fn party(&self, idx: usize) -> String {
        let party = &self.reading.parties[idx];
        let id = &self.proposals.parties[idx];
        let is_known = self.known.has(id);
        let standing = if is_known { "in the register" } else { "new" };
        let meant = match (place_of(party, self.gazetteer), party.unresolved) {
            _ if self.known.unresolved(id).is_some() => {
                let why = self.known.unresolved(id).unwrap_or_default();
                format!("not resolved: {}", why.trim_end_matches('.'))
            }
            (_, Some(Unresolved::System)) => "not resolved: a name of several institutions".to_owned(),
            (Some(place), _) => self.meant(party, place),
            (None, _) if is_known => "known by name".to_owned(),
            (None, _) => format!("not resolved: no list at hand has {}", a_party(party.kind)),
        };
        self.line(&format!("{}: {meant} ({id}, {standing})", party.name))
    }

    /// The place chosen, why, and what else the name may mean.
    fn meant(&self, party: &Party, place: PlaceIdx) -> String {
        let all = meanings(party);
        let because = all.iter().find(|meaning| meaning.place == place).map(|meaning| self.because(meaning));
        let others: Vec<String> = all
            .iter()
            .filter(|meaning| meaning.place != place)
            .map(|meaning| within(self.gazetteer, meaning.place))
            .collect();
        let mut text = within(self.gazetteer, place);
        if let Some(because) = because.filter(|because| !because.is_empty() && !others.is_empty()) {
            text += &format!(", because {because}");
        }
        if !others.is_empty() {
            text += &format!("; also {}", others[..others.len().min(MOST_OTHERS)].join("; "));
            if others.len() > MOST_OTHERS {
                text += &format!(" and {} more", others.len() - MOST_OTHERS);
            }
        }
        text
    }

    fn because(&self, meaning: &Meaning) -> String {
        let reasons = meaning
            .because
            .iter()
            .filter(|reason| !matches!(reason, Because::Beside(place) if *place == meaning.place));
        let said = |reason: &Because| match reason {
            Because::Stated(unit) => format!("the text says {}", self.gazetteer.place(*unit).name),
            Because::UnitWord => "the text says what it is".to_owned(),
            Because::Beside(place) => format!("the text also names {}", self.gazetteer.place(*place).name),
            Because::InRegister => "the register has it".to_owned(),
            Because::Capital => "it is a capital".to_owned(),
            Because::Unit => "it is a country or unit".to_owned(),
            Because::Population(people) => format!("it has {people} people"),
        };
        reasons.take(2).map(said).collect::<Vec<_>>().join(" and ")
    }
}

/// `Albany, New York, US`.
fn within(gazetteer: &Gazetteer, idx: PlaceIdx) -> String {
    let place = gazetteer.place(idx);
    let region = place.region.map(|region| gazetteer.place(region).name).filter(|name| *name != place.name);
    let country = Some(place.country).filter(|code| !code.is_empty() && place.code != Some(*code));
    [Some(place.name), region, country].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

const fn a_party(kind: PartyType) -> &'static str {
    match kind {
        PartyType::City => "a place of this name",
        PartyType::Region => "a region of this name",
        PartyType::Country => "a country of this name",
        PartyType::Institution => "an institution of this name",
    }
}

fn said_by(speaker: Option<&Speaker>) -> String {
    speaker.map_or_else(String::new, |speaker| format!(" – words of: {}", speaker.office))
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Proposed => "planned or wished for",
        Status::Suspended => "on hold",
        Status::Ended => "over",
        Status::Dormant => "nothing happens in it",
        Status::Revived => "taken up again",
        Status::Unspecified => "",
    }
}

const fn is_act(kind: ActivityType) -> bool {
    matches!(kind, ActivityType::Suspension | ActivityType::Termination | ActivityType::Revival)
}

fn activity(done: &Activity) -> &'static str {
    if done.vague {
        return "something, the text does not say what";
    }
    match done.kind {
        ActivityType::DelegationVisit => "visit",
        ActivityType::AgreementSigned => ActKind::Signed.word(),
        ActivityType::Forum => "forum",
        ActivityType::Exchange => "exchange",
        ActivityType::Project => "joint work",
        ActivityType::Dialogue => "talks",
        ActivityType::Anniversary => "jubilee",
        ActivityType::CulturalEvent => "cultural event",
        ActivityType::Suspension => "suspended",
        ActivityType::Termination => "ended",
        ActivityType::Revival => "taken up again",
        ActivityType::Aid => "aid",
    }
}

const fn left_out(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Praise => "praise",
        LeftOutReason::Hope => "hope",
        LeftOutReason::Vague => "vague: what, when or between whom is not said",
        LeftOutReason::NoPartner => "no second party is named",
        LeftOutReason::Denied => "denied or turned down",
        LeftOutReason::OneCountry => "both parties are in one country",
        LeftOutReason::TooMuch => "too much for one document: from here on no more was read of ties",
        LeftOutReason::OtherSense => "the word means something else here",
    }
}

const fn skipped_why(why: SkippedWhy) -> &'static str {
    match why {
        SkippedWhy::Country => "a country is no party of a tie: no claim",
        SkippedWhy::OneParty => "both names are of one party: no claim",
        SkippedWhy::NoPartner => "no second party is named: no claim",
        SkippedWhy::Announced => "only announced: no claim",
    }
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// Line and column of a byte, from 1; columns are letters.
    fn at(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.0.partition_point(|start| *start <= byte).max(1);
        let before = text.get(self.0[line - 1]..byte).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    fn quote(&self, shown: &Shown<'_>, range: &Range<usize>) -> String {
        let (line, column) = self.at(&shown.document.text, range.start);
        let quote = shown.text(range).split_whitespace().collect::<Vec<_>>().join(" ");
        if quote.is_empty() {
            return String::new();
        }
        paragraph("    ", &format!("{line}:{column} “{}”", cut(&quote, QUOTE)), shown.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_an_editor() {
        let text = "Tula\nТула и\n\nend";
        let lines = Lines::of(text);
        let check = |byte: usize, expected: (usize, usize)| assert_eq!(lines.at(text, byte), expected, "{byte}");
        check(0, (1, 1));
        check(3, (1, 4));
        check(5, (2, 1));
        check(text.find('и').unwrap(), (2, 6));
        check(text.find("end").unwrap(), (4, 1));
        check(text.len(), (4, 4));
    }
}
