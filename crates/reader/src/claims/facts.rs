//! Ties, activities, carriers, listings, counts and wishes of a reading as facts.

use std::ops::Range;

use model::{
    Act, ActKind, ActivityKind, CountUnit, Edge, Fact, PartialDate, PartyId, Period, StatedCount, Subject, TieClass,
    TieId,
};

use super::parties::Identity;
use super::words::{ClaimWords, words};
use super::{About, Draft, Skipped, SkippedWhy};
use crate::document::Document;
use crate::engine::ByParty;
use crate::reading::{Activity, ActivityType, Carrier, Count, Listing, PartyType, Reading, Speaker, Status, Tie, Wish};

/// The facts of a reading in the order of the text, and what became none.
pub(super) fn drafts(
    reading: &Reading,
    document: &Document,
    about: &About<'_>,
    ids: &[Identity],
) -> (Vec<Draft>, Vec<Skipped>) {
    let mut maker = Maker {
        reading,
        document,
        about,
        ids,
        words: words(&reading.language),
        ties: ByParty::new(reading.ties.iter().map(|tie| tie.parties.as_slice())),
        drafts: Vec::new(),
        skipped: Vec::new(),
    };
    reading.ties.iter().for_each(|tie| maker.tie(tie));
    reading.activities.iter().for_each(|done| maker.activity(done));
    reading.carriers.iter().for_each(|carrier| maker.carrier(carrier));
    reading.listings.iter().for_each(|listing| maker.listing(listing));
    reading.counts.iter().for_each(|count| maker.count(count));
    reading.wishes.iter().for_each(|wish| maker.wish(wish));
    let Maker { mut drafts, mut skipped, .. } = maker;
    // Stable: what rests on the same words keeps the order above.
    drafts.sort_by_key(|draft| (draft.evidence.start, draft.evidence.end));
    skipped.sort_by_key(|skipped| (skipped.evidence.start, skipped.evidence.end));
    (drafts, skipped)
}

struct Maker<'a> {
    reading: &'a Reading,
    document: &'a Document,
    about: &'a About<'a>,
    ids: &'a [Identity],
    words: &'static ClaimWords,
    /// The ties by their sides.
    ties: ByParty,
    drafts: Vec<Draft>,
    skipped: Vec<Skipped>,
}

/// What the claims of one item share.
struct Item<'a> {
    evidence: &'a Range<usize>,
    speaker: Option<&'a Speaker>,
    uses: Vec<usize>,
}

impl<'a> Maker<'a> {
    fn kind(&self, party: usize) -> PartyType {
        self.reading.parties[party].kind
    }

