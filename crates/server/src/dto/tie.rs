//! A tie: in short for lists, and in full with its five axes, their reasons and the claims behind them.

use register::{ClaimKey, PartyKey, Reason, Register, TieKey, TieReport, View};
use serde::Serialize;
use utoipa::ToSchema;

use super::cited::{BasisDto, basis};
use super::gate::{GateDto, gates};
use super::words::{
    AsOfDto, PartyRefDto, ReasonDto, ValueDto, WordDto, as_of, name_of, names, party_ref, reason, word,
};
use crate::messages::Messages;

/// A tie in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TieSummaryDto {
    /// Its name: the ids of its parties in order, joined by `~`.
    #[schema(example = "ru-tul.tula~us-ny.albany")]
    pub id: String,
    /// The names of its parties.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its parties.
    pub parties: Vec<PartyRefDto>,
    /// Its level: institution if any party is one, else the highest of its places.
    pub level: WordDto,
    /// Its form.
    pub class: WordDto,
    /// Its formal state over all sides: the gravest.
    pub standing: WordDto,
    /// Whether the sides differ, or sources contradict each other.
    pub is_disputed: bool,
    /// Whether it lives.
    pub pulse: WordDto,
    /// The last contact that counts, as its source dates it (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2020-02")]
    pub last_contact: Option<String>,
    /// Whether some registry lists it.
    pub is_listed: bool,
    /// The sides, in the order of the parties.
    pub sides: Vec<SideDto>,
}

/// One side of a tie in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SideDto {
    /// The party.
    pub party: String,
    /// Its own standing.
    #[schema(value_type = String, example = "in-force")]
    pub standing: &'static str,
    /// The pulse of what comes from it.
    #[schema(value_type = String, example = "unknown")]
    pub pulse: &'static str,
    /// The health of its carriers.
    #[schema(value_type = String, example = "none-known")]
    pub carrier: &'static str,
}

/// A page of ties.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TiePageDto {
    /// The days asked for.
    pub as_of: AsOfDto,
    /// How many ties pass the filters, on all pages.
    pub n_all: usize,
    /// The ties, by name.
    pub items: Vec<TieSummaryDto>,
    /// What to pass as `after` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A tie in full.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TieDto {
    /// The days asked for.
    pub as_of: AsOfDto,
    /// Its name: the ids of its parties in order, joined by `~`.
    #[schema(example = "ru-tul.tula~us-ny.albany")]
    pub id: String,
    /// The names of its parties.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its parties.
    pub parties: Vec<PartyRefDto>,
    /// Its level.
    pub level: WordDto,
    /// Its form, and why.
    pub class: ValueDto,
    /// The word the source uses for the form.
    pub word: String,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<SinceDto>,
    /// Its formal state over all sides: the gravest.
    pub standing: WordDto,
    /// Whether the sides differ, or sources contradict each other.
    pub is_disputed: bool,
    /// The standing and carrier health of each side.
    pub sides: Vec<SideStandingDto>,
    /// Whether it lives, and why.
    pub pulse: ValueDto,
    /// The last contact that counts, as its source dates it (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_contact: Option<String>,
    /// The pulse of what comes from each side.
    pub directions: Vec<DirectionDto>,
    /// The carriers and the last thing known of each.
    pub carriers: Vec<CarrierDto>,
    /// What registries last said.
    pub recognition: Vec<ListingDto>,
    /// What the rules on what is allowed say of keeping it, or of making it where it is not in force.
    pub permission: GateDto,
    /// What contradicts what.
    pub contradictions: Vec<ReasonDto>,
    /// Acts that cannot follow from what was before.
    pub problems: Vec<ReasonDto>,
    /// Everything known, the earliest first.
    pub timeline: Vec<TimelineDto>,
    /// The claims it rests on, and their sources.
    #[serde(flatten)]
    pub basis: BasisDto,
}

