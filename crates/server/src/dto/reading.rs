//! A reading as pages show it: what was understood, in the order of the text, and what the names in it were taken for.

use std::ops::Range;

use gazetteer::{Gazetteer, PlaceIdx};
use model::PartyId;
use reader::claims::{Because, Known, Meaning, Proposals, SkippedWhy, meanings, place_of};
use reader::{
    Activity, ActivityType, Carrier, Count, LeftOutReason, Listing, Party, PartyType, Reading, Speaker, Status, Tie,
    Unresolved, Wish,
};

use super::words::place_url;
use crate::messages::Messages;

/// So many other meanings of a name are shown.
const MOST_OTHERS: usize = 6;

/// Something that was understood, or left out.
#[derive(Debug, Clone)]
pub(crate) struct ItemDto {
    /// What kind of thing: `tie`, `done`, `act`, `carrier`, `listing`, `count`, `wish` or `left-out`.
    pub(crate) kind: &'static str,
    /// The words it rests on.
    pub(crate) range: Range<usize>,
    /// What it says, in short.
    pub(crate) text: String,
    /// More of it: state, date, topics.
    pub(crate) details: Vec<String>,
    /// Whose words they are.
    pub(crate) speaker: Option<String>,
}

/// What a name was taken for.
#[derive(Debug, Clone)]
pub(crate) struct NamedDto {
    /// The name as in the text.
    pub(crate) name: String,
    /// The id of the party.
    pub(crate) id: PartyId,
    /// Its page, where the register has it.
    pub(crate) url: Option<String>,
    /// What it was taken for, or why it was not.
    pub(crate) meant: String,
    /// Why that.
    pub(crate) because: Option<String>,
    /// What else it may mean: the place, and what speaks for it.
    pub(crate) others: Vec<(String, Option<String>)>,
    /// How many more.
    pub(crate) n_more: usize,
}

/// A reading with what it is shown with.
#[derive(Clone, Copy)]
pub(crate) struct ReadWith<'a> {
    pub(crate) text: &'a str,
    pub(crate) reading: &'a Reading,
    pub(crate) proposals: &'a Proposals,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) known: &'a dyn Known,
}

/// What was understood and left out, in the order of the text.
pub(crate) fn items(with: ReadWith<'_>) -> Vec<ItemDto> {
    let said = Said { with, messages: Messages::current() };
    let reading = with.reading;
    let left_out = reading.left_out.iter().map(|left| said.left_out(&left.evidence, left_out_key(left.reason)));
    let skipped =
        with.proposals.skipped.iter().map(|skipped| said.left_out(&skipped.evidence, skipped_key(skipped.why)));
    let mut items: Vec<ItemDto> = (reading.ties.iter().map(|tie| said.tie(tie)))
        .chain(reading.activities.iter().map(|done| said.activity(done)))
        .chain(reading.carriers.iter().map(|carrier| said.carrier(carrier)))
        .chain(reading.listings.iter().map(|listing| said.listing(listing)))
        .chain(reading.counts.iter().map(|count| said.count(count)))
        .chain(reading.wishes.iter().map(|wish| said.wish(wish)))
        .chain(left_out)
        .chain(skipped)
        .collect();
    items.sort_by_key(|item| (item.range.start, item.range.end));
    items
}

/// What the names were taken for: of the parties that something was said of, in the order of the text.
pub(crate) fn names(with: ReadWith<'_>) -> Vec<NamedDto> {
    let reading = with.reading;
    let mut used: Vec<usize> = reading.ties.iter().flat_map(|tie| tie.parties).collect();
    used.extend(reading.activities.iter().flat_map(|done| done.participants.iter().copied().chain(done.from)));
    used.extend(reading.carriers.iter().flat_map(|carrier| carrier.party.into_iter().chain(carrier.partner)));
    used.extend(reading.listings.iter().flat_map(|listing| listing.parties));
    used.extend(reading.counts.iter().flat_map(|count| count.about.iter().copied()));
    used.extend(reading.wishes.iter().flat_map(|wish| wished(reading, wish)));
    used.sort_unstable();
    used.dedup();
    used.into_iter().map(|party| name(with, party)).collect()
}

/// What one name was taken for.
pub(crate) fn name(with: ReadWith<'_>, idx: usize) -> NamedDto {
    let messages = Messages::current();
    let (party, id) = (&with.reading.parties[idx], &with.proposals.parties[idx]);
    let is_known = with.known.has(id);
    let place = place_of(party, with.gazetteer);
    let all = meanings(party);
    let because =
        |place: PlaceIdx| all.iter().find(|meaning| meaning.place == place).map(|one| why(with.gazetteer, one));
    let meant = match (with.known.unresolved(id), party.unresolved, place) {
        (Some(why), ..) => messages.with("desk-unresolved", &[("why", why.into())]),
        (None, Some(Unresolved::System), _) => messages.text("desk-unresolved-system"),
        (None, _, Some(place)) => within(with.gazetteer, place),
        (None, _, None) if is_known => messages.text("desk-known-by-name"),
        (None, _, None) => messages.text(unlisted_key(party.kind)),
    };
    let chosen = place.filter(|_| party.unresolved != Some(Unresolved::System));
    let others = all.iter().filter(|meaning| Some(meaning.place) != chosen);
    let mut others: Vec<(String, Option<String>)> =
        others.map(|meaning| (within(with.gazetteer, meaning.place), some(why(with.gazetteer, meaning)))).collect();
    let n_more = others.len().saturating_sub(MOST_OTHERS);
    others.truncate(MOST_OTHERS);
    NamedDto {
        name: party.name.clone(),
        id: id.clone(),
        url: is_known.then(|| place_url(id)),
        meant,
        because: chosen.and_then(because).and_then(some),
        others,
        n_more,
    }
}

