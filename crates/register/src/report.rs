//! The report of one tie: its five axes with their reasons, its timeline, and what contradicts what.

use model::{CarrierEvent, Edge, Fact, ListingStatus, PartialDate, Period, TieClass};

use crate::as_of::{AsOf, day_number};
use crate::axes::{CarrierHealth, Pulse, Standing};
use crate::event::{Event, Side, Start, What};
use crate::fold::Register;
use crate::gates::{Ask, Beginning, GateReport};
use crate::house::House;
use crate::judge::{Case, Judgement};
use crate::keys::{ClaimKey, PartyKey, TieKey};
use crate::pulse::Because;
use crate::reason::{Arg, Reason};
use crate::view::TieState;

/// One party's own standing.
#[derive(Debug, Clone)]
pub struct PartyStanding {
    /// The party.
    pub party: PartyKey,
    /// Its standing.
    pub standing: Standing,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// The health of its carriers.
    pub carrier: CarrierHealth,
    /// Why.
    pub carrier_reason: Reason,
}

/// The pulse of what comes from one side.
#[derive(Debug, Clone)]
pub struct DirectionReport {
    /// The side.
    pub from: PartyKey,
    /// Its pulse.
    pub pulse: Pulse,
    /// Why.
    pub reason: Reason,
}

/// A carrier and the last thing known of it.
#[derive(Debug, Clone)]
pub struct CarrierReport {
    /// The side it works for, where that is a party of the tie.
    pub party: Option<PartyKey>,
    /// Its name.
    pub name: String,
    /// The last thing known.
    pub event: CarrierEvent,
    /// When that was.
    pub when: Period,
    /// The claim.
    pub claim: ClaimKey,
}

/// What one registry last said.
#[derive(Debug, Clone)]
pub struct Recognition {
    /// The registry.
    pub registry: String,
    /// What it said.
    pub status: ListingStatus,
    /// When.
    pub when: Period,
    /// The claim.
    pub claim: ClaimKey,
}

/// One thing that happened or was said, with every claim that says it.
#[derive(Debug, Clone)]
pub struct TimelineItem {
    /// When, as the sources give it.
    pub when: Period,
    /// The claims that say the same, the best first.
    pub claims: Vec<ClaimKey>,
    /// The side it comes from, when it is one side's.
    pub from: Option<PartyKey>,
    /// Whether it lies after the day asked for.
    pub is_later: bool,
}

/// The report of one tie.
#[derive(Debug, Clone)]
pub struct TieReport {
    /// The tie.
    pub tie: TieKey,
    /// The days asked for.
    pub as_of: AsOf,
    /// The short form.
    pub state: TieState,
    /// Its class.
    pub class: Option<TieClass>,
    /// The word used in the document that gives the class.
    pub word: String,
    /// Why that class.
    pub class_reason: Reason,
    /// Since when, as the best source gives it.
    pub since: Option<(PartialDate, ClaimKey)>,
    /// The standing of each party.
    pub parties: Vec<PartyStanding>,
    /// Why the pulse over all is what it is.
    pub pulse_reason: Reason,
    /// The pulse of each direction.
    pub directions: Vec<DirectionReport>,
    /// The carriers.
    pub carriers: Vec<CarrierReport>,
    /// What registries say.
    pub recognition: Vec<Recognition>,
    /// Whether it may be kept, or made where it is not in force: what the rules say, by its kind of body and class.
    pub gates: GateReport,
    /// What contradicts what; both sides are in the reason's claims.
    pub contradictions: Vec<Reason>,
    /// Acts that cannot follow from what was before.
    pub problems: Vec<Reason>,
    /// Everything known, the earliest first.
    pub timeline: Vec<TimelineItem>,
}

/// The pieces a report is made from.
struct Maker<'a> {
    register: &'a Register,
    case: Case<'a>,
    found: Judgement,
    as_of: AsOf,
    house: &'a House,
}

impl Register {
    /// Everything about one tie on a pair of days, each value with its reason and claims.
    #[must_use]
    pub fn report(&self, key: TieKey, as_of: AsOf) -> TieReport {
        self.report_by(key, as_of, self.house())
    }