/// Since when a tie stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SinceDto {
    /// The date as EDTF.
    #[schema(example = "1991")]
    pub date: String,
    /// The date in words.
    pub label: String,
    /// The claim that gives it.
    pub claim: String,
}

/// One side's standing and carrier health, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SideStandingDto {
    /// The id of the party.
    pub party: String,
    /// Its own standing.
    pub standing: WordDto,
    /// Why, the weightiest first.
    pub reasons: Vec<ReasonDto>,
    /// The health of its carriers, and why.
    pub carrier: ValueDto,
}

/// The pulse of what comes from one side, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DirectionDto {
    /// The id of the side.
    pub from: String,
    /// Its pulse.
    pub pulse: ValueDto,
}

/// A carrier.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CarrierDto {
    /// The id of the side it works for, where that is a party of the tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Its name.
    pub name: String,
    /// The last thing known.
    pub event: WordDto,
    /// When, as EDTF.
    pub when: String,
    /// When, in words.
    pub when_label: String,
    /// The claim.
    pub claim: String,
}

/// What a registry last said.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ListingDto {
    /// The registry.
    pub registry: String,
    /// What it said.
    pub status: WordDto,
    /// When, as EDTF.
    pub when: String,
    /// When, in words.
    pub when_label: String,
    /// The claim.
    pub claim: String,
}

/// One thing that happened or was said.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TimelineDto {
    /// When, as EDTF.
    pub when: String,
    /// When, in words.
    pub when_label: String,
    /// What, as a sentence.
    pub text: String,
    /// The id of the side it comes from, when it is one side's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Whether it lies after the day asked for.
    pub is_later: bool,
    /// The claims that say so, the best first.
    pub claims: Vec<String>,
}

/// A tie in short, as a view sees it.
#[must_use]
pub fn tie_summary(register: &Register, view: &View, key: TieKey) -> TieSummaryDto {
    let tie = register.tie(key);
    let state = view.state(key);
    let side = |(party, side): (&PartyKey, &register::SideState)| SideDto {
        party: register.party(*party).id().to_string(),
        standing: side.standing.word(),
        pulse: side.pulse.word(),
        carrier: side.carrier.word(),
    };
    TieSummaryDto {
        id: tie.id().to_string(),
        title: Messages::current().tie_name(register, tie.id()),
        url: format!("/ties/{}", tie.id()),
        parties: tie.parties().iter().map(|party| party_ref(register, *party)).collect(),
        level: word("level", register.level(key)),
        class: word("class", state.class.map_or("", model::TieClass::word)),
        standing: word("standing", state.standing.word()),
        is_disputed: state.is_disputed,
        pulse: word("pulse", state.pulse.word()),
        last_contact: register.last_contact(state).map(|date| date.to_string()),
        is_listed: state.is_listed,
        sides: tie.parties().iter().zip(&state.sides).map(side).collect(),
    }
}

/// A tie in full.
#[must_use]
pub fn tie_report(register: &Register, report: &TieReport) -> TieDto {
    let tie = register.tie(report.tie);
    let value = |list: &str, value: &'static str, why: &Reason| ValueDto {
        word: word(list, value),
        reason: reason(register, why),
    };
    let basis = basis(register, rested_on(report));
    TieDto {
        as_of: as_of(report.as_of),
        id: tie.id().to_string(),
        title: Messages::current().tie_name(register, tie.id()),
        url: format!("/ties/{}", tie.id()),
        parties: tie.parties().iter().map(|party| party_ref(register, *party)).collect(),
        level: word("level", register.level(report.tie)),
        class: value("class", report.class.map_or("", model::TieClass::word), &report.class_reason),
        word: report.word.clone(),
        since: report.since.as_ref().map(|(date, claim)| SinceDto {
            date: date.to_string(),
            label: Messages::current().date(date),
            claim: name_of(register, *claim),
        }),
        standing: word("standing", report.state.standing.word()),
        is_disputed: report.state.is_disputed,
        sides: sides(register, report),
        pulse: value("pulse", report.state.pulse.word(), &report.pulse_reason),
        last_contact: register.last_contact(&report.state).map(|date| date.to_string()),
        directions: report
            .directions
            .iter()
            .map(|direction| DirectionDto {
                from: id(register, direction.from),
                pulse: value("pulse", direction.pulse.word(), &direction.reason),
            })
            .collect(),
        carriers: carriers(register, report),
        recognition: recognition(register, report),
        permission: gates(register, &report.gates),
        contradictions: report.contradictions.iter().map(|why| reason(register, why)).collect(),
        problems: report.problems.iter().map(|why| reason(register, why)).collect(),
        timeline: timeline(register, report, &basis),
        basis,
    }
}