    fn id(&self, party: usize) -> &'a PartyId {
        &self.ids[party].id
    }

    /// The words at a place of the text, on one line.
    fn text(&self, range: &Range<usize>) -> String {
        let words = self.document.text.get(range.clone()).unwrap_or_default().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    fn push(&mut self, item: &Item<'_>, subject: Subject, fact: Fact, held: Period, note: &str) {
        let office = |speaker: &Speaker| model::Speaker { office: speaker.office.clone() };
        self.drafts.push(Draft {
            evidence: item.evidence.clone(),
            subject,
            fact,
            held,
            speaker: item.speaker.map(office),
            note: note.to_owned(),
            uses: item.uses.clone(),
        });
    }

    fn skip(&mut self, evidence: &Range<usize>, why: SkippedWhy) {
        self.skipped.push(Skipped { evidence: evidence.clone(), why });
    }

    /// The tie between the parties of a reading; why there is none.
    fn between(&self, parties: &[usize]) -> Result<TieId, SkippedWhy> {
        if parties.iter().any(|party| self.kind(*party) == PartyType::Country) {
            return Err(SkippedWhy::Country);
        }
        TieId::between(parties.iter().map(|party| self.id(*party).clone())).map_err(|_| SkippedWhy::OneParty)
    }

    fn tie(&mut self, tie: &Tie) {
        let id = match self.between(&tie.parties) {
            Ok(id) => id,
            Err(why) => return self.skip(&tie.evidence, why),
        };
        let item = Item { evidence: &tie.evidence, speaker: tie.speaker.as_ref(), uses: tie.parties.to_vec() };
        let subject = Subject::Tie(id);
        let word = self.text(&tie.word);
        let class = if tie.status == Status::Proposed { TieClass::Intent } else { tie.class };
        self.push(&item, subject.clone(), Fact::TieStands { class, word }, held_of(tie), "");
        // What the state rests on may stand in another sentence than the tie.
        let state = Item { evidence: &tie.status_evidence, speaker: tie.speaker.as_ref(), uses: tie.parties.to_vec() };
        match tie.status {
            Status::Proposed => {
                if let Some(date) = tie.since.filter(|date| self.is_past(date)) {
                    self.push(&item, subject, act(ActKind::Intent), Period::on(date), "");
                }
            }
            Status::Suspended => self.undated(&state, tie, subject, ActivityType::Suspension, ActKind::Suspended),
            Status::Ended => self.undated(&state, tie, subject, ActivityType::Termination, ActKind::Ended),
            Status::Revived => self.undated(&state, tie, subject, ActivityType::Revival, ActKind::Resumed),
            Status::Dormant => {
                let until = self.about.said_on.map_or(Edge::Unknown, Edge::At);
                let held = Period::span(Edge::Unknown, until).unwrap_or(Period::UNKNOWN);
                self.push(&state, subject, Fact::NoContact, held, "");
            }
            Status::Active | Status::Unspecified => {}
        }
    }

    /// The act that a tie's state shows, where no activity of the text tells it.
    fn undated(&mut self, item: &Item<'_>, tie: &Tie, subject: Subject, told: ActivityType, kind: ActKind) {
        let is_told = self.reading.activities.iter().any(|done| {
            done.kind == told && !done.announced && tie.parties.iter().all(|party| done.participants.contains(party))
        });
        if !is_told {
            self.push(item, subject, act(kind), Period::UNKNOWN, "the text does not say who decided it, or when");
        }
    }

    /// Whether a date can have passed when the document was published.
    fn is_past(&self, date: &PartialDate) -> bool {
        self.about.said_on.is_none_or(|said| date.earliest() <= said.latest())
    }

    fn activity(&mut self, done: &Activity) {
        let subjects = self.subjects(done);
        if subjects.is_empty() {
            return self.skip(&done.evidence, SkippedWhy::NoPartner);
        }
        let Some(what) = self.what(done) else { return self.skip(&done.evidence, SkippedWhy::Announced) };
        let held = period(done.date, done.end);
        let held = if matches!(what, What::Act(ActKind::Intent)) { self.said() } else { held };
        for (subject, uses) in subjects {
            let fact = match what {
                What::Act(kind) => self.act(done, kind, &subject),
                What::Activity(kind) => self.done(done, kind, &subject, &uses),
            };
            let note = self.note(done);
            let item = Item { evidence: &done.evidence, speaker: done.speaker.as_ref(), uses };
            self.push(&item, subject, fact, held, &note);
        }
    }

    /// The ties that an activity belongs to, each with the parties of the reading that it names.
    ///
    /// Those the document states between its participants; else the one of all of them; else, where only countries are named,
    /// their relation.
    fn subjects(&self, done: &Activity) -> Vec<(Subject, Vec<usize>)> {
        let sides: Vec<usize> =
            done.participants.iter().copied().filter(|party| self.kind(*party) != PartyType::Country).collect();
        let mut found: Vec<(Subject, Vec<usize>)> = Vec::new();
        for tie in self.ties.with_two(&sides).into_iter().map(|tie| &self.reading.ties[tie]) {
            if let (true, Ok(id)) = (tie.parties.iter().all(|party| sides.contains(party)), self.between(&tie.parties))
            {
                let subject = Subject::Tie(id);
                if found.iter().all(|(other, _)| *other != subject) {
                    found.push((subject, tie.parties.to_vec()));
                }
            }
        }
        if found.is_empty() {
            if let Ok(id) = self.between(&sides) {
                found.push((Subject::Tie(id), sides));
            } else if let (true, Ok(id)) = (sides.is_empty(), self.countries_between(&done.participants)) {
                found.push((Subject::Relation(id), done.participants.clone()));
            }
        }
        found
    }

    fn countries_between(&self, parties: &[usize]) -> Result<TieId, model::Error> {
        TieId::between(parties.iter().map(|party| self.id(*party).clone()))
    }

    fn what(&self, done: &Activity) -> Option<What> {
        let act = match done.kind {
            ActivityType::AgreementSigned if done.announced => ActKind::Intent,
            ActivityType::AgreementSigned if self.words.says_renewed(&self.text(&done.evidence)) => ActKind::Renewed,
            ActivityType::AgreementSigned => ActKind::Signed,
            ActivityType::Suspension => ActKind::Suspended,
            ActivityType::Termination => ActKind::Ended,
            ActivityType::Revival => ActKind::Resumed,
            other => return Some(What::Activity(activity_kind(other, done.vague))),
        };
        if done.vague {
            return Some(What::Activity(ActivityKind::Vague));
        }
        (!done.announced || act == ActKind::Intent).then_some(What::Act(act))
    }

    fn act(&self, done: &Activity, kind: ActKind, subject: &Subject) -> Fact {
        Fact::Act(Act {
            // A signature takes both sides, whoever traveled for it.
            party: self.side(done, subject).filter(|_| !matches!(kind, ActKind::Signed | ActKind::Renewed)),
            kind,
            instrument: None,
            condition: done.condition.as_ref().map(|range| self.text(range)),
            reason: done.reason,
        })
    }

    /// The side of the subject that traveled, sent or decided.
    fn side(&self, done: &Activity, subject: &Subject) -> Option<PartyId> {
        let Subject::Tie(tie) = subject else { return None };
        done.from.map(|party| self.id(party)).filter(|id| tie.has(id)).cloned()
    }

    fn done(&self, done: &Activity, kind: ActivityKind, subject: &Subject, sides: &[usize]) -> Fact {
        let name = |party: &usize| self.reading.parties[*party].name.clone();
        let others = done.participants.iter().filter(|party| !sides.contains(party));
        Fact::Activity(model::Activity {
            kind,
            from: self.side(done, subject),
            participants: others.map(name).collect(),
            topics: done.topics.clone(),
            size: done.size,
            light: done.announced || matches!(kind, ActivityKind::Greeting | ActivityKind::Vague),
            summary: self.summary(done, kind, sides),
        })
    }

    /// What happened, in our own words, so that no person's name is in it and two documents say the same of one event.
    fn summary(&self, done: &Activity, kind: ActivityKind, sides: &[usize]) -> String {
        let name = |party: usize| self.reading.parties[party].name.as_str();
        let mut sorted = sides.to_vec();
        sorted.sort_by_key(|party| self.id(*party));
        let all = listed(&sorted.iter().map(|party| name(*party)).collect::<Vec<_>>());
        let hosts: Vec<&str> =
            sorted.iter().filter(|party| Some(**party) != done.from).map(|party| name(*party)).collect();
        let from = done.from.filter(|from| sides.contains(from) && !hosts.is_empty()).map(name);
        let sentence = match (kind, from) {
            (ActivityKind::Visit, Some(from)) => format!("A delegation from {from} visited {}", listed(&hosts)),
            (ActivityKind::Visit, None) => format!("A delegation visit between {all}"),
            (ActivityKind::Exchange, Some(from)) => format!("An exchange from {from} to {}", listed(&hosts)),
            (ActivityKind::Exchange, None) => format!("An exchange between {all}"),
            (ActivityKind::Forum, _) => format!("A forum of {all}"),
            (ActivityKind::Project, _) => format!("Joint work of {all}"),
            (ActivityKind::Meeting | ActivityKind::Online, _) => format!("A dialogue between {all}"),
            (ActivityKind::Cultural, _) => format!("A cultural event of {all}"),
            (ActivityKind::Aid, Some(from)) => format!("Aid from {from} to {}", listed(&hosts)),
            (ActivityKind::Aid, None) => format!("Aid between {all}"),
            (ActivityKind::Letter | ActivityKind::Greeting, _) => format!("A jubilee of {all}"),
            (ActivityKind::Vague, _) => format!("Something done by {all}; the text does not say what"),
        };
        if done.announced { format!("Announced: {}.", lower_first(&sentence)) } else { format!("{sentence}.") }
    }

    fn note(&self, done: &Activity) -> String {
        if !done.announced {
            return String::new();
        }
        match (done.kind, done.date) {
            (ActivityType::AgreementSigned, Some(date)) => format!("a signature is announced for {date}"),
            (ActivityType::AgreementSigned, None) => "a signature is announced".to_owned(),
            _ => "announced, not reported to have taken place".to_owned(),
        }
    }

    /// The day the document speaks.
    fn said(&self) -> Period {
        self.about.said_on.map_or(Period::UNKNOWN, Period::on)
    }

    fn carrier(&mut self, carrier: &Carrier) {
        let Some(party) = carrier.party else { return self.skip(&carrier.evidence, SkippedWhy::NoPartner) };
        if self.kind(party) == PartyType::Country {
            return self.skip(&carrier.evidence, SkippedWhy::Country);
        }
        let partner = carrier.partner.or_else(|| self.only_partner(party));
        let parties: Vec<usize> = std::iter::once(party).chain(partner).collect();
        let subject = self.between(&parties).map_or_else(|_| Subject::Party(self.id(party).clone()), Subject::Tie);
        let fact = Fact::Carrier(model::Carrier {
            party: self.id(party).clone(),
            name: self.text(&carrier.name),
            event: carrier.event,
        });
        let held = carrier.date.map_or(Period::UNKNOWN, Period::on);
        self.push(&Item { evidence: &carrier.evidence, speaker: None, uses: parties }, subject, fact, held, "");
    }

    /// The other side of a party's tie, when the document states one tie of it.
    fn only_partner(&self, party: usize) -> Option<usize> {
        let mut partners = self.reading.ties.iter().filter_map(|tie| match tie.parties {
            [a, b] if a == party => Some(b),
            [a, b] if b == party => Some(a),
            _ => None,
        });
        partners.next().filter(|_| partners.next().is_none())
    }

    fn listing(&mut self, listing: &Listing) {
        let id = match self.between(&listing.parties) {
            Ok(id) => id,
            Err(why) => return self.skip(&listing.evidence, why),
        };
        let registry = self.text(&listing.registry);
        let fact = Fact::Listing(model::Listing { registry, status: listing.status });
        let (item, held) =
            (Item { evidence: &listing.evidence, speaker: None, uses: listing.parties.to_vec() }, self.said());
        self.push(&item, Subject::Tie(id), fact, held, "");
    }

    fn count(&mut self, count: &Count) {
        let Some((subject, uses, note)) = self.counted(&count.about) else {
            return self.skip(&count.evidence, SkippedWhy::NoPartner);
        };
        let unit = self.text(&count.unit);
        let what = if self.words.counts_pairs(&unit) { CountUnit::Pairs } else { CountUnit::Other };
        let (number, bound) = (count.number, count.bound);
        let fact = Fact::StatedCount(StatedCount { number, bound, unit, what, definition: None, irreproducible: None });
        let item = Item { evidence: &count.evidence, speaker: count.speaker.as_ref(), uses };
        let held = self.said();
        self.push(&item, subject, fact, held, note);
    }

    /// What a count speaks of: the ties of two countries, or those of one party.
    fn counted(&self, about: &[usize]) -> Option<(Subject, Vec<usize>, &'static str)> {
        let countries = self.countries(about.iter().copied());
        if countries.len() >= 2 {
            return Some((Subject::Relation(TieId::between(countries).ok()?), Vec::new(), ""));
        }
        match about.iter().copied().find(|party| self.kind(*party) != PartyType::Country).or(about.first().copied()) {
            Some(party) => Some((Subject::Party(self.id(party).clone()), vec![party], "")),
            None => self.whole().map(|subject| (subject, Vec::new(), NOT_NAMED)),
        }
    }

    /// The countries that parties are, or lie in.
    fn countries(&self, parties: impl Iterator<Item = usize>) -> Vec<PartyId> {
        let code = |party: usize| self.reading.parties[party].country.and_then(super::ids::of_country);
        let mut countries: Vec<PartyId> = parties.filter_map(code).collect();
        countries.sort();
        countries.dedup();
        countries
    }

    /// The relation that the document as a whole speaks of: that of the two countries of its ties, if there are just two.
    fn whole(&self) -> Option<Subject> {
        let countries = self.countries(self.reading.ties.iter().flat_map(|tie| tie.parties));
        (countries.len() == 2).then(|| TieId::between(countries).ok().map(Subject::Relation)).flatten()
    }

    fn wish(&mut self, wish: &Wish) {
        let Some((subject, uses, note)) = self.wished(&wish.about) else {
            return self.skip(&wish.evidence, SkippedWhy::NoPartner);
        };
        let fact = Fact::Wish(without_attribution(&self.text(&wish.evidence)));
        let item = Item { evidence: &wish.evidence, speaker: wish.speaker.as_ref(), uses };
        self.push(&item, subject, fact, Period::UNKNOWN, note);
    }

    /// Whether a party is a side of a tie or an activity of the document.
    fn takes_part(&self, party: usize) -> bool {
        self.reading.ties.iter().any(|tie| tie.parties.contains(&party))
            || self.reading.activities.iter().any(|done| done.participants.contains(&party))
    }

    /// What a wish is about: a tie it names, the countries it names, one party, or what the document is about.
    fn wished(&self, about: &[usize]) -> Option<(Subject, Vec<usize>, &'static str)> {
        // A capital letter makes many a word look like a name; a tie or an activity shows that it is a party.
        let sides: Vec<usize> = about.iter().copied().filter(|party| self.takes_part(*party)).collect();
        if let (2, Ok(id)) = (sides.len(), self.between(&sides)) {
            return Some((Subject::Tie(id), sides, ""));
        }
        let named =
            about.iter().copied().filter(|party| sides.contains(party) || self.kind(*party) == PartyType::Country);
        let countries = self.countries(named);
        if let (true, Ok(id)) = (countries.len() >= 2, TieId::between(countries)) {
            return Some((Subject::Relation(id), Vec::new(), ""));
        }
        match (self.whole(), about) {
            (Some(subject), _) => Some((subject, Vec::new(), NOT_NAMED)),
            (None, [one, ..]) => Some((Subject::Party(self.id(*one).clone()), vec![*one], "")),
            (None, []) => None,
        }
    }
}