    /// Since when a tie stands, as the best source known then gives it, and the claim; `None` when nobody says.
    #[must_use]
    pub fn since(&self, key: TieKey, as_of: AsOf) -> Option<(PartialDate, ClaimKey)> {
        Maker::new(self, key, as_of).since()
    }

    /// The report by other house rules than the register's, to see what they would change.
    #[must_use]
    pub fn report_by(&self, key: TieKey, as_of: AsOf, house: &House) -> TieReport {
        let maker = Maker::by(self, key, as_of, house);
        let (class, word, class_reason) = maker.class();
        TieReport {
            tie: key,
            as_of,
            state: maker.case.state(&maker.found),
            class,
            word,
            class_reason,
            since: maker.since(),
            parties: (0..maker.case.tie.parties().len()).map(|side| maker.party(side)).collect(),
            pulse_reason: maker.pulse_reason(maker.found.pulse.1),
            directions: maker.directions(),
            carriers: maker.carriers(),
            recognition: maker.recognition(),
            gates: maker.gates(&maker.ask()),
            contradictions: maker.contradictions(),
            problems: maker.problems(),
            timeline: maker.timeline(),
        }
    }

    /// What a tie's report asks of the rules: to keep it with its class, or to make it where nothing formal is there to keep.
    #[must_use]
    pub fn ask_of(&self, key: TieKey, as_of: AsOf) -> Ask {
        Maker::new(self, key, as_of).ask()
    }

    /// What the rules say of a tie, with what registries said of it; like [`Gates::between`](crate::Gates::between).
    #[must_use]
    pub fn gates_of(&self, key: TieKey, ask: &Ask) -> GateReport {
        Maker::new(self, key, ask.as_of).gates(ask)
    }

    /// When a tie began, by the best source, for a quota.
    pub(crate) fn beginning(&self, key: TieKey, as_of: AsOf) -> Beginning {
        let maker = Maker::new(self, key, as_of);
        if maker.known_events().next().is_none() || !Beginning::counts(maker.class().0) {
            return Beginning::Informal;
        }
        maker.since().map_or(Beginning::Unknown, |(date, _)| Beginning::On(date))
    }

    /// The reasons for one side's standing, for lists that show nothing else.
    pub(crate) fn standing_reasons(&self, key: TieKey, side: usize, as_of: AsOf) -> Vec<Reason> {
        Maker::new(self, key, as_of).standing_reasons(side)
    }
}

impl<'a> Maker<'a> {
    fn new(register: &'a Register, tie: TieKey, as_of: AsOf) -> Self {
        Self::by(register, tie, as_of, register.house())
    }

    fn by(register: &'a Register, tie: TieKey, as_of: AsOf, house: &'a House) -> Self {
        let case = register.case(tie);
        let found = case.judge(day_number(as_of.true_on), day_number(as_of.known_on), house);
        Self { register, case, found, as_of, house }
    }

    fn event(&self, idx: u32) -> &Event {
        &self.case.events[idx as usize]
    }

    fn held(&self, event: &Event) -> Period {
        self.register.known(ClaimKey(event.claim)).claim.held
    }

    fn known_events(&self) -> impl Iterator<Item = (u32, &Event)> {
        let known_on = day_number(self.as_of.known_on);
        (0u32..).zip(self.case.events).filter(move |(_, event)| event.is_known(known_on))
    }

    /// A reason that rests on one event, with its period, source and the kind of thing it was.
    fn about(&self, key: &'static str, idx: u32) -> Reason {
        let event = self.event(idx);
        let claim = &self.register.known(ClaimKey(event.claim)).claim;
        let reason = Reason::new(key)
            .with("when", Arg::When(claim.held))
            .with("source", Arg::Source(claim.evidence.source.clone()))
            .on(event.claim);
        match &claim.fact {
            Fact::Activity(activity) => {
                reason.with("kind", Arg::Word("activity", activity.kind.word())).text("what", activity.summary.clone())
            }
            Fact::Carrier(carrier) => reason.text("carrier", carrier.name.clone()),
            Fact::Act(act) => reason.text("condition", act.condition.clone().unwrap_or_default()),
            _ => reason,
        }
    }