/// `Albany, New York, US`.
pub(crate) fn within(gazetteer: &Gazetteer, idx: PlaceIdx) -> String {
    let place = gazetteer.place(idx);
    let region = place.region.map(|region| gazetteer.place(region).name).filter(|name| *name != place.name);
    let country = Some(place.country).filter(|code| !code.is_empty() && place.code != Some(*code));
    [Some(place.name), region, country].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// What speaks for a meaning, the weightiest first.
fn why(gazetteer: &Gazetteer, meaning: &Meaning) -> String {
    let messages = Messages::current();
    let of = |key: &str, place: PlaceIdx| messages.with(key, &[("place", gazetteer.place(place).name.into())]);
    let said = |reason: &Because| match reason {
        Because::Stated(unit) => of("desk-because-stated", *unit),
        Because::UnitWord => messages.text("desk-because-unit-word"),
        Because::Beside(place) => of("desk-because-beside", *place),
        Because::InRegister => messages.text("desk-because-in-register"),
        Because::Capital => messages.text("desk-because-capital"),
        Because::Unit => messages.text("desk-because-unit"),
        Because::Population(people) => {
            messages.with("desk-because-population", &[("people", messages.number(u64::from(*people)).into())])
        }
    };
    let reasons =
        meaning.because.iter().filter(|reason| !matches!(reason, Because::Beside(place) if *place == meaning.place));
    let reasons: Vec<String> = reasons.take(2).map(said).collect();
    messages.words("", &reasons)
}

/// The parties of a wish: countries, and those that take part in something. What else begins with a capital letter in such a
/// sentence is seldom a party.
fn wished(reading: &Reading, wish: &Wish) -> Vec<usize> {
    let takes_part = |party: usize| {
        reading.ties.iter().any(|tie| tie.parties.contains(&party))
            || reading.activities.iter().any(|done| done.participants.contains(&party))
    };
    let is_country = |party: usize| reading.parties[party].kind == PartyType::Country;
    wish.about.iter().copied().filter(|party| is_country(*party) || takes_part(*party)).collect()
}

/// Sentences about a reading in one language.
struct Said<'a> {
    with: ReadWith<'a>,
    messages: &'static Messages,
}