/// What is said of a claim whose sides are those of the whole document.
const NOT_NAMED: &str = "the sentence names no sides; they are those of the document's ties";

#[derive(Debug, Clone, Copy)]
enum What {
    Act(ActKind),
    Activity(ActivityKind),
}

const fn activity_kind(kind: ActivityType, vague: bool) -> ActivityKind {
    if vague {
        return ActivityKind::Vague;
    }
    match kind {
        ActivityType::DelegationVisit => ActivityKind::Visit,
        ActivityType::Forum => ActivityKind::Forum,
        ActivityType::Exchange => ActivityKind::Exchange,
        ActivityType::Project => ActivityKind::Project,
        ActivityType::Dialogue => ActivityKind::Meeting,
        ActivityType::Anniversary => ActivityKind::Greeting,
        ActivityType::CulturalEvent => ActivityKind::Cultural,
        ActivityType::Aid => ActivityKind::Aid,
        ActivityType::AgreementSigned
        | ActivityType::Suspension
        | ActivityType::Termination
        | ActivityType::Revival => ActivityKind::Vague,
    }
}

const fn act(kind: ActKind) -> Fact {
    Fact::Act(Act { party: None, kind, instrument: None, condition: None, reason: None })
}

/// A wish without the mark that opens its quotation, or what follows the one that closes it: who said it stands in the speaker.
fn without_attribution(text: &str) -> String {
    const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];
    let text = text.trim_start_matches(MARKS);
    // Marks in pairs are within the wish; one more than that closes it.
    let is_closed = text.matches(MARKS).count() % 2 == 1;
    let said = text.rfind(MARKS).filter(|_| is_closed).map_or(text, |at| &text[..at]);
    let said = if said.trim().is_empty() { text } else { said };
    said.trim_end_matches([',', ' ']).to_owned()
}