    fn party(&self, side: usize) -> PartyStanding {
        let (carrier, carrier_event) = self.found.carriers.health(side, self.found.contact_is_recent);
        let carrier_key = match carrier {
            CarrierHealth::Strong => "carrier-strong",
            CarrierHealth::Thin => "carrier-thin",
            CarrierHealth::ActivitySuspended => "carrier-activity-suspended",
            CarrierHealth::Dissolved => "carrier-dissolved",
            CarrierHealth::NoneKnown => "carrier-none-known",
        };
        PartyStanding {
            party: self.case.tie.parties()[side],
            standing: self.found.walks[side].standing,
            reasons: self.standing_reasons(side),
            carrier,
            carrier_reason: carrier_event.map_or_else(|| Reason::new(carrier_key), |idx| self.about(carrier_key, idx)),
        }
    }

    fn standing_reasons(&self, side: usize) -> Vec<Reason> {
        let walk = self.found.walks[side];
        let party = self.register.party(self.case.tie.parties()[side]).id().clone();
        let mut reasons = Vec::new();
        match walk.because {
            Some(idx) if walk.standing == Standing::Contested => {
                let mut reason = self.about("standing-contested", idx);
                if let Some(against) = walk.against {
                    let held = self.held(self.event(against));
                    reason = reason.with("against", Arg::When(held)).on(self.event(against).claim);
                }
                reasons.push(reason);
            }
            Some(idx) => reasons.push(self.about(self.standing_key(idx), idx)),
            None => reasons.push(self.no_standing(walk.standing)),
        }
        if walk.uncertain {
            reasons.push(Reason::new("standing-day-unknown"));
        }
        reasons.iter_mut().for_each(|reason| reason.args.push(("party", Arg::Party(party.clone()))));
        reasons
    }

