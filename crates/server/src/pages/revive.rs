//! Which ties to revive first: ranked by readiness, not by deadness. For each, what speaks for it, what against, what is not
//! known, and the next step. The thresholds of pulse are controls; what changes class when they move is listed.
//!
//! Nothing here is a score: readiness is one of four words, and what it rests on are the reasons of the axes with their claims.

use askama::Template;
use axum::extract::Extension;
use jiff::civil::Date;
use register::{AsOf, CarrierHealth, House, PartyKey, Pulse, Standing, TieKey, TieState, View};
use serde::Deserialize;

use super::evidence::{Evidence, evidence};
use super::frame::Frame;
use super::home::Select;
use super::{Answer, filters, home, render};
use crate::api::{Now, aside};
use crate::dto::{self, ReasonDto, TieDto, ValueDto};
use crate::fault::Fault;
use crate::filter::Filter;
use crate::messages::Messages;
use crate::query::{Asked, TieQuery, as_of};
use crate::shared::Snapshot;
use crate::views::Listed;

/// Ties weighed at most, those first that look readier at a glance.
const MOST_WEIGHED: usize = 400;
/// Ties shown under one word at most.
const MOST_SHOWN: usize = 25;
/// Changes listed at most.
const MOST_CHANGES: usize = 100;
/// The greatest threshold: a century.
const MOST_MONTHS: u32 = 1_200;
/// An anniversary within so many months is a reason to write.
const ANNIVERSARY_MONTHS: i32 = 18;

/// What the page can be asked.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ReviveQuery {
    quiet: String,
    dormant: String,
    sources: String,
    country: String,
    region: String,
    true_on: String,
    known_on: String,
}

/// How ready a tie is, the readiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Readiness {
    /// In force, somebody at work, nothing against it: write.
    Ready,
    /// Nothing against it, and too little known: ask.
    Ask,
    /// Something stands against it that can be mended.
    Mend,
    /// A side ended it, or a rule forbids it: let it rest.
    Rest,
}

impl Readiness {
    const ALL: [Self; 4] = [Self::Ready, Self::Ask, Self::Mend, Self::Rest];

    const fn word(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Ask => "ask",
            Self::Mend => "mend",
            Self::Rest => "rest",
        }
    }
}

/// A reason and the side it is of.
struct Why {
    side: String,
    reason: ReasonDto,
}

/// A tie that was weighed.
struct Candidate {
    readiness: Readiness,
    tie: TieDto,
    supports: Vec<Why>,
    against: Vec<Why>,
    unknown: Vec<Why>,
    sentence: String,
}

impl Candidate {
    /// Its reasons, each list with the key of its heading; the empty ones left out.
    fn lists(&self) -> Vec<(&'static str, &[Why])> {
        let all = [
            ("revive-for", &self.supports[..]),
            ("revive-against", &self.against[..]),
            ("revive-unknown", &self.unknown[..]),
        ];
        all.into_iter().filter(|(_, list)| !list.is_empty()).collect()
    }

    fn evidence(&self, names: &[String]) -> Vec<Evidence<'_>> {
        evidence(&self.tie.basis, names)
    }
}

/// The ties of one word of readiness.
struct Group {
    word: &'static str,
    title: String,
    lede: String,
    n_all: usize,
    shown: Vec<Candidate>,
}