/// When a tie stood: from its beginning on, or to an end that nobody dates.
fn held_of(tie: &Tie) -> Period {
    let is_over = matches!(tie.status, Status::Ended);
    match tie.since {
        Some(_) if tie.status == Status::Proposed => Period::UNKNOWN,
        Some(since) if is_over => Period::span(Edge::At(since), Edge::Unknown).unwrap_or(Period::UNKNOWN),
        Some(since) => Period::since(since),
        None => Period::UNKNOWN,
    }
}

/// A day, or a span of days; one that runs backward is its first day.
fn period(start: Option<PartialDate>, end: Option<PartialDate>) -> Period {
    match (start, end) {
        (Some(start), Some(end)) if start != end => {
            Period::span(Edge::At(start), Edge::At(end)).unwrap_or_else(|_| Period::on(start))
        }
        (Some(start), _) => Period::on(start),
        (None, Some(end)) => Period::span(Edge::Unknown, Edge::At(end)).unwrap_or(Period::UNKNOWN),
        (None, None) => Period::UNKNOWN,
    }
}

/// `A`, `A and B`, `A, B and C`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => "its sides".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_cut_to_what_was_said() {
        for (text, expected) in [
            ("\"We hope for visits,\" the mayor said.", "We hope for visits"),
            ("We hope for visits,” she said", "We hope for visits"),
            ("The town hopes for visits.", "The town hopes for visits."),
            ("\"It could be a \"net\" for all.", "It could be a \"net\" for all."),
            ("„", ""),
        ] {
            assert_eq!(without_attribution(text), expected, "{text}");
        }
    }

    #[test]
    fn a_span_that_runs_backward_is_its_first_day() {
        let date = |text: &str| text.parse::<PartialDate>().ok();
        assert_eq!(period(date("2020-05"), date("2020-04")).to_string(), "2020-05");
        assert_eq!(period(date("2020-04"), date("2020-05")).to_string(), "2020-04/2020-05");
        assert_eq!(period(None, None), Period::UNKNOWN);
    }
}