    fn standing_key(&self, idx: u32) -> &'static str {
        use model::ActKind as A;
        match self.event(idx).what {
            What::Act(act) => match act {
                A::Intent => "standing-intent",
                A::Filed => "standing-filed",
                A::Approved => "standing-approved",
                A::Signed => "standing-signed",
                A::Renewed => "standing-renewed",
                A::Suspended => "standing-suspended",
                A::Resumed => "standing-resumed",
                A::Ended => "standing-ended",
                A::Expired => "standing-expired",
                A::Superseded => "standing-superseded",
            },
            What::TermEnds { .. } => "standing-term-ended",
            What::StoodUntil => "standing-stood-until",
            What::Stands { class: TieClass::Contact | TieClass::Solidarity, .. } => "standing-informal",
            What::Contact { .. } => "standing-contact-seen",
            _ => "standing-stated",
        }
    }

    /// Why there is no standing: not begun, shown for another time, only listed, or nothing said.
    fn no_standing(&self, standing: Standing) -> Reason {
        if standing == Standing::None {
            return self
                .found
                .first
                .map_or_else(|| Reason::new("standing-none"), |idx| self.about("standing-none", idx));
        }
        let later = self.known_events().find(|(_, e)| matches!(e.what, What::Stands { .. }) && e.is_strong());
        if let Some((idx, _)) = later {
            return self.about("standing-unknown-then", idx);
        }
        let listed = self
            .known_events()
            .find(|(_, e)| matches!(e.what, What::Listing { .. } | What::Stands { .. }) && !e.is_strong());
        match listed {
            Some((idx, _)) => self.about("standing-unknown-listed", idx),
            None => Reason::new("standing-unknown"),
        }
    }

    fn class(&self) -> (Option<TieClass>, String, Reason) {
        let Some((class, idx)) = self.found.class else {
            return (None, String::new(), Reason::new("class-unknown"));
        };
        let Fact::TieStands { word, .. } = &self.register.known(ClaimKey(self.event(idx).claim)).claim.fact else {
            return (Some(class), String::new(), self.about("class-contact-seen", idx));
        };
        (Some(class), word.clone(), self.about("class-stated", idx).text("word", word.clone()))
    }

    /// The earliest beginning by the best source.
    fn since(&self) -> Option<(PartialDate, ClaimKey)> {
        self.beginnings(None)
            .into_iter()
            .min_by_key(|(date, _, grade)| (*grade, *date))
            .map(|(date, claim, _)| (date, claim))
    }

    /// Every stated beginning: signatures, and ties said to stand since a date. With a class, only what is said of ties of
    /// that class: a signature may be one of many, so two of them do not contradict each other.
    fn beginnings(&self, of: Option<TieClass>) -> Vec<(PartialDate, ClaimKey, model::Grade)> {
        let dated = self.known_events().filter(|(_, e)| match e.what {
            What::Act(model::ActKind::Signed) => of.is_none(),
            What::Stands { start: Start::Dated, class } => of.is_none_or(|wanted| wanted == class),
            _ => false,
        });
        dated
            .filter_map(|(_, e)| match self.held(e).start() {
                Edge::At(date) => Some((date, ClaimKey(e.claim), e.grade)),
                _ => None,
            })
            .collect()
    }

    fn pulse_reason(&self, because: Because) -> Reason {
        let house = self.house;
        let reason = match because {
            Because::Contact { event, months } => {
                let letter = matches!(self.event(event).what, What::Contact { kind: model::ActivityKind::Letter, .. });
                let key = if letter { "pulse-ticking-over" } else { "pulse-alive" };
                self.about(key, event).number("months", months)
            }
            Because::SaidSilent { event, months } => self.about("pulse-said-silent", event).number("months", months),
            Because::Silence { event, months, n_sources } => {
                self.about("pulse-silent", event).number("months", months).number("sources", n_sources)
            }
            Because::TooFewSources { event, n_sources } => self
                .about("pulse-too-few-sources", event)
                .number("sources", n_sources)
                .number("needed", house.sources_for_silence),
            Because::OnlyLight { event } => self.about("pulse-only-light", event),
            Because::NeverSeen => Reason::new("pulse-never-seen"),
            Because::CarrierGone { event } => self.about("pulse-no-carrier", event),
        };
        reason
            .number("quiet", house.quiet_after_months)
            .number("dormant", house.dormant_after_months)
            .with("on", Arg::Day(self.as_of.true_on))
    }

    fn directions(&self) -> Vec<DirectionReport> {
        let sides = self.case.tie.parties().iter().zip(&self.found.directions);
        sides
            .map(|(from, (pulse, because))| DirectionReport {
                from: *from,
                pulse: *pulse,
                reason: self.pulse_reason(*because),
            })
            .collect()
    }

    fn carriers(&self) -> Vec<CarrierReport> {
        let mut carriers: Vec<CarrierReport> = self
            .found
            .carriers
            .iter()
            .map(|last| CarrierReport {
                party: self.side_party(last.side),
                name: self.case.tie.carriers[last.carrier as usize].clone(),
                event: last.kind,
                when: self.held(self.event(last.event)),
                claim: ClaimKey(self.event(last.event).claim),
            })
            .collect();
        let side = |party: Option<PartyKey>| self.case.tie.parties().iter().position(|known| Some(*known) == party);
        carriers.sort_by(|a, b| (&a.name, side(a.party)).cmp(&(&b.name, side(b.party))));
        carriers
    }

    fn side_party(&self, side: Side) -> Option<PartyKey> {
        match side {
            Side::One(side) => self.case.tie.parties().get(usize::from(side)).copied(),
            Side::All | Side::Stranger => None,
        }
    }

    fn recognition(&self) -> Vec<Recognition> {
        let mut listings: Vec<Recognition> = self
            .found
            .listings
            .iter()
            .filter_map(|&(_, idx)| match self.event(idx).what {
                What::Listing { status, registry } => Some(Recognition {
                    registry: self.register.registries().name(registry).to_owned(),
                    status,
                    when: self.held(self.event(idx)),
                    claim: ClaimKey(self.event(idx).claim),
                }),
                _ => None,
            })
            .collect();
        listings.sort_by(|a, b| a.registry.cmp(&b.registry));
        listings
    }

    fn ask(&self) -> Ask {
        let is_new = matches!(
            self.case.state(&self.found).standing,
            Standing::None | Standing::Intent | Standing::InApproval | Standing::Expired | Standing::Ended
        );
        Ask { class: self.class().0, is_new, ..Ask::new_tie(self.as_of) }
    }

    fn gates(&self, ask: &Ask) -> GateReport {
        let parties: Vec<_> = self.case.tie.parties().iter().map(|party| self.register.party(*party).id()).collect();
        self.register.gates().weigh(self.register, &parties, ask, Some(&self.recognition()))
    }

    fn contradictions(&self) -> Vec<Reason> {
        let mut all = Vec::new();
        if let (Some((class, idx)), Some((other, other_idx))) = (self.found.class, self.found.other_class) {
            let reason = self
                .about("contradiction-class", other_idx)
                .with("class", Arg::Word("class", class.word()))
                .with("other", Arg::Word("class", other.word()));
            all.push(reason.on(self.event(idx).claim));
        }
        let starts = self.beginnings(self.found.class.map(|(class, _)| class));
        let first = starts.iter().min_by_key(|(date, ..)| date.latest());
        let last = starts.iter().max_by_key(|(date, ..)| date.earliest());
        if let (Some((first, claim, _)), Some((last, last_claim, _))) = (first, last)
            && first.latest() < last.earliest()
        {
            let reason = Reason::new("contradiction-start")
                .with("first", Arg::When((*first).into()))
                .with("second", Arg::When((*last).into()));
            all.push(reason.on(claim.0).on(last_claim.0));
        }
        for (end, other) in &self.found.denied {
            let held = self.held(self.event(*other));
            let reason = self.about("contradiction-end", *end).with("against", Arg::When(held));
            all.push(reason.on(self.event(*other).claim));
        }
        if let Some(walk) = self.found.walks.iter().find(|walk| walk.standing == Standing::Contested)
            && let (Some(idx), Some(against)) = (walk.because, walk.against)
        {
            let reason = self.about("contradiction-standing", idx);
            all.push(reason.with("against", Arg::When(self.held(self.event(against)))).on(self.event(against).claim));
        }
        let listed = |yes: bool| self.found.listings.iter().find(|(_, idx)| self.case.is_listing(*idx) == yes);
        if let (Some(&(_, yes)), Some(&(_, no))) = (listed(true), listed(false)) {
            all.push(self.about("contradiction-listing", yes).on(self.event(no).claim));
        }
        all
    }

    fn problems(&self) -> Vec<Reason> {
        let problem = |idx: &u32| {
            let event = self.event(*idx);
            let key =
                if event.side == Side::Stranger { "problem-act-by-stranger" } else { "problem-act-cannot-follow" };
            let act = match event.what {
                What::Act(act) => act.word(),
                _ => "",
            };
            self.about(key, *idx).with("act", Arg::Word("act", act))
        };
        self.found.illegal.iter().map(problem).collect()
    }

    fn timeline(&self) -> Vec<TimelineItem> {
        let true_on = day_number(self.as_of.true_on);
        let mut items: Vec<TimelineItem> = Vec::new();
        for (_, event) in self.known_events() {
            if matches!(event.what, What::StoodUntil | What::TermEnds { .. }) {
                continue; // the claim's first event shows it
            }
            let claim = &self.register.known(ClaimKey(event.claim)).claim;
            let same = items.iter_mut().rev().take(16).find(|item| {
                let other = &self.register.known(item.claims[0]).claim;
                item.when == claim.held && other.fact == claim.fact
            });
            match same {
                Some(item) => item.claims.push(ClaimKey(event.claim)),
                None => items.push(TimelineItem {
                    when: claim.held,
                    claims: vec![ClaimKey(event.claim)],
                    from: self.side_party(event.side),
                    is_later: event.at > true_on,
                }),
            }
        }
        for item in &mut items {
            item.claims.sort_by_key(|key| {
                let known = self.register.known(*key);
                (known.claim.grade, known.name)
            });
        }
        items
    }
}