fn sides(register: &Register, report: &TieReport) -> Vec<SideStandingDto> {
    let side = |side: &register::PartyStanding| SideStandingDto {
        party: id(register, side.party),
        standing: word("standing", side.standing.word()),
        reasons: side.reasons.iter().map(|why| reason(register, why)).collect(),
        carrier: ValueDto {
            word: word("carrier", side.carrier.word()),
            reason: reason(register, &side.carrier_reason),
        },
    };
    report.parties.iter().map(side).collect()
}

fn carriers(register: &Register, report: &TieReport) -> Vec<CarrierDto> {
    let carrier = |carrier: &register::CarrierReport| CarrierDto {
        party: carrier.party.map(|party| id(register, party)),
        name: carrier.name.clone(),
        event: word("carrier-event", carrier.event.word()),
        when: carrier.when.to_string(),
        when_label: Messages::current().when(&carrier.when),
        claim: name_of(register, carrier.claim),
    };
    report.carriers.iter().map(carrier).collect()
}

fn recognition(register: &Register, report: &TieReport) -> Vec<ListingDto> {
    let listing = |listing: &register::Recognition| ListingDto {
        registry: listing.registry.clone(),
        status: word("listing", listing.status.word()),
        when: listing.when.to_string(),
        when_label: Messages::current().when(&listing.when),
        claim: name_of(register, listing.claim),
    };
    report.recognition.iter().map(listing).collect()
}

fn timeline(register: &Register, report: &TieReport, basis: &BasisDto) -> Vec<TimelineDto> {
    let sentence =
        |name: &String| basis.claims.iter().find(|claim| claim.name == *name).map(|claim| claim.sentence.clone());
    let item = |item: &register::TimelineItem| {
        let names = names(register, &item.claims);
        TimelineDto {
            when: item.when.to_string(),
            when_label: Messages::current().when(&item.when),
            text: names.first().and_then(sentence).unwrap_or_default(),
            from: item.from.map(|party| id(register, party)),
            is_later: item.is_later,
            claims: names,
        }
    };
    report.timeline.iter().map(item).collect()
}

/// Every claim that something in the report rests on.
fn rested_on(report: &TieReport) -> Vec<ClaimKey> {
    let gates = report.gates.findings.iter().flat_map(|one| one.doubts.iter().chain(&one.recognition));
    let reasons = [&report.class_reason, &report.pulse_reason].into_iter().chain(gates);
    let sides = report.parties.iter().flat_map(|side| side.reasons.iter().chain([&side.carrier_reason]));
    let directions = report.directions.iter().map(|direction| &direction.reason);
    let rest = report.contradictions.iter().chain(&report.problems);
    let of_reasons = reasons.chain(sides).chain(directions).chain(rest).flat_map(|why| &why.claims).copied();
    of_reasons
        .chain(report.since.as_ref().map(|(_, claim)| *claim))
        .chain(report.carriers.iter().map(|carrier| carrier.claim))
        .chain(report.recognition.iter().map(|listing| listing.claim))
        .chain(report.timeline.iter().flat_map(|item| item.claims.iter().copied()))
        .collect()
}

fn id(register: &Register, party: PartyKey) -> String {
    register.party(party).id().to_string()
}