/// A tie whose pulse the thresholds change.
struct Change {
    title: String,
    url: String,
    from: (&'static str, String),
    to: (&'static str, String),
}

/// A threshold of the form.
struct Threshold {
    name: &'static str,
    label: String,
    value: u32,
    usual: u32,
}

#[derive(Template)]
#[template(path = "revive.html")]
struct RevivePage {
    frame: Frame,
    thresholds: Vec<Threshold>,
    selects: Vec<Select>,
    is_usual: bool,
    changes_sentence: String,
    changes: Vec<Change>,
    sentence: String,
    groups: Vec<Group>,
}

pub(super) async fn page(Extension(snapshot): Now, Asked(query): Asked<ReviveQuery>) -> Answer {
    let as_of = as_of(&query.true_on, &query.known_on, snapshot.today)?;
    let usual = snapshot.register.house().clone();
    let house = House {
        quiet_after_months: threshold(&query.quiet, usual.quiet_after_months)?,
        dormant_after_months: threshold(&query.dormant, usual.dormant_after_months)?,
        sources_for_silence: threshold(&query.sources, usual.sources_for_silence)?,
    };
    let (country, region) = (query.country, query.region);
    let filter = Filter::read(&TieQuery { country, region, ..TieQuery::default() })?;
    let listed = snapshot.view(as_of).await;
    aside(move || show(&snapshot, &listed, &filter, &house)).await?
}

/// Reads a threshold; empty means the one of the house.
fn threshold(text: &str, usual: u32) -> Result<u32, Fault> {
    if text.trim().is_empty() {
        return Ok(usual);
    }
    let read = text.trim().parse().ok().filter(|n| (1..=MOST_MONTHS).contains(n));
    read.ok_or_else(|| Fault::bad("problem-threshold").with("found", text))
}

fn show(snapshot: &Snapshot, listed: &Listed, filter: &Filter, house: &House) -> Answer {
    let as_of = listed.view.as_of;
    let register = &*snapshot.register;
    let messages = Messages::current();
    let narrowed = filter.narrow(snapshot, listed);
    let is_usual = house == register.house();
    let view = register.view_by(as_of, house);
    let changed: Vec<TieKey> =
        narrowed.ties.iter().copied().filter(|tie| listed.view.state(*tie).pulse != view.state(*tie).pulse).collect();
    let asleep: Vec<TieKey> =
        narrowed.ties.iter().copied().filter(|tie| view.state(*tie).pulse != Pulse::Alive).collect();
    let groups = groups(weighed(snapshot, &view, house, &asleep));
    let args = [
        ("all", narrowed.ties.len().into()),
        ("alive", (narrowed.ties.len() - asleep.len()).into()),
        ("weighed", asleep.len().min(MOST_WEIGHED).into()),
        ("asleep", asleep.len().into()),
    ];
    render(&RevivePage {
        frame: frame(snapshot, as_of, filter, house),
        thresholds: thresholds(house, register.house()),
        selects: home::place_selects(snapshot, &narrowed.tally, filter),
        is_usual,
        changes_sentence: messages.with("revive-changes", &[("n", changed.len().into())]),
        changes: changed.iter().take(MOST_CHANGES).map(|tie| change(snapshot, listed, &view, *tie)).collect(),
        sentence: messages.with("revive-sentence", &args),
        groups,
    })
}

fn frame(snapshot: &Snapshot, as_of: AsOf, filter: &Filter, house: &House) -> Frame {
    let messages = Messages::current();
    let title = messages.text("revive-title");
    let mut frame = Frame::new(snapshot, as_of, title, "/revive").under("revive", "/", "").here();
    frame.summary = messages.text("revive-lede");
    frame.keep = filter.params();
    let usual = snapshot.register.house();
    let number = |now: u32, usual: u32| if now == usual { String::new() } else { now.to_string() };
    frame.keep.extend([
        ("quiet", number(house.quiet_after_months, usual.quiet_after_months)),
        ("dormant", number(house.dormant_after_months, usual.dormant_after_months)),
        ("sources", number(house.sources_for_silence, usual.sources_for_silence)),
    ]);
    frame
}

fn thresholds(house: &House, usual: &House) -> Vec<Threshold> {
    let all = [
        ("quiet", house.quiet_after_months, usual.quiet_after_months),
        ("dormant", house.dormant_after_months, usual.dormant_after_months),
        ("sources", house.sources_for_silence, usual.sources_for_silence),
    ];
    let label = |name: &str| Messages::current().text(&format!("revive-threshold-{name}"));
    all.into_iter().map(|(name, value, usual)| Threshold { name, label: label(name), value, usual }).collect()
}

fn change(snapshot: &Snapshot, listed: &Listed, view: &View, tie: TieKey) -> Change {
    let id = snapshot.register.tie(tie).id();
    let word = |pulse: Pulse| (pulse.word(), Messages::current().word("pulse", pulse.word()));
    Change {
        title: Messages::current().tie_name(&snapshot.register, id),
        url: format!("/ties/{id}"),
        from: word(listed.view.state(tie).pulse),
        to: word(view.state(tie).pulse),
    }
}

/// Weighs ties, the readiest first.
fn weighed(snapshot: &Snapshot, view: &View, house: &House, ties: &[TieKey]) -> Vec<Candidate> {
    let register = &*snapshot.register;
    let mut ties = ties.to_vec();
    ties.sort_by_key(|tie| {
        let state = view.state(*tie);
        (glance(state), std::cmp::Reverse(register.last_contact(state).map(|date| date.latest())))
    });
    ties.truncate(MOST_WEIGHED);
    let mut all: Vec<Candidate> = ties
        .into_iter()
        .map(|tie| {
            let report = dto::tie_report(register, &register.report_by(tie, view.as_of, house));
            candidate(snapshot, view, tie, report)
        })
        .collect();
    all.sort_by_key(|one| {
        let last = one.tie.last_contact.clone();
        (one.readiness, std::cmp::Reverse(one.supports.len()), one.against.len(), std::cmp::Reverse(last))
    });
    all
}

/// Readiness from what a view knows, the rules on what is allowed left out.
fn glance(state: &TieState) -> Readiness {
    let any = |has: &dyn Fn(&register::SideState) -> bool| state.sides.iter().any(has);
    let is_gone = |side: &register::SideState| {
        matches!(side.carrier, CarrierHealth::Dissolved | CarrierHealth::ActivitySuspended)
    };
    if any(&|side| matches!(side.standing, Standing::Ended | Standing::Expired | Standing::Superseded)) {
        Readiness::Rest
    } else if any(&|side| matches!(side.standing, Standing::Suspended | Standing::Contested)) || any(&is_gone) {
        Readiness::Mend
    } else if state.standing == Standing::InForce && any(&|side| is_at_work(side.carrier)) {
        Readiness::Ready
    } else {
        Readiness::Ask
    }
}

const fn is_at_work(carrier: CarrierHealth) -> bool {
    matches!(carrier, CarrierHealth::Strong | CarrierHealth::Thin)
}

/// What the rules on what is allowed say.
pub(super) fn permission(tie: &TieDto) -> &ValueDto {
    &tie.permission
}

fn candidate(snapshot: &Snapshot, view: &View, key: TieKey, tie: TieDto) -> Candidate {
    let state = view.state(key);
    let (mut supports, mut against, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    let parties = snapshot.register.tie(key).parties();
    for ((side, party), report) in state.sides.iter().zip(parties).zip(&tie.sides) {
        let name = side_name(snapshot, *party);
        let why = |reason: &ReasonDto| Why { side: name.clone(), reason: reason.clone() };
        let standing = report.reasons.first().map(why);
        match side.standing {
            Standing::InForce => supports.extend(standing),
            Standing::Suspended | Standing::Contested | Standing::Ended | Standing::Expired | Standing::Superseded => {
                against.extend(standing);
            }
            _ => unknown.extend(standing),
        }
        let carrier = why(&report.carrier.reason);
        match side.carrier {
            CarrierHealth::Strong | CarrierHealth::Thin => supports.push(carrier),
            CarrierHealth::Dissolved | CarrierHealth::ActivitySuspended => against.push(carrier),
            CarrierHealth::NoneKnown => unknown.push(carrier),
        }
    }
    supports.extend(past(&tie));
    supports.extend(anniversary(&tie, view.as_of.true_on));
    let whole = |reason: &ReasonDto| Why { side: String::new(), reason: reason.clone() };
    let allowed = permission(&tie);
    let is_barred = allowed.word.value == "prohibited";
    match allowed.word.value {
        "open" => {}
        "prohibited" | "needs-approval" | "needs-screening" => against.push(whole(&allowed.reason)),
        _ => unknown.push(whole(&allowed.reason)),
    }
    let readiness = if is_barred { Readiness::Rest } else { glance(state) };
    let sentence = sentence(&tie, readiness, &supports, &against, &unknown);
    Candidate { readiness, tie, supports, against, unknown, sentence }
}

fn side_name(snapshot: &Snapshot, party: PartyKey) -> String {
    Messages::current().shown_name(&snapshot.register, party).to_owned()
}

/// What was done together, to build on.
fn past(tie: &TieDto) -> Option<Why> {
    let done = |name: &&String| tie.basis.claims.iter().any(|claim| claim.name == **name && claim.kind == "activity");
    let items = tie.timeline.iter().filter(|item| !item.is_later);
    let claims: Vec<String> = items.filter_map(|item| item.claims.first()).filter(done).cloned().collect();
    if claims.is_empty() {
        return None;
    }
    let text = Messages::current().with("revive-past", &[("n", claims.len().into())]);
    let newest = claims.into_iter().rev().take(3).collect();
    Some(Why { side: String::new(), reason: ReasonDto { key: "revive-past", text, claims: newest } })
}

/// A round anniversary soon: every fifth year since it began.
fn anniversary(tie: &TieDto, on: Date) -> Option<Why> {
    let since = tie.since.as_ref()?;
    let date: model::PartialDate = since.date.parse().ok()?;
    let began = date.earliest();
    let years =
        (1..=200).map(|fifth| fifth * 5).find(|years| i32::from(began.year()) + years >= i32::from(on.year()))?;
    let months = (i32::from(began.year()) + years - i32::from(on.year())) * 12 + i32::from(began.month() - on.month());
    if !(-6..=ANNIVERSARY_MONTHS).contains(&months) {
        return None;
    }
    let year = (i32::from(began.year()) + years).to_string();
    let text = Messages::current().with("revive-anniversary", &[("years", years.into()), ("year", year.into())]);
    let reason = ReasonDto { key: "revive-anniversary", text, claims: vec![since.claim.clone()] };
    Some(Why { side: String::new(), reason })
}

/// Readiness in one sentence, with the next step.
fn sentence(tie: &TieDto, readiness: Readiness, supports: &[Why], against: &[Why], unknown: &[Why]) -> String {
    let last = tie.last_contact.as_ref().and_then(|date| date.parse().ok());
    let last = last.map_or_else(|| "none".to_owned(), |date| Messages::current().date(&date));
    let args = [
        ("supports", supports.len().into()),
        ("against", against.len().into()),
        ("unknown", unknown.len().into()),
        ("last", last.into()),
    ];
    Messages::current().with(&format!("revive-says-{}", readiness.word()), &args)
}

fn groups(candidates: Vec<Candidate>) -> Vec<Group> {
    let messages = Messages::current();
    let mut groups: Vec<Group> = Readiness::ALL
        .into_iter()
        .map(|readiness| Group {
            word: readiness.word(),
            title: messages.text(&format!("revive-{}", readiness.word())),
            lede: messages.text(&format!("revive-{}-lede", readiness.word())),
            n_all: 0,
            shown: Vec::new(),
        })
        .collect();
    for candidate in candidates {
        let group = groups.iter_mut().find(|group| group.word == candidate.readiness.word());
        let group = group.expect("every readiness has its group");
        group.n_all += 1;
        if group.shown.len() < MOST_SHOWN {
            group.shown.push(candidate);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_readiness_has_its_sentences() {
        for readiness in Readiness::ALL {
            let word = readiness.word();
            for key in [format!("revive-{word}"), format!("revive-{word}-lede"), format!("revive-says-{word}")] {
                assert!(Messages::english().has(&key), "no sentence for {key}");
            }
        }
        for name in ["quiet", "dormant", "sources"] {
            assert!(Messages::english().has(&format!("revive-threshold-{name}")));
        }
    }

    #[test]
    fn thresholds_are_read_strictly() {
        assert_eq!(threshold("", 24).ok(), Some(24));
        assert_eq!(threshold("36", 24).ok(), Some(36));
        for wrong in ["0", "-1", "1201", "two"] {
            assert!(threshold(wrong, 24).is_err(), "{wrong}");
        }
    }
}