impl Said<'_> {
    fn party(&self, party: usize) -> &Party {
        &self.with.reading.parties[party]
    }

    fn names(&self, parties: &[usize], separator: &str) -> String {
        parties.iter().map(|party| self.party(*party).name.as_str()).collect::<Vec<_>>().join(separator)
    }

    fn words(&self, range: &Range<usize>) -> String {
        let words = self.with.text.get(range.clone()).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn item(&self, kind: &'static str, range: &Range<usize>, text: String, speaker: Option<&Speaker>) -> ItemDto {
        let speaker = speaker.map(|speaker| speaker.office.clone());
        ItemDto { kind, range: range.clone(), text, details: Vec::new(), speaker }
    }

    fn tie(&self, tie: &Tie) -> ItemDto {
        let messages = self.messages;
        let mut item = self.item("tie", &tie.evidence, self.names(&tie.parties, " – "), tie.speaker.as_ref());
        item.details.push(messages.word("class", tie.class.word()));
        let word = self.words(&tie.word);
        if !word.is_empty() {
            item.details.push(messages.with("desk-word", &[("word", word.into())]));
        }
        item.details.extend(status_key(tie.status).map(|key| messages.text(key)));
        item.details.extend(tie.since.as_ref().map(|since| messages.since(since)));
        item
    }

    fn activity(&self, done: &Activity) -> ItemDto {
        let messages = self.messages;
        let others: Vec<usize> = done.participants.iter().copied().filter(|party| Some(*party) != done.from).collect();
        let between = match done.from {
            Some(from) if others.is_empty() => self.party(from).name.clone(),
            Some(from) => format!("{} → {}", self.party(from).name, self.names(&others, ", ")),
            None => self.names(&done.participants, " – "),
        };
        let is_act = matches!(
            done.kind,
            ActivityType::Suspension
                | ActivityType::Termination
                | ActivityType::Revival
                | ActivityType::AgreementSigned
        );
        let what = messages.text(if done.vague { "desk-done-vague" } else { done_key(done.kind) });
        let text = if between.is_empty() { what } else { format!("{between}: {what}") };
        let mut item = self.item(if is_act { "act" } else { "done" }, &done.evidence, text, done.speaker.as_ref());
        if done.announced {
            item.details.push(messages.text("desk-announced"));
        }
        item.details.push(match (&done.date, &done.end) {
            (Some(date), Some(end)) if date != end => {
                let args = [("start", messages.date(date).into()), ("end", messages.date(end).into())];
                messages.with("period-span", &args)
            }
            (Some(date), _) => messages.date(date),
            (None, _) => messages.text("desk-undated"),
        });
        if !done.topics.is_empty() {
            item.details.push(messages.words("topic", &done.topics));
        }
        item.details.extend(done.size.map(|size| messages.with("desk-size", &[("n", size.into())])));
        item.details.extend(done.reason.map(|reason| messages.word("reason-code", reason.word())));
        let condition = |range| messages.with("desk-condition", &[("words", self.words(range).into())]);
        item.details.extend(done.condition.as_ref().map(condition));
        item
    }

    fn carrier(&self, carrier: &Carrier) -> ItemDto {
        let parties: Vec<usize> = carrier.party.into_iter().chain(carrier.partner).collect();
        let mut item = self.item("carrier", &carrier.evidence, self.words(&carrier.name), None);
        item.details.push(self.messages.word("carrier-event", carrier.event.word()));
        item.details.extend(carrier.date.as_ref().map(|date| self.messages.date(date)));
        if !parties.is_empty() {
            item.details.push(self.names(&parties, " – "));
        }
        item
    }

    fn listing(&self, listing: &Listing) -> ItemDto {
        let text = format!("{}: {}", self.words(&listing.registry), self.names(&listing.parties, " – "));
        let mut item = self.item("listing", &listing.evidence, text, None);
        item.details.push(self.messages.word("listing", listing.status.word()));
        item
    }

    fn count(&self, count: &Count) -> ItemDto {
        let number = self.messages.number(u64::from(count.number));
        let text = format!("{number} {}", self.words(&count.unit));
        let mut item = self.item("count", &count.evidence, text, count.speaker.as_ref());
        if count.bound != model::Bound::Exactly {
            item.details.push(self.messages.word("bound", count.bound.word()));
        }
        item
    }

    fn wish(&self, wish: &Wish) -> ItemDto {
        let named = self.names(&wished(self.with.reading, wish), " – ");
        let text = if named.is_empty() { self.messages.text("desk-wish-nobody") } else { named };
        self.item("wish", &wish.evidence, text, wish.speaker.as_ref())
    }

    fn left_out(&self, range: &Range<usize>, key: &str) -> ItemDto {
        self.item("left-out", range, self.messages.text(key), None)
    }
}

const fn unlisted_key(kind: PartyType) -> &'static str {
    match kind {
        PartyType::City => "desk-unlisted-city",
        PartyType::Region => "desk-unlisted-region",
        PartyType::Country => "desk-unlisted-country",
        PartyType::Institution => "desk-unlisted-institution",
    }
}

const fn status_key(status: Status) -> Option<&'static str> {
    Some(match status {
        Status::Active => "desk-status-active",
        Status::Proposed => "desk-status-proposed",
        Status::Suspended => "desk-status-suspended",
        Status::Ended => "desk-status-ended",
        Status::Dormant => "desk-status-dormant",
        Status::Revived => "desk-status-revived",
        Status::Unspecified => return None,
    })
}

const fn done_key(kind: ActivityType) -> &'static str {
    match kind {
        ActivityType::DelegationVisit => "desk-done-visit",
        ActivityType::AgreementSigned => "desk-done-signed",
        ActivityType::Forum => "desk-done-forum",
        ActivityType::Exchange => "desk-done-exchange",
        ActivityType::Project => "desk-done-project",
        ActivityType::Dialogue => "desk-done-dialogue",
        ActivityType::Anniversary => "desk-done-anniversary",
        ActivityType::CulturalEvent => "desk-done-cultural",
        ActivityType::Suspension => "desk-done-suspended",
        ActivityType::Termination => "desk-done-ended",
        ActivityType::Revival => "desk-done-revived",
        ActivityType::Aid => "desk-done-aid",
    }
}

const fn left_out_key(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Praise => "desk-left-praise",
        LeftOutReason::Hope => "desk-left-hope",
        LeftOutReason::Vague => "desk-left-vague",
        LeftOutReason::NoPartner => "desk-left-no-partner",
        LeftOutReason::Denied => "desk-left-denied",
        LeftOutReason::OneCountry => "desk-left-one-country",
        LeftOutReason::OtherSense => "desk-left-other-sense",
        LeftOutReason::TooMuch => "desk-left-too-much",
    }
}

const fn skipped_key(why: SkippedWhy) -> &'static str {
    match why {
        SkippedWhy::Country => "desk-skipped-country",
        SkippedWhy::OneParty => "desk-skipped-one-party",
        SkippedWhy::NoPartner => "desk-skipped-no-partner",
        SkippedWhy::Announced => "desk-skipped-announced",
    }
}
